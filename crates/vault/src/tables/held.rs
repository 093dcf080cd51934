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
    /// It was removed; nothing is deleted.
    Removed,
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

/// The condition of each reason but the team's, each excluding those before it; `?1` is this person.
const REMOVED: &str = "removed = 1 AND ?1 IS NOT NULL";
const ASSIGNED: &str = "closed = 0 AND removed = 0 AND assignee IS ?1";
const PINNED: &str = "pinned = 1 AND removed = 0 AND NOT (closed = 0 AND assignee IS ?1)";
const RECENT: &str = "opened_at IS NOT NULL AND pinned = 0 AND removed = 0 AND NOT (closed = 0 AND assignee IS ?1)";

impl View<'_> {
    /// Cases and attachments by reason, for all reasons, also where there are none.
    pub fn held_rows(&self, me: PersonId) -> Result<Vec<HeldCount>, VaultError> {
        // Each condition has an index of few cases; the team's share is what is left, so that no count reads every case.
        let mut cases = self.number("SELECT count(*) FROM cases", [])?;
        let here = "SELECT count(*), coalesce(sum(size), 0) FROM attachments WHERE state IN (0, 1)";
        let (mut files, mut bytes) = self.first(here, [], |row| Ok((sql::count(row, 0)?, sql::count(row, 1)?)))?.unwrap_or_default();
        let mut rows = Vec::with_capacity(5);
        let reasons = [
            (HeldBecause::Assigned, ASSIGNED),
            (HeldBecause::Pinned, PINNED),
            (HeldBecause::Recent, RECENT),
            (HeldBecause::Removed, REMOVED),
        ];
        for (because, condition) in reasons {
            let count = self.number(&format!("SELECT count(*) FROM cases WHERE {condition}"), [me.0.as_bytes()])?;
            let here = self.files_here(condition, me)?;
            rows.push(HeldCount { because, cases: count, files: here.0, bytes: here.1 });
            cases = cases.saturating_sub(count);
            files = files.saturating_sub(here.0);
            bytes = bytes.saturating_sub(here.1);
        }
        let removed = rows.len() - 1;
        rows.insert(removed, HeldCount { because: HeldBecause::Team, cases, files, bytes });
        Ok(rows)
    }

    /// Number and bytes of sealed files here that belong to cases of a condition.
    fn files_here(&self, condition: &str, me: PersonId) -> Result<(u64, u64), VaultError> {
        let sql = format!(
            "SELECT count(*), coalesce(sum(size), 0) FROM cases JOIN attachments ON attachments.document = cases.id \
             WHERE attachments.state IN (0, 1) AND {condition}"
        );
        let sums = self.first(&sql, [me.0.as_bytes()], |row| Ok((sql::count(row, 0)?, sql::count(row, 1)?)))?;
        Ok(sums.unwrap_or_default())
    }
}
