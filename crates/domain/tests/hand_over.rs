//! What waits to be taken, and what became of what was handed over, as every replica must say it.
#![allow(clippy::unwrap_used)]

mod common;

use praesto_domain::{
    Day, DeadlineId, EventId, HandOverId, PersonId,
    casework::{
        Case, CaseChange, ChangeRefused, Deadline, Event, EventKind, FieldValue, HAND_OVER_CHARS, HandOver, HandOverState, Removal, Slot,
        Stage, Status, hand_overs, holder, next_deadline, open_tasks, validate, waiting_hand_over,
    },
};
use proptest::prelude::*;
use uuid::Uuid;

use common::{case, person, slot, stamp};

fn event(id: u128, kind: EventKind) -> Event {
    Event { id: EventId(Uuid::from_u128(id)), kind, by: stamp(id) }
}

fn handed(id: u128, giver: u128, to: u128) -> Event {
    let together = HandOverId(Uuid::from_u128(70));
    event(id, EventKind::HandedOver { to: person(to), words: format!("words {id}"), together, person: person(giver) })
}

fn taken(id: u128, of: u128, by: u128) -> Event {
    event(id, EventKind::Taken { of: EventId(Uuid::from_u128(of)), person: person(by) })
}

fn given_back(id: u128, of: u128, by: u128) -> Event {
    event(id, EventKind::GivenBack { of: EventId(Uuid::from_u128(of)), words: "I am away too".to_owned(), person: person(by) })
}

/// A case whose holders stand there by the newest hand-over to each, where there is one.
fn with(assignee: &[Option<u128>], events: Vec<Event>) -> Case {
    let mut holders = slot(assignee.iter().map(|one| one.map(person)));
    for holder in &mut holders.0 {
        let own = |event: &&Event| matches!(&event.kind, EventKind::HandedOver { to, .. } if Some(*to) == holder.value);
        holder.by = events.iter().rev().find(own).map_or(holder.by, |event| event.by);
    }
    Case { assignee: holders, events, ..case() }
}

/// The same case, whose holder was written by whatever bears the stamp of this number.
fn written_by(number: u128, mut case: Case) -> Case {
    case.assignee.0.iter_mut().for_each(|holder| holder.by = stamp(number));
    case
}

fn settled(id: u128, place: &str) -> Event {
    event(id, EventKind::Settled { place: place.to_owned(), chosen: "Cem".to_owned() })
}

fn states(case: &Case) -> Vec<HandOverState> {
    hand_overs(case).into_iter().map(|one| one.state).collect()
}

use HandOverState::{GivenBack, Over, Taken, Waits};

#[test]
fn who_was_handed_a_case_is_waited_for_until_they_answer() {
    let waiting = with(&[Some(2)], vec![handed(10, 1, 2)]);
    assert_eq!(states(&waiting), [Waits]);
    let one = waiting_hand_over(&waiting).unwrap();
    assert_eq!((one.giver, one.to, one.words), (person(1), person(2), "words 10"));
    assert_eq!(states(&with(&[Some(2)], vec![handed(10, 1, 2), taken(11, 10, 2)])), [Taken]);
    let back = with(&[Some(1)], vec![handed(10, 1, 2), given_back(11, 10, 2)]);
    assert_eq!(states(&back), [GivenBack]);
    assert_eq!(hand_overs(&back)[0].back.unwrap().0, "I am away too");
    assert_eq!(states(&with(&[Some(3)], vec![handed(10, 1, 2)])), [Over], "somebody else has it by now");
    assert_eq!(states(&with(&[None], vec![handed(10, 1, 2)])), [Over]);
}

#[test]
fn nobody_answers_for_another_and_nobody_is_asked_about_their_own() {
    for answer in [taken(11, 10, 1), taken(11, 10, 3), given_back(11, 10, 1), taken(11, 99, 2)] {
        assert_eq!(states(&with(&[Some(2)], vec![handed(10, 1, 2), answer])), [Waits]);
    }
    assert_eq!(states(&with(&[Some(2)], vec![handed(10, 2, 2)])), [Over]);
}

