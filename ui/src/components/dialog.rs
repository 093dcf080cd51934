//! Dialogs: the browser's own `<dialog>`, which keeps the focus in, closes on Esc and gives the focus back.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDialogElement, HtmlElement};
use yew::prelude::*;

use super::{Button, Ico};
use crate::state::use_app;

#[derive(Properties, PartialEq)]
pub(crate) struct DialogProps {
    pub(crate) title: AttrValue,
    pub(crate) id: AttrValue,
    #[prop_or_default]
    pub(crate) lead: Option<AttrValue>,
    #[prop_or_default]
    pub(crate) wide: bool,
    /// Takes nearly the whole window.
    #[prop_or_default]
    pub(crate) large: bool,
    /// Shows no heading; the title is read out.
    #[prop_or_default]
    pub(crate) bare: bool,
    pub(crate) onclose: Callback<()>,
    /// What the button in the head does, where Esc does less than to close.
    #[prop_or_default]
    pub(crate) onshut: Option<Callback<()>>,
    #[prop_or_default]
    pub(crate) children: Html,
    #[prop_or_default]
    pub(crate) footer: Html,
}

#[component]
pub(crate) fn Dialog(props: &DialogProps) -> Html {
    let app = use_app();
    let node = use_node_ref();
    {
        let node = node.clone();
        use_effect_with((), move |()| {
            let before = gloo_utils::document().active_element().and_then(|element| element.dyn_into::<HtmlElement>().ok());
            let dialog = node.cast::<HtmlDialogElement>();
            if let Some(dialog) = dialog.as_ref().filter(|dialog| !dialog.open()) {
                // A dialog that is shown already stays as it is.
                let _ = dialog.show_modal();
            }
            move || {
                // As long as it is open, nothing beside it takes the focus.
                dialog.iter().for_each(HtmlDialogElement::close);
                // What had the focus may be gone; then the page keeps it.
                if let Some(before) = before.filter(|element| element.is_connected()) {
                    let _ = before.focus();
                }
            }
        });
    }
    let oncancel = {
        let onclose = props.onclose.clone();
        Callback::from(move |event: Event| {
            event.prevent_default();
            onclose.emit(());
        })
    };
    // Enter is a new line where one writes several; with Ctrl it sends the form from anywhere in it.
    let onkeydown = {
        let node = node.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() != "Enter" || !(event.ctrl_key() || event.meta_key()) {
                return;
            }
            let button = node.cast::<Element>().and_then(|dialog| dialog.query_selector("form button[type=submit]:enabled").ok().flatten());
            if let Some(button) = button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
                event.prevent_default();
                button.click();
            }
        })
    };
    let heading = format!("{}-title", props.id);
    let label = props.bare.then(|| props.title.clone());
    let labelled = (!props.bare).then(|| heading.clone());
    html! {
        <dialog ref={node} id={props.id.clone()} class={classes!("dlg", props.wide.then_some("dlg--wide"), props.large.then_some("dlg--large"), props.bare.then_some("dlg--bare"))}
            aria-label={label} aria-labelledby={labelled} {oncancel} {onkeydown}>
            if !props.bare {
                <header class="dlg__head">
                    <div>
                        <h2 id={heading}>{props.title.clone()}</h2>
                        { for props.lead.clone().map(|lead| html! { <p class="s t2">{lead}</p> }) }
                    </div>
                    <Button label={app.tr.t("close")} plain=true small=true ico={Ico::Close} onclick={props.onshut.clone().unwrap_or_else(|| props.onclose.clone())} hook="dialog-close" />
                </header>
            }
            <div class="dlg__body">{props.children.clone()}</div>
            if props.footer != Html::default() {
                <footer class="dlg__foot">{props.footer.clone()}</footer>
            }
        </dialog>
    }
}
