//! A page of a file as paper has it: a picture on a sheet of its own, text in the type of print, under the name of the file and the reference of the case.

use std::rc::Rc;

use praesto_contract::{MailView, PreviewShown};
use yew::prelude::*;

use super::{
    preview_page::{blocks_of, head_of, subject_of},
    shown::Shown,
};
use crate::{i18n::Tr, state::use_app};

#[derive(Properties)]
pub(super) struct LeafProps {
    pub(super) shown: Rc<Shown>,
    pub(super) reference: AttrValue,
}

impl PartialEq for LeafProps {
    /// As on the screen, a page is one thing.
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.shown, &other.shown) && self.reference == other.reference
    }
}

#[component]
pub(super) fn Leaf(props: &LeafProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let view = &props.shown.view;
    let body = match &view.shown {
        PreviewShown::Page { .. } | PreviewShown::Picture { .. } => {
            return html! { <section class="leaf leaf--picture"><img src={props.shown.picture.clone()} alt="" /></section> };
        }
        PreviewShown::Text { text } => html! { <div class="pre" dir="auto">{text.clone()}</div> },
        PreviewShown::Document { blocks } => blocks_of(tr, blocks),
        PreviewShown::Mail { mail } => mail_of(tr, mail),
    };
    let page = (view.pages > 1 || !view.title.is_empty()).then(|| props.shown.page_of(tr));
    let head = [Some(view.name.clone()), Some(props.reference.to_string()), page];
    let head: Vec<String> = head.into_iter().flatten().filter(|part| !part.is_empty()).collect();
    html! {
        <section class="leaf">
            <p class="leaf__head">{head.join(" · ")}</p>
            {body}
            // Whoever holds the paper alone has to know that it is not all.
            if view.left_out { <p class="leaf__more">{tr.t("preview-left-out")}</p> }
            if view.goes_on { <p class="leaf__more">{tr.t("preview-goes-on")}</p> }
        </section>
    }
}

/// A mail with all that it says; what came with it is named, and printed by itself.
fn mail_of(tr: &Tr, mail: &MailView) -> Html {
    html! {
        <>
            <h3 dir="auto">{subject_of(tr, mail)}</h3>
            <dl>
                { for head_of(tr, mail).into_iter().map(|(term, said)| html! { <div><dt>{term}</dt><dd dir="auto">{said}</dd></div> }) }
            </dl>
            if mail.html { <p class="leaf__more">{tr.t("mail-as-page")}</p> }
            if mail.text.is_empty() {
                <p>{tr.t("mail-no-text")}</p>
            } else {
                <div class="pre" dir="auto">{mail.text.clone()}</div>
            }
            { for mail.page.as_ref().map(|page| html! { <><h3>{tr.t("mail-other-form")}</h3><div class="pre" dir="auto">{page.clone()}</div></> }) }
            if !mail.files.is_empty() {
                <h3>{tr.n("mail-files", mail.files.len() as u64)}</h3>
                <ul>{ for mail.files.iter().map(|file| html! { <li>{format!("{}, {}", file.name, tr.words().bytes(file.size))}</li> }) }</ul>
            }
        </>
    }
}
