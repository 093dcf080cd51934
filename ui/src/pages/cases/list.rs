//! The queue: 52 px rows, of which only those in view are drawn.

use praesto_contract::{CaseId, CaseListGet, CaseRow, CaseSort, Queue, QueueCounts};
use web_sys::Element;
use yew::prelude::*;

use super::{
    Position,
    rows::{Rows, RowsAct, WINDOW},
};
use crate::{
    backend,
    components::{Button, Ico, Problem, icon14, select_value, state},
    i18n::{Tr, code},
    keys::{focus_now, letter, typing, use_keys},
    pages::hand_over::HandedToMe,
    route::{Area, Route, Tab},
    state::{Act, App, Layer, use_app},
};

/// Height of a row in pixels; the style sheet says the same.
const ROW: f64 = 52.0;
/// Rows drawn beyond the edge of the view.
const BEYOND: u64 = 8;
/// Rows drawn at most.
const DRAWN: u64 = 60;

#[derive(Properties, PartialEq)]
pub(super) struct ListProps {
    pub(super) queue: Queue,
    pub(super) sort: CaseSort,
    pub(super) selected: Option<CaseId>,
    /// A number that grows with each step asked for from outside, and how far to step.
    pub(super) step: (u32, i64),
    pub(super) onposition: Callback<Position>,
    pub(super) onsort: Callback<CaseSort>,
}

