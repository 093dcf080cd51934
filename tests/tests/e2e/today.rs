//! A morning with the keyboard: what is due is found, done, taken back, put off and opened.

use praesto_tests::{Stage, Window};
use serde_json::json;

use crate::people::{makes_a_case, makes_an_office};

/// Types a task into the open case that is due in so many days.
fn adds_a_task(window: &Window, text: &str, in_days: i64) {
    let script = "const day = new Date(Date.now() + arguments[0] * 86400000); \
        return [day.getDate(), day.getMonth() + 1, day.getFullYear()].join('.')";
    let day = window.script(script, &[json!(in_days)]);
    window.click("#task");
    window.type_into("#task-text", text);
    window.type_into("#task-due", day.as_str().unwrap_or_default());
    window.click("#task-do");
    window.gone("#task-dialog");
}

#[test]
fn what_is_due_is_done_taken_back_put_off_and_opened_by_keyboard() {
    let stage = Stage::set("today");
    let window = makes_an_office(&stage, "Elira", None);
    window.press(&["Control"], "1");
    window.find("[data-test=today-nothing]");
    window.is_accessible("a day without work");
    makes_a_case(&window, "Playground at Rose Hill");
    adds_a_task(&window, "Call the mason", -2);
    adds_a_task(&window, "Ask for the plan", 0);
    adds_a_task(&window, "Write the letter", 3);

    window.press(&["Control"], "1");
    window.shows("[data-test=today-late]", "Call the mason");
    window.shows("[data-test=today-late]", "2 days late");
    window.shows("[data-test=today-now]", "Ask for the plan");
    window.shows("[data-test=today-soon]", "Write the letter");
    window.shows("[data-test=nav-urgent]", "2");

    let first = || window.stands_at("#today-row-0");
    window.press(&[], "Home");
    first();
    window.press(&[], "x");
    window.gone("[data-test=today-late]");
    first();
    window.shows("[data-test=nav-urgent]", "1");
    window.press(&["Control"], "z");
    window.shows("[data-test=today-late]", "Call the mason");
    window.press(&[], "Home");
    first();
    window.press(&[], "s");
    window.gone("[data-test=today-late]");
    window.shows("[data-test=today-soon]", "Call the mason");
    window.shows("[data-test=today-soon]", "Write the letter");

    window.press(&[], "Home");
    first();
    window.press(&[], "ArrowDown");
    window.stands_at("#today-row-1");
    window.press(&[], "Enter");
    window.find("#tab-tasks[aria-selected=true]");
    window.shows("#case-title", "Playground at Rose Hill");
    window.shows("#tasks", "Call the mason");
}
