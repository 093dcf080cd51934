//! A case, and a list of cases, out of the sealed world.

use serde::{Deserialize, Serialize};

use crate::{CaseId, ListAsks};

/// Asks what would leave with a case.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct CaseOutPlan {
    pub case: CaseId,
}

/// A file that would be left out, because it is not on this computer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftOut {
    pub name: String,
    pub size: u64,
}

/// What would leave.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseOutView {
    /// A name for the folder or the file, without ending.
    pub name: String,
    /// Versions of files that go along, and the bytes of them.
    pub files: u64,
    pub bytes: u64,
    /// Versions that are not here; they are fetched first, or left out.
    pub missing: Vec<LeftOut>,
}

/// In which form a case leaves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "form", rename_all = "snake_case")]
pub enum OutForm {
    /// A folder that anybody can read who has it.
    Folder {
        /// For whom it is.
        #[serde(default)]
        name: String,
    },
    /// One age file that only the recipient opens.
    Sealed {
        /// Who the recipient is.
        name: String,
        /// Public keys, `age1…`.
        #[serde(default)]
        recipients: Vec<String>,
        /// A file with such keys, one a line.
        #[serde(default)]
        recipients_file: Option<String>,
    },
}

/// Takes a case out.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct CaseOut {
    pub case: CaseId,
    #[serde(flatten)]
    pub form: OutForm,
    /// Path of the folder or the file that is made; nothing may be there.
    pub path: String,
    /// Why; kept with the case.
    pub reason: String,
    /// Language of the pages: `mk`.
    pub language: String,
    /// Whether files that are not here are left out, and named as such; else nothing leaves while one is missing.
    #[serde(default)]
    pub leave_out: bool,
}

/// Saves what a list holds as a table.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ListOut {
    #[serde(flatten)]
    pub asks: ListAsks,
    /// Path of the file to write.
    pub path: String,
    /// Whether a file that is there already is replaced; somebody has agreed to that.
    #[serde(default)]
    pub overwrite: bool,
    pub reason: String,
    /// Language of the columns.
    pub language: String,
}

/// What left.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WentOut {
    pub path: String,
    /// Files of a case, rows of a list.
    pub count: u64,
    pub bytes: u64,
}
