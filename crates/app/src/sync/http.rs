//! The server over HTTP: reqwest, rustls, the way that is set, the system's certificates or the one certificate that the office pinned.

use std::error::Error;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom};
use std::path::Path;
use std::sync::Mutex;
use std::thread;
use std::time::{Duration, Instant};

use praesto_crypto::Hash;
use praesto_protocol::api::{
    Challenge, ChallengeRequest, EnvelopePage, EpochUpload, Frame, HeadsPage, JoinPage, JoinRequest, Login, MAX_PAGE_BYTES, Problem,
    ProblemDetails, RegisterAppend, RegisterPage, ServerEvent, ServerInfo, SpaceState,
};
use praesto_protocol::{DocumentId, SpaceId};
use reqwest::blocking::{Client, RequestBuilder, Response};
use reqwest::redirect::Policy;
use reqwest::{Method, StatusCode};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::route::{Route, is_loopback};
use super::{Remote, RemoteError};
use crate::host::{Caller, ServerAddress};
use crate::tls;

/// Time for connecting.
const CONNECT: Duration = Duration::from_secs(10);
/// Time for one answer; attachments are read as they come, and this is the time for the next bytes of them.
const ANSWER: Duration = Duration::from_secs(60);
/// Time after which what has come of an answer is enough, where it is of use by itself, and the longest that any is read.
const ENOUGH: Duration = Duration::from_secs(60);
const LONGEST: Duration = Duration::from_secs(600);
/// Longest answer in JSON, in bytes: a register of an office of tens of thousands.
const ANSWER_BYTES: u64 = 256 << 20;
/// Longest reason for a refusal in bytes.
const REFUSAL_BYTES: u64 = 64 << 10;
/// Longest receipt in bytes: it has less for each record than the page of records that it answers.
const RECEIPT_BYTES: u64 = MAX_PAGE_BYTES as u64;
/// Bytes of events that are listened to until the server is asked afresh.
const EVENT_BYTES: u64 = 16 << 20;
/// Bytes of an attachment that one request carries: a lock waits for no more.
const PART: u64 = 1 << 20;
/// Longest wait that is worth it for a server that has no place just now.
const MOMENT: Duration = Duration::from_secs(5);
const UPLOAD_OFFSET: &str = "upload-offset";

/// The server over HTTP.
pub struct HttpRemote {
    client: Client,
    base: url::Url,
    caller: Box<dyn Caller>,
    token: Mutex<Option<String>>,
}

impl std::fmt::Debug for HttpRemote {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("HttpRemote")
    }
}

impl HttpRemote {
    /// A way to the server, as the computer is set. Plain HTTP is taken on loopback only.
    pub fn new(address: &ServerAddress, caller: Box<dyn Caller>) -> Result<Self, RemoteError> {
        Self::by(&Route::System, address, caller)
    }

    /// The same by a way of one's own.
    pub fn by(route: &Route, address: &ServerAddress, caller: Box<dyn Caller>) -> Result<Self, RemoteError> {
        let (client, base) = client(address, route)?;
        Ok(Self { client, base, caller, token: Mutex::new(None) })
    }

    fn url(&self, path: &str) -> Result<url::Url, RemoteError> {
        self.base.join(path).map_err(|_| RemoteError::Malformed)
    }

    fn token(&self) -> Result<String, RemoteError> {
        if let Some(token) = self.token.lock().ok().and_then(|token| token.clone()) {
            return Ok(token);
        }
        let (office, device) = self.caller.device();
        let challenge: Challenge = self.open_json(Method::POST, "v1/login/challenge", &ChallengeRequest { office, device })?;
        let login: Login = self.open_json(Method::POST, "v1/login", &self.caller.answer(challenge))?;
        if let Ok(mut token) = self.token.lock() {
            *token = Some(login.token.clone());
        }
        Ok(login.token)
    }

