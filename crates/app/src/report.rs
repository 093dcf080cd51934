//! A report for support. What may stand in it is written down here word by word: numbers, versions, days and codes of this program's own lists. Nothing
//! that a person typed, that names somebody or something, or that tells one office from another goes through this file.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;
use std::sync::PoisonError;
use std::time::Instant;

use praesto_contract::*;
use praesto_vault::AgendaPart;

use crate::error::AppError;
use crate::host::Host;
use crate::office::Office;
use crate::outside::Outside;
use crate::praesto::Core;
use crate::sync::{code, finding, reason};

/// Longest value from outside this program, such as the name of the system, in signs.
const SIGNS: usize = 80;

impl<H: Host> Core<H> {
    pub(crate) fn report_make(&self, _: ReportMake) -> Result<ReportView, AppError> {
        let office = self.office()?;
        let mut report = Report::default();
        report.add("praesto", env!("CARGO_PKG_VERSION"));
        for (name, value) in self.host.runs_on() {
            report.add(name, plain(&value));
        }
        report.add("day", self.host.today());
        report.settings(&self.settings()?);
        office.report(&mut report)?;
        *self.report.lock().unwrap_or_else(PoisonError::into_inner) = Some(report.0.clone());
        if let Err(shut) = office.still_open() {
            self.forget_report();
            return Err(shut);
        }
        Ok(ReportView { text: report.0 })
    }

    pub(crate) fn report_save(&self, request: ReportSave) -> Result<(), AppError> {
        self.office()?.still_open()?;
        let text = self.report.lock().unwrap_or_else(PoisonError::into_inner).clone().ok_or(AppError::code(ErrorCode::NotFound))?;
        let path = Path::new(&request.path);
        if !path.is_absolute() {
            return Err(AppError::invalid("path"));
        }
        let mut file = Outside::begin(path, request.overwrite)?;
        file.write_all(text.as_bytes()).map_err(|source| AppError::File { path: request.path.clone(), source })?;
        file.finish()
    }

    /// Nothing of it outlives the open vault.
    pub(crate) fn forget_report(&self) {
        *self.report.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }
}

/// A line for each thing.
#[derive(Default)]
struct Report(String);

impl Report {
    fn add(&mut self, name: &str, value: impl std::fmt::Display) {
        self.0.push_str(&format!("{name}: {value}\n"));
    }

    /// How many of each kind.
    fn counts(&mut self, of: &str, counts: impl IntoIterator<Item = (String, u64)>) {
        for (kind, count) in counts {
            self.add(&format!("{of}.{kind}"), count);
        }
    }

    fn settings(&mut self, settings: &Settings) {
        // A language that is not among ours was written by somebody.
        let language =
            settings.language.as_deref().and_then(|code| praesto_words::Language::ALL.into_iter().find(|one| one.code() == code));
        self.add("settings.language", language.map_or(SYSTEM_LANGUAGE, |language| language.code()));
        self.add("settings.theme", code(settings.theme));
        self.add("settings.contrast", code(settings.contrast));
        self.add("settings.text_percent", settings.text_percent);
        self.add("settings.lock_minutes", settings.lock_minutes);
        self.add("settings.letter_keys", settings.letter_keys);
        self.add("settings.notices", settings.notices);
        self.add("settings.stay", settings.stay);
        // Where it is and who logs in to it is nobody's business.
        self.add("settings.proxy", code(settings.proxy.kind));
    }
}

impl<H: Host> Office<H> {
    fn report(&self, report: &mut Report) -> Result<(), AppError> {
        let me = Some(self.person());
        let (counts, reasons, findings, steps, held) = self.vault.read(|view| {
            let findings = view.findings()?;
            Ok::<_, AppError>((
                view.row_counts()?,
                view.set_aside_reasons()?,
                findings,
                view.schema_steps()?,
                view.held_rows(self.person())?,
            ))
        })?;
        report.add("schema.vault", steps);
        report.add("key", code(crate::office::policy(self.vault.policy())));
        report.counts("rows", counts.into_iter().map(|(table, count)| (table.to_owned(), count)));
        report
            .counts("set_aside", reasons.into_iter().map(|(kind, count)| (reason(&kind).map_or_else(|| "other".to_owned(), code), count)));
        let mut found = BTreeMap::<String, u64>::new();
        for one in findings {
            *found.entry(finding(&one.kind).map_or_else(|| "other".to_owned(), code)).or_default() += one.times;
        }
        report.counts("findings", found);
        report.add("files.here", held.iter().map(|row| row.files).sum::<u64>());
        report.add("files.bytes", held.iter().map(|row| row.bytes).sum::<u64>());
        report.add("database.bytes", self.vault.database_bytes());
        report.add("disk.free_mb", self.host.free_space(self.vault.profile()) >> 20);
        if let Some(register) = self.register_if_any() {
            report.add("register.entries", register.length());
            report.add("register.people", register.people().len());
            report.add("register.devices", register.devices().len());
            report.add("register.spaces", register.spaces().len());
        }
        self.how_it_syncs(report)?;
        self.how_fast(report, "time.today_ms", || self.vault.read(|view| Ok::<_, AppError>(view.agenda_count(AgendaPart::Undated(me))?)))?;
        self.how_fast(report, "time.sync_view_ms", || self.sync_view())
    }

    fn how_it_syncs(&self, report: &mut Report) -> Result<(), AppError> {
        let sync = self.sync_view()?;
        let phase = serde_json::to_value(sync.phase).ok().and_then(|phase| phase.get("phase")?.as_str().map(str::to_owned));
        report.add("sync.phase", phase.unwrap_or_default());
        report.add("sync.problem", sync.problem.map_or_else(|| "none".to_owned(), code));
        report.add("sync.waiting", sync.waiting);
        report.add("sync.set_aside", sync.set_aside);
        report.add("sync.findings", sync.findings);
        let silent = sync.last_contact.map(|at| (self.host.now().0.saturating_sub(at.0).max(0) / 60_000).to_string());
        report.add("sync.minutes_since_contact", silent.as_deref().unwrap_or("never"));
        let ahead = self.clock_ahead().map(|ahead| ahead.to_string());
        report.add("sync.clock_ahead_ms", ahead.as_deref().unwrap_or("not compared"));
        report.add("sync.server", if self.has_server() { "set" } else { "none" });
        Ok(())
    }

    fn how_fast<T>(&self, report: &mut Report, name: &str, work: impl FnOnce() -> Result<T, AppError>) -> Result<(), AppError> {
        let began = Instant::now();
        work()?;
        report.add(name, began.elapsed().as_millis());
        Ok(())
    }
}

/// A value from outside this program in one line of signs that versions are made of.
fn plain(value: &str) -> String {
    value.trim().chars().filter(|sign| sign.is_ascii_alphanumeric() || " .:_+-()".contains(*sign)).take(SIGNS).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_setting_that_somebody_wrote_is_not_taken_over() {
        let mut report = Report::default();
        let proxy = Proxy { kind: ProxyKind::ByHand, address: "http://Kanarie".into(), exceptions: "Kanarie.example".into() };
        report.settings(&Settings { language: Some("Kanarie".into()), proxy, ..Settings::default() });
        assert!(!report.0.contains("Kanarie") && report.0.contains("settings.proxy: by_hand\n"), "{}", report.0);
    }

    #[test]
    fn a_line_stays_a_line() {
        assert_eq!(plain("6.1.0-13-amd64\nuser: Elira/é"), "6.1.0-13-amd64user: Elira");
    }
}
