//! A text goes over nothing that its writer has not seen: a colleague's, one that is not drawn yet, one of two that stand side by side.

use std::{thread::sleep, time::Duration};

use praesto_tests::{Stage, Window};
use serde_json::{Value, json};

use crate::people::{chooses, makes_a_case, makes_a_case_of, makes_an_office, opens_again};
use crate::screens::everybody_can_use;
use crate::two_computers::{FIRST, look_at_one_case, retitles, types};

/// How long nothing is saved that must not be.
const WATCHED: Duration = Duration::from_secs(1);

/// Does something while the window hears of nothing that happens, as one that has not been told yet.
const UNHEARD: &str = "const calls = window.__TAURI_INTERNALS__; const heard = window.__internal_unstable_listeners_object_id__['praesto']; \
    const unheard = async (work) => { \
        const missed = []; \
        const again = Object.getOwnPropertyNames(heard).map(name => { \
            const listener = heard[name], id = listener.handlerId; \
            listener.handlerId = calls.transformCallback(event => missed.push([id, event])); \
            return () => { listener.handlerId = id } }); \
        await work(); \
        again.forEach(hear => hear()); \
        missed.forEach(([id, event]) => calls.runCallback(id, event)) };";

/// What is written to the case and not drawn yet, as a colleague's change that has just arrived, with the answer that it is there.
const WRITTEN_UNSEEN: &str = "const [change, act, done] = [...arguments]; const e = document.activeElement; \
    const request = { case: document.querySelector('#case').dataset.case, changes: [change] }; \
    unheard(() => calls.invoke('case_edit', { request }).then(() => { \
        if (act === 'leave') { e.blur() } else { e.value = act; e.dispatchEvent(new Event('change', { bubbles: true })) } done([e.id]) }))";

/// Writes to the case unseen, and then leaves the field or chooses from the list that has the focus.
fn writes_unseen(window: &Window, change: Value, act: &str) -> Value {
    window.script_later(&format!("{UNHEARD}{WRITTEN_UNSEEN}"), &[change, json!(act)])
}

#[test]
fn what_was_written_before_it_was_drawn_is_not_written_over() {
    let stage = Stage::set("not-drawn");
    let window = makes_an_office(&stage, "Elira", None);
    makes_a_case(&window, "X");
    window.click("#rename");
    types(&window, "Typed over X");
    let left = writes_unseen(&window, json!({ "change": "set_title", "title": "Z" }), "leave");
    assert_eq!(left, json!(["edit-title"]), "the field is left before anything is drawn");
    window.find("#edit-title-wrong[data-code=written_meanwhile]");
    window.shows("[data-test=draft-apart]", "Z");
    assert_eq!(window.value("#case-title"), "Z");
    assert_eq!(window.value("#edit-title"), "Typed over X", "not a word of it is gone");
    window.click("#edit-facts");
    sleep(WATCHED);
    assert_eq!(window.value("#case-title"), "Z", "it is saved when asked for alone");
    window.kill();

    let window = opens_again(&stage, "Elira");
    window.click("#case-list [role=option]");
    assert_eq!(window.value("#edit-title"), "Typed over X", "and it is a draft");
    window.click("[data-test=draft-save]");
    window.gone("#edit-title");
    assert_eq!(window.text("#case-title"), "Typed over X");

    // A list says again what stands.
    makes_a_case_of(&window, "kindergarten-enrolment", "Arta");
    window.find("#field-care-language");
    window.script("document.querySelector('#field-care-language').focus()", &[]);
    let albanian = json!({ "change": "set_field", "field": "care_language", "value": { "is": "text", "value": "albanian" } });
    writes_unseen(&window, albanian, "turkish");
    window.find("[data-test=problem][data-code=written_meanwhile]");
    window.find("#field-care-language:has(option[value=albanian]:checked)");
    chooses(&window, "#field-care-language", "turkish");
    window.find("#field-care-language:has(option[value=turkish]:checked)");
    window.gone("[data-test=problem]");

    // Whoever goes on choosing has seen what they chose before.
    let twice = "const list = document.querySelector('#field-care-language'); for (const value of ['serbian', 'romani']) { \
        list.value = value; list.dispatchEvent(new Event('change', { bubbles: true })) }";
    let rows = window.count("#timeline > li");
    window.script(twice, &[]);
    window.find(&format!("#timeline > li:nth-of-type({})", rows + 2));
    window.find("#field-care-language:has(option[value=romani]:checked)");
    assert_eq!(window.count("[data-test=problem]"), 0);
}

