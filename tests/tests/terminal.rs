//! What people type by hand: each shorthand of `praesto` on two computers and a real server.

use std::io::Write;
use std::process::{Command, Stdio};

use praesto_tests::papers::{fax, mail, pdf, picture};
use praesto_tests::{Programs, Said};
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
    versions_of_a_file(home.path(), &ana);
    a_letter(home.path(), &ana);
    a_file_is_looked_at(home.path(), &ana);

    assert_eq!(leon(&["case", "remove", "KG-8", "--reason", "Entered twice"]).json()["removal"]["state"], "removed");
    leon(&["sync"]).done();
    ana(&["sync"]).done();
    assert_eq!(ana(&["case", "list"]).json()["total"], 1);
    let removed = ana(&["case", "list", "--queue", "removed"]).json();
    assert!(removed["rows"].as_array().is_some_and(|rows| rows.iter().any(|row| row["reference"] == "KG-8")), "{removed}");
    assert_eq!(ana(&["case", "show", "KG-8"]).json()["removal"]["removed"][0]["reason"], "Entered twice");
    assert_eq!(ana(&["case", "restore", "KG-8"]).json()["removal"], json!(null));
    assert_eq!(ana(&["case", "list"]).json()["total"], 2);

    hands_over(&ana, &leon);
    let unknown = leon(&["case", "show", "KG-9"]);
    let error: Value = serde_json::from_str(&unknown.err).expect("errors are JSON");
    assert!(!unknown.succeeded && error["error"]["code"] == "not_found" && error["next"].is_string());
}

/// Ana hands all of hers to Leon, who takes one and gives one back.
fn hands_over(ana: &dyn Fn(&[&str]) -> Said, leon: &dyn Fn(&[&str]) -> Said) {
    ana(&["hand-over", "give", "--to", "Leon", "KG-7"]).done();
    assert_eq!(ana(&["hand-over", "give", "--to", "Leon", "--words", "I am ill", "--all"]).json()["done"], 1, "the one that is left");
    assert!(!ana(&["hand-over", "give", "--to", "Nobody", "KG-8"]).succeeded);
    ana(&["sync"]).done();
    leon(&["sync"]).done();
    let waits = leon(&["hand-over", "list"]).json();
    assert_eq!((waits["to_me"].as_array().map(Vec::len), &waits["to_me"][0]["words"]), (Some(2), &json!("I am ill")));
    assert_eq!(leon(&["hand-over", "back", "KG-8", "--words", "So am I"]).json()["done"], 1);
    assert_eq!(leon(&["hand-over", "take"]).json()["done"], 1, "what is left");
    assert_eq!(leon(&["hand-over", "list"]).json()["to_me"], json!([]));
    leon(&["sync"]).done();
    ana(&["sync"]).done();
    let given = ana(&["hand-over", "list"]).json()["given"].clone();
    assert_eq!((&given[0]["given_back"], &given[0]["back"][0]["words"], &given[1]["taken"]), (&json!(1), &json!("So am I"), &json!(1)));
}

/// Every version of a file leaves by its own name, and nothing is replaced that nobody agreed to.
fn versions_of_a_file(home: &std::path::Path, ana: &dyn Fn(&[&str]) -> Said) {
    let call = |command: &str, request: Value| ana(&["call", command, &request.to_string()]);
    let write = |text: &str| {
        std::fs::write(home.join("letter.txt"), text).expect("a file");
        home.join("letter.txt")
    };
    let case = ana(&["case", "show", "KG-7"]).json()["id"].clone();
    let first = call("attachment_add", json!({ "case": case, "paths": [write("first")] })).json();
    let file = first["attachments"][0]["id"].clone();
    let both = call("attachment_add", json!({ "case": case, "paths": [write("second")], "version_of": file })).json();
    let versions = both["attachments"][0]["versions"].as_array().expect("versions").clone();
    assert_eq!((versions.len(), &versions[1]["by"]["name"], &versions[1]["apart"]), (2, &json!("Ana"), &json!([])));
    let out = home.join("out.txt");
    let save = |version: &Value, overwrite: bool| {
        let request = json!({
            "case": case, "attachment": file, "version": version, "path": out, "overwrite": overwrite, "reason": "for the hearing"
        });
        call("attachment_save", request)
    };
    save(&versions[1]["id"], false).done();
    assert_eq!(std::fs::read_to_string(&out).expect("the earlier one"), "first");
    let refused: Value = serde_json::from_str(&save(&Value::Null, false).err).expect("errors are JSON");
    assert_eq!(refused["error"]["code"], "file_exists");
    save(&Value::Null, true).done();
    assert_eq!(std::fs::read_to_string(&out).expect("the newest"), "second");
}

