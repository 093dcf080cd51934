//! Keys: one way to listen, with the rule for single letters in one place.

use std::cell::RefCell;

use gloo_events::{EventListener, EventListenerOptions};
use praesto_contract::OwnKeys;
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusEvent, HtmlElement, KeyboardEvent};
use yew::prelude::*;

use crate::i18n::Tr;

/// Listens to keys as long as the component lives. `heard` answers whether it took the key.
///
/// Keys that a dialog should have are not offered while one is open, unless `under_dialogs`.
#[hook]
pub(crate) fn use_keys(under_dialogs: bool, heard: impl Fn(&KeyboardEvent) -> bool + 'static) {
    let latest = use_mut_ref(|| None::<Box<dyn Fn(&KeyboardEvent) -> bool>>);
    *latest.borrow_mut() = Some(Box::new(heard));
    use_effect_with((), move |()| {
        let options = EventListenerOptions::enable_prevent_default();
        let listener = EventListener::new_with_options(&gloo_utils::window(), "keydown", options, move |event| {
            let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
            if event.default_prevented() || event.is_composing() || (!under_dialogs && dialog_open()) {
                return;
            }
            if latest.borrow().as_ref().is_some_and(|heard| heard(event)) {
                event.prevent_default();
            }
        });
        move || drop(listener)
    });
}

/// Whether a dialog lies over the page.
pub(crate) fn dialog_open() -> bool {
    gloo_utils::document().query_selector("dialog[open]").ok().flatten().is_some()
}

/// The single letter of this event, in lower case, where it may act: letters switched on, no text field, no other key held.
///
/// Read from the position of the key, so that it works under a Cyrillic layout too.
pub(crate) fn letter(event: &KeyboardEvent, on: bool) -> Option<String> {
    if !on || event.ctrl_key() || event.alt_key() || event.meta_key() || typing(event) {
        return None;
    }
    let key = event.key();
    if let Some(digit) = digit(event) {
        return Some(digit);
    }
    if key.len() == 1 {
        return meant(&key);
    }
    meant(event.code().strip_prefix("Key").filter(|_| key.chars().count() == 1)?)
}

thread_local! {
    /// Where letters stand.
    static OWN: RefCell<OwnKeys> = RefCell::default();
}

/// Has letters stand where somebody wants them.
pub(crate) fn stand(keys: &OwnKeys) {
    OWN.set(keys.clone());
}

/// The usual letter that a pressed one stands for, in lower case. What is no letter stands for itself.
fn meant(pressed: &str) -> Option<String> {
    let Some(letter) = pressed.chars().next().filter(char::is_ascii_alphabetic) else { return Some(pressed.to_owned()) };
    OWN.with_borrow(|own| own.meant(letter.to_ascii_uppercase())).map(|usual| usual.to_lowercase().to_string())
}

/// Whether keys are held together, and not pressed one by one: then letters stand where they always do.
pub(crate) fn is_held(keys: &[&str]) -> bool {
    keys.iter().any(|key| matches!(*key, "Ctrl" | "Shift" | "Alt"))
}

/// What stands on keys.
pub(crate) fn shown(tr: &Tr, keys: &[&str]) -> Vec<String> {
    let own = |key: &str| match key.as_bytes() {
        [letter @ b'A'..=b'Z'] if !is_held(keys) => OWN.with_borrow(|own| own.of(char::from(*letter))).to_string(),
        _ => tr.key(key),
    };
    keys.iter().map(|key| own(key)).collect()
}

/// Whether Ctrl (or the Mac's command key) is held with this letter or digit.
///
/// The position counts only where the layout has no Latin letter there: on a German keyboard Y is where others have Z.
pub(crate) fn ctrl(event: &KeyboardEvent, key: &str) -> bool {
    let (letter, position) = (event.key(), event.code());
    let there = position.strip_prefix("Key").filter(|_| !letter.is_ascii());
    let same =
        letter.eq_ignore_ascii_case(key) || there.is_some_and(|at| at.eq_ignore_ascii_case(key)) || digit(event).as_deref() == Some(key);
    (event.ctrl_key() || event.meta_key()) && !event.alt_key() && !event.shift_key() && same
}

/// The digit of a key in the upper row, which a French keyboard gives with Shift alone.
fn digit(event: &KeyboardEvent) -> Option<String> {
    event.code().strip_prefix("Digit").filter(|_| !event.shift_key() && !event.get_modifier_state("AltGraph")).map(str::to_owned)
}

/// Whether the event comes from something that text is typed into.
pub(crate) fn typing(event: &KeyboardEvent) -> bool {
    let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return false };
    matches!(target.tag_name().as_str(), "TEXTAREA" | "SELECT")
        || (target.tag_name() == "INPUT" && !matches!(target.get_attribute("type").as_deref(), Some("radio" | "checkbox" | "button")))
}

/// Whether Ctrl Z is for the text field that it is pressed in: one that holds what is not saved. Fields whose text is saved say so.
pub(crate) fn takes_back_typing(event: &KeyboardEvent) -> bool {
    let field = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    typing(event) && field.is_some_and(|field| field.tag_name() != "SELECT" && !field.has_attribute("data-saved"))
}

/// Whether a field lost the focus because the whole window did: then it still is the one that keys would go to.
pub(crate) fn window_left(event: &FocusEvent) -> bool {
    let field = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    field.is_some() && field == gloo_utils::document().active_element()
}

/// Moves the focus to the first element that fits, once the page has been drawn.
pub(crate) fn focus(selector: &'static str) {
    gloo_timers::callback::Timeout::new(0, move || focus_now(selector)).forget();
}

/// Moves the focus to the first element that fits.
pub(crate) fn focus_now(selector: &str) {
    let found = gloo_utils::document().query_selector(selector).ok().flatten();
    if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // An element that cannot take the focus leaves it where it was.
        let _ = element.focus();
    }
}

/// Moves the focus where it went nowhere, because what had it is gone.
pub(crate) fn focus_if_lost(selector: &str) {
    if is_lost() {
        focus_now(selector);
    }
}

/// Whether nothing has the focus, or only the page as a whole.
pub(crate) fn is_lost() -> bool {
    gloo_utils::document().active_element().is_none_or(|element| element.tag_name() == "BODY" || element.id() == "main")
}

/// Moves the focus to the element of this id. Says whether there is one.
pub(crate) fn focus_id(id: &str) -> bool {
    let found = gloo_utils::document().get_element_by_id(id).and_then(|element| element.dyn_into::<HtmlElement>().ok());
    // An element that cannot take the focus leaves it where it was.
    found.as_ref().is_some_and(|element| element.focus().is_ok())
}

/// Leaves the field that is typed into. Keys go on in the part of the window around it, unless something else takes the focus.
pub(crate) fn leave() {
    let active = gloo_utils::document().active_element();
    let pane = active.and_then(|field| field.closest("[data-pane]").ok().flatten()).and_then(|pane| pane.dyn_into::<HtmlElement>().ok());
    blur();
    gloo_timers::callback::Timeout::new(0, move || {
        if is_lost() {
            // A pane that cannot take the focus leaves it where it was.
            pane.iter().for_each(|pane| drop(pane.focus()));
        }
    })
    .forget();
}

/// Takes the focus away from whatever has it, so that a field saves what was typed.
pub(crate) fn blur() {
    if let Some(element) = gloo_utils::document().active_element().and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.blur();
    }
}
