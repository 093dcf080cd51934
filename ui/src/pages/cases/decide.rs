//! Deciding: one of the outcomes that the case type knows, and why; a new decision replaces those that contradict each other.

use praesto_contract::{CaseDecide, CaseView, DecisionId, Refused, Who};
use yew::prelude::*;

use super::{
    acts, form,
    ops::{Ops, use_submit},
};
use crate::{
    components::{Dialog, Field, Foot, select_value},
    drafts::use_draft,
    i18n::code,
    keys::focus,
    state::use_app,
};

#[derive(Properties, PartialEq)]
pub(super) struct OverProps {
    pub(super) view: CaseView,
    pub(super) ops: Ops,
    pub(super) onclose: Callback<()>,
}

#[component]
pub(super) fn Decide(props: &OverProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let view = &props.view;
    let (outcome, reason) = (use_draft("decide-outcome"), use_draft("decide-reason"));
    let drafts = vec![outcome.clone(), reason.clone()];
    let tried = use_state(|| false);
    let submit = use_submit();
    use_effect_with((), |()| focus("#decide-outcome"));
    let outcomes: Vec<_> = acts::outcomes(view).map(|(outcome, refused)| (outcome.to_owned(), refused)).collect();
    let chosen = outcomes.iter().find(|(one, _)| *one == outcome.trimmed()).cloned();
    let (refused, none) = (chosen.as_ref().and_then(|(_, refused)| *refused), chosen.is_none());
    let second = chosen.as_ref().and_then(|(chosen, _)| {
        let outcomes = &app.case_type(&view.case_type)?.outcomes;
        outcomes.iter().find(|one| one.id == *chosen)?.second
    });
    let standing: Vec<_> =
        view.decisions.iter().filter(|decision| !decision.withdrawn && !decision.replaced && !decision.waits).cloned().collect();
    let onoutcome = {
        let outcome = outcome.clone();
        Callback::from(move |event: Event| outcome.set(select_value(&event)))
    };
    let onsubmit = {
        let (ops, onclose, reason) = (props.ops.clone(), props.onclose.clone(), reason.clone());
        let (drafts, tried, submit) = (drafts.clone(), tried.setter(), submit.clone());
        let replaces: Vec<DecisionId> = standing.iter().map(|decision| decision.id).collect();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            tried.set(true);
            let outcome = match &chosen {
                Some((outcome, None)) => outcome.clone(),
                _ => return focus("#decide-outcome"),
            };
            let reason = reason.trimmed();
            if reason.is_empty() {
                return focus("#decide-reason");
            }
            let (case, replaces, onclose) = (ops.case, replaces.clone(), onclose.clone());
            let request = move |drafts| CaseDecide { case, outcome, reason, replaces, drafts };
            let said = if second.is_some() { "said-decided-waits" } else { "said-decided" };
            submit.send(&ops, drafts.clone(), said, request, move || onclose.emit(()));
        })
    };
    let missing = (*tried && none).then(|| tr.t("decide-missing"));
    let why_not = refused.map(|why| tr.words().coded("act-refused", &code(&why)));
    let incomplete = form::missing(&app, view).filter(|_| refused == Some(Refused::FormIncomplete));
    let nobody = second.is_some() && app.people.len() < 2;
    let reason_missing = (*tried && reason.trimmed().is_empty()).then(|| tr.t("decide-reason-missing"));
    html! {
        <Dialog id="decide-dialog" title={tr.f("decide-title", &[("reference", view.reference.clone().into())])} lead={tr.t("decide-lead")} onclose={props.onclose.clone()}>
            <form class="pf-v6-c-form stack16" {onsubmit} novalidate=true>
                if !standing.is_empty() {
                    <p class="s t2">{tr.f("decide-replaces", &[("decisions", tr.words().list(&standing.iter().map(|decision| app.outcome_name(&view.case_type, &decision.outcome)).collect::<Vec<_>>()).into())])}</p>
                }
                <div class="pf-v6-c-form__group">
                    <div class="pf-v6-c-form__group-label"><label class="pf-v6-c-form__label" for="decide-outcome"><span class="pf-v6-c-form__label-text">{tr.t("decide-outcome")}</span></label></div>
                    <span class="pf-v6-c-form-control"><select id="decide-outcome" onchange={onoutcome} aria-describedby="decide-about" aria-invalid={(missing.is_some() || (*tried && why_not.is_some())).to_string()}>
                        <option value="" selected={none}>{tr.t("decide-choose")}</option>
                        { for outcomes.iter().map(|(one, _)| html! {
                            <option value={one.clone()} selected={*one == outcome.trimmed()}>{app.outcome_name(&view.case_type, one)}</option>
                        }) }
                    </select></span>
                    <div id="decide-about">
                        if let Some(text) = missing { <p class="helper helper--wrong">{text}</p> }
                        if let Some(why) = why_not { <p class="helper helper--wrong" data-test="decide-refused">{why}</p> }
                        if let Some(fields) = incomplete { <p class="helper">{fields}</p> }
                        if nobody { <p class="helper" data-test="decide-nobody">{tr.t("second-nobody")}</p> }
                        { for second.filter(|_| refused.is_none()).map(|who| html! { <p class="helper" data-test="decide-second">{second_signature(&app, who)}</p> }) }
                    </div>
                </div>
                <Field id="decide-reason" label={tr.t("decide-reason")} help={tr.t("decide-reason-help")} rows={4} value={reason.text()} wrong={reason_missing} oninput={reason.oninput()} />
                <Foot id="decide-do" label={tr.t("decide-do")} error={submit.error()} {drafts} oncancel={props.onclose.clone()} />
            </form>
        </Dialog>
    }
}

/// Whose second signature a decision needs.
pub(super) fn second_signature(app: &crate::state::App, who: Who) -> String {
    app.tr.words().coded("second", &code(&who))
}
