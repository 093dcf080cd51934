//! A table: one case for each row.

use std::collections::BTreeMap;
use std::path::Path;

use praesto_contract::{ColumnTarget, Day, DeadlineId, FieldValue, ImportColumn, NoteId, PartyId};
use praesto_crypto::Hash;
use praesto_domain::casework::CaseChange as Change;
use praesto_formats::Refusal;
use praesto_formats::csv::{ColumnGuess, CsvLimits, CsvRow, CsvTable, parse_day, propose};

use super::{Bytes, Item, Prepared, read_file, refused};
use crate::error::AppError;
use crate::host::{Host, random};

/// A row without anything that could be its title.
const EMPTY_TITLE: &str = "empty-title";

pub(super) fn prepare<H: Host>(host: &H, path: &Path, mapping: &BTreeMap<String, ColumnTarget>) -> Result<Prepared, AppError> {
    let bytes = read_file(path, CsvLimits::default().file_bytes as u64)?;
    let table = CsvTable::read(&bytes).map_err(|error| refused(&error, path))?;
    let targets: Vec<ColumnTarget> = if mapping.is_empty() {
        table.columns.iter().zip(propose(&table.columns)).map(|(name, guess)| proposed(name, guess)).collect()
    } else {
        table.columns.iter().map(|name| mapping.get(name).cloned().unwrap_or(ColumnTarget::Ignore)).collect()
    };
    let columns = table.columns.iter().zip(&targets).enumerate().map(|(at, (name, target))| ImportColumn {
        name: name.clone(),
        target: target.clone(),
        example: table.rows.first().and_then(|row| row.cells.get(at)).cloned().unwrap_or_default(),
    });
    let columns = columns.collect();
    let mut items: Vec<_> = table.rows.iter().map(|row| item(host, row, &table.columns, &targets)).collect();
    items.extend(table.refused.iter().map(|row| Item {
        source: row.line.to_string(),
        title: String::new(),
        origin: String::new(),
        changes: Vec::new(),
        documents: Vec::new(),
        refused: Some(row.reason.code()),
    }));
    Ok(Prepared { columns, items, bytes: Bytes::None })
}

fn proposed(name: &str, guess: ColumnGuess) -> ColumnTarget {
    match guess {
        ColumnGuess::Title => ColumnTarget::Title,
        ColumnGuess::Reference => ColumnTarget::Reference,
        ColumnGuess::Received => ColumnTarget::Received,
        ColumnGuess::Deadline => ColumnTarget::Deadline,
        ColumnGuess::Note => ColumnTarget::Note,
        ColumnGuess::PartyName => ColumnTarget::PartyName,
        ColumnGuess::PartyContact => ColumnTarget::PartyContact,
        ColumnGuess::Tag => ColumnTarget::Tag,
        ColumnGuess::Field => ColumnTarget::Field { name: name.to_owned() },
    }
}

fn item<H: Host>(host: &H, row: &CsvRow, columns: &[String], targets: &[ColumnTarget]) -> Item {
    let now = host.now();
    let mut changes = Vec::new();
    let (mut title, mut party, mut contact, mut reference) = (String::new(), String::new(), String::new(), String::new());
    let mut refused = None;
    for ((cell, column), target) in row.cells.iter().map(|cell| cell.trim()).zip(columns).zip(targets) {
        if cell.is_empty() {
            continue;
        }
        let text = cell.to_owned();
        match target {
            ColumnTarget::Ignore => {}
            ColumnTarget::Title => title = text,
            ColumnTarget::Reference => {
                reference = text.clone();
                changes.push(Change::SetReference { reference: text });
            }
            ColumnTarget::Received | ColumnTarget::Deadline => match parse_day(cell).map(Day) {
                None => refused = Some(Refusal::BadDate.code()),
                Some(day) if *target == ColumnTarget::Received => changes.push(Change::SetReceived { day: Some(day) }),
                Some(day) => changes.push(Change::AddDeadline { id: DeadlineId::make(now, &random(host)), label: column.clone(), day }),
            },
            ColumnTarget::Note => changes.push(Change::AddNote { id: NoteId::make(now, &random(host)), text, corrects: None }),
            ColumnTarget::PartyName => party = text,
            ColumnTarget::PartyContact => contact = text,
            ColumnTarget::Tag => changes.push(Change::AddTag { tag: text }),
            ColumnTarget::Field { name } => changes.push(Change::SetField { field: name.clone(), value: FieldValue::Text(text) }),
        }
    }
    if title.is_empty() {
        title = party.clone();
    }
    if title.is_empty() {
        refused = refused.or(Some(EMPTY_TITLE));
    }
    if !party.is_empty() || !contact.is_empty() {
        changes.push(Change::AddParty { id: PartyId::make(now, &random(host)), name: party, role: String::new(), contact });
    }
    // A reference names a case for good; without one the row's whole content does.
    let origin = if reference.is_empty() {
        format!("csv:{}", Hash::of(row.cells.join("\u{1f}").as_bytes()))
    } else {
        format!("csv-reference:{reference}")
    };
    Item { source: row.line.to_string(), title, origin, changes, documents: Vec::new(), refused }
}
