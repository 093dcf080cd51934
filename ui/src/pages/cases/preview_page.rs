//! What a file says on one of its pages: a picture with its text beside it, a text, tables, a mail with what came with it.

use std::rc::Rc;

use praesto_contract::{MailView, PreviewBlock, PreviewShown};
use yew::prelude::*;

use super::shown::Shown;
use crate::{
    components::{Button, Ico, Kind, described, icon, state},
    i18n::Tr,
    state::use_app,
};

#[derive(Properties)]
pub(super) struct PageProps {
    pub(super) shown: Rc<Shown>,
    /// How large, in percent of the usual.
    pub(super) percent: u32,
    /// Whether the text of a page is shown instead of its picture.
    pub(super) as_text: bool,
    /// Files of mails that were attached to the case since this was opened.
    pub(super) kept: Vec<Vec<u32>>,
    /// Whether nothing can be attached now.
    pub(super) locked: bool,
    pub(super) onopen: Callback<Vec<u32>>,
    pub(super) onkeep: Callback<Vec<u32>>,
}

impl PartialEq for PageProps {
    /// A page is one thing: it is not looked through to see whether it is the same.
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.shown, &other.shown)
            && (self.percent, self.as_text, self.locked) == (other.percent, other.as_text, other.locked)
            && self.kept == other.kept
            && self.onopen == other.onopen
            && self.onkeep == other.onkeep
    }
}

#[component]
pub(super) fn Page(props: &PageProps) -> Html {
    let app = use_app();
    let tr = &app.tr;
    let view = &props.shown.view;
    let size = format!("font-size: {}%", props.percent);
    let body = match &view.shown {
        PreviewShown::Page { text, .. } if props.as_text => {
            html! { <div class="pv__text pre" style={size} dir="auto">{text.clone()}</div> }
        }
        PreviewShown::Page { text, .. } => page(tr, props, text),
        PreviewShown::Picture { own_width, .. } => {
            let name = view.name.clone();
            let alt = match view.pages {
                1 => tr.f("preview-alt-picture", &[("name", name.into())]),
                pages => tr.f("preview-alt-picture-of", &[("page", view.page.into()), ("pages", pages.into()), ("name", name.into())]),
            };
            let width = format!("width: calc(min(100%, {own_width}px) * {})", f64::from(props.percent) / 100.0);
            html! { <img class="pv__picture" id="preview-picture" src={props.shown.picture.clone()} {alt} style={width} /> }
        }
        PreviewShown::Text { text } if text.is_empty() => nothing(tr),
        PreviewShown::Text { text } => html! { <div class="pv__text pre" id="preview-words" style={size} dir="auto">{text.clone()}</div> },
        PreviewShown::Document { blocks } if blocks.is_empty() && view.left_out => {
            html! { <p class="pv__more s" data-test="preview-no-words">{tr.t("preview-no-words")}</p> }
        }
        PreviewShown::Document { blocks } if blocks.is_empty() => nothing(tr),
        PreviewShown::Document { blocks } => html! { <div class="pv__text" id="preview-words" style={size}>{blocks_of(tr, blocks)}</div> },
        PreviewShown::Mail { mail } => html! { <div class="pv__text" style={size}>{mail_of(tr, props, mail)}</div> },
    };
    html! {
        <>
            {body}
            if view.left_out {
                <p class="pv__more s" data-test="preview-left-out">{icon(Ico::Info)}{tr.t("preview-left-out")}</p>
            }
            if view.goes_on {
                <p class="pv__more s" data-test="preview-goes-on">{icon(Ico::Info)}{tr.t("preview-goes-on")}</p>
            }
        </>
    }
}

/// A page as a picture. Its text follows for whoever hears it; where there is none, that is said.
fn page(tr: &Tr, props: &PageProps, text: &str) -> Html {
    let view = &props.shown.view;
    let (page, pages) = (view.page, view.pages);
    let alt = tr.f("preview-alt-page", &[("page", page.into()), ("pages", pages.into()), ("name", view.name.clone().into())]);
    let width = format!("width: calc(min(100%, 60rem) * {})", f64::from(props.percent) / 100.0);
    html! {
        <>
            <img class="pv__page" id="preview-picture" data-page={page.to_string()} src={props.shown.picture.clone()} {alt} style={width} />
            if text.is_empty() {
                <p class="pv__more s" data-test="preview-no-text">{icon(Ico::Info)}{tr.t("preview-no-text")}</p>
            } else {
                <div class="pf-v6-screen-reader" id="preview-words" dir="auto">{text.to_owned()}</div>
            }
        </>
    }
}

