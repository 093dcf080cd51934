//! Synchronisation as people see it.

use serde::{Deserialize, Serialize};

use crate::{ErrorCode, Moment};

/// Synchronises now and answers when done.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct SyncNow {}

/// Looks, by itself and with nobody at work, whether a colleague has let this computer in; answers where it stands then.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct WaitingLook {}

/// Gives up waiting to be let in, so that another invitation can be used. Refused once a colleague has let this computer in.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct WaitingLeave {}

/// Asks how synchronisation stands.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct SyncStatusGet {}

/// What synchronisation is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "phase", rename_all = "snake_case")]
pub enum SyncPhase {
    /// This office has no server yet.
    NoServer,
    /// Not reached since the start of the app.
    NotYet,
    UpToDate,
    Sending {
        done: u64,
        total: u64,
    },
    /// Cases arriving: done of total.
    Receiving {
        done: u64,
        total: u64,
    },
    /// What arrived can be used; the records behind it are being checked: done of total.
    Checking {
        done: u64,
        total: u64,
    },
    Offline,
    /// Stopped by something a person must see; `SyncView::problem` names it.
    Stopped,
}

/// How synchronisation stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SyncView {
    /// Grows with every view that is begun, as long as the program runs. An answer can be overtaken by an event on its way to the window.
    pub revision: u64,
    #[serde(flatten)]
    pub phase: SyncPhase,
    /// Changes saved here that the server has not acknowledged.
    pub waiting: u64,
    /// Changes that arrived and could not be checked or read.
    pub set_aside: u64,
    /// Contradictions found in what the server said, of which this person has not read.
    pub findings: u64,
    /// When the server was last heard.
    pub last_contact: Option<Moment>,
    pub problem: Option<ErrorCode>,
}

impl SyncView {
    /// Whether this one tells how things stand, and not `held`, which came earlier.
    #[must_use]
    pub fn supersedes(&self, held: Option<&Self>) -> bool {
        held.is_none_or(|held| held.revision < self.revision)
    }
}

/// Checks everything that this computer holds against register, signatures and chains.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Verify {}

/// Result of a check of everything.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VerifyReport {
    pub fingerprint: String,
    pub register_entries: u64,
    pub records: u64,
    pub cases: u64,
    pub attachments: u64,
    /// Cases of these that stand on a colleague's word, until their records have come.
    #[serde(default)]
    pub not_checked: u64,
    /// Everything that did not hold.
    pub problems: Vec<VerifyProblem>,
}

/// One thing that did not hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VerifyProblem {
    /// Fluent message id.
    pub message_id: String,
    /// Hash or id of the thing, for support.
    pub subject: String,
    /// Of a file, what it is called and the title of its case; empty of anything else.
    pub name: String,
}