    fn frames(&self, path: &str) -> Result<Vec<u8>, RemoteError> {
        let response = self.send(|client| Ok(client.get(self.url(path)?)))?;
        let mut bytes = Vec::new();
        // A download that breaks off has brought the whole frames before the break: they are kept.
        match read_within(response.take(2 * MAX_PAGE_BYTES as u64), &mut bytes, |bytes| !Frame::read_all(bytes).0.is_empty()) {
            Ok(()) => Ok(bytes),
            Err(_) if !bytes.is_empty() => Ok(bytes),
            Err(_) => Err(RemoteError::Offline),
        }
    }

    /// Sends a request that needs no login.
    fn open_json<T: DeserializeOwned>(&self, method: Method, path: &str, body: &impl Serialize) -> Result<T, RemoteError> {
        json(answer(self.client.request(method, self.url(path)?).json(body))?)
    }

    /// Sends a request under the token, logging in once more when the server no longer takes it, and once more after a moment when the server asks
    /// for one.
    fn ask(&self, request: impl Fn(&Client) -> Result<RequestBuilder, RemoteError>) -> Result<Response, RemoteError> {
        let send = || request(&self.client)?.bearer_auth(self.token()?).send().map_err(|error| unreached(&error));
        let mut response = send()?;
        if let Some(moment) = moment(&response) {
            thread::sleep(moment);
            response = send()?;
        }
        if response.status() == StatusCode::UNAUTHORIZED {
            self.forget_token();
            response = send()?;
        }
        Ok(response)
    }

    fn send(&self, request: impl Fn(&Client) -> Result<RequestBuilder, RemoteError>) -> Result<Response, RemoteError> {
        checked(self.ask(request)?)
    }

    fn get<T: DeserializeOwned>(&self, path: &str) -> Result<T, RemoteError> {
        json(self.send(|client| Ok(client.get(self.url(path)?)))?)
    }

    fn attachment_url(&self, space: SpaceId, hash: Hash) -> Result<url::Url, RemoteError> {
        self.url(&format!("v1/spaces/{space}/attachments/{hash}"))
    }

    /// How much of an attachment the server holds: all of it, or what an earlier, broken-off try left.
    fn presence(&self, space: SpaceId, hash: Hash) -> Result<Presence, RemoteError> {
        let url = self.attachment_url(space, hash)?;
        let response = self.ask(|client| Ok(client.head(url.clone())))?;
        match response.status() {
            StatusCode::NOT_FOUND => Ok(Presence::Partial(header(&response, UPLOAD_OFFSET).unwrap_or(0))),
            status if status.is_success() => header(&response, "content-length").map(Presence::Whole).ok_or(RemoteError::Malformed),
            _ => Err(refusal(response)),
        }
    }

    /// Sends one part of an attachment of `length` bytes. An empty one at its end asks the server to complete what it holds.
    fn send_part(&self, space: SpaceId, hash: Hash, offset: u64, length: u64, part: &[u8]) -> Result<Presence, RemoteError> {
        let url = self.attachment_url(space, hash)?;
        let response = self.send(|client| {
            let request = client.patch(url.clone()).header("content-type", "application/octet-stream");
            Ok(request.header(UPLOAD_OFFSET, offset).header("upload-length", length).body(part.to_vec()))
        })?;
        match response.status() {
            StatusCode::NO_CONTENT => Ok(Presence::Whole(length)),
            StatusCode::ACCEPTED => header(&response, UPLOAD_OFFSET).map(Presence::Partial).ok_or(RemoteError::Malformed),
            _ => Err(RemoteError::Malformed),
        }
    }

    fn forget_token(&self) {
        if let Ok(mut token) = self.token.lock() {
            *token = None;
        }
    }
}

/// What asks the server at this address by this way, and the address that all others begin with.
pub(super) fn client(address: &ServerAddress, route: &Route) -> Result<(Client, url::Url), RemoteError> {
    let base = server_url(&address.url).ok_or(RemoteError::OtherServer)?;
    // One that is spoken to in the clear shows no certificate.
    let sealed = route.proxy(&base).filter(|proxy| proxy.address.scheme() == "https");
    let proxy = sealed.and_then(|proxy| proxy.address.host_str()).filter(|proxy| base.host_str() != Some(*proxy));
    let builder = Client::builder()
        .tls_backend_preconfigured(tls::config(address.certificate, proxy).ok_or(RemoteError::OtherServer)?)
        .connect_timeout(CONNECT)
        .timeout(ANSWER)
        // The office named this server and no other: what is sent goes nowhere else.
        .redirect(Policy::none());
    let client = route.lead(builder, &base)?.build().map_err(|_| RemoteError::OtherServer)?;
    Ok((client, base))
}

