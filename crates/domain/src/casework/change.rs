//! The changes a person can make to a case, one enum for every screen, import and terminal.

use serde::{Deserialize, Deserializer, Serialize};

use super::{AttachmentVersion, EventKind, FieldValue, Rule};
use crate::{AttachmentId, Day, DeadlineId, DecisionId, NoteId, PartyId, PersonId, TaskId, case_types::Who};

/// One change to a case. Several travel together in one save and are signed as one.
///
/// Ids of new things come from whoever makes the change, so that a retried change is the same change. Removing the case is a save of its own, so that
/// its record says exactly this.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "change", rename_all = "snake_case")]
pub enum CaseChange {
    SetTitle {
        title: String,
    },
    SetReference {
        reference: String,
    },
    SetReceived {
        day: Option<Day>,
    },
    Assign {
        person: Option<PersonId>,
    },
    SetField {
        field: String,
        value: FieldValue,
    },
    AddTag {
        tag: String,
    },
    RemoveTag {
        tag: String,
    },
    AddParty {
        id: PartyId,
        name: String,
        role: String,
        contact: String,
    },
    /// Only what is given: what a colleague wrote beside it stays.
    EditParty {
        id: PartyId,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        name: Option<String>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        role: Option<String>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        contact: Option<String>,
    },
    RemoveParty {
        id: PartyId,
        removed: bool,
    },
    AddNote {
        id: NoteId,
        text: String,
        corrects: Option<NoteId>,
    },
    WithdrawNote {
        id: NoteId,
        withdrawn: bool,
    },
    AddAttachment {
        id: AttachmentId,
        name: String,
        version: AttachmentVersion,
    },
    AddAttachmentVersion {
        id: AttachmentId,
        version: AttachmentVersion,
    },
    RenameAttachment {
        id: AttachmentId,
        name: String,
    },
    RemoveAttachment {
        id: AttachmentId,
        removed: bool,
    },
    AddTask {
        id: TaskId,
        text: String,
        due: Option<Day>,
        assignee: Option<PersonId>,
    },
    /// Only what is given; a day or a person given as nothing is taken away.
    EditTask {
        id: TaskId,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        text: Option<String>,
        #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "given")]
        due: Option<Option<Day>>,
        #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "given")]
        assignee: Option<Option<PersonId>>,
    },
    SetTaskDone {
        id: TaskId,
        done: bool,
    },
    RemoveTask {
        id: TaskId,
        removed: bool,
    },
    AddDeadline {
        id: DeadlineId,
        label: String,
        day: Day,
        /// What of the case type it follows from.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        rule: Option<Rule>,
    },
    SetDeadlineDay {
        id: DeadlineId,
        day: Day,
    },
    SetDeadlineMet {
        id: DeadlineId,
        met: bool,
    },
    RemoveDeadline {
        id: DeadlineId,
        removed: bool,
    },
    Decide {
        id: DecisionId,
        outcome: String,
        reason: String,
        replaces: Vec<DecisionId>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        person: Option<PersonId>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        second: Option<Who>,
    },
    WithdrawDecision {
        id: DecisionId,
        withdrawn: bool,
    },
    AddEvent {
        id: crate::EventId,
        event: EventKind,
    },
    RemoveCase {
        reason: String,
    },
    RestoreCase,
}

/// Tells what is given as nothing from what is not given.
fn given<'de, T: Deserialize<'de>, D: Deserializer<'de>>(value: D) -> Result<Option<Option<T>>, D::Error> {
    Option::deserialize(value).map(Some)
}
