//! What a colleague's change may do. Signatures say who wrote it; this says that it fits the schema.
//!
//! An enrolled device is a colleague, not a friend: it can be stolen, or run other software. So a change may only add, and write places that the
//! schema knows: no deletion, no second writing of what is append-only, nothing in another's entry that its author alone can say, no object laid
//! over another, no sequence or counter, no number that skips ahead. Everything else is refused whole and shown as set aside.

use std::collections::{HashMap, HashSet};

use automerge::{
    ActorId, Automerge, Change, ObjId, ObjType, Prop, ReadDoc, ScalarValue,
    legacy::{Key, ObjectId, Op, OpId, OpType},
};
use praesto_domain::DeviceId;
use uuid::Uuid;

use super::{
    chunk::{CHANGE_OPERATIONS, split_change},
    error::ApplyRefused,
    history::device_of,
    merged::{Author, Newest},
    removal::{self, Says},
    schema::{Container, Nested, OPENING, Schema, Shape, Writes},
    values,
};

/// Actors are 24 bytes here, always.
const ACTOR_BYTES: usize = 24;
/// A file of one case never comes near; keeps counters far from where automerge would wrap them.
const HIGHEST_OPERATION: u64 = 1 << 30;

/// Changes that one record holds at most. A save makes one; checking each costs as much as the document is long.
const CHANGES: usize = 64;

/// Splits concatenated raw changes. Compressed chunks are refused: payloads are compressed as a whole, and a small chunk must not unfold.
pub(super) fn parse(bytes: &[u8]) -> Result<Vec<Change>, ApplyRefused> {
    if bytes.is_empty() {
        return Err(ApplyRefused::Empty);
    }
    let mut changes = Vec::new();
    let (mut rest, mut left) = (bytes, CHANGE_OPERATIONS);
    while !rest.is_empty() {
        let (chunk, operations, after) = split_change(rest, left).ok_or(ApplyRefused::Malformed)?;
        let change = Change::try_from(chunk).map_err(|_| ApplyRefused::Malformed)?;
        if change.hash().0[..4] != chunk[4..8] {
            return Err(ApplyRefused::Malformed);
        }
        changes.push(change);
        if changes.len() > CHANGES {
            return Err(ApplyRefused::Malformed);
        }
        (rest, left) = (after, left - operations);
    }
    Ok(changes)
}

/// Whether this is one of the constant changes, which anybody may carry along.
pub(super) fn is_base(schema: &Schema, change: &Change) -> bool {
    schema.base.contains(&change.raw_bytes())
}

/// Whether the change was written under the name of the device that signed the record, or of one that it goes on for.
pub(super) fn author(devices: &[DeviceId], change: &Change) -> Result<(), ApplyRefused> {
    let actor = change.actor_id();
    let own = actor.to_bytes().len() == ACTOR_BYTES && devices.contains(&device_of(actor));
    if own { Ok(()) } else { Err(ApplyRefused::ForeignActor) }
}

/// Whether a change whose dependencies are all here continues its chain and fits the schema.
pub(super) fn check(
    schema: &'static Schema,
    doc: &Automerge,
    last: &Newest,
    (author, change): (&Author, &Change),
    says: Says,
) -> Result<(), ApplyRefused> {
    if change.actor_id().to_bytes() == schema.actor {
        return Err(ApplyRefused::ForeignActor);
    }
    if schema.administrators && !author.administrator {
        return Err(ApplyRefused::NoRight);
    }
    if change.is_empty() || change.deps().is_empty() || !change.extra_bytes().is_empty() {
        return Err(ApplyRefused::NotAllowed("a change that says nothing, or more than it should"));
    }
    let newest = change.deps().iter().filter_map(|dep| doc.get_change_meta_by_hash(dep)).map(|dep| dep.max_op).max().unwrap_or(0);
    if change.start_op().get() != newest + 1 || change.max_op() > HIGHEST_OPERATION {
        return Err(ApplyRefused::BrokenChain);
    }
    let last = last.get(change.actor_id());
    if change.seq() != last.map_or(0, |(seq, _)| *seq) + 1 {
        return Err(ApplyRefused::BrokenChain);
    }
    // automerge takes it for granted that an actor's changes build on each other: what is saved otherwise can never be read again.
    if last.is_some_and(|(_, own)| doc.get_changes_meta(change.deps()).iter().any(|beyond| beyond.hash == *own)) {
        return Err(ApplyRefused::BrokenChain);
    }
    let mut checker = Checker { schema, doc, author, change, made: HashMap::new(), written: HashMap::new() };
    let decoded = change.decode();
    removal::as_said(&decoded, says)?;
    for (index, operation) in decoded.operations.iter().enumerate() {
        checker.operation(index as u64, operation)?;
    }
    Ok(())
}

