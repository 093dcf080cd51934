//! Copies of files that are open in another program. A row is here before its copy is, and as long as it: the next start finds what a kill left.

use praesto_domain::{AttachmentId, CaseId, CopyId, Moment};

use crate::sql::uuid;
use crate::{VaultError, View, Writer};

/// A copy of a file outside the sealed world.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CopyOut {
    /// What its folder is called.
    pub id: CopyId,
    pub case: CaseId,
    pub attachment: AttachmentId,
    /// The version that the copy was last the same as, by the hash of its sealed bytes, and the hash of its content.
    pub version: String,
    pub content: String,
    /// Where the case stood then.
    pub heads: Vec<[u8; 32]>,
    /// What the copy is called.
    pub name: String,
    /// The folder that its folder lies in; empty for the profile's own.
    pub place: String,
    pub opened_at: Moment,
}

impl View<'_> {
    /// Copies that are out, or were when the program ended, oldest first.
    pub fn copies_out(&self) -> Result<Vec<CopyOut>, VaultError> {
        let sql = "SELECT id, case_id, attachment, version, content, heads, name, place, opened_at FROM elsewhere ORDER BY opened_at, id";
        let heads = |bytes: Vec<u8>| bytes.as_chunks::<32>().0.to_vec();
        Ok(self.all(sql, [], |row| {
            Ok(CopyOut {
                id: CopyId(uuid(row, 0)?),
                case: CaseId(uuid(row, 1)?),
                attachment: AttachmentId(uuid(row, 2)?),
                version: row.get(3)?,
                content: row.get(4)?,
                heads: heads(row.get(5)?),
                name: row.get(6)?,
                place: row.get(7)?,
                opened_at: Moment(row.get(8)?),
            })
        })?)
    }
}

impl Writer<'_> {
    /// Notes that a copy is about to be out, or what it is the same as now.
    pub fn put_copy_out(&mut self, copy: &CopyOut) -> Result<(), VaultError> {
        let sql = "INSERT INTO elsewhere (id, case_id, attachment, version, content, heads, name, place, opened_at) \
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) \
                   ON CONFLICT (id) DO UPDATE SET version = excluded.version, content = excluded.content, heads = excluded.heads";
        let CopyOut { id, case, attachment, version, content, heads, name, place, opened_at } = copy;
        let heads = heads.concat();
        let (id, case, attachment) = (id.0.as_bytes(), case.0.as_bytes(), attachment.0.as_bytes());
        self.execute(sql, (id, case, attachment, version, content, heads, name, place, opened_at.0))?;
        Ok(())
    }

    /// Forgets a copy that is gone.
    pub fn forget_copy_out(&mut self, id: CopyId) -> Result<(), VaultError> {
        self.execute("DELETE FROM elsewhere WHERE id = ?1", [id.0.as_bytes()])?;
        Ok(())
    }
}
