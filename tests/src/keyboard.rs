//! Somebody who has a keyboard and nothing else. Everything is done by keys, and after each of them the page has the focus somewhere.

use std::ops::Deref;

use serde_json::json;

use crate::Window;

/// Steps after which Tab must have come to what is looked for.
const ROUND: usize = 150;

/// Counts what a mouse or a finger does. Keys that press a button make a click without either.
const NO_MOUSE: &str = "window.pointed = 0; \
    for (const kind of ['pointerdown', 'mousedown', 'touchstart', 'wheel']) addEventListener(kind, () => window.pointed++, { capture: true, passive: true })";

/// What has the focus, none where nothing has it; then how often something was pointed at.
const FOCUS: &str = "const here = document.activeElement; const name = here && (here.id || here.dataset.pane || here.textContent.trim() || here.tagName); \
    return [here && here !== document.body ? name : null, window.pointed ?? -1]";

/// A hand on the keys of a window. What a window shows is looked at as ever; [`Window::click`] is not for it, and would be noticed.
#[derive(Debug)]
pub struct Keyboard {
    window: Window,
}

/// For looking.
impl Deref for Keyboard {
    type Target = Window;

    fn deref(&self) -> &Window {
        &self.window
    }
}

impl Keyboard {
    /// Puts the mouse away.
    pub fn of(window: Window) -> Self {
        window.script(NO_MOUSE, &[]);
        Self { window }
    }

    /// Presses a key with the keys that are held with it.
    ///
    /// # Panics
    /// If nothing has the focus a while after, or a mouse was used: as everything here that presses.
    pub fn press(&self, held: &[&str], key: &str) {
        self.window.press(held, key);
        self.is_somewhere(&[held, &[key]].concat().join(" "));
    }

    /// Types into the field that has the focus.
    pub fn types(&self, text: &str) {
        self.window.types(text);
        self.is_somewhere(text);
    }

    /// Waits until this has the focus.
    pub fn stands_at(&self, css: &str) {
        self.window.stands_at(css);
    }

    /// Goes on by Tab until this has the focus.
    ///
    /// # Panics
    /// If it is not reached.
    pub fn tabs_to(&self, css: &str) {
        self.window.find(css);
        let there = "return document.activeElement.matches(arguments[0])";
        for _ in 0..ROUND {
            if self.window.script(there, &[json!(css)]) == json!(true) {
                return;
            }
            self.press(&[], "Tab");
        }
        panic!("Tab reaches {css}");
    }

    /// Chooses from the list that has the focus what begins so, as it is found by typing its beginning.
    ///
    /// # Panics
    /// If it is not chosen.
    pub fn chooses(&self, list: &str, begins: &str) {
        self.stands_at(list);
        // People join, and answers come, while a list is there.
        let offers = "return [...document.querySelector(arguments[0]).options].some(one => one.text.trim().startsWith(arguments[1]))";
        self.window.until(&format!("{list} offers “{begins}”"), || {
            Ok((self.window.script(offers, &[json!(list), json!(begins)]) == json!(true)).then_some(()))
        });
        let chosen = "return document.querySelector(arguments[0]).selectedOptions[0]?.text.trim().startsWith(arguments[1])";
        let is_chosen = || self.window.script(chosen, &[json!(list), json!(begins)]) == json!(true);
        if !is_chosen() {
            self.types(begins);
        }
        self.window.until(&format!("“{begins}” is chosen in {list}"), || Ok(is_chosen().then_some(())));
    }

    /// Waits until something has the focus: what had it may be on its way to another place.
    fn is_somewhere(&self, after: &str) {
        let seen = self.window.until(&format!("after “{after}” something has the focus"), || {
            let seen = self.window.script(FOCUS, &[]);
            Ok((!seen[0].is_null()).then_some(seen))
        });
        assert_eq!(seen[1], json!(0), "after “{after}”, at {}, no mouse was used", seen[0]);
    }
}
