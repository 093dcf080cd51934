//! Short codes for what happened: they travel in the trail of a document and are said to people as `change-<code>`.

use super::{CaseChange, EventKind};

/// The code of removing a case: the only one that a record must not hold unless it is a removal.
pub const REMOVE_CASE: &str = "remove-case";

/// The code of deciding: its line in the trail says the outcome.
pub const DECIDE: &str = "decide";

/// The code of giving the second signature under a decision.
pub const SIGN: &str = "sign";

/// The code of handing a case over: its line in the trail says the words that go with it.
pub const HAND_OVER: &str = "hand-over";

/// The code of giving a case back that was handed over.
pub const GIVE_BACK: &str = "give-back";

/// The code of taking a file out: each has a line of its own in the trail.
pub const TAKE_OUT: &str = "take-out";

/// The code of opening a copy of a file in another program: each has a line of its own in the trail.
pub const OPEN_ELSEWHERE: &str = "open-elsewhere";

/// The code of finding what another program had written, after an interruption.
pub const FIND_ELSEWHERE: &str = "find-elsewhere";

/// The code of signing off a letter: its line in the trail says which.
pub const FILE_LETTER: &str = "file-letter";

/// The code of attaching a file, which filing a letter does as well.
pub const ADD_ATTACHMENT: &str = "add-attachment";

/// Every code that a trail can hold, sorted. A code that is not here is not shown.
pub const CHANGE_CODES: &[&str] = &[
    ADD_ATTACHMENT,
    "add-attachment-version",
    "add-deadline",
    "add-note",
    "add-party",
    "add-tag",
    "add-task",
    "assign",
    "correct-note",
    "create-case",
    DECIDE,
    "edit-party",
    "edit-task",
    FILE_LETTER,
    FIND_ELSEWHERE,
    GIVE_BACK,
    HAND_OVER,
    "import",
    "meet-deadline",
    OPEN_ELSEWHERE,
    "remove-attachment",
    REMOVE_CASE,
    "remove-deadline",
    "remove-party",
    "remove-tag",
    "remove-task",
    "rename-attachment",
    "reopen-deadline",
    "reopen-task",
    "restore-attachment",
    "restore-case",
    "restore-deadline",
    "restore-decision",
    "restore-note",
    "restore-party",
    "restore-task",
    "set-deadline-day",
    "set-field",
    "set-received",
    "set-reference",
    "set-status",
    "set-title",
    "settle",
    SIGN,
    TAKE_OUT,
    "take-over",
    "task-done",
    "unassign",
    "withdraw-decision",
    "withdraw-note",
];

impl CaseChange {
    /// The code under which the trail keeps this change.
    pub fn code(&self) -> &'static str {
        match self {
            Self::SetTitle { .. } => "set-title",
            Self::SetReference { .. } => "set-reference",
            Self::SetReceived { .. } => "set-received",
            Self::Assign { person: Some(_) } => "assign",
            Self::Assign { person: None } => "unassign",
            Self::SetField { .. } => "set-field",
            Self::AddTag { .. } => "add-tag",
            Self::RemoveTag { .. } => "remove-tag",
            Self::AddParty { .. } => "add-party",
            Self::EditParty { .. } => "edit-party",
            Self::RemoveParty { removed: true, .. } => "remove-party",
            Self::RemoveParty { removed: false, .. } => "restore-party",
            Self::AddNote { corrects: None, .. } => "add-note",
            Self::AddNote { corrects: Some(_), .. } => "correct-note",
            Self::WithdrawNote { withdrawn: true, .. } => "withdraw-note",
            Self::WithdrawNote { withdrawn: false, .. } => "restore-note",
            Self::AddAttachment { .. } => ADD_ATTACHMENT,
            Self::AddAttachmentVersion { .. } => "add-attachment-version",
            Self::RenameAttachment { .. } => "rename-attachment",
            Self::RemoveAttachment { removed: true, .. } => "remove-attachment",
            Self::RemoveAttachment { removed: false, .. } => "restore-attachment",
            Self::AddTask { .. } => "add-task",
            Self::EditTask { .. } => "edit-task",
            Self::SetTaskDone { done: true, .. } => "task-done",
            Self::SetTaskDone { done: false, .. } => "reopen-task",
            Self::RemoveTask { removed: true, .. } => "remove-task",
            Self::RemoveTask { removed: false, .. } => "restore-task",
            Self::AddDeadline { .. } => "add-deadline",
            Self::SetDeadlineDay { .. } => "set-deadline-day",
            Self::SetDeadlineMet { met: true, .. } => "meet-deadline",
            Self::SetDeadlineMet { met: false, .. } => "reopen-deadline",
            Self::RemoveDeadline { removed: true, .. } => "remove-deadline",
            Self::RemoveDeadline { removed: false, .. } => "restore-deadline",
            Self::Decide { .. } => DECIDE,
            Self::WithdrawDecision { withdrawn: true, .. } => "withdraw-decision",
            Self::WithdrawDecision { withdrawn: false, .. } => "restore-decision",
            Self::AddEvent { event: EventKind::StatusSet { .. }, .. } => "set-status",
            Self::AddEvent { event: EventKind::Signed { .. }, .. } => SIGN,
            Self::AddEvent { event: EventKind::Imported { .. }, .. } => "import",
            Self::AddEvent { event: EventKind::Settled { .. }, .. } => "settle",
            Self::AddEvent { event: EventKind::HandedOver { .. }, .. } => HAND_OVER,
            Self::AddEvent { event: EventKind::Taken { .. }, .. } => "take-over",
            Self::AddEvent { event: EventKind::GivenBack { .. }, .. } => GIVE_BACK,
            Self::AddEvent { event: EventKind::TakenOut { .. }, .. } => TAKE_OUT,
            Self::AddEvent { event: EventKind::OpenedElsewhere { .. }, .. } => OPEN_ELSEWHERE,
            Self::AddEvent { event: EventKind::FoundElsewhere { .. }, .. } => FIND_ELSEWHERE,
            Self::AddEvent { event: EventKind::LetterFiled(_), .. } => FILE_LETTER,
            Self::RemoveCase { .. } => REMOVE_CASE,
            Self::RestoreCase => "restore-case",
        }
    }
}
