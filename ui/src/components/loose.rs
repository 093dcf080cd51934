//! Forms that belong to no case, or stand outside of it: what was typed into them before is read before they are shown.

use praesto_contract::{CaseId, DraftList};
use yew::prelude::*;

use crate::{
    backend,
    drafts::{self, Desk},
};

#[derive(Properties, PartialEq)]
pub(crate) struct LooseProps {
    /// The case whose drafts they are; of none where it is not given.
    #[prop_or_default]
    pub(crate) case: Option<CaseId>,
    pub(crate) children: Html,
}

/// Shows what is within once the drafts are here.
#[component]
pub(crate) fn Loose(props: &LooseProps) -> Html {
    let read = use_state(|| false);
    {
        let (read, case) = (read.setter(), props.case);
        use_effect_with((), move |()| {
            backend::run(DraftList { case }, move |answer| {
                // Without them the form begins empty; what is typed now is kept all the same.
                drafts::learn(case, &answer.unwrap_or_default());
                read.set(true);
            });
        });
    }
    html! {
        if *read { <ContextProvider<Desk> context={Desk(props.case)}>{props.children.clone()}</ContextProvider<Desk>> }
    }
}
