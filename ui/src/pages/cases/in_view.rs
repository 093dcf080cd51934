//! The rows in view: 52 px each, and of a long list only those that are seen are drawn. Scrolling draws nothing else again.

use praesto_contract::{CaseListGet, ListAsks};
use web_sys::Element;
use yew::prelude::*;

use super::{
    marks::Marks,
    row::Row,
    rows::{Rows, RowsAct, WINDOW},
};
use crate::{backend, i18n::Tr, state::use_app};

/// Height of a row in pixels; the style sheet says the same.
pub(super) const ROW: f64 = 52.0;
/// Rows drawn beyond the edge of the view.
const BEYOND: u64 = 8;
/// Rows drawn at most.
const DRAWN: u64 = 60;

#[derive(Properties, PartialEq)]
pub(super) struct InViewProps {
    pub(super) asks: ListAsks,
    pub(super) rows: UseReducerHandle<Rows>,
    /// The list, once it is drawn.
    pub(super) node: NodeRef,
    /// The row whose case is open.
    pub(super) open: Option<u64>,
    /// The row that keys are for.
    pub(super) here: Option<u64>,
    pub(super) onmark: Callback<u64>,
    pub(super) onkeydown: Callback<KeyboardEvent>,
}

#[component]
pub(super) fn InView(props: &InViewProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let InViewProps { asks, rows, here, .. } = props;
    let (queue, tab, total) = (asks.queue, app.route.tab, rows.total);
    let top = use_state(|| 0.0_f64);
    let height = use_state(|| 700.0_f64);
    let first = ((*top / ROW) as u64).saturating_sub(BEYOND);
    let last = (((*top + *height) / ROW) as u64 + BEYOND).min(first + DRAWN - 1).min(total.saturating_sub(1));
    use_read(rows, asks, first, last.max(first));
    use_height(&props.node, &height);
    let onscroll = {
        let top = top.clone();
        Callback::from(move |event: Event| {
            // Drawn again for each row that passes, not for each pixel.
            let now = (f64::from(event.target_unchecked_into::<Element>().scroll_top()) / ROW).floor() * ROW;
            if *top != now {
                top.set(now);
            }
        })
    };
    let drawn = if total == 0 { 0..0 } else { first..last + 1 };
    let active = here.filter(|here| drawn.contains(here)).map(|here| format!("row-{here}"));
    let one = |index: u64| {
        let row = rows.row(index).cloned();
        // All that a list holds can be marked before it is read.
        let marked = row.as_ref().map_or(matches!(*app.marks, Marks::AllBut(..)), |row| app.marks.has(row.id));
        let (open, here) = (props.open == Some(index), *here == Some(index));
        html! { <Row key={index} {index} of={total} {row} {open} {here} {marked} {queue} {tab} onmark={&props.onmark} /> }
    };
    html! {
        <>
            if rows.loaded && rows.total == 0 && rows.error.is_none() {
                <div class="list__none" data-test="list-empty">
                    if props.asks.filter.is_set() {
                        <h2>{tr.t("list-narrowed-empty")}</h2>
                        <p class="s t2">{tr.t("list-narrowed-empty.text")}</p>
                    } else {
                        <h2>{tr.t(&format!("queue-empty-{}", crate::route::queue_code(queue)))}</h2>
                        <p class="s t2">{tr.t(&format!("queue-empty-{}.text", crate::route::queue_code(queue)))}</p>
                    }
                </div>
            } else {
                <div class={classes!("rows", app.marks.any().then_some("rows--marking"))} ref={&props.node} role="listbox" id="case-list" aria-label={tr.t("cases-in-queue")} aria-multiselectable="true" tabindex="0" aria-activedescendant={active} {onscroll} onkeydown={&props.onkeydown}>
                    <div class="rows__all" role="presentation" style={format!("height:{}px", rows.total as f64 * ROW)}>
                        { for drawn.map(one) }
                    </div>
                </div>
            }
            <div class="list__foot">
                <span class="n">{seen(tr, *top, *height, rows.total)}</span>
                if rows.total > 0 { <span class="sp row"><i class="dot" aria-hidden="true"></i>{tr.t("unseen-legend")}</span> }
            </div>
        </>
    }
}

/// Reads the windows that are in view and not fresh; each once for each generation.
#[hook]
fn use_read(rows: &UseReducerHandle<Rows>, asks: &ListAsks, first: u64, last: u64) {
    let asked = use_mut_ref(|| (0_u64, Vec::<u64>::new()));
    let missing = rows.missing(first, last);
    let (dispatch, generation, ListAsks { queue, sort, filter }) = (rows.dispatcher(), rows.generation, asks.clone());
    use_effect_with((missing, generation), move |(missing, generation)| {
        let generation = *generation;
        let mut asked = asked.borrow_mut();
        if asked.0 != generation {
            *asked = (generation, Vec::new());
        }
        for window in missing {
            if asked.1.contains(window) {
                continue;
            }
            asked.1.push(*window);
            let (dispatch, window) = (dispatch.clone(), *window);
            let request = CaseListGet { queue, sort, filter: filter.clone(), offset: window * WINDOW, limit: WINDOW as u32 };
            backend::run(request, move |answer| dispatch.dispatch(RowsAct::Filled { generation, window, answer }));
        }
    });
}

/// Keeps the height of the view up to date.
#[hook]
fn use_height(node: &NodeRef, height: &UseStateHandle<f64>) {
    let measure = {
        let (node, height) = (node.clone(), height.setter());
        move || {
            if let Some(list) = node.cast::<Element>()
                && list.client_height() > 0
            {
                height.set(f64::from(list.client_height()));
            }
        }
    };
    use_effect_with((), move |()| {
        gloo_timers::callback::Timeout::new(0, measure.clone()).forget();
        let listener = gloo_events::EventListener::new(&gloo_utils::window(), "resize", move |_| measure());
        move || drop(listener)
    });
}

/// Scrolls the list as little as it takes to show a row.
pub(super) fn reveal(node: &NodeRef, index: u64) {
    let Some(list) = node.cast::<Element>() else { return };
    let (from, to) = (index as f64 * ROW, (index + 1) as f64 * ROW);
    let (top, height) = (f64::from(list.scroll_top()), f64::from(list.client_height()));
    if from < top {
        list.set_scroll_top(from as i32);
    } else if to > top + height {
        list.set_scroll_top((to - height).ceil() as i32);
    }
}

fn seen(tr: &Tr, top: f64, height: f64, total: u64) -> String {
    if total == 0 {
        return String::new();
    }
    let from = ((top / ROW) as u64 + 1).min(total);
    let to = (((top + height) / ROW).round() as u64).clamp(from, total);
    tr.f(
        "list-seen",
        &[("from", tr.words().number(from).into()), ("to", tr.words().number(to).into()), ("total", tr.words().number(total).into())],
    )
}
