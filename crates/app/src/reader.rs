//! Documents of strangers, read in a process apart: this program started anew, to do that and nothing else ([`serve`]).
//!
//! What is read goes to it over a pipe and comes back over another; it has no files, no network and no keys, bounded time and bounded memory, and its
//! answer is believed no more than the document. Nothing of it is ever written to a disk or a log.

mod confine;
mod serve;

use std::io::{BufReader, BufWriter, ErrorKind, Read, Write};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU8, AtomicU64, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use praesto_contract::{ApiError, CannotShow, ErrorCode};
use praesto_preview::wire::{self, Answer};
use praesto_preview::{Ask, Cannot, FILE_BYTES};

use crate::error::AppError;
use crate::host::Host;
use crate::office::Office;

pub use confine::confine;
pub use serve::{asked, serve};

/// The only argument of a program that is to read a document.
const SWITCH: &str = "--reads-a-document";
/// How long reading may take, and how much longer for each so many bytes, which have to be unsealed first.
const TIME: Duration = Duration::from_secs(12);
const BYTES_A_SECOND: u64 = 16 << 20;
/// Bytes that go into the pipe at a time.
const PIECE: usize = 64 << 10;
/// How long a process that has said nothing more may take to end, in ticks.
const ENDS_WITHIN: u32 = 20;
const TICK: Duration = Duration::from_millis(10);
/// How the process ends that could not be shut in.
const NOT_CONFINED: i32 = 3;

/// This program, as it is started to read a document; none where it cannot be found.
pub fn own_program() -> Option<Command> {
    // Stays this program while an update puts another in its place.
    let program = if cfg!(target_os = "linux") { "/proc/self/exe".into() } else { std::env::current_exe().ok()? };
    Some(reading(program))
}

/// Any program that calls [`serve`], as it is started to read a document.
pub fn reading(program: std::path::PathBuf) -> Command {
    let mut command = Command::new(program);
    command.arg(SWITCH);
    command
}

/// What a document is read for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum For {
    /// To be shown, as what was asked for at this turn; only the last that somebody asked for is.
    Showing(u64),
    /// To be kept.
    Keeping,
    /// To be said in a case that is imported.
    Importing,
    /// To become a page of a file, for an act that began after so many were stopped.
    Scanning(u64),
}

/// Why a process was ended, as a number for an atomic.
const NOT_ENDED: u8 = 0;
const BY_TIME: u8 = 1;
const BY_SOMEBODY: u8 = 2;

/// A process that reads.
struct Running {
    child: Mutex<Child>,
    ended: AtomicU8,
}

impl Running {
    /// Ends it, unless it has ended.
    fn end(&self, why: u8) {
        // Whoever ended it first says why.
        let _ = self.ended.compare_exchange(NOT_ENDED, why, Ordering::Relaxed, Ordering::Relaxed);
        if let Err(error) = self.child.lock().unwrap_or_else(PoisonError::into_inner).kill() {
            tracing::warn!(%error, "a process that reads a document could not be ended");
        }
    }
}

/// The processes that read for an office. What is to be shown has a turn each: a later one ends earlier ones, never the other way around, in whatever
/// order they come to begin.
#[derive(Default)]
pub(crate) struct Readers {
    turns: AtomicU64,
    at_work: Mutex<AtWork>,
}

#[derive(Default)]
struct AtWork {
    /// The latest turn that somebody wants to see.
    wanted: u64,
    /// How often somebody stopped the reading of pages.
    stops: u64,
    running: Vec<(For, Arc<Running>)>,
}

impl AtWork {
    fn wants(&self, reads: For) -> bool {
        match reads {
            For::Showing(turn) => turn >= self.wanted,
            For::Scanning(stops) => stops == self.stops,
            For::Keeping | For::Importing => true,
        }
    }
}

impl Readers {
    /// A turn after all that there were.
    pub(crate) fn next_turn(&self) -> u64 {
        self.turns.fetch_add(1, Ordering::Relaxed) + 1
    }

    /// Ends those that read to show something, and those that are about to.
    pub(crate) fn stop_showing(&self) {
        self.turn_to(self.next_turn());
    }

    /// Ends those that read for an import.
    pub(crate) fn stop_importing(&self) {
        self.stop(|_, reads| reads == For::Importing);
    }

    /// How often the reading of pages was stopped.
    pub(crate) fn stops(&self) -> u64 {
        self.at_work().stops
    }

