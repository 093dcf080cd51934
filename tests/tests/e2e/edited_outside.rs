//! A file of a case in another program, by keyboard: warned once, saved there, put back; and the same with the program killed while it is open.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, Instant};

use praesto_tests::{DESKTOP, Stage, Window, leaks};
use serde_json::json;

use crate::people::{PASSPHRASE, fills_in_an_office, goes_to, makes_a_case, tries_to_unlock};
use crate::screens::everybody_can_use;

/// Longer than a save has to rest, by far.
const PATIENCE: Duration = Duration::from_secs(30);

/// Enlarges the page as the setting does, and says whether the button that puts files back is in sight then.
const IN_SIGHT: &str = "const [percent, done] = [...arguments]; \
    window.__TAURI_INTERNALS__.invoke('plugin:webview|set_webview_zoom', { label: 'main', value: percent / 100 }).then(() => setTimeout(() => { \
        const b = document.querySelector('#elsewhere-put-back').getBoundingClientRect(); \
        done(b.width > 0 && b.left >= 0 && b.right <= innerWidth + 1 && b.top >= 0 && b.bottom <= innerHeight + 1); }, 1000), () => done('refused'))";

/// A person's surroundings: the program that opens files notes which, and saves nothing by itself.
struct Desk {
    stage: Stage,
    opened: PathBuf,
    runtime: PathBuf,
    path: String,
}

impl Desk {
    fn set(name: &str) -> Self {
        let stage = Stage::set(name);
        let bin = stage.folder().join("bin");
        fs::create_dir(&bin).expect("a folder for programs");
        let opened = stage.folder().join("opened");
        let program = bin.join("xdg-open");
        fs::write(&program, format!("#!/bin/sh\nprintf '%s\\n' \"$1\" >> '{}'\n", opened.display())).expect("a program");
        fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).expect("it can be started");
        let runtime = stage.session();
        let path = format!("{}:{}", bin.display(), std::env::var("PATH").unwrap_or_default());
        Self { stage, opened, runtime, path }
    }

    fn window(&self) -> Window {
        let runtime = self.runtime.to_string_lossy().into_owned();
        self.stage.window_with("Elira", &[("PATH", &self.path), ("XDG_RUNTIME_DIR", &runtime)])
    }

    /// Where the copy is that was opened last, once there were so many.
    fn copy(&self, times: usize) -> PathBuf {
        let began = Instant::now();
        loop {
            let opened = fs::read_to_string(&self.opened).unwrap_or_default();
            let lines: Vec<&str> = opened.lines().collect();
            if let Some(path) = lines.last().filter(|_| lines.len() == times) {
                return PathBuf::from(path);
            }
            assert!(began.elapsed() < PATIENCE && lines.len() < times, "it is opened {times} times: {lines:?}");
            sleep(Duration::from_millis(50));
        }
    }

    /// Where these words are in the clear: in the profile and in the folder of the session.
    fn in_the_clear(&self, words: &[&str]) -> Vec<String> {
        [self.stage.profile("Elira"), self.runtime.clone()].iter().flat_map(|place| leaks(place, words)).collect()
    }
}

/// A case with a letter, in an office of one.
fn with_a_letter(desk: &Desk) -> Window {
    let window = fills_in_an_office(desk.window(), "Elira", None);
    makes_a_case(&window, "Rose Hill");
    let letter = desk.stage.file("letter.txt", "the letter");
    let falls = "says('tauri://drag-drop', { paths: [arguments[0]], position: { x: 0, y: 0 } })";
    window.script(&format!("{DESKTOP}{falls}"), &[json!(letter)]);
    window.shows("[data-test=attachment]", "letter.txt");
    window
}

fn gone(path: &Path) {
    let began = Instant::now();
    while path.exists() {
        assert!(began.elapsed() < PATIENCE, "{} is wiped", path.display());
        sleep(Duration::from_millis(50));
    }
}

