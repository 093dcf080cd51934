//! The engine, on ways that people know from an office.

use praesto_domain::{
    DecisionId, PersonId,
    case_types::{
        Who,
        workflow::{Actor, At, Decided, Refused, Standing, withdraw},
    },
    casework::{Stage, Status},
};
use uuid::Uuid;

use crate::made::dogs;

fn person(number: u128) -> PersonId {
    PersonId(Uuid::from_u128(number))
}

fn actor(number: u128) -> Actor {
    Actor { person: person(number), manager: number == 9 }
}

fn standing<'a>(state: &str, decisions: Vec<Decided<'a>>) -> Standing<'a> {
    let stage = Stage { status: Status::New, state: Some(state.to_owned()) };
    Standing { stage, assignee: Some(person(1)), decisions, form_complete: true, tasks_done: true }
}

fn id(number: u128) -> DecisionId {
    DecisionId(Uuid::from_u128(number))
}

/// A decision of person `by`, with that number as its id.
fn decided(outcome: &'static str, by: u128, counts: bool) -> Decided<'static> {
    let second = (outcome == "licence").then_some(Who::Manager);
    Decided { id: id(by), outcome, by: Some(person(by)), counts, second, replaces: &[] }
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
    let new = Standing { stage: Stage::default(), ..standing("new", Vec::new()) };
    is_at(&new, "new");
    assert_eq!(dogs.take("look", &new, actor(1)).unwrap().to, "looking");
    assert_eq!(dogs.take("look", &new, actor(2)).err(), Some(Refused::NotAssigned));
    assert_eq!(dogs.take("look", &standing("looking", Vec::new()), actor(1)).err(), Some(Refused::NotFromHere));
    assert_eq!(dogs.take("fly", &new, actor(1)).err(), Some(Refused::NoSuchAct));
    assert_eq!(dogs.take("again", &standing("over", Vec::new()), actor(1)).err(), Some(Refused::NotManager));
    assert!(dogs.take("again", &standing("over", Vec::new()), actor(9)).is_ok());
}

#[test]
fn the_second_signature_is_somebody_elses_who_may() {
    let dogs = dogs();
    let waiting = standing("looking", vec![decided("licence", 1, false)]);
    is_at(&waiting, "looking");
    let signs = |case: &Standing<'_>, number| dogs.sign(case.decisions[0].id, case, actor(number)).map(|outcome| outcome.id.clone());
    assert_eq!(signs(&waiting, 1), Err(Refused::OwnDecision));
    assert_eq!(signs(&waiting, 2), Err(Refused::NotManager));
    assert_eq!(signs(&waiting, 9).as_deref(), Ok("licence"));
    assert_eq!(dogs.decide("no_licence", &waiting, actor(1)).err(), Some(Refused::WaitsForSignature));
    let signed = standing("looking", vec![decided("licence", 1, true)]);
    is_at(&signed, "ruled");
    assert_eq!(signs(&signed, 9), Err(Refused::NothingToSign));
    // A manager who decides cannot be the second as well, nor anybody where it is not known who decided.
    assert_eq!(signs(&standing("looking", vec![decided("licence", 9, false)]), 9), Err(Refused::OwnDecision));
    assert_eq!(signs(&standing("looking", vec![Decided { by: None, ..decided("licence", 1, false) }]), 9), Err(Refused::OwnDecision));
}

#[test]
fn a_signature_asks_again_what_the_decision_asked() {
    let dogs = dogs();
    let signs = |case: &Standing<'_>| dogs.sign(case.decisions[0].id, case, actor(9)).map(|outcome| outcome.id.clone());
    let waiting = standing("looking", vec![decided("licence", 1, false)]);
    assert_eq!(signs(&Standing { form_complete: false, ..waiting }), Err(Refused::FormIncomplete));
    assert_eq!(signs(&standing("over", vec![decided("licence", 1, false)])), Err(Refused::NotFromHere), "the case is closed");
    let elsewhere = standing("looking", vec![decided("licence", 1, false), decided("no_licence", 2, true)]);
    assert_eq!(signs(&elsewhere), Err(Refused::NotFromHere), "it was decided elsewhere");
    let contradicting = vec![decided("licence", 1, false), decided("licence", 2, true), decided("no_licence", 3, true)];
    assert_eq!(signs(&standing("looking", contradicting.clone())), Err(Refused::Contradicting));
    let (two, three) = ([id(2)], [id(2), id(3)]);
    let settling = |replaces| {
        let mut decisions = contradicting.clone();
        decisions[0].replaces = replaces;
        standing("looking", decisions)
    };
    assert_eq!(signs(&settling(&two)), Err(Refused::Contradicting), "it leaves one of them");
    assert!(signs(&settling(&three)).is_ok(), "it settles them");
    // Of two that wait, the one that is meant is signed.
    let two = standing("looking", vec![decided("licence", 9, false), decided("licence", 2, false)]);
    assert_eq!(signs(&two), Err(Refused::OwnDecision));
    assert!(dogs.sign(id(2), &two, actor(9)).is_ok());
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
    let ruled = standing("looking", vec![decided("licence", 1, true)]);
    assert_eq!(dogs.decide("no_licence", &ruled, actor(1)).err(), Some(Refused::NotFromHere));
    assert_eq!(dogs.take("end", &Standing { tasks_done: false, ..ruled.clone() }, actor(1)).err(), Some(Refused::TasksOpen));
    assert!(dogs.take("end", &ruled, actor(1)).is_ok());
}

#[test]
fn decisions_that_contradict_each_other_stop_everything_until_people_settle_them() {
    let dogs = dogs();
    let both = standing("looking", vec![decided("licence", 1, true), decided("no_licence", 2, true)]);
    assert_eq!(dogs.at(&both), At::Adjudication);
    assert_eq!(dogs.take("end", &both, actor(9)).err(), Some(Refused::Contradicting));
    assert!(dogs.decide("no_licence", &both, actor(2)).is_ok(), "a new decision settles it");
    let incomplete = Standing { form_complete: false, ..both };
    assert_eq!(dogs.decide("licence", &incomplete, actor(1)).err(), Some(Refused::FormIncomplete), "as any decision would have to");
    // One of them does not count yet: the other does, and nothing goes on before the first is withdrawn.
    let one = standing("looking", vec![decided("licence", 1, false), decided("no_licence", 2, true)]);
    is_at(&one, "ruled");
    assert_eq!(dogs.take("end", &one, actor(1)).err(), Some(Refused::WaitsForSignature));
}

#[test]
fn a_decision_is_withdrawn_by_its_author_or_a_manager() {
    assert!(withdraw(Some(person(1)), actor(1)).is_ok() && withdraw(Some(person(1)), actor(9)).is_ok());
    assert_eq!(withdraw(Some(person(1)), actor(2)).err(), Some(Refused::NotOwnDecision));
    assert_eq!(withdraw(None, actor(2)).err(), Some(Refused::NotOwnDecision));
}

#[test]
fn a_closed_case_stays_closed_over_its_decision_and_opens_to_it_again() {
    is_at(&standing("over", vec![decided("licence", 1, true)]), "over");
    is_at(&standing("looking", vec![decided("licence", 1, true)]), "ruled");
}

#[test]
fn a_case_of_no_known_state_is_in_the_first_that_lists_show_alike() {
    let set =
        |status, state: Option<&str>| Standing { stage: Stage { status, state: state.map(str::to_owned) }, ..standing("", Vec::new()) };
    is_at(&set(Status::InReview, None), "looking");
    is_at(&set(Status::Closed, Some("of_old")), "over");
    is_at(&set(Status::Waiting, None), "new");
    // To the decided state only decisions bring a case.
    is_at(&set(Status::New, Some("ruled")), "new");
}

#[test]
fn an_outcome_that_the_pack_does_not_know_allows_nothing() {
    let dogs = dogs();
    let case = standing("looking", vec![Decided { second: Some(Who::Anyone), ..decided("banished", 1, false) }]);
    assert_eq!(dogs.decide("banished", &case, actor(9)).err(), Some(Refused::NoSuchAct));
    assert_eq!(dogs.sign(id(1), &case, actor(9)).err(), Some(Refused::NoSuchAct));
}
