//! What the server or a colleague's record showed to be untrue.

use praesto_protocol::DeviceId;
use rusqlite::types::Type;

use crate::sql::{self, misplaced};
use crate::{VaultError, View, Writer};

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What it is, as a code.
    pub kind: String,
    pub device: Option<DeviceId>,
    /// When it was first found.
    pub first: i64,
    /// When it was found last.
    pub last: i64,
    /// How often.
    pub times: u64,
    /// Whether this person has read of it; found again, it is not.
    pub noted: bool,
}

impl View<'_> {
    /// All findings, those that nobody read of first, then newest first.
    pub fn findings(&self) -> Result<Vec<Finding>, VaultError> {
        Ok(self.all("SELECT kind, device, first, last, times, noted FROM findings ORDER BY noted, last DESC, kind, device", [], |row| {
            let device: Vec<u8> = row.get(1)?;
            let device = match &device[..] {
                [] => None,
                bytes => Some(DeviceId::from_bytes(bytes.try_into().map_err(|_| misplaced(1, Type::Blob))?)),
            };
            let times = sql::count(row, 4)?;
            Ok(Finding { kind: row.get(0)?, device, first: row.get(2)?, last: row.get(3)?, times, noted: row.get(5)? })
        })?)
    }

    /// Number of findings that this person has not read of.
    pub fn new_findings(&self) -> Result<u64, VaultError> {
        Ok(self.number("SELECT count(*) FROM findings WHERE noted = 0", ())?)
    }
}

impl Writer<'_> {
    /// Adds a finding. One that is known was found once more, and is to be read of again.
    pub fn add_finding(&mut self, kind: &str, device: Option<DeviceId>, at: i64) -> Result<(), VaultError> {
        let device = device.map_or(Vec::new(), |id| id.as_bytes().to_vec());
        let sql = "INSERT INTO findings (kind, device, first, last, times, noted) VALUES (?1, ?2, ?3, ?3, 1, 0) \
                   ON CONFLICT (kind, device) DO UPDATE SET last = max(last, excluded.last), times = times + 1, noted = 0";
        self.execute(sql, (kind, device, at))?;
        Ok(())
    }

    /// Notes that this person has read of everything that was found up to `last`.
    pub fn note_findings(&mut self, last: i64) -> Result<(), VaultError> {
        self.execute("UPDATE findings SET noted = 1 WHERE last <= ?1", [last])?;
        Ok(())
    }
}
