//! Whatever three computers do, in whatever order it arrives: all end equal and nothing is lost.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Instant;

use praesto_domain::{
    AttachmentId, Day, DeadlineId, DecisionId, EventId, Moment, NoteId, PartyId, PersonId, TaskId,
    casework::{Case, CaseChange, EventKind, FieldValue, Status},
};
use proptest::prelude::*;

use super::super::CaseDocument;
use super::{Computer, actor_of, id, title, uuid, version};

/// What somebody does: which kind of change, to which of the things there are, with which value.
#[derive(Clone, Copy, Debug)]
pub(super) struct Kind {
    what: u8,
    which: u8,
    value: u8,
}

pub(super) fn kinds() -> impl Strategy<Value = Kind> {
    (0u8..26, any::<u8>(), 0u8..6).prop_map(|(what, which, value)| Kind { what, which, value })
}

/// The change that a kind means in this case; `number` is unique.
pub(super) fn make(case: &Case, kind: Kind, number: u64) -> Option<CaseChange> {
    fn pick<T: Copy>(things: impl Iterator<Item = T>, which: u8) -> Option<T> {
        let things: Vec<T> = things.collect();
        things.get(usize::from(which) % things.len().max(1)).copied()
    }
    let Kind { what, which, value } = kind;
    let text = format!("text {value}");
    let day: Day = format!("2026-11-{:02}", 10 + value).parse().unwrap();
    let on = value % 2 == 0;
    let person = on.then(|| PersonId(uuid(u64::from(value))));
    let party = pick(case.parties.iter().map(|party| party.id), which);
    let note = pick(case.notes.iter().map(|note| note.id), which);
    let attachment = pick(case.attachments.iter().map(|attachment| attachment.id), which);
    let task = pick(case.tasks.iter().map(|task| task.id), which);
    let deadline = pick(case.deadlines.iter().map(|deadline| deadline.id), which);
    let decision = pick(case.decisions.iter().map(|decision| decision.id), which);
    Some(match what {
        0 => CaseChange::SetTitle { title: text },
        1 => CaseChange::SetReference { reference: text },
        2 => CaseChange::SetReceived { day: on.then_some(day) },
        3 => CaseChange::Assign { person },
        4 => CaseChange::SetField { field: format!("field {}", which % 3), value: FieldValue::Text(text) },
        5 => CaseChange::AddTag { tag: text },
        6 => CaseChange::RemoveTag { tag: text },
        7 => CaseChange::AddParty { id: PartyId(uuid(number)), name: text, role: "role".to_owned(), contact: String::new() },
        8 => CaseChange::EditParty { id: party?, name: Some(text), role: Some(format!("role {}", which % 2)), contact: None },
        9 => CaseChange::RemoveParty { id: party?, removed: on },
        10 => CaseChange::AddNote { id: NoteId(uuid(number)), text: format!("note {number}"), corrects: note.filter(|_| on) },
        11 => CaseChange::WithdrawNote { id: note?, withdrawn: on },
        12 => CaseChange::AddAttachment { id: AttachmentId(uuid(number)), name: text, version: version(number) },
        13 => CaseChange::AddAttachmentVersion { id: attachment?, version: version(number) },
        14 => CaseChange::RenameAttachment { id: attachment?, name: text },
        15 => CaseChange::RemoveAttachment { id: attachment?, removed: on },
        16 => CaseChange::AddTask { id: TaskId(uuid(number)), text, due: on.then_some(day), assignee: person },
        17 => CaseChange::EditTask { id: task?, text: Some(text), due: Some(on.then_some(day)), assignee: Some(person) },
        18 => CaseChange::SetTaskDone { id: task?, done: on },
        19 => CaseChange::RemoveTask { id: task?, removed: on },
        20 => CaseChange::AddDeadline { id: DeadlineId(uuid(number)), label: text, day, rule: None },
        21 => CaseChange::SetDeadlineMet { id: deadline?, met: on },
        22 => CaseChange::RemoveDeadline { id: deadline?, removed: on },
        23 => CaseChange::Decide {
            id: DecisionId(uuid(number)),
            outcome: text,
            reason: "as the law says".to_owned(),
            replaces: decision.filter(|_| on).into_iter().collect(),
            person: None,
            second: None,
        },
        24 => CaseChange::WithdrawDecision { id: decision?, withdrawn: on },
        _ => {
            let status = [Status::New, Status::InReview, Status::Waiting, Status::Closed][usize::from(which) % 4];
            CaseChange::AddEvent { id: EventId(uuid(number)), event: EventKind::StatusSet { stage: status.into() } }
        }
    })
}

