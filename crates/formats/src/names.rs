//! Names and paths from outside: which are safe to show, which are refused.

use crate::refusal::{Refusal, Refused};

/// Longest single name, in bytes (the limit of the usual file systems).
pub const NAME_BYTES: usize = 255;
/// Longest whole path, in bytes.
pub const PATH_BYTES: usize = 1024;
/// Deepest nesting of folders.
pub const PATH_DEPTH: usize = 16;

/// Splits a `/`-separated relative path into its names, or says why it is not one.
/// A closing `/` (how a ZIP marks a folder) is allowed.
pub fn split_path(path: &str) -> Result<Vec<&str>, Refused> {
    let refuse = |why| Err(Refused::new(why, path));
    let drive = path.as_bytes().first().is_some_and(u8::is_ascii_alphabetic) && path.as_bytes().get(1) == Some(&b':');
    if path.starts_with('/') || path.contains('\\') || drive {
        return refuse(Refusal::PathTraversal);
    }
    if path.len() > PATH_BYTES {
        return refuse(Refusal::NameTooLong);
    }
    let parts: Vec<&str> = path.strip_suffix('/').unwrap_or(path).split('/').collect();
    for part in &parts {
        if matches!(*part, "." | "..") {
            return refuse(Refusal::PathTraversal);
        }
        if part.trim().is_empty() || part.chars().any(char::is_control) {
            return refuse(Refusal::BadName);
        }
        if part.len() > NAME_BYTES {
            return refuse(Refusal::NameTooLong);
        }
    }
    if parts.len() > PATH_DEPTH {
        return refuse(Refusal::TooDeep);
    }
    Ok(parts)
}

/// Checks a name that must be one file in the same folder, without any path.
pub fn check_file_name(name: &str) -> Result<(), Refused> {
    if name.contains('/') {
        return Err(Refused::new(Refusal::PathTraversal, name));
    }
    split_path(name).map(|_| ())
}

/// A name fit for a screen and for a file system: no separators, no control or direction
/// characters, at most 200 characters, its ending kept. Never empty.
pub fn safe_name(name: &str) -> String {
    let clean: String =
        visible(name).map(|c| if matches!(c, '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|') { '_' } else { c }).collect();
    let clean = clean.split_whitespace().collect::<Vec<_>>().join(" ");
    let clean = clean.trim_end_matches(['.', ' ']).trim_start();
    if clean.is_empty() {
        return "_".to_owned();
    }
    if clean.chars().count() <= 200 {
        return clean.to_owned();
    }
    let ending = extension(clean).filter(|ending| ending.chars().count() <= 16);
    let keep = 200 - ending.map_or(0, |ending| ending.chars().count() + 1);
    let mut short: String = clean.chars().take(keep).collect();
    if let Some(ending) = ending {
        short.push('.');
        short.push_str(ending);
    }
    short
}

/// The part after the last dot, if there is something before and after it.
pub fn extension(name: &str) -> Option<&str> {
    name.rsplit_once('.').filter(|(stem, ending)| !stem.is_empty() && !ending.is_empty()).map(|(_, ending)| ending)
}

/// One line of text for display: white space collapsed, invisible characters dropped, cut to `most`
/// characters with an ellipsis.
pub(crate) fn shorten(text: &str, most: usize) -> String {
    let text: String = visible(text).collect();
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() <= most {
        return text;
    }
    text.chars().take(most.saturating_sub(1)).chain(['…']).collect()
}

/// Drops characters that are not seen but change how a name reads: controls, zero widths, direction marks.
fn visible(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars().filter(|c| {
        let control = c.is_control() && !c.is_whitespace();
        !control && !matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_that_leave_the_folder_are_refused() {
        for path in ["/etc/passwd", "../a", "a/../b", "a/./b", "C:\\a", "c:a", "a\\b", "\\\\host\\share"] {
            assert_eq!(split_path(path).unwrap_err().why, Refusal::PathTraversal, "{path} must not leave the folder");
        }
        assert_eq!(split_path("a/b.pdf").unwrap(), ["a", "b.pdf"]);
        assert_eq!(split_path("a/").unwrap(), ["a"]);
    }

    #[test]
    fn empty_long_and_deep_names_are_refused() {
        assert_eq!(split_path("").unwrap_err().why, Refusal::BadName);
        assert_eq!(split_path("a//b").unwrap_err().why, Refusal::BadName);
        assert_eq!(split_path("a\0b").unwrap_err().why, Refusal::BadName);
        assert_eq!(split_path(&"x".repeat(256)).unwrap_err().why, Refusal::NameTooLong);
        assert_eq!(split_path(&"x/".repeat(600)).unwrap_err().why, Refusal::NameTooLong);
        assert_eq!(split_path(&"x/".repeat(17)).unwrap_err().why, Refusal::TooDeep);
        assert_eq!(check_file_name("a/b").unwrap_err().why, Refusal::PathTraversal);
    }

    #[test]
    fn a_safe_name_keeps_its_ending_and_loses_its_tricks() {
        assert_eq!(safe_name("photo\u{202e}gpj.exe"), "photogpj.exe");
        assert_eq!(safe_name("a/b\\c:d"), "a_b_c_d");
        assert_eq!(safe_name(" .. "), "_");
        let long = safe_name(&format!("{}.pdf", "ж".repeat(400)));
        assert_eq!(long.chars().count(), 200);
        assert!(long.ends_with(".pdf"), "the ending says which program opens it");
    }
}
