//! The first day of a person with Praesto.

use praesto_tests::Stage;

use crate::people::{PASSPHRASE, fills_in_an_office, goes_to, locks, makes_a_case, makes_an_office, opens_again, tries_to_unlock};

#[test]
fn what_was_written_is_there_after_locking_a_wrong_passphrase_and_unlocking() {
    let stage = Stage::set("first-day");
    let window = makes_an_office(&stage, "Elira", None);
    window.is_accessible("empty cases");
    makes_a_case(&window, "Playground at Rose Hill");
    window.is_accessible("case");
    window.press(&["Control"], "4");
    window.shows("h1", "This computer");
    window.press(&["Control"], "2");
    window.shows("#case-title", "Playground at Rose Hill");

    assert_eq!(window.script("return document.title", &[]), "Cases · Elira, Municipality of Lindara · Praesto");
    locks(&window);
    window.shows("[data-test=whose]", "Elira, Municipality of Lindara");
    assert!(!window.page().contains("Rose Hill"), "a locked window holds nothing of the office, not even out of sight");
    window.is_accessible("unlock");
    tries_to_unlock(&window, "a wrong passphrase");
    window.find("[data-test=problem][data-code=wrong_passphrase]");
    window.is_accessible("unlock after a wrong passphrase");

    tries_to_unlock(&window, PASSPHRASE);
    window.shows("#case-list", "Playground at Rose Hill");
}

#[test]
fn hints_go_for_good_once_they_are_known_and_come_back_by_the_setting() {
    let stage = Stage::set("hints");
    let window = makes_an_office(&stage, "Elira", None);
    goes_to(&window, "today");
    let begins_anew = || {
        // A mark that goes with the page.
        window.script("document.documentElement.dataset.before = ''; location.reload()", &[]);
        window.gone("[data-before]");
        window.find("[data-test=today-nothing]");
    };
    window.shows("[data-test=hints]", "Find any case, person or command.");
    window.is_accessible("today with hints");
    window.shows("#hints-read", "I know this now");
    window.click("#hints-read");
    window.gone("[data-test=hints]");
    begins_anew();
    window.gone("[data-test=hints]");

    window.click("#settings");
    window.find("#set-hints:not(:checked)");
    window.click("#set-hints");
    window.find("#set-hints:checked");
    window.press(&[], "Escape");
    window.gone("dialog[open]");
    window.find("[data-test=hints]");
    begins_anew();
    window.find("[data-test=hints]");
}

#[test]
fn a_sample_office_is_left_for_an_office_of_ones_own() {
    let stage = Stage::set("sample-office");
    let window = stage.window("Elira");
    window.click("#way-sample");
    window.click("#sample");
    window.find("#agenda [data-case]");
    window.is_accessible("sample office");
    window.click("#sample-leave");

    let window = fills_in_an_office(window, "Elira", None);
    assert_eq!(window.count("[data-case], [data-test=sample]"), 0, "nothing of it is left");
}

#[test]
fn a_sample_office_can_be_stopped_while_it_is_made() {
    let stage = Stage::set("sample-office-stopped");
    let window = stage.window("Elira");
    window.click("#way-sample");
    window.click("#sample");
    window.click("#sample-stop");
    window.gone("#sample-stop");
    assert_eq!(window.count("[data-test=sample], [data-test=problem]"), 0, "nothing was made, and nothing went wrong");

    window.click("#sample");
    window.find("#agenda [data-case]");
}

#[test]
fn what_was_written_is_there_after_the_power_fails() {
    let stage = Stage::set("power-cut");
    let window = makes_an_office(&stage, "Elira", None);
    makes_a_case(&window, "Roof of the town library");
    window.kill();

    let window = opens_again(&stage, "Elira");
    window.shows("#case-list", "Roof of the town library");
}
