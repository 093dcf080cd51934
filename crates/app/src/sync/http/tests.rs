//! The way to the server against servers that answer as they like.

use std::io::Write;
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Mutex};
use std::thread;

use praesto_protocol::api::Bytes;
use praesto_protocol::{DeviceId, OfficeId};

use super::*;

struct Anybody;

impl Caller for Anybody {
    fn device(&self) -> (OfficeId, DeviceId) {
        (OfficeId::from_bytes([1; 16]), DeviceId::from_bytes([2; 16]))
    }

    fn answer(&self, challenge: Challenge) -> praesto_protocol::api::LoginRequest {
        let (office, device) = self.device();
        praesto_protocol::api::LoginRequest { office, device, challenge: challenge.challenge, signature: Bytes(Vec::new()) }
    }
}

/// A server that lets anybody log in, and then answers with `status` and bytes that never end. Tells how many it got rid of.
fn endless(status: &'static str) -> (HttpRemote, Receiver<u64>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let (tell, hear) = channel();
    thread::spawn(move || {
        while let Ok((stream, _)) = listener.accept() {
            let tell = tell.clone();
            thread::spawn(move || answer_for_ever(stream, status).map(|sent| tell.send(sent)));
        }
    });
    let remote = HttpRemote::new(&ServerAddress { url, certificate: None }, Box::new(Anybody)).unwrap();
    (remote, hear)
}

/// Head and body of the next request; `None` where the connection ended.
fn request(asked: &mut BufReader<TcpStream>) -> Option<(String, Vec<u8>)> {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        if asked.read_until(b'\n', &mut head).unwrap_or(0) == 0 {
            return None;
        }
    }
    let head = String::from_utf8(head).unwrap().to_lowercase();
    let mut body = vec![0; value(&head, "content-length").unwrap_or(0) as usize];
    asked.read_exact(&mut body).ok()?;
    Some((head, body))
}

fn value(head: &str, name: &str) -> Option<u64> {
    head.split(&format!("\r\n{name}: ")).nth(1).and_then(|rest| rest.split("\r\n").next()?.parse().ok())
}

/// The answer to a login, where a request is one.
fn login(head: &str) -> Option<String> {
    let body = match head.split_whitespace().nth(1).unwrap() {
        "/v1/login/challenge" => r#"{"challenge":"AA"}"#,
        "/v1/login" => r#"{"token":"AA","expires_at":0}"#,
        _ => return None,
    };
    Some(answer("200 OK", "", body))
}

fn answer(status: &str, headers: &str, body: &str) -> String {
    format!("HTTP/1.1 {status}\r\n{headers}content-length: {}\r\n\r\n{body}", body.len())
}

