//! Tables from other programs: CSV with a comma, a semicolon or a tab between the cells.
//!
//! The whole file is refused only where nothing in it can be trusted. A bad row is set apart with its line,
//! the good ones go in.

mod columns;
mod days;
mod delimiter;
mod write;

use serde::{Deserialize, Serialize};

pub use columns::{ColumnGuess, propose};
pub use days::parse_day;
pub use write::TableWriter;

use crate::refusal::{Refusal, Refused};

/// How much a table may hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CsvLimits {
    /// Bytes of the file.
    pub file_bytes: usize,
    /// Rows below the column names, refused ones included.
    pub rows: usize,
    /// Bytes of one cell.
    pub cell_bytes: usize,
    /// Columns.
    pub columns: usize,
}

impl Default for CsvLimits {
    fn default() -> Self {
        Self { file_bytes: 64 << 20, rows: 1_000_000, cell_bytes: 64 << 10, columns: 256 }
    }
}

/// A table as read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CsvTable {
    /// The sign between the cells: `,` `;` or a tab.
    pub delimiter: char,
    /// Titles of the columns, trimmed. A column without a title is called `#3` after its place.
    pub columns: Vec<String>,
    /// The good rows, in the order of the file.
    pub rows: Vec<CsvRow>,
    /// The rows set apart, in the order of the file.
    pub refused: Vec<RefusedRow>,
    /// Rows in which every cell was empty; they are left out.
    pub blank: u64,
}

/// One good row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CsvRow {
    /// Line of the file on which the row begins, counted from 1.
    pub line: u64,
    /// As many cells as there are columns, untrimmed.
    pub cells: Vec<String>,
}

/// One row set apart.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RefusedRow {
    /// Line of the file on which the row begins, counted from 1.
    pub line: u64,
    /// Why: `not-utf8`, `wrong-cell-count`, `cell-too-long` or `open-quote`.
    pub reason: Refusal,
}

impl CsvTable {
    /// Reads a table with the usual limits: 64 MiB, a million rows, 64 KiB in a cell, 256 columns.
    pub fn read(bytes: &[u8]) -> Result<Self, Refused> {
        Self::read_within(bytes, &CsvLimits::default())
    }

    /// Reads a table within the given limits.
    pub fn read_within(bytes: &[u8], limits: &CsvLimits) -> Result<Self, Refused> {
        if bytes.len() > limits.file_bytes {
            return Err(Refusal::TooLarge.into());
        }
        if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") {
            return Err(Refusal::TableNotUtf8.into());
        }
        let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        if bytes.contains(&0) || crate::media::contradicts("table.csv", bytes) {
            return Err(Refusal::NotACsv.into());
        }
        let (stated, body_at) = delimiter::stated(bytes);
        let delimiter = stated.unwrap_or_else(|| delimiter::detect(&bytes[body_at..]));
        let mut lines = Lines { bytes, at: 0, line: 1 };
        let mut reader = ::csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(&bytes[body_at..]);
        let mut record = ::csv::ByteRecord::new();
        let mut table = CsvTable { delimiter: char::from(delimiter), columns: Vec::new(), rows: Vec::new(), refused: Vec::new(), blank: 0 };
        let mut header_read = false;
        loop {
            // Reading from memory cannot fail and flexible rows cannot be unequal; an error all the same is a refusal, not a panic.
            let more = reader.read_byte_record(&mut record).map_err(|_| Refused::from(Refusal::Unreadable))?;
            if !more {
                break;
            }
            let start = record.position().map_or(0, |at| at.byte()).try_into().unwrap_or(usize::MAX).saturating_add(body_at);
            let line = lines.line_at(start);
            // Only the last row can be open: every other one was ended by a line end outside quotation marks.
            let end = usize::try_from(reader.position().byte()).unwrap_or(usize::MAX).saturating_add(body_at);
            let rest_is_open = end >= bytes.len() && open_quote(&bytes[lines.at..], delimiter);
            if !header_read {
                if rest_is_open {
                    return Err(Refusal::OpenQuote.into());
                }
                table.columns = header(&record, limits)?;
                header_read = true;
                continue;
            }
            if table.rows.len() + table.refused.len() >= limits.rows {
                return Err(Refusal::TooManyRows.into());
            }
            if !rest_is_open && record.iter().all(<[u8]>::is_empty) {
                table.blank += 1;
                continue;
            }
            match if rest_is_open { Err(Refusal::OpenQuote) } else { row(&record, table.columns.len(), limits) } {
                Ok(cells) => table.rows.push(CsvRow { line, cells }),
                Err(reason) => table.refused.push(RefusedRow { line, reason }),
            }
        }
        if header_read { Ok(table) } else { Err(Refusal::EmptyTable.into()) }
    }
}

