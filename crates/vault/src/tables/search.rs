//! Search as one types: every word, the last one as a beginning; then words that are spelt nearly so, and marks.

use praesto_domain::CaseId;
use praesto_domain::casework::{MOST_SLIPS, slips};

use super::cases::reference_key;
use crate::fold::words;
use crate::{VaultError, View, sql};

/// How many hits are ordered by date. Ordering every hit of a common word would cost more than typing allows; those that came into the vault
/// last are the candidates.
const CANDIDATES: u32 = 500;
/// Longest beginning that has an index of its own; for longer ones the index would look through everything that begins like it.
const BEGINNING: usize = 5;
/// Endings of a longer beginning that are asked for one by one.
const ENDINGS: usize = 32;
/// Words of a query that count; nobody types more, and a pasted page must not cost more.
const WORDS: usize = 16;
/// Cases below which a word finds nearly nothing.
const FEW: u32 = 3;
/// Ways of one question for marks, and marks in one place of it.
const WAYS: usize = 24;
const MARKS: usize = 50;

impl View<'_> {
    /// Finds cases that hold every word, the last one as a beginning; a case with exactly this reference first, removed ones last,
    /// else the last changed first.
    /// The flag says that there are more than `limit`. Text without a letter or digit finds nothing.
    pub fn search(&self, text: &str, limit: u32) -> Result<(Vec<CaseId>, bool), VaultError> {
        self.search_begun(text, None, limit)
    }

    /// The same, where the last word is written otherwise as the beginning of a longer one: either is found.
    pub fn search_begun(&self, text: &str, begun: Option<&str>, limit: u32) -> Result<(Vec<CaseId>, bool), VaultError> {
        let typed = words(text);
        // Beyond the words that count, what is last is not what was typed last.
        let begun = begun.filter(|_| typed.len() <= WORDS).and_then(|begun| words(begun).pop());
        let mut words: Vec<String> = typed.into_iter().take(WORDS).collect();
        let Some(last) = words.pop() else { return Ok((Vec::new(), false)) };
        let mut lasts = vec![beginning(&last, &self.endings(&last)?)];
        if let Some(begun) = begun.filter(|begun| *begun != last) {
            lasts.push(beginning(&begun, &self.endings(&begun)?));
        }
        let query = query(&words, &lasts);
        // One more than wanted says whether there are more.
        let candidates = limit.saturating_add(1).max(CANDIDATES);
        let sql = "SELECT id FROM (SELECT rowid AS hit FROM case_words WHERE case_words MATCH ?1 ORDER BY rowid DESC LIMIT ?2) \
                   JOIN cases ON cases.number = hit ORDER BY reference_key = ?3 DESC, removed, changed_at DESC, number DESC LIMIT ?4";
        let read = |row: &rusqlite::Row<'_>| sql::uuid(row, 0).map(CaseId);
        let key = reference_key(text.trim());
        let mut found: Vec<CaseId> = self.all(sql, (query, candidates, &key, limit.saturating_add(1)), read)?;
        // The exact reference may lie beyond the candidates.
        if let Some(exact) =
            self.first("SELECT id FROM cases WHERE reference_key = ?1 ORDER BY removed, number DESC LIMIT 1", [&key], read)?
            && found.first() != Some(&exact)
        {
            found.retain(|case| *case != exact);
            found.insert(0, exact);
        }
        let more = found.len() > limit as usize;
        found.truncate(limit as usize);
        Ok((found, more))
    }

    /// Cases that hold other words, spelt nearly like those of the text that find nothing or nearly nothing; those with fewer slips first, else the last
    /// changed. `exact` is what [`search`](Self::search) found: none of it comes again, and where it is enough, nothing does.
    pub fn search_similar(&self, text: &str, exact: &[CaseId], limit: u32) -> Result<Vec<CaseId>, VaultError> {
        let words: Vec<String> = words(text).into_iter().take(WORDS).collect();
        let mut found: Vec<CaseId> = Vec::new();
        let Some(last) = words.len().checked_sub(1).filter(|_| exact.len() < FEW as usize) else { return Ok(found) };
        let forgiven: Vec<usize> = (0..words.len()).filter(|at| slips(&words[*at]) > 0).collect();
        let mut slipped = Vec::new();
        for at in &forgiven {
            if self.finds_few(&term(&words[*at], *at == last))? {
                slipped.push(*at);
            }
        }
        if slipped.is_empty() {
            // Each is there, and no case holds them all: any of them may be the wrong one.
            if !exact.is_empty() {
                return Ok(found);
            }
            slipped = forgiven;
        }
        let near = slipped.iter().map(|at| Ok((*at, self.near(&words[*at], *at == last)?))).collect::<Result<Vec<_>, VaultError>>()?;
        for most in 1..=MOST_SLIPS {
            if !near.iter().flat_map(|(_, near)| near).any(|(slips, _)| *slips == most) {
                continue;
            }
            let mut terms: Vec<String> = words.iter().enumerate().map(|(at, word)| term(word, at == last)).collect();
            for (at, near) in &near {
                near.iter().filter(|(slips, _)| *slips <= most).for_each(|(_, word)| terms[*at].push_str(&format!(" OR \"{word}\"")));
            }
            let query = terms.iter().map(|term| format!("({term})")).collect::<Vec<_>>().join(" AND ");
            let sql = "SELECT id FROM (SELECT rowid AS hit FROM case_words WHERE case_words MATCH ?1 ORDER BY rowid DESC LIMIT ?2) \
                       JOIN cases ON cases.number = hit ORDER BY removed, changed_at DESC, number DESC LIMIT ?3";
            let beside = limit.saturating_add((exact.len() + found.len()) as u32);
            let cases: Vec<CaseId> = self.all(sql, (query, beside.max(CANDIDATES), beside), |row| sql::uuid(row, 0).map(CaseId))?;
            let new: Vec<CaseId> = cases.into_iter().filter(|case| !exact.contains(case) && !found.contains(case)).collect();
            found.extend(new);
            found.truncate(limit as usize);
        }
        Ok(found)
    }

    fn finds_few(&self, term: &str) -> Result<bool, VaultError> {
        let sql = "SELECT count(*) FROM (SELECT rowid FROM case_words WHERE case_words MATCH ?1 LIMIT ?2)";
        Ok(self.number(sql, (term, FEW))? < u64::from(FEW))
    }

    /// Cases that bear marks, the last that came here first: in one of these ways, in each of its places, one of these marks. Of open cases of a type
    /// alone, where one is named.
    pub fn cases_marked(&self, ways: &[Vec<Vec<String>>], open: Option<&str>, limit: u32) -> Result<Vec<CaseId>, VaultError> {
        let place = |marks: &Vec<String>| {
            let marks = marks.iter().take(MARKS).filter_map(|mark| words(mark).into_iter().next()).map(|mark| format!("\"{mark}\""));
            marks.collect::<Vec<_>>().join(" OR ")
        };
        let way = |places: &Vec<Vec<String>>| {
            let places: Vec<String> =
                places.iter().map(place).filter(|place| !place.is_empty()).map(|place| format!("({place})")).collect();
            (!places.is_empty()).then(|| format!("({})", places.join(" AND ")))
        };
        let query = ways.iter().take(WAYS).filter_map(way).collect::<Vec<_>>().join(" OR ");
        if query.is_empty() {
            return Ok(Vec::new());
        }
        let sql = "SELECT id FROM (SELECT rowid AS hit FROM case_words WHERE case_words MATCH ?1 ORDER BY rowid DESC LIMIT ?2) \
                   JOIN cases ON cases.number = hit WHERE ?3 IS NULL OR (closed = 0 AND removed = 0 AND case_type = ?3) \
                   ORDER BY number DESC LIMIT ?4";
        Ok(self.all(sql, (query, CANDIDATES, open, limit), |row| sql::uuid(row, 0).map(CaseId))?)
    }

    /// The words that begin so, where asking for each costs less than asking for the beginning.
    fn endings(&self, beginning: &str) -> Result<Vec<String>, VaultError> {
        if beginning.chars().count() <= BEGINNING {
            return Ok(Vec::new());
        }
        let sql = "SELECT term FROM case_terms WHERE term >= ?1 AND term < ?1 || char(0x10ffff) LIMIT ?2";
        let words: Vec<String> = self.all(sql, (beginning, ENDINGS + 1), |row| row.get(0))?;
        Ok(if words.len() > ENDINGS { Vec::new() } else { words })
    }
}

