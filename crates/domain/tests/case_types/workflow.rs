//! The engine, on ways that people know from an office.

use praesto_domain::{
    PersonId,
    case_types::workflow::{Actor, At, Decided, Refused, Signer, Standing},
};
use uuid::Uuid;

use crate::made::dogs;

fn person(number: u128) -> PersonId {
    PersonId(Uuid::from_u128(number))
}

fn actor(number: u128) -> Actor {
    Actor { person: person(number), manager: number == 9 }
}

fn standing<'a>(state: &'a str, decisions: Vec<Decided<'a>>) -> Standing<'a> {
    Standing { state: Some(state), assignee: Some(person(1)), decisions, form_complete: true, tasks_done: true }
}

fn licence(by: u128, signed: &[u128]) -> Decided<'static> {
    let signed = signed.iter().map(|number| Signer { person: person(*number), manager: *number == 9 }).collect();
    Decided { outcome: "licence", by: person(by), signed }
}

#[track_caller]
fn is_at(standing: &Standing<'_>, state: &str) {
    match dogs().at(standing) {
        At::State(at) => assert_eq!(at.id, state),
        At::Adjudication => panic!("decisions contradict each other"),
    }
}

#[test]
fn a_step_is_taken_from_its_states_by_those_who_may() {
    let dogs = dogs();
    let new = Standing { state: None, ..standing("new", Vec::new()) };
    is_at(&new, "new");
    assert_eq!(dogs.take("look", &new, actor(1)).unwrap().to, "looking");
    assert_eq!(dogs.take("look", &new, actor(2)).err(), Some(Refused::NotAssigned));
    assert_eq!(dogs.take("look", &standing("looking", Vec::new()), actor(1)).err(), Some(Refused::NotFromHere));
    assert_eq!(dogs.take("fly", &new, actor(1)).err(), Some(Refused::NoSuchAct));
    assert_eq!(dogs.take("again", &standing("over", Vec::new()), actor(1)).err(), Some(Refused::NotManager));
    assert!(dogs.take("again", &standing("over", Vec::new()), actor(9)).is_ok());
}

#[test]
fn a_decision_that_needs_two_people_counts_once_the_second_has_signed() {
    let dogs = dogs();
    let waiting = standing("looking", vec![licence(1, &[])]);
    is_at(&waiting, "looking");
    let signs = |case: &Standing<'_>, number| dogs.sign(&case.decisions[0], case, actor(number)).map(|outcome| outcome.id.clone());
    assert_eq!(signs(&waiting, 1), Err(Refused::OwnDecision));
    assert_eq!(signs(&waiting, 2), Err(Refused::NotManager));
    assert_eq!(signs(&waiting, 9).as_deref(), Ok("licence"));
    assert_eq!(dogs.decide("no_licence", &waiting, actor(1)).err(), Some(Refused::WaitsForSignature));
    is_at(&standing("looking", vec![licence(1, &[1])]), "looking");
    is_at(&standing("looking", vec![licence(1, &[2])]), "looking");
    let signed = standing("looking", vec![licence(1, &[9])]);
    is_at(&signed, "ruled");
    assert_eq!(signs(&signed, 9), Err(Refused::NothingToSign));
    is_at(&standing("looking", vec![licence(9, &[9])]), "looking");
    // A manager who decides cannot be the second as well.
    assert_eq!(signs(&standing("looking", vec![licence(9, &[])]), 9), Err(Refused::OwnDecision));
}

#[test]
fn a_signature_asks_again_what_the_decision_asked() {
    let dogs = dogs();
    let signs = |case: &Standing<'_>| dogs.sign(&case.decisions[0], case, actor(9)).map(|outcome| outcome.id.clone());
    let waiting = standing("looking", vec![licence(1, &[])]);
    assert_eq!(signs(&Standing { form_complete: false, ..waiting }), Err(Refused::FormIncomplete));
    assert_eq!(signs(&standing("over", vec![licence(1, &[])])), Err(Refused::NotFromHere), "the case is closed");
    let no = |by| Decided { outcome: "no_licence", by: person(by), signed: Vec::new() };
    assert_eq!(signs(&standing("looking", vec![licence(1, &[]), no(2)])), Err(Refused::NotFromHere), "it was decided elsewhere");
    let contradicting = standing("looking", vec![licence(1, &[]), licence(2, &[9]), no(3)]);
    assert_eq!(signs(&contradicting), Err(Refused::Contradicting));
    // Of two that wait, the one that is meant is signed.
    let two = standing("looking", vec![licence(9, &[]), licence(2, &[])]);
    assert_eq!(signs(&two), Err(Refused::OwnDecision));
    assert!(dogs.sign(&two.decisions[1], &two, actor(9)).is_ok());
}

#[test]
fn what_a_decision_needs_is_asked_for() {
    let dogs = dogs();
    let looking = standing("looking", Vec::new());
    assert!(dogs.decide("licence", &looking, actor(1)).is_ok());
    assert_eq!(
        dogs.decide("licence", &Standing { form_complete: false, ..looking.clone() }, actor(1)).err(),
        Some(Refused::FormIncomplete)
    );
    assert!(dogs.decide("no_licence", &Standing { form_complete: false, ..looking }, actor(1)).is_ok());
    assert_eq!(dogs.decide("licence", &standing("new", Vec::new()), actor(1)).err(), Some(Refused::NotFromHere));
    let ruled = standing("looking", vec![licence(1, &[9])]);
    assert_eq!(dogs.decide("no_licence", &ruled, actor(1)).err(), Some(Refused::NotFromHere));
    assert_eq!(dogs.take("end", &Standing { tasks_done: false, ..ruled.clone() }, actor(1)).err(), Some(Refused::TasksOpen));
    assert!(dogs.take("end", &ruled, actor(1)).is_ok());
}

#[test]
fn decisions_that_contradict_each_other_stop_everything_until_people_settle_them() {
    let dogs = dogs();
    let no = Decided { outcome: "no_licence", by: person(2), signed: Vec::new() };
    let both = standing("looking", vec![licence(1, &[9]), no.clone()]);
    assert_eq!(dogs.at(&both), At::Adjudication);
    assert_eq!(dogs.take("end", &both, actor(9)).err(), Some(Refused::Contradicting));
    assert_eq!(dogs.decide("no_licence", &both, actor(9)).err(), Some(Refused::Contradicting));
    // One of them does not count yet: the other does, and nothing goes on before the first is withdrawn.
    let one = standing("looking", vec![licence(1, &[]), no]);
    is_at(&one, "ruled");
    assert_eq!(dogs.take("end", &one, actor(1)).err(), Some(Refused::WaitsForSignature));
}

#[test]
fn a_closed_case_stays_closed_over_its_decision_and_opens_to_it_again() {
    is_at(&standing("over", vec![licence(1, &[9])]), "over");
    is_at(&standing("looking", vec![licence(1, &[9])]), "ruled");
}

#[test]
fn a_state_or_outcome_that_the_pack_does_not_know_allows_nothing() {
    let dogs = dogs();
    let strange = Decided { outcome: "banished", by: person(1), signed: vec![Signer { person: person(9), manager: true }] };
    let case = standing("of_old", vec![strange]);
    is_at(&case, "new");
    assert_eq!(dogs.decide("banished", &case, actor(9)).err(), Some(Refused::NoSuchAct));
    assert_eq!(dogs.sign(&case.decisions[0], &case, actor(9)).err(), Some(Refused::NothingToSign));
    // To the decided state only decisions bring a case.
    is_at(&standing("ruled", Vec::new()), "new");
}
