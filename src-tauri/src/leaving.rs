//! How the window goes. Closed, it is gone and Praesto ends, or it stays behind its icon in the tray; quit from the tray, Praesto ends in any case. Either
//! way the page keeps what was typed first, and says so. Whatever happens to the icon, the window can be reached.

use std::{
    sync::atomic::{AtomicBool, AtomicU64, Ordering},
    thread,
    time::{Duration, Instant},
};

use praesto_app::{Handle, Praesto};
use praesto_contract::{AppEvent, AppStatus, AppStatusGet, EVENT, SettingsGet};
use tauri::{AppHandle, Emitter, Listener, Manager, WebviewWindow, WindowEvent};

use crate::window;

/// How long a window that is to go, or to be locked, may take to keep what was typed: as long as the page waits for its last keys, drafts and saves.
const KEEPS_WITHIN: Duration = Duration::from_secs(8);

/// The same where a session ends, which waits for nobody for long.
const ENDS_WITHIN: Duration = Duration::from_secs(2);
const TICK: Duration = Duration::from_millis(50);

/// What the page says: it has kept everything, it asks somebody, or it was told to stay.
const KEPT: &str = "praesto://kept";
const ASKS: &str = "praesto://asks";
const STAYS: &str = "praesto://stays";

/// How leaving stands.
#[derive(Debug, Default)]
pub(crate) struct Leaving {
    /// Whether the icon is in the tray now.
    icon: AtomicBool,
    /// Whether Praesto ends, rather than its window alone.
    quitting: AtomicBool,
    /// Grows with each time that the page is asked, and with each answer.
    turn: AtomicU64,
    /// How often the vault was shut.
    shut: AtomicU64,
}

impl Leaving {
    /// Takes note of whether the icon is in the tray.
    pub(crate) fn has_icon(&self, there: bool) {
        self.icon.store(there, Ordering::SeqCst);
    }

    /// Takes note that the vault was shut.
    pub(crate) fn was_shut(&self) {
        self.shut.fetch_add(1, Ordering::SeqCst);
    }

    fn next(&self) -> u64 {
        self.turn.fetch_add(1, Ordering::SeqCst) + 1
    }
}

/// Listens to the window being closed, and to what the page says to it.
pub(crate) fn watch(window: &WebviewWindow) {
    let app = window.app_handle().clone();
    for (what, heard) in [(KEPT, kept as fn(&AppHandle)), (ASKS, asks), (STAYS, stays)] {
        let asked = app.clone();
        app.listen_any(what, move |_| heard(&asked));
    }
    window.on_window_event(move |event| {
        // The page hears of it as well; as long as it listens, the window waits for it.
        if matches!(event, WindowEvent::CloseRequested { .. }) {
            // Whatever became of quitting before: now the window is closed, and no more.
            app.state::<Leaving>().quitting.store(false, Ordering::SeqCst);
            in_the_end(&app);
        }
    });
}

/// Ends Praesto, once the page has kept what was typed and nobody wants to stay.
pub(crate) fn quit(app: &AppHandle) {
    app.state::<Leaving>().quitting.store(true, Ordering::SeqCst);
    tell(app, &AppEvent::QuitNow);
    in_the_end(app);
}

/// Shuts the vault, once the page has kept what was typed.
pub(crate) fn lock(app: &AppHandle) {
    let before = app.state::<Leaving>().shut.load(Ordering::SeqCst);
    tell(app, &AppEvent::LockNow);
    let app = app.clone();
    thread::spawn(move || {
        thread::sleep(KEEPS_WITHIN);
        if app.state::<Leaving>().shut.load(Ordering::SeqCst) == before {
            app.state::<Praesto>().lock();
        }
    });
}

/// Ends Praesto and asks nobody: whoever ends programs from outside waits for no answer. What was typed is kept, and what was saved in other programs
/// sealed, as far as there is time. Waits for that; never on the thread that draws.
pub(crate) fn end(app: &AppHandle) {
    let (praesto, leaving) = (app.state::<Praesto>(), app.state::<Leaving>());
    let before = leaving.shut.load(Ordering::SeqCst);
    if praesto.handle(AppStatusGet {}).is_ok_and(|status| matches!(status, AppStatus::Open { .. })) {
        tell(app, &AppEvent::LockNow);
        let asked = Instant::now();
        while leaving.shut.load(Ordering::SeqCst) == before && asked.elapsed() < ENDS_WITHIN {
            thread::sleep(TICK);
        }
    }
    praesto.close();
    app.exit(0);
    thread::sleep(ENDS_WITHIN);
    // The desktop that the window was drawn on may have gone before.
    std::process::exit(0);
}

/// Brings a window out that is out of sight: nothing leads to it any more.
pub(crate) fn come_out(app: &AppHandle) {
    if window::of(app).is_some_and(|window| !window.is_visible().unwrap_or(true)) {
        window::to_front(app);
    }
}

/// A page that does not answer holds nothing up for long.
fn in_the_end(app: &AppHandle) {
    let (app, turn) = (app.clone(), app.state::<Leaving>().next());
    thread::spawn(move || {
        thread::sleep(KEEPS_WITHIN);
        if app.state::<Leaving>().turn.load(Ordering::SeqCst) == turn {
            go(&app);
        }
    });
}

fn kept(app: &AppHandle) {
    app.state::<Leaving>().next();
    go(app);
}

fn asks(app: &AppHandle) {
    app.state::<Leaving>().next();
    window::to_front(app);
}

fn stays(app: &AppHandle) {
    let leaving = app.state::<Leaving>();
    leaving.next();
    leaving.quitting.store(false, Ordering::SeqCst);
}

fn go(app: &AppHandle) {
    let leaving = app.state::<Leaving>();
    let Some(window) = window::of(app) else { return };
    let has_icon = || leaving.icon.load(Ordering::SeqCst);
    let stay = || app.state::<Praesto>().handle(SettingsGet {}).is_ok_and(|settings| settings.stay);
    let gone = if !leaving.quitting.load(Ordering::SeqCst) && has_icon() && stay() {
        let hidden = window.hide();
        if !has_icon() {
            // It vanished meanwhile.
            window::to_front(app);
        }
        hidden
    } else {
        window.destroy()
    };
    if let Err(error) = gone {
        tracing::warn!(%error, "the window could not go");
    }
}

fn tell(app: &AppHandle, event: &AppEvent) {
    if let Err(error) = app.emit(EVENT, event) {
        tracing::warn!(%error, "an event did not reach the window");
    }
}
