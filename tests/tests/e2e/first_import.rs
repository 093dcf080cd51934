//! From the first start to the first imported case, without a hand on anything but the window.

use praesto_tests::Stage;

use crate::people::{goes_to, makes_an_office, opens_again};

#[test]
fn a_newcomer_gets_from_the_first_start_to_the_first_imported_case() {
    let stage = Stage::set("first-import");
    let table = stage.file("old cases.csv", "Title,Reference,Note\nRose Hill,A-1,The lamp is out\n,A-2,\nLime Avenue,A-3,\n");
    let window = makes_an_office(&stage, "Elira", None);
    window.click("#nothing-import");
    window.type_into("#import-path", &stage.folder().join("nowhere.csv").to_string_lossy());
    window.click("#import-path-do");
    window.find("[data-test=problem][data-code=file_unreadable]");
    window.type_into("#import-path", &table.to_string_lossy());
    window.click("#import-path-do");
    window.find("[data-test=import-report][data-new='2'][data-refused='1']");
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
