//! xdomea: everything that a message says of its documents is in the case afterwards.

use std::collections::BTreeSet;
use std::io::{Cursor, Write};

use praesto_app::Handle;
use praesto_contract::*;
use praesto_formats::xdomea::PersonRole;
use praesto_words::{Language, Words};
use zip::write::SimpleFileOptions;

use crate::{Office, refused};

const MESSAGE: &str = "11111111-2222-4333-8444-555555555555_Abgabe.Abgabe.0401.xml";

fn id(n: u32) -> String {
    format!("<x:Identifikation><x:ID>aaaaaaaa-bbbb-4ccc-8ddd-{n:012}</x:ID></x:Identifikation>")
}

fn message(records: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<x:Abgabe.Abgabe.0401 xmlns:x=\"urn:xoev-de:xdomea:schema:3.0.0\"><x:Kopf>\
         <x:ProzessID>11111111-2222-4333-8444-555555555555</x:ProzessID><x:Nachrichtentyp><code>0401</code></x:Nachrichtentyp>\
         <x:Erstellungszeitpunkt>2026-03-01T10:00:00+01:00</x:Erstellungszeitpunkt>\
         <x:Absender><x:Institution><x:Name>Town of Lindau</x:Name></x:Institution></x:Absender>\
         <x:Empfaenger><x:Institution><x:Name>Office</x:Name></x:Institution></x:Empfaenger></x:Kopf>\
         <x:Schriftgutobjekt>{records}</x:Schriftgutobjekt></x:Abgabe.Abgabe.0401>"
    )
}

fn format_of(file: &str, more: &str, signature: &str) -> String {
    format!(
        "<x:Format><x:Name><code>044</code></x:Name><x:Version>1</x:Version><x:Primaerdokument><x:Dateiname>{file}</x:Dateiname>{more}\
         {signature}</x:Primaerdokument></x:Format>"
    )
}

fn version(number: &str, formats: &[String]) -> String {
    format!("<x:Version><x:Nummer>{number}</x:Nummer>{}</x:Version>", formats.concat())
}

/// A letter with three versions out of order, in two formats, signed, with an enclosure; and what the message says of both.
fn letter() -> String {
    let made = "<x:Ersteller>Scan desk</x:Ersteller><x:DatumUhrzeit>2025-02-03T08:00:00Z</x:DatumUhrzeit>";
    let signature = "<x:SignaturSiegel><x:SignaturSiegelDatei>letter.p7s</x:SignaturSiegelDatei></x:SignaturSiegel>";
    let versions = [
        version("3", &[format_of("v3.txt", made, signature), format_of("v3.md", "", "")]),
        version("1", &[format_of("v1.txt", "", "")]),
        version("2", &[format_of("v2.txt", "", ""), format_of("v2.md", "", "")]),
    ];
    let history = "<x:HistorienProtokollInformation><x:Akteur>Clerk One</x:Akteur><x:DatumUhrzeit>2025-02-04T09:30:00</x:DatumUhrzeit>\
                   <x:Aktion>Registered</x:Aktion></x:HistorienProtokollInformation>";
    format!(
        "<x:Vorgang>{}<x:AllgemeineMetadaten><x:Betreff>Enrolment</x:Betreff></x:AllgemeineMetadaten><x:Dokument>{}\
         <x:AllgemeineMetadaten><x:Betreff>Application</x:Betreff><x:Kennzeichen>A-1/7</x:Kennzeichen><x:Bemerkung>urgent</x:Bemerkung>\
         </x:AllgemeineMetadaten><x:FremdesGeschaeftszeichen>theirs-9</x:FremdesGeschaeftszeichen>\
         <x:Posteingangsdatum>2025-02-03</x:Posteingangsdatum><x:Postausgangsdatum>2025-02-07</x:Postausgangsdatum>\
         <x:DatumDesSchreibens>2025-02-01</x:DatumDesSchreibens>{history}{}\
         <x:Anlage>{}<x:AllgemeineMetadaten><x:Betreff>Passport</x:Betreff></x:AllgemeineMetadaten>{}</x:Anlage></x:Dokument></x:Vorgang>",
        id(1),
        id(10),
        versions.concat(),
        id(11),
        version("1", &[format_of("passport.txt", "", "")]),
    )
}

