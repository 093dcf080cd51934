//! `kill -9` of the real terminal program under load: what it acknowledged is there, and the vault opens clean.
//!
//! `PRAESTO_TEST_FULL=1` kills 200 times.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use praesto_tests::Programs;
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha12Rng;
use serde_json::{Value, json};
use uuid::Uuid;

const PASSPHRASE: &str = "a passphrase for kills";

struct Terminal {
    program: PathBuf,
    profile: PathBuf,
    passphrase: PathBuf,
}

impl Terminal {
    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(&self.program);
        command.arg("--profile").arg(&self.profile).arg("--passphrase-file").arg(&self.passphrase).args(arguments);
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    fn call(&self, command: &str, request: &Value) -> Value {
        let output = self.command(&["call", command, &request.to_string()]).output().expect("the program starts");
        assert!(output.status.success(), "{command}: {}", String::from_utf8_lossy(&output.stderr));
        serde_json::from_slice(&output.stdout).expect("answers are JSON")
    }

    /// Opens the vault after a kill. An unlock that was killed counts as a wrong passphrase, so that killing wins no tries: then it has to wait.
    fn recover(&self) {
        for _ in 0..60 {
            let output = self.command(&["call", "sync_status"]).output().expect("the program starts");
            if output.status.success() {
                return;
            }
            let said = String::from_utf8_lossy(&output.stderr).into_owned();
            assert!(said.contains("too_many_attempts"), "the vault opens clean after a kill: {said}");
            std::thread::sleep(Duration::from_millis(500));
        }
        panic!("the vault did not open within half a minute");
    }

    fn start(&self, command: &str, request: &Value) -> Child {
        self.command(&["call", command, &request.to_string()]).spawn().expect("the program starts")
    }
}

#[test]
fn what_was_acknowledged_survives_kill_9() {
    let seed: u64 = std::env::var("PRAESTO_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(7);
    eprintln!("replay with PRAESTO_SEED={seed}");
    let kills = if std::env::var_os("PRAESTO_TEST_FULL").is_some() { 200 } else { 20 };
    let mut random = ChaCha12Rng::seed_from_u64(seed);
    let folder = tempfile::tempdir().expect("a folder");
    let passphrase = folder.path().join("passphrase");
    std::fs::write(&passphrase, PASSPHRASE).expect("a passphrase file");
    let programs = Programs::built();
    let terminal = Terminal { program: programs.path("praesto"), profile: folder.path().join("profile"), passphrase };
    let create = json!({ "office_name": "Lindara", "person_name": "Ana", "key": { "policy": "passphrase", "passphrase": PASSPHRASE } });
    terminal.call("office_create", &create);
    let case = terminal.call("case_create", &json!({ "title": "Under load" }))["id"].clone();

    let mut acknowledged = BTreeSet::new();
    let mut killed = 0;
    for number in 1..=kills {
        let id = Uuid::from_u128(number).to_string();
        let edit =
            json!({ "case": case, "changes": [{ "change": "add_note", "id": id, "text": format!("note {number}"), "corrects": null }] });
        let mut child = terminal.start("case_edit", &edit);
        // Unlocking stretches the passphrase; the interesting moments come after it, so later kills are likelier.
        let wait = random.random_range(0.0f64..1.0).sqrt() * 900.0;
        let deadline = std::time::Instant::now() + Duration::from_millis(wait as u64);
        let ended = loop {
            match child.try_wait().expect("the child is ours") {
                Some(status) => break Some(status),
                None if std::time::Instant::now() >= deadline => break None,
                None => std::thread::sleep(Duration::from_millis(1)),
            }
        };
        match ended {
            Some(status) => assert!(status.success(), "an edit that was not killed succeeds"),
            None => child.kill().expect("killed"),
        }
        if child.wait().expect("reaped").success() {
            acknowledged.insert(id);
        } else {
            killed += 1;
            terminal.recover();
        }
    }
    let shown = terminal.call("case_get", &json!({ "case": case }));
    let held: BTreeSet<String> =
        shown["notes"].as_array().expect("notes").iter().filter_map(|note| note["id"].as_str().map(str::to_owned)).collect();
    let lost: Vec<_> = acknowledged.difference(&held).collect();
    assert!(lost.is_empty(), "acknowledged edits are missing after {killed} kills: {lost:?}");
    assert!(killed > 0, "something was killed");
    let report = terminal.call("verify", &json!({}));
    assert_eq!(report["problems"], json!([]), "the vault is whole after {killed} kills");
}
