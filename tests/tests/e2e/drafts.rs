//! Nothing typed is lost: what is not saved yet comes back in its field, after whatever ended the window.

use std::{thread::sleep, time::Duration};

use praesto_tests::{DESKTOP, Stage, Window};
use serde_json::json;

use crate::people::{
    PASSPHRASE, chooses, decides, goes_to, locks, makes_a_case, makes_an_office, opens_again, stands_at, takes_step, tries_to_unlock,
};

/// How long it takes at most until what was typed is kept: the promise itself, so nothing is waited for.
const KEPT: Duration = Duration::from_secs(1);
const NOTE: &str = "The lamp at the corner is out since Mon";

/// Puts a text into a field at once, as pasting does.
fn pastes(window: &Window, css: &str, text: &str) {
    window.find(css);
    let script = "const e = document.querySelector(arguments[0]); e.focus(); e.value = arguments[1]; e.dispatchEvent(new Event('input', { bubbles: true }))";
    window.script(script, &[json!(css), json!(text)]);
}

/// Whether what went wrong is said within the part of the page that is seen, and the field beside it has the focus.
fn is_told_at(window: &Window, field: &str) {
    window.find(&format!("#{field}[aria-invalid=true]"));
    window.find(&format!("#{field}-wrong[data-test=problem][data-code=invalid_input]"));
    let script = "const p = document.getElementById(arguments[0] + '-wrong').getBoundingClientRect(); \
        return [document.activeElement.id, p.top >= 0 && p.bottom <= innerHeight && p.height > 0]";
    let told = window.script(script, &[json!(field)]);
    assert_eq!(told, json!([field, true]), "the refusal is beside its field, in view, and the focus is there");
}

#[test]
fn an_unfinished_note_survives_the_end_of_the_program_and_a_lock() {
    let stage = Stage::set("drafts");
    let window = makes_an_office(&stage, "Elira", None);
    makes_a_case(&window, "Lime Avenue");
    window.type_into("#new-note", NOTE);
    sleep(KEPT);
    window.kill();

    let window = opens_again(&stage, "Elira");
    window.click("#case-list [role=option]");
    assert_eq!(window.value("#new-note"), NOTE);
    window.find("[data-test=draft]");
    window.is_accessible("case with a draft");
    window.click("#new-note");
    window.press(&[], "Escape");
    locks(&window);
    tries_to_unlock(&window, PASSPHRASE);
    assert_eq!(window.value("#new-note"), NOTE, "a lock takes nothing either");
    assert_eq!(window.count("[data-test=note]"), 0, "neither the lock nor Esc made a note of it");

    window.click("#note-save");
    window.shows("[data-test=note]", NOTE);
    window.gone("[data-test=draft]");
    window.kill();
    let window = opens_again(&stage, "Elira");
    window.click("#case-list [role=option]");
    window.shows("[data-test=note]", NOTE);
    assert_eq!(window.script("return document.querySelector('#new-note').value", &[]), "", "what was saved is no draft any more");
}

#[test]
fn what_is_typed_as_the_window_is_closed_is_kept() {
    let stage = Stage::set("closing");
    let window = makes_an_office(&stage, "Elira", None);
    makes_a_case(&window, "Lime Avenue");
    window.find("#new-note");
    // What the desktop calls where somebody closes the window, before the last key of a busy computer arrives.
    let script = "const field = document.querySelector('#new-note'); field.focus(); \
        const types = (text) => { \
            field.dispatchEvent(new KeyboardEvent('keydown', { key: text.at(-1), bubbles: true })); \
            field.value = text; \
            field.dispatchEvent(new Event('input', { bubbles: true })); \
        }; \
        types(arguments[0].slice(0, -2)); \
        setTimeout(() => types(arguments[0].slice(0, -1)), 100); \
        setTimeout(() => types(arguments[0]), 200); \
        says('tauri://close-requested', null)";
    window.script(&format!("{DESKTOP}{script}"), &[json!(NOTE)]);
    window.has_ended();

    let window = opens_again(&stage, "Elira");
    window.click("#case-list [role=option]");
    assert_eq!(window.value("#new-note"), NOTE);
}

#[test]
fn what_is_refused_stays_in_its_field_and_says_why_there() {
    let stage = Stage::set("refused");
    let window = makes_an_office(&stage, "Elira", None);
    makes_a_case(&window, "Lime Avenue");
    let long = "A long note. ".repeat(20_000);
    pastes(&window, "#new-note", &long);
    window.click("#note-save");
    is_told_at(&window, "new-note");
    let held = window.script("return document.querySelector('#new-note').value.length", &[]);
    assert_eq!(held, json!(long.len()), "not a word of it is gone");
    window.click("[data-test=draft-discard]");
    window.gone("[data-test=draft]");
    window.gone("[data-test=problem]");

    window.click("#rename");
    window.find("#edit-title");
    pastes(&window, "#edit-title", &"Lime Avenue ".repeat(200));
    window.press(&[], "Enter");
    is_told_at(&window, "edit-title");
    window.is_accessible("case with a refused title");
    window.press(&[], "Escape");
    window.gone("#edit-title");
    window.shows("#case-title", "Lime Avenue");
}

