//! The areas beside the cases: importing, the office, this computer.

use std::{fmt::Write, time::Duration};

use praesto_tests::Window;
use praesto_tests::setting::{CHILD, a_table, a_type_with_a_slip};

use crate::pen::{Pen, clicks, goes_to, leaves, opens_case, scrolls_to, types, unlocks};

/// Rows of a table that takes its time to be imported.
const ROWS: u32 = 3_000;
/// How long it may take.
const WITHIN: Duration = Duration::from_secs(300);

/// What there is to do.
pub(crate) fn today(pen: &Pen<'_>, window: &Window) {
    window.find("#agenda [data-case]");
    window.find("[data-test=news]");
    pen.draws(window, "today");
}

/// Choosing a source, what would happen, and what happened.
pub(crate) fn an_import(pen: &Pen<'_>, window: &Window) {
    goes_to(window, "import");
    window.find("#import-path");
    pen.draws(window, "import");
    let table = a_table(pen.stage, &pen.size.to_string());
    types(window, "#import-path", &table.to_string_lossy());
    clicks(window, "#import-path-do");
    window.find("[data-test=import-report]");
    pen.draws(window, "import-plan");
    clicks(window, "#import-do:not([disabled])");
    window.find("#import-to-cases");
    pen.draws(window, "import-report");
}

pub(crate) fn the_office(pen: &Pen<'_>, window: &Window) {
    goes_to(window, "office");
    window.find("#people");
    window.find("#own-types [data-type=dog-tax]");
    pen.draws(window, "office");
    scrolls_to(window, "#own-types-title");
    pen.draws(window, "case-types");
    clicks(window, "#invite");
    types(window, "#invite-name", "Teuta Gashi");
    pen.draws(window, "invite");
    clicks(window, "#invite-do");
    window.value("#invite-code");
    pen.draws(window, "invitation");
    leaves(window);
}

pub(crate) fn this_computer(pen: &Pen<'_>, window: &Window) {
    goes_to(window, "computer");
    window.find("#main h1");
    pen.draws(window, "this-computer");
    pen.draws_dialog(window, "#computer-key", "key");
    pen.draws_dialog(window, "#backup-open", "backup");
    clicks(window, "#report");
    window.shows("#report-text", "rows.cases");
    pen.draws(window, "report");
    leaves(window);
}

/// An office that has no server yet.
pub(crate) fn an_office_alone(pen: &Pen<'_>) {
    let window = pen.opens("alone");
    unlocks(&window);
    window.find("[data-test=today-nothing]");
    pen.draws(&window, "today-nothing");
    goes_to(&window, "cases");
    window.find("#nothing-import");
    pen.draws(&window, "no-cases");
    goes_to(&window, "office");
    window.find("[data-test=alone]");
    pen.draws(&window, "office-alone");
    pen.draws_dialog(&window, "#connect", "connect");
    pen.draws_dialog(&window, "#add-type", "add-case-type");
    let pack = a_type_with_a_slip(pen.stage, &format!("slip-{}", pen.size));
    clicks(&window, "#add-type");
    types(&window, "#add-type-path", &pack.to_string_lossy());
    clicks(&window, "#add-type-do");
    scrolls_to(&window, "#type-faults");
    pen.draws(&window, "add-case-type-faults");
    types(&window, "#add-type-path", "");
    leaves(&window);
}

/// An office whose server never answered.
pub(crate) fn an_office_at_a_wrong_address(pen: &Pen<'_>) {
    let window = pen.opens("astray");
    unlocks(&window);
    goes_to(&window, "office");
    window.find("[data-test=unreached]");
    pen.draws(&window, "office-unreached");
}

/// Something untrue came from a colleague's computer.
pub(crate) fn something_untrue(pen: &Pen<'_>) {
    let window = pen.opens("full");
    unlocks(&window);
    window.find("#sync[data-phase=up_to_date]");
    goes_to(&window, "computer");
    window.find("[data-test=set-aside]");
    window.script("document.querySelector('[data-test=finding]').scrollIntoView({ block: 'end' })", &[]);
    pen.draws(&window, "set-aside");
}

/// What goes on for some seconds: an import, and then an act over all that it brought.
pub(crate) fn what_takes_its_time(pen: &Pen<'_>) {
    let mut table = "Title,Reference\n".to_owned();
    for number in 1..=ROWS {
        writeln!(table, "Street lamp {number},SL-{}-{number}", pen.size).expect("a string takes text");
    }
    let table = pen.stage.file("lamps.csv", table);
    let window = pen.opens("astray");
    unlocks(&window);
    goes_to(&window, "import");
    types(&window, "#import-path", &table.to_string_lossy());
    clicks(&window, "#import-path-do");
    clicks(&window, "#import-do:not([disabled])");
    is_under_way(&window, ".import__busy");
    pen.draws(&window, "import-running");
    window.find_within("#import-to-cases", WITHIN);
    goes_to(&window, "cases/mine");
    window.find("#case-list [role=option][data-case]");
    window.script("document.querySelector('#case-list').focus()", &[]);
    window.press(&["Control"], "a");
    clicks(&window, "#bulk-tag");
    types(&window, "#bulk-tag-text", "lamps");
    clicks(&window, "#bulk-tag-do");
    is_under_way(&window, ".marks__run");
    pen.draws(&window, "bulk-running");
    // It may be at its end by now.
    window.script("document.querySelector('[data-test=bulk-stop]')?.click()", &[]);
    window.gone(".marks__run");
}

/// Waits until a bar within this shows that something was done.
fn is_under_way(window: &Window, within: &str) {
    window.find(&format!("{within} [role=progressbar]:not([aria-valuenow='0'])"));
}

/// The server is not reached, and what is written meanwhile waits.
pub(crate) fn without_the_server(pen: &Pen<'_>) {
    let window = pen.opens("full");
    unlocks(&window);
    goes_to(&window, "cases/mine");
    opens_case(&window, CHILD);
    types(&window, "#new-note", "Breza can take Ema from 06:30. I told her mother.");
    clicks(&window, "#note-save");
    window.find("[data-test=not-sent]");
    window.find("#sync[data-phase=offline]");
    pen.draws(&window, "offline-case");
    goes_to(&window, "today");
    window.find("[data-test=today-waiting] li");
    pen.draws(&window, "offline-today");
    goes_to(&window, "computer");
    window.find("#waiting-table");
    pen.draws(&window, "offline-computer");
}
