//! From the first start to the first imported case, without a hand on anything but the window.

use praesto_tests::Stage;

use crate::people::{goes_to, makes_an_office, opens_again};

#[test]
fn a_newcomer_gets_from_the_first_start_to_the_first_imported_case() {
    let stage = Stage::set("first-import");
    let long = format!("Lime Avenue {} {}", "e".repeat(240), "very long ".repeat(20));
    let table = stage.file("old cases.csv", format!("Title,Reference,Note\nRose Hill,A-1,The lamp is out\n,A-2,\n{long},A-3,\n"));
    let window = makes_an_office(&stage, "Elira", None);
    window.click("#nothing-import");
    window.type_into("#import-path", &stage.folder().join("nowhere.csv").to_string_lossy());
    window.click("#import-path-do");
    window.find("[data-test=problem][data-code=file_unreadable]");
    window.type_into("#import-path", &table.to_string_lossy());
    window.click("#import-path-do");
    window.find("[data-test=import-report][data-new='2'][data-refused='1']");
    let room = "const [table, title] = ['#fates', '#fates [title^=\"Lime Avenue\"]'].map(css => document.querySelector(css)); \
        return [title.offsetHeight, table.offsetWidth - table.parentElement.clientWidth]";
    let room = window.script(room, &[]);
    let [height, beyond] = [0_usize, 1].map(|at| room[at].as_f64().expect("a size is a number"));
    assert!(height <= 40.0 && beyond <= 0.0, "a long title takes two lines, {height} px, and keeps the table in sight: {beyond} px beyond");
    window.is_accessible("plan of an import");
    window.click("#import-do:not([disabled])");
    window.find("#import-to-cases");
    window.is_accessible("report of an import");
    window.click("#import-to-cases");
    window.shows("#case-list", "Lime Avenue");
    window.click("#case-list [role=option]");
    window.shows("#case-reference", "A-1");
    window.shows("[data-test=note]", "The lamp is out");
    window.kill();

    let window = opens_again(&stage, "Elira");
    goes_to(&window, "cases/team");
    window.shows("#case-list", "Rose Hill");
}
