//! Peers that neither read nor send, over bare sockets: they hold up nobody else and are let go, and what came from them is kept.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::thread::sleep;
use std::time::{Duration, Instant};

use praesto_crypto::Hash;
use praesto_protocol::api::Problem;
use reqwest::blocking::Response;

use crate::http::{Caller, Program, founded, praesto_noise, refused};
use crate::office::{Change, Office, body, document};

/// More than the systems on both sides take off the server's hands.
const LARGE: usize = 8 << 20;
/// How long anything may take that must not wait for somebody else, on a computer with a lot to do.
const QUICK: Duration = Duration::from_secs(10);

/// An office with a device that names attachments and uploads the first of them.
struct Scene {
    program: Program,
    office: Office,
    device: Caller,
    attachments: Vec<Vec<u8>>,
}

impl Scene {
    fn set(folder: &Path, further: &[&str], attachments: Vec<Vec<u8>>) -> Self {
        let program = Program::start(folder, further);
        let anybody = Caller::to(&program.base);
        let mut office = founded(&anybody);
        let device = anybody.log_in(&office, &office.admin);
        let hashes = attachments.iter().map(|bytes| Hash::of(bytes)).collect();
        let record = office.admin_record(Change { attachments: hashes, ..Change::to(document()) });
        assert_eq!(device.try_post_bytes(&format!("spaces/{}/records", office.space), body([&record])).unwrap().status(), 200);
        let scene = Self { program, office, device, attachments };
        assert_eq!(scene.put(0).status(), 204);
        scene
    }

    fn path(&self, attachment: usize) -> String {
        format!("/v1/spaces/{}/attachments/{}", self.office.space, Hash::of(&self.attachments[attachment]))
    }

    fn url(&self, attachment: usize) -> String {
        format!("{}{}", self.program.base, self.path(attachment))
    }

    fn put(&self, attachment: usize) -> Response {
        let request = self.device.client.put(self.url(attachment)).body(self.attachments[attachment].clone());
        self.device.send(request).unwrap()
    }

    fn get(&self, attachment: usize) -> Response {
        self.device.send(self.device.client.get(self.url(attachment))).unwrap()
    }

    fn ask(&self, method: &str, attachment: usize, headers: &str, body: &[u8]) -> TcpStream {
        self.ask_at(method, &self.path(attachment), headers, body)
    }

    /// Asks over a socket with little room for what comes; whoever calls this reads no more of the answer than they want.
    fn ask_at(&self, method: &str, path: &str, headers: &str, body: &[u8]) -> TcpStream {
        let socket = socket2::Socket::new(socket2::Domain::IPV4, socket2::Type::STREAM, None).unwrap();
        socket.set_recv_buffer_size(16 << 10).unwrap();
        let address: std::net::SocketAddr = self.program.base["http://".len()..].parse().unwrap();
        socket.connect(&address.into()).unwrap();
        let mut stream = TcpStream::from(socket);
        stream.set_read_timeout(Some(4 * QUICK)).unwrap();
        let token = self.device.token.as_ref().unwrap();
        let head = format!("{method} {path} HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer {token}\r\n{headers}\r\n");
        stream.write_all(&[head.as_bytes(), body].concat()).unwrap();
        stream
    }

    /// Fetches an attachment and reads no more than the head of the answer.
    fn stalled_get(&self, attachment: usize) -> TcpStream {
        let mut stream = self.ask("GET", attachment, "", b"");
        assert!(read_head(&mut stream).starts_with("HTTP/1.1 200"));
        stream
    }

    /// Announces all of an attachment and sends only its beginning.
    fn stalled_put(&self, attachment: usize, sent: usize) -> TcpStream {
        let bytes = &self.attachments[attachment];
        self.ask("PUT", attachment, &format!("content-length: {}\r\n", bytes.len()), &bytes[..sent])
    }

    fn upload_offset(&self, attachment: usize) -> usize {
        let answer = self.device.send(self.device.client.head(self.url(attachment))).unwrap();
        answer.headers().get("upload-offset").map_or(0, |offset| offset.to_str().unwrap().parse().unwrap())
    }
}

fn read_head(stream: &mut TcpStream) -> String {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        let mut byte = [0];
        stream.read_exact(&mut byte).unwrap();
        head.push(byte[0]);
    }
    String::from_utf8(head).unwrap()
}

#[track_caller]
fn wait_until(what: &str, done: impl Fn() -> bool) {
    let began = Instant::now();
    while !done() {
        assert!(began.elapsed() < 4 * QUICK, "{what}");
        sleep(Duration::from_millis(50));
    }
}

