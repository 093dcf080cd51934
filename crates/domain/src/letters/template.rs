//! A template: paragraphs with blanks, some of them there only when something is known.

use super::{
    Blank, Paragraph, ParagraphKind, TEMPLATE_CHARS,
    paragraph::{gap, without_gaps},
};

/// The text of a letter before it is filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    parts: Vec<Part>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Part {
    only: Option<Condition>,
    kind: ParagraphKind,
    pieces: Vec<Piece>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    Text(String),
    Blank(Blank),
}

/// When a paragraph is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    pub blank: Blank,
    /// Whether the blank has to have an answer, or to have none.
    pub there: bool,
}

/// What fills a blank.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// An empty line in it ends the paragraph, and another of the same kind begins.
    pub text: String,
    /// Whether a paragraph is there that asks for this: an answer "no" is an answer, and the paragraph is not.
    pub holds: bool,
}

/// A template that was filled in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filled {
    pub paragraphs: Vec<Paragraph>,
    /// What has no answer, each once, in the order of the letter.
    pub missing: Vec<String>,
}

/// What is wrong with a template.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TemplateWrong {
    #[error("it has more than {TEMPLATE_CHARS} characters")]
    TooLong,
    #[error("it begins with what the letter is about: a line \"# …\", once")]
    NoTitle,
    #[error("line {0}: a letter is about one thing, and \"# …\" was there already")]
    TwoTitles(usize),
    #[error("line {line}: there is no blank {{{blank}}}")]
    NoSuchBlank { line: usize, blank: String },
    #[error("line {0}: \"{{\" is not closed by \"}}\" on its line")]
    NotClosed(usize),
    #[error("line {0}: \"[if …]\" within another; a condition holds none")]
    Nested(usize),
    #[error("line {0}: \"[end]\" without \"[if …]\"")]
    EndsNothing(usize),
    #[error("line {0}: \"[if …]\" is not ended by \"[end]\"")]
    NotEnded(usize),
    #[error("line {line}: \"[{words}]\" is none of: [if NAME], [if not NAME], [end]")]
    NoSuchLine { line: usize, words: String },
    #[error("every paragraph hangs on a condition: the letter could say nothing")]
    SaysNothing,
}

impl Template {
    /// Reads a template.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub fn read(text: &str) -> Result<Self, Vec<TemplateWrong>> {
        if text.len() > TEMPLATE_CHARS && text.chars().count() > TEMPLATE_CHARS {
            return Err(vec![TemplateWrong::TooLong]);
        }
        let mut reading = Reading::default();
        for (at, line) in text.trim_start_matches('\u{feff}').lines().enumerate() {
            reading.line(at + 1, line.trim());
        }
        let Reading { parts, only, mut wrong, .. } = reading;
        wrong.extend(only.map(|(line, _)| TemplateWrong::NotEnded(line)));
        if parts.first().is_none_or(|first| first.kind != ParagraphKind::Title || first.only.is_some()) {
            wrong.push(TemplateWrong::NoTitle);
        } else if wrong.is_empty() && !parts.iter().any(|part| part.only.is_none() && part.kind == ParagraphKind::Text) {
            wrong.push(TemplateWrong::SaysNothing);
        }
        if wrong.is_empty() { Ok(Self { parts }) } else { Err(wrong) }
    }

    /// Every blank, those of conditions among them.
    pub fn blanks(&self) -> impl Iterator<Item = &Blank> {
        self.parts.iter().flat_map(|part| {
            let asked = part.only.iter().map(|only| &only.blank);
            asked.chain(part.pieces.iter().filter_map(|piece| if let Piece::Blank(blank) = piece { Some(blank) } else { None }))
        })
    }

    /// Fills in the blanks. One without an answer becomes a gap that says what is wanted, by its `name`.
    pub fn fill(&self, answer: &dyn Fn(&Blank) -> Option<Answer>, name: &dyn Fn(&Blank) -> String) -> Filled {
        let given = |blank: &Blank| answer(blank).filter(|answer| !answer.text.trim().is_empty());
        let mut filled = Filled::default();
        for part in &self.parts {
            let is_there = |only: &Condition| given(&only.blank).is_some_and(|answer| answer.holds) == only.there;
            if !part.only.as_ref().is_none_or(is_there) {
                continue;
            }
            let mut text = String::new();
            for piece in &part.pieces {
                match piece {
                    Piece::Text(words) => text.push_str(words),
                    Piece::Blank(blank) => match given(blank) {
                        Some(answer) => text.push_str(without_gaps(&answer.text.replace("\r\n", "\n")).trim()),
                        None => {
                            let wanted = name(blank);
                            text.push_str(&gap(&wanted));
                            if !filled.missing.contains(&wanted) {
                                filled.missing.push(wanted);
                            }
                        }
                    },
                }
            }
            filled.paragraphs.extend(paragraphs(part.kind, &text));
        }
        filled
    }
}

