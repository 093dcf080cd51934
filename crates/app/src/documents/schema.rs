//! The fixed shape of each kind of document.
//!
//! Every container comes from a constant change with a fixed actor and time, the same bytes on every device, so that no two devices create
//! one container twice: of two maps made concurrently at one key, automerge shows only one. A later schema adds a second constant change
//! to `base`, of the same actor, that depends on the first alone: what was written before gets it when it is read. The bytes of a released schema
//! never change.

use automerge::{ActorId, ObjId, ROOT};
use praesto_domain::casework::TEXT_CHARS;

use super::{
    base::{CASE_1, CASE_TYPES_1, DIRECTORY_1},
    payload::DocumentKind,
    removal,
};

/// How often a place can be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Writes {
    /// By the change that makes the entry or opens the case, and never again: notes, decisions, history.
    Once,
    /// As `Once`, and nothing but the id of the person whose computer writes it.
    Person,
    /// As `Once`, and true only where that person is a manager.
    AsManager,
    /// Whenever somebody knows better; concurrent values stand beside each other.
    Often,
}

impl Writes {
    /// Whether nobody writes over it.
    pub(super) fn is_once(self) -> bool {
        self != Self::Often
    }
}

/// What a container holds.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Single values under names.
    Values,
    /// One map per entry, under its UUID.
    Entries { keys: &'static [(&'static str, Writes)], nested: Option<Nested> },
}

/// Entries inside an entry: the versions of an attachment.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Nested {
    pub(super) name: &'static str,
    /// Keys of each inner entry, all written once.
    pub(super) keys: &'static [&'static str],
}

/// One container at the root of a document.
#[derive(Debug)]
pub(super) struct Container {
    pub(super) name: &'static str,
    pub(super) shape: Shape,
}

/// The shape of a kind of document.
#[derive(Debug)]
pub(super) struct Schema {
    pub(super) kind: DocumentKind,
    /// Actor of the constant changes.
    pub(super) actor: &'static [u8; 24],
    /// The constant changes, oldest schema first, as raw automerge changes.
    pub(super) base: &'static [&'static [u8]],
    /// Single values at the root.
    pub(super) values: &'static [(&'static str, Writes)],
    /// In the order in which `base` creates them.
    pub(super) containers: &'static [Container],
    /// Characters of one text.
    pub(super) longest: usize,
    /// Whether nobody writes here but administrators of the office.
    pub(super) administrators: bool,
}

impl Schema {
    /// The object that `base` creates for the container at `index`: its operation has that place in the constant change.
    pub(super) fn container_id(&self, index: usize) -> ObjId {
        ObjId::Id(index as u64 + 1, ActorId::from(self.actor), 0)
    }

    /// The container of this name with its object.
    pub(super) fn container(&self, name: &str) -> Option<(&'static Container, ObjId)> {
        let index = self.containers.iter().position(|container| container.name == name)?;
        Some((&self.containers[index], self.container_id(index)))
    }

    /// The container that is this object.
    pub(super) fn container_of(&self, id: &ObjId) -> Option<&'static Container> {
        (0..self.containers.len()).find(|&index| self.container_id(index) == *id).map(|index| &self.containers[index])
    }

    /// How the value at the root under this key is written.
    pub(super) fn root_value(&self, key: &str) -> Option<Writes> {
        self.values.iter().find(|(name, _)| *name == key).map(|(_, writes)| *writes)
    }
}

use Writes::{AsManager, Often, Once, Person};

/// The value at the root whose writing opens a case; what else is written there once comes with it.
pub(super) const OPENING: &str = "type";

