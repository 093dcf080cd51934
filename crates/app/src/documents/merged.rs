//! What every merged document does the same way: start from its constant changes, load, save, commit, take in a colleague's changes.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};

use automerge::{ActorId, Automerge, AutomergeError, Change, ChangeHash, ReadDoc, transaction::CommitOptions, transaction::Transaction};
use praesto_domain::{DeviceId, Moment};

use super::{
    admit,
    error::{ApplyRefused, LoadRefused},
    history::{History, device_of},
    schema::Schema,
};

/// An automerge actor: device id (16 bytes) ‖ random incarnation (8 bytes), new at every unlock.
pub type ActorBytes = [u8; 24];

/// The actor of a device for one incarnation.
pub fn actor(device: DeviceId, incarnation: [u8; 8]) -> ActorBytes {
    let mut bytes = [0; 24];
    bytes[..16].copy_from_slice(device.0.as_bytes());
    bytes[16..].copy_from_slice(&incarnation);
    bytes
}

/// Devices that brought changes under the actor of another, by the change.
pub(super) type BroughtBy = BTreeMap<ChangeHash, DeviceId>;

/// What became of a colleague's record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Applied {
    /// Hashes of the changes that were new.
    pub new: Vec<[u8; 32]>,
    /// Hashes of changes that this record builds on and that are not here. When there are any, nothing of the record was applied: it must be
    /// kept and offered again once they are.
    pub missing: Vec<[u8; 32]>,
    /// Whether a change carries the actor of a device that the one which signed it goes on for.
    pub handed_on: bool,
}

impl Applied {
    /// Whether the document is another than before.
    pub fn changed(&self) -> bool {
        !self.new.is_empty()
    }
}

/// A document with its schema.
#[derive(Clone)]
pub(super) struct Merged {
    pub(super) doc: Automerge,
    pub(super) schema: &'static Schema,
    /// Who brought changes that carry another device's actor.
    pub(super) brought_by: BroughtBy,
}

impl std::fmt::Debug for Merged {
    // Shapes only: what a document holds belongs in no log.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Merged").field("kind", &self.schema.kind).finish_non_exhaustive()
    }
}

impl Merged {
    /// A document that holds nothing but its containers.
    pub(super) fn create(schema: &'static Schema, actor: &ActorBytes) -> Self {
        let mut doc = Automerge::new();
        for bytes in schema.base {
            let applied = Change::try_from(*bytes).map_err(|_| ()).and_then(|change| doc.apply_changes([change]).map_err(|_| ()));
            debug_assert!(applied.is_ok(), "the constant changes are pinned by a test and apply to an empty document");
        }
        doc.set_actor(ActorId::from(actor));
        Self { doc, schema, brought_by: BroughtBy::new() }
    }

    /// Reads what [`save`](Self::save) wrote.
    pub(super) fn load(schema: &'static Schema, bytes: &[u8], actor: &ActorBytes) -> Result<Self, LoadRefused> {
        if bytes.is_empty() {
            return Err(LoadRefused::Malformed);
        }
        // automerge asserts on some forged bytes instead of returning an error.
        let loaded = catch_unwind(AssertUnwindSafe(|| Automerge::load(bytes)));
        let mut doc = loaded.ok().and_then(Result::ok).ok_or(LoadRefused::Malformed)?;
        let complete = schema
            .base
            .iter()
            .all(|base| Change::try_from(*base).is_ok_and(|change| doc.get_change_meta_by_hash(&change.hash()).is_some()));
        if !complete {
            return Err(LoadRefused::OtherSchema);
        }
        doc.set_actor(ActorId::from(actor));
        Ok(Self { doc, schema, brought_by: BroughtBy::new() })
    }

    /// Notes that a device brought these changes, whatever actor they carry. The first to do so counts.
    pub(super) fn brought(&mut self, device: DeviceId, bytes: &[u8]) {
        for change in admit::parse(bytes).unwrap_or_default() {
            if !admit::is_base(self.schema, &change) && device_of(change.actor_id()) != device {
                self.brought_by.entry(change.hash()).or_insert(device);
            }
        }
    }

