//! Cases that are marked in the list, and what can be done to all of them.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use praesto_contract::{BulkAct, CaseId, CaseRow, CasesAct, CasesActed, CasesHold, CasesStop, ListAsks, Marked, RowSeen, Which};
use yew::prelude::*;

use super::bulk::{Bulk, run};
use crate::{
    backend,
    components::{Button, Ico, Kind, progress},
    keys::{dialog_open, focus_if_lost},
    state::{Act, App, use_app},
};

/// Which cases are marked.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Marks {
    /// These, with what their rows said.
    Some(BTreeMap<CaseId, RowSeen>),
    /// All that a list holds, read or not, but these.
    AllBut(ListAsks, BTreeSet<CaseId>),
}

impl Default for Marks {
    fn default() -> Self {
        Self::Some(BTreeMap::new())
    }
}

impl Marks {
    pub(crate) fn all(asks: ListAsks) -> Self {
        Self::AllBut(asks, BTreeSet::new())
    }

    pub(crate) fn any(&self) -> bool {
        !matches!(self, Self::Some(some) if some.is_empty())
    }

    pub(crate) fn has(&self, case: CaseId) -> bool {
        match self {
            Self::Some(some) => some.contains_key(&case),
            Self::AllBut(_, except) => !except.contains(&case),
        }
    }

    /// How many, where the list holds `total`.
    pub(super) fn count(&self, total: u64) -> u64 {
        match self {
            Self::Some(some) => some.len() as u64,
            Self::AllBut(_, except) => total.saturating_sub(except.len() as u64),
        }
    }

    /// With this row marked, or no longer.
    pub(crate) fn with(&self, row: &CaseRow, on: bool) -> Self {
        let mut next = self.clone();
        match &mut next {
            Self::Some(some) if on => drop(some.insert(row.id, seen(row))),
            Self::Some(some) => drop(some.remove(&row.id)),
            Self::AllBut(_, except) if on => drop(except.remove(&row.id)),
            Self::AllBut(_, except) => drop(except.insert(row.id)),
        }
        next
    }

    /// What rows say now, of the cases that are marked: somebody who marks one looks at it as it is drawn.
    pub(super) fn shown<'a>(&self, rows: impl Iterator<Item = &'a CaseRow>) -> Self {
        let mut next = self.clone();
        if let Self::Some(some) = &mut next {
            for row in rows {
                some.entry(row.id).and_modify(|said| *said = seen(row));
            }
        }
        next
    }

    /// As the command names them.
    fn which(&self) -> Which {
        match self {
            Self::Some(some) => {
                Which::Cases { cases: some.iter().map(|(case, seen)| Marked { case: *case, seen: Some(seen.clone()) }).collect() }
            }
            Self::AllBut(asks, except) => Which::List { asks: asks.clone(), except: except.iter().copied().collect() },
        }
    }

    /// What stays marked after an act: what it left, and what it did not come to.
    fn left(&self, acted: &CasesActed) -> Self {
        let Self::Some(some) = self else {
            // Where it did not come to all, the rest is still in the list; what is done is not done again.
            return if acted.stopped || acted.ended_by.is_some() { self.clone() } else { Self::default() };
        };
        let named: BTreeSet<CaseId> = acted.rows.iter().map(|row| row.case).collect();
        // Cases are come to in the order in which they were named. Where more were left than are named, nobody knows which behind the last.
        let come_to = acted.done + acted.same + acted.left;
        let last = (0_u64..).zip(some.keys()).filter(|(_, case)| named.contains(case)).map(|(at, _)| at + 1).last().unwrap_or_default();
        let known = if acted.left > acted.rows.len() as u64 { last } else { come_to };
        let stays = (0_u64..).zip(some).filter(|(at, (case, _))| *at >= known || named.contains(case));
        Self::Some(stays.map(|(_, (case, seen))| (*case, seen.clone())).collect())
    }

    /// Whether the same cases are marked, whatever their rows say.
    pub(crate) fn are_of(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Some(some), Self::Some(others)) => some.keys().eq(others.keys()),
            _ => self == other,
        }
    }
}

/// The cases that somebody means to act on, as they saw them.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Meant {
    which: Which,
    pub(super) count: u64,
    marks: Rc<Marks>,
}

/// Holds what is marked as it is seen now, for somebody who is asked something first: what comes or changes meanwhile is not meant.
pub(super) fn mean(app: &App, then: impl FnOnce(Meant) + 'static) {
    let marks = app.marks.clone();
    match &*marks {
        Marks::Some(some) => then(Meant { which: marks.which(), count: some.len() as u64, marks: marks.clone() }),
        Marks::AllBut(asks, except) => {
            let (app, request) = (app.clone(), CasesHold { asks: asks.clone(), except: except.iter().copied().collect() });
            backend::run(request, move |answer| match answer {
                Ok(_) if dialog_open() => {}
                Ok(held) => then(Meant { which: Which::Held { held: held.held }, count: held.count, marks }),
                Err(error) => app.dispatch(Act::Failed(error)),
            });
        }
    }
}

