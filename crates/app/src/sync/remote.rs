//! The server as the engine sees it.

use std::io::Read;
use std::path::Path;
use std::time::Duration;

use praesto_crypto::Hash;
use praesto_protocol::api::{
    EnvelopePage, EpochUpload, HeadsPage, JoinPage, JoinRequest, Problem, RegisterAppend, RegisterPage, ServerEvent, ServerInfo, SpaceState,
};
use praesto_protocol::{DocumentId, SpaceId};

/// Why a call gave no answer to go on with.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RemoteError {
    /// Not reached, or the connection broke. Whether the request was carried out is not known: every request can be made again.
    #[error("the server cannot be reached")]
    Offline,
    /// A download ended before its announced end, without a broken connection. What has come is kept.
    #[error("the download ended early")]
    CutShort,
    /// Reached, and refused.
    #[error("the server refuses: {0:?}")]
    Refused(Problem),
    /// Reached, and its answer does not follow the interface.
    #[error("the server's answer cannot be read")]
    Malformed,
    /// The address names no server that can be asked.
    #[error("the address names no server that can be asked")]
    OtherServer,
    /// Reached, and its certificate is not the one that the address names, or none that is believed here.
    #[error("the server's certificate does not fit its address")]
    OtherCertificate,
}

/// The server's interface, blocking. Logging in happens inside. Every call may be repeated.
pub trait Remote: Send {
    fn server(&self) -> Result<ServerInfo, RemoteError>;
    /// Entries of the register after the first `after`.
    fn register(&self, after: u64) -> Result<RegisterPage, RemoteError>;
    /// Compare-and-append. `founding` needs no login.
    fn append(&self, request: &RegisterAppend, founding: bool) -> Result<(), RemoteError>;
    fn join(&self, request: &JoinRequest) -> Result<(), RemoteError>;
    fn joins(&self) -> Result<JoinPage, RemoteError>;
    /// State of a space; with `at`, also the running hash there.
    fn space(&self, space: SpaceId, at: Option<u64>) -> Result<SpaceState, RemoteError>;
    /// Frames after the first `after` records; empty at the end.
    fn records(&self, space: SpaceId, after: u64) -> Result<Vec<u8>, RemoteError>;
    /// The frame at one place, first in what comes.
    fn record(&self, space: SpaceId, seq: u64) -> Result<Vec<u8>, RemoteError> {
        self.records(space, seq.saturating_sub(1))
    }
    /// Where the documents after one stand.
    fn heads(&self, space: SpaceId, after: Option<DocumentId>) -> Result<HeadsPage, RemoteError>;
    /// Frames of some documents after place `after`; empty at the end. `tail` leaves out what the checkpoint of a document that covers most has in
    /// it already.
    fn documents(&self, space: SpaceId, documents: &[DocumentId], after: u64, tail: bool) -> Result<Vec<u8>, RemoteError>;
    /// Posts records, as `praesto_protocol::api::encode_records` writes them; gives the bytes of the receipt.
    fn post(&self, space: SpaceId, records: &[u8]) -> Result<Vec<u8>, RemoteError>;
    fn envelopes(&self, space: SpaceId, from: u32) -> Result<EnvelopePage, RemoteError>;
    /// Brings sealed keys of an epoch that the server lacks.
    fn put_envelopes(&self, space: SpaceId, upload: &EpochUpload) -> Result<(), RemoteError>;
    /// Bytes of a sealed attachment that the server holds whole; `None` where it does not.
    fn attachment_size(&self, space: SpaceId, hash: Hash) -> Result<Option<u64>, RemoteError>;
    /// Reads a sealed attachment from byte `from` on.
    fn attachment_get(&self, space: SpaceId, hash: Hash, from: u64) -> Result<Box<dyn Read + Send>, RemoteError>;
    /// Sends a sealed attachment, going on where an earlier try ended, as long as `keep_on` says so between its parts. `true` only once the server
    /// says that it holds all of it.
    fn attachment_put(&self, space: SpaceId, hash: Hash, file: &Path, keep_on: &dyn Fn() -> bool) -> Result<bool, RemoteError>;
    /// Waits at most `limit` for an event that `is_news` takes for one. `None` when nothing new was heard.
    fn wait(&self, limit: Duration, is_news: &dyn Fn(&ServerEvent) -> bool) -> Result<Option<ServerEvent>, RemoteError>;
}
