//! An xdomea 3.0.0 message: dates, people, documents and history of files from another authority's records system.

mod papers;

use std::collections::{BTreeMap, HashMap, HashSet};
use std::fs::File;
use std::io::{BufReader, Read};
use std::path::Path;

use praesto_contract::{Day, EventId, FieldValue, Moment, NoteId, PartyId, Status};
use praesto_domain::casework::{CaseChange as Change, EventKind};
use praesto_formats::Refusal;
use praesto_formats::xdomea::{
    CODED, ImportedCase, ImportedHistory, ImportedPerson, Limits, PartOf, XdomeaMessage, XdomeaPackage, looks_like_zip,
};

use super::{Bytes, Document, Item, Prepared, read_file, reasons, refused};
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
    let is_here = |file: &str| matches!(&bytes, Bytes::Package(package) if package.stated_size(file).is_some());
    let mut items: Vec<Item> = message.cases().iter().map(|case| item(host, case, &is_here)).collect();
    if let Bytes::Package(package) = &bytes {
        items.extend(package.unnamed().iter().map(|name| Item::passed_over(name.clone(), reasons::NOT_NAMED)));
    }
    Ok(Prepared { columns: Vec::new(), items, bytes })
}

fn item<H: Host>(host: &H, case: &ImportedCase, is_here: &dyn Fn(&str) -> bool) -> Item {
    let now = host.now();
    let mut changes = Vec::new();
    changes.extend(case.reference.clone().map(|reference| Change::SetReference { reference }));
    changes.extend(case.received.map(|day| Change::SetReceived { day: Some(Day(day)) }));
    changes.extend(fields(case).into_iter().map(|(field, value)| Change::SetField { field, value }));
    changes.extend(case.people.iter().map(|person| party(person, PartyId::make(now, &random(host)))));
    let names: BTreeMap<&str, &str> = case.documents.iter().map(|one| (one.stable_id.as_str(), one.name.as_str())).collect();
    changes.extend(case.history.iter().map(|line| Change::AddEvent {
        id: EventId::make(now, &random(host)),
        event: EventKind::Imported {
            happened_at: line.at.and_then(|at| at.timestamp()).map(|at| Moment(at.as_millisecond())),
            text: history_text(line, names.get(line.about.as_str()).copied().filter(|_| line.about != case.stable_id)),
        },
    }));
    let notes = papers::notes(&papers::described(&case.documents, is_here));
    changes.extend(notes.into_iter().map(|text| Change::AddNote { id: NoteId::make(now, &random(host)), text, corrects: None }));
    if case.closed {
        let event = EventKind::StatusSet { stage: Status::Closed.into() };
        changes.push(Change::AddEvent { id: EventId::make(now, &random(host)), event });
    }
    let documents: Vec<Document> = case.documents.iter().flat_map(|document| papers::attachments(document, is_here)).collect();
    Item {
        source: case.stable_id.clone(),
        title: case.title.clone(),
        origin: format!("xdomea:{}", case.stable_id),
        twice: Refusal::DuplicateId.code(),
        changes,
        documents,
        missing: case.documents.iter().filter(|document| document.versions.iter().any(|version| !is_here(&version.file))).count() as u32,
        closed: case.closed,
        ..Item::default()
    }
}

/// What else the message says of a case, each name once: several values of one name stand beside each other.
fn fields(case: &ImportedCase) -> Vec<(String, FieldValue)> {
    let mut texts: Vec<(String, Vec<String>)> = Vec::new();
    let mut known = HashMap::<String, (usize, HashSet<String>)>::new();
    let mut add = |name: &str, value: String| {
        let (at, values) = known.entry(name.to_owned()).or_insert_with(|| {
            texts.push((name.to_owned(), Vec::new()));
            (texts.len() - 1, HashSet::new())
        });
        if values.insert(value.clone()) {
            texts[*at].1.push(value);
        }
    };
    let days = [("from", case.from), ("to", case.to), ("closed-on", case.closed_on)].map(|(name, day)| (coded(name), day));
    for (name, day) in &days {
        day.iter().for_each(|day| add(name, day.to_string()));
    }
    if !case.part_of.is_empty() {
        add(&coded("part-of"), case.part_of.iter().map(above).collect::<Vec<_>>().join(" / "));
    }
    case.fields.iter().for_each(|(name, value)| add(name, value.clone()));
    let value = |name: &str, values: Vec<String>| {
        let day = days.iter().find(|(known, _)| known == name).and_then(|(_, day)| *day);
        match day.filter(|day| values == [day.to_string()]) {
            Some(day) => FieldValue::Day(Day(day)),
            None => FieldValue::Text(values.join(" · ")),
        }
    };
    texts.into_iter().map(|(name, values)| (name.clone(), value(&name, values))).collect()
}

/// A code that every reader sees in their own words.
fn coded(code: &str) -> String {
    format!("{CODED}{code}")
}

fn above(record: &PartOf) -> String {
    match &record.reference {
        Some(reference) if *reference != record.title => format!("{} ({reference})", record.title),
        _ => record.title.clone(),
    }
}

fn party(person: &ImportedPerson, id: PartyId) -> Change {
    let contact = [person.organisation.clone(), person.contact.clone(), person.born.map(|born| born.to_string())];
    Change::AddParty {
        id,
        name: person.name.clone(),
        role: person.role_named.clone().unwrap_or_else(|| coded(person.role.code())),
        contact: contact.into_iter().flatten().collect::<Vec<_>>().join(", "),
    }
}

/// A line in the sender's words. A time that is no moment, for want of an hour or an offset, stands before it as it was written.
fn history_text(line: &ImportedHistory, about: Option<&str>) -> String {
    let at = line.at.filter(|at| at.timestamp().is_none()).map(|at| format!("{at} ")).unwrap_or_default();
    let said = [line.actor.as_str(), line.text.as_str()].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(": ");
    let about = about.map(|name| format!(" · {name}")).unwrap_or_default();
    format!("{at}{said}{about}")
}
