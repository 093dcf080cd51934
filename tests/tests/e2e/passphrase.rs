//! Changing what opens the vault.

use praesto_tests::{Stage, Window};

use crate::people::{PASSPHRASE, goes_to, locks, makes_a_case, makes_an_office, tries_to_unlock};
use crate::screens::everybody_can_use;

const NEW: &str = "eight quiet mountains";

fn asks_to_change(window: &Window, current: &str, first: &str, second: &str) {
    window.type_into("#current-passphrase", current);
    window.type_into("#passphrase", first);
    window.type_into("#passphrase-again", second);
    window.click("#key-do:not([disabled])");
}

/// Asserts that a passphrase does not open the vault, and that the window says which of all reasons it is.
fn is_refused(window: &Window, passphrase: &str) {
    tries_to_unlock(window, passphrase);
    window.find("[data-test=problem][data-code=wrong_passphrase]");
    assert_eq!(window.count("#lock"), 0, "the vault stays shut");
}

#[test]
fn a_new_passphrase_opens_the_vault_and_the_old_one_does_not() {
    let stage = Stage::set("passphrase");
    let window = makes_an_office(&stage, "Elira", None);
    makes_a_case(&window, "Lime Avenue");
    goes_to(&window, "computer");
    window.click("#computer-key");
    window.find("#key-dialog[open]");
    asks_to_change(&window, "nobody knows this", NEW, NEW);
    window.find("#key-dialog [data-test=problem][data-code=wrong_passphrase]");
    everybody_can_use(&window, "a change of the passphrase that was refused");
    asks_to_change(&window, PASSPHRASE, NEW, "eight quiet rivers");
    window.find("#passphrase-again[aria-invalid=true]");
    window.press(&[], "Escape");
    window.gone("#key-dialog");

    // Neither attempt changed anything.
    locks(&window);
    is_refused(&window, NEW);
    tries_to_unlock(&window, PASSPHRASE);
    window.find("#lock");
    goes_to(&window, "computer");
    window.click("#computer-key");
    asks_to_change(&window, PASSPHRASE, NEW, NEW);
    window.gone("#key-dialog");
    window.find("[data-test=toast]");

    locks(&window);
    is_refused(&window, PASSPHRASE);
    tries_to_unlock(&window, NEW);
    window.find("#lock");
    window.kill();

    let window = stage.window("Elira");
    is_refused(&window, PASSPHRASE);
    tries_to_unlock(&window, NEW);
    window.find("#lock");
    goes_to(&window, "cases");
    window.shows("#case-list", "Lime Avenue");
}
