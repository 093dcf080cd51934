//! Keys of lists whose entries nothing makes distinct: a forged change can put a second note or decision under the id of one.

use std::{collections::HashMap, fmt::Display};

/// A key for each of these ids, which come newest first: an entry keeps its own when a newer one comes.
pub(super) fn distinct(ids: impl DoubleEndedIterator<Item = impl Display>) -> Vec<String> {
    let mut counts: HashMap<String, usize> = HashMap::new();
    let key = |id: String| {
        let count = counts.entry(id.clone()).or_default();
        *count += 1;
        format!("{id} {count}")
    };
    let mut keys: Vec<String> = ids.map(|id| id.to_string()).rev().map(key).collect();
    keys.reverse();
    keys
}
