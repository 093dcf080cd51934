//! Looking into a document, one place at a time while writing, or all of it at once to read a whole case.

use std::collections::{BTreeMap, HashMap};

use automerge::{Automerge, AutomergeError, ObjId, ObjType, ROOT, ReadDoc, Value};

/// What readers need from a document.
pub(super) trait Look {
    /// Every concurrent value of a place with the operation that wrote it.
    fn all(&self, object: &ObjId, key: &str) -> Result<Vec<(Value<'_>, ObjId)>, AutomergeError>;
    /// Names of all places of an object.
    fn names(&self, object: &ObjId) -> Vec<String>;
}

impl<T: ReadDoc> Look for T {
    fn all(&self, object: &ObjId, key: &str) -> Result<Vec<(Value<'_>, ObjId)>, AutomergeError> {
        self.get_all(object, key)
    }

    fn names(&self, object: &ObjId) -> Vec<String> {
        self.keys(object).collect()
    }
}

type Places = BTreeMap<String, Vec<(Value<'static>, ObjId)>>;

/// All values of a document, gathered in one pass: asking automerge for each of some thousand places takes many times as long.
#[derive(Debug)]
pub(super) struct Snapshot {
    objects: HashMap<ObjId, Places>,
}

impl Snapshot {
    pub(super) fn of(doc: &Automerge) -> Result<Self, AutomergeError> {
        let mut objects = HashMap::new();
        // A list of what is to be visited, not recursion: a forged document may be nested as deep as it likes.
        let mut ahead = vec![ROOT];
        while let Some(object) = ahead.pop() {
            let mut places = Places::new();
            for item in doc.map_range(&object, ..) {
                let id = item.id();
                let values = if item.conflict {
                    doc.get_all(&object, item.key.as_ref())?.into_iter().map(|(value, id)| (value.into_owned(), id)).collect()
                } else {
                    vec![(item.value.into_value(), id)]
                };
                ahead.extend(values.iter().filter(|(value, _)| matches!(value, Value::Object(ObjType::Map))).map(|(_, id)| id.clone()));
                places.insert(item.key.into_owned(), values);
            }
            objects.insert(object, places);
        }
        Ok(Self { objects })
    }
}

impl Look for Snapshot {
    fn all(&self, object: &ObjId, key: &str) -> Result<Vec<(Value<'_>, ObjId)>, AutomergeError> {
        Ok(self.objects.get(object).and_then(|places| places.get(key)).cloned().unwrap_or_default())
    }

    fn names(&self, object: &ObjId) -> Vec<String> {
        self.objects.get(object).map(|places| places.keys().cloned().collect()).unwrap_or_default()
    }
}
