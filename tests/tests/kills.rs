//! `kill -9` of real programs: what they acknowledged is there, and the vault opens clean.
//!
//! `PRAESTO_TEST_FULL=1` kills a program at work 200 times, the terminal program anywhere between start and end 200 times, and a first sync 40 times.

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;

use praesto_tests::{Process, Programs, leaks};
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
    /// A profile of its own, opened by the passphrase of all of them.
    fn on(folder: &Path, profile: &str) -> Self {
        let passphrase = folder.join("passphrase");
        std::fs::write(&passphrase, PASSPHRASE).expect("a passphrase file");
        Self { program: Programs::built().path("praesto"), profile: folder.join(profile), passphrase }
    }

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

/// When each kill comes: as `PRAESTO_SEED` says, or as this seed does.
fn seeded(otherwise: u64) -> ChaCha12Rng {
    let seed = std::env::var("PRAESTO_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(otherwise);
    eprintln!("replay with PRAESTO_SEED={seed}");
    ChaCha12Rng::seed_from_u64(seed)
}

/// What a program at work said before it was killed.
struct Round {
    case: String,
    notes: BTreeSet<String>,
    files: usize,
}

/// Kills a program that is saving and synchronising, at a moment after its first acknowledged edit and before its last.
fn killed_at_work(terminal: &Terminal, file: &Path, number: u128, after: Duration) -> Round {
    let mut command = Command::new(Programs::built().path("busy"));
    command.arg(&terminal.profile).arg(&terminal.passphrase).arg(file).arg(number.to_string());
    let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("the program starts");
    let said = BufReader::new(child.stdout.take().expect("its output is ours"));
    let (tell, hear) = channel();
    let listening = thread::spawn(move || {
        said.lines().map_while(Result::ok).for_each(|line| {
            let _ = tell.send(line);
        });
    });
    let mut lines = Vec::new();
    while !lines.iter().any(|line: &String| line.starts_with("note ")) {
        lines.push(hear.recv_timeout(Duration::from_secs(60)).expect("it gets to work"));
    }
    thread::sleep(after);
    assert!(child.try_wait().expect("the child is ours").is_none(), "it is still at work");
    child.kill().expect("killed");
    child.wait().expect("reaped");
    listening.join().expect("everything it said was heard");
    lines.extend(hear);
    assert!(!lines.iter().any(|line| line == "idle"), "it was killed before its last edit");
    let of = |kind: &str| lines.iter().filter_map(|line| line.strip_prefix(kind).map(str::to_owned)).collect::<Vec<_>>();
    Round {
        case: of("case ").remove(0),
        notes: of("note ").into_iter().collect(),
        files: of("files ").last().map_or(0, |count| count.parse().expect("a number")),
    }
}

#[test]
fn what_a_busy_program_acknowledged_survives_kill_9() {
    let mut random = seeded(9);
    let kills = if std::env::var_os("PRAESTO_TEST_FULL").is_some() { 200 } else { 12 };
    let folder = tempfile::tempdir().expect("a folder");
    let server = Programs::built().serve(&folder.path().join("server"), &folder.path().join("server.log"));
    let terminal = Terminal::on(folder.path(), "profile");
    let key = json!({ "policy": "passphrase", "passphrase": PASSPHRASE });
    terminal.call("office_create", &json!({ "office_name": "Lindara", "person_name": "Ana", "server": server.address(), "key": key }));
    let file = folder.path().join("scan.txt");
    std::fs::write(&file, "a scanned page ".repeat(2_000)).expect("a file to attach");

    let rounds: Vec<Round> =
        (1..=kills).map(|number| killed_at_work(&terminal, &file, number, Duration::from_millis(random.random_range(0..400)))).collect();
    let acknowledged: usize = rounds.iter().map(|round| round.notes.len()).sum();
    assert!(acknowledged as u128 > 2 * kills, "it was at work: {acknowledged} edits in {kills} rounds");
    for round in &rounds {
        let shown = terminal.call("case_get", &json!({ "case": round.case }));
        let notes: BTreeSet<String> =
            shown["notes"].as_array().expect("notes").iter().filter_map(|note| note["id"].as_str().map(str::to_owned)).collect();
        let lost: Vec<_> = round.notes.difference(&notes).collect();
        assert!(lost.is_empty(), "acknowledged edits are missing: {lost:?}");
        // One more may have been saved that nobody heard of.
        assert!(shown["attachments"].as_array().expect("attachments").len() >= round.files, "acknowledged files are missing");
    }
    let synced = terminal.command(&["call", "sync_now"]).output().expect("the program starts");
    assert_eq!(terminal.call("this_computer", &json!({}))["findings"], json!([]), "nobody is accused");
    assert!(synced.status.success(), "the rest goes out");
    assert_eq!(terminal.call("sync_status", &json!({}))["waiting"], json!(0), "everything is sent, and counts");
    assert_eq!(terminal.call("verify", &json!({}))["problems"], json!([]), "the vault is whole after {kills} kills");
}

#[test]
fn what_was_acknowledged_survives_kill_9() {
    let mut random = seeded(7);
    let kills = if std::env::var_os("PRAESTO_TEST_FULL").is_some() { 200 } else { 20 };
    let folder = tempfile::tempdir().expect("a folder");
    let terminal = Terminal::on(folder.path(), "profile");
    let create = json!({ "office_name": "Lindara", "person_name": "Ana", "key": { "policy": "passphrase", "passphrase": PASSPHRASE } });
    terminal.call("office_create", &create);
    let case = terminal.call("case_create", &json!({ "title": "Under load" }))["id"].clone();

    let mut acknowledged = BTreeSet::new();
    let mut killed = 0;
    // Those that finish first are not killed: as many are started as it takes, and that ends.
    for number in 1..=10 * kills {
        if killed == kills {
            break;
        }
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
    assert_eq!(killed, kills, "as many were killed as this test says");
    let report = terminal.call("verify", &json!({}));
    assert_eq!(report["problems"], json!([]), "the vault is whole after {killed} kills");
}

/// Cases of the office that a newcomer joins: several requests of a first sync.
const CASES: usize = 500;

#[test]
fn a_first_sync_that_is_killed_goes_on_and_ends_with_every_case() {
    let mut random = seeded(8);
    let kills = if std::env::var_os("PRAESTO_TEST_FULL").is_some() { 40 } else { 3 };
    let folder = tempfile::tempdir().expect("a folder");
    let server = Programs::built().serve(&folder.path().join("server"), &folder.path().join("server.log"));
    let founder = Terminal::on(folder.path(), "founder");
    let key = json!({ "policy": "passphrase", "passphrase": PASSPHRASE });
    founder.call("office_create", &json!({ "office_name": "Lindara", "person_name": "Ana", "server": server.address(), "key": key }));
    let table = folder.path().join("cases.csv");
    let rows: String = (0..CASES).map(|n| format!("GF-{n},Filed {n}\n")).collect();
    std::fs::write(&table, format!("Reference,Title\n{rows}")).expect("a table");
    let mapping = json!({ "Reference": { "to": "reference" }, "Title": { "to": "title" } });
    let report = founder.call("import_run", &json!({ "source": { "from": "csv", "path": table, "mapping": mapping } }));
    assert_eq!(report["new"], json!(CASES));
    // One of them is long enough for a checkpoint.
    let case = report["rows"][0]["case"].clone();
    let notes: Vec<_> = (1..=9).map(|n| Uuid::from_u128(n).to_string()).collect();
    for id in &notes {
        let note = json!([{ "change": "add_note", "id": id, "text": "a remark", "corrects": null }]);
        founder.call("case_edit", &json!({ "case": case, "changes": note }));
    }
    founder.call("sync_now", &json!({}));
    let code = founder.call("invitation_create", &json!({ "person_name": "Boris" }))["code"].clone();
    let newcomer = Terminal::on(folder.path(), "newcomer");
    newcomer.call("office_join", &json!({ "code": code, "person_name": "Boris", "key": key }));
    assert!(!newcomer.command(&["call", "sync_now", "{}"]).output().expect("the program starts").status.success(), "not let in yet");
    founder.call("sync_now", &json!({}));

    let list = json!({ "queue": "team", "sort": "newest", "offset": 0, "limit": 0 });
    let (mut shown, mut killed) = (0, 0);
    for _ in 0..kills {
        let mut child = newcomer.start("sync_now", &json!({}));
        std::thread::sleep(Duration::from_millis(random.random_range(400..2_500)));
        child.kill().expect("killed, or over");
        if !child.wait().expect("reaped").success() {
            killed += 1;
            newcomer.recover();
        }
        let total = newcomer.call("case_list", &list)["total"].as_u64().expect("a number");
        assert!(total >= shown, "what was there stays: {shown} before, {total} after");
        shown = total;
    }
    assert!(killed > 0, "something was killed");
    newcomer.call("sync_now", &json!({}));
    assert_eq!(newcomer.call("case_list", &list)["total"], json!(CASES), "every case after {killed} kills");
    let seen = newcomer.call("case_get", &json!({ "case": case }));
    assert_eq!((seen["notes"].as_array().map(Vec::len), &seen["not_checked"]), (Some(notes.len()), &json!(false)));
    assert_eq!(newcomer.call("sync_status", &json!({}))["findings"], json!(0));
    assert_eq!(newcomer.call("verify", &json!({}))["problems"], json!([]), "the vault is whole after {killed} kills");
}

/// What the stand-in for another program saves, with a number behind it.
const SAVED: &str = "Kanarienanderswo";

/// A program that saves again and again, each time a whole file in the place of the one before, and says how often.
fn writer(folder: &Path) -> (PathBuf, PathBuf) {
    let (program, said) = (folder.join("writer"), folder.join("said"));
    let script = format!(
        "#!/bin/sh\nfor n in $(seq 1 400); do printf '{SAVED} %s' \"$n\" > \"$1.tmp\" && mv \"$1.tmp\" \"$1\" && printf '%s\\n' \"$n\" >> '{}'; \
         sleep 0.1; done\n",
        said.display()
    );
    std::fs::write(&program, script).expect("a program");
    std::fs::set_permissions(&program, std::os::unix::fs::PermissionsExt::from_mode(0o755)).expect("it can be started");
    (program, said)
}

#[test]
fn a_file_that_was_open_in_another_program_at_a_kill_loses_nothing_and_leaves_nothing_outside() {
    let mut random = seeded(10);
    let kills: u64 = if std::env::var_os("PRAESTO_TEST_FULL").is_some() { 30 } else { 3 };
    let folder = tempfile::tempdir().expect("a folder");
    // In memory where there is such a place; else the copy lies in the profile.
    let memory = Path::new("/dev/shm");
    let runtime = tempfile::tempdir_in(if memory.is_dir() { memory } else { folder.path() }).expect("a folder of the session");
    let terminal = Terminal::on(folder.path(), "profile");
    let create = json!({ "office_name": "Lindara", "person_name": "Ana", "key": { "policy": "passphrase", "passphrase": PASSPHRASE } });
    terminal.call("office_create", &create);
    let letter = folder.path().join("letter.txt");
    std::fs::write(&letter, "the letter").expect("a file to attach");
    let (program, said) = writer(folder.path());
    for number in 1..=kills {
        let case = terminal.call("case_create", &json!({ "title": format!("Killed {number}") }))["id"].as_str().expect("an id").to_owned();
        terminal.call("attachment_add", &json!({ "case": case, "paths": [letter] }));
        let _ = std::fs::remove_file(&said);
        let mut command = terminal.command(&["case", "edit", &case, "letter.txt", "--program", &program.to_string_lossy()]);
        command.env("XDG_RUNTIME_DIR", runtime.path());
        let mut at_work = Process::start(&mut command, &folder.path().join("log")).expect("the program starts");
        for _ in 0..600 {
            if said.exists() {
                break;
            }
            thread::sleep(Duration::from_millis(100));
        }
        assert!(said.exists(), "the other program saves: {}", std::fs::read_to_string(folder.path().join("log")).unwrap_or_default());
        thread::sleep(Duration::from_millis(random.random_range(0..4_000)));
        at_work.kill();
        let saved = std::fs::read_to_string(&said).expect("it said so").lines().count();

        terminal.recover();
        let places = [terminal.profile.as_path(), runtime.path()];
        let found: Vec<String> = places.iter().flat_map(|place| leaks(place, &[SAVED])).collect();
        assert_eq!(found, Vec::<String>::new(), "the next start leaves nothing outside");
        assert_eq!(std::fs::read_dir(runtime.path()).expect("a folder").count(), 0);
        let files = terminal.call("case_get", &json!({ "case": case }))["attachments"].clone();
        let found =
            files.as_array().expect("files").iter().find(|file| !file["found"].is_null()).expect("what was saved last is found").clone();
        let out = folder.path().join("out.txt");
        let save = json!({ "case": case, "attachment": found["id"], "path": out, "overwrite": true, "reason": "To compare" });
        terminal.call("attachment_save", &save);
        let text = std::fs::read_to_string(&out).expect("its text");
        // It may have saved once more than it came to say.
        let last: Vec<String> = [saved, saved + 1].iter().map(|number| format!("{SAVED} {number}")).collect();
        assert!(last.contains(&text), "the last that was saved, whole: {text}, of {saved}");
        std::fs::remove_file(out).expect("removed");
    }
    assert_eq!(terminal.call("verify", &json!({}))["problems"], json!([]), "the vault is whole after {kills} kills");
}

#[test]
fn a_terminal_that_is_told_to_end_seals_what_was_saved_and_wipes_the_copy() {
    let folder = tempfile::tempdir().expect("a folder");
    let terminal = Terminal::on(folder.path(), "profile");
    let create = json!({ "office_name": "Lindara", "person_name": "Ana", "key": { "policy": "passphrase", "passphrase": PASSPHRASE } });
    terminal.call("office_create", &create);
    let letter = folder.path().join("letter.txt");
    std::fs::write(&letter, "the letter").expect("a file to attach");
    let (program, said) = (folder.path().join("stays"), folder.path().join("said"));
    let script = format!("#!/bin/sh\nprintf '{SAVED}' > \"$1\"\n: > '{}'\nexec sleep 60\n", said.display());
    std::fs::write(&program, script).expect("a program");
    std::fs::set_permissions(&program, std::os::unix::fs::PermissionsExt::from_mode(0o755)).expect("it can be started");
    let case = terminal.call("case_create", &json!({ "title": "Told to end" }))["id"].as_str().expect("an id").to_owned();
    terminal.call("attachment_add", &json!({ "case": case, "paths": [letter] }));
    let mut command = terminal.command(&["case", "edit", &case, "letter.txt", "--program", &program.to_string_lossy()]);
    let mut at_work = Process::start(command.env_remove("XDG_RUNTIME_DIR"), &folder.path().join("log")).expect("the program starts");
    for _ in 0..600 {
        if said.exists() {
            break;
        }
        thread::sleep(Duration::from_millis(100));
    }
    assert!(said.exists(), "the other program saves: {}", std::fs::read_to_string(folder.path().join("log")).unwrap_or_default());
    at_work.ask_to_end();
    for _ in 0..600 {
        if at_work.ended().is_some() {
            break;
        }
        thread::sleep(Duration::from_millis(100));
    }
    assert!(at_work.ended().is_some(), "it ends by itself, and waits for no other program");
    assert_eq!(leaks(&terminal.profile, &[SAVED]), Vec::<String>::new(), "nothing waits for the next start");
    let files = terminal.call("case_get", &json!({ "case": case }))["attachments"].clone();
    assert_eq!((files.as_array().map(Vec::len), files[0]["versions"].as_array().map(Vec::len)), (Some(1), Some(2)), "{files}");
}