#[component]
pub(super) fn List(props: &ListProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let rows = use_reducer(Rows::default);
    let node = use_node_ref();
    let top = use_state(|| 0.0_f64);
    let height = use_state(|| 700.0_f64);
    let wanted = use_state(|| None::<u64>);

    {
        let (rows, node) = (rows.dispatcher(), node.clone());
        use_effect_with((props.queue, props.sort), move |_| {
            rows.dispatch(RowsAct::Reset);
            if let Some(list) = node.cast::<Element>() {
                list.set_scroll_top(0);
            }
        });
    }
    {
        let rows = rows.dispatcher();
        use_effect_with(app.cases, move |_| rows.dispatch(RowsAct::Stale));
    }
    let first = ((*top / ROW) as u64).saturating_sub(BEYOND);
    let last = (((*top + *height) / ROW) as u64 + BEYOND).min(first + DRAWN - 1).min(rows.total.saturating_sub(1));
    use_read(&rows, props.queue, props.sort, first, last.max(first));
    use_height(&node, &height);

    let at = props.selected.and_then(|case| rows.index_of(case));
    // All of one's cases are handed over from where they are seen. At an open case the key is for that one.
    let hands = props.queue == Queue::Mine && rows.total > 0;
    {
        let onposition = props.onposition.clone();
        let holds_cases = rows.counts.map(|counts| counts.team + counts.closed > 0);
        use_effect_with(Position { at, of: rows.total, holds_cases }, move |position| onposition.emit(*position));
    }
    {
        // A row that was asked for before it had been read is opened once it is here.
        let (wanted, queue, tab) = (wanted.clone(), props.queue, app.route.tab);
        let row = (*wanted).and_then(|index| rows.row(index)).map(|row| row.id);
        use_effect_with(row, move |row| {
            if let Some(case) = *row {
                wanted.set(None);
                open(queue, case, tab);
            }
        });
    }
    let go = {
        let (rows, node, wanted, height, queue, tab) = (rows.clone(), node.clone(), wanted.clone(), *height, props.queue, app.route.tab);
        move |index: u64| {
            if rows.total == 0 {
                return;
            }
            let index = index.min(rows.total - 1);
            reveal(&node, index, height);
            match rows.row(index) {
                Some(row) => open(queue, row.id, tab),
                None => wanted.set(Some(index)),
            }
        }
    };
    let step = {
        let go = go.clone();
        move |by: i64| go(at.map_or(0, |at| at.saturating_add_signed(by)))
    };
    {
        let step = step.clone();
        use_effect_with(props.step, move |(number, by)| {
            if *number > 0 {
                step(*by);
            }
        });
    }
    {
        let (app, step, hands) = (app.clone(), step.clone(), hands && props.selected.is_none());
        use_keys(false, move |event| match letter(event, app.settings.letter_keys).as_deref() {
            Some("j") => {
                step(1);
                true
            }
            Some("k") => {
                step(-1);
                true
            }
            Some("h") if hands => {
                app.dispatch(Act::Layer(Layer::HandOverAll));
                true
            }
            Some("/") => {
                app.dispatch(Act::Layer(Layer::Palette));
                true
            }
            _ => false,
        });
    }
    let onkeydown = {
        let (step, go, last) = (step.clone(), go.clone(), rows.total.saturating_sub(1));
        Callback::from(move |event: KeyboardEvent| {
            if typing(&event) {
                return;
            }
            match event.key().as_str() {
                "ArrowDown" => step(1),
                "ArrowUp" => step(-1),
                "PageDown" => step(10),
                "PageUp" => step(-10),
                "Home" => go(0),
                "End" => go(last),
                "Enter" => focus_now("#case"),
                _ => return,
            }
            event.prevent_default();
        })
    };
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
    let onchange = props.onsort.reform(|event: Event| {
        let chosen = select_value(&event);
        SORTS.into_iter().find(|sort| code(sort) == chosen).unwrap_or_default()
    });
    let new_case = {
        let app = app.clone();
        Callback::from(move |()| app.dispatch(Act::Layer(Layer::NewCase)))
    };
    let import = Callback::from(|()| Route::area(Area::Import).go());
    let hand_over = {
        let app = app.clone();
        Callback::from(move |()| app.dispatch(Act::Layer(Layer::HandOverAll)))
    };
    let drawn = if rows.total == 0 { 0..0 } else { first..last + 1 };
    let active = at.filter(|at| drawn.contains(at)).map(|at| format!("row-{at}"));
    let name = tr.t(&format!("queue-title-{}", crate::route::queue_code(props.queue)));
    // One heading of the first level a page: the open case has it where there is one.
    let title = if props.selected.is_some() {
        html! { <h2>{name}</h2> }
    } else {
        html! { <h1>{name}</h1> }
    };
    html! {
        <section class="list" aria-label={tr.t("queue")} data-pane="list" tabindex="-1">
            <div class="list__top">
                <div class="row">
                    {title}
                    <span class="sp"></span>
                    <label class="sort">{icon14(Ico::Sort)}<span class="pf-v6-screen-reader">{tr.t("sort")}</span>
                        <select id="sort" {onchange}>
                            { for SORTS.map(|sort| html! { <option value={code(&sort)} selected={sort == props.sort}>{tr.words().coded("sort", &code(&sort))}</option> }) }
                        </select>
                    </label>
                    if hands {
                        <Button id="hand-over-all" plain=true small=true ico={Ico::HandOver} label={tr.t("command-hand-over-all")} onclick={hand_over} />
                    }
                    <Button id="import" plain=true small=true ico={Ico::TrayIn} label={tr.t("command-import")} onclick={import} />
                    <Button id="new-case" plain=true small=true ico={Ico::Plus} label={tr.t("command-new-case")} onclick={new_case} />
                </div>
                <div class="fl" role="group" aria-label={tr.t("queues")}>
                    { for CHIPS.map(|group| html! {
                        <div>{ for group.iter().filter(|queue| offered(&app, **queue, props.queue)).map(|queue| chip(tr, *queue, *queue == props.queue, rows.counts)) }</div>
                    }) }
                </div>
            </div>
            <Problem error={rows.error.clone()} />
            <HandedToMe />
            <super::removed_list::Asked asked={rows.asked.clone()} />
            if rows.loaded && rows.total == 0 && rows.error.is_none() {
                <div class="list__none">
                    <h2>{tr.t(&format!("queue-empty-{}", crate::route::queue_code(props.queue)))}</h2>
                    <p class="s t2">{tr.t(&format!("queue-empty-{}.text", crate::route::queue_code(props.queue)))}</p>
                </div>
            } else {
                <div class="rows" ref={node} role="listbox" id="case-list" aria-label={tr.t("cases-in-queue")} tabindex="0" aria-activedescendant={active} {onscroll} {onkeydown}>
                    <div class="rows__all" role="presentation" style={format!("height:{}px", rows.total as f64 * ROW)}>
                        { for drawn.map(|index| row(&app, &rows, index, at, props.queue)) }
                    </div>
                </div>
            }
            <div class="list__foot">
                <span class="n">{seen(tr, *top, *height, rows.total)}</span>
                if rows.total > 0 { <span class="sp row"><i class="dot" aria-hidden="true"></i>{tr.t("unseen-legend")}</span> }
            </div>
        </section>
    }
}