/// What an object is in the schema.
#[derive(Clone, Copy)]
enum Role {
    Root,
    Container(&'static Container),
    Entry(&'static [(&'static str, Writes)], Option<&'static Nested>),
    Nest(&'static Nested),
    Inner(&'static Nested),
}

/// A place in the document: the map by its operation, or the root, and the key in it.
type Written = (Option<(u64, ActorId)>, String);

struct Checker<'a> {
    schema: &'static Schema,
    doc: &'a Automerge,
    author: &'a Author,
    change: &'a Change,
    /// Objects that this change made.
    made: HashMap<(u64, ActorId), Role>,
    /// Operations of this change per place.
    written: HashMap<Written, HashSet<u64>>,
}

impl Checker<'_> {
    fn operation(&mut self, index: u64, operation: &Op) -> Result<(), ApplyRefused> {
        let Key::Map(key) = &operation.key else { return Err(ApplyRefused::NotAllowed("a sequence")) };
        if operation.insert {
            return Err(ApplyRefused::NotAllowed("a sequence"));
        }
        let counter = self.change.start_op().get() + index;
        let object = object_id(&operation.obj);
        let role = self.role(&object)?;
        let makes = match &operation.action {
            OpType::Make(ObjType::Map) => true,
            OpType::Put(ScalarValue::Str(text)) if text.chars().count() > self.schema.longest => {
                return Err(ApplyRefused::NotAllowed("a text that is longer than any place takes"));
            }
            OpType::Put(
                ScalarValue::Str(_)
                | ScalarValue::Int(_)
                | ScalarValue::Uint(_)
                | ScalarValue::Boolean(_)
                | ScalarValue::Timestamp(_)
                | ScalarValue::Null,
            ) => false,
            OpType::Delete => return Err(ApplyRefused::NotAllowed("a deletion")),
            _ => return Err(ApplyRefused::NotAllowed("a kind of value that no place has")),
        };
        let writes = if makes {
            let made = made(role, key).ok_or(ApplyRefused::NotAllowed("an entry where there is no place for one"))?;
            self.made.insert((counter, self.change.actor_id().clone()), made);
            Writes::Once
        } else {
            self.value(role, key).ok_or(ApplyRefused::NotAllowed("a value where there is no place for one"))?
        };
        if let OpType::Put(value) = &operation.action {
            self.may_say(writes, value)?;
        }
        if writes.is_once() {
            self.first(role, makes, &object, operation, key)?;
        }
        self.replaced(&object, key, operation)?;
        self.written.entry((name(&object), key.to_string())).or_default().insert(counter);
        Ok(())
    }

    /// Whether the author may say this of themselves. Nobody but themselves says who they are.
    fn may_say(&self, writes: Writes, value: &ScalarValue) -> Result<(), ApplyRefused> {
        let right = match writes {
            Writes::Person => self.author.person.is_some() && values::person(value) == Some(self.author.person),
            Writes::AsManager => self.author.manager || values::flag(value) == Some(false),
            Writes::Once | Writes::Often => true,
        };
        if right { Ok(()) } else { Err(ApplyRefused::NotAllowed("another person's name, or a right that its author did not have")) }
    }

