//! Where something is being written outside the sealed world, so that nothing half stays there for ever.

use crate::{VaultError, View, Writer};

impl View<'_> {
    /// Every such place.
    pub fn parts(&self) -> Result<Vec<String>, VaultError> {
        Ok(self.all("SELECT path FROM parts ORDER BY path", [], |row| row.get(0))?)
    }
}

impl Writer<'_> {
    /// Notes such a place.
    pub fn note_part(&mut self, path: &str) -> Result<(), VaultError> {
        self.execute("INSERT OR IGNORE INTO parts (path) VALUES (?1)", [path])?;
        Ok(())
    }

    /// Lets go of it: nothing half is there any more.
    pub fn forget_part(&mut self, path: &str) -> Result<(), VaultError> {
        self.execute("DELETE FROM parts WHERE path = ?1", [path])?;
        Ok(())
    }
}
