//! Nothing plain on disk: known words go into everything that a case takes, are used for real on two computers, the programs are killed, and every
//! byte that was written is searched.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

use praesto_tests::{Programs, leaks};
use serde_json::{Value, json};

/// Words that occur nowhere else. Each is searched for in UTF-8 and in UTF-16.
const WORDS: [&str; 29] = [
    "Kanarienoffice",
    "Kanarienperson",
    "Kanarienkollege",
    "Kanarientitel",
    "Kanarienaktenzeichen",
    "Kanariennotiz",
    "Kanarienfeld",
    "Kanarienschlagwort",
    "Kanarienpartei",
    "Kanarienrolle",
    "Kanarienkontakt",
    "Kanarienaufgabe",
    "Kanarienfrist",
    "Kanarienschritt",
    "Kanariengrund",
    "Kanarienanhang",
    "Kanarienumbenannt",
    "Kanarienverlauf",
    "Kanarienentwurf",
    "Kanarienspalte",
    "Kanarienzeile",
    "Kanarienordner",
    "Kanarienblatt",
    "Kanarienverlassen",
    "Kanarienanderswo",
    "Kanarienempfang",
    "Kanarienausgabe",
    "Kanarienauszug",
    "Канаринец",
];
const PASSPHRASE: &str = "Kanarienpassphrase lang genug";

fn call(program: &Path, profile: &Path, passphrase: &Path, home: &Path, command: &str, request: &Value) -> Value {
    let output = Command::new(program)
        .arg("--profile")
        .arg(profile)
        .arg("--passphrase-file")
        .arg(passphrase)
        .args(["call", command, &request.to_string()])
        .env("TMPDIR", home)
        .env("XDG_CACHE_HOME", home.join("cache"))
        .env("PRAESTO_LOG", "trace")
        .stdin(Stdio::null())
        .stderr(std::fs::OpenOptions::new().create(true).append(true).open(home.join("log")).expect("a log"))
        .output()
        .expect("the program starts");
    assert!(output.status.success(), "{command} succeeds");
    serde_json::from_slice(&output.stdout).expect("answers are JSON")
}

/// A message with one case, in which this has happened.
fn xdomea(happened: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<x:Abgabe.Abgabe.0401 xmlns:x=\"urn:xoev-de:xdomea:schema:3.0.0\"><x:Kopf>\
         <x:ProzessID>11111111-2222-4333-8444-555555555555</x:ProzessID><x:Nachrichtentyp><code>0401</code></x:Nachrichtentyp>\
         <x:Erstellungszeitpunkt>2026-03-01T10:00:00+01:00</x:Erstellungszeitpunkt>\
         <x:Absender><x:Institution><x:Name>Town of Lindau</x:Name></x:Institution></x:Absender>\
         <x:Empfaenger><x:Institution><x:Name>Office</x:Name></x:Institution></x:Empfaenger></x:Kopf><x:Schriftgutobjekt><x:Vorgang>\
         <x:Identifikation><x:ID>aaaaaaaa-bbbb-4ccc-8ddd-000000000001</x:ID></x:Identifikation>\
         <x:AllgemeineMetadaten><x:Betreff>Record</x:Betreff></x:AllgemeineMetadaten><x:HistorienProtokollInformation>\
         <x:Akteur>Clerk</x:Akteur><x:Aktion>{happened}</x:Aktion></x:HistorienProtokollInformation></x:Vorgang></x:Schriftgutobjekt>\
         </x:Abgabe.Abgabe.0401>"
    )
}

/// Changes a file in another program. While that runs, the open copy is in the clear, and is the one thing that the scan leaves out; afterwards nothing is.
fn in_another_program(programs: &Programs, at: (&Path, &Path, &Path), (scanned, outside): (&Path, &Path), case: &Value) {
    let (profile, passphrase, home) = at;
    let (program, opened, done) = (outside.join("program"), outside.join("opened"), outside.join("done"));
    let script = format!(
        "#!/bin/sh\nprintf Kanarienanderswo > \"$1\"\nprintf '%s' \"$1\" > '{}'\nwhile [ ! -e '{}' ]; do sleep 0.1; done\n",
        opened.display(),
        done.display()
    );
    std::fs::write(&program, script).expect("a program");
    std::fs::set_permissions(&program, std::os::unix::fs::PermissionsExt::from_mode(0o755)).expect("it can be started");
    let mut child = Command::new(programs.path("praesto"))
        .arg("--profile")
        .arg(profile)
        .arg("--passphrase-file")
        .arg(passphrase)
        .args(["case", "edit", case.as_str().expect("an id"), "Kanarienumbenannt.txt", "--program"])
        .arg(&program)
        .env("TMPDIR", home)
        .env("XDG_RUNTIME_DIR", home.join("runtime"))
        .env("PRAESTO_LOG", "trace")
        .stdin(Stdio::null())
        // What it says to the person names the file, as what they typed did.
        .stderr(Stdio::null())
        .stdout(Stdio::null())
        .spawn()
        .expect("the program starts");
    for _ in 0..600 {
        if opened.exists() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(100));
    }
    let copy = std::fs::read_to_string(&opened).expect("it was opened");
    let in_the_clear = leaks(scanned, &["Kanarienanderswo"]);
    std::fs::write(done, "").expect("it may end");
    assert!(child.wait().expect("it ends").success());
    assert_eq!(in_the_clear, [format!("Kanarienanderswo in {copy}")], "the open copy, and nothing else");
    assert_eq!(leaks(scanned, &["Kanarienanderswo"]), Vec::<String>::new(), "and then nothing");
}

