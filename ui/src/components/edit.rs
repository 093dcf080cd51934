//! A field that saves itself. What is being typed is never overwritten by a refresh: it stays until it is saved or given up with Esc.

use web_sys::HtmlInputElement;
use yew::prelude::*;

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

/// A labelled input whose value is saved when it is left, or with Enter.
#[component]
pub(crate) fn Edit(props: &EditProps) -> Html {
    let draft = use_state(|| None::<String>);
    {
        // Once what was saved has come back, the draft has done its work.
        let draft = draft.clone();
        use_effect_with(props.value.clone(), move |value| {
            if draft.as_deref() == Some(value.as_str()) {
                draft.set(None);
            }
        });
    }
    let oninput = {
        let draft = draft.clone();
        Callback::from(move |event: InputEvent| draft.set(Some(super::form::typed(&event))))
    };
    let save = {
        let (value, onsave, draft) = (props.value.clone(), props.onsave.clone(), draft.clone());
        move |typed: String| {
            if typed == value.as_str() { draft.set(None) } else { onsave.emit(typed) }
        }
    };
    let onchange = {
        let save = save.clone();
        Callback::from(move |event: Event| {
            let input = event.target_unchecked_into::<HtmlInputElement>();
            if input.check_validity() {
                save(input.value());
            }
        })
    };
    let onkeydown = {
        let (draft, value) = (draft.clone(), props.value.clone());
        Callback::from(move |event: KeyboardEvent| {
            let input = event.target_unchecked_into::<HtmlInputElement>();
            match event.key().as_str() {
                "Enter" => {
                    event.prevent_default();
                    // Leaving the field fires `change`, which saves.
                    let _ = input.blur();
                    let _ = input.focus();
                }
                "Escape" if draft.is_some() => {
                    event.prevent_default();
                    event.stop_propagation();
                    input.set_value(&value);
                    draft.set(None);
                }
                _ => {}
            }
        })
    };
    let kind = match props.kind {
        Input::Text => "text",
        Input::Day => "date",
        Input::Number => "number",
    };
    let shown = draft.as_deref().map_or_else(|| props.value.clone(), |draft| AttrValue::from(draft.to_owned()));
    html! {
        <div class={classes!("pf-v6-c-form__group", props.class.clone())}>
            <div class={classes!("pf-v6-c-form__group-label", props.quiet.then_some("pf-v6-screen-reader"))}>
                <label class="pf-v6-c-form__label" for={props.id.clone()}><span class="pf-v6-c-form__label-text">{props.label.clone()}</span></label>
                {props.meta.clone()}
            </div>
            <div class="pf-v6-c-form__group-control">
                <span class="pf-v6-c-form-control">
                    <input id={props.id.clone()} type={kind} value={shown} autocomplete="off" {oninput} {onchange} {onkeydown} />
                </span>
            </div>
        </div>
    }
}
