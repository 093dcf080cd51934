//! A field that saves itself when it is left for another part of the window. What is being typed is kept as a draft, and never overwritten
//! by a refresh. A draft over a value that is not there any more is saved by Enter or its button alone, and one where several values wait to be settled
//! not before they are.

use std::rc::Rc;

use praesto_contract::Over;
use yew::prelude::*;

use super::{Button, DraftMark, Kind, Wrong};
use crate::{
    drafts::{self, Draft, use_draft},
    i18n::{parse_day, typed_day},
    keys::{focus_id, leave, window_left},
    route::{Route, Tab},
    state::{Act, use_app},
};

/// What kind of value is typed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Input {
    #[default]
    Text,
    Day,
    Number,
}

/// What stands at a place of the case, as this window knows it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Stands {
    /// What is shown there: a save says so, and is refused where something else stands by then.
    pub(crate) over: Over,
    /// Every value, in words, where several wait to be settled.
    pub(crate) several: Vec<String>,
}

/// What was typed into a field and is to be saved, with the way back to the field.
#[derive(Clone)]
pub(crate) struct Typed {
    /// A day stands in its plain form, where it is one.
    pub(crate) text: String,
    /// What it was seen to stand over.
    pub(crate) over: Over,
    pub(crate) draft: Draft,
    /// How saving went; what is wrong is said beside the field.
    pub(crate) done: Callback<Option<Wrong>>,
}

#[derive(Properties, PartialEq)]
pub(crate) struct EditProps {
    pub(crate) id: AttrValue,
    pub(crate) label: AttrValue,
    pub(crate) value: AttrValue,
    /// The same in the vault.
    pub(crate) stands: Stands,
    /// Name of the place for its draft, where the id is not unique enough.
    #[prop_or_default]
    pub(crate) place: Option<AttrValue>,
    #[prop_or_default]
    pub(crate) kind: Input,
    /// What helps to fill it in.
    #[prop_or_default]
    pub(crate) help: Option<AttrValue>,
    /// What is wrong with what stands there.
    #[prop_or_default]
    pub(crate) breaks: Option<AttrValue>,
    #[prop_or_default]
    pub(crate) required: bool,
    /// Who wrote the value, beside the label.
    #[prop_or_default]
    pub(crate) meta: Html,
    #[prop_or_default]
    pub(crate) class: Classes,
    pub(crate) onsave: Callback<Typed>,
    /// What is said below the field of what is being typed; it is handed nothing where nothing is.
    #[prop_or_default]
    pub(crate) below: Option<Callback<String, Html>>,
    /// When what was typed was given up.
    #[prop_or_default]
    pub(crate) ongiveup: Callback<()>,
}

/// What became of the text that was last handed over.
#[derive(Clone, PartialEq)]
enum Sent {
    Nothing,
    UnderWay(String),
    Refused(String),
}

