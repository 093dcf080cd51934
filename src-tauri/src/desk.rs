//! The desktop around the window: whether there is a tray, and the icon in it for whoever wants one. One thread does it all, in the order in which it
//! hears of things; nothing here waits for the window, and the window waits for nothing here.

use std::{
    sync::mpsc::{Receiver, Sender},
    thread,
};

use ksni::blocking::Handle as Shown;
use praesto_app::{Handle, Praesto};
use praesto_contract::{AppEvent, AppStatus, Desk, Settings, SettingsGet, SyncPhase};
use praesto_words::Words;
use tauri::{AppHandle, Manager};
use zbus::blocking::{Connection, fdo::DBusProxy};

use crate::{
    leaving::{self, Leaving},
    tray::{self, Icon, Look},
    window,
};

/// Who shows icons in trays.
const WATCHER: &str = "org.kde.StatusNotifierWatcher";

/// Something that the desk hears of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sign {
    Settings,
    /// Whether the vault is open.
    Open(bool),
    /// Changes that wait to be sent, and whether a person must see something.
    Sync {
        unsent: u64,
        stopped: bool,
    },
    /// Whether there is a tray.
    Tray(bool),
    /// Whether the icon is in it.
    Icon(bool),
    /// What somebody chose there.
    Show,
    Lock,
    Quit,
}

impl Sign {
    /// What an event means to the desk.
    pub(crate) fn of(event: &AppEvent) -> Option<Self> {
        match event {
            AppEvent::Settings => Some(Self::Settings),
            AppEvent::Status { status } => Some(Self::Open(matches!(status, AppStatus::Open { .. } | AppStatus::Waiting { .. }))),
            AppEvent::Sync { sync } => {
                let stopped = sync.phase == SyncPhase::Stopped || sync.findings > 0;
                Some(Self::Sync { unsent: if sync.phase == SyncPhase::NoServer { 0 } else { sync.waiting }, stopped })
            }
            _ => None,
        }
    }
}

/// Starts looking after the desk.
pub(crate) fn start(app: &AppHandle, signs: Sender<Sign>, seen: Receiver<Sign>) {
    let watching = signs.clone();
    spawn("tray-watch", move || {
        if let Err(error) = watch(&watching) {
            tracing::info!(%error, "there is no session bus: no tray is offered");
        }
        // Without a bus nobody hears from a tray any more, or from the icon in it.
        let _ = watching.send(Sign::Tray(false));
        let _ = watching.send(Sign::Icon(false));
    });
    // The settings are as they are from the start.
    let _ = signs.send(Sign::Settings);
    let app = app.clone();
    spawn("desk", move || {
        let words = window::words(&Settings::default());
        let mut standing = Standing { app, signs, look: Look::default(), words, stay: false, shown: None };
        while let Ok(sign) = seen.recv() {
            standing.hear(sign);
        }
    });
}

fn spawn(name: &str, work: impl FnOnce() + Send + 'static) {
    if let Err(error) = thread::Builder::new().name(name.to_owned()).spawn(work) {
        tracing::warn!(%error, name, "a thread of the desk did not start");
    }
}

/// Tells whether there is a tray, now and whenever that changes.
fn watch(signs: &Sender<Sign>) -> zbus::Result<()> {
    let connection = Connection::session()?;
    let bus = DBusProxy::new(&connection)?;
    let changes = bus.receive_name_owner_changed_with_args(&[(0, WATCHER)])?;
    let mut there = bus.name_has_owner(WATCHER.try_into()?)?;
    let mut changes = changes.into_iter();
    while signs.send(Sign::Tray(there)).is_ok() {
        let Some(change) = changes.next() else { break };
        there = change.args()?.new_owner.is_some();
    }
    Ok(())
}

/// How the desk stands.
struct Standing {
    app: AppHandle,
    signs: Sender<Sign>,
    look: Look,
    words: Words,
    /// Whether an icon is wanted.
    stay: bool,
    shown: Option<Shown<Icon>>,
}

impl Standing {
    fn hear(&mut self, sign: Sign) {
        let before = self.look;
        match sign {
            Sign::Settings => self.read(),
            Sign::Open(open) => self.look.open = open,
            Sign::Sync { unsent, stopped } => (self.look.unsent, self.look.stopped) = (unsent, stopped),
            Sign::Tray(tray) => self.app.state::<Praesto>().stands_on(Desk { tray }),
            Sign::Icon(there) => self.has_icon(there),
            Sign::Show => window::to_front(&self.app),
            Sign::Lock => leaving::lock(&self.app),
            Sign::Quit => leaving::quit(&self.app),
        }
        if matches!(sign, Sign::Settings | Sign::Tray(true)) || self.look != before {
            self.draw();
        }
    }

    fn read(&mut self) {
        if let Ok(settings) = self.app.state::<Praesto>().handle(SettingsGet {}) {
            self.words = window::words(&settings);
            self.stay = settings.stay;
        }
    }

    fn has_icon(&self, there: bool) {
        // What an icon said that was taken away meanwhile holds no longer.
        let there = there && self.shown.is_some();
        self.app.state::<Leaving>().has_icon(there);
        if !there {
            leaving::come_out(&self.app);
        }
    }

    /// Shows the icon as things stand, or none.
    fn draw(&mut self) {
        match &self.shown {
            Some(shown) if self.stay => {
                let (look, words) = (self.look, self.words.clone());
                if shown.update(move |icon| icon.takes(look, &words)).is_none() {
                    // Whoever showed it has ended.
                    self.shown = None;
                    self.has_icon(false);
                }
            }
            Some(shown) => {
                shown.shutdown().wait();
                self.shown = None;
                self.has_icon(false);
            }
            None if self.stay => {
                self.shown = tray::show(Icon::new(self.look, &self.words, self.signs.clone()));
                // Taken for there; where it is not, the icon says so itself, which is heard next, and comes once there is a tray.
                self.has_icon(true);
            }
            None => {}
        }
    }
}
