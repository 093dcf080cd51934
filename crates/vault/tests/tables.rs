//! What each table promises.

#![allow(clippy::unwrap_used)]

mod common;

use std::panic::{AssertUnwindSafe, catch_unwind};

use common::{Home, NOW, case_id, device, document, record, space};
use praesto_crypto::{AgeIdentity, Hash, OsEntropy, Secret32};
use praesto_protocol::{EpochKeys, InvitationId, InvitationSecret, OfficeId, OrderHash, PersonId};
use praesto_vault::{
    AttachmentRow, AttachmentState, Identity, SetAside, StoredDocument, StoredInvitation, StoredRecord, Vault, VaultError,
};

type Done = Result<(), VaultError>;

#[test]
fn a_transaction_holds_completely_or_not_at_all() {
    let home = Home::new();
    let vault = home.create();
    let refused: Result<(), VaultError> = vault.write(|w| {
        w.put_meta("a", b"1")?;
        Err(VaultError::Empty)
    });
    assert!(matches!(refused, Err(VaultError::Empty)));
    let panicked = catch_unwind(AssertUnwindSafe(|| {
        vault.write(|w| -> Done {
            w.put_meta("a", b"2")?;
            w.insert_record(&record(1))?;
            panic!("in the middle")
        })
    }));
    assert!(panicked.is_err());
    assert_eq!(vault.read(|v| v.meta("a")).unwrap(), None);
    assert_eq!(vault.read(|v| v.outbox_count()).unwrap(), 0);
    vault.write(|w| w.put_meta("a", b"3")).unwrap();
    assert_eq!(vault.read(|v| v.meta("a")).unwrap().as_deref(), Some(&b"3"[..]), "the vault goes on");
}

#[test]
fn a_kill_in_mid_transaction_loses_that_transaction_and_nothing_before() {
    let home = Home::new();
    let vault = home.create();
    vault.write(|w| w.put_meta("before", b"kept")).unwrap();
    let copy = Home { folder: tempfile::tempdir().unwrap(), keyring: home.keyring };
    vault
        .write(|w| -> Done {
            w.put_meta("before", b"changed")?;
            // More than the cache holds, so that unfinished pages are in the log already.
            (0..48u8).try_for_each(|n| w.put_meta(&n.to_string(), &vec![n; 1 << 20]))?;
            std::fs::create_dir(copy.profile()).unwrap();
            for (path, bytes) in common::files_below(&home.folder.path().join("profile")) {
                std::fs::write(copy.profile().join(path.file_name().unwrap()), bytes).unwrap();
            }
            Ok(())
        })
        .unwrap();
    let log = std::fs::metadata(copy.profile().join("vault.db-wal")).unwrap().len();
    assert!(log > 1 << 20, "the copy holds a part of the unfinished transaction");
    let killed = copy.open(None).unwrap();
    assert_eq!(killed.read(|v| v.meta("before")).unwrap().as_deref(), Some(&b"kept"[..]));
    assert_eq!(killed.read(|v| v.meta("0")).unwrap(), None);
    killed.write(|w| w.put_meta("after", b"goes on")).unwrap();
}

#[test]
fn a_view_shows_one_moment_while_others_write() {
    let home = Home::new();
    let vault = home.create();
    vault.write(|w| w.put_meta("a", b"1")).unwrap();
    vault
        .read(|v| -> Done {
            assert_eq!(v.meta("a")?.as_deref(), Some(&b"1"[..]));
            std::thread::scope(|s| s.spawn(|| vault.write(|w| w.put_meta("a", b"2"))).join().unwrap())?;
            assert_eq!(v.meta("a")?.as_deref(), Some(&b"1"[..]), "the view stays at its moment");
            vault.read(|later| -> Done {
                assert_eq!(later.meta("a")?.as_deref(), Some(&b"2"[..]));
                Ok(())
            })
        })
        .unwrap();
}

fn identity(name: &str) -> Identity {
    Identity {
        office: OfficeId(case_id(1).0),
        person: PersonId(case_id(2).0),
        device: device(1),
        signing: Secret32::make(&mut OsEntropy),
        age: AgeIdentity::make(),
        server: None,
        certificate: Some(Hash::of(b"certificate")),
        sample: true,
        invitation: None,
        office_name_hint: "Office".to_owned(),
        person_name: name.to_owned(),
        device_name: "Laptop".to_owned(),
    }
}

