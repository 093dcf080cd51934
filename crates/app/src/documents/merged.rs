//! What every merged document does the same way: start from its constant changes, load, save, commit, take in a colleague's changes.

use std::collections::{BTreeMap, HashMap};
use std::panic::{AssertUnwindSafe, catch_unwind};

use automerge::{ActorId, Automerge, AutomergeError, Change, ChangeHash, ReadDoc, transaction::CommitOptions, transaction::Transaction};
use praesto_domain::{DeviceId, Moment, PersonId};

use super::{
    admit,
    error::{ApplyRefused, LoadRefused},
    history::{History, device_of},
    removal::{self, Says},
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

/// Who signed a record, as far as a document asks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Author {
    /// The device, and those that it goes on for: its record may hold their changes.
    pub devices: Vec<DeviceId>,
    /// Whose device it is: under a decision or a signature no other name may stand.
    pub person: Option<PersonId>,
    /// Whether they were a manager, as the register stood that they knew.
    pub manager: bool,
    /// Whether they were an administrator of the office, as it stood then.
    pub administrator: bool,
}

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
    /// What it was read from; nothing where it was made here.
    pub(super) saved: Vec<u8>,
    /// The changes that went into it since, in their order: with these and `saved` it can be built again.
    pub(super) since: Vec<Change>,
    /// Each actor's newest change, once a colleague's change was looked at.
    pub(super) newest: Option<Newest>,
}

/// Each actor's newest change: its number and hash.
pub(super) type Newest = HashMap<ActorId, (u64, ChangeHash)>;

impl std::fmt::Debug for Merged {
    // Shapes only: what a document holds belongs in no log.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Merged").field("kind", &self.schema.kind).finish_non_exhaustive()
    }
}

impl Merged {
    /// A document that holds nothing but its containers.
    pub(super) fn create(schema: &'static Schema, actor: &ActorBytes) -> Self {
        Self::new(schema, created(schema), actor, Vec::new())
    }

    /// Reads what [`save`](Self::save) wrote.
    pub(super) fn load(schema: &'static Schema, bytes: &[u8], actor: &ActorBytes) -> Result<Self, LoadRefused> {
        let doc = loaded(bytes).ok_or(LoadRefused::Malformed)?;
        let doc = raised(schema, doc).ok_or(LoadRefused::OtherSchema)?;
        Ok(Self::new(schema, doc, actor, bytes.to_vec()))
    }

    fn new(schema: &'static Schema, mut doc: Automerge, actor: &ActorBytes, saved: Vec<u8>) -> Self {
        doc.set_actor(ActorId::from(actor));
        Self { doc, schema, brought_by: BroughtBy::new(), saved, since: Vec::new(), newest: None }
    }

    /// The document as it stood at `heads`, to be written on under `actor`.
    pub(super) fn at(&self, heads: &[[u8; 32]], actor: &ActorBytes) -> Result<Self, AutomergeError> {
        let heads: Vec<ChangeHash> = heads.iter().copied().map(ChangeHash).collect();
        let doc = raised(self.schema, self.doc.fork_at(&heads)?).ok_or(AutomergeError::Fail)?;
        Ok(Self { brought_by: self.brought_by.clone(), ..Self::new(self.schema, doc, actor, Vec::new()) })
    }

