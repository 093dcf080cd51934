//! Says over a closed case that it was changed all the same, and lets a person close it again or open it.

use praesto_contract::{CaseChange, EventId, LateView, Over, Place, Status};
use praesto_domain::casework::EventKind;
use yew::prelude::*;

use super::{
    conflicts::by,
    ops::{Ops, text},
};
use crate::{
    components::{Button, Ico, Kind, icon},
    i18n::{now, random},
    state::use_app,
};

/// The change that sets the status by hand.
pub(super) fn set_status(status: Status) -> CaseChange {
    CaseChange::AddEvent { id: EventId::make(now(), &random()), event: EventKind::StatusSet { status } }
}

/// The status that somebody saw when they set another.
pub(super) fn over_status(status: Status) -> Over {
    Over { place: Place::Status, value: text(status.code()) }
}

#[derive(Properties, PartialEq)]
pub(super) struct LateProps {
    pub(super) late: LateView,
    pub(super) status: Status,
    pub(super) ops: Ops,
}

#[component]
pub(super) fn Late(props: &LateProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let apart = props.late.apart;
    let (tone, ico) = if apart { ("pf-m-custom", Ico::Fork) } else { ("pf-m-warning", Ico::Triangle) };
    let set = |status: Status| {
        let (ops, stood) = (props.ops.clone(), props.status);
        Callback::from(move |()| ops.choose(set_status(status), over_status(stood), Some("said-status"), || ()))
    };
    html! {
        <section class={classes!("pf-v6-c-alert", "pf-m-inline", tone)} data-test="changed-late" aria-labelledby="late-title">
            <div class="pf-v6-c-alert__icon">{icon(ico)}</div>
            <h2 class="pf-v6-c-alert__title" id="late-title">{tr.t(if apart { "case-late-apart-title" } else { "case-late-title" })}</h2>
            <div class="pf-v6-c-alert__description">
                <p>{tr.t(if apart { "case-late-apart-text" } else { "case-late-text" })}</p>
                <div class="two">{ for props.late.by.iter().map(|one| by(tr, one)) }</div>
            </div>
            <div class="pf-v6-c-alert__action-group">
                <Button id="close-again" small=true kind={Kind::Primary} label={tr.t("close-again")} onclick={set(Status::Closed)} />
                <Button id="open-again" small=true label={tr.f("open-again", &[("status", tr.status(Status::InReview).into())])} onclick={set(Status::InReview)} />
            </div>
        </section>
    }
}
