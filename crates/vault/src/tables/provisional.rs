//! Documents that stand here on a colleague's word: taken from a checkpoint, or with records that the trail has not been checked up to yet.

use praesto_crypto::Hash;
use praesto_protocol::{DocumentId, SpaceId};
use rusqlite::Row;

use crate::sql::{self, int};
use crate::{VaultError, View, Writer};

/// A document whose trail has not been checked to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Provisional {
    pub document: DocumentId,
    pub space: SpaceId,
    /// Place of the newest record that went into the document as it stands here.
    pub holds: u64,
    /// The checkpoint that the document is, as long as nothing else went into it.
    pub checkpoint: Option<Hash>,
    /// Whether each of its records was checked by itself, so that it can be edited.
    pub checked: bool,
}

/// How far the first sync of a space has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FirstSync {
    /// Whether every document that the server named was asked for.
    pub taken: bool,
    /// Place up to which new records went into documents ahead of their trail.
    pub ahead: u64,
}

const COLUMNS: &str = "document, space, holds, checkpoint, checked";

impl View<'_> {
    /// How far the first sync of a space has come; nothing before it begins and once all trails are checked.
    pub fn first_sync(&self, space: SpaceId) -> Result<Option<FirstSync>, VaultError> {
        let sql = "SELECT taken, ahead FROM first_syncs WHERE space = ?1";
        Ok(self.first(sql, [space.as_bytes()], |row| Ok(FirstSync { taken: row.get(0)?, ahead: sql::count(row, 1)? }))?)
    }

    /// What is provisional about a document, if anything.
    pub fn provisional(&self, document: DocumentId) -> Result<Option<Provisional>, VaultError> {
        Ok(self.first(&format!("SELECT {COLUMNS} FROM provisional WHERE document = ?1"), [document.as_bytes()], read)?)
    }

    /// Provisional documents of a space, at most `limit`.
    pub fn provisional_in(&self, space: SpaceId, limit: u32) -> Result<Vec<Provisional>, VaultError> {
        Ok(self.all(&format!("SELECT {COLUMNS} FROM provisional WHERE space = ?1 LIMIT ?2"), (space.as_bytes(), limit), read)?)
    }
}

impl Writer<'_> {
    /// Notes how far the first sync of a space has come.
    pub fn put_first_sync(&mut self, space: SpaceId, state: FirstSync) -> Result<(), VaultError> {
        self.execute(
            "INSERT OR REPLACE INTO first_syncs (space, taken, ahead) VALUES (?1, ?2, ?3)",
            (space.as_bytes(), state.taken, int(state.ahead)),
        )?;
        Ok(())
    }

    /// Notes that the first sync of a space is over.
    pub fn end_first_sync(&mut self, space: SpaceId) -> Result<(), VaultError> {
        self.execute("DELETE FROM first_syncs WHERE space = ?1", [space.as_bytes()])?;
        Ok(())
    }

    /// Notes what is provisional about a document, instead of what was there.
    pub fn put_provisional(&mut self, row: &Provisional) -> Result<(), VaultError> {
        self.execute(
            "INSERT OR REPLACE INTO provisional (document, space, holds, checkpoint, checked) VALUES (?1, ?2, ?3, ?4, ?5)",
            (row.document.as_bytes(), row.space.as_bytes(), int(row.holds), row.checkpoint.map(|hash| hash.0), row.checked),
        )?;
        Ok(())
    }

    /// Notes that nothing about a document is provisional any more.
    pub fn end_provisional(&mut self, document: DocumentId) -> Result<(), VaultError> {
        self.execute("DELETE FROM provisional WHERE document = ?1", [document.as_bytes()])?;
        Ok(())
    }
}

fn read(row: &Row<'_>) -> Result<Provisional, rusqlite::Error> {
    Ok(Provisional {
        document: DocumentId(sql::uuid(row, 0)?),
        space: SpaceId(sql::uuid(row, 1)?),
        holds: sql::count(row, 2)?,
        checkpoint: row.get::<_, Option<[u8; 32]>>(3)?.map(Hash),
        checked: row.get(4)?,
    })
}
