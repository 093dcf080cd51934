//! Looking for words that must be nowhere in the clear.

use std::path::Path;

/// Every place below `folder` that holds one of `words`, in UTF-8 or UTF-16, in a file or in its name.
pub fn leaks(folder: &Path, words: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    search(folder, words, &mut found);
    found
}

fn search(folder: &Path, words: &[&str], found: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).expect("a folder that can be read").filter_map(Result::ok) {
        let path = entry.path();
        let name = path.to_string_lossy().into_owned();
        if path.is_dir() && !path.is_symlink() {
            search(&path, words, found);
        }
        let bytes = if path.is_file() { std::fs::read(&path).unwrap_or_default() } else { Vec::new() };
        for word in words {
            let wide: Vec<u8> = word.encode_utf16().flat_map(u16::to_le_bytes).collect();
            let holds = |needle: &[u8]| bytes.windows(needle.len()).any(|window| window == needle);
            if holds(word.as_bytes()) || holds(&wide) || name.contains(word) {
                found.push(format!("{word} in {name}"));
            }
        }
    }
}
