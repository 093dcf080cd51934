//! Deciding: outcome and reason; a new decision replaces those that its author knows of.

use praesto_contract::{ApiError, CaseChange, CaseView, DecisionId};
use yew::prelude::*;

use super::ops::Ops;
use crate::{
    components::{Button, Dialog, Field, Kind, Problem},
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
    let outcome = use_state(String::new);
    let reason = use_state(String::new);
    let tried = use_state(|| false);
    let error = use_state(|| None::<ApiError>);
    use_effect_with((), |()| focus("#decide-outcome"));
    let standing: Vec<_> = props.view.decisions.iter().filter(|decision| !decision.withdrawn && !decision.replaced).cloned().collect();
    let onsubmit = {
        let (ops, onclose, outcome, reason, tried, error) =
            (props.ops.clone(), props.onclose.clone(), outcome.clone(), reason.clone(), tried.clone(), error.clone());
        let replaces: Vec<DecisionId> = standing.iter().map(|decision| decision.id).collect();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            tried.set(true);
            if outcome.trim().is_empty() {
                focus("#decide-outcome");
                return;
            }
            let id = DecisionId::make(now(), &random());
            let change =
                CaseChange::Decide { id, outcome: outcome.trim().to_owned(), reason: reason.trim().to_owned(), replaces: replaces.clone() };
            ops.edit_then(vec![change], "said-decided", {
                let (onclose, error) = (onclose.clone(), error.clone());
                move |problem: Option<ApiError>| if problem.is_some() { error.set(problem) } else { onclose.emit(()) }
            });
        })
    };
    let set = |state: &UseStateHandle<String>| {
        let state = state.clone();
        Callback::from(move |text| state.set(text))
    };
    let wrong = (*tried && outcome.trim().is_empty()).then(|| tr.t("decide-missing"));
    html! {
        <Dialog id="decide-dialog" title={tr.f("decide-title", &[("reference", props.view.reference.clone().into())])} lead={tr.t("decide-lead")} onclose={props.onclose.clone()}>
            <form class="pf-v6-c-form stack16" {onsubmit} novalidate=true>
                if !standing.is_empty() {
                    <p class="s t2">{tr.f("decide-replaces", &[("decisions", tr.words().list(&standing.iter().map(|decision| decision.outcome.clone()).collect::<Vec<_>>()).into())])}</p>
                }
                <Field id="decide-outcome" label={tr.t("decide-outcome")} value={(*outcome).clone()} {wrong} oninput={set(&outcome)} />
                <Field id="decide-reason" label={tr.t("decide-reason")} rows={4} value={(*reason).clone()} oninput={set(&reason)} />
                <Problem error={(*error).clone()} />
                <div class="acts">
                    <Button id="decide-do" submit=true kind={Kind::Primary} label={tr.t("decide-do")} keys={&["↵"]} />
                    <Button kind={Kind::Tertiary} label={tr.t("cancel")} keys={&["Esc"]} onclick={props.onclose.clone()} />
                </div>
            </form>
        </Dialog>
    }
}
