//! Asks why cases are given back before they are.

use praesto_contract::{ApiError, CaseId, HandOverAct, HandOverDone, HandOverGiveBack};
use yew::prelude::*;

use super::{Left, Progress, answer::is_whole, stop};
use crate::{
    backend,
    components::{Button, Dialog, Field, Foot, Kind, Loose},
    drafts::{Saving, use_draft},
    keys::focus,
    state::{Act, use_app},
};

/// Where the words for one case are drafted.
pub(crate) const WORDS: &str = "give-back-words";
/// Where those for all cases of an act are.
const WORDS_FOR_ALL: &str = "give-back-all-words";

#[derive(Properties, PartialEq)]
pub(crate) struct GiveBackProps {
    pub(crate) act: HandOverAct,
    /// Who gets them back.
    pub(crate) name: AttrValue,
    /// Which case; none means all of the act.
    pub(crate) case: Option<CaseId>,
    /// What that case is called.
    pub(crate) reference: Option<AttrValue>,
    pub(crate) onclose: Callback<()>,
}

#[component]
pub(crate) fn GiveBack(props: &GiveBackProps) -> Html {
    html! {
        <Loose case={props.case}>
            <Form act={props.act} name={props.name.clone()} case={props.case} reference={props.reference.clone()} onclose={props.onclose.clone()} />
        </Loose>
    }
}

#[component]
fn Form(props: &GiveBackProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let words = use_draft(if props.case.is_some() { WORDS } else { WORDS_FOR_ALL });
    let (busy, error) = (use_state(|| false), use_state(|| None::<ApiError>));
    let left = use_state(|| None::<HandOverDone>);
    use_effect_with((), |()| focus("#give-back-words"));
    let onclose = {
        let (app, busy, onclose) = (app.clone(), *busy, props.onclose.clone());
        Callback::from(move |()| if busy { stop(&app) } else { onclose.emit(()) })
    };
    let onsubmit = {
        let (app, act, case, words, onclose) = (app.clone(), props.act, props.case, words.clone(), props.onclose.clone());
        let (busy, error, left) = (busy.clone(), error.setter(), left.setter());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if *busy {
                return;
            }
            busy.set(true);
            error.set(None);
            app.dispatch(Act::HandingBegins);
            let (app, words, onclose, busy, error, left) =
                (app.clone(), words.clone(), onclose.clone(), busy.setter(), error.clone(), left.clone());
            wasm_bindgen_futures::spawn_local(async move {
                let text = words.trimmed();
                let saving = Saving::begin(vec![words]).await;
                let request = HandOverGiveBack { act, cases: case.map(|case| vec![case]), words: text, drafts: saving.places() };
                let answer = backend::call(request).await;
                saving.end(answer.as_ref().is_ok_and(|done| done.done > 0 && !done.cancelled && done.stopped.is_none()));
                busy.set(false);
                app.dispatch(Act::HandingEnds(None));
                app.dispatch(Act::CasesChanged);
                match answer {
                    Ok(done) if is_whole(&done) => {
                        onclose.emit(());
                        app.dispatch(Act::Toast { text: app.tr.n("said-given-back", done.done), danger: false, undo: None });
                    }
                    // Of one case there is nothing to list.
                    Ok(done) if case.is_some() => error.set(super::refused(Ok(done))),
                    Ok(done) => left.set(Some(done)),
                    Err(problem) => error.set(Some(problem)),
                }
            });
        })
    };
    let title = match &props.reference {
        Some(reference) => tr.f("give-back-title", &[("reference", reference.to_string().into())]),
        None => tr.t("give-back-title-all"),
    };
    let lead = tr.f("give-back-lead", &[("name", tr.named(&props.name, false).into())]);
    html! {
        <Dialog id="give-back-dialog" {title} {lead} onclose={onclose.clone()}>
            if let Some(done) = (*left).clone() {
                <Left {done} />
                <div class="acts"><Button id="give-back-close" kind={Kind::Primary} label={tr.t("close")} keys={&["Esc"]} onclick={onclose} /></div>
            } else {
                <form class="pf-v6-c-form stack16" {onsubmit} novalidate=true>
                    <Field id="give-back-words" label={tr.t("give-back-words")} help={tr.t("give-back-words-help")} rows={3} value={words.text()} oninput={words.oninput()} />
                    <Progress busy={*busy} />
                    <Foot id="give-back-do" busy={*busy} label={tr.t("give-back-do")} error={(*error).clone()} drafts={vec![words]} oncancel={onclose} />
                </form>
            }
        </Dialog>
    }
}
