//! The engine that draws the window is not ours, and now and then its process for the page dies of a fault of its own (ADR 26). The window comes
//! back by itself, but a journey has lost its place then. Such a run says nothing about Praesto, and the test runner begins it again. A journey
//! that failed for any other reason is not begun again.

use std::{
    env, fs,
    path::{Path, PathBuf},
    sync::atomic::{AtomicBool, Ordering},
};

/// What the window says of it.
const DIED: &str = "the page's process died";
/// Whether the journey itself ended a page's process, to see what becomes of it.
static BY_THE_JOURNEY: AtomicBool = AtomicBool::new(false);

/// Hears that the journey ends a page's process itself: what the window says of it is no excuse then.
pub(crate) fn ended_by_the_journey() {
    BY_THE_JOURNEY.store(true, Ordering::SeqCst);
}

/// To be called when a journey begins.
///
/// # Panics
/// If it failed before in this run, and not because the engine died.
pub(crate) fn journey_begins(traces: &Path) {
    let attempt = env::var("NEXTEST_ATTEMPT").unwrap_or_default();
    assert!(may_begin(&attempt, &note(traces)), "this journey has failed already, for a reason of its own; it is not tried again");
}

/// To be called when a journey fails, with what its windows have said: leaves a note where the engine died under it.
pub(crate) fn journey_failed(traces: &Path, logs: &[PathBuf]) {
    if !BY_THE_JOURNEY.load(Ordering::SeqCst) && engine_died(logs) {
        eprintln!("the engine died under this journey: it says nothing, and may be begun again");
        let _ = fs::write(note(traces), "");
    }
}

/// A first attempt always may, a further one only where the one before left the note. The note is used up.
fn may_begin(attempt: &str, note: &Path) -> bool {
    let noted = fs::remove_file(note).is_ok();
    noted || matches!(attempt, "" | "1")
}

fn engine_died(logs: &[PathBuf]) -> bool {
    logs.iter().any(|log| fs::read(log).is_ok_and(|said| String::from_utf8_lossy(&said).contains(DIED)))
}

fn note(traces: &Path) -> PathBuf {
    let test = env::var("NEXTEST_TEST_NAME").unwrap_or_default();
    traces.join(format!("{}.void", test.replace(|letter: char| !letter.is_ascii_alphanumeric(), "-")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_journey_begins_again_only_where_the_engine_died() {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let note = folder.path().join("journey.void");
        assert!(may_begin("", &note) && may_begin("1", &note));
        assert!(!may_begin("2", &note), "it failed for a reason of its own");
        fs::write(&note, "").expect("a note can be left");
        assert!(may_begin("2", &note));
        assert!(!may_begin("3", &note), "a note is for one attempt");
        fs::write(&note, "").expect("a note can be left");
        assert!(may_begin("1", &note));
        assert!(!may_begin("2", &note), "what is left from an earlier run is no excuse");
    }

    #[test]
    fn the_window_says_when_the_engine_died() {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let log = |name: &str, said: &str| {
            let path = folder.path().join(name);
            fs::write(&path, said).expect("a log can be written");
            path
        };
        let quiet = log("quiet.log", "ERROR the server does not answer\n");
        assert!(!engine_died(&[quiet.clone(), folder.path().join("none.log")]));
        assert!(engine_died(&[quiet, log("died.log", "ERROR the page's process died reason=Crashed\n")]));
    }
}
