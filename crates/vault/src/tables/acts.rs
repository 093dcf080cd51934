//! Acts over many cases, with the cases that each has changed, so that it can be taken back as one. What a change of a file is taken back by stands
//! among the steps of its case.

use praesto_domain::CaseId;
use rusqlite::types::Type;

use crate::sql::{self, misplaced};
use crate::{VaultError, View, Writer};

/// Acts kept.
const ACTS: u64 = 20;

/// A case that an act has changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ActCase {
    pub case: CaseId,
    pub what: ActWhat,
}

/// What an act changed in a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ActWhat {
    /// The file; the newest step of the case takes it back.
    File,
    /// Whether its files are kept here.
    Pinned { was: bool, became: bool },
    /// How much of what colleagues brought was looked at.
    Seen { was: u64, became: u64 },
}

impl View<'_> {
    /// The last act that still holds a case, where nothing was changed here after it.
    pub fn last_act(&self) -> Result<Option<u64>, VaultError> {
        let last = "SELECT number FROM acts WHERE newest = 1 AND EXISTS (SELECT 1 FROM act_cases WHERE act = number)";
        Ok(self.first(last, [], |row| sql::count(row, 0))?)
    }

    /// The cases that an act holds, in the order of their ids.
    pub fn act_cases(&self, act: u64) -> Result<Vec<ActCase>, VaultError> {
        let held = "SELECT case_id, what, was, became FROM act_cases WHERE act = ?1 ORDER BY case_id";
        Ok(self.all(held, [sql::int(act)], |row| {
            let (was, became) = (sql::count(row, 2)?, sql::count(row, 3)?);
            let what = match row.get(1)? {
                0u8 => ActWhat::File,
                1 => ActWhat::Pinned { was: was > 0, became: became > 0 },
                2 => ActWhat::Seen { was, became },
                _ => return Err(misplaced(1, Type::Integer)),
            };
            Ok(ActCase { case: CaseId(sql::uuid(row, 0)?), what })
        })?)
    }

    /// How much of what colleagues brought into a case this person has looked at.
    pub fn seen_news(&self, case: CaseId) -> Result<u64, VaultError> {
        Ok(self.first("SELECT seen FROM cases WHERE id = ?1", [case.0.as_bytes()], |row| sql::count(row, 0))?.unwrap_or(0))
    }
}

impl Writer<'_> {
    /// Gives an act its number. As long as it has changed nothing, the act before it stays the last. One that never did is forgotten.
    pub fn begin_act(&mut self) -> Result<u64, VaultError> {
        self.execute("DELETE FROM acts WHERE NOT EXISTS (SELECT 1 FROM act_cases WHERE act = number)", [])?;
        Ok(self.number("INSERT INTO acts (newest) VALUES (0) RETURNING number", [])?)
    }

    /// Notes that something was changed here after the last act: from now on it is taken back by asking for it alone.
    pub fn note_newer(&mut self) -> Result<(), VaultError> {
        self.execute("UPDATE acts SET newest = 0 WHERE newest = 1", [])?;
        Ok(())
    }

    /// Notes that an act has changed a case. With the first it is the newest, and the oldest of more than twenty is forgotten.
    pub fn note_in_act(&mut self, act: u64, case: &ActCase) -> Result<(), VaultError> {
        let begun = "SELECT 1 FROM act_cases WHERE act = ?1 LIMIT 1";
        if self.first(begun, [sql::int(act)], |_| Ok(()))?.is_none() {
            self.execute("UPDATE acts SET newest = (number = ?1)", [sql::int(act)])?;
            self.execute("DELETE FROM acts WHERE number NOT IN (SELECT number FROM acts ORDER BY number DESC LIMIT ?1)", [sql::int(ACTS)])?;
        }
        let (what, was, became) = match case.what {
            ActWhat::File => (0, 0, 0),
            ActWhat::Pinned { was, became } => (1, u64::from(was), u64::from(became)),
            ActWhat::Seen { was, became } => (2, was, became),
        };
        let note = "INSERT INTO act_cases (act, case_id, what, was, became) VALUES (?1, ?2, ?3, ?4, ?5)";
        self.execute(note, (sql::int(act), case.case.0.as_bytes(), what, sql::int(was), sql::int(became)))?;
        Ok(())
    }

    /// Takes a case out of an act: it was taken back, or can no longer be.
    pub fn leave_act(&mut self, act: u64, case: CaseId) -> Result<(), VaultError> {
        self.execute("DELETE FROM act_cases WHERE act = ?1 AND case_id = ?2", (sql::int(act), case.0.as_bytes()))?;
        Ok(())
    }

    /// Brings back what was looked at before an act, unless this person has looked since. Says whether it did.
    pub fn unmark_seen(&mut self, case: CaseId, was: u64, became: u64) -> Result<bool, VaultError> {
        let back = "UPDATE cases SET seen = ?2, unseen = news > ?2 WHERE id = ?1 AND seen = ?3";
        Ok(self.execute(back, (case.0.as_bytes(), sql::int(was), sql::int(became)))? > 0)
    }
}
