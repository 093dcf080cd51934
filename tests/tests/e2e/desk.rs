//! The window on a desktop: notices of what is due, an icon in the tray, and leaving. The desktop is played by the test, on a bus of its own.

use std::{
    thread::sleep,
    time::{Duration, Instant},
};

use praesto_tests::{Bus, DESKTOP, Notices, Stage, Tray, Window};
use serde_json::json;

use crate::people::{PASSPHRASE, goes_to, makes_a_case, makes_an_office_in, tries_to_unlock};
use crate::screens::everybody_can_use;

const PATIENCE: Duration = Duration::from_secs(30);
/// Twice as long as it takes until it is looked whether something is due.
const LOOKED: Duration = Duration::from_secs(20);

/// An office in a window on this bus.
fn opens(stage: &Stage, bus: &Bus) -> Window {
    makes_an_office_in(stage, "Elira", &[("DBUS_SESSION_BUS_ADDRESS", bus.address())])
}

/// Switches a setting once it is on offer: that there is a tray is known a moment after it is put up.
fn switches(window: &Window, setting: &str) {
    let (started, mut switched) = (Instant::now(), false);
    while !switched {
        assert!(started.elapsed() < PATIENCE, "{setting} is on offer");
        window.click("#settings");
        window.find("#set-notices");
        sleep(Duration::from_millis(200));
        if window.count(setting) > 0 {
            window.click(setting);
            switched = true;
        }
        window.press(&[], "Escape");
        window.gone("dialog[open]");
    }
}

/// Closes the window: what the desktop calls where somebody does.
fn closes(window: &Window) {
    window.script(&format!("{DESKTOP} says('tauri://close-requested', null)"), &[]);
}

/// Waits until the page is seen, or until it is not.
fn is_seen(window: &Window, seen: bool) {
    let started = Instant::now();
    let wanted = if seen { "visible" } else { "hidden" };
    while window.script("return document.visibilityState", &[]) != json!(wanted) {
        assert!(started.elapsed() < PATIENCE, "the window is {wanted}");
        sleep(Duration::from_millis(50));
    }
}

/// Gives the open case a task that is due today.
fn has_something_due(window: &Window) {
    window.click("#task");
    window.type_into("#task-text", "Call the family of Kanarienkind");
    let today =
        "const d = new Date(); return [d.getDate(), d.getMonth() + 1, d.getFullYear()].map(n => String(n).padStart(2, '0')).join('.')";
    let today = window.script(today, &[]);
    window.type_into("#task-due", today.as_str().expect("a day"));
    window.click("#task-do");
    window.gone("#task-dialog");
}

#[test]
fn a_notice_says_numbers_alone_and_leads_to_today() {
    let (bus, stage) = (Bus::start(), Stage::set("notices"));
    let (notices, tray) = (Notices::start(&bus), Tray::start(&bus));
    // What the desktop does not take was not said.
    notices.refuse(true);
    let window = opens(&stage, &bus);
    makes_a_case(&window, "Kanarienkind at Lime Avenue");
    has_something_due(&window);
    switches(&window, "#set-stay");
    let icon = tray.icon();
    // Out of sight, nobody looks at the window.
    closes(&window);
    is_seen(&window, false);
    assert!(notices.none_within(LOOKED));
    notices.refuse(false);
    let notice = notices.next();
    assert_eq!((notice.title.as_str(), notice.body.as_str()), ("Praesto", "One case is due today."));
    assert!(notice.actions.contains(&"default".to_owned()), "a click on it does something");
    assert!(notices.none_within(LOOKED), "it is said once");
    notices.click(&notice);
    is_seen(&window, true);
    window.find("#agenda");

    // A shut vault knows nothing.
    goes_to(&window, "cases");
    makes_a_case(&window, "Rose Hill");
    has_something_due(&window);
    icon.choose("Lock now");
    window.find("#unlock-passphrase");
    closes(&window);
    is_seen(&window, false);
    notices.forget();
    assert!(notices.none_within(LOOKED), "nothing is said while Praesto is locked");
}

#[test]
fn a_closed_window_stays_behind_its_icon_and_comes_out_when_that_goes() {
    let (bus, stage) = (Bus::start(), Stage::set("tray"));
    let window = opens(&stage, &bus);
    window.click("#settings");
    window.find("#set-notices");
    assert_eq!(window.count("#set-stay"), 0, "without a tray nothing is offered");
    window.press(&[], "Escape");
    window.gone("dialog[open]");

    let tray = Tray::start(&bus);
    switches(&window, "#set-stay");
    let icon = tray.icon();
    icon.says("Praesto: Open");
    closes(&window);
    is_seen(&window, false);
    icon.choose("Open Praesto");
    is_seen(&window, true);
    closes(&window);
    is_seen(&window, false);

    // The desktop is restarted: nothing leads to the window any more, so it comes out, and goes back once there is a tray.
    drop((icon, tray));
    is_seen(&window, true);
    let tray = Tray::start(&bus);
    let icon = tray.icon();
    sleep(Duration::from_secs(1));
    closes(&window);
    is_seen(&window, false);
    icon.choose("Quit");
    window.has_ended();
    tray.is_empty();
}

#[test]
fn without_a_tray_closing_ends_praesto_whatever_is_set() {
    let (bus, stage) = (Bus::start(), Stage::set("no-tray"));
    let tray = Tray::start(&bus);
    let window = opens(&stage, &bus);
    switches(&window, "#set-stay");
    drop((tray.icon(), tray));
    sleep(Duration::from_secs(1));
    closes(&window);
    window.has_ended();
}

