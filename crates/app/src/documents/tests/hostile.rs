//! A colleague's computer that was stolen, or runs other software.

use automerge::{
    ActorId, Automerge, Change, ExpandedChange, ObjId, ObjType, ROOT, ReadDoc, ScalarValue,
    transaction::{CommitOptions, Transactable, Transaction},
};
use praesto_domain::{
    Moment, NoteId, PartyId,
    casework::{CaseChange, ChangeRefused, ITEMS, TEXT_CHARS},
};

use super::super::{ApplyRefused, EditRefused, merged::Merged, schema::CASE};
use super::{Computer, actor_of, device, id, title, two, uuid};

/// A change that device 2 makes with automerge itself, past every rule of ours.
fn forged(document: &Merged, write: impl FnOnce(&mut Transaction<'_>)) -> Vec<u8> {
    let mut doc = document.doc.clone();
    doc.set_actor(ActorId::from(&actor_of(2)));
    let mut tx = doc.transaction();
    write(&mut tx);
    let hash = tx.commit_with(CommitOptions::default().with_time(1)).0.unwrap();
    doc.get_change_by_hash(&hash).unwrap().raw_bytes().to_vec()
}

/// A case with a party and a note, and the document in it.
fn victim() -> (Computer, Merged) {
    let changes = [
        title("Appeal"),
        CaseChange::AddParty { id: PartyId(uuid(1)), name: "Ema".to_owned(), role: String::new(), contact: String::new() },
        CaseChange::AddNote { id: NoteId(uuid(2)), text: "She called.".to_owned(), corrects: None },
    ];
    let (computer, _) = Computer::with_new_case(1, &changes);
    let merged = Merged::load(&CASE, &computer.document.save(), &actor_of(2)).unwrap();
    (computer, merged)
}

fn object(doc: &impl ReadDoc, container: &str, key: &str) -> ObjId {
    let (_, container) = doc.get(ROOT, container).unwrap().unwrap();
    doc.get(container, key).unwrap().unwrap().1
}

#[test]
fn nobody_writes_under_another_name() {
    let (first, mut second) = two(&[title("Appeal")]);
    let mut third = Computer::empty(3);
    let (_, opening) = Computer::with_new_case(1, &[title("Appeal")]);
    assert_eq!(third.take(2, &opening), Err(ApplyRefused::ForeignActor));
    let own = second.edit(&[title("Other")]).change;
    third.document = first.document.clone();
    assert_eq!(third.take(1, &own), Err(ApplyRefused::ForeignActor));
    assert_eq!(third.read(), first.read(), "nothing of it was taken in");
    third.take(2, &own).unwrap();
    assert_eq!(third.take(1, &own), Err(ApplyRefused::ForeignActor), "nor when it is here already");
}

#[test]
fn who_goes_on_for_another_device_brings_its_changes_and_answers_for_them() {
    let (_, mut second) = two(&[title("Appeal")]);
    let (first, opening) = Computer::with_new_case(1, &[title("Appeal")]);
    let change = first.document.clone();
    let mut third = Computer::empty(3);
    assert_eq!(third.document.apply(&[device(4), device(5)], &opening), Err(ApplyRefused::ForeignActor), "only for those it goes on for");
    assert!(third.document.apply(&[device(4), device(1)], &opening).unwrap().handed_on);
    assert_eq!(third.document.heads(), change.heads(), "byte for byte what it was");
    third.document.brought(device(4), &opening);
    assert!(third.document.timeline().iter().all(|line| line.by.device == device(4)), "people see who brought it");
    assert_eq!(third.read().created.device, device(4));
    let own = second.edit(&[title("Other")]).change;
    assert!(!second.document.apply(&[device(2), device(1)], &own).unwrap().handed_on, "its own changes are its own");
}

#[test]
fn nobody_writes_under_the_name_of_the_schema() {
    let (mut computer, merged) = victim();
    let mut doc = merged.doc.clone();
    doc.set_actor(ActorId::from(CASE.actor));
    let mut tx = doc.transaction();
    tx.put(ROOT, "title", "forged").unwrap();
    let hash = tx.commit().0.unwrap();
    let bytes = doc.get_change_by_hash(&hash).unwrap().raw_bytes().to_vec();
    let impostor = praesto_domain::DeviceId(uuid::Uuid::from_slice(&CASE.actor[..16]).unwrap());
    assert_eq!(computer.document.apply(&[impostor], &bytes), Err(ApplyRefused::ForeignActor));
}

#[test]
fn what_does_not_fit_the_schema_is_refused_whole() {
    let (computer, merged) = victim();
    let party = uuid(1).to_string();
    let note = uuid(2).to_string();
    type Forgery = (&'static str, Box<dyn Fn(&mut Transaction<'_>)>);
    let forgeries: Vec<Forgery> = vec![
        ("deleting a title", Box::new(|tx| tx.delete(ROOT, "title").unwrap())),
        ("deleting a container", Box::new(|tx| tx.delete(ROOT, "parties").unwrap())),
        ("a value over a container", Box::new(|tx| tx.put(ROOT, "notes", "gone").unwrap())),
        ("a container over a container", Box::new(|tx| drop(tx.put_object(ROOT, "notes", ObjType::Map).unwrap()))),
        ("an unknown value", Box::new(|tx| tx.put(ROOT, "colour", "red").unwrap())),
        ("a map where a value belongs", Box::new(|tx| drop(tx.put_object(ROOT, "title", ObjType::Map).unwrap()))),
        ("a list", Box::new(|tx| drop(tx.put_object(ROOT, "list", ObjType::List).unwrap()))),
        ("bytes", Box::new(|tx| tx.put(ROOT, "title", ScalarValue::Bytes(vec![0; 9])).unwrap())),
        ("a counter", Box::new(|tx| tx.put(ROOT, "title", ScalarValue::counter(1)).unwrap())),
        ("a case opened again", Box::new(|tx| tx.put(ROOT, "type", "other").unwrap())),
        (
            "a party made again over the old one",
            Box::new({
                let party = party.clone();
                move |tx| {
                    let (_, parties) = tx.get(ROOT, "parties").unwrap().unwrap();
                    drop(tx.put_object(parties, &party, ObjType::Map).unwrap());
                }
            }),
        ),
        (
            "a deleted party",
            Box::new(move |tx| {
                let (_, parties) = tx.get(ROOT, "parties").unwrap().unwrap();
                tx.delete(parties, party.as_str()).unwrap();
            }),
        ),
        (
            "a note rewritten",
            Box::new(move |tx| {
                let note = object(tx, "notes", &note);
                tx.put(note, "text", "She did not call.").unwrap();
            }),
        ),
        (
            "an entry under no id",
            Box::new(|tx| {
                let (_, tasks) = tx.get(ROOT, "tasks").unwrap().unwrap();
                drop(tx.put_object(tasks, "../../etc", ObjType::Map).unwrap());
            }),
        ),
        (
            "a version under a path",
            Box::new(|tx| {
                let (_, attachments) = tx.get(ROOT, "attachments").unwrap().unwrap();
                let map = tx.put_object(attachments, uuid(7).to_string(), ObjType::Map).unwrap();
                let versions = tx.put_object(map, "versions", ObjType::Map).unwrap();
                drop(tx.put_object(versions, "../secret", ObjType::Map).unwrap());
            }),
        ),
    ];
    for (what, forge) in &forgeries {
        let bytes = forged(&merged, |tx| forge(tx));
        let mut document = computer.document.clone();
        let refused = document.apply(&[device(2)], &bytes);
        assert!(matches!(refused, Err(ApplyRefused::NotAllowed(_))), "{what}: {refused:?}");
        assert_eq!(document.heads(), computer.document.heads(), "{what}: nothing was taken in");
    }
    let fair = forged(&merged, |tx| tx.put(ROOT, "title", "fair").unwrap());
    assert!(computer.document.clone().apply(&[device(2)], &fair).unwrap().changed(), "the same way of making a change, within the rules");
}

