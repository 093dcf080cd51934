//! Two people, two computers, one server that comes and goes.

use praesto_tests::{RunningServer, Stage, Window};
use serde_json::json;

use crate::people::{chooses_a_passphrase, goes_to, makes_a_case, makes_an_office, opens_a_case, opens_again, stands_at, takes_step};
use crate::screens::everybody_can_use;

pub(crate) const FIRST: &str = "Playground at Rose Hill";

/// Invites a person in one window and lets them join in a window of their own.
pub(crate) fn joins(stage: &Stage, host: &Window, person: &str) -> Window {
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
    goes_to(&window, "cases");
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
    opens_a_case(&ana, FIRST);
    ana.shows("#saved", "Last changed: Elira");
    goes_to(&elira, "cases/team");
    elira.click("#case-list [role=option]");
    elira.shows("#saved", "Saved on this computer");

    let port = server.port();
    server.process().kill();
    renames(&elira, "Playground and paths at Rose Hill");
    renames(&ana, "New swings at Rose Hill");

    let _server = stage.server_at(port);
    for window in [&elira, &ana] {
        window.click("#see-conflicts");
        window.shows("[data-test=conflict]", "Playground and paths at Rose Hill");
        window.shows("[data-test=conflict]", "New swings at Rose Hill");
        window.shows("[data-test=conflict-before]", FIRST);
    }
    elira.is_accessible("conflict");
    ana.click("[data-test=conflict-value]:nth-of-type(1) [data-test=conflict-use]");
    for window in [&elira, &ana] {
        window.gone("[data-test=conflict]");
    }
    assert_eq!(elira.text("#case-title"), ana.text("#case-title"), "both computers show what was settled");
}

/// Replaces what stands in the field of the title; the protocol's clearing tells the page nothing.
pub(crate) fn types(window: &Window, title: &str) {
    window.find("#edit-title");
    let script = "const e = document.querySelector('#edit-title'); e.focus(); e.value = arguments[0]; \
        e.dispatchEvent(new Event('input', { bubbles: true }))";
    window.script(script, &[json!(title)]);
}

pub(crate) fn retitles(window: &Window, title: &str) {
    window.click("#rename");
    types(window, title);
    window.press(&[], "Enter");
    window.gone("#edit-title");
    assert_eq!(window.text("#case-title"), title);
}

/// Elira and Ana, who joined her office, each with its only case open.
pub(crate) fn look_at_one_case(stage: &Stage, server: &RunningServer) -> [Window; 2] {
    let elira = makes_an_office(stage, "Elira", Some(&server.address()));
    makes_a_case(&elira, FIRST);
    let ana = joins(stage, &elira, "Ana");
    opens_a_case(&ana, FIRST);
    goes_to(&elira, "cases/team");
    elira.click("#case-list [role=option]");
    [elira, ana]
}

