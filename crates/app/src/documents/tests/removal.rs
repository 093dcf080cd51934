//! A case is removed by a mark; what whoever removed it had not seen keeps it.

use automerge::{ActorId, ROOT, ReadDoc, transaction::CommitOptions, transaction::Transactable, transaction::Transaction};
use praesto_domain::casework::{Place, conflicts, is_removal_contested, is_removed};
use praesto_domain::{Moment, NoteId};

use super::super::{ApplyRefused, CaseDocument, EditRefused, merged::Merged, schema::CASE};
use super::*;

fn remove(reason: &str) -> CaseChange {
    CaseChange::RemoveCase { reason: reason.to_owned() }
}

fn note(number: u64) -> CaseChange {
    CaseChange::AddNote { id: NoteId(uuid(number)), text: format!("remark {number}"), corrects: None }
}

impl Computer {
    fn take_removal(&mut self, author: u8, record: &[u8]) -> Result<Applied, ApplyRefused> {
        self.document.apply_removal(&by(author), record)
    }

    fn refuses(&mut self, changes: &[CaseChange]) -> EditRefused {
        self.document.edit(Moment(self.clock), changes).expect_err("it is refused")
    }
}

/// Both hold the same, and say the same of it.
fn agree(first: &Computer, second: &Computer) -> Case {
    assert_eq!(first.document.heads(), second.document.heads());
    assert_eq!(first.read(), second.read(), "the order of arrival does not matter");
    assert_eq!(first.document.timeline(), second.document.timeline());
    first.read()
}

/// The first removes the case while the second writes a note: both know both.
fn contested() -> (Computer, Computer) {
    let (mut first, mut second) = two(&[title("Appeal")]);
    let removal = first.edit(&[remove("Entered twice")]).change;
    let edit = second.edit(&[note(1)]).change;
    second.take_removal(1, &removal).unwrap();
    first.take(2, &edit).unwrap();
    (first, second)
}

#[test]
fn a_removed_case_is_removed_everywhere_and_nothing_of_it_is_gone() {
    let (mut first, mut second) = two(&[title("Appeal"), note(1)]);
    let saved = first.edit(&[remove("Entered twice")]);
    assert!(saved.removes, "its record has to say so");
    assert_eq!(saved.what, ["remove-case"]);
    assert!(second.take_removal(1, &saved.change).unwrap().changed());
    let case = agree(&first, &second);
    assert!(is_removed(&case) && second.document.is_removed());
    assert_eq!(second.document.removed_by(), [device(1)]);
    assert_eq!((case.notes.len(), case.title.value().map(String::as_str)), (1, Some("Appeal")));
    let reason = &case.removal.unwrap().reasons.0[0];
    assert_eq!((reason.value.as_str(), reason.by), ("Entered twice", Stamp { device: device(1), at: Moment(first.clock) }));
    let projection = second.document.projection(id()).unwrap();
    assert!(projection.removed && !projection.conflict);
}

#[test]
fn a_removed_case_takes_nothing_until_it_is_brought_back() {
    let (mut first, _) = two(&[title("Appeal")]);
    first.edit(&[remove("Entered twice")]);
    assert!(matches!(first.refuses(&[title("Other")]), EditRefused::Removed));
    assert!(matches!(first.refuses(&[remove("Again")]), EditRefused::Removed));
    assert!(matches!(first.refuses(&[title("Other"), CaseChange::RestoreCase]), EditRefused::Removed));
    let back = first.edit(&[CaseChange::RestoreCase]);
    assert!(!back.removes && first.read().removal.is_none());
    assert!(first.edit(&[CaseChange::RestoreCase]).change.is_empty(), "what is here need not come back");
    first.edit(&[title("Other")]);
    let lines: Vec<_> = first.document.timeline().into_iter().map(|line| (line.what.join(" "), line.text)).collect();
    let said = [("create-case", None), ("remove-case", Some("Entered twice")), ("restore-case", None), ("set-title", None)];
    assert!(lines[0].0.starts_with(said[0].0), "{lines:?}");
    for (line, (what, text)) in lines.iter().zip(said).skip(1) {
        assert_eq!((line.0.as_str(), line.1.as_deref()), (what, text), "the trail says who, when and why, after it was brought back too");
    }
}

