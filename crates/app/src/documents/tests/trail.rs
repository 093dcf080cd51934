//! What the trail of a case says happened.

use automerge::{
    ActorId, ObjType, ROOT, ReadDoc,
    transaction::{CommitOptions, Transactable, Transaction},
};
use praesto_domain::{
    Day, DeadlineId, DecisionId, EventId, Moment, NoteId, PartyId, TaskId,
    casework::{CaseChange, EventKind, FieldValue, Place, PlaceValue, Status},
};

use super::{Computer, actor_of, exchange, title, two, uuid};
use crate::documents::{Choice, merged::Merged, schema::CASE};

#[test]
fn imported_history_has_lines_of_its_own() {
    let line = |number: u64, said: &str, at| CaseChange::AddEvent {
        id: EventId(uuid(number)),
        event: EventKind::Imported { happened_at: at, text: said.to_owned() },
    };
    let (first, _) = two(&[line(1, "Eingang", Some(Moment(-5))), line(2, "Weitergabe", None)]);
    let lines = first.document.timeline();
    assert_eq!(lines.len(), 3);
    assert_eq!((lines[0].text.as_deref(), lines[0].happened_at), (Some("Eingang"), Some(Moment(-5))));
    assert_eq!((lines[1].text.as_deref(), lines[1].happened_at), (Some("Weitergabe"), None));
    assert_eq!(lines[2].what, ["create-case", "import"]);
}

#[test]
fn a_decision_says_its_outcome_to_everybody() {
    let (mut first, mut second) = two(&[]);
    let decide = |number: u64, outcome: &str| CaseChange::Decide {
        id: DecisionId(uuid(number)),
        outcome: outcome.to_owned(),
        reason: "As the by-law says".to_owned(),
        replaces: Vec::new(),
        person: None,
        second: None,
    };
    let decided = first.edit(&[decide(1, "Granted")]).change;
    let withdrawn = first.edit(&[CaseChange::WithdrawDecision { id: DecisionId(uuid(1)), withdrawn: true }]).change;
    for change in [&decided, &withdrawn] {
        second.take(1, change).unwrap();
    }
    let lines = second.document.timeline();
    let said: Vec<_> = lines[1..].iter().map(|line| (line.what.join(" "), line.text.as_deref())).collect();
    assert_eq!(said, [("decide".to_owned(), Some("Granted")), ("withdraw-decision".to_owned(), None)]);
}

#[test]
fn every_file_that_was_taken_out_has_a_line_and_what_else_was_done_has_its_own() {
    let (mut first, mut second) = two(&[]);
    let take_out = |number: u64, name: &str, reason: &str| CaseChange::AddEvent {
        id: EventId(uuid(number)),
        event: EventKind::TakenOut { name: name.to_owned(), version: format!("{number:064x}"), reason: reason.to_owned() },
    };
    let note = CaseChange::AddNote { id: NoteId(uuid(3)), text: "Called".to_owned(), corrects: None };
    let both = first.edit(&[take_out(1, "letter.pdf", "hearing"), note, take_out(2, "map.pdf", "archive")]).change;
    let alone = first.edit(&[take_out(4, "photo.jpg", "press")]).change;
    for change in [&both, &alone] {
        second.take(1, change).unwrap();
    }
    let lines = second.document.timeline();
    let said: Vec<_> = lines[1..].iter().map(|line| (line.what.join(" "), line.taken_out.clone(), line.text.as_deref())).collect();
    let out = |number: u64, name: &str| Some((name.to_owned(), format!("{number:064x}")));
    let expected = [
        ("take-out".to_owned(), out(1, "letter.pdf"), Some("hearing")),
        ("take-out".to_owned(), out(2, "map.pdf"), Some("archive")),
        ("add-note".to_owned(), None, None),
        ("take-out".to_owned(), out(4, "photo.jpg"), Some("press")),
    ];
    assert_eq!(said, expected);
}