fn nothing(tr: &Tr) -> Html {
    html! { <p class="pv__more s t2" data-test="preview-empty">{tr.t("preview-empty")}</p> }
}

pub(super) fn blocks_of(tr: &Tr, blocks: &[PreviewBlock]) -> Html {
    let mut tables = 0_u64;
    let mut one = |block: &PreviewBlock| match block {
        PreviewBlock::Heading { text } => html! { <h3 dir="auto">{text.clone()}</h3> },
        PreviewBlock::Paragraph { text } => html! { <p class="pre" dir="auto">{text.clone()}</p> },
        PreviewBlock::Table { rows } => {
            tables += 1;
            // Scrolled by itself, so by key, too; its name tells it from the others.
            html! {
                <div class="scrollx" role="region" tabindex="0" aria-label={tr.f("preview-table", &[("number", tables.into())])}>
                    <table class="pv__table"><tbody>{ for rows.iter().map(|cells| html! {
                        <tr>{ for cells.iter().map(|text| html! { <td dir="auto">{text.clone()}</td> }) }</tr>
                    }) }</tbody></table>
                </div>
            }
        }
    };
    html! { <>{ for blocks.iter().map(&mut one) }</> }
}

/// What a mail is about.
pub(super) fn subject_of(tr: &Tr, mail: &MailView) -> String {
    if mail.subject.is_empty() { tr.t("mail-no-subject") } else { mail.subject.clone() }
}

/// Who wrote a mail to whom, and when, as far as it says.
pub(super) fn head_of(tr: &Tr, mail: &MailView) -> Vec<(String, String)> {
    let people = [(tr.t("mail-from"), &mail.from), (tr.t("mail-to"), &mail.to), (tr.t("mail-cc"), &mail.cc)];
    let people = people.into_iter().filter(|(_, people)| !people.is_empty()).map(|(term, people)| (term, people.join(", ")));
    people.chain(mail.sent.map(|at| (tr.t("mail-sent"), tr.moment(at)))).collect()
}

fn mail_of(tr: &Tr, props: &PageProps, mail: &MailView) -> Html {
    let file = |(at, file): (usize, &praesto_contract::MailPartView)| {
        let part: Vec<u32> = props.shown.part.iter().copied().chain([at as u32]).collect();
        let opened = part.clone();
        let spoken = AttrValue::from(tr.f("preview-keep-named", &[("name", file.name.clone().into())]));
        let is_kept = props.kept.contains(&part);
        html! {
            <li data-test="mail-file">
                {icon(if file.media_type.starts_with("image/") { Ico::Picture } else { Ico::File })}
                <div>
                    <button type="button" class="att__name" data-test="mail-file-look" onclick={props.onopen.reform(move |_: MouseEvent| opened.clone())}>{file.name.clone()}</button>
                    <small>{tr.words().bytes(file.size)}</small>
                    if is_kept {
                        <small role="status" data-test="mail-file-kept">{state("success", Ico::Tick, tr.t("preview-kept"))}</small>
                    } else {
                        <Button small=true kind={Kind::Link} hook="mail-file-keep" label={tr.t("preview-keep")} {spoken}
                            disabled={props.locked} onclick={props.onkeep.reform(move |()| part.clone())} />
                    }
                </div>
            </li>
        }
    };
    html! {
        <>
            <h3 dir="auto" data-test="mail-subject">{subject_of(tr, mail)}</h3>
            <dl class="pf-v6-c-description-list one pv__head">
                { for head_of(tr, mail).into_iter().map(|(term, said)| described(term, html! { <span dir="auto">{said}</span> })) }
            </dl>
            if mail.html { <p class="pv__more s t2">{tr.t("mail-as-page")}</p> }
            if mail.text.is_empty() {
                <p class="t2">{tr.t("mail-no-text")}</p>
            } else {
                <div class="pre" id="preview-words" dir="auto">{mail.text.clone()}</div>
            }
            { for mail.page.as_ref().map(|page| html! {
                <details class="pv__other" data-test="mail-other-form">
                    <summary>{tr.t("mail-other-form")}</summary>
                    <div class="pre" dir="auto">{page.clone()}</div>
                </details>
            }) }
            if !mail.files.is_empty() {
                <h3>{tr.n("mail-files", mail.files.len() as u64)}</h3>
                <ul class="att pv__files" id="mail-files">{ for mail.files.iter().enumerate().map(file) }</ul>
            }
        </>
    }
}
