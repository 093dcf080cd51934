//! Who wrote an operation and when: an index over the changes of a document.

use std::collections::{BTreeMap, HashMap, HashSet};

use automerge::{ActorId, Automerge, ChangeHash, ObjId};
use praesto_domain::{DeviceId, Moment, casework::Stamp};
use uuid::Uuid;

use super::schema::is_constant;

/// One change as the index keeps it.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) actor: ActorId,
    /// The device it counts as a change of.
    pub(super) device: DeviceId,
    pub(super) start_op: u64,
    pub(super) max_op: u64,
    pub(super) time: i64,
    pub(super) message: Option<String>,
    pub(super) deps: Vec<ChangeHash>,
    pub(super) hash: ChangeHash,
}

/// The changes of a document, findable by operation.
#[derive(Debug)]
pub(super) struct History {
    /// Per actor in order of operations.
    by_actor: BTreeMap<ActorId, Vec<Entry>>,
}

impl History {
    pub(super) fn of(doc: &Automerge) -> Self {
        let mut by_actor: BTreeMap<ActorId, Vec<Entry>> = BTreeMap::new();
        for meta in doc.get_changes_meta(&[]) {
            let actor = meta.actor.into_owned();
            by_actor.entry(actor.clone()).or_default().push(Entry {
                device: device_of(&actor),
                actor,
                start_op: meta.start_op,
                max_op: meta.max_op,
                time: meta.timestamp,
                message: meta.message.map(std::borrow::Cow::into_owned),
                deps: meta.deps,
                hash: meta.hash,
            });
        }
        for entries in by_actor.values_mut() {
            entries.sort_by_key(|entry| entry.start_op);
        }
        Self { by_actor }
    }

    /// Gives changes that another device brought to that device.
    pub(super) fn brought_by(mut self, devices: &BTreeMap<ChangeHash, DeviceId>) -> Self {
        if !devices.is_empty() {
            for entry in self.by_actor.values_mut().flatten() {
                entry.device = devices.get(&entry.hash).copied().unwrap_or(entry.device);
            }
        }
        self
    }

    /// The change that holds this operation.
    pub(super) fn change_of(&self, operation: &ObjId) -> Option<&Entry> {
        let ObjId::Id(counter, actor, _) = operation else { return None };
        let entries = self.by_actor.get(actor)?;
        let index = entries.partition_point(|entry| entry.start_op <= *counter).checked_sub(1)?;
        Some(&entries[index]).filter(|entry| *counter <= entry.max_op)
    }

    /// Device and time of the change that holds this operation.
    pub(super) fn stamp(&self, operation: &ObjId) -> Stamp {
        match operation {
            ObjId::Id(_, actor, _) => self.change_of(operation).map_or_else(
                || Stamp { device: device_of(actor), at: Moment(0) },
                |entry| Stamp { device: entry.device, at: Moment(entry.time) },
            ),
            ObjId::Root => Stamp { device: DeviceId(Uuid::nil()), at: Moment(0) },
        }
    }

    /// The changes of people that are neither among `seen` nor before any of them, in the order of [`in_order`](Self::in_order).
    pub(super) fn beyond(&self, seen: &[ChangeHash]) -> Vec<&Entry> {
        let by_hash: HashMap<ChangeHash, &Entry> = self.by_actor.values().flatten().map(|entry| (entry.hash, entry)).collect();
        let mut known = HashSet::new();
        let mut ahead = seen.to_vec();
        while let Some(hash) = ahead.pop() {
            if known.insert(hash) {
                ahead.extend(by_hash.get(&hash).into_iter().flat_map(|entry| &entry.deps));
            }
        }
        self.in_order().into_iter().filter(|entry| !known.contains(&entry.hash) && !is_constant(&entry.actor)).collect()
    }

    /// All changes in one order that is the same on every replica and never puts a change before one it depends on.
    pub(super) fn in_order(&self) -> Vec<&Entry> {
        let mut entries: Vec<&Entry> = self.by_actor.values().flatten().collect();
        entries.sort_by(|a, b| (a.start_op, &a.actor).cmp(&(b.start_op, &b.actor)));
        entries
    }
}

/// The device that an actor belongs to: its first 16 bytes.
pub(super) fn device_of(actor: &ActorId) -> DeviceId {
    let bytes = actor.to_bytes();
    DeviceId(bytes.first_chunk::<16>().map_or(Uuid::nil(), |id| Uuid::from_bytes(*id)))
}
