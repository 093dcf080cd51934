//! A page whose program fails says so and goes on from what was kept, instead of standing there as if it worked.

use std::{thread::sleep, time::Duration};

use praesto_tests::{Stage, Window};

use crate::people::{goes_to, makes_a_case, makes_an_office};

const NOTE: &str = "The lamp at the corner is out since Mon";

/// Lets the next change of the page fail in the midst of the program, as a fault of ours does.
fn fails(window: &Window) {
    let script = "Element.prototype.setAttribute = () => { throw new Error('broken') }; document.querySelector('#tab-decisions').click()";
    window.find("#tab-decisions");
    window.script(script, &[]);
}

/// Waits for the page that takes the place of the one that failed, which stands there until the new one comes.
/// It begins where a window begins: what it stood at may be what it failed at.
fn is_open_again(window: &Window) {
    window.gone("#stopped[data-at]");
    window.find("#agenda");
    goes_to(window, "cases");
}

#[test]
fn a_window_whose_program_failed_says_so_and_opens_again_with_what_was_typed() {
    let stage = Stage::set("stopped");
    let window = makes_an_office(&stage, "Elira", None);
    makes_a_case(&window, "Lime Avenue");
    window.type_into("#new-note", NOTE);
    sleep(Duration::from_secs(1));

    fails(&window);
    window.find("#stopped[open]");
    window.is_accessible("stopped window");
    window.click("#stopped-again");
    is_open_again(&window);
    window.click("#case-list [role=option]");
    assert_eq!(window.value("#new-note"), NOTE);

    // Esc leads on as well: behind it is nothing that would answer.
    fails(&window);
    window.find("#stopped[open]");
    window.press(&[], "Escape");
    is_open_again(&window);
    window.click("#case-list [role=option]");
    window.click("#note-save");
    window.shows("[data-test=note]", NOTE);
}

#[test]
fn a_page_that_refuses_something_small_goes_on() {
    let stage = Stage::set("goes-on");
    let window = makes_an_office(&stage, "Elira", None);
    window.script("setTimeout(() => { throw new Error('beside the program') }); Promise.reject(new Error('nobody waits'))", &[]);
    makes_a_case(&window, "Lime Avenue");
    assert_eq!(window.count("#stopped[open]"), 0);
}
