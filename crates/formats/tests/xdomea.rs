//! What becomes of a message made for the tests: which records are cases, and that nothing in them is lost.
#![allow(clippy::unwrap_used)]

mod common;

use std::io::{Cursor, Read};

use common::{MESSAGE, PDF, document, id, message, message_of, package, zip};
use jiff::civil::date;
use praesto_formats::Refused;
use praesto_formats::xdomea::{ImportedCase, Level, PersonRole, XdomeaMessage, XdomeaPackage, looks_like_zip};

fn cases(text: &str) -> Vec<ImportedCase> {
    XdomeaMessage::read(text.as_bytes()).unwrap().cases()
}

fn identified(n: u32) -> String {
    format!("<x:Identifikation><x:ID>{}</x:ID></x:Identifikation>", id(n))
}

fn general(subject: &str, reference: &str) -> String {
    format!(
        "<x:AllgemeineMetadaten><x:Betreff>{subject}</x:Betreff><x:Kennzeichen>{reference}</x:Kennzeichen>\
         <x:Federfuehrung>Unit 4</x:Federfuehrung><x:Vertraulichkeitsstufe><code>003</code></x:Vertraulichkeitsstufe></x:AllgemeineMetadaten>"
    )
}

fn person(element: &str, given: &str, family: &str) -> String {
    format!(
        "<x:{element}><x:Name><x:Familienname><x:Name>{family}</x:Name></x:Familienname><x:Vorname><x:Name>{given}</x:Name></x:Vorname></x:Name>\
         <x:Kommunikation><x:Kennung>{given}@example.org</x:Kennung></x:Kommunikation><x:Rolle><code>A</code><name>Applicant</name></x:Rolle></x:{element}>"
    )
}

fn history(at: &str, actor: &str, action: &str) -> String {
    format!(
        "<x:HistorienProtokollInformation><x:MetadatumName>Status</x:MetadatumName><x:MetadatumAlterWert>open</x:MetadatumAlterWert>\
         <x:MetadatumNeuerWert>done</x:MetadatumNeuerWert><x:Akteur>{actor}</x:Akteur><x:DatumUhrzeit>{at}</x:DatumUhrzeit>\
         <x:Bemerkung>checked</x:Bemerkung><x:Aktion>{action}</x:Aktion></x:HistorienProtokollInformation>"
    )
}

