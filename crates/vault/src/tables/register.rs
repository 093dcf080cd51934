//! The register as this computer has verified it. It only ever grows: nothing here takes an entry back.

use praesto_crypto::Hash;

use crate::sql::int;
use crate::{VaultError, View, Writer};

/// An own entry that the server does not have yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueuedEntry {
    pub bytes: Vec<u8>,
    /// The epoch uploads that go with it, as JSON.
    pub epochs_json: String,
}

impl View<'_> {
    /// The entries from place `from` on, in order.
    pub fn entries(&self, from: u64) -> Result<Vec<Vec<u8>>, VaultError> {
        Ok(self.all("SELECT entry FROM register WHERE seq >= ?1 ORDER BY seq", [int(from)], |row| row.get(0))?)
    }

    /// Own entries that wait to be sent, in order.
    pub fn queued_entries(&self) -> Result<Vec<QueuedEntry>, VaultError> {
        Ok(self.all("SELECT entry, epochs FROM register_queue ORDER BY number", [], |row| {
            Ok(QueuedEntry { bytes: row.get(0)?, epochs_json: row.get(1)? })
        })?)
    }
}

impl Writer<'_> {
    /// Adds the entry of place `seq`; a place that is taken is an error.
    pub fn append_entry(&mut self, seq: u64, hash: Hash, bytes: &[u8]) -> Result<(), VaultError> {
        self.execute("INSERT INTO register (seq, hash, entry) VALUES (?1, ?2, ?3)", (int(seq), hash.0, bytes))?;
        Ok(())
    }

    /// Keeps an own entry until the server has it.
    pub fn queue_entry(&mut self, bytes: &[u8], epochs_json: &str) -> Result<(), VaultError> {
        self.execute("INSERT INTO register_queue (entry, epochs) VALUES (?1, ?2)", (bytes, epochs_json))?;
        Ok(())
    }

    /// Forgets the own entries that waited.
    pub fn clear_queued_entries(&mut self) -> Result<(), VaultError> {
        self.execute("DELETE FROM register_queue", [])?;
        Ok(())
    }
}
