//! Rules over a case, as every replica must apply them.
#![allow(clippy::unwrap_used)]

mod common;

use praesto_domain::{
    Day, DeadlineId, DecisionId, EventId, NoteId, TaskId,
    case_types::Who,
    casework::{
        CHANGE_CODES, CaseChange, ChangeRefused, Deadline, Decision, EventKind, FieldValue, LINE_CHARS, LateChange, Place, Removal, Slot,
        Stage, Status, Task, conflicts, contradicting_decisions, due, is_closing_contested, is_removal_contested, is_removed, is_signed,
        needs_people, standing_decisions, stands_alone, stands_at, status, validate, waiting_decisions,
    },
};
use proptest::prelude::*;
use uuid::Uuid;

use common::{case, decision, person, signature, slot, stamp};

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn deadline(days: &[&str], met: &[bool]) -> Deadline {
    Deadline {
        id: DeadlineId(Uuid::from_u128(7)),
        label: slot(["Answer".to_owned()]),
        day: slot(days.iter().map(|text| FieldValue::Day(day(text)))),
        met: slot(met.iter().copied()),
        rule: None,
        removed: false,
        reopened: false,
    }
}

#[test]
fn a_case_moves_by_hand_until_it_is_decided() {
    let mut case = case();
    assert_eq!(status(&case), Status::New);
    case.stage = slot([Status::Waiting].map(Stage::from));
    assert_eq!(status(&case), Status::Waiting);
    case.decisions = vec![decision(1, "granted", &[])];
    assert_eq!(status(&case), Status::Decided, "a standing decision decides");
    case.decisions[0].withdrawn = true;
    assert_eq!(status(&case), Status::Waiting, "a withdrawn decision does not");
    case.decisions[0].withdrawn = false;
    case.stage = slot([Status::Closed].map(Stage::from));
    assert_eq!(status(&case), Status::Closed);
    case.stage = slot([Status::InReview].map(Stage::from));
    assert_eq!(status(&case), Status::Decided, "opened again, the decision still stands");
}

#[test]
fn of_two_statuses_set_apart_the_open_one_counts_until_a_person_has_chosen() {
    let mut case = case();
    for apart in [[Status::Closed, Status::Waiting], [Status::Waiting, Status::Closed]] {
        case.stage = slot(apart.map(Stage::from));
        assert_eq!((status(&case), conflicts(&case)), (Status::Waiting, vec![Place::Status]));
    }
    case.stage = slot([Status::Closed, Status::Closed].map(Stage::from));
    assert_eq!((status(&case), conflicts(&case)), (Status::Closed, vec![]), "two who agree do not clash");
}

#[test]
fn contradicting_decisions_need_people_even_in_a_closed_case() {
    let mut case = case();
    case.decisions = vec![decision(1, "granted", &[]), decision(2, "refused", &[])];
    case.stage = slot([Status::Closed].map(Stage::from));
    assert_eq!(status(&case), Status::NeedsAdjudication);
    assert_eq!(contradicting_decisions(&case).len(), 2);
    assert!(needs_people(&case));
    case.decisions.push(decision(3, "granted", &[1, 2]));
    assert_eq!(status(&case), Status::Closed, "a third decision that knew of both settles it");
    assert_eq!(standing_decisions(&case).len(), 1);
    case.decisions[2].withdrawn = true;
    assert_eq!(status(&case), Status::NeedsAdjudication, "a withdrawn decision replaces nothing");
}

#[test]
fn two_people_who_decide_alike_do_not_contradict_each_other() {
    let mut case = case();
    case.decisions = vec![decision(1, "granted", &[]), decision(2, "granted ", &[])];
    assert_eq!(status(&case), Status::Decided);
}

