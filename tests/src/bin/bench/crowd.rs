//! A server on real sockets with 500 devices that write at once, over SQLite and over PostgreSQL.

use std::collections::BTreeMap;
use std::net::TcpListener;
use std::path::Path;
use std::sync::{Arc, Once};
use std::time::{Duration, Instant};

use praesto_protocol::api::{Challenge, ChallengeRequest, Frame, Login, LoginRequest, MAX_PAGE_BYTES, encode_records};
use praesto_protocol::{DeviceId, Receipt, Record};
use praesto_server::attachments::AttachmentFolder;
use praesto_server::store::{PostgresStore, Selection, SqliteStore, Store};
use praesto_server::{Limits, Offices, Settings, http};
use reqwest::Client;
use serde::Serialize;
use serde::de::DeserializeOwned;
use tokio::runtime::{Builder, Runtime};
use tokio::time::sleep_until;

use crate::cluster::Cluster;
use crate::office::{Change, Member, NOW, Office, document};
use crate::report::{Report, Row};
use crate::times::{Times, ms};

const DEVICES: usize = 500;
/// Records of each device while it saves at its own pace, and while all send as fast as they are answered.
const PACED: usize = 10;
const RUSHED: usize = 10;
/// Between two saves of a device: nobody types faster for long.
const PACE: Duration = Duration::from_secs(1);
const BUDGET: Duration = Duration::from_millis(100);
/// Entries of one request to the register.
const ENTRIES: usize = 100;

pub(crate) fn measure(folder: &Path, report: &mut Report) {
    static PROVIDER: Once = Once::new();
    PROVIDER.call_once(|| drop(rustls::crypto::ring::default_provider().install_default()));
    let runtime = Builder::new_multi_thread().enable_all().build().expect("a runtime starts");
    let home = tempfile::tempdir_in(folder).expect("a folder for the servers");
    let sqlite = SqliteStore::open(&home.path().join("store.sqlite")).expect("SQLite opens");
    row("SQLite", Box::new(sqlite), &home.path().join("sqlite-attachments"), &runtime, report);
    let cluster = Cluster::start();
    let postgres = runtime.block_on(PostgresStore::open(&cluster.database())).expect("PostgreSQL opens");
    row("PostgreSQL", Box::new(postgres), &home.path().join("postgres-attachments"), &runtime, report);
}

fn row(what: &str, store: Box<dyn Store>, attachments: &Path, runtime: &Runtime, report: &mut Report) {
    report.say(&format!("a server on {what} with {DEVICES} devices"));
    let attachments = AttachmentFolder::open(attachments).expect("a folder for attachments");
    let offices = Arc::new(Offices::open(store, attachments, Settings::default()).expect("the server opens"));
    let (office, members) = crowd(&offices);
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
    let base = format!("http://{}/v1", listener.local_addr().expect("it has an address"));
    let serving = runtime.block_on(async { http::serve(offices.clone(), &Limits::default(), listener, None) }).expect("the server listens");
    let mut callers = runtime.block_on(log_in(&base, &office, members));
    let (paced, _) = runtime.block_on(post(&mut callers, PACED, Some(PACE)));
    let (rushed, took) = runtime.block_on(post(&mut callers, RUSHED, None));
    runtime.block_on(serving.stop()).expect("the server stops in order");
    check(&offices, &office);
    let p99 = paced.percentile(99);
    report.row(Row {
        what: format!("one server on {what}, {DEVICES} devices over HTTP"),
        budget: "p99 append ≤ 100 ms, no lost or reordered record",
        measured: format!("p50 {}, p99 {}", ms(paced.percentile(50)), ms(p99)),
        floor: "–".into(),
        ratio: None,
        of_budget: Some(p99.as_secs_f64() / BUDGET.as_secs_f64()),
        whole: true,
        note: format!(
            "each device saves once a second, {DEVICES} records/s in one space, each acknowledged durably; afterwards every record is there, in \
             one order without a gap and each device's in its own. All at once, each as fast as it is answered: {:.0} records/s, p50 {}, p99 {}. \
             Devices and server share the cores; without TLS",
            (DEVICES * RUSHED) as f64 / took.as_secs_f64(),
            ms(rushed.percentile(50)),
            ms(rushed.percentile(99)),
        ),
    });
}