    /// Ends those that read pages, and those that are about to for an act that has begun.
    pub(crate) fn stop_scanning(&self) {
        self.at_work().stops += 1;
        self.stop(|_, reads| matches!(reads, For::Scanning(_)));
    }

    /// Ends all.
    pub(crate) fn stop_all(&self) {
        self.stop(|_, _| true);
    }

    /// Ends what is to be shown and was asked for before this turn.
    fn turn_to(&self, turn: u64) {
        let mut at_work = self.at_work();
        at_work.wanted = at_work.wanted.max(turn);
        drop(at_work);
        self.stop(|at_work, reads| !at_work.wants(reads));
    }

    fn stop(&self, which: impl Fn(&AtWork, For) -> bool) {
        let at_work = self.at_work();
        let to_end: Vec<_> =
            at_work.running.iter().filter(|(reads, _)| which(&at_work, *reads)).map(|(_, running)| running.clone()).collect();
        drop(at_work);
        to_end.iter().for_each(|running| running.end(BY_SOMEBODY));
    }

    fn at_work(&self) -> std::sync::MutexGuard<'_, AtWork> {
        self.at_work.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn begin(&self, reads: For, child: Child, limit: Duration) -> Reading<'_> {
        let running = Arc::new(Running { child: Mutex::new(child), ended: AtomicU8::new(NOT_ENDED) });
        let wanted = {
            let mut at_work = self.at_work();
            at_work.running.push((reads, running.clone()));
            at_work.wants(reads)
        };
        if !wanted {
            running.end(BY_SOMEBODY);
        }
        let (done, waits) = mpsc::channel::<()>();
        let watched = running.clone();
        let watch = std::thread::Builder::new().name("reader-watch".to_owned()).spawn(move || {
            if waits.recv_timeout(limit) == Err(RecvTimeoutError::Timeout) {
                watched.end(BY_TIME);
            }
        });
        if watch.is_err() {
            // Nobody would end it.
            running.end(BY_TIME);
        }
        Reading { readers: self, running, _done: done }
    }
}

/// One process while it reads. Dropped, the process is gone.
struct Reading<'a> {
    readers: &'a Readers,
    running: Arc<Running>,
    /// Dropped with this: whoever watches the time need not any longer.
    _done: Sender<()>,
}

impl Reading<'_> {
    /// Why there is no whole answer.
    fn why(&self) -> CannotShow {
        match self.running.ended.load(Ordering::Relaxed) {
            BY_TIME => CannotShow::TookTooLong,
            BY_SOMEBODY => CannotShow::Stopped,
            _ if self.ended_as() == Some(NOT_CONFINED) => CannotShow::Unavailable,
            _ => CannotShow::Ended,
        }
    }

    /// As what it ended, where it ends by itself. One that does not is not waited for: it may be in a stranger's hands.
    fn ended_as(&self) -> Option<i32> {
        for _ in 0..ENDS_WITHIN {
            match self.running.child.lock().unwrap_or_else(PoisonError::into_inner).try_wait() {
                Ok(Some(status)) => return status.code(),
                Ok(None) => std::thread::sleep(TICK),
                Err(_) => return None,
            }
        }
        None
    }
}

impl Drop for Reading<'_> {
    fn drop(&mut self) {
        {
            let mut child = self.running.child.lock().unwrap_or_else(PoisonError::into_inner);
            // It has answered, or will not any more; ended twice is no fault.
            let _ = child.kill();
            let _ = child.wait();
        }
        self.readers.at_work().running.retain(|(_, running)| !Arc::ptr_eq(running, &self.running));
    }
}

