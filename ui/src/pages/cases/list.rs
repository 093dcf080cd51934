//! The queue: its title, its filters and the keys that act on its rows.

use praesto_contract::{BulkAct, CaseId, CaseRow, ListAsks, Queue, QueueCounts};
use web_sys::Element;
use yew::prelude::*;

use super::{
    Position,
    bulk::{AskBulk, Bulk},
    filter::{Filter, Set},
    in_view::{InView, reveal},
    kept::{Keep, Kept},
    marks::{Bar, Marks, Meant, act_on_marked, mean},
    out::SaveList,
    row::open,
    rows::{Rows, RowsAct},
};
use crate::{
    components::{Button, Ico, Kind, Problem, icon14, select_value},
    i18n::{Tr, code},
    keys::{ctrl, focus_now, letter, typing, use_keys},
    pages::hand_over::HandedToMe,
    route::{Area, Route, SORTS},
    state::{Act, App, Layer, State, use_app},
};

/// A dialog over the list.
#[derive(Clone, Debug, PartialEq)]
enum Over {
    Nothing,
    Filter,
    Keep,
    Save,
    Act(Bulk, Meant),
}

#[derive(Properties, PartialEq)]
pub(super) struct ListProps {
    pub(super) asks: ListAsks,
    pub(super) selected: Option<CaseId>,
    /// A number that grows with each step asked for from outside, and how far to step.
    pub(super) step: (u32, i64),
    pub(super) onposition: Callback<Position>,
}

