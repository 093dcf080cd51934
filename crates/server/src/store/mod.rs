//! What is kept, and the one door to it: [`Store`], implemented for SQLite and for PostgreSQL and held to one conformance suite.
//!
//! A store keeps and orders; it does not decide who may. The one decision it takes is which records may follow, because that needs the
//! lock of the space: [`chain`] has it, the same for every store. SQL stays in the modules below.

pub mod chain;
mod migrations;
mod postgres;
mod sqlite;

use std::collections::HashMap;
use std::io::ErrorKind;

use praesto_crypto::{Hash, Secret32};
use praesto_protocol::api::{DocumentHead, EpochDownload, EpochUpload, Frame, HeldOutbox, JoinRequest};
use praesto_protocol::register::LastAccepted;
use praesto_protocol::{DeviceId, DocumentId, InvitationId, OfficeId, PersonId, SpaceId};

pub use chain::{Appended, Arriving, Batch, Checkpoint};
pub use migrations::MIGRATIONS;
pub use postgres::PostgresStore;
pub use sqlite::SqliteStore;

/// The store could not do its work.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    #[error("{0}: {1}")]
    Sqlite(&'static str, rusqlite::Error),
    #[error("{0}: {1}")]
    Postgres(&'static str, tokio_postgres::Error),
    #[error("no connection: {0}")]
    Pool(String),
    #[error("migrations: {0}")]
    Migration(String),
    /// What is stored does not read back as it was written.
    #[error("the store is damaged: {0}")]
    Damaged(&'static str),
    #[error(transparent)]
    Io(#[from] std::io::Error),
}

impl StoreError {
    /// Whether there was no room left for what was to be written.
    pub fn is_full(&self) -> bool {
        match self {
            Self::Sqlite(_, error) => matches!(error.sqlite_error_code(), Some(rusqlite::ErrorCode::DiskFull)),
            Self::Postgres(_, error) => error.code() == Some(&tokio_postgres::error::SqlState::DISK_FULL),
            Self::Io(error) => matches!(error.kind(), ErrorKind::StorageFull | ErrorKind::QuotaExceeded),
            Self::Pool(_) | Self::Migration(_) | Self::Damaged(_) => false,
        }
    }
}

/// The server's own keys.
#[derive(Debug)]
pub struct Identity {
    /// Signs receipts (Ed25519).
    pub receipt_key: Secret32,
    /// Authenticates challenges and tokens.
    pub token_key: Secret32,
}

/// A space of an office.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Place {
    pub office: OfficeId,
    pub space: SpaceId,
}

/// Entries that follow, with everything that must come and go with them.
#[derive(Debug)]
pub struct RegisterTail<'a> {
    /// Length of the register that they follow.
    pub after: u64,
    pub entries: &'a [Vec<u8>],
    pub epochs: &'a [EpochUpload],
    /// Invitations that these entries use up: nobody waits on them any longer.
    pub redeemed: &'a [InvitationId],
    /// Who brings them, where that is counted.
    pub brought: Option<Brought>,
    /// Whether they may found an office only where there is no other.
    pub only_office: bool,
    /// Devices that somebody who is no administrator revokes, with the lines that they draw: nothing that is here may lie past them.
    pub revoked: &'a [(DeviceId, Vec<LastAccepted>)],
}

impl RegisterTail<'_> {
    /// Bytes that it takes to keep them.
    pub fn bytes(&self) -> u64 {
        self.entries.iter().map(|entry| entry.len() as u64).sum::<u64>() + self.epochs.iter().map(upload_bytes).sum::<u64>()
    }
}

/// Bytes of the keys of an epoch.
pub fn upload_bytes(upload: &EpochUpload) -> u64 {
    (upload.link.0.len() + upload.envelopes.iter().map(|envelope| envelope.sealed.0.len()).sum::<usize>()) as u64
}

/// A day, as entries of the register are counted by it.
pub const DAY_MS: i64 = 86_400_000;

/// How many entries a person brings, and how many they may bring on one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Brought {
    pub person: PersonId,
    pub entries: u64,
    pub most: u64,
}

/// What became of entries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grown {
    Done,
    /// The register has another length.
    Moved,
    /// The person has brought too many today.
    DayIsFull,
    /// There is an office here already.
    OtherOffice,
    /// A revocation would make records void that are here.
    VoidsRecords,
}

/// Where a space stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    pub seq: u64,
    pub order: Hash,
    /// The chain of the device that was asked about: place and hash of its last statement.
    pub device: (u64, Hash),
    /// Running hash at the place that was asked about, if it is held.
    pub order_at: Option<Hash>,
}

/// Which records of a space to read.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Selection {
    /// Only records after this place.
    pub after: u64,
    /// Only these documents; all where empty.
    pub documents: Vec<DocumentId>,
    /// Only what is not already in the checkpoint of its document that covers most: that checkpoint, and all it does not cover.
    pub tail: bool,
}

