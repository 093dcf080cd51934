//! Case types, and the acts that they allow.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{CaseId, DecisionId, FieldKind, FieldProblem, LetterOfferView, LetterTypeView, Refused, Status, Who};

/// Asks which case types are here.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct CaseTypesGet {}

/// A kind of case: what it asks, where it can stand, what can be done there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseTypeView {
    pub id: String,
    /// Whether no new cases of it are made.
    pub withdrawn: bool,
    /// Languages that it speaks, its own first.
    pub languages: Vec<String>,
    /// What everything is called: texts by id, by language. Ids are those of `docs/case-types.md`.
    pub words: BTreeMap<String, BTreeMap<String, String>>,
    pub sections: Vec<SectionView>,
    /// The first is where a case begins.
    pub states: Vec<StateView>,
    pub steps: Vec<StepView>,
    pub outcomes: Vec<OutcomeView>,
    pub letters: Vec<LetterTypeView>,
}

/// Part of a form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SectionView {
    pub id: String,
    /// In the order in which they are asked.
    pub fields: Vec<AskedField>,
}

/// One question of a form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AskedField {
    pub id: String,
    #[serde(flatten)]
    pub kind: FieldKind,
    /// Whether it is needed whatever the others say.
    pub required: bool,
    /// Whether it names whom a case is about, or tells people of one name apart: asked before a case is made.
    pub identity: Option<Identity>,
}

/// What a field says of whom a case is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Identity {
    Name,
    TellsApart,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StateView {
    pub id: String,
    pub status: Status,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepView {
    pub id: String,
    /// The state that it leads to.
    pub to: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutcomeView {
    pub id: String,
    /// Who signs besides whoever decides.
    pub second: Option<Who>,
}

/// An act that the case type knows where the case stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "act", rename_all = "snake_case")]
pub enum Act {
    Step { step: String },
    Decide { outcome: String },
    Sign { decision: DecisionId },
}

/// Whether this person may do it now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActView {
    #[serde(flatten)]
    pub act: Act,
    /// Why not.
    pub refused: Option<Refused>,
}

/// Where a case stands by its type, and what can be done there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StandingView {
    /// The state; none while decisions contradict each other.
    pub state: Option<String>,
    pub acts: Vec<ActView>,
    /// What can be written to people, letters on decisions first.
    pub letters: Vec<LetterOfferView>,
    /// What is missing or wrong in the form.
    pub problems: Vec<FieldProblem>,
}

/// Takes a step of the case's type.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct CaseStep {
    pub case: CaseId,
    /// None says anew that the case is closed, to whoever worked on it without knowing.
    pub step: Option<String>,
    /// The state that its author saw: where the case stands elsewhere by now, nothing is changed, `WrittenMeanwhile`.
    #[serde(default)]
    pub seen: Option<String>,
    /// Why, kept as a note.
    #[serde(default)]
    pub note: Option<String>,
    /// Places whose drafts this saves.
    #[serde(default)]
    pub drafts: Vec<String>,
}

/// Decides a case. What contradicts itself is replaced by it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct CaseDecide {
    pub case: CaseId,
    /// An outcome of the case's type.
    pub outcome: String,
    pub reason: String,
    /// The decisions that their author saw and replaces: where others stand by now, nothing is changed, `WrittenMeanwhile`.
    #[serde(default)]
    pub replaces: Vec<DecisionId>,
    /// Places whose drafts this saves.
    #[serde(default)]
    pub drafts: Vec<String>,
}

/// Gives the second signature under a decision. It makes the decision count, and cannot be taken back.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct CaseSign {
    pub case: CaseId,
    pub decision: DecisionId,
    /// The fingerprint of the decision that its author saw: where another stands under this id, nothing is signed, `WrittenMeanwhile`.
    pub fingerprint: String,
}
