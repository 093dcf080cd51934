//! Places: what can hold a value, and so what can be in conflict.

use serde::{Deserialize, Serialize};

use crate::{AttachmentId, DeadlineId, PartyId, TaskId};

/// A place in a case that holds a value.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "place", rename_all = "snake_case")]
pub enum Place {
    Title,
    Reference,
    Received,
    Assignee,
    Field { field: String },
    PartyName { party: PartyId },
    PartyRole { party: PartyId },
    PartyContact { party: PartyId },
    AttachmentName { attachment: AttachmentId },
    TaskText { task: TaskId },
    TaskDue { task: TaskId },
    TaskAssignee { task: TaskId },
    TaskDone { task: TaskId },
    DeadlineLabel { deadline: DeadlineId },
    DeadlineDay { deadline: DeadlineId },
    DeadlineMet { deadline: DeadlineId },
}
