//! Looking for words that must be nowhere in the clear.

use std::path::Path;

/// Every place in `place`, a file or a folder with all that is below it, that holds one of `words`, in UTF-8 or UTF-16, in a file or in its name.
pub fn leaks(place: &Path, words: &[&str]) -> Vec<String> {
    let needles: Vec<[Vec<u8>; 2]> =
        words.iter().map(|word| [word.as_bytes().to_vec(), word.encode_utf16().flat_map(u16::to_le_bytes).collect()]).collect();
    let mut found = Vec::new();
    search(place, words, &needles, &mut found);
    found
}

fn search(path: &Path, words: &[&str], needles: &[[Vec<u8>; 2]], found: &mut Vec<String>) {
    let name = path.to_string_lossy();
    let held = if path.is_file() { held(&std::fs::read(path).unwrap_or_default(), needles) } else { vec![false; needles.len()] };
    let leaked = words.iter().zip(held).filter(|(word, held)| *held || name.contains(**word));
    found.extend(leaked.map(|(word, _)| format!("{word} in {name}")));
    if path.is_dir() && !path.is_symlink() {
        for entry in std::fs::read_dir(path).expect("a folder that can be read").filter_map(Result::ok) {
            search(&entry.path(), words, needles, found);
        }
    }
}

/// Which of the needles occur in `bytes`, in one pass over them.
fn held(bytes: &[u8], needles: &[[Vec<u8>; 2]]) -> Vec<bool> {
    let mut begins = [false; 256];
    needles.iter().flatten().filter_map(|needle| needle.first()).for_each(|first| begins[usize::from(*first)] = true);
    let mut held = vec![false; needles.len()];
    for (at, _) in bytes.iter().enumerate().filter(|(_, byte)| begins[usize::from(**byte)]) {
        for (held, needle) in held.iter_mut().zip(needles) {
            *held |= needle.iter().any(|needle| bytes[at..].starts_with(needle));
        }
    }
    held
}
