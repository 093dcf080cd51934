//! Praesto on one profile: shut or open, and what watches over it.

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicI64, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::thread::JoinHandle;

use praesto_contract::{AppEvent, AppStatus, Desk, ErrorCode, Whose};

use crate::background::Background;
use crate::error::AppError;
use crate::host::Host;
use crate::office::Office;
use crate::os_host::OsHost;
use crate::sync::ProxyLogin as Login;

/// Praesto on one profile.
pub struct Praesto<H: Host = OsHost> {
    pub(crate) core: Arc<Core<H>>,
    background: Mutex<Option<Background>>,
}

/// What commands and background work share.
pub(crate) struct Core<H: Host> {
    /// For work that goes on when whoever began it has gone.
    pub(crate) own: Weak<Self>,
    pub(crate) host: Arc<H>,
    pub(crate) profile: PathBuf,
    office: Mutex<Option<Arc<Office<H>>>>,
    last_used: AtomicI64,
    /// Whether this program has had the vault open.
    was_open: AtomicBool,
    /// The vault that it had open last, as long as work in progress holds it.
    last_office: Mutex<Weak<Office<H>>>,
    /// Person and office of the vault that this program had open.
    names: Mutex<(String, String)>,
    /// How often imports were stopped: one that began before the last time ends.
    pub(crate) import_stops: AtomicU64,
    /// What was stopped of all else that somebody waits for.
    pub(crate) stops: crate::jobs::Stops,
    /// Whether a sample office is being made, and whether somebody stopped that.
    pub(crate) sample_begun: AtomicBool,
    pub(crate) sample_stopped: AtomicBool,
    /// Held by whoever changes the settings.
    pub(crate) settings_turn: Mutex<()>,
    /// Who logs in to the proxy, as long as that may be known.
    pub(crate) proxy_login: Mutex<Arc<Login>>,
    /// The report that was shown last.
    pub(crate) report: Mutex<Option<String>>,
    /// What the desktop around the window can do.
    pub(crate) desk: Mutex<Desk>,
    /// Held by whoever shuts the vault, until what that leaves to be done is where whoever ends the program finds it.
    shutting: Mutex<()>,
    /// Seals and wipes, after the vault was shut, what was open in other programs.
    pub(crate) bringing_back: Mutex<Option<JoinHandle<()>>>,
    /// Wakes the background work: something waits to be sent.
    pub(crate) wake: crate::background::Wake,
}

impl<H: Host> std::fmt::Debug for Praesto<H> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Praesto")
    }
}

impl<H: Host> Praesto<H> {
    /// Praesto on a profile, shut, without background work: for terminals and simulations, which say themselves when to synchronise.
    pub fn quiet(host: H, profile: PathBuf) -> Self {
        let core = Arc::new_cyclic(|own| Core {
            own: own.clone(),
            host: Arc::new(host),
            profile,
            office: Mutex::new(None),
            last_used: AtomicI64::new(0),
            was_open: AtomicBool::new(false),
            last_office: Mutex::default(),
            names: Mutex::default(),
            import_stops: AtomicU64::new(0),
            stops: crate::jobs::Stops::default(),
            sample_begun: AtomicBool::new(false),
            sample_stopped: AtomicBool::new(false),
            settings_turn: Mutex::default(),
            proxy_login: Mutex::default(),
            report: Mutex::default(),
            desk: Mutex::default(),
            shutting: Mutex::default(),
            bringing_back: Mutex::default(),
            wake: crate::background::Wake::default(),
        });
        core.choose_route();
        Self { core, background: Mutex::new(None) }
    }

    /// Starts synchronising by itself and locking when idle.
    #[must_use]
    pub fn with_background(self) -> Self {
        if let Ok(mut background) = self.background.lock() {
            *background = Some(Background::start(&self.core));
        }
        self
    }

    /// The open office, for tests and tools that look inside.
    pub fn open_office(&self) -> Option<Arc<Office<H>>> {
        self.core.office.lock().ok().and_then(|office| office.clone())
    }

