//! The two messages of the standard, made elsewhere: dates, people, documents and history come out.
#![allow(clippy::unwrap_used)]

mod common;

use std::io::Cursor;
use std::path::PathBuf;

use common::{PDF, zip};
use jiff::civil::date;
use praesto_formats::Refusal;
use praesto_formats::xdomea::{ImportedCase, PersonRole, XdomeaMessage, XdomeaPackage};

/// The bytes of a sample message. Without samples the test is skipped, except in CI, where they must be there.
fn sample(name: &str) -> Option<Vec<u8>> {
    let folder = std::env::var_os("PRAESTO_SAMPLES").map(PathBuf::from);
    let bytes = folder.and_then(|folder| std::fs::read(folder.join("xdomea-3.0.0/messages").join(name)).ok());
    if bytes.is_none() {
        assert!(std::env::var_os("CI").is_none(), "PRAESTO_SAMPLES must name the folder of samples in CI");
        println!("skipped: no samples");
    }
    bytes
}

const OFFER: &str = "xx_Aussonderung.Anbieteverzeichnis.0501.xml";
const HANDOVER: &str = "xx_Aussonderung.Aussonderung.0503.xml";
const FILE: &str = "e8b289cb-f8dd-492a-b3cf-560674eaa92b_PDF-A1b_CMYK_20150731.pdf";

fn assert_handed_over(case: &ImportedCase) {
    let by = case.people.iter().find(|person| person.role == PersonRole::HandedOverBy).unwrap();
    assert_eq!(by.name, "AbsNameTitel AbsNameVorname AbsNameFamilienname");
    assert_eq!(by.organisation.as_deref(), Some("AbsXdomeaInstitutionName, AbsXdomeaOrgeinheitName"));
    assert_eq!(by.role_named.as_deref(), Some("AbsXdomeaRolleName"));
    assert_eq!(by.born, Some(date(2013, 12, 30)));
    let contact = by.contact.as_deref().unwrap();
    assert!(contact.contains("Abs rue de exemple Abs 123"), "the address: {contact}");
    assert!(contact.contains("AbsXdomeaKommunikationKennung+49123456789"), "the number: {contact}");
    let to = case.people.iter().find(|person| person.role == PersonRole::HandedOverTo).unwrap();
    assert_eq!(to.name, "EmpNameTitel EmpNameVorname EmpNameFamilienname");
}

#[test]
fn the_list_on_offer_becomes_a_case_with_dates_people_documents_and_history() {
    let Some(bytes) = sample(OFFER) else { return };
    let message = XdomeaMessage::read(&bytes).unwrap();
    assert_eq!((message.kind.as_str(), message.name.as_str()), ("0501", "Aussonderung.Anbieteverzeichnis"));
    assert_eq!(message.process_id, "242f44e8-bebf-4503-a086-db252c6a4277");
    assert_eq!(message.created.day, date(2020, 7, 24));
    let cases = message.cases();
    let [case] = cases.as_slice() else { panic!("the process in the file is the only case: {cases:?}") };
    assert_eq!(case.stable_id, "bf675c60-12c2-4ab1-826f-dcdf306d1733");
    assert_eq!(case.title, "Betreff (Testdaten)");
    assert_eq!(case.reference.as_deref(), Some("{AP}-{Ax}.{Vx}"));
    let day = Some(date(2018, 7, 24));
    assert_eq!((case.received, case.from, case.to, case.closed), (day, day, day, true));
    assert_eq!(case.part_of[0].stable_id, "cbdbfccc-72e5-44b2-9e71-937e6f4f8ce9");
    assert_eq!(case.part_of[0].reference.as_deref(), Some("{AP}-{Ax}"));
    assert_handed_over(case);
    let [document] = case.documents.as_slice() else { panic!("one document: {:?}", case.documents) };
    assert_eq!(document.stable_id, "d9fc876a-3838-4e15-9203-15c703afe730");
    assert_eq!((document.date, document.received, document.sent), (day, day, day));
    assert_eq!(document.reference.as_deref(), Some("{AP}-{Ax}.{Vx}-{Dx}"));
    assert!(document.fields.contains(&("xdomea:regarding".to_owned(), "Referenz (Testdaten)".to_owned())));
    assert_eq!(document.file, None, "a list on offer brings no files");
    let [line] = case.history.as_slice() else { panic!("one line of history: {:?}", case.history) };
    assert_eq!(line.at.unwrap().day, date(2020, 7, 24));
    assert!(line.text.contains("0501"));
    assert!(case.fields.contains(&("xdomea:above:file-plan".to_owned(), "1234".to_owned())), "{:?}", case.fields);
    assert!(case.fields.contains(&("xdomea:appraisal".to_owned(), "B".to_owned())), "{:?}", case.fields);
}

#[test]
fn the_handover_becomes_a_case_with_its_file() {
    let Some(bytes) = sample(HANDOVER) else { return };
    let cases = XdomeaMessage::read(&bytes).unwrap().cases();
    let [case] = cases.as_slice() else { panic!("the loose document is the only case: {cases:?}") };
    assert_eq!(case.stable_id, "d9fc876a-3838-4e15-9203-15c703afe730");
    assert_eq!(case.title, "PDF-A1b_CMYK_20150731.pdf");
    assert_eq!(case.received, Some(date(2018, 7, 24)));
    assert_handed_over(case);
    assert_eq!(case.history[0].at.unwrap().day, date(2018, 7, 24));
    assert_eq!(case.documents[0].file.as_deref(), Some(FILE));
    assert_eq!(case.documents[0].media_type.as_deref(), Some("application/pdf"));
    assert_eq!(case.documents[0].versions[0].number, "1");
}

#[test]
fn the_handover_as_a_zip_gives_its_file_and_misses_it_by_name() {
    let Some(bytes) = sample(HANDOVER) else { return };
    let mut package = XdomeaPackage::open(Cursor::new(zip(&[(HANDOVER, &bytes), (FILE, PDF)]))).unwrap();
    package.check().unwrap();
    let file = package.message().cases()[0].documents[0].file.clone().unwrap();
    assert_eq!(package.read(&file).unwrap(), PDF);
    let refused = XdomeaPackage::open(Cursor::new(zip(&[(HANDOVER, &bytes)]))).unwrap_err();
    assert_eq!((refused.why, refused.what.as_str()), (Refusal::MissingFile, FILE));
}