/// Schema 1 of a case file.
pub(super) static CASE: Schema = Schema {
    kind: DocumentKind::Case,
    actor: b"praesto-case-schema-0001",
    base: &[CASE_1],
    values: &[
        (OPENING, Once),
        ("channel", Once),
        ("origin", Once),
        ("title", Often),
        ("reference", Often),
        ("received", Often),
        ("assignee", Often),
        ("status", Often),
        // Why the case was removed, by whoever removed it; nothing once it was brought back.
        (removal::KEY, Often),
    ],
    containers: &[
        Container {
            name: "parties",
            shape: Shape::Entries { keys: &[("name", Often), ("role", Often), ("contact", Often), ("removed", Often)], nested: None },
        },
        Container { name: "fields", shape: Shape::Values },
        Container {
            name: "notes",
            shape: Shape::Entries { keys: &[("text", Once), ("corrects", Once), ("withdrawn", Often)], nested: None },
        },
        Container {
            name: "attachments",
            shape: Shape::Entries {
                keys: &[("name", Often), ("removed", Often)],
                nested: Some(Nested { name: "versions", keys: &["content_hash", "size", "media_type", "epoch"] }),
            },
        },
        Container {
            name: "tasks",
            shape: Shape::Entries {
                keys: &[("text", Often), ("due", Often), ("assignee", Often), ("done", Often), ("removed", Often)],
                nested: None,
            },
        },
        Container {
            name: "deadlines",
            shape: Shape::Entries {
                keys: &[
                    ("label", Often),
                    ("day", Often),
                    ("met", Often),
                    ("removed", Often),
                    ("rule", Once),
                    ("basis", Once),
                    ("met_by", Once),
                ],
                nested: None,
            },
        },
        Container {
            name: "decisions",
            shape: Shape::Entries {
                keys: &[
                    ("outcome", Once),
                    ("reason", Once),
                    ("replaces", Once),
                    ("withdrawn", Often),
                    // Who decided, and whose signature it needs besides.
                    ("person", Person),
                    ("second", Once),
                ],
                nested: None,
            },
        },
        Container {
            name: "events",
            shape: Shape::Entries {
                keys: &[
                    ("kind", Once),
                    ("status", Once),
                    ("at", Once),
                    ("text", Once),
                    ("place", Once),
                    ("chosen", Once),
                    // The decision that was signed, by whom, and whether as a manager.
                    ("decision", Once),
                    ("said", Once),
                    ("person", Person),
                    ("manager", AsManager),
                    // To whom the case was handed, in which act, and which hand-over is answered.
                    ("to", Once),
                    ("together", Once),
                    ("of", Once),
                    // The letter that was signed off: which, in what language, what stood at its head, to whom, and the file that it is.
                    ("letter", Once),
                    ("language", Once),
                    ("title", Once),
                    ("office", Once),
                    ("reference", Once),
                    ("day", Once),
                    ("recipient", Once),
                    ("file", Once),
                ],
                nested: None,
            },
        },
        Container { name: "tags", shape: Shape::Values },
    ],
    longest: TEXT_CHARS,
    administrators: false,
};

/// Schema 1 of the directory.
pub(super) static DIRECTORY: Schema = Schema {
    kind: DocumentKind::Directory,
    actor: b"praesto-directory-000001",
    base: &[DIRECTORY_1],
    values: &[("office_name", Often)],
    containers: &[
        Container { name: "people", shape: Shape::Values },
        Container { name: "devices", shape: Shape::Entries { keys: &[("name", Often), ("person", Often)], nested: None } },
    ],
    longest: TEXT_CHARS,
    administrators: false,
};

/// Bytes of a pack, all its files together: with them a record stays under its limit.
pub(crate) const PACK_BYTES: usize = 600 << 10;

/// Schema 1 of the office's own case types.
pub(super) static CASE_TYPES: Schema = Schema {
    kind: DocumentKind::CaseTypes,
    actor: b"praesto-casetypes-000001",
    base: &[CASE_TYPES_1],
    values: &[],
    containers: &[Container {
        // A version of a pack, under an id that follows from what it says. Who added it, and whether new cases of it may be made.
        name: "versions",
        shape: Shape::Entries { keys: &[("pack", Once), ("files", Once), ("person", Person), ("withdrawn", Often)], nested: None },
    }],
    longest: PACK_BYTES,
    administrators: true,
};

/// Whether this is the actor of constant changes, and so nobody.
pub(super) fn is_constant(actor: &ActorId) -> bool {
    [&CASE, &DIRECTORY, &CASE_TYPES].iter().any(|schema| actor.to_bytes() == schema.actor)
}

/// The root, for symmetry with containers.
pub(super) const ROOT_ID: ObjId = ROOT;
