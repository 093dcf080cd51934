//! Each refusal is provoked by bytes made for it.
#![allow(clippy::unwrap_used)]

mod common;

use std::collections::BTreeSet;
use std::io::{self, Cursor, Read, Seek, SeekFrom};

use common::{MESSAGE, PDF, central, document, id, message, message_of, package, patch, zip};
use praesto_formats::csv::{CsvLimits, CsvTable};
use praesto_formats::folder;
use praesto_formats::xdomea::{Limits, XdomeaMessage, XdomeaPackage};
use praesto_formats::{Refusal, Refused};

fn xml(text: &str) -> Refusal {
    XdomeaMessage::read(text.as_bytes()).unwrap_err().why
}

fn opened(bytes: Vec<u8>) -> Refusal {
    XdomeaPackage::open(Cursor::new(bytes)).unwrap_err().why
}

fn checked(bytes: Vec<u8>) -> Refusal {
    XdomeaPackage::open(Cursor::new(bytes)).unwrap().check().unwrap_err().why
}

fn within(bytes: Vec<u8>, limits: Limits) -> Refusal {
    let package = XdomeaPackage::open_within(Cursor::new(bytes), limits);
    package.and_then(|mut package| package.check()).unwrap_err().why
}

fn record(inside: &str) -> String {
    message(&format!("<x:Vorgang><x:Identifikation><x:ID>{}</x:ID></x:Identifikation>{inside}</x:Vorgang>", id(1)))
}

/// A disk that fails.
struct Broken;

impl Read for Broken {
    fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
        Err(io::Error::from(io::ErrorKind::PermissionDenied))
    }
}

impl Seek for Broken {
    fn seek(&mut self, _: SeekFrom) -> io::Result<u64> {
        Ok(0)
    }
}

#[test]
fn xml_that_is_unsafe_or_no_message_is_refused_by_name() {
    let good = message(&document(1, "a.pdf"));
    assert!(XdomeaMessage::read(good.as_bytes()).is_ok(), "the message all others are made from is good");
    let body = good.split_once('\n').unwrap().1;
    assert_eq!(xml(&format!("<!DOCTYPE a [<!ENTITY b \"c\">]>{body}")), Refusal::XmlDoctype);
    assert_eq!(xml(&format!("<!DOCTYPE a SYSTEM \"file:///etc/passwd\">{body}")), Refusal::XmlDoctype);
    assert_eq!(xml(&good.replace("Office", "&secret;")), Refusal::XmlEntity);
    assert_eq!(xml(&good.replace("Office", "&#0;")), Refusal::XmlMalformed);
    assert_eq!(xml(&good.replace("Office", "\u{1}")), Refusal::XmlMalformed);
    assert_eq!(xml(&good.replace("</x:Kopf>", "</x:Kop>")), Refusal::XmlMalformed);
    assert_eq!(xml(&format!("{good}{body}")), Refusal::XmlMalformed);
    assert_eq!(xml(&good[..good.len() - 40]), Refusal::Truncated);
    assert_eq!(xml(&good.replace("encoding=\"UTF-8\"", "encoding=\"ISO-8859-1\"")), Refusal::NotUtf8);
    assert_eq!(XdomeaMessage::read(b"\xFF\xFE<\0").unwrap_err().why, Refusal::NotUtf8);
    assert_eq!(XdomeaMessage::read(b"<a>\xE4</a>").unwrap_err().why, Refusal::NotUtf8);
    for other in ["", "words", "<a/>", "<html><body/></html>", "<Aussonderung.Aussonderung.0503 xmlns=\"urn:other\"/>"] {
        assert_eq!(xml(other), Refusal::NotXdomea, "{other}");
    }
    for space in ["urn:xoev-de:xdomea:schema:2.4.0", "urn:xoev-de:xdomea:schema:4.0.0", "http://www.xdomea.de/V2.1.0"] {
        let refused = XdomeaMessage::read(good.replace("urn:xoev-de:xdomea:schema:3.0.0", space).as_bytes()).unwrap_err();
        assert_eq!(refused.why, Refusal::VersionUnsupported, "{space}");
        assert!(space.ends_with(&refused.what), "the version is named");
    }
    assert_eq!(xml(&message_of("Aussonderung.AnbietungEmpfangBestaetigen.0504", "")), Refusal::KindUnsupported);
    assert_eq!(xml(&good.replace("<code>0401</code>", "<code>0503</code>")), Refusal::KindMismatch);
}