/// Whether the end of a device's chain lies past the lines that its revocation draws.
fn is_past(lines: &[LastAccepted], space: SpaceId, (seq, hash): (u64, Hash)) -> bool {
    let line = lines.iter().find(|line| line.space == space).map_or((0, Hash::default()), |line| (line.device_seq, line.statement));
    seq > line.0 || (seq == line.0 && seq > 0 && hash != line.1)
}

/// What became of a newcomer's request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Joining {
    Waits,
    /// So many wait on this invitation already.
    TooMany,
}

/// What became of a device's unsent work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holding {
    Held,
    /// The device has handed over something else before.
    HeldOther,
}

/// Keeps what offices store. Blocking; every method is one transaction.
pub trait Store: Send + Sync + 'static {
    /// The server's keys; on first use `fresh` becomes them.
    fn identity(&self, fresh: Identity) -> Result<Identity, StoreError>;

    /// Whether there is any office.
    fn holds_offices(&self) -> Result<bool, StoreError>;

    /// Number of entries of an office's register; 0 where there is no such office.
    fn register_length(&self, office: OfficeId) -> Result<u64, StoreError>;

    /// Entries from place `from` on, in order, at least one where there is one and then up to `limit` bytes.
    fn register_entries(&self, office: OfficeId, from: u64, limit: usize) -> Result<Vec<Vec<u8>>, StoreError>;

    /// Appends to the register where it is of length `tail.after`.
    fn append_register(&self, office: OfficeId, tail: &RegisterTail<'_>, now: i64) -> Result<Grown, StoreError>;

    /// Links from an epoch on, and a device's own envelopes, of at most `limit` epochs.
    fn epochs(&self, place: Place, device: DeviceId, from: u32, limit: u32) -> Result<Vec<EpochDownload>, StoreError>;

    /// Adds an epoch's keys where they are missing; what is there stays. Answers how many bytes were added.
    fn complete_epoch(&self, office: OfficeId, epoch: &EpochUpload) -> Result<u64, StoreError>;

    /// Places of those records that are here.
    fn known(&self, place: Place, hashes: &[Hash]) -> Result<HashMap<Hash, u64>, StoreError>;

    /// The bytes of a record, if it is here.
    fn record(&self, place: Place, hash: Hash) -> Result<Option<Vec<u8>>, StoreError>;

    /// Puts other bytes in the place of a record that is here: the same statement under another seal. The space is counted with the new ones.
    fn replace_record(&self, place: Place, hash: Hash, bytes: &[u8]) -> Result<(), StoreError>;

    /// Appends batches in this order as [`chain::plan`] decides, each whole or not at all; says what became of each.
    fn append_records(&self, place: Place, batches: &[&Batch]) -> Result<Vec<Appended>, StoreError>;

    /// Where a space stands, for a device.
    fn standing(&self, place: Place, device: DeviceId, at: Option<u64>) -> Result<Standing, StoreError>;

    /// Documents after one, in the order of their ids, at most `limit`.
    fn heads(&self, place: Place, after: Option<DocumentId>, limit: u32) -> Result<Vec<DocumentHead>, StoreError>;

    /// Records in order: at least one where there is one, then up to `limit` bytes of frames.
    fn records(&self, place: Place, selection: &Selection, limit: usize) -> Result<Vec<Frame>, StoreError>;

    /// The noted length of an attachment that a statement of the space names: 0 until [`Store::attachment_arrived`].
    fn attachment_noted(&self, place: Place, attachment: Hash) -> Result<Option<u64>, StoreError>;

    /// Notes that an attachment is here; once, however often it is said.
    fn attachment_arrived(&self, place: Place, attachment: Hash, length: u64) -> Result<(), StoreError>;

    /// Bytes of an office: its register and keys, records, whole attachments, and unsent work.
    fn used_bytes(&self, office: OfficeId) -> Result<u64, StoreError>;

    /// Notes a newcomer; the same device asking again replaces its request.
    fn add_joining(&self, request: &JoinRequest, most: u32, now: i64) -> Result<Joining, StoreError>;

    /// Newcomers that wait.
    fn joining(&self, office: OfficeId) -> Result<Vec<JoinRequest>, StoreError>;

    /// Holds a device's unsent work, once.
    fn hold(&self, place: Place, device: DeviceId, sealed: &[u8], now: i64) -> Result<Holding, StoreError>;

    /// The next device's unsent work that waits for a member, in the order of the devices.
    fn held(&self, place: Place, after: Option<DeviceId>) -> Result<Option<HeldOutbox>, StoreError>;

    /// Lets go of unsent work that a member has settled.
    fn let_go(&self, place: Place, device: DeviceId) -> Result<(), StoreError>;

    /// Whether the store answers.
    fn check(&self) -> Result<(), StoreError>;
}
