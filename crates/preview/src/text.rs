//! Plain text, and tables that are text.

use praesto_formats::csv::CsvTable;
use praesto_formats::text::decode;

use crate::{Block, CELL_CHARS, COLUMNS, Cannot, Look, ROWS, Shown, TEXT_CHARS, bounded};

pub(crate) fn look(base: Look, bytes: &[u8]) -> Result<Look, Cannot> {
    let base = base.of_pages(1)?;
    // No encoding takes more than four bytes for a sign.
    let (text, _) = decode(&bytes[..bytes.len().min(TEXT_CHARS * 4 + 4)]);
    let (text, goes_on) = bounded(&text.replace("\r\n", "\n").replace('\r', "\n"), TEXT_CHARS);
    Ok(Look { goes_on: goes_on || bytes.len() > TEXT_CHARS * 4 + 4, shown: Shown::Text { text }, ..base })
}

/// A table where it can be read as one, else its text.
pub(crate) fn table(base: Look, bytes: &[u8]) -> Result<Look, Cannot> {
    let (text, _) = decode(bytes);
    let Ok(table) = CsvTable::read(text.as_bytes()) else { return look(base, bytes) };
    let lines = std::iter::once(table.columns.as_slice()).chain(table.rows.iter().map(|row| row.cells.as_slice()));
    let rows: Vec<Vec<String>> = lines.take(ROWS).map(|cells| cells.iter().take(COLUMNS).map(|text| cell(text)).collect()).collect();
    let cut = table.rows.len() >= ROWS || table.columns.len() > COLUMNS || !table.refused.is_empty();
    let base = base.of_pages(1)?;
    Ok(Look { goes_on: cut, shown: Shown::Blocks { blocks: vec![Block::Table(rows)] }, ..base })
}

/// The text of a cell, cut with a sign that it goes on.
pub(crate) fn cell(text: &str) -> String {
    match bounded(text, CELL_CHARS) {
        (text, true) => text + "…",
        (text, false) => text,
    }
}
