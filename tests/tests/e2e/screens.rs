//! Everybody can use every screen: axe-core finds nothing wrong with any of them, in the light and in the dark.

use std::{
    thread::sleep,
    time::{Duration, Instant},
};

use praesto_tests::{PASSPHRASE, Stage, Window, forge_a_summary, furnish, hand_over};
use serde_json::json;

use crate::{
    misfits::{clicks, enlarges, leaves},
    people::{chooses, chooses_a_passphrase, goes_to, makes_a_case, makes_an_office, tries_to_unlock},
};

/// Asserts that axe-core finds nothing wrong in either theme.
pub(crate) fn everybody_can_use(window: &Window, screen: &str) {
    for theme in ["light", "dark"] {
        // Colours are judged when they have arrived, not on their way.
        let script = "document.documentElement.classList.toggle('pf-v6-theme-dark', arguments[0] === 'dark'); \
            return Promise.all(document.getAnimations().map(one => one.finished.catch(() => 0))).then(() => true)";
        window.script(script, &[json!(theme)]);
        window.is_accessible(&format!("{screen} ({theme})"));
    }
}

/// Opens a dialog, looks at it, and closes it again.
fn dialog(window: &Window, opens: &str, dialog: &str) {
    window.click(opens);
    window.find(dialog);
    everybody_can_use(window, dialog);
    window.press(&[], "Escape");
    window.gone(dialog);
}

#[test]
fn the_ways_to_start() {
    let stage = Stage::set("screens-start");
    let window = stage.window("nobody");
    for way in ["join", "make", "sample", "restore"] {
        window.click(&format!("#way-{way}"));
        everybody_can_use(&window, &format!("welcome, {way}"));
    }
    window.click("#way-make");
    window.click("#make");
    window.find("[aria-invalid=true]");
    everybody_can_use(&window, "welcome with answers missing");
}

#[test]
fn an_office_alone() {
    let stage = Stage::set("screens-alone");
    let window = makes_an_office(&stage, "Elira", None);
    everybody_can_use(&window, "no cases yet");
    makes_a_case(&window, "Lime Avenue");
    everybody_can_use(&window, "an empty case");
    assert_eq!(window.count("#queue-not-sent"), 0, "without a server nothing waits for one");
    assert!(!window.page().contains("Not sent"), "nor is anything called so");
    goes_to(&window, "office");
    window.find("[data-test=alone]");
    assert_eq!(window.count("#invite"), 0, "nobody can be invited without a server");
    everybody_can_use(&window, "office without a server");
    dialog(&window, "#connect", "#connect-dialog");
    dialog(&window, "#add-type", "#add-type-dialog");
    goes_to(&window, "computer");
    window.find("[data-test=alone]");
    everybody_can_use(&window, "this computer without a server");
    dialog(&window, "#backup-open", "#backup-dialog");
}

#[test]
fn a_furnished_office() {
    let stage = Stage::set("screens-office");
    let _server = furnish(&stage);
    let window = stage.window("full");
    window.find("#unlock-passphrase");
    everybody_can_use(&window, "unlock");
    tries_to_unlock(&window, PASSPHRASE);

    window.find("#agenda [data-case]");
    everybody_can_use(&window, "today");
    goes_to(&window, "cases");
    window.find("#case-list [role=option]");
    everybody_can_use(&window, "cases");
    for queue in ["team", "overdue", "not-sent", "conflict"] {
        window.click(&format!("#queue-{queue}"));
        window.find(&format!("#queue-{queue}[aria-pressed=true]"));
        everybody_can_use(&window, &format!("queue {queue}"));
    }
    marked_cases(&window);
    a_case(&window);
    a_file_leaves(&window);
    the_shell(&window);
    let code = the_areas(&window);
    the_largest_and_the_clearest(&window);
    what_is_handed_over(&stage, &window);
    what_is_untrue(&stage, &window);
    drop(window);
    the_wait_for_a_colleague(&stage, &code);
}