#[test]
fn the_identity_comes_back_as_it_was_kept() {
    let home = Home::new();
    let vault = home.create();
    assert!(vault.read(|v| v.identity()).unwrap().is_none());
    vault.write(|w| w.put_identity(&identity("Ana"))).unwrap();
    let kept = identity("Ivo");
    vault.write(|w| w.put_identity(&kept)).unwrap();
    drop(vault);
    let found = home.open(None).unwrap().read(|v| v.identity()).unwrap().unwrap();
    assert_eq!(found.person_name, "Ivo", "there is one identity, the last");
    assert_eq!(found.signing.expose(), kept.signing.expose());
    assert_eq!(found.age.recipient(), kept.age.recipient());
    assert_eq!((found.office, found.device, found.certificate, found.sample), (kept.office, kept.device, kept.certificate, true));
}

#[test]
fn the_register_grows_in_order_and_never_twice_at_one_place() {
    let home = Home::new();
    let vault = home.create();
    vault
        .write(|w| -> Done {
            for seq in 0..3u64 {
                w.append_entry(seq, Hash::of(&[seq as u8]), &[seq as u8])?;
            }
            w.queue_entry(b"own", "[]")
        })
        .unwrap();
    assert_eq!(vault.read(|v| v.entries(1)).unwrap(), [vec![1], vec![2]]);
    assert!(vault.write(|w| w.append_entry(2, Hash::of(b"other"), b"other")).is_err(), "a place that is taken stays");
    assert_eq!(vault.read(|v| v.queued_entries()).unwrap()[0].bytes, b"own");
    vault.write(|w| w.clear_queued_entries()).unwrap();
    assert!(vault.read(|v| v.queued_entries()).unwrap().is_empty());
}

#[test]
fn the_keys_of_every_epoch_are_kept() {
    let home = Home::new();
    let vault = home.create();
    let keys: Vec<_> = (1..=3).map(|epoch| EpochKeys::make(space(1), epoch, &mut OsEntropy)).collect();
    vault.write(|w| keys.iter().try_for_each(|keys| w.put_epoch_keys(keys, b"link"))).unwrap();
    let found = vault.read(|v| v.epoch_keys(space(1), 2)).unwrap().unwrap();
    assert_eq!(found.commitment(), keys[1].commitment());
    assert_eq!(vault.read(|v| v.newest_epoch(space(1))).unwrap(), Some(3));
    assert_eq!(vault.read(|v| v.newest_epoch(space(2))).unwrap(), None);
    assert!(vault.read(|v| v.epoch_keys(space(2), 1)).unwrap().is_none());
    assert_eq!(vault.read(|v| v.epoch_link(space(1), 1)).unwrap().as_deref(), Some(&b"link"[..]));
}

#[test]
fn a_record_is_kept_once_and_one_place_of_a_chain_holds_one_record() {
    let home = Home::new();
    let vault = home.create();
    assert!(vault.write(|w| w.insert_record(&record(1))).unwrap());
    assert!(!vault.write(|w| w.insert_record(&record(1))).unwrap(), "it was here already");
    let fork = StoredRecord { hash: Hash::of(b"fork"), ..record(1) };
    assert!(vault.write(|w| w.insert_record(&fork)).is_err(), "two histories of one device are not stored side by side");
    assert_eq!(vault.read(|v| v.record(record(1).hash)).unwrap(), Some(record(1)));
    assert!(!vault.read(|v| v.has_record(Hash::of(b"fork"))).unwrap());
    vault.write(|w| w.insert_record(&record(2))).unwrap();
    assert_eq!(vault.read(|v| v.chain_head(space(1), device(1))).unwrap(), Some((2, record(2).hash)));
    assert_eq!(vault.read(|v| v.chain_at(space(1), device(1), 1)).unwrap(), Some(record(1).hash));
    assert_eq!(vault.read(|v| v.chain_head(space(1), device(2))).unwrap(), None);
}

