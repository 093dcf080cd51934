//! A colleague's program cannot put words into another's line: what is append-only has one author, who wrote all of it.

use automerge::{Automerge, Change, ObjId, ObjType, ROOT, ReadDoc, transaction::Transactable, transaction::Transaction};
use praesto_domain::{
    AttachmentId, DecisionId, EventId, Moment, NoteId,
    casework::{CaseChange, EventKind, Status, contradicting_decisions, standing_decisions, status},
};

use super::super::{ApplyRefused, CaseDocument, merged::Merged, schema::CASE};
use super::hostile::{forged, object};
use super::{Computer, actor_of, by, decide, device, id, title, uuid, version};

const EVENT: u64 = 1;
const DECISION: u64 = 2;
const NOTE: u64 = 3;
const FILE: u64 = 4;
/// Number of the version that one computer adds while the other does not know of it.
const VERSION: u64 = 50;

/// What Ana, on computer 1, does with a case.
fn deeds() -> Vec<CaseChange> {
    let event = EventKind::TakenOut { name: "letter.pdf".to_owned(), version: "a".repeat(64), reason: "For the hearing".to_owned() };
    vec![
        title("Appeal of Ema"),
        CaseChange::AddEvent { id: EventId(uuid(EVENT)), event },
        decide(DECISION, "Granted", vec![]),
        CaseChange::AddNote { id: NoteId(uuid(NOTE)), text: "She called.".to_owned(), corrects: None },
        CaseChange::AddAttachmentVersion { id: AttachmentId(uuid(FILE)), version: version(VERSION) },
    ]
}

/// A case with a file in it, as both computers have it before anything else is done.
fn begun() -> Computer {
    let add = CaseChange::AddAttachment { id: AttachmentId(uuid(FILE)), name: "letter.pdf".to_owned(), version: version(10) };
    Computer::with_new_case(1, &[title("Appeal"), add]).0
}

fn forger_of(computer: &Computer) -> Merged {
    Merged::load(&CASE, &computer.document.save(), &actor_of(2)).unwrap()
}

fn versions(doc: &impl ReadDoc) -> ObjId {
    doc.get(object(doc, "attachments", &uuid(FILE).to_string()), "versions").unwrap().unwrap().1
}

/// The same change, saying of none of its operations that anything was there before.
fn as_if_nothing_were_there(bytes: &[u8]) -> Vec<u8> {
    let mut change = Change::try_from(bytes).unwrap().decode();
    change.operations.iter_mut().for_each(|operation| operation.pred = Vec::new().into());
    Change::from(change).raw_bytes().to_vec()
}

/// A new entry of a container, with these values.
fn entry(tx: &mut Transaction<'_>, container: &str, number: u64, values: &[(&str, &str)]) {
    let (_, container) = tx.get(ROOT, container).unwrap().unwrap();
    let map = tx.put_object(container, uuid(number).to_string(), ObjType::Map).unwrap();
    values.iter().for_each(|(key, value)| tx.put(&map, *key, *value).unwrap());
}

/// The same entries as Ana's, with other words.
fn twins(tx: &mut Transaction<'_>, content_hash: &str) {
    let (name, version_there) = ("other.pdf", "b".repeat(64));
    entry(tx, "events", EVENT, &[("kind", "taken-out"), ("text", name), ("place", &version_there), ("chosen", "For myself")]);
    entry(tx, "decisions", DECISION, &[("outcome", "Refused"), ("reason", "no"), ("replaces", "")]);
    entry(tx, "notes", NOTE, &[("text", "She did not call.")]);
    let parent = versions(tx);
    let map = tx.put_object(parent, version(VERSION).sealed_hash, ObjType::Map).unwrap();
    tx.put(&map, "content_hash", content_hash).unwrap();
    tx.put(&map, "size", 7_u64).unwrap();
    tx.put(&map, "epoch", 99_u64).unwrap();
}

