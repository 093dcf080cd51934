//! The HTTP interface: bodies in JSON, records as binary frames, errors as problem details (RFC 9457) with a closed code.

use praesto_crypto::{DeviceSigner, DeviceVerifier, Hash, Signature, SignatureInvalid};
use serde::{Deserialize, Serialize};

use crate::{DeviceId, DocumentId, InvitationId, LayoutError, OfficeId, Record, SpaceId, Writer};

const LOGIN: &str = "praesto/login/v1";
/// Longest page of records in bytes.
pub const MAX_PAGE_BYTES: usize = 8 << 20;
/// Longest sealed attachment in bytes.
pub const MAX_ATTACHMENT_BYTES: u64 = 2 << 30;

/// Bytes as unpadded base64url in JSON.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Bytes(pub Vec<u8>);

impl std::fmt::Debug for Bytes {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Bytes({})", self.0.len())
    }
}

impl Serialize for Bytes {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use base64::Engine;
        serializer.serialize_str(&base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(&self.0))
    }
}

impl<'de> Deserialize<'de> for Bytes {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        use base64::Engine;
        let text = String::deserialize(deserializer)?;
        base64::engine::general_purpose::URL_SAFE_NO_PAD.decode(text).map(Self).map_err(serde::de::Error::custom)
    }
}

/// Why the server refused. Closed: clients decide on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Problem {
    /// The request does not follow the interface.
    BadRequest,
    /// No token, or one that no longer holds.
    LoginNeeded,
    /// The register does not know the device, or not yet.
    DeviceUnknown,
    /// The register has revoked the device.
    DeviceRevoked,
    /// The register gives the device no right to this space.
    NotEntitled,
    NotFound,
    /// The office exists already, or this server takes no new ones.
    FoundingRefused,
    /// Another entry was appended first: fetch the register and try again.
    HeadMoved,
    /// The rules of the register refuse the entry; `detail` says why.
    EntryRefused,
    /// The seal is of an epoch that is not current: fetch keys, seal again, send again.
    EpochNotCurrent,
    /// The record does not follow the device's last one here; `detail` has the server's `device_seq`.
    ChainBroken,
    /// Signature, layout or office of a record do not fit.
    RecordRefused,
    /// Longer than the limit.
    TooLarge,
    /// Too many requests; `Retry-After` says when.
    TooMany,
    /// The office has used up its room.
    QuotaReached,
    /// No statement of the space names this attachment.
    AttachmentNotNamed,
    /// The bytes are not those that the address names.
    HashMismatch,
    /// The invitation does not exist, has expired, or was used.
    InvitationInvalid,
    /// The server itself has no room left, whatever the office may use. It takes the same once there is room.
    StorageFull,
    /// Not now: busy, about to stop, or something in it does not work. The same request may succeed later.
    Unavailable,
}

/// Problem details.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProblemDetails {
    pub code: Problem,
    pub title: String,
    pub status: u16,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
}

/// `GET /v1/server`: who the server is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServerInfo {
    /// Key of its receipts, 32 bytes.
    pub receipt_key: Bytes,
    pub version: String,
    /// Milliseconds since the Unix epoch.
    pub now: i64,
}

/// `POST /v1/login/challenge`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChallengeRequest {
    pub office: OfficeId,
    pub device: DeviceId,
}

/// Bytes to sign, good for a minute.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Challenge {
    pub challenge: Bytes,
}

/// `POST /v1/login`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LoginRequest {
    pub office: OfficeId,
    pub device: DeviceId,
    pub challenge: Bytes,
    pub signature: Bytes,
}

/// A token for the `Authorization: Bearer` header.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Login {
    pub token: String,
    /// Milliseconds since the Unix epoch.
    pub expires_at: i64,
}

impl LoginRequest {
    /// Signs a challenge.
    pub fn sign(office: OfficeId, device: DeviceId, challenge: Challenge, signer: &DeviceSigner) -> Self {
        let signature = signer.sign(LOGIN, &login_bytes(office, device, &challenge.challenge.0));
        Self { office, device, challenge: challenge.challenge, signature: Bytes(signature.to_vec()) }
    }

    /// Checks the signature.
    pub fn verify(&self, key: &DeviceVerifier) -> Result<(), SignatureInvalid> {
        let signature: &Signature = self.signature.0.as_slice().try_into().map_err(|_| SignatureInvalid)?;
        key.verify(LOGIN, &login_bytes(self.office, self.device, &self.challenge.0), signature)
    }
}

fn login_bytes(office: OfficeId, device: DeviceId, challenge: &[u8]) -> Vec<u8> {
    let mut w = Writer::default();
    w.fixed(office.as_bytes()).fixed(device.as_bytes()).bytes(challenge);
    w.finish()
}

/// `GET /v1/register?after=`: entries in order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RegisterPage {
    pub entries: Vec<Bytes>,
    /// Entries that the server holds in all.
    pub length: u64,
}

/// `POST /v1/register`: compare-and-append. The founding entry comes first in `entries` of the first call and needs no login.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RegisterAppend {
    pub office: OfficeId,
    pub entries: Vec<Bytes>,
    /// Keys of the epochs that `entries` make; all of it is stored or nothing.
    #[serde(default)]
    pub epochs: Vec<EpochUpload>,
}

/// The sealed keys of a new epoch.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EpochUpload {
    pub space: SpaceId,
    pub epoch: u32,
    /// The previous epoch's keys, sealed under this one's; empty for the first.
    pub link: Bytes,
    pub envelopes: Vec<EnvelopeUpload>,
}

