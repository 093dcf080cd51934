//! Where the places of a case are in its document.

use praesto_domain::casework::Place;

use super::schema::Container;

/// An entry of a container: the container's name and the entry's id.
pub(super) type Named = (&'static str, String);

/// Where a place is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Location {
    Root(&'static str),
    Field(String),
    Entry(Named, &'static str),
}

/// What a place can hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Holds {
    Line,
    Day,
    Person,
    Status,
    Flag,
    /// Whatever a form field takes.
    Anything,
}

/// What this place holds.
pub(super) fn holds(place: &Place) -> Holds {
    match place {
        Place::Title
        | Place::Reference
        | Place::PartyName { .. }
        | Place::PartyRole { .. }
        | Place::PartyContact { .. }
        | Place::AttachmentName { .. }
        | Place::TaskText { .. }
        | Place::DeadlineLabel { .. } => Holds::Line,
        Place::Received | Place::TaskDue { .. } | Place::DeadlineDay { .. } => Holds::Day,
        Place::Assignee | Place::TaskAssignee { .. } => Holds::Person,
        Place::Status => Holds::Status,
        Place::TaskDone { .. } | Place::DeadlineMet { .. } => Holds::Flag,
        Place::Field { .. } => Holds::Anything,
    }
}

/// Where this place is.
pub(super) fn location(place: &Place) -> Location {
    let entry = |container, id: String, key| Location::Entry((container, id), key);
    match place {
        Place::Title => Location::Root("title"),
        Place::Reference => Location::Root("reference"),
        Place::Received => Location::Root("received"),
        Place::Assignee => Location::Root("assignee"),
        Place::Status => Location::Root("status"),
        Place::Field { field } => Location::Field(field.clone()),
        Place::PartyName { party } => entry("parties", party.to_string(), "name"),
        Place::PartyRole { party } => entry("parties", party.to_string(), "role"),
        Place::PartyContact { party } => entry("parties", party.to_string(), "contact"),
        Place::AttachmentName { attachment } => entry("attachments", attachment.to_string(), "name"),
        Place::TaskText { task } => entry("tasks", task.to_string(), "text"),
        Place::TaskDue { task } => entry("tasks", task.to_string(), "due"),
        Place::TaskAssignee { task } => entry("tasks", task.to_string(), "assignee"),
        Place::TaskDone { task } => entry("tasks", task.to_string(), "done"),
        Place::DeadlineLabel { deadline } => entry("deadlines", deadline.to_string(), "label"),
        Place::DeadlineDay { deadline } => entry("deadlines", deadline.to_string(), "day"),
        Place::DeadlineMet { deadline } => entry("deadlines", deadline.to_string(), "met"),
    }
}

/// The place of a single value at the root.
pub(super) fn at_root(key: &str) -> Option<Place> {
    [Place::Title, Place::Reference, Place::Received, Place::Assignee, Place::Status]
        .into_iter()
        .find(|place| matches!(location(place), Location::Root(own) if own == key))
}

/// The place of a value directly in a container.
pub(super) fn in_container(container: &Container, key: &str) -> Option<Place> {
    (container.name == "fields").then(|| Place::Field { field: key.to_owned() })
}

/// The place of a value in an entry.
pub(super) fn in_entry((container, id): &Named, key: &str) -> Option<Place> {
    let places = match *container {
        "parties" => {
            let party = id.parse().ok()?;
            vec![Place::PartyName { party }, Place::PartyRole { party }, Place::PartyContact { party }]
        }
        "attachments" => vec![Place::AttachmentName { attachment: id.parse().ok()? }],
        "tasks" => {
            let task = id.parse().ok()?;
            vec![Place::TaskText { task }, Place::TaskDue { task }, Place::TaskAssignee { task }, Place::TaskDone { task }]
        }
        "deadlines" => {
            let deadline = id.parse().ok()?;
            vec![Place::DeadlineLabel { deadline }, Place::DeadlineDay { deadline }, Place::DeadlineMet { deadline }]
        }
        _ => return None,
    };
    places.into_iter().find(|place| matches!(location(place), Location::Entry(_, own) if own == key))
}

/// The place that says what an entry is called.
pub(super) fn name_of(entry: &Named) -> Option<Place> {
    let key = match entry.0 {
        "parties" | "attachments" => "name",
        "tasks" => "text",
        "deadlines" => "label",
        _ => return None,
    };
    in_entry(entry, key)
}
