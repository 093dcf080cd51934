//! Documents as merged so far.

use praesto_protocol::{DocumentId, SpaceId};

use crate::{VaultError, View, Writer, sql};

/// A document as this computer has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredDocument {
    pub id: DocumentId,
    pub space: SpaceId,
    /// What kind of document, by the code of whoever stores it.
    pub kind: u8,
    /// Version of its schema.
    pub schema: u16,
    pub snapshot: Vec<u8>,
    /// Whether it waits for changes that have not arrived.
    pub missing: bool,
}

impl View<'_> {
    /// The document with this id.
    pub fn document(&self, id: DocumentId) -> Result<Option<StoredDocument>, VaultError> {
        let sql = "SELECT space, kind, schema, snapshot, missing FROM documents WHERE id = ?1";
        Ok(self.first(sql, [id.as_bytes()], |row| {
            Ok(StoredDocument {
                id,
                space: SpaceId(sql::uuid(row, 0)?),
                kind: row.get(1)?,
                schema: row.get(2)?,
                snapshot: row.get(3)?,
                missing: row.get(4)?,
            })
        })?)
    }

    /// The documents of a space, or of all spaces.
    pub fn documents(&self, space: Option<SpaceId>) -> Result<Vec<DocumentId>, VaultError> {
        let read = |row: &rusqlite::Row<'_>| Ok(DocumentId(sql::uuid(row, 0)?));
        Ok(match space {
            Some(space) => self.all("SELECT id FROM documents WHERE space = ?1 ORDER BY id", [space.as_bytes()], read)?,
            None => self.all("SELECT id FROM documents ORDER BY id", [], read)?,
        })
    }
}

impl Writer<'_> {
    /// Keeps a document, instead of what was there.
    pub fn put_document(&mut self, document: &StoredDocument) -> Result<(), VaultError> {
        let values =
            (document.id.as_bytes(), document.space.as_bytes(), document.kind, document.schema, &document.snapshot, document.missing);
        // Almost always the document stays where it is; then no index changes.
        let in_place = self
            .execute("UPDATE documents SET schema = ?4, snapshot = ?5, missing = ?6 WHERE id = ?1 AND space = ?2 AND kind = ?3", values)?;
        if in_place == 0 {
            self.execute(
                "INSERT OR REPLACE INTO documents (id, space, kind, schema, snapshot, missing) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                values,
            )?;
        }
        Ok(())
    }
}
