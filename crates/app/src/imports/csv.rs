//! A table: one case for each row.

use std::collections::BTreeMap;
use std::path::Path;

use praesto_contract::{ColumnTarget, Day, DeadlineId, FieldValue, ImportColumn, NoteId, PartyId};
use praesto_crypto::Hash;
use praesto_domain::casework::CaseChange as Change;
use praesto_formats::csv::{ColumnGuess, CsvLimits, CsvRow, CsvTable, parse_day, propose};
use praesto_formats::{Refusal, Refused};

use super::{Bytes, Item, Prepared, read_file, reasons, refused};
use crate::error::AppError;
use crate::host::{Host, random};

pub(super) fn prepare<H: Host>(host: &H, path: &Path, mapping: &BTreeMap<String, ColumnTarget>) -> Result<Prepared, AppError> {
    let bytes = read_file(path, CsvLimits::default().file_bytes as u64)?;
    let table = CsvTable::read(&bytes).map_err(|error| refused(&error, path))?;
    let targets: Vec<ColumnTarget> = if mapping.is_empty() {
        table.columns.iter().zip(propose(&table.columns, &table.rows)).map(|(name, guess)| proposed(name, guess)).collect()
    } else {
        table.columns.iter().map(|name| mapping.get(name).cloned().unwrap_or(ColumnTarget::Ignore)).collect()
    };
    let columns = table.columns.iter().zip(&targets).enumerate().map(|(at, (name, target))| ImportColumn {
        name: name.clone(),
        target: target.clone(),
        example: table.rows.first().and_then(|row| row.cells.get(at)).cloned().unwrap_or_default(),
    });
    let columns = columns.collect();
    let mut items: Vec<_> = table.rows.iter().map(|row| (row.line, item(host, row, &table.columns, &targets))).collect();
    items.extend(table.refused.iter().map(|row| (row.line, Item::passed_over(row.line.to_string(), row.reason.code()))));
    items.sort_by_key(|(line, _)| *line);
    Ok(Prepared { columns, items: items.into_iter().map(|(_, item)| item).collect(), bytes: Bytes::None })
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
    // Several columns may go to one place: none of them is left out.
    let (mut titles, mut parties, mut contacts, mut references) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let mut received = None;
    let (mut refused, mut what) = (None, String::new());
    for ((cell, column), target) in row.cells.iter().map(|cell| cell.trim()).zip(columns).zip(targets) {
        if cell.is_empty() {
            continue;
        }
        let text = cell.to_owned();
        match target {
            ColumnTarget::Ignore => {}
            ColumnTarget::Title => titles.push(cell),
            ColumnTarget::Reference => references.push(cell),
            ColumnTarget::Received | ColumnTarget::Deadline => match parse_day(cell).map(Day) {
                None => {
                    refused = Some(Refusal::BadDate.code());
                    what = Refused::new(Refusal::BadDate, cell).what;
                }
                Some(day) if *target == ColumnTarget::Received && received.is_none() => received = Some(day),
                Some(day) if *target == ColumnTarget::Received => {
                    changes.push(Change::SetField { field: column.clone(), value: FieldValue::Day(day) });
                }
                Some(day) => {
                    changes.push(Change::AddDeadline { id: DeadlineId::make(now, &random(host)), label: column.clone(), day, rule: None })
                }
            },
            ColumnTarget::Note => changes.push(Change::AddNote { id: NoteId::make(now, &random(host)), text, corrects: None }),
            ColumnTarget::PartyName => parties.push(cell),
            ColumnTarget::PartyContact => contacts.push(cell),
            ColumnTarget::Tag => changes.push(Change::AddTag { tag: text }),
            ColumnTarget::Field { name } => changes.push(Change::SetField { field: name.clone(), value: FieldValue::Text(text) }),
        }
    }
    let (name, contact, reference) = (parties.join(" "), contacts.join(", "), references.join(" / "));
    let title = if titles.is_empty() { name.clone() } else { titles.join(" ") };
    if title.is_empty() {
        refused = refused.or(Some(reasons::EMPTY_TITLE));
    }
    changes.extend(received.map(|day| Change::SetReceived { day: Some(day) }));
    if !name.is_empty() || !contact.is_empty() {
        changes.push(Change::AddParty { id: PartyId::make(now, &random(host)), name, role: String::new(), contact });
    }
    // A reference names a case for good; without one the row's whole content does.
    let (origin, twice) = if reference.is_empty() {
        (format!("csv:{}", Hash::of(row.cells.join("\u{1f}").as_bytes())), reasons::SAME_ROW)
    } else {
        (format!("csv-reference:{reference}"), reasons::SAME_REFERENCE)
    };
    if !reference.is_empty() {
        changes.push(Change::SetReference { reference });
    }
    Item { source: row.line.to_string(), title, origin, twice, changes, refused, what, ..Item::default() }
}
