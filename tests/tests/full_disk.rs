//! A full disk, of a computer and of the server: a clear message, no corruption, nothing acknowledged is lost, and work goes on when there is room.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

use praesto_tests::Programs;
use rand::{Rng, RngCore, SeedableRng};
use rand_chacha::ChaCha12Rng;
use serde_json::{Value, json};
use uuid::Uuid;

const PASSPHRASE: &str = "a passphrase for small disks";

/// A small disk in memory; gone when dropped.
struct SmallDisk(PathBuf);

impl SmallDisk {
    /// `None` where this account may not mount, which it may in CI.
    fn mount(outside: &Path, megabytes: u32) -> Option<Self> {
        let folder = outside.join("disk");
        std::fs::create_dir(&folder).expect("a place to mount");
        let mounted = Command::new("mount").args(["-t", "tmpfs", "-o", &format!("size={megabytes}m"), "tmpfs"]).arg(&folder).output();
        if mounted.is_ok_and(|mounted| mounted.status.success()) {
            return Some(Self(folder));
        }
        assert!(std::env::var_os("CI").is_none(), "tests in CI may mount");
        eprintln!("skipped: this account may not mount a small disk");
        None
    }

    /// Fills the disk with ballast that leaves so many bytes free. Gives where it lies.
    fn fill(&self, left: u64) -> PathBuf {
        let path = self.0.join("ballast");
        let mut ballast = File::create(&path).expect("room for the ballast");
        let mut piece: &[u8] = &[1; 16 << 10];
        while !piece.is_empty() {
            if ballast.write_all(piece).is_err() {
                // The last bytes, one page at a time.
                piece = &piece[..piece.len() / 4 / 4096 * 4096];
            }
        }
        let whole = ballast.metadata().expect("it is there").len();
        ballast.set_len(whole.checked_sub(left).expect("a disk that is larger than what is to be left")).expect("room is made");
        path
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
    let Some(disk) = SmallDisk::mount(outside.path(), 6) else { return };
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

/// Notes that fit before the file comes, and notes after which the server's disk is full in any case.
const FIRST: u128 = 3;
const NOTES: u128 = 60;

/// Two people at a server whose disk fills up.
struct Office<'a> {
    programs: &'a Programs,
    folder: &'a Path,
}

impl Office<'_> {
    fn praesto(&self, person: &str, words: &[&str]) -> Result<Value, Value> {
        let said = self.programs.praesto(&self.folder.join(person), &self.folder.join("passphrase"), words);
        let text = if said.succeeded { &said.out[..] } else { said.err.lines().last().unwrap_or_default() };
        let value = serde_json::from_str(text).unwrap_or_else(|error| panic!("{person}, {words:?}: no JSON ({error}): {text}"));
        if said.succeeded { Ok(value) } else { Err(value) }
    }

    fn call(&self, person: &str, command: &str, request: &Value) -> Value {
        let answer = self.praesto(person, &["call", command, &request.to_string()]);
        answer.unwrap_or_else(|error| panic!("{command} by {person}: {error}"))
    }

    /// A run that succeeds, or one that the server refuses for want of room and for nothing else.
    fn sync(&self, person: &str) -> bool {
        let Err(refused) = self.praesto(person, &["sync"]) else { return true };
        let (code, reason) = (&refused["error"]["code"], &refused["error"]["args"]["reason"]);
        assert_eq!((code, reason), (&json!("server_refused"), &json!("storage-full")), "the code says what is wrong: {refused}");
        assert_eq!(refused["error"]["retryable"], true, "and that it passes");
        for part in ["what", "why", "safe", "next"] {
            assert!(refused[part].as_str().is_some_and(|text| !text.is_empty()), "and in words: {refused}");
        }
        false
    }

    /// Ids of a case's notes, as a person sees them; of those that the server has confirmed, or of all.
    fn notes(&self, person: &str, case: &Value, confirmed: bool) -> BTreeSet<String> {
        let case = self.call(person, "case_get", &json!({ "case": case }));
        let notes = case["notes"].as_array().expect("notes").iter().filter(|note| !confirmed || note["sent"] == true);
        notes.map(|note| note["id"].as_str().expect("an id").to_owned()).collect()
    }

