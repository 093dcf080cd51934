//! Who looked at a case, and what left the sealed world.

use serde::{Deserialize, Serialize};

use crate::{AccessKind, Author, CaseId};

/// Asks who looked at a case; without one, what left through this computer.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct AccessGet {
    #[serde(default)]
    pub case: Option<CaseId>,
    /// Without a case: what left through every computer whose lines are here.
    #[serde(default)]
    pub everybody: bool,
    /// Lines to skip.
    #[serde(default)]
    pub offset: u64,
    /// Lines to return, at most 200.
    pub limit: u32,
}

/// One line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccessRow {
    pub kind: AccessKind,
    pub by: Author,
    /// None where it is of no single case.
    pub case: Option<CaseId>,
    /// Of that case, where it is here.
    pub reference: String,
    /// What a file is called, for whom a case is, which list it was.
    pub name: String,
    pub reason: String,
}

/// A window on the log, newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccessPage {
    pub rows: Vec<AccessRow>,
    pub total: u64,
}
