//! "I am ill from tomorrow": one hands over all her cases, the other looks, takes all but one, and gives that one back.

use praesto_tests::{Stage, Window};
use serde_json::json;

use crate::people::{chooses, goes_to, makes_a_case, makes_an_office};
use crate::screens::everybody_can_use;
use crate::two_computers::joins;

/// Asks the window's program for something, as the window itself does.
const CALLS: &str = "const [name, requests, done] = [...arguments]; const call = window.__TAURI_INTERNALS__.invoke; \
    Promise.all(requests.map(request => call(name, { request }))).then(views => done(views.map(view => view.id)), error => done([String(error)]))";

/// The value of the entry of a list that shows this text.
pub(crate) fn entry(window: &Window, list: &str, text: &str) -> String {
    window.shows(&format!("{list} option"), text);
    let script = "return [...document.querySelector(arguments[0]).options].find(one => one.text.includes(arguments[1])).value";
    window.script(script, &[json!(list), json!(text)]).as_str().expect("it is there").to_owned()
}

#[test]
fn a_caseload_goes_from_one_window_to_the_other_and_one_case_comes_back() {
    let stage = Stage::set("hand-over");
    let server = stage.server();
    let elira = makes_an_office(&stage, "Elira", Some(&server.address()));
    goes_to(&elira, "hand-over");
    elira.find("[data-test=nothing-handed]");
    everybody_can_use(&elira, "nothing was handed over");
    goes_to(&elira, "cases/mine");
    makes_a_case(&elira, "Playground at Rose Hill");
    let requests: Vec<_> = (1..=11).map(|number| json!({ "title": format!("Filed {number}") })).collect();
    elira.script_later(CALLS, &[json!("case_create"), json!(requests)]);
    let ana = joins(&stage, &elira, "Ana");

    // Nobody is chosen by the window: a person says to whom.
    goes_to(&elira, "cases/mine");
    elira.shows(".list__foot", "12");
    elira.press(&[], "h");
    elira.find("#hand-over-all-dialog[open]");
    elira.shows("[data-test=caseload]", "12 cases");
    elira.stands_at("#hand-over-all-to");
    elira.click("#hand-over-all-do");
    elira.find("#hand-over-all-to[aria-invalid=true]");
    everybody_can_use(&elira, "handing over all, with nobody chosen");
    let to = entry(&elira, "#hand-over-all-to", "Ana");
    chooses(&elira, "#hand-over-all-to", &to);
    elira.type_into("#hand-over-all-words", "I am ill from tomorrow.");
    elira.click("#hand-over-all-do");
    elira.gone("#hand-over-all-dialog");
    elira.shows("[data-test=toast]", "12 cases were handed over");
    elira.shows("#queue-mine", "0");

    // The banner stands over every queue, and leads to what there is to know.
    goes_to(&ana, "cases/overdue");
    ana.shows("[data-test=handed-to-me]", "Elira handed 12 cases to you");
    everybody_can_use(&ana, "cases were handed over");
    ana.press(&[], "l");
    ana.shows("[data-test=handed-words]", "I am ill from tomorrow.");
    ana.find("[data-test=handed-row]:nth-of-type(12)");
    everybody_can_use(&ana, "what was handed over");

    // Over the case itself it is said too, and there one is taken by key.
    ana.click("#handed-0");
    ana.shows("[data-test=handed-over]", "Elira handed this case to you");
    ana.find("#take");
    everybody_can_use(&ana, "a case that was handed over");
    let first = ana.script("return document.querySelector('#case').dataset.case", &[]);
    ana.press(&[], "a");
    ana.gone("[data-test=handed-over]");

    goes_to(&ana, "hand-over");
    ana.find("[data-test=handed-row]:nth-of-type(11)");
    ana.gone("[data-test=handed-row]:nth-of-type(12)");
    let back = ana.script("return document.querySelector('[data-test=handed-row]').dataset.case", &[]);
    assert_ne!(back, first, "what was taken waits no more");
    ana.press(&[], "b");
    ana.find("#give-back-dialog[open]");
    everybody_can_use(&ana, "giving a case back");
    ana.type_into("#give-back-words", "I was her neighbour.");
    ana.click("#give-back-do");
    ana.gone("#give-back-dialog");
    ana.gone("[data-test=handed-row]:nth-of-type(11)");
    ana.press(&["Control"], "Enter");
    ana.gone("[data-test=handed-act]");
    ana.shows("[data-test=toast]", "10 cases");
    goes_to(&ana, "cases/mine");
    ana.shows("#queue-mine", "11");
    ana.gone("[data-test=handed-to-me]");

    // The giver sees what became of it.
    goes_to(&elira, "hand-over");
    elira.shows("[data-test=given-taken]", "11");
    elira.shows("[data-test=given-back]", "1");
    elira.shows("[data-test=back-row]", "I was her neighbour.");
    everybody_can_use(&elira, "what became of what was handed over");
    elira.click("[data-test=back-row] a");
    elira.shows("#timeline", "gave the case back");
    elira.shows("#timeline", "I was her neighbour.");
    elira.shows("#assignee", "You");
}
