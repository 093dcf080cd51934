//! Looking around in a made-up office.

use praesto_contract::{AppStatus, SampleOfficeCreate, SampleOfficeStop};
use yew::prelude::*;

use super::{
    start::{use_form_keys, use_start},
    what_happens,
};
use crate::{
    backend,
    components::{Button, Ico, progress},
    keys::focus,
    state::{Act, use_app},
};

#[derive(Properties, PartialEq)]
pub(super) struct SampleProps {
    pub(super) ondone: Callback<AppStatus>,
    pub(super) onback: Callback<()>,
}

#[component]
pub(super) fn Sample(props: &SampleProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let start = use_start();
    let busy = start.busy();
    // The button that began it cannot be pressed any more; once it was stopped, it can again.
    let was_busy = use_mut_ref(|| false);
    use_effect_with(busy, move |busy| match (was_busy.replace(*busy), *busy) {
        (false, true) => focus("#sample-stop"),
        (true, false) => focus("#sample"),
        _ => {}
    });
    let submit = {
        let (app, start, ondone, language) = (app.clone(), start.clone(), props.ondone.clone(), tr.language());
        move || {
            if !start.busy() {
                app.dispatch(Act::SampleGoesOn(None));
            }
            start.send(None, SampleOfficeCreate { language: language.code().to_owned() }, &ondone);
        }
    };
    let stop = {
        let app = app.clone();
        Callback::from(move |()| {
            let app = app.clone();
            backend::run(SampleOfficeStop {}, move |answer| {
                if let Err(problem) = answer {
                    app.dispatch(Act::Failed(problem));
                }
            });
        })
    };
    // Whoever turns to another way to start wants none of it.
    let begun = use_mut_ref(|| false);
    *begun.borrow_mut() = busy;
    use_effect_with((), move |()| {
        move || {
            if *begun.borrow() {
                backend::run(SampleOfficeStop {}, |_| ());
            }
        }
    });
    let onback = {
        let (stop, onback) = (stop.clone(), props.onback.clone());
        Callback::from(move |()| {
            if busy {
                stop.emit(());
            }
            onback.emit(());
        })
    };
    let onescape = if busy { stop.clone() } else { onback.clone() };
    let onsubmit = use_form_keys(submit, onescape);
    html! {
        <>
            <h2>{tr.t("welcome-sample")}</h2>
            <p class="t2">{tr.t("sample-lead")}</p>
            <form {onsubmit}>{start.foot("sample", &onback)}</form>
            <div role="status" class="import__busy">
                if let (true, Some((done, total))) = (busy, app.sample) {
                    {progress(&tr.f("sample-progress", &[("done", tr.words().number(done).into()), ("total", tr.words().number(total).into())]), done, total)}
                }
                if busy {
                    <div class="acts"><Button id="sample-stop" small=true label={tr.t("sample-stop")} keys={&["Esc"]} onclick={stop} /></div>
                }
            </div>
            {what_happens(tr.t("sample-next"), vec![
                (Ico::Folder, tr.t("sample-next-cases")),
                (Ico::CloudOff, tr.t("sample-next-nothing-sent")),
                (Ico::Back, tr.t("sample-next-leave")),
            ])}
        </>
    }
}
