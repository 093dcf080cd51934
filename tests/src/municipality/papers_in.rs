//! What a municipality imports: files that the project makes itself, by every way there is, and messages that somebody names.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use base64::{Engine, prelude::BASE64_STANDARD};
use praesto_app::{Handle, Host, Praesto};
use praesto_contract::*;

use crate::papers::{mail, pdf};

/// Tables and folders that are kept with the tests.
const KEPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/sample-office");

/// Subjects and words of mails that wait to be taken in.
const MAILS: [(&str, &str); 4] = [
    (
        "Street lamp out at Rose Hill 12",
        "Good morning,\r\nthe lamp in front of number 12 has been out for a week. The way to the kindergarten is dark.",
    ),
    ("Straßenfest am Mühlplatz", "Guten Tag,\r\nwir planen ein Fest auf dem Platz und bitten um Auskunft, was dafür nötig ist."),
    ("Demande de bac de tri", "Bonjour,\r\nnotre immeuble compte six familles et un seul bac. Pouvez-vous en livrer un second\u{a0}?"),
    ("Kërkesë për informacion", "Përshëndetje,\r\ndesha të di kur fillon regjistrimi në kopsht për vitin e ardhshëm."),
];

/// Makes the files that the project imports in this folder, and says what there is to import.
///
/// # Panics
/// If the folder cannot be written.
pub fn own_papers(folder: &Path) -> Vec<ImportSource> {
    let mails = folder.join("mails");
    fs::create_dir_all(&mails).expect("a folder for mails can be made");
    for (number, (subject, text)) in MAILS.iter().enumerate() {
        let page = pdf(&[subject]);
        let subject = format!("=?utf-8?B?{}?=", BASE64_STANDARD.encode(subject));
        let bytes = mail(&format!("sample-{number}@example.org"), &subject, text, &[("page.pdf", &page)]);
        fs::write(mails.join(format!("{number}.eml")), bytes).expect("a mail can be written");
    }
    let message = folder.join("11111111-2222-4333-8444-555555555555_Abgabe.Abgabe.0401.xml");
    fs::write(&message, xdomea()).expect("a message can be written");
    let kept = Path::new(KEPT);
    let mapping = fs::read_to_string(kept.join("cases.map.json")).expect("the mapping is kept");
    let mapping: BTreeMap<String, ColumnTarget> = serde_json::from_str(&mapping).expect("the mapping is one");
    let path = |path: &Path| path.to_string_lossy().into_owned();
    vec![
        ImportSource::Csv { path: path(&kept.join("cases.csv")), mapping },
        ImportSource::Folder { path: path(&kept.join("documents")) },
        ImportSource::Mail { paths: vec![path(&mails)] },
        ImportSource::Xdomea { path: path(&message) },
    ]
}

/// The xdomea messages of a folder of samples.
pub(super) fn messages(samples: &Path) -> Vec<ImportSource> {
    let listed = fs::read_dir(samples.join("xdomea-3.0.0/messages"));
    let mut found: Vec<PathBuf> = listed.into_iter().flatten().filter_map(|entry| Some(entry.ok()?.path())).collect();
    found.retain(|path| path.extension().is_some_and(|end| end == "xml" || end == "zip"));
    found.sort();
    found.iter().map(|path| ImportSource::Xdomea { path: path.to_string_lossy().into_owned() }).collect()
}

/// Imports all of it. Gives how many cases came in.
///
/// # Errors
/// The first refusal of a whole source.
pub fn import<H: Host>(computer: &Praesto<H>, sources: &[ImportSource]) -> Result<u64, ApiError> {
    sources.iter().try_fold(0, |found, source| Ok(found + computer.handle(ImportRun { source: source.clone() })?.new))
}

/// A message of a neighbouring town that hands two files over, one of them closed.
fn xdomea() -> String {
    let record = |number: u32, subject: &str, reference: &str, closed: &str| {
        format!(
            "<x:Vorgang><x:Identifikation><x:ID>aaaaaaaa-bbbb-4ccc-8ddd-{number:012}</x:ID></x:Identifikation><x:AllgemeineMetadaten>\
             <x:Betreff>{subject}</x:Betreff><x:Kennzeichen>{reference}</x:Kennzeichen></x:AllgemeineMetadaten>{closed}</x:Vorgang>"
        )
    };
    let closed = "<x:ZdA>true</x:ZdA><x:ZdADatum>2026-03-01</x:ZdADatum>";
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<x:Abgabe.Abgabe.0401 xmlns:x=\"urn:xoev-de:xdomea:schema:3.0.0\"><x:Kopf>\
         <x:ProzessID>11111111-2222-4333-8444-555555555555</x:ProzessID><x:Nachrichtentyp><code>0401</code></x:Nachrichtentyp>\
         <x:Erstellungszeitpunkt>2026-03-01T10:00:00+01:00</x:Erstellungszeitpunkt>\
         <x:Absender><x:Institution><x:Name>Stadt Morvenau</x:Name></x:Institution></x:Absender>\
         <x:Empfaenger><x:Institution><x:Name>Gemeinde Lindara</x:Name></x:Institution></x:Empfaenger></x:Kopf>\
         <x:Schriftgutobjekt>{}</x:Schriftgutobjekt><x:Schriftgutobjekt>{}</x:Schriftgutobjekt></x:Abgabe.Abgabe.0401>",
        record(1, "Grenzweg zwischen Morvenau und Lindara", "MO-66/12", ""),
        record(2, "Gemeinsamer Winterdienst 2025", "MO-66/9", closed),
    )
}