impl<H: Host> Office<H> {
    /// Has a document read that `feed` brings and whose length is known, and hands the answer over, with what follows it. A document that says no is
    /// an error, too.
    pub(crate) fn read_apart<T>(
        &self,
        reads: For,
        ask: &Ask,
        length: u64,
        feed: impl FnOnce(&mut dyn Write) -> Result<(), AppError>,
        take: impl FnOnce(Answer, &mut dyn Read) -> Result<T, AppError>,
    ) -> Result<T, AppError> {
        if length > FILE_BYTES {
            return Err(cannot(CannotShow::TooLarge));
        }
        self.still_open()?;
        if let For::Showing(turn) = reads {
            self.readers.turn_to(turn);
            if !self.readers.at_work().wants(reads) {
                return Err(cannot(CannotShow::Stopped));
            }
        }
        let mut command = self.host.reader().ok_or(cannot(CannotShow::Unavailable))?;
        command.env_clear().current_dir("/").stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().map_err(|error| {
            tracing::error!(%error, "no process can be started that reads documents");
            cannot(CannotShow::Unavailable)
        })?;
        let (stdin, stdout) = (child.stdin.take(), child.stdout.take());
        let reading = self.readers.begin(reads, child, TIME + Duration::from_secs(length / BYTES_A_SECOND));
        // Shut while it was started, nobody has ended it.
        self.still_open()?;
        let (Some(stdin), Some(stdout)) = (stdin, stdout) else { return Err(AppError::Internal("a process has no pipes")) };
        let mut out = BufWriter::with_capacity(PIECE, stdin);
        let asked = wire::ask(ask, length, &mut out).map_err(piped);
        let fed = asked.and_then(|()| feed(&mut out)).and_then(|()| out.flush().map_err(piped));
        drop(out);
        match fed {
            // It went away while it was told; what it has said is all there is.
            Err(AppError::File { source, .. }) if source.kind() == ErrorKind::BrokenPipe => {}
            fed => fed?,
        }
        let mut input = BufReader::new(stdout);
        let taken = match wire::read_answer(&mut input) {
            Ok(Answer::Cannot(why)) => Err(refused(why)),
            Ok(answer) => take(answer, &mut input),
            Err(_) => Err(cannot(reading.why())),
        };
        // Whoever shut the vault ended it.
        self.still_open()?;
        taken
    }
}

fn piped(source: std::io::Error) -> AppError {
    AppError::File { path: String::new(), source }
}

/// That a file cannot be shown, and why.
pub(crate) fn cannot(why: CannotShow) -> AppError {
    let code = serde_json::to_value(why).ok().and_then(|code| code.as_str().map(str::to_owned)).unwrap_or_default();
    ApiError::new(ErrorCode::CannotShow).with("reason", code).into()
}

fn refused(why: Cannot) -> AppError {
    cannot(match why {
        Cannot::UnknownKind => CannotShow::UnknownKind,
        Cannot::Damaged => CannotShow::Damaged,
        Cannot::TooLarge => CannotShow::TooLarge,
        Cannot::Encrypted => CannotShow::Encrypted,
        Cannot::NoSuchPage => CannotShow::NoSuchPage,
        Cannot::NoSuchPart => CannotShow::NoSuchPart,
    })
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    fn begins(readers: &Readers, reads: For) -> Reading<'_> {
        let child = Command::new("sleep").arg("60").stdin(Stdio::null()).stdout(Stdio::null()).spawn().expect("it begins");
        readers.begin(reads, child, Duration::from_secs(60))
    }

    fn ended(reading: &Reading<'_>) -> bool {
        reading.running.ended.load(Ordering::Relaxed) == BY_SOMEBODY
    }

    #[test]
    fn what_was_asked_for_later_ends_what_was_asked_for_before_and_never_the_other_way_around() {
        let readers = Readers::default();
        let (older, newer) = (readers.next_turn(), readers.next_turn());
        // The newer one overtakes the older one, whose file takes longer to be found.
        readers.turn_to(newer);
        let shown = begins(&readers, For::Showing(newer));
        let kept = begins(&readers, For::Keeping);
        readers.turn_to(older);
        assert!(!readers.at_work().wants(For::Showing(older)), "nobody wants to see it any more");
        let late = begins(&readers, For::Showing(older));
        assert!(ended(&late) && !ended(&shown) && !ended(&kept));
        let newest = readers.next_turn();
        readers.turn_to(newest);
        assert!(ended(&shown) && !ended(&kept));
        drop((shown, late));
        readers.stop_showing();
        assert!(ended(&begins(&readers, For::Showing(newest))), "stopped before it began");
        assert!(!ended(&begins(&readers, For::Showing(readers.next_turn()))));
        readers.stop_all();
        assert!(ended(&kept));
    }

    #[test]
    fn pages_that_are_stopped_just_before_one_is_read_are_not_read() {
        let readers = Readers::default();
        let began = readers.stops();
        let read = begins(&readers, For::Scanning(began));
        assert!(!ended(&read));
        readers.stop_scanning();
        assert!(ended(&read));
        assert!(ended(&begins(&readers, For::Scanning(began))), "begun before it was stopped, and read after");
        assert!(!ended(&begins(&readers, For::Scanning(readers.stops()))), "stopped once, the next goes on");
    }
}
