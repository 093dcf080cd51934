//! Files of cases that are open in another program.

use serde::{Deserialize, Serialize};

use crate::{ApiError, AttachmentId, CaseId, CopyId, Moment};

/// Opens a copy of a file in the program that this computer has for it. The copy leaves the sealed world until it is put back; what is saved in it
/// comes back as new versions. A file that is open already is opened once.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct FileEdit {
    pub case: CaseId,
    pub attachment: AttachmentId,
    /// Which version; the newest where none is named.
    #[serde(default)]
    pub version: Option<String>,
    /// Whether the program is started; a terminal starts its own.
    #[serde(default = "yes")]
    pub start: bool,
}

fn yes() -> bool {
    true
}

/// What is out now. Looks first whether programs have saved, and seals what is ready.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct FilesElsewhereGet {}

/// Seals what was saved, and wipes the copy.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct FilePutBack {
    /// Which copy; all where none is named.
    #[serde(default)]
    pub copy: Option<CopyId>,
}

/// Makes a file that was found after an interruption the newest version of the file that it is a copy of.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct FoundTake {
    pub case: CaseId,
    /// The file that was found.
    pub attachment: AttachmentId,
}

/// Copies of files that are open in other programs.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ElsewhereView {
    /// Oldest first.
    pub files: Vec<FileElsewhere>,
    /// What was found since the vault was opened, after the program had been ended with copies out.
    pub found: Vec<FoundElsewhere>,
    /// Whether this person has been told on this computer what it means to open a file in another program.
    pub warned: bool,
}

/// A copy of a file that is open in another program.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileElsewhere {
    pub copy: CopyId,
    pub case: CaseId,
    pub reference: String,
    pub attachment: AttachmentId,
    pub name: String,
    pub opened_at: Moment,
    /// Where the copy is.
    pub path: String,
    /// Whether it is in memory only, and on no disk.
    pub in_memory: bool,
    /// How often something was saved in it that is a version of the file now.
    pub versions: u64,
    /// Whether what is in it looks cut off: it does not become a version as it is.
    pub cut_off: bool,
    /// Why it could not be sealed.
    pub problem: Option<ApiError>,
}

/// What was found of a copy, or could not be made a version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FoundElsewhere {
    pub case: CaseId,
    pub reference: String,
    /// What the file is called that it is a copy of.
    pub name: String,
    /// The file of the case that it is now; none where there was nothing in it to keep.
    pub attachment: Option<AttachmentId>,
    /// Whether it looks whole.
    pub whole: bool,
}

/// What became of the copies that were put back.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PutBack {
    /// Copies that are gone.
    pub closed: u64,
    /// Versions that came back.
    pub versions: u64,
    /// Names of further files that lay beside a copy, and are files of its case now.
    pub further: Vec<String>,
    /// Copies that did not become versions, for they look cut off or were still being written.
    pub found: Vec<FoundElsewhere>,
    /// What is still out.
    pub left: ElsewhereView,
}

/// That a file was found after an interruption, and what it is a copy of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FoundView {
    pub of: AttachmentId,
    pub name: String,
    pub whole: bool,
}
