//! The key bar at the bottom: what the keys do here, and one sentence that holds here.

use yew::prelude::*;

use crate::{
    components::keys,
    route::{Area, Tab},
    state::use_app,
};

/// Keys and what they do.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Hint {
    keys: &'static [&'static str],
    text: String,
}

impl Hint {
    pub(crate) fn new(keys: &'static [&'static str], text: String) -> Self {
        Self { keys, text }
    }
}

#[derive(Properties, PartialEq)]
pub(crate) struct KeyBarProps {
    pub(crate) hints: Vec<Hint>,
    pub(crate) note: AttrValue,
}

#[component]
pub(crate) fn KeyBar(props: &KeyBarProps) -> Html {
    html! {
        <footer class="foot">
            <span class="foot__keys">{ for props.hints.iter().map(|hint| html! { <span class="k">{keys(hint.keys)}{hint.text.clone()}</span> }) }</span>
            <span class="sp">{props.note.clone()}</span>
        </footer>
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct PageKeysProps {
    pub(super) area: Area,
}

/// The key bar that fits the page.
#[component]
pub(super) fn PageKeys(props: &PageKeysProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let letters = app.settings.letter_keys;
    let route = app.route;
    let mut hints = Vec::new();
    let mut add = |keys: &'static [&'static str], id: &str| hints.push(Hint::new(keys, tr.t(id)));
    let note = match props.area {
        Area::Cases if route.case.is_some() && route.tab == Tab::Conflicts => {
            if letters {
                add(&["1", "2"], "hint-use");
                add(&["3"], "hint-both");
                add(&["W"], "hint-withdraw");
            }
            add(&["Ctrl", "Z"], "hint-undo");
            tr.t("conflict-foot")
        }
        Area::Cases => {
            if letters {
                add(&["J", "K"], "hint-next-previous");
                add(&["/"], "hint-find");
            } else {
                add(&["↑", "↓"], "hint-move");
            }
            if route.case.is_some() && letters {
                add(&["D"], "hint-decide");
                add(&["N"], "hint-note");
                add(&["H"], "hint-hand-over");
                add(&["T"], "hint-task");
                add(&["[", "]"], "hint-tab");
            } else {
                add(&["↵"], "hint-open");
            }
            add(&["Ctrl", "N"], "hint-new-case");
            String::new()
        }
        Area::Office => {
            if letters && !app.office().is_some_and(|office| office.sample) {
                add(&["I"], if app.alone() { "hint-connect" } else { "hint-invite" });
            }
            String::new()
        }
        Area::Computer => {
            if letters {
                add(&["R"], "hint-retry");
            }
            app.sync.as_ref().map_or_else(String::new, |sync| match sync.last_contact {
                Some(at) => tr.f("sync-last-contact", &[("when", tr.moment(at).into())]),
                None => tr.t("sync-never-contact"),
            })
        }
        Area::Import => {
            add(&["Esc"], "hint-back");
            tr.t("import-foot")
        }
    };
    add(&["F6"], "hint-pane");
    add(&["F1"], "hint-all-keys");
    html! { <KeyBar {hints} {note} /> }
}
