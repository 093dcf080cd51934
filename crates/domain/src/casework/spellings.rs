//! Spellings: so that one name is found however it is written, and read by those who do not read its letters.
//!
//! `fold` is for finding: both what is stored and what is asked go through it. `latin` is for reading.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// A text as the search index keeps it: lower case, Latin letters without marks, words apart by one space. Each word is the key of its sound:
/// Ќосев, Kjosev and Kosev have one key, as have Çollaku and Чолаку, Џафери and Xhaferi, Müller and Mueller. How far that goes, and why no
/// further, is in ADR 30.
///
/// Nearly every rule maps a run of letters to its beginning, so that a word is found while it is still being typed.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for word in spelt(text).split(|character: char| !character.is_ascii_alphanumeric()).filter(|word| !word.is_empty()) {
        if !folded.is_empty() {
            folded.push(' ');
        }
        fold_word(word, &mut folded);
    }
    folded
}

/// The key of a text's last word as the beginning of a longer one, where that is another than its own: `Вероник` is on the way to `Вероника`, and as
/// a whole it ends as `Илиќ` does.
pub fn fold_begun(text: &str) -> Option<String> {
    let spelt = spelt(text);
    let last = spelt.split(|character: char| !character.is_ascii_alphanumeric()).rfind(|word| !word.is_empty())?;
    let mut begun = String::new();
    fold_sounds(last, &mut begun);
    is_son(&begun).then_some(begun)
}

/// Lower-case ASCII with digraphs for the letters of other alphabets.
fn spelt(text: &str) -> String {
    let mut spelt = String::with_capacity(text.len());
    let text: String = text.nfc().collect();
    for character in text.to_lowercase().chars() {
        if is_apostrophe(character) {
            apostrophe(&mut spelt);
        } else if character.is_ascii() {
            spelt.push(character);
        } else if let Some(letters) = cyrillic(character) {
            spelt.push_str(letters);
        } else {
            for part in std::iter::once(character).nfkd().filter(|part| !is_combining_mark(*part)) {
                // Apostrophes of transliterations (soft signs, hamzas) are no letters and must not split the word.
                spelt.extend(
                    any_ascii::any_ascii_char(part).chars().filter(|letter| *letter != '\'').map(|letter| letter.to_ascii_lowercase()),
                );
            }
        }
    }
    spelt
}

fn is_apostrophe(character: char) -> bool {
    matches!(character, '\'' | '\u{2019}' | '\u{2BC}')
}

/// After one letter or two it sets a word apart (l’école, O’Brien, qu’il); further on it stands for a sound that has no letter.
fn apostrophe(spelt: &mut String) {
    let before = spelt.bytes().rev().take_while(u8::is_ascii_alphanumeric).count();
    if before <= ELIDED {
        spelt.push(' ');
    }
}

/// Letters that an elided word can have.
const ELIDED: usize = 2;

/// Runs of letters that stand for one sound in the languages of the region, and what they become; longer ones first.
const SOUNDS: &[(&str, &str)] = &[
    ("tsch", "c"),
    ("sch", "s"),
    ("dzh", "dz"),
    ("xh", "dz"),
    ("dj", "d"),
    ("kj", "k"),
    ("gj", "g"),
    ("lj", "l"),
    ("nj", "n"),
    ("zh", "z"),
    ("ch", "c"),
    ("sh", "s"),
    ("dh", "d"),
    ("th", "t"),
    ("kh", "h"),
    ("ph", "f"),
    ("ts", "c"),
    ("tz", "c"),
    ("ae", "a"),
    ("oe", "o"),
    ("ue", "u"),
    ("q", "k"),
    ("x", "ks"),
    ("w", "v"),
    ("y", "i"),
    ("j", "i"),
];

/// Letters that a y before a vowel softens, as a j does: Lyubitsa, Sonya, Kyosev.
const SOFTENED: &[u8] = b"lnkgd";

fn fold_word(word: &str, folded: &mut String) {
    let start = folded.len();
    fold_sounds(word, folded);
    if is_son(&folded[start..]) {
        folded.pop();
        folded.push('c');
    }
}