#[test]
fn the_outbox_holds_what_the_server_lacks_in_the_order_of_saving() {
    let home = Home::new();
    let vault = home.create();
    vault.write(|w| (1..=5).try_for_each(|n| w.insert_record(&record(n)).map(drop))).unwrap();
    let waiting =
        |vault: &Vault| -> Vec<u64> { vault.read(|v| v.outbox(space(1), 10)).unwrap().iter().map(|record| record.device_seq).collect() };
    assert_eq!(waiting(&vault), [1, 2, 3, 4, 5]);
    let mut order = OrderHash::empty(space(1));
    for n in 1..=3 {
        order = order.then(record(n).hash);
        vault
            .write(|w| -> Done {
                w.acknowledge(space(1), record(n).hash, n, NOW)?;
                w.advance(space(1), n, record(n).hash, order, NOW)
            })
            .unwrap();
    }
    assert_eq!(waiting(&vault), [4, 5]);
    assert_eq!(vault.read(|v| v.outbox_count()).unwrap(), 2);
    assert_eq!(vault.read(|v| v.outbox_rows(1)).unwrap()[0].hash, record(4).hash);
    assert_eq!(vault.read(|v| v.not_sent(document(3))).unwrap(), 0);
    assert_eq!(vault.read(|v| v.not_sent(document(4))).unwrap(), 1);
    assert_eq!(vault.read(|v| v.cursor(space(1))).unwrap(), (3, order));
    assert!(vault.read(|v| v.outbox(space(2), 10)).unwrap().is_empty());
}

#[test]
fn what_the_server_lost_waits_to_be_sent_again() {
    let home = Home::new();
    let vault = home.create();
    assert_eq!(vault.read(|v| v.cursor(space(1))).unwrap(), (0, OrderHash::empty(space(1))));
    let mut order = OrderHash::empty(space(1));
    let mut orders = vec![order];
    for n in 1..=4 {
        order = order.then(record(n).hash);
        orders.push(order);
        vault
            .write(|w| -> Done {
                w.insert_record(&StoredRecord { server_seq: Some(n), received_at: Some(NOW), ..record(n) })?;
                w.advance(space(1), n, record(n).hash, order, NOW)
            })
            .unwrap();
    }
    assert!(vault.write(|w| w.advance(space(1), 4, record(9).hash, order, NOW)).is_err(), "a place is noted once");
    let file = |n: u8, state| AttachmentRow { hash: Hash::of(&[n]), space: space(1), document: document(1), size: 1, state };
    vault.write(|w| w.put_attachment(&file(1, AttachmentState::Here))).unwrap();
    vault.write(|w| w.put_attachment(&file(2, AttachmentState::OnServer))).unwrap();
    let (keys, again) = (EpochKeys::make(space(1), 2, &mut OsEntropy), format!("sealed-again/{}/2", space(1)));
    vault.write(|w| w.put_epoch_keys(&keys, b"link").and_then(|()| w.put_meta(&again, &[]))).unwrap();
    vault.write(|w| w.truncate_order(space(1), 2)).unwrap();
    assert_eq!(vault.read(|v| v.meta(&again)).unwrap(), None, "what was sealed again may be gone");
    vault.write(|w| w.acknowledge(space(1), record(3).hash, 3, NOW)).unwrap();
    let since = vault.read(|v| v.epoch_since(space(1), 2)).unwrap();
    let sealed = vault.read(|v| v.sent_after(space(1), record(3).device, since, 9)).unwrap();
    assert_eq!(
        sealed.iter().map(|record| record.server_seq).collect::<Vec<_>>(),
        [Some(3)],
        "it was sent again under keys that came later"
    );
    vault.write(|w| w.lower_epoch_since(space(1), 2, 1).and_then(|()| w.put_epoch_keys(&keys, b"link"))).unwrap();
    assert_eq!(vault.read(|v| v.epoch_since(space(1), 2)).unwrap(), 1, "keys that come once more are no younger");
    vault.write(|w| w.unacknowledge_after(space(1), 2)).unwrap();
    let states: Vec<_> = vault.read(|v| v.attachments_of(document(1))).unwrap().into_iter().map(|row| row.state).collect();
    assert_eq!(states, [AttachmentState::WaitingToBeSent, AttachmentState::WithAuthor], "files may be lost as well");
    assert_eq!(vault.read(|v| v.cursor(space(1))).unwrap(), (2, orders[2]));
    assert_eq!(vault.read(|v| v.order_at(space(1), 2)).unwrap(), Some(orders[2]));
    assert_eq!(vault.read(|v| v.order_at(space(1), 0)).unwrap(), Some(orders[0]));
    assert_eq!(vault.read(|v| v.order_at(space(1), 3)).unwrap(), None);
    assert_eq!(vault.read(|v| v.order_statement(space(1), 1)).unwrap(), Some(record(1).hash));
    let again: Vec<_> = vault.read(|v| v.outbox(space(1), 9)).unwrap().into_iter().map(|r| (r.device_seq, r.received_at)).collect();
    assert_eq!(again, [(3, None), (4, None)]);
}

