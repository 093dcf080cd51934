//! Search as one types.

#![allow(clippy::unwrap_used)]

mod common;

use common::{Home, case, case_id};
use praesto_domain::{CaseId, Moment};
use praesto_vault::{CaseProjection, Vault};
use proptest::prelude::*;

fn put(vault: &Vault, n: u64, title: &str, text: &str) {
    let case = CaseProjection { title: title.to_owned(), search_text: text.to_owned(), ..case(n) };
    vault.write(|w| w.put_case(&case)).unwrap();
}

fn found(vault: &Vault, text: &str) -> Vec<CaseId> {
    vault.read(|v| v.search(text, 20)).unwrap().0
}

#[test]
fn every_word_must_be_there_and_the_last_may_be_unfinished() {
    let home = Home::new();
    let vault = home.create();
    put(&vault, 1, "Wheelchair ramp", "The entrance of the town hall");
    put(&vault, 2, "Ramp at the library", "Ćosić wrote twice");
    put(&vault, 3, "Жалба", "Приговор");
    assert_eq!(found(&vault, "ramp"), [case_id(2), case_id(1)], "the last changed first");
    assert_eq!(found(&vault, "ramp wheel"), [case_id(1)]);
    assert_eq!(found(&vault, "wheel ramp"), [], "only the last word may be unfinished");
    assert_eq!(found(&vault, "COSI"), [case_id(2)], "marks and capitals do not matter");
    assert_eq!(found(&vault, "жал"), [case_id(3)]);
    assert_eq!(found(&vault, "r"), [case_id(2), case_id(1)], "one letter is enough");
    assert_eq!(found(&vault, ""), []);
    assert_eq!(found(&vault, "\"*()"), []);
}

#[test]
fn a_new_projection_is_found_by_its_new_words_only() {
    let home = Home::new();
    let vault = home.create();
    put(&vault, 1, "Old", "before");
    put(&vault, 1, "New", "after");
    assert_eq!(found(&vault, "before"), []);
    assert_eq!(found(&vault, "old"), []);
    assert_eq!(found(&vault, "after"), [case_id(1)]);
}

#[test]
fn the_exact_reference_comes_first_and_more_is_said() {
    let home = Home::new();
    let vault = home.create();
    for n in 1..=30 {
        put(&vault, n, "Ramp", "see G-2026-7");
    }
    assert_eq!(found(&vault, "g-2026-7").first(), Some(&case_id(7)));
    let (first, more) = vault.read(|v| v.search("ramp", 10)).unwrap();
    assert_eq!((first.len(), more), (10, true));
    let (all, more) = vault.read(|v| v.search("ramp", 30)).unwrap();
    assert_eq!((all.len(), more), (30, false));
}

#[test]
fn common_words_give_the_last_that_came_whatever_their_number() {
    let home = Home::new();
    let vault = home.create();
    vault
        .write(|w| {
            (1..=1200u64).try_for_each(|n| w.put_case(&CaseProjection { changed_at: Moment(n as i64), title: "Ramp".into(), ..case(n) }))
        })
        .unwrap();
    assert_eq!(found(&vault, "ramp")[..3], [case_id(1200), case_id(1199), case_id(1198)]);
}

#[test]
fn a_long_beginning_finds_every_word_that_begins_so_few_or_many() {
    let home = Home::new();
    let vault = home.create();
    vault.write(|w| (1..=100u64).try_for_each(|n| w.put_case(&CaseProjection { title: format!("Entrance{n}"), ..case(n) }))).unwrap();
    let count = |text: &str| vault.read(|v| v.search(text, 200)).unwrap().0.len();
    for (text, hits) in [("entr", 100), ("entran", 100), ("entrance", 100), ("entrance9", 11), ("entrance99", 1), ("entrance1000", 0)] {
        assert_eq!(count(text), hits, "{text}");
        assert_eq!(count(&format!("entr {text}")), 0, "{text}: only the last word may be unfinished");
        assert_eq!(count(&format!("g 2026 {text}")), hits, "{text}");
    }
}

#[test]
fn whatever_is_typed_is_searched_for_and_never_an_error() {
    let home = Home::new();
    let vault = home.create();
    put(&vault, 1, "Ramp", "near or and not column words");
    for hostile in
        ["NEAR(a b)", "words : ramp", "a\" OR \"b", "ramp*", "^ramp", "-ramp", "ramp'; DROP TABLE cases; --", "{words} : x", "\0", "a\0b"]
    {
        vault.read(|v| v.search(hostile, 20)).unwrap();
    }
    assert_eq!(found(&vault, "near OR and NOT"), [case_id(1)], "operators are words");
    assert_eq!(found(&vault, "ramp*"), [case_id(1)]);
    let words = || prop_oneof![any::<String>(), "[\"*():^+{}~ a-z-]{0,30}", "(AND|OR|NOT|NEAR|\"|\\*| ){0,12}"];
    proptest!(ProptestConfig::with_cases(2_000), |(text in words())| {
        let (cases, _) = vault.read(|v| v.search(&text, 20)).unwrap();
        prop_assert!(cases.len() <= 1);
    });
    // What was put in is found again by each of its own words.
    proptest!(ProptestConfig::with_cases(100), |(text in any::<String>())| {
        put(&vault, 2, "", &text);
        // Newer scripts have vowel signs that count as letters, but are marks: alone they make no word.
        if praesto_vault::fold(&text).chars().any(char::is_alphanumeric) {
            prop_assert!(found(&vault, &text).contains(&case_id(2)), "{:?}", text);
        }
    });
}
