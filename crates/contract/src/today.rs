//! What a person has to do, and what happened since they looked.

use serde::{Deserialize, Serialize};

use crate::{Author, CaseId, Day, DeadlineId, DecisionId, TaskId, WaitingRow};

/// Asks what this person has to do.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct TodayGet {
    /// Rows of each part, at most 200; 0 returns totals only.
    pub limit: u32,
}

/// What kind of thing there is to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "ask", rename_all = "snake_case")]
pub enum Asked {
    Task {
        task: TaskId,
    },
    /// `rule` of its case type, where the law sets it.
    Deadline {
        deadline: DeadlineId,
        rule: Option<String>,
    },
    /// The second signature of a decision that `decided_by` made is this person's to give.
    Signature {
        decision: DecisionId,
        decided_by: String,
    },
    /// Colleagues' changes contradict each other, and a person chooses.
    Settle,
}

/// One thing to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TodayRow {
    pub case: CaseId,
    pub reference: String,
    /// Of the case.
    pub title: String,
    /// Id of its case type.
    pub case_type: String,
    #[serde(flatten)]
    pub asked: Asked,
    /// What the task or deadline is called, the id of the outcome that waits for a signature; cut, and empty where there is none.
    pub text: String,
    pub day: Option<Day>,
    /// Days from today to `day`; negative when late.
    pub in_days: Option<i32>,
    /// The next deadline that the law sets in the case.
    pub by_law: Option<Day>,
}

/// Part of what there is to do, most urgent first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TodayPart {
    pub rows: Vec<TodayRow>,
    /// How many there are, shown or not.
    pub total: u64,
}

/// What this person has to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TodayView {
    pub today: Day,
    pub late: TodayPart,
    /// Due today, to be settled or to be signed.
    pub now: TodayPart,
    /// After today, up to `until`.
    pub soon: TodayPart,
    /// The last day of next week.
    pub until: Day,
    pub undated: TodayPart,
    /// What is late, due today or to be settled in cases that nobody has.
    pub nobody: u64,
    /// What waits to be sent, oldest first, at most five.
    pub waiting: Vec<WaitingRow>,
}

/// Asks which cases colleagues changed since this person looked.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct NewsGet {
    /// At most 20.
    pub limit: u32,
}

/// A case that colleagues changed since this person looked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewsRow {
    pub case: CaseId,
    pub reference: String,
    pub title: String,
    /// What a colleague did last, as codes of `change-*` messages; empty where the case cannot be read now.
    pub what: Vec<String>,
    pub by: Option<Author>,
}

/// Cases of this person, and those that they have opened, which colleagues changed since.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct News {
    /// Last changed first.
    pub rows: Vec<NewsRow>,
    pub total: u64,
}
