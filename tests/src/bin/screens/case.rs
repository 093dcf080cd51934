//! The cases: their lists, one of them with its tabs and dialogs, and what can be special about one.

use praesto_tests::Window;
use praesto_tests::setting::{CHILD, CLOSED, CONFLICT, CONTESTED, DECIDED, ENROLMENT, FULL, REMOVED, RETITLED, ana_retitles};

use crate::pen::{Pen, chooses, clicks, goes_to, goes_to_queue, leaves, opens_case, scrolls_to, types, unlocks};

pub(crate) fn the_list(pen: &Pen<'_>, window: &Window) {
    goes_to_queue(window, "mine", FULL);
    pen.draws(window, "cases");
    opens_case(window, CHILD);
    window.find("[data-test=attachment-letter]");
    pen.draws(window, "case");
    many(pen, window);
}

/// A list that is narrowed and saved under a name, cases that are marked, and what can be done to them.
fn many(pen: &Pen<'_>, window: &Window) {
    goes_to(window, "cases/team?status=new&who=nobody");
    window.find("[data-test=filter-who]");
    pen.draws(window, "narrowed");
    pen.draws_dialog(window, "#filter-open", "filter");
    pen.draws_dialog(window, "#list-keep", "list-keep");
    goes_to(window, "cases/team");
    window.gone("[data-test=filter-who]");
    window.find("#list-out:enabled");
    pen.draws_dialog(window, "#list-out", "list-out");
    for row in 0..3 {
        clicks(window, &format!("#row-{row} [data-test=mark]"));
        window.find(&format!("#row-{row}.marked"));
    }
    pen.draws(window, "marked");
    for (opens, screen) in [("#bulk-assign", "bulk-assign"), ("#bulk-tag", "bulk-tag"), ("#bulk-status", "bulk-status")] {
        pen.draws_dialog(window, opens, screen);
    }
    clicks(window, "#bulk-unmark");
    window.gone("[data-test=marks]");
    // Its decisions contradict each other, so it is left as it is.
    goes_to_queue(window, "conflict", CONFLICT);
    clicks(window, "#row-0 [data-test=mark]");
    window.find("#row-0.marked");
    clicks(window, "#bulk-status");
    chooses(window, "#bulk-status-to", "waiting");
    clicks(window, "#bulk-status-do");
    window.gone("#bulk-status-dialog");
    pen.draws_dialog(window, "#bulk-left-look", "bulk-left");
    clicks(window, "#bulk-unmark");
    window.gone("[data-test=marks]");
}

/// What opens over whatever is shown.
pub(crate) fn over_everything(pen: &Pen<'_>, window: &Window) {
    pen.draws_dialog(window, "#search", "palette");
    for (words, shows, screen) in
        [("Yankulova", "[data-test=palette-cases]", "palette-spelling"), ("Playgruond", "[data-test=palette-similar]", "palette-similar")]
    {
        clicks(window, "#search");
        types(window, "#palette-input", words);
        window.find(shows);
        pen.draws(window, screen);
        leaves(window);
    }
    pen.draws_dialog(window, "#settings", "settings");
    for (opens, dialog, screen) in [("#set-proxy", "#proxy-dialog[open]", "proxy"), ("#set-own-keys", "#own-keys-dialog[open]", "own-keys")]
    {
        clicks(window, "#settings");
        clicks(window, opens);
        window.find(dialog);
        pen.draws(window, screen);
        leaves(window);
    }
    pen.draws_dialog(window, "#new-case", "new-case");
    a_case_that_is_here_already(pen, window);
    window.press(&[], "F1");
    window.find("#all-keys[open]");
    pen.draws(window, "all-keys");
    leaves(window);
    // As `boot.js` shows it.
    window.script("document.querySelector('#stopped').showModal()", &[]);
    pen.draws(window, "stopped");
    window.script("document.querySelector('#stopped').close()", &[]);
}

/// A child is about to be enrolled a second time, in another spelling.
fn a_case_that_is_here_already(pen: &Pen<'_>, window: &Window) {
    clicks(window, "#new-case");
    chooses(window, "#case-new-type", "kindergarten-enrolment");
    types(window, "#case-new-title", "Ema Yankulova");
    types(window, "#case-new-field-child-name", "Ema Yankulova");
    types(window, "#case-new-field-child-born", "14.3.2023");
    window.find("#new-case-dialog [data-test=alike]");
    scrolls_to(window, "#case-new-title");
    pen.draws(window, "new-case-alike");
    clicks(window, "#new-case-dialog [data-test=draft-discard]");
    leaves(window);
}