/// A file with a process (and a part of it) and a part file without any process.
fn whole() -> String {
    let letter = format!(
        "<x:Dokument>{}{}<x:Posteingangsdatum>2025-02-03</x:Posteingangsdatum><x:DatumDesSchreibens>2025-02-01</x:DatumDesSchreibens>\
         <x:Bearbeiter>Clerk One</x:Bearbeiter>{}\
         <x:Version><x:Nummer>1</x:Nummer><x:Format><x:Name><code>015</code></x:Name><x:Version>1.2</x:Version><x:Primaerdokument>\
         <x:Dateiname>v1.odt</x:Dateiname></x:Primaerdokument></x:Format></x:Version>\
         <x:Version><x:Nummer>2</x:Nummer><x:Format><x:Name><code>044</code></x:Name><x:Version>2b</x:Version><x:Primaerdokument>\
         <x:Dateiname>v2.pdf</x:Dateiname><x:DateinameOriginal>Application.pdf</x:DateinameOriginal><x:Ersteller>Scan desk</x:Ersteller>\
         <x:DatumUhrzeit>2025-02-03T08:00:00Z</x:DatumUhrzeit><x:SignaturSiegel><x:SignaturSiegelDatei>v2.p7s</x:SignaturSiegelDatei></x:SignaturSiegel>\
         </x:Primaerdokument></x:Format></x:Version>\
         <x:Anlage>{}<x:Version><x:Nummer>1</x:Nummer><x:Format><x:Name><code>018</code></x:Name><x:Version>1</x:Version><x:Primaerdokument>\
         <x:Dateiname>passport.pdf</x:Dateiname></x:Primaerdokument></x:Format></x:Version></x:Anlage>{}</x:Dokument>",
        identified(10),
        general("Application", "A-1/1-1"),
        history("2025-02-03T09:00:00+01:00", "Clerk One", "Registered"),
        identified(11),
        person("Absender", "Mira", "Petrova"),
    );
    let step = format!(
        "<x:InternerGeschaeftsgang>{}<x:Beteiligungsschritt><x:Nummer>1</x:Nummer><x:Status><code>003</code></x:Status><x:Verfuegung>{}{}\
         <x:Erstellungsdatum>2025-02-04</x:Erstellungsdatum><x:Erstellungsuhrzeit>07:30:00</x:Erstellungsuhrzeit><x:Verfuegung>Sign</x:Verfuegung>\
         <x:TerminDatum>2025-02-10</x:TerminDatum></x:Verfuegung><x:Bearbeitung>{}<x:Datum>2025-02-05</x:Datum><x:Vermerk>Signed</x:Vermerk>\
         </x:Bearbeitung></x:Beteiligungsschritt></x:InternerGeschaeftsgang>",
        identified(90),
        person("Ersteller", "Ana", "Head"),
        person("Adressat", "Bo", "Deputy"),
        person("Bearbeiter", "Bo", "Deputy"),
    );
    let extra = "<x:AnwendungsspezifischeErweiterung><x:Kennung>k</x:Kennung><x:Name>Ext</x:Name><x:Feldgruppe><x:Name>Child</x:Name>\
         <x:Beschreibung/><x:Feld><x:Name>Born</x:Name><x:Wert>2021</x:Wert></x:Feld></x:Feldgruppe></x:AnwendungsspezifischeErweiterung>\
         <x:AnwendungsspezifischeErweiterungXML><o:Vorgang xmlns:o=\"urn:other\"><x:Betreff>not ours</x:Betreff></o:Vorgang></x:AnwendungsspezifischeErweiterungXML>";
    format!(
        "<x:Akte>{}{}<x:Laufzeit><x:Beginn>2024-01-01</x:Beginn></x:Laufzeit>{}<x:Akteninhalt><x:Vorgang>{}{}<x:ZdA>true</x:ZdA>\
         <x:ZdADatum>2025-03-01</x:ZdADatum><x:Laufzeit><x:Beginn>2025-02-02</x:Beginn></x:Laufzeit>{step}{letter}{}\
         <x:Teilvorgang>{}</x:Teilvorgang>{extra}</x:Vorgang><x:Teilakte>{}{}</x:Teilakte></x:Akteninhalt>{}</x:Akte>",
        identified(1),
        general("Petrova family", "A-1"),
        history("2024-01-02T09:00:00Z", "Archivist", "Opened"),
        identified(2),
        general("Enrolment", "A-1/1"),
        person("Kontakt", "Mira", "Petrova"),
        identified(3),
        identified(4),
        general("Old papers", "A-1 II"),
        person("Kontakt", "Neighbour", "Next"),
    )
}

#[test]
fn each_process_and_each_file_without_one_is_a_case_in_its_place() {
    let cases = cases(&message(&whole()));
    let shape: Vec<_> = cases.iter().map(|case| (case.stable_id.clone(), case.title.as_str(), case.part_of.len())).collect();
    assert_eq!(shape, [(id(2), "Enrolment", 1), (id(3), id(3).as_str(), 2), (id(4), "Old papers", 1)]);
    assert_eq!(cases[1].part_of.iter().map(|above| above.level).collect::<Vec<_>>(), [Level::File, Level::Process]);
    assert_eq!(cases[2].part_of[0].title, "Petrova family");
}

