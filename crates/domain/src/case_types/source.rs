//! `type.toml` as it is written, where that is not how it is used. Unknown words are refused, so that a mistyped rule is never a rule that silently does not hold.

use serde::Deserialize;

use super::{LetterType, Outcome, RecipientFields, Section, State, Step};

/// What is known of a pack before it is judged, and of one that only a newer Praesto understands.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct PackHead {
    pub version: u32,
    /// Name of its calendar.
    pub calendar: String,
}

impl PackHead {
    /// Reads it from `type.toml`; nothing where that does not say it.
    pub fn read(type_toml: &str) -> Option<Self> {
        toml::from_str(type_toml).ok()
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TypeToml {
    pub(super) version: u32,
    pub(super) prefix: String,
    pub(super) languages: Vec<String>,
    pub(super) calendar: String,
    #[serde(default)]
    pub(super) names: Vec<String>,
    #[serde(default)]
    pub(super) identifying: Vec<String>,
    #[serde(default)]
    pub(super) unique: Vec<String>,
    #[serde(default)]
    pub(super) section: Vec<Section>,
    pub(super) state: Vec<State>,
    #[serde(default)]
    pub(super) step: Vec<Step>,
    #[serde(default)]
    pub(super) outcome: Vec<Outcome>,
    #[serde(default)]
    pub(super) deadline: Vec<DeadlineToml>,
    #[serde(default)]
    pub(super) letter: Vec<LetterType>,
    pub(super) recipient: Option<RecipientFields>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DeadlineToml {
    pub(super) id: String,
    pub(super) from: String,
    pub(super) working_days: Option<u16>,
    pub(super) days: Option<u16>,
    pub(super) months: Option<u16>,
    pub(super) met_by: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CalendarToml {
    pub(super) weekend: Vec<Weekday>,
    #[serde(default)]
    pub(super) monday_after_sunday: bool,
    pub(super) known_from: i16,
    pub(super) known_to: i16,
    #[serde(default)]
    pub(super) yearly: Vec<String>,
    #[serde(default)]
    pub(super) from_easter: Vec<i16>,
    #[serde(default)]
    pub(super) from_orthodox_easter: Vec<i16>,
    #[serde(default)]
    pub(super) once: Vec<crate::Day>,
    #[serde(default)]
    pub(super) perhaps: Vec<crate::Day>,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Weekday {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}
