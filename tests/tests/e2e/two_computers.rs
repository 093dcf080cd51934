//! Two people, two computers, one server that comes and goes.

use praesto_tests::{Stage, Window};
use serde_json::json;

use crate::people::{chooses_a_passphrase, goes_to, makes_a_case, makes_an_office, opens_again};

const FIRST: &str = "Playground at Rose Hill";

/// Invites a person in one window and lets them join in a window of their own.
fn joins(stage: &Stage, host: &Window, person: &str) -> Window {
    goes_to(host, "office");
    host.click("#invite");
    host.type_into("#invite-name", person);
    host.click("#invite-do");
    let code = host.value("#invite-code");
    host.is_accessible("invitation");
    host.click("#invite-close");
    goes_to(host, "cases");

    let window = stage.window(person);
    window.click("#way-join");
    window.type_into("#code", &code);
    window.find("[data-test=invitation-known]");
    window.type_into("#person-name", person);
    chooses_a_passphrase(&window);
    window.is_accessible("join");
    window.click("#join");
    window.find("#lock");
    window
}

fn renames(window: &Window, title: &str) {
    window.click("#rename");
    window.type_into("#edit-title", &format!("{title}\u{E007}"));
    window.shows("#case-title", title);
}

#[test]
fn what_two_people_wrote_offline_meets_and_both_see_the_same() {
    let stage = Stage::set("two-computers");
    let mut server = stage.server();
    let elira = makes_an_office(&stage, "Elira", Some(&server.address()));
    makes_a_case(&elira, FIRST);
    let ana = joins(&stage, &elira, "Ana");
    goes_to(&ana, "cases/team");
    ana.shows("#case-list", FIRST);
    ana.click("#case-list [role=option]");
    ana.shows("#case-title", FIRST);
    goes_to(&elira, "cases/team");
    elira.click("#case-list [role=option]");

    let port = server.port();
    server.process().kill();
    renames(&elira, "Playground and paths at Rose Hill");
    renames(&ana, "New swings at Rose Hill");

    let _server = stage.server_at(port);
    for window in [&elira, &ana] {
        window.click("#tab-conflicts");
        window.shows("[data-test=conflict]", "Playground and paths at Rose Hill");
        window.shows("[data-test=conflict]", "New swings at Rose Hill");
    }
    elira.is_accessible("conflict");
    ana.click("[data-test=conflict-value]:nth-of-type(1) [data-test=conflict-use]");
    for window in [&elira, &ana] {
        window.gone("[data-test=conflict]");
    }
    assert_eq!(elira.text("#case-title"), ana.text("#case-title"), "both computers show what was settled");
}

#[test]
fn an_unsent_change_survives_the_end_of_the_program_and_is_sent_after_the_restart() {
    let stage = Stage::set("restart-in-mid-sync");
    let mut server = stage.server();
    let elira = makes_an_office(&stage, "Elira", Some(&server.address()));
    let ana = joins(&stage, &elira, "Ana");
    let port = server.port();
    server.process().kill();
    makes_a_case(&elira, "Roof of the town library");
    elira.kill();

    let _server = stage.server_at(port);
    let _elira = opens_again(&stage, "Elira");
    goes_to(&ana, "cases/team");
    ana.shows("#case-list", "Roof of the town library");
    assert_eq!(ana.script("return document.querySelectorAll('#case-list [role=option]').length", &[]), json!(1), "it arrives once");
}
