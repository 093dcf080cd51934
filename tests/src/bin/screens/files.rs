//! The files of a case: beside it, looked at, printed, in another program, and about to be made of pages.

use std::{
    fs,
    path::{Path, PathBuf},
};

use image::ImageFormat;
use praesto_tests::papers::scanned;
use praesto_tests::setting::{CHILD, FILES, PAPERS};
use praesto_tests::{DESKTOP, Window};
use serde_json::json;

use crate::pen::{Pen, clicks, leaves, opens_case, scrolls_to, turns_the_rail, types, unlocks};

/// Opens the first file of the open case elsewhere, as its button does, but starts no program.
const ELSEWHERE: &str = "const done = arguments[0]; \
    const request = { case: document.querySelector('#case').dataset.case, \
        attachment: document.querySelector('[data-attachment]').dataset.attachment, version: null, start: false }; \
    window.__TAURI_INTERNALS__.invoke('file_edit', { request }).then(() => done(true), () => done(false))";

/// Longer than a draft may be: it cannot be kept.
const TOO_LONG: &str = "const e = document.querySelector('#new-note'); e.value = 'Mother works the early shift. '.repeat(150000); \
    e.dispatchEvent(new Event('input', { bubbles: true }))";

/// Files of every kind, shown in place; who looked at the case; a letter on its way to paper.
pub(crate) fn of_a_child(pen: &Pen<'_>, window: &Window) {
    opens_case(window, CHILD);
    turns_the_rail(window);
    let [document, picture, mail, sheet] = PAPERS;
    for (file, shows, screen) in [
        (document, "#preview-picture", "preview"),
        (picture, "#preview-picture", "preview-picture"),
        (mail, "[data-test=mail-subject]", "preview-mail"),
        (sheet, "#preview-words", "preview-sheet"),
    ] {
        clicks(window, &format!("[data-test=attachment-look][title='{file}']"));
        window.find(&format!("#preview-dialog[open] {shows}"));
        is_drawn(window);
        pen.draws(window, screen);
        leaves(window);
    }
    clicks(window, &format!("[data-test=attachment-look][title='{document}']"));
    clicks(window, "#preview-print");
    window.find("#print-file-dialog[open] #print-file-reason");
    is_drawn(window);
    pen.draws(window, "print-file");
    window.press(&[], "Escape");
    window.gone("#print-file-dialog");
    leaves(window);
    pen.draws_dialog(window, "[data-test=letter-print]", "letter-print");
    clicks(window, "#who-looked");
    window.find("[data-test=access]");
    window.script("document.querySelector('[data-test=who-looked]').scrollIntoView({ block: 'end' })", &[]);
    pen.draws(window, "who-looked");
    clicks(window, "#who-looked");
    turns_the_rail(window);
}

/// Waits until a picture in sight is decoded.
fn is_drawn(window: &Window) {
    let script = "const done = arguments[0]; const picture = document.querySelector('#preview-picture'); \
        picture ? picture.decode().then(() => done(true), () => done(false)) : done(true)";
    assert_eq!(window.script_later(script, &[]), json!(true), "the picture can be drawn");
}

/// A case with files, the earlier versions of one of them, and the way out.
pub(crate) fn of_a_playground(pen: &Pen<'_>, window: &Window) {
    opens_by_title(window, FILES);
    // Where there is no room beside the case, the rail is a drawer.
    turns_the_rail(window);
    clicks(window, "[data-test=attachment-earlier]");
    window.find("[data-test=attachment-version]");
    scrolls_to(window, "[data-test=attachment]:has([data-test=attachment-version])");
    pen.draws(window, "files");
    clicks(window, "[data-test=attachment-save]");
    window.find("#save-reason");
    pen.draws(window, "save-outside");
    leaves(window);
    scans(pen, window);
    clicks(window, "[data-test=attachment-change]");
    window.find("#elsewhere-do");
    pen.draws(window, "elsewhere");
    leaves(window);
    turns_the_rail(window);
}

