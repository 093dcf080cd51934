//! What somebody waits for in a dialog: how far it is is told ([`crate::AppEvent::Job`]), and it can be stopped.

use serde::{Deserialize, Serialize};

/// What takes its time. One of each at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Job {
    /// A backup is made or restored.
    Backup,
    /// A case or a list leaves the sealed world.
    Out,
    /// All that is held here is checked.
    Check,
}

/// Ends what is under way; nothing of it stays.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct JobStop {
    pub job: Job,
}
