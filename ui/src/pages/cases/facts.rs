//! What is known of the case itself: reference, day of receipt, status, deadlines, tags.

use praesto_contract::{CaseChange, CaseView, Day, DeadlineId, FieldValue, Over, Place, Status};
use yew::prelude::*;

use super::closing::{over_status, set_status};
use super::ops::{self, Ops, use_submit};
use crate::{
    components::{
        Button, DraftMark, Edit, Field, Ico, Input, Kind, Problem, Typed, Wrong, described, select_value, shows_again, state, use_list,
    },
    drafts::{self, Draft, use_draft},
    i18n::{Tr, code, now, parse_day, random, today_day},
    keys::focus,
    state::use_app,
};

#[derive(Properties, PartialEq)]
pub(super) struct PartProps {
    pub(super) view: CaseView,
    pub(super) ops: Ops,
}

/// Places that show when the facts are edited.
const EDITED: [&str; 5] = ["edit-reference", "edit-received", "deadline-label", "deadline-day", "tag-new"];

/// Statuses that a person can set; the others follow from decisions.
const SETTABLE: [Status; 4] = [Status::New, Status::InReview, Status::Waiting, Status::Closed];

/// Statuses to choose from while a decision counts.
const WHILE_DECIDED: [Status; 2] = [Status::Decided, Status::Closed];

