//! Notices of the desktop (org.freedesktop.Notifications): how many cases are due, and nothing else. Whether there is something to say is decided in
//! `praesto-app`; it counts as said once the desktop has taken it.

use std::{
    collections::HashMap,
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
    },
    thread,
    time::Duration,
};

use praesto_app::{Handle, Praesto};
use praesto_contract::{AppEvent, EVENT, NoticeGet, NoticeSaid, NoticeView, SettingsGet};
use tauri::{AppHandle, Emitter, Manager};
use zbus::{
    blocking::{Connection, Proxy, connection},
    zvariant::Value,
};

use crate::window;

/// How often it is looked whether something is due: soon after midnight, and soon after waking up.
const LOOK: Duration = Duration::from_secs(10);
/// How long the desktop may take to say that it has taken a notice.
const ANSWERS_WITHIN: Duration = Duration::from_secs(10);
/// Name of the action of clicking on the notice itself.
const CLICKED: &str = "default";

/// Starts to look. Without a session bus nobody is told anything.
pub(crate) fn start(app: &AppHandle) {
    let app = app.clone();
    let spawned = thread::Builder::new().name("notices".to_owned()).spawn(move || {
        if let Err(error) = tell(&app) {
            tracing::info!(%error, "there is no session bus: the desktop is told nothing");
        }
    });
    if let Err(error) = spawned {
        tracing::warn!(%error, "notices cannot be given");
    }
}

fn tell(app: &AppHandle) -> zbus::Result<()> {
    let connection = connection::Builder::session()?.method_timeout(ANSWERS_WITHIN).build()?;
    let daemon = daemon(&connection)?;
    // The notice that stands there: the next one takes its place.
    let last = Arc::new(AtomicU32::new(0));
    follow(app, &connection, last.clone());
    loop {
        thread::sleep(LOOK);
        if is_in_front(app) {
            // Whoever looks at the window sees it there.
            continue;
        }
        let praesto = app.state::<Praesto>();
        // A shut vault knows nothing, and says nothing.
        let Ok(Some(notice)) = praesto.handle(NoticeGet {}) else { continue };
        match say(app, &daemon, last.load(Ordering::SeqCst), &notice) {
            Ok(id) => {
                last.store(id, Ordering::SeqCst);
                if let Err(error) = praesto.handle(NoticeSaid { notice }) {
                    tracing::info!(code = ?error.code, "that a notice was given was not kept");
                }
            }
            Err(error) => tracing::debug!(%error, "the desktop took no notice"),
        }
    }
}

fn daemon(connection: &Connection) -> zbus::Result<Proxy<'static>> {
    Proxy::new(connection, "org.freedesktop.Notifications", "/org/freedesktop/Notifications", "org.freedesktop.Notifications")
}

fn is_in_front(app: &AppHandle) -> bool {
    window::of(app).is_some_and(|window| window.is_visible().unwrap_or(false) && window.is_focused().unwrap_or(false))
}

/// Gives the notice to the desktop, instead of the last one; its id once it is taken.
fn say(app: &AppHandle, daemon: &Proxy<'_>, last: u32, notice: &NoticeView) -> zbus::Result<u32> {
    let words = window::words(&app.state::<Praesto>().handle(SettingsGet {}).unwrap_or_default());
    let due = (notice.due > 0).then(|| words.text("notice-due", &[("count", notice.due.into())]));
    let late = (notice.late > 0).then(|| words.text("notice-late", &[("count", notice.late.into())]));
    let body = due.into_iter().chain(late).collect::<Vec<_>>().join(" ");
    let actions = [CLICKED, &words.text("notice-open", &[])];
    let hints = HashMap::<&str, Value<'_>>::new();
    daemon.call("Notify", &("Praesto", last, "", words.text("notice-title", &[]), body, actions.as_slice(), hints, -1_i32))
}

/// Opens *Today* for whoever clicks on the notice.
fn follow(app: &AppHandle, connection: &Connection, last: Arc<AtomicU32>) {
    let (app, connection) = (app.clone(), connection.clone());
    thread::spawn(move || {
        let heard = daemon(&connection).and_then(|daemon| daemon.receive_signal("ActionInvoked"));
        let heard = match heard {
            Ok(heard) => heard,
            Err(error) => {
                tracing::info!(%error, "clicks on notices are not heard");
                return;
            }
        };
        for signal in heard {
            let Ok((id, action)) = signal.body().deserialize::<(u32, String)>() else { continue };
            if id == last.load(Ordering::SeqCst) && action == CLICKED {
                window::to_front(&app);
                if let Err(error) = app.emit(EVENT, &AppEvent::ShowToday) {
                    tracing::warn!(%error, "an event did not reach the window");
                }
            }
        }
    });
}