#[test]
fn nonsense_in_a_message_is_refused_by_name() {
    assert_eq!(xml(&message(&document(1, "a.pdf").replace(&id(1), "1"))), Refusal::BadId);
    assert_eq!(xml(&message(&document(1, "a.pdf").replace("<x:ID>", "<x:Nr>").replace("</x:ID>", "</x:Nr>"))), Refusal::BadId);
    let twice = format!("{}</x:Schriftgutobjekt><x:Schriftgutobjekt>{}", document(1, "a.pdf"), document(1, "b.pdf"));
    assert_eq!(xml(&message(&twice)), Refusal::DuplicateId);
    let upper = twice.replacen("aaaaaaaa", "AAAAAAAA", 1);
    assert_eq!(xml(&message(&upper)), Refusal::DuplicateId, "ids differ in more than letter case");
    assert_eq!(xml(&record("<x:Laufzeit><x:Beginn>2026-02-30</x:Beginn></x:Laufzeit>")), Refusal::BadDate);
    for path in ["../a.pdf", "/a.pdf", "C:\\a.pdf", "sub/a.pdf", ".."] {
        assert_eq!(xml(&message(&document(1, path))), Refusal::PathTraversal, "{path}");
    }
    assert_eq!(xml(&message(&document(1, &"a".repeat(256)))), Refusal::NameTooLong);
    assert_eq!(xml(&message(&document(1, "a&#10;b"))), Refusal::BadName);
    let deep = (0..9).fold(String::new(), |inside, n| {
        format!("<x:Teilvorgang><x:Identifikation><x:ID>{}</x:ID></x:Identifikation>{inside}</x:Teilvorgang>", id(n + 10))
    });
    assert_eq!(xml(&record(&deep)), Refusal::TooDeep);
    assert_eq!(xml(&record(&format!("{}{}", "<x:a>".repeat(80), "</x:a>".repeat(80)))), Refusal::TooDeep);
}

#[test]
fn limits_of_a_message_hold() {
    let small = |limits: Limits| XdomeaMessage::read_within(record("").as_bytes(), &limits).unwrap_err().why;
    assert_eq!(small(Limits { message_bytes: 100, ..Limits::default() }), Refusal::TooLarge);
    assert_eq!(small(Limits { elements: 5, ..Limits::default() }), Refusal::TooManyElements);
    assert_eq!(small(Limits { depth: 2, ..Limits::default() }), Refusal::TooDeep);
    assert_eq!(small(Limits { text_bytes: 10, ..Limits::default() }), Refusal::TextTooLong);
}

#[test]
fn zips_that_could_do_harm_are_refused_before_anything_is_unpacked() {
    for name in ["../evil.pdf", "/evil.pdf", "a/../../evil.pdf", "C:/evil.pdf", "a\\evil.pdf"] {
        assert_eq!(opened(package(PDF, &[(name, PDF)])), Refusal::PathTraversal, "{name}");
    }
    assert_eq!(opened(package(PDF, &[(&"n".repeat(300), PDF)])), Refusal::NameTooLong);
    assert_eq!(opened(package(PDF, &[(&"d/".repeat(20), b"")])), Refusal::TooDeep);
    assert_eq!(opened(package(PDF, &[("bell\u{7}.pdf", PDF)])), Refusal::BadName);
    assert_eq!(opened(package(PDF, &[("A.PDF", PDF)])), Refusal::DuplicateName);
    assert_eq!(opened(package(PDF, &[("inner.zip", &zip(&[("x", b"y")]))])), Refusal::NestedZip);
    assert_eq!(opened(package(PDF, &[("zeros.bin", &vec![0; 8 << 20])])), Refusal::Bomb);
    let mut same = package(PDF, &[("b.pdf", PDF)]);
    let at = central(&same, 2);
    patch(&mut same, at + 46, b"a");
    assert_eq!(opened(same), Refusal::DuplicateName);
    let many: Vec<String> = (0..20).map(|n| format!("{n}.txt")).collect();
    let many: Vec<(&str, &[u8])> = many.iter().map(|name| (name.as_str(), &b"x"[..])).collect();
    assert_eq!(within(package(PDF, &many), Limits { entries: 20, ..Limits::default() }), Refusal::TooManyEntries);
    assert_eq!(within(package(PDF, &[]), Limits { document_bytes: 20, ..Limits::default() }), Refusal::TooLarge);
    assert_eq!(within(package(PDF, &[]), Limits { total_bytes: 20, ..Limits::default() }), Refusal::TooLarge);
}