/// Asks for something that is nobody's secret, without saying who asks.
pub(super) fn ask_openly<T: DeserializeOwned>(client: &Client, base: &url::Url, path: &str) -> Result<T, RemoteError> {
    json(answer(client.get(base.join(path).map_err(|_| RemoteError::Malformed)?))?)
}

/// What the server holds of an attachment, in bytes.
enum Presence {
    Whole(u64),
    Partial(u64),
}

fn read_part(path: &Path, offset: u64) -> io::Result<Vec<u8>> {
    let mut file = File::open(path)?;
    file.seek(SeekFrom::Start(offset))?;
    let mut part = Vec::new();
    file.take(PART).read_to_end(&mut part)?;
    Ok(part)
}

/// Reads a server address as typed; `https` anywhere, `http` only to this very computer.
pub(crate) fn server_url(text: &str) -> Option<url::Url> {
    let text = text.trim().trim_end_matches('/');
    let url: url::Url = format!("{}/", if text.contains("://") { text.to_owned() } else { format!("https://{text}") }).parse().ok()?;
    url.host()?;
    (url.scheme() == "https" || (url.scheme() == "http" && is_loopback(&url))).then_some(url)
}

fn answer(request: RequestBuilder) -> Result<Response, RemoteError> {
    checked(request.send().map_err(|error| unreached(&error))?)
}

fn checked(response: Response) -> Result<Response, RemoteError> {
    if response.status().is_success() { Ok(response) } else { Err(refusal(response)) }
}

/// Why there was no answer at all.
fn unreached(error: &reqwest::Error) -> RemoteError {
    match error {
        error if is_about_certificate(error) => RemoteError::OtherCertificate,
        error if error.is_decode() => RemoteError::Malformed,
        _ => RemoteError::Offline,
    }
}

