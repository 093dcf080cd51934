//! The list of what there is to do: one line a thing, ticked off where that needs nothing more.

use praesto_contract::{Asked, CaseChange, CaseEdit, Day, FieldValue, Over, Place, Queue, TodayPart, TodayRow, TodayView};
use web_sys::KeyboardEvent;
use yew::prelude::*;

use crate::{
    backend,
    components::{Button, Ico, Kind, icon, keys, state},
    keys::{focus_id, focus_if_lost, letter, typing, use_keys},
    route::{Area, Route, Tab},
    state::{Act, App, Undo, use_app},
};

#[derive(Properties, PartialEq)]
pub(super) struct AgendaProps {
    pub(super) view: TodayView,
}

#[component]
pub(super) fn Agenda(props: &AgendaProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let view = &props.view;
    let parts = [("late", &view.late), ("now", &view.now), ("soon", &view.soon), ("undated", &view.undated)];
    let rows: Vec<TodayRow> = parts.iter().flat_map(|(_, part)| part.rows.clone()).collect();
    let at = use_state(|| 0_usize);
    {
        // What was done leaves the list, and the focus goes on to what stands there now.
        let (at, count) = (*at, rows.len());
        use_effect_with(rows.iter().map(row_id).collect::<Vec<_>>(), move |_| {
            if count > 0 {
                focus_if_lost_row(at.min(count - 1));
            } else {
                focus_if_lost("#agenda");
            }
        });
    }
    {
        let (app, rows, at, tomorrow) = (app.clone(), rows.clone(), at.clone(), view.today.0.tomorrow().ok().map(Day));
        use_keys(false, move |event| pressed(&app, &rows, &at, tomorrow, event));
    }
    let group = |(name, part): (&str, &TodayPart), first: usize| {
        if part.total == 0 {
            return html! {};
        }
        let more = part.total.saturating_sub(part.rows.len() as u64);
        let title = tr.t(&format!("today-{name}"));
        html! {
            <section aria-labelledby={format!("today-{name}")} data-test={format!("today-{name}")}>
                <h2 class="grp" id={format!("today-{name}")}>
                    if name == "late" { {state("danger", Ico::Octagon, title)} } else { {title} }
                    <span class="t3">{tr.words().number(part.total)}</span>
                </h2>
                <ul role="list">{ for part.rows.iter().enumerate().map(|(index, one)| row(&app, view, first + index, one, &at)) }</ul>
                if more > 0 { <p class="grp__more s t2">{tr.n("today-more", more)}</p> }
            </section>
        }
    };
    let mut first = 0;
    let groups = parts.map(|(name, part)| {
        let shown = group((name, part), first);
        first += part.rows.len();
        shown
    });
    let nobody = Route { queue: Queue::Team, ..Route::area(Area::Cases) };
    html! {
        <section class="pane" id="agenda" data-pane="main" tabindex="-1" aria-label={tr.t("today-agenda")}>
            if rows.is_empty() { <Nothing /> }
            { for groups }
            if view.nobody > 0 {
                <p class="grp__more s t2" data-test="today-nobody">{tr.n("today-nobody", view.nobody)}{" "}<a href={nobody.hash()}>{tr.t("today-nobody-look")}</a></p>
            }
        </section>
    }
}

/// Nothing is due: says so, and what comes next.
#[component]
fn Nothing() -> Html {
    let app = use_app();
    let tr = &app.tr;
    let cases = app.entrance(Area::Cases);
    let onclick = Callback::from(move |()| cases.go());
    html! {
        <div class="today__none" data-test="today-nothing">
            {icon(Ico::TickRound)}
            <h2>{tr.t("today-nothing")}</h2>
            <p class="t2">{tr.t("today-nothing-text")}</p>
            <Button kind={Kind::Secondary} ico={Ico::Folder} label={tr.t("today-to-cases")} {onclick} />
        </div>
    }
}

/// Tells things apart, so that what stands at a place of the list can be told from what stood there.
fn row_id(row: &TodayRow) -> String {
    match &row.asked {
        Asked::Task { task } => task.to_string(),
        Asked::Deadline { deadline, .. } => deadline.to_string(),
        Asked::Signature { decision, .. } => decision.to_string(),
        Asked::Settle => row.case.to_string(),
    }
}