#[test]
fn a_record_with_one_bad_change_is_not_taken_in_by_half() {
    let (mut computer, merged) = victim();
    let good = forged(&merged, |tx| tx.put(ROOT, "title", "fair").unwrap());
    let mut after = merged.clone();
    after.apply(&[device(2)], &good).unwrap();
    let bad = forged(&after, |tx| tx.delete(ROOT, "title").unwrap());
    let before = computer.read();
    assert!(computer.take(2, &[good.clone(), bad].concat()).is_err());
    assert_eq!(computer.read(), before);
    // Nor is what it had taken in before lost with it, loaded or not.
    computer.take(2, &good).unwrap();
    let mut loaded = Merged::load(&CASE, &merged.doc.save(), &actor_of(1)).unwrap();
    loaded.apply(&[device(2)], &good).unwrap();
    let better = forged(&after, |tx| tx.put(ROOT, "title", "fairer").unwrap());
    after.apply(&[device(2)], &better).unwrap();
    let worse = forged(&after, |tx| tx.delete(ROOT, "title").unwrap());
    let (read, heads) = (computer.read(), loaded.heads());
    assert!(computer.take(2, &[better.clone(), worse.clone()].concat()).is_err());
    assert!(loaded.apply(&[device(2)], &[better.clone(), worse].concat()).is_err());
    assert_eq!((computer.read(), loaded.heads()), (read, heads));
    assert!(computer.take(2, &better).unwrap().changed() && loaded.apply(&[device(2)], &better).unwrap().changed());
    assert_eq!(loaded.heads(), after.heads());
}

