//! Copies come back: when somebody puts them back, when the vault shuts, and after a kill.

use std::sync::Arc;
use std::sync::PoisonError;
use std::time::{Duration, Instant};

use praesto_contract::*;
use praesto_vault::CopyOut;

use super::folder::Folder;
use super::seal::{Became, GoesOn};
use super::{Open, QUIET};
use crate::error::AppError;
use crate::host::Host;
use crate::office::Office;
use crate::praesto::Core;

/// How long somebody who puts a copy back waits for a program that still writes.
const ASKED_WAITS: Duration = Duration::from_secs(6);
/// How long a vault that shuts waits for one, and how long everything together may take before it is left to the next opening.
const SHUT_WAITS: Duration = Duration::from_secs(3);
const SHUT_TAKES: Duration = Duration::from_secs(60);
/// How long whoever shuts the vault waits for that: a computer goes to sleep within five seconds.
const LOCK_WAITS: Duration = Duration::from_secs(4);
/// How long an opening waits for a program that writes to what a kill left.
const OPENING_WAITS: Duration = Duration::from_secs(4);
const TICK: Duration = Duration::from_millis(100);
/// How often what is in a copy is sealed because a program saved once more meanwhile.
const TIMES: usize = 3;

/// Why copies come back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Why {
    /// Somebody asked for it.
    Asked,
    /// The vault is shut.
    Shut,
}

impl<H: Host> Core<H> {
    /// Puts a copy back, or all: what was saved becomes a version, what lies beside it a file of the case, and the copy is wiped. What cannot be sealed
    /// stays out, and the first reason is the answer.
    pub(super) fn put_back(&self, office: &Office<H>, which: Option<CopyId>, why: Why) -> Result<PutBack, AppError> {
        let _turn = office.elsewhere.turn();
        let mut opens = office.elsewhere.copies().clone();
        opens.retain(|open| which.is_none_or(|which| open.copy.id == which));
        if which.is_some() && opens.is_empty() {
            return Err(AppError::code(ErrorCode::NotFound));
        }
        let (mut done, mut failed, began) = (PutBack::default(), None, Instant::now());
        for mut open in opens {
            let before = open.versions;
            match self.put_one_back(office, &mut open, why, began, &mut done) {
                Ok(()) => {
                    done.closed += 1;
                    done.versions += open.versions - before;
                }
                Err(error) => {
                    let error = ApiError::from(error);
                    open.problem = Some(error.clone()).filter(|error| !matches!(error.code, ErrorCode::StillWritten | ErrorCode::Locked));
                    office.elsewhere.put(open.clone());
                    failed.get_or_insert(error);
                }
            }
            office.tell(vec![open.copy.case]);
        }
        self.wake.ring();
        done.left = office.elsewhere_view()?;
        failed.map_or(Ok(done), |error| Err(error.into()))
    }

    fn put_one_back(&self, office: &Office<H>, open: &mut Open, why: Why, began: Instant, done: &mut PutBack) -> Result<(), AppError> {
        let goes_on = || match why {
            Why::Asked => office.still_open(),
            Why::Shut if began.elapsed() < SHUT_TAKES => Ok(()),
            Why::Shut => Err(AppError::code(ErrorCode::Locked)),
        };
        for left in (0..TIMES).rev() {
            let waits = if why == Why::Asked { ASKED_WAITS } else { SHUT_WAITS.saturating_sub(began.elapsed()) };
            let rested = came_to_rest(open, waits, &goes_on)?;
            let became = if rested && !open.interrupted { self.seal_version(office, open, &goes_on)? } else { Became::NotYet };
            let again = open.mark().is_some_and(|mark| Some(mark) != open.known);
            let beside = match became {
                Became::Version | Became::Same if again && left > 0 => continue,
                Became::Version | Became::Same => again,
                Became::CutOff => true,
                Became::NotYet if open.interrupted || why == Why::Shut => true,
                Became::NotYet => return Err(AppError::code(ErrorCode::StillWritten)),
            };
            if beside {
                done.found.extend(self.keep_found(office, open, &goes_on)?);
            }
            done.further.extend(self.keep_others(office, open, &goes_on)?);
            // A program that does not stop writing is not waited for at a lock: what is kept beside may be half of something anyway.
            if self.withdrawn(open)? || (why == Why::Shut && (beside || left == 0)) {
                return self.wiped(office, open);
            }
            let shown = open.folder.file("").display().to_string();
            open.folder.give_again().map_err(|source| AppError::File { path: shown, source })?;
        }
        Err(AppError::code(ErrorCode::StillWritten))
    }

    /// Takes a copy to where no program finds it. Says whether nobody has saved in it since it was sealed.
    fn withdrawn(&self, open: &Open) -> Result<bool, AppError> {
        let shown = open.folder.file("").display().to_string();
        open.folder.withdraw().map_err(|source| AppError::File { path: shown, source })?;
        Ok(open.folder.withdrawn(&open.copy.name).is_none_or(|mark| Some(mark) == open.known))
    }

