//! Messages and ZIPs made for the tests.
#![allow(dead_code, clippy::unwrap_used)]

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;

pub(crate) const PDF: &[u8] = b"%PDF-1.7\nmade for a test\n%%EOF\n";
pub(crate) const PROCESS: &str = "11111111-2222-4333-8444-555555555555";

/// A UUID that differs in its last digits.
pub(crate) fn id(n: u32) -> String {
    format!("aaaaaaaa-bbbb-4ccc-8ddd-{n:012}")
}

pub(crate) fn header(kind: &str) -> String {
    format!(
        "<x:Kopf><x:ProzessID>{PROCESS}</x:ProzessID><x:Nachrichtentyp><code>{kind}</code></x:Nachrichtentyp>\
         <x:Erstellungszeitpunkt>2026-03-01T10:00:00+01:00</x:Erstellungszeitpunkt>\
         <x:Absender><x:Institution><x:Name>Town of Lindau</x:Name></x:Institution></x:Absender>\
         <x:Empfaenger><x:Institution><x:Name>Office</x:Name></x:Institution></x:Empfaenger>\
         <x:SendendesSystem><x:Produktname>Records</x:Produktname><x:Version>7</x:Version></x:SendendesSystem></x:Kopf>"
    )
}

/// A whole message of a kind such as `Abgabe.Abgabe.0401` around the given content.
pub(crate) fn message_of(name: &str, body: &str) -> String {
    let kind = name.rsplit('.').next().unwrap();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<x:{name} xmlns:x=\"urn:xoev-de:xdomea:schema:3.0.0\">{}{body}</x:{name}>",
        header(kind)
    )
}

/// A handover (0401) of the given records.
pub(crate) fn message(records: &str) -> String {
    message_of("Abgabe.Abgabe.0401", &format!("<x:Schriftgutobjekt>{records}</x:Schriftgutobjekt>"))
}

/// A document with one file.
pub(crate) fn document(n: u32, file: &str) -> String {
    format!(
        "<x:Dokument><x:Identifikation><x:ID>{}</x:ID></x:Identifikation><x:Version><x:Nummer>1</x:Nummer><x:Format><x:Name><code>044</code></x:Name>\
         <x:Version>1b</x:Version><x:Primaerdokument><x:Dateiname>{file}</x:Dateiname></x:Primaerdokument></x:Format></x:Version></x:Dokument>",
        id(n)
    )
}

/// Name of a message in a ZIP.
pub(crate) const MESSAGE: &str = "11111111-2222-4333-8444-555555555555_Abgabe.Abgabe.0401.xml";

/// A deflated ZIP of the given entries.
pub(crate) fn zip(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in entries {
        let options = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
        if name.ends_with('/') {
            writer.add_directory(*name, options).unwrap();
        } else {
            writer.start_file(*name, options).unwrap();
            writer.write_all(bytes).unwrap();
        }
    }
    writer.finish().unwrap().into_inner()
}

/// A ZIP with a message about one document called `a.pdf`, the given bytes for it, and further entries.
pub(crate) fn package(pdf: &[u8], more: &[(&str, &[u8])]) -> Vec<u8> {
    let message = message(&document(1, "a.pdf"));
    let mut entries = vec![(MESSAGE, message.as_bytes()), ("a.pdf", pdf)];
    entries.extend_from_slice(more);
    zip(&entries)
}

/// Where the central-directory record of the `n`-th entry begins.
pub(crate) fn central(bytes: &[u8], n: usize) -> usize {
    bytes.windows(4).enumerate().filter(|(_, four)| *four == b"PK\x01\x02").map(|(at, _)| at).nth(n).unwrap()
}

/// Overwrites bytes.
pub(crate) fn patch(bytes: &mut [u8], at: usize, with: &[u8]) {
    bytes[at..at + with.len()].copy_from_slice(with);
}
