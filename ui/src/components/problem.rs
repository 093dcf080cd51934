//! An error where it happened: what, what is safe, what to do.

use praesto_contract::ApiError;
use web_sys::HtmlElement;
use yew::prelude::*;

use super::{Ico, icon};
use crate::{
    i18n::{Tr, code},
    state::use_app,
};

#[derive(Properties, PartialEq)]
pub(crate) struct ProblemProps {
    pub(crate) error: Option<ApiError>,
    /// Moves the focus here, and with it into view, where the error does not stand beside the field that has it.
    #[prop_or_default]
    pub(crate) focus: bool,
    #[prop_or_default]
    pub(crate) children: Html,
}

/// Says an error in full; nothing when there is none. Appears in a live region, so that it is read out.
#[component]
pub(crate) fn Problem(props: &ProblemProps) -> Html {
    let app = use_app();
    let node = use_node_ref();
    {
        let node = node.clone();
        use_effect_with((props.error.clone(), props.focus), move |(error, focus)| {
            if let Some(element) = node.cast::<HtmlElement>().filter(|_| *focus && error.is_some()) {
                // What cannot take the focus is still shown.
                let _ = element.focus();
            }
        });
    }
    let Some(error) = &props.error else { return html! { <div role="alert"></div> } };
    let said = app.tr.error(error);
    html! {
        <div role="alert">
            <div ref={node} tabindex="-1" class="pf-v6-c-alert pf-m-inline pf-m-danger" data-test="problem" data-code={code(&error.code)}>
                <div class="pf-v6-c-alert__icon">{icon(Ico::Octagon)}</div>
                <p class="pf-v6-c-alert__title">{said.what}</p>
                <div class="pf-v6-c-alert__description">
                    { for [said.why, said.safe, said.next].into_iter().filter(|text| !text.is_empty()).map(|text| html! { <p>{text}</p> }) }
                    {props.children.clone()}
                </div>
            </div>
        </div>
    }
}

/// What is wrong with one field, said beside it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Wrong {
    pub(crate) text: AttrValue,
    code: AttrValue,
}

impl Wrong {
    /// What an error says about a field: what happened, and what to do.
    pub(crate) fn of(tr: &Tr, error: &ApiError) -> Self {
        let said = tr.error(error);
        Self { text: format!("{} {}", said.what, said.next).into(), code: code(&error.code).into() }
    }

    /// Something that the window itself sees.
    pub(crate) fn said(text: String) -> Self {
        Self { text: text.into(), code: "invalid_input".into() }
    }

    /// The line under the field.
    pub(crate) fn beside(&self, id: &str) -> Html {
        html! { <p class="helper helper--wrong" id={id.to_owned()} role="alert" data-test="problem" data-code={self.code.clone()}>{self.text.clone()}</p> }
    }
}
