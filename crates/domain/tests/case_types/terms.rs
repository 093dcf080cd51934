//! The deadlines that follow from the terms of a case type.

use praesto_domain::{
    Day, DeadlineId,
    case_types::{CaseType, Naming},
    casework::{Case, CaseChange, Deadline, FieldValue, Slot, Stage, Status, is_met},
};
use uuid::Uuid;

use crate::{
    common::{case, decision, slot},
    made::{FORM, TYPE, with_words},
};

/// A term from receipt, one from a date in the form, and one from a state.
fn dogs() -> CaseType {
    let more = r#"
[[deadline]]
id = "vaccination"
from = "field:born"
months = 3
met_by = ["over"]
[[deadline]]
id = "look"
from = "state:looking"
days = 7
met_by = ["ruled", "over"]
"#;
    with_words("dogs", &format!("{TYPE}{more}"), FORM).unwrap()
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn received(text: &str) -> Case {
    Case { received: slot([FieldValue::Day(day(text))]), stage: slot([Stage::default()]), ..case() }
}

fn set_to(case: &Case, status: Status, state: &str) -> Case {
    Case { stage: slot([Stage { status, state: Some(state.to_owned()) }]), ..case.clone() }
}

/// Ids that say what they name.
fn named(name: &str) -> DeadlineId {
    let mut bytes = [b'.'; 16];
    bytes[..name.len()].copy_from_slice(name.as_bytes());
    DeadlineId(Uuid::from_bytes(bytes))
}

/// What follows on 1 December 2026, a line each.
fn follows(before: Option<&Case>, after: &Case) -> Vec<String> {
    let changes = terms(before, after);
    changes.iter().map(said).collect()
}

fn terms(before: Option<&Case>, after: &Case) -> Vec<CaseChange> {
    dogs().terms(before, after, day("2026-12-01"), &Naming { id: &named, text: &|id| format!("<{id}>") })
}

fn name(id: &DeadlineId) -> String {
    String::from_utf8_lossy(id.0.as_bytes()).trim_end_matches('.').to_owned()
}

fn said(change: &CaseChange) -> String {
    match change {
        CaseChange::AddDeadline { id, label, day, rule: Some(rule) } => {
            format!("{}: {label} by {day}, {} {}", name(id), rule.id, rule.basis)
        }
        CaseChange::SetDeadlineDay { id, day } => format!("{} on {day}", name(id)),
        CaseChange::SetDeadlineMet { id, met } => format!("{} met: {met}", name(id)),
        CaseChange::RemoveDeadline { id, removed } => format!("{} removed: {removed}", name(id)),
        other => panic!("{other:?} is no deadline"),
    }
}

/// The case with these changes made to its deadlines.
fn with(case: &Case, changes: &[CaseChange]) -> Case {
    let mut case = case.clone();
    for change in changes {
        let at = |id: &DeadlineId| case.deadlines.iter().position(|deadline| deadline.id == *id).unwrap();
        match change {
            CaseChange::AddDeadline { id, label, day, rule } => case.deadlines.push(Deadline {
                id: *id,
                label: slot([label.clone()]),
                day: slot([FieldValue::Day(*day)]),
                met: slot([false]),
                rule: rule.clone(),
                removed: false,
                reopened: false,
            }),
            CaseChange::SetDeadlineDay { id, day } => {
                let at = at(id);
                case.deadlines[at].day = slot([FieldValue::Day(*day)]);
            }
            CaseChange::SetDeadlineMet { id, met } => {
                let at = at(id);
                case.deadlines[at].met = slot([*met]);
            }
            CaseChange::RemoveDeadline { id, removed } => {
                let at = at(id);
                case.deadlines[at].removed = *removed;
            }
            other => panic!("{other:?} is no deadline"),
        }
    }
    case
}

/// The deadlines that are not met, by name.
fn open(case: &Case) -> String {
    let open = case.deadlines.iter().filter(|deadline| !deadline.removed && !is_met(case, deadline));
    open.map(|deadline| name(&deadline.id)).collect::<Vec<_>>().join(", ")
}

/// A case that was just made.
fn made(on: &str) -> Case {
    let case = received(on);
    with(&case, &terms(None, &case))
}

#[test]
fn a_new_case_has_the_deadlines_that_its_receipt_begins() {
    let new = received("2026-11-30");
    assert_eq!(follows(None, &new), ["rule: <deadline-rule> by 2026-12-14, rule <deadline-rule-basis>"]);
    assert!(follows(None, &Case { received: Slot::default(), ..new.clone() }).is_empty(), "nobody knows when it came");
    let new = made("2026-11-30");
    assert!(follows(Some(&new), &new).is_empty());
}

#[test]
fn a_corrected_day_moves_its_deadline() {
    let new = made("2026-11-30");
    let corrected = Case { received: slot([FieldValue::Day(day("2026-11-23"))]), ..new.clone() };
    assert_eq!(follows(Some(&new), &corrected), ["rule on 2026-12-07"]);
    // Within a weekend the term ends on the same day: there is nothing to move.
    let weekend = |on: &str| Case { received: slot([FieldValue::Day(day(on))]), ..made("2026-11-28") };
    assert!(follows(Some(&weekend("2026-11-28")), &weekend("2026-11-29")).is_empty());
    let unknown = Case { received: slot([FieldValue::Empty]), ..new.clone() };
    assert_eq!(follows(Some(&new), &unknown), ["rule removed: true"]);
    let unknown = with(&unknown, &terms(Some(&new), &unknown));
    assert_eq!(follows(Some(&unknown), &Case { received: new.received.clone(), ..unknown.clone() }), ["rule removed: false"]);
    let other = Case { received: corrected.received, ..unknown.clone() };
    assert_eq!(follows(Some(&unknown), &other), ["rule removed: false", "rule on 2026-12-07"]);
}

#[test]
fn what_people_did_to_a_deadline_by_hand_stays() {
    let new = made("2026-11-30");
    let by_hand = with(&new, &[CaseChange::SetDeadlineDay { id: named("rule"), day: day("2027-01-15") }]);
    assert!(follows(Some(&by_hand), &Case { title: slot(["Rex".to_owned()]), ..by_hand.clone() }).is_empty());
    let gone = with(&new, &[CaseChange::RemoveDeadline { id: named("rule"), removed: true }]);
    assert!(follows(Some(&gone), &set_to(&gone, Status::Closed, "over")).is_empty());
    let met = with(&new, &[CaseChange::SetDeadlineMet { id: named("rule"), met: true }]);
    assert!(follows(Some(&met), &set_to(&met, Status::Closed, "over")).is_empty());
}

#[test]
fn a_date_of_the_form_begins_a_term() {
    let new = made("2026-11-30");
    let born = |on: &str| Case { fields: [("born".to_owned(), slot([FieldValue::Day(day(on))]))].into(), ..new.clone() };
    let first = born("2026-11-15");
    assert_eq!(
        follows(Some(&new), &first),
        ["vaccination: <deadline-vaccination> by 2027-02-15, vaccination <deadline-vaccination-basis>"]
    );
    let first = with(&first, &terms(Some(&new), &first));
    let moved = Case { fields: born("2026-10-31").fields, ..first.clone() };
    // January has 31 days, and that one is a Sunday.
    assert_eq!(follows(Some(&first), &moved), ["vaccination on 2027-02-01"]);
    assert_eq!(follows(Some(&first), &Case { fields: Default::default(), ..first.clone() }), ["vaccination removed: true"]);
    // Where the case stands beyond it already, it is met from the beginning.
    let over = set_to(&new, Status::Closed, "over");
    let late = Case { fields: first.fields.clone(), ..over.clone() };
    let late = with(&late, &terms(Some(&over), &late));
    assert_eq!(open(&late), "");
}

#[test]
fn a_term_that_begins_with_a_state_begins_each_time_the_case_comes_there() {
    let new = made("2026-11-30");
    let looking = set_to(&new, Status::InReview, "looking");
    let first = "look 0: <deadline-look> by 2026-12-08, look <deadline-look-basis>";
    assert_eq!(follows(Some(&new), &looking), [first]);
    let looking = with(&looking, &terms(Some(&new), &looking));
    let over = set_to(&looking, Status::Closed, "over");
    assert_eq!([open(&looking), open(&over)], ["rule, look 0", ""]);
    // Opened again, what the case stood beyond is open again too, and the term of the state begins anew.
    let again = set_to(&over, Status::InReview, "looking");
    assert_eq!(follows(Some(&over), &again), [first.replace("look 0", "look 1")]);
}

#[test]
fn a_decision_meets_deadlines_and_withdrawing_it_opens_them_again() {
    let looking = set_to(&made("2026-11-30"), Status::InReview, "looking");
    let ruled = Case { decisions: vec![decision(1, "no_licence", &[])], ..looking.clone() };
    assert_eq!([open(&looking), open(&ruled)], ["rule", ""]);
    let mut withdrawn = ruled.clone();
    withdrawn.decisions[0].withdrawn = true;
    assert_eq!(open(&withdrawn), "rule");
    assert_eq!(follows(Some(&ruled), &withdrawn).len(), 1, "and the look begins anew");
    // Closed, withdrawn meanwhile, and opened again: nothing remembers that it was met.
    let closed = set_to(&withdrawn, Status::Closed, "over");
    assert_eq!([open(&closed), open(&set_to(&closed, Status::InReview, "looking"))], ["", "rule"]);
    // Decisions that contradict each other meet nothing.
    let apart = Case { decisions: vec![decision(1, "no_licence", &[]), decision(2, "licence", &[])], ..looking.clone() };
    assert_eq!(open(&apart), "rule");
}
