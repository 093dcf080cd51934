//! Hears that Praesto is asked to end from outside: at the end of a session, by whoever ends programs, from the terminal that started it.

use std::thread;

use signal_hook::{
    consts::{SIGHUP, SIGINT, SIGTERM},
    iterator::Signals,
};
use tauri::AppHandle;

use crate::leaving;

/// Ends Praesto in good order at the first of these signals: unheard, they would end it in the middle of whatever it does.
pub(crate) fn watch(app: &AppHandle) {
    let mut signals = match Signals::new([SIGHUP, SIGINT, SIGTERM]) {
        Ok(signals) => signals,
        Err(error) => {
            tracing::warn!(%error, "signals cannot be heard");
            return;
        }
    };
    let app = app.clone();
    let spawned = thread::Builder::new().name("ending".to_owned()).spawn(move || {
        if signals.forever().next().is_some() {
            leaving::end(&app);
        }
    });
    if let Err(error) = spawned {
        // Whoever ends programs ends this one in the end, and the next start finds what it left.
        tracing::warn!(%error, "signals are heard and not followed");
    }
}
