//! One suite for all stores. Each test asks the store through [`Offices`], as requests do, so what it promises is what clients see.

use praesto_crypto::{Hash, OsEntropy};
use praesto_protocol::api::{Frame, Problem, hash_from_text};
use praesto_protocol::register::{Body, LastAccepted, SpaceKind};
use praesto_protocol::{Content, EpochKeys, OrderHash, Receipt, Record, Seal, SpaceId, SpaceSeen};
use praesto_server::attachments::{AttachmentFolder, Presence};
use praesto_server::store::{Selection, SqliteStore, Store};
use praesto_server::{Founding, Limits, Offices, Refusal, Scope, Session, Settings};

use crate::office::{Change, Member, NOW, Office, body, document};
use crate::room::entry_of;

/// A server over one store.
pub(crate) struct Bench {
    pub(crate) offices: Offices,
    _folder: tempfile::TempDir,
}

pub(crate) fn bench(settings: Settings, store: impl FnOnce(&std::path::Path) -> Box<dyn Store>) -> Bench {
    let folder = tempfile::tempdir().unwrap();
    let attachments = AttachmentFolder::open(&folder.path().join("attachments")).unwrap();
    Bench { offices: Offices::open(store(folder.path()), attachments, settings).unwrap(), _folder: folder }
}

pub(crate) fn sqlite(settings: Settings) -> Bench {
    bench(settings, |folder| Box::new(SqliteStore::open(&folder.join("store.sqlite")).unwrap()))
}

pub(crate) fn founded(bench: &Bench) -> Office {
    let (office, request) = Office::found();
    assert_eq!(bench.offices.register_append(None, &request, NOW), Ok(2));
    office
}

pub(crate) fn code<T: std::fmt::Debug>(result: Result<T, Refusal>) -> Problem {
    result.unwrap_err().code
}

fn frames(bytes: &[u8]) -> Vec<Frame> {
    let (frames, read) = Frame::read_all(bytes);
    assert_eq!(read, bytes.len(), "a page holds whole frames");
    frames
}

fn all(bench: &Bench, office: &Office) -> Vec<Frame> {
    frames(&bench.offices.records_get(&office.session(), office.space, &Selection::default(), usize::MAX).unwrap())
}

