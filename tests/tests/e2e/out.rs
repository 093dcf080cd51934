//! What leaves a window, and who looked, by keyboard. Where to is asked by the system's own dialog, which no test can press: from there on the desktop is
//! asked as the window asks it.

use std::path::Path;

use praesto_tests::{Stage, Window};
use serde_json::{Value, json};

use crate::people::{PASSPHRASE, goes_to, makes_a_case, makes_an_office};
use crate::screens::everybody_can_use;

/// Has the desktop answer a command, and gives the answer.
pub(crate) fn asks(window: &Window, command: &str, request: &Value) -> Value {
    let script = "const done = arguments[arguments.length - 1]; \
        window.__TAURI_INTERNALS__.invoke(arguments[0], { request: arguments[1] }).then(done, error => done({ refused: error }))";
    let answer = window.script_later(script, &[json!(command), request.clone()]);
    assert!(answer.get("refused").is_none(), "{command}: {answer}");
    answer
}

/// Presses a letter key at an element.
fn presses_at(window: &Window, css: &str, key: &str) {
    window.find(css);
    window.script("document.querySelector(arguments[0]).focus()", &[json!(css)]);
    window.press(&[], key);
}

fn names_in(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").file_name());
    let mut names: Vec<_> = entries.map(|name| name.to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn a_case_a_list_and_a_backup_leave_and_a_second_window_goes_on_from_the_backup() {
    let stage = Stage::set("out");
    let window = makes_an_office(&stage, "Elira", None);
    makes_a_case(&window, "Rose Hill");
    let case = window.script("return document.querySelector('#case').dataset.case", &[]);

    // Who looked is there for whoever asks.
    presses_at(&window, "#case", "v");
    window.shows("[data-test=access]", "You");
    everybody_can_use(&window, "who looked");

    // The dialog says what is missing before anything leaves.
    presses_at(&window, "#case", "e");
    window.find("#out-dialog");
    window.shows("[data-test=out-goes]", "Rose Hill");
    window.click("#out-sealed");
    window.find("#out-key");
    everybody_can_use(&window, "taking a case out");
    window.press(&["Control"], "Enter");
    window.find("#out-for[aria-invalid=true]");
    window.find("#out-key[aria-invalid=true]");
    window.find("#out-reason[aria-invalid=true]");
    everybody_can_use(&window, "taking a case out, with answers missing");
    window.press(&[], "Escape");
    window.gone("#out-dialog");
    let out = stage.folder().join("Rose Hill");
    let request = json!({ "case": case, "form": "folder", "name": "The court", "path": out, "reason": "Asked for", "language": "en" });
    asks(&window, "case_out", &request);
    assert_eq!(names_in(&out), ["files", "index.html", "manifest-sha256.txt"]);
    window.shows("[data-test=access]", "The court");

    // A list.
    goes_to(&window, "cases/team");
    presses_at(&window, "#case-list", "e");
    window.find("#list-out-dialog");
    everybody_can_use(&window, "a list as a table");
    window.press(&["Control"], "Enter");
    window.find("#list-out-reason[aria-invalid=true]");
    window.press(&[], "Escape");
    window.gone("#list-out-dialog");
    let table = stage.folder().join("list.csv");
    asks(&window, "list_out", &json!({ "queue": "team", "path": table, "reason": "Figures", "language": "en" }));
    assert!(std::fs::read_to_string(&table).expect("the table").contains("Rose Hill"));

    // A backup, and what left.
    goes_to(&window, "computer");
    window.shows("#left", "Figures");
    window.click("#left-whose");
    window.shows("#left h2", "the computers of the office");
    window.shows("#left", "Figures");
    everybody_can_use(&window, "what left through all computers");
    window.press(&[], "b");
    window.find("#backup-dialog");
    everybody_can_use(&window, "making a backup");
    window.press(&["Control"], "Enter");
    window.find("#backup-current[aria-invalid=true]");
    window.find("#passphrase[aria-invalid=true]");
    window.press(&[], "Escape");
    window.gone("#backup-dialog");
    let (backup, passphrase) = (stage.folder().join("elira.praesto-backup"), "a passphrase for the backup");
    asks(&window, "backup_make", &json!({ "path": backup, "passphrase": passphrase, "current_passphrase": PASSPHRASE }));

    let second = stage.window("Elira again");
    second.click("#way-restore");
    second.find("#restore-file");
    everybody_can_use(&second, "restoring a backup");
    second.click("#restore");
    second.find("#restore-passphrase[aria-invalid=true]");
    let key = json!({ "policy": "passphrase", "passphrase": "another one for this computer" });
    asks(&second, "backup_restore", &json!({ "path": backup, "passphrase": passphrase, "key": key }));
    goes_to(&second, "cases/team");
    second.shows("#case-list", "Rose Hill");
}
