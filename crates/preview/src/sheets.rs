//! Tables of spreadsheets (XLSX, ODS): each sheet a page, cells as the values that they hold. Formulas and macros are not run.

use std::io::Cursor;

use calamine::{Data, DataRef, DataType, ExcelDateTime, Ods, OdsError, Reader, Xlsx, XlsxError, open_workbook_from_rs};

use crate::{Block, COLUMNS, Cannot, Look, ROWS, Shown, cell, unpack};

/// How files in a spreadsheet are called that are pictures, charts or remarks.
const LEFT_OUT: [&str; 6] = ["xl/media/", "xl/charts/", "xl/drawings/drawing", "xl/comments", "Pictures/", "Object "];

pub(crate) fn look(base: Look, bytes: Vec<u8>) -> Result<Look, Cannot> {
    // Under a password, it is packed otherwise.
    if !bytes.starts_with(b"PK") {
        return Err(Cannot::Encrypted);
    }
    let base = Look { left_out: unpack::holds(&bytes, &LEFT_OUT), ..base };
    if base.media_type.contains("opendocument") { ods(base, bytes) } else { xlsx(base, bytes) }
}

fn xlsx(base: Look, bytes: Vec<u8>) -> Result<Look, Cannot> {
    let refused = |error: XlsxError| if matches!(error, XlsxError::Password) { Cannot::Encrypted } else { Cannot::Damaged };
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes)).map_err(refused)?;
    let names = book.sheet_names();
    let base = base.of_pages(names.len())?;
    let title = names[base.at()].clone();
    let mut cells = book.worksheet_cells_reader(&title).map_err(refused)?;
    let mut table = Table::default();
    // Cell by cell: two of them at two ends of a sheet are no reason to fill what lies between.
    while let Some(one) = cells.next_cell().map_err(refused)? {
        let text = match one.get_value() {
            DataRef::DateTime(moment) => moment_of(moment),
            DataRef::SharedString(text) => (*text).to_owned(),
            other => shown(&Data::from(other.clone())),
        };
        if !table.put(one.get_position(), &text) {
            break;
        }
    }
    Ok(table.look(base, title))
}

fn ods(base: Look, bytes: Vec<u8>) -> Result<Look, Cannot> {
    let refused = |error: OdsError| if matches!(error, OdsError::Password) { Cannot::Encrypted } else { Cannot::Damaged };
    let mut book: Ods<_> = open_workbook_from_rs(Cursor::new(bytes)).map_err(refused)?;
    let names = book.sheet_names();
    let base = base.of_pages(names.len())?;
    let title = names[base.at()].clone();
    let sheet = book.worksheet_range(&title).map_err(refused)?;
    let (row, column) = sheet.start().unwrap_or_default();
    let mut table = Table::default();
    for (at_row, at_column, value) in sheet.used_cells() {
        if !table.put((row + at_row as u32, column + at_column as u32), &shown(value)) {
            break;
        }
    }
    Ok(table.look(base, title))
}

/// What is shown of a sheet.
#[derive(Default)]
struct Table {
    rows: Vec<Vec<String>>,
    cut: bool,
}

impl Table {
    /// Puts a cell in its place; whether there is room for more.
    fn put(&mut self, (row, column): (u32, u32), text: &str) -> bool {
        let (row, column) = (row as usize, column as usize);
        if text.is_empty() {
            return true;
        }
        if column >= COLUMNS {
            self.cut = true;
            return true;
        }
        if row >= ROWS {
            self.cut = true;
            return false;
        }
        if self.rows.len() <= row {
            self.rows.resize(row + 1, Vec::new());
        }
        let cells = &mut self.rows[row];
        if cells.len() <= column {
            cells.resize(column + 1, String::new());
        }
        cells[column] = cell(text);
        true
    }

    fn look(mut self, base: Look, title: String) -> Look {
        let width = self.rows.iter().map(Vec::len).max().unwrap_or_default();
        self.rows.iter_mut().for_each(|cells| cells.resize(width, String::new()));
        let blocks = if self.rows.is_empty() { Vec::new() } else { vec![Block::Table(self.rows)] };
        Look { title: cell(&title), goes_on: self.cut, shown: Shown::Blocks { blocks }, ..base }
    }
}

fn shown(value: &Data) -> String {
    match value.get_datetime() {
        Some(moment) => moment_of(&moment),
        None => value.to_string(),
    }
}

/// A day, with the time where it has one, as the standard for both writes it (ISO 8601).
fn moment_of(moment: &ExcelDateTime) -> String {
    if !moment.is_datetime() {
        return moment.as_f64().to_string();
    }
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    let date = format!("{year:04}-{month:02}-{day:02}");
    let time = format!("{hour:02}:{minute:02}");
    match (moment.as_f64() < 1.0, (hour, minute, second)) {
        (true, _) => time,
        (false, (0, 0, 0)) => date,
        (false, _) => format!("{date} {time}"),
    }
}
