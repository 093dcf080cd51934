//! The areas beside the cases: importing, the office, this computer.

use praesto_tests::Window;

use crate::pen::{Pen, clicks, goes_to, leaves, types, unlocks};

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
    let rows = format!(
        "Title,Reference,Received,Applicant,Note\nBench at the bus stop,BB-{0}-1,2026-11-18,Maja Ilievska,The old one is broken.\n\
         Street lamp at Mill Lane,SL-{0}-2,2026-11-19,Driton Berisha,Out since Monday.\n,SL-{0}-3,2026-11-20,,\n\
         \"Kindergarten place, Marie\",KG-2026-0140,2026-10-19,Marie Lefèvre,\n",
        pen.size
    );
    let table = pen.stage.file("requests.csv", rows);
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
    pen.draws(window, "office");
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
