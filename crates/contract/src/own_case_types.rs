//! The case types that an office has: those that come with Praesto, and its own.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::Moment;

/// Asks where the case types of the office come from.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct CaseTypeList {}

/// Adds a case type, or a newer version of one, for everybody in the office.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct CaseTypeAdd {
    /// A folder with the pack, or a ZIP of it.
    pub path: String,
    /// Whether it is only said what is wrong with it. Whoever writes one may ask that, also without the right to add it.
    #[serde(default)]
    pub only_check: bool,
}

/// Withdraws a case type that the office added, so that no new cases of it are made, or brings it back. Cases that are here go on as before.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct CaseTypeWithdraw {
    pub id: String,
    /// Whether it is withdrawn from now on.
    pub withdrawn: bool,
}

/// Where the case types of the office come from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseTypesView {
    /// Whether this person may add and withdraw some.
    pub may_change: bool,
    /// Those of Praesto first.
    pub types: Vec<CaseTypeRow>,
}

/// One case type.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseTypeRow {
    pub id: String,
    /// What it is called, by language; empty where it cannot be read here.
    pub names: BTreeMap<String, String>,
    /// Languages that it speaks, its own first.
    pub languages: Vec<String>,
    pub version: u32,
    pub standing: CaseTypeStanding,
    /// Who added this version, and when; none for those of Praesto.
    pub added: Option<CaseTypeAddedBy>,
}

/// Whether a case type is in use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CaseTypeStanding {
    /// It comes with Praesto.
    Shipped,
    /// The office added it.
    Own,
    /// The office withdrew it: no new cases of it are made.
    Withdrawn,
    /// A case type that came with Praesto later bears its id, and is the one that counts.
    Replaced,
    /// Its newest version is written for a newer Praesto; an earlier one is in use where this computer has one.
    TooNew,
}

/// Who added a case type.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseTypeAddedBy {
    pub person_name: String,
    pub at: Moment,
}

/// What came of adding a case type.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "outcome", rename_all = "snake_case")]
pub enum CaseTypeAdded {
    Added {
        id: String,
        version: u32,
        how: CaseTypeHow,
    },
    /// Nothing is wrong with it, and no more was asked.
    Sound {
        id: String,
        version: u32,
    },
    /// Something is wrong with the pack; nothing was added.
    Faulty {
        /// The first of them.
        faults: Vec<PackFault>,
        /// How many there are.
        total: u64,
    },
}

/// What adding a case type was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CaseTypeHow {
    New,
    NewerVersion,
    /// It had been withdrawn.
    BroughtBack,
    /// It was here already, just so.
    Same,
}

/// Something that is wrong with a pack, in the words of the checker: its author reads and writes the words of the format.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PackFault {
    /// File of the pack; `.` is the pack as a whole.
    pub file: String,
    /// Counted from 1.
    pub line: Option<u64>,
    pub text: String,
}
