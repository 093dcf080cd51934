//! `kill -9` of the program at random moments under load: what was acknowledged is there, in an unbroken order, and the store opens clean.

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::time::Duration;

use praesto_crypto::{Entropy, Hash, OsEntropy};
use praesto_protocol::api::{Frame, encode_records};
use praesto_protocol::{OrderHash, Receipt, Record};

use crate::http::{Caller, Program, founded};
use crate::office::{Change, Member, Office, document};

const WRITERS: usize = 4;

fn kills() -> usize {
    if std::env::var_os("PRAESTO_TEST_FULL").is_some_and(|value| value == "1") { 200 } else { 20 }
}

/// Writes until the server is gone. What was sent and not acknowledged is sent again after the next start, as clients do.
fn write(caller: &Caller, office: &Office, member: &mut Member, unsent: &mut Vec<Record>, acknowledged: &Mutex<BTreeMap<u64, Hash>>) {
    let path = format!("spaces/{}/records", office.space);
    loop {
        while unsent.len() < 3 {
            unsent.push(office.record(member, Change::to(document())));
        }
        let encoded: Vec<Vec<u8>> = unsent.iter().map(Record::encode).collect();
        let Ok(answer) = caller.try_post_bytes(&path, encode_records(encoded.iter().map(Vec::as_slice))) else { return };
        assert_eq!(answer.status(), 200, "what a restarted server refuses is lost work");
        let Ok(bytes) = answer.bytes() else { return };
        let receipt = Receipt::decode(&bytes).unwrap();
        let mut acknowledged = acknowledged.lock().unwrap();
        for (hash, seq) in receipt.records {
            assert_eq!(*acknowledged.entry(seq).or_insert(hash), hash, "a place never changes what it holds");
        }
        unsent.clear();
    }
}

#[test]
fn nothing_acknowledged_is_lost_when_the_server_is_killed() {
    let folder = tempfile::tempdir().unwrap();
    let mut program = Program::start(folder.path(), &[]);
    let anybody = Caller::to(&program.base);
    let mut office = founded(&anybody);
    let mut members = Vec::new();
    for _ in 0..WRITERS {
        let (member, request) = office.add_member();
        assert_eq!(anybody.log_in(&office, &office.admin).post("register", &request).status(), 200);
        members.push((member, Vec::new()));
    }
    let acknowledged = Mutex::new(BTreeMap::new());
    for _ in 0..kills() {
        let anybody = Caller::to(&program.base);
        std::thread::scope(|scope| {
            for (member, unsent) in &mut members {
                let caller = anybody.log_in(&office, member);
                let (office, acknowledged) = (&office, &acknowledged);
                scope.spawn(move || write(&caller, office, member, unsent, acknowledged));
            }
            let mut random = [0];
            OsEntropy.fill(&mut random);
            std::thread::sleep(Duration::from_millis(u64::from(random[0])));
            program.kill();
        });
        program = Program::start(folder.path(), &[]);
    }
    let caller = Caller::to(&program.base).log_in(&office, &office.admin);
    let mut held = BTreeMap::new();
    let mut order = OrderHash::empty(office.space);
    let mut chains = BTreeMap::new();
    loop {
        let after = held.last_key_value().map_or(0, |(seq, _)| *seq);
        let page = caller.get(&format!("spaces/{}/records?after={after}", office.space)).bytes().unwrap();
        let frames = Frame::read_all(&page).0;
        if frames.is_empty() {
            break;
        }
        for frame in frames {
            let record = Record::decode(&frame.record).unwrap();
            let statement = record.statement.statement();
            let (last, head) = chains.insert(statement.device, (statement.device_seq, record.hash())).unwrap_or_default();
            assert_eq!((statement.device_seq, statement.prev), (last + 1, head), "each device's chain is unbroken");
            assert_eq!(frame.seq, held.len() as u64 + 1, "the order has no gap");
            order = order.then(record.hash());
            held.insert(frame.seq, record.hash());
        }
    }
    let acknowledged = acknowledged.into_inner().unwrap();
    assert!(acknowledged.len() > kills(), "there was load: {} records", acknowledged.len());
    assert!(acknowledged.iter().all(|(seq, hash)| held.get(seq) == Some(hash)), "every acknowledged record is there, at its place");
    let state: praesto_protocol::api::SpaceState = caller.get(&format!("spaces/{}", office.space)).json().unwrap();
    assert_eq!((state.seq, state.order), (held.len() as u64, order.0.to_string()));
    drop(program);
    let store = rusqlite::Connection::open(folder.path().join("store.sqlite")).unwrap();
    let check: String = store.query_row("PRAGMA integrity_check", (), |row| row.get(0)).unwrap();
    assert_eq!(check, "ok");
}
