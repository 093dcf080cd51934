//! Tables for spreadsheet programs.

use std::io::{self, Write};

/// Says that the file is UTF-8: without it some programs read the letters of most languages wrongly.
const MARK: &[u8] = b"\xEF\xBB\xBF";

/// A table that is being written.
pub struct TableWriter<W: Write>(csv::Writer<W>);

impl<W: Write> std::fmt::Debug for TableWriter<W> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("TableWriter")
    }
}

impl<W: Write> TableWriter<W> {
    /// Begins a table with this sign between its cells, which [`CsvTable`](super::CsvTable) knows as well.
    pub fn begin(mut out: W, delimiter: u8) -> io::Result<Self> {
        out.write_all(MARK)?;
        let terminator = csv::Terminator::CRLF;
        Ok(Self(csv::WriterBuilder::new().delimiter(delimiter).terminator(terminator).from_writer(out)))
    }

    /// Writes one row.
    pub fn row<T: AsRef<str>>(&mut self, cells: &[T]) -> io::Result<()> {
        let cells = cells.iter().map(|cell| plain(cell.as_ref()));
        self.0.write_record(cells).map_err(failed)
    }

    /// Writes what is left and gives back what took the bytes.
    pub fn finish(self) -> io::Result<W> {
        self.0.into_inner().map_err(csv::IntoInnerError::into_error)
    }
}

/// A disk that is full says so.
fn failed(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        kind => io::Error::other(format!("{kind:?}")),
    }
}

/// A cell that no program takes for a formula: what begins like one gets a mark in front that makes it text.
fn plain(cell: &str) -> String {
    let begins = cell.trim_start_matches([' ', '\u{a0}']).chars().next();
    let formula = begins.is_some_and(|sign| matches!(sign, '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠'));
    if formula { format!("'{cell}") } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::csv::CsvTable;

    #[test]
    fn what_is_written_is_read_again() {
        for delimiter in [b',', b';'] {
            let mut table = TableWriter::begin(Vec::new(), delimiter).unwrap();
            table.row(&["Reference", "Title"]).unwrap();
            table.row(&["A-1", "Ќосев, \"the\" bridge;\nsecond line"]).unwrap();
            let bytes = table.finish().unwrap();
            assert!(bytes.starts_with(MARK));
            let table = CsvTable::read(&bytes).unwrap();
            assert_eq!(table.columns, ["Reference", "Title"]);
            assert_eq!(table.rows[0].cells, ["A-1", "Ќосев, \"the\" bridge;\nsecond line"]);
        }
    }

    #[test]
    fn a_full_disk_says_so() {
        struct Full(usize);
        impl Write for Full {
            fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
                self.0 = self.0.checked_sub(bytes.len()).ok_or(io::ErrorKind::StorageFull)?;
                Ok(bytes.len())
            }
            fn flush(&mut self) -> io::Result<()> {
                Ok(())
            }
        }
        let rows = |count: usize| {
            let mut table = TableWriter::begin(Full(10_000), b',')?;
            (0..count).try_for_each(|_| table.row(&["A-1", "The bridge"]))?;
            table.finish().map(drop)
        };
        assert!(rows(10).is_ok());
        for count in [1_000, 100_000] {
            assert_eq!(rows(count).unwrap_err().kind(), io::ErrorKind::StorageFull);
        }
    }

    #[test]
    fn no_cell_is_a_formula() {
        for cell in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1"] {
            assert_eq!(plain(cell), format!("'{cell}"));
        }
        assert_eq!((plain("2026-11-24").as_str(), plain("a=b").as_str(), plain("").as_str()), ("2026-11-24", "a=b", ""));
    }
}
