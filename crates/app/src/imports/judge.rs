//! What becomes of each item. A plan and a run ask here, in the same order, and get the same answers.

use std::collections::{HashMap, HashSet};

use praesto_contract::{CaseId, ImportRow, RowFate};
use praesto_crypto::Hash;
use praesto_formats::Refusal;

use super::{Bytes, Item, documents, reasons};
use crate::error::AppError;
use crate::host::Host;
use crate::office::Office;

/// Cases of a reference that are looked at.
const SAME: u32 = 10;

/// What the items before said.
pub(super) struct Judge {
    /// Origins, and what a mail said under it. Those of refused items too: once mended, such an item would find its place taken by another. But a
    /// mail that is refused is none that stands above another.
    seen: HashMap<String, Option<Hash>>,
    /// References of the items before that became cases, as they are compared.
    references: HashSet<String>,
    /// Bytes that may still be unpacked.
    room: u64,
}

/// What becomes of an item.
pub(super) enum Verdict {
    /// Becomes a case; whether under a reference that another case has.
    New { taken: bool },
    /// Is a case already, without these of its documents.
    AlreadyHere { case: CaseId, missing: Vec<usize> },
    /// Is refused, for what is at this place in it.
    Refused { reason: &'static str, at: Option<String> },
}

impl Judge {
    pub(super) fn new(bytes: &Bytes) -> Self {
        let room = match bytes {
            Bytes::Package(package) => package.room(),
            Bytes::None | Bytes::Files(_) | Bytes::Mails(_) => u64::MAX,
        };
        Self { seen: HashMap::new(), references: HashSet::new(), room }
    }

    /// Why an item is refused: for what stands in it, or for one before it.
    fn refused(&mut self, item: &Item) -> Option<&'static str> {
        let twice = self.seen.get(&item.origin).map(|said| if *said == item.said { item.twice } else { reasons::OTHER_MAIL });
        if !item.origin.is_empty() && twice.is_none() && (item.refused.is_none() || item.said.is_none()) {
            self.seen.insert(item.origin.clone(), item.said);
        }
        item.refused.or(twice)
    }

    /// A mail that did not come in after all hides none that comes later.
    pub(super) fn forget(&mut self, item: &Item) {
        if item.said.is_some() {
            self.seen.remove(&item.origin);
        }
    }

    /// Counts what an item's documents unpack to: all of them are read once, to be taken in or to be compared.
    fn make_room(&mut self, item: &Item, bytes: &Bytes) -> Result<(), Verdict> {
        let size = documents::measure(item, bytes).map_err(|unfit| Verdict::Refused { reason: unfit.reason, at: Some(unfit.at) })?;
        self.room = self.room.checked_sub(size).ok_or(Verdict::Refused { reason: Refusal::TooLarge.code(), at: None })?;
        Ok(())
    }
}

impl<H: Host> Office<H> {
    pub(super) fn verdict(&self, judge: &mut Judge, item: &Item, bytes: &mut Bytes) -> Result<Verdict, AppError> {
        if let Some(reason) = judge.refused(item) {
            return Ok(Verdict::Refused { reason, at: None });
        }
        if let Bytes::Files(root) = bytes
            && let Some((case, missing)) = self.same_documents(item, root)?
        {
            return Ok(Verdict::AlreadyHere { case, missing });
        }
        if let Err(refused) = judge.make_room(item, bytes) {
            judge.forget(item);
            return Ok(refused);
        }
        // Of everything but folders the origin alone says which case it is.
        let case = match bytes {
            Bytes::Files(_) => None,
            Bytes::None | Bytes::Package(_) | Bytes::Mails(_) => {
                self.vault.read(|view| Ok::<_, AppError>(view.case_by_origin(&item.origin)?))?
            }
        };
        let Some(case) = case else { return Ok(Verdict::New { taken: self.is_taken(judge, item)? }) };
        Ok(Verdict::AlreadyHere { case, missing: self.not_in_case(case, item, bytes)? })
    }

    /// Whether an item's reference is that of a case here, or of an item before. Those a run has made by now are among the items: a plan says the same.
    fn is_taken(&self, judge: &mut Judge, item: &Item) -> Result<bool, AppError> {
        let Some(reference) = item.reference() else { return Ok(false) };
        let before = !judge.references.insert(reference.trim().to_lowercase());
        Ok(before || !self.vault.read(|view| view.cases_by_reference(reference, SAME))?.is_empty())
    }
}

impl Verdict {
    /// What the report says of it.
    pub(super) fn rows(&self, item: &Item) -> Vec<ImportRow> {
        let documents = item.documents.len() as u32;
        let row = |source: &str, title: &str, documents, fate| ImportRow {
            source: source.to_owned(),
            title: title.to_owned(),
            documents,
            missing: 0,
            closed: false,
            reference_taken: false,
            what: String::new(),
            fate,
        };
        let refused = |reason: &str| RowFate::Refused { reason: reason.to_owned() };
        match self {
            Self::New { taken } => {
                let new = row(&item.source, &item.title, documents, RowFate::New { case: None });
                vec![ImportRow { missing: item.missing, closed: item.closed, reference_taken: *taken, ..new }]
            }
            Self::Refused { reason, at } => {
                let row = row(at.as_ref().unwrap_or(&item.source), &item.title, documents, refused(reason));
                vec![ImportRow { what: item.what.clone(), ..row }]
            }
            Self::AlreadyHere { case, missing } => {
                let here = row(&item.source, &item.title, documents, RowFate::AlreadyHere { case: *case });
                let left = missing.iter().map(|at| &item.documents[*at]);
                let left = left.map(|document| row(&document.versions[0].at, &document.name, 1, refused(reasons::NOT_IN_CASE)));
                std::iter::once(here).chain(left).collect()
            }
        }
    }
}
