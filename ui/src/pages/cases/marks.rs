//! Cases that are marked in the list, and what can be done to all of them.

use std::collections::{BTreeMap, BTreeSet};

use praesto_contract::{BulkAct, CaseId, CaseRow, CasesAct, CasesActed, CasesStop, ListAsks, Marked, RowSeen, Which};
use yew::prelude::*;

use super::bulk::{Bulk, run};
use crate::{
    backend,
    components::{Button, Ico, Kind, progress},
    keys::focus_if_lost,
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

    /// What stays marked after an act: what it left.
    pub(super) fn left(acted: &CasesActed, before: &Self) -> Self {
        let named = |case: CaseId| match before {
            Self::Some(some) => some.get(&case).cloned(),
            Self::AllBut(..) => None,
        };
        Self::Some(acted.rows.iter().filter_map(|row| Some((row.case, named(row.case)?))).collect())
    }
}

fn seen(row: &CaseRow) -> RowSeen {
    RowSeen { assignee: row.assignee, status: row.status, state: row.state.clone() }
}

/// Does something to the cases that are marked.
pub(super) fn act_on_marked(app: &App, act: BulkAct) {
    let said = match &act {
        BulkAct::Assign { person: Some(_) } => "bulk-said-assigned",
        BulkAct::Assign { person: None } => "bulk-said-unassigned",
        BulkAct::AddTag { .. } => "bulk-said-tagged",
        BulkAct::RemoveTag { .. } => "bulk-said-untagged",
        BulkAct::Stand { .. } => "bulk-said-status",
        BulkAct::Pin { pinned: true } => "bulk-said-pinned",
        BulkAct::Pin { pinned: false } => "bulk-said-unpinned",
        BulkAct::Seen => "bulk-said-seen",
    };
    let after = app.clone();
    // What was left stays marked.
    run(app, CasesAct { which: app.marks.which(), act }, said, move |acted| after.dispatch(Act::Mark(Marks::left(acted, &after.marks))));
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
    let words = tr.words();
    let said = tr.f("bulk-progress", &[("done", words.number(done).into()), ("total", words.number(total).into())]);
    // One that cannot be ended comes to its end by itself.
    let onstop = Callback::from(|()| backend::run(CasesStop {}, |_| ()));
    html! { <>
        <div class="marks__run" role="status">{progress(&said, done, total)}</div>
        <Button hook="bulk-stop" small=true ico={Ico::Close} label={tr.t("bulk-stop")} onclick={onstop} />
    </> }
}
