//! How synchronisation stands, in the shape that windows show.

use std::sync::atomic::{AtomicU64, Ordering};

use praesto_contract::{AppEvent, ErrorCode, Moment, SyncPhase, SyncView};

use super::Remote;
use crate::error::AppError;
use crate::host::Host;
use crate::office::Office;

/// How many views were begun since the program started: an office that is opened again goes on counting.
static REVISIONS: AtomicU64 = AtomicU64::new(0);

/// What the last run said.
#[derive(Debug)]
pub(crate) struct Progress {
    phase: SyncPhase,
    problem: Option<ErrorCode>,
    last_contact: Option<Moment>,
    /// Milliseconds by which this computer's clock was ahead of the server's when they were compared last.
    clock_ahead: Option<i64>,
}

impl Default for Progress {
    fn default() -> Self {
        Self { phase: SyncPhase::NotYet, problem: None, last_contact: None, clock_ahead: None }
    }
}

impl<H: Host> Office<H> {
    /// How synchronisation stands.
    ///
    /// The view takes its number before it reads anything. Whoever changes something asks for a view afterwards, so the one with the greatest number
    /// has seen every change, however the threads that make views overtake each other.
    pub(crate) fn sync_view(&self) -> Result<SyncView, AppError> {
        let revision = REVISIONS.fetch_add(1, Ordering::SeqCst) + 1;
        let (waiting, set_aside, findings) = self
            .vault
            .read(|view| Ok::<_, AppError>((view.outbox_count()? + view.outbox_files()?, view.set_aside_count()?, view.new_findings()?)))?;
        let no_server = self.server_address()?.is_none();
        let Ok(progress) = self.progress.lock() else { return Err(AppError::Internal("progress is poisoned")) };
        Ok(SyncView {
            revision,
            phase: if no_server { SyncPhase::NoServer } else { progress.phase },
            waiting,
            set_aside,
            findings,
            last_contact: progress.last_contact,
            problem: progress.problem,
        })
    }

    /// Milliseconds by which this computer's clock is ahead of the server's, where that was compared since the vault was opened.
    pub(crate) fn clock_ahead(&self) -> Option<i64> {
        self.progress.lock().ok()?.clock_ahead
    }

    /// Asks what time it is on the server. Where it does not say, nothing is known.
    pub(super) fn compare_clocks(&self, remote: &dyn Remote) {
        let before = self.host.now().0;
        let Ok(info) = remote.server() else { return };
        // The answer is from somewhere between asking and hearing.
        let between = before + (self.host.now().0 - before) / 2;
        if let Ok(mut progress) = self.progress.lock() {
            progress.clock_ahead = Some(between.saturating_sub(info.now));
        }
    }

    /// Moves to a phase and tells the windows.
    pub(crate) fn progress(&self, phase: SyncPhase) {
        self.set(phase, None, false);
    }

    /// Moves to a phase after the server was heard.
    pub(crate) fn contacted(&self, phase: SyncPhase) {
        self.set(phase, None, true);
    }

    /// Stops on a problem that a person must see.
    pub(crate) fn stopped(&self, problem: ErrorCode) {
        self.set(SyncPhase::Stopped, Some(problem), false);
    }

    fn set(&self, phase: SyncPhase, problem: Option<ErrorCode>, heard: bool) {
        if let Ok(mut progress) = self.progress.lock() {
            progress.phase = phase;
            progress.problem = problem;
            if heard {
                progress.last_contact = Some(self.host.now());
            }
        }
        if let Ok(sync) = self.sync_view() {
            self.host.emit(AppEvent::Sync { sync });
        }
    }
}
