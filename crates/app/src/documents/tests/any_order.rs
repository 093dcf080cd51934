//! Records of one case come to the same, whatever came first.

use automerge::{
    ActorId, Automerge, Change, ChangeHash, ObjType, ROOT, ReadDoc,
    transaction::{CommitOptions, Transactable, Transaction},
};

use super::super::{CaseDocument, actor, in_any_order};
use super::{Computer, actor_of, by, device, title, uuid};

/// One change by a run of device 2's program, past every rule of ours.
fn forged(doc: &mut Automerge, run: u8, write: impl FnOnce(&mut Transaction<'_>)) -> Change {
    doc.set_actor(ActorId::from(&actor(device(2), [run; 8])));
    let mut tx = doc.transaction();
    write(&mut tx);
    let hash = tx.commit_with(CommitOptions::default().with_time(1)).0.unwrap();
    doc.get_change_by_hash(&hash).unwrap()
}

/// A party without a name; what that builds on; and its name, which does not say that it builds on the party.
fn records() -> (CaseDocument, [Vec<u8>; 3]) {
    let (computer, _) = Computer::with_new_case(1, &[title("Appeal")]);
    let base = Automerge::load(&computer.document.save()).unwrap();
    let (heads, party) = (base.get_heads(), uuid(1).to_string());
    let mut doc = base.clone();
    let before = forged(&mut doc, 1, |tx| tx.put(ROOT, "title", "Complaint").unwrap());
    let makes = forged(&mut doc, 2, |tx| {
        let (_, parties) = tx.get(ROOT, "parties").unwrap().unwrap();
        drop(tx.put_object(parties, &party, ObjType::Map).unwrap());
    });
    let names = forged(&mut doc, 3, |tx| {
        let (_, parties) = tx.get(ROOT, "parties").unwrap().unwrap();
        let (_, map) = tx.get(parties, &party).unwrap().unwrap();
        tx.put(map, "name", "Ema").unwrap();
    });
    let mut alone = names.decode();
    let newest = heads.iter().filter_map(|head: &ChangeHash| base.get_change_by_hash(head)).map(|change| change.max_op()).max().unwrap();
    (alone.deps, alone.start_op, alone.hash) = (heads, (newest + 1).try_into().unwrap(), None);
    let names = Change::from(alone);
    (CaseDocument::load(&computer.document.save(), &actor_of(3)).unwrap(), [makes, names, before].map(|mut change| change.bytes().to_vec()))
}

#[test]
fn a_change_that_is_refused_before_what_it_uses_has_come_goes_in_after_it() {
    let (case, records) = records();
    let mut ends = Vec::new();
    for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
        let mut document = case.clone();
        let outcome = in_any_order(order.into_iter(), |number: usize| Some(document.apply(&by(2), &records[number])));
        assert!(outcome.refused.is_empty() && !outcome.missing, "{order:?}: {:?}", outcome.refused);
        ends.push(document.heads());
    }
    ends.dedup();
    assert_eq!(ends.len(), 1, "all orders come to the same");
}

#[test]
fn what_fits_nowhere_stays_refused() {
    let (case, [makes, names, _]) = records();
    let mut document = case.clone();
    let outcome = in_any_order([&makes, &names].into_iter(), |record| Some(document.apply(&by(2), record)));
    assert_eq!((outcome.refused.len(), outcome.missing), (1, true), "what it uses still waits itself");
    assert_eq!(document.heads(), case.heads());
}