/// What can be done to many cases, and what it leaves as it was.
fn marked_cases(window: &Window) {
    dialog(window, "#filter-open", "#filter-dialog");
    window.script("document.querySelector('#case-list').focus()", &[]);
    window.press(&["Control"], "a");
    window.find("[data-test=marks]");
    everybody_can_use(window, "a whole list marked");
    for (opens, what) in
        [("#bulk-assign", "#bulk-assign-dialog"), ("#bulk-tag", "#bulk-tag-dialog"), ("#bulk-status", "#bulk-status-dialog")]
    {
        dialog(window, opens, what);
    }
    // Those whose decisions contradict each other are set by nobody.
    window.click("#bulk-status");
    chooses(window, "#bulk-status-to", "waiting");
    window.click("#bulk-status-do");
    // It opens over nobody: a message opens it.
    window.click("#bulk-left-look");
    window.find("#bulk-left [data-test=case-left]");
    everybody_can_use(window, "cases that were left as they were");
    window.press(&[], "Escape");
    window.gone("#bulk-left");
    assert_eq!(window.count("#bulk-left-look"), 0, "what was read is not offered again");
    window.script("document.querySelector('#case-list').focus()", &[]);
    window.press(&["Control"], "z");
    window.shows("[data-test=toast]", "Taken back");
}

/// Nobody who could let the newcomer in has a window open.
fn the_wait_for_a_colleague(stage: &Stage, code: &str) {
    let window = stage.window("leon");
    window.click("#way-join");
    window.type_into("#code", code);
    window.find("[data-test=invitation-known]");
    window.type_into("#person-name", "Leon");
    chooses_a_passphrase(&window);
    window.click("#join");
    window.find("#check-now");
    everybody_can_use(&window, "waiting for a colleague");
}

/// Keys that settle a conflict, and decide.
const SETTLING: &str = "123WD";

/// Asserts that the key bar names just those of the keys that settle conflicts whose buttons are there.
fn keys_are_those_of_the_buttons(window: &Window, keys: &[&str]) {
    let script = "const caps = css => [...new Set([...document.querySelectorAll(css)].map(e => e.textContent).filter(t => arguments[0].includes(t)))].sort(); \
        return [caps('.foot__keys kbd'), caps('#case button kbd')]";
    let said = || window.script(script, &[json!(SETTLING)]);
    // The bar is drawn after the page that it speaks of.
    let started = Instant::now();
    while said() != json!([keys, keys]) && started.elapsed() < Duration::from_secs(5) {
        sleep(Duration::from_millis(20));
    }
    assert_eq!(said(), json!([keys, keys]), "the key bar, and the buttons");
}

/// Which of two decisions stands is asked of whoever decided otherwise, who finds both in a task.
fn asks_somebody_to_decide(window: &Window) {
    let asks = || {
        window.press(&["Control"], "Enter");
        window.find("#task-dialog[open]");
        let text = window.value("#task-text");
        for words in ["Decide which one stands", "“Granted” by Elira", "“Refused” by Ana"] {
            assert!(text.contains(words), "{words} in {text}");
        }
    };
    asks();
    everybody_can_use(window, "asking somebody to decide");
    window.press(&[], "Escape");
    window.gone("#task-dialog");
    asks();
    window.click("#task-do");
    window.gone("#task-dialog");
    window.shows("[data-test=toast]", "The task was added");
    window.click("#tab-tasks");
    window.shows("#case-panel", "Decide which one stands");
    window.shows("#case-panel", "Ana");
    window.click("#tab-conflicts");
}

fn conflicts(window: &Window) {
    window.click("#row-0");
    window.click("#tab-conflicts");
    window.find("[data-test=conflict][data-place=field]");
    window.find("[data-test=conflict-decision]");
    keys_are_those_of_the_buttons(window, &["1", "2", "3", "D", "W"]);
    everybody_can_use(window, "case with a field and decisions in conflict");
    asks_somebody_to_decide(window);
    window.click("#row-1");
    window.click("#tab-conflicts");
    window.find("[data-test=conflict][data-place=title]");
    keys_are_those_of_the_buttons(window, &["1", "2", "D"]);
    for key in ["3", "w"] {
        window.press(&[], key);
    }
    window.find("[data-test=conflict][data-place=title]");
    window.click("#tab-summary");
    keys_are_those_of_the_buttons(window, &["D"]);
}

