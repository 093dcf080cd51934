//! Removing cases, bringing them back, and agreeing to what colleagues removed.

use serde::{Deserialize, Serialize};

use crate::{Author, CaseId, Moment};

/// Takes a case out of every list. Nothing of it is deleted.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct CaseRemove {
    pub case: CaseId,
    /// Why; kept in the case.
    pub reason: String,
}

/// Brings a removed case back, or keeps one that somebody removed while another worked on it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct CaseRestore {
    pub case: CaseId,
}

/// How a removal stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RemovalState {
    /// In no list but that of removed cases.
    Removed,
    /// Removed by a colleague together with many others: listed until this person has agreed.
    Asked,
    /// Removed by one person while another, not knowing, worked on it: listed as a conflict until somebody removes or keeps it.
    Contested,
}

/// Who removed a case and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RemovedBy {
    pub reason: String,
    pub by: Author,
}

/// That a case was removed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RemovalView {
    pub state: RemovalState,
    /// Everybody whose removal stands, newest first; never empty.
    pub removed: Vec<RemovedBy>,
    /// Who changed the case without any of them knowing: the last change of each computer, newest first.
    pub unseen: Vec<Author>,
}

/// Many cases that one person removed at once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AskedRemoval {
    pub name: String,
    pub device_name: String,
    pub cases: u64,
    /// When the last of them came here.
    pub last: Moment,
}

/// Answers for all cases that this person is asked about.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct RemovalsSettle {
    /// Whether they leave the lists; else each is brought back, for everybody.
    pub agree: bool,
    /// The last of those that were shown: what came since is asked about anew.
    pub last: Moment,
}
