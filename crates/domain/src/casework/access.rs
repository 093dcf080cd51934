//! Who looked at a case, and what left the sealed world: told apart from changes, and never taken back.

use serde::{Deserialize, Serialize};

use crate::{CaseId, EventId, Moment};

/// What somebody did with what is sealed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AccessKind {
    /// A case, or a file of it, was looked at.
    Opened,
    /// A letter or a file of a case was printed.
    Printed,
    /// A file of a case was saved outside.
    TookOut,
    /// A copy of a file was opened in another program.
    OpenedElsewhere,
    /// A whole case was taken out.
    Exported,
    /// A list of cases was saved as a table.
    Listed,
    /// A whole profile was backed up.
    BackedUp,
}

impl AccessKind {
    /// Every kind with the number that stands for it, in records and in the vault. Numbers are never used again.
    pub const NUMBERED: [(Self, u8); 7] = [
        (Self::Opened, 1),
        (Self::Printed, 2),
        (Self::TookOut, 3),
        (Self::Exported, 4),
        (Self::Listed, 5),
        (Self::BackedUp, 6),
        (Self::OpenedElsewhere, 7),
    ];

    /// The number that stands for this kind.
    pub fn number(self) -> u8 {
        Self::NUMBERED.iter().find(|(kind, _)| *kind == self).map_or(0, |(_, number)| *number)
    }

    /// The kind for which a number stands.
    pub fn numbered(number: u8) -> Option<Self> {
        Self::NUMBERED.iter().find(|(_, known)| *known == number).map(|(kind, _)| *kind)
    }

    /// Whether it is done with many cases at once, and names none.
    pub const fn is_of_many(self) -> bool {
        matches!(self, Self::Listed | Self::BackedUp)
    }
}

/// One line of the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Access {
    pub id: EventId,
    /// None where it is of no single case.
    pub case: Option<CaseId>,
    pub at: Moment,
    pub kind: AccessKind,
    /// What a file is called, for whom a case is, which list it was.
    pub name: String,
    pub reason: String,
}
