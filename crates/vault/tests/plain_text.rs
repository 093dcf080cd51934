//! Nothing readable is ever on the disk: not while the vault is open, not after it is closed, not after it was killed.

#![allow(clippy::unwrap_used)]

mod common;

use std::io::Write;

use common::{Home, NOW, case, case_id, device, document, files_below, holds, person, record, space};
use praesto_crypto::{AgeIdentity, Entropy, Hash, OsEntropy, Secret32};
use praesto_domain::casework::{Access, AccessKind};
use praesto_domain::{EventId, Moment};
use praesto_protocol::{EpochKeys, InvitationId, InvitationSecret, OfficeId, OrderHash, PersonId};
use praesto_vault::{
    AttachmentRow, AttachmentState, CaseProjection, DrawnEpoch, Identity, SetAside, StoredAccess, StoredDocument, StoredInvitation,
    StoredList, StoredRecord, Vault, VaultError, Writer,
};

const MARK: &str = "KANARIENVOGEL";

/// Writes the marker into every table, and keys of which the bytes are returned.
fn write_everywhere(w: &mut Writer<'_>) -> Result<Vec<Vec<u8>>, VaultError> {
    let mark = MARK.as_bytes();
    let signing = Secret32::make(&mut OsEntropy);
    let age = AgeIdentity::make();
    let keys = EpochKeys::make(space(1), 1, &mut OsEntropy);
    let mut secret = [0; 16];
    OsEntropy.fill(&mut secret);
    let secrets = vec![signing.expose().to_vec(), age.expose_text().to_vec(), keys.record.secret().expose().to_vec(), secret.to_vec()];
    w.put_identity(&Identity {
        office: OfficeId(case_id(1).0),
        person: PersonId(case_id(2).0),
        device: device(1),
        signing,
        age,
        server: Some(MARK.to_owned()),
        certificate: Some(Hash::of(mark)),
        sample: false,
        invitation: Some(MARK.to_owned()),
        office_name_hint: MARK.to_owned(),
        person_name: MARK.to_owned(),
        device_name: MARK.to_owned(),
    })?;
    w.put_meta(MARK, mark)?;
    w.append_entry(0, Hash::of(mark), mark)?;
    w.queue_entry(mark, MARK)?;
    w.put_epoch_keys(&keys, mark)?;
    w.put_drawn_epoch(&DrawnEpoch { keys, link: mark.to_vec(), made_for: Hash::of(mark) })?;
    w.insert_record(&StoredRecord { statement: mark.to_vec(), payload: mark.to_vec(), what: MARK.to_owned(), ..record(1) })?;
    w.advance(space(1), 1, Hash::of(mark), OrderHash(Hash::of(mark)), NOW)?;
    w.put_receipt(space(1), mark)?;
    w.put_document(&StoredDocument {
        id: document(1),
        space: space(1),
        kind: 1,
        schema: 1,
        // Larger than a page, so that it spills into overflow pages too.
        snapshot: mark.repeat(2_000),
        missing: false,
    })?;
    w.put_case(&CaseProjection {
        reference: MARK.to_owned(),
        title: MARK.to_owned(),
        case_type: MARK.to_owned(),
        state: Some(MARK.to_owned()),
        origin: Some(MARK.to_owned()),
        tags: vec![MARK.to_owned()],
        search_text: MARK.to_owned(),
        assignee: Some(person(1)),
        ..case(1)
    })?;
    w.next_reference_number(MARK, 2026)?;
    w.put_attachment(&AttachmentRow {
        hash: Hash::of(mark),
        space: space(1),
        document: document(1),
        size: 1,
        state: AttachmentState::WaitingToBeSent,
    })?;
    w.set_aside(&SetAside {
        hash: Hash::of(mark),
        space: space(1),
        document: None,
        device: None,
        reason: MARK.to_owned(),
        frame: mark.to_vec(),
        server_seq: 1,
        since: NOW,
    })?;
    w.add_finding(MARK, None, NOW)?;
    w.push_undo(case_id(1), MARK, None)?;
    w.keep_list(&StoredList { id: case_id(4).0, name: MARK.to_owned(), asks: MARK.to_owned() })?;
    w.put_invitation(&StoredInvitation {
        id: InvitationId(case_id(3).0),
        secret: InvitationSecret::from_bytes(secret),
        person: PersonId(case_id(2).0),
        person_name: MARK.to_owned(),
        expires_at: NOW,
    })?;
    w.mark_opened(case_id(1), Moment(NOW))?;
    w.add_access(&StoredAccess {
        access: Access {
            id: EventId(case_id(5).0),
            case: Some(case_id(1)),
            at: Moment(NOW),
            kind: AccessKind::Exported,
            name: MARK.to_owned(),
            reason: MARK.to_owned(),
        },
        device: device(1),
        space: space(1),
        record: None,
    })?;
    w.note_part(MARK)?;
    Ok(secrets)
}

fn assert_nothing_readable(home: &Home, secrets: &[Vec<u8>], when: &str) {
    let lower = MARK.to_lowercase();
    let files = files_below(home.folder.path());
    assert!(files.iter().any(|(path, bytes)| path.ends_with("vault.db") && bytes.len() > 4096), "there is something to look at");
    for (path, bytes) in files {
        for word in [MARK.as_bytes(), lower.as_bytes(), b"SQLite format", b"CREATE TABLE", b"AGE-SECRET"] {
            assert!(!holds(&bytes, word), "{when}: {} holds {}", path.display(), String::from_utf8_lossy(word));
        }
        for secret in secrets {
            assert!(!holds(&bytes, secret), "{when}: {} holds a key", path.display());
        }
    }
}

