//! A field that saves itself. What is being typed is never overwritten by a refresh: it stays until it is saved or given up with Esc.

use gloo_timers::callback::Timeout;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::{
    i18n::{parse_day, typed_day},
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
    let sent = use_mut_ref(|| None::<String>);
    let focused = use_state(|| false);
    {
        // Once the case has come back with what was saved, the draft has done its work. Other changes of the case leave it alone.
        let (draft, sent) = (draft.clone(), sent.clone());
        use_effect_with(props.value.clone(), move |_| {
            if sent.take().is_some_and(|sent| draft.as_ref() == Some(&sent)) {
                draft.set(None);
            }
        });
    }
    let kind = props.kind;
    let save = {
        let (value, onsave, draft, sent) = (props.value.clone(), props.onsave.clone(), draft.clone(), sent.clone());
        move |typed: String| {
            let meant = meant(kind, &typed);
            if draft.is_none() || meant == value.as_str() {
                draft.set(None);
            } else {
                *sent.borrow_mut() = Some(typed);
                onsave.emit(meant);
            }
        }
    };
    use_unsaved(draft.as_deref().filter(|draft| sent.borrow().as_deref() != Some(*draft)), &save);
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

/// Saves what was typed when the field is left alone for long, or taken away with the page: neither a lock nor a key that leads elsewhere loses it.
#[hook]
pub(crate) fn use_unsaved(typed: Option<&str>, save: &(impl Fn(String) + Clone + 'static)) {
    type Unsaved = Option<(String, Box<dyn Fn(String)>)>;
    let unsaved = use_mut_ref(|| None::<(String, Box<dyn Fn(String)>)>);
    let latest: Unsaved = typed.map(|typed| (typed.to_owned(), Box::new(save.clone()) as Box<dyn Fn(String)>));
    *unsaved.borrow_mut() = latest;
    {
        let unsaved = unsaved.clone();
        use_effect_with(typed.map(str::to_owned), move |typed| {
            let timer = typed.is_some().then(|| {
                Timeout::new(LEFT_ALONE, move || {
                    if let Some((typed, save)) = unsaved.take() {
                        save(typed);
                    }
                })
            });
            move || drop(timer)
        });
    }
    use_effect_with((), move |()| {
        move || {
            if let Some((typed, save)) = unsaved.take() {
                save(typed);
            }
        }
    });
}

/// What the typed text means: a day in its plain form, anything else as it stands.
fn meant(kind: Input, typed: &str) -> String {
    match kind {
        Input::Day => parse_day(typed).map_or_else(|| typed.to_owned(), |day| day.to_string()),
        Input::Text | Input::Number => typed.to_owned(),
    }
}
