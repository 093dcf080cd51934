//! Bytes from outside into models: tables, xdomea messages, mails, folders of documents and archives of case types. And out again: pages, tables, archives.
//!
//! A leaf: it knows no case file, no vault and no screen. It reads what it is handed, trusts no header,
//! and answers with a model or with a named [`Refusal`]. No bytes may make it panic.
#![cfg_attr(test, allow(clippy::unwrap_used))]

pub mod archive;
pub mod csv;
pub mod folder;
pub mod html;
pub mod mail;
mod media;
pub mod names;
pub mod packs;
mod refusal;
pub mod text;
mod whole;
pub mod xdomea;

#[doc(hidden)]
pub mod fuzzing;

pub use media::{contradicts, media_type_of};
pub use refusal::{Refusal, Refused};
pub use whole::looks_whole;
