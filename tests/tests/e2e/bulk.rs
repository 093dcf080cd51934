//! Many cases at once, by keyboard (what folds out is chosen as in every journey): three are marked and assigned, and that is taken back; a list is
//! narrowed, saved under a name, found in the palette, and is still narrowed after a reload.

use praesto_tests::{PASSPHRASE, Stage, Window, furnish};
use serde_json::json;

use crate::people::{chooses, goes_to, tries_to_unlock};
use crate::screens::everybody_can_use;

/// How many rows say that they are marked.
fn marked(window: &Window) -> usize {
    window.count("#case-list [role=option][aria-selected=true]")
}

/// How many cases the list holds.
fn total(window: &Window) -> u64 {
    let size = "return Number(document.querySelector('#case-list [role=option]')?.getAttribute('aria-setsize') ?? 0)";
    window.script(size, &[]).as_u64().expect("a size is a number")
}

/// Where the first title begins, in pixels; nothing lies over it.
fn title_begins(window: &Window) -> f64 {
    let free = "const mark = document.querySelector('#row-0 .mk').getBoundingClientRect(); const words = document.createRange(); \
        words.selectNodeContents(document.querySelector('#row-0 .a')); const from = words.getBoundingClientRect().left; return [from, mark.right]";
    let places = window.script(free, &[]);
    let [from, mark] = [0_usize, 1].map(|at| places[at].as_f64().expect("a place is a number"));
    assert!(mark <= from, "the mark has a place of its own: it ends at {mark}, and the title begins at {from}");
    from
}

fn focuses(window: &Window, css: &str) {
    window.find(css);
    window.script("document.querySelector(arguments[0]).focus()", &[json!(css)]);
}

#[test]
fn three_cases_are_assigned_and_taken_back_and_a_list_is_narrowed_and_saved() {
    let stage = Stage::set("bulk");
    let _server = furnish(&stage);
    let window = stage.window("full");
    tries_to_unlock(&window, PASSPHRASE);
    goes_to(&window, "cases/team");
    window.find("#queue-team[aria-pressed=true]");
    window.find("#case-list[aria-multiselectable=true] [role=option][data-case]");

    // Marks three: one by its letter, two by going on.
    focuses(&window, "#case-list");
    window.press(&[], "ArrowDown");
    window.find("#row-0.here");
    assert_eq!(marked(&window), 0, "the row that one comes to is not marked");
    let before = title_begins(&window);
    window.press(&[], "x");
    window.find("#row-0.marked[aria-selected=true]");
    assert_eq!(title_begins(&window), before, "no title moves when rows are marked");
    focuses(&window, "#case-list");
    window.press(&["Shift"], "ArrowDown");
    window.find("#row-1.marked");
    focuses(&window, "#case-list");
    window.press(&["Shift"], "ArrowDown");
    window.find("#row-2.marked");
    window.shows("#marks-count", "3 marked");
    assert_eq!(window.count("#case-title"), 0, "marking opens no case");
    everybody_can_use(&window, "three marked cases");

    // Assigns them to nobody, which the list says of each.
    window.press(&[], "h");
    window.find("#bulk-assign-dialog[open]");
    window.stands_at("#bulk-assign-to");
    everybody_can_use(&window, "assigning marked cases");
    chooses(&window, "#bulk-assign-to", "");
    window.press(&["Control"], "Enter");
    window.gone("#bulk-assign-dialog");
    window.shows("[data-test=toast]", "3 cases were handed back.");
    window.gone("[data-test=marks]");
    everybody_can_use(&window, "what was done to marked cases");
    window.press(&["Control"], "z");
    window.shows("[data-test=toast]", "Taken back in 3 cases.");

    // The whole list, read or not; Escape lets go of it and leaves the case open.
    focuses(&window, "#case-list");
    window.press(&[], "Enter");
    window.find("#case-title");
    focuses(&window, "#case-list");
    window.press(&["Control"], "a");
    let all = total(&window);
    window.shows("#marks-count", &format!("{all} marked"));
    window.press(&[], "Escape");
    window.gone("[data-test=marks]");
    assert_eq!(marked(&window), 0);
    window.find("#case-title");

    // Narrows the list to what waits, saves it, and finds it again.
    focuses(&window, "#case");
    window.press(&[], "f");
    window.find("#filter-dialog[open]");
    window.stands_at("#filter-type");
    everybody_can_use(&window, "narrowing a list");
    window.type_into("#filter-due", "many");
    window.press(&["Control"], "Enter");
    window.find("#filter-due[aria-invalid=true]");
    everybody_can_use(&window, "narrowing a list, with a number missing");
    window.type_into("#filter-due", "3650");
    chooses(&window, "#filter-status", "in_review");
    window.press(&["Control"], "Enter");
    window.gone("#filter-dialog");
    window.find("[data-test=filter-status]");
    window.find("[data-test=filter-due]");
    window.find("#case-list [role=option][data-case], [data-test=list-empty]");
    everybody_can_use(&window, "a narrowed list");
    focuses(&window, "#list-keep");
    window.press(&[], "Enter");
    window.find("#list-dialog[open]");
    window.type_into("#list-name", "Се разгледува");
    everybody_can_use(&window, "saving a list");
    window.press(&["Control"], "Enter");
    window.gone("#list-dialog");
    window.find("[data-test=kept-list][aria-pressed=true]");

    goes_to(&window, "cases/mine");
    window.gone("[data-test=filter-status]");
    window.find("[data-test=kept-list][aria-pressed=false]");
    window.press(&["Control"], "k");
    window.type_into("#palette-input", "разгл");
    window.shows("#palette-list", "Се разгледува");
    window.press(&[], "Enter");
    window.find("[data-test=kept-list][aria-pressed=true]");
    window.find("#queue-team[aria-pressed=true]");

    // A reload finds the window where it stood.
    window.script("location.reload()", &[]);
    window.find("[data-test=filter-status]");
    window.find("[data-test=filter-due]");
    window.find("[data-test=kept-list][aria-pressed=true]");
    focuses(&window, "[data-test=filter-status]");
    window.press(&[], "Enter");
    window.gone("[data-test=filter-status]");
    window.stands_at("#filter-open");

    // Letting go of a list is taken back from its message.
    goes_to(&window, "cases/mine");
    window.press(&["Control"], "k");
    window.type_into("#palette-input", "разгл");
    window.shows("#palette-list", "Се разгледува");
    window.press(&[], "Enter");
    focuses(&window, "#list-forget");
    window.press(&[], "Enter");
    window.gone("[data-test=kept-list]");
    focuses(&window, "[data-test=toast-undo]");
    window.press(&[], "Enter");
    window.find("[data-test=kept-list][aria-pressed=true]");
}
