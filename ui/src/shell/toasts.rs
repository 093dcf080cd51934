//! Short messages at the bottom; the ones that can be taken back say so.

use gloo_timers::callback::Timeout;
use yew::prelude::*;

use crate::{
    components::{Button, Ico, Kind, icon},
    state::{Act, Toast, use_app},
};

/// How long a message stays, in milliseconds. Long enough to read and to reach for Undo.
const STAYS: u32 = 8_000;

#[component]
pub(super) fn Toasts() -> Html {
    let app = use_app();
    html! {
        <div class="toasts" role="status" aria-label={app.tr.t("messages")}>
            { for app.toasts.iter().map(|toast| html! { <One key={toast.id} toast={toast.clone()} /> }) }
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct OneProps {
    toast: Toast,
}

#[component]
fn One(props: &OneProps) -> Html {
    let app = use_app();
    {
        let (app, id) = (app.dispatcher(), props.toast.id);
        use_effect_with((), move |()| {
            let timer = Timeout::new(STAYS, move || app.dispatch(Act::ToastGone(id)));
            move || drop(timer)
        });
    }
    let gone = {
        let (app, id) = (app.clone(), props.toast.id);
        Callback::from(move |()| app.dispatch(Act::ToastGone(id)))
    };
    let undo = props.toast.undo.map(|case| {
        let (app, gone) = (app.clone(), gone.clone());
        Callback::from(move |()| {
            gone.emit(());
            super::undo(&app, case);
        })
    });
    html! {
        <div class={classes!("toast", props.toast.danger.then_some("toast--danger"))} data-test="toast">
            {icon(if props.toast.danger { Ico::Octagon } else { Ico::TickRound })}
            <span>{props.toast.text.clone()}</span>
            { for undo.map(|onclick| html! { <Button small=true kind={Kind::Link} hook="toast-undo" label={app.tr.t("undo")} keys={&["Ctrl", "Z"]} {onclick} /> }) }
            <Button small=true plain=true ico={Ico::Close} label={app.tr.t("close")} onclick={gone} />
        </div>
    }
}
