//! Every letter that acts as a key can be put elsewhere, and stands in the list of all keys.
//!
//! The front end is read as text: keys are written there as lists of what stands on them.

use std::collections::BTreeSet;

use praesto_contract::LETTER_KEYS;

use super::sources::files;

/// Where the list of all keys is, and what it takes from elsewhere: the file, and where that begins.
const LISTS: [(&str, &str); 2] = [("ui/src/shell/all_keys.rs", ""), ("ui/src/shell/keybar.rs", "const MARKED")];

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
    let acting: BTreeSet<char> = front.iter().flat_map(|(_, text)| letters(text)).collect();
    assert_eq!(acting.into_iter().collect::<Vec<_>>(), LETTER_KEYS, "letters that act, and letters that can be put elsewhere");
    let mut listed = BTreeSet::new();
    for (file, begins) in LISTS {
        let (_, text) = front.iter().find(|(name, _)| name == file).expect("it is kept");
        let list = &text[text.find(begins).expect("it is there")..];
        listed.extend(letters(if begins.is_empty() { list } else { list.split_once("\n];").expect("it ends").0 }));
    }
    assert_eq!(listed.into_iter().collect::<Vec<_>>(), LETTER_KEYS, "letters among all keys");
}

#[test]
fn letters_are_found_where_they_are_written() {
    assert_eq!(letters(r#"keys={&["G"]} (&["Shift", "C"], "hint"), &["1", "2"]"#), ['G', 'C']);
    assert_eq!(letters(r#"(&["Ctrl", "K"], "a"), (&["Alt", "X"], "b"), rows["A" + 1], ["[", "]"]"#), [' '; 0]);
}