/// An office whose every member has one device.
fn crowd(offices: &Offices) -> (Office, Vec<Member>) {
    let (mut office, request) = Office::found();
    offices.register_append(None, &request, NOW).expect("the office is founded");
    let mut entries = Vec::new();
    let members: Vec<Member> = (0..DEVICES)
        .map(|_| {
            let member = Member::make();
            let (invited, invite) = office.invite(NOW * 2);
            entries.extend([invite, office.redeem(&invited, &member)]);
            member
        })
        .collect();
    for entries in entries.chunks(ENTRIES) {
        offices.register_append(Some(&office.session()), &office.append(entries, Vec::new()), NOW).expect("the members are let in");
    }
    let (epoch, keys) = office.new_epoch();
    offices.register_append(Some(&office.session()), &office.append(&[epoch], vec![keys]), NOW).expect("all have the keys");
    (office, members)
}

/// A device that has logged in, and the records that it will send.
struct Caller {
    client: Client,
    url: String,
    token: String,
    records: std::vec::IntoIter<Record>,
}

async fn log_in(base: &str, office: &Office, members: Vec<Member>) -> Vec<Caller> {
    let mut callers = Vec::new();
    let client = Client::builder().no_proxy().build().expect("a client");
    for mut member in members {
        let request = ChallengeRequest { office: office.id, device: member.device };
        let challenge: Challenge = ask(&client, format!("{base}/login/challenge"), &request).await;
        let login = LoginRequest::sign(office.id, member.device, challenge, &member.signer);
        let login: Login = ask(&client, format!("{base}/login"), &login).await;
        let mut record = |_| office.record(&mut member, Change { payload: vec![7; 300], ..Change::to(document()) });
        let records: Vec<_> = (0..PACED + RUSHED).map(&mut record).collect();
        let url = format!("{base}/spaces/{}/records", office.space);
        callers.push(Caller { client: client.clone(), url, token: login.token, records: records.into_iter() });
    }
    callers
}

async fn ask<T: DeserializeOwned>(client: &Client, url: String, request: &impl Serialize) -> T {
    client.post(url).json(request).send().await.expect("the server answers").json().await.expect("as the interface says")
}

/// Every device posts so many records, one at a time: at this pace, each beginning at its own moment, or without a pause.
async fn post(callers: &mut Vec<Caller>, count: usize, pace: Option<Duration>) -> (Times, Duration) {
    let start = Instant::now();
    let all = callers.len() as u32;
    let running: Vec<_> = callers
        .drain(..)
        .zip(0..)
        .map(|(mut caller, n)| {
            tokio::spawn(async move {
                let mut times = Vec::new();
                for (k, record) in caller.records.by_ref().take(count).enumerate() {
                    if let Some(pace) = pace {
                        sleep_until((start + pace * n / all + pace * k as u32).into()).await;
                    }
                    let bytes = record.encode();
                    let request = caller.client.post(&caller.url).bearer_auth(&caller.token).body(encode_records([&bytes[..]]));
                    let asked = Instant::now();
                    let answer = request.send().await.expect("the server answers");
                    assert!(answer.status().is_success(), "{answer:?}");
                    let receipt = Receipt::decode(&answer.bytes().await.expect("a receipt")).expect("a receipt");
                    times.push(asked.elapsed());
                    assert_eq!(receipt.records[0].0, record.hash(), "the receipt is for this record");
                }
                (caller, times)
            })
        })
        .collect();
    let mut times = Vec::new();
    for running in running {
        let (caller, own) = running.await.expect("the device posts all its records");
        callers.push(caller);
        times.extend(own);
    }
    (Times::from(times), start.elapsed())
}

/// Nothing lost, nothing twice, no gap, and every chain in its own order.
fn check(offices: &Offices, office: &Office) {
    let mut ends: BTreeMap<DeviceId, u64> = BTreeMap::new();
    let mut held = 0;
    loop {
        let selection = Selection { after: held, ..Selection::default() };
        let page = offices.records_get(&office.session(), office.space, &selection, MAX_PAGE_BYTES).expect("the server gives what it has");
        let (frames, _) = Frame::read_all(&page);
        if frames.is_empty() {
            break;
        }
        for frame in frames {
            held += 1;
            assert_eq!(frame.seq, held, "no gap in the order");
            let record = Record::decode(&frame.record).expect("a record");
            let statement = record.statement.statement();
            let end = ends.entry(statement.device).or_default();
            *end += 1;
            assert_eq!(statement.device_seq, *end, "a device's records are in its own order");
        }
    }
    assert_eq!(ends.len(), DEVICES);
    assert!(ends.values().all(|end| *end == (PACED + RUSHED) as u64), "every record is there");
}