/// As many slow transfers as there are threads for blocking work, nearly.
#[test]
fn hundreds_of_slow_transfers_hold_up_nobody_else() {
    const EACH: usize = 255;
    let folder = tempfile::tempdir().unwrap();
    let further = ["--transfers-per-device", "1000", "--idle-seconds", "600"];
    let attachments = std::iter::once(praesto_noise(LARGE)).chain((0..EACH).map(|_| praesto_noise(1_000))).collect();
    let scene = Scene::set(folder.path(), &further, attachments);
    let gets: Vec<_> = (0..EACH).map(|_| scene.stalled_get(0)).collect();
    let puts: Vec<_> = (1..=EACH).map(|attachment| scene.stalled_put(attachment, 10)).collect();
    let is_under_way = |attachment: usize| {
        let again = scene.device.client.patch(scene.url(attachment)).header("upload-offset", 0).header("upload-length", 1_000);
        scene.device.send(again).unwrap().status() == 429
    };
    wait_until("all uploads are under way", || (1..=EACH).all(is_under_way));
    let began = Instant::now();
    let anybody = Caller::to(&scene.program.base);
    let mut other = founded(&anybody);
    let device = anybody.log_in(&other, &other.admin);
    let bytes = praesto_noise(100_000);
    let record = other.admin_record(Change { attachments: vec![Hash::of(&bytes)], ..Change::to(document()) });
    let space = format!("spaces/{}", other.space);
    assert_eq!(device.try_post_bytes(&format!("{space}/records"), body([&record])).unwrap().status(), 200);
    let url = format!("{}/v1/{space}/attachments/{}", scene.program.base, Hash::of(&bytes));
    assert_eq!(device.send(device.client.put(&url).body(bytes.clone())).unwrap().status(), 204);
    assert_eq!(device.send(device.client.get(&url)).unwrap().bytes().unwrap(), bytes);
    assert!(began.elapsed() < QUICK, "{:?}", began.elapsed());
    drop((gets, puts));
}

#[test]
fn a_device_has_so_many_transfers_at_once_and_is_told_when_to_come_again() {
    let folder = tempfile::tempdir().unwrap();
    let mut scene = Scene::set(folder.path(), &["--transfers-per-device", "4"], vec![praesto_noise(LARGE), praesto_noise(LARGE / 4)]);
    let mut stalled: Vec<_> = (0..4).map(|_| scene.stalled_get(0)).collect();
    let answer = scene.get(0);
    assert_eq!(answer.headers()["retry-after"], "5");
    refused(answer, Problem::TooMany);
    refused(scene.put(1), Problem::TooMany);
    assert_eq!(scene.device.get("register").status(), 200, "everything else goes on");
    let (member, request) = scene.office.add_member();
    assert_eq!(scene.device.post("register", &request).status(), 200);
    let colleague = Caller::to(&scene.program.base).log_in(&scene.office, &member);
    let url = scene.url(0);
    assert_eq!(colleague.send(colleague.client.get(&url)).unwrap().bytes().unwrap().len(), LARGE, "another device has places of its own");
    drop(stalled.pop());
    wait_until("a place is free again when its peer hangs up", || scene.get(0).status() == 200);
}

#[test]
fn a_peer_that_takes_nothing_is_let_go() {
    let folder = tempfile::tempdir().unwrap();
    let further = ["--transfers-per-device", "1", "--idle-seconds", "3"];
    let scene = Scene::set(folder.path(), &further, vec![praesto_noise(LARGE)]);
    let began = Instant::now();
    let mut stalled = scene.stalled_get(0);
    refused(scene.get(0), Problem::TooMany);
    wait_until("its place is free again", || scene.get(0).status() == 200);
    assert!(began.elapsed() >= Duration::from_secs(2), "not at once: {:?}", began.elapsed());
    let mut rest = Vec::new();
    // Ended in order or broken off, as the system likes; in any case it is over.
    let _ = stalled.read_to_end(&mut rest);
    assert!(rest.len() < LARGE, "the connection was closed with most of it unsent");
}

#[test]
fn a_peer_that_sends_nothing_is_let_go_and_what_came_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    let scene = Scene::set(folder.path(), &["--idle-seconds", "3"], vec![vec![1], praesto_noise(3_000_000), praesto_noise(600_000)]);
    let mut put = scene.stalled_put(1, 1_000_000);
    let headers = format!("upload-offset: 0\r\nupload-length: {}\r\ncontent-length: 500000\r\n", scene.attachments[2].len());
    let mut patch = scene.ask("PATCH", 2, &headers, &scene.attachments[2][..400_000]);
    let mut answer = String::new();
    for stalled in [&mut put, &mut patch] {
        answer.clear();
        stalled.read_to_string(&mut answer).unwrap();
        assert!(answer.starts_with("HTTP/1.1 400") && answer.contains("nothing came for too long"), "{answer}");
    }
    for (attachment, held) in [(1, 1_000_000), (2, 400_000)] {
        assert_eq!(scene.upload_offset(attachment), held);
        let bytes = &scene.attachments[attachment];
        let request = scene.device.client.patch(scene.url(attachment)).header("upload-offset", held).header("upload-length", bytes.len());
        assert_eq!(scene.device.send(request.body(bytes[held..].to_vec())).unwrap().status(), 204, "it goes on from there");
        assert_eq!(scene.get(attachment).bytes().unwrap(), *bytes);
    }
}

