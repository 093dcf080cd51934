//! What is done in the window is nowhere on the disk in the clear: known words go into everything that a person can type into it or hand to it, the
//! program is killed at work, and every byte of the profile, of the home with WebKit's folders, of what is temporary, of the server's store and of the
//! logs is searched.

use std::{
    fs::{self, OpenOptions},
    io::Write,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
    thread::sleep,
    time::Duration,
};

use praesto_tests::{DESKTOP, Stage, Window, leaks};
use serde_json::json;

use crate::people::{PASSPHRASE, chooses, chooses_a_passphrase, decides, goes_to, locks, opens_a_case, tries_to_unlock};

/// Words that occur nowhere else: each is typed into a place of its own, or stands in a file that is handed over.
const WORDS: [&str; 38] = [
    "Kanarienamt",
    "Kanarienperson",
    "Kanarienerfasst",
    "Kanarienzeichen",
    "Kanarientitel",
    "Kanarienaktenzeichen",
    "Kanarienfrist",
    "Kanarienschlagwort",
    "Kanarienpartei",
    "Kanarienrolle",
    "Kanarienkontakt",
    "Kanarienfeld",
    "Kanarienwert",
    "Kanariennotiz",
    "Канариња",
    "Kanarienaufgabe",
    "Kanarienschritt",
    "Kanariengrund",
    "Kanarienanhang",
    "Kanarieninhalt",
    "Kanarienverlassen",
    "Kanarienzweck",
    "Kanarienziel",
    "Kanariensuche",
    "Kanarientabelle",
    "Kanarienspalte",
    "Kanarienzeile",
    "Kanarienvermerk",
    "Kanarienentfernung",
    "Kanarienkollegin",
    "Kanarienfalsch",
    "Kanarienentwurf",
    "Kanarienhalb",
    "Kanarienneu",
    "Kanarienersetzt",
    "Kanarienübergabe",
    "Kanarienzurück",
    PASSPHRASE,
];

/// Long enough for a draft to be kept.
const KEPT: Duration = Duration::from_secs(1);

/// Folders that a program takes from its surroundings, each in a home of this test.
const SURROUNDINGS: [&str; 7] =
    ["HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR", "TMPDIR"];

#[test]
fn what_was_done_in_the_window_is_nowhere_on_the_disk_in_the_clear() {
    let stage = Stage::set("canary");
    let server = stage.server();
    let home = stage.folder().join("home");
    let variables = SURROUNDINGS.map(|name| (name, folder(&home.join(name.to_lowercase())).to_string_lossy().into_owned()));
    let mut variables: Vec<(&str, &str)> = variables.iter().map(|(name, folder)| (*name, folder.as_str())).collect();
    variables.push(("PRAESTO_LOG", "trace"));
    let window = stage.window_with("Elira", &variables);

    makes_the_office(&window, &server.address());
    fills_in_a_case(&window);
    works_on_it(&window);
    lets_a_file_in_and_out(&stage, &window);
    searches(&window);
    brings_cases_in(&stage, &window);
    goes_to(&window, "office");
    window.click("#invite");
    window.type_into("#invite-name", "Kanarienkollegin");
    window.click("#invite-do");
    window.value("#invite-code");
    window.click("#invite-close");
    locks(&window);
    tries_to_unlock(&window, "Kanarienfalsch");
    window.find("[data-test=problem][data-code=wrong_passphrase]");
    tries_to_unlock(&window, PASSPHRASE);
    leaves_drafts(&window);
    window.find("#sync[data-phase=up_to_date]");
    window.kill();

    let written = |name: &str| fs::read_dir(home.join(name.to_lowercase())).is_ok_and(|mut entries| entries.next().is_some());
    assert!(SURROUNDINGS.iter().any(|name| written(name)), "what the program and WebKit write beside the profile is in this home");
    let places = [stage.profile("Elira"), home, stage.folder().join("server"), stage.log("Elira"), stage.log("server")];
    // What is indexed is indexed in small letters.
    let small: Vec<String> = WORDS.iter().map(|word| word.to_lowercase()).filter(|word| !WORDS.contains(&word.as_str())).collect();
    let words: Vec<&str> = WORDS.iter().copied().chain(small.iter().map(String::as_str)).collect();
    let found: Vec<String> = places.iter().flat_map(|place| leaks(place, &words)).collect();
    assert_eq!(found, Vec::<String>::new(), "nothing of it is on the disk");
    for place in &places {
        plant(place, &words);
        let found = leaks(place, &words).len();
        let planted = if place.is_dir() { 2 * words.len() } else { words.len() };
        assert_eq!(found, planted, "the search finds what is in the clear in {}", place.display());
    }
}

