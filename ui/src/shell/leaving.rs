//! Leaving: what is being typed is kept first, whether the window is closed, Praesto is quit, or the vault is locked from outside. Only where
//! something could not be kept, or is open in another program, is somebody asked.

use std::cell::Cell;

use gloo_timers::future::TimeoutFuture;
use praesto_contract::{ClosingAsks, ClosingAsksView, FilesElsewhereGet};
use yew::prelude::*;

use crate::{
    backend,
    components::{Button, Dialog, Kind},
    drafts,
    keys::{blur, focus},
    state::{Act, Layer, State, use_app},
};

/// How long no key arrives until the last one has, in milliseconds, and how often this is waited for: well within the time that the desktop leaves.
const QUIET: u32 = 200;
const LAST_KEYS: u32 = 8;

/// Keeps what is being typed and lets the window go, unless there is something to ask about.
pub(crate) async fn leave(app: UseReducerDispatcher<State>, struck: &Cell<u32>) {
    keep(struck).await;
    if drafts::unkept() {
        backend::asks().await;
        app.dispatch(Act::Layer(Layer::Leaving));
    } else {
        go(app).await;
    }
}

/// Lets the window go, unless files are open in other programs: without a window nobody sees that they are.
async fn go(app: UseReducerDispatcher<State>) {
    match backend::call(FilesElsewhereGet {}).await {
        Ok(elsewhere) if !elsewhere.files.is_empty() => {
            backend::asks().await;
            app.dispatch(Act::Elsewhere(elsewhere));
            app.dispatch(Act::Layer(Layer::Closing));
        }
        _ => backend::kept().await,
    }
}

/// Keeps what is being typed, as far as that is possible.
pub(crate) async fn keep(struck: &Cell<u32>) {
    last_keys(struck).await;
    blur();
    drafts::settled().await;
    backend::settled().await;
}

/// Waits for keys that were struck before: on a busy computer that is overtaken by what ends the window.
async fn last_keys(struck: &Cell<u32>) {
    for _ in 0..LAST_KEYS {
        let before = struck.get();
        TimeoutFuture::new(QUIET).await;
        if struck.get() == before {
            return;
        }
    }
}

/// Says that something typed would be lost, and asks.
#[component]
pub(crate) fn LeavingDialog() -> Html {
    let app = use_app();
    let tr = &app.tr;
    let also = use_state(ClosingAsksView::default);
    {
        let also = also.setter();
        use_effect_with((), move |()| {
            focus("#leaving-stay");
            backend::run(ClosingAsks {}, move |answer| also.set(answer.unwrap_or_default()));
        });
    }
    let onstay = {
        let app = app.clone();
        Callback::from(move |()| {
            app.dispatch(Act::Layer(Layer::None));
            wasm_bindgen_futures::spawn_local(backend::stays());
        })
    };
    let onleave = {
        let app = app.dispatcher();
        Callback::from(move |()| wasm_bindgen_futures::spawn_local(go(app.clone())))
    };
    html! {
        <Dialog id="leaving-dialog" title={tr.t("leaving")} lead={tr.t("leaving-lead")} onclose={onstay.clone()}>
            if also.unsent > 0 {
                <p class="s" data-test="leaving-unsent">{tr.n("leaving-unsent", also.unsent)}</p>
            }
            <div class="acts">
                <Button id="leaving-stay" kind={Kind::Primary} label={tr.t("leaving-stay")} keys={&["Esc"]} onclick={onstay} />
                <Button id="leaving-do" kind={Kind::Tertiary} label={tr.t("leaving-do")} onclick={onleave} />
            </div>
        </Dialog>
    }
}