#[test]
fn a_decision_that_needs_a_second_signature_counts_once_somebody_else_has_signed() {
    let signed = |by: Option<u128>, second, signatures: &[u128]| {
        let mut decision = decision(1, "granted", &[]);
        (decision.person, decision.second) = (by.map(person), Some(second));
        decision.signatures = signatures.iter().map(|number| signature(*number)).collect();
        is_signed(&decision)
    };
    assert!(is_signed(&decision(1, "granted", &[])), "one signature is enough");
    for second in [Who::Anyone, Who::Assignee, Who::Manager] {
        assert!(!signed(Some(1), second, &[]), "nobody signed");
        assert!(!signed(Some(1), second, &[1]), "nobody signs twice");
        assert!(!signed(None, second, &[2, 9]), "whose decision it is must be known");
        assert!(signed(Some(1), second, &[1, 9]));
    }
    assert!(!signed(Some(1), Who::Manager, &[2]), "person 2 is no manager");
    assert!(!signed(Some(9), Who::Manager, &[9]), "a manager who decides cannot be the second as well");
    assert!(signed(Some(1), Who::Anyone, &[2]));
}

#[test]
fn a_decision_that_waits_for_its_signature_neither_counts_nor_replaces() {
    let mut case = case();
    let waits = |id, outcome, replaces: &[u128]| Decision { second: Some(Who::Anyone), ..decision(id, outcome, replaces) };
    case.decisions = vec![decision(1, "granted", &[]), waits(2, "refused", &[1])];
    assert_eq!(status(&case), Status::Decided);
    let ids = |decisions: Vec<&Decision>| decisions.iter().map(|decision| decision.id.0.as_u128()).collect::<Vec<_>>();
    assert_eq!((ids(standing_decisions(&case)), ids(waiting_decisions(&case))), (vec![1], vec![2]));
    assert!(contradicting_decisions(&case).is_empty());
    case.decisions[1].signatures = vec![signature(3)];
    assert_eq!((ids(standing_decisions(&case)), ids(waiting_decisions(&case))), (vec![2], vec![]));
    case.decisions[1].withdrawn = true;
    assert_eq!(ids(standing_decisions(&case)), [1], "withdrawn, it replaces nothing");
    case.decisions = vec![waits(1, "granted", &[])];
    assert_eq!(status(&case), Status::New);
}

#[test]
fn a_stage_is_read_as_it_is_written_and_nothing_else_is() {
    for status in Stage::STATUSES {
        for state in [None, Some("papers_missing".to_owned())] {
            let stage = Stage { status, state };
            assert_eq!(Stage::read(&stage.code()), Some(stage));
        }
    }
    for code in ["", "decided", "needs_adjudication", "waiting ", "waiting Papers", "waiting a b", "waiting  a", "Waiting"] {
        assert_eq!(Stage::read(code), None, "{code:?}");
    }
    let apart = Stage { status: Status::Waiting, state: Some("papers_missing".to_owned()) };
    let mut case = case();
    case.stage = slot([apart.clone(), Stage::from(Status::Waiting)]);
    assert_eq!(conflicts(&case), [Place::Status], "two states behind one status are two");
    assert_eq!(stands_at(&case), apart);
    case.decisions = vec![decision(1, "granted", &[])];
    assert_eq!(stands_at(&case), Stage::from(Status::Decided));
}

#[test]
fn decisions_that_name_each_other_cannot_hide_both() {
    let mut case = case();
    case.decisions = vec![decision(1, "granted", &[2]), decision(2, "refused", &[1])];
    assert_eq!(standing_decisions(&case).iter().map(|standing| standing.id.0.as_u128()).collect::<Vec<_>>(), [2]);
}

#[test]
fn the_earliest_open_day_is_due() {
    let mut case = case();
    assert_eq!(due(&case), None);
    case.deadlines = vec![deadline(&["2026-12-01"], &[false])];
    case.tasks = vec![Task {
        id: TaskId(Uuid::from_u128(1)),
        text: slot(["Call".to_owned()]),
        due: slot([FieldValue::Day(day("2026-11-24"))]),
        assignee: Slot::default(),
        done: slot([false]),
        removed: false,
        reopened: false,
        by: stamp(1),
    }];
    assert_eq!(due(&case), Some(day("2026-11-24")));
    case.tasks[0].done = slot([true]);
    assert_eq!(due(&case), Some(day("2026-12-01")), "a task that is done is not due");
    case.tasks[0].done = slot([true, false]);
    assert_eq!(due(&case), Some(day("2026-11-24")), "ticked off by one of two people is not done");
    case.tasks[0].removed = true;
    case.deadlines = vec![deadline(&["2026-12-01", "2026-11-30"], &[])];
    assert_eq!(due(&case), Some(day("2026-11-30")), "of two days in conflict the earlier one counts");
    case.stage = slot([Status::Closed].map(Stage::from));
    assert_eq!(due(&case), None, "nothing is due in a closed case");
}

