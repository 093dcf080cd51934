//! What the trail of a case says happened.

use praesto_domain::{
    EventId, Moment, NoteId,
    casework::{CaseChange, EventKind},
};

use super::{two, uuid};

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
