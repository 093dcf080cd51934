//! Whatever the bytes, reading returns; what we write reads back.
#![allow(clippy::unwrap_used)]

mod common;

use common::{PDF, document, message, package};
use praesto_formats::csv::{CsvTable, parse_day};
use praesto_formats::{contradicts, folder, fuzzing, media_type_of, names};
use proptest::prelude::*;

/// Bytes of a good file with some of them changed, cut or doubled.
fn damaged(base: Vec<u8>) -> impl Strategy<Value = Vec<u8>> {
    let len = base.len();
    (proptest::collection::vec((0..len, any::<u8>()), 0..12), 0..=len, proptest::option::of((0..len, 0..len))).prop_map(
        move |(changes, cut, doubled)| {
            let mut bytes = base.clone();
            for (at, byte) in changes {
                bytes[at] = byte;
            }
            if let Some((a, b)) = doubled {
                let piece = bytes[a.min(b)..a.max(b)].to_vec();
                bytes.splice(a..a, piece);
            } else if cut % 4 == 0 {
                bytes.truncate(cut);
            }
            bytes
        },
    )
}

fn cell() -> impl Strategy<Value = String> {
    "[a-zа-шë ,;\t\"\r\n]{0,12}"
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..2000)) {
        fuzzing::fuzz_csv(&bytes);
        fuzzing::fuzz_xdomea(&bytes);
        contradicts("a.pdf", &bytes);
        media_type_of(&String::from_utf8_lossy(&bytes), &bytes);
    }

    #[test]
    fn a_damaged_message_never_panics(bytes in damaged(message(&document(1, "a.pdf")).into_bytes())) {
        fuzzing::fuzz_xdomea(&bytes);
    }

    #[test]
    fn a_damaged_zip_never_panics(bytes in damaged(package(PDF, &[("b/", b""), ("b/c.txt", b"words")]))) {
        fuzzing::fuzz_xdomea(&bytes);
    }

    #[test]
    fn any_table_like_text_never_panics(text in "([a-z\"]{0,3}[,;\t\r\n\"]){0,60}") {
        fuzzing::fuzz_csv(text.as_bytes());
    }

    #[test]
    fn any_names_never_panic_and_come_out_safe(paths in proptest::collection::vec("\\PC{0,20}(/\\PC{0,20}){0,3}", 0..8), text in "\\PC*") {
        for case in folder::plan(&paths).cases {
            prop_assert!(!case.title.is_empty() && !case.documents.is_empty());
        }
        let safe = names::safe_name(&text);
        prop_assert!(!safe.is_empty() && safe.chars().count() <= 200 && !safe.contains(['/', '\\', '\0']));
        parse_day(&text);
    }

    #[test]
    fn a_table_we_write_reads_back(
        rows in proptest::collection::vec(proptest::collection::vec(cell(), 3), 0..20),
        delimiter in proptest::sample::select(vec![b',', b';', b'\t']),
        bom in any::<bool>(),
    ) {
        let mut bytes = if bom { b"\xEF\xBB\xBF".to_vec() } else { Vec::new() };
        let mut writer = csv::WriterBuilder::new().delimiter(delimiter).quote_style(csv::QuoteStyle::Always).from_writer(&mut bytes);
        writer.write_record(["first", "second", "third"]).unwrap();
        for row in &rows {
            writer.write_record(row).unwrap();
        }
        writer.flush().unwrap();
        drop(writer);
        let table = CsvTable::read(&bytes).unwrap();
        prop_assert_eq!(table.delimiter, char::from(delimiter));
        prop_assert!(table.refused.is_empty());
        let blank = |row: &&Vec<String>| row.iter().all(String::is_empty);
        let read: Vec<_> = table.rows.iter().map(|row| &row.cells).collect();
        prop_assert_eq!(read, rows.iter().filter(|row| !blank(row)).collect::<Vec<_>>());
        prop_assert_eq!(table.blank as usize, rows.iter().filter(blank).count());
    }
}

#[test]
#[ignore = "writes the fuzzer's seeds of this crate anew"]
fn write_the_seeds_anew() {
    let seeds: [(&str, Vec<u8>); 8] = [
        ("xdomea/message.xml", message(&document(1, "a.pdf")).into_bytes()),
        ("xdomea/package.zip", package(PDF, &[])),
        ("xdomea/more-than-named.zip", package(PDF, &[("b/", b""), ("b/c.txt", b"words")])),
        ("xdomea/not-a-pdf.zip", package(b"MZ", &[])),
        ("csv/comma.csv", b"Title,Received\nRoof of the library,2026-10-12\n\"Rose Hill, playground\",3.11.2026\n".to_vec()),
        ("csv/semicolon.csv", "\u{feff}Наслов;Датум\r\nКровот;12.10.2026\r\n;\r\nshort\r\n".as_bytes().to_vec()),
        ("csv/stated-tab.csv", b"sep=\t\na\tb\n1\t\"2\n3\"\n".to_vec()),
        ("csv/open-quote.csv", b"a,b\n1,2\n\"3,4\n".to_vec()),
    ];
    for (name, bytes) in seeds {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/corpus").join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }
}