/// Queues by whose the cases are, and by what they need. Each group keeps its line as long as it fits.
const CHIPS: [&[Queue]; 2] =
    [&[Queue::Mine, Queue::Team, Queue::Closed, Queue::All, Queue::Removed], &[Queue::Overdue, Queue::NotSent, Queue::Conflict]];

const SORTS: [CaseSort; 4] = [CaseSort::Due, CaseSort::Newest, CaseSort::Title, CaseSort::Reference];

/// Reads the windows that are in view and not fresh; each once for each generation.
#[hook]
fn use_read(rows: &UseReducerHandle<Rows>, queue: Queue, sort: CaseSort, first: u64, last: u64) {
    let asked = use_mut_ref(|| (0_u64, Vec::<u64>::new()));
    let missing = rows.missing(first, last);
    let (dispatch, generation) = (rows.dispatcher(), rows.generation);
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
            let request = CaseListGet { queue, sort, offset: window * WINDOW, limit: WINDOW as u32 };
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

fn reveal(node: &NodeRef, index: u64, height: f64) {
    let Some(list) = node.cast::<Element>() else { return };
    let (from, to) = (index as f64 * ROW, (index + 1) as f64 * ROW);
    let top = f64::from(list.scroll_top());
    if from < top {
        list.set_scroll_top(from as i32);
    } else if to > top + height {
        list.set_scroll_top((to - height).ceil() as i32);
    }
}

fn open(queue: Queue, case: CaseId, tab: Tab) {
    let tab = if tab == Tab::Conflicts { Tab::Summary } else { tab };
    Route { area: Area::Cases, queue, case: Some(case), tab }.go();
}

/// Whether a queue has a chip: all cases only while they are shown, removed ones beside those that are closed, and what is not sent only where there is
/// a server.
fn offered(app: &App, queue: Queue, shown: Queue) -> bool {
    match queue {
        Queue::All => shown == Queue::All,
        Queue::Removed => matches!(shown, Queue::Closed | Queue::All | Queue::Removed),
        Queue::NotSent => !app.alone(),
        _ => true,
    }
}

fn chip(tr: &Tr, queue: Queue, on: bool, counts: Option<QueueCounts>) -> Html {
    let count = counts.and_then(|counts| match queue {
        Queue::Mine => Some(counts.mine),
        Queue::Overdue => Some(counts.overdue),
        Queue::NotSent => Some(counts.not_sent),
        Queue::Conflict => Some(counts.conflict),
        Queue::Removed => Some(counts.removed),
        Queue::Team | Queue::Closed | Queue::All => None,
    });
    let onclick = Callback::from(move |_: MouseEvent| Route { queue, ..Route::current() }.go());
    html! {
        <button type="button" id={format!("queue-{}", crate::route::queue_code(queue))} aria-pressed={on.to_string()} {onclick}>
            {tr.words().coded("queue", &code(&queue))}
            { for count.map(|count| html! { <i>{tr.words().number(count)}</i> }) }
        </button>
    }
}

fn row(app: &App, rows: &Rows, index: u64, at: Option<u64>, queue: Queue) -> Html {
    let tr = &app.tr;
    let style = format!("top:{}px", index as f64 * ROW);
    let size = rows.total.to_string();
    let Some(row) = rows.row(index) else {
        return html! { <div key={index} class="rw rw--coming" role="option" aria-selected="false" aria-setsize={size} aria-posinset={(index + 1).to_string()} {style}><span class="pf-v6-screen-reader">{tr.t("row-coming")}</span></div> };
    };
    let on = at == Some(index);
    let (case, tab) = (row.id, app.route.tab);
    let onclick = Callback::from(move |_: MouseEvent| open(queue, case, tab));
    html! {
        <div key={index} id={format!("row-{index}")} class={classes!("rw", on.then_some("on"), row.unseen.then_some("new"))} role="option" data-case={case.to_string()}
            aria-selected={on.to_string()} aria-setsize={size} aria-posinset={(index + 1).to_string()} {style} {onclick}>
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
