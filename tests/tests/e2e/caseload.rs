//! Two hundred cases of somebody who is ill from tomorrow, handed over in her window: how far it is is seen, it is stopped and gone on with, and her
//! colleague takes all of them in one act.

use praesto_tests::{PASSPHRASE, Stage, Window, found};

use crate::hand_over::entry;
use crate::people::{Progress, chooses, goes_to, tries_to_unlock};
use crate::screens::everybody_can_use;

const CASES: u64 = 200;

fn begins(stage: &Stage, person: &str) -> Window {
    let window = stage.window(person);
    tries_to_unlock(&window, PASSPHRASE);
    window.find("#agenda");
    window
}

/// Opens the dialog, in which so many cases stand, and names the colleague.
fn asks_to_hand_over(window: &Window, cases: u64) {
    goes_to(window, "cases/mine");
    window.find(&format!("#case-list [role=option][aria-setsize='{cases}']"));
    window.press(&[], "h");
    window.find("#hand-over-all-dialog[open]");
    window.shows("[data-test=caseload]", &format!("{cases} cases"));
    let to = entry(window, "#hand-over-all-to", "Ana");
    chooses(window, "#hand-over-all-to", &to);
}

#[test]
fn two_hundred_cases_go_over_can_be_stopped_and_arrive() {
    let stage = Stage::set("caseload");
    let server = stage.server();
    found(&stage, &server, &["Elira", "Ana"]);
    let rows: String = (1..=CASES).map(|number| format!("Filed {number},F-{number}\n")).collect();
    let table = stage.file("filed.csv", format!("Title,Reference\n{rows}"));
    stage.praesto("Elira", &["import", "csv", &table.to_string_lossy()]).done();
    stage.meet(&["Elira", "Ana"]);
    let (elira, ana) = (begins(&stage, "Elira"), begins(&stage, "Ana"));

    asks_to_hand_over(&elira, CASES);
    elira.type_into("#hand-over-all-words", "I am ill from tomorrow.");
    let progress = Progress::watched_and_stopped(&elira, "#hand-over-all-dialog", 1, "#handing-stop");
    elira.click("#hand-over-all-do");
    elira.shows("[data-test=handing-left]", "You stopped it. What was done stands.");
    let said = elira.text("[data-test=handing-left] .pf-v6-c-alert__title");
    let done: u64 = said.split_whitespace().next().and_then(|number| number.parse().ok()).expect("it says how many");
    assert!((1..CASES).contains(&done), "it was stopped in the midst of it, at {done}");
    assert!(!progress.grown().is_empty(), "how far it was was seen");
    elira.stands_at("#hand-over-all-close");
    everybody_can_use(&elira, "a caseload that somebody stopped");
    elira.press(&[], "Escape");
    elira.gone("#hand-over-all-dialog");

    // Gone on with, it goes on where it was, with the same words.
    let rest = CASES - done;
    asks_to_hand_over(&elira, rest);
    assert_eq!(elira.value("#hand-over-all-words"), "I am ill from tomorrow.", "what was typed is still there");
    let progress = Progress::watched(&elira, "#hand-over-all-dialog");
    elira.click("#hand-over-all-do");
    elira.gone("#hand-over-all-dialog");
    elira.shows("[data-test=toast]", &format!("{rest} cases were handed over."));
    // How many numbers a window comes to draw in the second that it takes is the machine's affair; that they only grow is ours.
    progress.grown();
    elira.gone("#case-list [role=option]");
    goes_to(&elira, "hand-over");
    elira.shows("[data-test=given-waits]", &CASES.to_string());
    assert_eq!(elira.count("[data-test=given-act]"), 1, "it is one act");
    goes_to(&ana, "hand-over");
    ana.shows("[data-test=handed-act]", &format!("Elira handed {CASES} cases to you"));
    ana.shows("[data-test=caseload]", &format!("{CASES} cases"));
    ana.shows("[data-test=handed-words]", "I am ill from tomorrow.");
    ana.find("[data-test=handed-row]");
    everybody_can_use(&ana, "a caseload that waits");
    let progress = Progress::watched(&ana, "#hand-over-page");
    ana.press(&["Control"], "Enter");
    ana.shows("[data-test=toast]", &format!("You took {CASES} cases."));
    ana.gone("[data-test=handed-act]");
    progress.grown();
    elira.shows("[data-test=given-taken]", &CASES.to_string());
    goes_to(&ana, "cases/mine");
    ana.find(&format!("#case-list [role=option][aria-setsize='{CASES}']"));
    ana.gone("[data-test=handed-to-me]");
}
