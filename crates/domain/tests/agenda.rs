//! What a case asks of people.
#![allow(clippy::unwrap_used)]

mod common;

use praesto_domain::{
    Day, DeadlineId, TaskId,
    case_types::Who,
    casework::{AgendaItem, Ask, Case, Deadline, FieldValue, LateChange, Rule, Stage, Status, Task, agenda, due},
};
use uuid::Uuid;

use common::{case, decision, person, signature, slot, stamp};

fn day(text: &str) -> FieldValue {
    FieldValue::Day(text.parse().unwrap())
}

fn task(number: u128, days: &[&str], given_to: Option<u128>) -> Task {
    Task {
        id: TaskId(Uuid::from_u128(number)),
        text: slot(["Ask for the plan".to_owned()]),
        due: slot(days.iter().map(|text| day(text))),
        assignee: slot(given_to.map(|number| Some(person(number)))),
        done: slot([]),
        removed: false,
        reopened: false,
        by: stamp(1),
    }
}

fn deadline(number: u128, on: &str, rule: Option<&str>) -> Deadline {
    Deadline {
        id: DeadlineId(Uuid::from_u128(number)),
        label: slot(["Answer".to_owned()]),
        day: slot([day(on)]),
        met: slot([]),
        rule: rule.map(|id| Rule { id: id.to_owned(), basis: "Article 3".to_owned(), met_by: vec!["decided".to_owned()] }),
        removed: false,
        reopened: false,
    }
}

fn asks(case: &Case) -> Vec<Ask> {
    agenda(case).into_iter().map(|item| item.ask).collect()
}

#[test]
fn a_task_falls_to_whom_it_was_given_and_else_to_who_has_the_case() {
    let mut case = case();
    case.tasks = vec![task(1, &["2026-11-24"], Some(7)), task(2, &[], None)];
    let whose = |case: &Case| agenda(case).into_iter().map(|item| item.person).collect::<Vec<_>>();
    assert_eq!(whose(&case), [Some(person(7)), None], "nobody has the case");
    case.assignee = slot([Some(person(1))]);
    assert_eq!(whose(&case), [Some(person(7)), Some(person(1))]);
    case.tasks[0].done = slot([true]);
    case.tasks[1].removed = true;
    assert_eq!(agenda(&case), []);
    case.tasks[0].done = slot([true, false]);
    assert!(asks(&case).contains(&Ask::Task(case.tasks[0].id)), "only one of two people ticked it off");
}

#[test]
fn what_two_people_were_given_apart_is_there_for_each_of_them() {
    let mut case = case();
    case.assignee = slot([Some(person(1)), Some(person(2)), None]);
    case.tasks = vec![task(1, &[], None)];
    let whose: Vec<_> = agenda(&case).into_iter().map(|item| (item.ask, item.person)).collect();
    let task = Ask::Task(case.tasks[0].id);
    let each = |ask: Ask| [(ask.clone(), Some(person(1))), (ask, Some(person(2)))];
    assert_eq!(whose, [each(Ask::Settle), each(task)].concat());
}

#[test]
fn a_deadline_is_asked_for_until_it_is_met_and_says_which_rule_sets_it() {
    let mut case = case();
    case.deadlines = vec![deadline(1, "2026-11-30", None), deadline(2, "2026-11-27", Some("decide"))];
    let rules = [None, Some("decide".to_owned())];
    assert_eq!(
        asks(&case),
        [1, 2].map(|number| Ask::Deadline { id: DeadlineId(Uuid::from_u128(number)), rule: rules[number as usize - 1].clone() })
    );
    assert_eq!(due(&case).map(|due| due.to_string()).as_deref(), Some("2026-11-27"));
    case.decisions = vec![decision(1, "granted", &[])];
    assert_eq!(asks(&case).len(), 1, "the decision meets the rule");
    case.deadlines[0].met = slot([true]);
    assert_eq!((agenda(&case), due(&case)), (vec![], None));
}

#[test]
fn a_decision_asks_for_its_second_signature_until_it_has_it() {
    let mut case = case();
    case.decisions = vec![decision(1, "granted", &[])];
    case.decisions[0].second = Some(Who::Manager);
    let wanted = Ask::Signature { decision: case.decisions[0].id, second: Who::Manager, decided_by: Some(person(1)) };
    assert_eq!(agenda(&case), [AgendaItem { ask: wanted, day: None, person: None, text: "granted".to_owned() }]);
    case.decisions[0].signatures = vec![signature(2)];
    assert_eq!(asks(&case).len(), 1, "a manager is asked for");
    case.decisions[0].signatures.push(signature(9));
    assert_eq!(asks(&case), []);
}

#[test]
fn a_closed_case_asks_for_nothing_but_what_has_to_be_settled() {
    let mut case = case();
    case.assignee = slot([Some(person(1))]);
    case.tasks = vec![task(1, &["2026-11-24", "2026-11-20"], None)];
    case.deadlines = vec![deadline(1, "2026-11-30", None)];
    assert_eq!(asks(&case).first(), Some(&Ask::Settle), "two days for one task");
    assert_eq!(agenda(&case)[2].day, Some("2026-11-20".parse::<Day>().unwrap()), "the earlier one counts until somebody has chosen");
    case.stage = slot([Status::Closed].map(Stage::from));
    assert_eq!(asks(&case), [Ask::Settle]);
    case.tasks[0].due = slot([day("2026-11-24")]);
    assert_eq!(asks(&case), []);
    case.late = vec![LateChange { by: stamp(2), knew: false }];
    assert_eq!(asks(&case), [Ask::Settle], "somebody worked on it without knowing that it was closed");
    assert_eq!(due(&case), None);
}

#[test]
fn a_long_text_is_cut_between_letters() {
    let mut case = case();
    case.tasks = vec![task(1, &[], None)];
    case.tasks[0].text = slot(["Ж".repeat(500)]);
    assert_eq!(agenda(&case)[0].text, "Ж".repeat(200));
}
