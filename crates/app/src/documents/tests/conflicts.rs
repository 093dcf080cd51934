//! Two people, two computers, one case.

use praesto_domain::{
    EventId, Moment, NoteId, PartyId, PersonId, TaskId,
    casework::{CaseChange, EventKind, FieldValue, Place, Status, conflicts, due, needs_people, status},
};

use super::super::{Choice, EditRefused};
use super::{by, decide, device, exchange, title, two, uuid};

fn party(number: u64) -> PartyId {
    PartyId(uuid(number))
}

fn add_party(number: u64) -> CaseChange {
    CaseChange::AddParty { id: party(number), name: "Ema".to_owned(), role: "applicant".to_owned(), contact: String::new() }
}

fn edit_party(number: u64, name: &str, role: &str, contact: &str) -> CaseChange {
    CaseChange::EditParty { id: party(number), name: Some(name.to_owned()), role: Some(role.to_owned()), contact: Some(contact.to_owned()) }
}

#[test]
fn two_titles_stand_beside_each_other_with_their_authors() {
    let (mut first, mut second) = two(&[title("Appeal")]);
    let one = first.edit(&[title("Appeal of Ema")]).change;
    let other = second.edit(&[title("Appeal against notice")]).change;
    exchange(&mut first, &[one], &mut second, &[other]);
    let case = first.read();
    assert_eq!(conflicts(&case), [Place::Title]);
    let mut said: Vec<_> = case.title.0.iter().map(|stamped| (stamped.by.device, stamped.by.at, stamped.value.as_str())).collect();
    said.sort_unstable();
    assert_eq!(said, [(device(1), Moment(1_002), "Appeal of Ema"), (device(2), Moment(2_001), "Appeal against notice")]);
    let branches: Vec<bool> = first.document.timeline().iter().map(|line| line.branch).collect();
    assert_eq!(branches, [false, true, true], "the two edits are drawn as a branch");
}

#[test]
fn a_settled_conflict_is_settled_everywhere() {
    let (mut first, mut second) = two(&[title("Appeal")]);
    let one = first.edit(&[title("One")]).change;
    let other = second.edit(&[title("Other")]).change;
    exchange(&mut first, &[one], &mut second, &[other]);
    for wanted in [0, 1] {
        let (mut mine, case) = (second.document.clone(), second.read());
        let choice = Choice::Use(case.title.0[wanted].id.clone());
        let event = CaseChange::AddEvent {
            id: EventId(uuid(9)),
            event: EventKind::Settled { place: "title".to_owned(), chosen: case.title.0[wanted].value.clone() },
        };
        let saved = mine.settle(Moment(5_000), &Place::Title, &choice, &[event], None).unwrap();
        assert_eq!(saved.what, ["settle"]);
        let mut theirs = first.document.clone();
        theirs.apply(&by(2), &saved.change).unwrap();
        let settled = theirs.read(super::id()).unwrap();
        assert!(conflicts(&settled).is_empty());
        assert_eq!(settled.title.0.len(), 1, "the choice stands alone");
        assert_eq!(settled.title.0[0].value, case.title.0[wanted].value);
        assert_eq!(settled.title.0[0].by.device, device(2), "and has the name of who chose");
        let again = theirs.settle(Moment(5_001), &Place::Title, &choice, &[], None);
        assert!(matches!(again, Err(EditRefused::NoSuchValue)), "what no longer stands cannot be chosen");
    }
    let note = CaseChange::AddNote { id: NoteId(uuid(10)), text: "One or Other".to_owned(), corrects: None };
    let saved = first.document.settle(Moment(6_000), &Place::Title, &Choice::Empty, &[note], None).unwrap();
    exchange(&mut first, &[saved.change], &mut second, &[]);
    assert_eq!(second.read().title.value().map(String::as_str), Some(""));
    assert_eq!(second.read().notes.len(), 1);
}

#[test]
fn writing_the_value_that_is_shown_settles_a_conflict_too() {
    let (mut first, mut second) = two(&[title("Appeal")]);
    let one = first.edit(&[title("One")]).change;
    let other = second.edit(&[title("Other")]).change;
    exchange(&mut first, &[one], &mut second, &[other]);
    let shown = first.read().title.value().cloned().unwrap();
    let saved = first.edit(&[title(&shown)]);
    assert!(!saved.change.is_empty());
    exchange(&mut first, &[saved.change], &mut second, &[]);
    assert!(conflicts(&second.read()).is_empty());
    assert!(first.edit(&[title(&shown)]).change.is_empty(), "said again, it says nothing new");
}