fn refused(status: &str, code: &str) -> String {
    answer(status, "", &format!(r#"{{"code":"{code}","title":"","status":0}}"#))
}

/// Ends with the connection; says how much of the endless answer went out.
fn answer_for_ever(mut stream: TcpStream, status: &str) -> Option<u64> {
    let mut asked = BufReader::new(stream.try_clone().unwrap());
    loop {
        let (head, _) = request(&mut asked)?;
        match login(&head) {
            Some(login) => stream.write_all(login.as_bytes()).unwrap(),
            None => break,
        }
    }
    write!(stream, "HTTP/1.1 {status}\r\ncontent-type: application/json\r\n\r\n").unwrap();
    let chunk = [b' '; 64 << 10];
    let mut sent = 0;
    while stream.write_all(&chunk).is_ok() {
        sent += chunk.len() as u64;
    }
    Some(sent)
}

/// A server that lets anybody log in and answers everything else as it is told, by head and body of each request.
fn told(script: impl Fn(&str, &[u8]) -> String + Send + Sync + 'static) -> HttpRemote {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let script = Arc::new(script);
    thread::spawn(move || {
        while let Ok((mut stream, _)) = listener.accept() {
            let script = script.clone();
            thread::spawn(move || {
                let mut asked = BufReader::new(stream.try_clone().unwrap());
                while let Some((head, body)) = request(&mut asked) {
                    let answer = login(&head).unwrap_or_else(|| script(&head, &body));
                    stream.write_all(answer.as_bytes()).unwrap();
                }
            });
        }
    });
    HttpRemote::new(&ServerAddress { url, certificate: None }, Box::new(Anybody)).unwrap()
}

/// What may be on the way when the client has heard enough.
const ON_THE_WAY: u64 = 16 << 20;

#[track_caller]
fn ends(status: &'static str, most: u64, expected: RemoteError, call: impl FnOnce(&HttpRemote) -> Option<RemoteError>) {
    let (remote, sent) = endless(status);
    assert_eq!(call(&remote), Some(expected));
    let sent = sent.recv_timeout(ANSWER / 2).expect("the client hangs up by itself");
    assert!(sent <= most + ON_THE_WAY, "{sent} bytes were taken");
}

#[test]
fn an_answer_that_never_ends_is_given_up_on() {
    let space = space();
    ends("200 OK", RECEIPT_BYTES, RemoteError::Malformed, |remote| remote.post(space, b"records").err());
    ends("500 Internal Server Error", REFUSAL_BYTES, RemoteError::Offline, |remote| remote.post(space, b"records").err());
    ends("418 I'm a teapot", REFUSAL_BYTES, RemoteError::Malformed, |remote| remote.space(space, None).err());
    let (remote, sent) = endless("200 OK");
    assert_eq!(remote.wait(ANSWER, &|_| true), Ok(None), "an event that never ends is none");
    assert!(sent.recv_timeout(ANSWER / 2).expect("the client hangs up by itself") <= EVENT_BYTES + ON_THE_WAY);
}

fn space() -> SpaceId {
    SpaceId::from_bytes([3; 16])
}

/// What a server holds of one attachment, and how many parts of it came.
#[derive(Default)]
struct Held {
    bytes: Vec<u8>,
    whole: bool,
    parts: usize,
}

/// A server that holds this of an attachment, and takes parts of it as the interface says.
fn holding(bytes: Vec<u8>, file: &[u8]) -> (HttpRemote, Arc<Mutex<Held>>) {
    let held = Arc::new(Mutex::new(Held { bytes, ..Held::default() }));
    let (shared, hash) = (held.clone(), Hash::of(file));
    let remote = told(move |head, body| {
        let mut held = shared.lock().unwrap();
        if head.starts_with("head ") {
            return answer("404 Not Found", &format!("upload-offset: {}\r\n", held.bytes.len()), "");
        }
        held.parts += 1;
        match value(head, "upload-offset").unwrap() {
            0 => held.bytes.clear(),
            offset => assert_eq!(offset, held.bytes.len() as u64, "it goes on at the end of what is here"),
        }
        held.bytes.extend_from_slice(body);
        if (held.bytes.len() as u64) < value(head, "upload-length").unwrap() {
            return answer("202 Accepted", &format!("upload-offset: {}\r\n", held.bytes.len()), "");
        }
        held.whole = Hash::of(&held.bytes) == hash;
        if held.whole {
            answer("204 No Content", "", "")
        } else {
            held.bytes.clear();
            refused("422 Unprocessable Entity", "hash-mismatch")
        }
    });
    (remote, held)
}

#[test]
fn an_attachment_counts_as_sent_only_when_the_server_says_that_it_is_whole() {
    let folder = tempfile::tempdir().unwrap();
    let (path, file) = (folder.path().join("file"), vec![7; 10_000]);
    std::fs::write(&path, &file).unwrap();
    let cases = [
        (vec![], 1, "nothing of it"),
        (file[..4_000].to_vec(), 1, "a part of it"),
        (file.clone(), 1, "all of it, and the server died before it gave it its name"),
        (vec![0; 10_000], 2, "rubbish of its length"),
        (vec![0; 10_001], 1, "rubbish that is longer"),
    ];
    for (before, parts, what) in cases {
        let (remote, held) = holding(before, &file);
        assert_eq!(remote.attachment_put(space(), Hash::of(&file), &path, &|| true), Ok(true), "{what}");
        let held = held.lock().unwrap();
        assert!(held.whole && held.bytes == file, "{what}");
        assert_eq!(held.parts, parts, "{what}");
    }
    let other = told(|_, _| "HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n".to_owned());
    assert_eq!(other.attachment_put(space(), Hash::of(&file), &path, &|| true), Err(RemoteError::Malformed), "that is another file");
    let (remote, held) = holding(vec![], &file);
    assert_eq!(remote.attachment_put(space(), Hash::of(&file), &path, &|| false), Ok(false), "nobody wants it sent any more");
    assert_eq!(held.lock().unwrap().parts, 0);
    let never_whole =
        told(|head, _| answer(if head.starts_with("head ") { "404 Not Found" } else { "202 Accepted" }, "upload-offset: 10000\r\n", ""));
    assert_eq!(never_whole.attachment_put(space(), Hash::of(&file), &path, &|| true), Err(RemoteError::Malformed));
}

#[test]
fn a_refusal_without_a_body_says_what_its_status_says() {
    for (status, problem) in [
        ("429 Too Many Requests", Problem::TooMany),
        ("413 Content Too Large", Problem::TooLarge),
        ("507 Insufficient Storage", Problem::QuotaReached),
        ("403 Forbidden", Problem::NotEntitled),
    ] {
        let remote = told(move |_, _| answer(status, "", ""));
        assert_eq!(remote.attachment_size(space(), Hash::default()), Err(RemoteError::Refused(problem)), "{status}");
    }
}

#[test]
fn a_server_that_has_no_place_for_a_moment_is_asked_once_more() {
    let busy = |wait: u64, times: usize| {
        let asked = AtomicUsize::new(0);
        told(move |_, _| match asked.fetch_add(1, Ordering::Relaxed) {
            again if again < times => {
                answer("503 Service Unavailable", &format!("retry-after: {wait}\r\n"), r#"{"code":"unavailable","title":"","status":503}"#)
            }
            _ => answer("200 OK", "", r#"{"entries":[],"length":7}"#),
        })
    };
    assert_eq!(busy(1, 1).register(0).map(|page| page.length), Ok(7));
    assert_eq!(busy(1, 2).register(0).map(drop), Err(RemoteError::Refused(Problem::Unavailable)), "not again and again");
    assert_eq!(busy(600, 1).register(0).map(drop), Err(RemoteError::Refused(Problem::Unavailable)), "that is no moment");
}

#[test]
fn a_redirect_is_not_followed() {
    let elsewhere = TcpListener::bind("127.0.0.1:0").unwrap();
    elsewhere.set_nonblocking(true).unwrap();
    let location = format!("location: http://{}/v1/server\r\n", elsewhere.local_addr().unwrap());
    let remote = told(move |_, _| answer("307 Temporary Redirect", &location, ""));
    assert_eq!(remote.server().map(drop), Err(RemoteError::Malformed));
    assert_eq!(remote.register(0).map(drop), Err(RemoteError::Malformed));
    assert_eq!(elsewhere.accept().map(drop).unwrap_err().kind(), io::ErrorKind::WouldBlock, "nobody came");
}
