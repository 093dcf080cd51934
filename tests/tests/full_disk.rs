//! A full disk: a clear message, no corruption, nothing acknowledged is lost, and work goes on when there is room.

use std::path::{Path, PathBuf};
use std::process::Command;

use praesto_tests::Programs;
use serde_json::{Value, json};
use uuid::Uuid;

const PASSPHRASE: &str = "a passphrase for small disks";

/// A disk of six megabytes, in memory; gone when dropped.
struct SmallDisk(PathBuf);

impl SmallDisk {
    /// `None` where this account may not mount.
    fn mount(folder: &Path) -> Option<Self> {
        let mounted = Command::new("mount").args(["-t", "tmpfs", "-o", "size=6m", "tmpfs"]).arg(folder).output().ok()?;
        mounted.status.success().then(|| Self(folder.to_owned()))
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let unmounted = Command::new("umount").arg("--lazy").arg(&self.0).status();
        assert!(unmounted.is_ok_and(|status| status.success()) || std::thread::panicking(), "the small disk is taken away again");
    }
}

#[test]
fn a_full_disk_is_said_and_harms_nothing() {
    let outside = tempfile::tempdir().expect("a folder");
    let folder = outside.path().join("disk");
    std::fs::create_dir(&folder).expect("a place to mount");
    let Some(disk) = SmallDisk::mount(&folder) else {
        assert!(std::env::var_os("CI").is_none(), "tests in CI may mount");
        eprintln!("skipped: this account may not mount a small disk");
        return;
    };
    let passphrase = outside.path().join("passphrase");
    std::fs::write(&passphrase, PASSPHRASE).expect("a passphrase file");
    let programs = Programs::built();
    let profile = disk.0.join("profile");
    let call = |command: &str, request: Value| {
        let said = programs.praesto(&profile, &passphrase, &["call", command, &request.to_string()]);
        if said.succeeded { Ok(serde_json::from_str::<Value>(&said.out).expect("JSON")) } else { Err(said.err) }
    };
    let ballast = disk.0.join("ballast");
    std::fs::write(&ballast, vec![1; 3 << 20]).expect("room for the ballast");
    let key = json!({ "policy": "passphrase", "passphrase": PASSPHRASE });
    call("office_create", json!({ "office_name": "Lindara", "person_name": "Ana", "key": key })).expect("an office fits");
    let case = call("case_create", json!({ "title": "Filling up" })).expect("a case fits")["id"].clone();
    let note = |number: u128| {
        // Text that does not compress well, so that the disk fills.
        let text: String = (0..90_000u128).map(|at| char::from(b'a' + ((at * at * 7 + number * 31 + at / 3) % 26) as u8)).collect();
        json!({ "case": case, "changes": [{ "change": "add_note", "id": Uuid::from_u128(number), "text": text, "corrects": null }] })
    };
    let mut acknowledged = 0;
    let refused = loop {
        match call("case_edit", note(acknowledged + 1)) {
            Ok(_) => acknowledged += 1,
            Err(said) => break said,
        }
        assert!(acknowledged < 60, "three megabytes fill up");
    };
    assert!(refused.contains("\"disk_full\""), "the code says what is wrong: {refused}");
    assert!(refused.contains("\"safe\":") && refused.contains("\"next\":"), "and the words what is safe and what to do");

    std::fs::remove_file(&ballast).expect("room is made");
    let seen = call("case_edit", note(acknowledged + 1)).expect("with room again work goes on");
    assert_eq!(
        seen["notes"].as_array().map(Vec::len),
        Some(acknowledged as usize + 1),
        "every acknowledged note is there, and no half one"
    );
    assert_eq!(call("verify", json!({})).expect("verified")["problems"], json!([]), "the vault is whole");
}
