//! Handing over on several computers: who may say what, what undo takes back, and that all end with the same answer.

use praesto_domain::{
    EventId, HandOverId, Moment, PersonId, TaskId,
    casework::{Case, CaseChange, EventKind, HandOverState, hand_overs, holder, waiting_hand_over},
};
use proptest::prelude::*;

use super::{Author, Computer, by, exchange, id, person, title, two, uuid};
use crate::documents::{ApplyRefused, EditRefused, Projection};

/// Number of the hand-over that most tests are about.
const HANDED: u64 = 1;

fn handed(number: u64, giver: PersonId, to: PersonId) -> CaseChange {
    let event = EventKind::HandedOver { to, words: "I am ill".to_owned(), together: HandOverId(uuid(70)), person: giver };
    CaseChange::AddEvent { id: EventId(uuid(number)), event }
}

fn assign(to: PersonId) -> CaseChange {
    CaseChange::Assign { person: Some(to) }
}

/// Hands the case to the person of another computer, as the app does.
fn hand(of: &mut Computer, number: u64, to: u8) -> Vec<u8> {
    let giver = person(of.number);
    of.edit(&[handed(number, giver, person(to)), assign(person(to))]).change
}

fn taken(number: u64, of: u64, who: PersonId) -> CaseChange {
    CaseChange::AddEvent { id: EventId(uuid(number)), event: EventKind::Taken { of: EventId(uuid(of)), person: who } }
}

fn given_back(number: u64, of: u64, who: PersonId) -> CaseChange {
    let event = EventKind::GivenBack { of: EventId(uuid(of)), words: "I am away".to_owned(), person: who };
    CaseChange::AddEvent { id: EventId(uuid(number)), event }
}

fn states(case: &Case) -> Vec<HandOverState> {
    hand_overs(case).into_iter().map(|one| one.state).collect()
}

#[test]
fn a_case_that_is_handed_over_waits_on_every_computer_until_it_is_taken() {
    let (mut first, mut second) = two(&[title("Ema"), assign(person(1))]);
    let record = hand(&mut first, HANDED, 2);
    exchange(&mut first, &[record], &mut second, &[]);
    let read = second.read();
    let waits = waiting_hand_over(&read).unwrap();
    assert_eq!((waits.giver, waits.to, waits.words, holder(&read)), (person(1), person(2), "I am ill", Some(person(2))));
    let line = second.document.timeline().pop().unwrap();
    assert_eq!((line.what, line.text.as_deref()), (vec!["hand-over".to_owned()], Some("I am ill")), "one line, with its words");
    assert_eq!(line.written.len(), 1, "and who has it then");

    let saved = second.edit(&[taken(2, HANDED, person(2))]);
    assert!(saved.inverse.is_empty(), "who has taken it gives it back instead");
    exchange(&mut first, &[], &mut second, &[saved.change]);
    assert_eq!(states(&first.read()), [HandOverState::Taken]);
    assert_eq!(first.document.timeline().pop().unwrap().what, ["take-over"]);

    let back = second.edit(&[given_back(3, HANDED, person(2)), assign(person(1))]);
    exchange(&mut first, &[], &mut second, &[back.change]);
    let read = first.read();
    assert_eq!((states(&read), holder(&read)), (vec![HandOverState::GivenBack], Some(person(1))));
    let line = first.document.timeline().pop().unwrap();
    assert_eq!((line.what, line.text.as_deref()), (vec!["give-back".to_owned()], Some("I am away")));
}

#[track_caller]
fn is_refused(computer: &mut Computer, author: &Author, record: &[u8]) {
    let before = computer.document.heads();
    assert!(matches!(computer.document.apply(author, record), Err(ApplyRefused::NotAllowed(_))));
    assert_eq!(computer.document.heads(), before, "nothing of it was taken in");
}

#[test]
fn nobody_hands_over_takes_or_gives_back_in_another_persons_name() {
    let (mut first, mut second) = two(&[title("Ema"), assign(person(1))]);
    let mut forger = first.document.clone();
    let forged = forger.edit(Moment(5_000), &[handed(HANDED, person(3), person(2)), assign(person(2))]).unwrap().change;
    is_refused(&mut second, &by(1), &forged);
    is_refused(&mut second, &Author { person: None, ..by(1) }, &forged);

    let record = hand(&mut first, HANDED, 2);
    second.take(1, &record).unwrap();
    // The giver's program takes it for the other, and gives it back for the other.
    for answer in [taken(2, HANDED, person(2)), given_back(2, HANDED, person(2))] {
        let mut forger = first.document.clone();
        let forged = forger.edit(Moment(5_000), &[answer]).unwrap().change;
        is_refused(&mut second, &by(1), &forged);
    }
    // In their own name it goes in, and counts for nothing.
    let own = first.edit(&[taken(2, HANDED, person(1))]).change;
    second.take(1, &own).unwrap();
    assert_eq!(states(&second.read()), [HandOverState::Waits]);
}

