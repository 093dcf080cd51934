//! Search as one types: every word, the last one as a beginning.

use praesto_domain::CaseId;

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

impl View<'_> {
    /// Finds cases that hold every word, the last one as a beginning; a case with exactly this reference first, removed ones last,
    /// else the last changed first.
    /// The flag says that there are more than `limit`. Text without a letter or digit finds nothing.
    pub fn search(&self, text: &str, limit: u32) -> Result<(Vec<CaseId>, bool), VaultError> {
        let mut words: Vec<String> = words(text).into_iter().take(WORDS).collect();
        let Some(last) = words.pop() else { return Ok((Vec::new(), false)) };
        let query = query(&words, &last, &self.endings(&last)?);
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

/// The query in FTS5's language. Every word is a quoted string of letters and digits alone, so nothing that was typed is an operator.
fn query(words: &[String], last: &str, endings: &[String]) -> String {
    let quoted = |word: &str| format!("\"{word}\"");
    let last = match endings {
        [] => format!("{} *", quoted(last)),
        endings => format!("({})", endings.iter().map(|word| quoted(word)).collect::<Vec<_>>().join(" OR ")),
    };
    words.iter().map(|word| quoted(word)).chain([last]).collect::<Vec<_>>().join(" AND ")
}

#[cfg(test)]
mod tests {
    use super::query;
    use crate::fold::words;

    #[test]
    fn nothing_typed_is_an_operator() {
        let mut typed = words("a OR b* NEAR(c) -d \"e");
        let last = typed.pop().unwrap();
        assert_eq!(query(&typed, &last, &[]), r#""a" AND "or" AND "b" AND "near" AND "c" AND "d" AND "e" *"#);
        assert_eq!(query(&typed[..1], &last, &words("eat OR")), r#""a" AND ("eat" OR "or")"#);
        assert!(words(" ' \" * ( ) ^ : ").is_empty());
    }
}
