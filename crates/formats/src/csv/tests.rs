use super::*;

fn read(text: &str) -> CsvTable {
    CsvTable::read(text.as_bytes()).unwrap()
}

fn refusal(bytes: &[u8]) -> Refusal {
    CsvTable::read(bytes).unwrap_err().why
}

#[test]
fn the_delimiter_is_found_for_commas_semicolons_and_tabs() {
    for (sign, text) in
        [(',', "a,b\n1,2\n"), (';', "a;b\n1,5;2,5\n"), ('\t', "a\tb\n1\t2\n"), (';', "sep=;\na,x;b\n1;2\n"), ('\t', "sep=\t\na\tb\n1\t2\n")]
    {
        let table = read(text);
        assert_eq!((table.delimiter, table.columns.len(), table.rows.len()), (sign, 2, 1), "{text:?}");
    }
    assert_eq!(read("only\none\n").columns, ["only"]);
    assert_eq!(read("\"a,b,c,d\";x\n\"1,2\";y\n").delimiter, ';', "signs inside quotation marks do not count");
}

#[test]
fn a_bom_is_not_part_of_the_first_title() {
    assert_eq!(read("\u{feff}Titel;Ort\na;b\n").columns, ["Titel", "Ort"]);
}

#[test]
fn bad_rows_are_named_with_their_line_and_good_ones_go_in() {
    let mut bytes =
        b"title;note\r\nfirst;\"two\r\nlines \"\"quoted\"\"\"\r\nshort\r\n\r\nbad \xFF;x\r\nlong;x;y\r\nlast;ok;;\r\n;\r\n".to_vec();
    bytes.extend_from_slice(b"open;\"never closed\r\nmore\r\n");
    let table = CsvTable::read(&bytes).unwrap();
    let rows: Vec<_> = table.rows.iter().map(|row| (row.line, row.cells[0].as_str())).collect();
    assert_eq!(rows, [(2, "first"), (8, "last")]);
    assert_eq!(table.rows[0].cells[1], "two\r\nlines \"quoted\"");
    let refused: Vec<_> = table.refused.iter().map(|row| (row.line, row.reason)).collect();
    assert_eq!(refused, [(4, Refusal::WrongCellCount), (6, Refusal::NotUtf8), (7, Refusal::WrongCellCount), (10, Refusal::OpenQuote)]);
    assert_eq!(table.blank, 1);
}

#[test]
fn lines_are_counted_alike_for_every_line_ending() {
    for end in ["\n", "\r\n", "\r"] {
        let table = read(&["a,b", "1,2", "3", "4,5"].join(end));
        assert_eq!(table.rows.iter().map(|row| row.line).collect::<Vec<_>>(), [2, 4], "{end:?}");
        assert_eq!(table.refused[0].line, 3, "{end:?}");
    }
}

#[test]
fn what_is_no_table_is_refused_by_name() {
    assert_eq!(refusal(b""), Refusal::EmptyTable);
    assert_eq!(refusal(b"\n\n"), Refusal::EmptyTable);
    assert_eq!(refusal(b";;\n1;2;3\n"), Refusal::NotACsv);
    assert_eq!(refusal(b"a,b\n\0,2\n"), Refusal::NotACsv);
    assert_eq!(refusal(b"PK\x03\x04rest"), Refusal::NotACsv);
    assert_eq!(refusal(b"%PDF-1.7\n"), Refusal::NotACsv);
    assert_eq!(refusal(b"\xFF\xFEa\0,\0b\0"), Refusal::TableNotUtf8);
    assert_eq!(refusal(b"\xE4,b\n1,2\n"), Refusal::TableNotUtf8);
    assert_eq!(CsvTable::read(b"a,a\n1,2\n").unwrap_err(), Refused::new(Refusal::DuplicateColumn, "a"), "the heading is named");
    assert_eq!(refusal(b"a,\"b\n1,2\n"), Refusal::OpenQuote);
    assert_eq!(refusal(",x".repeat(256).as_bytes()), Refusal::TooManyColumns);
}

#[test]
fn the_limits_hold() {
    let limits = CsvLimits { file_bytes: 40, rows: 2, cell_bytes: 5, columns: 2 };
    let read = |text: &str| CsvTable::read_within(text.as_bytes(), &limits);
    assert_eq!(read(&"x".repeat(41)).unwrap_err().why, Refusal::TooLarge);
    assert_eq!(read("a,b\n1,2\n3\n4,5\n").unwrap_err().why, Refusal::TooManyRows);
    assert_eq!(read("toolong,b\n").unwrap_err().why, Refusal::CellTooLong);
    assert_eq!(read("a,b\n1,123456\n2,12345\n").unwrap().refused, [RefusedRow { line: 2, reason: Refusal::CellTooLong }]);
}
