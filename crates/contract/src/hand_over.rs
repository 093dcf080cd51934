//! Handing cases over, one or a whole caseload in one act; taking them, and giving them back.

use serde::{Deserialize, Serialize};

use crate::{ApiError, Author, CaseId, CaseRow, Day, FieldValue, HandOverId, Moment, PersonId};

/// Hands cases to a colleague, who has them at once and is asked to take them or to give them back.
///
/// Cases are changed one by one: each is handed over whole, with its tasks, or not at all. What could not be is in the answer with its reason.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct HandOver {
    /// Which cases; none named means all open cases of whoever asks.
    #[serde(default)]
    pub cases: Option<Vec<CaseId>>,
    pub to: PersonId,
    /// What they should know; kept in each case.
    #[serde(default)]
    pub words: String,
    /// Whether the open tasks of whoever has a case go along.
    #[serde(default = "yes")]
    pub tasks: bool,
    /// Who was seen to have the cases, nobody as `Empty`: where somebody else has one by now, it is left, `WrittenMeanwhile`. None asks nothing.
    #[serde(default)]
    pub had: Option<FieldValue>,
    /// Places whose drafts this saves: of the case where one is named, else of none.
    #[serde(default)]
    pub drafts: Vec<String>,
}

fn yes() -> bool {
    true
}

/// What became of the cases of a request.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandOverDone {
    pub done: u64,
    /// Cases that were left as they are, each with why: the first 200.
    pub left: Vec<LeftCase>,
    /// How many were left in all.
    pub left_total: u64,
    /// Whether a person stopped it between two cases.
    pub cancelled: bool,
    /// What ended it before its end; what was done before stands.
    pub stopped: Option<ApiError>,
}

/// A case that was left as it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftCase {
    pub case: CaseId,
    pub reference: String,
    pub title: String,
    pub why: ApiError,
}

/// Asks what there is to do in all open cases of whoever asks: what a hand-over of all would hand over.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct HandOverPlan {}

/// What there is to do in some cases.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseloadView {
    pub cases: u64,
    pub overdue: u64,
    /// Due today or in the six days after.
    pub due_soon: u64,
    pub open_tasks: u64,
    /// Decisions that wait for their second signature.
    pub waiting_decisions: u64,
    pub conflicts: u64,
    /// Changed by a colleague since this person last looked.
    pub unseen: u64,
}

/// One act of handing over: whose it is, and its id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct HandOverAct {
    pub giver: PersonId,
    pub together: HandOverId,
}

/// Asks what waits for this person, act by act, without its cases.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct HandOversWaiting {}

/// Cases that a colleague handed over in one act and that wait to be taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WaitingActView {
    #[serde(flatten)]
    pub act: HandOverAct,
    /// Who handed them over.
    pub name: String,
    pub at: Moment,
    pub load: CaseloadView,
}

/// Asks what waits for this person, and what became of what they handed over.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct HandOversGet {}

/// Both sides of handing over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandOversView {
    /// The newest act first, at most 50.
    pub to_me: Vec<HandedToMe>,
    /// Of the last 30 days, and what still waits; the newest act first, at most 50.
    pub given: Vec<GivenView>,
}

/// What a colleague handed to this person in one act.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandedToMe {
    #[serde(flatten)]
    pub waiting: WaitingActView,
    pub words: String,
    /// The most urgent first: of all acts together at most 200, of each at least one.
    pub rows: Vec<HandedRow>,
}

/// One case of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandedRow {
    #[serde(flatten)]
    pub case: CaseRow,
    /// The next day by which something must have happened.
    pub deadline: Option<NextDeadline>,
    pub open_tasks: u64,
    /// Decisions that wait for their second signature.
    pub waiting_decisions: u64,
    pub note: Option<LastNote>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NextDeadline {
    pub label: String,
    pub day: Day,
}

/// How the newest note of a case begins.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LastNote {
    pub text: String,
    pub by: Author,
}

/// What this person handed to a colleague in one act, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GivenView {
    #[serde(flatten)]
    pub act: HandOverAct,
    pub to: PersonId,
    /// Who got them.
    pub name: String,
    pub at: Moment,
    pub waits: u64,
    pub taken: u64,
    pub given_back: u64,
    /// Nobody is asked about these any more: somebody else has them by now, or they are closed.
    pub over: u64,
    /// Cases that were given back, the newest first: at most 50, of all acts together at most 200.
    pub back: Vec<BackRow>,
}

/// A case that was given back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BackRow {
    #[serde(flatten)]
    pub case: CaseRow,
    /// Why; empty where nothing was said.
    pub words: String,
    pub by: Option<Author>,
}

/// Takes cases that were handed to this person.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct HandOverTake {
    #[serde(flatten)]
    pub act: HandOverAct,
    /// Which of the act; none named means all that wait.
    #[serde(default)]
    pub cases: Option<Vec<CaseId>>,
}

/// Gives cases back to whoever handed them over, with the tasks that came along.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct HandOverGiveBack {
    #[serde(flatten)]
    pub act: HandOverAct,
    /// Which of the act; none named means all that wait.
    #[serde(default)]
    pub cases: Option<Vec<CaseId>>,
    /// Why; kept in each case.
    #[serde(default)]
    pub words: String,
    /// Places whose drafts this saves: of the case where one is named, else of none.
    #[serde(default)]
    pub drafts: Vec<String>,
}

/// Stops handing over, taking or giving back more than one case, after the cases that are being changed; what was done stands.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct HandOverStop {}

/// That a case was handed to whoever has it, who has not taken it yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandedOverView {
    #[serde(flatten)]
    pub act: HandOverAct,
    pub by: Author,
    pub words: String,
    /// Whether it was handed to this person.
    pub mine: bool,
}
