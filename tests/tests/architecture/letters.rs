//! Every letter that acts as a key can be put elsewhere, and stands in the list of all keys.
//!
//! The front end is read as text: keys are written there as lists of what stands on them.

use std::collections::BTreeMap;

use praesto_contract::LETTER_KEYS;

use super::sources::files;

/// Where the list of all keys comes from.
const LISTS: [&str; 2] = ["ui/src/shell/all_keys.rs", "ui/src/shell/keybar.rs"];

/// The letters of all keys in a text; those that are held with Ctrl or Alt stay where they are.
fn letters(text: &str) -> Vec<char> {
    let lists = text.match_indices('[').filter_map(|(at, _)| text[at + 1..].split_once(']')).map(|(list, _)| list);
    let mut letters = Vec::new();
    for list in lists {
        let (between, keys): (Vec<_>, Vec<_>) = list.split('"').enumerate().partition(|(at, _)| at % 2 == 0);
        let is_list = between.iter().all(|(_, text)| matches!(text.trim(), "" | ","));
        if is_list && !keys.iter().any(|(_, key)| matches!(*key, "Ctrl" | "Alt")) {
            letters.extend(keys.iter().filter_map(|(_, key)| key.parse::<char>().ok()).filter(char::is_ascii_uppercase));
        }
    }
    letters
}

#[test]
fn every_letter_that_acts_can_be_put_elsewhere_and_is_listed() {
    let front: Vec<_> = files().into_iter().filter(|(name, _)| name.starts_with("ui/src/") && name.ends_with(".rs")).collect();
    let mut acting = BTreeMap::<char, Vec<&str>>::new();
    for (name, text) in &front {
        for letter in letters(text) {
            acting.entry(letter).or_default().push(name.as_str());
        }
    }
    assert_eq!(acting.keys().copied().collect::<Vec<_>>(), LETTER_KEYS, "letters that act, and letters that can be put elsewhere");
    let unlisted: Vec<_> = acting.iter().filter(|(_, places)| !places.iter().any(|name| LISTS.contains(name))).collect();
    assert!(unlisted.is_empty(), "not among all keys: {unlisted:?}");
}

#[test]
fn letters_are_found_where_they_are_written() {
    assert_eq!(letters(r#"keys={&["G"]} (&["Shift", "C"], "hint"), &["1", "2"]"#), ['G', 'C']);
    assert_eq!(letters(r#"(&["Ctrl", "K"], "a"), (&["Alt", "X"], "b"), rows["A" + 1], ["[", "]"]"#), [' '; 0]);
}
