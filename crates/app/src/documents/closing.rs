//! Changes to a closed case: taken in like any other, and named for what they are.
//!
//! The change that closes a case depends on the heads that its author saw. What is neither such a change nor before one came after the closing or
//! beside it.

use std::collections::HashSet;

use automerge::{AutomergeError, ChangeHash};
use praesto_domain::{
    Moment,
    casework::{LateChange, Stamp, Status},
};

use super::{
    history::{Entry, History},
    look::Look,
    read,
    schema::ROOT_ID,
    values::scalars,
};

/// Where the status set by hand stands.
pub(super) const KEY: &str = "status";

/// Changes that nobody who closed the case had seen, oldest first, each with whether its author knew of a closing. None while the case is open, also
/// where only one of two people closed it.
pub(super) fn late<'h>(doc: &impl Look, history: &'h History) -> Result<Vec<(&'h Entry, bool)>, AutomergeError> {
    let set = scalars(doc, &[ROOT_ID], KEY)?;
    let mut standing = set.iter().filter_map(|(value, operation)| Some((read::stage(value)?.status, operation))).peekable();
    if standing.peek().is_none() || standing.clone().any(|(status, _)| status != Status::Closed) {
        return Ok(Vec::new());
    }
    let closings: Vec<ChangeHash> = standing.filter_map(|(_, operation)| history.change_of(operation)).map(|change| change.hash).collect();
    let mut after: HashSet<ChangeHash> = closings.iter().copied().collect();
    let late = history.beyond(&closings).into_iter().map(|entry| {
        let knew = entry.deps.iter().any(|before| after.contains(before));
        if knew {
            after.insert(entry.hash);
        }
        (entry, knew)
    });
    Ok(late.collect())
}

/// The same as the case says it.
pub(super) fn read(doc: &impl Look, history: &History) -> Result<Vec<LateChange>, AutomergeError> {
    let late = late(doc, history)?.into_iter();
    Ok(late.map(|(entry, knew)| LateChange { by: Stamp { device: entry.device, at: Moment(entry.time) }, knew }).collect())
}