/// What a step of the simulation is.
#[derive(Clone, Copy, Debug)]
enum Step {
    Edit {
        computer: usize,
        kind: Kind,
    },
    Deliver {
        computer: usize,
        record: prop::sample::Index,
    },
    /// Locked and unlocked: the document comes from its bytes, under a new incarnation.
    Restart {
        computer: usize,
    },
}

fn steps() -> impl Strategy<Value = Step> {
    prop_oneof![
        5 => (0usize..3, kinds()).prop_map(|(computer, kind)| Step::Edit { computer, kind }),
        5 => (0usize..3, any::<prop::sample::Index>()).prop_map(|(computer, record)| Step::Deliver { computer, record }),
        1 => (0usize..3).prop_map(|computer| Step::Restart { computer }),
    ]
}

/// Everything that must never go away, by id.
fn kept(change: &CaseChange) -> Option<String> {
    match change {
        CaseChange::AddParty { id, .. } => Some(id.to_string()),
        CaseChange::AddNote { id, text, .. } => Some(format!("{id} {text}")),
        CaseChange::AddAttachment { id, .. } => Some(id.to_string()),
        CaseChange::AddAttachmentVersion { version, .. } => Some(version.sealed_hash.clone()),
        CaseChange::AddTask { id, .. } => Some(id.to_string()),
        CaseChange::AddDeadline { id, .. } => Some(id.to_string()),
        CaseChange::Decide { id, outcome, .. } => Some(format!("{id} {outcome}")),
        CaseChange::AddEvent { id, .. } => Some(id.to_string()),
        _ => None,
    }
}

fn held(case: &Case) -> BTreeSet<String> {
    let mut held = BTreeSet::new();
    held.extend(case.parties.iter().map(|party| party.id.to_string()));
    held.extend(case.notes.iter().map(|note| format!("{} {}", note.id, note.text)));
    held.extend(case.attachments.iter().map(|attachment| attachment.id.to_string()));
    held.extend(case.attachments.iter().flat_map(|attachment| &attachment.versions).map(|version| version.sealed_hash.clone()));
    held.extend(case.tasks.iter().map(|task| task.id.to_string()));
    held.extend(case.deadlines.iter().map(|deadline| deadline.id.to_string()));
    held.extend(case.decisions.iter().map(|decision| format!("{} {}", decision.id, decision.outcome)));
    held.extend(case.events.iter().map(|event| event.id.to_string()));
    held
}

