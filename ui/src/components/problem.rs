//! An error where it happened: what, what is safe, what to do.

use praesto_contract::ApiError;
use yew::prelude::*;

use super::{Ico, icon};
use crate::state::use_app;

#[derive(Properties, PartialEq)]
pub(crate) struct ProblemProps {
    pub(crate) error: Option<ApiError>,
    #[prop_or_default]
    pub(crate) children: Html,
}

/// Says an error in full; nothing when there is none. Appears in a live region, so that it is read out.
#[component]
pub(crate) fn Problem(props: &ProblemProps) -> Html {
    let app = use_app();
    let Some(error) = &props.error else { return html! { <div role="alert"></div> } };
    let said = app.tr.error(error);
    html! {
        <div role="alert">
            <div class="pf-v6-c-alert pf-m-inline pf-m-danger" data-test="problem" data-code={crate::i18n::code(&error.code)}>
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