#[test]
fn documents_are_replaced_as_a_whole() {
    let home = Home::new();
    let vault = home.create();
    let first = StoredDocument { id: document(1), space: space(1), kind: 1, schema: 1, snapshot: vec![1], missing: true };
    let second = StoredDocument { snapshot: vec![2; 9000], missing: false, ..first.clone() };
    vault.write(|w| w.put_document(&first).and_then(|()| w.put_document(&second))).unwrap();
    assert_eq!(vault.read(|v| v.document(document(1))).unwrap(), Some(second));
    assert_eq!(vault.read(|v| v.documents(Some(space(1)))).unwrap(), [document(1)]);
    assert_eq!(vault.read(|v| v.documents(None)).unwrap(), [document(1)]);
    assert!(vault.read(|v| v.documents(Some(space(2)))).unwrap().is_empty());
}

#[test]
fn what_is_set_aside_keeps_its_day_and_comes_out_as_it_came() {
    let home = Home::new();
    let vault = home.create();
    let row = SetAside {
        hash: Hash::of(b"frame"),
        space: space(1),
        document: None,
        device: Some(device(2)),
        reason: "key_missing".to_owned(),
        frame: b"frame".to_vec(),
        server_seq: 7,
        since: NOW,
    };
    let again = SetAside { reason: "cannot_open".to_owned(), since: NOW + 5, ..row.clone() };
    vault.write(|w| w.set_aside(&row).and_then(|()| w.set_aside(&again))).unwrap();
    let expected = SetAside { since: NOW, ..again };
    assert_eq!(vault.read(|v| v.set_aside_row(expected.hash)).unwrap().as_ref(), Some(&expected));
    let notes = vault.read(|v| v.set_aside_notes(None, 10)).unwrap();
    assert_eq!(notes.iter().map(|note| (note.hash, note.tried.as_str())).collect::<Vec<_>>(), [(expected.hash, "")]);
    assert_eq!(vault.read(|v| v.set_aside_notes(notes.last(), 10)).unwrap(), [], "nothing follows the last");
    assert_eq!(vault.write(|w| w.take_set_aside(row.hash)).unwrap(), Some(expected));
    assert_eq!(vault.write(|w| w.take_set_aside(row.hash)).unwrap(), None);
    assert_eq!(vault.read(|v| v.set_aside_count()).unwrap(), 0);
}

#[test]
fn a_finding_stands_once_per_kind_and_device_and_is_read_of_again_when_it_recurs() {
    let home = Home::new();
    let vault = home.create();
    let add = |kind: &str, who: Option<u64>, at| vault.write(|w| w.add_finding(kind, who.map(device), at)).unwrap();
    for (kind, who, at) in
        [("forged", Some(1), 1), ("forged", Some(1), 2), ("forged", Some(2), 3), ("behind", None, 4), ("behind", None, 5)]
    {
        add(kind, who, at);
    }
    let found = || -> Vec<_> {
        let rows = vault.read(|v| v.findings()).unwrap().into_iter();
        rows.map(|f| (f.kind, f.device, (f.first, f.last), f.times, f.noted)).collect()
    };
    let behind = |last, times, noted| ("behind".to_owned(), None, (4, last), times, noted);
    let forged = |n, at, times, noted| ("forged".to_owned(), Some(device(n)), at, times, noted);
    assert_eq!(found(), [behind(5, 2, false), forged(2, (3, 3), 1, false), forged(1, (1, 2), 2, false)]);

    vault.write(|w| w.note_findings(3)).unwrap();
    assert_eq!(vault.read(|v| v.new_findings()).unwrap(), 1, "what came after the page was read is new");
    add("forged", Some(2), 9);
    assert_eq!(found(), [forged(2, (3, 9), 2, false), behind(5, 2, false), forged(1, (1, 2), 2, true)], "found again, to be read again");
}

#[test]
fn undo_gives_the_newest_step_of_its_case_and_keeps_a_hundred() {
    let home = Home::new();
    let vault = home.create();
    vault.write(|w| (0..105).try_for_each(|n| w.push_undo(case_id(1), &n.to_string(), None))).unwrap();
    vault.write(|w| w.push_undo(case_id(2), "other", None)).unwrap();
    assert!(vault.read(|v| v.can_undo(case_id(2))).unwrap());
    let mut steps = Vec::new();
    while let Some(step) = vault.write(|w| w.pop_undo(case_id(1))).unwrap() {
        steps.push(step);
    }
    assert_eq!((steps.len(), steps[0].as_str(), steps[99].as_str()), (100, "104", "5"));
    assert!(!vault.read(|v| v.can_undo(case_id(1))).unwrap());
    assert!(vault.read(|v| v.can_undo(case_id(2))).unwrap(), "other cases keep theirs");
}

