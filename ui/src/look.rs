//! How the window looks: colours, contrast and the size of text, as the settings say.

use gloo_events::EventListener;
use praesto_contract::{ApiError, Contrast, Settings, SettingsSet, TEXT_SIZES, Theme};
use web_sys::{KeyboardEvent, MediaQueryList};
use yew::prelude::*;

use crate::{
    backend,
    keys::ctrl,
    state::{Act, App},
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

/// Saves the settings and does what they say; `done` hears whether that worked.
pub(crate) fn set(app: &App, settings: Settings, done: impl FnOnce(Option<ApiError>) + 'static) {
    let app = app.clone();
    let enlarged = settings.text_percent != app.settings.text_percent;
    backend::run(SettingsSet { settings }, move |answer| match answer {
        Ok(settings) => {
            if enlarged {
                backend::enlarge(settings.text_percent);
            }
            app.dispatch(Act::Settings(settings));
            done(None);
        }
        Err(error) => done(Some(error)),
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
        set(app, Settings { text_percent, ..(*app.settings).clone() }, move |error| {
            if let Some(error) = error {
                failed.dispatch(Act::Failed(error));
            }
        });
    }
    true
}
