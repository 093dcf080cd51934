//! One name is found however it is written.
#![allow(clippy::unwrap_used)]

use praesto_domain::casework::{fold, latin};
use proptest::prelude::*;

#[test]
fn spellings_of_one_name_fold_together() {
    for spellings in [
        &["Ема Јанкулова", "Ema Jankulova", "EMA JANKULOVA", "ЕМА ЈАНКУЛОВА"][..],
        &["Ќосев", "Kjosev", "Kosev", "КЈосев"],
        &["Ѓорѓи", "Gjorgji", "Gorgi"],
        &["Çollaku", "Collaku", "Чолаку"],
        &["Žarko", "Zarko", "Zharko", "Жарко"],
        &["Џафери", "Xhaferi", "Dzhaferi"],
        &["Müller", "Mueller", "MULLER"],
        &["Ђорђе", "Đorđe", "Djordje"],
        &["Ќамили", "Qamili", "Kjamili"],
        &["Љубица Њагулова", "Ljubica Njagulova", "Lubica Nagulova"],
        &["Élodie", "E\u{301}lodie", "elodie"],
        &["Straße", "Strasse"],
        &["Шаќири", "Shaqiri", "Šakiri"],
    ] {
        let folded: Vec<String> = spellings.iter().map(|spelling| fold(spelling)).collect();
        assert!(folded.iter().all(|other| *other == folded[0]), "{spellings:?} are spellings of one name, folded to {folded:?}");
    }
}

#[test]
fn different_names_and_numbers_stay_apart() {
    for (one, other) in [("Ана", "Ина"), ("2026-0041", "2026-0411"), ("2026-0011", "2026-001"), ("Petrov", "Petkov")] {
        assert_ne!(fold(one), fold(other), "{one} is not {other}");
    }
}

#[test]
fn words_come_apart_at_everything_that_is_no_letter() {
    assert_eq!(fold("  AZ-2026/0041, (Скопје)\n"), "az 2026 0041 skopje");
    assert_eq!(fold("..."), "");
    assert_eq!(fold("ꟓ"), fold(&"ꟓ".to_uppercase()), "rare letters too are found in either case");
}

#[test]
fn a_word_is_found_while_it_is_typed() {
    for word in ["Јанкулова", "Ѓорѓи", "Kjosev", "Чолаку", "Жарко", "Mueller", "Gjorgji"] {
        let whole = fold(word);
        for end in (1..=word.chars().count()).map(|count| word.char_indices().nth(count).map_or(word.len(), |(at, _)| at)) {
            assert!(whole.starts_with(&fold(&word[..end])), "{} begins {word}, but folds to {}", &word[..end], fold(&word[..end]));
        }
    }
}

#[test]
fn titles_are_read_in_latin_letters() {
    assert_eq!(latin("Ема Јанкулова").as_deref(), Some("Ema Jankulova"));
    assert_eq!(latin("Ѓорѓи Ќосев").as_deref(), Some("Gjorgji Kjosev"));
    assert_eq!(latin("ЌОСЕВ, Жарко (2)").as_deref(), Some("KJOSEV, Zharko (2)"));
    assert_eq!(latin("Molba: Ш").as_deref(), Some("Molba: Sh"));
    assert_eq!(latin("Çollaku, Žarko & Müller"), None, "it is in Latin letters already");
    assert_eq!(latin(""), None);
}

proptest! {
    #[test]
    fn folding_leaves_only_letters_digits_and_single_spaces(text in "\\PC{0,60}") {
        let folded = fold(&text);
        prop_assert!(folded.chars().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == ' '));
        prop_assert!(!folded.contains("  ") && folded.trim() == folded);
        prop_assert_eq!(fold(&text.to_uppercase()), fold(&text.to_uppercase().to_lowercase()));
    }

    #[test]
    fn transliterating_never_fails(text in "\\PC{0,60}") {
        if let Some(read) = latin(&text) {
            prop_assert!(latin(&text).as_deref() == Some(read.as_str()));
        }
    }
}
