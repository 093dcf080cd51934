//! Letters as somebody wants them: each that acts by itself, with what it does, and the letter that stands for it.

use std::collections::BTreeMap;

use praesto_contract::{ApiError, LETTER_KEYS, OwnKeys, SettingsSet};
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};
use yew::prelude::*;

use super::all_keys;
use crate::{
    components::{Button, Dialog, Field, Foot},
    keys::{focus, focus_now, pressed, use_keys},
    look,
    state::{Act, Layer, use_app},
};

/// What was typed for a usual letter.
type Typed = BTreeMap<char, String>;

fn typed(keys: &OwnKeys) -> Typed {
    LETTER_KEYS.into_iter().map(|usual| (usual, keys.of(usual).to_string())).collect()
}

/// The one letter of a text, as it stands on a key.
fn letter(text: &str) -> Option<char> {
    let mut signs = text.trim().chars();
    let only = signs.next().map(|sign| sign.to_ascii_uppercase()).filter(char::is_ascii_uppercase);
    only.filter(|_| signs.next().is_none())
}

/// The usual letter whose field a key is pressed in.
fn field(event: &KeyboardEvent) -> Option<char> {
    let field = event.target()?.dyn_into::<Element>().ok()?;
    field.id().strip_prefix("own-").and_then(letter)
}

/// The keys that were typed; none where something is no letter.
fn read(typed: &Typed) -> Option<OwnKeys> {
    typed.iter().try_fold(OwnKeys::default(), |keys, (usual, text)| Some(keys.with(*usual, letter(text)?)))
}

#[component]
pub(super) fn OwnKeysDialog() -> Html {
    let app = use_app();
    let tr = &app.tr;
    let fields = use_state(|| typed(&app.settings.own_keys));
    let tried = use_state(|| false);
    let error = use_state(|| None::<ApiError>);
    use_effect_with((), |()| focus("#own-a"));
    let onclose = {
        let app = app.clone();
        Callback::from(move |()| app.dispatch(Act::Layer(Layer::None)))
    };
    // The later of two letters says that it is taken, and by which.
    let wrong = |usual: char| {
        let own = letter(&fields[&usual]);
        let other =
            LETTER_KEYS.into_iter().take_while(|other| *other != usual).find(|other| own.is_some() && letter(&fields[other]) == own);
        match (own, other) {
            (None, _) => Some(tr.t("own-keys-wrong")),
            (Some(own), Some(other)) => {
                Some(tr.f("own-keys-taken", &[("key", own.to_string().into()), ("what", does(&app, other).into())]))
            }
            (Some(_), None) => None,
        }
    };
    let first_wrong = LETTER_KEYS.into_iter().find(|usual| wrong(*usual).is_some());
    let onsubmit =
        {
            let (app, fields, tried, error, onclose) = (app.clone(), fields.clone(), tried.setter(), error.setter(), onclose.clone());
            Callback::from(move |event: SubmitEvent| {
                event.prevent_default();
                tried.set(true);
                let Some(own_keys) = read(&fields).filter(OwnKeys::is_sound) else {
                    if let Some(usual) = first_wrong {
                        focus_now(&format!("#own-{}", usual.to_ascii_lowercase()));
                    }
                    return;
                };
                let (error, onclose) = (error.clone(), onclose.clone());
                look::set_or_take_back(&app, SettingsSet { own_keys: Some(own_keys), ..SettingsSet::default() }, move |problem| {
                    match problem {
                        None => onclose.emit(()),
                        problem => error.set(problem),
                    }
                });
            })
        };
    let onreset = {
        let (fields, tried) = (fields.clone(), tried.setter());
        Callback::from(move |()| {
            fields.set(typed(&OwnKeys::default()));
            tried.set(false);
        })
    };
    let put = {
        let fields = fields.clone();
        Callback::from(move |(usual, text): (char, String)| {
            let mut next = (*fields).clone();
            next.insert(usual, text);
            fields.set(next);
        })
    };
    {
        // A key that is pressed takes the place of the one before, and is the one that it is under every layout.
        let put = put.clone();
        use_keys(true, move |event| {
            let (Some(usual), Some(own)) = (field(event), pressed(event)) else { return false };
            put.emit((usual, own.to_string()));
            true
        });
    }
    let oninput = |usual: char| put.reform(move |text| (usual, text));
    html! {
        <Dialog id="own-keys-dialog" wide=true title={tr.t("own-keys")} lead={tr.t("own-keys-lead")} {onclose}>
            <form class="pf-v6-c-form stack16" {onsubmit} novalidate=true>
                <div class="g2">
                    { for LETTER_KEYS.map(|usual| {
                        let shown = wrong(usual).filter(|_| *tried || letter(&fields[&usual]).is_some());
                        html! { <Field id={format!("own-{}", usual.to_ascii_lowercase())} label={does(&app, usual)} value={fields[&usual].clone()} wrong={shown.map(AttrValue::from)}
                            oninput={oninput(usual)} /> }
                    }) }
                </div>
                <div><Button id="own-keys-reset" small=true label={tr.t("own-keys-reset")} onclick={onreset} /></div>
                <Foot id="own-keys-do" label={tr.t("own-keys-do")} error={(*error).clone()} oncancel={{
                    let app = app.clone();
                    Callback::from(move |()| app.dispatch(Act::Layer(Layer::None)))
                }} />
            </form>
        </Dialog>
    }
}

/// What a usual letter does, in all places together.
fn does(app: &crate::state::App, usual: char) -> String {
    let mut texts: Vec<String> = Vec::new();
    for id in all_keys::ids_of(usual) {
        let text = app.tr.words().capital(&app.tr.t(id));
        if !texts.contains(&text) {
            texts.push(text);
        }
    }
    format!("{usual}: {}", texts.join(" · "))
}
