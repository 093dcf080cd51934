//! What people type by hand: each shorthand of `praesto` on two computers and a real server.

use std::io::Write;
use std::process::{Command, Stdio};

use praesto_tests::Programs;
use serde_json::{Value, json};

const PASSPHRASE: &str = "nine words that nobody else would think of";
const TABLE: &str = "file no;subject;received\nKG-7;Kindergarten place, Ќосев;2026-10-01\nKG-8;Garden fence;2026-10-02\n";

#[test]
fn every_shorthand_does_what_it_says_on_two_computers() {
    let home = tempfile::tempdir().expect("a folder");
    let write = |name: &str, text: &str| {
        let path = home.path().join(name);
        std::fs::write(&path, text).expect("a file");
        path.to_string_lossy().into_owned()
    };
    write("passphrase", PASSPHRASE);
    let (table, map) = (
        write("cases.csv", TABLE),
        write(
            "map.json",
            &json!({ "file no": { "to": "reference" }, "subject": { "to": "title" }, "received": { "to": "received" } }).to_string(),
        ),
    );
    let programs = Programs::built();
    let server = programs.serve(&home.path().join("server"), &home.path().join("server.log"));
    let at = |profile: &str, words: &[&str]| programs.praesto(&home.path().join(profile), &home.path().join("passphrase"), words);
    let (ana, leon) = (|words: &[&str]| at("ana", words), |words: &[&str]| at("leon", words));

    let made = ana(&["office", "create", "--name", "Lindara", "--person", "Ana", "--server", &server.address()]).json();
    assert_eq!(made["state"], "open");
    let code = ana(&["invite", "--person", "Leon"]).last_line();
    assert_eq!(leon(&["join", &code]).json()["state"], "waiting");
    ana(&["sync"]).done();
    assert_eq!(leon(&["sync"]).json()["phase"], "up_to_date");

    let import = ["import", "csv", &table, "--map", &map];
    assert_eq!(ana(&[&import[..], &["--dry-run"]].concat()).json()["new"], 2);
    assert_eq!(ana(&["case", "list"]).json()["total"], 0, "a dry run brings nothing in");
    assert_eq!(ana(&import).json()["new"], 2);
    assert_eq!(ana(&import).json()["already_here"], 2, "nothing twice");
    let status = ana(&["status"]).json();
    assert_eq!((&status["state"], &status["sync"]["waiting"]), (&json!("open"), &json!(2)));
    ana(&["sync"]).done();
    leon(&["sync"]).done();

    assert_eq!(leon(&["case", "list"]).json()["total"], 2);
    assert_eq!(leon(&["case", "list", "--queue", "closed"]).json()["total"], 0);
    assert_eq!(leon(&["case", "show", "KG-7"]).json()["title"], "Kindergarten place, Ќосев");
    assert_eq!(leon(&["search", "kosev"]).json()["rows"][0]["reference"], "KG-7");
    assert_eq!(leon(&["verify"]).json()["problems"], json!([]));

    assert_eq!(leon(&["case", "remove", "KG-8", "--reason", "Entered twice"]).json()["removal"]["state"], "removed");
    leon(&["sync"]).done();
    ana(&["sync"]).done();
    assert_eq!(ana(&["case", "list"]).json()["total"], 1);
    assert_eq!(ana(&["case", "list", "--queue", "removed"]).json()["rows"][0]["reference"], "KG-8");
    assert_eq!(ana(&["case", "show", "KG-8"]).json()["removal"]["removed"][0]["reason"], "Entered twice");
    assert_eq!(ana(&["case", "restore", "KG-8"]).json()["removal"], json!(null));
    assert_eq!(ana(&["case", "list"]).json()["total"], 2);

    let unknown = leon(&["case", "show", "KG-9"]);
    let error: Value = serde_json::from_str(&unknown.err).expect("errors are JSON");
    assert!(!unknown.succeeded && error["error"]["code"] == "not_found" && error["next"].is_string());
}

#[test]
fn the_passphrase_can_come_from_standard_input() {
    let home = tempfile::tempdir().expect("a folder");
    let praesto = |passphrase: &str, words: &[&str]| {
        let mut child = Command::new(Programs::built().path("praesto"))
            .arg("--profile")
            .arg(home.path().join("ana"))
            .args(["--passphrase-file", "-"])
            .args(words)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("praesto starts");
        child.stdin.take().expect("an input").write_all(passphrase.as_bytes()).expect("it reads");
        child.wait().expect("it ends").success()
    };
    assert!(praesto(PASSPHRASE, &["office", "create", "--name", "Lindara", "--person", "Ana"]));
    assert!(praesto(PASSPHRASE, &["case", "list"]));
    assert!(!praesto("another one altogether", &["case", "list"]));
}
