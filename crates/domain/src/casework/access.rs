//! Who looked at a case, and what left the sealed world: told apart from changes, and never taken back.

use serde::{Deserialize, Serialize};

use crate::{CaseId, EventId, Moment};

/// What somebody did with what is sealed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AccessKind {
    /// A case, or a file of it, was looked at.
    Opened,
    /// A letter of a case was printed.
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
