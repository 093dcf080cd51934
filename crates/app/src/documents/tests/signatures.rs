//! Second signatures, and whose name may stand under what.

use praesto_domain::{
    DeadlineId, DecisionId, EventId, Moment, PersonId,
    case_types::Who,
    casework::{CaseChange, EventKind, FieldValue, LetterFiled, Rule, Stage, Status, is_signed, stands_at, status, validate},
};

use super::{Author, Computer, actor, by, device, exchange, person, title, two, uuid};
use crate::documents::{ApplyRefused, CaseDocument, fingerprint};

fn decision() -> DecisionId {
    DecisionId(uuid(1))
}

fn decide(by: Option<PersonId>, second: Option<Who>) -> CaseChange {
    let (outcome, reason) = ("granted".to_owned(), "as the by-law says".to_owned());
    CaseChange::Decide { id: decision(), outcome, reason, replaces: Vec::new(), person: by, second }
}

/// Signs the decision that is here.
fn sign(of: &Computer, by: PersonId, manager: bool) -> CaseChange {
    let said = fingerprint(&of.read().decisions[0]);
    CaseChange::AddEvent { id: EventId(uuid(2)), event: EventKind::Signed { decision: decision(), said, person: by, manager } }
}

#[track_caller]
fn is_refused(computer: &mut Computer, author: &Author, record: &[u8]) {
    assert!(matches!(computer.document.apply(author, record), Err(ApplyRefused::NotAllowed(_))));
}

#[test]
fn a_decision_counts_on_every_computer_once_somebody_else_has_signed() {
    let (mut first, mut second) = two(&[title("Ema")]);
    let decided = first.edit(&[decide(Some(person(1)), Some(Who::Anyone))]).change;
    exchange(&mut first, &[decided], &mut second, &[]);
    assert!(!is_signed(&second.read().decisions[0]));
    assert_eq!(status(&second.read()), Status::New);
    let signed = second.edit(&[sign(&second, person(2), false)]);
    assert!(signed.inverse.is_empty(), "a signature is not taken back");
    exchange(&mut first, &[], &mut second, &[signed.change]);
    let read = first.read();
    assert_eq!(status(&read), Status::Decided);
    let signature = read.decisions[0].signatures[0];
    assert_eq!((signature.person, signature.manager, signature.by.device), (person(2), false, super::device(2)));
}

#[test]
fn nobody_decides_or_signs_in_another_persons_name() {
    let (mut first, mut second) = two(&[title("Ema")]);
    let mut forger = first.document.clone();
    let forged = forger.edit(super::Moment(5_000), &[decide(Some(person(3)), Some(Who::Anyone))]).unwrap().change;
    is_refused(&mut second, &by(1), &forged);
    // Nor where it is not known whose computer it is.
    is_refused(&mut second, &Author { person: None, ..by(1) }, &forged);
    assert!(
        second.document.clone().apply(&Author { person: Some(person(3)), ..by(1) }, &forged).unwrap().changed(),
        "in their own it is fair"
    );
    let decided = first.edit(&[decide(Some(person(1)), Some(Who::Anyone))]).change;
    second.take(1, &decided).unwrap();
    let signed = first.edit(&[sign(&first, person(2), false)]).change;
    is_refused(&mut second, &by(1), &signed);
    assert_eq!(status(&second.read()), Status::New, "one person does not count for two");
}

#[test]
fn nobody_signs_as_the_manager_that_they_were_not() {
    let (mut first, mut second) = two(&[title("Ema")]);
    let decided = first.edit(&[decide(Some(person(1)), Some(Who::Manager))]).change;
    second.take(1, &decided).unwrap();
    let signed = second.edit(&[sign(&second, person(2), true)]).change;
    is_refused(&mut first, &by(2), &signed);
    assert_eq!(status(&first.read()), Status::New);
    assert!(first.document.apply(&Author { manager: true, ..by(2) }, &signed).unwrap().changed());
    assert_eq!(status(&first.read()), Status::Decided);
}

#[test]
fn a_signature_stays_with_what_was_signed_whatever_else_bears_its_id() {
    let (mut first, mut second) = two(&[title("Ema")]);
    // Another computer of who decided, with a changed program, that heard of no decision.
    let mut forger = CaseDocument::load(&first.document.save(), &actor(device(3), [9; 8])).unwrap();
    let decided = first.edit(&[decide(Some(person(1)), Some(Who::Anyone))]).change;
    second.take(1, &decided).unwrap();
    second.edit(&[sign(&second, person(2), false)]);
    let other = CaseChange::Decide {
        id: decision(),
        outcome: "refused".to_owned(),
        reason: "as it suits".to_owned(),
        replaces: Vec::new(),
        person: Some(person(1)),
        second: Some(Who::Anyone),
    };
    let forged = forger.edit(Moment(5_000), &[other]).unwrap().change;
    assert!(second.document.apply(&Author { person: Some(person(1)), ..by(3) }, &forged).unwrap().changed());
    let read = second.read();
    let mut signed: Vec<_> = read.decisions.iter().map(|one| (one.outcome.as_str(), is_signed(one))).collect();
    signed.sort_unstable();
    assert_eq!(signed, [("granted", true), ("refused", false)]);
    assert_eq!(status(&read), Status::Decided);
}