#[test]
fn a_file_is_changed_in_another_program_by_keyboard_and_put_back() {
    let desk = Desk::set("elsewhere");
    let window = with_a_letter(&desk);
    window.script("document.querySelector('[data-test=attachment-look]').focus()", &[]);
    window.press(&[], "c");
    window.stands_at("#elsewhere-dialog #elsewhere-do");
    everybody_can_use(&window, "what a file in another program means");
    window.press(&[], "Enter");
    window.gone("#elsewhere-dialog");
    let copy = desk.copy(1);
    window.find("#elsewhere[data-files='1']");
    window.find("[data-test=attachment-elsewhere]");
    everybody_can_use(&window, "a file that is open in another program");
    assert_eq!(desk.in_the_clear(&["the letter"]).len(), 1, "the open copy is excepted, and nothing else is in the clear");

    fs::write(&copy, "saved elsewhere").expect("saved");
    window.find("[data-test=attachment-earlier]");
    // Enlarged to 200 % it is as narrow as a tablet, and to 400 % as a telephone.
    for percent in [200, 400, 100] {
        assert_eq!(window.script_later(IN_SIGHT, &[json!(percent)]), json!(true), "the way back is in sight at {percent} %");
    }
    window.press(&["Shift"], "C");
    window.gone("#elsewhere");
    gone(&copy);
    assert_eq!(desk.in_the_clear(&["the letter", "saved elsewhere"]), Vec::<String>::new());

    // Warned once, it opens at once; closing asks one question.
    window.script("document.querySelector('[data-test=attachment-look]').focus()", &[]);
    window.press(&[], "c");
    let copy = desk.copy(2);
    window.find("#elsewhere");
    fs::write(&copy, "saved before closing").expect("saved");
    window.script(&format!("{DESKTOP}says('tauri://close-requested', null)"), &[]);
    window.stands_at("#elsewhere-close-dialog #elsewhere-close-do");
    everybody_can_use(&window, "closing while a file is open in another program");
    window.press(&[], "Enter");
    window.has_ended();
    gone(&copy);
    let window = opens_again(&desk);
    window.click("#case-list [role=option]");
    window.find("[data-test=attachment-earlier]");
    window.shows("[data-test=attachment-earlier]", "2");
}

#[test]
fn a_program_that_is_killed_while_a_file_is_open_finds_it_and_asks() {
    let desk = Desk::set("elsewhere-killed");
    let window = with_a_letter(&desk);
    window.press(&[], "c");
    window.click("#elsewhere-do");
    let copy = desk.copy(1);
    window.find("#elsewhere");
    fs::write(&copy, "half of a sent").expect("saved");
    window.kill();
    assert!(copy.exists(), "a kill wipes nothing");

    let window = opens_again(&desk);
    window.find("[data-test=elsewhere-found]");
    gone(&copy);
    assert_eq!(desk.in_the_clear(&["the letter", "half of a sent"]), Vec::<String>::new());
    window.click("[data-test=elsewhere-found-look]");
    window.find("[data-test=attachment-found]");
    everybody_can_use(&window, "a file that was found after an interruption");
    assert_eq!((window.count("[data-test=attachment]"), window.count("[data-test=attachment-earlier]")), (2, 0));
    window.click("[data-test=found-take]");
    window.gone("[data-test=attachment-found]");
    window.find("[data-test=attachment-earlier]");
    assert_eq!(window.count("[data-test=attachment]"), 1);
}

#[test]
fn a_window_can_be_closed_though_another_program_holds_the_file() {
    let desk = Desk::set("elsewhere-held");
    let window = with_a_letter(&desk);
    window.press(&[], "c");
    window.click("#elsewhere-do");
    let copy = desk.copy(1);
    window.find("#elsewhere");
    let held = fs::OpenOptions::new().write(true).open(&copy).expect("it opens");
    held.lock().expect("nobody else holds it");
    fs::write(&copy, "still being written").expect("written");
    // Refused, it can be asked for again at once.
    window.press(&["Shift"], "C");
    window.find(".toast--danger");
    window.find("#elsewhere-put-back:enabled");
    window.script(&format!("{DESKTOP}says('tauri://close-requested', null)"), &[]);
    window.find("#elsewhere-close-dialog #elsewhere-close-do:focus");
    window.press(&[], "Enter");
    window.find("#elsewhere-close-all-the-same");
    everybody_can_use(&window, "closing while another program holds a file");
    window.click("#elsewhere-close-all-the-same");
    window.has_ended();
    gone(&copy);
    let window = opens_again(&desk);
    window.click("#case-list [role=option]");
    window.find("[data-test=attachment-found]");
    assert_eq!(window.count("[data-test=attachment-earlier]"), 0, "what may be half of something is not on top");
}

#[test]
fn a_session_that_ends_has_what_was_saved_sealed_and_leaves_nothing_outside() {
    let desk = Desk::set("elsewhere-session");
    let window = with_a_letter(&desk);
    window.press(&[], "c");
    window.click("#elsewhere-do");
    let copy = desk.copy(1);
    window.find("#elsewhere");
    fs::write(&copy, "saved just before").expect("saved");
    window.is_asked_to_end();
    assert!(!copy.exists(), "it is wiped before the program ends");
    assert_eq!(desk.in_the_clear(&["the letter", "saved just before"]), Vec::<String>::new());
    let window = opens_again(&desk);
    window.click("#case-list [role=option]");
    window.find("[data-test=attachment-earlier]");
    assert_eq!(window.count("[data-test=attachment]"), 1, "it is a version, and nothing that was found");
}

fn opens_again(desk: &Desk) -> Window {
    let window = desk.window();
    tries_to_unlock(&window, PASSPHRASE);
    window.find("#lock");
    goes_to(&window, "cases");
    window.find("#queue-mine");
    window
}
