//! The real world: the system's clock, randomness, keyring and network.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{PoisonError, RwLock};
use std::time::{SystemTime, UNIX_EPOCH};

use jiff::tz::TimeZone;
use praesto_contract::{ApiError, AppEvent, ConnectionTried, Day, Moment};
use praesto_crypto::{Entropy, OsEntropy};
use praesto_vault::{Keyring, OsKeyring};

use crate::host::{Caller, Host, ServerAddress};
use crate::praesto::Praesto;
use crate::sync::{HttpRemote, Remote, RemoteError, Route, try_it};

/// Where Praesto runs.
#[derive(Clone, Debug)]
pub struct Options {
    /// Folder of the profile; made when an office is made.
    pub profile: PathBuf,
    /// What draws the window, and its version; empty without one.
    pub engine: String,
}

/// The real world.
pub struct OsHost {
    keyring: OsKeyring,
    on_event: Box<dyn Fn(AppEvent) + Send + Sync>,
    route: RwLock<Route>,
    engine: String,
}

impl std::fmt::Debug for OsHost {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("OsHost")
    }
}

impl OsHost {
    /// The real world, telling `on_event` what happens.
    pub fn new(on_event: impl Fn(AppEvent) + Send + Sync + 'static) -> Self {
        Self { keyring: OsKeyring, on_event: Box::new(on_event), route: RwLock::default(), engine: String::new() }
    }
}

impl Praesto<OsHost> {
    /// Praesto for a window: it synchronises and locks by itself, and tells `on_event`.
    ///
    /// # Errors
    /// None today; a profile that cannot be used says so at its first command.
    pub fn open(options: Options, on_event: impl Fn(AppEvent) + Send + Sync + 'static) -> Result<Self, ApiError> {
        let host = OsHost { engine: options.engine, ..OsHost::new(on_event) };
        Ok(Self::quiet(host, options.profile).with_background())
    }
}

impl Host for OsHost {
    fn now(&self) -> Moment {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        Moment(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
    }

    fn day_of(&self, moment: Moment) -> Day {
        Day::at(moment, TimeZone::system())
    }

    fn offset_minutes(&self, moment: Moment) -> i32 {
        let at = jiff::Timestamp::from_millisecond(moment.0).unwrap_or_default();
        TimeZone::system().to_offset(at).seconds() / 60
    }

    fn fill(&self, bytes: &mut [u8]) {
        OsEntropy.fill(bytes);
    }

    fn keyring(&self) -> &dyn Keyring {
        &self.keyring
    }

    fn computer_name(&self) -> String {
        // Linux keeps the name here; Windows in the environment.
        let name = std::fs::read_to_string("/proc/sys/kernel/hostname").or_else(|_| std::env::var("COMPUTERNAME")).unwrap_or_default();
        if name.trim().is_empty() { "Praesto".to_owned() } else { name.trim().to_owned() }
    }

    fn free_space(&self, path: &Path) -> u64 {
        rustix::fs::statvfs(path).map_or(0, |stat| stat.f_bavail.saturating_mul(stat.f_frsize))
    }

    fn reader(&self) -> Option<Command> {
        crate::reader::own_program()
    }

    fn memory_folder(&self) -> Option<PathBuf> {
        crate::elsewhere::runtime_folder()
    }

    fn open_in_program(&self, file: &Path) -> std::io::Result<()> {
        crate::elsewhere::open_in_program(file)
    }

    fn connect(&self, server: &ServerAddress, caller: Box<dyn Caller>) -> Result<Box<dyn Remote>, RemoteError> {
        let route = self.route.read().unwrap_or_else(PoisonError::into_inner).clone();
        Ok(Box::new(HttpRemote::by(&route, server, caller)?))
    }

    fn take_route(&self, route: Route) {
        *self.route.write().unwrap_or_else(PoisonError::into_inner) = route;
    }

    fn try_way(&self, server: &ServerAddress, route: &Route) -> ConnectionTried {
        try_it(server, route)
    }

    fn runs_on(&self) -> Vec<(&'static str, String)> {
        let read = |path: &str| std::fs::read_to_string(path).unwrap_or_default();
        let release = read("/etc/os-release");
        let of =
            |name: &str| release.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix('=')).unwrap_or_default().trim_matches('"');
        vec![
            ("system", format!("{} {} {}", std::env::consts::OS, of("ID"), of("VERSION_ID"))),
            ("kernel", read("/proc/sys/kernel/osrelease")),
            ("architecture", std::env::consts::ARCH.to_owned()),
            ("desktop", std::env::var("XDG_CURRENT_DESKTOP").unwrap_or_default()),
            ("session", std::env::var("XDG_SESSION_TYPE").unwrap_or_default()),
            ("engine", self.engine.clone()),
        ]
    }

    fn emit(&self, event: AppEvent) {
        (self.on_event)(event);
    }
}
