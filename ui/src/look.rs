//! How the window looks: colours, contrast and the size of text, as the settings say.

use std::{cell::RefCell, collections::VecDeque};

use gloo_events::EventListener;
use praesto_contract::{ApiError, Contrast, Settings, SettingsGet, SettingsSet, TEXT_SIZES, Theme};
use web_sys::{KeyboardEvent, MediaQueryList};
use yew::prelude::*;

use crate::{
    backend,
    keys::ctrl,
    state::{Act, App, State},
};

/// Keeps the page's colours as the settings and the system say.
#[hook]
pub(crate) fn use_look(settings: &Settings) {
    use_class(
        "(prefers-color-scheme: dark)",
        "pf-v6-theme-dark",
        match settings.theme {
            Theme::System => None,
            Theme::Light => Some(false),
            Theme::Dark => Some(true),
        },
    );
    use_class(
        "(prefers-contrast: more)",
        "px-contrast",
        match settings.contrast {
            Contrast::System => None,
            Contrast::More => Some(true),
        },
    );
}

/// Gives the root this class where it is `wanted`; where nobody says, as long as the system matches the media query.
#[hook]
fn use_class(media: &'static str, class: &'static str, wanted: Option<bool>) {
    use_effect_with(wanted, move |wanted| {
        let query = gloo_utils::window().match_media(media).ok().flatten();
        let apply = {
            let (query, wanted) = (query.clone(), *wanted);
            move || {
                let on = wanted.unwrap_or_else(|| query.as_ref().is_some_and(MediaQueryList::matches));
                if let Some(root) = gloo_utils::document().document_element() {
                    // The class list of the root always takes a class.
                    let _ = root.class_list().toggle_with_force(class, on);
                }
            }
        };
        apply();
        let listener = query.map(|query| EventListener::new(&query, "change", move |_| apply()));
        move || drop(listener)
    });
}

/// Reads the settings as they are kept, and does what they say.
pub(crate) fn read(app: &UseReducerDispatcher<State>) {
    let app = app.clone();
    backend::run(SettingsGet {}, move |answer| {
        if let Ok(settings) = answer {
            backend::enlarge(settings.text_percent);
            app.dispatch(Act::Settings(settings));
        }
    });
}

/// A change that is not kept yet, and who wants to hear whether it was.
type Change = (SettingsSet, Box<dyn FnOnce(Option<ApiError>)>);

thread_local! {
    /// The first is on its way: one at a time, so that no older one can overtake a newer one.
    static CHANGES: RefCell<VecDeque<Change>> = RefCell::default();
}

/// Changes settings at once and keeps them; `done` hears whether that worked.
pub(crate) fn set(app: &App, change: SettingsSet, done: impl FnOnce(Option<ApiError>) + 'static) {
    if let Some(percent) = change.text_percent {
        backend::enlarge(percent);
    }
    app.dispatch(Act::Set(change.clone()));
    let waiting = CHANGES.with_borrow_mut(|changes| {
        changes.push_back((change, Box::new(done)));
        changes.len()
    });
    if waiting == 1 {
        wasm_bindgen_futures::spawn_local(keep());
    }
}

async fn keep() {
    while let Some(change) = CHANGES.with_borrow(|changes| changes.front().map(|(change, _)| change.clone())) {
        let error = backend::call(change).await.err();
        if let Some((_, done)) = CHANGES.with_borrow_mut(VecDeque::pop_front) {
            done(error);
        }
    }
}

/// As [`set`]; what could not be kept is taken back.
pub(crate) fn set_or_take_back(app: &App, change: SettingsSet, done: impl FnOnce(Option<ApiError>) + 'static) {
    let shown = app.dispatcher();
    set(app, change, move |error| {
        if error.is_some() {
            read(&shown);
        }
        done(error);
    });
}

/// Takes the keys that make text larger, smaller and as usual.
pub(crate) fn sizes_text(app: &App, event: &KeyboardEvent) -> bool {
    let now = app.settings.text_percent;
    let held = (event.ctrl_key() || event.meta_key()) && !event.alt_key();
    let next = match event.key().as_str() {
        // Where plus is on the upper half of a key, nobody wants to hold Shift as well.
        "+" | "=" if held => TEXT_SIZES.into_iter().find(|size| *size > now),
        "-" | "_" if held => TEXT_SIZES.into_iter().rev().find(|size| *size < now),
        _ if ctrl(event, "0") => Some(100),
        _ => return false,
    };
    if let Some(text_percent) = next.filter(|next| *next != now) {
        let failed = app.clone();
        set_or_take_back(app, SettingsSet { text_percent: Some(text_percent), ..SettingsSet::default() }, move |error| {
            if let Some(error) = error {
                failed.dispatch(Act::Failed(error));
            }
        });
    }
    true
}