/// One device's sealed keys.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EnvelopeUpload {
    pub device: DeviceId,
    pub sealed: Bytes,
}

/// `GET /v1/spaces/{id}/envelopes?from=`: the calling device's envelopes and all links from an epoch on, of so many epochs at once.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct EnvelopePage {
    pub epochs: Vec<EpochDownload>,
}

/// The keys of one epoch as far as the calling device may have them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EpochDownload {
    pub epoch: u32,
    pub link: Bytes,
    pub envelope: Option<Bytes>,
}

/// `POST /v1/joins`: a newcomer's keys, authenticated by the invitation's secret.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct JoinRequest {
    pub office: OfficeId,
    pub invitation: InvitationId,
    pub device: DeviceId,
    pub signing: Bytes,
    pub recipient: String,
    pub mac: Bytes,
}

/// `GET /v1/joins`: newcomers that wait for a device with the right to let them in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct JoinPage {
    pub joins: Vec<JoinRequest>,
}

/// State of a space on the server: `GET /v1/spaces/{id}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SpaceState {
    /// Records held.
    pub seq: u64,
    /// Running hash over them, 64 hexadecimal digits.
    pub order: String,
    /// The calling device's own chain as the server has it.
    pub device_seq: u64,
    /// Hash of its last statement; empty where `device_seq` is 0.
    pub device_head: String,
    /// Running hash at `?at=`, where asked and held.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order_at: Option<String>,
}

/// `GET /v1/spaces/{id}/heads?after=`: the documents of a space in the order of their ids.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeadsPage {
    pub documents: Vec<DocumentHead>,
    /// Where the next page begins; absent on the last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<DocumentId>,
}

/// Where a document stands on the server.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentHead {
    pub document: DocumentId,
    /// Place of the checkpoint that covers most, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub checkpoint: Option<u64>,
    /// Records of the space up to this place went into that checkpoint; 0 without one. The tail is what comes after.
    pub covers: u64,
    /// Place of the document's last record.
    pub head: u64,
}

/// `GET /v1/spaces/{id}/holding?after=`: unsent work of devices that may no longer write, for a member to admit or refuse. One device's at a time,
/// which can be as long as a page of records; an empty answer at the end.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct HoldingPage {
    pub outboxes: Vec<HeldOutbox>,
}

/// One device's unsent work.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeldOutbox {
    pub device: DeviceId,
    /// Milliseconds since the Unix epoch, on the server's clock.
    pub received_at: i64,
    /// Sealed to the space's attachment recipient.
    pub sealed: Bytes,
}

/// One record with its place in the server's order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frame {
    pub seq: u64,
    /// Milliseconds since the Unix epoch, on the server's clock.
    pub received_at: i64,
    pub record: Vec<u8>,
}

impl Frame {
    /// `length: u32 ‖ seq: u64 ‖ received_at: u64 ‖ record`, the length counting what follows it.
    pub fn write(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(&((self.record.len() + 16) as u32).to_be_bytes());
        out.extend_from_slice(&self.seq.to_be_bytes());
        out.extend_from_slice(&self.received_at.to_be_bytes());
        out.extend_from_slice(&self.record);
    }

    /// Takes whole frames from the start of `bytes`; a frame that has not arrived whole is left, so a broken download loses only that one.
    pub fn read_all(bytes: &[u8]) -> (Vec<Self>, usize) {
        let mut frames = Vec::new();
        let mut at = 0;
        while let Some((length, rest)) = bytes[at..].split_first_chunk::<4>() {
            let length = u32::from_be_bytes(*length) as usize;
            let Some(body) = rest.get(..length) else { break };
            let Some((head, record)) = body.split_first_chunk::<16>() else { break };
            let mut word = [0; 8];
            word.copy_from_slice(&head[..8]);
            let seq = u64::from_be_bytes(word);
            word.copy_from_slice(&head[8..]);
            frames.push(Self { seq, received_at: i64::from_be_bytes(word), record: record.to_vec() });
            at += 4 + length;
        }
        (frames, at)
    }
}

/// Body of `POST /v1/spaces/{id}/records`: records with their length before each.
pub fn encode_records<'a>(records: impl IntoIterator<Item = &'a [u8]>) -> Vec<u8> {
    let mut w = Writer::default();
    records.into_iter().for_each(|record| {
        w.bytes(record);
    });
    w.finish()
}

/// Reads what [`encode_records`] wrote.
pub fn decode_records(bytes: &[u8]) -> Result<Vec<Record>, LayoutError> {
    let mut r = crate::Reader::new(bytes);
    let mut records = Vec::new();
    while r.clone().finish().is_err() {
        records.push(Record::decode(r.bytes()?)?);
    }
    Ok(records)
}

/// `GET /v1/events`, as data of server-sent events.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "snake_case")]
pub enum ServerEvent {
    /// A space reached this many records.
    Space { space: SpaceId, seq: u64 },
    /// The register reached this many entries.
    Register { length: u64 },
    /// A newcomer waits.
    Join,
}

/// Reads a digest that a body carries as text; empty text is the digest of nothing, all zeros.
pub fn hash_from_text(text: &str) -> Result<Hash, LayoutError> {
    if text.is_empty() { Ok(Hash::default()) } else { text.parse().map_err(|_| LayoutError::Value) }
}
