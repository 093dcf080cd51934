//! Every code that crosses the edge has words. The contract's source is read as text, so that this crate stays a leaf.

#![allow(clippy::unwrap_used)]

mod reading;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use praesto_words::{Language, Words};

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).unwrap().to_owned()
}

/// The variants of `enum name`, wherever in the crates at the edge it stands, in kebab-case.
fn variants(name: &str) -> Vec<String> {
    let opening = format!("enum {name} {{");
    let mut files = Vec::new();
    for folder in ["crates/contract/src", "crates/domain/src", "crates/protocol/src"] {
        rust_files(&repository().join(folder), &mut files);
    }
    let sources = files.iter().map(|file| std::fs::read_to_string(file).unwrap());
    let source = sources.into_iter().find(|source| source.contains(&opening)).unwrap_or_else(|| panic!("there is no enum {name}"));
    let body = &source[source.find(&opening).unwrap()..];
    let body = &body[body.find('{').unwrap() + 1..body.find("\n}").unwrap()];
    let found: Vec<_> = body
        .lines()
        .map(str::trim)
        .filter(|line| line.starts_with(|letter: char| letter.is_ascii_uppercase()))
        .map(|line| kebab(line.split(|letter: char| !letter.is_ascii_alphanumeric()).next().unwrap()))
        .collect();
    assert!(found.len() > 1, "enum {name} was not understood");
    found
}

fn kebab(name: &str) -> String {
    let mut out = String::new();
    for letter in name.chars() {
        if letter.is_ascii_uppercase() && !out.is_empty() {
            out.push('-');
        }
        out.push(letter.to_ascii_lowercase());
    }
    out
}

#[track_caller]
fn assert_said(family: &str, codes: &[String], attributes: &[&str]) {
    let words = Words::new(Language::En);
    for code in codes {
        let id = format!("{family}-{code}");
        assert!(words.has(&id), "{id} has no words");
        for attribute in attributes {
            assert!(words.has(&format!("{id}.{attribute}")), "{id} does not say .{attribute}");
        }
    }
}

#[test]
fn every_error_says_what_happened_what_is_safe_and_what_to_do() {
    assert_said("error", &variants("ErrorCode"), &["safe", "next"]);
}

#[test]
fn everything_set_aside_and_every_finding_is_explained() {
    assert_said("set-aside", &variants("SetAsideReason"), &["why", "safe", "next"]);
    assert_said("finding", &variants("FindingKind"), &["why", "safe", "next"]);
}

#[test]
fn every_code_of_the_screens_has_words() {
    assert_said("status", &variants("Status"), &[]);
    assert_said("channel", &variants("Channel"), &[]);
    assert_said("queue", &variants("Queue"), &[]);
    assert_said("sort", &variants("CaseSort"), &[]);
    assert_said("place", &variants("Place"), &[]);
    assert_said("whereabouts", &variants("Whereabouts"), &[]);
    assert_said("key-policy", &variants("KeyPolicy"), &["hint", "short"]);
    assert_said("theme", &variants("Theme"), &[]);
    assert_said("held", &variants("HeldBecause"), &["sentence"]);
    assert_said("sync", &variants("SyncPhase"), &[]);
    assert_said("column", &variants("ColumnTarget"), &[]);
    assert_said("import-source", &variants("ImportSource"), &[]);
    assert_said("import-fate", &variants("RowFate"), &[]);
    assert_said("proxy-kind", &variants("ProxyKind"), &[]);
    assert_said("tried", &variants("ConnectionTried"), &[]);
}