#[test]
fn an_answer_to_nothing_is_refused_before_it_is_written() {
    let (mut first, _) = two(&[title("Ema")]);
    for answer in [taken(2, HANDED, person(1)), given_back(2, HANDED, person(1))] {
        assert!(matches!(first.document.edit(Moment(5_000), &[answer]), Err(EditRefused::Missing { .. })));
    }
}

#[test]
fn a_hand_over_is_taken_back_with_its_tasks_until_it_was_taken() {
    let task = TaskId(uuid(9));
    let add = CaseChange::AddTask { id: task, text: "Call".to_owned(), due: None, assignee: Some(person(1)) };
    let along = CaseChange::EditTask { id: task, text: None, due: None, assignee: Some(Some(person(2))) };
    let (mut first, mut second) = two(&[title("Ema"), assign(person(1)), add]);
    let saved = first.edit(&[handed(HANDED, person(1), person(2)), assign(person(2)), along]);
    let heads = first.document.heads();
    let mut alone = first.document.clone();
    alone.take_back(Moment(9_000), &saved.inverse, &heads).unwrap();
    let read = alone.read(id()).unwrap();
    assert_eq!((holder(&read), states(&read)), (Some(person(1)), vec![HandOverState::Over]));
    assert_eq!(read.tasks[0].assignee.value(), Some(&Some(person(1))));

    second.take(1, &saved.change).unwrap();
    let take = second.edit(&[taken(2, HANDED, person(2))]).change;
    first.take(2, &take).unwrap();
    let refused = first.document.take_back(Moment(9_000), &saved.inverse, &heads);
    assert!(matches!(refused, Err(EditRefused::ChangedSince)), "{refused:?}");
    assert_eq!(holder(&first.read()), Some(person(2)), "who took it keeps it");
}

#[test]
fn handed_to_two_people_apart_it_waits_for_the_one_who_gets_it() {
    let (mut first, mut second) = two(&[title("Ema"), assign(person(1))]);
    let (one, other) = (hand(&mut first, 1, 3), hand(&mut second, 2, 4));
    exchange(&mut first, &[one], &mut second, &[other]);
    let read = first.read();
    assert!(read.assignee.is_conflict() && waiting_hand_over(&read).is_none());
    for value in &read.assignee.0 {
        let mut settled = first.document.clone();
        let choice = super::super::Choice::Use(value.id.clone());
        let said = EventKind::Settled { place: "assignee".to_owned(), chosen: "one of them".to_owned() };
        let said = CaseChange::AddEvent { id: EventId(uuid(3)), event: said };
        settled.settle(Moment(9_000), &praesto_domain::casework::Place::Assignee, &choice, &[said], None).unwrap();
        let read = settled.read(id()).unwrap();
        assert_eq!(waiting_hand_over(&read).map(|one| Some(one.to)), Some(value.value));
    }
}

#[test]
fn passed_on_and_assigned_back_without_a_word_nothing_waits() {
    let (mut first, mut second) = two(&[title("Ema"), assign(person(1))]);
    let to_second = hand(&mut first, 1, 2);
    second.take(1, &to_second).unwrap();
    assert_eq!(states(&second.read()), [HandOverState::Waits]);
    let passed_on = hand(&mut second, 2, 3);
    first.take(2, &passed_on).unwrap();
    assert_eq!(states(&first.read()), [HandOverState::Over, HandOverState::Waits]);
    let assigned = first.edit(&[assign(person(2))]).change;
    second.take(1, &assigned).unwrap();
    let read = second.read();
    assert_eq!((holder(&read), states(&read)), (Some(person(2)), vec![HandOverState::Over, HandOverState::Over]));
}

