//! The paper of a letter: the same words in the dialog that makes it and on the sheet that is printed.

use praesto_contract::{LetterSheet, Paragraph, ParagraphKind};
use praesto_domain::letters::gaps;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct PaperProps {
    pub(super) sheet: LetterSheet,
}

/// Head, address, reference and words. Those who hear it hear it in its language.
#[component]
pub(super) fn Paper(props: &PaperProps) -> Html {
    let sheet = &props.sheet;
    html! {
        <div class={classes!("paper", sheet.window_right.then_some("paper--right"))} lang={sheet.language.clone()}>
            <p class="paper__office">{sheet.office.clone()}</p>
            <p class="paper__sender" aria-hidden="true">{sheet.office.clone()}</p>
            <p class="paper__to">{sheet.recipient.join("\n")}</p>
            <dl class="paper__about">
                { for sheet.about.iter().map(|(label, value)| html! { <div><dt>{label.clone()}</dt><dd>{value.clone()}</dd></div> }) }
            </dl>
            <div class="paper__body">{ for parts(&sheet.paragraphs).map(part) }</div>
        </div>
    }
}

/// Neighbours in a list belong to one list; everything else stands by itself.
fn parts(paragraphs: &[Paragraph]) -> impl Iterator<Item = &[Paragraph]> {
    paragraphs.chunk_by(|one, next| one.kind == ParagraphKind::Item && next.kind == ParagraphKind::Item)
}

fn part(part: &[Paragraph]) -> Html {
    let Some(first) = part.first() else { return html! {} };
    match first.kind {
        ParagraphKind::Title => html! { <h4 class="paper__title">{marked(&first.text)}</h4> },
        ParagraphKind::Heading => html! { <h5>{marked(&first.text)}</h5> },
        ParagraphKind::Text => html! { <p>{marked(&first.text)}</p> },
        ParagraphKind::Item => html! { <ul>{ for part.iter().map(|one| html! { <li>{marked(&one.text)}</li> }) }</ul> },
    }
}

/// A text whose gaps stand out, and keep the signs around them: not by colour alone.
fn marked(text: &str) -> Html {
    let (mut pieces, mut from) = (Vec::new(), 0);
    for gap in gaps(text) {
        pieces.push(html! { {text[from..gap.at.start].to_owned()} });
        pieces.push(html! { <mark>{text[gap.at.clone()].to_owned()}</mark> });
        from = gap.at.end;
    }
    pieces.push(html! { {text[from..].to_owned()} });
    pieces.into_iter().collect()
}