/// Opens a case whose reference is Praesto's own.
fn opens_by_title(window: &Window, title: &str) {
    window.press(&["Control"], "k");
    types(window, "#palette-input", title);
    window.shows("#palette-0", title);
    window.press(&[], "Enter");
    window.shows("#case-title", title);
}

/// Pages that are about to become one file.
fn scans(pen: &Pen<'_>, window: &Window) {
    clicks(window, "#scan");
    window.find("#scan-dialog[open]");
    let page = |name: &str, lines, askew| pen.stage.file(name, scanned(150, lines, askew, None, ImageFormat::Png));
    let files = [page("lease-1.png", 38, 2.4), page("lease-2.png", 21, -1.2)];
    let falls = "says('tauri://drag-drop', { paths: arguments[0], position: { x: 0, y: 0 } })";
    window.script(&format!("{DESKTOP}{falls}"), &[json!(files)]);
    window.find("#scan-stage[aria-busy=false] #scan-picture");
    window.gone("[data-test=scan-page] .st");
    pen.draws(window, "scans");
    // It asks once.
    window.press(&[], "Escape");
    window.find("[data-test=scan-leaving]");
    leaves(window);
}

/// A file that is open in another program, and what is asked at closing: for it, and for words that cannot be kept.
pub(crate) fn a_copy_elsewhere(pen: &Pen<'_>) {
    let window = pen.opens("full");
    unlocks(&window);
    opens_case(&window, CHILD);
    turns_the_rail(&window);
    opens_elsewhere(&window);
    scrolls_to(&window, "[data-test=attachment-elsewhere]");
    pen.draws(&window, "elsewhere-open");
    turns_the_rail(&window);
    closes(&window, "#elsewhere-close-do");
    pen.draws(&window, "elsewhere-close");
    leaves(&window);
    clicks(&window, "#elsewhere-put-back");
    window.gone("#elsewhere");
    window.find("#new-note");
    window.script(TOO_LONG, &[]);
    closes(&window, "#leaving-stay");
    pen.draws(&window, "leaving");
    leaves(&window);
    types(&window, "#new-note", "");
}

/// The program was killed while a file was open in another one.
pub(crate) fn a_copy_after_a_kill(pen: &Pen<'_>) {
    let window = pen.opens("full");
    unlocks(&window);
    opens_by_title(&window, FILES);
    opens_elsewhere(&window);
    let name = window.value("[data-attachment] [data-test=attachment-look]");
    // Where the session has no folder in memory, it is in that of the profile.
    let places = [pen.stage.session(), pen.stage.profile("full")];
    let copy = places.iter().find_map(|place| file_in(place, &name)).expect("a copy is there");
    fs::write(copy, format!("saved at {} %", pen.size)).expect("another program saves");
    window.kill();
    let window = pen.opens("full");
    unlocks(&window);
    window.find("[data-test=elsewhere-found]");
    pen.draws(&window, "elsewhere-found");
    clicks(&window, "[data-test=elsewhere-found-look]");
    window.find("[data-test=attachment-found]");
    turns_the_rail(&window);
    scrolls_to(&window, "[data-test=attachment-found]");
    pen.draws(&window, "elsewhere-found-file");
}

fn opens_elsewhere(window: &Window) {
    window.find("[data-attachment]");
    assert_eq!(window.script_later(ELSEWHERE, &[]), json!(true), "a copy can be opened");
    window.find("#elsewhere[data-files='1']");
}

/// Asks the window to close, as the system does, and waits for what it asks back.
fn closes(window: &Window, asks: &str) {
    window.script(&format!("{DESKTOP}says('tauri://close-requested', null)"), &[]);
    window.find(&format!("dialog[open] {asks}"));
}

/// Where a file of this name is below a folder.
fn file_in(folder: &Path, name: &str) -> Option<PathBuf> {
    let inside = fs::read_dir(folder).ok()?.flatten().map(|entry| entry.path());
    inside.into_iter().find_map(|path| if path.is_dir() { file_in(&path, name) } else { path.ends_with(name).then_some(path) })
}
