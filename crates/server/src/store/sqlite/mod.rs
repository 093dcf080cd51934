//! The embedded default: one SQLite database, one writer, a few readers that never wait for it.

mod records;
mod register;
mod rest;

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use praesto_crypto::{Hash, Secret32};
use praesto_protocol::api::{DocumentHead, EpochDownload, EpochUpload, Frame, HeldOutbox, JoinRequest};
use praesto_protocol::{DeviceId, DocumentId, OfficeId};
use rusqlite::{Connection, OpenFlags, Transaction, TransactionBehavior};
use rusqlite_migration::{M, Migrations};

use super::{Appended, Batch, Grown, Holding, Identity, Joining, MIGRATIONS, Place, RegisterTail, Selection, Standing, Store, StoreError};

const BUSY: Duration = Duration::from_secs(10);
const READERS_KEPT: usize = 8;

/// A store in one file.
#[derive(Debug)]
pub struct SqliteStore {
    path: PathBuf,
    writer: Mutex<Connection>,
    readers: Mutex<Vec<Connection>>,
}

/// Names what was tried beside what went wrong.
trait Tried<T> {
    fn tried(self, what: &'static str) -> Result<T, StoreError>;
}

impl<T> Tried<T> for rusqlite::Result<T> {
    fn tried(self, what: &'static str) -> Result<T, StoreError> {
        self.map_err(|error| StoreError::Sqlite(what, error))
    }
}

impl SqliteStore {
    /// Opens a store, making it where there is none, and brings it to the newest step.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        let mut writer = Connection::open(path).tried("open the store")?;
        prepare(&writer)?;
        let steps = Migrations::new(MIGRATIONS.iter().map(|(_, sqlite, _)| M::up(sqlite)).collect());
        steps.to_latest(&mut writer).map_err(|error| StoreError::Migration(error.to_string()))?;
        Ok(Self { path: path.to_owned(), writer: Mutex::new(writer), readers: Mutex::default() })
    }

    /// Copies the store as it is at this moment into a new file.
    pub fn copy_to(&self, path: &Path) -> Result<(), StoreError> {
        let mut copy = Connection::open(path).tried("open the copy")?;
        self.read(|reader| {
            let backup = rusqlite::backup::Backup::new(reader, &mut copy).tried("begin the copy")?;
            backup.run_to_completion(1_000, Duration::ZERO, None).tried("copy")
        })
    }

    fn write<T>(&self, work: impl FnOnce(&Transaction<'_>) -> Result<T, StoreError>) -> Result<T, StoreError> {
        let mut writer = lock(&self.writer);
        let tx = writer.transaction_with_behavior(TransactionBehavior::Immediate).tried("begin")?;
        let done = work(&tx)?;
        tx.commit().tried("commit")?;
        Ok(done)
    }

    fn read<T>(&self, work: impl FnOnce(&Connection) -> Result<T, StoreError>) -> Result<T, StoreError> {
        let kept = lock(&self.readers).pop();
        let mut reader = match kept {
            Some(reader) => reader,
            None => self.reader()?,
        };
        let done = {
            // One snapshot for all that one question reads.
            let tx = reader.transaction().tried("begin reading")?;
            work(&tx)?
        };
        let mut readers = lock(&self.readers);
        if readers.len() < READERS_KEPT {
            readers.push(reader);
        }
        Ok(done)
    }

    fn reader(&self) -> Result<Connection, StoreError> {
        let reader = Connection::open_with_flags(&self.path, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX)
            .tried("open a reader")?;
        prepare(&reader)?;
        reader.pragma_update(None, "query_only", true).tried("open a reader")?;
        Ok(reader)
    }
}

fn prepare(connection: &Connection) -> Result<(), StoreError> {
    connection.busy_timeout(BUSY).tried("prepare")?;
    for (name, value) in [("journal_mode", "WAL"), ("synchronous", "FULL"), ("fullfsync", "ON"), ("checkpoint_fullfsync", "ON")] {
        connection.pragma_update(None, name, value).tried("prepare")?;
    }
    connection.set_prepared_statement_cache_capacity(64);
    Ok(())
}

/// A panic elsewhere cannot have left a transaction open (it rolls back when dropped), so the connection is still good.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn hash(bytes: [u8; 32]) -> Hash {
    Hash(bytes)
}