#[test]
fn the_newest_hand_over_to_whoever_has_the_case_counts() {
    let twice = with(&[Some(2)], vec![handed(10, 1, 2), taken(11, 10, 2), handed(12, 3, 2)]);
    assert_eq!(states(&twice), [Taken, Waits]);
    let before = with(&[Some(2)], vec![handed(10, 1, 2), handed(12, 3, 2), taken(13, 12, 2)]);
    assert_eq!(states(&before), [Over, Taken], "what was taken later leaves nothing to ask about");
    let passed_on = with(&[Some(3)], vec![handed(10, 1, 2), handed(11, 2, 3)]);
    assert_eq!(states(&passed_on), [Over, Waits]);
    let both = with(&[Some(1)], vec![handed(10, 1, 2), taken(11, 10, 2), given_back(12, 10, 2)]);
    assert_eq!(states(&both), [GivenBack], "taken on one computer and given back on another, it went back");
}

#[test]
fn who_is_assigned_the_case_again_without_a_word_is_asked_about_nothing_older() {
    let passed_on = vec![handed(10, 1, 2), handed(11, 2, 3)];
    let back = written_by(12, with(&[Some(2)], passed_on.clone()));
    assert_eq!((holder(&back), states(&back)), (Some(person(2)), vec![Over, Over]));
    let anew = with(&[Some(2)], [passed_on, vec![handed(13, 3, 2)]].concat());
    assert_eq!(states(&anew), [Over, Over, Waits], "handed over anew, it waits");
}

#[test]
fn what_a_settlement_chose_waits_and_another_settlement_says_nothing_of_it() {
    let apart = |event| written_by(12, with(&[Some(2)], vec![handed(10, 1, 2), handed(11, 1, 3), event]));
    assert_eq!(states(&apart(settled(12, "assignee"))), [Waits, Over]);
    assert_eq!(states(&apart(settled(12, "title"))), [Over, Over]);
    assert_eq!(states(&apart(settled(13, "assignee"))), [Over, Over], "somebody was assigned it after that");
}

#[test]
fn while_two_people_have_a_case_nobody_is_asked_and_settling_it_says_who_is() {
    let events = vec![handed(10, 1, 2), handed(11, 1, 3)];
    let disputed = with(&[Some(3), Some(2)], events.clone());
    assert_eq!((holder(&disputed), states(&disputed)), (None, vec![Over, Over]));
    assert_eq!(states(&with(&[Some(2)], events.clone())), [Waits, Over]);
    assert_eq!(states(&with(&[Some(3)], events.clone())), [Over, Waits]);
    assert_eq!(states(&with(&[Some(3), Some(3)], events)), [Over, Waits], "two who wrote the same agree");
}

#[test]
fn a_closed_or_removed_case_asks_nobody() {
    let waiting = with(&[Some(2)], vec![handed(10, 1, 2)]);
    let closed = Case { stage: slot([Status::Closed].map(Stage::from)), ..waiting.clone() };
    assert_eq!(states(&closed), [Over]);
    let removal = |unseen| Some(Removal { reasons: slot(["twice".to_owned()]), unseen });
    assert_eq!(states(&Case { removal: removal(vec![]), ..waiting.clone() }), [Over]);
    assert_eq!(states(&Case { removal: removal(vec![stamp(4)]), ..waiting }), [Waits], "it is back");
}

#[test]
fn words_that_every_case_keeps_are_short() {
    let change = |chars: usize| {
        let kind = EventKind::GivenBack { of: EventId(Uuid::nil()), words: "д".repeat(chars), person: person(1) };
        CaseChange::AddEvent { id: EventId(Uuid::nil()), event: kind }
    };
    assert_eq!(validate(&change(HAND_OVER_CHARS)), Ok(()));
    assert_eq!(validate(&change(HAND_OVER_CHARS + 1)), Err(ChangeRefused::TooLong { what: "words", limit: HAND_OVER_CHARS }));
}

