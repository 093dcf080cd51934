//! Removing a case and bringing it back: the dialog that asks why, what a removed case says, and the conflict where somebody worked on it meanwhile.

use praesto_contract::{Author, CaseRemove, CaseRestore, CaseView, RemovalState, RemovalView};
use yew::prelude::*;

use super::{conflicts::by, decide::OverProps, ops::Ops};
use crate::{
    components::{Ask, Button, Field, Ico, Kind, icon, label, use_sending},
    drafts::use_draft,
    i18n::Tr,
    keys::focus,
    state::use_app,
};

/// Whether the case takes no edit until it is brought back.
pub(super) fn is_removed(view: &CaseView) -> bool {
    view.removal.as_ref().is_some_and(|removal| removal.state != RemovalState::Contested)
}

/// The removal that waits for a person's choice.
pub(super) fn contested(view: &CaseView) -> Option<&RemovalView> {
    view.removal.as_ref().filter(|removal| removal.state == RemovalState::Contested)
}

/// Brings the case back, or keeps it.
pub(super) fn restore(ops: &Ops) {
    ops.ask(CaseRestore { case: ops.case }, Some("said-restored"));
}

/// Asks why a case is removed.
#[component]
pub(super) fn Remove(props: &OverProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let (reason, tried, sending) = (use_draft("remove-reason"), use_state(|| false), use_sending());
    let onsubmit = {
        let (ops, onclose, reason, tried, sending) =
            (props.ops.clone(), props.onclose.clone(), reason.clone(), tried.setter(), sending.clone());
        Callback::from(move |()| {
            tried.set(true);
            let typed = reason.trimmed();
            if typed.is_empty() {
                focus("#remove-reason");
                return;
            }
            let (ops, onclose, reason) = (ops.clone(), onclose.clone(), reason.clone());
            sending.send(CaseRemove { case: ops.case, reason: typed }, move |view| {
                reason.discard();
                onclose.emit(());
                ops.take(Ok(view), Some("said-removed"));
            });
        })
    };
    let wrong = (*tried && reason.trimmed().is_empty()).then(|| tr.t("remove-reason-missing"));
    html! {
        <Ask id="remove" title={tr.f("remove-title", &[("reference", props.view.reference.clone().into())])} lead={tr.t("remove-lead")}
            act={tr.t("remove-do")} first="#remove-reason" {sending} drafts={vec![reason.clone()]} {onsubmit} onclose={props.onclose.clone()}>
            <Field id="remove-reason" label={tr.t("decide-reason")} help={tr.t("remove-reason-help")} rows={3} value={reason.text()} {wrong} oninput={reason.oninput()} />
        </Ask>
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct RemovalProps {
    pub(super) removal: RemovalView,
}

/// Says over a removed case who removed it and why.
#[component]
pub(super) fn Removed(props: &RemovalProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let asked = props.removal.state == RemovalState::Asked;
    html! {
        <div class="pf-v6-c-alert pf-m-inline pf-m-info" data-test="removed">
            <div class="pf-v6-c-alert__icon">{icon(Ico::Bin)}</div>
            <div class="pf-v6-c-alert__title">{ for props.removal.removed.iter().map(|one| html! { <p>{said(tr, &one.by, &one.reason)}</p> }) }</div>
            <div class="pf-v6-c-alert__description"><p>{tr.t(if asked { "removed-asked-text" } else { "removed-text" })}</p></div>
        </div>
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct ContestedProps {
    pub(super) removal: RemovalView,
    pub(super) ops: Ops,
    pub(super) onremove: Callback<()>,
}

/// Removed by one, worked on by another: a person keeps the case or removes it, having seen both.
#[component]
pub(super) fn Contested(props: &ContestedProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let keep = {
        let ops = props.ops.clone();
        Callback::from(move |()| restore(&ops))
    };
    html! {
        <section class="cf" aria-labelledby="cf-removal" data-test="conflict-removal">
            <div class="hd"><h2 id="cf-removal">{tr.t("conflict-removal")}</h2><span class="sp">{label("is-conflict", Some(Ico::Fork), tr.t("row-conflict"))}</span></div>
            <p>{tr.t("conflict-removal-text")}</p>
            <div class="two">
                <div class="val">
                    <div class="val__v">{tr.t("conflict-removal-removed")}{ for props.removal.removed.iter().map(|one| html! { <small>{one.reason.clone()}</small> }) }</div>
                    { for props.removal.removed.iter().map(|one| by(tr, &one.by)) }
                    <div class="val__a"><Button id="remove-again" small=true ico={Ico::Bin} label={tr.t("remove")} keys={&["Del"]} onclick={props.onremove.clone()} /></div>
                </div>
                <div class="val">
                    <div class="val__v">{tr.t("conflict-removal-worked-on")}</div>
                    { for props.removal.unseen.iter().map(|one| by(tr, one)) }
                    <div class="val__a"><Button id="keep-case" small=true kind={Kind::Primary} ico={Ico::Back} label={tr.t("keep-case")} keys={&["R"]} onclick={keep} /></div>
                </div>
            </div>
        </section>
    }
}

fn said(tr: &Tr, by: &Author, reason: &str) -> String {
    tr.f("removed-by", &[("name", tr.by(by).into()), ("when", tr.moment(by.at).into()), ("reason", reason.to_owned().into())])
}
