//! The store for many servers at once: PostgreSQL, one row lock per space, so that a place becomes visible only after all places before it.

mod migrate;
mod records;
mod register;
mod rest;

use std::collections::HashMap;
use std::future::Future;
use std::str::FromStr;

use deadpool_postgres::{Manager, ManagerConfig, Object, Pool, RecyclingMethod, Transaction};
use praesto_crypto::Hash;
use praesto_protocol::api::{DocumentHead, EpochDownload, EpochUpload, Frame, HeldOutbox, JoinRequest};
use praesto_protocol::{DeviceId, DocumentId, OfficeId};
use tokio::runtime::Handle;
use tokio_postgres::types::ToSql;
use tokio_postgres::{Config, IsolationLevel, NoTls, Row};

use super::{Appended, Batch, Grown, Holding, Identity, Joining, Place, RegisterTail, Selection, Standing, Store, StoreError};

const CONNECTIONS: usize = 16;

/// A store in a PostgreSQL database.
///
/// Its methods block, so they must run on a thread that may: [`tokio::task::spawn_blocking`], or one without a runtime.
#[derive(Debug)]
pub struct PostgresStore {
    pool: Pool,
    runtime: Handle,
}

type Parameters<'a> = &'a [&'a (dyn ToSql + Sync)];

/// Names what was tried beside what went wrong.
trait Tried<T> {
    fn tried(self, what: &'static str) -> Result<T, StoreError>;
}

impl<T> Tried<T> for Result<T, tokio_postgres::Error> {
    fn tried(self, what: &'static str) -> Result<T, StoreError> {
        self.map_err(|error| StoreError::Postgres(what, error))
    }
}

/// Where statements run.
enum Tx<'a> {
    /// In one transaction.
    Whole(Transaction<'a>),
    /// Each by itself: three trips less to the database for a question that one statement answers.
    Single(&'a Object),
}

impl Tx<'_> {
    async fn rows(&self, what: &'static str, text: &str, parameters: Parameters<'_>) -> Result<Vec<Row>, StoreError> {
        match self {
            Self::Whole(tx) => tx.query(&tx.prepare_cached(text).await.tried(what)?, parameters).await,
            Self::Single(connection) => connection.query(&connection.prepare_cached(text).await.tried(what)?, parameters).await,
        }
        .tried(what)
    }

    async fn row(&self, what: &'static str, text: &str, parameters: Parameters<'_>) -> Result<Option<Row>, StoreError> {
        Ok(self.rows(what, text, parameters).await?.into_iter().next())
    }

    async fn run(&self, what: &'static str, text: &str, parameters: Parameters<'_>) -> Result<u64, StoreError> {
        match self {
            Self::Whole(tx) => tx.execute(&tx.prepare_cached(text).await.tried(what)?, parameters).await,
            Self::Single(connection) => connection.execute(&connection.prepare_cached(text).await.tried(what)?, parameters).await,
        }
        .tried(what)
    }

    async fn end(self, what: &'static str) -> Result<(), StoreError> {
        match self {
            Self::Whole(tx) => tx.commit().await.tried(what),
            Self::Single(_) => Ok(()),
        }
    }
}

impl PostgresStore {
    /// Connects and brings the database to the newest step. The connection is not encrypted: the database belongs on the same computer
    /// or behind the same wall.
    pub async fn open(url: &str) -> Result<Self, StoreError> {
        let config = Config::from_str(url).tried("read the address of the database")?;
        let manager = Manager::from_config(config, NoTls, ManagerConfig { recycling_method: RecyclingMethod::Fast });
        let pool = Pool::builder(manager).max_size(CONNECTIONS).build().map_err(|error| StoreError::Pool(error.to_string()))?;
        let store = Self { pool, runtime: Handle::current() };
        migrate::to_latest(&mut store.connection().await?).await?;
        Ok(store)
    }

    async fn connection(&self) -> Result<Object, StoreError> {
        self.pool.get().await.map_err(|error| StoreError::Pool(error.to_string()))
    }

    fn write<T>(&self, work: impl AsyncFnOnce(&Tx<'_>) -> Result<T, StoreError>) -> Result<T, StoreError> {
        self.block(async {
            let mut connection = self.connection().await?;
            let tx = Tx::Whole(connection.transaction().await.tried("begin")?);
            let done = work(&tx).await?;
            tx.end("commit").await?;
            Ok(done)
        })
    }

    /// Reads by one statement.
    fn read<T>(&self, work: impl AsyncFnOnce(&Tx<'_>) -> Result<T, StoreError>) -> Result<T, StoreError> {
        self.block(async { work(&Tx::Single(&self.connection().await?)).await })
    }

    /// Reads one moment by several statements.
    fn read_together<T>(&self, work: impl AsyncFnOnce(&Tx<'_>) -> Result<T, StoreError>) -> Result<T, StoreError> {
        self.block(async {
            let mut connection = self.connection().await?;
            let begin = connection.build_transaction().isolation_level(IsolationLevel::RepeatableRead).read_only(true);
            let tx = Tx::Whole(begin.start().await.tried("begin reading")?);
            let found = work(&tx).await?;
            tx.end("end reading").await?;
            Ok(found)
        })
    }

    fn block<T>(&self, work: impl Future<Output = T>) -> T {
        self.runtime.block_on(work)
    }
}

/// A number of ours as PostgreSQL counts. What is beyond it is beyond everything stored.
fn number(value: u64) -> i64 {
    i64::try_from(value).unwrap_or(i64::MAX)
}

fn unsigned(row: &Row, column: usize) -> Result<u64, StoreError> {
    let value: i64 = row.try_get(column).tried("read a number")?;
    u64::try_from(value).map_err(|_| StoreError::Damaged("a number below zero"))
}

fn bytes<const N: usize>(row: &Row, column: usize) -> Result<[u8; N], StoreError> {
    let value: &[u8] = row.try_get(column).tried("read bytes")?;
    value.try_into().map_err(|_| StoreError::Damaged("bytes of another length"))
}

fn hash(row: &Row, column: usize) -> Result<Hash, StoreError> {
    bytes(row, column).map(Hash)
}

impl Store for PostgresStore {
    fn identity(&self, fresh: Identity) -> Result<Identity, StoreError> {
        self.write(async |tx| rest::identity(tx, &fresh).await)
    }

    fn holds_offices(&self) -> Result<bool, StoreError> {
        self.read(async |tx| register::any(tx).await)
    }

    fn register_length(&self, office: OfficeId) -> Result<u64, StoreError> {
        self.read(async |tx| register::length(tx, office, "").await)
    }

    fn register_entries(&self, office: OfficeId, from: u64, limit: usize) -> Result<Vec<Vec<u8>>, StoreError> {
        self.read(async |tx| register::entries(tx, office, from, limit).await)
    }

    fn append_register(&self, office: OfficeId, tail: &RegisterTail<'_>, now: i64) -> Result<Grown, StoreError> {
        self.write(async |tx| register::append(tx, office, tail, now).await)
    }

    fn epochs(&self, place: Place, device: DeviceId, from: u32, limit: u32) -> Result<Vec<EpochDownload>, StoreError> {
        self.read(async |tx| register::epochs(tx, place, device, from, limit).await)
    }

    fn complete_epoch(&self, office: OfficeId, epoch: &EpochUpload) -> Result<u64, StoreError> {
        self.write(async |tx| register::complete_epoch(tx, office, epoch).await)
    }

    fn known(&self, place: Place, hashes: &[Hash]) -> Result<HashMap<Hash, u64>, StoreError> {
        self.read(async |tx| records::known(tx, place, hashes).await)
    }

    fn record(&self, place: Place, hash: Hash) -> Result<Option<Vec<u8>>, StoreError> {
        self.read(async |tx| records::one(tx, place, hash).await)
    }

    fn replace_record(&self, place: Place, hash: Hash, bytes: &[u8]) -> Result<(), StoreError> {
        self.write(async |tx| records::replace(tx, place, hash, bytes).await)
    }

    fn append_records(&self, place: Place, batches: &[&Batch]) -> Result<Vec<Appended>, StoreError> {
        self.write(async |tx| records::append(tx, place, batches).await)
    }

    fn standing(&self, place: Place, device: DeviceId, at: Option<u64>) -> Result<Standing, StoreError> {
        self.read_together(async |tx| records::standing(tx, place, device, at).await)
    }

    fn heads(&self, place: Place, after: Option<DocumentId>, limit: u32) -> Result<Vec<DocumentHead>, StoreError> {
        self.read(async |tx| records::heads(tx, place, after, limit).await)
    }

    fn records(&self, place: Place, selection: &Selection, limit: usize) -> Result<Vec<Frame>, StoreError> {
        self.read(async |tx| records::read(tx, place, selection, limit).await)
    }

    fn attachment_noted(&self, place: Place, attachment: Hash) -> Result<Option<u64>, StoreError> {
        self.read(async |tx| rest::attachment_noted(tx, place, attachment).await)
    }

    fn attachment_arrived(&self, place: Place, attachment: Hash, length: u64) -> Result<(), StoreError> {
        self.write(async |tx| rest::attachment_arrived(tx, place, attachment, length).await)
    }

    fn used_bytes(&self, office: OfficeId) -> Result<u64, StoreError> {
        self.read(async |tx| rest::used_bytes(tx, office).await)
    }

    fn add_joining(&self, request: &JoinRequest, most: u32, now: i64) -> Result<Joining, StoreError> {
        self.write(async |tx| rest::add_joining(tx, request, most, now).await)
    }

    fn joining(&self, office: OfficeId) -> Result<Vec<JoinRequest>, StoreError> {
        self.read(async |tx| rest::joining(tx, office).await)
    }

    fn hold(&self, place: Place, device: DeviceId, sealed: &[u8], now: i64) -> Result<Holding, StoreError> {
        self.write(async |tx| rest::hold(tx, place, device, sealed, now).await)
    }

    fn held(&self, place: Place, after: Option<DeviceId>) -> Result<Option<HeldOutbox>, StoreError> {
        self.read(async |tx| rest::held(tx, place, after).await)
    }

    fn let_go(&self, place: Place, device: DeviceId) -> Result<(), StoreError> {
        self.write(async |tx| rest::let_go(tx, place, device).await)
    }

    fn check(&self) -> Result<(), StoreError> {
        self.read(async |tx| tx.row("check", "SELECT one FROM server", &[]).await.map(drop))
    }
}
