//! Pieces that every page is built from: PatternFly's classes on plain semantic HTML.

mod ask;
mod button;
mod dialog;
mod draft;
mod edit;
mod foot;
mod form;
mod icon;
mod job;
mod loose;
mod passphrase;
mod problem;

pub(crate) use ask::{Ask, use_sending};
pub(crate) use button::{Button, Keys, Kind, keys};
pub(crate) use dialog::Dialog;
pub(crate) use draft::DraftMark;
pub(crate) use edit::{Edit, Input, Stands, Typed};
pub(crate) use foot::Foot;
pub(crate) use form::{Field, Radio, area_of, select_value, shows_again, use_list};
pub(crate) use icon::{Ico, icon, icon12, icon14, mark};
pub(crate) use job::{Far, stop};
pub(crate) use loose::Loose;
pub(crate) use passphrase::{KeyForm, KeyQuestion, Passphrases};
pub(crate) use problem::{Problem, Wrong};

use yew::prelude::*;

/// A word of state with its icon: never colour alone.
pub(crate) fn state(class: &'static str, ico: Ico, text: impl Into<AttrValue>) -> Html {
    html! { <span class={classes!("st", class)}>{icon12(ico)}<span>{text.into()}</span></span> }
}

/// A compact label.
pub(crate) fn label(class: &'static str, ico: Option<Ico>, text: impl Into<AttrValue>) -> Html {
    html! {
        <span class={classes!("pf-v6-c-label", "pf-m-compact", class)}>
            <span class="pf-v6-c-label__content">
                { for ico.map(|ico| html! { <span class="pf-v6-c-label__icon">{icon14(ico)}</span> }) }
                <span class="pf-v6-c-label__text">{text.into()}</span>
            </span>
        </span>
    }
}

/// A term and its description in a description list.
pub(crate) fn described(term: impl Into<AttrValue>, what: Html) -> Html {
    html! {
        <div class="pf-v6-c-description-list__group">
            <dt class="pf-v6-c-description-list__term"><span class="pf-v6-c-description-list__text">{term.into()}</span></dt>
            <dd class="pf-v6-c-description-list__description"><div class="pf-v6-c-description-list__text">{what}</div></dd>
        </div>
    }
}

/// A progress bar with its words.
pub(crate) fn progress(words: &str, done: u64, total: u64) -> Html {
    let percent = praesto_words::hundredths(done, total.max(1));
    html! {
        <div class="pf-v6-c-progress pf-m-sm">
            <div class="pf-v6-c-progress__description">{words}</div>
            <div class="pf-v6-c-progress__bar" role="progressbar" aria-label={words.to_owned()} aria-valuemin="0" aria-valuemax="100" aria-valuenow={percent.to_string()}>
                <div class="pf-v6-c-progress__indicator" style={format!("width:{percent}%")}></div>
            </div>
        </div>
    }
}
