//! Entry points for fuzzing: each takes any bytes and must return.

use std::io::Cursor;

use crate::csv::{CsvTable, parse_day, propose};
use crate::mail::Mail;
use crate::xdomea::{Limits, XdomeaMessage, XdomeaPackage};

/// Any bytes as a message, and as a ZIP with one.
pub fn fuzz_xdomea(data: &[u8]) {
    let limits = Limits { document_bytes: 1 << 20, total_bytes: 4 << 20, ..Limits::default() };
    if let Ok(message) = XdomeaMessage::read_within(data, &limits) {
        assert_eq!(XdomeaMessage::read_within(data, &limits).as_ref(), Ok(&message), "reading twice gives the same");
        for case in message.cases() {
            assert!(!case.title.is_empty(), "a case always has a title");
            assert!(case.received.is_some(), "a case always has a day");
        }
    }
    if let Ok(mut package) = XdomeaPackage::open_within(Cursor::new(data), limits) {
        // Damage inside the files is found here; either answer is right as long as there is one.
        let _ = package.check();
        package.message().cases();
    }
}

/// Any bytes as a mail, and whatever mails it brings.
pub fn fuzz_mail(data: &[u8]) {
    let Ok(mail) = Mail::read(data) else { return };
    assert_eq!(Mail::read(data).as_ref(), Ok(&mail), "reading twice gives the same");
    for file in mail.files {
        assert!(!file.name.is_empty() && !file.name.contains(['/', '\\']), "a name leads nowhere");
        assert!(file.bytes.len() <= data.len() * 4, "nothing grows by being read");
        // What it brings is read as well, as a person would open it.
        let _ = Mail::read(&file.bytes);
    }
}

/// Any bytes as a table.
pub fn fuzz_csv(data: &[u8]) {
    let Ok(table) = CsvTable::read(data) else { return };
    assert_eq!(propose(&table.columns, &table.rows).len(), table.columns.len(), "one guess for each column");
    let mut line = 1;
    for row in &table.rows {
        assert_eq!(row.cells.len(), table.columns.len(), "good rows fit the columns");
        assert!(row.line > line, "lines go up");
        line = row.line;
        for cell in &row.cells {
            parse_day(cell);
        }
    }
    let Some(written) = written(&table) else { return };
    let again = CsvTable::read(&written).unwrap_or_else(|refused| panic!("a table that was read and written is refused: {refused:?}"));
    assert_eq!(again.columns, table.columns, "a table reads back with its columns");
    assert!(again.rows.iter().map(|row| &row.cells).eq(table.rows.iter().map(|row| &row.cells)), "a table reads back with its rows");
    assert_eq!((again.delimiter, again.refused.len(), again.blank), (table.delimiter, 0, 0), "and with nothing else");
}

/// The good rows as a table, with its delimiter stated and every cell in quotation marks. `None` if writing fails, which it does not in memory.
fn written(table: &CsvTable) -> Option<Vec<u8>> {
    let mut bytes = format!("sep={}\n", table.delimiter).into_bytes();
    let delimiter = u8::try_from(table.delimiter).ok()?;
    let mut writer = ::csv::WriterBuilder::new().delimiter(delimiter).quote_style(::csv::QuoteStyle::Always).from_writer(&mut bytes);
    writer.write_record(&table.columns).ok()?;
    for row in &table.rows {
        writer.write_record(&row.cells).ok()?;
    }
    writer.flush().ok()?;
    drop(writer);
    Some(bytes)
}