#[test]
fn no_word_and_no_key_is_readable_in_any_file_at_any_time() {
    let home = Home::new();
    let vault = home.create();
    let secrets = vault.write(write_everywhere).unwrap();
    assert_nothing_readable(&home, &secrets, "while open");
    // What a search needs beside the database must stay in memory.
    vault.read(|v| v.search(MARK, 10)).unwrap();
    assert_nothing_readable(&home, &secrets, "after a search");
    // What a kill would leave: the log beside the database.
    let log = home.profile().join("vault.db-wal");
    assert!(std::fs::metadata(&log).unwrap().len() > 0, "the log holds the last transactions");
    vault.close().unwrap();
    assert!(!log.exists() || std::fs::metadata(&log).unwrap().len() == 0, "closing puts everything into the one file");
    assert_nothing_readable(&home, &secrets, "after closing");
    let vault = home.open(None).unwrap();
    assert_eq!(vault.read(|v| v.meta(MARK)).unwrap().as_deref(), Some(MARK.as_bytes()), "and it is all still there");
    assert_eq!(vault.read(|v| v.search(&MARK.to_lowercase(), 10)).unwrap().0, [case_id(1)]);
}

#[test]
fn settings_are_plain_and_apart_from_the_vault() {
    let home = Home::new();
    assert_eq!(praesto_vault::load_settings(&home.profile()).unwrap(), None);
    praesto_vault::save_settings(&home.profile(), r#"{"language":"mk"}"#).unwrap();
    assert_eq!(praesto_vault::load_settings(&home.profile()).unwrap().as_deref(), Some(r#"{"language":"mk"}"#));
    drop(home.create());
    assert!(praesto_vault::load_settings(&home.profile()).unwrap().is_some(), "a vault is made beside settings that are there");
}

#[test]
fn attachments_lie_under_the_hash_of_their_bytes() {
    let home = Home::new();
    let vault = home.create();
    let mut file = vault.begin_attachment().unwrap();
    file.write_all(b"sealed ").unwrap();
    file.write_all(b"bytes").unwrap();
    let (hash, size) = file.finish().unwrap();
    assert_eq!((hash, size), (Hash::of(b"sealed bytes"), 12));
    let path = vault.attachment_path(hash);
    assert!(path.ends_with(format!("attachments/{}/{hash}", &hash.to_string()[..2])));
    assert_eq!(std::fs::read(path).unwrap(), b"sealed bytes");
    vault.remove_attachment_file(hash).unwrap();
    vault.remove_attachment_file(hash).unwrap();
    assert!(!vault.has_attachment_file(hash));
}

fn under_way(vault: &Vault) -> usize {
    std::fs::read_dir(vault.profile().join("attachments/tmp")).unwrap().count()
}

#[test]
fn an_arriving_attachment_goes_on_after_a_restart_and_what_nobody_wants_is_swept() {
    let home = Home::new();
    let vault = home.create();
    let hash = Hash::of(b"sealed bytes");
    let row = AttachmentRow { hash, space: space(1), document: document(1), size: 12, state: AttachmentState::Arriving { done: 0 } };
    vault.write(|w| w.put_attachment(&row)).unwrap();
    vault.resume_attachment(hash).unwrap().write_all(b"sealed ").unwrap();
    vault.resume_attachment(Hash::of(b"unknown")).unwrap().write_all(b"something").unwrap();
    std::fs::write(home.profile().join("attachments/tmp/1-1"), b"left by a kill").unwrap();
    let dropped = vault.begin_attachment().unwrap();
    drop(dropped);
    assert_eq!(under_way(&vault), 3, "a new one that is dropped is gone at once");
    drop(vault);
    let vault = home.open(None).unwrap();
    assert_eq!(under_way(&vault), 1);
    let mut file = vault.resume_attachment(hash).unwrap();
    assert_eq!(file.done(), 7, "it goes on at the byte where it stopped");
    file.write_all(b"bytes").unwrap();
    assert_eq!(file.finish().unwrap(), (hash, 12));
    let mut swapped = vault.resume_attachment(Hash::of(b"other")).unwrap();
    swapped.write_all(b"not the other").unwrap();
    assert!(matches!(swapped.finish(), Err(VaultError::AttachmentMismatch)));
    assert_eq!(under_way(&vault), 0, "what was swapped is thrown away");
}

#[test]
fn a_new_attachment_that_no_row_came_to_name_is_swept_and_a_named_one_stays() {
    let home = Home::new();
    let vault = home.create();
    let seal = |bytes: &[u8]| {
        let mut file = vault.begin_attachment().unwrap();
        file.write_all(bytes).unwrap();
        file.finish().unwrap().0
    };
    let row = |hash| AttachmentRow { hash, space: space(1), document: document(1), size: 5, state: AttachmentState::WaitingToBeSent };
    let (named, killed_after_its_row, killed_before) = (seal(b"named"), seal(b"after"), seal(b"never"));
    vault.write(|w| w.put_attachment(&row(named)).and_then(|()| w.put_attachment(&row(killed_after_its_row)))).unwrap();
    vault.attachment_named(named);
    assert_eq!(under_way(&vault), 2, "two are still in doubt");
    drop(vault);
    let vault = home.open(None).unwrap();
    assert!(vault.has_attachment_file(named) && vault.has_attachment_file(killed_after_its_row));
    assert!(!vault.has_attachment_file(killed_before), "nothing can ever name it");
    assert_eq!(under_way(&vault), 0);
    let mut dropped = vault.begin_attachment().unwrap();
    dropped.write_all(b"taken back").unwrap();
    let (hash, _) = dropped.finish().unwrap();
    vault.remove_attachment_file(hash).unwrap();
    assert_eq!(under_way(&vault), 0, "what is taken back leaves no mark");
}
