//! A field that saves itself. What is being typed is never overwritten by a refresh: it stays until it is saved or given up with Esc.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use praesto_contract::Moment;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::{
    i18n::{now, parse_day, typed_day},
    state::use_app,
};

/// A field that is left alone this long while it is written is saved, in milliseconds. Shorter than the shortest time until the vault locks.
const LEFT_ALONE: u32 = 45_000;

/// What kind of value is typed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Input {
    #[default]
    Text,
    Day,
    Number,
}

#[derive(Properties, PartialEq)]
pub(crate) struct EditProps {
    pub(crate) id: AttrValue,
    pub(crate) label: AttrValue,
    pub(crate) value: AttrValue,
    #[prop_or_default]
    pub(crate) kind: Input,
    /// Who wrote the value, beside the label.
    #[prop_or_default]
    pub(crate) meta: Html,
    /// Hides the label; it is read out.
    #[prop_or_default]
    pub(crate) quiet: bool,
    #[prop_or_default]
    pub(crate) class: Classes,
    pub(crate) onsave: Callback<String>,
}

/// A labelled input whose value is saved when it is left, or with Enter. Days come and go as `2026-11-24`, and are shown as people read them.
#[component]
pub(crate) fn Edit(props: &EditProps) -> Html {
    let app = use_app();
    let draft = use_state(|| None::<String>);
    let sent = use_mut_ref(|| None::<(String, Moment)>);
    let unsaved = use_mut_ref(|| None::<(String, Box<dyn Fn(String)>)>);
    let focused = use_state(|| false);
    {
        // Once the case has come back with what was saved, the draft has done its work. Other changes of the case leave it alone.
        let (draft, sent) = (draft.clone(), sent.clone());
        use_effect_with(props.value.clone(), move |_| {
            if sent.take().is_some_and(|(sent, _)| draft.as_ref() == Some(&sent)) {
                draft.set(None);
            }
        });
    }
    let kind = props.kind;
    let save = {
        let (value, onsave, draft, sent, unsaved) =
            (props.value.clone(), props.onsave.clone(), draft.clone(), sent.clone(), unsaved.clone());
        move |typed: String| {
            unsaved.take();
            let meant = meant(kind, &typed);
            if draft.is_none() || meant == value.as_str() {
                draft.set(None);
            } else if !just_sent(&sent.borrow(), &typed) {
                *sent.borrow_mut() = Some((typed, now()));
                onsave.emit(meant);
            }
        }
    };
    use_unsaved(&unsaved, draft.as_deref().filter(|draft| !just_sent(&sent.borrow(), draft)), &save);
    let oninput = {
        let draft = draft.clone();
        Callback::from(move |event: InputEvent| draft.set(Some(super::form::typed(&event))))
    };
    let onfocus = {
        let focused = focused.clone();
        Callback::from(move |_: FocusEvent| focused.set(true))
    };
    let onblur = {
        let (save, focused) = (save.clone(), focused.clone());
        Callback::from(move |event: FocusEvent| {
            focused.set(false);
            save(event.target_unchecked_into::<HtmlInputElement>().value());
        })
    };
    let onkeydown = {
        let draft = draft.clone();
        Callback::from(move |event: KeyboardEvent| match event.key().as_str() {
            "Enter" => {
                event.prevent_default();
                save(event.target_unchecked_into::<HtmlInputElement>().value());
            }
            "Escape" if draft.is_some() => {
                event.prevent_default();
                draft.set(None);
            }
            _ => {}
        })
    };
    let shown = match (&*draft, kind, props.value.parse()) {
        (Some(draft), ..) => AttrValue::from(draft.clone()),
        (None, Input::Day, Ok(day)) if *focused => typed_day(day).into(),
        (None, Input::Day, Ok(day)) => app.tr.long_day(day).into(),
        _ => props.value.clone(),
    };
    let inputmode = (kind == Input::Number).then_some("numeric");
    html! {
        <div class={classes!("pf-v6-c-form__group", props.class.clone())}>
            <div class={classes!("pf-v6-c-form__group-label", props.quiet.then_some("pf-v6-screen-reader"))}>
                <label class="pf-v6-c-form__label" for={props.id.clone()}><span class="pf-v6-c-form__label-text">{props.label.clone()}</span></label>
                {props.meta.clone()}
            </div>
            <div class="pf-v6-c-form__group-control">
                <span class="pf-v6-c-form-control">
                    <input id={props.id.clone()} type="text" {inputmode} value={shown} autocomplete="off"
                        placeholder={(kind == Input::Day).then(|| app.tr.t("day-example"))} {oninput} {onfocus} {onblur} {onkeydown} />
                </span>
            </div>
        </div>
    }
}

/// What was typed and not saved yet, with the hand that saves it.
pub(crate) type Unsaved = Rc<RefCell<Option<(String, Box<dyn Fn(String)>)>>>;

/// Saves what was typed when the field is left alone for long, or taken away with the page: neither a lock nor a key that leads elsewhere loses it.
///
/// Whoever saves by another way takes it out of `unsaved`, so that nothing is saved twice.
#[hook]
pub(crate) fn use_unsaved(unsaved: &Unsaved, typed: Option<&str>, save: &(impl Fn(String) + Clone + 'static)) {
    *unsaved.borrow_mut() = typed.map(|typed| (typed.to_owned(), Box::new(save.clone()) as Box<dyn Fn(String)>));
    {
        let unsaved = unsaved.clone();
        use_effect_with(typed.map(str::to_owned), move |typed| {
            let timer = typed.is_some().then(|| Timeout::new(LEFT_ALONE, move || save_now(&unsaved)));
            move || drop(timer)
        });
    }
    let unsaved = unsaved.clone();
    use_effect_with((), move |()| move || save_now(&unsaved));
}

fn save_now(unsaved: &Unsaved) {
    let taken = unsaved.take();
    if let Some((typed, save)) = taken {
        save(typed);
    }
}

/// Whether the same text was handed over a moment ago: Enter, and leaving the field right after it, are one act.
fn just_sent(sent: &Option<(String, Moment)>, typed: &str) -> bool {
    sent.as_ref().is_some_and(|(text, at)| text == typed && now().0 - at.0 < 1_500)
}

/// What the typed text means: a day in its plain form, anything else as it stands.
fn meant(kind: Input, typed: &str) -> String {
    match kind {
        Input::Day => parse_day(typed).map_or_else(|| typed.to_owned(), |day| day.to_string()),
        Input::Text | Input::Number => typed.to_owned(),
    }
}
