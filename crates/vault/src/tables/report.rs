//! How much of everything there is, for a report that says nothing else.

use crate::sql;
use crate::{VaultError, View};

/// Tables whose rows are counted, each under its own name. What a table holds is never asked for.
const COUNTED: &[&str] = &[
    "access",
    "acts",
    "agenda",
    "attachments",
    "cases",
    "documents",
    "drafts",
    "elsewhere",
    "epochs",
    "findings",
    "first_syncs",
    "former_devices",
    "hand_overs",
    "kept_lists",
    "provisional",
    "records",
    "register",
    "register_queue",
    "removals",
    "set_aside",
    "undo",
];

impl View<'_> {
    /// Rows of tables, by the name of the table.
    pub fn row_counts(&self) -> Result<Vec<(&'static str, u64)>, VaultError> {
        COUNTED.iter().map(|table| Ok((*table, self.number(&format!("SELECT count(*) FROM {table}"), ())?))).collect()
    }

    /// What is set aside, by reason.
    pub fn set_aside_reasons(&self) -> Result<Vec<(String, u64)>, VaultError> {
        Ok(self.all("SELECT reason, count(*) FROM set_aside GROUP BY reason ORDER BY reason", (), |row| {
            Ok((row.get(0)?, sql::count(row, 1)?))
        })?)
    }

    /// How many migrations the database has been through.
    pub fn schema_steps(&self) -> Result<u64, VaultError> {
        Ok(self.number("SELECT user_version FROM pragma_user_version", ())?)
    }
}
