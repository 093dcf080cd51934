//! The languages that Praesto speaks.

use unic_langid::{LanguageIdentifier, langid};

/// A language of the user interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Language {
    /// English, the reference that every other language is measured against.
    #[default]
    En,
    /// French.
    Fr,
    /// German.
    De,
    /// Macedonian, in Cyrillic.
    Mk,
    /// Albanian.
    Sq,
}

impl Language {
    /// All languages, in the order in which the welcome screen offers them.
    pub const ALL: [Self; 5] = [Self::En, Self::Fr, Self::De, Self::Mk, Self::Sq];

    /// Two-letter code of ISO 639-1, as settings, folders and the `lang` attribute use it.
    pub fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Fr => "fr",
            Self::De => "de",
            Self::Mk => "mk",
            Self::Sq => "sq",
        }
    }

    /// The language's name for itself: people look for their own language in their own letters.
    pub fn native_name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Fr => "Français",
            Self::De => "Deutsch",
            Self::Mk => "Македонски",
            Self::Sq => "Shqip",
        }
    }

    /// The language of a tag as browsers and systems write it: `de`, `de-AT`, `mk_MK.UTF-8`, `SQ`. None for any other language.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_', '.', '@']).next().unwrap_or_default();
        Self::ALL.into_iter().find(|language| primary.eq_ignore_ascii_case(language.code()))
    }

    /// The first language of `tags` (the system's, most wanted first) that Praesto speaks; English when there is none.
    pub fn best_of<T: AsRef<str>>(tags: impl IntoIterator<Item = T>) -> Self {
        tags.into_iter().find_map(|tag| Self::from_tag(tag.as_ref())).unwrap_or_default()
    }

    pub(crate) fn identifier(self) -> LanguageIdentifier {
        match self {
            Self::En => langid!("en"),
            Self::Fr => langid!("fr"),
            Self::De => langid!("de"),
            Self::Mk => langid!("mk"),
            Self::Sq => langid!("sq"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Language;

    #[test]
    fn tags_of_browsers_and_systems_are_understood() {
        assert_eq!(Language::from_tag("de-AT"), Some(Language::De));
        assert_eq!(Language::from_tag("mk_MK.UTF-8"), Some(Language::Mk));
        assert_eq!(Language::from_tag("SQ"), Some(Language::Sq));
        assert_eq!(Language::from_tag("C.UTF-8"), None);
        assert_eq!(Language::from_tag("den"), None);
        assert_eq!(Language::from_tag(""), None);
    }

    #[test]
    fn the_first_language_we_speak_wins_and_english_is_last() {
        assert_eq!(Language::best_of(["it-CH", "fr-CH", "de-CH"]), Language::Fr);
        assert_eq!(Language::best_of(["it", "ja"]), Language::En);
        assert_eq!(Language::best_of(Vec::<String>::new()), Language::En);
    }

    #[test]
    fn every_code_leads_back_to_its_language() {
        for language in Language::ALL {
            assert_eq!(Language::from_tag(language.code()), Some(language));
        }
    }
}
