//! What is being typed and not saved yet, by case and place. It stays on this computer: nothing here is ever signed, searched or sent.

use praesto_domain::{CaseId, Moment};

use crate::{VaultError, View, Writer};

/// What stands unsaved in one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    pub place: String,
    pub text: String,
    pub at: Moment,
}

/// The key of a case, or of the form for a new one.
fn key(case: Option<CaseId>) -> Vec<u8> {
    case.map(|case| case.0.as_bytes().to_vec()).unwrap_or_default()
}

impl View<'_> {
    /// Drafts of a case, or of a case that is not made yet, by place.
    pub fn drafts(&self, case: Option<CaseId>) -> Result<Vec<Draft>, VaultError> {
        let sql = "SELECT place, text, at FROM drafts WHERE case_id = ?1 ORDER BY place";
        Ok(self.all(sql, [key(case)], |row| Ok(Draft { place: row.get(0)?, text: row.get(1)?, at: Moment(row.get(2)?) }))?)
    }
}

impl Writer<'_> {
    /// Keeps what is being typed, instead of what stood there.
    pub fn put_draft(&mut self, case: Option<CaseId>, draft: &Draft) -> Result<(), VaultError> {
        let sql = "INSERT INTO drafts (case_id, place, text, at) VALUES (?1, ?2, ?3, ?4) \
                   ON CONFLICT DO UPDATE SET text = excluded.text, at = excluded.at";
        self.execute(sql, (key(case), &draft.place, &draft.text, draft.at.0))?;
        Ok(())
    }

    /// Lets go of a draft: it was saved or discarded.
    pub fn remove_draft(&mut self, case: Option<CaseId>, place: &str) -> Result<(), VaultError> {
        self.execute("DELETE FROM drafts WHERE case_id = ?1 AND place = ?2", (key(case), place))?;
        Ok(())
    }
}
