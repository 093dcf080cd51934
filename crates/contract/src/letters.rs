//! Letters: what can be written where a case stands, a draft of it, and what was signed off.

use serde::{Deserialize, Serialize};

use crate::{AttachmentId, Author, CaseId, DecisionId, EventId, Refused};

pub use praesto_domain::letters::{Paragraph, ParagraphKind, from_text as letter_from_text};

/// A letter that a case type knows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LetterTypeView {
    pub id: String,
    /// Languages that it is written in.
    pub languages: Vec<String>,
}

/// A letter that belongs where a case stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LetterOfferView {
    pub letter: String,
    /// The decision that it tells of.
    pub decision: Option<DecisionId>,
    /// Why this person may not write it now.
    pub refused: Option<Refused>,
}

/// Fills a letter in; nothing is saved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LetterDraft {
    pub case: CaseId,
    /// A letter of the case's type.
    pub letter: String,
    pub language: String,
    /// The decision that it tells of, where it tells of one.
    #[serde(default)]
    pub decision: Option<DecisionId>,
}

/// A letter, filled in as far as the case says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LetterDraftView {
    /// Without recipient. What is missing stands between `[[` and `]]`, to be written by hand.
    pub sheet: LetterSheet,
    /// What is missing, each once.
    pub missing: Vec<String>,
    /// Whom the case knows, the likeliest first; the lines of each address, the name first.
    pub recipients: Vec<Vec<String>>,
    /// The fingerprint of the decision that it tells of.
    pub fingerprint: Option<String>,
}

/// What stands on the paper of a letter.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LetterSheet {
    pub language: String,
    pub title: String,
    pub office: String,
    /// Lines of the address.
    pub recipient: Vec<String>,
    /// Whether the window of the envelope is on the right, as in France.
    pub window_right: bool,
    /// Label and value beside the address.
    pub about: Vec<(String, String)>,
    pub paragraphs: Vec<Paragraph>,
}

/// A decision as somebody saw it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeenDecision {
    pub decision: DecisionId,
    /// Where another stands under this id by now, nothing is done: `WrittenMeanwhile`.
    pub fingerprint: String,
}

/// Signs a letter off: makes it a file of the case, under the name of whoever asks. It cannot be taken back.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct LetterMake {
    pub case: CaseId,
    pub letter: String,
    pub language: String,
    #[serde(default)]
    pub decision: Option<SeenDecision>,
    /// Lines of the address, the name first.
    pub recipient: Vec<String>,
    /// The words, without gaps.
    pub paragraphs: Vec<Paragraph>,
    /// Places whose drafts this saves.
    #[serde(default)]
    pub drafts: Vec<String>,
}

/// Gives a letter out to be printed; kept in the case as a file that left.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct LetterPrint {
    pub case: CaseId,
    pub letter: EventId,
    pub reason: String,
}

/// A letter that was signed off.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LetterFiledView {
    pub id: EventId,
    /// What it is called, in its own language.
    pub title: String,
    pub language: String,
    /// Name of whom it was written to.
    pub recipient: String,
    /// The decision that it tells of, while that says what it said then.
    pub decision: Option<DecisionId>,
    /// Its file, while the case has it.
    pub attachment: Option<AttachmentId>,
    /// That version of the file.
    pub version: String,
    /// Who signed it off.
    pub by: Author,
    /// Whether that was sent.
    pub sent: bool,
}
