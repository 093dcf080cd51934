//! Deciding: outcome and reason; a new decision replaces those that its author knows of.

use praesto_contract::{CaseChange, CaseView, DecisionId};
use yew::prelude::*;

use super::ops::{Ops, use_submit};
use crate::{
    components::{Dialog, Field, Foot},
    drafts::{Draft, use_draft},
    i18n::{now, random},
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
    let (outcome, reason) = (use_draft("decide-outcome"), use_draft("decide-reason"));
    let drafts = vec![outcome.clone(), reason.clone()];
    let tried = use_state(|| false);
    let submit = use_submit();
    use_effect_with((), |()| focus("#decide-outcome"));
    let standing: Vec<_> = props.view.decisions.iter().filter(|decision| !decision.withdrawn && !decision.replaced).cloned().collect();
    let onsubmit = {
        let (ops, onclose, outcome, reason) = (props.ops.clone(), props.onclose.clone(), outcome.clone(), reason.clone());
        let (drafts, tried, submit) = (drafts.clone(), tried.setter(), submit.clone());
        let replaces: Vec<DecisionId> = standing.iter().map(|decision| decision.id).collect();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            tried.set(true);
            let (outcome, reason) = (outcome.trimmed(), reason.trimmed());
            if outcome.is_empty() || reason.is_empty() {
                focus(if outcome.is_empty() { "#decide-outcome" } else { "#decide-reason" });
                return;
            }
            let change = CaseChange::Decide { id: DecisionId::make(now(), &random()), outcome, reason, replaces: replaces.clone() };
            let onclose = onclose.clone();
            submit.edit(&ops, vec![change], drafts.clone(), "said-decided", move || onclose.emit(()));
        })
    };
    let missing = |draft: &Draft, text: &str| (*tried && draft.trimmed().is_empty()).then(|| tr.t(text));
    html! {
        <Dialog id="decide-dialog" title={tr.f("decide-title", &[("reference", props.view.reference.clone().into())])} lead={tr.t("decide-lead")} onclose={props.onclose.clone()}>
            <form class="pf-v6-c-form stack16" {onsubmit} novalidate=true>
                if !standing.is_empty() {
                    <p class="s t2">{tr.f("decide-replaces", &[("decisions", tr.words().list(&standing.iter().map(|decision| decision.outcome.clone()).collect::<Vec<_>>()).into())])}</p>
                }
                <Field id="decide-outcome" label={tr.t("decide-outcome")} value={outcome.text()} wrong={missing(&outcome, "decide-missing")} oninput={outcome.oninput()} />
                <Field id="decide-reason" label={tr.t("decide-reason")} help={tr.t("decide-reason-help")} rows={4} value={reason.text()} wrong={missing(&reason, "decide-reason-missing")} oninput={reason.oninput()} />
                <Foot id="decide-do" label={tr.t("decide-do")} error={submit.error()} {drafts} oncancel={props.onclose.clone()} />
            </form>
        </Dialog>
    }
}