/// Looks into another window: the field loses the focus and stays the one that keys would go to.
fn looks_away(window: &Window, field: &str) {
    window.script("document.getElementById(arguments[0]).dispatchEvent(new FocusEvent('blur'))", &[json!(field)]);
}

#[test]
fn a_half_typed_title_is_kept_and_not_saved_when_one_looks_into_another_window() {
    let stage = Stage::set("looks-away");
    let window = makes_an_office(&stage, "Elira", None);
    makes_a_case(&window, "Lime Avenue");
    window.click("#rename");
    pastes(&window, "#edit-title", "Lime");
    looks_away(&window, "edit-title");
    sleep(KEPT);
    window.shows("#case-title", "Lime Avenue");
    assert_eq!(window.value("#edit-title"), "Lime");
    window.kill();

    // Found again, it waits for a person's word: nobody knows any more what it was typed over.
    let window = opens_again(&stage, "Elira");
    window.click("#case-list [role=option]");
    assert_eq!(window.value("#edit-title"), "Lime");
    window.shows("[data-test=draft-apart]", "Lime Avenue");
    window.is_accessible("case with a draft of its title");
    window.click("#edit-title");
    window.click("#edit-facts");
    sleep(KEPT);
    window.shows("#case-title", "Lime Avenue");
    window.click("[data-test=draft-save]");
    window.gone("#edit-title");
    assert_eq!(window.text("#case-title"), "Lime");

    // What is left for another part of the window is saved.
    window.click("#rename");
    window.find("#edit-title");
    pastes(&window, "#edit-title", "Lime Hill");
    window.click("#edit-facts");
    window.shows("#case-title", "Lime Hill");
    window.gone("#edit-title");
}

#[test]
fn what_is_typed_during_a_save_stays_in_the_field_and_goes_on_from_what_was_saved() {
    let stage = Stage::set("types-on");
    let window = makes_an_office(&stage, "Elira", None);
    makes_a_case(&window, "Lime Avenue");
    window.click("#rename");
    window.find("#edit-title");
    let script = "const e = document.getElementById('edit-title'); e.focus(); \
        const types = text => { e.value = text; e.dispatchEvent(new Event('input', { bubbles: true })) }; \
        types('Rose Hill'); e.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true })); types('Rose Hill N')";
    window.script(script, &[]);
    window.shows("#case-title", "Rose Hill");
    assert_eq!(window.value("#edit-title"), "Rose Hill N", "not a letter of it acted as a key");
    window.press(&[], "Escape");
    window.gone("#edit-title");
    sleep(KEPT);
    assert_eq!(window.text("#case-title"), "Rose Hill");
    window.kill();

    let window = opens_again(&stage, "Elira");
    window.click("#case-list [role=option]");
    window.shows("#case-title", "Rose Hill");
    assert_eq!(window.count("#edit-title"), 0, "what was given up is no draft");
}

#[test]
fn ctrl_z_takes_back_the_change_where_the_field_has_nothing_of_its_own_to_take_back() {
    let stage = Stage::set("ctrl-z");
    let window = makes_an_office(&stage, "Elira", None);
    makes_a_case(&window, "Lime Avenue");
    takes_step(&window, "wait");
    stands_at(&window, "waiting");
    window.find("[data-test=toast]");
    window.press(&["Control"], "z");
    stands_at(&window, "new");

    window.click("#edit-facts");
    let before = window.value("#edit-reference");
    pastes(&window, "#edit-reference", "R-17");
    window.press(&["Control"], "z");
    window.press(&[], "Enter");
    window.shows("#case-reference", "R-17");
    window.shows("#timeline", &format!("Reference: R-17 (before: {before})"));
    window.press(&["Control"], "z");
    window.shows("#case-reference", &before);
    window.shows("#timeline", &format!("Reference: {before} (before: R-17)"));
    window.shows("[data-test=toast]", "The last change to “Lime Avenue” was taken back.");
}

#[test]
fn a_dialog_that_is_left_keeps_what_was_typed() {
    let stage = Stage::set("left-dialog");
    let window = makes_an_office(&stage, "Elira", None);
    makes_a_case(&window, "Lime Avenue");
    window.click("#decide");
    chooses(&window, "#decide-outcome", "granted");
    window.click("#decide-do");
    window.shows(".helper--wrong", "reason");
    window.press(&[], "Escape");
    window.gone("#decide-dialog");
    sleep(KEPT);
    window.kill();

    let window = opens_again(&stage, "Elira");
    window.click("#case-list [role=option]");
    window.click("#draft-decide");
    assert_eq!(window.value("#decide-outcome"), "granted");
    window.type_into("#decide-reason", "The street is dark.");
    window.click("#decide-do");
    window.gone("#decide-dialog");
    window.gone("#draft-decide");
    window.click("#tab-decisions");
    window.shows("[data-test=decision]", "Granted");
    window.shows("#timeline", "You decided: “Granted”");
}