#[test]
fn what_a_decision_asked_for_is_not_written_again() {
    let (mut first, mut second) = two(&[title("Ema")]);
    let decided = first.edit(&[decide(Some(person(1)), Some(Who::Anyone))]).change;
    second.take(1, &decided).unwrap();
    // The same decision again is the same; with less asked of it, it is another under a taken id.
    assert!(second.document.edit(super::Moment(5_000), &[decide(Some(person(1)), None)]).unwrap().change.is_empty());
    assert!(second.document.edit(super::Moment(5_000), &[decide(Some(person(2)), Some(Who::Anyone))]).is_err());
    assert_eq!(second.read().decisions[0].second, Some(Who::Anyone));
}

#[test]
fn a_state_and_its_status_are_one_place() {
    let stage = |state: &str| Stage { status: Status::Waiting, state: Some(state.to_owned()) };
    let set = |number, state: &str| CaseChange::AddEvent { id: EventId(uuid(number)), event: EventKind::StatusSet { stage: stage(state) } };
    let (mut first, mut second) = two(&[title("Ema")]);
    let (one, other) = (first.edit(&[set(1, "papers_missing")]).change, second.edit(&[set(2, "with_doctor")]).change);
    exchange(&mut first, &[one], &mut second, &[other]);
    assert_eq!(first.read().stage.0.len(), 2);
    let chosen = first.read().stage.0[0].value.clone();
    assert_eq!(stands_at(&first.read()), chosen);
    let taken_back = first.edit(&[set(3, "papers_missing")]);
    assert_eq!(first.read().stage.0.len(), 1);
    assert!(taken_back.inverse.is_empty(), "two values do not come back side by side");
}

#[test]
fn one_deadline_that_two_computers_set_apart_is_one() {
    let set = |on: &str| CaseChange::AddDeadline {
        id: DeadlineId(uuid(1)),
        label: "Decide".to_owned(),
        day: on.parse().unwrap(),
        rule: Some(Rule {
            id: "decide".to_owned(),
            basis: "Article 9".to_owned(),
            met_by: vec!["decided".to_owned(), "closed over".to_owned()],
        }),
    };
    let (mut first, mut second) = two(&[title("Ema")]);
    let (one, other) = (first.edit(&[set("2026-12-01")]).change, second.edit(&[set("2026-12-01")]).change);
    exchange(&mut first, &[one], &mut second, &[other]);
    let read = first.read();
    let [deadline] = read.deadlines.as_slice() else { panic!("{} deadlines", read.deadlines.len()) };
    assert_eq!(
        deadline.rule,
        Some(Rule { id: "decide".to_owned(), basis: "Article 9".to_owned(), met_by: vec!["decided".to_owned(), "closed over".to_owned()] })
    );
    assert!(!deadline.day.is_conflict());
    let moved = CaseChange::SetDeadlineDay { id: DeadlineId(uuid(1)), day: "2026-12-15".parse().unwrap() };
    let moved = first.edit(&[moved]);
    assert_eq!(first.read().deadlines[0].day.value(), Some(&FieldValue::Day("2026-12-15".parse().unwrap())));
    assert!(!first.read().deadlines[0].day.is_conflict());
    second.take(1, &moved.change).unwrap();
    assert_eq!(first.read(), second.read());
}

#[test]
fn a_letter_is_signed_off_in_ones_own_name_and_stays_so() {
    let letter = |by: PersonId| LetterFiled {
        letter: "receipt".to_owned(),
        language: "mk".to_owned(),
        title: "Потврда за прием".to_owned(),
        recipient: "Беса Хоџа\n1200 Линдара".to_owned(),
        text: "# Потврда\n\nГо примивме.".to_owned(),
        reference: "G-2026-11-0001".to_owned(),
        office: "Општина Линдара".to_owned(),
        day: "2026-11-02".parse().unwrap(),
        decision: None,
        version: "a".repeat(64),
        person: by,
    };
    let files = |by| CaseChange::AddEvent { id: EventId(uuid(4)), event: EventKind::LetterFiled(letter(by)) };
    let (mut first, mut second) = two(&[title("Ema")]);
    let forged = first.document.clone().edit(super::Moment(5_000), &[files(person(3))]).unwrap().change;
    is_refused(&mut second, &by(1), &forged);
    let filed = first.edit(&[files(person(1))]);
    assert!(filed.inverse.is_empty(), "what was signed off is not taken back");
    exchange(&mut first, &[filed.change], &mut second, &[]);
    let read = second.read();
    assert_eq!(read.events.last().map(|event| &event.kind), Some(&EventKind::LetterFiled(letter(person(1)))), "it comes whole");
    assert!(validate(&files(person(1))).is_ok());
    for broken in [
        LetterFiled { version: "not a hash".to_owned(), ..letter(person(1)) },
        LetterFiled { letter: "Receipt!".to_owned(), ..letter(person(1)) },
        LetterFiled { text: " ".to_owned(), ..letter(person(1)) },
        LetterFiled { recipient: "x".repeat(501), ..letter(person(1)) },
        LetterFiled { reference: "a\nb".to_owned(), ..letter(person(1)) },
        LetterFiled { office: "x".repeat(501), ..letter(person(1)) },
    ] {
        assert!(validate(&CaseChange::AddEvent { id: EventId(uuid(5)), event: EventKind::LetterFiled(broken) }).is_err());
    }
}
