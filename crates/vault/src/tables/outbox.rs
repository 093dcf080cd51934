//! What the server does not have yet.

use praesto_crypto::Hash;
use praesto_protocol::{DocumentId, SpaceId};

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

/// An attachment that only this computer has, and that no unsent record stands for.
const UNSENT_FILE: &str = "a.state = 1 AND NOT EXISTS (SELECT 1 FROM records AS r WHERE r.document = a.document AND r.server_seq IS NULL)";

/// A record that is somebody's work: no checkpoint, and not the log of who looked.
const WORK: &str = "kind != 2 AND document NOT IN (SELECT document FROM access_logs)";

impl View<'_> {
    /// Unsent records of a space, oldest first.
    pub fn outbox(&self, space: SpaceId, limit: u32) -> Result<Vec<StoredRecord>, VaultError> {
        let sql = format!("SELECT {COLUMNS} FROM records WHERE space = ?1 AND server_seq IS NULL ORDER BY number LIMIT ?2");
        Ok(self.all(&sql, (space.as_bytes(), limit), read)?)
    }

    /// Number of unsent records of all spaces; checkpoints say nothing new and do not count, and that somebody looked is no work that waits.
    pub fn outbox_count(&self) -> Result<u64, VaultError> {
        let sql = format!("SELECT count(*) FROM records INDEXED BY records_unsent WHERE server_seq IS NULL AND {WORK}");
        Ok(self.number(&sql, [])?)
    }

    /// Number of attachments that wait to be sent although every record of their document has been.
    pub fn outbox_files(&self) -> Result<u64, VaultError> {
        Ok(self.number(&format!("SELECT count(*) FROM attachments AS a WHERE {UNSENT_FILE}"), [])?)
    }

    /// Documents and sizes in bytes of such attachments.
    pub fn outbox_file_rows(&self, limit: u32) -> Result<Vec<(DocumentId, u64)>, VaultError> {
        let sql = format!("SELECT document, size FROM attachments AS a WHERE {UNSENT_FILE} ORDER BY rowid LIMIT ?1");
        Ok(self.all(&sql, [limit], |row| Ok((DocumentId(sql::uuid(row, 0)?), sql::count(row, 1)?)))?)
    }

    /// Unsent records of all spaces for showing, oldest first.
    pub fn outbox_rows(&self, limit: u32) -> Result<Vec<OutboxRow>, VaultError> {
        let sql = format!(
            "SELECT hash, space, document, what, made_at FROM records WHERE server_seq IS NULL AND {WORK} ORDER BY number LIMIT ?1"
        );
        Ok(self.all(&sql, [limit], |row| {
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
}