fn seen(row: &CaseRow) -> RowSeen {
    RowSeen { assignee: row.assignee, status: row.status, state: row.state.clone() }
}

/// Does something to the cases that are marked.
pub(super) fn act_on_marked(app: &App, act: BulkAct) {
    act_on(app, Meant { which: app.marks.which(), count: 0, marks: app.marks.clone() }, act, || ());
}

/// Does something to the cases that are meant.
pub(super) fn act_on(app: &App, meant: Meant, act: BulkAct, done: impl FnOnce() + 'static) {
    let said = match &act {
        BulkAct::Assign { person: Some(_), .. } => "bulk-said-assigned",
        BulkAct::Assign { person: None, .. } => "bulk-said-unassigned",
        BulkAct::AddTag { .. } => "bulk-said-tagged",
        BulkAct::RemoveTag { .. } => "bulk-said-untagged",
        BulkAct::Stand { .. } => "bulk-said-status",
        BulkAct::Pin { pinned: true } => "bulk-said-pinned",
        BulkAct::Pin { pinned: false } => "bulk-said-unpinned",
        BulkAct::Seen => "bulk-said-seen",
    };
    let after = app.clone();
    let Meant { which, marks, .. } = meant;
    run(app, CasesAct { which, act }, said, move |acted| {
        let left = marks.left(acted);
        after.dispatch(Act::StayMarked(marks, left));
        done();
    });
}

#[derive(Properties, PartialEq)]
pub(super) struct BarProps {
    /// How many cases the list holds.
    pub(super) total: u64,
    pub(super) onask: Callback<Bulk>,
}

/// Above the list, while cases are marked or an act over them runs.
#[component]
pub(super) fn Bar(props: &BarProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    {
        // What one pressed is gone with the bar: the keyboard goes on in the list.
        let shown = (app.acting.is_some(), app.marks.any());
        let before = use_mut_ref(|| false);
        use_effect_with(shown, move |(runs, marked)| {
            if before.replace(*runs || *marked) {
                gloo_timers::callback::Timeout::new(0, || focus_if_lost("#case-list")).forget();
            }
        });
    }
    if app.acting.is_some() {
        return html! { <section class="marks" aria-label={tr.t("marks")} data-test="acting"><Running /></section> };
    }
    if !app.marks.any() {
        return html! {};
    }
    let ask = |what: Bulk| props.onask.reform(move |()| what);
    let does = |act: BulkAct| {
        let app = app.clone();
        Callback::from(move |()| act_on_marked(&app, act.clone()))
    };
    let unmark = {
        let app = app.clone();
        Callback::from(move |()| app.dispatch(Act::Mark(Marks::default())))
    };
    html! {
        <section class="marks" aria-label={tr.t("marks")} data-test="marks">
            <p class="marks__count" role="status" id="marks-count">{tr.n("marks-count", app.marks.count(props.total))}</p>
            <Button id="bulk-assign" small=true ico={Ico::HandOver} label={tr.t("assign")} keys={&["H"]} onclick={ask(Bulk::Assign)} />
            <Button id="bulk-tag" small=true ico={Ico::Tag} label={tr.t("bulk-tag")} keys={&["T"]} onclick={ask(Bulk::Tag)} />
            <Button id="bulk-status" small=true ico={Ico::Onward} label={tr.t("place-status")} keys={&["M"]} onclick={ask(Bulk::Status)} />
            <Button id="bulk-pin" small=true ico={Ico::Pin} label={tr.t("pin")} keys={&["P"]} onclick={does(BulkAct::Pin { pinned: true })} />
            <Button id="bulk-unpin" small=true label={tr.t("unpin")} keys={&["U"]} onclick={does(BulkAct::Pin { pinned: false })} />
            <Button id="bulk-seen" small=true ico={Ico::Eye} label={tr.t("bulk-seen")} keys={&["L"]} onclick={does(BulkAct::Seen)} />
            <Button id="bulk-unmark" small=true kind={Kind::Tertiary} label={tr.t("bulk-unmark")} keys={&["Esc"]} onclick={unmark} />
        </section>
    }
}

/// How far the act over many cases is that runs, and the way to end it; nothing while none does.
#[component]
pub(crate) fn Running() -> Html {
    let app = use_app();
    let tr = &app.tr;
    let Some((done, total)) = app.acting else { return html! {} };
    let said = tr.f("bulk-progress", &[("done", done.into()), ("total", total.into())]);
    // One that cannot be ended comes to its end by itself.
    let onstop = Callback::from(|()| backend::run(CasesStop {}, |_| ()));
    html! { <>
        <div class="marks__run" role="status">{progress(&said, done, total)}</div>
        <Button hook="bulk-stop" small=true ico={Ico::Close} label={tr.t("stop")} onclick={onstop} />
    </> }
}
