//! The interface over real sockets, spoken by the program itself.

use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::Once;
use std::time::{Duration, Instant};

use praesto_crypto::Hash;
use praesto_protocol::api::{
    Challenge, ChallengeRequest, EnvelopePage, Frame, HeadsPage, JoinPage, Login, LoginRequest, Problem, ProblemDetails, RegisterPage,
    ServerEvent, SpaceState, encode_records,
};
use praesto_protocol::register::{Body, SpaceKind};
use praesto_protocol::{Receipt, SpaceId};
use reqwest::blocking::{Client, RequestBuilder, Response};
use serde::Serialize;
use serde_json::json;

use crate::office::{Change, Member, NOW, Office, body, document};

/// The program, killed when dropped.
pub(crate) struct Program {
    child: Child,
    out: BufReader<ChildStdout>,
    pub(crate) base: String,
    /// Fingerprint of its own certificate.
    pub(crate) certificate: Option<String>,
}

impl Program {
    pub(crate) fn start(data: &Path, further: &[&str]) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_praesto-server"));
        command.args(["serve", "--data"]).arg(data).args(further).env("PRAESTO_LOG", "warn");
        if !further.contains(&"--listen") {
            command.args(["--listen", "127.0.0.1:0"]);
        }
        #[expect(clippy::zombie_processes, reason = "ended and reaped when dropped; a start that fails ends the test")]
        let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
        let mut out = BufReader::new(child.stdout.take().unwrap());
        let mut certificate = None;
        loop {
            let mut line = String::new();
            assert!(out.read_line(&mut line).unwrap() > 0, "the program ended before it listened");
            if let Some(found) = line.strip_prefix("certificate sha256 ") {
                certificate = Some(found.trim().to_owned());
            }
            if let Some(found) = line.strip_prefix("listening on ") {
                return Self { base: found.trim().to_owned(), child, out, certificate };
            }
        }
    }

    /// `kill -9`.
    pub(crate) fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    fn terminate(mut self) -> std::process::ExitStatus {
        let sent = Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status().unwrap();
        assert!(sent.success());
        let status = self.child.wait().unwrap();
        let mut rest = String::new();
        self.out.read_to_string(&mut rest).unwrap();
        status
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A client without trust in anything: what it may do comes from the token.
#[derive(Clone)]
pub(crate) struct Caller {
    pub(crate) client: Client,
    base: String,
    pub(crate) token: Option<String>,
}

impl Caller {
    pub(crate) fn to(base: &str) -> Self {
        static PROVIDER: Once = Once::new();
        PROVIDER.call_once(|| drop(rustls::crypto::ring::default_provider().install_default()));
        let client = Client::builder().timeout(Duration::from_secs(30)).no_proxy().build().unwrap();
        Self { client, base: base.to_owned(), token: None }
    }

    pub(crate) fn log_in(&self, office: &Office, member: &Member) -> Self {
        let answer = self.try_log_in(office, member, "");
        assert_eq!(answer.status(), 200);
        Self { token: Some(answer.json::<Login>().unwrap().token), ..self.clone() }
    }

    fn try_log_in(&self, office: &Office, member: &Member, query: &str) -> Response {
        let request = ChallengeRequest { office: office.id, device: member.device };
        let challenge: Challenge = self.post("login/challenge", &request).json().unwrap();
        self.post(&format!("login{query}"), &LoginRequest::sign(office.id, member.device, challenge, &member.signer))
    }

    pub(crate) fn send(&self, request: RequestBuilder) -> reqwest::Result<Response> {
        match &self.token {
            Some(token) => request.bearer_auth(token),
            None => request,
        }
        .send()
    }

    pub(crate) fn get(&self, path: &str) -> Response {
        self.send(self.client.get(format!("{}/v1/{path}", self.base))).unwrap()
    }

    pub(crate) fn post(&self, path: &str, body: &impl Serialize) -> Response {
        self.send(self.client.post(format!("{}/v1/{path}", self.base)).json(body)).unwrap()
    }

    pub(crate) fn try_post_bytes(&self, path: &str, body: Vec<u8>) -> reqwest::Result<Response> {
        self.send(self.client.post(format!("{}/v1/{path}", self.base)).body(body))
    }

    fn post_bytes(&self, path: &str, body: Vec<u8>) -> Response {
        self.try_post_bytes(path, body).unwrap()
    }
}

#[track_caller]
pub(crate) fn refused(answer: Response, code: Problem) {
    let status = answer.status().as_u16();
    assert_eq!(answer.headers()["content-type"], "application/problem+json");
    let details: ProblemDetails = answer.json().unwrap();
    assert_eq!((details.code, details.status), (code, status), "{details:?}");
    assert!(status >= 400);
}

pub(crate) fn founded(caller: &Caller) -> Office {
    let (office, request) = Office::found();
    assert_eq!(caller.post("register", &request).json::<RegisterPage>().unwrap().length, 2);
    office
}

#[test]
fn an_office_works_over_http() {
    let folder = tempfile::tempdir().unwrap();
    let program = Program::start(folder.path(), &[]);
    let anybody = Caller::to(&program.base);
    let mut office = founded(&anybody);
    let admin = anybody.log_in(&office, &office.admin);
    let newcomer = Member::make();
    let (invited, invite) = office.invite(NOW * 2);
    assert_eq!(admin.post("register", &office.append(&[invite], vec![])).status(), 200);
    assert_eq!(anybody.post("joins", &invited.request(office.id, &newcomer)).status(), 202);
    assert_eq!(admin.get("joins").json::<JoinPage>().unwrap().joins.len(), 1);
    let redeem = office.redeem(&invited, &newcomer);
    let (epoch, upload) = office.new_epoch();
    assert_eq!(admin.post("register", &office.append(&[redeem, epoch], vec![upload])).status(), 200);
    let member = anybody.log_in(&office, &newcomer);
    assert_eq!(member.get("register?after=0").json::<RegisterPage>().unwrap().entries.len(), 5);
    let space = format!("spaces/{}", office.space);
    assert_eq!(member.get(&format!("{space}/envelopes?from=2")).json::<EnvelopePage>().unwrap().epochs.len(), 1);
    let record = office.admin_record(Change::to(document()));
    let receipt = admin.post_bytes(&format!("{space}/records"), body([&record])).bytes().unwrap();
    assert_eq!(Receipt::decode(&receipt).unwrap().records, [(record.hash(), 1)]);
    let page = member.get(&format!("{space}/records?after=0&tail=1&limit=100000")).bytes().unwrap();
    assert_eq!(Frame::read_all(&page).0[0].record, record.encode());
    assert_eq!(member.get(&format!("{space}/records?after=1")).bytes().unwrap().len(), 0);
    let of = record.statement.statement().document;
    assert!(!member.get(&format!("{space}/documents/{of}/records?all=1")).bytes().unwrap().is_empty());
    assert_eq!(member.get(&format!("{space}/heads")).json::<HeadsPage>().unwrap().documents.len(), 1);
    let state: SpaceState = member.get(&format!("{space}?at=0")).json().unwrap();
    assert!((state.seq, state.device_seq) == (1, 0) && state.order_at.is_some());
    for path in ["healthz", "readyz", "metrics", "openapi.json"] {
        assert_eq!(anybody.client.get(format!("{}/{path}", program.base)).send().unwrap().status(), 200, "{path}");
    }
    assert!(program.terminate().success(), "it stops in order");
}

#[test]
fn every_refusal_has_its_code() {
    let folder = tempfile::tempdir().unwrap();
    let program = Program::start(folder.path(), &["--office-bytes", "20000"]);
    let anybody = Caller::to(&program.base);
    let mut office = founded(&anybody);
    let (mut member, request) = office.add_member();
    let admin = anybody.log_in(&office, &office.admin);
    assert_eq!(admin.post("register", &request).status(), 200);
    let space = format!("spaces/{}", office.space);
    let records = format!("{space}/records");
    let other = Office::found().0;
    refused(admin.post("register", &json!({"office": 1})), Problem::BadRequest);
    refused(admin.get(&format!("{space}/records?after=x")), Problem::BadRequest);
    refused(anybody.get("register"), Problem::LoginNeeded);
    refused(Caller { token: Some("AAAA".to_owned()), ..anybody.clone() }.get("register"), Problem::LoginNeeded);
    refused(anybody.try_log_in(&office, &Member::make(), ""), Problem::DeviceUnknown);
    refused(anybody.try_log_in(&other, &other.admin, ""), Problem::DeviceUnknown);
    let impostor = Member { device: office.admin.device, ..Member::make() };
    refused(anybody.try_log_in(&office, &impostor, ""), Problem::LoginNeeded);
    refused(admin.get(&format!("spaces/{}", other.space)), Problem::NotEntitled);
    refused(admin.get("nothing"), Problem::NotFound);
    refused(admin.get("spaces/none"), Problem::NotFound);
    let again = Office { id: office.id, ..Office::found().0 };
    let founding = again.draft(Body::CreateSpace { space: SpaceId::from_bytes([1; 16]), kind: SpaceKind::Team });
    refused(admin.post("register", &office.append(&[founding], vec![])), Problem::HeadMoved);
    let mut rival = Office::found().1;
    rival.office = office.id;
    refused(anybody.post("register", &rival), Problem::EntryRefused);
    let foreign_right = Body::GrantRole { person: Member::make().person, role: praesto_protocol::register::Role::Manager, space: None };
    refused(admin.post("register", &office.append(&[office.draft(foreign_right)], vec![])), Problem::EntryRefused);
    let chains = office.admin.chains.clone();
    let old = office.admin_record(Change { epoch: Some(1), ..Change::to(document()) });
    refused(admin.post_bytes(&records, body([&old])), Problem::EpochNotCurrent);
    let gap = office.admin_record(Change::to(document()));
    refused(admin.post_bytes(&records, body([&gap])), Problem::ChainBroken);
    office.admin.chains = chains;
    refused(admin.post_bytes(&records, encode_records([&b"nonsense"[..]])), Problem::RecordRefused);
    refused(admin.post_bytes(&records, vec![0; (8 << 20) + 1]), Problem::TooLarge);
    let hash = Hash::of(b"attachment");
    let attachment = format!("{}/v1/{space}/attachments/{hash}", program.base);
    let put = |bytes: &[u8]| admin.send(admin.client.put(&attachment).body(bytes.to_vec())).unwrap();
    refused(put(b"attachment"), Problem::AttachmentNotNamed);
    let record = office.admin_record(Change { attachments: vec![hash], ..Change::to(document()) });
    assert_eq!(admin.post_bytes(&records, body([&record])).status(), 200);
    refused(put(b"other bytes"), Problem::HashMismatch);
    let stranger = office.invite(NOW * 2).0.request(office.id, &Member::make());
    refused(anybody.post("joins", &stranger), Problem::InvitationInvalid);
    let big = office.admin_record(Change { payload: praesto_noise(30_000), ..Change::to(document()) });
    refused(admin.post_bytes(&records, body([&big])), Problem::QuotaReached);
    // The invitation made above never reached the server; the revocation follows what the server has.
    let mut office = Office { register: replay(&office, 5), ..office };
    let unsent = office.record(&mut member, Change::to(document()));
    let device = anybody.log_in(&office, &member);
    let revoke = office.revoke(member.device, vec![]);
    assert_eq!(admin.post("register", &office.append(&[revoke], vec![])).status(), 200);
    refused(device.post_bytes(&records, body([&unsent])), Problem::DeviceRevoked);
    refused(anybody.try_log_in(&office, &member, ""), Problem::DeviceRevoked);
    let login: Login = anybody.try_log_in(&office, &member, "?holding=true").json().unwrap();
    let holding = Caller { token: Some(login.token), ..anybody.clone() };
    assert_eq!(holding.post_bytes(&format!("{space}/holding"), b"sealed".to_vec()).status(), 202);
    refused(holding.get(&format!("{space}/records")), Problem::DeviceRevoked);
}

pub(crate) fn praesto_noise(length: usize) -> Vec<u8> {
    let mut bytes = vec![0; length];
    praesto_crypto::Entropy::fill(&mut praesto_crypto::OsEntropy, &mut bytes);
    bytes
}

fn replay(office: &Office, length: usize) -> praesto_protocol::register::Register {
    let mut register = praesto_protocol::register::Register::found(&office.entries[0]).unwrap();
    office.entries[1..length].iter().for_each(|entry| register.append(entry).unwrap());
    register
}

#[test]
fn a_server_closed_to_new_offices_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let program = Program::start(folder.path(), &["--found", "closed"]);
    refused(Caller::to(&program.base).post("register", &Office::found().1), Problem::FoundingRefused);
}

