//! Taking back is a change of its own, and brings back what was shown.

use praesto_domain::{
    EventId, Moment,
    casework::{Case, CaseChange, EventKind, Status, last_status_set},
};
use proptest::prelude::*;

use super::merging::{Kind, kinds, make};
use super::{Computer, title, uuid};

/// What a case shows, without who and when, and without what is removed or withdrawn.
fn shown(case: &Case) -> String {
    let line = |slot: &praesto_domain::casework::Slot<String>| slot.value().cloned().unwrap_or_default();
    let mut said = vec![format!("{} {} {:?}", line(&case.title), line(&case.reference), last_status_set(case))];
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
                inverse = Some(saved.inverse);
            }
            inverse
        };
        for kind in before {
            edit(&mut computer, &[kind]);
        }
        let mut steps = Vec::new();
        for kinds in saves {
            let was = shown(&computer.read());
            if let Some(inverse) = edit(&mut computer, &kinds) {
                steps.push((was, inverse));
            }
        }
        while let Some((was, inverse)) = steps.pop() {
            computer.edit(&inverse);
            prop_assert_eq!(shown(&computer.read()), was);
        }
    }
}

#[test]
fn taking_back_a_status_goes_back_to_the_one_before_and_both_stay_in_the_trail() {
    let set = |number, status| CaseChange::AddEvent { id: EventId(uuid(number)), event: EventKind::StatusSet { status } };
    let (mut computer, _) = Computer::with_new_case(1, &[set(1, Status::InReview)]);
    let saved = computer.edit(&[set(2, Status::Closed)]);
    assert_eq!(last_status_set(&computer.read()), Status::Closed);
    let back = computer.edit(&saved.inverse);
    assert_eq!(last_status_set(&computer.read()), Status::InReview);
    assert_eq!(computer.read().events.len(), 3);
    computer.edit(&back.inverse);
    assert_eq!(last_status_set(&computer.read()), Status::Closed, "taking back can be taken back");
}
