//! Letters: templates that an office writes without code (`docs/case-types.md`), and the text that people make of them.
//!
//! A template is text with blanks. There is nothing in it to run: filling one in ends, whatever stands in the case, and what stands in a case is never read
//! as structure ([ADR 32](../../../../docs/adr/0032-letters.md)). A blank without an answer becomes a gap that a person fills by hand.

mod address;
mod blank;
mod paragraph;
mod template;

pub use address::address_lines;
pub use blank::Blank;
pub use paragraph::{Gap, Paragraph, ParagraphKind, from_text, gaps, titled, to_text};
pub use template::{Answer, Condition, Filled, Template, TemplateWrong};

/// Characters of a template.
pub const TEMPLATE_CHARS: usize = 20_000;
/// Paragraphs of a letter.
pub const PARAGRAPHS: usize = 2_000;
/// Characters of the lines of an address, all together.
pub const ADDRESS_CHARS: usize = 500;