impl Store for SqliteStore {
    fn identity(&self, fresh: Identity) -> Result<Identity, StoreError> {
        self.write(|tx| rest::identity(tx, fresh))
    }

    fn holds_offices(&self) -> Result<bool, StoreError> {
        self.read(register::any)
    }

    fn register_length(&self, office: OfficeId) -> Result<u64, StoreError> {
        self.read(|reader| register::length(reader, office))
    }

    fn register_entries(&self, office: OfficeId, from: u64, limit: usize) -> Result<Vec<Vec<u8>>, StoreError> {
        self.read(|reader| register::entries(reader, office, from, limit))
    }

    fn append_register(&self, office: OfficeId, tail: &RegisterTail<'_>, now: i64) -> Result<Grown, StoreError> {
        self.write(|tx| register::append(tx, office, tail, now))
    }

    fn epochs(&self, place: Place, device: DeviceId, from: u32, limit: u32) -> Result<Vec<EpochDownload>, StoreError> {
        self.read(|reader| register::epochs(reader, place, device, from, limit))
    }

    fn complete_epoch(&self, office: OfficeId, epoch: &EpochUpload) -> Result<u64, StoreError> {
        self.write(|tx| register::complete_epoch(tx, office, epoch))
    }

    fn known(&self, place: Place, hashes: &[Hash]) -> Result<HashMap<Hash, u64>, StoreError> {
        self.read(|reader| records::known(reader, place, hashes))
    }

    fn record(&self, place: Place, hash: Hash) -> Result<Option<Vec<u8>>, StoreError> {
        self.read(|reader| records::one(reader, place, hash))
    }

    fn replace_record(&self, place: Place, hash: Hash, bytes: &[u8]) -> Result<(), StoreError> {
        self.write(|tx| records::replace(tx, place, hash, bytes))
    }

    fn append_records(&self, place: Place, batches: &[&Batch]) -> Result<Vec<Appended>, StoreError> {
        self.write(|tx| records::append(tx, place, batches))
    }

    fn standing(&self, place: Place, device: DeviceId, at: Option<u64>) -> Result<Standing, StoreError> {
        self.read(|reader| records::standing(reader, place, device, at))
    }

    fn heads(&self, place: Place, after: Option<DocumentId>, limit: u32) -> Result<Vec<DocumentHead>, StoreError> {
        self.read(|reader| records::heads(reader, place, after, limit))
    }

    fn records(&self, place: Place, selection: &Selection, limit: usize) -> Result<Vec<Frame>, StoreError> {
        self.read(|reader| records::read(reader, place, selection, limit))
    }

    fn attachment_noted(&self, place: Place, attachment: Hash) -> Result<Option<u64>, StoreError> {
        self.read(|reader| rest::attachment_noted(reader, place, attachment))
    }

    fn attachment_arrived(&self, place: Place, attachment: Hash, length: u64) -> Result<(), StoreError> {
        self.write(|tx| rest::attachment_arrived(tx, place, attachment, length))
    }

    fn used_bytes(&self, office: OfficeId) -> Result<u64, StoreError> {
        self.read(|reader| rest::used_bytes(reader, office))
    }

    fn add_joining(&self, request: &JoinRequest, most: u32, now: i64) -> Result<Joining, StoreError> {
        self.write(|tx| rest::add_joining(tx, request, most, now))
    }

    fn joining(&self, office: OfficeId) -> Result<Vec<JoinRequest>, StoreError> {
        self.read(|reader| rest::joining(reader, office))
    }

    fn hold(&self, place: Place, device: DeviceId, sealed: &[u8], now: i64) -> Result<Holding, StoreError> {
        self.write(|tx| rest::hold(tx, place, device, sealed, now))
    }

    fn held(&self, place: Place, after: Option<DeviceId>) -> Result<Option<HeldOutbox>, StoreError> {
        self.read(|reader| rest::held(reader, place, after))
    }

    fn let_go(&self, place: Place, device: DeviceId) -> Result<(), StoreError> {
        self.write(|tx| rest::let_go(tx, place, device))
    }

    fn check(&self) -> Result<(), StoreError> {
        self.read(|reader| reader.query_row("SELECT count(*) FROM server", (), |_| Ok(())).tried("check"))
    }
}

fn secret(bytes: Vec<u8>) -> Result<Secret32, StoreError> {
    Secret32::from_slice(&bytes).ok_or(StoreError::Damaged("a key of the server"))
}