#[test]
fn a_case_is_handed_over_from_whoever_was_seen_to_have_it() {
    let stage = Stage::set("handed-over-unseen");
    let window = makes_an_office(&stage, "Elira", None);
    makes_a_case(&window, "X");
    window.shows("#assignee", "You");
    window.click("#hand-over");
    window.click("#hand-over-do");
    window.find("#hand-over-to[aria-invalid=true]");
    let me = window.value("#hand-over-to option:not([value='']):not([disabled])");
    chooses(&window, "#hand-over-to", &me);
    let unseen = "const done = arguments[0]; const request = { case: document.querySelector('#case').dataset.case, \
        changes: [{ change: 'assign', person: null }] }; \
        unheard(() => calls.invoke('case_edit', { request }).then(() => done(document.querySelector('#hand-over-do').click())))";
    window.script_later(&format!("{UNHEARD}{unseen}"), &[]);
    window.find("#hand-over-dialog [data-test=problem][data-code=written_meanwhile]");
    window.shows("[data-test=has-it]", "Nobody");
    window.is_accessible("handing over what somebody else has by now");
    window.click("#hand-over-do");
    window.gone("#hand-over-dialog");
    window.shows("#assignee", "You");
}

#[test]
fn the_text_that_stood_first_is_saved_too_where_its_writer_asks_for_it() {
    let stage = Stage::set("typed-back");
    let server = stage.server();
    let [elira, ana] = look_at_one_case(&stage, &server);
    elira.click("#rename");
    types(&elira, "Old swings");
    retitles(&ana, "Newer swings");
    elira.shows("[data-test=draft-apart]", "Newer swings");
    types(&elira, FIRST);
    elira.shows("[data-test=draft-apart]", "Newer swings");
    elira.click("#edit-facts");
    assert_eq!(elira.value("#edit-title"), FIRST, "leaving the field neither saves it nor gives it up");
    assert_eq!(elira.value("#case-title"), "Newer swings");
    elira.script("document.querySelector('#edit-title').focus()", &[]);
    elira.press(&[], "Enter");
    for window in [&elira, &ana] {
        window.shows("#case-title", FIRST);
    }
    elira.gone("#edit-title");
}

#[test]
fn what_is_typed_on_from_one_of_two_values_saves_over_neither() {
    let stage = Stage::set("typed-on");
    let mut server = stage.server();
    let [elira, ana] = look_at_one_case(&stage, &server);
    let port = server.port();
    server.process().kill();
    retitles(&ana, "New swings");
    // Of two values that which goes on from more changes is the one that is shown: nothing moves under Elira's hands.
    retitles(&elira, "Old");
    retitles(&elira, "Old swings");
    elira.click("#rename");
    types(&elira, "Old swings and a slide");

    let _server = stage.server_at(port);
    elira.find("#see-conflicts");
    ana.find("#see-conflicts");
    assert_eq!(elira.value("#case-title"), "Old swings", "what she types over still stands");
    elira.shows("[data-test=draft-apart]", "Old swings / New swings");
    everybody_can_use(&elira, "a draft where two values stand");
    elira.click("#edit-facts");
    assert_eq!(elira.value("#edit-title"), "Old swings and a slide", "leaving the field saves nothing");
    elira.script("document.querySelector('#edit-title').focus()", &[]);
    elira.press(&[], "Enter");
    elira.find("#edit-title-wrong[data-code=written_meanwhile]");
    elira.click("[data-test=draft-conflict]");
    for window in [&elira, &ana] {
        window.click("#tab-conflicts");
        window.shows("[data-test=conflict]", "Old swings");
        window.shows("[data-test=conflict]", "New swings");
    }
    assert_eq!(elira.value("#edit-title"), "Old swings and a slide");

    ana.click("[data-test=conflict-value]:nth-of-type(2) [data-test=conflict-use]");
    for window in [&elira, &ana] {
        window.gone("[data-test=conflict]");
        window.shows("#case-title", "New swings");
    }
    elira.shows("[data-test=draft-apart]", "New swings");
    elira.click("[data-test=draft-save]");
    for window in [&elira, &ana] {
        window.shows("#case-title", "Old swings and a slide");
        window.gone("[data-test=conflict-waits]");
    }
}
