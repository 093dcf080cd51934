//! Places: what can hold a value, and so what can be in conflict.

use serde::{Deserialize, Serialize};

use super::{Case, FieldValue, Slot, Stamped, Status};
use crate::{AttachmentId, DeadlineId, PartyId, PersonId, TaskId};

/// A place in a case that holds a value.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "place", rename_all = "snake_case")]
pub enum Place {
    Title,
    Reference,
    Received,
    Assignee,
    Status,
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

/// What a place can hold, in one type for screens that show any of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlaceValue {
    Field(FieldValue),
    Person(Option<PersonId>),
}

/// Every value that stands at a place, the shown one first; empty where there is no such place.
pub fn values_at(case: &Case, place: &Place) -> Vec<Stamped<PlaceValue>> {
    let text = |slot: &Slot<String>| values(slot, |text: &String| PlaceValue::Field(FieldValue::Text(text.clone())));
    let field = |slot: &Slot<FieldValue>| values(slot, |value: &FieldValue| PlaceValue::Field(value.clone()));
    let person = |slot: &Slot<Option<PersonId>>| values(slot, |person: &Option<PersonId>| PlaceValue::Person(*person));
    let flag = |slot: &Slot<bool>| values(slot, |flag: &bool| PlaceValue::Field(FieldValue::Flag(*flag)));
    let party = |id: &PartyId| case.parties.iter().find(|party| party.id == *id);
    let task = |id: &TaskId| case.tasks.iter().find(|task| task.id == *id);
    let deadline = |id: &DeadlineId| case.deadlines.iter().find(|deadline| deadline.id == *id);
    let found = match place {
        Place::Title => Some(text(&case.title)),
        Place::Reference => Some(text(&case.reference)),
        Place::Received => Some(field(&case.received)),
        Place::Assignee => Some(person(&case.assignee)),
        Place::Status => Some(values(&case.status_set, |status: &Status| PlaceValue::Field(FieldValue::Text(status.code().to_owned())))),
        Place::Field { field: name } => case.fields.get(name).map(field),
        Place::PartyName { party: id } => party(id).map(|party| text(&party.name)),
        Place::PartyRole { party: id } => party(id).map(|party| text(&party.role)),
        Place::PartyContact { party: id } => party(id).map(|party| text(&party.contact)),
        Place::AttachmentName { attachment: id } => {
            case.attachments.iter().find(|attachment| attachment.id == *id).map(|attachment| text(&attachment.name))
        }
        Place::TaskText { task: id } => task(id).map(|task| text(&task.text)),
        Place::TaskDue { task: id } => task(id).map(|task| field(&task.due)),
        Place::TaskAssignee { task: id } => task(id).map(|task| person(&task.assignee)),
        Place::TaskDone { task: id } => task(id).map(|task| flag(&task.done)),
        Place::DeadlineLabel { deadline: id } => deadline(id).map(|deadline| text(&deadline.label)),
        Place::DeadlineDay { deadline: id } => deadline(id).map(|deadline| field(&deadline.day)),
        Place::DeadlineMet { deadline: id } => deadline(id).map(|deadline| flag(&deadline.met)),
    };
    found.unwrap_or_default()
}

fn values<T>(slot: &Slot<T>, value: impl Fn(&T) -> PlaceValue) -> Vec<Stamped<PlaceValue>> {
    slot.0.iter().map(|stamped| Stamped { id: stamped.id.clone(), value: value(&stamped.value), by: stamped.by }).collect()
}