#[component]
pub(super) fn Facts(props: &PartProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let (view, ops) = (&props.view, &props.ops);
    let editing = use_state(|| drafts::any(Some(view.id), &EDITED));
    let onedit = {
        let editing = editing.clone();
        Callback::from(move |()| editing.set(!*editing))
    };
    let onstatus = {
        let (ops, stood) = (ops.clone(), view.status);
        Callback::from(move |event: Event| {
            let chosen = select_value(&event);
            if let Some(status) = SETTABLE.into_iter().chain(WHILE_DECIDED).find(|status| code(status) == chosen) {
                // An open case with a decision is decided, whatever was set by hand.
                let set = if status == Status::Decided { Status::InReview } else { status };
                ops.choose(set_status(set), over_status(stood), Some("said-status"), shows_again(&event, code(&stood)));
            }
        })
    };
    // What a person chose would hold at the moment somebody withdraws a decision, to everybody's surprise.
    let waits = view.status == Status::NeedsAdjudication;
    let decided = view.decisions.iter().any(|decision| !decision.withdrawn && !decision.replaced);
    let select = use_list(code(&view.status));
    let received = match view.received {
        Some(day) => format!("{}, {}", tr.day_year(day), tr.channel(view.channel)),
        None => tr.f("place-received-unknown", &[("channel", tr.channel(view.channel).into())]),
    };
    let settable = if decided { &WHILE_DECIDED[..] } else { &SETTABLE[..] };
    let options = Some(view.status).into_iter().filter(|status| !settable.contains(status)).chain(settable.iter().copied());
    html! {
        <section class="blk" aria-labelledby="facts-title">
            <div class="hd"><h2 id="facts-title">{tr.t("facts")}</h2><span class="sp"></span>
                <Button id="edit-facts" small=true kind={Kind::Link} ico={Ico::Pencil} label={tr.t(if *editing { "done-editing" } else { "edit" })} onclick={onedit} /></div>
            <dl class="pf-v6-c-description-list pf-m-compact pf-m-horizontal facts">
                {described(tr.t("place-received"), html! { {received} })}
                {described(tr.t("facts-status"), html! { <>
                    <span class="mini"><select id="status" ref={select} aria-label={tr.t("facts-status")} disabled={waits} onchange={onstatus}>
                        { for options.map(|status| html! { <option value={code(&status)} selected={status == view.status}>{tr.status(status)}</option> }) }
                    </select></span>
                    if waits {
                        <p class="helper">{tr.t("facts-status-waits")}</p>
                    } else if view.status == Status::Decided {
                        <p class="helper">{tr.t("facts-status-decided")}</p>
                    }
                </> })}
                { for view.deadlines.iter().map(|deadline| {
                    let day = deadline.day.map_or_else(|| tr.t("value-empty"), |day| tr.day_year(day));
                    let (id, met, at) = (deadline.id, deadline.met, ops.clone());
                    let onmet = Callback::from(move |()| {
                        let over = Over { place: Place::DeadlineMet { deadline: id }, value: FieldValue::Flag(met) };
                        at.choose(CaseChange::SetDeadlineMet { id, met: !met }, over, Some("said-deadline"), || ());
                    });
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
    let (label, day, tag) = (use_draft("deadline-label"), use_draft("deadline-day"), use_draft("tag-new"));
    let (adding, tagging) = (use_submit(), use_submit());
    let wrong = use_state(|| None::<(&str, AttrValue)>);
    let onreference = {
        let ops = ops.clone();
        Callback::from(move |typed: Typed| {
            let reference = typed.text.trim().to_owned();
            if reference.is_empty() {
                typed.done.emit(Some(Wrong::said(ops.app.tr.t("case-reference-missing"))));
                return;
            }
            ops.keep(vec![CaseChange::SetReference { reference }], Some("said-reference"), &typed);
        })
    };
    let onreceived = {
        let ops = ops.clone();
        Callback::from(move |typed: Typed| match read_received(&ops.app.tr, &typed.text) {
            Ok(day) => ops.keep(vec![CaseChange::SetReceived { day }], Some("said-received"), &typed),
            Err(unclear) => typed.done.emit(Some(unclear)),
        })
    };
    let ondeadline = {
        let (ops, label, day, adding, wrong) = (ops.clone(), label.clone(), day.clone(), adding.clone(), wrong.setter());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let on = match (label.trimmed().is_empty(), read_day(&ops.app.tr, &day.text())) {
                (true, _) => Err(("#deadline-label", ops.app.tr.t("name-missing").into())),
                (_, Err(unclear)) => Err(("#deadline-day", unclear.text)),
                (_, Ok(None)) => Err(("#deadline-day", ops.app.tr.t("day-missing").into())),
                (_, Ok(Some(on))) => Ok(on),
            };
            match on {
                Ok(day_on) => {
                    wrong.set(None);
                    let change = CaseChange::AddDeadline { id: DeadlineId::make(now(), &random()), label: label.trimmed(), day: day_on };
                    adding.edit(&ops, vec![change], vec![label.clone(), day.clone()], "said-deadline-added", || ());
                }
                Err(at) => {
                    focus(at.0);
                    wrong.set(Some(at));
                }
            }
        })
    };
    let ontag = {
        let (ops, tag, tagging, wrong) = (ops.clone(), tag.clone(), tagging.clone(), wrong.setter());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if tag.trimmed().is_empty() {
                focus("#tag-new");
                wrong.set(Some(("#tag-new", ops.app.tr.t("name-missing").into())));
                return;
            }
            wrong.set(None);
            tagging.edit(&ops, vec![CaseChange::AddTag { tag: tag.trimmed() }], vec![tag.clone()], "said-tag", || ());
        })
    };
    let oninput = |draft: &Draft| {
        let wrong = wrong.setter();
        draft.oninput_and(move || wrong.set(None))
    };
    let wrong_at = |place: &str| (*wrong).clone().filter(|(at, _)| *at == place).map(|(_, text)| text);
    html! {
        <div class="more">
            <div class="g2">
                <Edit id="edit-reference" label={tr.t("place-reference")} value={view.reference.clone()}
                    stands={ops.stands(Place::Reference, ops::text(&view.reference))} onsave={onreference} />
                <Edit id="edit-received" kind={Input::Day} label={tr.t("place-received")} value={view.received.map(|day| day.to_string()).unwrap_or_default()}
                    stands={ops.stands(Place::Received, ops::day(view.received))} onsave={onreceived} />
            </div>
            <form class="addrow" onsubmit={ondeadline}>
                <Field id="deadline-label" label={tr.t("deadline-new")} value={label.text()} wrong={wrong_at("#deadline-label")} oninput={oninput(&label)} />
                <Field id="deadline-day" hint={tr.t("day-pattern")} label={tr.t("day")} value={day.text()} wrong={wrong_at("#deadline-day")} oninput={oninput(&day)} />
                <Button id="deadline-add" submit=true small=true ico={Ico::Plus} label={tr.t("add")} />
            </form>
            <form class="addrow" onsubmit={ontag}>
                <Field id="tag-new" label={tr.t("tag-new")} value={tag.text()} wrong={wrong_at("#tag-new")} oninput={oninput(&tag)} />
                <Button id="tag-add" submit=true small=true ico={Ico::Plus} label={tr.t("add")} />
            </form>
            <DraftMark drafts={vec![label, day, tag]} />
            <Problem error={adding.error().or(tagging.error())} focus=true />
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

/// As [`read_day`], of a day on which something came to the office.
pub(super) fn read_received(tr: &Tr, text: &str) -> Result<Option<Day>, Wrong> {
    let day = read_day(tr, text)?;
    if day > today_day() { Err(Wrong::said(tr.t("day-to-come"))) } else { Ok(day) }
}

/// Reads a day as typed; an empty field is no day.
pub(super) fn read_day(tr: &Tr, text: &str) -> Result<Option<Day>, Wrong> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    parse_day(text).map(Some).ok_or_else(|| Wrong::said(tr.t("day-unclear")))
}