/// Mails come in, and what came with them is looked at.
fn a_file_is_looked_at(home: &std::path::Path, ana: &dyn Fn(&[&str]) -> Said) {
    let letter = home.join("letter.eml");
    std::fs::write(&letter, mail("one@example.org", "Rose Hill", "Dear office", &[("plan.pdf", &pdf(&["first", "second"]))]))
        .expect("a mail");
    let import = ["import", "mail", &letter.to_string_lossy()];
    assert_eq!(ana(&[&import[..], &["--dry-run"]].concat()).json()["new"], 1);
    let made = ana(&import).json();
    let case = made["rows"][0]["case"].as_str().expect("a case").to_owned();
    assert_eq!(ana(&import).json()["already_here"], 1, "nothing twice");
    let look = |words: &[&str]| ana(&[&["case", "preview", case.as_str()], words].concat());
    assert_eq!(look(&["letter.eml"]).json()["mail"]["text"], "Dear office");
    let page = look(&["2", "--page", "2", "--width", "120"]).json();
    assert_eq!((&page["shown"], &page["text"], &page["pages"]), (&json!("page"), &json!("second"), &json!(2)));
    assert_eq!(look(&["1", "--part", "1"]).json()["text"], "first");
    let refused: Value = serde_json::from_str(&look(&["plan.pdf", "--page", "9"]).err).expect("errors are JSON");
    assert_eq!((&refused["error"]["code"], &refused["why"]), (&json!("cannot_show"), &json!("It has fewer pages.")));
    let files = [
        ("sheet.png", picture(60, 80, image::ImageFormat::Png)),
        ("fax.tif", fax(60, 80, &[20, 200])),
        ("note.txt", b"no page".to_vec()),
        ("endless.tif", fax(8, 8, &[20; 5_000])),
    ];
    let [sheet, two, note, endless] = files.map(|(name, bytes)| {
        std::fs::write(home.join(name), bytes).expect("a file");
        home.join(name).to_string_lossy().into_owned()
    });
    let scan = |words: &[&str]| ana(&[&["case", "scan", case.as_str(), "--name", "Plan"], words].concat());
    let refused: Value = serde_json::from_str(&scan(&[&sheet, &note]).err).expect("errors are JSON");
    assert_eq!((&refused["error"]["code"], &refused["what"]), (&json!("scan_refused"), &json!("note.txt cannot become a page.")));
    let many: Value = serde_json::from_str(&scan(&[&endless]).err).expect("errors are JSON");
    assert_eq!((&many["error"]["code"], &many["error"]["args"]["field"]), (&json!("invalid_input"), &json!("pages")));
    scan(&["--tone", "black_and_white", &sheet, &two]).done();
    assert_eq!(look(&["Plan.pdf"]).json()["pages"], 3, "a sheet, and both pages of the fax");
    ana(&["case", "remove", &case, "--reason", "Of no concern here"]).done();
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

#[test]
fn a_case_is_received_on_the_day_that_it_is_where_the_computer_is() {
    let home = tempfile::tempdir().expect("a folder");
    let file = home.path().join("passphrase");
    std::fs::write(&file, PASSPHRASE).expect("a file");
    let profile = home.path().join("ana");
    Programs::built().praesto(&profile, &file, &["office", "create", "--name", "Lindara", "--person", "Ana"]).done();
    // Between these two places it is another day at any time.
    let day = |zone: &str| {
        let output = Command::new(Programs::built().path("praesto"))
            .env("TZ", zone)
            .arg("--profile")
            .arg(&profile)
            .arg("--passphrase-file")
            .arg(&file)
            .args(["call", "case_create", r#"{"title":"Street lights"}"#])
            .output()
            .expect("praesto runs");
        let case: Value = serde_json::from_slice(&output.stdout).expect("a case");
        case["received"].as_str().expect("a day").to_owned()
    };
    assert!(day("<+14>-14") > day("<-12>12"));
}

/// Fills a letter in, writes it, and signs it off.
fn a_letter(home: &std::path::Path, ana: &impl Fn(&[&str]) -> Said) {
    let letter = ["case", "letter", "KG-7", "letter", "--language", "mk"];
    assert_eq!(ana(&letter).json()["missing"], json!(["Што пишувате"]));
    let (text, to) = (home.join("letter.txt"), home.join("address.txt"));
    std::fs::write(&text, "# Место во градинка\n\nДобивте место.\n").expect("a file");
    std::fs::write(&to, "Ѓорѓи Ќосев\nУлица 8\n1000 Скопје\n").expect("a file");
    let (text, to) = (text.to_string_lossy().into_owned(), to.to_string_lossy().into_owned());
    let made = ana(&[&letter[..], &["--text", &text, "--to", &to]].concat()).json();
    assert_eq!((&made["letters"][0]["title"], &made["letters"][0]["recipient"]), (&json!("Писмо"), &json!("Ѓорѓи Ќосев")));
}