#[test]
fn marks_in_the_headers_of_a_zip_are_heeded() {
    let base = package(PDF, &[("b.pdf", PDF)]);
    let at = central(&base, 1);
    let patched = |offset: usize, with: &[u8]| {
        let mut bytes = base.clone();
        patch(&mut bytes, at + offset, with);
        bytes
    };
    assert_eq!(opened(patched(8, &[1])), Refusal::EncryptedZip);
    assert_eq!(opened(patched(10, &[12])), Refusal::CompressionUnsupported);
    let mut link = patched(5, &[3]);
    patch(&mut link, at + 38, &(0o120_777_u32 << 16).to_le_bytes());
    assert_eq!(opened(link), Refusal::Symlink);
    // Both documents made from the same packed bytes.
    let first = base[at + 42..at + 46].to_vec();
    let mut overlap = base.clone();
    patch(&mut overlap, central(&base, 2) + 42, &first);
    assert_eq!(opened(overlap), Refusal::Bomb);
}

#[test]
fn headers_that_lie_are_found_out_while_reading() {
    let zeros = vec![0; 8 << 20];
    let more: &[u8] = &zeros;
    let mut small = zip(&[(MESSAGE, message(&document(1, "a.bin")).as_bytes()), ("a.bin", more)]);
    let at = central(&small, 1);
    patch(&mut small, at + 24, &1000_u32.to_le_bytes());
    assert_eq!(checked(small), Refusal::Damaged, "no more is unpacked than was stated, and that is not the file");
    let mut large = package(PDF, &[]);
    let at = central(&large, 1);
    patch(&mut large, at + 24, &1000_u32.to_le_bytes());
    assert_eq!(checked(large), Refusal::Truncated, "less comes out than was stated");
    let mut wrong = package(PDF, &[]);
    let at = central(&wrong, 1);
    patch(&mut wrong, at + 16, &[1, 2, 3, 4]);
    assert_eq!(checked(wrong), Refusal::Damaged, "the checksum is another");
    assert_eq!(opened(package(PDF, &[])[..200].to_vec()), Refusal::Damaged);
}

#[test]
fn what_a_zip_must_hold_is_missed_by_name() {
    let text = message(&document(1, "a.pdf"));
    let text = text.as_bytes();
    assert_eq!(opened(zip(&[(MESSAGE, text)])), Refusal::MissingFile);
    assert_eq!(opened(zip(&[("a.pdf", PDF)])), Refusal::MessageMissing);
    assert_eq!(opened(zip(&[("a.xml", text), ("b.xml", text)])), Refusal::MessageAmbiguous);
    assert_eq!(opened(b"%PDF-1.7".to_vec()), Refusal::WrongType);
    assert_eq!(opened(vec![]), Refusal::WrongType);
    assert_eq!(checked(package(b"MZ\x90\0\x03\0\0\0", &[])), Refusal::WrongType);
    assert_eq!(checked(package(b"<html><script>", &[])), Refusal::WrongType);
    assert_eq!(checked(package(&zip(&[("x", b"y")]), &[])), Refusal::NestedZip);
    assert_eq!(XdomeaPackage::open(Broken).unwrap_err().why, Refusal::Unreadable);
    let mut package = XdomeaPackage::open(Cursor::new(package(PDF, &[]))).unwrap();
    assert_eq!(package.read("other.pdf").unwrap_err(), Refused::new(Refusal::MissingFile, "other.pdf"));
}

#[test]
fn no_reason_stands_in_the_list_without_bytes_that_provoke_it() {
    // The reasons asserted in this file and in the unit tests of tables and folders, by reading the tests themselves.
    let tests = [
        include_str!("refusals.rs"),
        include_str!("../src/csv/tests.rs"),
        include_str!("../src/folder.rs"),
        include_str!("../src/mail.rs"),
    ]
    .concat();
    let missing: BTreeSet<_> = Refusal::ALL.iter().filter(|why| !tests.contains(&format!("Refusal::{why:?}"))).collect();
    assert!(missing.is_empty(), "never provoked: {missing:?}");
}

#[test]
fn a_bad_table_and_a_bad_folder_give_the_same_named_reasons() {
    let limits = CsvLimits { file_bytes: 3, ..CsvLimits::default() };
    assert_eq!(CsvTable::read_within(b"a,b\n", &limits).unwrap_err().why, Refusal::TooLarge);
    assert_eq!(folder::plan(&["../a.pdf".to_owned()]).skipped[0].reason, Refusal::PathTraversal);
}
