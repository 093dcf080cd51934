//! What is known of the case itself: reference, day of receipt, where it stands, deadlines, tags.

use praesto_contract::{CaseAlike, CaseChange, CaseView, Day, DeadlineId, DeadlineView, ErrorCode, FieldValue, Over, Place, Status};
use yew::prelude::*;

use super::{
    acts,
    alike::{self, Alike},
    ops::{self, Ops, use_submit},
};
use crate::{
    components::{Button, DraftMark, Edit, Field, Ico, Input, Kind, Problem, Typed, Wrong, described, icon14, state},
    drafts::{self, Draft, use_draft},
    i18n::{Tr, code, now, parse_day, random, today_day},
    keys::focus,
    route::{Route, Tab},
    state::use_app,
};

#[derive(Properties, PartialEq)]
pub(super) struct PartProps {
    pub(super) view: CaseView,
    pub(super) ops: Ops,
}

/// Places that show when the facts are edited.
const EDITED: [&str; 5] = ["edit-reference", "edit-received", "deadline-label", "deadline-day", "tag-new"];

#[component]
pub(super) fn Facts(props: &PartProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let (view, ops) = (&props.view, &props.ops);
    let days: Vec<String> = view.deadlines.iter().map(|deadline| format!("deadline-{}", deadline.id)).collect();
    let edited: Vec<&str> = EDITED.into_iter().chain(days.iter().map(String::as_str)).collect();
    let editing = use_state(|| drafts::any(Some(view.id), &edited));
    let onedit = {
        let editing = editing.clone();
        Callback::from(move |()| editing.set(!*editing))
    };
    let received = match view.received {
        Some(day) => format!("{}, {}", tr.day_year(day), tr.channel(view.channel)),
        None => tr.f("place-received-unknown", &[("channel", tr.channel(view.channel).into())]),
    };
    // Why nothing leads on from here, or how it goes on.
    let about = match view.status {
        _ if view.standing.is_none() => Some(tr.said(ErrorCode::CaseTypeMissing.message_id()).what),
        Status::NeedsAdjudication => Some(tr.t("facts-status-waits")),
        Status::Decided => Some(tr.t("facts-status-decided")),
        _ => None,
    };
    html! {
        <section class="blk" aria-labelledby="facts-title">
            <div class="hd"><h2 id="facts-title">{tr.t("facts")}</h2><span class="sp"></span>
                <Button id="edit-facts" small=true kind={Kind::Link} ico={Ico::Pencil} label={tr.t(if *editing { "done-editing" } else { "edit" })} onclick={onedit} /></div>
            <dl class="pf-v6-c-description-list pf-m-compact pf-m-horizontal facts">
                {described(tr.t("place-received"), html! { {received} })}
                if !view.same_reference.is_empty() { {described(tr.t("case-same-reference"), alike::same(&app, &view.same_reference))} }
                {described(tr.t("facts-status"), html! { <>
                    <span id="status" data-status={code(&view.status)}>{acts::stands(&app, view)}</span>
                    { for about.map(|about| html! { <p class="helper">{about}</p> }) }
                </> })}
                { for view.decisions.iter().filter(|decision| decision.waits).map(|decision| described(tr.t("decide-outcome"), html! {
                    <span class="row wrap" data-test="decision-waits">
                        <span>{app.outcome_name(&view.case_type, &decision.outcome)}</span>
                        {state("warning", Ico::Clock, tr.t("decision-waits"))}
                        <Button hook="see-decisions" small=true kind={Kind::Link} label={tr.t("tab-decisions")} onclick={Callback::from(see_decisions)} />
                    </span>
                })) }
                { for view.deadlines.iter().map(|deadline| html! {
                    <Deadline key={deadline.id.to_string()} deadline={deadline.clone()} case_type={view.case_type.clone()} ops={ops.clone()} editing={*editing} />
                }) }
            </dl>
            if *editing { <EditFacts view={view.clone()} ops={ops.clone()} /> }
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct DeadlineProps {
    deadline: DeadlineView,
    case_type: AttrValue,
    ops: Ops,
    editing: bool,
}

#[component]
fn Deadline(props: &DeadlineProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let (deadline, ops) = (&props.deadline, &props.ops);
    let (id, met) = (deadline.id, deadline.met && !deadline.met_by_state);
    let rule = |text: &str| deadline.rule.as_ref().and_then(|rule| app.type_text(&props.case_type, &format!("deadline-{rule}{text}")));
    let called = rule("").unwrap_or_else(|| deadline.label.clone());
    let basis = rule("-basis").or_else(|| deadline.basis.clone());
    let day = deadline.day.map_or_else(|| tr.t("value-empty"), |day| tr.day_year(day));
    let onmet = {
        let ops = ops.clone();
        Callback::from(move |()| {
            let over = Over { place: Place::DeadlineMet { deadline: id }, value: FieldValue::Flag(met) };
            ops.choose(CaseChange::SetDeadlineMet { id, met: !met }, over, Some("said-deadline"), || ());
        })
    };
    let onremove = {
        let ops = ops.clone();
        Callback::from(move |()| ops.edit(vec![CaseChange::RemoveDeadline { id, removed: true }], Some("said-deadline-removed")))
    };
    let onday = {
        let ops = ops.clone();
        Callback::from(move |typed: Typed| match read_day(&ops.app.tr, &typed.text) {
            Ok(Some(day)) => ops.keep(vec![CaseChange::SetDeadlineDay { id, day }], Some("said-deadline-day"), &typed),
            Ok(None) => typed.done.emit(Some(Wrong::said(ops.app.tr.t("day-missing")))),
            Err(unclear) => typed.done.emit(Some(unclear)),
        })
    };
    described(
        called.clone(),
        html! { <>
            <span class="row wrap" data-test="deadline">
                if props.editing {
                    <Edit id={format!("deadline-{id}")} class="bare" kind={Input::Day} label={tr.f("deadline-day-of", &[("name", called.clone().into())])}
                        value={deadline.day.map(|day| day.to_string()).unwrap_or_default()} stands={ops.stands(Place::DeadlineDay { deadline: id }, ops::day(deadline.day))} onsave={onday} />
                } else if deadline.met {
                    {state("success", Ico::Tick, tr.f("deadline-met", &[("day", day.into())]))}
                } else {
                    <span>{day}</span>
                }
                if !deadline.met_by_state { <Button small=true kind={Kind::Link} label={tr.t(if met { "deadline-open" } else { "deadline-meet" })} onclick={onmet} /> }
                if props.editing { <Button small=true plain=true ico={Ico::Close} label={tr.f("remove-named", &[("name", called.into())])} onclick={onremove} /> }
            </span>
            { for basis.map(|basis| html! { <p class="helper" data-test="basis">{basis}</p> }) }
            if !deadline.sure { <p class="helper">{icon14(Ico::Info)}{tr.t("deadline-unsure")}</p> }
        </> },
    )
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
    let taken = {
        let (except, head) = (view.id, AttrValue::from(tr.t("reference-taken")));
        Callback::from(move |reference: String| {
            let sought = CaseAlike { reference: reference.trim().to_owned(), except: Some(except), ..CaseAlike::default() };
            html! { <Alike id="reference-taken" {sought} head={head.clone()} /> }
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
                    let change =
                        CaseChange::AddDeadline { id: DeadlineId::make(now(), &random()), label: label.trimmed(), day: day_on, rule: None };
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
                    stands={ops.stands(Place::Reference, ops::text(&view.reference))} below={taken} onsave={onreference} />
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

/// Goes where the decisions stand.
fn see_decisions((): ()) {
    Route { tab: Tab::Decisions, ..Route::current() }.go();
    focus("#tab-decisions");
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
