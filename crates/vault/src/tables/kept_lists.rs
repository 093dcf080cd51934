//! Lists that this person keeps under names. Names may say something about people: they are nowhere but here.

use uuid::Uuid;

use crate::{VaultError, View, Writer, sql};

/// A list as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredList {
    pub id: Uuid,
    pub name: String,
    /// What it asks for, as JSON.
    pub asks: String,
}

impl View<'_> {
    /// All lists that are kept, in the order of their ids.
    pub fn kept_lists(&self) -> Result<Vec<StoredList>, VaultError> {
        let every = "SELECT id, name, asks FROM kept_lists ORDER BY id";
        Ok(self.all(every, [], |row| Ok(StoredList { id: sql::uuid(row, 0)?, name: row.get(1)?, asks: row.get(2)? }))?)
    }
}

impl Writer<'_> {
    /// Keeps a list instead of the one of this id.
    pub fn keep_list(&mut self, list: &StoredList) -> Result<(), VaultError> {
        let keep = "INSERT INTO kept_lists (id, name, asks) VALUES (?1, ?2, ?3) \
                    ON CONFLICT DO UPDATE SET name = excluded.name, asks = excluded.asks";
        self.execute(keep, (list.id.as_bytes(), &list.name, &list.asks))?;
        Ok(())
    }

    /// Lets go of a list.
    pub fn forget_list(&mut self, id: Uuid) -> Result<(), VaultError> {
        self.execute("DELETE FROM kept_lists WHERE id = ?1", [id.as_bytes()])?;
        Ok(())
    }
}