fn a_case(window: &Window) {
    conflicts(window);
    for tab in ["conflicts", "form", "notes", "tasks", "decisions", "summary"] {
        window.click(&format!("#tab-{tab}"));
        window.find(&format!("#tab-{tab}[aria-selected=true]"));
        everybody_can_use(window, &format!("case, {tab}"));
    }
    for opens in ["#edit-facts", "#party-add", "#new-field", "#rename"] {
        window.click(opens);
    }
    window.click("#new-field-save");
    window.find("#new-field-name[aria-invalid=true]");
    everybody_can_use(window, "case with every form open, and a name missing");
    for (opens, what) in [
        ("#decide", "#decide-dialog"),
        ("#move-on", "#step-dialog"),
        ("#letter", "#letter-dialog"),
        ("#hand-over", "#hand-over-dialog"),
        ("#task", "#task-dialog"),
        ("#scan", "#scan-dialog"),
        ("#remove", "#remove-dialog"),
    ] {
        dialog(window, opens, what);
    }
}

/// The dialog that asks why a file leaves the sealed world.
fn a_file_leaves(window: &Window) {
    window.press(&["Control"], "k");
    window.type_into("#palette-input", "Playground");
    window.shows("#palette-0", "Playground at Rose Hill");
    window.press(&[], "Enter");
    window.find("[data-test=attachment]");
    everybody_can_use(window, "case with files");
    window.find("[data-test=attachment-earlier][aria-expanded=false]");
    window.find("[data-test=attachment-apart]");
    window.click("[data-test=attachment-earlier]");
    window.find("[data-test=attachment-earlier][aria-expanded=true]");
    assert_eq!(window.count("[data-test=attachment-version]"), 2, "the two before the newest");
    everybody_can_use(window, "case with the earlier versions of a file");
    window.click("[data-test=attachment-earlier]");
    window.gone("[data-test=attachment-version]");
    window.click("[data-test=attachment-look]");
    window.find("#preview-words");
    everybody_can_use(window, "a file, shown in place");
    window.press(&[], "Escape");
    window.gone("#preview-dialog");
    window.click("[data-test=attachment-save]");
    window.click("#save-do");
    window.find("#save-reason[aria-invalid=true]");
    everybody_can_use(window, "saving a file outside, with the reason missing");
    window.press(&[], "Escape");
    window.gone("#save-dialog");
    dialog(window, "[data-test=attachment-change]", "#elsewhere-dialog");
}

/// Ana hands over some cases: the banner, the page, a case that waits, and the dialogs.
fn what_is_handed_over(stage: &Stage, window: &Window) {
    hand_over(stage);
    goes_to(window, "cases/team");
    window.shows("[data-test=handed-to-me]", "Ana Petrova handed 3 cases to you");
    everybody_can_use(window, "cases with the banner of a hand-over");
    window.click("#hand-over-look");
    window.find("[data-test=handed-row]");
    everybody_can_use(window, "what was handed over");
    dialog(window, "[data-test=give-back]", "#give-back-dialog");
    dialog(window, "[data-test=give-back-all]", "#give-back-dialog");
    window.click("#handed-0");
    window.find("[data-test=handed-over]");
    everybody_can_use(window, "a case that was handed over");
    dialog(window, "#give-back", "#give-back-dialog");
    goes_to(window, "cases/mine");
    dialog(window, "#hand-over-all", "#hand-over-all-dialog");
    goes_to(window, "computer");
    window.find("#verify");
}

/// A colleague's computer sends something untrue: it is set aside, and said.
fn what_is_untrue(stage: &Stage, window: &Window) {
    assert_eq!(window.count("[data-test=set-aside]"), 0);
    assert!(!window.text(".foot__keys").contains("try again"), "nothing is set aside, so nothing is tried again");
    forge_a_summary(stage);
    window.find("[data-test=set-aside]");
    window.find("[data-test=finding][data-kind=checkpoint_forged]");
    window.shows(".foot__keys", "try again");
    window.shows("[data-test=nav-mark]", "2");
    everybody_can_use(window, "this computer with something set aside, and a finding");
    window.click("#findings-note");
    window.shows("[data-test=nav-mark]", "1");
    window.gone("#findings-note");
    everybody_can_use(window, "a finding that was read of");
}

fn the_shell(window: &Window) {
    dialog(window, "#new-case", "#new-case-dialog");
    dialog(window, "#search", "#palette");
    what_forgives(window);
    dialog(window, "#settings", "dialog[open]");
    with_more_contrast(window);
    with_larger_text(window);
    window.press(&[], "F1");
    window.find("dialog[open]");
    everybody_can_use(window, "all keys");
    window.press(&[], "Escape");
    window.gone("dialog[open]");
}

