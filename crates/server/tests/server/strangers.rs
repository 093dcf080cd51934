//! Somebody who has not logged in: what they send is not kept, neither in memory nor under a name, and counts for their address.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use praesto_protocol::api::{ChallengeRequest, Problem, RegisterAppend};
use serde::Serialize;
use serde_json::{Value, json};

use crate::http::{Caller, Program, founded, refused};
use crate::office::{Member, NOW, Office, document};

/// Sends a head as it stands; the answer as far as it came.
fn send(program: &Program, head: &str) -> String {
    let mut stream = TcpStream::connect(&program.base["http://".len()..]).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
    // A server that has seen enough may close before all was written or read.
    let _ = stream.write_all(head.as_bytes());
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer);
    String::from_utf8_lossy(&answer).into_owned()
}

fn ask(program: &Program, method: &str, path: &str) -> String {
    send(program, &format!("{method} {path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n"))
}

/// The same request, made long by something that nobody asked for.
fn long(request: &impl Serialize, bytes: usize) -> Value {
    let mut value = serde_json::to_value(request).unwrap();
    value["further"] = json!("a".repeat(bytes));
    value
}

#[test]
fn made_up_methods_are_counted_under_one_name() {
    let folder = tempfile::tempdir().unwrap();
    let program = Program::start(folder.path(), &[]);
    for made_up in ["GARBAGE1", "GARBAGE2", "get"] {
        for path in ["/healthz", "/v1/events", "/nothing"] {
            assert!(ask(&program, made_up, path).starts_with("HTTP/1.1 404"), "{made_up} {path}");
        }
    }
    let counts = ask(&program, "GET", "/metrics");
    assert!(!counts.contains("GARBAGE") && !counts.contains("\"get\""), "{counts}");
    assert!(counts.contains("praesto_requests_total{method=\"other\",route=\"/healthz\",status=\"404\"} 3"), "{counts}");
}

#[test]
fn what_is_not_there_counts_for_an_address_too() {
    let folder = tempfile::tempdir().unwrap();
    for (method, path) in [("GET", "/nothing"), ("GARBAGE", "/healthz"), ("GET", "/openapi.json"), ("GET", "/metrics")] {
        let program = Program::start(folder.path(), &["--requests-per-second", "1"]);
        assert!((0..20).any(|_| ask(&program, method, path).starts_with("HTTP/1.1 429")), "{method} {path}");
    }
}

#[test]
fn a_token_that_does_not_hold_counts_for_the_address() {
    let folder = tempfile::tempdir().unwrap();
    for token in ["Bearer AAAA", "Bearer %", "Basic AAAA"] {
        let program = Program::start(folder.path(), &["--requests-per-second", "1"]);
        let head = format!("GET /v1/register HTTP/1.1\r\nhost: localhost\r\nauthorization: {token}\r\nconnection: close\r\n\r\n");
        assert!((0..20).any(|_| send(&program, &head).starts_with("HTTP/1.1 429")), "{token}");
    }
}

#[test]
fn a_head_is_as_long_as_it_has_to_be_and_no_longer() {
    let folder = tempfile::tempdir().unwrap();
    let program = Program::start(folder.path(), &[]);
    let with =
        |bytes: usize| format!("GET /healthz HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\nx-long: {}\r\n\r\n", "a".repeat(bytes));
    assert!(send(&program, &with(40_000)).starts_with("HTTP/1.1 200"));
    let answer = send(&program, &with(300_000));
    assert!(answer.is_empty() || answer.starts_with("HTTP/1.1 431"), "{answer}");
    let anybody = Caller::to(&program.base);
    let office = founded(&anybody);
    let device = anybody.log_in(&office, &office.admin);
    let documents: Vec<String> = (0..1_000).map(|_| document().to_string()).collect();
    let records = device.get(&format!("spaces/{}/records?documents={}", office.space, documents.join(",")));
    assert_eq!(records.status(), 200, "the longest head of a client");
}

#[test]
fn a_login_and_a_newcomer_bring_little() {
    let folder = tempfile::tempdir().unwrap();
    let program = Program::start(folder.path(), &[]);
    let anybody = Caller::to(&program.base);
    let mut office = founded(&anybody);
    let challenge = ChallengeRequest { office: office.id, device: office.admin.device };
    let newcomer = office.invite(NOW * 2).0.request(office.id, &Member::make());
    assert_eq!(anybody.post("login/challenge", &long(&challenge, 10_000)).status(), 200);
    refused(anybody.post("login/challenge", &long(&challenge, 20_000)), Problem::TooLarge);
    refused(anybody.post("login", &long(&challenge, 20_000)), Problem::TooLarge);
    refused(anybody.post("joins", &long(&newcomer, 20_000)), Problem::TooLarge);
}

#[test]
fn only_where_an_office_can_be_founded_a_stranger_brings_a_long_register() {
    const LONG: usize = 3_000_000;
    let folder = tempfile::tempdir().unwrap();
    let program = Program::start(folder.path(), &["--found", "one"]);
    let anybody = Caller::to(&program.base);
    let (office, request): (Office, RegisterAppend) = Office::found();
    assert_eq!(anybody.post("register", &long(&request, LONG)).status(), 200, "there is no office yet");
    assert_eq!(anybody.post("register", &request).status(), 200, "a founding whose answer was lost is no error");
    refused(anybody.post("register", &long(&request, LONG)), Problem::FoundingRefused);
    refused(anybody.post("register", &long(&Office::found().1, 1)), Problem::FoundingRefused);
    let device = anybody.log_in(&office, &office.admin);
    assert_eq!(device.post("register", &long(&request, LONG)).status(), 200, "who has logged in is counted otherwise");
    drop(program);
    let closed = Program::start(folder.path(), &["--found", "closed"]);
    refused(Caller::to(&closed.base).post("register", &long(&request, LONG)), Problem::FoundingRefused);
}
