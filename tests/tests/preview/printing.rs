//! A file that is printed as it is shown: with a reason, told before any page of it is given out, and not at all where it cannot be.

use std::sync::Arc;

use praesto_app::Handle;
use praesto_contract::*;
use praesto_tests::papers::{mail, pdf};
use praesto_tests::world::{Device, World, get, settle, while_shut, with_a_case, with_a_case_sent};

use crate::cases::attach;

fn ask(case: CaseId, attachment: AttachmentId) -> AttachmentPrint {
    AttachmentPrint { case, attachment, version: None, part: Vec::new(), reason: "For the hearing".to_owned() }
}

/// What was printed of a case, newest first: name and reason.
fn printed(device: &Device, case: CaseId) -> Vec<(String, String)> {
    let log = device.handle(AccessGet { case: Some(case), limit: 200, ..AccessGet::default() }).expect("the log is read");
    log.rows.into_iter().filter(|row| row.kind == AccessKind::Printed).map(|row| (row.name, row.reason)).collect()
}

/// Somebody with a case that holds this file.
fn with_a_file(seed: u64, name: &str, bytes: &[u8]) -> (Arc<World>, Device, CaseId, AttachmentId) {
    let world = World::new(seed);
    let ([ana, _], case) = with_a_case(&world, "With a letter");
    let file = attach(&world, &ana, case, name, bytes);
    (world, ana, case, file)
}

#[test]
fn a_file_is_printed_with_a_reason_and_the_case_tells_of_it() {
    let (_world, ana, case, file) = with_a_file(20_261_411, "letter.pdf", &pdf(&["first", "second"]));
    for reason in [" ".to_owned(), "я".repeat(100_001)] {
        let refused = ana.handle(AttachmentPrint { reason, ..ask(case, file) }).expect_err("somebody has to say why");
        assert_eq!((refused.code, refused.args["field"].as_str()), (ErrorCode::InvalidInput, "reason"));
    }
    assert!(printed(&ana, case).is_empty());
    let given = ana.handle(ask(case, file)).expect("given out");
    assert_eq!(given, PrintView { version: get(&ana, case).attachments[0].versions[0].id.clone(), pages: 2 });
    let told = ("letter.pdf".to_owned(), "For the hearing".to_owned());
    assert_eq!(printed(&ana, case), std::slice::from_ref(&told));
    let row = &get(&ana, case).timeline[0];
    assert_eq!((row.what.as_slice(), row.text.as_deref()), (&["take-out".to_owned()][..], Some("For the hearing")));
    assert!(row.taken_out.as_ref().is_some_and(|file| file.name == "letter.pdf" && file.version.is_some()), "{row:?}");
    while_shut(&ana, || {});
    assert_eq!(printed(&ana, case), [told], "it is kept before anything is given out");
}

#[test]
fn a_file_of_a_mail_is_printed_under_its_own_name() {
    let letter = mail("out@example.org", "Now", "Dear office", &[("certificate.pdf", &pdf(&["Birth certificate"]))]);
    let (_world, ana, case, file) = with_a_file(20_261_412, "letter.eml", &letter);
    let given = ana.handle(AttachmentPrint { part: vec![0], ..ask(case, file) }).expect("given out");
    assert_eq!(given.pages, 1);
    assert_eq!(printed(&ana, case)[0].0, "certificate.pdf");
    let none = ana.handle(AttachmentPrint { part: vec![7], ..ask(case, file) }).expect_err("the mail has one");
    assert_eq!((none.code, none.args["reason"].as_str()), (ErrorCode::CannotShow, "no_such_part"));
    assert_eq!(printed(&ana, case).len(), 1);
}

#[test]
fn a_removed_case_is_not_printed_from() {
    let (_world, ana, case, file) = with_a_file(20_261_413, "letter.pdf", &pdf(&["first"]));
    ana.handle(CaseRemove { case, reason: "twice here".to_owned() }).expect("removed");
    assert_eq!(ana.handle(ask(case, file)).expect_err("it has to be brought back first").code, ErrorCode::CaseRemoved);
    assert!(printed(&ana, case).is_empty());
}

#[test]
fn what_is_not_here_or_cannot_be_shown_is_not_said_to_be_printed() {
    let world = World::new(20_261_414);
    let ([ana, bojan], case) = with_a_case_sent(&world, "With a letter");
    let file = attach(&world, &ana, case, "letter.pdf", &pdf(&["first"]));
    settle(&[&ana, &bojan]);
    assert_eq!(bojan.handle(ask(case, file)).expect_err("nothing is fetched by printing").code, ErrorCode::AttachmentNotHere);
    assert!(printed(&bojan, case).is_empty());
    world.set_reader(Some("dies"));
    assert_eq!(ana.handle(ask(case, file)).expect_err("nobody reads it").code, ErrorCode::CannotShow);
    assert!(printed(&ana, case).is_empty());
}

#[test]
fn more_pages_than_are_printed_at_once_are_refused_by_number() {
    let pages = |count: u32| pdf(&vec!["page"; count as usize]);
    let (world, ana, case, file) = with_a_file(20_261_415, "long.pdf", &pages(PRINTED_PAGES + 1));
    let refused = ana.handle(ask(case, file)).expect_err("it is too long");
    assert_eq!((refused.code, refused.args["pages"].as_str(), refused.args["most"].as_str()), (ErrorCode::TooManyPages, "101", "100"));
    assert!(printed(&ana, case).is_empty());
    let shorter = attach(&world, &ana, case, "shorter.pdf", &pages(PRINTED_PAGES));
    assert_eq!(ana.handle(ask(case, shorter)).expect("given out").pages, PRINTED_PAGES);
}
