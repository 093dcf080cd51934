//! An xdomea 3.0.0 message: dates, people, documents and history of files from another authority's records system.

use std::fs::File;
use std::io::{BufReader, Read};
use std::path::Path;

use praesto_contract::{Day, EventId, FieldValue, Moment, NoteId, PartyId, Status};
use praesto_domain::casework::{CaseChange as Change, EventKind};
use praesto_formats::xdomea::{ImportedCase, Limits, XdomeaMessage, XdomeaPackage, looks_like_zip};

use super::{Bytes, Document, Item, Prepared, read_file, refused};
use crate::error::AppError;
use crate::host::{Host, random};

pub(super) fn prepare<H: Host>(host: &H, path: &Path) -> Result<Prepared, AppError> {
    let mut first = [0; 4];
    let file_error = |source| AppError::File { path: path.display().to_string(), source };
    let mut file = File::open(path).map_err(file_error)?;
    let count = file.read(&mut first).map_err(file_error)?;
    let (message, bytes) = if looks_like_zip(&first[..count]) {
        let file = File::open(path).map_err(file_error)?;
        let mut package = XdomeaPackage::open(BufReader::new(file)).map_err(|error| refused(&error, path))?;
        package.check().map_err(|error| refused(&error, path))?;
        (package.message().clone(), Bytes::Package(Box::new(package)))
    } else {
        let xml = read_file(path, Limits::default().message_bytes)?;
        (XdomeaMessage::read(&xml).map_err(|error| refused(&error, path))?, Bytes::None)
    };
    let with_files = matches!(bytes, Bytes::Package(_));
    let items = message.cases().iter().map(|case| item(host, case, with_files)).collect();
    Ok(Prepared { columns: Vec::new(), items, bytes })
}

fn item<H: Host>(host: &H, case: &ImportedCase, with_files: bool) -> Item {
    let now = host.now();
    let mut changes = Vec::new();
    let field = |name: &str, value: String| Change::SetField { field: name.to_owned(), value: FieldValue::Text(value) };
    changes.extend(case.reference.clone().map(|reference| Change::SetReference { reference }));
    changes.extend(case.received.map(|day| Change::SetReceived { day: Some(Day(day)) }));
    for (name, day) in [("from", case.from), ("to", case.to), ("closed-on", case.closed_on)] {
        changes.extend(day.map(|day| Change::SetField { field: name.to_owned(), value: FieldValue::Day(Day(day)) }));
    }
    if !case.part_of.is_empty() {
        changes.push(field("part-of", case.part_of.iter().map(|above| above.title.as_str()).collect::<Vec<_>>().join(" / ")));
    }
    changes.extend(case.fields.iter().map(|(name, value)| field(name, value.clone())));
    changes.extend(case.people.iter().map(|person| {
        Change::AddParty {
            id: PartyId::make(now, &random(host)),
            name: person.name.clone(),
            role: person.role_named.clone().unwrap_or_else(|| person.role.code().to_owned()),
            contact: [person.organisation.clone(), person.contact.clone(), person.born.map(|born| born.to_string())]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(", "),
        }
    }));
    changes.extend(case.history.iter().map(|line| Change::AddEvent {
        id: EventId::make(now, &random(host)),
        event: EventKind::Imported {
            happened_at: line.at.and_then(|at| at.timestamp()).map(|at| Moment(at.as_millisecond())),
            text: [line.actor.as_str(), line.text.as_str()].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(": "),
        },
    }));
    let mut documents = Vec::new();
    let mut listed = Vec::new();
    for document in &case.documents {
        match document.versions.last().filter(|_| with_files) {
            Some(version) => documents.push(Document { name: version.name.clone(), at: version.file.clone() }),
            None => listed.push(
                [document.date.map(|day| day.to_string()), Some(document.name.clone())].into_iter().flatten().collect::<Vec<_>>().join(" "),
            ),
        }
    }
    if !listed.is_empty() {
        // Named by the message, but their bytes did not come with it.
        changes.push(Change::AddNote { id: NoteId::make(now, &random(host)), text: listed.join("\n"), corrects: None });
    }
    if case.closed {
        let event = EventKind::StatusSet { status: Status::Closed };
        changes.push(Change::AddEvent { id: EventId::make(now, &random(host)), event });
    }
    let origin = format!("xdomea:{}", case.stable_id);
    Item { source: case.stable_id.clone(), title: case.title.clone(), origin, changes, documents, refused: None }
}
