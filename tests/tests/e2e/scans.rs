//! Pages into one PDF, by keyboard alone: files fall on the dialog, are put in order, made straight, and become one file of the case.

use image::ImageFormat;
use praesto_tests::papers::{fax, picture, scanned};
use praesto_tests::{DESKTOP, Stage, Window};
use serde_json::json;

use crate::people::{makes_a_case, makes_an_office};
use crate::screens::everybody_can_use;

/// Lets files fall on the window, as the system tells it.
fn lets_fall(window: &Window, paths: &[std::path::PathBuf]) {
    let falls = "says('tauri://drag-drop', { paths: arguments[0], position: { x: 0, y: 0 } })";
    window.script(&format!("{DESKTOP}{falls}"), &[json!(paths)]);
}

/// Presses a letter key at the case itself.
fn presses(window: &Window, key: &str) {
    window.script("document.querySelector('#case').focus()", &[]);
    window.press(&[], key);
}

/// Waits until the page that is looked at was read, and says how wide and high its picture is.
fn drawn(window: &Window) -> (u64, u64) {
    window.find("#scan-stage[aria-busy=false] #scan-picture");
    let script = "const done = arguments[arguments.length - 1]; const p = document.querySelector('#scan-picture'); \
        p.decode().then(() => done([p.naturalWidth, p.naturalHeight]), () => done([0, 0]))";
    let size = window.script_later(script, &[]);
    let side = |at: usize| size[at].as_u64().unwrap_or_default();
    assert!(side(0) > 0, "the picture is one that the window can draw");
    (side(0), side(1))
}

#[test]
fn pages_are_put_in_order_straightened_and_filed_by_keyboard() {
    let stage = Stage::set("scans");
    let window = makes_an_office(&stage, "Elira", None);
    makes_a_case(&window, "Rose Hill");
    presses(&window, "g");
    window.find("#scan-dialog[open]");
    everybody_can_use(&window, "pages into one PDF, before there are any");
    let make = |window: &Window| window.press(&["Control"], "Enter");
    make(&window);
    window.shows("[data-test=scan-wrong]", "Add at least one page.");

    let files = [
        stage.file("askew.png", scanned(150, 40, 3.0, None, ImageFormat::Png)),
        stage.file("wide.png", picture(400, 300, ImageFormat::Png)),
        stage.file("letter.txt", "Dear office"),
    ];
    lets_fall(&window, &files);
    window.shows("#scan-state", "1 of 3: askew.png");
    drawn(&window);
    window.shows("#scan-state", "Straightened by");
    everybody_can_use(&window, "pages into one PDF");
    window.press(&[], "e");
    window.shows("#scan-state", "Not straightened");
    window.find("#scan-straighten[aria-pressed=false]");
    window.press(&[], "e");
    window.shows("#scan-state", "Straightened by");

    // What is no picture says so, and is left out.
    window.press(&[], "ArrowDown");
    window.press(&[], "ArrowDown");
    window.shows("#scan-stage", "letter.txt cannot become a page.");
    everybody_can_use(&window, "a file that cannot become a page");
    make(&window);
    window.shows("[data-test=scan-wrong]", "One page cannot be read. Leave it out.");
    window.press(&[], "Delete");
    window.shows("#scan-state", "2 of 2: wide.png");

    let (width, height) = drawn(&window);
    assert!(width > height);
    window.press(&[], "r");
    window.find("#scan-picture[width='300'][height='400']");
    let (width, height) = drawn(&window);
    assert!(width < height, "turned, it stands upright");
    window.press(&["Alt"], "ArrowUp");
    window.shows("#scan-state", "1 of 2: wide.png");

    window.type_into("#scan-name", "Lease");
    make(&window);
    window.gone("#scan-dialog");
    window.shows("[data-test=attachment]", "Lease.pdf");
    assert_eq!(window.count("[data-test=attachment]"), 1, "the pictures themselves stay outside");

    // It is one file of two pages, the turned one first.
    window.script("document.querySelector('[data-test=attachment-look]').focus()", &[]);
    window.press(&[], "Enter");
    window.shows("#preview-page", "Page 1 of 2");
    window.press(&[], "Escape");
    window.gone("#preview-dialog");

    // Left without being made, nothing is added.
    presses(&window, "g");
    lets_fall(&window, &files[..1]);
    window.shows("#scan-state", "1 of 1: askew.png");
    window.press(&[], "Escape");
    window.gone("#scan-dialog");
    assert_eq!(window.count("[data-test=attachment]"), 1);
}

#[test]
fn no_page_is_lost_by_haste_and_no_order_by_one_key() {
    let stage = Stage::set("scans-haste");
    let window = makes_an_office(&stage, "Elira", None);
    makes_a_case(&window, "Rose Hill");
    let files = [
        stage.file("one.png", scanned(150, 40, 3.0, None, ImageFormat::Png)),
        stage.file("two.png", scanned(150, 30, -2.0, None, ImageFormat::Png)),
        stage.file("three.tif", fax(200, 260, &[10, 120, 240])),
    ];
    presses(&window, "g");
    window.find("#scan-dialog[open]");
    lets_fall(&window, &files);
    window.shows("#scan-state", "1 of");
    // One key asks, and whoever goes on is not asked any more.
    window.press(&[], "Escape");
    window.shows("[data-test=scan-leaving]", "not kept");
    window.find("#scan-leave:focus");
    window.press(&[], "ArrowDown");
    window.gone("[data-test=scan-leaving]");
    // A page that is left out takes the focus to the next one.
    window.shows("#scan-state", "2 of 5: two.png");
    window.script("document.querySelector('[data-test=scan-page][aria-current=true]').focus()", &[]);
    window.press(&[], "Delete");
    window.shows("#scan-state", "2 of 4: three.tif");
    window.find("[data-test=scan-page][aria-current=true]:focus");
    window.press(&[], "Escape");
    window.find("[data-test=scan-leaving]");
    window.press(&[], "Escape");
    window.gone("#scan-dialog");
    assert_eq!(window.count("[data-test=attachment]"), 0);

    // Asked for at once, it has the pages of the fax that nobody had counted.
    presses(&window, "g");
    window.find("#scan-dialog[open]");
    lets_fall(&window, &files);
    window.shows("#scan-state", "1 of");
    window.press(&["Control"], "Enter");
    window.gone("#scan-dialog");
    window.shows("[data-test=attachment]", "one.pdf");
    window.script("document.querySelector('[data-test=attachment-look]').focus()", &[]);
    window.press(&[], "Enter");
    window.shows("#preview-page", "Page 1 of 5");
}