/// Runs every promise on a fresh office of one server.
macro_rules! promises {
    ($($promise:ident),* $(,)?) => {
        mod on_sqlite {
            use super::*;
            $(#[test] fn $promise() { super::$promise(&sqlite(Settings::default())); })*
        }
        mod on_postgres {
            use super::*;
            $(#[test] fn $promise() { crate::postgres::with(Settings::default(), super::$promise); })*
        }
    };
}

promises! {
    a_register_grows_by_compare_and_append,
    entries_of_others_can_be_brought_back,
    an_epoch_reaches_exactly_the_devices_that_the_register_names,
    records_are_kept_in_one_order_and_sent_twice_are_kept_once,
    a_batch_is_taken_whole_or_not_at_all,
    records_that_do_not_fit_are_refused,
    another_seal_is_taken_from_the_author_and_only_in_place_of_one_under_keys_that_are_no_good,
    a_revoked_device_is_told_so_and_can_hand_over_its_work_once,
    held_work_comes_one_device_at_a_time,
    keys_come_in_pages,
    only_an_administrator_takes_back_what_is_here,
    a_register_ends_where_it_ends_wherever_one_asks,
    a_tail_holds_everything_that_the_best_checkpoint_does_not,
    a_checkpoint_of_another_history_hides_nothing,
    pages_end_at_their_limit_and_never_between,
    newcomers_wait_for_an_administrator,
    an_attachment_is_taken_in_pieces_and_only_where_it_is_named,
    the_order_of_a_space_is_told_at_any_place,
}

fn a_register_grows_by_compare_and_append(bench: &Bench) {
    let (mut office, request) = Office::found();
    assert_eq!(code(bench.offices.register_get(&office.session(), 0)), Problem::DeviceUnknown);
    assert_eq!(bench.offices.register_append(None, &request, NOW), Ok(2));
    assert_eq!(bench.offices.register_append(None, &request, NOW), Ok(2), "a founding whose answer was lost is no error");
    let space = SpaceId::from_bytes(*document().as_bytes());
    let rival = office.draft(Body::CreateSpace { space: SpaceId::from_bytes(*document().as_bytes()), kind: SpaceKind::Team });
    let entry = office.entry(Body::CreateSpace { space, kind: SpaceKind::Team });
    let session = office.session();
    assert_eq!(code(bench.offices.register_append(None, &office.append(std::slice::from_ref(&entry), vec![]), NOW)), Problem::LoginNeeded);
    assert_eq!(bench.offices.register_append(Some(&session), &office.append(&[entry], vec![]), NOW), Ok(3));
    assert_eq!(code(bench.offices.register_append(Some(&session), &office.append(&[rival], vec![]), NOW)), Problem::HeadMoved);
    let page = bench.offices.register_get(&session, 1).unwrap();
    assert_eq!((page.length, page.entries.len()), (3, 2));
    assert_eq!(page.entries[1].0, office.entries[2].encode());
    let again = office.draft(Body::CreateSpace { space, kind: SpaceKind::Team });
    assert_eq!(code(bench.offices.register_append(Some(&session), &office.append(&[again], vec![]), NOW)), Problem::EntryRefused);
    let (other, _) = Office::found();
    let usurper = Office { id: office.id, ..other };
    let foreign = usurper.draft(Body::CreateSpace { space, kind: SpaceKind::Team });
    assert!(bench.offices.register_append(Some(&session), &office.append(&[foreign], vec![]), NOW).is_err());
}

fn entries_of_others_can_be_brought_back(bench: &Bench) {
    let mut office = founded(bench);
    let (member, request) = office.add_member();
    assert_eq!(bench.offices.register_append(Some(&office.session()), &request, NOW), Ok(5));
    // The server lost what comes now; a colleague brings it, without the keys that only its author had.
    let (epoch, upload) = office.new_epoch();
    let session = office.session_of(&member);
    assert_eq!(bench.offices.register_append(Some(&session), &office.append(&[epoch], vec![]), NOW), Ok(6));
    assert_eq!(bench.offices.envelopes_get(&session, office.space, 3).unwrap().epochs, []);
    bench.offices.envelopes_put(&session, office.space, &upload, NOW).unwrap();
    let page = bench.offices.envelopes_get(&session, office.space, 3).unwrap();
    assert!(page.epochs[0].envelope.is_some());
    let mut spoiled = upload.clone();
    spoiled.envelopes.iter_mut().for_each(|envelope| envelope.sealed.0 = vec![0]);
    bench.offices.envelopes_put(&session, office.space, &spoiled, NOW).unwrap();
    assert_eq!(bench.offices.envelopes_get(&session, office.space, 3).unwrap(), page, "what is here stays");
}

fn an_epoch_reaches_exactly_the_devices_that_the_register_names(bench: &Bench) {
    let mut office = founded(bench);
    let (member, request) = office.add_member();
    let session = office.session();
    for spoil in [
        |request: &mut praesto_protocol::api::RegisterAppend| request.epochs.clear(),
        |request: &mut praesto_protocol::api::RegisterAppend| drop(request.epochs[0].envelopes.pop()),
        |request: &mut praesto_protocol::api::RegisterAppend| {
            let twice = request.epochs[0].envelopes[0].clone();
            request.epochs[0].envelopes.push(twice);
        },
        |request: &mut praesto_protocol::api::RegisterAppend| request.epochs[0].link.0.clear(),
        |request: &mut praesto_protocol::api::RegisterAppend| request.epochs[0].epoch = 9,
    ] {
        let mut spoiled = request.clone();
        spoil(&mut spoiled);
        assert_eq!(code(bench.offices.register_append(Some(&session), &spoiled, NOW)), Problem::EntryRefused);
        assert_eq!(bench.offices.register_get(&session, 0).unwrap().length, 2, "nothing of a refused request is kept");
    }
    assert_eq!(bench.offices.register_append(Some(&session), &request, NOW), Ok(5));
    let mine = bench.offices.envelopes_get(&office.session_of(&member), office.space, 0).unwrap().epochs;
    assert_eq!(mine.iter().map(|epoch| (epoch.epoch, epoch.envelope.is_some())).collect::<Vec<_>>(), [(1, false), (2, true)]);
    let keys = EpochKeys::from_envelope(&mine[1].envelope.as_ref().unwrap().0, &member.identity).unwrap();
    assert_eq!(keys.commitment(), office.keys.commitment());
    assert!(keys.previous(&mine[1].link.0).is_ok(), "a new member reads all history");
}

fn records_are_kept_in_one_order_and_sent_twice_are_kept_once(bench: &Bench) {
    let mut office = founded(bench);
    let session = office.session();
    let key = praesto_crypto::DeviceVerifier::from_bytes(&bench.offices.info(NOW).receipt_key.0.try_into().unwrap()).unwrap();
    let records: Vec<_> = (0..3).map(|_| office.admin_record(Change::to(document()))).collect();
    let receipt = Receipt::decode(&bench.offices.records_post(&session, office.space, &body(&records[..2]), NOW).unwrap()).unwrap();
    assert_eq!(receipt.records, [(records[0].hash(), 1), (records[1].hash(), 2)]);
    assert_eq!((receipt.verify(&key), receipt.received_at), (Ok(()), NOW));
    let receipt = Receipt::decode(&bench.offices.records_post(&session, office.space, &body(&records), NOW + 1).unwrap()).unwrap();
    assert_eq!(receipt.records.iter().map(|(_, seq)| *seq).collect::<Vec<_>>(), [1, 2, 3]);
    let stored = all(bench, &office);
    assert_eq!(stored.iter().map(|frame| (frame.seq, frame.received_at)).collect::<Vec<_>>(), [(1, NOW), (2, NOW), (3, NOW + 1)]);
    assert!(stored.iter().zip(&records).all(|(frame, record)| frame.record == record.encode()));
    let state = bench.offices.space_state(&session, office.space, None).unwrap();
    let order = records.iter().fold(OrderHash::empty(office.space), |order, record| order.then(record.hash()));
    assert_eq!((state.seq, state.order), (3, order.0.to_string()));
    assert_eq!((state.device_seq, hash_from_text(&state.device_head)), (3, Ok(records[2].hash())));
}

fn a_batch_is_taken_whole_or_not_at_all(bench: &Bench) {
    let mut office = founded(bench);
    let good = office.admin_record(Change::to(document()));
    let bad = office.admin_record(Change { epoch: Some(7), ..Change::to(document()) });
    let session = office.session();
    assert_eq!(code(bench.offices.records_post(&session, office.space, &body([&good, &bad]), NOW)), Problem::EpochNotCurrent);
    assert_eq!(all(bench, &office), []);
    let _lost = office.admin_record(Change::to(document()));
    let late = office.admin_record(Change::to(document()));
    let refused = bench.offices.records_post(&session, office.space, &body([&good, &late]), NOW).unwrap_err();
    assert_eq!(refused.code, Problem::ChainBroken);
    assert!(refused.detail.unwrap().starts_with("1 of "), "it says where the chain stands");
    assert_eq!(all(bench, &office), []);
}

fn records_that_do_not_fit_are_refused(bench: &Bench) {
    let mut office = founded(bench);
    let session = office.session();
    let (other, _) = Office::found();
    let changes: [fn(&Office, &mut Change); 3] = [
        |other, change| change.office = Some(other.id),
        |_, change| change.register_head = Some(Hash([1; 32])),
        |_, change| change.signer = Some(praesto_crypto::DeviceSigner::make(&mut OsEntropy)),
    ];
    for spoil in changes {
        let mut change = Change::to(document());
        spoil(&other, &mut change);
        let chains = office.admin.chains.clone();
        let record = office.admin_record(change);
        assert_eq!(code(bench.offices.records_post(&session, office.space, &body([&record]), NOW)), Problem::RecordRefused);
        office.admin.chains = chains;
    }
    let mut stranger = Member::make();
    let record = office.record(&mut stranger, Change::to(document()));
    assert_eq!(code(bench.offices.records_post(&session, office.space, &body([&record]), NOW)), Problem::RecordRefused);
    assert_eq!(code(bench.offices.records_post(&session, office.space, &[0, 0, 0, 9, 1], NOW)), Problem::BadRequest);
    assert_eq!(code(bench.offices.records_post(&session, office.space, &[0, 0, 0, 1, 1], NOW)), Problem::RecordRefused);
    assert_eq!(code(bench.offices.records_post(&session, other.space, &[], NOW)), Problem::NotEntitled);
    let long = praesto_protocol::api::encode_records([vec![0; praesto_protocol::MAX_RECORD_BYTES + 1].as_slice()]);
    assert_eq!(code(bench.offices.records_post(&session, office.space, &long, NOW)), Problem::TooLarge);
    // After a rotation the old seal is refused, the same statement under a new seal is taken.
    let old = office.admin_record(Change::to(document()));
    let (epoch, upload) = office.new_epoch();
    bench.offices.register_append(Some(&session), &office.append(&[epoch], vec![upload]), NOW).unwrap();
    assert_eq!(code(bench.offices.records_post(&session, office.space, &body([&old]), NOW)), Problem::EpochNotCurrent);
    let content = praesto_protocol::Content { salt: [0; 32], payload: vec![] };
    let seal = praesto_protocol::Seal::make(old.hash(), office.keys.epoch, &content, &office.keys.record, &mut OsEntropy);
    let again = praesto_protocol::Record { statement: old.statement.clone(), seal };
    bench.offices.records_post(&session, office.space, &body([&again]), NOW).unwrap();
    bench.offices.records_post(&session, office.space, &body([&old]), NOW).unwrap();
    assert_eq!(all(bench, &office).len(), 1, "a statement is kept once, whatever its seal");
}

fn another_seal_is_taken_from_the_author_and_only_in_place_of_one_under_keys_that_are_no_good(bench: &Bench) {
    let mut office = founded(bench);
    let (mut member, request) = office.add_member();
    bench.offices.register_append(Some(&office.session()), &request, NOW).unwrap();
    let (admin, author) = (office.session(), office.session_of(&member));
    let record = office.record(&mut member, Change::to(document()));
    bench.offices.records_post(&author, office.space, &body([&record]), NOW).unwrap();
    let again = |office: &Office| {
        let content = Content::make(b"another seal".to_vec(), &mut OsEntropy);
        let seal = Seal::make(record.hash(), office.keys.epoch, &content, &office.keys.record, &mut OsEntropy);
        Record { statement: record.statement.clone(), seal }
    };
    let held = |office: &Office| all(bench, office)[0].record.clone();
    // The keys are good: what is here stays, also when the next ones are.
    bench.offices.records_post(&author, office.space, &body([&again(&office)]), NOW).unwrap();
    assert_eq!(held(&office), record.encode());
    let due = office.entry(Body::EpochDue { space: office.space, epoch: office.keys.epoch });
    bench.offices.register_append(Some(&admin), &office.append(&[due], vec![]), NOW).unwrap();
    bench.offices.records_post(&author, office.space, &body([&again(&office)]), NOW).unwrap();
    assert_eq!(held(&office), record.encode(), "not under keys that are no good themselves");
    let (epoch, upload) = office.new_epoch();
    bench.offices.register_append(Some(&admin), &office.append(&[epoch], vec![upload]), NOW).unwrap();
    bench.offices.records_post(&admin, office.space, &body([&again(&office)]), NOW).unwrap();
    assert_eq!(held(&office), record.encode(), "not from a colleague");
    let sealed = again(&office);
    let before = bench.offices.space_state(&author, office.space, None).unwrap();
    bench.offices.records_post(&author, office.space, &body([&sealed]), NOW).unwrap();
    assert_eq!(held(&office), sealed.encode());
    assert_eq!(bench.offices.space_state(&author, office.space, None).unwrap(), before, "place and order stay");
    bench.offices.records_post(&author, office.space, &body([&again(&office)]), NOW).unwrap();
    assert_eq!(held(&office), sealed.encode(), "and once");
}

fn a_revoked_device_is_told_so_and_can_hand_over_its_work_once(bench: &Bench) {
    let mut office = founded(bench);
    let (mut member, request) = office.add_member();
    bench.offices.register_append(Some(&office.session()), &request, NOW).unwrap();
    let session = office.session_of(&member);
    let first = office.record(&mut member, Change::to(document()));
    let second = office.record(&mut member, Change::to(document()));
    bench.offices.records_post(&session, office.space, &body([&first]), NOW).unwrap();
    let last = vec![LastAccepted { space: office.space, device_seq: 1, statement: first.hash() }];
    let entry = office.revoke(member.device, last);
    bench.offices.register_append(Some(&office.session()), &office.append(&[entry], vec![]), NOW).unwrap();
    assert_eq!(code(bench.offices.records_post(&session, office.space, &body([&second]), NOW)), Problem::DeviceRevoked);
    assert_eq!(code(bench.offices.register_get(&session, 0)), Problem::DeviceRevoked);
    let offered = bench.offices.records_post(&office.session(), office.space, &body([&second]), NOW);
    assert_eq!(code(offered), Problem::RecordRefused, "nor does anybody else get it in");
    let session = Session { scope: Scope::Holding, ..session };
    assert_eq!(bench.offices.register_get(&session, 0).unwrap().length, 6, "it may see why");
    assert_eq!(code(bench.offices.records_get(&session, office.space, &Selection::default(), 1)), Problem::DeviceRevoked);
    bench.offices.holding_post(&session, office.space, b"sealed", NOW).unwrap();
    bench.offices.holding_post(&session, office.space, b"sealed", NOW).unwrap();
    assert_eq!(code(bench.offices.holding_post(&session, office.space, b"other", NOW)), Problem::QuotaReached);
    let held = bench.offices.holding_get(&office.session(), office.space, None).unwrap().outboxes;
    assert_eq!(held.iter().map(|held| (held.device, held.sealed.0.as_slice())).collect::<Vec<_>>(), [(member.device, &b"sealed"[..])]);
    bench.offices.holding_delete(&office.session(), office.space, member.device).unwrap();
    assert_eq!(bench.offices.holding_get(&office.session(), office.space, None).unwrap().outboxes, []);
}

/// Members make as many epochs as they like, and every one is kept.
fn keys_come_in_pages(bench: &Bench) {
    let mut office = founded(bench);
    let (entries, uploads): (Vec<_>, Vec<_>) = (0..600).map(|_| office.new_epoch()).unzip();
    bench.offices.register_append(Some(&office.session()), &office.append(&entries, uploads), NOW).unwrap();
    let page = |from| bench.offices.envelopes_get(&office.session(), office.space, from).unwrap().epochs;
    let numbers = |from| page(from).iter().map(|epoch| epoch.epoch).collect::<Vec<u32>>();
    assert_eq!(numbers(1), (1..=512).collect::<Vec<u32>>());
    assert_eq!(numbers(513), (513..=601).collect::<Vec<u32>>());
    assert_eq!(numbers(602), Vec::<u32>::new());
}

/// Every device's work may be as long as a page.
fn held_work_comes_one_device_at_a_time(bench: &Bench) {
    let mut office = founded(bench);
    let mut devices = Vec::new();
    for work in [&b"one"[..], b"two", b"three"] {
        let (member, request) = office.add_member();
        bench.offices.register_append(Some(&office.session()), &request, NOW).unwrap();
        bench.offices.holding_post(&office.session_of(&member), office.space, work, NOW).unwrap();
        devices.push((member.device, work.to_vec()));
    }
    devices.sort();
    let (mut after, mut found) = (None, Vec::new());
    loop {
        let page = bench.offices.holding_get(&office.session(), office.space, after).unwrap().outboxes;
        assert!(page.len() <= 1);
        let Some(held) = page.into_iter().next() else { break };
        after = Some(held.device);
        found.push((held.device, held.sealed.0));
    }
    assert_eq!(found, devices);
}

/// Whoever revokes a computer of their own cannot make void what colleagues may have built on; an administrator can.
fn only_an_administrator_takes_back_what_is_here(bench: &Bench) {
    let mut office = founded(bench);
    let (mut member, request) = office.add_member();
    bench.offices.register_append(Some(&office.session()), &request, NOW).unwrap();
    let session = office.session_of(&member);
    let records = [office.record(&mut member, Change::to(document())), office.record(&mut member, Change::to(document()))];
    bench.offices.records_post(&session, office.space, &body(&records), NOW).unwrap();
    let line = |device_seq: u64, statement: Hash| vec![LastAccepted { space: office.space, device_seq, statement }];
    let revoke = |last: Vec<LastAccepted>| {
        let entry = entry_of(&office, &member, Body::RevokeDevice { device: member.device, last });
        bench.offices.register_append(Some(&session), &office.append(&[entry], vec![]), NOW)
    };
    for short in [vec![], line(0, Hash::default()), line(1, records[0].hash()), line(2, records[0].hash())] {
        assert_eq!(code(revoke(short.clone())), Problem::EntryRefused, "{short:?}");
    }
    let length = office.register.length();
    assert_eq!(revoke(line(2, records[1].hash())), Ok(length + 1), "up to the last one that is here");

    let (mut other, request) = {
        let mut office = founded(bench);
        let (member, request) = office.add_member();
        ((office, member), request)
    };
    let (office, member) = (&mut other.0, &mut other.1);
    bench.offices.register_append(Some(&office.session()), &request, NOW).unwrap();
    let record = office.record(member, Change::to(document()));
    bench.offices.records_post(&office.session_of(member), office.space, &body(&[record]), NOW).unwrap();
    let revoke = office.revoke(member.device, vec![]);
    assert!(bench.offices.register_append(Some(&office.session()), &office.append(&[revoke], vec![]), NOW).is_ok());
}

fn a_register_ends_where_it_ends_wherever_one_asks(bench: &Bench) {
    let office = founded(bench);
    for after in [2, u64::from(u32::MAX), i64::MAX as u64, i64::MAX as u64 + 1, u64::MAX] {
        let page = bench.offices.register_get(&office.session(), after).unwrap();
        assert_eq!((page.entries.len(), page.length), (0, 2), "{after}");
    }
}

fn a_tail_holds_everything_that_the_best_checkpoint_does_not(bench: &Bench) {
    let mut office = founded(bench);
    let session = office.session();
    let (left, right) = (document(), document());
    let mut records: Vec<_> = [left, right, left].map(|document| office.admin_record(Change::to(document))).into();
    let order = records[..2].iter().fold(OrderHash::empty(office.space), |order, record| order.then(record.hash()));
    let seen = SpaceSeen { seq: 2, order };
    records.push(office.admin_record(Change { covers: Some(2), seen: Some(seen), ..Change::to(left) }));
    records.push(office.admin_record(Change::to(left)));
    bench.offices.records_post(&session, office.space, &body(&records), NOW).unwrap();
    let heads = bench.offices.heads_get(&session, office.space, None).unwrap();
    assert_eq!(
        heads.documents.iter().map(|head| (head.checkpoint, head.covers, head.head)).collect::<Vec<_>>(),
        [(Some(4), 2, 5), (None, 0, 2)]
    );
    assert_eq!(heads.next, None);
    assert_eq!(bench.offices.heads_get(&session, office.space, Some(left)).unwrap().documents[0].document, right);
    let places = |selection: Selection| -> Vec<u64> {
        let page = bench.offices.records_get(&session, office.space, &selection, usize::MAX).unwrap();
        frames(&page).iter().map(|frame| frame.seq).collect()
    };
    assert_eq!(places(Selection { tail: true, ..Selection::default() }), [2, 3, 4, 5]);
    assert_eq!(places(Selection { tail: true, documents: vec![left], after: 3 }), [4, 5]);
    assert_eq!(places(Selection { documents: vec![left], ..Selection::default() }), [1, 3, 4, 5]);
    assert_eq!(places(Selection { documents: vec![left, right], after: 1, tail: false }), [2, 3, 4, 5]);
}

fn a_checkpoint_of_another_history_hides_nothing(bench: &Bench) {
    let mut office = founded(bench);
    let session = office.session();
    let document = document();
    let change = office.admin_record(Change::to(document));
    let elsewhere = SpaceSeen { seq: 1, order: OrderHash(Hash([9; 32])) };
    let beyond = SpaceSeen { seq: 90, order: OrderHash(Hash([9; 32])) };
    let one = office.admin_record(Change { covers: Some(1), seen: Some(elsewhere), ..Change::to(document) });
    let two = office.admin_record(Change { covers: Some(90), seen: Some(beyond), ..Change::to(document) });
    bench.offices.records_post(&session, office.space, &body([&change]), NOW).unwrap();
    bench.offices.records_post(&session, office.space, &body([&one, &two]), NOW).unwrap();
    let page = bench.offices.records_get(&session, office.space, &Selection { tail: true, ..Selection::default() }, usize::MAX).unwrap();
    assert_eq!(frames(&page).len(), 3, "whoever reads only tails still gets all of it");
}

fn pages_end_at_their_limit_and_never_between(bench: &Bench) {
    let mut office = founded(bench);
    let session = office.session();
    let records: Vec<_> = (0..20).map(|_| office.admin_record(Change::to(document()))).collect();
    bench.offices.records_post(&session, office.space, &body(&records), NOW).unwrap();
    let one = records[0].encode().len() + 20;
    let (mut after, mut seen) = (0, Vec::new());
    loop {
        let page =
            frames(&bench.offices.records_get(&session, office.space, &Selection { after, ..Selection::default() }, 3 * one).unwrap());
        let Some(last) = page.last() else { break };
        assert!(page.len() <= 4 && !page.is_empty());
        after = last.seq;
        seen.extend(page.iter().map(|frame| frame.seq));
    }
    assert_eq!(seen, (1..=20).collect::<Vec<_>>());
    let page = frames(&bench.offices.records_get(&session, office.space, &Selection::default(), 1).unwrap());
    assert_eq!(page.len(), 1, "a limit below one record still gives one, or nobody would get on");
}

fn newcomers_wait_for_an_administrator(bench: &Bench) {
    let mut office = founded(bench);
    let session = office.session();
    let (invited, entry) = office.invite(NOW + 1_000);
    bench.offices.register_append(Some(&session), &office.append(&[entry], vec![]), NOW).unwrap();
    let newcomer = Member::make();
    let request = invited.request(office.id, &newcomer);
    bench.offices.join_post(&request, NOW).unwrap();
    bench.offices.join_post(&request, NOW).unwrap();
    assert_eq!(bench.offices.joins_get(&session, NOW).unwrap().joins, std::slice::from_ref(&request));
    assert_eq!(code(bench.offices.join_post(&request, NOW + 1_001)), Problem::InvitationInvalid, "expired");
    for _ in 1..Limits::default().joins_per_invitation {
        bench.offices.join_post(&invited.request(office.id, &Member::make()), NOW).unwrap();
    }
    assert_eq!(code(bench.offices.join_post(&invited.request(office.id, &Member::make()), NOW)), Problem::QuotaReached);
    let redeem = office.redeem(&invited, &newcomer);
    let (epoch, upload) = office.new_epoch();
    bench.offices.register_append(Some(&session), &office.append(&[redeem, epoch], vec![upload]), NOW).unwrap();
    assert_eq!(bench.offices.joins_get(&session, NOW).unwrap().joins, [], "nobody waits on a used invitation");
    assert_eq!(code(bench.offices.joins_get(&office.session_of(&newcomer), NOW)), Problem::NotEntitled, "only administrators let in");
    assert_eq!(code(bench.offices.join_post(&request, NOW)), Problem::InvitationInvalid, "used");
    let mut bad = request;
    bad.signing.0.pop();
    assert_eq!(code(bench.offices.join_post(&bad, NOW)), Problem::BadRequest);
}

fn an_attachment_is_taken_in_pieces_and_only_where_it_is_named(bench: &Bench) {
    let mut office = founded(bench);
    let (session, space) = (office.session(), office.space);
    let bytes: Vec<u8> = (0..100_000_u32).map(|byte| byte as u8).collect();
    let hash = Hash::of(&bytes);
    let whole = |bytes: &[u8]| std::iter::once(Ok(bytes.to_vec()));
    assert_eq!(code(bench.offices.attachment_put(&session, space, hash, whole(&bytes), NOW)), Problem::AttachmentNotNamed);
    let record = office.admin_record(Change { attachments: vec![hash], ..Change::to(document()) });
    bench.offices.records_post(&session, space, &body([&record]), NOW).unwrap();
    assert_eq!(bench.offices.attachment_presence(&session, space, hash), Ok(Presence::Absent));
    assert_eq!(code(bench.offices.attachment_put(&session, space, hash, whole(b"other"), NOW)), Problem::HashMismatch);
    let patch = |offset: usize, until: usize| {
        bench.offices.attachment_patch(&session, space, hash, offset as u64, bytes.len() as u64, whole(&bytes[offset..until]), NOW)
    };
    assert_eq!(patch(0, 1_000), Ok(Presence::Partial(1_000)));
    assert_eq!(patch(2_000, 3_000).unwrap_err().upload_offset, Some(1_000), "it says where to go on");
    for rest in [&b""[..], &bytes[1_000..1_001], &bytes[1_000..]] {
        let short = bench.offices.attachment_patch(&session, space, hash, 1_000, 10, whole(rest), NOW);
        assert_eq!(code(short), Problem::BadRequest, "it ends before what is here does");
    }
    assert_eq!(bench.offices.attachment_presence(&session, space, hash), Ok(Presence::Partial(1_000)), "which stays");
    assert_eq!(code(bench.offices.attachment_read(&session, space, hash, 0)), Problem::NotFound, "half a file is not a file");
    assert_eq!(patch(1_000, bytes.len()), Ok(Presence::Whole(bytes.len() as u64)));
    assert_eq!(bench.offices.attachment_presence(&session, space, hash), Ok(Presence::Whole(bytes.len() as u64)));
    let (mut file, length) = bench.offices.attachment_read(&session, space, hash, 99_990).unwrap();
    let mut rest = Vec::new();
    std::io::Read::read_to_end(&mut file, &mut rest).unwrap();
    assert_eq!((length, rest.as_slice()), (100_000, &bytes[99_990..]));
}

fn the_order_of_a_space_is_told_at_any_place(bench: &Bench) {
    let mut office = founded(bench);
    let session = office.session();
    let records: Vec<_> = (0..3).map(|_| office.admin_record(Change::to(document()))).collect();
    bench.offices.records_post(&session, office.space, &body(&records), NOW).unwrap();
    let at = |place| bench.offices.space_state(&session, office.space, Some(place)).unwrap().order_at;
    let mut order = OrderHash::empty(office.space);
    assert_eq!(at(0), Some(order.0.to_string()));
    for (place, record) in (1..).zip(&records) {
        order = order.then(record.hash());
        assert_eq!(at(place), Some(order.0.to_string()));
    }
    assert_eq!(at(4), None);
    assert_eq!(at(u64::MAX), None);
}

#[test]
fn a_closed_server_takes_no_new_office() {
    let bench = sqlite(Settings { founding: Founding::Closed, ..Settings::default() });
    assert_eq!(code(bench.offices.register_append(None, &Office::found().1, NOW)), Problem::FoundingRefused);
}

#[test]
fn a_server_of_one_office_takes_the_first_and_no_other() {
    let settings = Settings { founding: Founding::One, ..Settings::default() };
    takes_one_office(&sqlite(settings));
    crate::postgres::with(settings, takes_one_office);
}

fn takes_one_office(bench: &Bench) {
    let (mut office, request) = Office::found();
    assert_eq!(bench.offices.register_append(None, &request, NOW), Ok(2));
    assert_eq!(code(bench.offices.register_append(None, &Office::found().1, NOW)), Problem::FoundingRefused);
    assert_eq!(bench.offices.register_append(None, &request, NOW), Ok(2), "a founding whose answer was lost is no error");
    let (_, request) = office.add_member();
    assert_eq!(bench.offices.register_append(Some(&office.session()), &request, NOW), Ok(5), "the one office goes on");
}

#[test]
fn an_office_cannot_fill_the_disk() {
    let bench = sqlite(Settings { limits: Limits { office_bytes: 2_000, ..Limits::default() }, ..Settings::default() });
    let mut office = founded(&bench);
    let session = office.session();
    let mut taken = 0;
    let refused = loop {
        let record = office.admin_record(Change::to(document()));
        match bench.offices.records_post(&session, office.space, &body([&record]), NOW) {
            Ok(_) => taken += 1,
            Err(refused) => break refused,
        }
        assert!(taken < 10);
    };
    assert_eq!(refused.code, Problem::QuotaReached);
    assert!(taken > 0);
}
