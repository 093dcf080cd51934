//! Records: signed statements with their content, own and others', each kept once by its statement's hash.

use praesto_crypto::Hash;
use praesto_protocol::{DeviceId, DocumentId, Kind, SpaceId};
use rusqlite::Row;
use rusqlite::types::Type;

use crate::sql::{self, int, misplaced};
use crate::{VaultError, View, Writer};

pub(super) const COLUMNS: &str =
    "hash, space, document, kind, device, device_seq, statement, salt, payload, what, made_at, server_seq, received_at";

/// A record as this computer holds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredRecord {
    /// Hash of the signed statement.
    pub hash: Hash,
    pub space: SpaceId,
    pub document: DocumentId,
    pub kind: Kind,
    pub device: DeviceId,
    /// Place in the device's chain of this space, from 1.
    pub device_seq: u64,
    /// Statement and signature.
    pub statement: Vec<u8>,
    pub salt: [u8; 32],
    pub payload: Vec<u8>,
    /// What the record did, in the words of whoever stores it (codes).
    pub what: String,
    /// When this computer wrote or received it, by its own clock.
    pub made_at: i64,
    /// Place in the server's order; none until the server has it.
    pub server_seq: Option<u64>,
    /// When the server received it, by its clock.
    pub received_at: Option<i64>,
}

/// What came to a document after its last checkpoint.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SinceCheckpoint {
    pub records: u64,
    /// Bytes of their payloads.
    pub bytes: u64,
    /// Author of the last of them in the server's order.
    pub last: Option<DeviceId>,
}

impl View<'_> {
    /// The record with this statement hash.
    pub fn record(&self, hash: Hash) -> Result<Option<StoredRecord>, VaultError> {
        Ok(self.first(&format!("SELECT {COLUMNS} FROM records WHERE hash = ?1"), [hash.0], read)?)
    }

    /// Whether the record is here.
    pub fn has_record(&self, hash: Hash) -> Result<bool, VaultError> {
        Ok(self.first("SELECT 1 FROM records WHERE hash = ?1", [hash.0], |_| Ok(()))?.is_some())
    }

    /// The records of a document in the order in which they came into this vault.
    pub fn records_of(&self, document: DocumentId) -> Result<Vec<StoredRecord>, VaultError> {
        Ok(self.all(&format!("SELECT {COLUMNS} FROM records WHERE document = ?1 ORDER BY number"), [document.as_bytes()], read)?)
    }

    /// Number of records of a document.
    pub fn records_count(&self, document: DocumentId) -> Result<u64, VaultError> {
        Ok(self.number("SELECT count(*) FROM records WHERE document = ?1", [document.as_bytes()])?)
    }

    /// The devices that wrote to a document.
    pub fn authors_of(&self, document: DocumentId) -> Result<Vec<DeviceId>, VaultError> {
        let sql = "SELECT DISTINCT device FROM records WHERE document = ?1";
        Ok(self.all(sql, [document.as_bytes()], |row| sql::uuid(row, 0).map(DeviceId))?)
    }

    /// What came to a document after its last checkpoint.
    pub fn since_checkpoint(&self, document: DocumentId) -> Result<SinceCheckpoint, VaultError> {
        let sql = "SELECT count(*), coalesce(sum(length(payload)), 0) FROM records \
                   WHERE document = ?1 AND kind != 2 \
                   AND number > coalesce((SELECT max(number) FROM records WHERE document = ?1 AND kind = 2), 0)";
        let read = |row: &Row<'_>| Ok((sql::count(row, 0)?, sql::count(row, 1)?));
        let (records, bytes) = self.first(sql, [document.as_bytes()], read)?.unwrap_or_default();
        let sql = "SELECT device FROM records WHERE document = ?1 AND kind != 2 ORDER BY server_seq DESC LIMIT 1";
        let last = self.first(sql, [document.as_bytes()], |row| sql::uuid(row, 0).map(DeviceId))?;
        Ok(SinceCheckpoint { records, bytes, last })
    }

    /// Whether a document has changes beyond place `seq` of the server's order, or such as the server does not have.
    pub fn is_changed_after(&self, document: DocumentId, seq: u64) -> Result<bool, VaultError> {
        let sql = "SELECT 1 FROM records WHERE document = ?1 AND kind != 2 AND (server_seq IS NULL OR server_seq > ?2) LIMIT 1";
        Ok(self.first(sql, (document.as_bytes(), int(seq)), |_| Ok(()))?.is_some())
    }

    /// The last place of a device's chain in a space, with the statement there.
    pub fn chain_head(&self, space: SpaceId, device: DeviceId) -> Result<Option<(u64, Hash)>, VaultError> {
        let last = |table: &str| {
            let sql = format!("SELECT device_seq, hash FROM {table} WHERE space = ?1 AND device = ?2 ORDER BY device_seq DESC LIMIT 1");
            self.first(&sql, (space.as_bytes(), device.as_bytes()), |row| Ok((sql::count(row, 0)?, sql::hash(row, 1)?)))
        };
        Ok(last("records")?.max(last("chain_places")?))
    }

    /// When the server received the newest record of a device in a space, in milliseconds since the Unix epoch on its clock.
    pub fn last_heard(&self, space: SpaceId, device: DeviceId) -> Result<Option<i64>, VaultError> {
        let sql = "SELECT received_at FROM records WHERE space = ?1 AND device = ?2 AND received_at IS NOT NULL \
                   ORDER BY device_seq DESC LIMIT 1";
        Ok(self.first(sql, (space.as_bytes(), device.as_bytes()), |row| row.get(0))?)
    }

    /// The statement at one place of a device's chain in a space.
    pub fn chain_at(&self, space: SpaceId, device: DeviceId, seq: u64) -> Result<Option<Hash>, VaultError> {
        let sql = "SELECT hash FROM records WHERE space = ?1 AND device = ?2 AND device_seq = ?3
                   UNION ALL SELECT hash FROM chain_places WHERE space = ?1 AND device = ?2 AND device_seq = ?3";
        Ok(self.first(sql, (space.as_bytes(), device.as_bytes(), int(seq)), |row| sql::hash(row, 0))?)
    }
}

