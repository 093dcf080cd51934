//! What no file may contain. Words that are looked for are put together here, or this file would be the first to contain them.

use std::{fs, process::Command};

use super::root;

const LONGEST: usize = 600;

/// Words of things left open.
const OPEN_ENDS: &[&str] =
    &[concat!("TO", "DO"), concat!("FIX", "ME"), concat!("XX", "X"), concat!("to", "do!("), concat!("unimple", "mented!(")];

/// Words that tell where a file was written, and would be wrong anywhere else.
const PLACES: &[&str] = &[
    concat!("/wo", "rk/"),
    concat!("/ro", "ot/"),
    concat!("/fa", "rm/"),
    concat!("/home/", "user"),
    concat!("/tmp/", "brief"),
    concat!("/api/", "cargo"),
    concat!("/api/", "npm"),
    concat!("/api/", "pypi"),
    concat!("registry.", "npmjs"),
    concat!("static.", "crates.io"),
    concat!("deb.", "debian.org"),
    concat!("DEVEL", "OPERS.md"),
];

/// Names and texts of all files that are kept.
pub(crate) fn files() -> Vec<(String, String)> {
    let listed = Command::new("git").args(["ls-files", "-z"]).current_dir(root()).output().expect("git lists the files of the clone");
    assert!(listed.status.success(), "{}", String::from_utf8_lossy(&listed.stderr));
    let names = String::from_utf8_lossy(&listed.stdout).into_owned();
    let readable = names.split_terminator('\0').filter_map(|name| Some((name.to_owned(), fs::read_to_string(root().join(name)).ok()?)));
    readable.collect()
}

fn violations(name: &str, text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut add = |line: usize, what: String| found.push(format!("{name}:{}: {what}", line + 1));
    for (number, line) in text.lines().enumerate() {
        for place in PLACES.iter().filter(|place| line.contains(**place)) {
            add(number, format!("“{place}” tells where this was written"));
        }
    }
    if !name.ends_with(".rs") {
        return found;
    }
    let lines = text.lines().count();
    if lines > LONGEST {
        add(LONGEST, format!("{lines} lines, at most {LONGEST}"));
    }
    for (number, line) in text.lines().enumerate() {
        for end in OPEN_ENDS.iter().filter(|end| line.contains(**end)) {
            add(number, format!("“{end}” leaves something open"));
        }
    }
    if is_library(name) {
        // What follows the first test module is tests.
        for (number, line) in text.lines().enumerate().take_while(|(_, line)| !line.contains("#[cfg(test)]")) {
            if line.contains(concat!(".unw", "rap()")) && !line.trim_start().starts_with("//") {
                add(number, "a library answers with an error; it does not end the program".to_owned());
            }
        }
    }
    found
}

fn is_library(name: &str) -> bool {
    let test = |part: &str| {
        part == "tests" || part == "tests.rs" || part == "test.rs" || part.ends_with("_test.rs") || part.ends_with("_tests.rs")
    };
    name.starts_with("crates/") && name.contains("/src/") && !name.split('/').any(test)
}

#[test]
fn no_file_breaks_the_rules_of_the_house() {
    let files = files();
    assert!(files.iter().any(|(name, _)| name == "Cargo.toml"), "the files of this clone were looked at");
    let found: Vec<String> = files.iter().flat_map(|(name, text)| violations(name, text)).collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn a_planted_violation_is_caught() {
    let unwrap = concat!("fn f() { g().unw", "rap() }");
    assert_eq!(violations("crates/x/src/a.rs", unwrap).len(), 1, "a library that ends the program is caught");
    assert_eq!(violations("crates/x/src/a.rs", &format!("#[cfg(test)]\nmod tests {{ {unwrap} }}")).len(), 0, "tests may");
    assert_eq!(violations("xtask/src/a.rs", unwrap).len(), 0, "programs of the house may");
    assert_eq!(violations("a.rs", &"x\n".repeat(LONGEST + 1)).len(), 1, "a file that is too long is caught");
    assert_eq!(violations("a.rs", &"x\n".repeat(LONGEST)).len(), 0, "a file at the limit is not");
    for word in OPEN_ENDS {
        assert_eq!(violations("a.rs", &format!("// {word}")).len(), 1, "{word} is caught");
    }
    for word in PLACES {
        assert!(!violations("docs/a.md", &format!("see {word}x")).is_empty(), "{word} is caught");
    }
}
