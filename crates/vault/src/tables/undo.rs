//! How to take back this computer's own changes to a case, newest first.

use praesto_domain::CaseId;

use crate::{VaultError, View, Writer, sql};

/// Steps kept per case.
const STEPS: u32 = 100;

impl View<'_> {
    /// Whether there is a change to take back.
    pub fn can_undo(&self, case: CaseId) -> Result<bool, VaultError> {
        Ok(self.first("SELECT 1 FROM undo WHERE case_id = ?1 LIMIT 1", [case.0.as_bytes()], |_| Ok(()))?.is_some())
    }

    /// The act over many cases that the newest step of a case belongs to.
    pub fn newest_step_act(&self, case: CaseId) -> Result<Option<u64>, VaultError> {
        let newest = "SELECT act FROM undo WHERE case_id = ?1 ORDER BY number DESC LIMIT 1";
        Ok(self.first(newest, [case.0.as_bytes()], |row| sql::maybe_count(row, 0))?.flatten())
    }
}

impl Writer<'_> {
    /// Keeps how to take back the change that was just made, and the act over many cases that it belongs to; the oldest of more than a hundred is forgotten.
    pub fn push_undo(&mut self, case: CaseId, json: &str, act: Option<u64>) -> Result<(), VaultError> {
        self.execute("INSERT INTO undo (case_id, step, act) VALUES (?1, ?2, ?3)", (case.0.as_bytes(), json, act.map(sql::int)))?;
        let sql = "DELETE FROM undo WHERE case_id = ?1 AND number <= \
                   (SELECT number FROM undo WHERE case_id = ?1 ORDER BY number DESC LIMIT 1 OFFSET ?2)";
        self.execute(sql, (case.0.as_bytes(), STEPS))?;
        Ok(())
    }

    /// Lets go of all steps of a case.
    pub fn forget_undo(&mut self, case: CaseId) -> Result<(), VaultError> {
        self.execute("DELETE FROM undo WHERE case_id = ?1", [case.0.as_bytes()])?;
        Ok(())
    }

    /// Takes the newest step. An act over many cases that it belongs to no longer holds the case.
    pub fn pop_undo(&mut self, case: CaseId) -> Result<Option<String>, VaultError> {
        let newest = "DELETE FROM undo WHERE number = (SELECT max(number) FROM undo WHERE case_id = ?1) RETURNING step, act";
        let Some((step, act)) = self.first(newest, [case.0.as_bytes()], |row| Ok((row.get(0)?, sql::maybe_count(row, 1)?)))? else {
            return Ok(None);
        };
        if let Some(act) = act {
            self.leave_act(act, case)?;
        }
        Ok(Some(step))
    }
}
