//! The room of an office: everything that it brings counts, also what is not whole, and also after a restart.

use std::fs::File;
use std::path::Path;
use std::time::{Duration, SystemTime};

use praesto_crypto::Hash;
use praesto_protocol::api::Problem;
use praesto_protocol::register::{Body, SpaceKind};
use praesto_protocol::{InvitationId, PersonId, SpaceId};
use praesto_server::attachments::{ARRIVING_KEPT, AttachmentError, AttachmentFolder, Presence};
use praesto_server::store::SqliteStore;
use praesto_server::{Begun, Limits, Offices, Piece, Refusal, Settings};

use crate::conformance::{Bench, code, founded, sqlite};
use crate::http::{Caller, Program, praesto_noise};
use crate::office::{Change, NOW, Office, body, document};

const ROOM: u64 = 100_000;
/// After this the room is counted again.
const MINUTE: i64 = 60_000;

fn settings() -> Settings {
    Settings { limits: Limits { office_bytes: ROOM, ..Limits::default() }, ..Settings::default() }
}

fn open(folder: &Path) -> Offices {
    let store = SqliteStore::open(&folder.join("store.sqlite")).unwrap();
    Offices::open(Box::new(store), AttachmentFolder::open(&folder.join("attachments")).unwrap(), settings()).unwrap()
}

/// An office whose one record names attachments of `length` bytes.
fn naming(offices: &Offices, count: usize, length: usize) -> (Office, Vec<Vec<u8>>) {
    let (mut office, request) = Office::found();
    offices.register_append(None, &request, NOW).unwrap();
    let attachments: Vec<Vec<u8>> = (0..count).map(|_| praesto_noise(length)).collect();
    let hashes = attachments.iter().map(|bytes| Hash::of(bytes)).collect();
    let record = office.admin_record(Change { attachments: hashes, ..Change::to(document()) });
    offices.records_post(&office.session(), office.space, &body([&record]), NOW).unwrap();
    (office, attachments)
}

fn patch(offices: &Offices, office: &Office, bytes: &[u8], from: usize, until: usize, now: i64) -> Result<Presence, Refusal> {
    let piece = std::iter::once(Ok(&bytes[from..until]));
    offices.attachment_patch(&office.session(), office.space, Hash::of(bytes), from as u64, bytes.len() as u64, piece, now)
}

#[test]
fn what_has_only_begun_to_arrive_counts_also_after_a_restart_until_it_is_swept() {
    let folder = tempfile::tempdir().unwrap();
    let offices = open(folder.path());
    let (office, files) = naming(&offices, 2, 60_000);
    assert_eq!(patch(&offices, &office, &files[0], 0, 59_000, NOW), Ok(Presence::Partial(59_000)));
    assert_eq!(code(patch(&offices, &office, &files[1], 0, 1_000, NOW)), Problem::QuotaReached, "all that is announced must fit");
    assert_eq!(code(patch(&offices, &office, &files[1], 0, 1_000, NOW + 2 * MINUTE)), Problem::QuotaReached, "counted on the disk");
    drop(offices);
    let offices = open(folder.path());
    assert_eq!(code(patch(&offices, &office, &files[1], 0, 1_000, NOW)), Problem::QuotaReached, "after a restart too");
    assert_eq!(offices.sweep_attachments(SystemTime::now()), Ok(0), "it may still go on");
    let after = SystemTime::now() + ARRIVING_KEPT + Duration::from_secs(60);
    assert_eq!(offices.sweep_attachments(after), Ok(1));
    let at = NOW + 2 * MINUTE;
    assert_eq!(offices.attachment_presence(&office.session(), office.space, Hash::of(&files[0])), Ok(Presence::Absent));
    assert_eq!(patch(&offices, &office, &files[1], 0, 60_000, at), Ok(Presence::Whole(60_000)), "its room is free again");
    assert_eq!(code(patch(&offices, &office, &files[0], 0, 60_000, at)), Problem::QuotaReached, "what is whole counts once, and for good");
    assert_eq!(code(patch(&offices, &office, &files[0], 0, 60_000, at + 2 * MINUTE)), Problem::QuotaReached);
}

