//! Says calmly that something is not saved yet, and saves it or lets go of it when asked.

use yew::prelude::*;

use super::{Button, Ico, Kind, state};
use crate::{drafts::Draft, state::use_app};

#[derive(Properties)]
pub(crate) struct DraftMarkProps {
    pub(crate) drafts: Vec<Draft>,
    /// Saves the drafts, where nothing else beside them does.
    #[prop_or_default]
    pub(crate) onsave: Option<Callback<()>>,
    /// After the drafts were let go of.
    #[prop_or_default]
    pub(crate) ondiscard: Callback<()>,
}

impl PartialEq for DraftMarkProps {
    /// What stands in a draft is not in its handle, so the mark is always drawn again.
    fn eq(&self, _: &Self) -> bool {
        false
    }
}

/// "Draft", where at least one of the places holds something.
#[component]
pub(crate) fn DraftMark(props: &DraftMarkProps) -> Html {
    let app = use_app();
    if props.drafts.iter().all(|draft| draft.trimmed().is_empty()) {
        return html! {};
    }
    let onclick = {
        let (drafts, ondiscard) = (props.drafts.clone(), props.ondiscard.clone());
        Callback::from(move |()| {
            drafts.iter().for_each(Draft::discard);
            ondiscard.emit(());
        })
    };
    html! {
        <span class="draft" data-test="draft">
            {state("mute", Ico::Pencil, app.tr.t("draft"))}
            { for props.onsave.clone().map(|onclick| html! { <Button small=true hook="draft-save" label={app.tr.t("draft-save")} {onclick} /> }) }
            <Button small=true kind={Kind::Link} hook="draft-discard" label={app.tr.t("draft-discard")} {onclick} />
        </span>
    }
}