    /// Whether what is written once is written for the first time, and as a part of what its author makes: an entry, or the opening of the case.
    fn first(&self, role: Role, makes: bool, object: &ObjId, operation: &Op, key: &str) -> Result<(), ApplyRefused> {
        const AGAIN: ApplyRefused = ApplyRefused::NotAllowed("writing over what is append-only");
        if operation.pred.iter().next().is_some() || self.written.contains_key(&(name(object), key.to_owned())) {
            return Err(AGAIN);
        }
        if name(object).is_some_and(|object| self.made.contains_key(&object)) {
            // Nobody else knows of what this change makes.
            return Ok(());
        }
        let own = match role {
            _ if makes => true,
            Role::Root => key == OPENING || self.written.contains_key(&(None, OPENING.to_owned())),
            Role::Container(_) | Role::Entry(..) | Role::Nest(_) | Role::Inner(_) => false,
        };
        if !own {
            return Err(ApplyRefused::NotAllowed("words in the entry of another change"));
        }
        // What an operation says that it replaces is its author's word: without it, it would stand beside what is there.
        let free = self.doc.get_all_at(object, key, self.change.deps()).is_ok_and(|values| values.is_empty());
        if free { Ok(()) } else { Err(AGAIN) }
    }

    /// Whether what an operation replaces is what its author could see at that very place.
    fn replaced(&self, object: &ObjId, key: &str, operation: &Op) -> Result<(), ApplyRefused> {
        let mut before = None;
        for OpId(counter, actor) in operation.pred.iter() {
            let own = *actor == *self.change.actor_id()
                && self.written.get(&(name(object), key.to_owned())).is_some_and(|counters| counters.contains(counter));
            if own {
                continue;
            }
            let before = before.get_or_insert_with(|| {
                let seen = self.doc.get_all_at(object, key, self.change.deps()).unwrap_or_default();
                seen.into_iter().map(|(_, id)| id).collect::<Vec<_>>()
            });
            if !before.contains(&ObjId::Id(*counter, actor.clone(), 0)) {
                return Err(ApplyRefused::NotAllowed("replacing what is not there"));
            }
        }
        Ok(())
    }

    fn value(&self, role: Role, key: &str) -> Option<Writes> {
        match role {
            Role::Root => self.schema.root_value(key),
            Role::Container(container) => (container.shape == Shape::Values).then_some(Writes::Often),
            Role::Entry(keys, _) => keys.iter().find(|(name, _)| *name == key).map(|(_, writes)| *writes),
            Role::Inner(nested) => nested.keys.contains(&key).then_some(Writes::Once),
            Role::Nest(_) => None,
        }
    }

    fn role(&self, object: &ObjId) -> Result<Role, ApplyRefused> {
        const NOWHERE: ApplyRefused = ApplyRefused::NotAllowed("a place that does not exist");
        let ObjId::Id(counter, actor, _) = object else { return Ok(Role::Root) };
        if let Some(container) = self.schema.container_of(object) {
            return Ok(Role::Container(container));
        }
        if let Some(role) = self.made.get(&(*counter, actor.clone())) {
            return Ok(*role);
        }
        let parent = self.doc.parents(object).ok().and_then(|mut parents| parents.next()).ok_or(NOWHERE)?;
        let Prop::Map(key) = parent.prop else { return Err(NOWHERE) };
        made(self.role(&parent.obj)?, &key).ok_or(NOWHERE)
    }
}

/// What an object made at `key` inside something would be.
fn made(parent: Role, key: &str) -> Option<Role> {
    match parent {
        Role::Container(Container { shape: Shape::Entries { keys, nested }, .. }) => {
            is_id(key).then_some(Role::Entry(keys, nested.as_ref()))
        }
        Role::Entry(_, Some(nested)) => (nested.name == key).then_some(Role::Nest(nested)),
        Role::Nest(nested) => is_hash(key).then_some(Role::Inner(nested)),
        Role::Root | Role::Container(_) | Role::Entry(_, None) | Role::Inner(_) => None,
    }
}

pub(super) fn is_id(key: &str) -> bool {
    Uuid::try_parse(key).is_ok_and(|id| id.as_hyphenated().to_string() == key)
}

/// A SHA-256 in lower-case hexadecimal: it becomes the name of a file, so nothing else may stand there.
pub(super) fn is_hash(key: &str) -> bool {
    key.len() == 64 && key.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte))
}

fn object_id(object: &ObjectId) -> ObjId {
    match object {
        ObjectId::Root => ObjId::Root,
        ObjectId::Id(OpId(counter, actor)) => ObjId::Id(*counter, actor.clone(), 0),
    }
}

fn name(object: &ObjId) -> Option<(u64, ActorId)> {
    match object {
        ObjId::Root => None,
        ObjId::Id(counter, actor, _) => Some((*counter, actor.clone())),
    }
}
