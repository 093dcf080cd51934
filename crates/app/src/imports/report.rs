//! The rows of an import, bounded.

use praesto_contract::{ImportColumn, ImportReport, ImportRow, RowFate};

use crate::error::AppError;

/// Rows of one report.
const ROWS: usize = 1000;

/// Collects rows, refused ones first, then those whose reference is taken.
pub(super) struct Report {
    report: ImportReport,
    taken: Vec<ImportRow>,
    others: Vec<ImportRow>,
}

impl Report {
    pub(super) fn new(columns: Vec<ImportColumn>, dry_run: bool) -> Self {
        Self {
            report: ImportReport { columns, rows: Vec::new(), new: 0, already_here: 0, refused: 0, dry_run, stopped: None },
            taken: Vec::new(),
            others: Vec::new(),
        }
    }

    pub(super) fn extend(&mut self, rows: Vec<ImportRow>) {
        for row in rows {
            let (count, rows) = match row.fate {
                RowFate::New { .. } if row.reference_taken => (&mut self.report.new, &mut self.taken),
                RowFate::New { .. } => (&mut self.report.new, &mut self.others),
                RowFate::AlreadyHere { .. } => (&mut self.report.already_here, &mut self.others),
                RowFate::Refused { .. } => (&mut self.report.refused, &mut self.report.rows),
            };
            *count += 1;
            if rows.len() < ROWS {
                rows.push(row);
            }
        }
    }

    /// Notes what ended the import; the error itself where nothing came in before.
    pub(super) fn stop(&mut self, error: AppError) -> Result<(), AppError> {
        if self.report.new == 0 {
            return Err(error);
        }
        self.report.stopped = Some(error.into());
        Ok(())
    }

    pub(super) fn finish(mut self) -> ImportReport {
        let room = ROWS.saturating_sub(self.report.rows.len());
        self.report.rows.extend(self.taken.into_iter().chain(self.others).take(room));
        self.report
    }
}
