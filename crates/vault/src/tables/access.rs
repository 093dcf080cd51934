//! Who looked, and what left. Lines come from this computer before any record says them, and from the records of everybody.

use praesto_crypto::Hash;
use praesto_domain::casework::{Access, AccessKind};
use praesto_domain::{CaseId, EventId, Moment};
use praesto_protocol::{DeviceId, DocumentId, SpaceId};
use rusqlite::Row;
use rusqlite::types::Type;

use crate::sql::{self, misplaced};
use crate::{VaultError, View, Writer};

/// One line as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredAccess {
    pub access: Access,
    pub device: DeviceId,
    pub space: SpaceId,
    /// The record that says it; none while that is still to be made.
    pub record: Option<Hash>,
}

const COLUMNS: &str = "id, case_id, at, kind, name, reason, device, space, record";

/// Said in the space where the case is: elsewhere nobody can have looked at it.
const OF_CASE: &str = "case_id = ?1 AND space = (SELECT space FROM documents WHERE id = ?1)";

/// What this computer let out, also as a device that it was before.
const TAKEN: &str = "access WHERE kind != 1 AND (device = ?1 OR device IN (SELECT device FROM former_devices))";

/// What every computer did, of whichever there are lines here. Few of all lines: looking is no part of it.
const TAKEN_BY_ALL: &str = "access INDEXED BY access_taken WHERE kind != 1 AND ?1 IS NULL";

fn taken(device: Option<&DeviceId>) -> (&'static str, Option<&[u8; 16]>) {
    (if device.is_some() { TAKEN } else { TAKEN_BY_ALL }, device.map(DeviceId::as_bytes))
}

fn read(row: &Row<'_>) -> Result<StoredAccess, rusqlite::Error> {
    let kind = AccessKind::numbered(row.get(3)?);
    Ok(StoredAccess {
        access: Access {
            id: EventId(sql::uuid(row, 0)?),
            case: sql::maybe_uuid(row, 1)?.map(CaseId),
            at: Moment(row.get(2)?),
            kind: kind.ok_or_else(|| misplaced(3, Type::Integer))?,
            name: row.get(4)?,
            reason: row.get(5)?,
        },
        device: DeviceId(sql::uuid(row, 6)?),
        space: SpaceId(sql::uuid(row, 7)?),
        record: row.get::<_, Option<[u8; 32]>>(8)?.map(Hash),
    })
}

impl View<'_> {
    /// When this device last noted that it opened a case.
    pub fn last_opening(&self, case: CaseId, device: DeviceId) -> Result<Option<Moment>, VaultError> {
        let sql = "SELECT at FROM access WHERE case_id = ?1 AND device = ?2 AND kind = 1 ORDER BY number DESC LIMIT 1";
        Ok(self.first(sql, (case.0.as_bytes(), device.as_bytes()), |row| row.get(0))?.map(Moment))
    }

    /// Who looked at a case, newest first.
    pub fn access_of(&self, case: CaseId, offset: u64, limit: u32) -> Result<Vec<StoredAccess>, VaultError> {
        let sql = format!("SELECT {COLUMNS} FROM access WHERE {OF_CASE} ORDER BY at DESC, number DESC LIMIT ?2 OFFSET ?3");
        Ok(self.all(&sql, (case.0.as_bytes(), limit, sql::int(offset)), read)?)
    }

    /// How many lines that is.
    pub fn access_count(&self, case: CaseId) -> Result<u64, VaultError> {
        Ok(self.number(&format!("SELECT count(*) FROM access WHERE {OF_CASE}"), [case.0.as_bytes()])?)
    }

    /// What this device let out, or every device, newest first.
    pub fn taken_out(&self, device: Option<DeviceId>, offset: u64, limit: u32) -> Result<Vec<StoredAccess>, VaultError> {
        let (lines, device) = taken(device.as_ref());
        let sql = format!("SELECT {COLUMNS} FROM {lines} ORDER BY at DESC, number DESC LIMIT ?2 OFFSET ?3");
        Ok(self.all(&sql, (device, limit, sql::int(offset)), read)?)
    }

    /// How many lines that is.
    pub fn taken_out_count(&self, device: Option<DeviceId>) -> Result<u64, VaultError> {
        let (lines, device) = taken(device.as_ref());
        Ok(self.number(&format!("SELECT count(*) FROM {lines}"), [device])?)
    }

    /// Lines of a space that no record says yet, oldest first.
    pub fn access_to_say(&self, space: SpaceId, limit: u32) -> Result<Vec<Access>, VaultError> {
        let sql = format!("SELECT {COLUMNS} FROM access WHERE space = ?1 AND record IS NULL ORDER BY number LIMIT ?2");
        Ok(self.all(&sql, (space.as_bytes(), limit), read)?.into_iter().map(|stored| stored.access).collect())
    }
}

impl Writer<'_> {
    /// Adds a line. One that is there stays as it is, and learns which record says it.
    pub fn add_access(&mut self, line: &StoredAccess) -> Result<(), VaultError> {
        let Access { id, case, at, kind, name, reason } = &line.access;
        let add = format!(
            "INSERT INTO access ({COLUMNS}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) \
             ON CONFLICT (device, id) DO UPDATE SET record = excluded.record WHERE record IS NULL"
        );
        let (case, record) = (case.as_ref().map(|case| case.0.as_bytes()), line.record.map(|hash| hash.0));
        let (device, space) = (line.device.as_bytes(), line.space.as_bytes());
        self.execute(&add, (id.0.as_bytes(), case, at.0, kind.number(), name, reason, device, space, record))?;
        Ok(())
    }

    /// Notes that a record says these lines, as what its device did.
    pub fn say_access(&mut self, space: SpaceId, lines: &[Access], device: DeviceId, record: Hash) -> Result<(), VaultError> {
        for line in lines {
            // In a profile that came back old, a line waits that its device has said since, and which the server gave back.
            let twice = "DELETE FROM access WHERE space = ?1 AND id = ?2 AND record IS NULL \
                 AND EXISTS (SELECT 1 FROM access AS said WHERE said.device = ?3 AND said.id = ?2 AND said.record IS NOT NULL)";
            self.execute(twice, (space.as_bytes(), line.id.0.as_bytes(), device.as_bytes()))?;
            let said = "UPDATE access SET record = ?1, device = ?2 WHERE space = ?3 AND id = ?4 AND record IS NULL";
            self.execute(said, (record.0, device.as_bytes(), space.as_bytes(), line.id.0.as_bytes()))?;
        }
        Ok(())
    }

    /// Gives what one record says to the record that says the same in its place.
    pub fn move_access(&mut self, from: Hash, to: Hash, device: DeviceId) -> Result<(), VaultError> {
        self.execute("UPDATE OR IGNORE access SET record = ?2, device = ?3 WHERE record = ?1", (from.0, to.0, device.as_bytes()))?;
        Ok(())
    }

    /// Takes out what a record said that does not count: its author says it anew.
    pub fn take_access(&mut self, record: Hash) -> Result<(), VaultError> {
        self.execute("DELETE FROM access WHERE record = ?1", [record.0])?;
        Ok(())
    }

    /// Notes which document is the log of a space.
    pub fn note_access_log(&mut self, space: SpaceId, document: DocumentId) -> Result<(), VaultError> {
        self.execute("INSERT OR IGNORE INTO access_logs (document, space) VALUES (?1, ?2)", (document.as_bytes(), space.as_bytes()))?;
        Ok(())
    }
}
