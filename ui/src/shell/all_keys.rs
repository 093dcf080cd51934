//! F1: every key, by place.

use yew::prelude::*;

use super::keybar::MARKED;
use crate::{
    components::{Dialog, keys},
    keys::{is_fixed, shown},
    state::{Act, Layer, use_app},
};

type Row = (&'static [&'static str], &'static str);

const EVERYWHERE: &[Row] = &[
    (&["Ctrl", "K"], "hint-search"),
    (&["Ctrl", "L"], "hint-lock"),
    (&["Ctrl", "1…9"], "hint-areas"),
    (&["Ctrl", "N"], "hint-new-case"),
    (&["Ctrl", "Z"], "hint-undo"),
    (&["Ctrl", "+"], "hint-larger"),
    (&["Ctrl", "-"], "hint-smaller"),
    (&["Ctrl", "0"], "hint-usual-size"),
    (&["F6"], "hint-pane"),
    (&["Shift", "F6"], "hint-pane-back"),
    (&["Esc"], "hint-back"),
    (&["F1"], "hint-all-keys"),
];
const LIST: &[Row] = &[
    (&["↑", "↓"], "hint-move"),
    (&["J", "K"], "hint-next-previous"),
    (&["↵"], "hint-open"),
    (&["/"], "hint-find"),
    (&["H"], "hint-hand-over-all"),
    (&["L"], "hint-look-handed"),
    (&["F"], "hint-filter"),
    (&["E"], "hint-list-out"),
    (&["X"], "hint-mark"),
    (&["Shift", "↑", "↓"], "hint-mark-more"),
    (&["Ctrl", "A"], "hint-mark-all"),
    (&["Esc"], "hint-unmark"),
];
const TODAY: &[Row] = &[
    (&["↑", "↓"], "hint-move"),
    (&["J", "K"], "hint-next-previous"),
    (&["↵"], "hint-open"),
    (&["X"], "hint-done"),
    (&["S"], "hint-tomorrow"),
];
const CASE: &[Row] = &[
    (&["D"], "hint-decide"),
    (&["N"], "hint-note"),
    (&["M"], "hint-move-on"),
    (&["S"], "hint-sign"),
    (&["L"], "hint-letter"),
    (&["H"], "hint-hand-over"),
    (&["A"], "hint-take"),
    (&["B"], "hint-give-back"),
    (&["T"], "hint-task"),
    (&["P"], "hint-pin"),
    (&["O"], "hint-look"),
    (&["G"], "hint-scan"),
    (&["C"], "hint-change-elsewhere"),
    (&["Shift", "C"], "hint-put-back"),
    (&["V"], "hint-who-looked"),
    (&["E"], "hint-take-out"),
    (&["Del"], "hint-remove"),
    (&["R"], "hint-restore"),
    (&["[", "]"], "hint-tab"),
];
const CONFLICT: &[Row] =
    &[(&["1", "2"], "hint-use"), (&["3"], "hint-both"), (&["W"], "hint-withdraw"), (&["Ctrl", "↵"], "hint-ask-decide")];
const PREVIEW: &[Row] = &[
    (&["←", "→"], "hint-page"),
    (&["+", "-"], "hint-zoom"),
    (&["0"], "hint-usual-size"),
    (&["T"], "preview-text"),
    (&["P"], "preview-print"),
    (&["S"], "attachment-save"),
    (&["A"], "preview-keep"),
];
const SCANS: &[Row] = &[
    (&["↑", "↓"], "hint-scan-choose"),
    (&["Alt", "↑"], "scan-up"),
    (&["Alt", "↓"], "scan-down"),
    (&["R"], "scan-turn-right"),
    (&["Shift", "R"], "scan-turn-left"),
    (&["E"], "scan-straighten"),
    (&["C"], "scan-crop"),
    (&["Del"], "scan-leave-out"),
    (&["A"], "scan-add"),
];
const OTHER: &[Row] = &[
    (&["I"], "hint-invite"),
    (&["A"], "hint-add-type"),
    (&["B"], "hint-backup"),
    (&["R"], "hint-retry"),
    (&["Ctrl", "↵"], "hint-take-all"),
    (&["Ctrl", "T"], "hint-try-way"),
];

/// All of them, by place.
const GROUPS: [(&str, &[Row]); 9] = [
    ("keys-everywhere", EVERYWHERE),
    ("keys-today", TODAY),
    ("keys-list", LIST),
    ("keys-marked", &MARKED),
    ("keys-case", CASE),
    ("keys-conflict", CONFLICT),
    ("keys-preview", PREVIEW),
    ("keys-scan", SCANS),
    ("keys-other", OTHER),
];

/// The texts of what a usual letter does, by itself or with Shift.
pub(super) fn ids_of(letter: char) -> Vec<&'static str> {
    let moves = |caps: &[&str]| !is_fixed(caps) && caps.iter().any(|cap| cap.chars().eq([letter]));
    GROUPS.into_iter().flat_map(|(_, rows)| rows).filter(|(caps, _)| moves(caps)).map(|(_, id)| *id).collect()
}

#[component]
pub(crate) fn AllKeys() -> Html {
    let app = use_app();
    let tr = &app.tr;
    let onclose = {
        let app = app.clone();
        Callback::from(move |()| app.dispatch(Act::Layer(Layer::None)))
    };
    let group = |title: &str, rows: &[Row]| {
        html! {
            <section>
                <h3>{tr.t(title)}</h3>
                <dl class="keylist">{ for rows.iter().map(|(caps, id)| html! {
                    <div><dt><span class="pf-v6-screen-reader">{shown(tr, caps).join(" ")}</span>{keys(caps)}</dt><dd>{tr.t(id)}</dd></div>
                }) }</dl>
            </section>
        }
    };
    html! {
        <Dialog id="all-keys" title={tr.t("keys-title")} lead={tr.t(if app.settings.letter_keys { "keys-lead" } else { "keys-lead-off" })} wide=true {onclose}>
            <div class="keygroups">
                { for GROUPS.into_iter().map(|(title, rows)| group(title, rows)) }
            </div>
        </Dialog>
    }
}