/// A labelled input whose value is saved when it is left, or with Enter. Days come and go as `2026-11-24`, and are shown as people read them.
#[component]
pub(crate) fn Edit(props: &EditProps) -> Html {
    let app = use_app();
    let draft = use_draft(props.place.clone().unwrap_or_else(|| props.id.clone()));
    let sent = use_mut_ref(|| Sent::Nothing);
    let again = use_mut_ref(|| None::<bool>);
    let focused = use_state(|| false);
    let wrong = use_state(|| None::<Wrong>);
    let save = {
        let (app, id, kind, value, onsave) = (app.clone(), props.id.clone(), props.kind, props.value.clone(), props.onsave.clone());
        let (draft, sent, wrong, ongiveup) = (draft.clone(), sent.clone(), wrong.setter(), props.ongiveup.clone());
        let (stands, again) = (props.stands.clone(), again.clone());
        Rc::new(move |asked: bool| {
            let (typed, text) = match (draft.typed(), changed(kind, &draft, &value, &stands)) {
                (Some(_), Changed::Apart(_)) if !asked => return,
                (Some(typed), Changed::Text(text) | Changed::Apart(text)) => (typed, text),
                _ => {
                    draft.discard();
                    wrong.set(None);
                    // Enter on what is there already is done with it; leaving the field must not move what is being clicked on.
                    if asked {
                        ongiveup.emit(());
                    }
                    return;
                }
            };
            let before = sent.replace(Sent::UnderWay(typed.clone()));
            // Enter and leaving the field right after it are one act, and what was refused is tried again only when asked. What was typed on since
            // waits for the answer: it goes over what is saved then.
            let waits = matches!(&before, Sent::UnderWay(text) if *text != typed);
            if matches!(before, Sent::UnderWay(_)) || (before == Sent::Refused(typed.clone()) && !asked) {
                if waits {
                    again.replace(Some(asked));
                }
                sent.replace(before);
                return;
            }
            let (app, id, sent, wrong) = (app.clone(), id.clone(), sent.clone(), wrong.clone());
            let done = Callback::from(move |problem: Option<Wrong>| {
                sent.replace(if problem.is_some() { Sent::Refused(typed.clone()) } else { Sent::Nothing });
                if let Some(problem) = &problem
                    && !focus_id(&id)
                {
                    // The field is gone with its page; its draft stays.
                    app.dispatch(Act::Toast { text: problem.text.to_string(), danger: true, undo: None });
                }
                wrong.set(problem);
            });
            onsave.emit(Typed { text, over: stands.over.clone(), draft: draft.clone(), done });
        })
    };
    {
        let save = save.clone();
        use_effect(move || {
            if !matches!(*sent.borrow(), Sent::UnderWay(_))
                && let Some(asked) = again.take()
            {
                save(asked);
            }
        });
    }
    use_left_with_page(*focused && draft.typed().is_some(), &save);
    let oninput = {
        let (draft, value, wrong) = (draft.clone(), props.value.clone(), wrong.setter());
        Callback::from(move |event: InputEvent| {
            wrong.set(None);
            draft.set_over(super::form::typed(&event), &value);
        })
    };
    let onfocus = {
        let focused = focused.setter();
        Callback::from(move |_: FocusEvent| focused.set(true))
    };
    let onblur = {
        let (save, focused) = (save.clone(), focused.setter());
        Callback::from(move |event: FocusEvent| {
            focused.set(false);
            // Whoever looks into another window has not finished the sentence here.
            if window_left(&event) {
                drafts::put_now();
            } else {
                save(false);
            }
        })
    };
    let onsave = {
        let save = save.clone();
        Callback::from(move |()| save(true))
    };
    let ondiscard = {
        let (wrong, ongiveup) = (wrong.setter(), props.ongiveup.clone());
        Callback::from(move |()| {
            wrong.set(None);
            ongiveup.emit(());
        })
    };
    let onsee = Callback::from(|()| Route { tab: Tab::Conflicts, ..Route::current() }.go());
    let onkeydown = {
        let (draft, ondiscard) = (draft.clone(), ondiscard.clone());
        Callback::from(move |event: KeyboardEvent| match event.key().as_str() {
            "Enter" if !event.is_composing() => {
                event.prevent_default();
                save(true);
            }
            "Escape" => {
                // Gives up what was typed and leaves the field; the next one leads back to the list.
                event.prevent_default();
                draft.discard();
                ondiscard.emit(());
                leave();
            }
            _ => {}
        })
    };
    let several = !props.stands.several.is_empty();
    let standing = match (props.kind, props.value.parse()) {
        (Input::Day, Ok(day)) if !several => app.tr.long_day(day),
        _ if several => props.stands.several.join(" / "),
        _ if props.value.is_empty() => app.tr.t("value-empty"),
        _ => props.value.to_string(),
    };
    let shown = match (draft.typed(), props.kind, props.value.parse()) {
        (Some(typed), ..) => typed,
        (None, Input::Day, Ok(day)) if *focused => typed_day(day),
        (None, Input::Day, Ok(day)) => app.tr.long_day(day),
        _ => props.value.to_string(),
    };
    let inputmode = (props.kind == Input::Number).then_some("numeric");
    let (wrong_id, help_id) = (format!("{}-wrong", props.id), format!("{}-help", props.id));
    let refused = wrong.is_some();
    let described = match (refused, props.help.is_some() || props.breaks.is_some()) {
        (true, true) => Some(format!("{wrong_id} {help_id}")),
        (true, false) => Some(wrong_id.clone()),
        (false, true) => Some(help_id.clone()),
        (false, false) => None,
    };
    let apart = matches!(changed(props.kind, &draft, &props.value, &props.stands), Changed::Apart(_));
    let below = props.below.as_ref().map(|below| below.emit(draft.text()));
    let saved = draft.typed().is_none();
    // What is wrong has a place of its own below, filled or not: else the input before it would be made anew and lose the focus.
    html! {
        <div class={classes!("pf-v6-c-form__group", props.class.clone())}>
            <div class="pf-v6-c-form__group-label">
                <label class="pf-v6-c-form__label" for={props.id.clone()}><span class="pf-v6-c-form__label-text">{props.label.clone()}</span></label>
                {props.meta.clone()}
            </div>
            <div class="pf-v6-c-form__group-control">
                <span class={classes!("pf-v6-c-form-control", refused.then_some("pf-m-error"))}>
                    <input id={props.id.clone()} type="text" {inputmode} value={shown} autocomplete="off" aria-invalid={(refused || props.breaks.is_some()).then_some("true")} aria-required={props.required.then_some("true")}
                        aria-describedby={described} data-saved={saved.then_some("")}
                        placeholder={(props.kind == Input::Day).then(|| app.tr.t("day-pattern"))} {oninput} {onfocus} {onblur} {onkeydown} />
                </span>
                if let Some(wrong) = &*wrong { {wrong.beside(&wrong_id)} }
                if props.help.is_some() || props.breaks.is_some() {
                    <div id={help_id}>
                        { for props.breaks.clone().map(|wrong| html! { <p class="helper helper--wrong" data-test="field-breaks">{wrong}</p> }) }
                        { for props.help.clone().map(|help| html! { <p class="helper">{help}</p> }) }
                    </div>
                }
                if apart { <p class="helper" data-test="draft-apart">{app.tr.f("draft-apart", &[("value", standing.into())])}</p> }
                if refused || apart || draft.found() { <DraftMark drafts={vec![draft]} onsave={(apart && !several).then_some(onsave)} {ondiscard} /> }
                {below.unwrap_or_default()}
                if apart && several { <Button small=true kind={Kind::Link} hook="draft-conflict" label={app.tr.t("see-conflicts")} onclick={onsee} /> }
            </div>
        </div>
    }
}

