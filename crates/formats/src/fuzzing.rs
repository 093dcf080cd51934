//! Entry points for fuzzing: each takes any bytes and must return.

use std::io::Cursor;

use crate::csv::{CsvTable, parse_day, propose};
use crate::xdomea::{Limits, XdomeaMessage, XdomeaPackage};

/// Any bytes as a message, and as a ZIP with one.
pub fn fuzz_xdomea(data: &[u8]) {
    let limits = Limits { document_bytes: 1 << 20, total_bytes: 4 << 20, ..Limits::default() };
    if let Ok(message) = XdomeaMessage::read_within(data, &limits) {
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

/// Any bytes as a table.
pub fn fuzz_csv(data: &[u8]) {
    let Ok(table) = CsvTable::read(data) else { return };
    assert_eq!(propose(&table.columns).len(), table.columns.len(), "one guess for each column");
    let mut line = 1;
    for row in &table.rows {
        assert_eq!(row.cells.len(), table.columns.len(), "good rows fit the columns");
        assert!(row.line > line, "lines go up");
        line = row.line;
        for cell in &row.cells {
            parse_day(cell);
        }
    }
}
