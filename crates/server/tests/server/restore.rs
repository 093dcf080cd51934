//! A server restored from an old copy: clients bring back what it lost, and everything is as it was.

use praesto_crypto::OsEntropy;
use praesto_protocol::api::{Frame, Problem};
use praesto_server::embedded::Embedded;
use praesto_server::store::Selection;
use praesto_server::{Scope, Session, Settings};

use crate::office::{Change, NOW, Office, body, document};

#[test]
fn a_restored_server_takes_back_what_it_lost() {
    let folder = tempfile::tempdir().unwrap();
    let (now, then) = (folder.path().join("now"), folder.path().join("then"));
    let server = Embedded::open_with(&now, Settings::default(), &mut OsEntropy).unwrap();
    let (mut office, founding) = Office::found();
    server.register_append(None, &founding, NOW).unwrap();
    let session = office.session();
    let attachment = praesto_crypto::Hash::of(b"attachment");
    let first = office.admin_record(Change { attachments: vec![attachment], ..Change::to(document()) });
    server.records_post(&session, office.space, &body([&first]), NOW).unwrap();
    server.attachment_put(&session, office.space, attachment, b"attachment", NOW).unwrap();
    server.copy_to(&then).unwrap();

    let (mut member, joined) = office.add_member();
    server.register_append(Some(&session), &joined, NOW).unwrap();
    let colleague = office.session_of(&member);
    let records = [office.record(&mut member, Change::to(document())), office.admin_record(Change::to(document()))];
    server.records_post(&colleague, office.space, &body([&records[0]]), NOW).unwrap();
    server.records_post(&session, office.space, &body([&records[1]]), NOW).unwrap();
    let before = server.space_state(&session, office.space, None).unwrap();
    let receipt_key = server.info(NOW).receipt_key;
    server.close();

    let server = Embedded::open(&then).unwrap();
    assert_eq!(server.info(NOW).receipt_key, receipt_key, "receipts of then and now are of one server");
    assert!(server.attachment_has(&session, office.space, attachment).unwrap());
    assert_eq!(server.attachment_get(&session, office.space, attachment, 6).unwrap(), b"ment");
    assert_eq!(server.space_state(&session, office.space, None).unwrap().seq, 1, "the server is behind, and says so");
    let lost = server.records_post(&session, office.space, &body(&records), NOW).unwrap_err();
    assert_eq!(lost.code, Problem::RecordRefused, "it does not take records that refer to a register it does not have");
    assert_eq!(server.register_get(&colleague, 0).unwrap_err().code, Problem::DeviceUnknown);
    let all = office.append(&office.entries, [founding.epochs, joined.epochs.clone()].concat());
    assert_eq!(server.register_append(Some(&session), &all, NOW), Ok(5), "what it has is passed over, the rest follows");
    // Any member brings back the records of all.
    server.records_post(&colleague, office.space, &body(&records), NOW + 1).unwrap();
    let after = server.space_state(&session, office.space, None).unwrap();
    assert_eq!((after.seq, after.order), (before.seq, before.order));
    assert_eq!(server.envelopes_get(&colleague, office.space, 2).unwrap().epochs.len(), 1);
    let page = server.records_select(&colleague, office.space, &Selection::default(), usize::MAX).unwrap();
    assert_eq!(Frame::read_all(&page).0.len(), 3);
}

#[test]
fn what_was_stored_is_there_after_reopening() {
    let folder = tempfile::tempdir().unwrap();
    let server = Embedded::open(folder.path()).unwrap();
    let (mut office, request) = Office::found();
    server.register_append(None, &request, NOW).unwrap();
    let record = office.admin_record(Change::to(document()));
    let receipt = server.records_post(&office.session(), office.space, &body([&record]), NOW).unwrap();
    server.close();
    let server = Embedded::open(folder.path()).unwrap();
    assert_eq!(server.register_get(&office.session(), 0).unwrap().length, 2);
    let again = server.records_post(&office.session(), office.space, &body([&record]), NOW).unwrap();
    assert_eq!(again, receipt, "the same records at the same time give the same receipt");
    let session = Session { scope: Scope::Holding, ..office.session() };
    assert_eq!(server.records_get(&session, office.space, 0, 1).unwrap_err().code, Problem::DeviceRevoked);
}
