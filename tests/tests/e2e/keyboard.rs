//! Everything can be done without a mouse: Tab reaches whatever can be used and shows where it is, Esc closes what lies on top and gives the focus back.

use std::{
    thread::sleep,
    time::{Duration, Instant},
};

use praesto_tests::{PASSPHRASE, Stage, Window, furnish};
use serde_json::{Value, json};

use crate::people::{goes_to, tries_to_unlock};

/// Steps after which a round by Tab must be over.
const ROUND: usize = 150;

/// Remembers how everything that Tab must reach looks without the focus.
const BEFORE: &str = r#"
    const look = e => [e, e.closest('.pf-v6-c-form-control'), e.closest('.opt'), e.closest('.pal__in')].filter(Boolean)
        .map(x => getComputedStyle(x)).map(s => [s.outlineStyle, s.outlineWidth, s.boxShadow, s.top].join()).join(';');
    const top = document.querySelector('dialog[open]') ?? document;
    const can = [...top.querySelectorAll('a[href], button:not([disabled]), input, select, textarea, [tabindex="0"]')]
        .filter(e => e.tabIndex >= 0 && e.checkVisibility() && (e.type !== 'radio' || e.checked));
    document.activeElement.blur();
    window.walk = { look, all: can.length, waiting: new Map(can.map(e => [e, look(e)])), first: null };
    return can.length;
"#;

/// Notes what has the focus now: whether the round is over, and what is wrong with it.
const STEP: &str = r#"
    const { look, waiting, first } = window.walk;
    const here = document.activeElement;
    if (here === document.body) return [false, null];
    if (here === first) return [true, null];
    window.walk.first ??= here;
    const name = here.id || here.textContent.trim() || here.className;
    const before = waiting.get(here);
    waiting.delete(here);
    if (before !== undefined && before === look(here)) return [false, `${name} does not show the focus`];
    const at = here.getBoundingClientRect();
    return [false, at.bottom < 0 || at.top > innerHeight || at.right < 0 || at.left > innerWidth ? `${name} has the focus out of sight` : null];
"#;

/// What Tab did not reach.
const LEFT: &str =
    "return [...window.walk.waiting.keys()].filter(e => e.isConnected).map(e => e.id || e.textContent.trim() || e.className)";

/// Walks once around by Tab: everything is reached, in sight, and shows that it has the focus.
fn walks_around(window: &Window, screen: &str) {
    window.find("button");
    assert!(window.script(BEFORE, &[]).as_u64() > Some(0), "{screen} has something to reach");
    let mut wrong = Vec::new();
    let over = (0..ROUND).any(|_| {
        window.press(&[], "Tab");
        let step = window.script(STEP, &[]);
        wrong.extend(step[1].as_str().map(str::to_owned));
        step[0] == json!(true)
    });
    assert!(over, "a round through {screen} ends");
    assert_eq!(wrong, Vec::<String>::new(), "in {screen}");
    assert_eq!(window.script(LEFT, &[]), json!([]), "Tab reaches everything in {screen}");
}

fn focused(window: &Window) -> Value {
    window.script("return document.activeElement.id || document.activeElement.dataset.pane || document.activeElement.tagName", &[])
}

/// Opens a dialog from its button by keyboard, walks around in it, and leaves it with Esc.
fn opens_and_leaves(window: &Window, opener: &str, dialog: &str) {
    window.find(&format!("#{opener}"));
    window.script("document.getElementById(arguments[0]).focus()", &[json!(opener)]);
    window.press(&[], "Enter");
    window.find(&format!("{dialog}[open]"));
    window.find(&format!("{dialog}:focus-within"));
    walks_around(window, dialog);
    window.press(&[], "Escape");
    window.gone("dialog[open]");
    // The focus is back where it was opened.
    window.stands_at(&format!("#{opener}"));
}

#[test]
fn everything_is_reached_by_tab_and_left_by_escape() {
    let stage = Stage::set("keyboard");
    let _server = furnish(&stage);
    let window = stage.window("full");
    window.find("#unlock-passphrase");
    walks_around(&window, "unlock");
    tries_to_unlock(&window, PASSPHRASE);
    window.find("#agenda [data-case]");
    walks_around(&window, "today");
    window.press(&["Control"], "2");
    window.find("#case-list [role=option]");
    walks_around(&window, "cases");
    the_list(&window);
    for opener in ["decide", "hand-over", "task"] {
        opens_and_leaves(&window, opener, &format!("#{opener}-dialog"));
    }
    opens_and_leaves(&window, "move-on", "#step-dialog");
    for (opener, dialog) in [("new-case", "#new-case-dialog"), ("search", "#palette"), ("settings", "#settings-dialog")] {
        opens_and_leaves(&window, opener, dialog);
    }
    for area in ["hand-over", "import", "office", "computer"] {
        goes_to(&window, area);
        window.find("#main h1");
        walks_around(&window, area);
    }
    opens_and_leaves(&window, "computer-key", "#key-dialog");
    goes_to(&window, "office");
    opens_and_leaves(&window, "invite", "#invite-dialog");
    other_keyboards(&window);
}

