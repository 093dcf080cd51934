//! What cases ask of people, as a day is planned by it.

#![allow(clippy::unwrap_used)]

mod common;

use common::{Home, case, case_id, day, person, ten};
use praesto_domain::case_types::Who;
use praesto_domain::casework::{AgendaItem, Ask};
use praesto_domain::{CaseId, DeadlineId, DecisionId, Moment, PersonId, TaskId};
use praesto_vault::{AgendaPart, CaseProjection, Vault, VaultError};

fn task(number: u64, on: Option<&str>, whose: Option<PersonId>) -> AgendaItem {
    AgendaItem { ask: Ask::Task(TaskId::make(Moment(0), &ten(number))), day: on.map(day), person: whose, text: format!("Task {number}") }
}

fn by_law(number: u64, on: &str, whose: Option<PersonId>) -> AgendaItem {
    let ask = Ask::Deadline { id: DeadlineId::make(Moment(0), &ten(number)), rule: Some("decide".to_owned()) };
    AgendaItem { ask, day: Some(day(on)), person: whose, text: "Decide".to_owned() }
}

fn put(vault: &Vault, number: u64, agenda: Vec<AgendaItem>) {
    vault.write(|w| w.put_case(&CaseProjection { agenda, ..case(number) })).unwrap();
}

/// What a part holds: the cases and texts, and the count beside them.
fn part(vault: &Vault, part: AgendaPart) -> Vec<(CaseId, String)> {
    let (rows, count) = vault.read(|v| Ok::<_, VaultError>((v.agenda_rows(part, 100)?, v.agenda_count(part)?))).unwrap();
    assert_eq!(rows.len() as u64, count, "{part:?}");
    rows.into_iter().map(|row| (row.case, row.item.text)).collect()
}

#[test]
fn each_thing_is_in_the_part_of_its_person_and_its_day() {
    let home = Home::new();
    let vault = home.create();
    let (me, ana, today) = (person(1), person(2), day("2026-11-23"));
    put(&vault, 1, vec![task(1, Some("2026-11-20"), Some(me)), task(2, Some("2026-11-23"), Some(me)), task(3, None, Some(me))]);
    put(&vault, 2, vec![task(4, Some("2026-11-19"), Some(me)), task(5, Some("2026-11-20"), Some(ana)), by_law(6, "2026-12-01", Some(me))]);
    put(&vault, 3, vec![task(7, Some("2026-11-20"), None)]);
    put(&vault, 4, vec![AgendaItem { ask: Ask::Settle, day: None, person: Some(me), text: String::new() }]);
    let texts = |of: AgendaPart| part(&vault, of).into_iter().map(|(_, text)| text).collect::<Vec<_>>();
    assert_eq!(texts(AgendaPart::Before(Some(me), today)), ["Task 4", "Task 1"], "the latest first");
    assert_eq!(texts(AgendaPart::Within(Some(me), today, today)), ["Task 2"]);
    assert_eq!(texts(AgendaPart::Within(Some(me), day("2026-11-24"), day("2026-12-01"))), ["Decide"], "the last day counts");
    assert_eq!(texts(AgendaPart::Undated(Some(me))), ["Task 3"], "what has to be settled is no task without a day");
    assert_eq!(texts(AgendaPart::Before(None, today)), ["Task 7"], "in a case that nobody has");
    assert_eq!(part(&vault, AgendaPart::ToSettle(Some(me))), [(case_id(4), String::new())]);
    let late = vault.read(|v| v.agenda_rows(AgendaPart::Before(Some(me), today), 1)).unwrap();
    assert_eq!((late.len(), late[0].by_law), (1, Some(day("2026-12-01"))), "beside it stands what the law sets");
}

#[test]
fn a_signature_is_read_back_as_it_was_asked_for() {
    let home = Home::new();
    let vault = home.create();
    let decision = DecisionId::make(Moment(0), &ten(9));
    let ask = Ask::Signature { decision, second: Who::Manager, decided_by: Some(person(2)) };
    let item = AgendaItem { ask, day: None, person: None, text: "granted".to_owned() };
    put(&vault, 1, vec![item.clone()]);
    let found = vault.read(|v| v.agenda_signatures(10)).unwrap();
    assert_eq!(found.iter().map(|one| (one.second, one.decided_by)).collect::<Vec<_>>(), [(Who::Manager, Some(person(2)))]);
    assert_eq!(vault.read(|v| v.agenda_row(found[0].place)).unwrap().item, item);
}

#[test]
fn what_a_case_no_longer_asks_for_is_gone_with_the_save() {
    let home = Home::new();
    let vault = home.create();
    let today = day("2026-11-23");
    let late = || part(&vault, AgendaPart::Before(None, today)).len();
    let asked = vec![task(1, Some("2026-11-20"), None), task(2, Some("2026-11-21"), None)];
    put(&vault, 1, asked.clone());
    assert_eq!(late(), 2);
    put(&vault, 1, asked[..1].to_vec());
    assert_eq!(late(), 1);
    vault.write(|w| w.put_case(&CaseProjection { removed: true, agenda: asked.clone(), ..case(1) })).unwrap();
    assert_eq!(late(), 0, "a removed case asks nothing");
    put(&vault, 1, asked);
    assert_eq!(late(), 2, "brought back, it asks again");
    vault.write(|w| w.forget_case(case_id(1))).unwrap();
    assert_eq!(late(), 0);
}
