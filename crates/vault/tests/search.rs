//! Search as one types.

#![allow(clippy::unwrap_used)]

mod common;

use common::{Home, case, case_id};
use praesto_domain::casework::{fold, name_mark};
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

/// What is found as it is typed, and what is only spelt nearly so; everything folded, as cases and queries come here.
fn looked_for(vault: &Vault, text: &str) -> (Vec<CaseId>, Vec<CaseId>) {
    let text = fold(text);
    vault
        .read(|v| {
            let (exact, _) = v.search(&text, 20)?;
            let similar = v.search_similar(&text, &exact, 20)?;
            Ok::<_, praesto_vault::VaultError>((exact, similar))
        })
        .unwrap()
}

fn put_folded(vault: &Vault, n: u64, text: &str) {
    put(vault, n, text, &fold(text));
}

#[test]
fn a_mistyped_word_finds_what_is_spelt_nearly_so_and_never_among_the_exact() {
    let home = Home::new();
    let vault = home.create();
    put_folded(&vault, 1, "Ема Јанкулова");
    put_folded(&vault, 2, "Ана Јанкулоска");
    put_folded(&vault, 3, "Wheelchair ramp at the library");
    for typed in ["Jankulva", "Janklova", "Jankuolva", "Jaankulvoa", "Xankulova", "Јанкулва", "ема јанкулва", "Jankulva Ема"]
    {
        let (exact, similar) = looked_for(&vault, typed);
        assert_eq!((exact, similar.first()), (vec![], Some(&case_id(1))), "{typed}: the nearest first");
    }
    assert_eq!(looked_for(&vault, "Jankulova"), (vec![case_id(1)], vec![case_id(2)]), "one slip more, and never twice");
    assert_eq!(looked_for(&vault, "whelechair rmap"), (vec![], vec![case_id(3)]), "two words mistyped");
    assert_eq!(looked_for(&vault, "libary"), (vec![], vec![case_id(3)]));
    assert_eq!(looked_for(&vault, "wheelhcai"), (vec![], vec![case_id(3)]), "mistyped, and not typed to its end");
}

#[test]
fn numbers_short_words_and_garbage_find_nothing_similar() {
    let home = Home::new();
    let vault = home.create();
    put_folded(&vault, 1, "KG-2026-0041 Ana ramp");
    for typed in ["KG-2026-0042", "2027", "anx", "xqzwv", "kjhgfdsa", "", "\"*()", "ramp AND", "ramp zxcvbnml"] {
        let (exact, similar) = looked_for(&vault, typed);
        assert_eq!((exact, similar), (vec![], vec![]), "{typed}");
    }
    let long = "ab".repeat(32);
    put_folded(&vault, 2, &long);
    assert_eq!(looked_for(&vault, &format!("d{}", &long[1..])), (vec![], vec![case_id(2)]), "words of 64 letters are forgiven, too");
    assert_eq!(looked_for(&vault, &"c".repeat(400)), (vec![], vec![]));
}

#[test]
fn where_enough_is_found_exactly_nothing_similar_is_offered() {
    let home = Home::new();
    let vault = home.create();
    (1..=3).for_each(|n| put_folded(&vault, n, "Playground at Rose Hill"));
    put_folded(&vault, 9, "Playgruond at Rose Hill");
    assert_eq!(looked_for(&vault, "playground").1, [], "three are enough");
    let (exact, similar) = looked_for(&vault, "playgruond");
    assert_eq!((exact, similar.len()), (vec![case_id(9)], 3), "one is nearly nothing");
}

#[test]
fn words_of_which_each_is_here_and_no_case_holds_all_are_forgiven_as_well() {
    let home = Home::new();
    let vault = home.create();
    (1..=4).for_each(|n| put_folded(&vault, n, "Ана Петров"));
    (5..=8).for_each(|n| put_folded(&vault, n, "Горан Петков"));
    let (exact, similar) = looked_for(&vault, "goran petrov");
    assert_eq!((exact, similar.len()), (vec![], 4));
}

#[test]
fn words_are_near_as_soon_as_they_are_saved_and_after_the_vault_was_shut() {
    let home = Home::new();
    let vault = home.create();
    assert_eq!(looked_for(&vault, "librray"), (vec![], vec![]));
    put_folded(&vault, 1, "Library");
    assert_eq!(looked_for(&vault, "librray").1, [case_id(1)]);
    let broken = vault.write(|w| {
        w.put_case(&CaseProjection { search_text: "hospital".to_owned(), ..case(2) })?;
        Err::<(), _>(praesto_vault::VaultError::Empty)
    });
    assert!(broken.is_err());
    assert_eq!(looked_for(&vault, "hopsital"), (vec![], vec![]), "what was not saved is nowhere");
    put_folded(&vault, 2, "Hospital");
    put_folded(&vault, 1, "Archive");
    vault.close().unwrap();
    let vault = home.open(None).unwrap();
    assert_eq!(looked_for(&vault, "hopsital").1, [case_id(2)]);
    assert_eq!(looked_for(&vault, "librray"), (vec![], vec![]), "a word that no case holds any more finds nothing");
}

