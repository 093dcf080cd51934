//! A day of a caseworker who has a keyboard and nothing else: from what is due today to a decision with two signatures, its letter and the hand-over; then
//! a part of it without a network, and what a colleague sees of that.
//!
//! After every key something has the focus, and no mouse was used: [`Keyboard`] holds both.

use praesto_tests::{Keyboard, PASSPHRASE, Stage, found};
use serde_json::{Value, json};
use uuid::Uuid;

const ROOF: &str = "Roof of the town library";
const CHILD: &str = "Ема Јанкулова";

/// What the enrolment knows before the day begins: all but how the parents are reached.
const ANSWERS: [(&str, &str, &str); 7] = [
    ("child_name", "text", CHILD),
    ("child_born", "day", "2023-03-14"),
    ("parent_name", "text", "Vesna Jankulova"),
    ("address", "text", "Bridge Street 12, 1200 Lindara"),
    ("kindergarten", "text", "Breza"),
    ("wanted_from", "day", "2026-12-01"),
    ("care", "text", "full_day"),
];

/// Two cases of Elira's: one in which something is due today, and an enrolment. Ana has both on her computer, too.
fn yesterday(stage: &Stage) {
    let asks = |command: &str, request: Value| stage.praesto("Elira", &["call", command, &request.to_string()]).json();
    let people = asks("people_list", json!({}));
    let elira = people.as_array().into_iter().flatten().find(|person| person["me"] == true).expect("she is one of them")["id"].clone();
    let today = asks("today_get", json!({ "limit": 1 }))["today"].clone();
    let task =
        json!({ "change": "add_task", "id": Uuid::from_u128(31).to_string(), "text": "Call the roofer", "due": today, "assignee": elira });
    asks("case_create", json!({ "title": ROOF, "changes": [task] }));
    let answers: Vec<Value> =
        ANSWERS.map(|(field, is, value)| json!({ "change": "set_field", "field": field, "value": { "is": is, "value": value } })).into();
    asks("case_create", json!({ "title": CHILD, "case_type": "kindergarten-enrolment", "changes": answers }));
    stage.meet(&["Elira", "Ana"]);
}

/// Opens a person's window and unlocks it.
fn begins(stage: &Stage, person: &str) -> Keyboard {
    let hand = Keyboard::of(stage.window(person));
    hand.stands_at("#unlock-passphrase");
    hand.types(PASSPHRASE);
    hand.press(&[], "Enter");
    hand.find("#agenda");
    hand
}

/// Looks for a case by its name in whatever letters, opens it, and goes on in it.
fn finds(hand: &Keyboard, words: &str, title: &str) {
    hand.press(&["Control"], "k");
    hand.stands_at("#palette-input");
    hand.types(words);
    hand.shows("[data-test=palette-cases]", title);
    hand.press(&[], "Enter");
    hand.gone("#palette");
    hand.shows("#case-title", title);
    hand.stands_at("#case");
}

/// Writes a note in the open case and goes back to the case.
fn notes(hand: &Keyboard, text: &str) {
    hand.press(&[], "n");
    hand.stands_at("#new-note");
    hand.types(text);
    hand.press(&["Control"], "Enter");
    hand.shows("[data-test=note]", text);
    hand.stands_at("#new-note");
    hand.press(&[], "Escape");
    hand.stands_at("#case");
}

/// Adds a task to the open case.
fn adds_a_task(hand: &Keyboard, text: &str) {
    hand.press(&[], "t");
    hand.stands_at("#task-text");
    hand.types(text);
    hand.press(&[], "Enter");
    hand.gone("#task-dialog");
    hand.stands_at("#case");
}

#[test]
fn a_caseworkers_day_needs_no_mouse() {
    let stage = Stage::set("working-day");
    let mut server = stage.server();
    found(&stage, &server, &["Elira", "Ana"]);
    yesterday(&stage);
    let elira = begins(&stage, "Elira");
    let ana = begins(&stage, "Ana");

    from_today(&elira);
    finds(&elira, "Jankulova", CHILD);
    fills_in_and_decides(&elira);
    signs(&ana);
    writes_and_hands_over(&elira);
    ana.shows("[data-test=handed-over]", "Elira handed this case to you");
    ana.press(&[], "a");
    ana.gone("[data-test=handed-over]");

    let port = server.port();
    server.process().kill();
    works_offline(&elira);
    let _server = stage.server_at(port);
    elira.find("#sync[data-phase=up_to_date][data-waiting='0']");
    finds(&ana, "library", ROOF);
    ana.shows("[data-test=note]", "The roofer comes on Tuesday.");
    ana.press(&[], "]");
    ana.press(&[], "]");
    ana.press(&[], "]");
    ana.shows("#tasks", "Order the tiles");
}

