//! A colleague's computer that was stolen, or runs other software.

use automerge::{
    ActorId, Automerge, Change, ExpandedChange, ObjId, ObjType, ROOT, ReadDoc, ScalarValue,
    transaction::{CommitOptions, Transactable, Transaction},
};
use sha2::Digest;

use praesto_domain::{
    Moment, NoteId, PartyId,
    casework::{CaseChange, ChangeRefused, ITEMS, TEXT_CHARS},
};

use super::super::{ApplyRefused, Checkpoint, EditRefused, merged::Merged, removal::Says, schema::CASE};
use super::{Author, Computer, actor_of, by, device, going_on, id, title, two, uuid};

/// A change that device 2 makes with automerge itself, past every rule of ours.
pub(super) fn forged(document: &Merged, write: impl FnOnce(&mut Transaction<'_>)) -> Vec<u8> {
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

pub(super) fn object(doc: &impl ReadDoc, container: &str, key: &str) -> ObjId {
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
    assert_eq!(third.document.apply(&going_on(4, 5), &opening), Err(ApplyRefused::ForeignActor), "only for those it goes on for");
    assert!(third.document.apply(&going_on(4, 1), &opening).unwrap().handed_on);
    assert_eq!(third.document.heads(), change.heads(), "byte for byte what it was");
    third.document.brought(device(4), &opening);
    assert!(third.document.timeline().iter().all(|line| line.by.device == device(4)), "people see who brought it");
    assert_eq!(third.read().created.device, device(4));
    let own = second.edit(&[title("Other")]).change;
    assert!(!second.document.apply(&going_on(2, 1), &own).unwrap().handed_on, "its own changes are its own");
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
    assert_eq!(computer.document.apply(&Author { devices: vec![impostor], ..Author::default() }, &bytes), Err(ApplyRefused::ForeignActor));
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
        let refused = document.apply(&by(2), &bytes);
        assert!(matches!(refused, Err(ApplyRefused::NotAllowed(_))), "{what}: {refused:?}");
        assert_eq!(document.heads(), computer.document.heads(), "{what}: nothing was taken in");
    }
    let fair = forged(&merged, |tx| tx.put(ROOT, "title", "fair").unwrap());
    assert!(computer.document.clone().apply(&by(2), &fair).unwrap().changed(), "the same way of making a change, within the rules");
}

#[test]
fn a_record_with_one_bad_change_is_not_taken_in_by_half() {
    let (mut computer, merged) = victim();
    let good = forged(&merged, |tx| tx.put(ROOT, "title", "fair").unwrap());
    let mut after = merged.clone();
    after.apply(&by(2), &good, Says::Change).unwrap();
    let bad = forged(&after, |tx| tx.delete(ROOT, "title").unwrap());
    let before = computer.read();
    assert!(computer.take(2, &[good.clone(), bad].concat()).is_err());
    assert_eq!(computer.read(), before);
    // Nor is what it had taken in before lost with it, loaded or not.
    computer.take(2, &good).unwrap();
    let mut loaded = Merged::load(&CASE, &merged.doc.save(), &actor_of(1)).unwrap();
    loaded.apply(&by(2), &good, Says::Change).unwrap();
    let better = forged(&after, |tx| tx.put(ROOT, "title", "fairer").unwrap());
    after.apply(&by(2), &better, Says::Change).unwrap();
    let worse = forged(&after, |tx| tx.delete(ROOT, "title").unwrap());
    let (read, heads) = (computer.read(), loaded.heads());
    assert!(computer.take(2, &[better.clone(), worse.clone()].concat()).is_err());
    assert!(loaded.apply(&by(2), &[better.clone(), worse].concat(), Says::Change).is_err());
    assert_eq!((computer.read(), loaded.heads()), (read, heads));
    assert!(computer.take(2, &better).unwrap().changed() && loaded.apply(&by(2), &better, Says::Change).unwrap().changed());
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
    assert!(computer.document.clone().apply(&by(2), &change(&|_| ())).is_ok(), "unaltered it is fair");
    for (what, bytes) in [
        ("an operation far ahead", change(&|altered| altered.start_op = std::num::NonZeroU64::new(u64::from(u32::MAX)).unwrap())),
        ("an operation in the past", change(&|altered| altered.start_op = std::num::NonZeroU64::new(1).unwrap())),
        ("a number that skips", change(&|altered| altered.seq = 7)),
        ("no dependency", change(&|altered| altered.deps.clear())),
    ] {
        assert!(computer.document.clone().apply(&by(2), &bytes).is_err(), "{what}");
    }
    let mut document = computer.document.clone();
    document.apply(&by(2), &fair).unwrap();
    let other = forged(&merged, |tx| tx.put(ROOT, "title", "a second first change").unwrap());
    assert_eq!(document.apply(&by(2), &other), Err(ApplyRefused::BrokenChain), "a copied profile is noticed");
}

#[test]
fn a_change_that_does_not_build_on_its_authors_last_one_is_refused() {
    let (mut computer, merged) = victim();
    let after = |document: &Merged, write: &dyn Fn(&mut Transaction<'_>)| {
        let mut second = Change::try_from(&forged(document, write)[..]).unwrap().decode();
        second.seq = 2;
        Change::from(second).raw_bytes().to_vec()
    };
    let long = forged(&merged, |tx| {
        for text in ["one", "two", "three"] {
            tx.put(ROOT, "reference", text).unwrap();
        }
    });
    let beside = after(&merged, &|tx| tx.put(ROOT, "title", "beside").unwrap());
    // What others wrote meanwhile brings the numbers beyond those of the first change.
    for number in 1..6 {
        computer.edit(&[title(&format!("Appeal {number}"))]);
    }
    let ahead = Merged::load(&CASE, &computer.document.save(), &actor_of(2)).unwrap();
    let past = after(&ahead, &|tx| tx.put(ROOT, "reference", "past").unwrap());
    for forged in [beside, past] {
        let mut victim = Computer { document: computer.document.clone(), ..Computer::empty(3) };
        victim.take(2, &long).unwrap();
        assert_eq!(victim.take(2, &forged), Err(ApplyRefused::BrokenChain));
        let again = Merged::load(&CASE, &victim.document.save(), &actor_of(3));
        assert!(again.is_ok(), "what was taken in can be read again");
    }
}

#[test]
fn a_change_that_automerge_would_write_otherwise_is_refused() {
    let (computer, merged) = victim();
    let fair = forged(&merged, |tx| tx.put(ROOT, "reference", "R-1").unwrap());
    let contents = &fair[4 + 4 + 1 + 1..];
    assert_eq!(chunk(1, contents), fair, "the change fits a length of one byte");
    // One dependency, the actor, four numbers of one byte (number, first operation, time, length of the message), then the other actors: none.
    let others = 1 + 32 + 1 + 24 + 4;
    assert_eq!((contents[0], contents[33], contents[others]), (1, 24, 0));
    let unused = [&contents[..others], &[1, 24], &actor_of(1), &contents[others + 1..]].concat();
    let odd = chunk(1, &unused);
    assert!(Change::try_from(&odd[..]).is_ok(), "automerge reads it");
    let mut victim = Computer { document: computer.document.clone(), ..Computer::empty(3) };
    assert_eq!(victim.take(2, &odd), Err(ApplyRefused::Malformed));
    assert!(Merged::load(&CASE, &victim.document.save(), &actor_of(3)).is_ok(), "what was taken in can be read again");
    assert!(victim.take(2, &fair).is_ok(), "its device goes on with what is fair");
}

#[test]
fn a_day_that_is_none_says_nothing() {
    let (mut computer, merged) = victim();
    let odd = forged(&merged, |tx| tx.put(ROOT, "received", "last week").unwrap());
    computer.take(2, &odd).unwrap();
    assert!(computer.read().received.0.is_empty());
}

#[test]
fn damaged_bytes_are_refused_and_never_panic() {
    let (computer, merged) = victim();
    let fair = forged(&merged, |tx| tx.put(ROOT, "title", "fair").unwrap());
    assert_eq!(computer.document.clone().apply(&by(2), b""), Err(ApplyRefused::Empty));
    for end in 1..fair.len() {
        assert!(computer.document.clone().apply(&by(2), &fair[..end]).is_err(), "cut off after {end} bytes");
    }
    for at in 0..fair.len() {
        for bit in [1_u8, 0x80] {
            let mut damaged = fair.clone();
            damaged[at] ^= bit;
            assert!(computer.document.clone().apply(&by(2), &damaged).is_err(), "byte {at} flipped");
        }
    }
    let mut compressed = Automerge::new();
    compressed.set_actor(ActorId::from(&actor_of(2)));
    let mut tx = compressed.transaction();
    tx.put(ROOT, "title", "x".repeat(100_000)).unwrap();
    let hash = tx.commit().0.unwrap();
    let small = compressed.get_change_by_hash(&hash).unwrap().bytes().into_owned();
    assert!(small.len() < 1_000, "the chunk is compressed");
    assert_eq!(computer.document.clone().apply(&by(2), &small), Err(ApplyRefused::Malformed), "small chunks must not unfold");
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
    let missing = CaseChange::EditParty { id: PartyId(uuid(99)), name: Some(String::new()), role: None, contact: None };
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

/// A LEB128 number without a sign.
fn leb128(mut number: u64) -> Vec<u8> {
    let mut bytes = Vec::new();
    while number > 0x7f {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
    bytes
}

/// The length of a run, which has a sign: its highest bit stays clear.
fn length(number: u64) -> Vec<u8> {
    let mut bytes = leb128(number);
    if let Some(last) = bytes.last_mut().filter(|last| **last & 0x40 != 0) {
        *last |= 0x80;
        bytes.push(0);
    }
    bytes
}

fn chunk(kind: u8, data: &[u8]) -> Vec<u8> {
    let tail = [&[kind][..], &leb128(data.len() as u64), data].concat();
    let checksum = sha2::Sha256::digest(&tail);
    [&[0x85, 0x6f, 0x4a, 0x83], &checksum[..4], &tail].concat()
}

fn columns(columns: &[(u8, Vec<u8>)]) -> Vec<u8> {
    let heads = columns.iter().flat_map(|(specification, data)| [leb128(u64::from(*specification)), leb128(data.len() as u64)].concat());
    let data = columns.iter().flat_map(|(_, data)| data.clone());
    leb128(columns.len() as u64).into_iter().chain(heads).chain(data).collect()
}

/// A change that writes nothing into `key` of the root so many times, each time instead of so many others.
fn run(merged: &Merged, key: &str, times: u64, instead_of: u64) -> Vec<u8> {
    let head = merged.doc.get_heads()[0];
    let newest = merged.doc.get_change_meta_by_hash(&head).unwrap().max_op;
    let many = |value: &[u8]| [&length(times), value].concat();
    let key = [leb128(key.len() as u64), key.as_bytes().to_vec()].concat();
    let columns =
        columns(&[(0x15, many(&key)), (0x34, leb128(times)), (0x42, many(&[1])), (0x56, many(&[0])), (0x70, many(&leb128(instead_of)))]);
    let actor = actor_of(2);
    let begin = [&[1][..], &head.0, &[24], &actor, &leb128(1), &leb128(newest + 1), &[1, 0, 0]].concat();
    chunk(1, &[begin, columns].concat())
}

#[test]
fn some_bytes_never_stand_for_more_work_than_a_save_makes() {
    let (computer, merged) = victim();
    let parsed = |bytes: &[u8]| super::super::admit::parse(bytes).map(|changes| changes[0].len());
    assert_eq!(parsed(&run(&merged, "title", 3, 0)), Ok(3), "the bytes of such a change are those of a true one");
    for (what, bytes) in [
        ("more operations than anybody has time for", run(&merged, "title", 1 << 50, 0)),
        ("more than anybody has memory for", run(&merged, "title", 100_000_000, 0)),
        ("one long text very often", run(&merged, &"x".repeat(500_000), 1_000, 0)),
        ("instead of more than there ever was", run(&merged, "title", 1, 1 << 50)),
        ("little by little", run(&merged, "title", 20_000, 0).repeat(2)),
    ] {
        assert_eq!(computer.document.clone().apply(&by(2), &bytes), Err(ApplyRefused::Malformed), "{what}");
    }
}

#[test]
fn a_checkpoint_of_some_bytes_does_not_stand_for_endless_changes() {
    let body = |times: u64| {
        // No actors, no heads; a run of one number in a column of the changes; no operations.
        let data = [vec![0, 0], columns(&[(0x03, [length(times), vec![1]].concat())]), vec![0]].concat();
        // The layouts put the data of all columns after the descriptions of both kinds.
        let (described, run) = (&data[..5], &data[5..data.len() - 1]);
        [vec![0; 4], chunk(0, &[described, &[0], run].concat())].concat()
    };
    assert!(Checkpoint::decode(&body(2)).is_ok());
    for times in [1 << 20, 1 << 40, 1 << 62] {
        assert!(Checkpoint::decode(&body(times)).is_err());
    }
}
