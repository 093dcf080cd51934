//! The Fluent files, compiled in.

use crate::Language;

/// One Fluent file of one language.
#[derive(Clone, Copy, Debug)]
pub struct Source {
    /// Name without folder and ending: `errors`.
    pub name: &'static str,
    /// The file's text.
    pub text: &'static str,
}

macro_rules! files {
    ($language:literal) => {
        files!($language, "app", "errors", "cases", "office", "sync", "today", "imports", "lists", "letters", "scans", "cli", "ui", "hand-over", "desk", "elsewhere", "packs", "access", "out", "sample")
    };
    ($language:literal, $($name:literal),*) => {
        &[$(Source { name: $name, text: include_str!(concat!("../locales/", $language, "/", $name, ".ftl")) }),*]
    };
}

/// All files of a language; every language has the same ones.
pub fn sources(language: Language) -> &'static [Source] {
    match language {
        Language::En => files!("en"),
        Language::Fr => files!("fr"),
        Language::De => files!("de"),
        Language::Mk => files!("mk"),
        Language::Sq => files!("sq"),
    }
}