    /// Puts everything back after the vault was shut, on a thread of its own that holds the office until then.
    pub(crate) fn bring_back(&self, office: Arc<Office<H>>) {
        let Some(core) = self.own.upgrade().filter(|_| !office.elsewhere.copies().is_empty()) else { return };
        let thread = std::thread::Builder::new().name("praesto-back".to_owned()).spawn(move || {
            if core.put_back(&office, None, Why::Shut).is_err() {
                tracing::warn!("a copy stays outside until the vault is opened again");
            }
        });
        match thread {
            Ok(thread) => *self.bringing_back.lock().unwrap_or_else(PoisonError::into_inner) = Some(thread),
            Err(_) => tracing::error!("copies stay outside until the vault is opened again"),
        }
    }

    /// Waits a moment until what was put back after the vault was shut is back, so that a computer that goes to sleep leaves nothing outside.
    pub(crate) fn soon_back(&self) {
        let at_work = || {
            let thread = self.bringing_back.lock().unwrap_or_else(PoisonError::into_inner);
            thread.as_ref().is_some_and(|thread| !thread.is_finished())
        };
        let began = Instant::now();
        while at_work() && began.elapsed() < LOCK_WAITS {
            std::thread::sleep(TICK / 10);
        }
    }

    /// Waits until what was put back after the vault was shut is back.
    pub(crate) fn brought_back(&self) {
        let thread = self.bringing_back.lock().unwrap_or_else(PoisonError::into_inner).take();
        if thread.is_some_and(|thread| thread.join().is_err()) {
            tracing::error!("putting copies back panicked");
        }
    }

    /// Finds what a kill left outside. What differs from the version that it was made from was saved by somebody, or is half of something: it stands
    /// beside that version, and both are there. What cannot be sealed now stays out, and says so.
    pub(crate) fn recover_elsewhere(&self, office: &Office<H>) {
        let copies = match office.vault.read(|view| Ok::<_, AppError>(view.copies_out()?)) {
            Ok(copies) => copies,
            Err(error) => {
                tracing::error!(%error, "copies outside cannot be looked for");
                return;
            }
        };
        let (_turn, began) = (office.elsewhere.turn(), Instant::now());
        for copy in copies {
            if let Err(error) = self.recover(office, copy, began) {
                tracing::warn!(%error, "what a kill left outside stays there");
            }
        }
    }

    fn recover(&self, office: &Office<H>, copy: CopyOut, began: Instant) -> Result<(), AppError> {
        let folder = Folder::of(&self.profile, &copy);
        if !folder.is_own(&self.profile) {
            // Wiped already, or the copy of the profile that this one was made from.
            return office.vault.write(|writer| Ok::<_, AppError>(writer.forget_copy_out(copy.id)?));
        }
        let found = office.version(copy.case, copy.attachment, Some(&copy.version));
        let media_type = found.map(|found| found.version.media_type).unwrap_or_default();
        let mut open = Open { interrupted: true, ..Open::new(copy, folder, media_type) };
        let goes_on = || office.still_open();
        let path = open.folder.file("").display().to_string();
        // A kill may have come just before it was to be wiped.
        let again = open.folder.give_again().map_err(|source| AppError::File { path, source });
        let waits = OPENING_WAITS.saturating_sub(began.elapsed());
        let kept = again.and_then(|()| came_to_rest(&mut open, waits, &goes_on)).and_then(|rested| {
            if !rested {
                return Err(AppError::code(ErrorCode::StillWritten));
            }
            self.keep_found(office, &mut open, &goes_on)?;
            self.keep_others(office, &mut open, &goes_on)
        });
        match kept.and_then(|_| self.wiped(office, &open)) {
            Ok(()) => Ok(()),
            Err(error) => {
                let error = ApiError::from(error);
                office.elsewhere.put(Open { problem: Some(error.clone()), ..open });
                Err(error.into())
            }
        }
    }
}

/// Waits until nobody has written to a copy, or beside it, for a while: many programs write a new file and put it in the place of the one before.
/// Says whether that came.
fn came_to_rest(open: &mut Open, within: Duration, goes_on: GoesOn<'_>) -> Result<bool, AppError> {
    let began = Instant::now();
    loop {
        let (rests, now) = (open.rests(), open.mark());
        let still = rests || now == open.known || now.is_none_or(|now| now.rests_for(QUIET));
        if still && !open.folder.is_written_beside(&open.copy.name, QUIET) {
            return Ok(true);
        }
        if began.elapsed() >= within {
            return Ok(false);
        }
        goes_on()?;
        std::thread::sleep(TICK);
    }
}
