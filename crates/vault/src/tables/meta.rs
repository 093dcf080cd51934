//! Small values by name, for whoever needs one durable value and no table.

use crate::{VaultError, View, Writer};

impl View<'_> {
    /// The value under `key`.
    pub fn meta(&self, key: &str) -> Result<Option<Vec<u8>>, VaultError> {
        Ok(self.first("SELECT value FROM meta WHERE key = ?1", [key], |row| row.get(0))?)
    }
}

impl Writer<'_> {
    /// Keeps `value` under `key`, instead of what was there.
    pub fn put_meta(&mut self, key: &str, value: &[u8]) -> Result<(), VaultError> {
        self.execute("INSERT INTO meta (key, value) VALUES (?1, ?2) ON CONFLICT DO UPDATE SET value = excluded.value", (key, value))?;
        Ok(())
    }

    /// Forgets `key`.
    pub fn remove_meta(&mut self, key: &str) -> Result<(), VaultError> {
        self.execute("DELETE FROM meta WHERE key = ?1", [key])?;
        Ok(())
    }
}