impl Writer<'_> {
    /// Keeps a record; `false` when it was here already. Another record at the same place of the same chain is an error: two histories of
    /// one device are the caller's to settle, never to store side by side.
    pub fn insert_record(&mut self, record: &StoredRecord) -> Result<bool, VaultError> {
        let sql = format!(
            "INSERT INTO records ({COLUMNS}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13) ON CONFLICT (hash) DO NOTHING"
        );
        let inserted = self.execute(
            &sql,
            rusqlite::params![
                record.hash.0,
                record.space.as_bytes(),
                record.document.as_bytes(),
                kind_code(record.kind),
                record.device.as_bytes(),
                int(record.device_seq),
                record.statement,
                record.salt,
                record.payload,
                record.what,
                record.made_at,
                record.server_seq.map(int),
                record.received_at,
            ],
        )?;
        Ok(inserted == 1)
    }

    /// Notes a true statement whose content could not be read as the next place of its device's chain.
    pub fn extend_chain(&mut self, space: SpaceId, device: DeviceId, seq: u64, hash: Hash) -> Result<(), VaultError> {
        self.execute(
            "INSERT INTO chain_places (space, device, device_seq, hash) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING",
            (space.as_bytes(), device.as_bytes(), int(seq), hash.0),
        )?;
        Ok(())
    }

    /// Notes the place that the server gave to a record, and when it received it. Gives the document of one that waited until now.
    pub fn acknowledge(&mut self, space: SpaceId, hash: Hash, seq: u64, received_at: i64) -> Result<Option<DocumentId>, VaultError> {
        let waited = "SELECT document FROM records WHERE hash = ?2 AND space = ?1 AND server_seq IS NULL";
        let waited = self.first(waited, (space.as_bytes(), hash.0), |row| Ok(DocumentId(sql::uuid(row, 0)?)))?;
        self.execute(
            "UPDATE records SET server_seq = ?3, received_at = ?4 WHERE hash = ?2 AND space = ?1",
            (space.as_bytes(), hash.0, int(seq), received_at),
        )?;
        Ok(waited)
    }
}

fn kind_code(kind: Kind) -> u8 {
    match kind {
        Kind::Change => 1,
        Kind::Checkpoint => 2,
        Kind::Tombstone => 3,
    }
}

pub(super) fn read(row: &Row<'_>) -> Result<StoredRecord, rusqlite::Error> {
    Ok(StoredRecord {
        hash: sql::hash(row, 0)?,
        space: SpaceId(sql::uuid(row, 1)?),
        document: DocumentId(sql::uuid(row, 2)?),
        kind: match row.get(3)? {
            1u8 => Kind::Change,
            2 => Kind::Checkpoint,
            3 => Kind::Tombstone,
            _ => return Err(misplaced(3, Type::Integer)),
        },
        device: DeviceId(sql::uuid(row, 4)?),
        device_seq: sql::count(row, 5)?,
        statement: row.get(6)?,
        salt: row.get(7)?,
        payload: row.get(8)?,
        what: row.get(9)?,
        made_at: row.get(10)?,
        server_seq: sql::maybe_count(row, 11)?,
        received_at: row.get(12)?,
    })
}
