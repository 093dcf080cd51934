//! A session bus of one's own, and what a desktop has on it: whoever shows notices, and whoever shows icons in trays.

use std::{
    collections::{HashMap, HashSet},
    fs,
    io::{BufRead, BufReader},
    process::{Child, Command, Stdio},
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
        mpsc::{Receiver, Sender, channel},
    },
    thread,
    time::{Duration, Instant},
};

use tempfile::NamedTempFile;
use zbus::{
    blocking::{Connection, Proxy, connection, fdo::DBusProxy},
    interface,
    zvariant::{OwnedValue, Value},
};

/// How long somebody waits for something to appear on the bus.
const PATIENCE: Duration = Duration::from_secs(60);
const TICK: Duration = Duration::from_millis(50);

const NOTICES: &str = "org.freedesktop.Notifications";
const NOTICES_PATH: &str = "/org/freedesktop/Notifications";
const WATCHER: &str = "org.kde.StatusNotifierWatcher";
const WATCHER_PATH: &str = "/StatusNotifierWatcher";
const MENU_PATH: &str = "/MenuBar";
const MENU: &str = "com.canonical.dbusmenu";

/// What everybody on the bus may do: everything. Nobody is started because somebody asks for them, so that only who was put there is there.
const RULES: &str = r#"<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"#;

/// A bus for one test.
#[derive(Debug)]
pub struct Bus {
    daemon: Child,
    address: String,
    _rules: NamedTempFile,
}

impl Bus {
    /// Starts a bus.
    ///
    /// # Panics
    /// If there is no dbus-daemon; the message says what to do.
    pub fn start() -> Self {
        let rules = NamedTempFile::new().expect("a file can be made");
        fs::write(&rules, RULES).expect("it takes the rules");
        let mut daemon = Command::new("dbus-daemon")
            .args(["--nofork", "--print-address", "--config-file"])
            .arg(rules.path())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .expect("dbus-daemon starts; `cargo xtask test` installs it");
        let mut address = String::new();
        let out = daemon.stdout.take().expect("its output was asked for");
        BufReader::new(out).read_line(&mut address).expect("it says where it is");
        Self { daemon, address: address.trim().to_owned(), _rules: rules }
    }

    /// Where it is, for `DBUS_SESSION_BUS_ADDRESS` and its like.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// Begins a connection to it.
    ///
    /// # Panics
    /// If it is no address.
    pub fn connection(&self) -> connection::Builder<'static> {
        connection::Builder::address(self.address.clone().as_str()).expect("a bus has an address")
    }
}

impl Drop for Bus {
    fn drop(&mut self) {
        let _ = self.daemon.kill();
        let _ = self.daemon.wait();
    }
}

/// A notice that the desktop was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    pub id: u32,
    pub title: String,
    pub body: String,
    pub actions: Vec<String>,
}

/// Who shows notices, or refuses to.
#[derive(Debug)]
pub struct Notices {
    connection: Connection,
    given: Receiver<Notice>,
    refuses: Arc<AtomicBool>,
}

struct Daemon {
    given: Sender<Notice>,
    refuses: Arc<AtomicBool>,
    last: u32,
}

#[interface(name = "org.freedesktop.Notifications")]
impl Daemon {
    #[allow(clippy::too_many_arguments)]
    fn notify(
        &mut self,
        _program: &str,
        replaces: u32,
        _icon: &str,
        title: &str,
        body: &str,
        actions: Vec<String>,
        _hints: HashMap<String, OwnedValue>,
        _lasts: i32,
    ) -> zbus::fdo::Result<u32> {
        if self.refuses.load(Ordering::SeqCst) {
            return Err(zbus::fdo::Error::LimitsExceeded("too many notices".to_owned()));
        }
        self.last += 1;
        let id = if replaces == 0 { self.last } else { replaces };
        let notice = Notice { id, title: title.to_owned(), body: body.to_owned(), actions };
        self.given.send(notice).map_err(|error| zbus::fdo::Error::Failed(error.to_string()))?;
        Ok(id)
    }
}

impl Notices {
    /// Begins to show notices.
    ///
    /// # Panics
    /// If somebody does already.
    pub fn start(bus: &Bus) -> Self {
        let (given, taken) = channel();
        let refuses = Arc::new(AtomicBool::new(false));
        let daemon = Daemon { given, refuses: refuses.clone(), last: 0 };
        let served = bus.connection().name(NOTICES).and_then(|builder| builder.serve_at(NOTICES_PATH, daemon));
        let connection = served.and_then(connection::Builder::build).expect("notices can be shown");
        Self { connection, given: taken, refuses }
    }

    /// From now on, whether it takes none.
    pub fn refuse(&self, refuses: bool) {
        self.refuses.store(refuses, Ordering::SeqCst);
    }

    /// The next notice.
    ///
    /// # Panics
    /// If none comes.
    pub fn next(&self) -> Notice {
        self.given.recv_timeout(PATIENCE).expect("a notice is given")
    }

    /// Forgets those that were given up to now.
    pub fn forget(&self) {
        self.given.try_iter().for_each(drop);
    }

