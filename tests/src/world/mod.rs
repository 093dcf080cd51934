//! A whole office in one process: the real server core, the real use cases on real vaults, a clock and a network that a seed decides.
//!
//! Everything a test draws comes from the seed, which is printed when a test fails.

mod acts;
mod device;
mod faults;
mod files;
mod lie;
mod offices;
mod remote;
mod seen;
mod shut;

pub use acts::{computer, create, decide, edit, get, in_step, note, reasons, remark, settle, step, sync};
pub use device::SimHost;
pub use faults::{Fault, Faults};
pub use files::{attach, fetch, keep_file_back, pin, save, sealed_file, with_a_file};
pub use lie::Lie;
pub use offices::{ask_in, found, found_alone, join, key, office, pair, passphrase_key, with_a_case, with_a_case_sent};
use remote::Late;
pub use seen::{every_list, everything, findings, neutral, unharmed};
pub use shut::{in_vault, open_vault, start, unlock, while_shut};

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::path::PathBuf;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use praesto_app::Praesto;
use praesto_app::sample::Moved;
use praesto_contract::AppEvent;
use praesto_server::embedded::Embedded;
use praesto_vault::MemoryKeyring;
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha12Rng;
use tempfile::TempDir;

use crate::power;

/// Monday, 2 November 2026, 08:00 UTC.
const START_MS: i64 = 1_793_606_400_000;
/// A person's Praesto in the world.
pub type Device = Praesto<SimHost>;

/// What all devices share.
pub struct World {
    pub(crate) folder: TempDir,
    pub(crate) server: Mutex<Option<Embedded>>,
    /// Where the running server keeps its files.
    server_folder: Mutex<PathBuf>,
    /// Requests that are still on their way, and after how many calls each arrives.
    pub(crate) on_the_way: Mutex<Vec<(u32, Late)>>,
    /// People whose computers run the next version of the program.
    pub(crate) upgraded: Mutex<BTreeSet<String>>,
    pub(crate) clock: AtomicI64,
    pub(crate) random: Mutex<ChaCha12Rng>,
    pub(crate) faults: Mutex<Faults>,
    pub(crate) lie: Mutex<Option<Lie>>,
    keyrings: Mutex<BTreeMap<String, Arc<MemoryKeyring>>>,
    /// How far a person's clock is off, in milliseconds.
    pub(crate) off_by: Mutex<BTreeMap<String, i64>>,
    pub(crate) joining: Mutex<Option<String>>,
    /// What windows were told lately, and on whose computer.
    pub(crate) heard: Mutex<VecDeque<(String, AppEvent)>>,
    generation: AtomicI64,
    /// Bytes free on everybody's disk.
    pub(crate) free: AtomicU64,
    /// How often somebody listened for news.
    pub(crate) waits: AtomicU64,
    /// Files that were opened in other programs; none where no program opens any.
    pub(crate) opened: Mutex<Option<Vec<PathBuf>>>,
    /// How the process behaves that reads documents: well where it is empty; none where there is no such process.
    pub(crate) reader: Mutex<Option<String>>,
}

impl std::fmt::Debug for World {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("World").field("folder", &self.folder.path()).finish_non_exhaustive()
    }
}

