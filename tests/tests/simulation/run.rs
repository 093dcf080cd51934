//! A run: its computers, what it knows to be acknowledged, and which act comes next.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::Arc;

use praesto_app::Handle;
use praesto_contract::*;
use praesto_tests::world::{self, Device, Faults, join, office, start, unlock};
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha12Rng;

const PEOPLE: [&str; 5] = ["Ana", "Бојан", "Весна", "Çlirim", "Élodie"];
/// Who joins in the middle of a run.
const NEWCOMER: &str = "Ѓорѓи";
/// Acts between two looks at whether everybody agrees.
pub(crate) const BETWEEN_CHECKS: usize = 4_000;
/// Computers that copies of profiles add at most.
const COPIES: usize = 2;
/// Old profiles that come back at most.
const RESTORES: usize = 4;

/// What happens in the world.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum World {
    Everything,
    /// Nothing goes wrong but the power.
    PowerOnly,
}

/// A computer and whose profile it has.
pub(crate) struct Seat {
    pub(crate) name: String,
    pub(crate) device: Device,
}

pub(crate) struct Run {
    pub(crate) world: Arc<world::World>,
    pub(crate) seats: Vec<Seat>,
    pub(crate) random: ChaCha12Rng,
    pub(crate) kind: World,
    /// Cases that a screen showed as made.
    pub(crate) cases: Vec<CaseId>,
    /// Most cases that it makes: as many as keep each of a size that a case has.
    pub(crate) most_cases: usize,
    /// Edits of each case.
    pub(crate) edits: BTreeMap<CaseId, usize>,
    /// Notes that a screen showed as saved.
    pub(crate) acknowledged: BTreeSet<NoteId>,
    /// Versions of files that a screen showed as saved: what they hold.
    pub(crate) attached: BTreeMap<String, Vec<u8>>,
    /// A copy of the server, and how long the longest register was when it was made.
    pub(crate) backup: Option<PathBuf>,
    /// A copy of a profile that may come back, and whose.
    pub(crate) old_profile: Option<usize>,
    pub(crate) restores: usize,
    pub(crate) next: u128,
    /// How often each act happened.
    pub(crate) done: BTreeMap<&'static str, usize>,
}

impl Run {
    pub(crate) fn new(seed: u64, acts: usize, kind: World) -> Self {
        let mut random = ChaCha12Rng::seed_from_u64(seed);
        let world = world::World::new(seed);
        let people = random.random_range(3..=5);
        let devices = office(&world, &PEOPLE[..people]);
        let seats = devices.into_iter().zip(PEOPLE).map(|(device, name)| Seat { name: name.to_owned(), device }).collect();
        Self {
            world,
            seats,
            random,
            kind,
            cases: Vec::new(),
            most_cases: (acts / 45).max(40),
            edits: BTreeMap::new(),
            acknowledged: BTreeSet::new(),
            attached: BTreeMap::new(),
            backup: None,
            old_profile: None,
            restores: 0,
            next: 0,
            done: BTreeMap::new(),
        }
    }

    /// How often each act happened, for whoever reads the log.
    pub(crate) fn told(&self) -> String {
        let done: Vec<_> = self.done.iter().map(|(act, times)| format!("{times} {act}")).collect();
        format!(
            "{} notes, {} files, {} cases, {} computers; {}",
            self.acknowledged.len(),
            self.attached.len(),
            self.cases.len(),
            self.seats.len(),
            done.join(", ")
        )
    }

    pub(crate) fn step(&mut self) {
        let at = self.random.random_range(0..self.seats.len());
        self.world.pass(self.random.random_range(1..5_000));
        let act = self.random.random_range(0..1000);
        let act = self.act(at, act);
        *self.done.entry(act).or_default() += 1;
    }

