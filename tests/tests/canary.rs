//! Nothing plain on disk: known words go into every field, are used for real, the programs are killed, and every byte that was written is searched.

use std::path::Path;
use std::process::{Command, Stdio};

use praesto_tests::{Programs, leaks};
use serde_json::{Value, json};

/// Words that occur nowhere else. Each is searched for in UTF-8 and in UTF-16.
const WORDS: [&str; 10] = [
    "Kanarienoffice",
    "Kanarienperson",
    "Kanarientitel",
    "Kanariennotiz",
    "Kanarienfeld",
    "Kanarienpartei",
    "Kanarienaufgabe",
    "Kanarienanhang",
    "Kanarienentwurf",
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
    let changes = json!([
        { "change": "add_note", "id": "00000000-0000-0000-0000-000000000001", "text": "Kanariennotiz", "corrects": null },
        { "change": "set_field", "field": "Kanarienfeld", "value": { "is": "text", "value": "Канаринец" } },
        { "change": "add_party", "id": "00000000-0000-0000-0000-000000000002", "name": "Kanarienpartei", "role": "", "contact": "" },
        { "change": "add_task", "id": "00000000-0000-0000-0000-000000000003", "text": "Kanarienaufgabe", "due": null, "assignee": null },
    ]);
    let case = praesto("case_create", json!({ "title": "Kanarientitel", "changes": changes }))["id"].clone();
    praesto("attachment_add", json!({ "case": case, "paths": [file] }));
    praesto("draft_put", json!({ "case": case, "place": "new-note", "text": "Kanarienentwurf" }));
    assert_eq!(praesto("case_get", json!({ "case": case }))["drafts"][0]["text"], "Kanarienentwurf", "drafts are words too");
    praesto("sync_now", json!({}));
    let found = praesto("search", json!({ "words": "Kanarienpar", "limit": 5 }));
    assert_eq!(found["rows"].as_array().map(Vec::len), Some(1), "the words are really there, inside the vault");
    assert_eq!(praesto("sync_status", json!({}))["waiting"], 0, "and went over the server");

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
