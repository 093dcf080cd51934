//! The foot of a form: what went wrong, the button that saves, the way out, and whether there is a draft.

use praesto_contract::ApiError;
use yew::prelude::*;

use super::{Button, DraftMark, Keys, Kind, Problem};
use crate::{drafts::Draft, state::use_app};

#[derive(Properties)]
pub(crate) struct FootProps {
    /// Id of the button that saves.
    pub(crate) id: AttrValue,
    pub(crate) label: AttrValue,
    pub(crate) error: Option<ApiError>,
    #[prop_or_default]
    pub(crate) drafts: Vec<Draft>,
    #[prop_or_default]
    pub(crate) busy: bool,
    /// A form within a page, not a dialog: its button is no primary one.
    #[prop_or_default]
    pub(crate) small: bool,
    pub(crate) oncancel: Callback<()>,
}

impl PartialEq for FootProps {
    /// As for the mark within.
    fn eq(&self, _: &Self) -> bool {
        false
    }
}

#[component]
pub(crate) fn Foot(props: &FootProps) -> Html {
    let app = use_app();
    let small = props.small;
    let kind = if small { Kind::Secondary } else { Kind::Primary };
    html! {
        <>
            <Problem error={props.error.clone()} focus=true />
            <div class="acts">
                <Button id={props.id.clone()} submit=true {small} {kind} disabled={props.busy} label={props.label.clone()}
                    keys={if small { Keys(&["↵"]) } else { Keys(&["Ctrl", "↵"]) }} />
                <Button {small} kind={Kind::Tertiary} label={app.tr.t("cancel")} keys={if small { Default::default() } else { Keys(&["Esc"]) }}
                    onclick={props.oncancel.clone()} />
                <DraftMark drafts={props.drafts.clone()} />
            </div>
        </>
    }
}
