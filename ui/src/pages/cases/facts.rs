//! What is known of the case itself: reference, day of receipt, status, deadlines, tags.

use praesto_contract::{CaseChange, CaseView, Day, DeadlineId, EventId, Status};
use praesto_domain::casework::EventKind;
use yew::prelude::*;

use super::ops::Ops;
use crate::{
    components::{Button, Edit, Field, Ico, Input, Kind, described, select_value, state},
    i18n::{code, now, parse_day, random},
    state::{Act, use_app},
};

#[derive(Properties, PartialEq)]
pub(super) struct PartProps {
    pub(super) view: CaseView,
    pub(super) ops: Ops,
}

/// Statuses that a person can set; the others follow from decisions.
const SETTABLE: [Status; 4] = [Status::New, Status::InReview, Status::Waiting, Status::Closed];

#[component]
pub(super) fn Facts(props: &PartProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let (view, ops) = (&props.view, &props.ops);
    let editing = use_state(|| false);
    let onedit = {
        let editing = editing.clone();
        Callback::from(move |()| editing.set(!*editing))
    };
    let onstatus = {
        let ops = ops.clone();
        Callback::from(move |event: Event| {
            let chosen = select_value(&event);
            if let Some(status) = SETTABLE.into_iter().find(|status| code(status) == chosen) {
                let event = EventKind::StatusSet { status };
                ops.edit(vec![CaseChange::AddEvent { id: EventId::make(now(), &random()), event }], Some("said-status"));
            }
        })
    };
    let received = match view.received {
        Some(day) => format!("{}, {}", tr.day_year(day), tr.channel(view.channel)),
        None => tr.channel(view.channel),
    };
    let options: Vec<Status> = std::iter::once(view.status).chain(SETTABLE.into_iter().filter(|status| *status != view.status)).collect();
    html! {
        <section class="blk" aria-labelledby="facts-title">
            <div class="hd"><h2 id="facts-title">{tr.t("facts")}</h2><span class="sp"></span>
                <Button id="edit-facts" small=true kind={Kind::Link} ico={Ico::Pencil} label={tr.t(if *editing { "done-editing" } else { "edit" })} onclick={onedit} /></div>
            <dl class="pf-v6-c-description-list pf-m-compact pf-m-horizontal facts">
                {described(tr.t("place-received"), html! { {received} })}
                {described(tr.t("facts-status"), html! {
                    <span class="mini"><select id="status" aria-label={tr.t("facts-status")} onchange={onstatus}>
                        { for options.into_iter().map(|status| html! { <option value={code(&status)} selected={status == view.status}>{tr.status(status)}</option> }) }
                    </select></span>
                })}
                { for view.deadlines.iter().map(|deadline| {
                    let day = deadline.day.map_or_else(|| tr.t("value-empty"), |day| tr.day_year(day));
                    let (id, met, at) = (deadline.id, deadline.met, ops.clone());
                    let onmet = Callback::from(move |()| at.edit(vec![CaseChange::SetDeadlineMet { id, met: !met }], Some("said-deadline")));
                    let at = ops.clone();
                    let onremove = Callback::from(move |()| at.edit(vec![CaseChange::RemoveDeadline { id, removed: true }], Some("said-deadline-removed")));
                    described(deadline.label.clone(), html! {
                        <span class="row wrap">
                            if deadline.met { {state("success", Ico::Tick, tr.f("deadline-met", &[("day", day.into())]))} } else { <span>{day}</span> }
                            <Button small=true kind={Kind::Link} label={tr.t(if met { "deadline-open" } else { "deadline-meet" })} onclick={onmet} />
                            if *editing { <Button small=true plain=true ico={Ico::Close} label={tr.f("remove-named", &[("name", deadline.label.clone().into())])} onclick={onremove} /> }
                        </span>
                    })
                }) }
            </dl>
            if *editing { <EditFacts view={view.clone()} ops={ops.clone()} /> }
        </section>
    }
}

/// The same facts as fields, with what can be added.
#[component]
fn EditFacts(props: &PartProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let (view, ops) = (&props.view, &props.ops);
    let label = use_state(String::new);
    let day = use_state(String::new);
    let tag = use_state(String::new);
    let onreference = {
        let ops = ops.clone();
        Callback::from(move |reference: String| {
            ops.edit(vec![CaseChange::SetReference { reference: reference.trim().to_owned() }], Some("said-reference"))
        })
    };
    let onreceived = {
        let ops = ops.clone();
        Callback::from(move |text: String| {
            if let Some(day) = read_day(&ops, &text) {
                ops.edit(vec![CaseChange::SetReceived { day }], Some("said-received"));
            }
        })
    };
    let ondeadline = {
        let (ops, label, day) = (ops.clone(), label.clone(), day.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if let (Some(Some(on)), false) = (read_day(&ops, &day), label.trim().is_empty()) {
                let id = DeadlineId::make(now(), &random());
                ops.edit(vec![CaseChange::AddDeadline { id, label: label.trim().to_owned(), day: on }], Some("said-deadline-added"));
                label.set(String::new());
                day.set(String::new());
            }
        })
    };
    let ontag = {
        let (ops, tag) = (ops.clone(), tag.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if !tag.trim().is_empty() {
                ops.edit(vec![CaseChange::AddTag { tag: tag.trim().to_owned() }], Some("said-tag"));
                tag.set(String::new());
            }
        })
    };
    let set = |state: &UseStateHandle<String>| {
        let state = state.clone();
        Callback::from(move |text| state.set(text))
    };
    html! {
        <div class="more">
            <div class="g2">
                <Edit id="edit-reference" label={tr.t("place-reference")} value={view.reference.clone()} onsave={onreference} />
                <Edit id="edit-received" kind={Input::Day} label={tr.t("place-received")} value={view.received.map(|day| day.to_string()).unwrap_or_default()} onsave={onreceived} />
            </div>
            <form class="addrow" onsubmit={ondeadline}>
                <Field id="deadline-label" label={tr.t("deadline-new")} value={(*label).clone()} oninput={set(&label)} />
                <Field id="deadline-day" hint={tr.t("day-example")} label={tr.t("day")} value={(*day).clone()} oninput={set(&day)} />
                <Button id="deadline-add" submit=true small=true ico={Ico::Plus} label={tr.t("add")} />
            </form>
            <form class="addrow" onsubmit={ontag}>
                <Field id="tag-new" label={tr.t("tag-new")} value={(*tag).clone()} oninput={set(&tag)} />
                <Button id="tag-add" submit=true small=true ico={Ico::Plus} label={tr.t("add")} />
            </form>
            if !view.tags.is_empty() {
                <div class="row wrap">
                    { for view.tags.iter().map(|tag| {
                        let (ops, gone) = (ops.clone(), tag.clone());
                        let onclick = Callback::from(move |()| ops.edit(vec![CaseChange::RemoveTag { tag: gone.clone() }], Some("said-tag-removed")));
                        html! { <Button small=true ico={Ico::Close} label={tr.f("remove-named", &[("name", tag.clone().into())])} {onclick} /> }
                    }) }
                </div>
            }
        </div>
    }
}

/// Reads a day as typed; an empty field is no day. Says so when it is neither.
pub(super) fn read_day(ops: &Ops, text: &str) -> Option<Option<Day>> {
    if text.trim().is_empty() {
        return Some(None);
    }
    let day = parse_day(text);
    if day.is_none() {
        ops.app.dispatch(Act::Toast { text: ops.app.tr.t("day-unclear"), danger: true, undo: None });
    }
    day.map(Some)
}