/// Whether an error, or what led to it, is that a certificate was not believed.
fn is_about_certificate(error: &(dyn Error + 'static)) -> bool {
    if matches!(error.downcast_ref(), Some(rustls::Error::InvalidCertificate(_))) {
        return true;
    }
    // What an I/O error wraps is not among what led to it.
    let wrapped = error.downcast_ref::<io::Error>().and_then(io::Error::get_ref);
    wrapped.is_some_and(|error| is_about_certificate(error)) || error.source().is_some_and(is_about_certificate)
}

/// How long a server that has no place just now asks to wait, where that is worth waiting for.
fn moment(response: &Response) -> Option<Duration> {
    let is_full = matches!(response.status(), StatusCode::TOO_MANY_REQUESTS | StatusCode::SERVICE_UNAVAILABLE);
    let asked = header(response, "retry-after").map(Duration::from_secs)?;
    (is_full && asked <= MOMENT).then_some(asked)
}

/// What an answer that is no success says. Without a problem of the interface it has no body, or something between here and the server spoke.
fn refusal(response: Response) -> RemoteError {
    let status = response.status();
    let details = bytes(response, REFUSAL_BYTES).ok().and_then(|bytes| serde_json::from_slice::<ProblemDetails>(&bytes).ok());
    match (details, status) {
        (Some(details), _) => RemoteError::Refused(details.code),
        (None, StatusCode::NOT_FOUND) => RemoteError::Refused(Problem::NotFound),
        (None, StatusCode::UNAUTHORIZED) => RemoteError::Refused(Problem::LoginNeeded),
        (None, StatusCode::FORBIDDEN) => RemoteError::Refused(Problem::NotEntitled),
        (None, StatusCode::PAYLOAD_TOO_LARGE) => RemoteError::Refused(Problem::TooLarge),
        (None, StatusCode::TOO_MANY_REQUESTS) => RemoteError::Refused(Problem::TooMany),
        (None, StatusCode::INSUFFICIENT_STORAGE) => RemoteError::Refused(Problem::QuotaReached),
        (None, status) if status.is_server_error() => RemoteError::Offline,
        (None, _) => RemoteError::Malformed,
    }
}

fn json<T: DeserializeOwned>(response: Response) -> Result<T, RemoteError> {
    serde_json::from_slice(&bytes(response, ANSWER_BYTES)?).map_err(|_| RemoteError::Malformed)
}

/// Reads an answer to its end, or for `ENOUGH` if what has come by then is of use, and never longer than `LONGEST`: whoever shuts the vault waits
/// for it.
fn read_within(mut answer: impl Read, bytes: &mut Vec<u8>, of_use: impl Fn(&[u8]) -> bool) -> io::Result<()> {
    let started = Instant::now();
    let mut piece = vec![0; 64 << 10];
    let mut looked = ENOUGH;
    loop {
        match answer.read(&mut piece)? {
            0 => return Ok(()),
            count => bytes.extend_from_slice(&piece[..count]),
        }
        let taken = started.elapsed();
        if taken > LONGEST {
            return Err(io::ErrorKind::TimedOut.into());
        }
        if taken > looked {
            if of_use(bytes) {
                return Ok(());
            }
            looked = taken + Duration::from_secs(5);
        }
    }
}

/// What an answer holds. Who answers more than `most` speaks another interface, or never ends.
fn bytes(response: Response, most: u64) -> Result<Vec<u8>, RemoteError> {
    let mut bytes = Vec::new();
    read_within(response.take(most + 1), &mut bytes, |_| false).map_err(|_| RemoteError::Offline)?;
    if bytes.len() as u64 > most { Err(RemoteError::Malformed) } else { Ok(bytes) }
}

fn header(response: &Response, name: &str) -> Option<u64> {
    response.headers().get(name)?.to_str().ok()?.parse().ok()
}

impl Remote for HttpRemote {
    fn server(&self) -> Result<ServerInfo, RemoteError> {
        ask_openly(&self.client, &self.base, "v1/server")
    }

    fn register(&self, after: u64) -> Result<RegisterPage, RemoteError> {
        self.get(&format!("v1/register?after={after}"))
    }

    fn append(&self, request: &RegisterAppend, founding: bool) -> Result<(), RemoteError> {
        let url = self.url("v1/register")?;
        if founding {
            answer(self.client.post(url).json(request)).map(drop)
        } else {
            self.send(|client| Ok(client.post(url.clone()).json(request))).map(drop)
        }
    }

    fn join(&self, request: &JoinRequest) -> Result<(), RemoteError> {
        answer(self.client.post(self.url("v1/joins")?).json(request)).map(drop)
    }

    fn joins(&self) -> Result<JoinPage, RemoteError> {
        self.get("v1/joins")
    }

    fn space(&self, space: SpaceId, at: Option<u64>) -> Result<SpaceState, RemoteError> {
        self.get(&match at {
            Some(at) => format!("v1/spaces/{space}?at={at}"),
            None => format!("v1/spaces/{space}"),
        })
    }

    fn records(&self, space: SpaceId, after: u64) -> Result<Vec<u8>, RemoteError> {
        self.frames(&format!("v1/spaces/{space}/records?after={after}"))
    }

    fn record(&self, space: SpaceId, seq: u64) -> Result<Vec<u8>, RemoteError> {
        // One record always comes, whatever its length.
        self.frames(&format!("v1/spaces/{space}/records?after={}&limit=1", seq.saturating_sub(1)))
    }

    fn heads(&self, space: SpaceId, after: Option<DocumentId>) -> Result<HeadsPage, RemoteError> {
        self.get(&match after {
            Some(after) => format!("v1/spaces/{space}/heads?after={after}"),
            None => format!("v1/spaces/{space}/heads"),
        })
    }

    fn documents(&self, space: SpaceId, documents: &[DocumentId], after: u64, tail: bool) -> Result<Vec<u8>, RemoteError> {
        let ids: Vec<String> = documents.iter().map(|document| document.0.simple().to_string()).collect();
        self.frames(&format!("v1/spaces/{space}/records?after={after}&tail={}&documents={}", u8::from(tail), ids.join(",")))
    }

    fn post(&self, space: SpaceId, records: &[u8]) -> Result<Vec<u8>, RemoteError> {
        let url = self.url(&format!("v1/spaces/{space}/records"))?;
        let response =
            self.send(|client| Ok(client.post(url.clone()).header("content-type", "application/octet-stream").body(records.to_vec())))?;
        bytes(response, RECEIPT_BYTES)
    }

    fn envelopes(&self, space: SpaceId, from: u32) -> Result<EnvelopePage, RemoteError> {
        self.get(&format!("v1/spaces/{space}/envelopes?from={from}"))
    }

    fn put_envelopes(&self, space: SpaceId, upload: &EpochUpload) -> Result<(), RemoteError> {
        let url = self.url(&format!("v1/spaces/{space}/envelopes"))?;
        self.send(|client| Ok(client.put(url.clone()).json(upload))).map(drop)
    }

    fn attachment_size(&self, space: SpaceId, hash: Hash) -> Result<Option<u64>, RemoteError> {
        match self.presence(space, hash) {
            Ok(Presence::Whole(size)) => Ok(Some(size)),
            Ok(Presence::Partial(_)) | Err(RemoteError::Refused(Problem::AttachmentNotNamed)) => Ok(None),
            Err(error) => Err(error),
        }
    }

    fn attachment_get(&self, space: SpaceId, hash: Hash, from: u64) -> Result<Box<dyn Read + Send>, RemoteError> {
        let response = self.send(|client| {
            let request = client.get(self.attachment_url(space, hash)?);
            Ok(if from > 0 { request.header("range", format!("bytes={from}-")) } else { request })
        })?;
        if from > 0 && response.status() != StatusCode::PARTIAL_CONTENT {
            return Err(RemoteError::Malformed);
        }
        Ok(Box::new(response))
    }

    fn attachment_put(&self, space: SpaceId, hash: Hash, path: &Path, keep_on: &dyn Fn() -> bool) -> Result<bool, RemoteError> {
        let length = path.metadata().map_err(|_| RemoteError::Malformed)?.len();
        let mut offset = match self.presence(space, hash)? {
            Presence::Whole(held) if held == length => return Ok(true),
            Presence::Whole(_) => return Err(RemoteError::Malformed),
            Presence::Partial(held) if held <= length => held,
            // More than there is of it is something else.
            Presence::Partial(_) => 0,
        };
        let mut resumed = offset > 0;
        while keep_on() {
            let part = read_part(path, offset).map_err(|_| RemoteError::Malformed)?;
            match self.send_part(space, hash, offset, length, &part) {
                Ok(Presence::Whole(_)) => return Ok(true),
                Ok(Presence::Partial(held)) if (offset + 1..=length).contains(&held) => offset = held,
                Ok(Presence::Partial(_)) => return Err(RemoteError::Malformed),
                // What lay there before was torn, or never this file: all of it again.
                Err(RemoteError::Refused(Problem::HashMismatch)) if resumed => (offset, resumed) = (0, false),
                Err(error) => return Err(error),
            }
        }
        Ok(false)
    }

    fn wait(&self, limit: Duration, is_news: &dyn Fn(&ServerEvent) -> bool) -> Result<Option<ServerEvent>, RemoteError> {
        let response = self.send(|client| Ok(client.get(self.url("v1/events")?).timeout(limit)))?;
        for line in BufReader::new(response.take(EVENT_BYTES)).lines() {
            // The time limit ends the stream with an error: nothing was heard.
            let Ok(line) = line else { return Ok(None) };
            let event = line.strip_prefix("data:").and_then(|data| serde_json::from_str(data.trim()).ok());
            // The stream begins with where everything stands, most of which is known here.
            if let Some(event) = event.filter(is_news) {
                return Ok(Some(event));
            }
        }
        Ok(None)
    }
}

#[cfg(test)]
mod tests;
