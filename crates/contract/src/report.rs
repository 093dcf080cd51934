//! A report for support: what a stranger may know of this computer.

use serde::{Deserialize, Serialize};

/// Makes a report.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct ReportMake {}

/// A report, as it would leave this computer: versions, counts, sizes, times and codes, a line each. No content, names, addresses or ids.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportView {
    pub text: String,
}

/// Writes the report that was made last to a file: what was shown, to the letter.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ReportSave {
    pub path: String,
    /// Whether a file that is there already is replaced.
    #[serde(default)]
    pub overwrite: bool,
}