#[test]
fn dates_people_documents_history_and_fields_of_a_process_come_out() {
    let case = cases(&message(&whole())).remove(0);
    assert_eq!(
        (case.received, case.from, case.closed, case.closed_on),
        (Some(date(2025, 2, 3)), Some(date(2025, 2, 2)), true, Some(date(2025, 3, 1)))
    );
    let people: Vec<_> = case.people.iter().map(|person| (person.name.as_str(), person.role)).collect();
    for expected in [
        ("Mira Petrova", PersonRole::Party),
        ("Mira Petrova", PersonRole::Sender),
        ("Bo Deputy", PersonRole::Clerk),
        ("Clerk One", PersonRole::Clerk),
        ("Scan desk", PersonRole::Author),
        ("Neighbour Next", PersonRole::Party),
        ("Town of Lindau", PersonRole::HandedOverBy),
        ("Office", PersonRole::HandedOverTo),
    ] {
        assert!(people.contains(&expected), "{expected:?} is missing from {people:?}");
    }
    let mira = &case.people[0];
    assert_eq!((mira.role_named.as_deref(), mira.contact.as_deref()), (Some("Applicant"), Some("Mira@example.org")));
    let history: Vec<_> =
        case.history.iter().map(|line| (line.at.unwrap().day.to_string(), line.actor.as_str(), line.text.as_str())).collect();
    assert_eq!(
        history,
        [
            ("2024-01-02".to_owned(), "Archivist", "Opened · Status: open → done · checked"),
            ("2025-02-03".to_owned(), "Clerk One", "Registered · Status: open → done · checked"),
            ("2025-02-04".to_owned(), "Ana Head", "Sign → Bo Deputy → 2025-02-10"),
            ("2025-02-05".to_owned(), "Bo Deputy", "Signed"),
            ("2026-03-01".to_owned(), "Town of Lindau", "xdomea 0401 Abgabe.Abgabe"),
        ]
    );
    assert_eq!(case.history[1].at.unwrap().timestamp().unwrap().to_string(), "2025-02-03T08:00:00Z");
    for (key, value) in [
        ("xdomea:lead", "Unit 4"),
        ("xdomea:secrecy", "003"),
        ("Child / Born", "2021"),
        ("xdomea:above:from", "2024-01-01"),
        ("xdomea:system", "Records 7"),
    ] {
        assert!(case.fields.contains(&(key.to_owned(), value.to_owned())), "{key} is missing from {:?}", case.fields);
    }
    assert!(!format!("{case:?}").contains("not ours"), "other namespaces are not read");
}

#[test]
fn documents_keep_their_versions_attachments_and_signatures() {
    let case = cases(&message(&whole())).remove(0);
    let [letter, passport] = case.documents.as_slice() else { panic!("two documents: {:?}", case.documents) };
    assert_eq!((letter.name.as_str(), letter.date), ("Application", Some(date(2025, 2, 1))));
    assert_eq!((letter.file.as_deref(), letter.media_type.as_deref()), (Some("v2.pdf"), Some("application/pdf")));
    let versions: Vec<_> = letter.versions.iter().map(|version| (version.number.as_str(), version.name.as_str())).collect();
    assert_eq!(versions, [("1", "v1.odt"), ("2", "Application.pdf")]);
    assert_eq!(letter.versions[1].signatures, ["v2.p7s"]);
    assert_eq!((passport.attached_to.as_deref(), passport.file.as_deref()), (Some(id(10).as_str()), Some("passport.pdf")));
    let message = XdomeaMessage::read(message(&whole()).as_bytes()).unwrap();
    assert_eq!(message.files(), ["v1.odt", "v2.pdf", "v2.p7s", "passport.pdf"]);
}

#[test]
fn versions_are_in_the_order_of_their_numbers_with_their_formats_together() {
    let format = |file: &str| {
        format!(
            "<x:Format><x:Name><code>044</code></x:Name><x:Version>1</x:Version><x:Primaerdokument><x:Dateiname>{file}</x:Dateiname>\
             </x:Primaerdokument></x:Format>"
        )
    };
    let version = |number: &str, formats: &[&str]| {
        format!("<x:Version><x:Nummer>{number}</x:Nummer>{}</x:Version>", formats.iter().map(|file| format(file)).collect::<String>())
    };
    let versions = [version("10", &["c.odt", "c.pdf"]), version("9", &["b.odt"]), version("2", &["a.odt", "a.pdf"])].concat();
    let case = cases(&message(&format!("<x:Dokument>{}{versions}</x:Dokument>", identified(1)))).remove(0);
    let document = &case.documents[0];
    let order: Vec<_> = document.versions.iter().map(|version| (version.number.as_str(), version.format, version.file.as_str())).collect();
    assert_eq!(order, [("2", 0, "a.odt"), ("2", 1, "a.pdf"), ("9", 0, "b.odt"), ("10", 0, "c.odt"), ("10", 1, "c.pdf")]);
    assert_eq!(document.file.as_deref(), Some("c.odt"));
}