pub(crate) fn the_tabs(pen: &Pen<'_>, window: &Window) {
    for (case, tab) in [(CHILD, "form"), (CHILD, "notes"), (FULL, "tasks"), (DECIDED, "decisions")] {
        opens_case(window, case);
        clicks(window, &format!("#tab-{tab}"));
        window.find(&format!("#tab-{tab}[aria-selected=true]"));
        pen.draws(window, tab);
    }
}

pub(crate) fn the_dialogs(pen: &Pen<'_>, window: &Window) {
    opens_case(window, FULL);
    for asks in ["decide", "move-on", "hand-over", "task", "remove"] {
        pen.draws_dialog(window, &format!("#{asks}"), asks);
    }
    window.script("document.querySelector('#case').focus()", &[]);
    window.press(&[], "e");
    window.find("#out-dialog[open]");
    pen.draws(window, "out");
    leaves(window);
    window.gone("#out-dialog");
    opens_case(window, ENROLMENT);
    pen.draws(window, "enrolment");
    pen.draws_dialog(window, "#sign", "sign");
    clicks(window, "#letter");
    window.find("#letter-text");
    pen.draws(window, "letter");
    leaves(window);
    window.gone("#letter-dialog");
}

/// Ana gives the case another title while one is typed here.
pub(crate) fn a_draft_beside_a_newer_title(pen: &Pen<'_>, window: &Window) {
    opens_case(window, RETITLED);
    let stood = window.text("#case-title");
    clicks(window, "#rename");
    types(window, "#edit-title", "Noise complaint, Mill Lane 4 and 6");
    let case = window.script("return document.querySelector('#case').dataset.case", &[]);
    ana_retitles(pen.stage, &case, "Noise at night, Mill Lane 4");
    window.find("[data-test=draft-apart]");
    pen.draws(window, "draft-apart");
    types(window, "#edit-title", &stood);
    window.press(&[], "Enter");
    window.gone("#edit-title");
    window.shows("#case-title", &stood);
    clicks(window, "[data-test=toast] button:last-of-type");
    window.gone("[data-test=toast]");
}

pub(crate) fn what_is_special(pen: &Pen<'_>, window: &Window) {
    goes_to_queue(window, "conflict", CONFLICT);
    clicks(window, "#row-0");
    clicks(window, "#tab-conflicts");
    window.find("[data-test=conflict]");
    pen.draws(window, "conflict");
    goes_to_queue(window, "closed", CLOSED);
    clicks(window, "#row-0");
    window.find("[data-test=changed-late]");
    pen.draws(window, "closed");
    goes_to_queue(window, "removed", REMOVED[0].0);
    pen.draws(window, "removed");
    clicks(window, "#row-0");
    window.find("[data-test=removed]");
    pen.draws(window, "removed-case");
    goes_to_queue(window, "conflict", CONFLICT);
    opens_case(window, CONTESTED);
    clicks(window, "#tab-conflicts");
    window.find("[data-test=conflict-removal]");
    pen.draws(window, "contested");
}

/// A colleague removed so many cases at once that this person is asked.
pub(crate) fn many_removals(pen: &Pen<'_>) {
    let window = pen.opens("full");
    unlocks(&window);
    goes_to(&window, "cases/removed");
    window.find("[data-test=removals-asked]");
    pen.draws(&window, "removals-asked");
}

/// A colleague handed some cases over.
pub(crate) fn what_is_handed_over(pen: &Pen<'_>) {
    let window = pen.opens("full");
    unlocks(&window);
    goes_to(&window, "cases/mine");
    window.find("[data-test=handed-to-me]");
    pen.draws(&window, "handed-to-me");
    pen.draws_dialog(&window, "#hand-over-all", "hand-over-all");
    clicks(&window, "#hand-over-look");
    window.find("[data-test=handed-row]");
    pen.draws(&window, "handed-over");
    pen.draws_dialog(&window, "[data-test=give-back]", "give-back");
    clicks(&window, "#handed-0");
    window.find("[data-test=handed-over]");
    pen.draws(&window, "handed-case");
}
