//! Text as it is compared: small letters without marks, so that "Ćosić" is found as "cosic" and sorted beside it.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Folds text for searching and sorting: compatibility decomposition (NFKD), marks removed, lower case. Scripts stay apart.
pub fn fold(text: &str) -> String {
    text.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).filter(|c| !is_combining_mark(*c)).collect()
}

/// Letters of a word that count.
const LETTERS: usize = 64;

/// The folded words of a text, in order: runs of letters and digits. What is searched and what is searched for are cut alike.
pub(crate) fn words(text: &str) -> Vec<String> {
    let folded = fold(text);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(|word| word.chars().take(LETTERS).collect()).collect()
}

#[cfg(test)]
mod tests {
    use super::{fold, words};

    #[test]
    fn marks_and_case_do_not_matter_and_scripts_stay_apart() {
        assert_eq!(fold("ĆOSIĆ Élodie Müller"), "cosic elodie muller");
        assert_eq!(fold("Ѓорѓи"), "горги", "Cyrillic keeps its letters");
    }

    #[test]
    fn words_are_runs_of_letters_and_digits() {
        assert_eq!(words("A-2026/17: \"Straße\""), ["a", "2026", "17", "straße"]);
    }
}
