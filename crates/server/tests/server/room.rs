//! The room of an office: everything that it brings counts, also what is not whole, and also after a restart.

use std::fs::File;
use std::path::Path;
use std::time::{Duration, SystemTime};

use praesto_crypto::{Hash, OsEntropy};
use praesto_protocol::api::Problem;
use praesto_protocol::register::{Body, Entry, LastAccepted, SignedEntry, SpaceKind};
use praesto_protocol::{Content, InvitationId, PersonId, Record, Seal, SpaceId};
use praesto_server::attachments::{ARRIVING_KEPT, AttachmentError, AttachmentFolder, Presence};
use praesto_server::store::SqliteStore;
use praesto_server::{Begun, Limits, Offices, Piece, Refusal, Settings};

use crate::conformance::{Bench, code, founded, sqlite};
use crate::http::{Caller, Program, praesto_noise};
use crate::office::{Change, Member, NOW, Office, body, document};

const ROOM: u64 = 100_000;
/// After this the room is counted again.
pub(crate) const MINUTE: i64 = 60_000;

fn settings() -> Settings {
    Settings { limits: Limits { office_bytes: ROOM, ..Limits::default() }, ..Settings::default() }
}

pub(crate) fn open(folder: &Path) -> Offices {
    let store = SqliteStore::open(&folder.join("store.sqlite")).unwrap();
    Offices::open(Box::new(store), AttachmentFolder::open(&folder.join("attachments")).unwrap(), settings()).unwrap()
}

/// An office whose one record names attachments of `length` bytes.
pub(crate) fn naming(offices: &Offices, count: usize, length: usize) -> (Office, Vec<Vec<u8>>) {
    let (mut office, request) = Office::found();
    offices.register_append(None, &request, NOW).unwrap();
    let attachments: Vec<Vec<u8>> = (0..count).map(|_| praesto_noise(length)).collect();
    let hashes = attachments.iter().map(|bytes| Hash::of(bytes)).collect();
    let record = office.admin_record(Change { attachments: hashes, ..Change::to(document()) });
    offices.records_post(&office.session(), office.space, &body([&record]), NOW).unwrap();
    (office, attachments)
}

