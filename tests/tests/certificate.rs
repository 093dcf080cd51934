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