/// Every `.rs` file below `folder`.
fn rust_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            rust_files(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

/// A text is looked up by one of these: the window's `tr.t(…)`, and `words.text(…)` everywhere.
const CALLS: [&str; 6] = [".t(", ".f(", ".n(", ".text(", ".text_from(", ".said("];

/// Ids with these beginnings stand in tables and are looked up elsewhere.
const TABLES: [&str; 3] = ["\"hint-", "\"said-", "\"queue-empty-"];

fn is_id(text: &str) -> bool {
    text.starts_with(|sign: char| sign.is_ascii_lowercase())
        && !text.ends_with('-')
        && text.chars().all(|sign| sign.is_ascii_lowercase() || sign.is_ascii_digit() || "-.".contains(sign))
}

/// The literals in the first argument of a call: `t(if new { "a" } else { "b" })` asks for two texts.
fn first_argument(rest: &str) -> Vec<&str> {
    let (mut depth, mut literals, mut start) = (0, Vec::new(), None);
    for (at, sign) in rest.char_indices() {
        match (sign, start) {
            ('"', None) => start = Some(at + 1),
            ('"', Some(from)) => {
                literals.push(&rest[from..at]);
                start = None;
            }
            (_, Some(_)) => {}
            ('(' | '[' | '{', None) => depth += 1,
            (')' | ']' | '}' | ',' | ';', None) if depth == 0 => break,
            (')' | ']' | '}', None) => depth -= 1,
            _ => {}
        }
    }
    // A literal inside a further call is that call's own, such as the pattern of `trim_start_matches("change-")`.
    if rest[..rest.find('"').unwrap_or(0)].contains('(') { Vec::new() } else { literals }
}

fn ids_in(source: &str) -> Vec<&str> {
    let called = CALLS.iter().flat_map(|call| source.match_indices(call)).flat_map(|(at, call)| first_argument(&source[at + call.len()..]));
    let listed = TABLES.iter().flat_map(|start| source.match_indices(start)).filter_map(|(at, _)| source[at + 1..].split('"').next());
    called.chain(listed).filter(|id| is_id(id)).collect()
}

#[test]
fn the_search_for_texts_finds_them() {
    assert_eq!(ids_in(r#"tr.t("no-such-text"); format.text("Two words", &[("name", "a")])"#), ["no-such-text"]);
    assert_eq!(ids_in(r#"tr.n(if new { "a-new" } else { "an-old" }, count.max("zero".len()))"#), ["a-new", "an-old"]);
    assert_eq!(ids_in(r#"(&["N"], "hint-note")"#), ["hint-note"]);
    assert!(ids_in(r#"tr.t(&format!("tab-{}", code("x")))"#).is_empty());
    let given = handed_over(".f(", r#""files", &[("count", 1.into()), ("name", a("b").into())]), tr.f("other", &[("when", c)])"#);
    assert_eq!(given, BTreeSet::from(["count".to_owned(), "name".to_owned()]));
}

/// Every file that asks for texts, with its source.
fn asking() -> Vec<(String, String)> {
    let root = repository();
    let mut files = Vec::new();
    for folder in ["ui/src", "src-tauri/src"] {
        rust_files(&root.join(folder), &mut files);
    }
    for crate_folder in std::fs::read_dir(root.join("crates")).unwrap().flatten() {
        if crate_folder.file_name() != "words" {
            rust_files(&crate_folder.path().join("src"), &mut files);
        }
    }
    let name = |file: &PathBuf| file.strip_prefix(&root).unwrap().display().to_string();
    files.iter().map(|file| (name(file), std::fs::read_to_string(file).unwrap())).collect()
}

#[test]
fn every_text_that_the_code_asks_for_exists() {
    let words = Words::new(Language::En);
    let (mut missing, mut found) = (BTreeSet::new(), 0);
    for (file, source) in asking() {
        let ids = ids_in(&source);
        found += ids.len();
        missing.extend(ids.into_iter().filter(|id| !words.has(id)).map(|id| format!("{file}: {id}")));
    }
    assert!(found > 200, "only {found} texts are asked for: the search is out of date");
    assert!(missing.is_empty(), "texts that do not exist: {missing:#?}");
}

/// What a call hands over, where the call stands in one piece: `f("cases", &[("count", …)])`.
fn handed_over(call: &str, rest: &str) -> BTreeSet<String> {
    let mut depth = 1;
    let end = rest.char_indices().find(|(_, sign)| {
        depth += i32::from("([{".contains(*sign)) - i32::from(")]}".contains(*sign));
        depth == 0
    });
    let inside = &rest[..end.map_or(rest.len(), |(at, _)| at)];
    let named = inside.match_indices("(\"").filter_map(|(at, open)| inside[at + open.len()..].split_once("\","));
    let counted = (call == ".n(").then(|| "count".to_owned());
    named.map(|(name, _)| name.to_owned()).filter(|name| name.chars().all(|sign| sign.is_ascii_alphanumeric())).chain(counted).collect()
}

#[test]
fn every_argument_of_a_text_is_handed_over() {
    let texts = reading::texts(Language::En);
    let (mut wrong, mut checked) = (Vec::new(), 0);
    for (file, source) in asking() {
        for call in [".t(", ".f(", ".n(", ".text("] {
            for (at, _) in source.match_indices(call) {
                let rest = &source[at + call.len()..];
                let Some((id, _)) = rest.trim_start().strip_prefix('"').and_then(|rest| rest.split_once('"')) else { continue };
                let Some(text) = texts.get(id) else { continue };
                checked += 1;
                let lacking: Vec<_> = text.arguments.difference(&handed_over(call, rest)).cloned().collect();
                if !lacking.is_empty() {
                    wrong.push(format!("{file}: {id} lacks {lacking:?}"));
                }
            }
        }
    }
    assert!(checked > 200, "only {checked} calls were read: the search is out of date");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_line_of_a_timeline_has_words() {
    let source = std::fs::read_to_string(repository().join("crates/domain/src/casework/codes.rs")).unwrap();
    let list = source.split("CHANGE_CODES").nth(1).unwrap().split("];").next().unwrap();
    let codes: Vec<_> = list.split('"').skip(1).step_by(2).map(str::to_owned).collect();
    assert!(codes.len() > 20, "the codes were not found: {codes:?}");
    assert_said("change", &codes, &[]);
    assert_said("change", &["other".to_owned()], &[]);
}

#[test]
fn everything_that_a_check_can_find_has_words() {
    let source = std::fs::read_to_string(repository().join("crates/app/src/verify.rs")).unwrap();
    let codes: Vec<_> = source.match_indices("problem(\"").map(|(at, call)| source[at + call.len()..].split('"').next().unwrap()).collect();
    assert!(codes.len() > 3, "the codes were not found: {codes:?}");
    let words = Words::new(Language::En);
    for code in codes {
        assert!(words.has(code), "{code} has no words");
    }
}

#[test]
fn every_refusal_of_the_server_has_words() {
    assert_said("server-refused", &variants("Problem"), &[]);
    // The client's own code for an answer that follows no interface.
    assert_said("server-refused", &["malformed".to_owned()], &[]);
}

#[test]
fn every_reason_why_an_act_is_not_allowed_has_words() {
    assert_said("act-refused", &variants("Refused"), &[]);
}

#[test]
fn what_becomes_of_a_case_type_has_words() {
    assert_said("case-type-standing", &variants("CaseTypeStanding"), &[]);
    assert_said("case-type-how", &variants("CaseTypeHow"), &[]);
    let reasons = ["no-pack", "many-packs", "ships", "older", "states", "not-sound"].map(str::to_owned);
    assert_said("case-type-refused", &reasons, &[]);
}

#[test]
fn every_reason_why_a_file_cannot_be_shown_has_words() {
    assert_said("cannot-show", &variants("CannotShow"), &[]);
}

#[test]
fn every_reason_why_a_file_cannot_become_a_page_has_words() {
    // One that was stopped says so itself, and pages are not looked for in mails.
    let apart = ["stopped", "no-such-part"];
    let codes: Vec<_> = variants("CannotShow").into_iter().filter(|code| !apart.contains(&code.as_str())).collect();
    assert_said("scan-refused", &codes, &[]);
    assert_said("scan-tone", &variants("ScanTone"), &[]);
}

#[test]
fn every_reason_for_refusing_a_file_has_words() {
    let source = std::fs::read_to_string(repository().join("crates/formats/src/refusal.rs")).unwrap();
    let list = source.split("\nrefusals! {").nth(1).unwrap().split("\n}").next().unwrap();
    let codes: Vec<_> =
        list.match_indices("= \"").map(|(at, sign)| list[at + sign.len()..].split('"').next().unwrap().to_owned()).collect();
    assert!(codes.len() > 5, "the codes were not found: {codes:?}");
    assert_said("import-refused", &codes, &[]);
}

#[test]
fn every_reason_of_an_import_has_words() {
    let source = std::fs::read_to_string(repository().join("crates/app/src/imports/reasons.rs")).unwrap();
    let codes: Vec<_> =
        source.match_indices(": &str = \"").map(|(at, sign)| source[at + sign.len()..].split('"').next().unwrap().to_owned()).collect();
    assert!(codes.len() > 10, "the codes were not found: {codes:?}");
    assert_said("import-refused", &codes, &[]);
}
