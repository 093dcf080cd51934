//! Case types are packs: what a case of this kind is asked, which ways it can go, who may take them, and by when.
//!
//! A pack is text that an office writes without code (`docs/case-types.md`). [`CaseType::read`] takes one in or says everything that is wrong with
//! it; what it returned can be counted on by screens and rules. The engine ([`workflow`]) is asked before every step, decision and signature; a step
//! can be undone by whoever took it, until somebody has written since.

mod calendar;
mod fault;
mod form;
mod letters;
mod messages;
mod model;
mod read;
mod source;
mod standing;
mod terms;
pub mod workflow;

pub use calendar::{Calendar, Landing};
pub use fault::{Fault, Wrong};
pub use form::{Field, FieldKind, FieldProblem, Form};
pub use letters::{LetterOffer, LetterText, LetterType, RecipientFields};
pub use messages::LANGUAGES;
pub use model::{CaseType, DeadlineRule, Outcome, Section, Start, State, Step, Term, Who};
pub use read::{PackText, is_pack_id};
pub use source::PackHead;
pub use terms::Naming;
