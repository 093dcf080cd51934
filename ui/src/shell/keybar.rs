//! The key bar at the bottom: what the keys do here, and one sentence that holds here.

use yew::prelude::*;

use crate::{
    components::keys,
    route::{Area, Tab},
    state::{App, use_app},
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
    /// Those that do not fit are left out, from the last.
    pub(crate) hints: Vec<Hint>,
    /// The one that always fits.
    #[prop_or_default]
    pub(crate) always: Option<Hint>,
    pub(crate) note: AttrValue,
}

#[component]
pub(crate) fn KeyBar(props: &KeyBarProps) -> Html {
    let shown = |hint: &Hint| html! { <span class="k">{keys(hint.keys)}{hint.text.clone()}</span> };
    html! {
        <footer class="foot">
            <span class="foot__keys">{ for props.hints.iter().map(shown) }</span>
            { for props.always.iter().map(shown) }
            if !props.note.is_empty() { <span class="sp">{props.note.clone()}</span> }
        </footer>
    }
}

/// When the server was last heard, where there is one.
fn last_contact(app: &App) -> String {
    match app.sync.as_ref().map(|sync| sync.last_contact) {
        _ if app.alone() => String::new(),
        Some(Some(at)) => app.tr.f("sync-last-contact", &[("when", app.tr.moment(at).into())]),
        Some(None) => app.tr.t("sync-never-contact"),
        None => String::new(),
    }
}

/// What the keys do to the cases that are marked.
pub(super) const MARKED: [(&[&str], &str); 6] = [
    (&["H"], "hint-bulk-assign"),
    (&["T"], "hint-bulk-tag"),
    (&["M"], "hint-bulk-status"),
    (&["P"], "hint-bulk-pin"),
    (&["U"], "hint-bulk-unpin"),
    (&["L"], "hint-bulk-seen"),
];

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
    let mut hints = Vec::new();
    let mut offer = |offered: bool, keys: &'static [&'static str], id: &str| {
        if offered {
            hints.push(Hint::new(keys, tr.t(id)));
        }
    };
    let note = match (props.area, app.offers) {
        (Area::Cases, _) if app.marks.any() => {
            for (keys, id) in MARKED {
                offer(letters, keys, id);
            }
            offer(true, &["Esc"], "hint-unmark");
            String::new()
        }
        (Area::Cases, Some(offers)) if offers.tab == Tab::Conflicts => {
            offer(letters && offers.choose, &["1", "2"], "hint-use");
            offer(letters && offers.both, &["3"], "hint-both");
            offer(letters && offers.withdraw, &["W"], "hint-withdraw");
            offer(letters && offers.restore, &["R"], "hint-restore");
            offer(letters && offers.decide, &["D"], "hint-decide");
            offer(offers.ask, &["Ctrl", "↵"], "hint-ask-decide");
            offer(offers.undo, &["Ctrl", "Z"], "hint-undo");
            tr.t("conflict-foot")
        }
        (Area::Cases, offers) => {
            let case = letters && offers.is_some();
            let work = letters && offers.is_some_and(|offers| offers.work);
            offer(letters, &["J", "K"], "hint-next-previous");
            offer(letters, &["/"], "hint-find");
            offer(!letters, &["↑", "↓"], "hint-move");
            offer(letters && offers.is_none(), &["F"], "hint-filter");
            offer(letters, &["X"], "hint-mark");
            offer(letters && offers.is_some_and(|offers| offers.decide), &["D"], "hint-decide");
            offer(letters && offers.is_some_and(|offers| offers.sign), &["S"], "hint-sign");
            offer(letters && offers.is_some_and(|offers| offers.move_on), &["M"], "hint-move-on");
            offer(letters && offers.is_some_and(|offers| offers.letter), &["L"], "hint-letter");
            offer(work, &["N"], "hint-note");
            offer(letters && offers.is_some_and(|offers| offers.take), &["A"], "hint-take");
            offer(letters && offers.is_some_and(|offers| offers.take), &["B"], "hint-give-back");
            offer(work, &["H"], "hint-hand-over");
            offer(work, &["T"], "hint-task");
            offer(letters && offers.is_some_and(|offers| offers.look), &["O"], "hint-look");
            offer(letters && offers.is_some_and(|offers| offers.change), &["C"], "hint-change-elsewhere");
            offer(letters && offers.is_some_and(|offers| offers.restore), &["R"], "hint-restore");
            offer(case, &["[", "]"], "hint-tab");
            offer(!case, &["↵"], "hint-open");
            offer(true, &["Ctrl", "N"], "hint-new-case");
            String::new()
        }
        (Area::Today, _) => {
            offer(true, &["↑", "↓"], "hint-move");
            offer(true, &["↵"], "hint-open");
            offer(letters, &["X"], "hint-done");
            offer(letters, &["S"], "hint-tomorrow");
            offer(app.undo.is_some(), &["Ctrl", "Z"], "hint-undo");
            last_contact(&app)
        }
        (Area::Office, _) => {
            let sample = app.office().is_some_and(|office| office.sample);
            offer(letters && !sample, &["I"], if app.alone() { "hint-connect" } else { "hint-invite" });
            offer(letters, &["A"], "hint-add-type");
            String::new()
        }
        (Area::Computer, _) => {
            let sync = app.sync.as_ref();
            offer(letters && sync.is_some_and(|sync| sync.set_aside > 0), &["R"], "hint-retry");
            offer(letters && app.office().is_some_and(|office| !office.sample), &["B"], "hint-backup");
            last_contact(&app)
        }
        (Area::HandOver, _) => {
            let waits = app.handed_to_me;
            offer(waits && letters, &["J", "K"], "hint-next-previous");
            offer(waits && !letters, &["↑", "↓"], "hint-move");
            offer(waits && letters, &["A"], "hint-take");
            offer(waits && letters, &["B"], "hint-give-back");
            offer(waits, &["Ctrl", "↵"], "take-all");
            offer(true, &["Esc"], "hint-back");
            if waits { tr.t("hand-over-foot") } else { String::new() }
        }
        (Area::Import, _) => {
            offer(true, &["Esc"], "hint-back");
            let done = app.imported.as_ref().is_some_and(|imported| imported.answer.is_ok());
            if done { String::new() } else { tr.t("import-foot") }
        }
    };
    offer(true, &["F6"], "hint-pane");
    html! { <KeyBar {hints} always={Hint::new(&["F1"], tr.t("hint-all-keys"))} {note} /> }
}