/// Takes a colleague's change that says of itself that it only let a file out, and gives it what it does beside that.
fn lets_a_file_out_and(computer: &mut Computer, writes: impl FnOnce(&mut Transaction<'_>)) {
    let merged = Merged::load(&CASE, &computer.document.save(), &actor_of(2)).unwrap();
    let mut doc = merged.doc.clone();
    doc.set_actor(ActorId::from(&actor_of(2)));
    let mut tx = doc.transaction();
    let (_, events) = tx.get(ROOT, "events").unwrap().unwrap();
    let event = tx.put_object(&events, uuid(5).to_string(), ObjType::Map).unwrap();
    for (key, value) in [("kind", "taken-out"), ("text", "letter.pdf"), ("place", "0"), ("chosen", "hearing")] {
        tx.put(&event, key, value).unwrap();
    }
    writes(&mut tx);
    let hash = tx.commit_with(CommitOptions::default().with_time(1).with_message("take-out")).0.unwrap();
    computer.take(2, doc.get_change_by_hash(&hash).unwrap().raw_bytes()).unwrap();
}

/// What the lines from the second on say of themselves.
fn said(computer: &Computer) -> Vec<String> {
    computer.document.timeline()[1..].iter().map(|line| line.what.join(" ")).collect()
}

#[test]
fn nobody_hides_what_they_wrote_behind_a_file_that_they_took_out() {
    let (mut first, _) = two(&[title("Appeal")]);
    lets_a_file_out_and(&mut first, |tx| tx.put(ROOT, "title", "Refused").unwrap());
    assert_eq!(said(&first), ["take-out", "other"]);
    assert_eq!(last(&first), [(Place::Title, String::new(), vec![text("Appeal")], text("Refused"))]);
}

#[test]
fn nor_what_is_told_at_no_place() {
    for container in ["tags", "notes", "decisions"] {
        let (mut first, _) = two(&[title("Appeal")]);
        lets_a_file_out_and(&mut first, |tx| {
            let (_, parent) = tx.get(ROOT, container).unwrap().unwrap();
            if container == "tags" {
                tx.put(&parent, "urgent", true).unwrap();
            } else {
                tx.put_object(&parent, uuid(6).to_string(), ObjType::Map).unwrap();
            }
        });
        assert_eq!(said(&first), ["take-out", "other"], "{container}");
    }
    let (mut first, _) = two(&[title("Appeal")]);
    lets_a_file_out_and(&mut first, |_| ());
    assert_eq!(said(&first), ["take-out"], "it did nothing else");
}

#[test]
fn what_does_not_fit_its_place_is_told_to_empty_it() {
    let day: Day = "2026-12-01".parse().unwrap();
    let stood = PlaceValue::Field(FieldValue::Day(day));
    let deadline = DeadlineId(uuid(3));
    let (mut first, _) = two(&[CaseChange::AddDeadline { id: deadline, label: "Answer".to_owned(), day, rule: None }]);
    lets_a_file_out_and(&mut first, |tx| {
        let (_, deadlines) = tx.get(ROOT, "deadlines").unwrap().unwrap();
        let (_, one) = tx.get(&deadlines, uuid(3).to_string()).unwrap().unwrap();
        tx.put(&one, "day", "last week").unwrap();
    });
    let empty = PlaceValue::Field(FieldValue::Empty);
    assert_eq!(last(&first), [(Place::DeadlineDay { deadline }, "Answer".to_owned(), vec![stood], empty)]);
}

#[test]
fn a_line_that_cannot_tell_all_places_says_how_many_more_there_are() {
    let (mut first, _) = two(&[]);
    let fields = (0..60).map(|number| CaseChange::SetField { field: format!("f{number}"), value: FieldValue::Whole(1) });
    first.edit(&fields.collect::<Vec<_>>());
    let line = first.document.timeline().pop().unwrap();
    assert_eq!((line.written.len(), line.more), (50, 10));
}

fn text(text: &str) -> PlaceValue {
    PlaceValue::Field(FieldValue::Text(text.to_owned()))
}

/// What the last line of the trail says was written: the place, the label, before and after.
fn last(computer: &Computer) -> Vec<(Place, String, Vec<PlaceValue>, PlaceValue)> {
    let line = computer.document.timeline().pop().unwrap();
    line.written.into_iter().map(|written| (written.place, written.label, written.before, written.after)).collect()
}

#[test]
fn a_line_tells_what_was_there_before_and_what_was_written() {
    let (mut first, _) = two(&[title("Brige")]);
    assert_eq!(last(&first), [], "what a case was made with is told by making it");
    first.edit(&[title("Bridge")]);
    first
        .edit(&[CaseChange::SetField { field: "street".to_owned(), value: FieldValue::Text("Mill Lane".to_owned()) }, title("Old bridge")]);
    let street = Place::Field { field: "street".to_owned() };
    let expected =
        [(street, String::new(), vec![], text("Mill Lane")), (Place::Title, String::new(), vec![text("Bridge")], text("Old bridge"))];
    assert_eq!(last(&first), expected);
    first.edit(&[CaseChange::AddEvent { id: EventId(uuid(9)), event: EventKind::StatusSet { stage: Status::Closed.into() } }]);
    assert_eq!(last(&first), [(Place::Status, String::new(), vec![], text(Status::Closed.code()))]);
    first.edit(&[title("")]);
    assert_eq!(last(&first), [(Place::Title, String::new(), vec![text("Old bridge")], text(""))], "what was emptied is told too");
    first.edit(&[title(&"x".repeat(400))]);
    assert_eq!(last(&first), [(Place::Title, String::new(), vec![], text(&format!("{}…", "x".repeat(120))))], "a long text is cut");
}

#[test]
fn entries_are_called_by_the_name_that_they_had_then() {
    let (mut first, _) = two(&[]);
    let (party, task, deadline) = (PartyId(uuid(1)), TaskId(uuid(2)), DeadlineId(uuid(3)));
    first.edit(&[CaseChange::AddParty { id: party, name: "Ana".to_owned(), role: String::new(), contact: "a@example.org".to_owned() }]);
    let name = Place::PartyName { party };
    let contact = (Place::PartyContact { party }, "Ana".to_owned(), vec![], text("a@example.org"));
    assert_eq!(last(&first), [(name.clone(), "Ana".to_owned(), vec![], text("Ana")), contact]);
    let role = CaseChange::EditParty { id: party, name: Some("Ana Petrova".to_owned()), role: Some("Mother".to_owned()), contact: None };
    first.edit(&[role]);
    let expected = [
        (name.clone(), "Ana Petrova".to_owned(), vec![text("Ana")], text("Ana Petrova")),
        (Place::PartyRole { party }, "Ana Petrova".to_owned(), vec![], text("Mother")),
    ];
    assert_eq!(last(&first), expected);
    first.edit(&[CaseChange::RemoveParty { id: party, removed: true }]);
    assert_eq!(last(&first), [(name, "Ana Petrova".to_owned(), vec![], text("Ana Petrova"))], "a removal says who");

    first.edit(&[CaseChange::AddTask { id: task, text: "Call".to_owned(), due: None, assignee: None }]);
    first.edit(&[CaseChange::SetTaskDone { id: task, done: true }]);
    let done = PlaceValue::Field(FieldValue::Flag(true));
    assert_eq!(last(&first), [(Place::TaskDone { task }, "Call".to_owned(), vec![], done)]);
    first.edit(&[CaseChange::AddDeadline { id: deadline, label: "Answer".to_owned(), day: "2026-12-01".parse().unwrap(), rule: None }]);
    let day = PlaceValue::Field(FieldValue::Day("2026-12-01".parse().unwrap()));
    let expected = [
        (Place::DeadlineLabel { deadline }, "Answer".to_owned(), vec![], text("Answer")),
        (Place::DeadlineDay { deadline }, "Answer".to_owned(), vec![], day),
    ];
    assert_eq!(last(&first), expected);
}

#[test]
fn a_line_tells_what_its_author_saw_and_a_settlement_what_stood_side_by_side() {
    let (mut first, mut second) = two(&[title("Bridge")]);
    let (mine, theirs) = (first.edit(&[title("Old bridge")]).change, second.edit(&[title("New bridge")]).change);
    exchange(&mut first, &[mine], &mut second, &[theirs]);
    let lines = first.document.timeline();
    for line in &lines[1..] {
        assert_eq!(line.written[0].before, [text("Bridge")], "nobody saw the other's words");
    }
    let stands = first.read().title.0;
    let (chosen, other) = (stands[1].clone(), stands[0].value.clone());
    first.document.settle(Moment(5_000), &Place::Title, &Choice::Use(chosen.id), &[], None).unwrap();
    let (_, _, mut before, after) = last(&first).pop().unwrap();
    before.sort_by_key(|value| format!("{value:?}"));
    let mut both = vec![text(&chosen.value), text(&other)];
    both.sort_by_key(|value| format!("{value:?}"));
    assert_eq!((before, after), (both, text(&chosen.value)));
}
