//! One act: who handed over what, what there is to do in it, and its cases, most urgent first.

use praesto_contract::{CaseId, CaseloadView, HandOverAct, HandedRow, HandedToMe, Queue};
use yew::prelude::*;

use super::open_id;
use crate::{
    components::{Button, Ico, Keys, Kind, label, state},
    i18n::Tr,
    route::{Area, Route, Tab},
    state::{App, use_app},
};

#[derive(Properties, PartialEq)]
pub(super) struct HandedProps {
    /// Number of the act on the page.
    pub(super) number: usize,
    pub(super) handed: HandedToMe,
    /// Place of its first row among all rows of the page.
    pub(super) from: usize,
    /// Place of the row that keys act on.
    pub(super) chosen: usize,
    pub(super) busy: bool,
    /// Takes the cases that are named, or all.
    pub(super) ontake: Callback<(HandOverAct, Option<Vec<CaseId>>)>,
    /// Asks why before a case, or all, are given back.
    pub(super) onback: Callback<(HandOverAct, Option<CaseId>)>,
    pub(super) onchoose: Callback<usize>,
}

#[component]
pub(super) fn Handed(props: &HandedProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let HandedToMe { waiting, words, rows } = &props.handed;
    let act = waiting.act;
    let title = format!("handed-title-{}", props.number);
    let on = (props.from..props.from + rows.len()).contains(&props.chosen);
    let ontake = props.ontake.reform(move |()| (act, None));
    let onback = props.onback.reform(move |()| (act, None));
    html! {
        <section class="handed" aria-labelledby={title.clone()} data-test="handed-act">
            <div class="hd"><h2 id={title}>{said(tr, &waiting.name, waiting.load.cases)}</h2><span class="sp t3 n">{tr.moment(waiting.at)}</span></div>
            if !words.is_empty() { <p class="handed__words pre" data-test="handed-words">{words.clone()}</p> }
            {caseload(tr, &waiting.load)}
            <div class="acts">
                <Button hook="take-all" kind={if props.number == 0 { Kind::Primary } else { Kind::Secondary }} ico={Ico::Tick} disabled={props.busy} label={tr.t("take-all")}
                    keys={if on { Keys(&["Ctrl", "↵"]) } else { Keys::default() }} onclick={ontake} />
                <Button hook="give-back-all" ico={Ico::Back} disabled={props.busy} label={tr.t("give-back-all")} onclick={onback} />
            </div>
            <ul class="handed__rows">
                { for rows.iter().enumerate().map(|(index, row)| html! { <Row key={row.case.id.to_string()} {act} row={row.clone()} index={props.from + index}
                    on={props.from + index == props.chosen} busy={props.busy} ontake={props.ontake.clone()} onback={props.onback.clone()} onchoose={props.onchoose.clone()} /> }) }
            </ul>
            if (rows.len() as u64) < waiting.load.cases {
                <p class="xs t3">{tr.f("handed-first", &[("shown", (rows.len() as u64).into()), ("total", waiting.load.cases.into())])}</p>
            }
        </section>
    }
}

/// Who handed over how many cases.
pub(super) fn said(tr: &Tr, name: &str, cases: u64) -> String {
    tr.f("handed-to-me", &[("name", tr.named(name, false).into()), ("count", cases.into())])
}