/// A folder for one person alone.
fn folder(path: &Path) -> PathBuf {
    fs::create_dir_all(path).expect("a folder of its own");
    fs::set_permissions(path, fs::Permissions::from_mode(0o700)).expect("a folder for one person");
    path.to_owned()
}

/// Writes the words in the clear: into a folder once as they are and once in UTF-16, each in a file of its own, or behind what a file holds.
fn plant(place: &Path, words: &[&str]) {
    let plain = words.join(" ");
    if place.is_dir() {
        let deep = folder(&place.join("planted/deep"));
        // At an odd place too.
        let wide: Vec<u8> = [0].into_iter().chain(plain.encode_utf16().flat_map(u16::to_le_bytes)).collect();
        fs::write(deep.join("plain"), &plain).expect("planted");
        fs::write(deep.join("wide"), wide).expect("planted");
    } else {
        let mut file = OpenOptions::new().append(true).open(place).expect("a log is there");
        file.write_all(plain.as_bytes()).expect("planted");
    }
}

fn makes_the_office(window: &Window, server: &str) {
    window.click("#way-make");
    window.type_into("#office-name", "Kanarienamt");
    window.type_into("#server", server);
    window.type_into("#person-name", "Kanarienperson");
    chooses_a_passphrase(window);
    window.click("#make");
    window.find("#lock");
}

/// Replaces what stands in a field that saves itself, and saves it; the protocol's clearing tells the page nothing.
fn enters(window: &Window, css: &str, text: &str) {
    window.find(css);
    let script =
        "const e = document.querySelector(arguments[0]); e.focus(); e.value = ''; e.dispatchEvent(new Event('input', { bubbles: true }))";
    window.script(script, &[json!(css)]);
    window.type_into(css, text);
    window.press(&[], "Enter");
}

/// Opens a form, fills in its fields, and sends it off.
fn fills_in(window: &Window, opens: &str, fields: &[(&str, &str)], does: &str) {
    window.click(opens);
    for (css, text) in fields {
        window.type_into(css, text);
    }
    window.click(does);
}

fn fills_in_a_case(window: &Window) {
    let new = [("#case-new-title", "Kanarienerfasst"), ("#case-new-reference", "Kanarienzeichen")];
    fills_in(window, "#new-case", &new, "#case-new-do");
    window.shows("#case-title", "Kanarienerfasst");
    window.click("#rename");
    enters(window, "#edit-title", "Kanarientitel");
    window.shows("#case-title", "Kanarientitel");
    window.click("#edit-facts");
    enters(window, "#edit-reference", "Kanarienaktenzeichen");
    window.shows("#case-reference", "Kanarienaktenzeichen");
    window.type_into("#deadline-label", "Kanarienfrist");
    window.type_into("#deadline-day", "2026-12-01");
    window.click("#deadline-add");
    window.shows(".facts", "Kanarienfrist");
    window.type_into("#tag-new", "Kanarienschlagwort");
    window.click("#tag-add");
    window.shows(".case__labels", "Kanarienschlagwort");
    window.click("#edit-facts");
    let party = [("#party-name", "Kanarienpartei"), ("#party-role", "Kanarienrolle"), ("#party-contact", "Kanarienkontakt")];
    fills_in(window, "#party-add", &party, "#party-save");
    ["Kanarienpartei", "Kanarienrolle", "Kanarienkontakt"].iter().for_each(|word| window.shows(".parties", word));
    fills_in(window, "#new-field", &[("#new-field-name", "Kanarienfeld"), ("#new-field-value", "Kanarienersetzt")], "#new-field-save");
    enters(window, "#field-Kanarienfeld", "Kanarienwert");
    window.shows("#timeline", "Kanarienwert");
}