#[test]
fn an_upload_takes_its_room_when_it_begins_and_is_not_swept_meanwhile() {
    let folder = tempfile::tempdir().unwrap();
    let offices = open(folder.path());
    let (office, files) = naming(&offices, 2, 60_000);
    let begin = |file: usize, piece: Piece| offices.attachment_begin(&office.session(), office.space, Hash::of(&files[file]), piece, NOW);
    let all = Piece::From { offset: 0, total: 60_000 };
    let Ok(Begun::Upload(first)) = begin(0, all) else { panic!("it is not here yet") };
    assert_eq!(code(begin(1, all)), Problem::QuotaReached);
    assert_eq!(code(begin(1, Piece::Whole(Some(60_000)))), Problem::QuotaReached);
    let first = offices.attachment_write(first, &files[0][..10]).unwrap();
    assert_eq!(offices.sweep_attachments(SystemTime::now() + 2 * ARRIVING_KEPT), Ok(0), "it is under way");
    offices.attachment_keep(first).unwrap();
    assert!(matches!(begin(1, all), Ok(Begun::Upload(_))), "what was announced and did not come is free again");
    // One that does not say how long it is takes room as it comes, and what came is kept.
    assert_eq!(patch(&offices, &office, &files[0], 10, 60_000, NOW), Ok(Presence::Whole(60_000)));
    let endless = std::iter::repeat_with(|| Ok::<_, AttachmentError>(vec![0; 1_000]));
    let put = offices.attachment_put(&office.session(), office.space, Hash::of(&files[1]), endless, NOW);
    assert_eq!(code(put), Problem::QuotaReached);
    let presence = offices.attachment_presence(&office.session(), office.space, Hash::of(&files[1])).unwrap();
    assert!(matches!(presence, Presence::Partial(held) if (30_000..40_000).contains(&held)), "{presence:?}");
}

#[test]
fn what_turns_out_wrong_gives_its_room_back() {
    let folder = tempfile::tempdir().unwrap();
    let offices = open(folder.path());
    let (office, files) = naming(&offices, 1, 60_000);
    let (session, hash) = (office.session(), Hash::of(&files[0]));
    for _ in 0..5 {
        let wrong = std::iter::once(Ok(vec![0; 60_000]));
        assert_eq!(code(offices.attachment_put(&session, office.space, hash, wrong, NOW)), Problem::HashMismatch);
        let long = std::iter::once(Ok(vec![0; 60_000]));
        assert_eq!(code(offices.attachment_patch(&session, office.space, hash, 0, 50_000, long, NOW)), Problem::TooLarge);
    }
    assert_eq!(patch(&offices, &office, &files[0], 0, 60_000, NOW), Ok(Presence::Whole(60_000)));
}

#[test]
fn the_program_sweeps_forgotten_uploads_when_it_starts() {
    let folder = tempfile::tempdir().unwrap();
    let offices = open(folder.path());
    let (office, files) = naming(&offices, 2, 1_000);
    for file in &files {
        patch(&offices, &office, file, 0, 500, NOW).unwrap();
    }
    drop(offices);
    let name = format!("{}.{}", office.space, Hash::of(&files[0]));
    let forgotten = folder.path().join("attachments").join(office.id.to_string()).join("arriving").join(name);
    let long_ago = SystemTime::now() - ARRIVING_KEPT - Duration::from_secs(3_600);
    File::options().write(true).open(&forgotten).unwrap().set_modified(long_ago).unwrap();
    let program = Program::start(folder.path(), &[]);
    let device = Caller::to(&program.base).log_in(&office, &office.admin);
    let began = std::time::Instant::now();
    while forgotten.exists() {
        assert!(began.elapsed() < Duration::from_secs(20), "it was not swept");
        std::thread::sleep(Duration::from_millis(20));
    }
    let url = |file: &[u8]| format!("{}/v1/spaces/{}/attachments/{}", program.base, office.space, Hash::of(file));
    let offset = |file: &[u8]| device.send(device.client.head(url(file))).unwrap().headers()["upload-offset"].to_str().unwrap().to_owned();
    assert_eq!((offset(&files[0]), offset(&files[1])), ("0".to_owned(), "500".to_owned()), "the other may still go on");
}

fn create_space() -> Body {
    Body::CreateSpace { space: SpaceId::from_bytes(*document().as_bytes()), kind: SpaceKind::Team }
}

