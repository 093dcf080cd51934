//! What holds for every text: it can be read, it exists in all languages, and it speaks the way Praesto speaks.

#![allow(clippy::unwrap_used)]

mod reading;

use praesto_words::{Language, sources};
use reading::texts;

fn others() -> impl Iterator<Item = Language> {
    Language::ALL.into_iter().filter(|language| *language != Language::En)
}

#[test]
fn every_text_exists_in_all_five_languages() {
    let english = texts(Language::En);
    let mut gaps = Vec::new();
    for language in others() {
        let own = texts(language);
        gaps.extend(english.keys().filter(|id| !own.contains_key(*id)).map(|id| format!("{} lacks {id}", language.code())));
        gaps.extend(own.keys().filter(|id| !english.contains_key(*id)).map(|id| format!("{} has {id}, English has not", language.code())));
    }
    assert!(gaps.is_empty(), "{}", gaps.join("\n"));
}

#[test]
fn every_translation_uses_the_same_arguments() {
    let english = texts(Language::En);
    let mut wrong = Vec::new();
    for language in others() {
        for (id, text) in texts(language) {
            if let Some(reference) = english.get(&id).filter(|reference| reference.arguments != text.arguments) {
                wrong.push(format!("{} {id}: {:?}, English {:?}", language.code(), text.arguments, reference.arguments));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn texts_that_take_others_over_name_texts_that_exist() {
    for language in Language::ALL {
        let all = texts(language);
        for (id, text) in &all {
            for other in &text.refers {
                assert!(all.contains_key(other), "{} {id} refers to {other}", language.code());
            }
        }
    }
}

#[test]
fn every_file_exists_in_all_languages() {
    let names = |language| sources(language).iter().map(|source| source.name).collect::<Vec<_>>();
    for language in others() {
        assert_eq!(names(language), names(Language::En));
    }
}

#[test]
fn english_sentences_stay_under_twenty_five_words() {
    for (id, text) in texts(Language::En) {
        for prose in &text.prose {
            for sentence in prose.split(['.', '?', ':', ';']) {
                let count = sentence.split_whitespace().count();
                assert!(count < 25, "{id}: {count} words in one sentence: {sentence}");
            }
        }
    }
}

#[test]
fn nothing_begs_cheers_or_shouts() {
    let forbidden: &[(Language, &[&str])] = &[
        (Language::En, &["please", "oops", "successfully", "sorry", "invalid"]),
        (Language::Fr, &["veuillez", "s'il vous plaît", "oups", "avec succès", "désolé"]),
        (Language::De, &["bitte ", "hoppla", "erfolgreich", "leider"]),
        (Language::Mk, &["ве молиме", "упс", "успешно", "за жал"]),
        (Language::Sq, &["ju lutem", "ju lutemi", "ups", "me sukses", "na vjen keq"]),
    ];
    for (language, words) in forbidden {
        for (id, text) in texts(*language) {
            let prose = text.prose.join(" ").to_lowercase();
            assert!(!prose.contains('!'), "{} {id} shouts: {prose}", language.code());
            for word in *words {
                let said = if word.ends_with(' ') { format!("{prose} ").contains(word) } else { prose.contains(word) };
                assert!(!said, "{} {id} says {word}: {prose}", language.code());
            }
        }
    }
}

#[test]
fn macedonian_is_written_in_cyrillic() {
    // Names, units and formats stay in Latin letters everywhere; a single capital is a key.
    let latin = [
        "Praesto",
        "CSV",
        "ZIP",
        "XML",
        "UTF-8",
        "xdomea",
        "JSON",
        "kB",
        "MB",
        "GB",
        "TB",
        "Ctrl",
        "--profile",
        "PDF",
        "HTTPS",
        "PNG",
        "Alt",
        "Shift",
        "Delete",
        "Enter",
        "Esc",
        "Tab",
    ];
    for (id, text) in texts(Language::Mk) {
        for word in text.prose.iter().flat_map(|prose| prose.split(|sign: char| sign.is_whitespace() || ",.:;?!()…„“".contains(sign)))
        {
            let letters = word.chars().filter(char::is_ascii_alphabetic).count();
            let key = word.len() == 1 && word.chars().all(|sign| sign.is_ascii_uppercase());
            assert!(letters == 0 || key || latin.contains(&word), "mk {id}: {word}");
        }
    }
}

#[test]
fn quotation_and_apostrophes_are_the_languages_own() {
    for language in Language::ALL {
        for (id, text) in texts(language) {
            let prose = text.prose.join(" ");
            assert!(!prose.contains('"'), "{} {id}: straight quotation marks: {prose}", language.code());
            assert!(!prose.contains('\''), "{} {id}: straight apostrophe: {prose}", language.code());
        }
    }
}

#[test]
fn french_signs_never_start_a_line() {
    for (id, text) in texts(Language::Fr) {
        let prose = text.prose.join("\n");
        for pair in [" :", " ;", " ?", " »", "« "] {
            assert!(!prose.contains(pair), "fr {id}: a plain space at a sign breaks the line there: {prose}");
        }
    }
}