/// A word with one letter left out, put in, mistaken, or changed with the next one.
fn slipped(word: &str, kind: u8, at: usize, letter: u8) -> String {
    let mut letters = word.as_bytes().to_vec();
    let at = at % letters.len();
    match kind % 4 {
        0 => drop(letters.remove(at)),
        1 => letters.insert(at, letter),
        2 => letters[at] = letter,
        _ if at + 1 < letters.len() => letters.swap(at, at + 1),
        _ => letters.insert(at, letter),
    }
    String::from_utf8(letters).unwrap()
}

#[test]
fn a_word_of_five_letters_and_more_is_found_with_any_one_slip() {
    let home = Home::new();
    let vault = home.create();
    // As the index keeps words: what a slip does to the letters of a sound is another matter.
    let word = "[abdefgiklmnoprstuvz]{5,14}";
    proptest!(ProptestConfig::with_cases(400), |(word in word, kind in any::<u8>(), at in any::<usize>(), letter in b'a'..=b'z')| {
        put(&vault, 1, "", &word);
        let typed = slipped(&word, kind, at, letter);
        let (exact, similar) = vault.read(|v| {
            let (exact, _) = v.search(&typed, 20)?;
            Ok::<_, praesto_vault::VaultError>((exact.clone(), v.search_similar(&typed, &exact, 20)?))
        }).unwrap();
        prop_assert!(exact.contains(&case_id(1)) || similar.contains(&case_id(1)), "{typed} for {word}: {exact:?}, {similar:?}");
    });
}

#[test]
fn similar_words_never_act_as_operators() {
    let home = Home::new();
    let vault = home.create();
    put(&vault, 1, "Ramp", "near andx notx column words");
    proptest!(ProptestConfig::with_cases(1_000), |(text in prop_oneof![any::<String>(), "[\"*():^+{}~ a-z-]{0,30}", "(AND|OR|NOT|NEAR|naer|wrods|\"|\\*| ){0,12}"])| {
        let (exact, _) = vault.read(|v| v.search(&text, 20)).unwrap();
        let similar = vault.read(|v| v.search_similar(&text, &exact, 20)).unwrap();
        prop_assert!(similar.iter().all(|case| !exact.contains(case)));
    });
}

#[test]
fn marks_are_found_place_by_place_and_by_nobody_who_types() {
    let home = Home::new();
    let vault = home.create();
    let mark = |words: &[&str]| words.iter().map(|word| name_mark(word)).collect::<Vec<_>>();
    put(&vault, 1, "One", &mark(&["arta", "hodza"]).join(" "));
    put(&vault, 2, "Two", &mark(&["arta", "hoti"]).join(" "));
    let closed = CaseProjection { closed: true, search_text: name_mark("arta"), ..case(3) };
    vault.write(|w| w.put_case(&closed)).unwrap();
    let marked = |ways: &[Vec<Vec<String>>], open| vault.read(|v| v.cases_marked(ways, open, 10)).unwrap();
    assert_eq!(marked(&[vec![mark(&["arta"])]], None), [case_id(3), case_id(2), case_id(1)]);
    assert_eq!(marked(&[vec![mark(&["arta"]), mark(&["hodza", "hodzo"])]], None), [case_id(1)]);
    assert_eq!(marked(&[vec![mark(&["hoti"])], vec![mark(&["hodza"])]], None), [case_id(2), case_id(1)], "in one way or the other");
    assert_eq!(marked(&[vec![mark(&["arta"])]], Some("general")), [case_id(2), case_id(1)]);
    assert_eq!(marked(&[vec![mark(&["arta"])]], Some("other")), []);
    assert_eq!(marked(&[], None), []);
    assert_eq!(marked(&[vec![vec!["\" OR *".to_owned()]]], None), [], "nothing is an operator");
    for typed in ["arta", "ωωωωωnarta", "n"] {
        assert_eq!(looked_for(&vault, typed), (vec![], vec![]), "{typed}");
    }
    put(&vault, 4, "ωωωωωnarta", "");
    assert_eq!(marked(&[vec![mark(&["arta"])]], None).len(), 3, "a title bears no mark by itself");
}

#[test]
fn cases_of_one_reference_are_found_whatever_their_capitals() {
    let home = Home::new();
    let vault = home.create();
    for (n, reference) in [(1, "KG-2026-1"), (2, "kg-2026-1"), (3, "KG-2026-01"), (4, "KG-2026-2")] {
        vault.write(|w| w.put_case(&CaseProjection { reference: reference.to_owned(), removed: n == 2, ..case(n) })).unwrap();
    }
    let of = |reference: &str| vault.read(|v| v.cases_by_reference(reference, 10)).unwrap();
    assert_eq!(of(" Kg-2026-1"), [case_id(1), case_id(2)], "removed ones last");
    assert_eq!(of("KG-2026-01"), [case_id(3)]);
    assert_eq!(of("KG-2026-3"), []);
}
