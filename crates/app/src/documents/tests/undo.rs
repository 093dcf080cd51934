//! Taking back is a change of its own, and brings back what was shown.

use praesto_domain::{
    EventId, Moment, NoteId, PartyId, TaskId,
    casework::{Case, CaseChange, EventKind, FieldValue, Status, last_stage},
};
use proptest::prelude::*;

use super::merging::{Kind, kinds, make};
use super::{Computer, by, exchange, title, two, uuid};
use crate::documents::{EditRefused, Saved};

/// What a case shows, without who and when, and without what is removed or withdrawn.
fn shown(case: &Case) -> String {
    let line = |slot: &praesto_domain::casework::Slot<String>| slot.value().cloned().unwrap_or_default();
    let mut said = vec![format!("{} {} {:?}", line(&case.title), line(&case.reference), last_stage(case))];
    let empty = praesto_domain::casework::FieldValue::Empty;
    said.push(format!("{:?} {:?}", case.received.value().unwrap_or(&empty), case.assignee.value().copied().flatten()));
    for (field, slot) in &case.fields {
        if slot.value() != Some(&empty) {
            said.push(format!("{field} {:?}", slot.value()));
        }
    }
    for party in case.parties.iter().filter(|party| !party.removed) {
        said.push(format!("party {} {} {} {}", party.id, line(&party.name), line(&party.role), line(&party.contact)));
    }
    said.extend(case.notes.iter().filter(|note| !note.withdrawn).map(|note| format!("note {} {}", note.id, note.text)));
    said.extend(
        case.attachments
            .iter()
            .filter(|attachment| !attachment.removed)
            .map(|attachment| format!("{} {}", attachment.id, line(&attachment.name))),
    );
    for task in case.tasks.iter().filter(|task| !task.removed) {
        said.push(format!(
            "task {} {} {:?} {:?} {:?}",
            task.id,
            line(&task.text),
            task.due.value(),
            task.assignee.value(),
            task.done.value()
        ));
    }
    said.extend(
        case.deadlines.iter().filter(|deadline| !deadline.removed).map(|deadline| format!("{} {:?}", deadline.id, deadline.met.value())),
    );
    said.extend(
        case.decisions.iter().filter(|decision| !decision.withdrawn).map(|decision| format!("{} {}", decision.id, decision.outcome)),
    );
    said.extend(case.tags.iter().map(|tag| format!("tag {tag}")));
    said.join("\n")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn taking_back_any_save_shows_what_was_shown_before(
        before in proptest::collection::vec(kinds(), 0..12),
        saves in proptest::collection::vec(proptest::collection::vec(kinds(), 1..4), 1..5),
    ) {
        let (mut computer, _) = Computer::with_new_case(1, &[title("Appeal")]);
        let mut number = 100;
        let mut edit = |computer: &mut Computer, kinds: &[Kind]| {
            let mut inverse = None;
            let mut changes: Vec<CaseChange> = Vec::new();
            for kind in kinds {
                number += 1;
                changes.extend(make(&computer.read(), *kind, number));
            }
            // Two changes of one save can name one thing twice in ways that a person cannot; those are refused whole.
            if let Ok(saved) = computer.document.edit(Moment(i64::try_from(number).unwrap()), &changes) {
                // A version that was added stays, and so does what it was added to; decisions have an act of their own.
                let stays = changes.iter().any(|change| {
                    matches!(change, CaseChange::AddAttachmentVersion { .. } | CaseChange::Decide { .. } | CaseChange::WithdrawDecision { .. })
                });
                inverse = Some((saved.inverse, computer.document.heads(), stays));
            }
            inverse
        };
        for kind in before {
            edit(&mut computer, &[kind]);
        }
        let mut steps = Vec::new();
        for kinds in saves {
            let was = shown(&computer.read());
            if let Some((inverse, heads, stays)) = edit(&mut computer, &kinds) {
                if stays {
                    steps.clear();
                } else {
                    steps.push((was, inverse, heads));
                }
            }
        }
        while let Some((was, inverse, heads)) = steps.pop() {
            computer.document.take_back(Moment(9_000), &inverse, &heads).unwrap();
            prop_assert_eq!(shown(&computer.read()), was);
        }
    }
}

#[test]
fn taking_back_a_status_goes_back_to_the_one_before_and_both_stay_in_the_trail() {
    let set =
        |number, status: Status| CaseChange::AddEvent { id: EventId(uuid(number)), event: EventKind::StatusSet { stage: status.into() } };
    let (mut computer, _) = Computer::with_new_case(1, &[set(1, Status::InReview)]);
    let saved = computer.edit(&[set(2, Status::Closed)]);
    assert_eq!(last_stage(&computer.read()).status, Status::Closed);
    let back = computer.edit(&saved.inverse);
    assert_eq!(last_stage(&computer.read()).status, Status::InReview);
    assert_eq!(computer.read().events.len(), 3);
    computer.edit(&back.inverse);
    assert_eq!(last_stage(&computer.read()).status, Status::Closed, "taking back can be taken back");
}

fn party(name: Option<&str>, role: Option<&str>) -> CaseChange {
    CaseChange::EditParty { id: PartyId(uuid(1)), name: name.map(str::to_owned), role: role.map(str::to_owned), contact: None }
}

