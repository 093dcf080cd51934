//! What must hold once the network is back.

use std::collections::BTreeSet;

use praesto_app::Handle;
use praesto_contract::*;
use praesto_tests::world::{Faults, computer, every_list, everything};
use rand::Rng;

use super::run::{Run, World};

/// Rounds in which everybody comes into step. Each copy that goes on as a device of its own, and each new key, takes one more.
const ROUNDS: usize = 6;

impl Run {
    pub(crate) fn check(&mut self) {
        self.world.set_faults(Faults::default());
        for seat in &self.seats {
            self.world.upgrade(&seat.name);
        }
        for round in 0..ROUNDS {
            // Now and then each asks for what it sent.
            self.world.pass(11 * 60 * 1000);
            for seat in &self.seats {
                if let Err(error) = seat.device.handle(SyncNow {}) {
                    // Keys that a restored server lacks come from a colleague who has them.
                    let may_wait = round == 0 && error.code == ErrorCode::WaitingForKeys;
                    assert!(may_wait, "with the network back a run succeeds on {}: {error:?}", seat.name);
                }
            }
        }
        let (first, lists) = (everything(&self.seats[0].device), every_list(&self.seats[0].device));
        for seat in &self.seats {
            let status = seat.device.handle(SyncStatusGet {}).expect("status");
            let held = computer(&seat.device);
            let reasons: Vec<_> = held.set_aside.iter().map(|row| (row.reason, row.device_name.as_str())).collect();
            let findings: Vec<_> = held.findings.iter().map(|row| row.kind).collect();
            assert_eq!(
                (status.waiting, status.set_aside),
                (0, 0),
                "nothing waits and nothing is unreadable on {}: {reasons:?} {findings:?}",
                seat.name
            );
            let shown = everything(&seat.device);
            if shown != first {
                let other = shown.iter().zip(&first).find(|(shown, first)| shown != first);
                panic!("{} shows something else than {}: {other:#?}", seat.name, self.seats[0].name);
            }
            assert_eq!(every_list(&seat.device), lists, "{} lists, finds or names something else than {}", seat.name, self.seats[0].name);
            let untrue: Vec<_> = findings.into_iter().filter(|kind| !self.explained(*kind)).collect();
            assert_eq!(untrue, [], "nobody lied, and nobody is accused on {}", seat.name);
        }
        let listed = |of: &serde_json::Value, key: &str| of[key].as_array().cloned().unwrap_or_default();
        let ids = |entries: &mut dyn Iterator<Item = serde_json::Value>| -> BTreeSet<String> {
            entries.filter_map(|entry| entry["id"].as_str().map(str::to_owned)).collect()
        };
        // All show the same: what the first one has, shown or removed, each has.
        let held = ids(&mut first.iter().cloned());
        let lost: Vec<_> = self.cases.iter().filter(|case| !held.contains(&case.to_string())).collect();
        assert!(lost.is_empty(), "acknowledged cases are missing: {lost:?}");
        let held = ids(&mut first.iter().flat_map(|case| listed(case, "notes")));
        let lost: Vec<_> = self.acknowledged.iter().filter(|note| !held.contains(&note.to_string())).collect();
        assert!(lost.is_empty(), "acknowledged edits are missing: {lost:?}");
        let files = first.iter().flat_map(|case| listed(case, "attachments"));
        let held = ids(&mut files.flat_map(|file| listed(&file, "versions")));
        let lost: Vec<_> = self.attached.keys().filter(|version| !held.contains(*version)).collect();
        assert!(lost.is_empty(), "acknowledged files are missing: {lost:?}");
        // The first and the last, which is a copy where there is one: checking costs as much as all the receiving did.
        for seat in self.seats.first().into_iter().chain(self.seats.last()) {
            assert_eq!(seat.device.handle(Verify {}).expect("verified").problems, [], "everything checks on {}", seat.name);
        }
    }

    /// What the world itself did: a server that came back old, and copies of profiles.
    fn explained(&self, kind: FindingKind) -> bool {
        self.kind == World::Everything
            && matches!(
                kind,
                FindingKind::ServerBehind | FindingKind::HistoriesDiffer | FindingKind::ProfileCopied | FindingKind::DeviceAdded
            )
    }

    /// Every file comes out as it went in, on a computer drawn for each case.
    pub(crate) fn check_attachments(&mut self) {
        let mut found = 0;
        for at in 0..self.cases.len() {
            let seat = self.random.random_range(0..self.seats.len());
            let device = &self.seats[seat].device;
            let case = device.handle(CaseGet { case: self.cases[at] });
            let case = case.unwrap_or_else(|error| panic!("a case that was made opens on {}: {error:?}", self.seats[seat].name));
            if case.removal.is_some() {
                // Its files are kept; they leave it once it is back.
                device.handle(CaseRestore { case: case.id }).expect("a removed case is brought back");
            }
            for (attachment, version) in case.attachments.iter().flat_map(|file| file.versions.iter().map(move |version| (file, version))) {
                let Some(bytes) = self.attached.get(&version.id) else { continue };
                let (case, attachment, version) = (case.id, attachment.id, Some(version.id.clone()));
                device
                    .handle(AttachmentFetch { case, attachment, version: version.clone() })
                    .unwrap_or_else(|error| panic!("{version:?} comes to {}: {error:?}", self.seats[seat].name));
                let out = self.world.scratch("out");
                let path = out.to_string_lossy().into_owned();
                let save = AttachmentSave { case, attachment, version, path, overwrite: false, reason: "to compare".to_owned() };
                device.handle(save).expect("the file is written out");
                assert!(std::fs::read(&out).expect("the copy") == *bytes, "it is what it was");
                std::fs::remove_file(&out).expect("it was there");
                found += 1;
            }
        }
        assert_eq!(found, self.attached.len(), "every file was compared");
    }
}