#[test]
fn a_server_for_others_takes_one_office_unless_told_otherwise() {
    let refused_second = |further: &[&str]| {
        let folder = tempfile::tempdir().unwrap();
        let program = Program::start(folder.path(), &[&["--tls", "self-made"], further].concat());
        let pem = reqwest::Certificate::from_pem(&std::fs::read(folder.path().join("certificate.pem")).unwrap()).unwrap();
        let anybody = Caller::to(&program.base.replace("0.0.0.0", "localhost"));
        let anybody = Caller { client: Client::builder().no_proxy().tls_certs_only([pem]).build().unwrap(), ..anybody };
        founded(&anybody);
        anybody.post("register", &Office::found().1).status() == 403
    };
    assert!(refused_second(&["--listen", "0.0.0.0:0"]));
    assert!(!refused_second(&["--listen", "0.0.0.0:0", "--found", "open"]));
    assert!(!refused_second(&[]), "on this computer itself there are no strangers");
}

#[test]
fn a_device_that_asks_too_often_is_told_when_to_come_again() {
    let folder = tempfile::tempdir().unwrap();
    let program = Program::start(folder.path(), &["--requests-per-second", "1"]);
    let anybody = Caller::to(&program.base);
    let answer = (0..20).map(|_| anybody.get("server")).find(|answer| answer.status() == 429).unwrap();
    assert_eq!(answer.headers()["retry-after"], "1");
    refused(answer, Problem::TooMany);
}

