//! Search as one types: every word, the last one as a beginning.

use praesto_domain::CaseId;

use super::cases::reference_key;
use crate::fold::words;
use crate::{VaultError, View, sql};

/// How many hits are ordered by date. Ordering every hit of a common word would cost more than typing allows; those that came into the vault
/// last are the candidates.
const CANDIDATES: u32 = 500;
/// Words of a query that count; nobody types more, and a pasted page must not cost more.
const WORDS: usize = 16;

impl View<'_> {
    /// Finds cases that hold every word, the last one as a beginning; a case with exactly this reference first, then the last changed.
    /// The flag says that there are more than `limit`. Text without a letter or digit finds nothing.
    pub fn search(&self, text: &str, limit: u32) -> Result<(Vec<CaseId>, bool), VaultError> {
        let Some(query) = query(text) else { return Ok((Vec::new(), false)) };
        // One more than wanted says whether there are more.
        let candidates = limit.saturating_add(1).max(CANDIDATES);
        let sql = "SELECT id FROM (SELECT rowid AS hit FROM case_words WHERE case_words MATCH ?1 ORDER BY rowid DESC LIMIT ?2) \
                   JOIN cases ON cases.number = hit ORDER BY reference_key = ?3 DESC, changed_at DESC, number DESC LIMIT ?4";
        let read = |row: &rusqlite::Row<'_>| sql::uuid(row, 0).map(CaseId);
        let key = reference_key(text.trim());
        let mut found: Vec<CaseId> = self.all(sql, (query, candidates, &key, limit.saturating_add(1)), read)?;
        // The exact reference may lie beyond the candidates.
        if let Some(exact) = self.first("SELECT id FROM cases WHERE reference_key = ?1 ORDER BY number DESC LIMIT 1", [&key], read)?
            && found.first() != Some(&exact)
        {
            found.retain(|case| *case != exact);
            found.insert(0, exact);
        }
        let more = found.len() > limit as usize;
        found.truncate(limit as usize);
        Ok((found, more))
    }
}

/// The query in FTS5's language. Every word is a quoted string of letters and digits alone, so nothing that was typed is an operator.
fn query(text: &str) -> Option<String> {
    let words: Vec<String> = words(text).into_iter().take(WORDS).map(|word| format!("\"{word}\"")).collect();
    if words.is_empty() { None } else { Some(format!("{} *", words.join(" AND "))) }
}

#[cfg(test)]
mod tests {
    use super::query;

    #[test]
    fn nothing_typed_is_an_operator() {
        assert_eq!(query("a OR b* NEAR(c) -d \"e").as_deref(), Some(r#""a" AND "or" AND "b" AND "near" AND "c" AND "d" AND "e" *"#));
        assert_eq!(query(" ' \" * ( ) ^ : "), None);
    }
}