/// The paragraphs that a filled part makes.
fn paragraphs(kind: ParagraphKind, text: &str) -> Vec<Paragraph> {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    if matches!(kind, ParagraphKind::Title | ParagraphKind::Heading) {
        let line = lines.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ");
        return vec![Paragraph { kind, text: line }];
    }
    let parts = lines.split(|line| line.is_empty()).filter(|part| !part.is_empty());
    parts.map(|part| Paragraph { kind, text: part.join("\n") }).collect()
}

/// A template on its way.
#[derive(Default)]
struct Reading {
    parts: Vec<Part>,
    /// The condition that is open, and where it began.
    only: Option<(usize, Condition)>,
    /// Whether the next line goes on with the last part.
    open: bool,
    wrong: Vec<TemplateWrong>,
}

impl Reading {
    fn line(&mut self, number: usize, line: &str) {
        if line.is_empty() {
            self.open = false;
        } else if let Some(words) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).filter(|words| !words.starts_with('[')) {
            self.open = false;
            self.condition(number, words.trim());
        } else {
            self.words(number, line);
        }
    }

    fn condition(&mut self, number: usize, words: &str) {
        if words == "end" {
            if self.only.take().is_none() {
                self.wrong.push(TemplateWrong::EndsNothing(number));
            }
            return;
        }
        let Some(name) = words.strip_prefix("if ").map(str::trim) else {
            self.wrong.push(TemplateWrong::NoSuchLine { line: number, words: words.to_owned() });
            return;
        };
        let (there, name) = name.strip_prefix("not ").map_or((true, name), |name| (false, name.trim()));
        if self.only.is_some() {
            self.wrong.push(TemplateWrong::Nested(number));
            return;
        }
        // What a person writes by hand is not known before.
        let blank = Blank::read(name).filter(|blank| !matches!(blank, Blank::ByHand(_)));
        if blank.is_none() {
            self.wrong.push(TemplateWrong::NoSuchBlank { line: number, blank: name.to_owned() });
        }
        // Open all the same, so that its end is none too many.
        let blank = blank.unwrap_or(Blank::Reference);
        self.only = Some((number, Condition { blank, there }));
    }

    fn words(&mut self, number: usize, line: &str) {
        let (kind, rest) = ParagraphKind::of(line);
        let pieces = self.pieces(number, rest);
        if kind == ParagraphKind::Title && !self.parts.is_empty() {
            self.wrong.push(TemplateWrong::TwoTitles(number));
        }
        match self.parts.last_mut() {
            Some(last) if self.open && kind == ParagraphKind::Text => {
                last.pieces.push(Piece::Text("\n".to_owned()));
                last.pieces.extend(pieces);
            }
            _ => self.parts.push(Part { only: self.only.as_ref().map(|(_, only)| only.clone()), kind, pieces }),
        }
        self.open = !matches!(kind, ParagraphKind::Title | ParagraphKind::Heading);
    }

    fn pieces(&mut self, number: usize, line: &str) -> Vec<Piece> {
        let (mut pieces, mut rest) = (Vec::new(), line);
        while let Some((before, after)) = rest.split_once('{') {
            if !before.is_empty() {
                pieces.push(Piece::Text(before.to_owned()));
            }
            let Some((name, after)) = after.split_once('}') else {
                self.wrong.push(TemplateWrong::NotClosed(number));
                return pieces;
            };
            match Blank::read(name) {
                Some(blank) => pieces.push(Piece::Blank(blank)),
                None => self.wrong.push(TemplateWrong::NoSuchBlank { line: number, blank: name.to_owned() }),
            }
            rest = after;
        }
        if !rest.is_empty() {
            pieces.push(Piece::Text(rest.to_owned()));
        }
        pieces
    }
}
