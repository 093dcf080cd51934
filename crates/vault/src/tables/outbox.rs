//! What the server does not have yet.

use praesto_crypto::Hash;
use praesto_protocol::{DeviceId, DocumentId, SpaceId};

use super::records::{COLUMNS, StoredRecord, read};
use crate::{VaultError, View, sql};

/// One unsent record, without its content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutboxRow {
    pub hash: Hash,
    pub space: SpaceId,
    pub document: DocumentId,
    pub what: String,
    pub made_at: i64,
}

impl View<'_> {
    /// Unsent records of a space, oldest first.
    pub fn outbox(&self, space: SpaceId, limit: u32) -> Result<Vec<StoredRecord>, VaultError> {
        let sql = format!("SELECT {COLUMNS} FROM records WHERE space = ?1 AND server_seq IS NULL ORDER BY number LIMIT ?2");
        Ok(self.all(&sql, (space.as_bytes(), limit), read)?)
    }

    /// Number of unsent records of all spaces; checkpoints say nothing new and do not count.
    pub fn outbox_count(&self) -> Result<u64, VaultError> {
        Ok(self.number("SELECT count(*) FROM records INDEXED BY records_unsent WHERE server_seq IS NULL AND kind != 2", [])?)
    }

    /// Unsent records of all spaces for showing, oldest first.
    pub fn outbox_rows(&self, limit: u32) -> Result<Vec<OutboxRow>, VaultError> {
        let sql =
            "SELECT hash, space, document, what, made_at FROM records WHERE server_seq IS NULL AND kind != 2 ORDER BY number LIMIT ?1";
        Ok(self.all(sql, [limit], |row| {
            Ok(OutboxRow {
                hash: sql::hash(row, 0)?,
                space: SpaceId(sql::uuid(row, 1)?),
                document: DocumentId(sql::uuid(row, 2)?),
                what: row.get(3)?,
                made_at: row.get(4)?,
            })
        })?)
    }

    /// Number of unsent records of a document.
    pub fn not_sent(&self, document: DocumentId) -> Result<u64, VaultError> {
        Ok(self.number("SELECT count(*) FROM records WHERE document = ?1 AND server_seq IS NULL AND kind != 2", [document.as_bytes()])?)
    }

    /// When the oldest unsent record of a document was made on this device.
    pub fn unsent_since(&self, document: DocumentId, device: DeviceId) -> Result<Option<i64>, VaultError> {
        let sql = "SELECT min(made_at) FROM records WHERE document = ?1 AND server_seq IS NULL AND kind != 2 AND device = ?2";
        Ok(self.first(sql, (document.as_bytes(), device.as_bytes()), |row| row.get(0))?.flatten())
    }
}