/// How wide the page thinks it is, once that is what it would be at this size of text or ten seconds have gone by.
const WIDTH: &str = r"
    const [wanted, answer] = arguments;
    let left = 200;
    const looks = setInterval(() => {
        if (Math.abs(innerWidth - wanted) > 2 && --left > 0) return;
        clearInterval(looks);
        answer(innerWidth);
    }, 50);
";

/// The size of text follows the keys at once, on every page and under dialogs too, and is found again at the next start.
#[test]
fn text_grows_and_shrinks_by_key_and_stays_so() {
    let stage = Stage::set("text-size");
    let window = stage.window("nobody");
    window.find("#way-make");
    let usual = window.script("return innerWidth", &[]).as_u64().expect("a width is a number");
    let becomes = |window: &Window, percent: u64| {
        let wanted = usual * 100 / percent;
        let width = window.script_later(WIDTH, &[json!(wanted)]).as_u64().expect("a width is a number");
        assert!(width.abs_diff(wanted) <= 2, "{width} instead of {wanted} at {percent} %");
    };
    let presses = |window: &Window, key: &str, percent: u64| {
        window.press(&["Control"], key);
        becomes(window, percent);
    };
    presses(&window, "+", 110);
    presses(&window, "+", 125);
    window.press(&[], "F1");
    window.find("#all-keys[open]");
    presses(&window, "-", 110);
    window.press(&[], "Escape");
    window.gone("#all-keys[open]");
    for percent in [125, 150, 175, 200, 200] {
        presses(&window, "+", percent);
    }
    // What is seen at once is kept a moment later.
    let kept = || praesto_vault::load_settings(&stage.profile("nobody")).expect("settings can be read").unwrap_or_default();
    let started = Instant::now();
    while !kept().contains("200") && started.elapsed() < Duration::from_secs(5) {
        sleep(Duration::from_millis(20));
    }
    drop(window);
    let window = stage.window("nobody");
    window.find("#way-make");
    becomes(&window, 200);
    presses(&window, "0", 100);
    for percent in [90, 80, 80] {
        presses(&window, "-", percent);
    }
}

/// Keys are found where other layouts have them, and are never taken for what another layout has in their place.
fn other_keyboards(window: &Window) {
    let ctrl = |key: &str, code: &str| {
        let press = "document.activeElement.dispatchEvent(new KeyboardEvent('keydown', \
                     { key: arguments[0], code: arguments[1], ctrlKey: true, bubbles: true, cancelable: true }))";
        window.script(press, &[json!(key), json!(code)]);
    };
    // A Latin letter in the place of K is that letter; a Cyrillic one is K.
    ctrl("x", "KeyK");
    ctrl("к", "KeyK");
    window.find("#palette[open]");
    assert_eq!(window.count("dialog[open]"), 1);
    window.press(&[], "Escape");
    window.gone("dialog[open]");
    ctrl("x", "KeyK");
    // A French keyboard has its digits with Shift alone.
    ctrl("&", "Digit1");
    window.find("#agenda");
    assert_eq!(window.count("dialog[open]"), 0, "another letter in the place of K opens nothing");
}

/// The list, the case, and the way back.
fn the_list(window: &Window) {
    window.script("document.querySelector('#case-list').focus()", &[]);
    window.press(&[], "ArrowDown");
    window.find("#row-0.here");
    window.press(&[], "ArrowDown");
    window.find("#row-1.here");
    assert_eq!(window.count("#case-list .on"), 0, "moving about opens nothing");
    window.press(&[], "Enter");
    window.find("#row-1.on");
    window.press(&[], "k");
    window.find("#row-0.on");
    window.find("#case-title");
    walks_around(window, "an open case");
    window.script("document.querySelector('#case-list').focus()", &[]);
    window.press(&[], "Enter");
    assert_eq!(focused(window), json!("case"));
    for pane in ["rail", "nav", "list", "case"] {
        window.press(&[], "F6");
        assert_eq!(focused(window), json!(pane), "F6 goes round the panes");
    }
    window.press(&[], "d");
    window.find("#decide-dialog[open]");
    window.press(&[], "Escape");
    window.gone("dialog[open]");
    // The focus is back where the key was pressed.
    window.stands_at("#case");
    window.press(&[], "Escape");
    window.stands_at("#case-list");
    window.gone("#case-title");
    window.press(&[], "Enter");
    window.find("#case-title");
}

#[test]
fn the_ways_to_start_are_reached_by_tab() {
    let stage = Stage::set("keyboard-start");
    let window = stage.window("nobody");
    for (key, way) in [("1", "join"), ("2", "make"), ("3", "sample")] {
        window.find("#way-join");
        window.script("document.activeElement.blur()", &[]);
        window.press(&[], key);
        window.find(&format!("#way-{way}.on"));
        walks_around(&window, way);
    }
}
