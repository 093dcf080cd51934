//! The rows of a queue as far as they have been read: windows of 100 rows, kept while the list is scrolled, read again when cases change.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use praesto_contract::{ApiError, AskedRemoval, CaseId, CaseListPage, CaseRow, QueueCounts};
use yew::prelude::*;

/// Rows of one window.
pub(super) const WINDOW: u64 = 100;
/// Windows kept at most; the ones farthest from view go first.
const KEPT: usize = 24;

/// What has been read of one queue.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Rows {
    /// Grows whenever what was read may be out of date.
    pub(super) generation: u64,
    /// Grows whenever rows were read.
    pub(super) reads: u64,
    pub(super) total: u64,
    /// None before the first answer: nobody knows them yet.
    pub(super) counts: Option<QueueCounts>,
    /// Who removed so many cases at once that this person is asked.
    pub(super) asked: Vec<AskedRemoval>,
    pub(super) loaded: bool,
    pub(super) error: Option<ApiError>,
    windows: BTreeMap<u64, Rc<Vec<Rc<CaseRow>>>>,
    fresh: BTreeSet<u64>,
}

/// What happens to the rows.
pub(super) enum RowsAct {
    /// Another queue or order: forget everything.
    Reset,
    /// Cases changed: read again what is in view, and show the old rows until then.
    Stale,
    Filled {
        generation: u64,
        window: u64,
        answer: Result<CaseListPage, ApiError>,
    },
}

impl Rows {
    pub(super) fn row(&self, index: u64) -> Option<&Rc<CaseRow>> {
        self.windows.get(&(index / WINDOW))?.get((index % WINDOW) as usize)
    }

    /// Every row that has been read.
    pub(super) fn read(&self) -> impl Iterator<Item = &CaseRow> {
        self.windows.values().flat_map(|rows| rows.iter().map(Rc::as_ref))
    }

    /// Index of a case, as far as it has been read.
    pub(super) fn index_of(&self, case: CaseId) -> Option<u64> {
        self.windows.iter().find_map(|(window, rows)| Some(window * WINDOW + rows.iter().position(|row| row.id == case)? as u64))
    }

    /// Windows that are needed to show these rows and are not fresh.
    pub(super) fn missing(&self, first: u64, last: u64) -> Vec<u64> {
        (first / WINDOW..=last / WINDOW).filter(|window| !self.fresh.contains(window)).collect()
    }
}

impl Reducible for Rows {
    type Action = RowsAct;

    fn reduce(self: Rc<Self>, act: RowsAct) -> Rc<Self> {
        let mut next = (*self).clone();
        match act {
            RowsAct::Reset => {
                next = Self {
                    generation: self.generation + 1,
                    reads: self.reads,
                    counts: self.counts,
                    asked: self.asked.clone(),
                    ..Self::default()
                }
            }
            RowsAct::Stale => {
                next.generation += 1;
                next.fresh.clear();
            }
            RowsAct::Filled { generation, .. } if generation != self.generation => {}
            RowsAct::Filled { answer: Err(error), .. } => {
                next.loaded = true;
                next.error = Some(error);
            }
            RowsAct::Filled { window, answer: Ok(page), .. } => {
                next.loaded = true;
                next.reads += 1;
                next.error = None;
                next.total = page.total;
                next.counts = Some(page.counts);
                next.asked = page.asked;
                next.windows.insert(window, Rc::new(page.rows.into_iter().map(Rc::new).collect()));
                next.fresh.insert(window);
                next.windows.retain(|at, _| at * WINDOW < page.total || *at == 0);
                while next.windows.len() > KEPT {
                    let farthest = next.windows.keys().copied().max_by_key(|at| at.abs_diff(window)).unwrap_or_default();
                    next.windows.remove(&farthest);
                    next.fresh.remove(&farthest);
                }
            }
        }
        Rc::new(next)
    }
}
