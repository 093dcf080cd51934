//! What somebody waits for: how far it is, and whether nobody has ended it.

use std::io;
use std::sync::atomic::{AtomicU64, Ordering};

use praesto_contract::{AppEvent, ErrorCode, Job, JobStop};

use crate::error::AppError;
use crate::host::Host;
use crate::praesto::Core;

/// Between two words of how far it is, in thousandths of the whole.
const EVERY: u64 = 10;

/// How often each was stopped: one that began before the last time ends.
#[derive(Debug, Default)]
pub(crate) struct Stops {
    backup: AtomicU64,
    out: AtomicU64,
    check: AtomicU64,
}

impl Stops {
    fn of(&self, job: Job) -> &AtomicU64 {
        match job {
            Job::Backup => &self.backup,
            Job::Out => &self.out,
            Job::Check => &self.check,
        }
    }
}

impl<H: Host> Core<H> {
    pub(crate) fn job_stop(&self, request: JobStop) -> Result<(), AppError> {
        self.stops.of(request.job).fetch_add(1, Ordering::Relaxed);
        Ok(())
    }

    /// Tells how far it is, and says whether nobody has ended it since now. Whoever asked for it waits for it: the vault does not shut by itself meanwhile.
    pub(crate) fn goes_on(&self, job: Job) -> impl FnMut(u64, u64) -> bool {
        let stops = self.stops.of(job);
        let (before, mut told) = (stops.load(Ordering::Relaxed), None);
        move |done, total| {
            self.used();
            let now = done.saturating_mul(1000) / total.max(1) / EVERY;
            if told.replace(now) != Some(now) {
                self.host.emit(AppEvent::Job { job, done, total });
            }
            stops.load(Ordering::Relaxed) == before
        }
    }
}

/// Counts towards a whole as it is written, and breaks off once somebody has ended it.
pub(crate) struct Gauge<'a> {
    goes_on: Box<dyn FnMut(u64, u64) -> bool + 'a>,
    done: u64,
    total: u64,
    stopped: bool,
}

impl<'a> Gauge<'a> {
    pub(crate) fn new(total: u64, goes_on: impl FnMut(u64, u64) -> bool + 'a) -> Self {
        Self { goes_on: Box::new(goes_on), done: 0, total, stopped: false }
    }

    /// Goes on by so much.
    pub(crate) fn on(&mut self, by: u64) -> Result<(), AppError> {
        self.done = self.done.saturating_add(by).min(self.total);
        self.stopped |= !(self.goes_on)(self.done, self.total);
        if self.stopped { Err(AppError::code(ErrorCode::Stopped)) } else { Ok(()) }
    }

    /// The same, for what writes bytes. Why it broke off is not in the error that this gives: see [`Self::why`].
    pub(crate) fn wrote(&mut self, bytes: usize) -> io::Result<()> {
        self.on(bytes as u64).map_err(|_| io::Error::other("ended"))
    }

    /// What broke off writing: that somebody ended it, or else what it says itself.
    pub(crate) fn why(&self, error: AppError) -> AppError {
        if self.stopped { AppError::code(ErrorCode::Stopped) } else { error }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_ended_stays_ended_and_says_so() {
        let mut lasts = [true, true, false, true].into_iter();
        let mut seen = Vec::new();
        let mut gauge = Gauge::new(10, |done, total| {
            seen.push((done, total));
            lasts.next().unwrap_or(true)
        });
        assert!(gauge.on(4).is_ok() && gauge.wrote(4).is_ok() && gauge.wrote(4).is_err());
        assert!(gauge.on(0).is_err(), "it stays ended");
        assert!(matches!(gauge.why(AppError::invalid("path")), AppError::Api(error) if error.code == ErrorCode::Stopped));
        drop(gauge);
        assert_eq!(seen, [(4, 10), (8, 10), (10, 10), (10, 10)], "never more than all");
    }
}