/// What is due first stands under the keys as the window opens, leads to its case, and is done from there.
fn from_today(elira: &Keyboard) {
    elira.shows("[data-test=today-now]", "Call the roofer");
    elira.stands_at("#today-row-0");
    elira.press(&[], "Enter");
    elira.find("#tab-tasks[aria-selected=true]");
    elira.shows("#case-title", ROOF);
    elira.stands_at("#case");
    elira.press(&["Control"], "1");
    elira.stands_at("#today-row-0");
    elira.press(&[], "x");
    elira.gone("[data-test=today-now]");
}

/// A field, a note, a task, a step and the decision.
fn fills_in_and_decides(elira: &Keyboard) {
    elira.find("[data-test=field-missing]");
    assert_eq!(elira.count("[data-test=field-missing]"), 1, "one answer is missing");
    elira.tabs_to("#field-parent-contact");
    elira.types("070 123 456");
    elira.press(&[], "Enter");
    elira.gone("[data-test=field-missing]");
    elira.stands_at("#field-parent-contact");
    elira.press(&[], "Escape");
    elira.stands_at("#case");
    notes(elira, "The mother calls back on Friday.");
    adds_a_task(elira, "Tell the kindergarten");

    elira.press(&[], "m");
    elira.stands_at("#step-dialog input:checked");
    elira.press(&[], "Enter");
    elira.gone("#step-dialog");
    elira.find("#status[data-status=in_review]");
    elira.stands_at("#case");

    elira.press(&[], "d");
    elira.chooses("#decide-outcome", "Place");
    elira.tabs_to("#decide-reason");
    elira.types("There is room in Breza.");
    elira.press(&["Control"], "Enter");
    elira.gone("#decide-dialog");
    elira.stands_at("#case");
    elira.find("#status[data-status=in_review]");
}

/// A colleague comes to what waits for her signature from her own list of what is due.
fn signs(ana: &Keyboard) {
    ana.shows("#agenda", "Second signature: Place granted");
    ana.press(&[], "Home");
    ana.stands_at("#today-row-0");
    ana.press(&[], "Enter");
    ana.find("#tab-decisions[aria-selected=true]");
    ana.shows("#case-title", CHILD);
    ana.find("#sign");
    ana.stands_at("#case");
    ana.press(&[], "s");
    ana.shows("#sign-dialog", "There is room in Breza.");
    ana.stands_at("#sign-do");
    ana.press(&[], "Enter");
    ana.gone("#sign-dialog");
    ana.shows("[data-test=decision]", "Stands");
}

/// The letter on the decision is signed off as it is filled in, and the case goes to the colleague.
fn writes_and_hands_over(elira: &Keyboard) {
    elira.find("#status[data-status=decided]");
    elira.press(&[], "l");
    elira.stands_at("#letter-which");
    elira.shows(".paper__to", "Vesna Jankulova");
    elira.shows("[data-test=letter-gaps]", "No gaps are left.");
    elira.press(&["Control"], "Enter");
    elira.gone("#letter-dialog");
    elira.shows("[data-test=attachment-letter]", "signed off by");
    elira.stands_at("#case");

    elira.press(&[], "h");
    elira.chooses("#hand-over-to", "Ana");
    elira.tabs_to("#hand-over-note");
    elira.types("I am away from tomorrow.");
    elira.press(&["Control"], "Enter");
    elira.gone("#hand-over-dialog");
    elira.shows("#assignee", "Ana");
    elira.stands_at("#case");
}

/// Without a network everything goes on, and what waits to be sent is said.
fn works_offline(elira: &Keyboard) {
    finds(elira, "library", ROOF);
    let reference = elira.text("#case-reference");
    notes(elira, "The roofer comes on Tuesday.");
    adds_a_task(elira, "Order the tiles");
    elira.find("#sync[data-phase=offline]:not([data-waiting='0'])");
    elira.press(&["Control"], "4");
    elira.find("#waiting-table tbody tr:nth-of-type(2)");
    elira.shows("#waiting-table", &reference);
}
