//! Rules over a case, as every replica must apply them.
#![allow(clippy::unwrap_used)]

use praesto_domain::{
    CaseId, Day, DeadlineId, DecisionId, DeviceId, EventId, Moment, NoteId, TaskId,
    casework::{
        CHANGE_CODES, Case, CaseChange, ChangeRefused, Channel, Deadline, Decision, EventKind, FieldValue, LINE_CHARS, LateChange, Place,
        Removal, Slot, Stamp, Stamped, Status, Task, conflicts, contradicting_decisions, due, is_closing_contested, is_removal_contested,
        is_removed, needs_people, standing_decisions, stands_alone, status, validate,
    },
};
use proptest::prelude::*;
use uuid::Uuid;

fn stamp(device: u128) -> Stamp {
    Stamp { device: DeviceId(Uuid::from_u128(device)), at: Moment(0) }
}

fn slot<T>(values: impl IntoIterator<Item = T>) -> Slot<T> {
    Slot(values.into_iter().enumerate().map(|(index, value)| Stamped { id: index.to_string(), value, by: stamp(index as u128) }).collect())
}

fn case() -> Case {
    Case {
        id: CaseId(Uuid::from_u128(1)),
        case_type: "general".to_owned(),
        reference: slot(["2026-0001".to_owned()]),
        title: slot(["Appeal".to_owned()]),
        received: Slot::default(),
        channel: Channel::Paper,
        origin: None,
        assignee: Slot::default(),
        status_set: Slot::default(),
        fields: Default::default(),
        parties: Vec::new(),
        notes: Vec::new(),
        attachments: Vec::new(),
        tasks: Vec::new(),
        deadlines: Vec::new(),
        decisions: Vec::new(),
        events: Vec::new(),
        tags: Vec::new(),
        removal: None,
        late: Vec::new(),
        created: stamp(1),
    }
}

fn decision(id: u128, outcome: &str, replaces: &[u128]) -> Decision {
    Decision {
        id: DecisionId(Uuid::from_u128(id)),
        outcome: outcome.to_owned(),
        reason: String::new(),
        replaces: replaces.iter().map(|id| DecisionId(Uuid::from_u128(*id))).collect(),
        withdrawn: false,
        by: stamp(id),
    }
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn deadline(days: &[&str], met: &[bool]) -> Deadline {
    Deadline {
        id: DeadlineId(Uuid::from_u128(7)),
        label: slot(["Answer".to_owned()]),
        day: slot(days.iter().map(|text| FieldValue::Day(day(text)))),
        met: slot(met.iter().copied()),
        removed: false,
        reopened: false,
    }
}

#[test]
fn a_case_moves_by_hand_until_it_is_decided() {
    let mut case = case();
    assert_eq!(status(&case), Status::New);
    case.status_set = slot([Status::Waiting]);
    assert_eq!(status(&case), Status::Waiting);
    case.decisions = vec![decision(1, "granted", &[])];
    assert_eq!(status(&case), Status::Decided, "a standing decision decides");
    case.decisions[0].withdrawn = true;
    assert_eq!(status(&case), Status::Waiting, "a withdrawn decision does not");
    case.decisions[0].withdrawn = false;
    case.status_set = slot([Status::Closed]);
    assert_eq!(status(&case), Status::Closed);
    case.status_set = slot([Status::InReview]);
    assert_eq!(status(&case), Status::Decided, "opened again, the decision still stands");
}

#[test]
fn of_two_statuses_set_apart_the_open_one_counts_until_a_person_has_chosen() {
    let mut case = case();
    for apart in [[Status::Closed, Status::Waiting], [Status::Waiting, Status::Closed]] {
        case.status_set = slot(apart);
        assert_eq!((status(&case), conflicts(&case)), (Status::Waiting, vec![Place::Status]));
    }
    case.status_set = slot([Status::Closed, Status::Closed]);
    assert_eq!((status(&case), conflicts(&case)), (Status::Closed, vec![]), "two who agree do not clash");
}

#[test]
fn contradicting_decisions_need_people_even_in_a_closed_case() {
    let mut case = case();
    case.decisions = vec![decision(1, "granted", &[]), decision(2, "refused", &[])];
    case.status_set = slot([Status::Closed]);
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
    case.status_set = slot([Status::Closed]);
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
    case.status_set = slot([Status::Waiting]);
    case.decisions = vec![decision(1, "Granted", &[])];
    assert!(stands_alone(&case, &Place::Status, &text("decided")), "what was seen follows from the whole case");
    case.status_set = slot([Status::Waiting, Status::Closed]);
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
    case.status_set = slot([Status::Closed]);
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
    let unfounded =
        CaseChange::Decide { id: DecisionId(Uuid::nil()), outcome: "granted".to_owned(), reason: " ".to_owned(), replaces: Vec::new() };
    assert_eq!(validate(&unfounded), Err(ChangeRefused::Empty { what: "reason" }));
    let derived = CaseChange::AddEvent { id: EventId(Uuid::nil()), event: EventKind::StatusSet { status: Status::Decided } };
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