#[test]
fn a_challenge_counts_once() {
    let folder = tempfile::tempdir().unwrap();
    let program = Program::start(folder.path(), &[]);
    let anybody = Caller::to(&program.base);
    let office = founded(&anybody);
    let challenge: Challenge =
        anybody.post("login/challenge", &ChallengeRequest { office: office.id, device: office.admin.device }).json().unwrap();
    let request = LoginRequest::sign(office.id, office.admin.device, challenge, &office.admin.signer);
    assert_eq!(anybody.post("login", &request).status(), 200);
    refused(anybody.post("login", &request), Problem::LoginNeeded);
}

#[test]
fn attachments_travel_in_pieces_and_ranges() {
    let folder = tempfile::tempdir().unwrap();
    let program = Program::start(folder.path(), &[]);
    let anybody = Caller::to(&program.base);
    let mut office = founded(&anybody);
    let admin = anybody.log_in(&office, &office.admin);
    let bytes = praesto_noise(3_000_000);
    let hash = Hash::of(&bytes);
    let record = office.admin_record(Change { attachments: vec![hash], ..Change::to(document()) });
    admin.post_bytes(&format!("spaces/{}/records", office.space), body([&record]));
    let url = format!("{}/v1/spaces/{}/attachments/{hash}", program.base, office.space);
    let head = || admin.send(admin.client.head(&url)).unwrap();
    assert_eq!((head().status().as_u16(), head().headers()["upload-offset"].to_str().unwrap()), (404, "0"));
    let patch = |offset: usize, until: usize| {
        let request = admin.client.patch(&url).header("upload-offset", offset).header("upload-length", bytes.len());
        admin.send(request.body(bytes[offset..until].to_vec())).unwrap()
    };
    assert_eq!(patch(0, 1_000_000).status(), 202);
    assert_eq!(head().headers()["upload-offset"], "1000000");
    let conflict = patch(5, 10);
    assert_eq!((conflict.status().as_u16(), conflict.headers()["upload-offset"].to_str().unwrap()), (409, "1000000"));
    assert_eq!(patch(1_000_000, bytes.len()).status(), 204);
    assert_eq!(head().headers()["content-length"], "3000000");
    let get = |range: &str| admin.send(admin.client.get(&url).header("range", range)).unwrap();
    assert_eq!(get("bytes=1-").bytes().unwrap(), bytes[1..]);
    let part = get("bytes=5-9");
    assert_eq!((part.status().as_u16(), part.headers()["content-range"].to_str().unwrap()), (206, "bytes 5-9/3000000"));
    assert_eq!(part.bytes().unwrap(), bytes[5..10]);
    assert_eq!(get("bytes=3000000-").status(), 416);
    assert_eq!(admin.send(admin.client.get(&url)).unwrap().bytes().unwrap(), bytes);
}

