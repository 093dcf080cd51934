//! Uploads of the same attachment by several devices, broken off at any place: each goes on with its own, and nobody fills the disk with names.

use std::fs;
use std::path::{Path, PathBuf};

use praesto_crypto::Hash;
use praesto_protocol::api::Problem;
use praesto_server::attachments::Presence;
use praesto_server::{Begun, MAX_BEGUN, Offices, Piece, Refusal, Session};

use crate::conformance::code;
use crate::office::{Change, Member, NOW, Office, body, document};
use crate::room::{MINUTE, naming, open, patch};

/// An office with a colleague, and attachments of `length` bytes that a record names.
fn scene(offices: &Offices, count: usize, length: usize) -> (Office, Member, Vec<Vec<u8>>) {
    let (mut office, files) = naming(offices, count, length);
    let (member, request) = office.add_member();
    offices.register_append(Some(&office.session()), &request, NOW).unwrap();
    (office, member, files)
}

/// A piece of an upload as somebody sends it who does as they like.
fn send(
    offices: &Offices,
    session: &Session,
    office: &Office,
    hash: Hash,
    (offset, total): (u64, u64),
    bytes: &[u8],
) -> Result<Presence, Refusal> {
    offices.attachment_patch(session, office.space, hash, offset, total, std::iter::once(Ok(bytes)), NOW)
}

fn arriving(folder: &Path, office: &Office) -> Vec<PathBuf> {
    let folder = folder.join("attachments").join(office.id.to_string()).join("arriving");
    fs::read_dir(folder).map_or(Vec::new(), |found| found.map(|part| part.unwrap().path()).collect())
}

#[test]
fn nobody_holds_up_or_spoils_what_another_device_sends() {
    let folder = tempfile::tempdir().unwrap();
    let offices = open(folder.path());
    let (office, member, files) = scene(&offices, 1, 10_000);
    let (own, colleague, file) = (office.session(), office.session_of(&member), &files[0]);
    let (hash, length) = (Hash::of(file), file.len() as u64);
    let begin = |session: &Session| offices.attachment_begin(session, office.space, hash, Piece::From { offset: 0, total: length }, NOW);
    let Ok(Begun::Upload(held)) = begin(&colleague) else { panic!("it is not here yet") };
    assert_eq!(code(begin(&colleague)), Problem::TooMany, "one at a time for a device");
    assert_eq!(send(&offices, &own, &office, hash, (0, length), &file[..4_000]), Ok(Presence::Partial(4_000)), "and one for each");
    drop(held);

    let nothing = std::iter::once(Ok::<_, praesto_server::attachments::AttachmentError>(Vec::new()));
    assert_eq!(code(offices.attachment_put(&colleague, office.space, hash, nothing, NOW)), Problem::HashMismatch);
    assert_eq!(code(send(&offices, &colleague, &office, hash, (0, 50), &[0; 100])), Problem::TooLarge);
    assert_eq!(code(send(&offices, &colleague, &office, hash, (0, length), &[0; 10_000])), Problem::HashMismatch);
    assert_eq!(send(&offices, &colleague, &office, hash, (0, length), &[0; 10]), Ok(Presence::Partial(10)));
    assert_eq!(offices.attachment_presence(&own, office.space, hash), Ok(Presence::Partial(4_000)), "each hears of their own");
    assert_eq!(offices.attachment_presence(&colleague, office.space, hash), Ok(Presence::Partial(10)));

    assert_eq!(send(&offices, &own, &office, hash, (4_000, length), &file[4_000..]), Ok(Presence::Whole(length)));
    assert_eq!(offices.attachment_presence(&colleague, office.space, hash), Ok(Presence::Whole(length)), "whole it is everybody's");
    assert_eq!(arriving(folder.path(), &office), Vec::<PathBuf>::new(), "and what others began of it is gone");
}

#[test]
fn what_came_to_its_end_and_has_no_name_yet_is_completed_by_an_empty_piece() {
    let folder = tempfile::tempdir().unwrap();
    let offices = open(folder.path());
    let (office, _, files) = scene(&offices, 2, 10_000);
    let (own, length) = (office.session(), 10_000);
    let send = |file: usize, at: (u64, u64), bytes: &[u8]| send(&offices, &own, &office, Hash::of(&files[file]), at, bytes);
    // As if the server had died before it gave it its name.
    assert_eq!(send(0, (0, length + 1), &files[0]), Ok(Presence::Partial(length)));
    assert_eq!(send(0, (length, length), b""), Ok(Presence::Whole(length)));
    // What is longer than the file is rubbish, and can be begun anew.
    assert_eq!(send(1, (0, length + 9), &[0; 10_005]), Ok(Presence::Partial(length + 5)));
    assert_eq!(code(send(1, (length + 5, length), b"")), Problem::BadRequest);
    assert_eq!(send(1, (0, length), &files[1]), Ok(Presence::Whole(length)));
}

