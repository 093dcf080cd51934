//! Whether a case that somebody is about to make is here already.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{CaseId, CaseRow, FieldValue};

/// Asks which cases are like one that is not made yet, by what is known of it so far.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseAlike {
    /// Id of its type; a general file where none is named.
    #[serde(default)]
    pub case_type: Option<String>,
    #[serde(default)]
    pub title: String,
    #[serde(default)]
    pub reference: String,
    /// Names of people whom it is about.
    #[serde(default)]
    pub parties: Vec<String>,
    #[serde(default)]
    pub fields: BTreeMap<String, FieldValue>,
    /// A case that is not looked at: the one that is written in.
    #[serde(default)]
    pub except: Option<CaseId>,
}

/// A case that is like it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AlikeCase {
    pub row: CaseRow,
    /// In what; never empty.
    pub why: Vec<AlikeWhy>,
}

/// In what two cases are alike.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "why", rename_all = "snake_case")]
pub enum AlikeWhy {
    Reference,
    /// The name as it is written in that case.
    Name {
        name: String,
    },
    /// The same stands in this field.
    Field {
        field: String,
    },
}