/// What there is to do, in labels: never by colour alone, and nothing where there is nothing.
pub(super) fn caseload(tr: &Tr, load: &CaseloadView) -> Html {
    let parts = [
        (load.overdue, "is-danger", Some(Ico::Octagon), "load-overdue"),
        (load.due_soon, "is-warning", Some(Ico::Clock), "load-due-soon"),
        (load.open_tasks, "", Some(Ico::Tick), "load-tasks"),
        (load.waiting_decisions, "is-warning", Some(Ico::Decide), "load-decisions"),
        (load.conflicts, "is-conflict", Some(Ico::Fork), "load-conflicts"),
        (load.unseen, "is-accent", Some(Ico::Info), "load-unseen"),
    ];
    html! {
        <div class="row wrap handed__load" data-test="caseload">
            {label("", Some(Ico::Folder), tr.n("cases", load.cases))}
            { for parts.into_iter().filter(|(count, ..)| *count > 0).map(|(count, class, ico, id)| label(class, ico, tr.n(id, count))) }
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct RowProps {
    act: HandOverAct,
    row: HandedRow,
    index: usize,
    on: bool,
    busy: bool,
    ontake: Callback<(HandOverAct, Option<Vec<CaseId>>)>,
    onback: Callback<(HandOverAct, Option<CaseId>)>,
    onchoose: Callback<usize>,
}

/// A case that waits.
#[component]
fn Row(props: &RowProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let (act, case, on) = (props.act, &props.row.case, props.on);
    let id = case.id;
    let route = Route { area: Area::Cases, queue: Queue::Mine, case: Some(id), tab: Tab::Summary, ..Route::default() };
    let index = props.index;
    let onfocusin = props.onchoose.reform(move |_: FocusEvent| index);
    let ontake = props.ontake.reform(move |()| (act, Some(vec![id])));
    let onback = props.onback.reform(move |()| (act, Some(id)));
    let named = |what: &str| tr.f(what, &[("title", case.title.clone().into())]);
    html! {
        <li class={classes!("handed__row", on.then_some("on"))} data-test="handed-row" data-case={id.to_string()} {onfocusin}>
            <div class="handed__case">
                <a class="link handed__title" id={open_id(index)} href={route.hash()}>{case.title.clone()}</a>
                <div class="s t2"><span class="ref">{case.reference.clone()}</span>{" · "}{app.stands(&case.case_type, case.status, case.state.as_deref())}</div>
                <div class="row wrap s handed__facts">{facts(&app, &props.row)}</div>
                { for props.row.note.as_ref().map(|note| html! {
                    <p class="xs t3 break">{tr.f("handed-note", &[("text", note.text.clone().into()), ("name", tr.by(&note.by).into()), ("when", tr.moment(note.by.at).into())])}</p>
                }) }
            </div>
            <div class="handed__acts">
                <Button hook="take" small=true ico={Ico::Tick} disabled={props.busy} label={tr.t("take")} spoken={named("take-named")}
                    keys={if on { Keys(&["A"]) } else { Keys::default() }} onclick={ontake} />
                <Button hook="give-back" small=true ico={Ico::Back} disabled={props.busy} label={tr.t("give-back")} spoken={named("give-back-named")}
                    keys={if on { Keys(&["B"]) } else { Keys::default() }} onclick={onback} />
            </div>
        </li>
    }
}

/// What presses, in words.
fn facts(app: &App, row: &HandedRow) -> Html {
    let tr = &app.tr;
    let due = match (row.case.due, row.case.due_in_days) {
        (Some(_), Some(days @ ..0)) => Some(state("danger", Ico::Octagon, tr.n("due-late", u64::from(days.unsigned_abs())))),
        (Some(_), Some(0)) => Some(state("warning", Ico::Clock, tr.t("due-today"))),
        (Some(day), Some(1..=3)) => Some(state("warning", Ico::Clock, tr.day(day))),
        (Some(day), _) => Some(state("mute", Ico::Day, tr.day(day))),
        (None, _) => None,
    };
    let deadline = row.deadline.as_ref().map(|next| format!("{}, {}", next.label, tr.day(next.day)));
    html! {
        <>
            { for due }
            { for deadline.map(|text| html! { <span class="t2 break">{text}</span> }) }
            if row.open_tasks > 0 { {state("mute", Ico::Tick, tr.n("load-tasks", row.open_tasks))} }
            if row.waiting_decisions > 0 { {state("warning", Ico::Decide, tr.n("load-decisions", row.waiting_decisions))} }
            if row.case.conflict { {state("conflict", Ico::Fork, tr.t("row-conflict"))} }
            if row.case.unseen { {state("accent", Ico::Info, tr.t("handed-unseen"))} }
            if row.case.not_checked { {state("mute", Ico::Info, tr.t("row-not-checked"))} }
        </>
    }
}