#[test]
fn what_stands_alone_is_one_value_however_nothing_is_said() {
    let mut case = case();
    let text = |text: &str| FieldValue::Text(text.to_owned());
    assert!(stands_alone(&case, &Place::Title, &text("Appeal")));
    assert!(!stands_alone(&case, &Place::Title, &text("Appeal ")) && !stands_alone(&case, &Place::Title, &FieldValue::Empty));
    for nothing in [FieldValue::Empty, text("")] {
        assert!(stands_alone(&case, &Place::Received, &nothing) && stands_alone(&case, &Place::Assignee, &nothing));
    }
    case.title = slot(["Appeal".to_owned(), "Appeal".to_owned()]);
    assert!(stands_alone(&case, &Place::Title, &text("Appeal")), "two who wrote the same wrote one value");
    case.title = slot(["Appeal".to_owned(), "Objection".to_owned()]);
    assert!(!stands_alone(&case, &Place::Title, &text("Appeal")) && !stands_alone(&case, &Place::Title, &text("Objection")));
    assert!(stands_alone(&case, &Place::Status, &text("new")), "a status that nobody set is new");
    case.stage = slot([Status::Waiting].map(Stage::from));
    case.decisions = vec![decision(1, "Granted", &[])];
    assert!(stands_alone(&case, &Place::Status, &text("decided")), "what was seen follows from the whole case");
    case.stage = slot([Status::Waiting, Status::Closed].map(Stage::from));
    assert!(!stands_alone(&case, &Place::Status, &text("decided")), "and hides no conflict");
}

#[test]
fn conflicts_name_their_places_and_equal_values_are_none() {
    let mut case = case();
    case.title = slot(["A".to_owned(), "A".to_owned()]);
    assert!(conflicts(&case).is_empty());
    case.title = slot(["A".to_owned(), "B".to_owned()]);
    case.fields.insert("income".to_owned(), slot([FieldValue::Whole(1), FieldValue::Empty]));
    case.deadlines = vec![deadline(&["2026-12-01", "2026-11-30"], &[])];
    let deadline = case.deadlines[0].id;
    assert_eq!(conflicts(&case), [Place::Title, Place::Field { field: "income".to_owned() }, Place::DeadlineDay { deadline }]);
    case.deadlines[0].removed = true;
    assert_eq!(conflicts(&case).len(), 2, "nobody is asked about what was removed");
}

#[test]
fn a_case_is_removed_only_while_whoever_removed_it_knew_all_of_it() {
    let mut case = case();
    assert!(!is_removed(&case) && !is_removal_contested(&case));
    case.removal = Some(Removal { reasons: slot(["Entered twice".to_owned()]), unseen: Vec::new() });
    assert!(is_removed(&case) && !is_removal_contested(&case) && !needs_people(&case));
    case.removal = Some(Removal { reasons: slot(["Entered twice".to_owned(), "A test".to_owned()]), unseen: Vec::new() });
    assert!(is_removed(&case) && !needs_people(&case), "two reasons for one thing are no conflict");
    case.removal = Some(Removal { reasons: slot(["Entered twice".to_owned()]), unseen: vec![stamp(2)] });
    assert!(!is_removed(&case), "what nobody saw is not taken away");
    assert!(is_removal_contested(&case) && needs_people(&case), "and a person decides");
}