    /// Takes in a change that was made on an earlier state of this very document, judged as colleagues will judge it.
    pub(super) fn take_beside(&mut self, actor: &ActorBytes, change: &[u8]) -> Result<(), AutomergeError> {
        let author = Author { devices: vec![device_of(&ActorId::from(actor))], ..Author::default() };
        match self.apply(&author, change, Says::Change) {
            Ok(applied) if applied.missing.is_empty() => Ok(()),
            _ => Err(AutomergeError::Fail),
        }
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

    /// Whether another device than this one wrote anything that these heads do not hold.
    pub(super) fn worked_on_by_others_since(&self, heads: &[ChangeHash]) -> bool {
        let here = device_of(self.doc.get_actor());
        self.history().beyond(heads).iter().any(|entry| entry.device != here)
    }

    pub(super) fn save(&self) -> Vec<u8> {
        self.doc.save()
    }

    /// The whole document with nothing compressed: for a payload, which is compressed as a whole.
    pub(super) fn save_plain(&self) -> Vec<u8> {
        self.doc.save_nocompress()
    }

    pub(super) fn heads(&self) -> Vec<[u8; 32]> {
        // That a later schema's containers were added changes nothing that anybody wrote.
        let own = |hash: &ChangeHash| self.doc.get_change_meta_by_hash(hash).is_none_or(|meta| meta.actor.to_bytes() != self.schema.actor);
        let mut heads: Vec<[u8; 32]> = self.doc.get_heads().into_iter().filter(own).map(|hash| hash.0).collect();
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
                let bytes = change.as_ref().map_or_else(Vec::new, |change| change.raw_bytes().to_vec());
                self.since.extend(change);
                self.newest = None;
                Ok((result, bytes))
            }
            Err(error) => {
                transaction.rollback();
                Err(error)
            }
        }
    }

    /// Takes in the changes of one record, all or none, if they do what it says.
    pub(super) fn apply(&mut self, author: &Author, bytes: &[u8], says: Says) -> Result<Applied, ApplyRefused> {
        let before = self.since.len();
        // A forged change that passes every check and still trips an assertion inside automerge must not take the app down, and must not leave
        // a document half changed.
        let outcome = catch_unwind(AssertUnwindSafe(|| self.try_apply(author, bytes, says)));
        let whole = matches!(&outcome, Ok(Ok(applied)) if applied.missing.is_empty());
        if outcome.is_err() || (!whole && self.since.len() > before) {
            self.build_again(before);
        }
        outcome.unwrap_or(Err(ApplyRefused::Malformed))
    }

    /// Takes in changes up to the first that cannot be taken.
    fn try_apply(&mut self, author: &Author, bytes: &[u8], says: Says) -> Result<Applied, ApplyRefused> {
        let changes = admit::parse(bytes)?;
        if says == Says::Removal && changes.iter().filter(|change| !admit::is_base(self.schema, change)).count() != 1 {
            return Err(ApplyRefused::NotAsSaid);
        }
        let mut applied = Applied::default();
        for change in changes {
            if admit::is_base(self.schema, &change) {
                continue;
            }
            applied.handed_on |= author.devices.first() != Some(&device_of(change.actor_id()));
            admit::author(&author.devices, &change)?;
            if self.doc.get_change_meta_by_hash(&change.hash()).is_some() {
                removal::as_said(&change.decode(), says)?;
                continue;
            }
            let missing = change.deps().iter().filter(|dep| self.doc.get_change_meta_by_hash(dep).is_none());
            applied.missing = missing.map(|dep: &ChangeHash| dep.0).collect();
            if !applied.missing.is_empty() {
                applied.new.clear();
                return Ok(applied);
            }
            let newest = self.newest.get_or_insert_with(|| newest(&self.doc));
            admit::check(self.schema, &self.doc, newest, (author, &change), says)?;
            let hash = change.hash();
            newest.insert(change.actor_id().clone(), (change.seq(), hash));
            self.since.push(change.clone());
            self.doc.apply_changes([change]).map_err(|_| ApplyRefused::BrokenChain)?;
            // A document keeps operations, not bytes, and makes the bytes of each change again when it is read: a change that comes out as another
            // one then would make the whole of it unreadable.
            if self.doc.get_change_by_hash(&hash).is_none_or(|again| again.hash() != hash) {
                return Err(ApplyRefused::Malformed);
            }
            applied.new.push(hash.0);
        }
        Ok(applied)
    }

    /// Makes the document again as it was after the first `changes` changes since it was read.
    fn build_again(&mut self, changes: usize) {
        self.since.truncate(changes);
        self.newest = None;
        let actor = self.doc.get_actor().clone();
        let start =
            if self.saved.is_empty() { Some(created(self.schema)) } else { loaded(&self.saved).and_then(|doc| raised(self.schema, doc)) };
        let again = start.and_then(|mut doc| doc.apply_changes(self.since.iter().cloned()).ok().map(|()| doc));
        // The same bytes made the same document before.
        self.doc = again.unwrap_or_else(|| unreachable!("a document that was built can be built again"));
        self.doc.set_actor(actor);
    }
}

/// A document with nothing but the constant changes of its schema.
fn created(schema: &Schema) -> Automerge {
    let mut doc = Automerge::new();
    for bytes in schema.base {
        let applied = Change::try_from(*bytes).map_err(|_| ()).and_then(|change| doc.apply_changes([change]).map_err(|_| ()));
        debug_assert!(applied.is_ok(), "the constant changes are pinned by a test and apply to an empty document");
    }
    doc
}

/// Adds the containers of later schemas than the one under which the document was written; none where it is not of this kind at all.
fn raised(schema: &Schema, mut doc: Automerge) -> Option<Automerge> {
    for (number, bytes) in schema.base.iter().enumerate() {
        let change = Change::try_from(*bytes).ok()?;
        if doc.get_change_meta_by_hash(&change.hash()).is_none() {
            if number == 0 {
                return None;
            }
            doc.apply_changes([change]).ok()?;
        }
    }
    Some(doc)
}

fn loaded(bytes: &[u8]) -> Option<Automerge> {
    if bytes.is_empty() {
        return None;
    }
    // automerge asserts on some forged bytes instead of returning an error.
    catch_unwind(AssertUnwindSafe(|| Automerge::load(bytes))).ok().and_then(Result::ok)
}

fn newest(doc: &Automerge) -> Newest {
    let mut newest = Newest::new();
    for meta in doc.get_changes_meta(&[]) {
        let last = newest.entry(meta.actor.into_owned()).or_insert((meta.seq, meta.hash));
        *last = (meta.seq, meta.hash).max(*last);
    }
    newest
}
