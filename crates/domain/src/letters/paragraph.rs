//! The words of a letter: paragraphs, and the plain text in which people edit them.

use serde::{Deserialize, Serialize};

/// A part of a letter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paragraph {
    pub kind: ParagraphKind,
    /// Lines as they are to stand on paper; none of them is empty.
    pub text: String,
}

/// What a paragraph is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ParagraphKind {
    /// What the letter is about.
    Title,
    Heading,
    #[default]
    Text,
    /// One of a list.
    Item,
}

impl ParagraphKind {
    /// What its first line begins with.
    fn mark(self) -> &'static str {
        match self {
            Self::Title => "# ",
            Self::Heading => "## ",
            Self::Text => "",
            Self::Item => "- ",
        }
    }

    const MARKED: [Self; 3] = [Self::Title, Self::Heading, Self::Item];

    /// The kind that a line begins, and the rest of the line.
    pub(super) fn of(line: &str) -> (Self, &str) {
        let marked = |kind: Self| line.strip_prefix(kind.mark()).map(|rest| (kind, rest.trim_start()));
        Self::MARKED.into_iter().find_map(marked).unwrap_or((Self::Text, line))
    }
}

/// Put before a line that would begin something else, so that it does not.
const AS_IT_IS: char = '\\';

/// The paragraphs of a text: an empty line ends one, and so does a line that begins with `# `, `## ` or `- `.
pub fn from_text(text: &str) -> Vec<Paragraph> {
    let mut paragraphs: Vec<Paragraph> = Vec::new();
    let mut open = false;
    for line in text.lines().map(str::trim) {
        if line.is_empty() {
            open = false;
            continue;
        }
        let (kind, rest) = ParagraphKind::of(line);
        let rest = rest.strip_prefix(AS_IT_IS).unwrap_or(rest).trim();
        if rest.is_empty() {
            open = false;
            continue;
        }
        match paragraphs.last_mut() {
            Some(last) if open && kind == ParagraphKind::Text => {
                last.text.push('\n');
                last.text.push_str(rest);
            }
            _ => paragraphs.push(Paragraph { kind, text: rest.to_owned() }),
        }
        // What a letter is about, and a heading, are one line.
        open = !matches!(kind, ParagraphKind::Title | ParagraphKind::Heading);
    }
    paragraphs
}

/// A letter with what it is about at its head: what its type is called, where whoever wrote it struck out the first line. What is shown, filed, made pages
/// and printed is this, alike.
pub fn titled(mut paragraphs: Vec<Paragraph>, title: &str) -> Vec<Paragraph> {
    if !title.is_empty() && paragraphs.first().is_none_or(|first| first.kind != ParagraphKind::Title) {
        paragraphs.insert(0, Paragraph { kind: ParagraphKind::Title, text: title.to_owned() });
    }
    paragraphs
}

/// The text that [`from_text`] reads back. Items of a list stand close together.
pub fn to_text(paragraphs: &[Paragraph]) -> String {
    let mut text = String::new();
    for (at, paragraph) in paragraphs.iter().enumerate() {
        let listed = |other: Option<&Paragraph>| other.is_some_and(|other| other.kind == ParagraphKind::Item);
        if at > 0 {
            text.push_str(if listed(Some(paragraph)) && listed(paragraphs.get(at - 1)) { "\n" } else { "\n\n" });
        }
        text.push_str(paragraph.kind.mark());
        for (number, line) in paragraph.text.lines().enumerate() {
            if number > 0 {
                text.push('\n');
            }
            if line.starts_with(AS_IT_IS)
                || ParagraphKind::of(line).0 != ParagraphKind::Text
                || ParagraphKind::MARKED.iter().any(|kind| kind.mark().trim_end() == line)
            {
                text.push(AS_IT_IS);
            }
            text.push_str(line);
        }
    }
    text
}

/// Signs around a gap.
const GAP: (&str, &str) = ("[[", "]]");

/// Something that a person still has to write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap<'a> {
    /// Where it stands, in bytes of the text.
    pub at: std::ops::Range<usize>,
    /// What is wanted.
    pub wanted: &'a str,
}

/// The gaps of a text, in their order.
pub fn gaps(text: &str) -> Vec<Gap<'_>> {
    let (mut gaps, mut from) = (Vec::new(), 0);
    while let Some(start) = text[from..].find(GAP.0).map(|at| from + at) {
        let inside = start + GAP.0.len();
        let Some(length) = text[inside..].find(GAP.1) else { break };
        let end = inside + length + GAP.1.len();
        // Of two that open, the inner one is the gap.
        let start = text[..inside + length].rfind(GAP.0).unwrap_or(start);
        let inside = start + GAP.0.len();
        gaps.push(Gap { at: start..end, wanted: text[inside..end - GAP.1.len()].trim() });
        from = end;
    }
    gaps
}

/// A gap, as it stands in a text.
pub(super) fn gap(wanted: &str) -> String {
    format!("{}{}{}", GAP.0, without_gaps(wanted).replace(['[', ']'], ""), GAP.1)
}

/// What stood in a case, so that nothing in it looks like a gap.
pub(super) fn without_gaps(text: &str) -> String {
    let mut apart = String::with_capacity(text.len());
    for sign in text.chars() {
        if matches!(sign, '[' | ']') && apart.ends_with(sign) {
            apart.push(' ');
        }
        apart.push(sign);
    }
    apart
}