#[test]
fn different_lines_of_one_party_do_not_clash() {
    let (mut first, mut second) = two(&[add_party(1)]);
    let one = first.edit(&[edit_party(1, "Ema Jankulova", "applicant", "")]).change;
    let other = second.edit(&[edit_party(1, "Ema", "applicant", "ema@example.org")]).change;
    exchange(&mut first, &[one], &mut second, &[other]);
    let case = first.read();
    assert!(conflicts(&case).is_empty(), "a form sends everything back; only what was changed is written");
    assert_eq!(case.parties[0].name.value().unwrap(), "Ema Jankulova");
    assert_eq!(case.parties[0].contact.value().unwrap(), "ema@example.org");
}

#[test]
fn editing_one_line_leaves_a_conflict_in_another_open() {
    let (mut first, mut second) = two(&[add_party(1)]);
    let one = first.edit(&[edit_party(1, "Emma", "applicant", "")]).change;
    let other = second.edit(&[edit_party(1, "Ema J.", "applicant", "")]).change;
    exchange(&mut first, &[one], &mut second, &[other]);
    let shown = first.read().parties[0].name.value().cloned().unwrap();
    first.edit(&[edit_party(1, &shown, "applicant", "by post")]);
    assert_eq!(conflicts(&first.read()), [Place::PartyName { party: party(1) }]);
}

#[test]
fn removing_what_a_colleague_works_on_reopens_it() {
    for removed_on_first in [true, false] {
        let (mut first, mut second) = two(&[add_party(1)]);
        let remove = CaseChange::RemoveParty { id: party(1), removed: true };
        let work = edit_party(1, "Ema Jankulova", "applicant", "");
        let (one, other) = if removed_on_first { (remove.clone(), work) } else { (work, remove.clone()) };
        let one = first.edit(&[one]).change;
        let other = second.edit(&[other]).change;
        exchange(&mut first, &[one], &mut second, &[other]);
        let found = &first.read().parties[0];
        assert!(!found.removed && found.reopened, "an edit that the removal had not seen is not hidden");
        assert_eq!(found.name.value().unwrap(), "Ema Jankulova");
        assert!(needs_people(&first.read()));
        let saved = second.edit(&[remove]).change;
        exchange(&mut first, &[], &mut second, &[saved]);
        let found = &first.read().parties[0];
        assert!(found.removed && !found.reopened, "removed again in knowledge of the edit, it is removed");
    }
}

#[test]
fn keeping_what_was_reopened_settles_it() {
    let (mut first, mut second) = two(&[add_party(1)]);
    let one = first.edit(&[CaseChange::RemoveParty { id: party(1), removed: true }]).change;
    let other = second.edit(&[edit_party(1, "Ema Jankulova", "applicant", "")]).change;
    exchange(&mut first, &[one], &mut second, &[other]);
    let saved = first.edit(&[CaseChange::RemoveParty { id: party(1), removed: false }]).change;
    exchange(&mut first, &[saved], &mut second, &[]);
    let found = &second.read().parties[0];
    assert!(!found.removed && !found.reopened);
}

#[test]
fn a_removed_party_stays_removed_while_nobody_works_on_it() {
    let (mut first, mut second) = two(&[add_party(1)]);
    let remove = CaseChange::RemoveParty { id: party(1), removed: true };
    let one = first.edit(std::slice::from_ref(&remove)).change;
    let other = second.edit(&[remove]).change;
    exchange(&mut first, &[one], &mut second, &[other]);
    let found = &first.read().parties[0];
    assert!(found.removed && !found.reopened);
}

#[test]
fn a_new_version_of_a_removed_attachment_reopens_it() {
    let attachment = praesto_domain::AttachmentId(uuid(1));
    let add = CaseChange::AddAttachment { id: attachment, name: "letter.pdf".to_owned(), version: super::version(1) };
    let (mut first, mut second) = two(&[add]);
    let one = first.edit(&[CaseChange::RemoveAttachment { id: attachment, removed: true }]).change;
    let other = second.edit(&[CaseChange::AddAttachmentVersion { id: attachment, version: super::version(5) }]).change;
    exchange(&mut first, &[one], &mut second, &[other]);
    let found = &first.read().attachments[0];
    assert!(!found.removed && found.reopened);
    assert_eq!(found.versions.len(), 2);
    assert_eq!(found.versions[1].by.device, device(2));
}