fn focus_if_lost_row(at: usize) {
    focus_if_lost(&format!("#today-row-{at}"));
}

/// Where a thing is dealt with.
fn place(row: &TodayRow) -> Route {
    let (queue, tab) = match row.asked {
        Asked::Task { .. } => (Queue::Team, Tab::Tasks),
        Asked::Deadline { .. } => (Queue::Team, Tab::Summary),
        Asked::Signature { .. } => (Queue::Team, Tab::Decisions),
        Asked::Settle => (Queue::Conflict, Tab::Conflicts),
    };
    Route { area: Area::Cases, queue, case: Some(row.case), tab, ..Route::default() }
}

fn pressed(app: &App, rows: &[TodayRow], at: &UseStateHandle<usize>, tomorrow: Option<Day>, event: &KeyboardEvent) -> bool {
    if typing(event) || rows.is_empty() || event.ctrl_key() || event.alt_key() || event.meta_key() {
        return false;
    }
    let last = rows.len() - 1;
    let here = focused();
    let go = |to: usize| {
        at.set(to);
        focus_id(&format!("today-row-{to}"))
    };
    let next = here.map_or(0, |here| (here + 1).min(last));
    let previous = here.map_or(0, |here| here.saturating_sub(1));
    match event.key().as_str() {
        "ArrowDown" => return go(next),
        "ArrowUp" => return go(previous),
        "Home" => return go(0),
        "End" => return go(last),
        _ => {}
    }
    let on = here.and_then(|here| rows.get(here));
    match (letter(event, app.settings.letter_keys).as_deref(), on) {
        (Some("j"), _) => go(next),
        (Some("k"), _) => go(previous),
        (Some("x"), Some(row)) => done(app, row) || in_its_case(app),
        (Some("s"), Some(row)) => tomorrow.is_some_and(|day| put_off(app, row, day)) || in_its_case(app),
        _ => false,
    }
}

/// The row that the focus is in.
fn focused() -> Option<usize> {
    let active = gloo_utils::document().active_element()?;
    active.closest("[data-at]").ok()??.get_attribute("data-at")?.parse().ok()
}

/// Ticks a thing off, where nothing more belongs to it. Says whether it did.
fn done(app: &App, row: &TodayRow) -> bool {
    let (change, place, said) = match row.asked {
        Asked::Task { task } => (CaseChange::SetTaskDone { id: task, done: true }, Place::TaskDone { task }, "said-task-done"),
        Asked::Deadline { deadline, rule: None } => {
            (CaseChange::SetDeadlineMet { id: deadline, met: true }, Place::DeadlineMet { deadline }, "said-deadline")
        }
        Asked::Deadline { .. } | Asked::Signature { .. } | Asked::Settle => return false,
    };
    save(app, row, change, Over { place, value: FieldValue::Flag(false) }, app.tr.t(said));
    true
}

/// Says that there is more to it than a key.
fn in_its_case(app: &App) -> bool {
    app.dispatch(Act::Toast { text: app.tr.t("today-in-its-case"), danger: false, undo: None });
    true
}

/// Moves a task to another day. Says whether it did.
fn put_off(app: &App, row: &TodayRow, to: Day) -> bool {
    let Asked::Task { task } = row.asked else { return false };
    if row.day == Some(to) {
        return true;
    }
    let over = Over { place: Place::TaskDue { task }, value: row.day.map_or(FieldValue::Empty, FieldValue::Day) };
    let change = CaseChange::EditTask { id: task, text: None, due: Some(Some(to)), assignee: None };
    save(app, row, change, over, app.tr.f("said-put-off", &[("day", app.tr.day(to).into())]));
    true
}

fn save(app: &App, row: &TodayRow, change: CaseChange, over: Over, text: String) {
    let (app, case) = (app.clone(), row.case);
    backend::run(CaseEdit { case, changes: vec![change], drafts: Vec::new(), over: vec![over] }, move |answer| {
        app.dispatch(Act::CasesChanged);
        app.dispatch(match answer {
            Ok(view) => Act::Toast { text, danger: false, undo: view.can_undo.then_some(Undo::Case(case)) },
            Err(error) => Act::Failed(error),
        });
    });
}