    /// Adds a note that does not compress well, so that the disk fills.
    fn note(&self, person: &str, case: &Value, number: u128) {
        let mut random = ChaCha12Rng::seed_from_u64(number as u64);
        let text: String = (0..90_000).map(|_| char::from(random.random_range(b'a'..=b'z'))).collect();
        let note = json!({ "change": "add_note", "id": Uuid::from_u128(number), "text": text, "corrects": null });
        self.call(person, "case_edit", &json!({ "case": case, "changes": [note] }));
    }
}

#[test]
fn a_full_disk_of_the_server_is_said_and_harms_nothing() {
    let outside = tempfile::tempdir().expect("a folder");
    let Some(disk) = SmallDisk::mount(outside.path(), 16) else { return };
    std::fs::write(outside.path().join("passphrase"), PASSPHRASE).expect("a passphrase file");
    let programs = Programs::built();
    let office = Office { programs: &programs, folder: outside.path() };
    let mut server = programs.serve(&disk.0.join("server"), &outside.path().join("server.log"));

    let address = server.address();
    let found = ["office", "create", "--name", "Lindara", "--person", "Ana", "--server", &address];
    office.praesto("ana", &found).expect("an office fits");
    let invitation = office.call("ana", "invitation_create", &json!({ "person_name": "Leon" }));
    office.praesto("leon", &["join", invitation["code"].as_str().expect("a code")]).expect("he asks to be let in");
    let case = office.call("ana", "case_create", &json!({ "title": "Filling up" }))["id"].clone();
    for person in ["ana", "leon", "ana", "leon"] {
        assert!(office.sync(person), "there is room yet");
    }

    // Changes that fit, a file for which there is no room, and then changes until there is none for them either.
    let mut bytes = vec![0; 2 << 20];
    ChaCha12Rng::seed_from_u64(1).fill_bytes(&mut bytes);
    let letter = outside.path().join("letter.bin");
    std::fs::write(&letter, &bytes).expect("a file to attach");
    let ballast = disk.fill(1 << 20);
    for number in 1..=FIRST {
        office.note("ana", &case, number);
        assert!(office.sync("ana"), "note {number} fits");
    }
    office.call("ana", "attachment_add", &json!({ "case": case, "paths": [letter] }));
    assert!(!office.sync("ana"), "the file does not fit");
    let mut number = FIRST;
    loop {
        number += 1;
        assert!(number <= NOTES, "what was left fills up");
        office.note("ana", &case, number);
        office.sync("ana");
        if office.notes("ana", &case, true).len() < number as usize {
            break;
        }
    }
    let confirmed = office.notes("ana", &case, true);
    assert!(confirmed.len() >= FIRST as usize, "what was confirmed stays so");

    // What it has it gives.
    assert!(office.sync("leon"), "reading needs no room");
    let seen = office.notes("leon", &case, false);
    assert!(confirmed.is_subset(&seen), "what was confirmed is there: {confirmed:?} {seen:?}");
    assert!(server.process().ended().is_none(), "it goes on");

    std::fs::remove_file(&ballast).expect("room is made");
    assert!(office.sync("ana") && office.sync("leon"), "with room again everything goes on by itself");
    let all: BTreeSet<String> = (1..=number).map(|number| Uuid::from_u128(number).to_string()).collect();
    assert_eq!(office.notes("ana", &case, true), all, "everything is confirmed");
    assert_eq!(office.notes("leon", &case, false), all, "and has come, once");
    let attachment = office.call("leon", "case_get", &json!({ "case": case }))["attachments"][0]["id"].clone();
    office.call("leon", "attachment_fetch", &json!({ "case": case, "attachment": attachment }));
    let copy = outside.path().join("copy.bin");
    let save = json!({ "case": case, "attachment": attachment, "path": copy, "reason": "To compare" });
    office.call("leon", "attachment_save", &save);
    assert!(std::fs::read(&copy).expect("the copy") == bytes, "the file is what it was");
    for person in ["ana", "leon"] {
        assert_eq!(office.call(person, "verify", &json!({}))["problems"], json!([]), "the vault of {person} is whole");
    }
    assert!(server.process().ended().is_none(), "it never stopped");
}
