//! Nothing is written over that its writer has not seen: neither what came since they looked, nor one of two values that stand side by side.

use praesto_app::Handle;
use praesto_contract::*;
use praesto_tests::world::{Device, World, create, edit, get, note, office, settle, with_a_case};
use uuid::Uuid;

fn text(value: &str) -> FieldValue {
    FieldValue::Text(value.to_owned())
}

fn set(field: &str, value: &str) -> CaseChange {
    CaseChange::SetField { field: field.to_owned(), value: text(value) }
}

fn titled(title: &str) -> Vec<CaseChange> {
    vec![CaseChange::SetTitle { title: title.to_owned() }]
}

fn over(place: Place, value: FieldValue) -> Vec<Over> {
    vec![Over { place, value }]
}

/// Saves what was written over what was seen; a refusal is that of what stands otherwise, and writes nothing.
fn write_over(device: &Device, case: CaseId, changes: Vec<CaseChange>, over: Vec<Over>) -> bool {
    let before = get(device, case);
    match device.handle(CaseEdit { case, changes, drafts: Vec::new(), over }) {
        Ok(_) => true,
        Err(refused) => {
            assert_eq!(refused.code, ErrorCode::WrittenMeanwhile);
            let after = get(device, case);
            assert_eq!((after.timeline, after.not_sent), (before.timeline, before.not_sent), "nothing is written");
            false
        }
    }
}

/// What came since its writer looked, drawn or not, is not written over.
#[test]
fn nobody_writes_over_a_value_that_they_have_not_seen() {
    let world = World::new(40);
    let (people, case) = with_a_case(&world, "X");
    let [ana, bojan] = &people;
    edit(ana, case, titled("Z"));
    settle(&[ana, bojan]);
    let with_a_note = [titled("typed over X"), vec![note(1, "and a note")]].concat();
    assert!(!write_over(bojan, case, with_a_note, over(Place::Title, text("X"))));
    assert_eq!(get(bojan, case).title, "Z");
    assert!(write_over(bojan, case, titled("typed over Z"), over(Place::Title, text("Z"))), "what was seen may be written over");
    assert!(write_over(bojan, case, titled("typed over Z"), over(Place::Title, text("Z"))), "and saying the same again hides nothing");
    settle(&[ana, bojan]);
    assert_eq!(get(ana, case).title, "typed over Z");
    edit(ana, case, titled("whatever stands"));
}

/// The value that is shown stands still, but another beside it.
#[test]
fn a_conflict_is_settled_and_never_written_over() {
    let world = World::new(41);
    let (people, case) = with_a_case(&world, "X");
    let [ana, bojan] = &people;
    world.set_online(false);
    edit(ana, case, titled("A"));
    edit(bojan, case, titled("B"));
    world.set_online(true);
    settle(&[ana, bojan]);
    for (device, seen) in [(ana, "A"), (bojan, "B"), (ana, "B"), (bojan, "A")] {
        assert!(!write_over(device, case, titled(&format!("{seen}B")), over(Place::Title, text(seen))));
        assert!(!write_over(device, case, titled(seen), over(Place::Title, text(seen))), "nor by saying one of them again");
    }
    let conflicts = get(ana, case).conflicts;
    assert_eq!(conflicts.len(), 1);
    let chosen = &conflicts[0].values[0];
    let settlement = Settlement::Use { value_id: chosen.value_id.clone() };
    ana.handle(ConflictSettle { case, place: Place::Title, settlement, shown: Vec::new() }).expect("a person settles it");
    assert!(write_over(ana, case, titled("AB"), over(Place::Title, chosen.value.clone())));
    settle(&[ana, bojan]);
    assert_eq!((get(bojan, case).title.as_str(), get(bojan, case).conflicts.len()), ("AB", 0));
}

#[test]
fn every_place_says_what_it_was_written_over() {
    let world = World::new(42);
    let people = office(&world, &["Ana"]);
    let ana = &people[0];
    let case = create(ana, "Appeal");
    let (task, party) = (TaskId(Uuid::from_u128(1)), PartyId(Uuid::from_u128(2)));
    let me = get(ana, case).assignee.expect("whoever makes a case has it");
    let day = |text: &str| FieldValue::Day(text.parse().expect("a day"));
    let add_task = CaseChange::AddTask { id: task, text: "Call".to_owned(), due: None, assignee: None };
    let add_party = CaseChange::AddParty { id: party, name: "Arta".to_owned(), role: String::new(), contact: String::new() };
    edit(ana, case, vec![add_task, add_party, set("start", "Monday")]);
    let edit_task =
        |text: Option<&str>, due, assignee| vec![CaseChange::EditTask { id: task, text: text.map(str::to_owned), due, assignee }];
    let role = |role: &str| vec![CaseChange::EditParty { id: party, name: None, role: Some(role.to_owned()), contact: None }];
    let field = |name: &str| Place::Field { field: name.to_owned() };
    let received = get(ana, case).received.expect("a case is received today");
    let on = |text: &str| Some(text.parse().expect("a day"));
    for (changes, place, seen) in [
        (vec![CaseChange::SetReference { reference: "R-1".to_owned() }], Place::Reference, text(&get(ana, case).reference)),
        (vec![CaseChange::SetReceived { day: on("2026-01-02") }], Place::Received, FieldValue::Day(received)),
        (vec![CaseChange::SetReceived { day: None }], Place::Received, day("2026-01-02")),
        (vec![set("start", "Tuesday")], field("start"), text("Monday")),
        (vec![set("new", "yes")], field("new"), FieldValue::Empty),
        (vec![CaseChange::Assign { person: None }], Place::Assignee, text(&me.to_string())),
        (vec![CaseChange::Assign { person: Some(me) }], Place::Assignee, FieldValue::Empty),
        (role("applicant"), Place::PartyRole { party }, FieldValue::Empty),
        (role("owner"), Place::PartyRole { party }, text("applicant")),
        (edit_task(Some("Call again"), None, None), Place::TaskText { task }, text("Call")),
        (edit_task(None, Some(on("2026-03-04")), None), Place::TaskDue { task }, FieldValue::Empty),
        (edit_task(None, None, Some(Some(me))), Place::TaskAssignee { task }, text("")),
        (vec![CaseChange::SetTaskDone { id: task, done: true }], Place::TaskDone { task }, FieldValue::Flag(false)),
    ] {
        let unseen = over(place.clone(), text("something else"));
        assert!(!write_over(ana, case, changes.clone(), unseen), "{place:?} says something else");
        assert!(write_over(ana, case, changes, over(place.clone(), seen)), "{place:?} says what was seen");
    }
    let elsewhere = CaseEdit { case, changes: titled("Y"), drafts: Vec::new(), over: over(Place::Reference, text("R-1")) };
    assert_eq!(ana.handle(elsewhere).expect_err("nothing is written there").code, ErrorCode::InvalidInput);
    let often = [over(Place::Title, text("Appeal")), over(Place::Title, text("Appeal"))].concat();
    let often = CaseEdit { case, changes: titled("Y"), drafts: Vec::new(), over: often };
    assert_eq!(ana.handle(often).expect_err("once is enough").code, ErrorCode::InvalidInput);
}