#[test]
fn what_lists_keep_is_read_as_it_was_written() {
    let (mut first, _) = two(&[title("Ema"), assign(person(1))]);
    hand(&mut first, HANDED, 2);
    let projection = first.document.projection(id()).unwrap();
    assert_eq!(projection.hand_overs.len(), 1);
    let bytes = projection.encode();
    assert_eq!(Projection::decode(&bytes).unwrap(), Some(projection));
    for cut in 0..bytes.len() {
        assert!(Projection::decode(&bytes[..cut]).is_err(), "cut after {cut} bytes");
    }
    let mut forged = bytes.clone();
    *forged.last_mut().unwrap() = 9;
    assert!(Projection::decode(&forged).is_err(), "a state that does not exist");
}

/// What somebody does.
#[derive(Clone, Copy, Debug)]
enum Step {
    Hand { by: usize, to: u8 },
    Answer { by: usize, takes: bool },
    Assign { by: usize, to: u8 },
    Deliver { to: usize, record: prop::sample::Index },
}

fn steps() -> impl Strategy<Value = Step> {
    prop_oneof![
        3 => (0..3_usize, 1..4_u8).prop_map(|(by, to)| Step::Hand { by, to }),
        3 => (0..3_usize, any::<bool>()).prop_map(|(by, takes)| Step::Answer { by, takes }),
        1 => (0..3_usize, 1..4_u8).prop_map(|(by, to)| Step::Assign { by, to }),
        6 => (0..3_usize, any::<prop::sample::Index>()).prop_map(|(to, record)| Step::Deliver { to, record }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn whatever_order_it_arrives_in_all_wait_for_the_same_person(
        plan in proptest::collection::vec(steps(), 1..40),
        orders in proptest::collection::vec(any::<prop::sample::Index>(), 40),
    ) {
        let (first, opening) = Computer::with_new_case(1, &[title("Appeal"), assign(person(1))]);
        let mut computers = [first, Computer::empty(2), Computer::empty(3)];
        for computer in &mut computers[1..] {
            computer.take(1, &opening).unwrap();
        }
        let mut records: Vec<(u8, Vec<u8>)> = Vec::new();
        for (number, step) in (100_u64..).zip(plan) {
            match step {
                Step::Hand { by, to } if usize::from(to) != by + 1 => {
                    let record = hand(&mut computers[by], number, to);
                    records.push((computers[by].number, record));
                }
                Step::Answer { by, takes } => {
                    let computer = &mut computers[by];
                    let read = computer.read();
                    let me = person(computer.number);
                    let Some(waits) = waiting_hand_over(&read).filter(|one| one.to == me) else { continue };
                    let of = waits.id;
                    let event = match takes {
                        true => EventKind::Taken { of, person: me },
                        false => EventKind::GivenBack { of, words: String::new(), person: me },
                    };
                    let mut changes = vec![CaseChange::AddEvent { id: EventId(uuid(number)), event }];
                    changes.extend((!takes).then(|| assign(waits.giver)));
                    records.push((computer.number, computer.edit(&changes).change));
                }
                Step::Assign { by, to } => {
                    let saved = computers[by].edit(&[assign(person(to))]);
                    if !saved.change.is_empty() {
                        records.push((computers[by].number, saved.change));
                    }
                }
                Step::Deliver { to, record } if !records.is_empty() => {
                    let (author, record) = record.get(&records).clone();
                    computers[to].take(author, &record).unwrap();
                }
                Step::Hand { .. } | Step::Deliver { .. } => {}
            }
        }
        // Everything arrives in the end, in some order; what builds on more waits for it.
        for (computer, from) in computers.iter_mut().zip(orders.iter()) {
            let mut waiting: Vec<_> = records.clone();
            if !waiting.is_empty() {
                let at = from.index(waiting.len());
                waiting.rotate_left(at);
            }
            while !waiting.is_empty() {
                let before = waiting.len();
                waiting.retain(|(author, record)| !computer.take(*author, record).unwrap().missing.is_empty());
                prop_assert!(waiting.len() < before);
            }
        }
        let [first, second, third] = &computers;
        prop_assert_eq!(states(&first.read()), states(&second.read()));
        prop_assert_eq!(states(&first.read()), states(&third.read()));
        let read = first.read();
        prop_assert!(states(&read).iter().filter(|state| **state == HandOverState::Waits).count() <= 1);
        if let Some(waits) = waiting_hand_over(&read) {
            prop_assert_eq!(holder(&read), Some(waits.to));
            prop_assert!(read.assignee.0.iter().any(|value| value.by == waits.by), "it stands there by that hand-over");
        }
    }
}