    fn act(&mut self, at: usize, act: u32) -> &'static str {
        match act {
            0..60 => self.create(at),
            60..510 => self.edit(at),
            510..560 => self.go_on(at),
            560..600 => self.settle(at),
            600..628 => self.undo(at),
            628..634 => self.remove(at),
            634..640 => self.restore_case(at),
            640..655 => self.attach(at),
            655..665 => self.fetch(at),
            665..875 => self.sync(at),
            875..905 => self.reopen(at),
            905..930 => self.power_cut(at),
            930..940 => self.server_power_cut(at),
            _ if self.kind == World::PowerOnly => self.sync(at),
            940..960 => self.other_network(),
            960..970 => self.back_up(),
            970..980 => self.restore(),
            980..984 => self.copy_profile(at),
            984..990 => self.old_profile(at),
            990..993 => self.upgrade(at),
            _ => self.wrong_clock(at),
        }
    }

    /// One more person joins, and takes the cases from their checkpoints.
    pub(crate) fn newcomer(&mut self) {
        self.world.set_faults(Faults::default());
        // An invitation expires by the clock of whoever made it.
        self.world.put_clock_off(&self.seats[0].name, 0);
        // Keys that a restored server lacks come from a colleague who has them.
        self.world.pass(11 * 60 * 1000);
        for seat in self.seats.iter().chain(&self.seats) {
            let _ = seat.device.handle(SyncNow {});
        }
        let device = join(&self.world, &self.seats[0].device, NEWCOMER);
        self.seats.push(Seat { name: NEWCOMER.to_owned(), device });
    }

    fn sync(&mut self, at: usize) -> &'static str {
        // Whatever goes wrong on the way, a run may be repeated at any time.
        let _ = self.seats[at].device.handle(SyncNow {});
        "syncs"
    }

    fn reopen(&mut self, at: usize) -> &'static str {
        self.seats[at].device.handle(VaultLock {}).expect("locked");
        self.start(at);
        "restarts"
    }

    /// Starts the program anew on a computer.
    pub(crate) fn start(&mut self, at: usize) {
        let name = self.seats[at].name.clone();
        self.seats[at].device = self.world.device(&name);
        unlock(&self.seats[at].device);
    }

    /// The power of a computer fails somewhere within an act.
    fn power_cut(&mut self, at: usize) -> &'static str {
        let name = self.seats[at].name.clone();
        // A few writes make an edit, some hundreds a sync.
        let operations = if self.random.random_bool(0.7) { self.random.random_range(0..12) } else { self.random.random_range(0..300) };
        self.world.cut_power(&name, operations);
        match self.random.random_range(0..5) {
            0 | 1 => self.edit(at),
            2 => self.attach(at),
            3 => self.create(at),
            _ => self.sync(at),
        };
        // Gone with the power, whatever it was about to do.
        let gone = std::mem::replace(&mut self.seats[at].device, self.world.device("nobody"));
        let copy = self.world.cut_now(&name);
        drop(gone);
        self.world.power_again(&name, &copy);
        self.start(at);
        "power cuts"
    }

    fn server_power_cut(&mut self, at: usize) -> &'static str {
        let operations = self.random.random_range(0..120);
        self.world.cut_server_power(operations);
        let _ = self.seats[at].device.handle(SyncNow {});
        self.world.power_server_again();
        "power cuts of the server"
    }

    fn other_network(&mut self) -> &'static str {
        let (bad, online) = (self.random.random_range(0..3) == 0, self.random.random_range(0..3) > 0);
        self.world.set_faults(Faults {
            offline: !online,
            lose_request: if bad { 6 } else { 40 },
            lose_answer: if bad { 6 } else { 40 },
            duplicate: 20,
            truncate: 20,
            restart: 60,
            delay: if bad { 10 } else { 60 },
            last_calls: None,
        });
        "changes of the network"
    }

    fn back_up(&mut self) -> &'static str {
        self.backup = Some(self.world.back_up_server());
        "backups of the server"
    }

    fn restore(&mut self) -> &'static str {
        let Some(copy) = self.backup.take() else { return "restores without a backup" };
        self.world.restore_server(&copy);
        // A register has one end. Whoever knows most of it brings it back before anybody writes into it; else the office has two.
        let longest = self.seats.iter().max_by_key(|seat| seat.device.open_office().map(|office| office.register_length()));
        self.world.set_faults(Faults::default());
        if let Some(seat) = longest {
            let _ = seat.device.handle(SyncNow {});
        }
        "restores of the server"
    }

    fn copy_profile(&mut self, at: usize) -> &'static str {
        if self.seats.len() >= PEOPLE.len() + COPIES {
            return "copies too many";
        }
        let (from, to) = (self.seats[at].name.clone(), format!("copy {} of {}", self.seats.len(), self.seats[at].name));
        self.world.copy_profile(&from, &to);
        let device = start(&self.world, &to);
        self.seats.push(Seat { name: to, device });
        "copies of profiles"
    }

    /// A profile is backed up, or comes back from its backup. What it had not sent would be lost with the disk, so it has sent all; and the
    /// server does not come back from an older backup of its own after that: two such losses at once are more than anybody can mend.
    fn old_profile(&mut self, at: usize) -> &'static str {
        let Some(at) = self.old_profile.take() else {
            if self.restores < RESTORES {
                let name = self.seats[at].name.clone();
                self.world.copy_profile(&name, &format!("old {name}"));
                self.old_profile = Some(at);
            }
            return "backups of profiles";
        };
        self.restores += 1;
        self.world.set_faults(Faults::default());
        // Keys that a restored server lacks come from a colleague who has them.
        self.world.pass(11 * 60 * 1000);
        for seat in &self.seats {
            let _ = seat.device.handle(SyncNow {});
        }
        for _ in 0..2 {
            self.seats[at].device.handle(SyncNow {}).expect("with the network back a run succeeds");
        }
        let status = self.seats[at].device.handle(SyncStatusGet {}).expect("status");
        assert_eq!(status.waiting, 0, "everything is sent");
        self.backup = None;
        let name = self.seats[at].name.clone();
        self.seats[at].device.handle(VaultLock {}).expect("shut");
        self.world.copy_profile(&format!("old {name}"), &name);
        self.start(at);
        "profiles that came back old"
    }

    fn upgrade(&mut self, at: usize) -> &'static str {
        self.world.upgrade(&self.seats[at].name);
        "upgrades"
    }

    fn wrong_clock(&mut self, at: usize) -> &'static str {
        const YEAR: i64 = 365 * 24 * 60 * 60 * 1000;
        let off = self.random.random_range(-YEAR..=YEAR);
        self.world.put_clock_off(&self.seats[at].name, off);
        "clocks put wrong"
    }
}
