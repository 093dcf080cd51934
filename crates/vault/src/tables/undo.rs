//! How to take back this computer's own changes to a case, newest first.

use praesto_domain::CaseId;

use crate::{VaultError, View, Writer};

/// Steps kept per case.
const STEPS: u32 = 100;

impl View<'_> {
    /// Whether there is a change to take back.
    pub fn can_undo(&self, case: CaseId) -> Result<bool, VaultError> {
        Ok(self.first("SELECT 1 FROM undo WHERE case_id = ?1 LIMIT 1", [case.0.as_bytes()], |_| Ok(()))?.is_some())
    }
}

impl Writer<'_> {
    /// Keeps how to take back the change that was just made; the oldest of more than a hundred is forgotten.
    pub fn push_undo(&mut self, case: CaseId, json: &str) -> Result<(), VaultError> {
        self.execute("INSERT INTO undo (case_id, step) VALUES (?1, ?2)", (case.0.as_bytes(), json))?;
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

    /// Takes the newest step.
    pub fn pop_undo(&mut self, case: CaseId) -> Result<Option<String>, VaultError> {
        let sql = "DELETE FROM undo WHERE number = (SELECT max(number) FROM undo WHERE case_id = ?1) RETURNING step";
        Ok(self.first(sql, [case.0.as_bytes()], |row| row.get(0))?)
    }
}
