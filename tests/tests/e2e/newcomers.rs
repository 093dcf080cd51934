//! Whoever comes into an office, and whoever does not.

use praesto_tests::Stage;

use crate::people::{PASSPHRASE, goes_to, makes_a_case, makes_an_office, opens_again, tries_to_unlock};
use crate::screens::everybody_can_use;

#[test]
fn of_two_with_one_invitation_the_second_is_told_and_the_first_is_unknown_until_their_name_arrives() {
    let stage = Stage::set("newcomers");
    let mut server = stage.server();
    let elira = makes_an_office(&stage, "Elira", Some(&server.address()));
    makes_a_case(&elira, "Lime Avenue");
    goes_to(&elira, "office");
    elira.click("#invite");
    elira.type_into("#invite-name", "Leon");
    elira.click("#invite-do");
    let code = elira.value("#invite-code");
    elira.click("#invite-close");
    elira.gone("[data-test=unreached]");

    let passphrase = stage.file("passphrase", PASSPHRASE);
    let praesto = |person: &str, words: &[&str]| stage.programs().praesto(&stage.profile(person), &passphrase, words).done();
    let port = server.port();
    server.process().kill();
    praesto("Vera", &["join", &code, "--person", "Vera"]);
    let _server = stage.server_at(port);
    praesto("Leon", &["join", &code, "--person", "Leon"]);

    elira.click("#sync");
    elira.shows("#people", "Unknown");
    goes_to(&elira, "computer");
    elira.shows("[data-test=heard]", "Unknown");
    goes_to(&elira, "cases/mine");
    elira.click("#case-list [role=option]");
    elira.click("#hand-over");
    elira.find("#hand-over-to");
    let chosen = elira.script("return document.querySelector('#hand-over-to').selectedOptions[0].text", &[]);
    assert_eq!(chosen, "Choose…", "nobody hands a case to whom they do not know without choosing so");
    elira.press(&[], "Escape");
    praesto("Leon", &["sync"]);
    goes_to(&elira, "office");
    elira.shows("#people", "Leon");

    let vera = stage.window("Vera");
    tries_to_unlock(&vera, PASSPHRASE);
    vera.click("#check-now");
    vera.find("#waiting-leave");
    vera.shows("h1", "This invitation no longer holds");
    everybody_can_use(&vera, "an invitation that was used");
    vera.click("#waiting-leave");
    vera.find("#way-join");
    vera.kill();
    drop(elira);
    opens_again(&stage, "Elira").shows("#case-list", "Lime Avenue");
}
