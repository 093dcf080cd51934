//! Places: what can hold a value, and so what can be in conflict.

use serde::{Deserialize, Serialize};

use super::{Case, CaseChange, EventKind, FieldValue, Slot, Stage, Stamped, Status, last_stage, status};
use crate::{AttachmentId, Day, DeadlineId, PartyId, PersonId, TaskId};

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
        Place::Status => Some(values(&case.stage, |stage: &Stage| PlaceValue::Field(FieldValue::Text(stage.code())))),
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

/// Whether this and nothing else stands at a place. The value is as people see it: a person by their id, nobody and an empty text as
/// [`FieldValue::Empty`], a flag that was never set as one that is off, the status as it follows from the whole case.
pub fn stands_alone(case: &Case, place: &Place, value: &FieldValue) -> bool {
    let standing = values_at(case, place);
    if standing.windows(2).any(|pair| pair[0].value != pair[1].value) {
        return false;
    }
    let stands = match (place, standing.into_iter().next().map(|stamped| stamped.value)) {
        (Place::Status, _) => FieldValue::Text(stands_at(case).code()),
        (_, Some(PlaceValue::Field(value))) => value,
        (_, Some(PlaceValue::Person(person))) => person_value(person),
        (Place::TaskDone { .. } | Place::DeadlineMet { .. }, None) => FieldValue::Flag(false),
        (_, None) => FieldValue::Empty,
    };
    let filled = |value: FieldValue| if value == FieldValue::Text(String::new()) { FieldValue::Empty } else { value };
    filled(stands) == filled(value.clone())
}

/// The places whose values a change writes over, each with what it puts there.
pub fn writes(change: &CaseChange) -> Vec<(Place, FieldValue)> {
    let text = |text: &String| FieldValue::Text(text.clone());
    let day = |day: Option<Day>| day.map_or(FieldValue::Empty, FieldValue::Day);
    match change {
        CaseChange::SetTitle { title } => vec![(Place::Title, text(title))],
        CaseChange::SetReference { reference } => vec![(Place::Reference, text(reference))],
        CaseChange::SetReceived { day: on } => vec![(Place::Received, day(*on))],
        CaseChange::Assign { person } => vec![(Place::Assignee, person_value(*person))],
        CaseChange::SetField { field, value } => vec![(Place::Field { field: field.clone() }, value.clone())],
        CaseChange::EditParty { id: party, name, role, contact } => [
            name.as_ref().map(|name| (Place::PartyName { party: *party }, text(name))),
            role.as_ref().map(|role| (Place::PartyRole { party: *party }, text(role))),
            contact.as_ref().map(|contact| (Place::PartyContact { party: *party }, text(contact))),
        ]
        .into_iter()
        .flatten()
        .collect(),
        CaseChange::RenameAttachment { id: attachment, name } => vec![(Place::AttachmentName { attachment: *attachment }, text(name))],
        CaseChange::EditTask { id: task, text: what, due, assignee } => [
            what.as_ref().map(|what| (Place::TaskText { task: *task }, text(what))),
            due.map(|due| (Place::TaskDue { task: *task }, day(due))),
            assignee.map(|assignee| (Place::TaskAssignee { task: *task }, person_value(assignee))),
        ]
        .into_iter()
        .flatten()
        .collect(),
        CaseChange::SetTaskDone { id: task, done } => vec![(Place::TaskDone { task: *task }, FieldValue::Flag(*done))],
        CaseChange::SetDeadlineMet { id: deadline, met } => vec![(Place::DeadlineMet { deadline: *deadline }, FieldValue::Flag(*met))],
        CaseChange::SetDeadlineDay { id: deadline, day: on } => vec![(Place::DeadlineDay { deadline: *deadline }, FieldValue::Day(*on))],
        CaseChange::AddEvent { event: EventKind::StatusSet { stage }, .. } => vec![(Place::Status, FieldValue::Text(stage.code()))],
        _ => Vec::new(),
    }
}

/// Where a case stands as people see it: what was set, unless decisions say otherwise.
pub fn stands_at(case: &Case) -> Stage {
    match status(case) {
        status @ (Status::Decided | Status::NeedsAdjudication) => Stage::from(status),
        _ => last_stage(case),
    }
}

fn person_value(person: Option<PersonId>) -> FieldValue {
    person.map_or(FieldValue::Empty, |person| FieldValue::Text(person.to_string()))
}

fn values<T>(slot: &Slot<T>, value: impl Fn(&T) -> PlaceValue) -> Vec<Stamped<PlaceValue>> {
    slot.0.iter().map(|stamped| Stamped { id: stamped.id.clone(), value: value(&stamped.value), by: stamped.by }).collect()
}