#[test]
fn a_text_that_was_typed_over_an_older_one_is_shown_and_saved_by_nobody_but_its_writer() {
    let stage = Stage::set("typed-over");
    let server = stage.server();
    let [elira, ana] = look_at_one_case(&stage, &server);

    // Whoever opens the field and types nothing sees what stands now, and saves nothing.
    elira.click("#rename");
    elira.find("#edit-title");
    retitles(&ana, "New swings");
    elira.shows("#case-title", "New swings");
    assert_eq!(elira.value("#edit-title"), "New swings");

    types(&elira, "Old swings");
    retitles(&ana, "Newer swings");
    elira.shows("[data-test=draft-apart]", "Newer swings");
    elira.click("#edit-facts");
    assert_eq!(elira.value("#edit-title"), "Old swings", "it is still there");
    elira.is_accessible("a draft beside a newer title");
    retitles(&ana, "Newest swings");
    elira.shows("#case-title", "Newest swings");
    assert_eq!(ana.text("#case-title"), "Newest swings", "leaving the field saved nothing");

    elira.script("document.querySelector('#edit-title').focus()", &[]);
    elira.press(&[], "Enter");
    for window in [&elira, &ana] {
        window.shows("#case-title", "Old swings");
        window.gone("[data-test=conflict]");
    }

    // Whose queue is empty is not told to start where colleagues have cases.
    goes_to(&ana, "cases/mine");
    ana.find(".list__none");
    ana.shows(".nothing h2", "No case is open");
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

fn removes(window: &Window, reason: &str) {
    window.click("#remove");
    window.type_into("#remove-reason", reason);
    window.click("#remove-do");
    window.shows("[data-test=removed]", reason);
}

#[test]
fn a_removed_case_is_gone_on_both_computers_and_what_a_colleague_wrote_meanwhile_keeps_it() {
    let stage = Stage::set("removed");
    let mut server = stage.server();
    let [elira, ana] = look_at_one_case(&stage, &server);

    elira.click("#remove");
    elira.click("#remove-do");
    elira.find("#remove-reason[aria-invalid=true]");
    elira.press(&[], "Escape");
    removes(&elira, "Entered twice");
    everybody_can_use(&elira, "a removed case");
    assert_eq!(elira.count("#case-panel :is(input, textarea, button):enabled"), 0, "nothing of it can be changed by mistake");
    for window in [&elira, &ana] {
        window.gone("#case-list [role=option]");
    }
    ana.shows("[data-test=removed]", "Elira");
    ana.shows("#timeline", "Entered twice");
    goes_to(&ana, "cases/closed");
    ana.click("#queue-removed");
    ana.shows("#case-list", FIRST);
    everybody_can_use(&ana, "removed cases");
    ana.click("#case-list [role=option]");
    ana.click("#restore");
    ana.gone("[data-test=removed]");
    elira.shows("#case-list", FIRST);

    let port = server.port();
    server.process().kill();
    removes(&elira, "Entered twice all the same");
    goes_to(&ana, "cases/team");
    ana.click("#case-list [role=option]");
    ana.type_into("#new-note", "The neighbours agree.");
    ana.click("#note-save");
    ana.shows("[data-test=note]", "The neighbours agree.");
    let _server = stage.server_at(port);
    for window in [&elira, &ana] {
        window.click("#tab-conflicts");
        window.shows("[data-test=conflict-removal]", "Entered twice all the same");
        window.shows("[data-test=conflict-removal]", "Ana");
    }
    everybody_can_use(&elira, "removed and worked on");
    ana.click("#keep-case");
    for window in [&elira, &ana] {
        window.gone("[data-test=conflict-removal]");
        window.shows("#case-list", FIRST);
    }
}

#[test]
fn a_case_that_was_closed_here_and_changed_there_says_so_until_a_person_has_looked() {
    let stage = Stage::set("closed");
    let mut server = stage.server();
    let elira = makes_an_office(&stage, "Elira", Some(&server.address()));
    makes_a_case(&elira, FIRST);
    let ana = joins(&stage, &elira, "Ana");
    for window in [&elira, &ana] {
        opens_a_case(window, FIRST);
    }

    let port = server.port();
    server.process().kill();
    takes_step(&elira, "close");
    elira.gone("#case-list [role=option]");
    stands_at(&elira, "closed");
    ana.type_into("#new-note", "The neighbours appeal.");
    ana.click("#note-save");
    ana.shows("[data-test=note]", "The neighbours appeal.");
    let _server = stage.server_at(port);
    for window in [&elira, &ana] {
        window.shows("[data-test=changed-late]", "Closed while somebody worked on it");
        window.shows("[data-test=changed-late]", "Ana");
        window.shows("#timeline", "after the case was closed");
        window.shows("#queue-conflict", "1");
    }
    everybody_can_use(&elira, "closed and changed");
    elira.click("#close-again");
    for window in [&elira, &ana] {
        window.gone("[data-test=changed-late]");
    }

    // Whoever knows that it is closed is told all the same, and nobody has to do anything about it.
    ana.type_into("#new-note", "Filed with the case.");
    ana.click("#note-save");
    ana.shows("[data-test=changed-late]", "Changed after it was closed");
    elira.shows("[data-test=changed-late]", "Changed after it was closed");
    everybody_can_use(&ana, "changed after it was closed");
    elira.shows("#queue-conflict", "0");
    elira.click("[data-test=open-again]");
    for window in [&elira, &ana] {
        window.gone("[data-test=changed-late]");
        window.shows("#case-list", FIRST);
    }
}

#[test]
fn many_cases_that_a_colleague_removed_stay_listed_until_one_agrees() {
    let stage = Stage::set("many-removed");
    let server = stage.server();
    let elira = makes_an_office(&stage, "Elira", Some(&server.address()));
    // By hand this would be an afternoon.
    let calls = "const [name, requests, done] = [...arguments]; const call = window.__TAURI_INTERNALS__.invoke; \
        Promise.all(requests.map(request => call(name, { request }))).then(views => done(views.map(view => view.id)), error => done([String(error)]))";
    let requests: Vec<_> = (1..=24).map(|number| json!({ "title": format!("Filed {number}") })).collect();
    let cases = elira.script_later(calls, &[json!("case_create"), json!(requests)]);
    let ana = joins(&stage, &elira, "Ana");
    goes_to(&ana, "cases/team");
    ana.shows(".list__foot", "24");
    ana.find("#sync[data-phase=up_to_date]");

    let requests: Vec<_> =
        cases.as_array().expect("the cases")[..21].iter().map(|case| json!({ "case": case, "reason": "Wrong button" })).collect();
    elira.script_later(calls, &[json!("case_remove"), json!(requests)]);
    ana.shows("[data-test=removals-asked]", "Elira removed 21 cases");
    ana.shows(".list__foot", "24");
    everybody_can_use(&ana, "many cases removed at once");
    ana.click("#removals-agree");
    ana.gone("[data-test=removals-asked]");
    ana.shows(".list__foot", "3");
    goes_to(&ana, "cases/removed");
    ana.shows(".list__foot", "21");
}