#[test]
fn numbers_that_skip_ahead_or_repeat_are_refused() {
    let (computer, merged) = victim();
    let fair = forged(&merged, |tx| tx.put(ROOT, "title", "fair").unwrap());
    let decoded = Change::try_from(&fair[..]).unwrap().decode();
    let change = |alter: &dyn Fn(&mut ExpandedChange)| {
        let mut altered = decoded.clone();
        alter(&mut altered);
        Change::from(altered).raw_bytes().to_vec()
    };
    assert!(computer.document.clone().apply(&[device(2)], &change(&|_| ())).is_ok(), "unaltered it is fair");
    for (what, bytes) in [
        ("an operation far ahead", change(&|altered| altered.start_op = std::num::NonZeroU64::new(u64::from(u32::MAX)).unwrap())),
        ("an operation in the past", change(&|altered| altered.start_op = std::num::NonZeroU64::new(1).unwrap())),
        ("a number that skips", change(&|altered| altered.seq = 7)),
        ("no dependency", change(&|altered| altered.deps.clear())),
    ] {
        assert!(computer.document.clone().apply(&[device(2)], &bytes).is_err(), "{what}");
    }
    let mut document = computer.document.clone();
    document.apply(&[device(2)], &fair).unwrap();
    let other = forged(&merged, |tx| tx.put(ROOT, "title", "a second first change").unwrap());
    assert_eq!(document.apply(&[device(2)], &other), Err(ApplyRefused::BrokenChain), "a copied profile is noticed");
}

#[test]
fn damaged_bytes_are_refused_and_never_panic() {
    let (computer, merged) = victim();
    let fair = forged(&merged, |tx| tx.put(ROOT, "title", "fair").unwrap());
    assert_eq!(computer.document.clone().apply(&[device(2)], b""), Err(ApplyRefused::Empty));
    for end in 1..fair.len() {
        assert!(computer.document.clone().apply(&[device(2)], &fair[..end]).is_err(), "cut off after {end} bytes");
    }
    for at in 0..fair.len() {
        for bit in [1_u8, 0x80] {
            let mut damaged = fair.clone();
            damaged[at] ^= bit;
            assert!(computer.document.clone().apply(&[device(2)], &damaged).is_err(), "byte {at} flipped");
        }
    }
    let mut compressed = Automerge::new();
    compressed.set_actor(ActorId::from(&actor_of(2)));
    let mut tx = compressed.transaction();
    tx.put(ROOT, "title", "x".repeat(100_000)).unwrap();
    let hash = tx.commit().0.unwrap();
    let small = compressed.get_change_by_hash(&hash).unwrap().bytes().into_owned();
    assert!(small.len() < 1_000, "the chunk is compressed");
    assert_eq!(computer.document.clone().apply(&[device(2)], &small), Err(ApplyRefused::Malformed), "small chunks must not unfold");
}