    /// The index over its changes.
    pub(super) fn history(&self) -> History {
        History::of(&self.doc).brought_by(&self.brought_by)
    }

    pub(super) fn save(&self) -> Vec<u8> {
        self.doc.save()
    }

    /// The whole document with nothing compressed: for a payload, which is compressed as a whole.
    pub(super) fn save_plain(&self) -> Vec<u8> {
        self.doc.save_nocompress()
    }

    pub(super) fn heads(&self) -> Vec<[u8; 32]> {
        let mut heads: Vec<[u8; 32]> = self.doc.get_heads().iter().map(|hash| hash.0).collect();
        heads.sort_unstable();
        heads
    }

    /// Runs `write` as one change; an error takes back everything it wrote. No operations make no change: empty bytes.
    pub(super) fn commit<T, E: From<AutomergeError>>(
        &mut self,
        now: Moment,
        write: impl FnOnce(&mut Transaction<'_>) -> Result<(T, String), E>,
    ) -> Result<(T, Vec<u8>), E> {
        use automerge::transaction::Transactable;
        let mut transaction = self.doc.transaction();
        match write(&mut transaction) {
            Ok((result, _)) if transaction.pending_ops() == 0 => {
                transaction.rollback();
                Ok((result, Vec::new()))
            }
            Ok((result, message)) => {
                let (hash, _) = transaction.commit_with(CommitOptions::default().with_time(now.0).with_message(message));
                let change = hash.and_then(|hash| self.doc.get_change_by_hash(&hash));
                Ok((result, change.map_or_else(Vec::new, |change| change.raw_bytes().to_vec())))
            }
            Err(error) => {
                transaction.rollback();
                Err(error)
            }
        }
    }

    /// Takes in the changes of one record, all or none. `devices` are the one that signed it, and those that it goes on for.
    pub(super) fn apply(&mut self, devices: &[DeviceId], bytes: &[u8]) -> Result<Applied, ApplyRefused> {
        // A forged change that passes every check and still trips an assertion inside automerge must not take the app down, and must not leave
        // a document half changed: everything happens on a copy.
        let outcome = catch_unwind(AssertUnwindSafe(|| -> Result<(Applied, Option<Automerge>), ApplyRefused> {
            let changes = admit::parse(bytes)?;
            let mut copy = None;
            let mut applied = Applied::default();
            for change in changes {
                if admit::is_base(self.schema, &change) {
                    continue;
                }
                applied.handed_on |= devices.first() != Some(&device_of(change.actor_id()));
                let doc = copy.as_ref().unwrap_or(&self.doc);
                if doc.get_change_meta_by_hash(&change.hash()).is_some() {
                    admit::author(devices, &change)?;
                    continue;
                }
                let missing: Vec<[u8; 32]> =
                    change.deps().iter().filter(|dep| doc.get_change_meta_by_hash(dep).is_none()).map(|dep: &ChangeHash| dep.0).collect();
                admit::author(devices, &change)?;
                if !missing.is_empty() {
                    return Ok((Applied { new: Vec::new(), missing, ..applied }, None));
                }
                admit::check(self.schema, doc, &History::of(doc), &change)?;
                let hash = change.hash();
                let target = copy.get_or_insert_with(|| self.doc.clone());
                target.apply_changes([change]).map_err(|_| ApplyRefused::BrokenChain)?;
                if target.get_change_meta_by_hash(&hash).is_none() {
                    return Err(ApplyRefused::Malformed);
                }
                applied.new.push(hash.0);
            }
            Ok((applied, copy))
        }));
        let (applied, copy) = outcome.unwrap_or(Err(ApplyRefused::Malformed))?;
        if let Some(copy) = copy {
            self.doc = copy;
        }
        Ok(applied)
    }
}
