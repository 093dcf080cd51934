//! A case type that was read and found sound.

use serde::{Deserialize, Serialize};

use super::{Calendar, Form, LetterType, RecipientFields};
use crate::casework::Status;

/// A kind of case: its form, its ways and its terms. Made by [`CaseType::read`](super::CaseType::read) only, so that everything that one part
/// names is there.
#[derive(Debug)]
pub struct CaseType {
    pub(super) id: String,
    pub(super) version: u32,
    pub(super) prefix: String,
    pub(super) languages: Vec<String>,
    pub(super) form: Form,
    pub(super) names: Vec<String>,
    pub(super) identifying: Vec<String>,
    pub(super) unique: Vec<String>,
    pub(super) sections: Vec<Section>,
    pub(super) states: Vec<State>,
    pub(super) steps: Vec<Step>,
    pub(super) outcomes: Vec<Outcome>,
    pub(super) deadlines: Vec<DeadlineRule>,
    pub(super) calendar: Calendar,
    pub(super) letters: Vec<LetterType>,
    pub(super) recipient: Option<RecipientFields>,
}

/// Part of a form, under a heading of its own.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
    pub id: String,
    /// Fields in the order in which they are asked.
    pub fields: Vec<String>,
}

/// Where a case of the type can stand.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct State {
    pub id: String,
    /// What lists call it, across all types.
    pub status: Status,
}

/// Who may do something.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Who {
    /// Everyone who can read the case.
    #[default]
    Anyone,
    /// The person who has the case.
    Assignee,
    /// A manager of the team.
    Manager,
}

/// A way from one state to another that a person takes.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    pub id: String,
    pub from: Vec<String>,
    pub to: String,
    #[serde(default)]
    pub who: Who,
    /// Whether the form has to be complete and right.
    #[serde(default)]
    pub form_complete: bool,
    /// Whether every task has to be done.
    #[serde(default)]
    pub tasks_done: bool,
}

/// What can be decided.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Outcome {
    pub id: String,
    /// States in which it can be decided.
    pub from: Vec<String>,
    #[serde(default)]
    pub who: Who,
    /// Who signs as the second, somebody other than whoever decided; none where one signature is enough.
    #[serde(default)]
    pub second: Option<Who>,
    /// Whether the form has to be complete and right.
    #[serde(default)]
    pub form_complete: bool,
}

/// A term that law or the office sets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeadlineRule {
    pub id: String,
    pub start: Start,
    pub term: Term,
    /// States in which it is met.
    pub met_by: Vec<String>,
}

/// What a term begins with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Start {
    /// The day on which the case was received.
    Received,
    /// The day on which the case came to a state.
    State(String),
    /// The date in a field of the form.
    Field(String),
}

/// How long a term is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Term {
    WorkingDays(u16),
    /// Calendar days.
    Days(u16),
    Months(u16),
}

impl CaseType {
    /// Name of the pack's folder.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Counted up by whoever changes the pack.
    pub fn version(&self) -> u32 {
        self.version
    }

    /// What references of such cases begin with, such as `KG`.
    pub fn prefix(&self) -> &str {
        &self.prefix
    }

    /// Languages that the pack speaks, its own first.
    pub fn languages(&self) -> &[String] {
        &self.languages
    }

    pub fn form(&self) -> &Form {
        &self.form
    }

    /// Fields that name whom a case is about.
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// Fields that, beside an alike name, tell one from another.
    pub fn identifying(&self) -> &[String] {
        &self.identifying
    }

    /// Those of them that say by themselves who it is: no two people have the same.
    pub fn unique(&self) -> &[String] {
        &self.unique
    }

    /// Every field is in exactly one of them.
    pub fn sections(&self) -> &[Section] {
        &self.sections
    }

    /// The first is where a case begins.
    pub fn states(&self) -> &[State] {
        &self.states
    }

    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    pub fn outcomes(&self) -> &[Outcome] {
        &self.outcomes
    }

    pub fn deadlines(&self) -> &[DeadlineRule] {
        &self.deadlines
    }

    pub fn calendar(&self) -> &Calendar {
        &self.calendar
    }

    /// What is written to people, in the order in which it is offered.
    pub fn letters(&self) -> &[LetterType] {
        &self.letters
    }

    /// The fields that say to whom letters go.
    pub fn recipient(&self) -> Option<&RecipientFields> {
        self.recipient.as_ref()
    }

    /// The state with this id.
    pub fn state(&self, id: &str) -> Option<&State> {
        self.states.iter().find(|state| state.id == id)
    }

    /// Where a case begins.
    pub fn first_state(&self) -> &State {
        // `read` takes no pack without a state.
        &self.states[0]
    }

    /// Where a decision in force brings a case; none where nothing is decided in cases of this type.
    pub fn decided_state(&self) -> Option<&State> {
        self.states.iter().find(|state| state.status == Status::Decided)
    }
}
