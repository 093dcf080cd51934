//! How many slips of the fingers lie between two words: a letter left out, put in, mistaken, or two that changed places.

/// Letters of a word that count, as the index keeps it.
pub const WORD: usize = 64;
/// Most slips that any word is forgiven.
pub const MOST_SLIPS: usize = 2;
/// Letters from which a word is forgiven one slip, and two.
const FORGIVEN: [usize; MOST_SLIPS] = [4, 8];

/// How many slips a folded word is forgiven. A number is another number with any digit changed, and of a short word too little would be left.
pub fn slips(word: &str) -> usize {
    let letters = word.len() <= WORD && word.bytes().all(|letter| letter.is_ascii_lowercase());
    if letters { FORGIVEN.iter().filter(|least| word.len() >= **least).count() } else { 0 }
}

/// How far two words lie apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Apart {
    /// Slips between the two as they stand.
    pub whole: Option<usize>,
    /// Slips between what was typed and some beginning of the word.
    pub beginning: Option<usize>,
}

/// A row of the table, with a cell beyond either end.
const CELLS: usize = WORD + MOST_SLIPS + 2;
/// More slips than are counted.
const FAR: u8 = u8::MAX / 2;

/// How far `typed` lies from a word, both folded; none where it is more than `most` slips, of which there are [`MOST_SLIPS`] at most. No letter takes
/// part in two slips (optimal string alignment).
pub fn apart(typed: &str, word: &str, most: usize) -> Apart {
    let (typed, word, most) = (typed.as_bytes(), word.as_bytes(), most.min(MOST_SLIPS));
    if typed.len() > WORD || typed.len() > word.len() + most {
        return Apart::default();
    }
    // What lies further on needs more slips than are forgiven, and so does what lies further from the diagonal.
    let width = word.len().min(typed.len() + most);
    let mut before = [FAR; CELLS];
    let mut above = before;
    let mut row = std::array::from_fn::<u8, CELLS, _>(|at| at as u8);
    let mut least = 0;
    for at in 1..=typed.len() {
        (before, above, row) = (above, row, before);
        let (first, last) = (at.saturating_sub(most).max(1), (at + most).min(width));
        row[first - 1] = if first == 1 { at as u8 } else { FAR };
        row[last + 1] = FAR;
        let (letter, was) = (typed[at - 1], least);
        least = row[first - 1];
        for column in first..=last {
            let there = word[column - 1];
            let mistaken = above[column - 1] + u8::from(letter != there);
            let mut slips = mistaken.min(above[column] + 1).min(row[column - 1] + 1);
            if at > 1 && column > 1 && letter == word[column - 2] && typed[at - 2] == there {
                slips = slips.min(before[column - 2] + 1);
            }
            row[column] = slips;
            least = least.min(slips);
        }
        if usize::from(least) > most && usize::from(was) >= most {
            return Apart::default();
        }
    }
    let forgiven = |slips: u8| Some(usize::from(slips)).filter(|slips| *slips <= most);
    let from = typed.len().saturating_sub(most);
    Apart {
        whole: if width == word.len() { forgiven(row[width]) } else { None },
        beginning: row[from..=width].iter().copied().min().and_then(forgiven),
    }
}
