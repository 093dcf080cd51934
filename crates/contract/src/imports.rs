//! Bringing existing files in.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::ApiError;
use crate::CaseId;

/// Where a column of a CSV file goes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "to", rename_all = "snake_case")]
pub enum ColumnTarget {
    Ignore,
    Title,
    Reference,
    /// Day of receipt; `2026-11-24`, `24.11.2026` and `24/11/2026` are understood.
    Received,
    Deadline,
    Note,
    PartyName,
    PartyContact,
    Tag,
    /// A field of the form under this name.
    Field {
        name: String,
    },
}

/// What to import.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "from", rename_all = "snake_case")]
pub enum ImportSource {
    /// A CSV file; an empty mapping asks for a proposal.
    Csv {
        path: String,
        #[serde(default)]
        mapping: BTreeMap<String, ColumnTarget>,
    },
    /// A folder: each sub-folder becomes a case with its documents, loose documents one case each.
    Folder { path: String },
    /// An xdomea 3.0.0 message: XML, or ZIP with its files.
    Xdomea { path: String },
    /// Mails (.eml), and folders of them: each becomes a case.
    Mail { paths: Vec<String> },
}

/// Shows the fate of every row without changing anything.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ImportPlan {
    pub source: ImportSource,
}

/// Imports.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ImportRun {
    pub source: ImportSource,
}

/// Stops reading what is to be imported, or importing it. What came in stays.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ImportStop {}

/// What becomes of one row or file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fate", rename_all = "snake_case")]
pub enum RowFate {
    /// Becomes (in a plan) or became (in a run) a case.
    New { case: Option<CaseId> },
    /// Was imported before.
    AlreadyHere { case: CaseId },
    /// Refused; `reason` is a code of `import-refused-*` messages.
    Refused { reason: String },
}

/// One row or file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportRow {
    /// Line of the CSV file, path in the folder, or id in the message.
    pub source: String,
    pub title: String,
    /// Documents that come with it.
    pub documents: u32,
    /// Documents that it names and of which a file is not there; what is said of them goes into a note.
    pub missing: u32,
    /// Whether it comes as a closed case.
    pub closed: bool,
    /// Whether its reference is that of another case: one that is here, or one further up. It is taken in all the same.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub reference_taken: bool,
    /// What it is refused for, such as a day that cannot be read; empty where the reason says it all.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub what: String,
    #[serde(flatten)]
    pub fate: RowFate,
}

/// A column found in a CSV file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportColumn {
    pub name: String,
    pub target: ColumnTarget,
    /// First value of the column.
    pub example: String,
}

/// A plan, or what an import did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportReport {
    pub columns: Vec<ImportColumn>,
    /// At most 1,000 rows; refused ones first, then those whose reference is taken.
    pub rows: Vec<ImportRow>,
    pub new: u64,
    pub already_here: u64,
    pub refused: u64,
    /// Whether this is a plan: nothing was changed.
    pub dry_run: bool,
    /// What ended an import before its end; what the rows say came in all the same.
    pub stopped: Option<ApiError>,
}