#[test]
fn any_prefix_and_the_default_namespace_mean_the_same() {
    let plain = cases(&message(&whole()));
    assert_eq!(cases(&message(&whole()).replace("x:", "records:").replace("xmlns:x=", "xmlns:records=")), plain);
    let default = message(&whole()).replace("<x:", "<").replace("</x:", "</").replace("xmlns:x=", "xmlns=");
    assert_eq!(cases(&default), plain);
}

#[test]
fn cover_letters_go_to_the_only_case_and_are_cases_beside_several() {
    let cover = document(7, "cover.pdf").replace("x:Dokument", "x:Anschreiben");
    let one = |records: &str| {
        let records = format!("{cover}<x:Schriftgutobjekt>{records}</x:Schriftgutobjekt>");
        cases(&message_of("Abgabe.Abgabe.0401", &records))
    };
    let single = one(&document(1, "a.pdf"));
    assert_eq!((single.len(), single[0].documents.len()), (1, 2));
    assert_eq!(one(&format!("{}{}", document(1, "a.pdf"), document(2, "b.pdf"))).len(), 3);
}

#[test]
fn many_lines_of_one_file_are_not_copied_into_every_case() {
    let lines = history("2024-01-02T09:00:00Z", "Archivist", "Opened").repeat(2000);
    let processes: String = (10..110).map(|n| format!("<x:Vorgang>{}</x:Vorgang>", identified(n))).collect();
    let cases = cases(&message(&format!("<x:Akte>{}{lines}<x:Akteninhalt>{processes}</x:Akteninhalt></x:Akte>", identified(1))));
    assert_eq!(cases.len(), 101, "the file becomes a case to hold its history");
    assert_eq!((cases[0].history.len(), cases[1].history.len()), (2001, 1));
}

#[test]
fn entities_of_xml_itself_are_read_and_the_same_message_gives_the_same_cases() {
    let text = message(&whole().replace("Enrolment", "A &amp; B &lt;&#x17E;&gt; <![CDATA[& C]]>"));
    assert_eq!(cases(&text)[0].title, "A & B <ž> & C");
    assert_eq!(cases(&text), cases(&text));
}

#[test]
fn a_zip_gives_its_documents_bit_by_bit_and_names_what_is_left_over() {
    let bytes = package(PDF, &[("left/", b""), ("left/over.txt", b"words")]);
    assert!(looks_like_zip(&bytes) && !looks_like_zip(b"<?xml"));
    let mut package = XdomeaPackage::open(Cursor::new(bytes)).unwrap();
    assert_eq!(package.unnamed(), ["left/over.txt"]);
    assert_eq!(package.stated_size("a.pdf"), Some(PDF.len() as u64));
    package.check().unwrap();
    let mut read = Vec::new();
    let mut reader = package.document("a.pdf").unwrap();
    assert_eq!(reader.first(), PDF);
    let mut few = [0; 3];
    loop {
        match reader.read(&mut few).map_err(Refused::from_io).unwrap() {
            0 => break,
            n => read.extend_from_slice(&few[..n]),
        }
    }
    drop(reader);
    assert_eq!(read, PDF);
    let name = package.message_name().to_owned();
    assert_eq!(name, MESSAGE);
    assert!(package.read(&name).unwrap().starts_with(b"<?xml"), "the message can be kept with the cases");
}

#[test]
fn a_message_in_a_folder_of_the_zip_finds_its_files_beside_it() {
    let text = message(&document(1, "a.pdf"));
    let inner = format!("out/{MESSAGE}");
    let bytes = zip(&[("out/", b""), (&inner, text.as_bytes()), ("out/a.pdf", PDF), ("other/a.pdf", b"%PDF-1.0 another")]);
    let mut package = XdomeaPackage::open(Cursor::new(bytes)).unwrap();
    assert_eq!(package.read("a.pdf").unwrap(), PDF);
    assert_eq!(package.unnamed(), ["other/a.pdf"]);
}

#[test]
fn documents_longer_than_what_is_looked_at_first_come_out_whole() {
    let long: Vec<u8> = b"%PDF-1.7\n".iter().copied().chain((0..200_000_u32).flat_map(u32::to_le_bytes)).collect();
    let mut package = XdomeaPackage::open(Cursor::new(package(&long, &[]))).unwrap();
    assert!(package.read("a.pdf").unwrap() == long, "every byte and no other");
    assert!(package.read("a.pdf").unwrap() == long, "a second time as well");
}