fn row(app: &App, view: &TodayView, index: usize, row: &TodayRow, at: &UseStateHandle<usize>) -> Html {
    let tr = &app.tr;
    let called = called(app, row);
    let id = format!("today-row-{index}");
    let ticks = matches!(row.asked, Asked::Task { .. } | Asked::Deadline { rule: None, .. });
    let mark = if ticks {
        let (app, one) = (app.clone(), row.clone());
        let onchange = Callback::from(move |event: Event| {
            // Drawn anew, the list shows what stands.
            event.target_unchecked_into::<web_sys::HtmlInputElement>().set_checked(false);
            done(&app, &one);
        });
        html! { <input type="checkbox" class="pf-v6-c-check__input" aria-label={tr.f("today-done", &[("name", called.clone().into())])} {onchange} /> }
    } else {
        icon(match row.asked {
            Asked::Settle => Ico::Fork,
            Asked::Signature { .. } => Ico::Decide,
            Asked::Task { .. } | Asked::Deadline { .. } => Ico::Day,
        })
    };
    let onfocusin = {
        let at = at.clone();
        Callback::from(move |_: FocusEvent| at.set(index))
    };
    let (word, beside) = when(app, view, row);
    html! {
        <li class="tk" key={row_id(row)} data-at={index.to_string()} data-case={row.case.to_string()} {onfocusin}>
            {mark}
            <a class="tk__what" {id} href={place(row).hash()}>
                <span class="el" title={called.clone()}>{called.clone()}</span>
                <small class="el"><span class="ref">{row.reference.clone()}</span>{" · "}{row.title.clone()}</small>
            </a>
            <div class="tk__due">{word}if let Some(beside) = beside { <small class="el">{beside}</small> }</div>
            <span class="tk__key">{keys(&["↵"])}</span>
        </li>
    }
}

/// What a thing is called.
fn called(app: &App, row: &TodayRow) -> String {
    match &row.asked {
        Asked::Task { .. } | Asked::Deadline { rule: None, .. } => row.text.clone(),
        Asked::Deadline { rule: Some(rule), .. } => {
            app.type_text(&row.case_type, &format!("deadline-{rule}")).unwrap_or_else(|| row.text.clone())
        }
        Asked::Signature { .. } => app.tr.f("today-sign", &[("outcome", app.outcome_name(&row.case_type, &row.text).into())]),
        Asked::Settle => app.tr.t("today-settle"),
    }
}

/// By when, and what stands below that.
fn when(app: &App, view: &TodayView, row: &TodayRow) -> (Html, Option<String>) {
    let tr = &app.tr;
    let by_law = match row.asked {
        Asked::Deadline { rule: Some(_), .. } => Some(tr.t("today-by-law")),
        _ => row.by_law.filter(|day| Some(*day) != row.day).map(|day| tr.f("today-by-law-on", &[("day", tr.day(day).into())])),
    };
    match (&row.asked, row.day, row.in_days) {
        (Asked::Settle, ..) => (state("conflict", Ico::Fork, tr.t("row-conflict")), by_law),
        (Asked::Signature { decided_by, .. }, ..) => (
            state("warning", Ico::Clock, tr.t("today-to-sign")),
            Some(tr.f("today-decided-by", &[("name", tr.named(decided_by, false).into())])),
        ),
        (_, Some(day), Some(days @ ..0)) => {
            let was = tr.f("today-was-due", &[("day", tr.day(day).into())]);
            (state("danger", Ico::Octagon, tr.n("due-late", u64::from(days.unsigned_abs()))), Some(was))
        }
        (_, Some(day), _) if day == view.today => (state("warning", Ico::Clock, tr.t("due-today")), by_law),
        (_, Some(day), _) => (state("mute", Ico::Day, tr.day(day)), by_law),
        (_, None, _) => (html! {}, by_law),
    }
}
