//! Case types are packs: what a case of this kind is asked, which ways it can go, who may take them, and by when.
//!
//! A pack is text that an office writes without code (`docs/case-types.md`). [`CaseType::read`] takes one in or says everything that is wrong with
//! it; what it returned can be counted on by screens and rules. The engine ([`workflow`]) is asked before every act and is the only judge of it.

mod calendar;
mod deadlines;
mod fault;
mod form;
mod messages;
mod model;
mod read;
mod source;
pub mod workflow;

pub use calendar::{Calendar, Landing};
pub use deadlines::{Began, DueDay};
pub use fault::{Fault, Wrong};
pub use form::{Field, FieldKind, FieldProblem, Form};
pub use messages::LANGUAGES;
pub use model::{CaseType, DeadlineRule, Outcome, Section, Start, State, Step, Term, Who};
pub use read::PackText;