/// Saves what was typed when the field is taken away with its page while it has the focus: then no event tells that it is left.
#[hook]
fn use_left_with_page(typing: bool, save: &Rc<impl Fn(bool) + 'static>) {
    let left = use_mut_ref(|| None::<Rc<dyn Fn(bool)>>);
    *left.borrow_mut() = typing.then(|| save.clone() as Rc<dyn Fn(bool)>);
    use_effect_with((), move |()| {
        move || {
            let left = left.take();
            left.iter().for_each(|save| save(false));
        }
    });
}

/// What a draft would change.
enum Changed {
    Nothing,
    /// The value that it was typed over still stands.
    Text(String),
    /// Another value stands there now, or several, or nobody knows what stood there before.
    Apart(String),
}

fn changed(kind: Input, draft: &Draft, value: &str, stands: &Stands) -> Changed {
    let Some(text) = draft.typed().map(|typed| meant(kind, &typed)) else { return Changed::Nothing };
    let over = draft.over().map(|over| meant(kind, &over));
    match over {
        _ if text == value => Changed::Nothing,
        // A save trims.
        Some(over) if stands.several.is_empty() && over.trim() == value.trim() => {
            if text == over {
                Changed::Nothing
            } else {
                Changed::Text(text)
            }
        }
        _ => Changed::Apart(text),
    }
}

/// What the typed text means: a day in its plain form, anything else as it stands.
fn meant(kind: Input, typed: &str) -> String {
    match kind {
        Input::Day => parse_day(typed).map_or_else(|| typed.to_owned(), |day| day.to_string()),
        Input::Text | Input::Number => typed.to_owned(),
    }
}
