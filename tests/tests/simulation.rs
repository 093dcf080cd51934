//! Three to five computers, thousands of acts, a network that fails: every acknowledged edit ends up in every replica, and all replicas are equal.
//!
//! `PRAESTO_TEST_FULL=1` runs the large figures; `PRAESTO_SEED=n` replays one seed.

use std::collections::BTreeSet;
use std::sync::Arc;

use praesto_app::Handle;
use praesto_contract::*;
use praesto_tests::world::{Device, Faults, World, everything, office};
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha12Rng;
use uuid::Uuid;

const PEOPLE: [&str; 5] = ["Ana", "Бојан", "Весна", "Çlirim", "Élodie"];
const FIELDS: [&str; 4] = ["start", "hours", "group", "sibling"];
/// Cases that one run makes at most.
const CASES: usize = 40;
/// A year in milliseconds.
const YEAR: i64 = 365 * 24 * 60 * 60 * 1000;

struct Run {
    world: Arc<World>,
    devices: Vec<Device>,
    random: ChaCha12Rng,
    cases: Vec<CaseId>,
    /// Notes that a screen showed as saved.
    acknowledged: BTreeSet<NoteId>,
    backup: Option<std::path::PathBuf>,
    next: u128,
}

impl Run {
    fn new(seed: u64) -> Self {
        let mut random = ChaCha12Rng::seed_from_u64(seed);
        let world = World::new(seed);
        let people = random.random_range(3..=5);
        let devices = office(&world, &PEOPLE[..people]);
        Self { world, devices, random, cases: Vec::new(), acknowledged: BTreeSet::new(), backup: None, next: 0 }
    }

    fn step(&mut self) {
        let at = self.random.random_range(0..self.devices.len());
        self.world.pass(self.random.random_range(1..5_000));
        match self.random.random_range(0..100) {
            0..6 => self.create(at),
            6..60 => self.edit(at),
            60..64 => self.settle(at),
            64..68 => self.undo(at),
            68..90 => {
                // Whatever goes wrong on the way, a run may be repeated at any time.
                let _ = self.devices[at].handle(SyncNow {});
            }
            90..94 => self.reopen(at),
            94..96 => {
                let (lost, online) = (self.random.random_range(0..3) == 0, self.random.random_range(0..3) > 0);
                self.world.set_faults(Faults {
                    offline: !online,
                    lose_request: if lost { 6 } else { 40 },
                    lose_answer: if lost { 6 } else { 40 },
                    duplicate: 20,
                    truncate: 20,
                    restart: 60,
                    last_calls: None,
                });
            }
            96 => self.backup = Some(self.world.back_up_server()),
            97 => {
                if let Some(copy) = self.backup.take() {
                    self.world.restore_server(&copy);
                }
            }
            _ => {
                let off = self.random.random_range(-YEAR..=YEAR);
                self.world.put_clock_off(PEOPLE[at], off);
            }
        }
    }

    fn create(&mut self, at: usize) {
        if self.cases.len() < CASES {
            let create =
                CaseCreate { title: format!("Case {}", self.cases.len()), reference: None, channel: Channel::Paper, changes: Vec::new() };
            self.cases.push(self.devices[at].handle(create).expect("a case is made, also offline").id);
        }
    }

    /// A case that the device knows.
    fn known(&mut self, at: usize) -> Option<CaseView> {
        if self.cases.is_empty() {
            return None;
        }
        let case = self.cases[self.random.random_range(0..self.cases.len())];
        self.devices[at].handle(CaseGet { case }).ok()
    }

