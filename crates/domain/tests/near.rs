//! Slips of the fingers are counted as people make them.
#![allow(clippy::unwrap_used)]

use praesto_domain::casework::{MOST_SLIPS, WORD, apart, fold, slips};
use proptest::prelude::*;

/// What is counted, said as plainly as can be: with everything remembered and nothing left out.
fn counted(one: &[u8], other: &[u8]) -> usize {
    let mut table = vec![vec![0; other.len() + 1]; one.len() + 1];
    for at in 0..=one.len() {
        for to in 0..=other.len() {
            table[at][to] = if at == 0 || to == 0 {
                at + to
            } else {
                let mistaken = table[at - 1][to - 1] + usize::from(one[at - 1] != other[to - 1]);
                let mut least = mistaken.min(table[at - 1][to] + 1).min(table[at][to - 1] + 1);
                if at > 1 && to > 1 && one[at - 1] == other[to - 2] && one[at - 2] == other[to - 1] {
                    least = least.min(table[at - 2][to - 2] + 1);
                }
                least
            };
        }
    }
    table[one.len()][other.len()]
}

#[test]
fn short_words_and_numbers_are_forgiven_nothing() {
    for (word, forgiven) in [("ana", 0), ("emil", 1), ("skopie", 1), ("municipa", 2), ("2026", 0), ("az2026", 0), ("", 0), ("ана", 0)] {
        assert_eq!(slips(word), forgiven, "{word}");
    }
    assert_eq!((slips(&"a".repeat(WORD)), slips(&"a".repeat(WORD + 1))), (MOST_SLIPS, 0));
}

#[test]
fn each_kind_of_slip_counts_once() {
    for (typed, word) in [
        ("iankulva", "iankulova"),
        ("iankuloova", "iankulova"),
        ("iankulava", "iankulova"),
        ("iankuolva", "iankulova"),
        ("aiankulova", "iankulova"),
    ] {
        assert_eq!(apart(typed, word, 1).whole, Some(1), "{typed}");
    }
    assert_eq!(apart("kosev", "kosev", 1).whole, Some(0));
    assert_eq!(apart("kosve", "kosev", 0).whole, None);
    assert_eq!(apart("ab", "ba", 1).whole, Some(1), "two letters that changed places");
}

#[test]
fn what_is_not_typed_to_its_end_is_near_a_beginning() {
    let typed = apart("iankul", "iankulova", 1);
    assert_eq!((typed.whole, typed.beginning), (None, Some(0)));
    assert_eq!(apart("ianklu", "iankulova", 1).beginning, Some(1));
    assert_eq!(apart("ianxxu", "iankulova", 1).beginning, None);
}

#[test]
fn words_of_any_length_are_compared() {
    let long = "a".repeat(WORD);
    assert_eq!(apart(&long, &long[1..], 2).whole, Some(1));
    assert_eq!(apart(&long, &"a".repeat(400), 2).beginning, Some(0));
    assert_eq!(apart(&"a".repeat(400), &long, 2).whole, None);
    assert_eq!(apart("", "", 2).whole, Some(0));
    assert_eq!(apart("", "ab", 2).whole, Some(2));
}

#[test]
fn a_slip_in_a_name_as_it_is_typed_is_one_slip_of_its_key() {
    for (typed, name) in
        [("Јанкулва", "Ема Јанкулова"), ("Jankolova", "Јанкулова"), ("Shaqriri", "Шаќири"), ("Petrvoić", "Петровиќ"), ("Mülelr", "Mueller")]
    {
        let typed = fold(typed);
        let near = fold(name).split(' ').filter_map(|word| apart(&typed, word, 1).whole).min();
        assert_eq!(near, Some(1), "{typed} for {name}");
    }
}

proptest! {
    #[test]
    fn nothing_is_counted_otherwise_than_by_the_plain_table(one in "[a-d]{0,10}", other in "[a-d]{0,12}", most in 0..=MOST_SLIPS) {
        let plain = counted(one.as_bytes(), other.as_bytes());
        prop_assert_eq!(apart(&one, &other, most).whole, (plain <= most).then_some(plain));
        let begun = (0..=other.len()).map(|end| counted(one.as_bytes(), &other.as_bytes()[..end])).min().unwrap();
        prop_assert_eq!(apart(&one, &other, most).beginning, (begun <= most).then_some(begun));
    }
}
