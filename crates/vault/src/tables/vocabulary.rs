//! The words of the index, and which of them are spelt nearly like one that was typed.
//!
//! They are held in memory, one after the other, and looked through from the first to the last: for most of them the set of their letters says at once
//! that they are too different.

use std::sync::Mutex;

use praesto_domain::casework::{MOST_SLIPS, WORD, apart, slips};

use crate::fold::words;
use crate::vault::held;
use crate::{VaultError, View, Writer};

/// Words that are looked through. An office writes fewer; those beyond are found as they are written, and not by a slip.
const WORDS: usize = 1_000_000;
/// Words that are taken for one that was typed.
const NEAR: usize = 48;
/// Letters from which what is typed last counts as the beginning of a word, too.
const BEGINNING: usize = 5;
/// Letters of a beginning that is told apart by its own letters.
const HEAD: usize = 8;

/// The words, as far as they were read; nothing before somebody looks for one.
#[derive(Debug, Default)]
pub(crate) struct Vocabulary(Mutex<Known>);

#[derive(Debug, Default)]
struct Known {
    /// Number of the last word that was read.
    last: i64,
    /// The words without anything between them.
    letters: String,
    entries: Vec<Entry>,
}

#[derive(Clone, Copy, Debug)]
struct Entry {
    /// One bit for each letter that is in it, and for each that is in its beginning.
    bag: u32,
    head: u32,
    start: u32,
    length: u8,
}

/// What is looked for.
struct Typed<'a> {
    word: &'a str,
    bag: u32,
    most: usize,
    beginning: bool,
}

impl Known {
    fn add(&mut self, number: i64, word: &str) {
        self.last = number;
        let start = u32::try_from(self.letters.len());
        if let (Ok(start), true) = (start, slips(word) > 0 && self.entries.len() < WORDS) {
            self.entries.push(Entry { bag: bag(word), head: bag(&word[..word.len().min(HEAD)]), start, length: word.len() as u8 });
            self.letters.push_str(word);
        }
    }

    /// Slips, whether it is only begun so, the difference in length, and the word.
    fn near(&self, typed: &Typed<'_>) -> Vec<(usize, bool, usize, &str)> {
        let mut near: Vec<_> =
            self.entries.iter().filter(|entry| typed.may_be(entry)).filter_map(|entry| self.judge(entry, typed)).collect();
        near.sort_unstable();
        near
    }

    fn judge(&self, entry: &Entry, typed: &Typed<'_>) -> Option<(usize, bool, usize, &str)> {
        let start = entry.start as usize;
        let word = &self.letters[start..start + usize::from(entry.length)];
        let apart = apart(typed.word, word, typed.most);
        let (slips, begun) = match (apart.whole, apart.beginning) {
            (Some(whole), _) => (whole, false),
            (None, Some(beginning)) if typed.beginning => (beginning, true),
            _ => return None,
        };
        // Itself is found without slips.
        (slips > 0).then(|| (slips, begun, word.len().abs_diff(typed.word.len()), word))
    }
}

impl Typed<'_> {
    /// What the letters alone say: each slip takes away one at most, and brings one at most.
    fn may_be(&self, entry: &Entry) -> bool {
        let (length, most) = (usize::from(entry.length), self.most as u32);
        let there = if self.beginning && self.word.len() + self.most <= HEAD { entry.head } else { entry.bag };
        (self.bag & !there).count_ones() <= most
            && length + self.most >= self.word.len()
            && (self.beginning || (length <= self.word.len() + self.most && (entry.bag & !self.bag).count_ones() <= most))
    }
}

fn bag(word: &str) -> u32 {
    word.bytes().filter(u8::is_ascii_lowercase).fold(0, |bag, letter| bag | 1 << (letter - b'a'))
}

const _: () = assert!(WORD <= u8::MAX as usize && MOST_SLIPS < WORD, "a word's length is one byte");

impl View<'_> {
    /// Words of the index that lie no further from this one than it is forgiven, the nearest first, each with its slips; with `unfinished`, also those
    /// that begin so.
    pub(super) fn near(&self, word: &str, unfinished: bool) -> Result<Vec<(usize, String)>, VaultError> {
        let (Some(vocabulary), most) = (self.vocabulary, slips(word)) else { return Ok(Vec::new()) };
        if most == 0 {
            return Ok(Vec::new());
        }
        let mut known = held(&vocabulary.0);
        let mut query = self.conn.prepare_cached("SELECT number, word FROM vocabulary WHERE number > ?1 ORDER BY number")?;
        let mut rows = query.query([known.last])?;
        while let Some(row) = rows.next()? {
            known.add(row.get(0)?, row.get_ref(1)?.as_str().map_err(rusqlite::Error::from)?);
        }
        let typed = Typed { word, bag: bag(word), most, beginning: unfinished && word.len() >= BEGINNING };
        Ok(known.near(&typed).into_iter().take(NEAR).map(|(slips, .., word)| (slips, word.to_owned())).collect())
    }

    /// As they stand in names: words of the index that are spelt nearly like this one, the nearest first.
    pub fn near_words(&self, word: &str) -> Result<Vec<String>, VaultError> {
        Ok(self.near(word, false)?.into_iter().map(|(_, word)| word).collect())
    }
}

impl Writer<'_> {
    /// Takes the words of a text into the vocabulary.
    pub(super) fn learn(&mut self, text: &str) -> Result<(), VaultError> {
        for word in words(text) {
            if slips(&word) > 0 && !self.learnt.contains(&word) {
                self.execute("INSERT INTO vocabulary (word) VALUES (?1) ON CONFLICT (word) DO NOTHING", [&word])?;
                self.learnt.insert(word);
            }
        }
        Ok(())
    }
}
