//! What the database needs beside its writer, so that no save waits for it: moving the log into the one file, and joining the search index,
//! which grows by a small segment with every save.
//!
//! Nothing depends on it: what an upkeep left undone is in the log, durable and readable, and the next one takes it up.

use std::sync::{Arc, Condvar, Mutex};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use rusqlite::Connection;

use crate::VaultError;
use crate::vault::held;

/// How long nobody saves before the index is joined.
const PAUSE: Duration = Duration::from_millis(300);
/// How long the log waits for such a pause.
const PATIENCE: Duration = Duration::from_secs(5);
/// Pages of the index joined in one transaction: as long as a save may have to wait.
const PAGES: u32 = 32;

/// The thread that does it; it ends when this is dropped.
#[derive(Debug)]
pub(crate) struct Upkeep {
    saves: Arc<Saves>,
    thread: Option<JoinHandle<()>>,
}

/// What the writer tells the upkeep.
#[derive(Debug, Default)]
struct Saves {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Clone, Copy, Debug, Default)]
struct State {
    count: u64,
    stop: bool,
}

impl Upkeep {
    /// Begins with what the last run of the program left. `log` is a connection of its own: moving the log takes nothing from the writer.
    pub(crate) fn start(writer: Arc<Mutex<Connection>>, log: Connection) -> Result<Self, VaultError> {
        let saves = Arc::new(Saves { state: Mutex::new(State { count: 1, stop: false }), changed: Condvar::new() });
        let heard = saves.clone();
        let thread = thread::Builder::new().name("praesto-upkeep".to_owned()).spawn(move || keep_up(&heard, &writer, &log))?;
        Ok(Self { saves, thread: Some(thread) })
    }

    /// Notes that somebody saves: before, so that the upkeep steps back, and afterwards, so that it follows.
    pub(crate) fn saving(&self) {
        held(&self.saves.state).count += 1;
        self.saves.changed.notify_one();
    }
}

impl Drop for Upkeep {
    fn drop(&mut self) {
        held(&self.saves.state).stop = true;
        self.saves.changed.notify_one();
        if let Some(thread) = self.thread.take() {
            // A panic in there has harmed nothing; the vault still closes.
            let _ = thread.join();
        }
    }
}

impl Saves {
    fn now(&self) -> State {
        *held(&self.state)
    }

    /// Waits until there are other saves than `known`, or it is time to stop.
    fn wait_for_other(&self, known: u64, limit: Option<Duration>) -> State {
        let state = held(&self.state);
        let unchanged = |state: &mut State| state.count == known && !state.stop;
        match limit {
            Some(limit) => {
                *self.changed.wait_timeout_while(state, limit, unchanged).map_or_else(|error| error.into_inner().0, |held| held.0)
            }
            None => *self.changed.wait_while(state, unchanged).unwrap_or_else(|error| error.into_inner()),
        }
    }

    /// Waits until nobody has saved for a while, or the log has waited long enough.
    fn wait_for_pause(&self, mut state: State) -> State {
        let start = Instant::now();
        while !state.stop && start.elapsed() < PATIENCE {
            let next = self.wait_for_other(state.count, Some(PAUSE));
            if next.count == state.count {
                return next;
            }
            state = next;
        }
        state
    }
}

/// Errors are left to the writer, which meets them itself and says so; the next save brings another try.
fn keep_up(saves: &Saves, writer: &Mutex<Connection>, log: &Connection) {
    let mut done = 0;
    loop {
        let state = saves.wait_for_pause(saves.wait_for_other(done, None));
        if state.stop {
            return;
        }
        while saves.now().count == state.count && !saves.now().stop && join_some(writer).unwrap_or(false) {}
        let _ = log.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(()));
        done = state.count;
    }
}

/// Joins a few pages of the search index; `false` when there is nothing to join.
fn join_some(writer: &Mutex<Connection>) -> Result<bool, VaultError> {
    let conn = held(writer);
    let before = conn.total_changes();
    conn.prepare_cached("INSERT INTO case_words (case_words, rank) VALUES ('merge', ?1)")?.execute([PAGES])?;
    // The statement itself counts as one change.
    Ok(conn.total_changes() - before > 1)
}