const FILES: [(&str, &str); 7] = [
    ("v1.txt", "the first words"),
    ("v2.txt", "the second words"),
    ("v2.md", "# second"),
    ("v3.txt", "the last words"),
    ("v3.md", "# last"),
    ("letter.p7s", "a signature"),
    ("passport.txt", "a passport"),
];

fn zip(message: &str, files: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in [(MESSAGE, message)].iter().chain(files) {
        writer.start_file(*name, SimpleFileOptions::default()).expect("an entry");
        writer.write_all(bytes.as_bytes()).expect("its bytes");
    }
    writer.finish().expect("a ZIP").into_inner()
}

fn package(office: &Office, name: &str, bytes: impl AsRef<[u8]>) -> ImportSource {
    office.put(name, bytes);
    ImportSource::Xdomea { path: office.path(name).display().to_string() }
}

/// What the versions of an attachment hold, newest first.
fn contents(office: &Office, case: CaseId, attachment: &AttachmentView) -> Vec<String> {
    let read = |version: &AttachmentVersionView| {
        let path = office.path("out");
        let (version, out, reason) = (Some(version.id.clone()), path.display().to_string(), "a test".to_owned());
        let save = AttachmentSave { case, attachment: attachment.id, version, path: out, overwrite: true, reason };
        office.elira.handle(save).expect("it is written out");
        std::fs::read_to_string(path).expect("its text")
    };
    attachment.versions.iter().map(read).collect()
}

#[test]
fn versions_formats_and_signatures_of_a_document_are_in_the_case() {
    let office = Office::found(20_261_221);
    let run = office.run_as_planned(&package(&office, "one.zip", zip(&message(&letter()), &FILES)));
    let case = office.made(&run, "Enrolment");
    let shape: Vec<(&str, usize)> = case.attachments.iter().map(|file| (file.name.as_str(), file.versions.len())).collect();
    assert_eq!(shape, [("v3.txt", 3), ("v3.md", 2), ("letter.p7s", 1), ("passport.txt", 1)]);
    let contents: Vec<Vec<String>> = case.attachments.iter().map(|file| contents(&office, case.id, file)).collect();
    let expected = [
        vec!["the last words", "the second words", "the first words"],
        vec!["# last", "# second"],
        vec!["a signature"],
        vec!["a passport"],
    ];
    assert_eq!(contents, expected, "every version opens, the newest first");
    assert!(case.attachments.iter().flat_map(|file| &file.versions).all(|version| version.apart.is_empty()), "they followed each other");
    assert_eq!(office.sealed_files(), FILES.len(), "every file of the message, each once");
    let again = office.run_as_planned(&package(&office, "one.zip", zip(&message(&letter()), &FILES)));
    assert_eq!((again.new, again.already_here, again.refused), (0, 1, 0));
}

#[test]
fn dates_references_and_fields_of_documents_are_in_the_case() {
    let office = Office::found(20_261_222);
    for (name, bytes) in
        [("with-files.zip", zip(&message(&letter()), &FILES)), ("bare.xml", message(&letter().replace("aaaaaaaa", "bbbbbbbb")).into())]
    {
        let run = office.run_as_planned(&package(&office, name, bytes));
        let case = office.made(&run, "Enrolment");
        let notes: String = case.notes.iter().map(|note| note.text.as_str()).collect::<Vec<_>>().join("\n");
        for said in [
            "Application",
            "A-1/7",
            "theirs-9",
            "urgent",
            "2025-02-01",
            "2025-02-03",
            "2025-02-07",
            "v1.txt",
            "v2.md",
            "v3.txt · 2025-02-03T08:00:00Z · Scan desk",
            "letter.p7s",
            "xdomea:attached-to: Application",
        ] {
            assert!(notes.contains(said), "{said} is missing after {name}:\n{notes}");
        }
        let history: Vec<&str> = case.timeline.iter().filter_map(|row| row.text.as_deref()).collect();
        assert!(
            history.contains(&"2025-02-04T09:30:00 Clerk One: Registered · Application"),
            "a line says when, where no moment can be told, and what it is about: {history:?}"
        );
    }
}

#[test]
fn files_that_the_message_does_not_name_are_named_in_the_report() {
    let office = Office::found(20_261_223);
    let files: Vec<_> = FILES.into_iter().chain([("left/over.txt", "words")]).collect();
    let run = office.run_as_planned(&package(&office, "more.zip", zip(&message(&letter()), &files)));
    assert_eq!((run.new, refused(&run)), (1, vec![("left/over.txt", "not-named")]));
}

