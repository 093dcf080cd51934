//! The cases: their lists, one of them with its tabs and dialogs, and what can be special about one.

use image::ImageFormat;
use praesto_tests::papers::scanned;
use praesto_tests::{DESKTOP, Window};
use serde_json::json;

use crate::{
    pen::{Pen, clicks, goes_to, goes_to_queue, leaves, opens_case, scrolls_to, turns_the_rail, types, unlocks},
    setting::{CLOSED, CONFLICT, DECIDED, ENROLMENT, FULL, REMOVED, RETITLED, ana_retitles},
};

pub(crate) fn the_list(pen: &Pen<'_>, window: &Window) {
    goes_to_queue(window, "mine", FULL);
    pen.draws(window, "cases");
    clicks(window, "#row-0");
    window.find("#case-title");
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
}

/// What opens over whatever is shown.
pub(crate) fn over_everything(pen: &Pen<'_>, window: &Window) {
    pen.draws_dialog(window, "#search", "palette");
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
    window.press(&[], "F1");
    window.find("#all-keys[open]");
    pen.draws(window, "all-keys");
    leaves(window);
    // As `boot.js` shows it.
    window.script("document.querySelector('#stopped').showModal()", &[]);
    pen.draws(window, "stopped");
    window.script("document.querySelector('#stopped').close()", &[]);
}

pub(crate) fn the_tabs(pen: &Pen<'_>, window: &Window) {
    for (case, tab) in [(FULL, "form"), (FULL, "notes"), (FULL, "tasks"), (DECIDED, "decisions")] {
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
    files(pen, window);
}

/// A case with files, the earlier versions of one of them, and the way out.
fn files(pen: &Pen<'_>, window: &Window) {
    window.press(&["Control"], "k");
    types(window, "#palette-input", "Playground");
    window.shows("#palette-0", "Playground at Rose Hill");
    window.press(&[], "Enter");
    window.shows("#case-title", "Playground at Rose Hill");
    // Where there is no room beside the case, the rail is a drawer.
    turns_the_rail(window);
    clicks(window, "[data-test=attachment-earlier]");
    window.find("[data-test=attachment-version]");
    scrolls_to(window, "[data-test=attachment]:has([data-test=attachment-version])");
    pen.draws(window, "files");
    clicks(window, "[data-test=attachment-look]");
    window.find("#preview-words");
    pen.draws(window, "preview");
    leaves(window);
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
