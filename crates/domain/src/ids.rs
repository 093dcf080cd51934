//! Identifiers: one newtype per thing that can be named, so that a task's id cannot stand where a note's belongs.

use serde::{Deserialize, Serialize};
use uuid::{Builder, Uuid};

use crate::Moment;

macro_rules! id_type {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl $name {
            /// Makes a version 7 UUID (RFC 9562) from a moment and ten bytes of fresh randomness.
            pub fn make(now: Moment, random: &[u8; 10]) -> Self {
                Self(Builder::from_unix_timestamp_millis(now.0.max(0) as u64, random).into_uuid())
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }
    )*};
}

id_type! {
    /// A copy of a file that is open in another program; its folder is called so.
    CopyId;
    /// A case file; also the id of its document in the space.
    CaseId;
    /// A person of the office.
    PersonId;
    /// One enrolled computer of a person.
    DeviceId;
    /// Somebody a case is about.
    PartyId;
    /// A note in a case.
    NoteId;
    /// An attachment of a case, with all its versions.
    AttachmentId;
    /// A task in a case.
    TaskId;
    /// A deadline of a case.
    DeadlineId;
    /// A decision in a case.
    DecisionId;
    /// One act of handing over, in all its cases.
    HandOverId;
    /// An event of a case: a status that was set, a line of history that was imported, a file that was taken out.
    EventId;
    /// A list that somebody keeps under a name.
    ListId;
}