#[component]
pub(super) fn List(props: &ListProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let rows = use_reducer(Rows::default);
    let node = use_node_ref();
    let wanted = use_state(|| None::<u64>);
    let over = use_state(|| Over::Nothing);
    // Where the keyboard is in the list: a row, and the case that stood in it.
    let put = use_state(|| None::<(u64, Option<CaseId>)>);
    let queue = props.asks.queue;

    {
        let (rows, node, app, put) = (rows.dispatcher(), node.clone(), app.dispatcher(), put.setter());
        use_effect_with(props.asks.clone(), move |_| {
            rows.dispatch(RowsAct::Reset);
            put.set(None);
            // What is marked is marked in a list that one sees.
            app.dispatch(Act::Mark(Marks::default()));
            if let Some(list) = node.cast::<Element>() {
                list.set_scroll_top(0);
            }
        });
    }
    {
        let rows = rows.dispatcher();
        use_effect_with(app.cases, move |_| rows.dispatch(RowsAct::Stale));
    }
    let at = props.selected.and_then(|case| rows.index_of(case));
    let here =
        (*put).map(|(index, case)| case.and_then(|case| rows.index_of(case)).unwrap_or(index)).filter(|index| *index < rows.total).or(at);
    {
        // It goes along to the case that is opened, and stays there when that is shut.
        let put = put.clone();
        use_effect_with((props.selected, at.is_some()), move |(selected, _)| {
            if let (Some(case), Some(at)) = (selected, at) {
                put.set(Some((at, Some(*case))));
            }
        });
    }
    // All of one's cases are handed over from where they are seen. At an open case the key is for that one.
    let hands = props.asks.queue == Queue::Mine && rows.total > 0;
    {
        let onposition = props.onposition.clone();
        let holds_cases = rows.counts.map(|counts| counts.team + counts.closed > 0);
        use_effect_with(Position { at, of: rows.total, holds_cases }, move |position| onposition.emit(*position));
    }
    {
        // A row that was asked for before it had been read is opened once it is here.
        let (wanted, tab) = (wanted.clone(), app.route.tab);
        let row = (*wanted).and_then(|index| rows.row(index)).map(|row| row.id);
        use_effect_with(row, move |row| {
            if let Some(case) = *row {
                wanted.set(None);
                open(case, tab);
            }
        });
    }
    let go = {
        let (rows, node, wanted, tab) = (rows.clone(), node.clone(), wanted.clone(), app.route.tab);
        move |index: u64| {
            if rows.total == 0 {
                return;
            }
            let index = index.min(rows.total - 1);
            reveal(&node, index);
            match rows.row(index) {
                Some(row) => open(row.id, tab),
                None => wanted.set(Some(index)),
            }
        }
    };
    let step = {
        let go = go.clone();
        move |by: i64| go(here.map_or(0, |here| here.saturating_add_signed(by)))
    };
    {
        let go = go.clone();
        use_effect_with(props.step, move |(number, by)| {
            if *number > 0 {
                go(at.map_or(0, |at| at.saturating_add_signed(*by)));
            }
        });
    }
    // Moving about opens nothing: what is opened counts as looked at.
    let put_at = {
        let (rows, node, put) = (rows.clone(), node.clone(), put.setter());
        move |index: u64| {
            let index = index.min(rows.total.saturating_sub(1));
            reveal(&node, index);
            put.set(Some((index, rows.row(index).map(|row| row.id))));
        }
    };
    let shift = {
        let put_at = put_at.clone();
        move |by: i64| put_at(here.map_or(0, |here| here.saturating_add_signed(by)))
    };
    use_shown(&app, &rows);
    let mark = {
        let (app, rows) = (app.dispatcher(), rows.clone());
        move |indexes: &[u64], on: Option<bool>| mark_rows(&app, &rows, indexes, on)
    };
    let onmark = {
        let app = app.dispatcher();
        use_callback(rows.clone(), move |index, rows| mark_rows(&app, rows, &[index], None))
    };
    let extend = {
        let (total, put_at, mark) = (rows.total, put_at.clone(), mark.clone());
        move |by: i64| {
            let Some(here) = here else { return put_at(0) };
            let next = here.saturating_add_signed(by).min(total.saturating_sub(1));
            mark(&[here, next], Some(true));
            put_at(next);
        }
    };
    let onask = {
        let (app, over) = (app.clone(), over.setter());
        Callback::from(move |what| {
            let over = over.clone();
            mean(&app, move |meant| over.set(Over::Act(what, meant)));
        })
    };
    {
        let (app, step, mark, over, onask) = (app.clone(), step.clone(), mark.clone(), over.setter(), onask.clone());
        let (hands, alone, some) = (hands && props.selected.is_none(), props.selected.is_none(), rows.total > 0);
        use_keys(false, move |event| {
            let marked = app.marks.any() && app.acting.is_none();
            if event.key() == "Escape" && app.marks.any() && !typing(event) {
                app.dispatch(Act::Mark(Marks::default()));
                return true;
            }
            match letter(event, app.settings.letter_keys).as_deref() {
                Some("j") => step(1),
                Some("k") => step(-1),
                Some("/") => app.dispatch(Act::Layer(Layer::Palette)),
                Some("f") => over.set(Over::Filter),
                // At an open case the key is for that one.
                Some("e") if alone && some => over.set(Over::Save),
                Some("x") => here.iter().for_each(|here| mark(&[*here], None)),
                Some("h") if marked => onask.emit(Bulk::Assign),
                Some("t") if marked => onask.emit(Bulk::Tag),
                Some("m") if marked => onask.emit(Bulk::Status),
                Some("p") if marked => act_on_marked(&app, BulkAct::Pin { pinned: true }),
                Some("u") if marked => act_on_marked(&app, BulkAct::Pin { pinned: false }),
                Some("l") if marked => act_on_marked(&app, BulkAct::Seen),
                Some("h") if hands && !app.marks.any() => app.dispatch(Act::Layer(Layer::HandOverAll)),
                _ => return false,
            }
            true
        });
    }
    let onkeydown = {
        let (go, last) = (go.clone(), rows.total.saturating_sub(1));
        let (app, asks) = (app.clone(), props.asks.clone());
        Callback::from(move |event: KeyboardEvent| {
            if typing(&event) {
                return;
            }
            match event.key().as_str() {
                "ArrowDown" if event.shift_key() => extend(1),
                "ArrowUp" if event.shift_key() => extend(-1),
                "ArrowDown" => shift(1),
                "ArrowUp" => shift(-1),
                "PageDown" => shift(10),
                "PageUp" => shift(-10),
                "Home" => put_at(0),
                "End" => put_at(last),
                // Once more goes into the case.
                "Enter" if at.is_some() && here == at => focus_now("#case"),
                "Enter" => here.iter().for_each(|here| go(*here)),
                _ if ctrl(&event, "a") => app.dispatch(Act::Mark(Marks::all(asks.clone()))),
                _ => return,
            }
            event.prevent_default();
        })
    };
    let onchange = Callback::from(|event: Event| {
        let chosen = select_value(&event);
        let sort = SORTS.into_iter().find(|sort| code(sort) == chosen).unwrap_or_default();
        Route { sort, ..Route::current() }.go();
    });
    let show = |what: Over| {
        let over = over.setter();
        Callback::from(move |()| over.set(what.clone()))
    };
    let close = show(Over::Nothing);
    let dialog = match &*over {
        Over::Nothing => html! {},
        Over::Filter => html! { <Filter filter={props.asks.filter.clone()} onclose={close} /> },
        Over::Keep => html! { <Keep asks={props.asks.clone()} onclose={close} /> },
        Over::Save => html! { <SaveList asks={props.asks.clone()} total={rows.total} onclose={close} /> },
        Over::Act(what, meant) => html! { <AskBulk what={*what} meant={meant.clone()} onclose={close} /> },
    };
    let new_case = {
        let app = app.clone();
        Callback::from(move |()| app.dispatch(Act::Layer(Layer::NewCase)))
    };
    let import = Callback::from(|()| Route::area(Area::Import).go());
    let hand_over = {
        let app = app.clone();
        Callback::from(move |()| app.dispatch(Act::Layer(Layer::HandOverAll)))
    };
    {
        // The command of that name comes from the palette.
        let (app, over, some) = (app.clone(), over.setter(), rows.total > 0);
        use_effect_with(app.layer, move |layer| {
            if *layer == Layer::SaveList {
                app.dispatch(Act::Layer(Layer::None));
                // Of no cases there is no table.
                if some {
                    over.set(Over::Save);
                }
            }
        });
    }
    let name = tr.t(&format!("queue-title-{}", crate::route::queue_code(queue)));
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
                            { for SORTS.map(|sort| html! { <option value={code(&sort)} selected={sort == props.asks.sort}>{tr.words().coded("sort", &code(&sort))}</option> }) }
                        </select>
                    </label>
                    if hands {
                        <Button id="hand-over-all" plain=true small=true ico={Ico::HandOver} label={tr.t("command-hand-over-all")} onclick={hand_over} />
                    }
                    <Button id="list-out" plain=true small=true ico={Ico::TrayOut} label={tr.t("list-out")} disabled={rows.total == 0} onclick={show(Over::Save)} />
                    <Button id="import" plain=true small=true ico={Ico::TrayIn} label={tr.t("command-import")} onclick={import} />
                    <Button id="new-case" plain=true small=true ico={Ico::Plus} label={tr.t("command-new-case")} onclick={new_case} />
                </div>
                <div class="fl" role="group" aria-label={tr.t("queues")}>
                    { for CHIPS.map(|group| html! {
                        <div>{ for group.iter().filter(|one| offered(&app, **one, queue)).map(|one| chip(tr, *one, *one == queue, rows.counts)) }</div>
                    }) }
                    <div><Button id="filter-open" small=true kind={Kind::Link} ico={Ico::Filter} label={tr.t("filter")} keys={&["F"]} onclick={show(Over::Filter)} /></div>
                </div>
                <Set filter={props.asks.filter.clone()} />
                <Kept asks={props.asks.clone()} onkeep={show(Over::Keep)} />
            </div>
            <Bar total={rows.total} {onask} />
            <Problem error={rows.error.clone()} />
            <HandedToMe />
            <super::removed_list::Asked asked={rows.asked.clone()} />
            <InView asks={props.asks.clone()} {rows} {node} open={at} {here} {onmark} {onkeydown} />
            {dialog}
        </section>
    }
}

/// Queues by whose the cases are, and by what they need. Each group keeps its line as long as it fits.
const CHIPS: [&[Queue]; 2] =
    [&[Queue::Mine, Queue::Team, Queue::Closed, Queue::All, Queue::Removed], &[Queue::Overdue, Queue::NotSent, Queue::Conflict]];

/// Whoever looks at marked rows sees what they say now: an act goes by that.
#[hook]
fn use_shown(app: &App, rows: &UseReducerHandle<Rows>) {
    let (app, rows) = (app.clone(), rows.clone());
    use_effect_with(rows.reads, move |_| {
        if app.marks.any() {
            let shown = app.marks.shown(rows.read());
            if shown != *app.marks {
                app.dispatch(Act::Mark(shown));
            }
        }
    });
}

/// Marks rows that were read, takes their marks away, or whichever they have not.
fn mark_rows(app: &UseReducerDispatcher<State>, rows: &Rows, indexes: &[u64], on: Option<bool>) {
    app.dispatch(Act::MarkRows(indexes.iter().filter_map(|index| rows.row(*index)).map(|row| CaseRow::clone(row)).collect(), on));
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