fn task(text: Option<&str>) -> CaseChange {
    CaseChange::EditTask { id: TaskId(uuid(2)), text: text.map(str::to_owned), due: None, assignee: None }
}

/// Two people with one case: a party and a task in it.
fn pair() -> (Computer, Computer) {
    two(&[
        title("Appeal"),
        CaseChange::AddParty { id: PartyId(uuid(1)), name: "Sara".to_owned(), role: "Child".to_owned(), contact: String::new() },
    ])
}

/// Takes a save back after a colleague, who had seen it, made `since`.
fn after(mine: &[CaseChange], since: &[CaseChange]) -> (Result<Saved, EditRefused>, Case) {
    let (mut first, mut second) = pair();
    let saved = first.edit(mine);
    let heads = first.document.heads();
    second.document.apply(&by(1), &saved.change).unwrap();
    let since = second.edit(since);
    first.document.apply(&by(2), &since.change).unwrap();
    let back = first.document.take_back(Moment(9_000), &saved.inverse, &heads);
    (back, first.read())
}

#[test]
fn taking_back_leaves_what_a_colleague_wrote_beside_it() {
    let (back, case) = after(&[party(Some("Sara Miller"), None)], &[party(None, Some("Applicant"))]);
    assert!(back.is_ok(), "{back:?}");
    let shown = &case.parties[0];
    assert_eq!((shown.name.value().unwrap().as_str(), shown.role.value().unwrap().as_str()), ("Sara", "Applicant"));
}

#[test]
fn what_a_colleague_wrote_over_it_is_never_taken_back_with_it() {
    let (back, case) = after(&[title("Mine")], &[title("Theirs")]);
    assert!(matches!(back, Err(EditRefused::ChangedSince)), "{back:?}");
    assert_eq!(case.title.value().map(String::as_str), Some("Theirs"));

    let add = CaseChange::AddTask { id: TaskId(uuid(2)), text: "Call".to_owned(), due: None, assignee: None };
    let (back, case) = after(std::slice::from_ref(&add), &[task(Some("Call at ten"))]);
    assert!(matches!(back, Err(EditRefused::ChangedSince)), "{back:?}");
    assert!(!case.tasks[0].removed, "a colleague works on it");

    let (back, case) = after(&[add], &[title("Theirs")]);
    assert!(back.is_ok() && case.tasks[0].removed, "what nobody touched goes");

    let status =
        |number, status: Status| CaseChange::AddEvent { id: EventId(uuid(number)), event: EventKind::StatusSet { stage: status.into() } };
    let (back, case) = after(&[status(11, Status::InReview)], &[status(12, Status::Waiting)]);
    assert!(matches!(back, Err(EditRefused::ChangedSince)), "{back:?}");
    assert_eq!(last_stage(&case).status, Status::Waiting);
}

#[test]
fn what_was_written_over_a_conflict_is_not_offered_to_be_taken_back() {
    let (mut first, mut second) = pair();
    let (one, other) = (first.edit(&[title("One")]).change, second.edit(&[title("Other")]).change);
    exchange(&mut first, &[one], &mut second, &[other]);
    assert_eq!(first.read().title.0.len(), 2);
    assert!(first.edit(&[title("Third")]).inverse.is_empty(), "one value would come back, and the other be hidden");
}

#[test]
fn a_case_that_a_colleague_worked_on_is_not_taken_away_with_its_bringing_back() {
    let (mut first, mut second) = pair();
    let remove = first.edit(&[CaseChange::RemoveCase { reason: "twice".to_owned() }]);
    let back = first.edit(&[CaseChange::RestoreCase]);
    let heads = first.document.heads();
    assert!(matches!(back.inverse[..], [CaseChange::RemoveCase { .. }]), "{:?}", back.inverse);
    let mut alone = first.document.clone();
    alone.take_back(Moment(9_000), &back.inverse, &heads).unwrap();
    assert!(alone.is_removed(), "nobody did anything in it");

    second.document.apply_removal(&by(1), &remove.change).unwrap();
    second.document.apply(&by(1), &back.change).unwrap();
    let note = CaseChange::AddNote { id: NoteId(uuid(5)), text: "Called".to_owned(), corrects: None };
    let since = second.edit(&[note]);
    first.document.apply(&by(2), &since.change).unwrap();
    let refused = first.document.take_back(Moment(9_000), &back.inverse, &heads);
    assert!(matches!(refused, Err(EditRefused::ChangedSince)), "{refused:?}");
    assert!(!first.document.is_removed());
}

#[test]
fn a_no_is_an_answer() {
    let flag = |value: FieldValue| CaseChange::SetField { field: "Sibling".to_owned(), value };
    let (mut first, mut second) = two(&[title("Appeal"), flag(FieldValue::Flag(true))]);
    let emptied = first.edit(&[flag(FieldValue::Empty)]);
    let heads = first.document.heads();
    second.document.apply(&by(1), &emptied.change).unwrap();
    let no = second.edit(&[flag(FieldValue::Flag(false))]);
    first.document.apply(&by(2), &no.change).unwrap();
    let back = first.document.take_back(Moment(9_000), &emptied.inverse, &heads);
    assert!(matches!(back, Err(EditRefused::ChangedSince)), "{back:?}");
    assert_eq!(first.read().fields["Sibling"].value(), Some(&FieldValue::Flag(false)));
}
