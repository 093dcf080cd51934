//! A server whose certificate is not the one that its address names: nothing is sent to it, and it is said as what it is.

use std::net::TcpListener;
use std::sync::Arc;

use praesto_app::{Caller, HttpRemote, Remote, RemoteError, ServerAddress};
use praesto_crypto::Hash;
use praesto_protocol::api::{Bytes, Challenge, LoginRequest};
use praesto_protocol::{DeviceId, OfficeId};
use praesto_server::attachments::AttachmentFolder;
use praesto_server::store::SqliteStore;
use praesto_server::{Certificate, Limits, Offices, Settings, http};
use praesto_tests::world::neutral;
use praesto_tests::{Programs, Said};
use serde_json::{Value, json};
use uuid::Uuid;

struct Anybody;

impl Caller for Anybody {
    fn device(&self) -> (OfficeId, DeviceId) {
        (OfficeId::from_bytes([1; 16]), DeviceId::from_bytes([2; 16]))
    }

    fn answer(&self, challenge: Challenge) -> LoginRequest {
        let (office, device) = self.device();
        LoginRequest { office, device, challenge: challenge.challenge, signature: Bytes(Vec::new()) }
    }
}

#[test]
fn a_certificate_that_the_address_does_not_name_is_said_as_such() {
    let folder = tempfile::tempdir().expect("a folder for the server");
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("a runtime starts");
    let store = SqliteStore::open(&folder.path().join("store.sqlite")).expect("SQLite opens");
    let attachments = AttachmentFolder::open(&folder.path().join("attachments")).expect("a folder for attachments");
    let offices = Arc::new(Offices::open(Box::new(store), attachments, Settings::default()).expect("the server opens"));
    let certificate = Certificate::self_made(folder.path(), &["localhost".to_owned()]).expect("a certificate");
    let named = certificate.fingerprint();
    let tls = certificate.config().expect("it can be served with");
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
    let url = format!("https://localhost:{}", listener.local_addr().expect("it has an address").port());
    let serving = runtime.block_on(async { http::serve(offices, &Limits::default(), listener, Some(tls)) }).expect("the server listens");
    let ask = |certificate: Option<Hash>| {
        let remote = HttpRemote::new(&ServerAddress { url: url.clone(), certificate }, Box::new(Anybody)).expect("a way to it");
        remote.server().map(drop)
    };
    assert_eq!(ask(Some(named)), Ok(()));
    assert_eq!(ask(Some(Hash::of(b"another"))), Err(RemoteError::OtherCertificate));
    assert_eq!(ask(None), Err(RemoteError::OtherCertificate), "nobody vouches for one that a server made itself");
    runtime.block_on(serving.stop()).expect("the server stops in order");
    assert_eq!(ask(Some(named)), Err(RemoteError::Offline), "a server that is not there is another matter");
}

const PASSPHRASE: &str = "a passphrase for a server with a certificate of its own";

/// The code of a refusal.
fn code_of(said: &Said) -> Value {
    assert!(!said.succeeded, "praesto was to refuse: {}", said.out);
    let error: Value = said.err.lines().last().and_then(|line| serde_json::from_str(line).ok()).expect("errors are JSON");
    assert!(error["safe"].is_string() && error["next"].is_string(), "with what is safe and what to do: {error}");
    error["error"]["code"].clone()
}

#[test]
fn an_office_speaks_with_the_certificate_that_its_address_names_and_with_no_other() {
    let home = tempfile::tempdir().expect("a folder");
    let passphrase = home.path().join("passphrase");
    std::fs::write(&passphrase, PASSPHRASE).expect("a passphrase file");
    let programs = Programs::built();
    let at = |profile: &str, words: &[&str]| programs.praesto(&home.path().join(profile), &passphrase, words);
    let call = |profile: &str, command: &str, request: Value| at(profile, &["call", command, &request.to_string()]).json();
    let data = home.path().join("server");
    let server = programs.serve_with_tls(&data, &home.path().join("server.log"));
    let (port, address) = (server.port(), server.address());
    assert!(address.starts_with("https://") && address.contains('#'), "an address that names a certificate: {address}");

    // The address tells Ana which certificate it is, and the code tells the others.
    let made = at("ana", &["office", "create", "--name", "Lindara", "--person", "Ana", "--server", &address]).json();
    assert_eq!(made["state"], "open");
    let code = at("ana", &["invite", "--person", "Leon"]).last_line();
    let unused = at("ana", &["invite", "--person", "Vesna"]).last_line();
    assert_eq!(at("leon", &["join", &code]).json()["state"], "waiting");
    at("ana", &["sync"]).done();
    assert_eq!(at("leon", &["sync"]).json()["phase"], "up_to_date");

    let case = call("ana", "case_create", json!({ "title": "Sealed twice on the way" }))["id"].clone();
    let note = |profile: &str, number: u128, text: &str| {
        let note = json!({ "change": "add_note", "id": Uuid::from_u128(number), "text": text, "corrects": null });
        call(profile, "case_edit", json!({ "case": case, "changes": [note] }));
    };
    let shown = |profile: &str| {
        let mut shown = call(profile, "case_get", json!({ "case": case }));
        neutral(&mut shown);
        shown
    };
    let notes = |profile: &str| shown(profile)["notes"].as_array().map_or(0, Vec::len);
    let in_step = |profiles: &[&str]| {
        for profile in profiles.iter().chain(profiles) {
            at(profile, &["sync"]).done();
        }
        for profile in &profiles[1..] {
            assert_eq!(shown(profile), shown(profiles[0]), "{profile} and {} are in step", profiles[0]);
        }
    };
    at("ana", &["sync"]).done();
    at("leon", &["sync"]).done();
    note("leon", 1, "From Leon");
    in_step(&["leon", "ana"]);
    assert_eq!(notes("ana"), 1, "what Leon wrote is with Ana");

    // Another server takes its place. To those who do not ask which, it is a server like any other.
    drop(server);
    let log = home.path().join("impostor.log");
    let impostor = programs.serve_with_tls_at(port, &home.path().join("impostor"), &log);
    note("ana", 2, "Not for a stranger");
    let attempts: [(&str, &[&str]); 3] = [("vesna", &["join", &unused]), ("ana", &["sync"]), ("leon", &["sync"])];
    for (profile, words) in attempts {
        assert_eq!(code_of(&at(profile, words)), "other_certificate", "{profile} does not speak with it");
    }
    let was_asked = || std::fs::read_to_string(&log).expect("its log").contains("route=");
    assert!(!was_asked(), "nothing was sent to it");
    let named: Hash = impostor.certificate().expect("it has one").parse().expect("a hash");
    let address_of_it = ServerAddress { url: format!("https://127.0.0.1:{port}"), certificate: Some(named) };
    HttpRemote::new(&address_of_it, Box::new(Anybody)).expect("a way to it").server().expect("it answers who names its certificate");
    assert!(was_asked(), "what is sent to it stands in its log");

    // The true one is back, with the certificate that it had. Nothing was lost, and nobody has to be invited again.
    drop(impostor);
    let server = programs.serve_with_tls_at(port, &data, &home.path().join("server-again.log"));
    assert_eq!(server.address(), address);
    assert_eq!(code_of(&at("vesna", &["sync"])), "waiting_for_colleague", "now she has asked to be let in");
    at("ana", &["sync"]).done();
    in_step(&["vesna", "ana", "leon"]);
    assert_eq!(notes("vesna"), 2);
}
