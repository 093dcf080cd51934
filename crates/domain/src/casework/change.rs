//! The changes a person can make to a case, one enum for every screen, import and terminal.

use serde::{Deserialize, Serialize};

use super::{AttachmentVersion, EventKind, FieldValue};
use crate::{AttachmentId, Day, DeadlineId, DecisionId, NoteId, PartyId, PersonId, TaskId};

/// One change to a case. Several travel together in one save and are signed as one.
///
/// Ids of new things come from whoever makes the change, so that a retried change is the same change. Removing the case is a save of its own, so that
/// its record says exactly this.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "change", rename_all = "snake_case")]
pub enum CaseChange {
    SetTitle { title: String },
    SetReference { reference: String },
    SetReceived { day: Option<Day> },
    Assign { person: Option<PersonId> },
    SetField { field: String, value: FieldValue },
    AddTag { tag: String },
    RemoveTag { tag: String },
    AddParty { id: PartyId, name: String, role: String, contact: String },
    EditParty { id: PartyId, name: String, role: String, contact: String },
    RemoveParty { id: PartyId, removed: bool },
    AddNote { id: NoteId, text: String, corrects: Option<NoteId> },
    WithdrawNote { id: NoteId, withdrawn: bool },
    AddAttachment { id: AttachmentId, name: String, version: AttachmentVersion },
    AddAttachmentVersion { id: AttachmentId, version: AttachmentVersion },
    RenameAttachment { id: AttachmentId, name: String },
    RemoveAttachment { id: AttachmentId, removed: bool },
    AddTask { id: TaskId, text: String, due: Option<Day>, assignee: Option<PersonId> },
    EditTask { id: TaskId, text: String, due: Option<Day>, assignee: Option<PersonId> },
    SetTaskDone { id: TaskId, done: bool },
    RemoveTask { id: TaskId, removed: bool },
    AddDeadline { id: DeadlineId, label: String, day: Day },
    SetDeadlineMet { id: DeadlineId, met: bool },
    RemoveDeadline { id: DeadlineId, removed: bool },
    Decide { id: DecisionId, outcome: String, reason: String, replaces: Vec<DecisionId> },
    WithdrawDecision { id: DecisionId, withdrawn: bool },
    AddEvent { id: crate::EventId, event: EventKind },
    RemoveCase { reason: String },
    RestoreCase,
}
