//! Why a document refuses: one enum per operation.

use praesto_domain::casework::ChangeRefused;

/// Why an own edit was not made. The document is as it was before.
#[derive(Debug, thiserror::Error)]
pub enum EditRefused {
    #[error(transparent)]
    Limit(#[from] ChangeRefused),
    #[error("a case holds at most {limit} {what}")]
    TooMany { what: &'static str, limit: usize },
    /// The change names something that this document does not hold.
    #[error("there is no such entry among the {what}")]
    Missing { what: &'static str },
    /// The id is taken by something with other content.
    #[error("this id is already in use among the {what}")]
    Taken { what: &'static str },
    /// The value to choose is no longer among those in conflict.
    #[error("the value to choose is not among those shown")]
    NoSuchValue,
    /// What is to be taken back, or chosen among, is no longer as it was: somebody wrote there since.
    #[error("somebody wrote there since")]
    ChangedSince,
    /// The case is removed, and this is not what brings it back.
    #[error("the case is removed")]
    Removed,
    /// A removal is a save of its own.
    #[error("a case is removed by nothing but its removal")]
    NotAlone,
    /// A document that was only just made has to be opened by an edit first.
    #[error("the document is not open yet")]
    NotOpened,
    #[error("the document could not be written: {0}")]
    Engine(#[from] automerge::AutomergeError),
}

/// Why bytes could not be loaded as a document.
#[derive(Debug, thiserror::Error)]
pub enum LoadRefused {
    #[error("these bytes are not a document")]
    Malformed,
    /// The constant change that every document of this kind starts from is not in it.
    #[error("the document does not start from this schema")]
    OtherSchema,
}

/// Why a colleague's changes were not taken in. Nothing of them was applied.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ApplyRefused {
    #[error("these bytes are not changes")]
    Malformed,
    #[error("the record holds no change")]
    Empty,
    /// A change claims to be written by another device than the one that signed it.
    #[error("a change was written under another device's name")]
    ForeignActor,
    /// A change reuses or skips a number of its own chain: the profile was copied, or something is forged.
    #[error("a change does not continue its own device's changes")]
    BrokenChain,
    /// A change deletes, overwrites what is append-only, or writes where the schema has no place.
    #[error("a change does not fit the schema: {0}")]
    NotAllowed(&'static str),
    /// Whoever wrote it had not the right to, as the register stood that they knew.
    #[error("its author had no right to write here")]
    NoRight,
    /// A removal that does something else, or a change that removes the case without saying so.
    #[error("a record does something else than it says")]
    NotAsSaid,
}

/// Why a document cannot be shown.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadRefused {
    /// No change that opens a case is in it.
    #[error("the document holds no case yet")]
    NotOpened,
    #[error("the document cannot be read")]
    Unreadable,
}