/// Offers records until none waits for another; what is missing waits, as the engine does it.
fn deliver_all(computer: &mut Computer, records: &[(u8, Vec<u8>)], order: &[usize]) {
    let mut waiting: Vec<usize> = order.to_vec();
    while !waiting.is_empty() {
        let before = waiting.len();
        waiting.retain(|&index| {
            let (author, record) = &records[index];
            !computer.take(*author, record).unwrap().missing.is_empty()
        });
        assert!(waiting.len() < before, "every record that was made arrives in the end");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn three_computers_end_equal_and_nothing_is_lost(
        plan in proptest::collection::vec(steps(), 1..50),
        orders in proptest::collection::vec(proptest::collection::vec(any::<prop::sample::Index>(), 60), 3),
    ) {
        let (first, opening) = Computer::with_new_case(1, &[title("Appeal")]);
        let mut computers = [first, Computer::empty(2), Computer::empty(3)];
        let mut records = vec![(1_u8, opening)];
        let mut acknowledged = BTreeSet::new();
        let mut number = 1_000_u64;
        for step in plan {
            number += 1;
            match step {
                Step::Edit { computer, kind } => {
                    let computer = &mut computers[computer];
                    let Ok(case) = computer.document.read(id()) else { continue };
                    let Some(change) = make(&case, kind, number) else { continue };
                    // Clocks differ wildly, and must not matter.
                    let clock = Moment([1_000, -5, 4_000_000_000_000][usize::from(computer.number - 1)] + i64::try_from(number).unwrap());
                    let saved = computer.document.edit(clock, std::slice::from_ref(&change)).unwrap();
                    if !saved.change.is_empty() {
                        acknowledged.extend(kept(&change));
                        records.push((computer.number, saved.change));
                    }
                }
                Step::Deliver { computer, record } => {
                    let (author, record) = record.get(&records).clone();
                    computers[computer].take(author, &record).unwrap();
                }
                Step::Restart { computer } => {
                    let computer = &mut computers[computer];
                    let incarnation = super::super::actor(super::device(computer.number), number.to_be_bytes());
                    computer.document = CaseDocument::load(&computer.document.save(), &incarnation).unwrap();
                }
            }
        }
        for (computer, picks) in computers.iter_mut().zip(&orders) {
            // An own order for each: some twice, all at least once.
            let mut order: Vec<usize> = picks.iter().map(|pick| pick.index(records.len())).collect();
            order.extend((0..records.len()).rev());
            deliver_all(computer, &records, &order);
        }
        let case = computers[0].read();
        for computer in &computers[1..] {
            prop_assert_eq!(&computer.read(), &case);
            prop_assert_eq!(computer.document.timeline(), computers[0].document.timeline());
            prop_assert_eq!(computer.document.heads(), computers[0].document.heads());
        }
        let held = held(&case);
        prop_assert!(acknowledged.is_subset(&held), "lost: {:?}", acknowledged.difference(&held).collect::<Vec<_>>());
        prop_assert_eq!(computers[0].document.timeline().len(), records.len(), "each save is one line");
        let mut authors: BTreeMap<u8, usize> = BTreeMap::new();
        for (author, _) in &records {
            *authors.entry(*author).or_default() += 1;
        }
        for (author, saves) in authors {
            let lines = computers[2].document.timeline().iter().filter(|line| line.by.device == super::device(author)).count();
            prop_assert_eq!(lines, saves, "every line has the name of who wrote it");
        }
    }
}

#[test]
fn a_record_that_comes_before_its_cause_waits() {
    let (mut first, opening) = Computer::with_new_case(1, &[title("Appeal")]);
    let second = first.edit(&[title("Appeal of Ema")]).change;
    let mut late = Computer::empty(2);
    let waits = late.take(1, &second).unwrap();
    assert!(!waits.changed());
    assert_eq!(waits.missing.len(), 1, "it says what it waits for");
    assert!(late.document.read(id()).is_err(), "nothing of it is shown");
    let taken = late.take(1, &opening).unwrap();
    assert_eq!(taken.new, waits.missing);
    assert!(late.take(1, &second).unwrap().changed());
    assert_eq!(late.read(), first.read());
    let again = late.take(1, &second).unwrap();
    assert!(!again.changed() && again.missing.is_empty(), "a second time changes nothing");
}

#[test]
fn a_record_of_several_changes_is_taken_in_at_once() {
    let (mut first, opening) = Computer::with_new_case(1, &[title("Appeal")]);
    let second = first.edit(&[title("Appeal of Ema")]).change;
    let mut late = Computer::empty(2);
    assert_eq!(late.take(1, &[opening, second].concat()).unwrap().new.len(), 2);
    assert_eq!(late.read(), first.read());
}

/// No assertion on time: machines differ. Run with `--nocapture` to see it.
#[test]
fn an_edit_of_a_case_with_a_hundred_changes_is_quick() {
    let (mut computer, _) = Computer::with_new_case(1, &[title("Appeal")]);
    let mut records = Vec::new();
    for number in 0..100 {
        let note = CaseChange::AddNote { id: NoteId(uuid(number)), text: format!("note {number}"), corrects: None };
        records.push(computer.edit(&[note, title(&format!("Appeal {number}"))]).change);
    }
    let time = |what: &str, act: &mut dyn FnMut()| {
        let start = Instant::now();
        act();
        println!("{what}: {:?}", start.elapsed());
    };
    let bytes = computer.document.save();
    let mut other = computer.document.clone();
    time("load", &mut || other = CaseDocument::load(&bytes, &actor_of(2)).unwrap());
    let mut change = Vec::new();
    time("edit", &mut || change = other.edit(Moment(9_999), &[title("quick")]).unwrap().change);
    time("apply", &mut || assert!(computer.take(2, &change).unwrap().changed()));
    time("read", &mut || assert_eq!(computer.read().notes.len(), 100));
    time("timeline", &mut || assert_eq!(computer.document.timeline().len(), 102));
    time("save", &mut || assert!(!computer.document.save().is_empty()));
    println!("{} bytes for {} changes", bytes.len(), computer.document.changes());
}