/// Where the room is used up, rights can still be taken.
fn the_register_takes_room(bench: &Bench) {
    let mut office = founded(bench);
    let session = office.session();
    let (member, request) = office.add_member();
    bench.offices.register_append(Some(&session), &request, NOW).unwrap();
    let invite = Body::Invite {
        invitation: InvitationId::from_bytes(*document().as_bytes()),
        person: PersonId::from_bytes(*document().as_bytes()),
        secret_hash: Hash::default(),
        expires_at: NOW * 2,
        spaces: Vec::new(),
        sealed_secret: vec![0; ROOM as usize - 5_000],
    };
    let entry = office.entry(invite);
    bench.offices.register_append(Some(&session), &office.append(&[entry], vec![]), NOW).unwrap();
    let mut at = NOW;
    let refused = loop {
        let entry = office.draft(create_space());
        let request = office.append(std::slice::from_ref(&entry), vec![]);
        match bench.offices.register_append(Some(&session), &request, at) {
            Ok(_) => office.entry_kept(entry),
            Err(refused) => break refused,
        }
        at += MINUTE;
        assert!(at < NOW + 100 * MINUTE, "it takes all there is");
    };
    assert_eq!(refused.code, Problem::QuotaReached);
    let record = office.admin_record(Change { payload: vec![0; 2_000], ..Change::to(document()) });
    assert_eq!(code(bench.offices.records_post(&session, office.space, &body([&record]), at)), Problem::QuotaReached, "one room for all");
    let revoke = office.revoke(member.device, vec![]);
    let length = office.register.length();
    assert_eq!(bench.offices.register_append(Some(&session), &office.append(&[revoke], vec![]), at), Ok(length));
}

#[test]
fn the_register_takes_room_in_sqlite() {
    the_register_takes_room(&sqlite(settings()));
}

#[test]
fn the_register_takes_room_in_postgres() {
    crate::postgres::with(settings(), the_register_takes_room);
}

/// Nobody grows the register without end, whatever other devices they add; a new day begins anew.
fn a_person_brings_so_many_entries_a_day(bench: &Bench) {
    let mut office = founded(bench);
    let session = office.session();
    let (member, request) = office.add_member();
    bench.offices.register_append(Some(&session), &request, NOW).unwrap();
    let two: Vec<_> = (0..2).map(|_| office.entry(create_space())).collect();
    assert_eq!(bench.offices.register_append(Some(&session), &office.append(&two, vec![]), NOW), Ok(7), "five in all");
    let one_more = office.draft(create_space());
    let request = office.append(std::slice::from_ref(&one_more), vec![]);
    let refused = bench.offices.register_append(Some(&session), &request, NOW).unwrap_err();
    assert_eq!(refused.code, Problem::TooMany);
    let day = 86_400_000;
    let tomorrow = (NOW / day + 1) * day;
    assert_eq!(refused.retry_after, Some(((tomorrow - NOW) / 1_000 + 1) as u64));
    let colleague = office.session_of(&member);
    assert!(bench.offices.register_append(Some(&colleague), &request, tomorrow - 1).is_ok(), "a colleague has a count of their own");
    office.entry_kept(one_more);
    let revoke = office.revoke(member.device, vec![]);
    assert_eq!(bench.offices.register_append(Some(&session), &office.append(&[revoke], vec![]), NOW), Ok(9), "rights can be taken");
    let next = office.entry(create_space());
    let request = office.append(&[next], vec![]);
    assert_eq!(code(bench.offices.register_append(Some(&session), &request, tomorrow - 1)), Problem::TooMany);
    assert_eq!(bench.offices.register_append(Some(&session), &request, tomorrow), Ok(10));
}

fn five_a_day() -> Settings {
    Settings { limits: Limits { register_entries_per_day: 5, ..Limits::default() }, ..Settings::default() }
}

#[test]
fn a_person_brings_so_many_entries_a_day_in_sqlite() {
    a_person_brings_so_many_entries_a_day(&sqlite(five_a_day()));
}

#[test]
fn a_person_brings_so_many_entries_a_day_in_postgres() {
    crate::postgres::with(five_a_day(), a_person_brings_so_many_entries_a_day);
}

#[test]
fn keys_and_entries_of_any_length_are_refused() {
    let bench = sqlite(Settings::default());
    let mut office = founded(&bench);
    let (_, mut request) = office.add_member();
    request.epochs[0].envelopes[0].sealed.0 = vec![0; 5_000];
    assert_eq!(code(bench.offices.register_append(Some(&office.session()), &request, NOW)), Problem::TooLarge);
}