/// What would change nothing, or cannot be, is not taken.
#[test]
fn a_decided_case_is_closed_and_opened_again_and_nothing_else_is_on_offer() {
    let stage = Stage::set("decided");
    let window = makes_an_office(&stage, "Elira", None);
    makes_a_case(&window, "Lime Avenue");
    decides(&window, "granted", "The street is dark.");
    let becomes = |status: &str, leads_on: &str| {
        stands_at(&window, status);
        window.gone("#decide");
        window.click("#move-on");
        window.find("#step-dialog");
        let offered = window.script("return [...document.querySelectorAll('#step-dialog input')].map(step => step.value)", &[]);
        assert_eq!(offered, json!([leads_on]));
        window.click("#step-do");
        window.gone("#step-dialog");
    };
    becomes("decided", "close");
    window.gone("#case-list [role=option]");
    becomes("closed", "reopen");
    window.find("#case-list [role=option]");
    becomes("decided", "close");

    window.click("#edit-facts");
    window.type_into("#edit-received", "1.1.2099");
    window.press(&[], "Enter");
    window.shows(".helper--wrong", "still to come");
}

#[test]
fn what_was_typed_for_a_server_or_an_invitation_is_kept_too() {
    let stage = Stage::set("left-office");
    let server = stage.server();
    let window = makes_an_office(&stage, "Elira", None);
    goes_to(&window, "office");
    window.click("#connect");
    window.type_into("#connect-server", &server.address());
    window.press(&[], "Escape");
    window.gone("#connect-dialog");
    sleep(KEPT);
    window.kill();

    let window = opens_again(&stage, "Elira");
    goes_to(&window, "office");
    window.click("#connect");
    assert_eq!(window.value("#connect-server"), server.address());
    window.is_accessible("connecting, with a draft");
    window.click("#connect-do");
    window.click("#invite");
    window.type_into("#invite-name", "Ana Petrova");
    sleep(KEPT);
    window.kill();

    let window = opens_again(&stage, "Elira");
    goes_to(&window, "office");
    window.click("#invite");
    assert_eq!(window.value("#invite-name"), "Ana Petrova");
    window.click("#invite-do");
    window.value("#invite-code");
    window.click("#invite-close");
    window.click("#invite");
    window.find("#invite-name");
    assert_eq!(window.script("return document.querySelector('#invite-name').value", &[]), "", "whoever was invited is no draft any more");
    window.gone("[data-test=draft]");
}

#[test]
fn a_page_whose_process_dies_is_started_again_and_what_was_typed_is_kept() {
    let stage = Stage::set("page-dies");
    let mut window = makes_an_office(&stage, "Elira", None);
    makes_a_case(&window, "Lime Avenue");
    window.type_into("#new-note", NOTE);
    sleep(KEPT);
    assert!(window.pages_have("JSC_useConcurrentJIT=0"), "nothing is compiled beside the page, which could kill it");
    assert!(window.pages_have("JSC_useOMGJIT=0"), "nothing is compiled a second time while somebody waits");
    window.kill_page();
    window.kill();
    let window = opens_again(&stage, "Elira");
    window.click("#case-list [role=option]");
    assert_eq!(window.value("#new-note"), NOTE);
}

/// The buttons below stay where they are while a title is typed and while it waits to be sent, so that a press on one of them is not lost.
#[test]
fn a_press_on_a_button_that_ends_the_typing_of_a_title_reaches_it() {
    let stage = Stage::set("press");
    let server = stage.server();
    let window = makes_an_office(&stage, "Elira", Some(&server.address()));
    makes_a_case(&window, "Lime Avenue");
    window.find("#sync[data-phase=up_to_date][data-waiting='0']");
    window.gone("[data-test=not-sent]");
    drop(server);
    let top = |css: &str| window.script("return document.querySelector(arguments[0]).getBoundingClientRect().top", &[json!(css)]);
    let before = top("#decide");
    window.click("#rename");
    window.type_into("#edit-title", "Lime Avenue 7");
    assert_eq!(top("#decide"), before, "nothing moves");
    window.click("#decide");
    window.find("#decide-dialog[open]");
    window.shows("#case-title", "Lime Avenue 7");
    window.find(".case__line [data-test=not-sent]");
    assert_eq!(top("#decide"), before, "what comes and goes is beside nothing that is pressed");
}
