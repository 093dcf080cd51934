//! Steps that many journeys share, named as a person would name them.

use praesto_tests::{Stage, Window};
use serde_json::{Value, json};

/// Long enough for the rules, and nobody's.
pub(crate) const PASSPHRASE: &str = "seven slow rivers";

/// Opens the window of a person and makes an office in it, with a passphrase.
pub(crate) fn makes_an_office(stage: &Stage, person: &str, server: Option<&str>) -> Window {
    fills_in_an_office(stage.window(person), person, server)
}

/// As [`makes_an_office`], in a window whose program sees these variables.
pub(crate) fn makes_an_office_in(stage: &Stage, person: &str, variables: &[(&str, &str)]) -> Window {
    fills_in_an_office(stage.window_with(person, variables), person, None)
}

/// Makes an office in a window that stands at the welcome.
pub(crate) fn fills_in_an_office(window: Window, person: &str, server: Option<&str>) -> Window {
    window.click("#way-make");
    window.type_into("#office-name", "Municipality of Lindara");
    if let Some(server) = server {
        window.type_into("#server", server);
    }
    window.type_into("#person-name", person);
    chooses_a_passphrase(&window);
    window.is_accessible("welcome");
    window.click("#make");
    window.find("#lock");
    goes_to(&window, "cases");
    window.find("#queue-mine");
    window
}

/// Chooses an entry of a list that folds out; the protocol's clicks do not reach what the system draws.
pub(crate) fn chooses(window: &Window, css: &str, value: &str) {
    window.find(css);
    let script = "const list = document.querySelector(arguments[0]); list.value = arguments[1]; \
        list.dispatchEvent(new Event('change', { bubbles: true }))";
    window.script(script, &[json!(css), json!(value)]);
}

/// Answers the question how to unlock, with [`PASSPHRASE`].
pub(crate) fn chooses_a_passphrase(window: &Window) {
    // Where there is no keyring, there is nothing to choose.
    if window.count("#key-passphrase") > 0 {
        window.click("#key-passphrase");
    }
    window.type_into("#passphrase", PASSPHRASE);
    window.type_into("#passphrase-again", PASSPHRASE);
}

/// Makes a case and waits until it is shown.
pub(crate) fn makes_a_case(window: &Window, title: &str) {
    window.click("#new-case");
    window.type_into("#case-new-title", title);
    window.click("#case-new-do");
    window.shows("#case-title", title);
}

/// Makes a case of a type, and waits until it is shown.
pub(crate) fn makes_a_case_of(window: &Window, case_type: &str, title: &str) {
    window.click("#new-case");
    chooses(window, "#case-new-type", case_type);
    window.type_into("#case-new-title", title);
    window.click("#case-new-do");
    window.shows("#case-title", title);
}

/// Opens the first case of the team's queue, and waits until it is shown.
pub(crate) fn opens_a_case(window: &Window, title: &str) {
    goes_to(window, "cases/team");
    window.shows("#case-list", title);
    window.click("#case-list [role=option]");
    window.shows("#case-title", title);
}

/// Takes a step of the case's type.
pub(crate) fn takes_step(window: &Window, step: &str) {
    window.click("#move-on");
    window.click(&format!("#step-dialog input[value={step}]"));
    window.click("#step-do");
    window.gone("#step-dialog");
}

/// Waits until lists show the open case with this status.
pub(crate) fn stands_at(window: &Window, status: &str) {
    window.find(&format!("#status[data-status={status}]"));
}

/// Decides the open case.
pub(crate) fn decides(window: &Window, outcome: &str, reason: &str) {
    window.click("#decide");
    chooses(window, "#decide-outcome", outcome);
    window.type_into("#decide-reason", reason);
    window.click("#decide-do");
    window.gone("#decide-dialog");
}

/// Locks by key, as `Ctrl L` promises.
pub(crate) fn locks(window: &Window) {
    window.press(&["Control"], "l");
    window.find("#unlock-passphrase");
}

/// Types a passphrase on the locked screen and asks to open.
pub(crate) fn tries_to_unlock(window: &Window, passphrase: &str) {
    window.type_into("#unlock-passphrase", passphrase);
    window.click("#unlock:not([disabled])");
}

/// Opens the window of a person whose program had ended, and unlocks it.
pub(crate) fn opens_again(stage: &Stage, person: &str) -> Window {
    let window = stage.window(person);
    tries_to_unlock(&window, PASSPHRASE);
    window.find("#lock");
    goes_to(&window, "cases");
    window.find("#queue-mine");
    window
}

/// Goes to a place of the window by its address.
pub(crate) fn goes_to(window: &Window, place: &str) {
    window.script("location.hash = '#/' + arguments[0]", &[json!(place)]);
}

/// Keeps what a bar of progress within an element says; presses a button once, when it says so much.
const WATCH: &str = "const [within, at, stop] = arguments; window.progress = []; window.watched?.disconnect(); let waits = stop; \
    window.watched = new MutationObserver(() => { \
        const bar = document.querySelector(within + ' [role=progressbar]'); \
        if (!bar) return; \
        const now = Number(bar.getAttribute('aria-valuenow')); \
        if (window.progress.at(-1) !== now) window.progress.push(now); \
        const button = now >= at && waits && document.querySelector(waits); \
        if (button) { waits = null; button.click() } \
    }); \
    window.watched.observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['aria-valuenow'] })";

/// How far something is, as the window shows it to whoever waits.
pub(crate) struct Progress<'a>(&'a Window);

impl<'a> Progress<'a> {
    /// Watches the bar within an element from now on.
    pub(crate) fn watched(window: &'a Window, within: &str) -> Self {
        window.script(WATCH, &[json!(within), json!(0), Value::Null]);
        Self(window)
    }

    /// The same, and presses a button as soon as the bar says so many percent: a person would be too slow, or too late.
    pub(crate) fn watched_and_stopped(window: &'a Window, within: &str, percent: u64, button: &str) -> Self {
        window.script(WATCH, &[json!(within), json!(percent), json!(button)]);
        Self(window)
    }

    /// The numbers that were shown, each once.
    ///
    /// # Panics
    /// If one of them was smaller than the one before it, or more than all.
    pub(crate) fn grown(&self) -> Vec<u64> {
        let seen = self.0.script("return window.progress", &[]);
        let seen: Vec<u64> = seen.as_array().into_iter().flatten().filter_map(Value::as_u64).collect();
        assert!(seen.windows(2).all(|two| two[0] < two[1]) && seen.iter().all(|one| *one <= 100), "it only grows: {seen:?}");
        seen
    }
}
