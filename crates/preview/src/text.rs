//! Plain text, and tables that are text.

use praesto_formats::csv::CsvTable;
use praesto_formats::text::decode;

use crate::{Block, COLUMNS, Cannot, Look, ROWS, Shown, TEXT_CHARS, bounded, cell};

pub(crate) fn look(base: Look, bytes: &[u8]) -> Result<Look, Cannot> {
    let base = base.of_pages(1)?;
    // No encoding takes more than four bytes for a sign.
    let (text, _) = decode(&bytes[..bytes.len().min(TEXT_CHARS * 4 + 4)]);
    let (text, goes_on) = bounded(&text.replace("\r\n", "\n").replace('\r', "\n"), TEXT_CHARS);
    Ok(Look { goes_on: goes_on || bytes.len() > TEXT_CHARS * 4 + 4, shown: Shown::Text { text }, ..base })
}

/// A table where all of it can be read as one, else its text: no row is missing from what is shown without a word.
pub(crate) fn table(base: Look, bytes: &[u8]) -> Result<Look, Cannot> {
    let (text, _) = decode(bytes);
    let Some(table) = CsvTable::read(text.as_bytes()).ok().filter(|table| table.refused.is_empty()) else { return look(base, bytes) };
    let lines = std::iter::once(table.columns.as_slice()).chain(table.rows.iter().map(|row| row.cells.as_slice()));
    let rows: Vec<Vec<String>> = lines.take(ROWS).map(|cells| cells.iter().take(COLUMNS).map(|text| cell(text)).collect()).collect();
    let cut = table.rows.len() >= ROWS || table.columns.len() > COLUMNS;
    let base = base.of_pages(1)?;
    Ok(Look { goes_on: cut, shown: Shown::Blocks { blocks: vec![Block::Table(rows)] }, ..base })
}
