//! One row of the list.

use std::rc::Rc;

use praesto_contract::{CaseId, CaseRow, Queue};
use yew::prelude::*;

use super::in_view::ROW;
use crate::{
    components::{Ico, icon12, state},
    i18n::Tr,
    route::{Area, Route, Tab},
    state::use_app,
};

/// Opens a case beside the list.
pub(super) fn open(case: CaseId, tab: Tab) {
    let tab = if tab == Tab::Conflicts { Tab::Summary } else { tab };
    Route { area: Area::Cases, case: Some(case), tab, ..Route::current() }.go();
}

#[derive(Properties, PartialEq)]
pub(super) struct RowProps {
    pub(super) index: u64,
    /// How many rows the list has.
    pub(super) of: u64,
    /// None until it has been read.
    pub(super) row: Option<Rc<CaseRow>>,
    /// Whether its case is open.
    pub(super) open: bool,
    /// Whether keys are for it.
    pub(super) here: bool,
    pub(super) marked: bool,
    pub(super) queue: Queue,
    pub(super) tab: Tab,
    pub(super) onmark: Callback<u64>,
}

/// The row at an index of the list. Drawn again when it says something else, not whenever the list moves.
#[component]
pub(super) fn Row(props: &RowProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let RowProps { index, of, open: on, marked, queue, tab, .. } = *props;
    let style = format!("top:{}px", index as f64 * ROW);
    let here = props.here.then_some("here");
    let Some(row) = &props.row else {
        return html! { <div id={format!("row-{index}")} class={classes!("rw", "rw--coming", here, marked.then_some("marked"))} role="option" aria-selected={marked.to_string()} aria-setsize={of.to_string()} aria-posinset={(index + 1).to_string()} {style}><span class="pf-v6-screen-reader">{tr.t("row-coming")}</span></div> };
    };
    let case = row.id;
    let onclick = {
        let onmark = props.onmark.clone();
        Callback::from(move |event: MouseEvent| if event.ctrl_key() || event.meta_key() { onmark.emit(index) } else { open(case, tab) })
    };
    let onmark = props.onmark.reform(move |event: MouseEvent| {
        event.stop_propagation();
        index
    });
    html! {
        <div id={format!("row-{index}")} class={classes!("rw", on.then_some("on"), here, row.unseen.then_some("new"), marked.then_some("marked"))} role="option" data-case={case.to_string()}
            aria-selected={marked.to_string()} aria-current={on.then_some("true")} aria-setsize={of.to_string()} aria-posinset={(index + 1).to_string()} {style} {onclick}>
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
