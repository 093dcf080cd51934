//! One row of the list.

use praesto_contract::{CaseId, CaseRow, Queue};
use yew::prelude::*;

use super::{list::ROW, marks::Marks, rows::Rows};
use crate::{
    components::{Ico, icon12, state},
    i18n::Tr,
    route::{Area, Route, Tab},
    state::App,
};

/// Opens a case beside the list.
pub(super) fn open(case: CaseId, tab: Tab) {
    let tab = if tab == Tab::Conflicts { Tab::Summary } else { tab };
    Route { area: Area::Cases, case: Some(case), tab, ..Route::current() }.go();
}

/// Rows that are told apart from the others.
#[derive(Clone, Copy)]
pub(super) struct Here {
    /// The one whose case is open.
    pub(super) open: Option<u64>,
    /// The one that keys are for.
    pub(super) keys: Option<u64>,
}

/// The row at an index of the list.
pub(super) fn row(
    app: &App,
    rows: &Rows,
    index: u64,
    at: Here,
    queue: Queue,
    mark: &(impl Fn(&[u64], Option<bool>) + Clone + 'static),
) -> Html {
    let tr = &app.tr;
    let style = format!("top:{}px", index as f64 * ROW);
    let size = rows.total.to_string();
    let here = (at.keys == Some(index)).then_some("here");
    let Some(row) = rows.row(index) else {
        // All that a list holds can be marked before it is read.
        let marked = matches!(*app.marks, Marks::AllBut(..));
        return html! { <div key={index} id={format!("row-{index}")} class={classes!("rw", "rw--coming", here, marked.then_some("marked"))} role="option" aria-selected={marked.to_string()} aria-setsize={size} aria-posinset={(index + 1).to_string()} {style}><span class="pf-v6-screen-reader">{tr.t("row-coming")}</span></div> };
    };
    let (on, marked) = (at.open == Some(index), app.marks.has(row.id));
    let (case, tab) = (row.id, app.route.tab);
    let toggle = {
        let mark = mark.clone();
        move || mark(&[index], None)
    };
    let onclick = {
        let toggle = toggle.clone();
        Callback::from(move |event: MouseEvent| if event.ctrl_key() || event.meta_key() { toggle() } else { open(case, tab) })
    };
    let onmark = Callback::from(move |event: MouseEvent| {
        event.stop_propagation();
        toggle();
    });
    html! {
        <div key={index} id={format!("row-{index}")} class={classes!("rw", on.then_some("on"), here, row.unseen.then_some("new"), marked.then_some("marked"))} role="option" data-case={case.to_string()}
            aria-selected={marked.to_string()} aria-current={on.then_some("true")} aria-setsize={size} aria-posinset={(index + 1).to_string()} {style} {onclick}>
            // For the mouse alone: whether the row is marked is said by the row, and X marks it.
            <span class="mk" aria-hidden="true" data-test="mark" title={tr.t("hint-mark")} onclick={onmark}><i>{ for marked.then(|| icon12(Ico::Tick)) }</i></span>
            <div class="a el" title={row.title.clone()}>{row.title.clone()}
                if row.unseen { <span class="pf-v6-screen-reader">{", "}{tr.t("unseen-legend")}</span> }
            </div>
            <div class="d">{due(tr, row)}</div>
            <div class="b el"><span class="ref">{row.reference.clone()}</span>{" · "}{app.stands(&row.case_type, row.status, row.state.as_deref())}
                { for row.assignee_name.as_ref().filter(|_| queue != Queue::Mine).map(|name| html! { <>{" · "}{name.clone()}</> }) }
            </div>
            <div class="m">
                if row.not_checked { <span title={tr.t("row-not-checked.why")} data-test="row-not-checked">{state("mute", Ico::Info, tr.t("row-not-checked"))}</span> }
                if row.removal_asked { {state("warning", Ico::Triangle, tr.t("row-removal-asked"))} }
                else if row.conflict { {state("conflict", Ico::Fork, tr.t("row-conflict"))} }
                else if row.not_sent { {state("mute", Ico::TrayOut, tr.t("row-not-sent"))} }
                else if row.handed_over { {state("mute", Ico::HandOver, tr.t("row-handed-over"))} }
            </div>
        </div>
    }
}

/// When a case is due, never by colour alone.
fn due(tr: &Tr, row: &CaseRow) -> Html {
    let (Some(day), Some(days)) = (row.due, row.due_in_days) else { return html! {} };
    match days {
        ..0 => state("danger", Ico::Octagon, tr.n("due-late", u64::from(days.unsigned_abs()))),
        0 => state("warning", Ico::Clock, tr.t("due-today")),
        1..=3 => state("warning", Ico::Clock, tr.day(day)),
        _ => state("mute", Ico::Day, tr.day(day)),
    }
}
