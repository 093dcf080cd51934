//! What is set aside holds nothing else up, and comes in as soon as it can.

use std::sync::Arc;

use praesto_app::Handle;
use praesto_app::documents::{self, CaseDocument, decode_payload};
use praesto_contract::*;
use praesto_protocol::{DocumentId, Kind};
use praesto_tests::forger::{by, forge_record};
use praesto_tests::world::{
    Lie, World, create, edit, everything, get, in_vault, office, reasons, remark, settle, sync, while_shut, with_a_case,
};
use praesto_vault::{SetAside, StoredDocument};
use uuid::Uuid;

#[test]
fn records_that_their_document_refuses_cost_each_run_little_and_are_not_tried_for_nothing() {
    /// More than one run tries in vain.
    const REFUSED: usize = 105;
    let world = World::new(801);
    let (people, case) = with_a_case(&world, "Aimed at");
    while_shut(&people[1], || {
        // All but the first claim a number that the first has taken.
        for number in 0..=REFUSED {
            forge_record(&world, "Бојан", case, Kind::Change, &[remark(number as u128)]);
        }
    });
    sync(&people[1]);

    sync(&people[0]);
    assert_eq!(get(&people[0], case).notes.len(), 1);
    let refused = reasons(&people[0]).into_iter().filter(|reason| *reason == SetAsideReason::OutOfSequence).count();
    assert_eq!(refused, REFUSED, "beside a checkpoint of what the others do not have");
    let tried = || {
        in_vault(&world, "Ana", &people[0], |vault| {
            let notes = vault.read(|view| view.set_aside_notes(None, 1_000)).expect("readable");
            notes.into_iter().filter(|note| note.reason == "out_of_sequence").map(|note| note.tried).collect::<Vec<_>>()
        })
    };
    assert_eq!(tried().iter().filter(|tried| !tried.is_empty()).count(), 100, "one run tries so many");
    sync(&people[0]);
    sync(&people[0]);
    let before = tried();
    assert!(before.iter().all(|tried| !tried.is_empty()), "all have their turn");
    // What their author writes elsewhere makes none of them due.
    let other = create(&people[1], "Another case");
    sync(&people[1]);
    sync(&people[0]);
    assert_eq!(get(&people[0], other).title, "Another case", "and everything else comes");
    assert_eq!(tried(), before);
    assert_eq!(people[0].handle(Verify {}).expect("verified").problems, []);
}

#[test]
fn a_record_that_is_tried_again_is_judged_anew_and_its_author_goes_on_being_heard() {
    let world = World::new(802);
    let people = office(&world, &["Ana", "Бојан", "Весна"]);
    let case = create(&people[0], "Shared");
    settle(&[&people[0], &people[1], &people[2]]);
    // The register grows by an entry that the server keeps from Бојан.
    people[0].handle(InvitationCreate { person_name: "Дарко".to_owned() }).expect("an invitation");
    sync(&people[0]);
    sync(&people[2]);
    let title = CaseChange::SetTitle { title: "Another title".to_owned() };
    while_shut(&people[2], || forge_record(&world, "Весна", case, Kind::Tombstone, &[title]));
    // An honest change after it.
    edit(&people[2], case, vec![remark(1)]);
    sync(&people[2]);
    sync(&people[0]);
    world.set_lie(Some(Lie::Register(Arc::new(|mut page| {
        // The first is the last that whoever asks has seen.
        page.length -= page.entries.len().saturating_sub(1) as u64;
        page.entries.truncate(1);
        page
    }))));
    sync(&people[1]);
    assert_eq!(reasons(&people[1]), [SetAsideReason::RegisterBehind; 2]);
    world.set_lie(None);
    sync(&people[1]);
    for device in &people[..2] {
        assert_eq!(reasons(device), [SetAsideReason::RemovalUntrue]);
        assert_eq!(get(device, case).notes.len(), 1, "what came after it is here");
    }
    settle(&[&people[0], &people[1], &people[2]]);
    assert_eq!(everything(&people[0]), everything(&people[1]));
}

#[test]
fn a_kept_record_that_its_document_refused_is_tried_again_from_where_it_is_kept() {
    let world = World::new(803);
    let (people, case) = with_a_case(&world, "Built without it");
    edit(&people[1], case, vec![remark(1)]);
    settle(&[&people[1], &people[0]]);
    let whole = everything(&people[0]);
    // As a newcomer's computer built it before: the last record is kept, and is not in the document.
    let id = DocumentId(case.0);
    in_vault(&world, "Ana", &people[0], |vault| {
        vault.write(|writer| {
            let records = writer.records_of(id)?;
            let (last, before) = records.split_last().expect("it has records");
            let mut document = CaseDocument::receive(&documents::actor(praesto_domain::DeviceId(Uuid::nil()), [0; 8]));
            for record in before.iter().filter(|record| record.kind == Kind::Change) {
                let (_, _, change) = decode_payload(&record.payload).expect("a true payload");
                document.apply(&by(record.device), change).expect("a true change");
            }
            let stored = writer.document(id)?.expect("the case is here");
            writer.put_document(&StoredDocument { snapshot: document.save(), ..stored })?;
            writer.set_aside(&SetAside {
                hash: last.hash,
                space: last.space,
                document: Some(id),
                device: Some(last.device),
                reason: "malformed".to_owned(),
                frame: Vec::new(),
                server_seq: last.server_seq.unwrap_or_default(),
                since: 0,
            })
        })
    })
    .expect("written");
    assert_eq!(get(&people[0], case).notes.len(), 0);
    people[0].handle(SetAsideRetry {}).expect("tried again");
    assert_eq!(reasons(&people[0]), []);
    assert!(everything(&people[0]) == whole, "it is in");
    assert_eq!(people[0].handle(Verify {}).expect("verified").problems, []);
}