pub(crate) fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl World {
    /// A world with a running server and no faults.
    pub fn new(seed: u64) -> Arc<Self> {
        // In memory where there is such a place: the disk's own speed is not what these tests are about.
        let place = ["/dev/shm"].iter().map(PathBuf::from).find(|path| path.is_dir()).unwrap_or_else(std::env::temp_dir);
        Self::new_in(seed, &place)
    }

    /// A world whose files lie in this folder: where the disk's own speed is the point.
    pub fn new_in(seed: u64, place: &std::path::Path) -> Arc<Self> {
        power::watch();
        let folder = tempfile::Builder::new().prefix("praesto-world").tempdir_in(place).expect("a folder for the world");
        let server_folder = folder.path().join("server-0");
        let server = Embedded::open(&server_folder).expect("the server opens");
        Arc::new(Self {
            folder,
            server: Mutex::new(Some(server)),
            server_folder: Mutex::new(server_folder),
            on_the_way: Mutex::default(),
            upgraded: Mutex::default(),
            clock: AtomicI64::new(START_MS),
            random: Mutex::new(ChaCha12Rng::seed_from_u64(seed)),
            faults: Mutex::default(),
            lie: Mutex::new(None),
            keyrings: Mutex::default(),
            off_by: Mutex::default(),
            joining: Mutex::default(),
            heard: Mutex::default(),
            generation: AtomicI64::new(0),
            free: AtomicU64::new(64 << 30),
            waits: AtomicU64::new(0),
            opened: Mutex::new(Some(Vec::new())),
            reader: Mutex::new(Some(String::new())),
        })
    }

    /// Folder of a profile.
    pub fn profile(&self, name: &str) -> PathBuf {
        self.folder.path().join("profiles").join(name)
    }

    /// The keyring of a person's computer: the same for everything that runs on it.
    pub fn keyring(&self, name: &str) -> Arc<MemoryKeyring> {
        held(&self.keyrings).entry(name.to_owned()).or_default().clone()
    }

    /// Copies a profile's folder as it lies on the disk, with what opens it: a backup that came back, or a computer that was cloned.
    pub fn copy_profile(&self, from: &str, to: &str) {
        let (source, target) = (self.profile(from), self.profile(to));
        if target.exists() {
            std::fs::remove_dir_all(&target).expect("the old profile goes");
        }
        crate::copy_folder(&source, &target).expect("the profile is copied");
        let keyring = self.keyring(from);
        held(&self.keyrings).insert(to.to_owned(), keyring);
    }

    /// A Praesto on a profile, shut.
    pub fn device(self: &Arc<Self>, name: &str) -> Device {
        Praesto::quiet(SimHost::new(self.clone(), name), self.profile(name))
    }

    /// Draws from here on what was drawn after this seed before: two computers that wake from one snapshot draw the same.
    pub fn draw_again(&self, seed: u64) {
        *held(&self.random) = ChaCha12Rng::seed_from_u64(seed);
    }

    /// A Praesto on a profile, shut, whose clock can be put back.
    pub fn moved(self: &Arc<Self>, name: &str) -> Praesto<Moved<SimHost>> {
        Praesto::quiet(Moved::new(Arc::new(SimHost::new(self.clone(), name))), self.profile(name))
    }

    /// What the clock says, in milliseconds since 1970.
    pub fn now(&self) -> i64 {
        self.clock.load(Ordering::Relaxed)
    }

    /// Lets time pass.
    pub fn pass(&self, milliseconds: i64) {
        self.clock.fetch_add(milliseconds, Ordering::Relaxed);
    }

    /// Puts a person's clock wrong by so many milliseconds.
    pub fn put_clock_off(&self, name: &str, milliseconds: i64) {
        held(&self.off_by).insert(name.to_owned(), milliseconds);
    }

    /// Takes the server off the network, or puts it back.
    pub fn set_online(&self, online: bool) {
        held(&self.faults).offline = !online;
    }

    /// Has the processes that read documents behave like this from now on (`tests/src/bin/reader.rs`); none has none started.
    pub fn set_reader(&self, behaves: Option<&str>) {
        *held(&self.reader) = behaves.map(str::to_owned);
    }

    /// The folder of a person's session, which is in memory once somebody makes it.
    pub fn memory(&self, name: &str) -> PathBuf {
        self.scratch(&format!("memory of {name}"))
    }

    /// Has other programs open files, or none.
    pub fn set_programs(&self, there: bool) {
        *held(&self.opened) = there.then(Vec::new);
    }

    /// Which files were opened in other programs, and how often.
    pub fn opened(&self) -> Vec<PathBuf> {
        held(&self.opened).clone().unwrap_or_default()
    }

    /// Sets how often calls go wrong.
    pub fn set_faults(&self, faults: Faults) {
        *held(&self.faults) = faults;
    }

    /// Sets how many bytes are free on everybody's disk.
    pub fn set_free(&self, bytes: u64) {
        self.free.store(bytes, Ordering::Relaxed);
    }

    /// How often somebody listened for news so far.
    pub fn waits(&self) -> u64 {
        self.waits.load(Ordering::Relaxed)
    }

    /// Makes the server lie from now on.
    pub fn set_lie(&self, lie: Option<Lie>) {
        *held(&self.lie) = lie;
    }

    /// Takes what a person's window was told since it was last asked.
    pub fn take_heard(&self, name: &str) -> Vec<AppEvent> {
        let all = std::mem::take(&mut *held(&self.heard));
        let (own, others): (VecDeque<_>, VecDeque<_>) = all.into_iter().partition(|(of, _)| of == name);
        *held(&self.heard) = others;
        own.into_iter().map(|(_, event)| event).collect()
    }

    /// Keeps a copy of the server as it is now.
    pub fn back_up_server(&self) -> PathBuf {
        let copy = self.fresh("backup");
        held(&self.server).as_ref().expect("the server runs").copy_to(&copy).expect("the server is copied");
        copy
    }

    /// Public age key of the newcomer that last asked to join: what the server saw of it.
    pub fn last_joining_recipient(&self) -> Option<String> {
        held(&self.joining).clone()
    }

    /// Asks the running server.
    pub fn with_server<T>(&self, ask: impl FnOnce(&Embedded) -> T) -> T {
        ask(held(&self.server).as_ref().expect("the server runs"))
    }

    /// Ends the server and starts another in its place, which holds nothing.
    pub fn empty_server(&self) {
        self.restore_server(&self.fresh("server"));
    }

    /// Ends the server and starts it from a copy.
    pub fn restore_server(&self, copy: &std::path::Path) {
        let mut server = held(&self.server);
        drop(server.take());
        // The line was cut: what was on its way never arrives.
        held(&self.on_the_way).clear();
        *server = Some(Embedded::open(copy).expect("the copy opens"));
        *held(&self.server_folder) = copy.to_owned();
    }

    /// Lets the server's power fail after so many operations of its disk.
    pub fn cut_server_power(&self, operations: u32) {
        power::cut_after(&held(&self.server_folder), operations, &self.fresh("server"), self.draw());
    }

    /// Whether the server's power has failed.
    pub fn server_is_cut(&self) -> bool {
        power::is_cut(&held(&self.server_folder))
    }

    /// The power fails now if it was to fail, and comes back: the server starts on what its disk holds.
    pub fn power_server_again(&self) {
        let failed = held(&self.server_folder).clone();
        let Some(copy) = power::cut_now(&failed) else { return };
        self.restore_server(&copy);
        power::restore(&failed);
        std::fs::remove_dir_all(&failed).expect("the old files go");
    }

    /// Ends the server without warning and starts it again on what its disk holds.
    pub fn restart_server(&self) {
        self.cut_server_power(0);
        self.power_server_again();
    }

    /// Lets the power of a person's computer fail after so many operations of its disk.
    pub fn cut_power(&self, name: &str, operations: u32) {
        power::cut_after(&self.profile(name), operations, &self.fresh("profile"), self.draw());
    }

    /// Whether the power of a person's computer has failed.
    pub fn is_cut(&self, name: &str) -> bool {
        power::is_cut(&self.profile(name))
    }

    /// The power of a person's computer fails now, if it was to fail and has not. Gives what the disk holds.
    pub fn cut_now(&self, name: &str) -> PathBuf {
        power::cut_now(&self.profile(name)).expect("a cut was to come")
    }

    /// The power comes back, with what the disk holds. Whoever had the profile open has gone.
    pub fn power_again(&self, name: &str, copy: &std::path::Path) {
        let profile = self.profile(name);
        power::restore(&profile);
        std::fs::remove_dir_all(&profile).expect("the old files go");
        std::fs::rename(copy, &profile).expect("what the disk held comes in their place");
    }

    /// A place for a file that is no file of a profile.
    pub fn scratch(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn fresh(&self, what: &str) -> PathBuf {
        self.folder.path().join(format!("{what}-{}", self.generation.fetch_add(1, Ordering::Relaxed) + 1))
    }

    fn draw(&self) -> u64 {
        held(&self.random).random()
    }

    /// Puts the next version of the program on a person's computer.
    pub fn upgrade(&self, name: &str) {
        held(&self.upgraded).insert(name.to_owned());
    }
}
