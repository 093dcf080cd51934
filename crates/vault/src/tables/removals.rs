//! Cases that colleagues removed lately, and whether this person is asked before they leave the lists.

use praesto_domain::{CaseId, Moment};
use praesto_protocol::{DeviceId, SpaceId};

use crate::{VaultError, View, Writer, sql};

/// A case that a colleague removed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Removal {
    pub case: CaseId,
    pub space: SpaceId,
    pub device: DeviceId,
    /// When it came here.
    pub at: Moment,
}

/// How many cases one device removed that this person is asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AskedRemovals {
    pub device: DeviceId,
    pub cases: u64,
    /// When the last of them came here.
    pub last: Moment,
}

impl View<'_> {
    /// Whether this person is asked about the removal of a case; nothing where no colleague removed it lately.
    pub fn removal_asked(&self, case: CaseId) -> Result<Option<bool>, VaultError> {
        Ok(self.first("SELECT asked FROM removals WHERE document = ?1", [case.0.as_bytes()], |row| row.get(0))?)
    }

    /// Number of cases of a space that colleagues removed lately, asked about or not.
    pub fn removals_in(&self, space: SpaceId, asked: bool) -> Result<u64, VaultError> {
        Ok(self.number("SELECT count(*) FROM removals WHERE space = ?1 AND asked = ?2", (space.as_bytes(), asked))?)
    }

    /// Number of cases of a space that are listed, and of those that were until colleagues removed them lately.
    pub fn cases_before_removals(&self, space: SpaceId) -> Result<u64, VaultError> {
        let sql = "SELECT count(*) FROM cases WHERE space = ?1 AND (removed = 0 OR id IN (SELECT document FROM removals))";
        Ok(self.number(sql, [space.as_bytes()])?)
    }

    /// What this person is asked about, by who removed it.
    pub fn asked_removals(&self) -> Result<Vec<AskedRemovals>, VaultError> {
        let sql = "SELECT device, count(*), max(at) FROM removals WHERE asked = 1 GROUP BY device ORDER BY device";
        Ok(self.all(sql, [], |row| {
            Ok(AskedRemovals { device: DeviceId(sql::uuid(row, 0)?), cases: sql::count(row, 1)?, last: Moment(row.get(2)?) })
        })?)
    }

    /// Cases that this person is asked about and that came here by `last`, at most `limit`.
    pub fn asked_cases(&self, last: Moment, limit: u32) -> Result<Vec<CaseId>, VaultError> {
        let sql = "SELECT document FROM removals WHERE asked = 1 AND at <= ?1 ORDER BY document LIMIT ?2";
        Ok(self.all(sql, (last.0, limit), |row| sql::uuid(row, 0).map(CaseId))?)
    }
}

impl Writer<'_> {
    /// Notes that a colleague removed a case.
    pub fn note_removal(&mut self, removal: &Removal) -> Result<(), VaultError> {
        self.execute(
            "INSERT INTO removals (document, space, device, at, asked) VALUES (?1, ?2, ?3, ?4, 0) ON CONFLICT DO NOTHING",
            (removal.case.0.as_bytes(), removal.space.as_bytes(), removal.device.as_bytes(), removal.at.0),
        )?;
        Ok(())
    }

    /// Forgets that a case was removed: it is back.
    pub fn forget_removal(&mut self, case: CaseId) -> Result<(), VaultError> {
        self.execute("DELETE FROM removals WHERE document = ?1", [case.0.as_bytes()])?;
        Ok(())
    }

    /// Forgets removals that came here before `at` and that nobody is asked about.
    pub fn forget_removals_before(&mut self, at: Moment) -> Result<(), VaultError> {
        self.execute("DELETE FROM removals WHERE asked = 0 AND at < ?1", [at.0])?;
        Ok(())
    }

    /// Asks about all that colleagues removed from a space lately; until there is an answer the cases stay in the lists.
    pub fn ask_about_removals(&mut self, space: SpaceId) -> Result<(), VaultError> {
        self.execute(
            "UPDATE cases SET removed = 0 WHERE id IN (SELECT document FROM removals WHERE space = ?1 AND asked = 0)",
            [space.as_bytes()],
        )?;
        self.execute("UPDATE removals SET asked = 1 WHERE space = ?1 AND asked = 0", [space.as_bytes()])?;
        Ok(())
    }

    /// Takes the cases out of the lists that were asked about and came here by `last`.
    pub fn agree_to_removals(&mut self, last: Moment) -> Result<(), VaultError> {
        let asked = "SELECT document FROM removals WHERE asked = 1 AND at <= ?1";
        self.execute(&format!("UPDATE cases SET removed = 1 WHERE id IN ({asked})"), [last.0])?;
        self.execute("DELETE FROM removals WHERE asked = 1 AND at <= ?1", [last.0])?;
        Ok(())
    }
}
