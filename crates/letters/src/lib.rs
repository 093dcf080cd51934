//! From the words of a letter to its pages: a tagged PDF/A-2a that is also PDF/UA, so that it can be kept, heard and found in for decades. And from
//! pictures of pages to one PDF/A-2b ([`scans`]).
//!
//! Pure: words and a day come in, bytes go out, the same bytes for the same words. What a letter says, and in which language, is decided elsewhere; here
//! are only paper, typeface and structure.

mod clean;
mod face;
mod flow;
pub mod scans;
mod sheet;

pub use clean::clean;

/// A letter as it is to stand on paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// Its language, as BCP 47 writes it.
    pub language: String,
    /// Who writes: head of the first page, and beside the page numbers of the others.
    pub office: String,
    /// What the document is called, and its heading where it has none of its own.
    pub title: String,
    /// To whom it is written, a line each: they stand in the window of the envelope.
    pub recipient: Vec<String>,
    /// Where the envelope has its window.
    pub window: Window,
    /// Label and value beside the address, such as the reference and the day.
    pub about: Vec<(String, String)>,
    /// The case, at the head of further pages.
    pub reference: String,
    /// Year, month and day for the properties of the document.
    pub day: (u16, u8, u8),
    pub blocks: Vec<Block>,
}

/// Where an envelope shows the address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Window {
    /// DIN 5008, form B.
    Left,
    /// As French envelopes have it (NF Z 11-001).
    Right,
}

/// A part of a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    pub kind: Kind,
    /// A line break in it is one on paper.
    pub text: String,
}

/// What a part of a letter is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// What the letter is about; the first block, or none.
    Title,
    Heading,
    Text,
    /// One of a list: neighbours belong to the same list.
    Item,
}

/// Why a letter cannot stand on paper.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    #[error("it says nothing")]
    Empty,
    /// More lines than an envelope shows.
    #[error("the address does not fit into the window")]
    Address,
    /// The signs, each once.
    #[error("the typeface lacks signs")]
    Signs(String),
    /// By the rules of PDF/A or PDF/UA; a fault of this crate, since every letter is set by them.
    #[error("the document breaks the standard: {0}")]
    Standard(String),
}

/// Makes the pages of a letter. `page` writes "page 2 of 3" in its language.
///
/// # Errors
/// See [`Refused`].
pub fn make(letter: &Letter, page: &dyn Fn(usize, usize) -> String) -> Result<Vec<u8>, Refused> {
    let cleaned = cleaned(letter);
    if cleaned.blocks.iter().all(|block| block.kind == Kind::Title) {
        return Err(Refused::Empty);
    }
    sheet::draw(&cleaned, page)
}

/// The letter without what cannot be seen, and with a title.
fn cleaned(letter: &Letter) -> Letter {
    let line = |text: &String| clean(&text.replace('\n', " "));
    let filled = |lines: &[String]| lines.iter().map(line).filter(|line| !line.is_empty()).collect();
    let block = |block: &Block| {
        let text = if block.kind == Kind::Text { clean(&block.text) } else { line(&block.text) };
        Block { kind: block.kind, text }
    };
    let mut blocks: Vec<Block> = letter.blocks.iter().map(block).filter(|block| !block.text.is_empty()).collect();
    let title = line(&letter.title);
    if blocks.first().is_none_or(|first| first.kind != Kind::Title) && !title.is_empty() {
        blocks.insert(0, Block { kind: Kind::Title, text: title.clone() });
    }
    Letter {
        language: letter.language.clone(),
        office: line(&letter.office),
        title: if title.is_empty() { blocks.first().map(|block| block.text.clone()).unwrap_or_default() } else { title },
        recipient: filled(&letter.recipient),
        window: letter.window,
        about: letter.about.iter().map(|(label, value)| (line(label), line(value))).filter(|(_, value)| !value.is_empty()).collect(),
        reference: line(&letter.reference),
        day: letter.day,
        blocks,
    }
}