#[test]
fn versions_stand_after_those_that_their_authors_knew_and_by_the_clock_beside_others() {
    let attachment = praesto_domain::AttachmentId(uuid(1));
    let add = CaseChange::AddAttachment { id: attachment, name: "letter.pdf".to_owned(), version: super::version(1) };
    let next = |number| CaseChange::AddAttachmentVersion { id: attachment, version: super::version(number) };
    let (mut first, mut second) = two(&[add]);
    second.clock = 9_000;
    let early = first.edit(&[next(2), next(3)]).change;
    // Fewer operations than the other, and later.
    let late = second.edit(&[next(4)]).change;
    exchange(&mut first, &[early], &mut second, &[late]);
    // Knows all of them, by a clock that is far behind.
    first.clock = 10;
    let last = first.edit(&[next(5)]).change;
    exchange(&mut first, &[last], &mut second, &[]);
    for computer in [&first, &second] {
        let found = &computer.read().attachments[0];
        let order: Vec<u64> = found.versions.iter().map(|version| version.size).collect();
        assert_eq!(order, [1, 2, 3, 4, 5]);
        assert_eq!(found.apart, [vec![], vec![3], vec![3], vec![2], vec![]]);
    }
}

#[test]
fn contradicting_decisions_made_apart_need_adjudication() {
    let (mut first, mut second) = two(&[title("Appeal")]);
    let one = first.edit(&[decide(1, "granted", vec![])]).change;
    let other = second.edit(&[decide(2, "refused", vec![])]).change;
    exchange(&mut first, &[one], &mut second, &[other]);
    assert_eq!(status(&first.read()), Status::NeedsAdjudication);
    let both = first.read().decisions.iter().map(|decision| decision.id).collect();
    let saved = first.edit(&[decide(3, "granted", both)]).change;
    exchange(&mut first, &[saved], &mut second, &[]);
    assert_eq!(status(&second.read()), Status::Decided);
}

#[test]
fn a_days_difference_shows_as_a_conflict_and_the_earlier_day_is_due() {
    let task = TaskId(uuid(1));
    let add = |day: &str| CaseChange::AddTask {
        id: task,
        text: "Call".to_owned(),
        due: Some(day.parse().unwrap()),
        assignee: Some(PersonId(uuid(5))),
    };
    let (mut first, mut second) = two(&[add("2026-11-24")]);
    let edit = |day: &str| CaseChange::EditTask { id: task, text: None, due: Some(Some(day.parse().unwrap())), assignee: None };
    let one = first.edit(&[edit("2026-12-01")]).change;
    let other = second.edit(&[edit("2026-11-30")]).change;
    exchange(&mut first, &[one], &mut second, &[other]);
    assert_eq!(conflicts(&first.read()), [Place::TaskDue { task }]);
    assert_eq!(due(&first.read()), Some("2026-11-30".parse().unwrap()));
}

#[test]
fn every_kind_of_field_value_comes_back_as_it_was() {
    let values = [
        ("empty", FieldValue::Empty),
        ("text", FieldValue::Text("Ќе дојде".to_owned())),
        ("whole", FieldValue::Whole(-5)),
        ("old", FieldValue::Day("1901-02-28".parse().unwrap())),
        ("day", FieldValue::Day("2026-11-21".parse().unwrap())),
        ("first", FieldValue::Day("-9999-01-01".parse().unwrap_or("0001-01-01".parse().unwrap()))),
        ("last", FieldValue::Day("9999-12-31".parse().unwrap())),
        ("flag", FieldValue::Flag(true)),
    ];
    let changes: Vec<_> =
        values.iter().map(|(field, value)| CaseChange::SetField { field: (*field).to_owned(), value: value.clone() }).collect();
    let (first, _) = two(&changes);
    let case = first.read();
    for (field, value) in &values {
        assert_eq!(case.fields[*field].value(), Some(value), "{field}");
    }
}
