//! What is being typed and not saved yet. It stays in the vault of this computer and is never sent.

use serde::{Deserialize, Serialize};

use crate::{CaseId, Moment};

/// Keeps what is being typed; an empty text lets go of it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct DraftPut {
    /// The case; none for one that is not made yet.
    #[serde(default)]
    pub case: Option<CaseId>,
    /// Where it is typed, as the window names the place; at most 600 bytes.
    pub place: String,
    /// At most 4 MiB.
    pub text: String,
}

/// Reads what was typed into the form for a new case, or into a case, and not saved.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct DraftList {
    #[serde(default)]
    pub case: Option<CaseId>,
}

/// What was typed in one place and not saved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftView {
    pub place: String,
    pub text: String,
    pub at: Moment,
}
