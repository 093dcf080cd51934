//! Parts of forms: labelled fields and radio buttons.

use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct FieldProps {
    pub(crate) id: AttrValue,
    pub(crate) label: AttrValue,
    pub(crate) value: AttrValue,
    #[prop_or_default]
    pub(crate) help: Option<AttrValue>,
    /// What is wrong with the value.
    #[prop_or_default]
    pub(crate) wrong: Option<AttrValue>,
    #[prop_or(AttrValue::Static("text"))]
    pub(crate) kind: AttrValue,
    /// An example, shown while the field is empty.
    #[prop_or_default]
    pub(crate) hint: Option<AttrValue>,
    #[prop_or_default]
    pub(crate) mono: bool,
    #[prop_or_default]
    pub(crate) rows: u32,
    #[prop_or_default]
    pub(crate) autofocus: bool,
    #[prop_or_default]
    pub(crate) complete: Option<AttrValue>,
    #[prop_or_default]
    /// Id of the list of what could be typed. Offered before anything is typed, it opens by itself, and Escape shuts it instead of the dialog.
    pub(crate) list: Option<AttrValue>,
    pub(crate) oninput: Callback<String>,
}

/// A text field with label, help and what is wrong with it.
#[component]
pub(crate) fn Field(props: &FieldProps) -> Html {
    let help_id = format!("{}-help", props.id);
    let described = (props.help.is_some() || props.wrong.is_some()).then(|| help_id.clone());
    let oninput = {
        let oninput = props.oninput.clone();
        Callback::from(move |event: InputEvent| oninput.emit(typed(&event)))
    };
    let wrong = props.wrong.is_some();
    html! {
        <div class="pf-v6-c-form__group">
            <div class="pf-v6-c-form__group-label">
                <label class="pf-v6-c-form__label" for={props.id.clone()}><span class="pf-v6-c-form__label-text">{props.label.clone()}</span></label>
            </div>
            <div class="pf-v6-c-form__group-control">
                if props.rows > 0 {
                    <span class={classes!("pf-v6-c-form-control", "pf-m-textarea", "pf-m-resize-vertical", wrong.then_some("pf-m-error"))}>
                        <textarea id={props.id.clone()} rows={props.rows.to_string()} value={props.value.clone()} aria-describedby={described}
                            aria-invalid={wrong.to_string()} autofocus={props.autofocus} {oninput} />
                    </span>
                } else {
                    <span class={classes!("pf-v6-c-form-control", wrong.then_some("pf-m-error"), props.mono.then_some("mono"))}>
                        <input id={props.id.clone()} type={props.kind.clone()} placeholder={props.hint.clone()} value={props.value.clone()} aria-describedby={described}
                            aria-invalid={wrong.to_string()} autocomplete={props.complete.clone().unwrap_or(AttrValue::Static("off"))}
                            spellcheck="false" autofocus={props.autofocus} list={props.list.clone()} {oninput} />
                    </span>
                }
                <div id={help_id}>
                    { for props.wrong.clone().map(|wrong| html! { <p class="helper helper--wrong">{wrong}</p> }) }
                    { for props.help.clone().map(|help| html! { <p class="helper">{help}</p> }) }
                </div>
            </div>
        </div>
    }
}

/// What stands in the field that an event comes from. What cannot be seen in a line is left out of it: it is pasted in from tables and documents.
pub(crate) fn typed(event: &InputEvent) -> String {
    let Some(target) = event.target() else { return String::new() };
    match target.dyn_into::<HtmlInputElement>() {
        Ok(input) => input.value().chars().map(|c| if c == '\t' { ' ' } else { c }).filter(|c| !c.is_control()).collect(),
        Err(target) => target.dyn_into::<HtmlTextAreaElement>().map(|area| area.value()).unwrap_or_default(),
    }
}

/// The text of the text area that an event comes from.
pub(crate) fn area_of(event: &InputEvent) -> String {
    typed(event)
}

/// The value of the list that an event comes from.
pub(crate) fn select_value(event: &Event) -> String {
    event.target_dyn_into::<HtmlSelectElement>().map(|select| select.value()).unwrap_or_default()
}

/// Has the list that an event comes from show this value again.
pub(crate) fn shows_again(event: &Event, value: String) -> impl FnOnce() + 'static {
    let list = event.target_dyn_into::<HtmlSelectElement>();
    move || list.iter().for_each(|list| list.set_value(&value))
}

/// A list that shows this value. What was chosen in it stays chosen there, whatever its entries say: the case itself has the last word.
#[hook]
pub(crate) fn use_list(value: String) -> NodeRef {
    let list = use_node_ref();
    {
        let list = list.clone();
        use_effect_with(value, move |value| {
            if let Some(list) = list.cast::<HtmlSelectElement>() {
                list.set_value(value);
            }
        });
    }
    list
}

#[derive(Properties, PartialEq)]
pub(crate) struct RadioProps {
    pub(crate) id: AttrValue,
    pub(crate) name: AttrValue,
    pub(crate) label: AttrValue,
    #[prop_or_default]
    pub(crate) help: Option<AttrValue>,
    pub(crate) checked: bool,
    pub(crate) onchoose: Callback<()>,
}

/// One radio button with its words.
#[component]
pub(crate) fn Radio(props: &RadioProps) -> Html {
    let onchange = props.onchoose.reform(|_: Event| ());
    html! {
        <div class="pf-v6-c-radio">
            <input class="pf-v6-c-radio__input" type="radio" id={props.id.clone()} name={props.name.clone()} checked={props.checked} {onchange} />
            <label class="pf-v6-c-radio__label" for={props.id.clone()}>
                {props.label.clone()}
                { for props.help.clone().map(|help| html! { <><br /><span class="xs t3">{help}</span></> }) }
            </label>
        </div>
    }
}