#[test]
fn who_sends_nothing_leaves_nothing_and_what_is_begun_counts() {
    let folder = tempfile::tempdir().unwrap();
    let offices = open(folder.path());
    let (office, _, files) = scene(&offices, 30, 10_000);
    for file in &files {
        assert_eq!(patch(&offices, &office, file, 0, 0, NOW), Ok(Presence::Absent));
    }
    assert_eq!(arriving(folder.path(), &office).len(), 0, "an empty piece takes no name");
    for file in &files[..20] {
        assert_eq!(patch(&offices, &office, file, 0, 1, NOW), Ok(Presence::Partial(1)));
    }
    let left = |until: usize| patch(&offices, &office, &files[20], 0, until, NOW + 2 * MINUTE);
    assert_eq!(left(1), Ok(Presence::Partial(1)));
    assert_eq!(code(patch(&offices, &office, &files[21], 0, 10_000, NOW + 4 * MINUTE)), Problem::QuotaReached, "4 KiB for each of 21");
}

#[test]
fn a_person_has_so_many_uploads_begun_and_keeps_nobody_else_from_theirs() {
    let folder = tempfile::tempdir().unwrap();
    let offices = open_roomy(folder.path());
    let (mut office, member, _) = scene(&offices, 1, 1);
    let colleague = office.session_of(&member);
    let files: Vec<[u8; 8]> = (0..=MAX_BEGUN as u64).map(u64::to_be_bytes).collect();
    for some in files.chunks(100) {
        let attachments = some.iter().map(|file| Hash::of(file)).collect();
        let record = office.admin_record(Change { attachments, ..Change::to(document()) });
        offices.records_post(&office.session(), office.space, &body([&record]), NOW).unwrap();
    }
    let begin = |session: &Session, file: &[u8; 8]| send(&offices, session, &office, Hash::of(file), (0, 8), &file[..1]);
    for file in &files[..MAX_BEGUN] {
        assert_eq!(begin(&office.session(), file), Ok(Presence::Partial(1)));
    }
    assert_eq!(code(begin(&office.session(), &files[MAX_BEGUN])), Problem::QuotaReached);
    assert_eq!(begin(&colleague, &files[MAX_BEGUN]), Ok(Presence::Partial(1)));
    assert_eq!(send(&offices, &office.session(), &office, Hash::of(&files[0]), (1, 8), &files[0][1..]), Ok(Presence::Whole(8)));
    assert_eq!(begin(&office.session(), &files[MAX_BEGUN]), Ok(Presence::Partial(1)), "one that ended makes room for another");
}

fn open_roomy(folder: &Path) -> Offices {
    let store = praesto_server::store::SqliteStore::open(&folder.join("store.sqlite")).unwrap();
    let attachments = praesto_server::attachments::AttachmentFolder::open(&folder.join("attachments")).unwrap();
    Offices::open(Box::new(store), attachments, praesto_server::Settings::default()).unwrap()
}

#[test]
fn an_attachment_whose_arrival_was_not_noted_counts_from_the_next_question_on() {
    let folder = tempfile::tempdir().unwrap();
    let offices = open(folder.path());
    let (office, _, files) = scene(&offices, 2, 60_000);
    // As if the server had died between giving it its name and noting it.
    let place = folder.path().join("attachments").join(office.id.to_string()).join(office.space.to_string());
    fs::create_dir_all(&place).unwrap();
    fs::write(place.join(Hash::of(&files[0]).to_string()), &files[0]).unwrap();
    assert_eq!(offices.attachment_presence(&office.session(), office.space, Hash::of(&files[0])), Ok(Presence::Whole(60_000)));
    assert_eq!(code(patch(&offices, &office, &files[1], 0, 60_000, NOW + 2 * MINUTE)), Problem::QuotaReached);
    assert_eq!(patch(&offices, &office, &files[0], 0, 60_000, NOW), Ok(Presence::Whole(60_000)), "again is no error");
}
