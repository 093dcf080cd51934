//! What a person finds in the morning: what is theirs, what is late, what colleagues did meanwhile.

use praesto_app::Handle;
use praesto_contract::*;
use praesto_tests::world::{Device, Lie, World, ask_in, create, decide, edit, get, note, office, pair, remark, settle, sync};
use uuid::Uuid;

/// The world begins on Monday, 2 November 2026.
const TODAY: &str = "2026-11-02";

fn today(device: &Device) -> TodayView {
    let view = device.handle(TodayGet { limit: 50 }).expect("today");
    assert_eq!(view.today.to_string(), TODAY);
    view
}

fn news(device: &Device) -> Vec<NewsRow> {
    let news = device.handle(NewsGet { limit: 20 }).expect("news");
    assert_eq!(news.rows.len() as u64, news.total);
    news.rows
}

fn texts(part: &TodayPart) -> Vec<&str> {
    assert_eq!(part.rows.len() as u64, part.total);
    part.rows.iter().map(|row| row.text.as_str()).collect()
}

fn task(number: u128, text: &str, due: Option<&str>, assignee: Option<PersonId>) -> CaseChange {
    let due = due.map(|day| day.parse().expect("a day"));
    CaseChange::AddTask { id: TaskId(Uuid::from_u128(number)), text: text.to_owned(), due, assignee }
}

fn person(device: &Device) -> PersonId {
    let me = device.handle(PeopleList {}).expect("people").into_iter().find(|person| person.me);
    me.expect("everybody is among the people").id
}

#[test]
fn each_finds_what_is_theirs_by_how_urgent_it_is() {
    let world = World::new(61);
    let [ana, bojan] = &pair(&world);
    let case = create(ana, "Arta Hoxha");
    let changes = vec![
        task(1, "call the family", Some("2026-10-30"), None),
        task(2, "ask for the plan", Some(TODAY), None),
        task(3, "send the letter", Some("2026-11-15"), None),
        task(4, "tidy up", None, None),
        task(5, "in the far future", Some("2026-11-16"), None),
        task(6, "look at the place", Some("2026-11-01"), Some(person(bojan))),
        CaseChange::AddDeadline {
            id: DeadlineId(Uuid::from_u128(1)),
            label: "answer".to_owned(),
            day: "2026-11-03".parse().expect("a day"),
            rule: None,
        },
    ];
    edit(ana, case, changes);
    settle(&[ana, bojan]);
    let view = today(ana);
    assert_eq!(view.until.to_string(), "2026-11-15", "the Sunday of next week");
    assert_eq!((texts(&view.late), texts(&view.now)), (vec!["call the family"], vec!["ask for the plan"]));
    assert_eq!((texts(&view.soon), texts(&view.undated)), (vec!["answer", "send the letter"], vec!["tidy up"]));
    assert_eq!(view.late.rows[0].in_days, Some(-3));
    assert_eq!(texts(&today(bojan).late), ["look at the place"], "it was given to him, the case was not");

    edit(ana, case, vec![CaseChange::SetTaskDone { id: TaskId(Uuid::from_u128(1)), done: true }]);
    assert_eq!(today(ana).late.total, 0);
    ana.handle(CaseUndo { case }).expect("it is taken back");
    assert_eq!(today(ana).late.total, 1);

    edit(ana, case, vec![CaseChange::Assign { person: None }]);
    let view = today(ana);
    assert_eq!((view.late.total, view.now.total, view.nobody), (0, 0, 2), "what nobody has is said, and is nobody's");
    settle(&[ana, bojan]);
    assert_eq!(today(bojan).nobody, 2);
}

#[test]
fn a_newcomer_sees_what_cases_ask_for_before_their_trail_is_checked() {
    let world = World::new(62);
    let people = office(&world, &["ana"]);
    let cases: Vec<_> = (0..10).map(|number| create(&people[0], &format!("Case {number}"))).collect();
    for (number, case) in cases.into_iter().enumerate() {
        let late = task(number as u128, "call the family", Some("2026-10-30"), None);
        edit(&people[0], case, vec![late, CaseChange::Assign { person: None }]);
        // Enough of them for a checkpoint.
        (0..11).for_each(|k| drop(edit(&people[0], case, vec![remark(number as u128 * 1_000 + k)])));
    }
    sync(&people[0]);
    let mira = ask_in(&world, &people[0], "mira");
    sync(&people[0]);
    world.set_lie(Some(Lie::no_trail()));
    assert_eq!(sync(&mira).phase, SyncPhase::Offline, "the trail did not come");
    assert_eq!(today(&mira).nobody, 10);
}

#[test]
fn what_has_to_be_settled_or_signed_is_asked_of_those_who_can() {
    let world = World::new(63);
    let [ana, bojan] = &pair(&world);
    let case = create(ana, "Lime Avenue");
    settle(&[ana, bojan]);
    world.set_online(false);
    edit(ana, case, vec![CaseChange::SetTitle { title: "Lime Avenue 3".to_owned() }]);
    edit(bojan, case, vec![CaseChange::SetTitle { title: "Lime Avenue 5".to_owned() }]);
    world.set_online(true);
    settle(&[ana, bojan]);
    assert!(matches!(today(ana).now.rows[..], [TodayRow { asked: Asked::Settle, .. }]));
    assert_eq!(today(bojan).now.total, 0, "it is Ana's case");
    decide(bojan, case, "granted");
    assert_eq!(today(ana).now.total, 1, "a decision that asks for no second signature asks nobody");
}

#[test]
fn news_are_of_cases_that_are_ones_own_or_were_opened_until_they_are_looked_at() {
    let world = World::new(64);
    let [ana, bojan] = &pair(&world);
    let (mine, opened, foreign) = (create(ana, "Mine"), create(bojan, "Opened"), create(bojan, "Foreign"));
    settle(&[ana, bojan]);
    get(ana, opened);
    assert_eq!(news(ana), [], "nothing came since");
    for (number, case) in [mine, opened, foreign].into_iter().enumerate() {
        world.pass(60_000);
        edit(bojan, case, vec![note(number as u128, "the family called")]);
    }
    settle(&[ana, bojan]);
    let found = news(ana);
    assert_eq!(found.iter().map(|row| row.title.as_str()).collect::<Vec<_>>(), ["Opened", "Mine"], "last changed first");
    let by = found[0].by.as_ref().expect("who it was is known");
    assert_eq!((by.name.as_str(), found[0].what.as_slice()), ("Бојан", ["add-note".to_owned()].as_slice()));
    assert_eq!(news(bojan), [], "one's own changes are no news");
    get(ana, opened);
    assert_eq!(news(ana).len(), 1);
    edit(ana, mine, vec![note(9, "I called back")]);
    sync(ana);
    assert_eq!(news(ana).len(), 1, "who writes has not looked at all of it");
}

#[test]
fn what_waits_to_be_sent_is_listed_oldest_first() {
    let world = World::new(65);
    let [ana, _] = &pair(&world);
    world.set_online(false);
    let cases: Vec<_> = (0..7).map(|number| create(ana, &format!("Case {number}"))).collect();
    let waiting = today(ana).waiting;
    assert_eq!(waiting.iter().filter_map(|row| row.case).collect::<Vec<_>>(), cases[..5]);
    world.set_online(true);
    sync(ana);
    assert_eq!(today(ana).waiting, []);
}