#[test]
fn an_edit_that_the_remover_had_not_seen_keeps_the_case_in_both_orders() {
    let (first, second) = contested();
    let case = agree(&first, &second);
    assert!(!is_removed(&case) && is_removal_contested(&case));
    let removal = case.removal.clone().unwrap();
    assert_eq!(removal.unseen, [Stamp { device: device(2), at: Moment(second.clock) }], "and says whose");
    assert_eq!(case.notes.len(), 1);
    let projection = first.document.projection(id()).unwrap();
    assert!(!projection.removed && projection.conflict, "it is listed as a conflict");
}

#[test]
fn the_conflict_stays_through_other_edits_until_a_person_settles_it() {
    let (mut first, mut second) = contested();
    let edit = first.edit(&[title("Appeal of Ema")]).change;
    second.take(1, &edit).unwrap();
    let other = second.edit(&[note(2)]).change;
    first.take(2, &other).unwrap();
    assert!(is_removal_contested(&agree(&first, &second)), "nobody has settled it");

    let (mut kept, mut theirs) = (first.document.clone(), second.document.clone());
    let saved = kept.edit(Moment(9_000), &[CaseChange::RestoreCase]).unwrap();
    assert!(saved.inverse.is_empty(), "settled is settled");
    theirs.apply(&by(1), &saved.change).unwrap();
    assert!(theirs.read(id()).unwrap().removal.is_none(), "kept");

    // The same reason again is a new removal, which has seen all.
    let saved = first.edit(&[remove("Entered twice")]);
    assert!(!saved.change.is_empty());
    second.take_removal(1, &saved.change).unwrap();
    assert!(is_removed(&agree(&first, &second)), "removed, having seen all");
}

#[test]
fn two_people_who_remove_a_case_agree() {
    let (mut first, mut second) = two(&[title("Appeal")]);
    let one = first.edit(&[remove("Entered twice")]).change;
    second.edit(&[note(1)]);
    let edit = second.document.clone();
    let other = second.edit(&[remove("A test")]).change;
    second.take_removal(1, &one).unwrap();
    // What the second wrote before was known to the second, who removed it all the same.
    let mut third = Computer { number: 1, document: edit, clock: 8_000 };
    third.take_removal(2, &other).unwrap();
    third.take_removal(1, &one).unwrap();
    let case = agree(&second, &third);
    assert!(is_removed(&case));
    let mut reasons: Vec<_> = case.removal.unwrap().reasons.0.into_iter().map(|reason| reason.value).collect();
    reasons.sort_unstable();
    assert_eq!(reasons, ["A test", "Entered twice"], "both are named");
}

#[test]
fn a_removal_beside_a_restoration_is_a_conflict() {
    let (mut first, mut second) = contested();
    let kept = first.edit(&[CaseChange::RestoreCase]).change;
    let removed = second.edit(&[remove("Really")]).change;
    first.take_removal(2, &removed).unwrap();
    second.take(1, &kept).unwrap();
    let case = agree(&first, &second);
    assert!(is_removal_contested(&case));
    assert_eq!(case.removal.unwrap().unseen.len(), 1, "whoever kept it");
    let settled = second.edit(&[remove("Both agreed on the phone")]).change;
    first.take_removal(2, &settled).unwrap();
    let case = agree(&first, &second);
    assert!(is_removed(&case));
    assert_eq!(case.removal.unwrap().reasons.0.len(), 1, "one reason stands");
    let back = second.edit(&[CaseChange::RestoreCase]).change;
    first.take(2, &back).unwrap();
    assert!(agree(&first, &second).removal.is_none());
}

#[test]
fn other_conflicts_of_a_removed_case_wait_for_it_to_come_back() {
    let (mut first, mut second) = two(&[title("Appeal")]);
    let (one, other) = (first.edit(&[title("One")]).change, second.edit(&[title("Other")]).change);
    exchange(&mut first, &[one], &mut second, &[other]);
    first.edit(&[remove("Entered twice")]);
    assert!(!first.document.projection(id()).unwrap().conflict);
    assert!(matches!(
        first.document.settle(Moment(9_000), &Place::Title, &super::super::Choice::Empty, &[], None),
        Err(EditRefused::Removed)
    ));
    first.edit(&[CaseChange::RestoreCase]);
    assert_eq!(conflicts(&first.read()), [Place::Title]);
}