/// A search with a slip, and a new case that is here already.
fn what_forgives(window: &Window) {
    window.click("#search");
    window.type_into("#palette-input", "Playgruond");
    window.shows("[data-test=palette-similar]", "Playground at Rose Hill");
    everybody_can_use(window, "search with a slip");
    window.press(&[], "Escape");
    window.gone("#palette");
    window.click("#new-case");
    window.type_into("#case-new-title", "Playgruond at Rose Hill");
    window.shows("#case-alike", "Playground at Rose Hill");
    everybody_can_use(window, "new case that is alike");
    window.click("#new-case-dialog [data-test=draft-discard]");
    window.press(&[], "Escape");
    window.gone("#new-case-dialog");
}

/// The setting changes the colours at once, in the light and in the dark, and everybody can still read them.
fn with_more_contrast(window: &Window) {
    let ink = || window.script("return getComputedStyle(document.documentElement).getPropertyValue('--px-text-2').trim()", &[]);
    window.click("#settings");
    for theme in ["light", "dark"] {
        window.click(&format!("#theme-{theme}"));
        window.click("#contrast-system");
        window.gone("html.px-contrast");
        let usual = ink();
        window.click("#contrast-more");
        window.find("html.px-contrast");
        assert_ne!(ink(), usual, "in the {theme}");
        everybody_can_use(window, &format!("more contrast, {theme}, settings"));
        window.press(&[], "Escape");
        window.gone("dialog[open]");
        everybody_can_use(window, &format!("more contrast, {theme}, case"));
        window.click("#settings");
    }
    window.click("#theme-system");
    window.click("#contrast-system");
    window.gone("html.px-contrast");
    window.press(&[], "Escape");
    window.gone("dialog[open]");
}

/// The settings show the size that the keys have set.
fn with_larger_text(window: &Window) {
    let shows = |size| window.shows("#set-size option:checked", size);
    window.click("#settings");
    shows("100 %");
    for (key, size) in [("+", "110 %"), ("+", "125 %"), ("0", "100 %")] {
        window.press(&["Control"], key);
        shows(size);
    }
    window.press(&[], "Escape");
    window.gone("dialog[open]");
}

/// Where people are most of the day, and what each shows last.
const MAIN: [(&str, &str); 4] =
    [("today", "#agenda [data-case]"), ("office", "#people"), ("computer", "#verify"), ("cases/mine", "#case-list [data-case]")];

/// The main screens with the largest text that the settings offer, and with more contrast.
fn the_largest_and_the_clearest(window: &Window) {
    let looks = |look: &str, at: &dyn Fn(&Window, &str)| {
        for (area, shows) in MAIN {
            goes_to(window, area);
            window.find(shows);
            at(window, &format!("{area}, {look}"));
        }
        clicks(window, "#row-0[data-case]");
        window.find("#case-title");
        at(window, &format!("case, {look}"));
        clicks(window, "#settings");
        window.find("#settings-dialog[open]");
        at(window, &format!("settings, {look}"));
        leaves(window);
    };
    enlarges(window, 200);
    looks("200 %", &Window::is_accessible);
    enlarges(window, 100);
    clicks(window, "#settings");
    clicks(window, "#contrast-more");
    window.find("html.px-contrast");
    leaves(window);
    looks("more contrast", &everybody_can_use);
    clicks(window, "#settings");
    clicks(window, "#contrast-system");
    window.gone("html.px-contrast");
    leaves(window);
}

/// Gives the code of an invitation that was made on the way.
fn the_areas(window: &Window) -> String {
    goes_to(window, "import");
    window.find("#import-path");
    everybody_can_use(window, "import");
    window.type_into("#import-path", concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/sample-office/cases.csv"));
    window.click("#import-path-do");
    window.find("[data-test=import-report]");
    everybody_can_use(window, "what an import would do");
    goes_to(window, "office");
    window.find("#people");
    everybody_can_use(window, "office");
    window.click("#invite");
    window.find("#invite-name");
    everybody_can_use(window, "inviting");
    window.type_into("#invite-name", "Leon");
    window.click("#invite-do");
    let code = window.value("#invite-code");
    everybody_can_use(window, "an invitation");
    window.click("#invite-close");
    goes_to(window, "computer");
    window.click("#verify");
    window.find("[data-test=verified]");
    everybody_can_use(window, "this computer");
    dialog(window, "#computer-key", "#key-dialog");
    code
}