fn header(record: &::csv::ByteRecord, limits: &CsvLimits) -> Result<Vec<String>, Refused> {
    if record.len() > limits.columns {
        return Err(Refusal::TooManyColumns.into());
    }
    let mut columns: Vec<String> = Vec::with_capacity(record.len());
    for (index, cell) in record.iter().enumerate() {
        if cell.len() > limits.cell_bytes {
            return Err(Refusal::CellTooLong.into());
        }
        let title = std::str::from_utf8(cell).map_err(|_| Refused::from(Refusal::TableNotUtf8))?.trim();
        let title = if title.is_empty() { format!("#{}", index + 1) } else { title.to_owned() };
        // Two columns of one title could not be told apart when the person says which is which.
        if columns.contains(&title) {
            return Err(Refused::new(Refusal::DuplicateColumn, &title));
        }
        columns.push(title);
    }
    if record.iter().all(|cell| cell.trim_ascii().is_empty()) {
        return Err(Refusal::NotACsv.into());
    }
    Ok(columns)
}

fn row(record: &::csv::ByteRecord, columns: usize, limits: &CsvLimits) -> Result<Vec<String>, Refusal> {
    // Spreadsheets like to end rows with empty cells beyond the last column; nothing is lost by passing over them.
    if record.len() < columns || record.iter().skip(columns).any(|cell| !cell.is_empty()) {
        return Err(Refusal::WrongCellCount);
    }
    let mut cells = Vec::with_capacity(columns);
    for cell in record.iter().take(columns) {
        if cell.len() > limits.cell_bytes {
            return Err(Refusal::CellTooLong);
        }
        cells.push(std::str::from_utf8(cell).map_err(|_| Refusal::NotUtf8)?.to_owned());
    }
    Ok(cells)
}

/// Whether the last row of the file, given from its first byte, ends inside quotation marks.
fn open_quote(last_row: &[u8], delimiter: u8) -> bool {
    let (mut inside, mut cell_start) = (false, true);
    let mut bytes = last_row.iter().copied().peekable();
    while let Some(byte) = bytes.next() {
        if inside {
            if byte == b'"' && bytes.next_if_eq(&b'"').is_none() {
                inside = false;
            }
            continue;
        }
        inside = byte == b'"' && cell_start;
        cell_start = byte == delimiter || byte == b'\n' || byte == b'\r';
    }
    inside
}

/// Counts lines up to a byte, once over the whole file; the reader's own count is off by one with CRLF.
struct Lines<'a> {
    bytes: &'a [u8],
    at: usize,
    line: u64,
}

impl Lines<'_> {
    /// The line on which the row at or behind `start` begins; leaves `at` on its first byte.
    fn line_at(&mut self, start: usize) -> u64 {
        while let Some(byte) = self.bytes.get(self.at) {
            if self.at >= start && !matches!(byte, b'\n' | b'\r') {
                break;
            }
            let lone_return = *byte == b'\r' && self.bytes.get(self.at + 1) != Some(&b'\n');
            if *byte == b'\n' || lone_return {
                self.line += 1;
            }
            self.at += 1;
        }
        self.line
    }
}

#[cfg(test)]
mod tests;