#[test]
fn nobody_writes_a_second_value_into_what_another_made() {
    let mut computer = begun();
    computer.edit(&deeds());
    let merged = forger_of(&computer);
    type Forgery = (&'static str, Box<dyn Fn(&mut Transaction<'_>)>);
    let value = |container: &'static str, number: u64, key: &'static str| -> Box<dyn Fn(&mut Transaction<'_>)> {
        Box::new(move |tx| {
            let map = object(tx, container, &uuid(number).to_string());
            tx.put(map, key, "other words").unwrap();
        })
    };
    let map = |container: &'static str, number: u64| -> Box<dyn Fn(&mut Transaction<'_>)> {
        Box::new(move |tx| entry(tx, container, number, &[]))
    };
    let forgeries: Vec<Forgery> = vec![
        ("the reason of what was taken out", value("events", EVENT, "chosen")),
        ("what an event left out", value("events", EVENT, "status")),
        ("the outcome of a decision", value("decisions", DECISION, "outcome")),
        ("a note", value("notes", NOTE, "text")),
        ("what a note corrects", value("notes", NOTE, "corrects")),
        (
            "the content of a version",
            Box::new(|tx| {
                let map = tx.get(versions(tx), version(VERSION).sealed_hash).unwrap().unwrap().1;
                tx.put(map, "content_hash", "c".repeat(64)).unwrap();
            }),
        ),
        ("an event under the same id", map("events", EVENT)),
        ("a decision under the same id", map("decisions", DECISION)),
        ("a note under the same id", map("notes", NOTE)),
        (
            "a version of the same bytes",
            Box::new(|tx| drop(tx.put_object(versions(tx), version(VERSION).sealed_hash, ObjType::Map).unwrap())),
        ),
        ("another opening", Box::new(|tx| tx.put(ROOT, "type", "other").unwrap())),
        ("where a case comes from", Box::new(|tx| tx.put(ROOT, "origin", "elsewhere").unwrap())),
        (
            "a second text in one's own note",
            Box::new(|tx| {
                entry(tx, "notes", 77, &[("text", "One")]);
                let map = object(tx, "notes", &uuid(77).to_string());
                tx.put(map, "text", "Other").unwrap();
            }),
        ),
    ];
    for (what, forge) in &forgeries {
        let bytes = as_if_nothing_were_there(&forged(&merged, |tx| forge(tx)));
        let mut document = computer.document.clone();
        let refused = document.apply(&by(2), &bytes);
        assert!(matches!(refused, Err(ApplyRefused::NotAllowed(_))), "{what}: {refused:?}");
        assert_eq!(document.heads(), computer.document.heads(), "{what}: nothing was taken in");
    }
    let fair = as_if_nothing_were_there(&forged(&merged, |tx| entry(tx, "notes", 77, &[("text", "One")])));
    assert!(computer.document.clone().apply(&by(2), &fair).unwrap().changed(), "the same way of making a change, within the rules");
}

/// Ana's deeds, and a forger's under the same ids, written apart: his operations come before hers or after them, and so do his records.
fn apart(content_hash: &str) -> Vec<(bool, Computer)> {
    let mut outcomes = Vec::new();
    for (last, first_to_arrive) in [(false, false), (false, true), (true, false), (true, true)] {
        let mut ana = begun();
        let mut other = Computer::empty(3);
        other.document = ana.document.clone();
        let merged = forger_of(&ana);
        let forgery = forged(&merged, |tx| {
            if last {
                (0..100).for_each(|number| tx.put(ROOT, "title", format!("filler {number}")).unwrap());
            }
            twins(tx, content_hash);
        });
        let deeds = ana.edit(&deeds()).change;
        let mut records = [(1, deeds), (2, forgery)];
        if first_to_arrive {
            records.reverse();
        }
        for (author, record) in &records {
            other.take(*author, record).unwrap();
        }
        if let Some((author, record)) = records.iter().find(|(author, _)| *author == 2) {
            ana.take(*author, record).unwrap();
        }
        assert_eq!(ana.read(), other.read(), "the order of arrival does not matter");
        assert_eq!(ana.document.timeline(), other.document.timeline());
        outcomes.push((last, other));
    }
    outcomes
}

#[test]
fn two_lines_under_one_id_are_two_lines_each_with_its_author() {
    for (last, computer) in apart(&"c".repeat(64)) {
        let case = computer.read();
        let ordered = |mine: &str, other: &str| {
            let mut said = vec![(device(1), mine.to_owned()), (device(2), other.to_owned())];
            if !last {
                said.reverse();
            }
            said
        };
        let events: Vec<_> = case.events.iter().map(|event| (event.by.device, format!("{:?}", event.kind))).collect();
        let taken_out = |name: &str, version: &str, reason: &str| {
            format!("{:?}", EventKind::TakenOut { name: name.to_owned(), version: version.repeat(64), reason: reason.to_owned() })
        };
        assert_eq!(events, ordered(&taken_out("letter.pdf", "a", "For the hearing"), &taken_out("other.pdf", "b", "For myself")));
        let decisions: Vec<_> = case.decisions.iter().map(|decision| (decision.by.device, decision.outcome.clone())).collect();
        assert_eq!(decisions, ordered("Granted", "Refused"));
        let notes: Vec<_> = case.notes.iter().map(|note| (note.by.device, note.text.clone())).collect();
        assert_eq!(notes, ordered("She called.", "She did not call."));

        let lines = computer.document.timeline();
        let out = lines.iter().filter_map(|line| Some((line.by.device, line.taken_out.clone()?.0, line.text.clone()?)));
        let mut out: Vec<_> = out.collect();
        out.sort();
        let line = |number: u8, name: &str, reason: &str| (device(number), name.to_owned(), reason.to_owned());
        assert_eq!(out, [line(1, "letter.pdf", "For the hearing"), line(2, "other.pdf", "For myself")]);
    }
}

