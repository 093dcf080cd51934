//! Records that could not be verified or read: kept as they came, shown with their reason, tried again.

use praesto_crypto::Hash;
use praesto_protocol::{DeviceId, DocumentId, SpaceId};
use rusqlite::Row;

use crate::sql::{self, int};
use crate::{VaultError, View, Writer};

/// A record that was set aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetAside {
    pub hash: Hash,
    pub space: SpaceId,
    pub document: Option<DocumentId>,
    pub device: Option<DeviceId>,
    /// Why, as a code.
    pub reason: String,
    /// The bytes as they came.
    pub frame: Vec<u8>,
    pub server_seq: u64,
    /// When it was first set aside.
    pub since: i64,
}

/// A record that was set aside, without its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetAsideNote {
    pub hash: Hash,
    pub space: SpaceId,
    pub document: Option<DocumentId>,
    pub device: Option<DeviceId>,
    pub reason: String,
    pub server_seq: u64,
    pub since: i64,
    /// Under which circumstances it was last tried again, in the words of whoever tried.
    pub tried: String,
}

const NOTE: &str = "hash, space, document, device, reason, server_seq, since, tried";
const COLUMNS: &str = "hash, space, document, device, reason, server_seq, since, frame";

impl View<'_> {
    /// What is set aside, in the server's order of each space, after one note and at most `limit`: together they may be larger than memory.
    pub fn set_aside_notes(&self, after: Option<&SetAsideNote>, limit: u32) -> Result<Vec<SetAsideNote>, VaultError> {
        let sql = format!(
            "SELECT {NOTE} FROM set_aside WHERE (space, server_seq, hash) > (?1, ?2, ?3) ORDER BY space, server_seq, hash LIMIT ?4"
        );
        let (space, seq, hash) =
            after.map_or((&[][..], -1, &[][..]), |note| (&note.space.as_bytes()[..], int(note.server_seq), &note.hash.0[..]));
        Ok(self.all(&sql, (space, seq, hash, limit), note)?)
    }

    /// A record that is set aside.
    pub fn set_aside_row(&self, hash: Hash) -> Result<Option<SetAside>, VaultError> {
        Ok(self.first(&format!("SELECT {COLUMNS} FROM set_aside WHERE hash = ?1"), [hash.0], read)?)
    }

    /// What is set aside of one document for one reason.
    pub fn set_aside_of(&self, document: DocumentId, reason: &str) -> Result<Vec<SetAside>, VaultError> {
        let sql = format!("SELECT {COLUMNS} FROM set_aside WHERE document = ?1 AND reason = ?2 ORDER BY space, server_seq");
        Ok(self.all(&sql, (document.as_bytes(), reason), read)?)
    }

    /// What is set aside of one document.
    pub fn set_aside_in(&self, document: DocumentId) -> Result<Vec<SetAsideNote>, VaultError> {
        let sql = format!("SELECT {NOTE} FROM set_aside WHERE document = ?1 ORDER BY server_seq");
        Ok(self.all(&sql, [document.as_bytes()], note)?)
    }

    /// Number of records that are set aside.
    pub fn set_aside_count(&self) -> Result<u64, VaultError> {
        Ok(self.number("SELECT count(*) FROM set_aside", [])?)
    }
}

impl Writer<'_> {
    /// Sets a record aside. One that was set aside before keeps its day and gets the new reason.
    pub fn set_aside(&mut self, row: &SetAside) -> Result<(), VaultError> {
        self.execute(
            "INSERT INTO set_aside (hash, space, document, device, reason, frame, server_seq, since) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT (hash) DO UPDATE SET space = excluded.space, \
             document = excluded.document, device = excluded.device, reason = excluded.reason, frame = excluded.frame, \
             server_seq = excluded.server_seq, tried = ''",
            rusqlite::params![
                row.hash.0,
                row.space.as_bytes(),
                row.document.map(|id| *id.as_bytes()),
                row.device.map(|id| *id.as_bytes()),
                row.reason,
                row.frame,
                int(row.server_seq),
                row.since,
            ],
        )?;
        Ok(())
    }

    /// Notes under which circumstances a record that is set aside was tried again.
    pub fn set_aside_tried(&mut self, hash: Hash, tried: &str) -> Result<(), VaultError> {
        self.execute("UPDATE set_aside SET tried = ?2 WHERE hash = ?1", (hash.0, tried))?;
        Ok(())
    }

    /// Makes everything due again that is set aside of one document: something that it may have waited for is here.
    pub fn set_aside_due(&mut self, document: DocumentId) -> Result<(), VaultError> {
        self.execute("UPDATE set_aside SET tried = '' WHERE document = ?1", [document.as_bytes()])?;
        Ok(())
    }

    /// Takes a record out again, to store it or to set it aside anew.
    pub fn take_set_aside(&mut self, hash: Hash) -> Result<Option<SetAside>, VaultError> {
        Ok(self.first(&format!("DELETE FROM set_aside WHERE hash = ?1 RETURNING {COLUMNS}"), [hash.0], read)?)
    }
}

fn read(row: &Row<'_>) -> Result<SetAside, rusqlite::Error> {
    Ok(SetAside {
        hash: sql::hash(row, 0)?,
        space: SpaceId(sql::uuid(row, 1)?),
        document: sql::maybe_uuid(row, 2)?.map(DocumentId),
        device: sql::maybe_uuid(row, 3)?.map(DeviceId),
        reason: row.get(4)?,
        server_seq: sql::count(row, 5)?,
        since: row.get(6)?,
        frame: row.get(7)?,
    })
}

fn note(row: &Row<'_>) -> Result<SetAsideNote, rusqlite::Error> {
    Ok(SetAsideNote {
        hash: sql::hash(row, 0)?,
        space: SpaceId(sql::uuid(row, 1)?),
        document: sql::maybe_uuid(row, 2)?.map(DocumentId),
        device: sql::maybe_uuid(row, 3)?.map(DeviceId),
        reason: row.get(4)?,
        server_seq: sql::count(row, 5)?,
        since: row.get(6)?,
        tried: row.get(7)?,
    })
}