#[test]
fn locking_from_the_tray_keeps_what_was_typed() {
    let (bus, stage) = (Bus::start(), Stage::set("tray-lock"));
    let tray = Tray::start(&bus);
    let window = opens(&stage, &bus);
    switches(&window, "#set-stay");
    let icon = tray.icon();
    makes_a_case(&window, "Lime Avenue");
    let note = "The lamp at the corner is out since Mon";
    window.find("#new-note");
    let types = "const e = document.querySelector('#new-note'); e.focus(); e.value = arguments[0]; e.dispatchEvent(new Event('input', { bubbles: true }))";
    window.script(types, &[json!(note)]);
    icon.choose("Lock now");
    window.find("#unlock-passphrase");
    icon.says("Praesto: Locked");
    assert!(!icon.tip().contains("Lindara"), "the icon names nobody");
    tries_to_unlock(&window, PASSPHRASE);
    assert_eq!(window.value("#new-note"), note);
    icon.says("Praesto: Open");
}

#[test]
fn quitting_asks_where_something_typed_would_be_lost_and_staying_changes_nothing() {
    let (bus, stage) = (Bus::start(), Stage::set("tray-quit"));
    let tray = Tray::start(&bus);
    let window = opens(&stage, &bus);
    switches(&window, "#set-stay");
    let icon = tray.icon();
    makes_a_case(&window, "Lime Avenue");
    window.find("#new-note");
    // More than a draft may hold: the vault refuses it.
    let pastes = "const e = document.querySelector('#new-note'); e.focus(); e.value = 'A long note. '.repeat(325000); \
        e.dispatchEvent(new Event('input', { bubbles: true }))";
    window.script(pastes, &[]);
    // A page that still draws so much is given up after a while.
    window.shows("[data-test=toast]", "What you type cannot be kept just now.");
    icon.choose("Quit");
    window.find("#leaving-dialog");
    everybody_can_use(&window, "leaving with something that cannot be kept");
    window.press(&[], "Escape");
    window.gone("#leaving-dialog");
    assert_eq!(
        window.script("return document.querySelector('#new-note').value.length > 4000000", &[]),
        json!(true),
        "it stands in its field"
    );
    window.click("#settings");
    window.find("#set-stay:checked");
    window.press(&[], "Escape");
    window.gone("dialog[open]");

    // To close still is to stay, and whoever comes back is asked nothing; to quit still is to ask.
    closes(&window);
    window.click("#leaving-do");
    is_seen(&window, false);
    icon.choose("Open Praesto");
    is_seen(&window, true);
    assert_eq!(window.count("dialog[open]"), 0, "what was answered is asked no longer");
    icon.choose("Quit");
    window.click("#leaving-do");
    window.has_ended();
}

#[test]
fn a_letter_acts_and_is_shown_where_somebody_put_it() {
    let (bus, stage) = (Bus::start(), Stage::set("own-keys"));
    let window = opens(&stage, &bus);
    makes_a_case(&window, "Lime Avenue");
    window.click("#settings");
    window.click("#set-own-keys");
    window.type_into("#own-t", "n");
    window.click("#own-keys-do");
    window.find("#own-t[aria-invalid=true]");
    window.shows("#own-t-help", "N is taken already");
    everybody_can_use(&window, "letters of one's own, with one that is taken");
    // A key takes the place of the one before, without anybody deleting it.
    window.press(&[], "e");
    window.shows("#own-t-help", "E is taken already");
    window.press(&[], "q");
    window.click("#own-keys-do");
    window.gone("dialog[open]");
    window.shows("#task kbd", "Q");
    let press = |key: &str| {
        window.script("document.activeElement.blur()", &[]);
        window.press(&[], key);
    };
    press("t");
    assert_eq!(window.count("#task-dialog"), 0, "the usual letter does nothing any more");
    press("q");
    window.find("#task-dialog");
    window.press(&[], "Escape");
    window.gone("#task-dialog");

    window.click("#settings");
    window.click("#set-own-keys");
    window.click("#own-keys-reset");
    window.click("#own-keys-do");
    window.gone("dialog[open]");
    press("t");
    window.find("#task-dialog");
}

#[test]
fn the_dialogs_of_the_desk() {
    let (bus, stage) = (Bus::start(), Stage::set("desk-dialogs"));
    let _tray = Tray::start(&bus);
    let window = stage.window_with("Elira", &[("DBUS_SESSION_BUS_ADDRESS", bus.address())]);
    window.click("#way-make");
    window.click("#make-proxy");
    window.click("#proxy-by-hand");
    everybody_can_use(&window, "the way to the server, before there is an office");
    window.click("#proxy-do");
    window.find("#proxy-address[aria-invalid=true]");
    window.type_into("#proxy-address", "127.0.0.1:9");
    window.type_into("#proxy-user", "elira");
    window.find("#proxy-password");
    window.press(&["Control"], "t");
    window.find("[data-test=proxy-tried][data-outcome=no_server]");
    everybody_can_use(&window, "a way that was tried");
    window.press(&[], "Escape");
    window.gone("#proxy-dialog");

    let window = crate::people::fills_in_an_office(window, "Elira", None);
    window.click("#settings");
    window.find("#set-stay");
    everybody_can_use(&window, "settings with everything in them");
    window.press(&[], "F1");
    window.find("#all-keys");
    window.press(&[], "Escape");
    window.gone("#all-keys");
    window.click("#settings");
    window.click("#set-proxy");
    window.find("#proxy-dialog");
    window.press(&[], "Escape");
    window.gone("#proxy-dialog");
    goes_to(&window, "computer");
    window.click("#report");
    window.shows("#report-text", "rows.cases: 0");
    everybody_can_use(&window, "the report for support");
    assert!(!window.text("#report-text").contains("Lindara"));
}