#[test]
fn attachments_are_found_by_hash_state_and_document() {
    let home = Home::new();
    let vault = home.create();
    let row = |n: u8, state| AttachmentRow { hash: Hash::of(&[n]), space: space(1), document: document(1), size: 9, state };
    let rows = [row(1, AttachmentState::Here), row(2, AttachmentState::WaitingToBeSent), row(3, AttachmentState::Arriving { done: 4 })];
    vault.write(|w| rows.iter().try_for_each(|row| w.put_attachment(row))).unwrap();
    let state = |state| vault.read(|v| v.attachments_in(state, None, 9)).unwrap();
    assert_eq!(state(AttachmentState::Arriving { done: 0 }), rows[2..]);
    assert_eq!(state(AttachmentState::OnServer), []);
    assert_eq!(vault.read(|v| v.attachments_in(AttachmentState::Here, Some(space(2)), 9)).unwrap(), []);
    assert!(vault.write(|w| w.set_attachment_state(rows[1].hash, AttachmentState::Here)).unwrap());
    assert!(!vault.write(|w| w.set_attachment_state(Hash::of(b"unknown"), AttachmentState::Here)).unwrap());
    assert_eq!(state(AttachmentState::Here).len(), 2);
    assert_eq!(vault.read(|v| v.attachments_of(document(1))).unwrap().len(), 3);
    assert_eq!(vault.read(|v| v.attachment(rows[0].hash)).unwrap().as_ref(), Some(&rows[0]));
}

#[test]
fn every_document_that_names_an_attachment_has_it_and_none_changes_where_it_is() {
    let home = Home::new();
    let vault = home.create();
    let hash = Hash::of(b"a file");
    let row = |n, size, state| AttachmentRow { hash, space: space(n), document: document(n), size, state };
    let of = |n| vault.read(|v| v.attachment_of(document(n), hash)).unwrap();
    vault.write(|w| w.name_attachment(&row(1, 0, AttachmentState::WithAuthor))).unwrap();
    vault.write(|w| w.put_attachment(&row(2, 9, AttachmentState::Here))).unwrap();
    vault.write(|w| w.name_attachment(&row(3, 0, AttachmentState::WithAuthor))).unwrap();
    for n in [1, 2, 3] {
        assert_eq!(of(n), Some(row(n, 9, AttachmentState::Here)), "as document {n} names it");
    }
    assert_eq!(of(4), None);
    assert_eq!(vault.read(|v| v.attachments_in(AttachmentState::Here, None, 9)).unwrap(), [row(1, 9, AttachmentState::Here)], "once");
    let mark = |n| vault.write(|w| w.mark_attachment_unfit(document(n), hash)).unwrap();
    assert_eq!([mark(1), mark(1), mark(2), mark(4)], [true, false, true, false], "news once for each document");
    vault.write(|w| w.set_attachment_state(hash, AttachmentState::WithAuthor)).unwrap();
    let not_known = vault.read(|v| v.attachments_not_known(Hash::default(), 9)).unwrap();
    assert_eq!(not_known.iter().map(|row| row.space).collect::<Vec<_>>(), [space(1), space(2), space(3)], "once for each space");
    assert_eq!(vault.read(|v| v.attachments_not_known(hash, 9)).unwrap(), []);
}

#[test]
fn invitations_are_kept_until_they_are_removed() {
    let home = Home::new();
    let vault = home.create();
    let invitation = StoredInvitation {
        id: InvitationId(case_id(1).0),
        secret: InvitationSecret::from_bytes([5; 16]),
        person: PersonId(case_id(2).0),
        person_name: "Ana".to_owned(),
        expires_at: NOW,
    };
    vault.write(|w| w.put_invitation(&invitation)).unwrap();
    assert_eq!(vault.read(|v| v.invitation(invitation.id)).unwrap().as_ref(), Some(&invitation));
    assert_eq!(vault.read(|v| v.invitations()).unwrap(), std::slice::from_ref(&invitation));
    vault.write(|w| w.remove_invitation(invitation.id)).unwrap();
    assert_eq!(vault.read(|v| v.invitation(invitation.id)).unwrap(), None);
}