#[test]
fn events_say_where_things_stand_and_end_with_the_server() {
    let folder = tempfile::tempdir().unwrap();
    let program = Program::start(folder.path(), &[]);
    let anybody = Caller::to(&program.base);
    let mut office = founded(&anybody);
    let admin = anybody.log_in(&office, &office.admin);
    let mut lines = BufReader::new(admin.get("events")).lines();
    let mut next = move || {
        let line = lines.find(|line| line.as_ref().is_ok_and(|line| line.starts_with("data: ")))?.ok()?;
        Some(serde_json::from_str::<ServerEvent>(&line["data: ".len()..]).unwrap())
    };
    assert_eq!(next(), Some(ServerEvent::Register { length: 2 }));
    assert_eq!(next(), Some(ServerEvent::Space { space: office.space, seq: 0 }));
    let record = office.admin_record(Change::to(document()));
    admin.post_bytes(&format!("spaces/{}/records", office.space), body([&record]));
    assert_eq!(next(), Some(ServerEvent::Space { space: office.space, seq: 1 }));
    let began = Instant::now();
    assert!(program.terminate().success());
    assert!(began.elapsed() < Duration::from_secs(8), "an open stream does not hold the server back");
}

#[test]
fn a_self_made_certificate_stays_the_same_and_is_the_one_that_is_shown() {
    let folder = tempfile::tempdir().unwrap();
    let first = Program::start(folder.path(), &["--tls", "self-made"]).certificate.clone().unwrap();
    let program = Program::start(folder.path(), &["--tls", "self-made"]);
    assert_eq!(program.certificate, Some(first.clone()));
    assert!(program.base.starts_with("https://"));
    let pem = std::fs::read(folder.path().join("certificate.pem")).unwrap();
    let der = <rustls::pki_types::CertificateDer<'_> as rustls::pki_types::pem::PemObject>::from_pem_slice(&pem).unwrap();
    assert_eq!(Hash::of(&der).to_string(), first);
    drop(Caller::to(&program.base));
    let root = reqwest::Certificate::from_pem(&pem).unwrap();
    let client = Client::builder().no_proxy().tls_certs_only([root]).build().unwrap();
    assert_eq!(client.get(format!("{}/healthz", program.base)).send().unwrap().status(), 200);
}

#[test]
fn without_tls_it_listens_only_at_home() {
    let folder = tempfile::tempdir().unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_praesto-server"));
    let output = command.args(["serve", "--listen", "0.0.0.0:0", "--data"]).arg(folder.path()).output().unwrap();
    assert!(!output.status.success());
    assert!(String::from_utf8_lossy(&output.stderr).contains("--tls"));
}

#[test]
fn a_data_folder_has_one_server() {
    let folder = tempfile::tempdir().unwrap();
    let mut first = Program::start(folder.path(), &[]);
    let mut command = Command::new("timeout");
    let output = command
        .args(["20", env!("CARGO_BIN_EXE_praesto-server"), "serve", "--listen", "127.0.0.1:0", "--data"])
        .arg(folder.path())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("another server uses the data folder"));
    first.kill();
    drop(Program::start(folder.path(), &[]));
}
