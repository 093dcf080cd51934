//! What is on this computer, and why.

use praesto_domain::PersonId;

use crate::{VaultError, View, sql};

/// Why a case is on this computer. A case counts once, under the first reason that holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum HeldBecause {
    /// An open case of this person.
    Assigned,
    /// This person asked for it.
    Pinned,
    /// This person opened it here.
    Recent,
    /// It belongs to the team.
    Team,
}

/// One row of "what is here, and why".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HeldCount {
    pub because: HeldBecause,
    pub cases: u64,
    /// Attachments whose sealed file is here.
    pub files: u64,
    /// Bytes of these files.
    pub bytes: u64,
}

/// Number of the first reason that holds for a row of cases; `?1` is this person.
const BECAUSE: &str = "CASE WHEN closed = 0 AND assignee = ?1 THEN 0 WHEN pinned = 1 THEN 1 WHEN opened_at IS NOT NULL THEN 2 ELSE 3 END";
const REASONS: [HeldBecause; 4] = [HeldBecause::Assigned, HeldBecause::Pinned, HeldBecause::Recent, HeldBecause::Team];

impl View<'_> {
    /// Cases and attachments by reason, for all four reasons, also where there are none.
    pub fn held_rows(&self, me: PersonId) -> Result<Vec<HeldCount>, VaultError> {
        let mut rows = REASONS.map(|because| HeldCount { because, cases: 0, files: 0, bytes: 0 });
        let sql = format!("SELECT {BECAUSE} AS because, count(*) FROM cases GROUP BY because");
        for (because, cases) in self.all(&sql, [me.0.as_bytes()], |row| Ok((usize::from(row.get::<_, u8>(0)?), sql::count(row, 1)?)))? {
            if let Some(row) = rows.get_mut(because) {
                row.cases = cases;
            }
        }
        let sql = format!(
            "SELECT {BECAUSE} AS because, count(*), sum(size) FROM attachments JOIN cases ON cases.id = attachments.document \
             WHERE state IN (0, 1) GROUP BY because"
        );
        let read = |row: &rusqlite::Row<'_>| Ok((usize::from(row.get::<_, u8>(0)?), sql::count(row, 1)?, sql::count(row, 2)?));
        for (because, files, bytes) in self.all(&sql, [me.0.as_bytes()], read)? {
            if let Some(row) = rows.get_mut(because) {
                (row.files, row.bytes) = (files, bytes);
            }
        }
        Ok(rows.to_vec())
    }
}