#[test]
fn no_known_word_is_on_the_disk_in_the_clear() {
    let folder = tempfile::tempdir().expect("a folder");
    let outside = tempfile::tempdir().expect("a folder for what the person had before");
    let programs = Programs::built();
    let server = programs.serve(&folder.path().join("server"), &folder.path().join("server.log"));
    let passphrase = outside.path().join("passphrase");
    std::fs::write(&passphrase, PASSPHRASE).expect("a passphrase file");
    let file = outside.path().join("Kanarienanhang.txt");
    std::fs::write(&file, "Kanarienanhang ".repeat(10_000)).expect("a file to attach");
    let profile = folder.path().join("profile");
    let home = folder.path().join("home");
    std::fs::create_dir_all(&home).expect("a home");
    let praesto = |command: &str, request: Value| call(&programs.path("praesto"), &profile, &passphrase, &home, command, &request);

    let key = json!({ "policy": "passphrase", "passphrase": PASSPHRASE });
    praesto(
        "office_create",
        json!({ "office_name": "Kanarienoffice", "person_name": "Kanarienperson", "server": server.address(), "key": key }),
    );
    let id = |n: u8| format!("00000000-0000-0000-0000-0000000000{n:02}");
    let changes = json!([
        { "change": "add_note", "id": id(1), "text": "Kanariennotiz", "corrects": null },
        { "change": "set_field", "field": "Kanarienfeld", "value": { "is": "text", "value": "Канаринец" } },
        { "change": "add_tag", "tag": "Kanarienschlagwort" },
        { "change": "add_party", "id": id(2), "name": "Kanarienpartei", "role": "Kanarienrolle", "contact": "Kanarienkontakt" },
        { "change": "add_task", "id": id(3), "text": "Kanarienaufgabe", "due": null, "assignee": null },
        { "change": "add_deadline", "id": id(4), "label": "Kanarienfrist", "day": "2026-12-01" },
    ]);
    let case = json!({ "title": "Kanarientitel", "reference": "Kanarienaktenzeichen", "changes": changes });
    let case = praesto("case_create", case)["id"].clone();
    praesto("case_decide", json!({ "case": case, "outcome": "granted", "reason": "Kanariengrund" }));
    praesto("case_step", json!({ "case": case, "step": "close", "note": "Kanarienschritt" }));
    let attached = praesto("attachment_add", json!({ "case": case, "paths": [file] }))["attachments"][0]["id"].clone();
    let renamed = json!([{ "change": "rename_attachment", "id": attached, "name": "Kanarienumbenannt.txt" }]);
    praesto("case_edit", json!({ "case": case, "changes": renamed }));
    praesto("draft_put", json!({ "case": case, "place": "new-note", "text": "Kanarienentwurf" }));
    assert_eq!(praesto("case_get", json!({ "case": case }))["drafts"][0]["text"], "Kanarienentwurf", "drafts are words too");
    // What comes in from outside, and what goes out: taken out to where the person says, which is theirs.
    let table = outside.path().join("table.csv");
    std::fs::write(&table, "Reference,Kanarienspalte\nK-1,Kanarienzeile\n").expect("a table");
    let mapping = json!({ "Reference": { "to": "reference" }, "Kanarienspalte": { "to": "title" } });
    praesto("import_run", json!({ "source": { "from": "csv", "path": table, "mapping": mapping } }));
    let papers = outside.path().join("papers/Kanarienordner");
    std::fs::create_dir_all(&papers).expect("a folder of papers");
    std::fs::write(papers.join("Kanarienblatt.txt"), "Kanarienblatt ".repeat(100)).expect("a paper");
    praesto("import_run", json!({ "source": { "from": "folder", "path": outside.path().join("papers") } }));
    let record = outside.path().join("record.xml");
    std::fs::write(&record, xdomea("Kanarienverlauf")).expect("a message");
    praesto("import_run", json!({ "source": { "from": "xdomea", "path": record } }));
    let found = praesto("search", json!({ "words": "Kanarienverlauf", "limit": 5 }));
    assert_eq!(found["rows"].as_array().map(Vec::len), Some(1), "what happened before the import is in its case");
    let target = outside.path().join("taken out.txt");
    praesto("attachment_save", json!({ "case": case, "attachment": attached, "path": target, "reason": "Kanarienverlassen" }));
    assert!(target.is_file(), "it was taken out");
    in_another_program(&programs, (&profile, &passphrase, &home), (folder.path(), outside.path()), &case);
    // What leaves sealed may lie anywhere; what leaves open lies where the person says.
    let out = json!({ "case": case, "reason": "Kanarienausgabe", "language": "en" });
    let with =
        |more: Value| out.as_object().into_iter().chain(more.as_object()).flatten().map(|(k, v)| (k.clone(), v.clone())).collect::<Value>();
    let recipient = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p";
    let sealed = folder.path().join("case.age");
    praesto("case_out", with(json!({ "form": "sealed", "name": "Kanarienempfang", "recipients": [recipient], "path": sealed })));
    let open = outside.path().join("case");
    praesto("case_out", with(json!({ "form": "folder", "name": "Kanarienempfang", "path": open })));
    let page = std::fs::read_to_string(open.join("index.html")).expect("its page");
    assert!(page.contains("Kanariennotiz") && page.contains("Kanarienausgabe"), "all of it is on the page");
    let list = outside.path().join("list.csv");
    praesto("list_out", json!({ "queue": "all", "path": list, "reason": "Kanarienauszug", "language": "en" }));
    assert!(list.is_file());
    let backup = folder.path().join("backup.praesto-backup");
    praesto("backup_make", json!({ "path": backup, "passphrase": PASSPHRASE, "current_passphrase": PASSPHRASE }));
    praesto("sync_now", json!({}));
    let found = praesto("search", json!({ "words": "Kanarienpar", "limit": 5 }));
    assert_eq!(found["rows"].as_array().map(Vec::len), Some(1), "the words are really there, inside the vault");
    assert_eq!(praesto("sync_status", json!({}))["waiting"], 0, "and went over the server");

    // A colleague receives all of it; then both programs are killed at work.
    let code = praesto("invitation_create", json!({ "person_name": "Kanarienkollege" }))["code"].clone();
    let other = folder.path().join("colleague");
    let colleague = |command: &str, request: Value| call(&programs.path("praesto"), &other, &passphrase, &home, command, &request);
    colleague("office_join", json!({ "code": code, "person_name": "Kanarienkollege", "key": key }));
    // Not let in yet, which is no success; the founder does it.
    let mut asks = Command::new(programs.path("praesto"));
    asks.arg("--profile").arg(&other).arg("--passphrase-file").arg(&passphrase).args(["call", "sync_now"]);
    assert!(!asks.output().expect("the program starts").status.success());
    praesto("sync_now", json!({}));
    let watching = [&other, &profile].map(|profile| {
        let mut command = Command::new(programs.path("praesto"));
        command.arg("--profile").arg(profile).arg("--passphrase-file").arg(&passphrase).args(["sync", "--watch"]);
        command.env("TMPDIR", &home).env("XDG_CACHE_HOME", home.join("cache")).env("PRAESTO_LOG", "trace");
        let log = std::fs::OpenOptions::new().create(true).append(true).open(home.join("log")).expect("a log");
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(log).spawn().expect("the program starts");
        let said = BufReader::new(child.stdout.take().expect("its output is ours"));
        let in_step = said.lines().map_while(Result::ok).find(|line| line.contains("up_to_date"));
        assert!(in_step.is_some(), "it comes into step");
        child
    });
    for mut child in watching {
        assert!(child.try_wait().expect("the child is ours").is_none(), "it is at work");
        child.kill().expect("killed");
        child.wait().expect("reaped");
    }
    let found = colleague("search", json!({ "words": "Kanarienpar", "limit": 5 }));
    assert_eq!(found["rows"].as_array().map(Vec::len), Some(1), "the words are inside the colleague's vault too");

    let words: Vec<&str> = WORDS.iter().copied().chain([PASSPHRASE]).collect();
    assert_eq!(
        leaks(folder.path(), &words),
        Vec::<String>::new(),
        "profile, temporary files, logs and the server's store hold no word in the clear"
    );
    drop(server);
    std::fs::write(folder.path().join("planted"), "nobody writes Kanariennotiz in the clear").expect("planted");
    assert_eq!(leaks(folder.path(), &words).len(), 1, "the search finds what is there");
}