#[test]
fn taking_back_a_removal_brings_the_case_back_and_the_reverse() {
    let (mut first, _) = two(&[title("Appeal")]);
    let removed = first.edit(&[remove("Entered twice")]);
    let back = first.edit(&removed.inverse);
    assert!(first.read().removal.is_none());
    let again = first.edit(&back.inverse);
    assert!(again.removes && is_removed(&first.read()));
}

#[test]
fn a_removal_is_a_save_of_its_own() {
    let (mut first, _) = two(&[title("Appeal")]);
    assert!(matches!(first.refuses(&[title("Other"), remove("Entered twice")]), EditRefused::NotAlone));
    assert!(matches!(first.refuses(&[remove("Entered twice"), note(1)]), EditRefused::NotAlone));
    assert!(matches!(first.refuses(&[remove(" ")]), EditRefused::Limit(_)));
    let opening = Opening { case_type: "general".to_owned(), ..Opening::default() };
    let made = CaseDocument::create(&actor_of(1), opening).edit(Moment(1), &[remove("Never made")]);
    assert!(matches!(made, Err(EditRefused::NotAlone)));
}

/// A change that device 2 makes with automerge itself, past every rule of ours.
fn forged(document: &Merged, message: &str, write: impl FnOnce(&mut Transaction<'_>)) -> Vec<u8> {
    let mut doc = document.doc.clone();
    doc.set_actor(ActorId::from(&actor_of(2)));
    let mut tx = doc.transaction();
    write(&mut tx);
    let hash = tx.commit_with(CommitOptions::default().with_time(1).with_message(message)).0.unwrap();
    doc.get_change_by_hash(&hash).unwrap().raw_bytes().to_vec()
}

#[test]
fn a_record_that_does_something_else_than_it_says_is_refused() {
    let (computer, _) = Computer::with_new_case(1, &[title("Appeal")]);
    let merged = Merged::load(&CASE, &computer.document.save(), &actor_of(2)).unwrap();
    let mark = |tx: &mut Transaction<'_>| tx.put(ROOT, "removed", "Entered twice").unwrap();
    let fair = forged(&merged, "remove-case", mark);
    let mut document = computer.document.clone();
    assert!(document.apply_removal(&by(2), &fair).unwrap().changed(), "within the rules");
    assert_eq!(document.apply(&by(2), &fair), Err(ApplyRefused::NotAsSaid), "nor when it is here already");

    let no_mark = forged(&merged, "remove-case", |tx| tx.put(ROOT, "title", "Other").unwrap());
    let more = forged(&merged, "remove-case", |tx| {
        tx.put(ROOT, "title", "Other").unwrap();
        mark(tx);
    });
    let taken_back = forged(&merged, "remove-case", |tx| {
        mark(tx);
        tx.put(ROOT, "removed", ()).unwrap();
    });
    let silent = forged(&merged, "set-title", mark);
    let two = [fair.clone(), forged(&document_of(&document), "remove-case", |tx| tx.put(ROOT, "removed", "Again").unwrap())].concat();
    for (what, bytes) in
        [("no mark", &no_mark), ("something else", &more), ("a mark taken back", &taken_back), ("another message", &silent), ("two", &two)]
    {
        let refused = computer.document.clone().apply_removal(&by(2), bytes);
        assert_eq!(refused, Err(ApplyRefused::NotAsSaid), "a removal with {what}");
    }
    let claimed = forged(&merged, "set-title remove-case", |tx| tx.put(ROOT, "title", "Other").unwrap());
    for (what, bytes) in [("a hidden removal", &silent), ("a removal", &fair), ("a lie in the trail", &claimed)] {
        let refused = computer.document.clone().apply(&by(2), bytes);
        assert_eq!(refused, Err(ApplyRefused::NotAsSaid), "a change with {what}");
    }
    let mut document = document_of(&document);
    let back = forged(&document, "restore-case", |tx| tx.put(ROOT, "removed", ()).unwrap());
    assert!(document.apply(&by(2), &back, super::super::removal::Says::Change).unwrap().changed(), "bringing back is a change");
}

fn document_of(document: &CaseDocument) -> Merged {
    Merged::load(&CASE, &document.save(), &actor_of(2)).unwrap()
}
