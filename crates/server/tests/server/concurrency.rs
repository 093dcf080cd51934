//! Many write one space at once: no gap in the order, and no reader ever passes a record by.

use std::sync::atomic::{AtomicBool, Ordering};

use praesto_protocol::Receipt;
use praesto_protocol::api::Frame;
use praesto_server::store::Selection;
use praesto_server::{Limits, Settings};

use crate::conformance::{Bench, sqlite};
use crate::office::{Change, Member, NOW, Office, body, document};

const WRITERS: usize = 16;
const EACH: usize = 20;

fn sixteen_writers_leave_no_gap(bench: &Bench) {
    let (mut office, request) = Office::found();
    bench.offices.register_append(None, &request, NOW).unwrap();
    let mut members: Vec<Member> = Vec::new();
    for _ in 0..WRITERS {
        let (member, request) = office.add_member();
        bench.offices.register_append(Some(&office.session()), &request, NOW).unwrap();
        members.push(member);
    }
    let done = AtomicBool::new(false);
    let (office, done) = (&office, &done);
    std::thread::scope(|scope| {
        // A reader that always goes on from the last place it saw, as clients do.
        let reader = scope.spawn(move || {
            let mut seen: Vec<u64> = Vec::new();
            loop {
                let last_look = done.load(Ordering::SeqCst);
                let selection = Selection { after: seen.last().copied().unwrap_or(0), ..Selection::default() };
                let page = bench.offices.records_get(&office.session(), office.space, &selection, 20_000).unwrap();
                let frames = Frame::read_all(&page).0;
                if frames.is_empty() && last_look {
                    return seen;
                }
                seen.extend(frames.iter().map(|frame| frame.seq));
            }
        });
        let writers: Vec<_> = members
            .into_iter()
            .map(|mut member| {
                scope.spawn(move || {
                    let session = office.session_of(&member);
                    let mut places = Vec::new();
                    for _ in 0..EACH {
                        let record = office.record(&mut member, Change::to(document()));
                        let receipt = bench.offices.records_post(&session, office.space, &body([&record]), NOW).unwrap();
                        places.push(Receipt::decode(&receipt).unwrap().records[0].1);
                    }
                    places
                })
            })
            .collect();
        let mut places: Vec<u64> = writers.into_iter().flat_map(|writer| writer.join().unwrap()).collect();
        done.store(true, Ordering::SeqCst);
        let every: Vec<u64> = (1..=(WRITERS * EACH) as u64).collect();
        places.sort_unstable();
        assert_eq!(places, every, "each record has its own place, and none is left out");
        assert_eq!(reader.join().unwrap(), every, "a place became visible only after all places before it");
    });
}

fn settings() -> Settings {
    Settings { limits: Limits::default(), ..Settings::default() }
}

#[test]
fn sixteen_writers_leave_no_gap_in_sqlite() {
    sixteen_writers_leave_no_gap(&sqlite(settings()));
}

#[test]
fn sixteen_writers_leave_no_gap_in_postgres() {
    crate::postgres::with(settings(), sixteen_writers_leave_no_gap);
}

/// A revocation and the last records of the revoked race: whatever is acknowledged came before, whatever came after is refused.
fn a_revocation_lets_nothing_slip_behind_it(bench: &Bench) {
    let (mut office, request) = Office::found();
    bench.offices.register_append(None, &request, NOW).unwrap();
    let (mut member, request) = office.add_member();
    bench.offices.register_append(Some(&office.session()), &request, NOW).unwrap();
    let session = office.session_of(&member);
    let records: Vec<_> = (0..200).map(|_| office.record(&mut member, Change::to(document()))).collect();
    let revocation = office.draft(praesto_protocol::register::Body::RevokeDevice { device: member.device, last: vec![] });
    let request = office.append(&[revocation], vec![]);
    std::thread::scope(|scope| {
        let (space, records) = (office.space, &records);
        let writer = scope.spawn(move || {
            records.iter().take_while(|record| bench.offices.records_post(&session, space, &body([*record]), NOW).is_ok()).count() as u64
        });
        std::thread::sleep(std::time::Duration::from_millis(30));
        bench.offices.register_append(Some(&office.session()), &request, NOW).unwrap();
        let held_then = bench.offices.space_state(&office.session(), space, None).unwrap().seq;
        let acknowledged = writer.join().unwrap();
        let held = bench.offices.space_state(&office.session(), space, None).unwrap().seq;
        assert_eq!((held, acknowledged), (held_then, held_then), "nothing comes in once the revocation stands");
    });
}

#[test]
fn a_revocation_lets_nothing_slip_behind_it_in_sqlite() {
    a_revocation_lets_nothing_slip_behind_it(&sqlite(settings()));
}

#[test]
fn a_revocation_lets_nothing_slip_behind_it_in_postgres() {
    crate::postgres::with(settings(), a_revocation_lets_nothing_slip_behind_it);
}
