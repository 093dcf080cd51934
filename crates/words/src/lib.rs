//! Every text that Praesto shows, in five languages, and how numbers, sizes, days and times are written in each of them.
//!
//! The window, the desktop shell, the engine and the terminal share this leaf, so a message exists once. Texts are Fluent files under
//! `locales/`, compiled in. English is the reference: a text that a language lacks is shown in English, and tests keep that from happening.

mod days;
mod language;
mod numbers;
mod pack;
mod said;
mod sources;
mod words;

pub use days::{Clock, Date};
pub use fluent_bundle::FluentValue as Value;
pub use language::Language;
pub use numbers::hundredths;
pub use pack::{PackUnreadable, pack_messages};
pub use said::{Arguments, Said};
pub use sources::{Source, sources};
pub use words::Words;
