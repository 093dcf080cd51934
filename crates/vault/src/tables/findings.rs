//! What the server or a colleague's record showed to be untrue.

use praesto_protocol::DeviceId;
use rusqlite::types::Type;

use crate::sql::misplaced;
use crate::{VaultError, View, Writer};

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What it is, as a code.
    pub kind: String,
    pub device: Option<DeviceId>,
    /// When it was first found.
    pub at: i64,
}

impl View<'_> {
    /// All findings, newest first.
    pub fn findings(&self) -> Result<Vec<Finding>, VaultError> {
        Ok(self.all("SELECT kind, device, at FROM findings ORDER BY at DESC, kind, device", [], |row| {
            let device: Vec<u8> = row.get(1)?;
            let device = match &device[..] {
                [] => None,
                bytes => Some(DeviceId::from_bytes(bytes.try_into().map_err(|_| misplaced(1, Type::Blob))?)),
            };
            Ok(Finding { kind: row.get(0)?, device, at: row.get(2)? })
        })?)
    }
}

impl Writer<'_> {
    /// Adds a finding; once per kind and device, the first one stays.
    pub fn add_finding(&mut self, kind: &str, device: Option<DeviceId>, at: i64) -> Result<(), VaultError> {
        let device = device.map_or(Vec::new(), |id| id.as_bytes().to_vec());
        self.execute("INSERT INTO findings (kind, device, at) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING", (kind, device, at))?;
        Ok(())
    }
}