#[test]
fn values_of_a_strange_type_hide_nothing() {
    let (mut computer, merged) = victim();
    let strange = forged(&merged, |tx| tx.put(ROOT, "title", 5_i64).unwrap());
    let own = computer.edit(&[title("Appeal of Ema")]);
    assert!(!own.change.is_empty());
    computer.take(2, &strange).unwrap();
    assert_eq!(computer.read().title.0.len(), 1);
    assert_eq!(computer.read().title.value().unwrap(), "Appeal of Ema");
}

#[test]
fn own_edits_keep_to_the_limits_and_are_made_whole_or_not() {
    let (mut computer, _) = victim();
    let before = computer.document.heads();
    let long = CaseChange::AddNote { id: NoteId(uuid(3)), text: "x".repeat(TEXT_CHARS + 1), corrects: None };
    let refused = computer.document.edit(Moment(1), &[title("new"), long]);
    assert!(matches!(refused, Err(EditRefused::Limit(ChangeRefused::TooLong { .. }))));
    let missing = CaseChange::EditParty { id: PartyId(uuid(99)), name: String::new(), role: String::new(), contact: String::new() };
    let refused = computer.document.edit(Moment(1), &[title("new"), missing]);
    assert!(matches!(refused, Err(EditRefused::Missing { what: "parties" })));
    let taken = CaseChange::AddNote { id: NoteId(uuid(2)), text: "something else".to_owned(), corrects: None };
    let refused = computer.document.edit(Moment(1), &[title("new"), taken]);
    assert!(matches!(refused, Err(EditRefused::Taken { what: "notes" })));
    assert_eq!(computer.document.heads(), before);
    assert_eq!(computer.read().title.value().unwrap(), "Appeal", "half an edit is no edit");
    let same = CaseChange::AddNote { id: NoteId(uuid(2)), text: "She called.".to_owned(), corrects: None };
    assert!(computer.edit(&[same]).change.is_empty(), "a change made again is the same change");
    computer.edit(&[title("new")]);
    assert!(super::super::CaseDocument::load(&computer.document.save(), &actor_of(1)).unwrap().read(id()).is_ok());
}

#[test]
fn a_refused_first_edit_leaves_a_document_that_can_still_be_opened() {
    let opening = super::super::Opening { case_type: "general".to_owned(), ..Default::default() };
    let mut document = super::super::CaseDocument::create(&actor_of(1), opening);
    let missing = CaseChange::SetTaskDone { id: praesto_domain::TaskId(uuid(1)), done: true };
    assert!(document.edit(Moment(1), &[title("x"), missing]).is_err());
    let saved = document.edit(Moment(2), &[title("x")]).unwrap();
    assert_eq!(saved.what, ["create-case", "set-title"]);
    let loaded = super::super::CaseDocument::load(&document.save(), &actor_of(1)).unwrap();
    assert_eq!(loaded.read(id()).unwrap(), document.read(id()).unwrap());
}

#[test]
fn a_case_takes_no_more_than_its_limit_of_one_kind() {
    let tags: Vec<_> = (0..ITEMS).map(|number| CaseChange::AddTag { tag: number.to_string() }).collect();
    let (mut computer, _) = Computer::with_new_case(1, &tags);
    let refused = computer.document.edit(Moment(1), &[CaseChange::AddTag { tag: "one more".to_owned() }]);
    assert!(matches!(refused, Err(EditRefused::TooMany { what: "tags", .. })));
    assert!(!computer.edit(&[CaseChange::RemoveTag { tag: "7".to_owned() }]).change.is_empty());
}
