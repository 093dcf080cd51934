//! Changes to a closed case: named, never refused, and waiting for a person where somebody did not know.

use praesto_domain::{
    EventId, NoteId,
    casework::{CaseChange, EventKind, Status, is_closing_contested, status},
};

use super::{Computer, device, exchange, title, two, uuid};

fn set(number: u64, status: Status) -> CaseChange {
    CaseChange::AddEvent { id: EventId(uuid(number)), event: EventKind::StatusSet { stage: status.into() } }
}

fn note(number: u64) -> CaseChange {
    CaseChange::AddNote { id: NoteId(uuid(number)), text: "A letter came.".to_owned(), corrects: None }
}

/// Devices of the changes that came late, and whether each knew.
fn late(computer: &Computer) -> Vec<(u8, bool)> {
    let number = |by| (1..=3).find(|number| device(*number) == by).unwrap();
    computer.read().late.iter().map(|change| (number(change.by.device), change.knew)).collect()
}

fn marked(computer: &Computer) -> Vec<bool> {
    computer.document.timeline().iter().map(|line| line.late).collect()
}

#[test]
fn a_change_after_the_closing_is_named_until_the_case_is_closed_again() {
    let (mut ana, _) = two(&[title("Fence")]);
    ana.edit(&[set(1, Status::Closed)]);
    assert!(late(&ana).is_empty(), "closing comes after everything");
    ana.edit(&[note(2)]);
    assert_eq!(late(&ana), [(1, true)]);
    assert_eq!(marked(&ana), [false, false, true]);
    assert!(!is_closing_contested(&ana.read()));

    ana.edit(&[set(3, Status::Closed)]);
    assert!(late(&ana).is_empty(), "closed again, having seen it");
    assert_eq!(status(&ana.read()), Status::Closed);
}

#[test]
fn one_save_that_changes_and_closes_is_not_late() {
    let (ana, _) = Computer::with_new_case(1, &[title("Fence"), set(1, Status::Closed), note(2)]);
    assert!(late(&ana).is_empty());
}

#[test]
fn a_change_beside_the_closing_is_contested_on_both_computers() {
    let (mut ana, mut bojan) = two(&[title("Fence")]);
    let closed = ana.edit(&[set(1, Status::Closed)]).change;
    let noted = bojan.edit(&[note(2)]).change;
    exchange(&mut ana, &[closed], &mut bojan, &[noted]);
    assert_eq!(late(&ana), [(2, false)]);
    assert!(is_closing_contested(&bojan.read()));

    let knowing = ana.edit(&[note(3)]).change;
    exchange(&mut ana, &[knowing], &mut bojan, &[]);
    assert_eq!(late(&bojan), [(2, false), (1, true)], "what came later knew, what came beside it did not");

    let opened = bojan.edit(&[set(4, Status::InReview)]).change;
    exchange(&mut ana, &[], &mut bojan, &[opened]);
    assert!(late(&ana).is_empty() && !is_closing_contested(&ana.read()), "opened again, there is nothing to name");
}

#[test]
fn two_who_close_apart_have_each_seen_their_own() {
    let (mut ana, mut bojan) = two(&[title("Fence")]);
    let first = ana.edit(&[note(1)]).change;
    let closed = ana.edit(&[set(2, Status::Closed)]).change;
    let second = bojan.edit(&[note(3), set(4, Status::Closed)]).change;
    exchange(&mut ana, &[first, closed], &mut bojan, &[second]);
    assert!(late(&ana).is_empty(), "each note was seen by somebody who closed the case");
    assert_eq!(status(&ana.read()), Status::Closed);
}

#[test]
fn who_knew_of_an_earlier_closing_alone_is_looked_at_all_the_same() {
    let (mut ana, mut bojan) = two(&[title("Fence"), set(1, Status::Closed)]);
    let again = ana.edit(&[set(2, Status::Closed)]).change;
    let noted = bojan.edit(&[note(3)]).change;
    exchange(&mut ana, &[again], &mut bojan, &[noted]);
    assert_eq!(late(&ana), [(2, false)], "once too often, never too seldom");
    let last = bojan.edit(&[set(5, Status::Closed)]).change;
    exchange(&mut ana, &[], &mut bojan, &[last]);
    assert!(late(&ana).is_empty());
}
