//! Records of one document, put together in whatever order they came.

use std::collections::{HashMap, VecDeque};

use super::error::ApplyRefused;
use super::merged::Applied;

/// Tries of what was refused, at most: a forger can make records that take each other in one by one.
const AGAIN: usize = 10_000;

/// What became of records.
pub(crate) struct Offered<T> {
    pub(crate) applied: Vec<(T, Applied)>,
    pub(crate) refused: Vec<(T, ApplyRefused)>,
    /// Whether some wait for what is not here.
    pub(crate) missing: bool,
}

/// Offers records until nothing more goes in; `apply` gives `None` for one that does not count. What waits for another is tried again once that one
/// is here; what is refused, once anything else went in after it, so that all come to the same, whatever came first.
pub(crate) fn in_any_order<T: Copy>(
    records: impl Iterator<Item = T>,
    mut apply: impl FnMut(T) -> Option<Result<Applied, ApplyRefused>>,
) -> Offered<T> {
    let mut outcome = Offered { applied: Vec::new(), refused: Vec::new(), missing: false };
    let mut waiting: HashMap<[u8; 32], Vec<T>> = HashMap::new();
    let mut next: VecDeque<T> = records.collect();
    let (mut left, mut grew) = (AGAIN, false);
    loop {
        while let Some(record) = next.pop_front() {
            match apply(record) {
                None => {}
                Some(Err(refused)) => outcome.refused.push((record, refused)),
                Some(Ok(applied)) => {
                    if let Some(missing) = applied.missing.first() {
                        waiting.entry(*missing).or_default().push(record);
                        continue;
                    }
                    grew |= applied.changed() && !outcome.refused.is_empty();
                    next.extend(applied.new.iter().filter_map(|new| waiting.remove(new)).flatten());
                    outcome.applied.push((record, applied));
                }
            }
        }
        if !grew || outcome.refused.len() > left {
            break;
        }
        (left, grew) = (left - outcome.refused.len(), false);
        next.extend(outcome.refused.drain(..).map(|(record, _)| record));
    }
    outcome.missing = !waiting.is_empty();
    outcome
}