#[test]
fn decisions_under_one_id_are_settled_as_any_that_contradict_each_other() {
    for (_, mut computer) in apart(&"c".repeat(64)) {
        assert_eq!(status(&computer.read()), Status::NeedsAdjudication);
        assert_eq!(contradicting_decisions(&computer.read()).len(), 2);
        let withdraw = |withdrawn| CaseChange::WithdrawDecision { id: DecisionId(uuid(DECISION)), withdrawn };
        let mut withdrawn = Computer { number: 3, document: computer.document.clone(), clock: 5_000 };
        withdrawn.edit(&[withdraw(true)]);
        assert!(withdrawn.read().decisions.iter().all(|decision| decision.withdrawn), "who withdraws an id means all under it");
        withdrawn.edit(&[withdraw(false)]);
        assert_eq!(standing_decisions(&withdrawn.read()).len(), 2);
        computer.clock = 5_000;
        computer.edit(&[decide(9, "Granted", vec![DecisionId(uuid(DECISION))])]);
        assert_eq!(status(&computer.read()), Status::Decided, "one that replaces the id replaces both");
        assert_eq!(standing_decisions(&computer.read()).len(), 1);
    }
}

#[test]
fn what_is_said_of_a_version_is_said_by_its_author() {
    for (last, computer) in apart(&"c".repeat(64)) {
        let case = computer.read();
        let found = case.attachments[0].versions.iter().find(|found| found.sealed_hash == version(VERSION).sealed_hash).unwrap();
        let (number, content_hash, epoch) = if last { (1, version(VERSION).content_hash, 1) } else { (2, "c".repeat(64), 99) };
        assert_eq!((found.by.device, found.content_hash.as_str(), found.epoch), (device(number), content_hash.as_str(), epoch));
    }
    for (_, computer) in apart("no hash") {
        let case = computer.read();
        let found = case.attachments[0].versions.iter().find(|found| found.sealed_hash == version(VERSION).sealed_hash).unwrap();
        let said = (found.by.device, found.content_hash.as_str(), found.size, found.epoch);
        assert_eq!(said, (device(1), version(VERSION).content_hash.as_str(), VERSION, 1), "what says nothing of use hides nothing");
    }
}

#[test]
fn who_opened_a_case_is_who_said_what_it_is() {
    for last in [false, true] {
        let nothing = Merged::create(&CASE, &actor_of(2));
        let opening = forged(&nothing, |tx| {
            if last {
                (0..100).for_each(|number| tx.put(ROOT, "title", format!("filler {number}")).unwrap());
            }
            tx.put(ROOT, "type", "other").unwrap();
            tx.put(ROOT, "channel", "web").unwrap();
            tx.put(ROOT, "origin", "elsewhere").unwrap();
        });
        // One operation stands before the others, so that the forger's come first.
        let mut computer = Computer::empty(3);
        let (_, first) = Computer::with_new_case(3, &[]);
        computer.take(3, &first).unwrap();
        computer.take(2, &opening).unwrap();
        let case = computer.read();
        let said = (case.created.device, case.case_type.as_str(), case.origin.as_deref());
        let expected = if last { (device(3), "general", None) } else { (device(2), "other", Some("elsewhere")) };
        assert_eq!(said, expected);
    }
}

/// A checkpoint is shown before its records are checked: not even then does anybody speak for another.
#[test]
fn unchecked_words_in_the_line_of_another_are_not_shown_as_theirs() {
    let mut computer = begun();
    computer.edit(&deeds());
    let merged = forger_of(&computer);
    let bytes = as_if_nothing_were_there(&forged(&merged, |tx| {
        for (container, number, key) in [("events", EVENT, "chosen"), ("decisions", DECISION, "outcome"), ("notes", NOTE, "text")] {
            let map = object(tx, container, &uuid(number).to_string());
            tx.put(map, key, "other words").unwrap();
        }
    }));
    let mut doc: Automerge = merged.doc.clone();
    doc.apply_changes([Change::try_from(&bytes[..]).unwrap()]).unwrap();
    let shown = CaseDocument::load(&doc.save(), &actor_of(1)).unwrap().read(id()).unwrap();
    let honest = computer.document.read(id()).unwrap();
    assert_eq!((shown.events, shown.decisions, shown.notes), (honest.events, honest.decisions, honest.notes));
    assert!(shown.created.at > Moment(0));
}
