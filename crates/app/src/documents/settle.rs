//! Settling a conflict: one value is written over all that stand at a place.

use automerge::{ObjId, ScalarValue};
use praesto_domain::casework::{CaseChange, FieldValue, Place, Status};

use super::{
    case::Choice,
    entries,
    error::EditRefused,
    places::{self, Holds, Location},
    schema::ROOT_ID,
    values::{self, scalars},
    write::{Writer, text},
};

impl Writer<'_, '_> {
    /// Writes the choice and returns the change that brings back what was shown before, where there is one.
    pub(super) fn settle(&mut self, place: &Place, choice: &Choice) -> Result<Option<CaseChange>, EditRefused> {
        let (maps, key) = self.place(place)?;
        let inverse = self.shown(place, &maps)?;
        let value = match choice {
            Choice::Use(id) => {
                let stands = scalars(self.tx, &maps, &key)?;
                stands
                    .into_iter()
                    .find(|(_, operation)| operation.to_string() == *id)
                    .map(|(value, _)| value)
                    .ok_or(EditRefused::NoSuchValue)?
            }
            Choice::Empty => emptied(place),
        };
        self.put(&maps, &key, value)?;
        Ok(inverse)
    }

    /// Where a place is in the document.
    fn place(&self, place: &Place) -> Result<(Vec<ObjId>, String), EditRefused> {
        match places::location(place) {
            Location::Root(key) => Ok((vec![ROOT_ID], key.to_owned())),
            Location::Field(field) => Ok((entries::containers(self.tx, "fields")?, field)),
            Location::Entry((container, id), key) => Ok((self.entry(container, &id)?, key.to_owned())),
        }
    }

    /// The change that makes a place say what it says now.
    fn shown(&self, place: &Place, maps: &[ObjId]) -> Result<Option<CaseChange>, EditRefused> {
        let line = |key: &str| Ok::<_, EditRefused>(self.winner(maps, key, values::text)?.unwrap_or_default());
        let flag = |key: &str| Ok::<_, EditRefused>(self.winner(maps, key, values::flag)?.unwrap_or(false));
        Ok(Some(match place {
            Place::Title => CaseChange::SetTitle { title: line("title")? },
            Place::Reference => CaseChange::SetReference { reference: line("reference")? },
            Place::Received => CaseChange::SetReceived { day: self.day(maps, "received")? },
            Place::Assignee => CaseChange::Assign { person: self.person(maps, "assignee")? },
            Place::Field { field } => {
                let value = self.winner(maps, field, values::field)?.unwrap_or(FieldValue::Empty);
                CaseChange::SetField { field: field.clone(), value }
            }
            Place::PartyName { party } => CaseChange::EditParty { id: *party, name: Some(line("name")?), role: None, contact: None },
            Place::PartyRole { party } => CaseChange::EditParty { id: *party, name: None, role: Some(line("role")?), contact: None },
            Place::PartyContact { party } => CaseChange::EditParty { id: *party, name: None, role: None, contact: Some(line("contact")?) },
            Place::AttachmentName { attachment } => CaseChange::RenameAttachment { id: *attachment, name: line("name")? },
            Place::TaskText { task } => CaseChange::EditTask { id: *task, text: Some(line("text")?), due: None, assignee: None },
            Place::TaskDue { task } => CaseChange::EditTask { id: *task, text: None, due: Some(self.day(maps, "due")?), assignee: None },
            Place::TaskAssignee { task } => {
                CaseChange::EditTask { id: *task, text: None, due: None, assignee: Some(self.person(maps, "assignee")?) }
            }
            Place::TaskDone { task } => CaseChange::SetTaskDone { id: *task, done: flag("done")? },
            Place::DeadlineMet { deadline } => CaseChange::SetDeadlineMet { id: *deadline, met: flag("met")? },
            // No change edits the day or the label of a deadline, and a status that was set anew is an event: settled is settled.
            Place::Status | Place::DeadlineLabel { .. } | Place::DeadlineDay { .. } => return Ok(None),
        }))
    }
}

fn emptied(place: &Place) -> ScalarValue {
    match places::holds(place) {
        Holds::Line => text(""),
        Holds::Status => text(Status::New.code()),
        Holds::Flag => ScalarValue::Boolean(false),
        Holds::Day | Holds::Person | Holds::Anything => ScalarValue::Null,
    }
}