    fn edit(&mut self, at: usize) {
        let Some(case) = self.known(at) else { return };
        self.next += 1;
        let id = NoteId(Uuid::from_u128(self.next));
        let mut changes = vec![CaseChange::AddNote { id, text: format!("note {}", self.next), corrects: None }];
        match self.random.random_range(0..6) {
            0..3 => {
                let field = FIELDS[self.random.random_range(0..FIELDS.len())].to_owned();
                changes.push(CaseChange::SetField { field, value: FieldValue::Whole(self.random.random_range(0..1000)) });
            }
            3 => changes.push(CaseChange::Decide {
                id: DecisionId(Uuid::from_u128(self.next)),
                outcome: format!("outcome {}", self.random.random_range(0..3)),
                reason: String::new(),
                replaces: case.decisions.iter().map(|decision| decision.id).take(20).collect(),
            }),
            4 => changes.push(CaseChange::AddTask {
                id: TaskId(Uuid::from_u128(self.next)),
                text: format!("task {}", self.next),
                due: None,
                assignee: None,
            }),
            _ => changes.push(CaseChange::AddTag { tag: format!("tag {}", self.random.random_range(0..5)) }),
        }
        self.devices[at].handle(CaseEdit { case: case.id, changes }).expect("an edit is saved, also offline");
        self.acknowledged.insert(id);
    }

    fn settle(&mut self, at: usize) {
        let Some(case) = self.known(at) else { return };
        if let Some(conflict) = case.conflicts.first() {
            let settlement = match conflict.values.first() {
                Some(value) if self.random.random_bool(0.7) => Settlement::Use { value_id: value.value_id.clone() },
                _ => Settlement::KeepBothAsNote,
            };
            let request = ConflictSettle { case: case.id, place: conflict.place.clone(), settlement };
            self.devices[at].handle(request).expect("a shown conflict can be settled");
        }
    }

    fn undo(&mut self, at: usize) {
        // Undoing an edit withdraws its note by a mark; the note itself stays.
        if let Some(case) = self.known(at).filter(|case| case.can_undo) {
            self.devices[at].handle(CaseUndo { case: case.id }).expect("what can be undone is undone");
        }
    }

    fn reopen(&mut self, at: usize) {
        self.devices[at].handle(VaultLock {}).expect("locked");
        self.devices[at] = self.world.device(PEOPLE[at]);
        self.devices[at].handle(VaultUnlock { passphrase: None }).expect("opens again");
    }

    fn check(&mut self) {
        self.world.set_faults(Faults::default());
        for _ in 0..4 {
            for device in &self.devices {
                device.handle(SyncNow {}).expect("with the network back a run succeeds");
            }
        }
        let first = everything(&self.devices[0]);
        for device in &self.devices {
            let status = device.handle(SyncStatusGet {}).expect("status");
            let held = device.handle(ThisComputerGet {}).expect("this computer");
            let reasons: Vec<_> = held.set_aside.iter().map(|row| (row.reason, row.device_name.as_str())).collect();
            let findings: Vec<_> = held.findings.iter().map(|row| (row.kind, row.device_name.as_str())).collect();
            assert_eq!(
                (status.waiting, status.set_aside),
                (0, 0),
                "nothing waits and nothing is unreadable on {}: {reasons:?} {findings:?}",
                held.device_name
            );
            assert!(everything(device) == first, "all replicas show the same");
        }
        let held: BTreeSet<NoteId> = first
            .iter()
            .flat_map(|case| case["notes"].as_array().cloned().unwrap_or_default())
            .filter_map(|note| note["id"].as_str().and_then(|id| id.parse().ok()))
            .collect();
        let lost: Vec<_> = self.acknowledged.difference(&held).collect();
        assert!(lost.is_empty(), "acknowledged edits are missing: {lost:?}");
        assert_eq!(self.devices[0].handle(Verify {}).expect("verified").problems, [], "everything checks");
    }
}

fn simulate(seed: u64, acts: usize) {
    eprintln!("seed {seed}, {acts} acts; replay with PRAESTO_SEED={seed}");
    let mut run = Run::new(seed);
    for _ in 0..acts {
        run.step();
    }
    run.check();
    assert!(run.acknowledged.len() > acts / 10, "the run did something: {} edits", run.acknowledged.len());
}

#[test]
fn no_acknowledged_edit_is_lost_and_all_replicas_end_equal() {
    if let Some(seed) = std::env::var("PRAESTO_SEED").ok().and_then(|seed| seed.parse().ok()) {
        return simulate(seed, 2_000);
    }
    let full = std::env::var_os("PRAESTO_TEST_FULL").is_some();
    let (seeds, acts) = if full { (1..=5, 10_000) } else { (1..=3, 2_000) };
    for seed in seeds {
        simulate(seed, acts);
    }
}