fn fold_sounds(word: &str, folded: &mut String) {
    let mut rest = word;
    let mut last = None;
    while !rest.is_empty() {
        let (sound, length) = match rest.as_bytes() {
            [letter, b'y', b'a' | b'e' | b'i' | b'o' | b'u', ..] if SOFTENED.contains(letter) => (&rest[..1], 2),
            // At the end of a word it is a plural: documents, enfants.
            b"ts" => ("t", 1),
            _ => SOUNDS.iter().find(|(run, _)| rest.starts_with(run)).map_or((&rest[..1], 1), |(run, sound)| (*sound, run.len())),
        };
        for letter in sound.chars() {
            // Double letters are spelling, double digits are not.
            if last != Some(letter) || letter.is_ascii_digit() {
                folded.push(letter);
            }
            last = Some(letter);
        }
        rest = &rest[length..];
    }
}

/// Whether a key ends as the commonest names of the region do, before their last letter is made one: Илиќ, Илић, Ilikj, Ilić, Ilich. Two letters at
/// least stand before: Ник is on the way to Никола.
fn is_son(key: &str) -> bool {
    key.len() >= 4 && key.ends_with("ik")
}

/// A text in Latin letters, to stand beside the original: `Ѓорѓи Ќосев` gives `Gjorgji Kjosev`. None when it has no other letters.
///
/// Macedonian letters in the digraphs that people there use where marks are missing: ѓ gj, ќ kj, љ lj, њ nj, ж zh, ч ch, ш sh, џ dzh. Other
/// alphabets by their usual transliteration.
pub fn latin(text: &str) -> Option<String> {
    let text: Vec<char> = text.nfc().collect();
    let foreign = |character: &char| character.is_alphabetic() && !is_latin(*character);
    if !text.iter().any(foreign) {
        return None;
    }
    let mut latin = String::new();
    for (index, character) in text.iter().enumerate() {
        if !foreign(character) {
            latin.push(*character);
            continue;
        }
        let lower = character.to_lowercase().next().unwrap_or(*character);
        let letters = cyrillic(lower).map_or_else(|| any_ascii::any_ascii_char(lower).to_owned(), str::to_owned);
        if !character.is_uppercase() {
            latin.push_str(&letters);
            continue;
        }
        // In a word in capitals the whole digraph is a capital; in a name only its first letter.
        let neighbour =
            |at: Option<usize>| at.and_then(|at| text.get(at)).filter(|other| other.is_alphabetic()).map(|other| other.is_uppercase());
        let capitals = neighbour(Some(index + 1)).or_else(|| neighbour(index.checked_sub(1))).unwrap_or(false);
        let mut letters = letters.chars();
        latin.extend(letters.next().map(|first| first.to_ascii_uppercase()));
        latin.extend(letters.map(|letter| if capitals { letter.to_ascii_uppercase() } else { letter }));
    }
    Some(latin)
}

fn is_latin(character: char) -> bool {
    // Basic Latin to Latin Extended-B and Latin Extended Additional; IPA and beyond need no transliteration in a title.
    matches!(character, '\0'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}')
}

/// A lower-case Cyrillic letter in Latin ones; letters of Macedonian first, then Serbian, Bulgarian, Russian, Ukrainian.
fn cyrillic(lower: char) -> Option<&'static str> {
    Some(match lower {
        'а' => "a",
        'б' => "b",
        'в' => "v",
        'г' | 'ґ' => "g",
        'д' => "d",
        'ѓ' => "gj",
        'ђ' => "dj",
        'е' | 'э' | 'ѐ' => "e",
        'ё' => "jo",
        'є' => "je",
        'ж' => "zh",
        'з' => "z",
        'ѕ' => "dz",
        'и' | 'і' | 'ѝ' | 'ы' => "i",
        'ї' => "ji",
        'ј' | 'й' => "j",
        'к' => "k",
        'л' => "l",
        'љ' => "lj",
        'м' => "m",
        'н' => "n",
        'њ' => "nj",
        'о' => "o",
        'п' => "p",
        'р' => "r",
        'с' => "s",
        'т' => "t",
        'ћ' => "c",
        'ќ' => "kj",
        'у' => "u",
        'ў' => "u",
        'ф' => "f",
        'х' => "h",
        'ц' => "c",
        'ч' => "ch",
        'џ' => "dzh",
        'ш' => "sh",
        'щ' => "sht",
        'ъ' => "a",
        'ь' => "",
        'ю' => "ju",
        'я' => "ja",
        _ => return None,
    })
}
