//! Says over a closed case that it was changed all the same, and lets a person close it again or open it.

use praesto_contract::{CaseStep, CaseView, LateView, Status};
use yew::prelude::*;

use super::{acts, conflicts::by, ops::Ops};
use crate::{
    components::{Button, Ico, Kind, icon},
    state::use_app,
};

#[derive(Properties, PartialEq)]
pub(super) struct LateProps {
    pub(super) late: LateView,
    pub(super) view: CaseView,
    pub(super) ops: Ops,
}

#[component]
pub(super) fn Late(props: &LateProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let view = &props.view;
    let apart = props.late.apart;
    let (tone, ico) = if apart { ("pf-m-custom", Ico::Fork) } else { ("pf-m-warning", Ico::Triangle) };
    let seen = view.standing.as_ref().and_then(|standing| standing.state.clone());
    let takes = |step: Option<String>| {
        let (ops, seen) = (props.ops.clone(), seen.clone());
        Callback::from(move |()| {
            let step = CaseStep { case: ops.case, step: step.clone(), seen: seen.clone(), note: None, drafts: Vec::new() };
            ops.ask(step, Some("said-step"));
        })
    };
    let closed = |state: &str| {
        app.case_type(&view.case_type).is_some_and(|one| one.states.iter().any(|one| one.id == state && one.status == Status::Closed))
    };
    let leads_out = |step: &str| app.step(&view.case_type, step).is_some_and(|step| !closed(&step.to));
    let opens = acts::steps(view).filter(|(step, refused)| refused.is_none() && leads_out(step)).map(|(step, _)| step);
    html! {
        <section class={classes!("pf-v6-c-alert", "pf-m-inline", tone)} data-test="changed-late" aria-labelledby="late-title">
            <div class="pf-v6-c-alert__icon">{icon(ico)}</div>
            <h2 class="pf-v6-c-alert__title" id="late-title">{tr.t(if apart { "case-late-apart-title" } else { "case-late-title" })}</h2>
            <div class="pf-v6-c-alert__description">
                <p>{tr.t(if apart { "case-late-apart-text" } else { "case-late-text" })}</p>
                <div class="two">{ for props.late.by.iter().map(|one| by(tr, one)) }</div>
            </div>
            <div class="pf-v6-c-alert__action-group">
                <Button id="close-again" small=true kind={Kind::Primary} label={tr.t("close-again")} onclick={takes(None)} />
                { for opens.map(|step| html! {
                    <Button key={step.to_owned()} hook="open-again" small=true label={app.step_name(&view.case_type, step)} onclick={takes(Some(step.to_owned()))} />
                }) }
            </div>
        </section>
    }
}