#[test]
fn a_removal_says_why() {
    let remove = |reason: &str| validate(&CaseChange::RemoveCase { reason: reason.to_owned() });
    assert_eq!(remove("Entered twice"), Ok(()));
    assert_eq!(remove(" \n"), Err(ChangeRefused::Empty { what: "reason" }));
    assert_eq!(validate(&CaseChange::RestoreCase), Ok(()));
}

#[test]
fn a_change_beside_the_closing_waits_for_a_person_and_a_known_one_does_not() {
    let mut case = case();
    case.stage = slot([Status::Closed].map(Stage::from));
    assert!(!is_closing_contested(&case) && !needs_people(&case));
    case.late = vec![LateChange { by: stamp(2), knew: true }];
    assert!(!is_closing_contested(&case) && !needs_people(&case), "whoever adds to a closed file knows what they do");
    case.late.push(LateChange { by: stamp(3), knew: false });
    assert!(is_closing_contested(&case) && needs_people(&case));
    assert_eq!(status(&case), Status::Closed, "it stays closed until a person says otherwise");
    case.decisions = vec![decision(1, "granted", &[]), decision(2, "refused", &[])];
    assert!(!is_closing_contested(&case), "decisions that contradict come first, and bring the case back by themselves");
}

#[test]
fn limits_count_characters_not_bytes() {
    let title = |count| CaseChange::SetTitle { title: "Ќ".repeat(count) };
    assert_eq!(validate(&title(LINE_CHARS)), Ok(()));
    assert_eq!(validate(&title(LINE_CHARS + 1)), Err(ChangeRefused::TooLong { what: "title", limit: LINE_CHARS }));
    assert!(matches!(validate(&CaseChange::SetTitle { title: "a\nb".to_owned() }), Err(ChangeRefused::Unprintable { .. })));
    let empty = CaseChange::AddNote { id: NoteId(Uuid::nil()), text: " \n".to_owned(), corrects: None };
    assert_eq!(validate(&empty), Err(ChangeRefused::Empty { what: "note" }));
    let unfounded = CaseChange::Decide {
        id: DecisionId(Uuid::nil()),
        outcome: "granted".to_owned(),
        reason: " ".to_owned(),
        replaces: Vec::new(),
        person: None,
        second: None,
    };
    assert_eq!(validate(&unfounded), Err(ChangeRefused::Empty { what: "reason" }));
    let derived = CaseChange::AddEvent { id: EventId(Uuid::nil()), event: EventKind::StatusSet { stage: Status::Decided.into() } };
    assert_eq!(validate(&derived), Err(ChangeRefused::DerivedStatus));
}

#[test]
fn codes_are_sorted_and_known() {
    assert!(CHANGE_CODES.is_sorted(), "a sorted list shows a missing code");
    let note = CaseChange::AddNote { id: NoteId(Uuid::nil()), text: "x".to_owned(), corrects: Some(NoteId(Uuid::nil())) };
    assert!(CHANGE_CODES.contains(&note.code()));
}

proptest! {
    #[test]
    fn contradictions_are_all_or_none_of_what_stands(picks in proptest::collection::vec((0u8..3, any::<bool>(), proptest::collection::vec(0usize..6, 0..3)), 0..6)) {
        let mut case = case();
        for (index, (outcome, withdrawn, replaces)) in picks.into_iter().enumerate() {
            let replaces: Vec<u128> = replaces.into_iter().map(|id| id as u128).collect();
            let mut made = decision(index as u128, &outcome.to_string(), &replaces);
            made.withdrawn = withdrawn;
            case.decisions.push(made);
        }
        let standing = standing_decisions(&case).len();
        let contradicting = contradicting_decisions(&case).len();
        prop_assert!(contradicting == 0 || contradicting == standing && standing >= 2);
        prop_assert_eq!(status(&case) == Status::NeedsAdjudication, contradicting > 0);
        let all_withdrawn = case.decisions.iter().all(|decision| decision.withdrawn);
        prop_assert_eq!(standing == 0, all_withdrawn, "the last decision that was not withdrawn always stands");
    }
}