#[test]
fn the_next_deadline_is_the_earliest_that_is_not_met() {
    let day = |text: &str| text.parse::<Day>().unwrap();
    let deadline = |number: u128, on: &str, met: bool| Deadline {
        id: DeadlineId(Uuid::from_u128(number)),
        label: slot([format!("deadline {number}")]),
        day: slot([FieldValue::Day(day(on))]),
        met: slot([met]),
        rule: None,
        removed: false,
        reopened: false,
    };
    let mut case = case();
    assert!(next_deadline(&case).is_none() && open_tasks(&case).next().is_none());
    case.deadlines = vec![deadline(1, "2026-12-01", false), deadline(2, "2026-11-20", true), deadline(3, "2026-11-25", false)];
    let (next, on) = next_deadline(&case).unwrap();
    assert_eq!((next.label.value().unwrap().as_str(), on), ("deadline 3", day("2026-11-25")));
    case.deadlines[2].day = Slot::default();
    assert_eq!(next_deadline(&case).unwrap().1, day("2026-12-01"), "one without a day comes never");
    case.stage = slot([Status::Closed].map(Stage::from));
    assert!(next_deadline(&case).is_none());
}

fn events() -> impl Strategy<Value = Vec<Event>> {
    let people = 1_u128..4;
    let one = (0_u8..3, people.clone(), people, 0_u128..8);
    proptest::collection::vec(one, 0..12).prop_map(|all| {
        let made = all.into_iter().zip(10_u128..).map(|((what, by, to, of), id)| match what {
            0 => handed(id, by, to),
            1 => taken(id, 10 + of, by),
            _ => given_back(id, 10 + of, by),
        });
        made.collect()
    })
}

proptest! {
    #[test]
    fn at_most_one_hand_over_waits_and_it_is_that_by_which_the_holder_has_the_case(
        events in events(), assignee in 0_u128..4, writer in proptest::option::of(9_u128..24), settles in any::<bool>(),
    ) {
        let mut case = with(&[(assignee > 0).then_some(assignee)], events);
        if let Some(writer) = writer {
            case = written_by(writer, case);
        }
        // The stamp of a settlement is that of what it wrote.
        let settles = settles.then(|| case.assignee.0[0].by);
        case.events.extend(settles.map(|by| Event { by, ..settled(40, "assignee") }));
        let all = hand_overs(&case);
        let waits: Vec<_> = all.iter().filter(|one| one.state == Waits).collect();
        prop_assert!(waits.len() <= 1);
        for one in waits {
            prop_assert_eq!(Some(one.to), holder(&case));
            prop_assert_ne!(one.giver, one.to);
            let answered = |kind: &EventKind| match kind {
                EventKind::Taken { of, person } | EventKind::GivenBack { of, person, .. } => (*of, *person) == (one.id, one.to),
                _ => false,
            };
            prop_assert!(!case.events.iter().any(|event| answered(&event.kind)));
            let place = |id: EventId| case.events.iter().position(|event| event.id == id);
            let own = |other: &HandOver<'_>| case.assignee.0.iter().any(|value| value.by == other.by);
            prop_assert!(settles.is_some() || own(one), "nobody is asked by an assignment without a word");
            let newer = |other: &HandOver<'_>| other.to == one.to && other.giver != other.to && place(other.id) > place(one.id);
            prop_assert!(!all.iter().any(|other| newer(other) && (settles.is_some() || own(other))), "it is the newest to them");
        }
        // Who answered what is said by them alone.
        let own = |one: PersonId, state| all.iter().filter(|other| other.to == one && other.state == state).count();
        let said = |one: PersonId| case.events.iter().filter(|event| matches!(&event.kind, EventKind::Taken { person, .. } | EventKind::GivenBack { person, .. } if *person == one)).count();
        for number in 1..4 {
            prop_assert!(own(person(number), Taken) + own(person(number), GivenBack) <= said(person(number)));
        }
    }
}