    /// Whether none comes within this time.
    pub fn none_within(&self, time: Duration) -> bool {
        self.given.recv_timeout(time).is_err()
    }

    /// Clicks on a notice.
    ///
    /// # Panics
    /// If nobody can be told.
    pub fn click(&self, notice: &Notice) {
        let said = self.connection.emit_signal(None::<&str>, NOTICES_PATH, NOTICES, "ActionInvoked", &(notice.id, "default"));
        said.expect("a click can be told");
    }
}

/// A tray. Dropped, it goes as a desktop does that is restarted.
#[derive(Debug)]
pub struct Tray {
    connection: Connection,
    icons: Arc<Mutex<HashSet<String>>>,
}

struct Watcher {
    icons: Arc<Mutex<HashSet<String>>>,
}

#[interface(name = "org.kde.StatusNotifierWatcher")]
impl Watcher {
    fn register_status_notifier_item(&self, service: &str) {
        self.icons.lock().unwrap_or_else(PoisonError::into_inner).insert(service.to_owned());
    }

    fn register_status_notifier_host(&self, _service: &str) {}

    #[zbus(property)]
    fn is_status_notifier_host_registered(&self) -> bool {
        true
    }

    #[zbus(property)]
    fn protocol_version(&self) -> i32 {
        0
    }
}

impl Tray {
    /// Puts up a tray.
    ///
    /// # Panics
    /// If there is one already.
    pub fn start(bus: &Bus) -> Self {
        let icons: Arc<Mutex<HashSet<String>>> = Arc::default();
        let served = bus.connection().serve_at(WATCHER_PATH, Watcher { icons: icons.clone() }).and_then(|builder| builder.name(WATCHER));
        let connection = served.and_then(connection::Builder::build).expect("a tray can be put up");
        Self { connection, icons }
    }

    /// The icon in it.
    ///
    /// # Panics
    /// If none comes.
    pub fn icon(&self) -> TrayIcon {
        let name = until("an icon is in the tray", || self.there().into_iter().next());
        TrayIcon { connection: self.connection.clone(), name }
    }

    /// Waits until no icon is in it.
    ///
    /// # Panics
    /// If one stays.
    pub fn is_empty(&self) {
        until("no icon is in the tray", || self.there().is_empty().then_some(()));
    }

    /// Icons whose programs are still there.
    fn there(&self) -> Vec<String> {
        let bus = DBusProxy::new(&self.connection).expect("a bus answers");
        let named = self.icons.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let owned = |name: &String| name.as_str().try_into().is_ok_and(|name| bus.name_has_owner(name).unwrap_or(false));
        named.into_iter().filter(owned).collect()
    }
}

impl Drop for Tray {
    fn drop(&mut self) {
        // Whoever holds on to the connection does not hold the tray.
        let _ = self.connection.release_name(WATCHER);
    }
}

/// An icon in a tray, as the desktop has it.
#[derive(Debug)]
pub struct TrayIcon {
    connection: Connection,
    name: String,
}

impl TrayIcon {
    /// Title and words of its tooltip.
    ///
    /// # Panics
    /// If it has none.
    pub fn tip(&self) -> String {
        type Tip = (String, Vec<(i32, i32, Vec<u8>)>, String, String);
        let item = Proxy::new(&self.connection, self.name.as_str(), "/StatusNotifierItem", "org.kde.StatusNotifierItem").expect("an icon");
        let tip: OwnedValue = item.get_property("ToolTip").expect("it has a tooltip");
        let (_, _, title, words) = Tip::try_from(tip).expect("a tooltip is made as it should be");
        format!("{title}: {words}")
    }

    /// Waits until its tooltip says this.
    ///
    /// # Panics
    /// If it does not.
    pub fn says(&self, words: &str) {
        until(&format!("the icon says “{words}”"), || self.tip().ends_with(words).then_some(()));
    }

    /// Chooses the entry of this name from its menu, as soon as it can be chosen.
    ///
    /// # Panics
    /// If there is none.
    pub fn choose(&self, entry: &str) {
        let menu = Proxy::new(&self.connection, self.name.as_str(), MENU_PATH, MENU).expect("an icon has a menu");
        let id = until(&format!("“{entry}” can be chosen"), || {
            let entries: Vec<(i32, HashMap<String, OwnedValue>)> =
                menu.call("GetGroupProperties", &(Vec::<i32>::new(), Vec::<&str>::new())).expect("a menu can be read");
            entries.into_iter().find_map(|(id, says)| {
                let label = says.get("label").and_then(|label| <&str>::try_from(label).ok()) == Some(entry);
                let enabled = says.get("enabled").and_then(|enabled| bool::try_from(enabled).ok()).unwrap_or(true);
                (label && enabled).then_some(id)
            })
        });
        let () = menu.call("Event", &(id, "clicked", Value::from(0_i32), 0_u32)).expect("an entry can be chosen");
    }
}

fn until<T>(what: &str, mut look: impl FnMut() -> Option<T>) -> T {
    let started = Instant::now();
    loop {
        if let Some(found) = look() {
            return found;
        }
        assert!(started.elapsed() < PATIENCE, "within {} s {what}", PATIENCE.as_secs());
        thread::sleep(TICK);
    }
}