/// One word in FTS5's language, the last one as a beginning.
fn term(word: &str, last: bool) -> String {
    if last { format!("\"{word}\" *") } else { format!("\"{word}\"") }
}

/// The query in FTS5's language. Every word is a quoted string of letters and digits alone, so nothing that was typed is an operator.
fn query(words: &[String], lasts: &[String]) -> String {
    let last = match lasts {
        [last] => last.clone(),
        lasts => format!("({})", lasts.join(" OR ")),
    };
    words.iter().map(|word| term(word, false)).chain([last]).collect::<Vec<_>>().join(" AND ")
}

/// A word that may be unfinished: itself as a beginning, or what begins so.
fn beginning(word: &str, endings: &[String]) -> String {
    match endings {
        [] => term(word, true),
        endings => format!("({})", endings.iter().map(|word| term(word, false)).collect::<Vec<_>>().join(" OR ")),
    }
}

#[cfg(test)]
mod tests {
    use super::{beginning, query};
    use crate::fold::words;

    #[test]
    fn nothing_typed_is_an_operator() {
        let mut typed = words("a OR b* NEAR(c) -d \"e");
        let last = typed.pop().unwrap();
        assert_eq!(query(&typed, &[beginning(&last, &[])]), r#""a" AND "or" AND "b" AND "near" AND "c" AND "d" AND "e" *"#);
        assert_eq!(query(&typed[..1], &[beginning(&last, &words("eat OR"))]), r#""a" AND ("eat" OR "or")"#);
        assert_eq!(query(&typed[..1], &[beginning(&last, &[]), beginning("f", &[])]), r#""a" AND ("e" * OR "f" *)"#);
        assert!(words(" ' \" * ( ) ^ : ").is_empty());
    }
}