    /// Shuts the vault: on the key, after idle time, before the computer sleeps.
    pub fn lock(&self) {
        self.core.lock();
    }

    /// Shuts the vault and waits until what was open in other programs is sealed and wiped: before the program ends.
    pub fn close(&self) {
        self.core.lock();
        self.core.brought_back();
    }
}

impl<H: Host> Drop for Praesto<H> {
    fn drop(&mut self) {
        // First, or a run that is under way would be waited for to its end.
        if let Ok(office) = self.core.office() {
            office.shut();
        }
        if let Ok(mut background) = self.background.lock() {
            drop(background.take());
        }
        self.close();
    }
}

impl<H: Host> Core<H> {
    /// The open office; an error where the vault is shut.
    pub(crate) fn office(&self) -> Result<Arc<Office<H>>, AppError> {
        let Ok(office) = self.office.lock() else { return Err(AppError::Internal("the office is poisoned")) };
        office.clone().ok_or(AppError::code(ErrorCode::Locked))
    }

    pub(crate) fn set_office(&self, office: Option<Arc<Office<H>>>) {
        if let Some(office) = &office {
            self.was_open.store(true, Ordering::Relaxed);
            if let Ok(mut last) = self.last_office.lock() {
                *last = Arc::downgrade(office);
            }
            self.login_of(office);
        }
        if let Ok(mut held) = self.office.lock() {
            *held = office;
        }
    }

    /// Whether this program has had the vault open.
    pub(crate) fn was_open(&self) -> bool {
        self.was_open.load(Ordering::Relaxed)
    }

    /// Whether work that was in progress when the vault shut still holds it.
    pub(crate) fn is_held(&self) -> bool {
        self.last_office.lock().is_ok_and(|office| office.strong_count() > 0)
    }

    /// Notes that somebody is at work.
    pub(crate) fn used(&self) {
        self.last_used.store(self.host.now().0, Ordering::Relaxed);
    }

    /// Milliseconds since somebody last was. A clock that was set back begins anew: else nothing would be idle until it is there again.
    pub(crate) fn idle_ms(&self) -> i64 {
        let now = self.host.now().0;
        let last = self.last_used.fetch_min(now, Ordering::Relaxed);
        now.saturating_sub(last).max(0)
    }

    /// Shuts the vault. Work in progress finishes its transaction; keys are wiped when the last of it lets go.
    pub(crate) fn lock(&self) {
        let shutting = self.shutting.lock().unwrap_or_else(PoisonError::into_inner);
        let office = self.office().ok();
        self.set_office(None);
        if let Some(office) = office {
            if let Ok(mut names) = self.names.lock() {
                let view = office.view();
                *names = (view.person_name, view.name);
            }
            office.shut();
            self.forget_login();
            self.forget_report();
            self.wake.ring();
            if office.is_sample() {
                // It is thrown away with all that it holds.
                office.wipe_elsewhere();
                drop(office);
                self.tell_status();
            } else {
                // The screen first: however much comes back from other programs, nobody sees the cases meanwhile.
                self.tell_status();
                self.bring_back(office);
                drop(shutting);
                self.soon_back();
            }
        }
    }

    fn tell_status(&self) {
        if let Ok(status) = self.status() {
            self.host.emit(AppEvent::Status { status });
        }
    }

    /// Whose computer this is, for the locked screen: nothing about the office is kept outside the vault, so what is known of it is only in memory.
    pub(crate) fn whose(&self) -> Whose {
        let (person, office) = self.names.lock().map(|names| names.clone()).unwrap_or_default();
        Whose { computer: self.host.computer_name(), person, office }
    }

    /// Where this profile stands.
    pub(crate) fn status(&self) -> Result<AppStatus, AppError> {
        if let Ok(office) = self.office() {
            let view = office.view();
            return Ok(if office.is_waiting() { AppStatus::Waiting { office: view } } else { AppStatus::Open { office: view } });
        }
        self.shut_status()
    }
}
