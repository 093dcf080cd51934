//! Taking back: whether what a save left still stands.

use std::collections::HashSet;

use automerge::{AutomergeError, ChangeHash, ObjId, ReadDoc, ScalarValue, Value};

/// Places whose value is whether something is so.
const MARKS: [&str; 4] = ["removed", "withdrawn", "done", "met"];

/// What becomes of a value that takes something back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Judged {
    Write,
    /// The save left just this there: it had not changed it.
    Untouched,
    /// Somebody wrote there since.
    ChangedSince,
}

/// A save that is being taken back.
pub(super) struct Since {
    /// Where the document stood when it was done.
    heads: Vec<ChangeHash>,
    /// Places that were written meanwhile by what takes it back.
    own: HashSet<(ObjId, String)>,
}

impl Since {
    pub(super) fn of(heads: Vec<ChangeHash>) -> Self {
        Self { heads, own: HashSet::new() }
    }

    /// Judges a value that is about to be written. From then on the place is this save's own.
    pub(super) fn judge(&mut self, doc: &impl ReadDoc, maps: &[ObjId], key: &str, value: &ScalarValue) -> Result<Judged, AutomergeError> {
        if maps.iter().all(|map| self.is_own(map, key)) {
            return Ok(Judged::Write);
        }
        if self.left(doc, maps, key)?.first() == Some(value) {
            return Ok(Judged::Untouched);
        }
        if !self.same(doc, maps, key)? {
            return Ok(Judged::ChangedSince);
        }
        self.own.extend(maps.iter().map(|map| (map.clone(), key.to_owned())));
        Ok(Judged::Write)
    }

    /// The values that the save left at a place, the shown one first.
    fn left(&self, doc: &impl ReadDoc, maps: &[ObjId], key: &str) -> Result<Vec<ScalarValue>, AutomergeError> {
        said(maps, |map| doc.get_all_at(map, key, &self.heads))
    }

    /// Whether everything in an entry says what the save left there.
    pub(super) fn stands_whole(&self, doc: &impl ReadDoc, maps: &[ObjId]) -> Result<bool, AutomergeError> {
        let mut ahead = maps.to_vec();
        while let Some(map) = ahead.pop() {
            for key in doc.keys(&map).collect::<Vec<_>>() {
                if !self.is_own(&map, &key) && !self.same(doc, std::slice::from_ref(&map), &key)? {
                    return Ok(false);
                }
                for (value, id) in doc.get_all(&map, key.as_str())? {
                    if value.is_object() {
                        if doc.get_all_at(&map, key.as_str(), &self.heads)?.iter().all(|(_, there)| *there != id) {
                            return Ok(false);
                        }
                        ahead.push(id);
                    }
                }
            }
        }
        Ok(true)
    }

    fn is_own(&self, map: &ObjId, key: &str) -> bool {
        self.own.contains(&(map.clone(), key.to_owned()))
    }

    fn same(&self, doc: &impl ReadDoc, maps: &[ObjId], key: &str) -> Result<bool, AutomergeError> {
        let is_mark = MARKS.contains(&key);
        // A mark that was never set says no, and a place that was never written says nothing.
        let says_nothing = |value: &ScalarValue| matches!(value, ScalarValue::Null) || (is_mark && *value == ScalarValue::Boolean(false));
        let mark = |values: Vec<ScalarValue>| {
            let mut values: Vec<_> = values.into_iter().filter(|value| !says_nothing(value)).collect();
            values.sort_by_key(|value| format!("{value:?}"));
            values
        };
        Ok(mark(self.left(doc, maps, key)?) == mark(said(maps, |map| doc.get_all(map, key))?))
    }
}

/// The values at a place of any of these maps, the shown one first.
fn said<'a>(
    maps: &[ObjId],
    mut all: impl FnMut(&ObjId) -> Result<Vec<(Value<'a>, ObjId)>, AutomergeError>,
) -> Result<Vec<ScalarValue>, AutomergeError> {
    let mut found = Vec::new();
    for map in maps {
        found.extend(all(map)?.into_iter().filter_map(|(value, id)| Some((value.into_scalar().ok()?, id))));
    }
    found.sort_by(|a, b| b.1.cmp(&a.1));
    Ok(found.into_iter().map(|(value, _)| value).collect())
}
