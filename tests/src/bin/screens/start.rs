//! Before the office is open: the ways to start, and the wait to be let in.

use crate::pen::{Pen, clicks, scrolls_to, unlocks};

/// The welcome, with each way to start.
pub(crate) fn the_ways(pen: &Pen<'_>) {
    let window = pen.opens(&format!("nobody-{}", pen.size));
    for (way, screen) in [("join", "welcome"), ("make", "welcome-make"), ("sample", "welcome-sample"), ("restore", "welcome-restore")] {
        clicks(&window, &format!("#way-{way} input"));
        window.find(&format!("#way-{way}.on"));
        // Enlarged, what it asks for is below the ways.
        if way != "join" {
            scrolls_to(&window, "#main");
        }
        pen.draws(&window, screen);
    }
}

/// Nobody who could let the newcomer in has a window open.
pub(crate) fn the_wait(pen: &Pen<'_>, newcomer: &str) {
    let window = pen.opens(newcomer);
    unlocks(&window);
    window.find("#check-now");
    pen.draws(&window, "waiting");
}

/// Somebody else came in with the same code.
pub(crate) fn a_used_invitation(pen: &Pen<'_>, newcomer: &str) {
    let window = pen.opens(newcomer);
    unlocks(&window);
    clicks(&window, "#check-now");
    window.find("#waiting-leave");
    pen.draws(&window, "waiting-used");
}