fn works_on_it(window: &Window) {
    for note in ["Kanariennotiz", "Канариња"] {
        window.type_into("#new-note", note);
        window.click("#note-save");
        window.shows("[data-test=note]", note);
    }
    fills_in(window, "#task", &[("#task-text", "Kanarienaufgabe")], "#task-do");
    window.click("#tab-tasks");
    window.shows("[data-test=task]", "Kanarienaufgabe");
    fills_in(window, "#move-on", &[("#step-note", "Kanarienschritt")], "#step-do");
    window.gone("#step-dialog");
    decides(window, "granted", "Kanariengrund");
    window.click("#tab-decisions");
    window.shows("[data-test=decision]", "Kanariengrund");
    window.click("#tab-summary");
    window.click("#hand-over");
    chooses(window, "#hand-over-to", "");
    window.type_into("#hand-over-note", "Kanarienübergabe");
    window.click("#hand-over-do");
    window.shows("[data-test=note]", "Kanarienübergabe");
    window.shows("#case-panel", "Kanarienschritt");
}

/// Lets a file fall on the window, as the system tells it, and takes it out again.
fn lets_a_file_in_and_out(stage: &Stage, window: &Window) {
    let file = stage.file("Kanarienanhang.txt", "Kanarieninhalt ".repeat(10_000));
    let falls = "says('tauri://drag-drop', { paths: [arguments[0]], position: { x: 0, y: 0 } })";
    window.script(&format!("{DESKTOP}{falls}"), &[json!(file)]);
    window.shows("[data-test=attachment]", "Kanarienanhang.txt");
    window.click("[data-test=attachment-save]");
    window.type_into("#save-reason", "Kanarienverlassen");
    sleep(KEPT);
    window.press(&[], "Escape");
    window.gone("#save-dialog");
    // Where to is asked by a dialog of the system, which no driver reaches: what the window does after it.
    let target = stage.folder().join("Kanarienziel.txt");
    let saves = "const [path, reason, done] = [...arguments]; const call = window.__TAURI_INTERNALS__.invoke; \
        const id = document.querySelector('#case').dataset.case; call('case_get', { request: { case: id } }).then(view => \
        call('attachment_save', { request: { case: id, attachment: view.attachments[0].id, version: null, path, overwrite: false, reason } })) \
        .then(() => done('saved'), error => done(JSON.stringify(error)))";
    assert_eq!(window.script_later(saves, &[json!(target), json!("Kanarienzweck")]), "saved");
    let saved = fs::read_to_string(target).expect("it is where the person said");
    assert!(saved.starts_with("Kanarieninhalt Kanarieninhalt"), "and it is what was attached");
    window.shows("#timeline", "Kanarienzweck");
}

fn searches(window: &Window) {
    window.press(&["Control"], "k");
    window.type_into("#palette-input", "Kanariensuche");
    window.find(".pal__none:not(:empty)");
    window.type_into("#palette-input", "Kanarienpart");
    window.shows("#palette-0", "Kanarientitel");
    window.press(&[], "Escape");
    window.gone("#palette-input");
}

/// Imports a table, and removes one of its cases.
fn brings_cases_in(stage: &Stage, window: &Window) {
    let rows = "Title,Reference,Note,Kanarienspalte\nKanarienzeile,K-1,Kanarienvermerk,Kanarienvermerk\n";
    let table = stage.file("Kanarientabelle.csv", rows);
    goes_to(window, "import");
    window.type_into("#import-path", &table.to_string_lossy());
    window.click("#import-path-do");
    window.find("[data-test=import-report][data-new='1']");
    window.click("#import-do:not([disabled])");
    window.click("#import-to-cases");
    window.shows("#case-list", "Kanarienzeile");
    let opens = "[...document.querySelectorAll('#case-list [role=option]')].find(row => row.innerText.includes('Kanarienzeile')).click()";
    window.script(opens, &[]);
    window.shows("#case-title", "Kanarienzeile");
    window.shows("[data-test=note]", "Kanarienvermerk");
    fills_in(window, "#remove", &[("#remove-reason", "Kanarienentfernung")], "#remove-do");
    window.shows("[data-test=removed]", "Kanarienentfernung");
}

/// Leaves a note, a title and a decision half written, the last in a dialog that is open.
fn leaves_drafts(window: &Window) {
    opens_a_case(window, "Kanarientitel");
    window.type_into("#new-note", "Kanarienentwurf");
    window.click("#rename");
    window.type_into("#edit-title", "Kanarienhalb");
    window.press(&["Control"], "n");
    window.type_into("#case-new-title", "Kanarienneu");
    window.press(&[], "Escape");
    window.gone("#new-case-dialog");
    window.click("#move-on");
    window.type_into("#step-note", "Kanarienzurück");
    sleep(KEPT);
}