#[test]
fn files_that_come_after_their_record_are_named_until_they_are_in_the_case() {
    let office = Office::found(20_261_226);
    let bare = office.run_as_planned(&package(&office, "bare.xml", message(&letter())));
    assert_eq!((bare.new, bare.rows[0].documents, bare.rows[0].missing), (1, 0, 2), "the plan says what is missing");
    let later = package(&office, "later.zip", zip(&message(&letter()), &FILES));
    let run = office.run_as_planned(&later);
    let named = ["v1.txt", "v2.md", "letter.p7s", "passport.txt"].map(|file| (file, "not-in-case"));
    assert_eq!((run.new, run.already_here, refused(&run)), (0, 1, named.to_vec()));
    let case =
        run.rows.iter().find_map(|row| if let RowFate::AlreadyHere { case } = row.fate { Some(case) } else { None }).expect("the case");
    for (name, bytes) in FILES {
        office.put(name, bytes);
    }
    let paths = FILES.map(|(name, _)| office.path(name).display().to_string()).to_vec();
    office.elira.handle(AttachmentAdd { case, paths, version_of: None }).expect("they are attached");
    assert_eq!(office.run_as_planned(&later).refused, 0);
}

#[test]
fn a_message_with_more_than_a_case_takes_is_refused_in_the_plan() {
    let office = Office::found(20_261_224);
    let line = "<x:HistorienProtokollInformation><x:Akteur>Clerk</x:Akteur><x:Aktion>Looked</x:Aktion></x:HistorienProtokollInformation>";
    let history = letter().replace("<x:Dokument>", &format!("{}<x:Dokument>", line.repeat(1001)));
    let run = office.run_as_planned(&package(&office, "long.zip", zip(&message(&history), &FILES)));
    assert_eq!(refused(&run).iter().map(|(_, reason)| *reason).collect::<Vec<_>>(), ["beyond-entries"]);
    assert_eq!(office.sealed_files(), 0, "nothing stays of a case that is refused");
}

#[test]
fn two_fields_of_one_name_are_both_kept() {
    let office = Office::found(20_261_225);
    let field = |value: &str| {
        format!(
            "<x:AnwendungsspezifischeErweiterung><x:Kennung>k</x:Kennung><x:Name>Ext</x:Name><x:Feldgruppe><x:Name>Child</x:Name>\
             <x:Beschreibung/><x:Feld><x:Name>Born</x:Name><x:Wert>{value}</x:Wert></x:Feld></x:Feldgruppe></x:AnwendungsspezifischeErweiterung>"
        )
    };
    let records = letter().replace("</x:Vorgang>", &format!("{}{}</x:Vorgang>", field("2021"), field("2023")));
    let case = office.made(&office.run_as_planned(&package(&office, "fields.zip", zip(&message(&records), &FILES))), "Enrolment");
    let born = case.fields.iter().find(|field| field.field == "Child / Born").expect("the field");
    assert_eq!(born.value, FieldValue::Text("2021 · 2023".into()));
}

/// Every code that the import writes, wherever it comes from: the parts people play, the fields of the standard, the lines about documents.
#[test]
fn what_an_import_writes_in_codes_is_there_in_all_languages() {
    let sources = [
        include_str!("../../../crates/formats/src/xdomea/cases.rs"),
        include_str!("../../../crates/app/src/imports/xdomea.rs"),
        include_str!("../../../crates/app/src/imports/xdomea/papers.rs"),
    ];
    let listed = |source: &'static str| source.split("(\"").skip(1).filter_map(|rest| rest.split_once("\", ")).map(|(code, _)| code);
    let codes: BTreeSet<&str> =
        sources.into_iter().flat_map(listed).filter(|code| code.bytes().all(|sign| matches!(sign, b'a'..=b'z' | b'-'))).collect();
    assert!(codes.len() >= 25 && codes.contains("keep-until") && codes.contains("attached-to"), "{codes:?}");
    let roles = [
        PersonRole::Party,
        PersonRole::Sender,
        PersonRole::Receiver,
        PersonRole::Clerk,
        PersonRole::Author,
        PersonRole::HandedOverBy,
        PersonRole::HandedOverTo,
    ];
    for language in Language::ALL {
        let words = Words::new(language);
        for code in codes.iter().copied().chain(roles.map(PersonRole::code)).chain(["part-of"]) {
            assert!(words.has(&format!("imported-{code}")), "{} has no word for {code}", language.code());
        }
    }
}