pub(crate) fn patch(offices: &Offices, office: &Office, bytes: &[u8], from: usize, until: usize, now: i64) -> Result<Presence, Refusal> {
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
    let name = format!("{}.{}.{}", office.space, Hash::of(&files[0]), office.admin.device);
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

/// The next entry of a colleague, not kept.
pub(crate) fn entry_of(office: &Office, author: &Member, body: Body) -> SignedEntry {
    let (seq, prev) = (office.register.length(), office.register.head());
    Entry { office: office.id, seq, prev, at: NOW, author: author.device, body }.sign(&author.signer)
}

/// Administrators take rights away at any length whatever is used up; others only in few words, or they could fill the register for good with
/// devices of their own that they add and revoke.
fn only_administrators_take_rights_in_many_words(bench: &Bench) {
    const SPACES: usize = 80;
    let mut office = founded(bench);
    let session = office.session();
    let (member, request) = office.add_member();
    bench.offices.register_append(Some(&session), &request, NOW).unwrap();
    let colleague = office.session_of(&member);
    let spaces: Vec<SpaceId> = (0..SPACES).map(|_| SpaceId::from_bytes(*document().as_bytes())).collect();
    let devices = [Member::make(), Member::make(), Member::make()];
    let made = spaces.iter().map(|space| Body::CreateSpace { space: *space, kind: SpaceKind::Personal });
    let person = office.register.devices()[&member.device].person;
    let added = devices.iter().map(|device| Body::AddDevice { person, keys: device.keys() });
    let mut entries = Vec::new();
    for body in made.chain(added) {
        let entry = entry_of(&office, &member, body);
        office.entry_kept(entry.clone());
        entries.push(entry);
    }
    bench.offices.register_append(Some(&colleague), &office.append(&entries, vec![]), NOW).unwrap();
    let revoke = |device: usize, lines: usize| {
        let last = spaces[..lines].iter().map(|space| LastAccepted { space: *space, device_seq: 0, statement: Hash::default() });
        Body::RevokeDevice { device: devices[device].device, last: last.collect() }
    };
    let bring = |office: &mut Office, author: Option<&Member>, body: Body, now: i64| {
        let entry = author.map_or_else(|| office.draft(body.clone()), |author| entry_of(office, author, body.clone()));
        let session = author.map_or(session, |author| office.session_of(author));
        let brought = bench.offices.register_append(Some(&session), &office.append(std::slice::from_ref(&entry), vec![]), now);
        brought.map(|_| office.entry_kept(entry))
    };
    assert_eq!(code(bring(&mut office, Some(&member), revoke(0, SPACES), NOW)), Problem::TooMany, "the day is used up");
    assert_eq!(bring(&mut office, Some(&member), revoke(0, 50), NOW), Ok(()), "not for a few words");
    for length in [40_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100] {
        let chains = office.admin.chains.clone();
        let record = office.admin_record(Change { payload: praesto_noise(length), ..Change::to(document()) });
        if bench.offices.records_post(&session, office.space, &body([&record]), NOW).is_err() {
            office.admin.chains = chains;
        }
    }
    let tomorrow = NOW + 86_400_000;
    assert_eq!(code(bring(&mut office, Some(&member), revoke(1, SPACES), tomorrow)), Problem::QuotaReached, "the room is used up");
    assert_eq!(bring(&mut office, Some(&member), revoke(1, 50), tomorrow), Ok(()));
    assert_eq!(bring(&mut office, None, revoke(2, SPACES), tomorrow), Ok(()), "a stolen computer is shut out whatever is full");
}

fn eighty_three_a_day() -> Settings {
    Settings { limits: Limits { office_bytes: ROOM, register_entries_per_day: 83, ..Limits::default() }, ..Settings::default() }
}

#[test]
fn only_administrators_take_rights_in_many_words_in_sqlite() {
    only_administrators_take_rights_in_many_words(&sqlite(eighty_three_a_day()));
}

#[test]
fn only_administrators_take_rights_in_many_words_in_postgres() {
    crate::postgres::with(eighty_three_a_day(), only_administrators_take_rights_in_many_words);
}

/// A record that is sealed anew takes the room of its new seal, be that more or less.
fn what_is_sealed_anew_counts_as_it_is(bench: &Bench) {
    let mut office = founded(bench);
    let session = office.session();
    // The first keys are never called no good.
    let (epoch, upload) = office.new_epoch();
    bench.offices.register_append(Some(&session), &office.append(&[epoch], vec![upload]), NOW).unwrap();
    let record = office.admin_record(Change::to(document()));
    let post = |office: &Office, record: &Record, now: i64| bench.offices.records_post(&session, office.space, &body([record]), now);
    post(&office, &record, NOW).unwrap();
    let seal_anew = |office: &mut Office, length: usize, now: i64| {
        let due = office.entry(Body::EpochDue { space: office.space, epoch: office.keys.epoch });
        let (epoch, upload) = office.new_epoch();
        bench.offices.register_append(Some(&session), &office.append(&[due, epoch], vec![upload]), now).unwrap();
        let content = Content::make(praesto_noise(length), &mut OsEntropy);
        let seal = Seal::make(record.hash(), office.keys.epoch, &content, &office.keys.record, &mut OsEntropy);
        post(office, &Record { statement: record.statement.clone(), seal }, now).map(drop)
    };
    let next = |office: &mut Office, now: i64| {
        let chains = office.admin.chains.clone();
        let record = office.admin_record(Change { payload: praesto_noise(30_000), ..Change::to(document()) });
        post(office, &record, now).map(drop).inspect_err(|_| office.admin.chains = chains)
    };
    assert_eq!(seal_anew(&mut office, 70_000, NOW), Ok(()));
    assert_eq!(code(next(&mut office, NOW + 2 * MINUTE)), Problem::QuotaReached, "counted afresh");
    assert_eq!(code(seal_anew(&mut office, 90_000, NOW + 4 * MINUTE)), Problem::QuotaReached, "there is no room for it");
    assert_eq!(seal_anew(&mut office, 100, NOW + 6 * MINUTE), Ok(()));
    assert_eq!(next(&mut office, NOW + 8 * MINUTE), Ok(()));
}

#[test]
fn what_is_sealed_anew_counts_as_it_is_in_sqlite() {
    what_is_sealed_anew_counts_as_it_is(&sqlite(settings()));
}

#[test]
fn what_is_sealed_anew_counts_as_it_is_in_postgres() {
    crate::postgres::with(settings(), what_is_sealed_anew_counts_as_it_is);
}

#[test]
fn keys_and_entries_of_any_length_are_refused() {
    let bench = sqlite(Settings::default());
    let mut office = founded(&bench);
    let (_, mut request) = office.add_member();
    request.epochs[0].envelopes[0].sealed.0 = vec![0; 5_000];
    assert_eq!(code(bench.offices.register_append(Some(&office.session()), &request, NOW)), Problem::TooLarge);
}
