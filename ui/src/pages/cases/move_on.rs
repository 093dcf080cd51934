//! Taking the case a step further: where it can go from here, and why.

use praesto_contract::{CaseStep, Refused};
use yew::prelude::*;

use super::{acts, decide::OverProps, ops::use_submit};
use crate::{
    components::{Dialog, Field, Foot},
    drafts::use_draft,
    i18n::code,
    keys::focus,
    state::use_app,
};

#[component]
pub(super) fn MoveOn(props: &OverProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let view = &props.view;
    let note = use_draft("step-note");
    let submit = use_submit();
    let steps: Vec<(String, Option<Refused>)> = acts::steps(view).map(|(step, refused)| (step.to_owned(), refused)).collect();
    let free = || steps.iter().filter(|(_, refused)| refused.is_none()).map(|(step, _)| step.clone());
    let chosen = use_state(|| None::<String>);
    // What was chosen may lead on from here no longer.
    let chosen_now = free().find(|step| Some(step) == chosen.as_ref()).or_else(|| free().next());
    let first = if chosen_now.is_some() { "#step-dialog input[type=radio]:checked" } else { "#step-note" };
    use_effect_with((), move |()| focus(first));
    let onsubmit = {
        let (ops, onclose, note, submit) = (props.ops.clone(), props.onclose.clone(), note.clone(), submit.clone());
        let (step, seen) = (chosen_now.clone(), view.standing.as_ref().and_then(|standing| standing.state.clone()));
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            // Nothing leads on: each step says why beside it.
            let Some(step) = step.clone() else { return };
            let (case, seen, text, onclose) = (ops.case, seen.clone(), note.trimmed(), onclose.clone());
            let note_text = Some(text).filter(|text| !text.is_empty());
            let request = move |drafts| CaseStep { case, step: Some(step), seen, note: note_text, drafts };
            submit.send(&ops, vec![note.clone()], "said-step", request, move || onclose.emit(()));
        })
    };
    html! {
        <Dialog id="step-dialog" title={tr.f("step-title", &[("reference", view.reference.clone().into())])} lead={tr.t("step-lead")} onclose={props.onclose.clone()}>
            <form class="pf-v6-c-form stack16" {onsubmit} novalidate=true>
                <div class="opts opts--plain" role="radiogroup" aria-label={tr.t("step-question")}>
                    { for steps.iter().map(|(step, refused)| {
                        let on = chosen_now.as_ref() == Some(step);
                        let onchange = {
                            let (chosen, step) = (chosen.setter(), step.clone());
                            Callback::from(move |_: Event| chosen.set(Some(step.clone())))
                        };
                        let to = app.step(&view.case_type, step).and_then(|step| app.state_name(&view.case_type, &step.to));
                        html! {
                            <label class={classes!("opt", on.then_some("on"), refused.map(|_| "opt--off"))} key={step.clone()}>
                                <input type="radio" class="pf-v6-c-radio__input" name="step" value={step.clone()} checked={on} disabled={refused.is_some()} {onchange} />
                                <b>{app.step_name(&view.case_type, step)}</b>
                                <p>{match refused {
                                    Some(why) => tr.words().coded("act-refused", &code(why)),
                                    None => to.map(|to| tr.f("step-to", &[("state", to.into())])).unwrap_or_default(),
                                }}</p>
                            </label>
                        }
                    }) }
                </div>
                <Field id="step-note" label={tr.t("step-note")} help={tr.t("step-note-help")} rows={3} value={note.text()} oninput={note.oninput()} />
                <Foot id="step-do" label={chosen_now.as_ref().map_or_else(|| tr.t("move-on"), |step| app.step_name(&view.case_type, step))} error={submit.error()} drafts={vec![note]} oncancel={props.onclose.clone()} />
            </form>
        </Dialog>
    }
}
