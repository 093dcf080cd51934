//! A newcomer's first sync over a slow line: usable while it goes on, and nothing of it is lost when it is cut off.

use std::fmt::Write;

use praesto_tests::{Network, PASSPHRASE, Stage, Window};
use serde_json::{Value, json};

use crate::people::{chooses_a_passphrase, goes_to, opens_again};

/// Cases of the office: several requests' worth.
const CASES: usize = 450;
/// What the slow line carries, in bytes per second: a request of two hundred cases takes some seconds.
const SLOW: u64 = 15_000;

/// Makes an office with many cases on the computer of `ana`, and gives the code of an invitation.
fn an_office_with_many_cases(stage: &Stage, network: &Network) -> String {
    let mut table = "Title,Reference\n".to_owned();
    for number in 0..CASES {
        writeln!(table, "Street lamp {number:04},SL-{number:04}").expect("a string takes text");
    }
    let table = stage.file("cases.csv", table).to_string_lossy().into_owned();
    let ana = |words: &[&str]| terminal(stage, "ana", words);
    ana(&["office", "create", "--name", "Municipality of Lindara", "--person", "Ana", "--server", &network.address()]);
    ana(&["import", "csv", &table]);
    ana(&["sync"]);
    ana(&["invite", "--person", "Elira"]).lines().last().expect("the last line is the code").trim().to_owned()
}

/// What `praesto` says on the computer of a person.
fn terminal(stage: &Stage, person: &str, words: &[&str]) -> String {
    let passphrase = stage.file("passphrase", PASSPHRASE);
    stage.programs().praesto(&stage.profile(person), &passphrase, words).done()
}

/// Every row of the team's list, as the terminal shows it.
fn rows(stage: &Stage, person: &str) -> Vec<Value> {
    let mut rows = Vec::new();
    while rows.len() < CASES {
        let (offset, limit) = (rows.len().to_string(), "200");
        let said = terminal(stage, person, &["case", "list", "--offset", &offset, "--limit", limit]);
        let page: Value = serde_json::from_str(&said).expect("praesto answers in JSON");
        let found = page["rows"].as_array().expect("a page has rows").clone();
        assert!(!found.is_empty(), "{person} has {} of {CASES} cases", rows.len());
        rows.extend(found);
    }
    rows
}

/// What a list says of a case, but for what is about this person alone.
fn of_the_case(mut row: Value) -> Value {
    row["unseen"].take();
    row
}

/// How many cases the list holds now.
fn listed(window: &Window) -> u64 {
    let script =
        "const row = document.querySelector('#case-list [role=option]'); return row ? Number(row.getAttribute('aria-setsize')) : 0";
    window.script(script, &[]).as_u64().unwrap_or(0)
}

/// Waits until some cases are listed while others arrive, with the progress shown. Gives how many are listed.
fn arriving(window: &Window) -> u64 {
    window.find("#case-list [role=option]");
    window.find("#sync[data-phase=receiving] .bar");
    let listed = listed(window);
    assert!((1..CASES as u64).contains(&listed), "{listed} of {CASES} cases are here while others arrive");
    listed
}

#[test]
fn a_first_sync_that_is_cut_off_goes_on_after_the_restart_and_ends_complete() {
    let stage = Stage::set("restart-in-first-sync");
    let server = stage.server();
    let network = Network::to(server.port());
    let code = an_office_with_many_cases(&stage, &network);
    let window = stage.window("elira");
    window.click("#way-join");
    window.type_into("#code", &code);
    window.find("[data-test=invitation-known]");
    window.type_into("#person-name", "Elira");
    chooses_a_passphrase(&window);
    window.click("#join");
    window.find("#check-now");
    terminal(&stage, "ana", &["sync"]);
    network.slow(SLOW);
    window.click("#check-now");

    window.find("#lock");
    goes_to(&window, "cases/team");
    let before = arriving(&window);
    window.kill();

    let window = opens_again(&stage, "elira");
    goes_to(&window, "cases/team");
    window.find("#case-list [role=option]");
    assert!(listed(&window) >= before, "what had arrived is still here");
    window.shows("[data-test=row-not-checked]", "Not checked");
    let tooltip = window.script("return document.querySelector('[data-test=row-not-checked]').title", &[]);
    assert_eq!(tooltip, "On a colleague’s word until its records are checked.");
    window.is_accessible("cases that arrive");
    network.fast();
    window.find("#sync[data-phase=up_to_date]");
    window.gone("[data-test=row-not-checked]");
    window.find(&format!("#case-list [aria-setsize='{CASES}']"));
    drop(window);
    let list = |person| rows(&stage, person).into_iter().map(of_the_case).collect::<Vec<_>>();
    assert_eq!(list("elira"), list("ana"), "both computers list the same");
    let verified: Value = serde_json::from_str(&terminal(&stage, "elira", &["verify"])).expect("praesto answers in JSON");
    assert_eq!(verified["problems"], json!([]));
}
