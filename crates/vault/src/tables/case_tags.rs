//! Tags of cases, so that a list can ask for one.

use crate::{VaultError, View, Writer};

/// Cases with a tag up to which a list is read from the tag; beyond, each case of the list is asked whether it bears it.
const FEW: u32 = 2_000;

impl View<'_> {
    /// The tags that cases here bear and that begin so, at most `limit`, in the order of their bytes. Each costs one look, however many cases bear it.
    pub fn tags(&self, begins: &str, limit: u32) -> Result<Vec<String>, VaultError> {
        let each = "WITH RECURSIVE each (tag) AS (SELECT min(tag) FROM case_tags WHERE tag >= ?1 AND tag < ?1 || char(0x10ffff) UNION ALL \
                    SELECT (SELECT min(tag) FROM case_tags WHERE tag > each.tag AND tag < ?1 || char(0x10ffff)) FROM each \
                    WHERE each.tag IS NOT NULL LIMIT ?2) SELECT tag FROM each WHERE tag IS NOT NULL";
        Ok(self.all(each, (begins, limit), |row| row.get(0))?)
    }

    /// The tags of a case by its number, in order.
    pub(super) fn tags_of(&self, number: i64) -> Result<Vec<String>, VaultError> {
        Ok(self.all("SELECT tag FROM case_tags WHERE number = ?1 ORDER BY tag", [number], |row| row.get(0))?)
    }

    /// Whether few cases bear a tag.
    pub(super) fn is_rare(&self, tag: &str) -> Result<bool, VaultError> {
        let borne = self.number("SELECT count(*) FROM (SELECT 1 FROM case_tags WHERE tag = ?1 LIMIT ?2)", (tag, FEW))?;
        Ok(borne < u64::from(FEW))
    }
}

impl Writer<'_> {
    /// Keeps the tags of a case instead of those that were there; most saves change none.
    pub(super) fn put_tags(&mut self, number: i64, tags: &[String]) -> Result<(), VaultError> {
        if self.tags_of(number)? != tags {
            self.execute("DELETE FROM case_tags WHERE number = ?1", [number])?;
            for tag in tags {
                self.execute("INSERT INTO case_tags (tag, number) VALUES (?1, ?2) ON CONFLICT DO NOTHING", (tag, number))?;
            }
        }
        Ok(())
    }
}
