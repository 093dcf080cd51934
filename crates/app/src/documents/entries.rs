//! Containers of a document and the entries in them, in the order in which they were made.

use automerge::{AutomergeError, ObjId};

use super::{look::Look, schema::ROOT_ID, values::objects};

type Read<T> = Result<T, AutomergeError>;

/// One entry of a container: its maps (one, unless two were made at once) and where in the order it was made.
pub(super) struct Entry {
    pub(super) key: String,
    pub(super) maps: Vec<ObjId>,
}

/// The entries of a container, in the order in which they were made.
pub(super) fn entries(doc: &impl Look, container: &str) -> Read<Vec<Entry>> {
    let parents = containers(doc, container)?;
    entries_in(doc, &parents)
}

/// A map of an entry by itself.
pub(super) struct Single {
    pub(super) key: String,
    pub(super) map: ObjId,
    /// Every map under that key: two only where they were made apart.
    pub(super) maps: Vec<ObjId>,
}

/// The maps of a container's entries, in the order in which they were made. Where nothing is ever written again, two under one key are two entries:
/// neither hides the other.
pub(super) fn singles(doc: &impl Look, container: &str) -> Read<Vec<Single>> {
    let single = |Entry { key, maps }: Entry| {
        let each = maps.clone().into_iter();
        each.map(move |map| Single { key: key.clone(), map, maps: maps.clone() })
    };
    let mut singles: Vec<Single> = entries(doc, container)?.into_iter().flat_map(single).collect();
    singles.sort_by(|a, b| a.map.cmp(&b.map));
    Ok(singles)
}

/// The container's objects: the one of the schema, and any made beside it.
pub(super) fn containers(doc: &impl Look, container: &str) -> Read<Vec<ObjId>> {
    objects(doc, &[ROOT_ID], container)
}

/// The entries in these maps.
pub(super) fn entries_in(doc: &impl Look, parents: &[ObjId]) -> Read<Vec<Entry>> {
    let mut keys: Vec<String> = parents.iter().flat_map(|parent| doc.names(parent)).collect();
    keys.sort_unstable();
    keys.dedup();
    let mut entries = Vec::with_capacity(keys.len());
    for key in keys {
        let maps = objects(doc, parents, &key)?;
        if !maps.is_empty() {
            entries.push(Entry { key, maps });
        }
    }
    entries.sort_by(|a, b| a.maps[0].cmp(&b.maps[0]));
    Ok(entries)
}
