//! Search that forgives, and who is about to make a case that is here already.

use praesto_tests::{Stage, Window};
use serde_json::json;

use crate::people::{chooses, makes_a_case, makes_an_office};
use crate::screens::everybody_can_use;

/// Fills in the dialog for a new enrolment.
fn begins_to_enrol(window: &Window, title: &str, child: &str, born: &str) {
    window.click("#new-case");
    chooses(window, "#case-new-type", "kindergarten-enrolment");
    window.type_into("#case-new-title", title);
    window.type_into("#case-new-field-child-name", child);
    window.type_into("#case-new-field-child-born", born);
}

fn has_focus(window: &Window, css: &str) -> bool {
    window.script("return document.activeElement.matches(arguments[0])", &[json!(css)]) == json!(true)
}

#[test]
fn a_name_is_found_in_any_spelling_and_a_mistyped_one_under_a_heading_of_its_own() {
    let stage = Stage::set("find");
    let window = makes_an_office(&stage, "Elira", None);
    makes_a_case(&window, "Ема Јанкулова");
    makes_a_case(&window, "Roof of the town library");

    window.press(&["Control"], "k");
    window.type_into("#palette-input", "Yankulova");
    window.shows("[data-test=palette-cases]", "Ема Јанкулова");
    assert_eq!(window.count("[data-test=palette-similar]"), 0, "another spelling is no slip");
    window.type_into("#palette-input", "Jankulva");
    window.shows("[data-test=palette-similar]", "Ема Јанкулова");
    window.shows("#palette [role=status]", "No case holds exactly these words.");
    assert_eq!(window.count("[data-test=palette-cases]"), 0);
    everybody_can_use(&window, "search, only similar");
    window.press(&[], "Enter");
    window.gone("#palette");
    window.shows("#case-title", "Ема Јанкулова");

    window.press(&["Control"], "k");
    window.type_into("#palette-input", "libary");
    window.shows("[data-test=palette-similar]", "Roof of the town library");
    for typed in ["sèttÍ", "Сетинг"] {
        window.type_into("#palette-input", typed);
        window.shows("#palette-0", "Settings");
    }
    window.type_into("#palette-input", "xqzwv");
    window.shows("#palette [role=status]", "Nothing found.");
}

#[test]
fn who_enrols_a_child_twice_is_told_looks_and_comes_back_to_what_was_typed() {
    let stage = Stage::set("alike");
    let window = makes_an_office(&stage, "Elira", None);
    begins_to_enrol(&window, "Enrolment at Breza", "Арта Хоџа", "14.3.2023");
    assert_eq!(window.count("[data-test=alike]"), 0);
    everybody_can_use(&window, "new case of a type that asks who it is about");
    window.click("#case-new-do");
    window.shows("#case-title", "Enrolment at Breza");
    window.find("#field-child-born");

    begins_to_enrol(&window, "Enrolment at Lime Avenue", "Arta Hoxhaj", "14.3.2023");
    window.shows("#case-alike [data-test=alike]", "Enrolment at Breza");
    window.shows("#case-alike", "alike name: Арта Хоџа");
    window.shows("#case-alike", "Date of birth: the same");
    assert!(has_focus(&window, "#case-new-field-child-born"), "the warning takes the focus from nobody");
    everybody_can_use(&window, "new case that is here already");
    window.click("[data-test=alike-open]");
    window.gone("#new-case-dialog");
    window.shows("#case-title", "Enrolment at Breza");

    window.press(&["Control"], "n");
    window.find("#new-case-dialog[open]");
    for (field, text) in [("#case-new-title", "Enrolment at Lime Avenue"), ("#case-new-field-child-name", "Arta Hoxhaj")] {
        assert_eq!(window.value(field), text, "what was typed is kept");
    }
    window.shows("#case-alike [data-test=alike]", "Enrolment at Breza");
    window.click("#case-new-do");
    window.shows("#case-title", "Enrolment at Lime Avenue");
    assert_eq!(window.count("[data-test=alike], #same-reference"), 0, "whoever made it all the same is left in peace");
}

/// Types what was missing and presses at once, before anybody is told anything.
fn types_and_presses(window: &Window, css: &str, text: &str) {
    let script = "const e = document.querySelector(arguments[0]); e.focus(); e.value = arguments[1]; \
        e.dispatchEvent(new Event('input', { bubbles: true })); setTimeout(() => e.form.requestSubmit(), 0)";
    window.script(script, &[json!(css), json!(text)]);
}

#[test]
fn who_presses_before_the_answer_is_stopped_once_by_a_case_that_is_here() {
    let stage = Stage::set("alike-at-once");
    let window = makes_an_office(&stage, "Elira", None);
    begins_to_enrol(&window, "Enrolment at Breza", "Арта Хоџа", "14.3.2023");
    window.click("#case-new-do");
    window.shows("#case-title", "Enrolment at Breza");

    begins_to_enrol(&window, "Enrolment at Lime Avenue", "Besa Hoxha", "14.3.2023");
    types_and_presses(&window, "#case-new-field-child-name", "Arta Hoxha");
    window.shows("#case-alike", "Nothing was made yet. Perhaps this case is here already.");
    window.shows("#case-alike [data-test=alike]", "Enrolment at Breza");
    assert!(has_focus(&window, "#case-new-field-child-name"), "whoever typed goes on typing");
    window.find("#case-new-do:enabled");
    window.shows("#case-new-do", "Make it all the same");
    everybody_can_use(&window, "new case that was stopped");

    // Nothing is said of what stood there before, and another child is made at once.
    window.type_into("#case-new-field-child-name", "Blerta Krasniqi");
    assert_eq!(window.count("[data-test=alike]"), 0);
    window.shows("#case-new-do", "Make this case");
    window.type_into("#case-new-field-child-name", "Arta Hoxha");
    window.shows("#case-alike [data-test=alike]", "Enrolment at Breza");
    window.shows("#case-new-do:enabled", "Make it all the same");
    window.press(&[], "Enter");
    window.gone("#new-case-dialog");
    window.shows("#case-title", "Enrolment at Lime Avenue");
}

#[test]
fn a_reference_that_is_taken_is_said_while_it_is_typed_and_at_both_cases() {
    let stage = Stage::set("same-reference");
    let window = makes_an_office(&stage, "Elira", None);
    makes_a_case(&window, "Lime Avenue");
    window.shows("#case-reference", "GF-");
    let taken = window.text("#case-reference");
    makes_a_case(&window, "Rose Hill");
    window.click("#edit-facts");
    window.type_into("#edit-reference", &taken.to_lowercase());
    window.shows("#reference-taken", "Another case has this reference.");
    window.shows("#reference-taken [data-test=alike]", "Lime Avenue");
    everybody_can_use(&window, "a reference that is taken");
    window.press(&[], "Enter");
    window.shows("#same-reference", "Lime Avenue");
    window.click("#same-reference [data-test=alike-open]");
    window.shows("#case-title", "Lime Avenue");
    window.shows("#same-reference", "Rose Hill");
    everybody_can_use(&window, "a case whose reference another one bears");
}