/// Byte by byte a body would never be idle, and never over.
#[test]
fn a_peer_that_sends_next_to_nothing_is_let_go() {
    let folder = tempfile::tempdir().unwrap();
    let scene = Scene::set(folder.path(), &["--idle-seconds", "2"], vec![vec![1], praesto_noise(100_000)]);
    let mut put = scene.stalled_put(1, 0);
    put.set_read_timeout(Some(Duration::from_millis(200))).unwrap();
    let (began, mut answer) = (Instant::now(), [0; 1_000]);
    for byte in &scene.attachments[1] {
        assert!(began.elapsed() < QUICK, "it is still listened to");
        // Once it was let go nobody takes the next one.
        let _ = put.write_all(&[*byte]);
        if put.read(&mut answer).is_ok() {
            break;
        }
    }
    assert!(began.elapsed() >= Duration::from_secs(2), "not at once");
    assert!(String::from_utf8_lossy(&answer).contains("nothing came for too long"));
}

/// What nobody takes lies in memory: a device has a share of that, and when it is used up the others still have theirs.
#[test]
fn answers_that_are_not_taken_and_bodies_that_do_not_come_use_up_a_share_of_the_memory() {
    let folder = tempfile::tempdir().unwrap();
    let mut scene = Scene::set(folder.path(), &["--held-bytes-per-device", "12000000"], vec![vec![1]]);
    let (path, space) = (format!("spaces/{}/records", scene.office.space), format!("/v1/spaces/{}/records", scene.office.space));
    let (member, request) = scene.office.add_member();
    assert_eq!(scene.device.post("register", &request).status(), 200);
    for _ in 0..2 {
        let change = || Change { payload: praesto_noise(900_000), ..Change::to(document()) };
        let records: Vec<_> = (0..4).map(|_| scene.office.admin_record(change())).collect();
        assert_eq!(scene.device.try_post_bytes(&path, body(&records)).unwrap().status(), 200);
    }
    let colleague = Caller::to(&scene.program.base).log_in(&scene.office, &member);
    let records = format!("{path}?after=0");

    let mut stalled = scene.ask_at("GET", &space, "", b"");
    assert!(read_head(&mut stalled).starts_with("HTTP/1.1 200"));
    let answer = scene.device.get(&records);
    assert_eq!(answer.headers()["retry-after"], "5");
    refused(answer, Problem::TooMany);
    assert_eq!(scene.device.get(&format!("{records}&limit=1000")).status(), 200, "a short one has room");
    assert!(colleague.get(&records).bytes().unwrap().len() > 7_000_000, "so has a colleague");
    drop(stalled);
    wait_until("its room is free again", || scene.device.get(&records).status() == 200);

    let stalled = scene.ask_at("POST", &space, "content-length: 8000000\r\n", b"nothing more");
    sleep(Duration::from_millis(500));
    refused(scene.device.get(&records), Problem::TooMany);
    drop(stalled);
    wait_until("its room is free again", || scene.device.get(&records).status() == 200);
}

#[test]
fn a_peer_that_hangs_up_leaves_what_it_sent() {
    let folder = tempfile::tempdir().unwrap();
    let scene = Scene::set(folder.path(), &[], vec![vec![1], praesto_noise(100_000)]);
    drop(scene.stalled_put(1, 60_000));
    wait_until("what came is kept", || scene.upload_offset(1) == 60_000);
}

#[test]
fn a_peer_that_is_slow_but_moves_is_not_let_go() {
    let folder = tempfile::tempdir().unwrap();
    let scene = Scene::set(folder.path(), &["--idle-seconds", "3"], vec![praesto_noise(LARGE / 2), praesto_noise(30_000)]);
    let began = Instant::now();
    std::thread::scope(|threads| {
        threads.spawn(|| {
            let mut stream = scene.stalled_get(0);
            let (mut bytes, mut chunk) = (Vec::new(), vec![0; 32 << 10]);
            while bytes.len() < scene.attachments[0].len() {
                let read = stream.read(&mut chunk).unwrap();
                assert!(read > 0, "let go after {} bytes", bytes.len());
                bytes.extend_from_slice(&chunk[..read]);
                sleep(Duration::from_millis(20));
            }
            assert_eq!(Hash::of(&bytes), Hash::of(&scene.attachments[0]));
        });
        threads.spawn(|| {
            let mut stream = scene.stalled_put(1, 0);
            for piece in scene.attachments[1].chunks(1_000) {
                sleep(Duration::from_millis(200));
                stream.write_all(piece).unwrap();
            }
            assert!(read_head(&mut stream).starts_with("HTTP/1.1 204"));
        });
    });
    assert!(began.elapsed() > Duration::from_secs(5), "both took longer than the limit");
}

#[test]
fn a_connection_that_never_asks_is_closed() {
    let folder = tempfile::tempdir().unwrap();
    let program = Program::start(folder.path(), &["--idle-seconds", "1"]);
    let mut stream = TcpStream::connect(&program.base["http://".len()..]).unwrap();
    stream.set_read_timeout(Some(4 * QUICK)).unwrap();
    stream.write_all(b"GET /v1/server HTTP/1.1\r\nhost: ").unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    assert!(!answer.starts_with(b"HTTP/1.1 200"));
}
