//! Forms that belong to no case: what was typed into them before is read before they are shown.

use praesto_contract::DraftList;
use yew::prelude::*;

use crate::{
    backend,
    drafts::{self, Desk},
};

#[derive(Properties, PartialEq)]
pub(crate) struct LooseProps {
    pub(crate) children: Html,
}

/// Shows what is within once the drafts are here.
#[component]
pub(crate) fn Loose(props: &LooseProps) -> Html {
    let read = use_state(|| false);
    {
        let read = read.setter();
        use_effect_with((), move |()| {
            backend::run(DraftList { case: None }, move |answer| {
                // Without them the form begins empty; what is typed now is kept all the same.
                drafts::learn(None, &answer.unwrap_or_default());
                read.set(true);
            });
        });
    }
    html! {
        if *read { <ContextProvider<Desk> context={Desk(None)}>{props.children.clone()}</ContextProvider<Desk>> }
    }
}
