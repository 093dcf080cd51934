//! In which order names and titles stand in a list: the order of the Unicode Collation Algorithm, with the Macedonian alphabet for Cyrillic.
//!
//! Every other alphabet stands as in the root of CLDR, which is what English, French and German expect; one list holds names of all of them, so it has
//! one order whatever language the window speaks.

use std::sync::LazyLock;

use icu_collator::options::{CollatorOptions, Strength};
use icu_collator::{Collator, CollatorBorrowed, CollatorPreferences};
use icu_locale_core::locale;
use rusqlite::Connection;

use crate::VaultError;

/// Under which name the database keeps with what its keys were made.
const MADE_WITH: &str = "title-keys";
/// Changes with the order, and with the library: keys of two of its versions cannot be compared.
const VERSION: &[u8] = b"mk 2.4";

static ORDER: LazyLock<Option<CollatorBorrowed<'static>>> = LazyLock::new(|| {
    let mut options = CollatorOptions::default();
    options.strength = Some(Strength::Tertiary);
    Collator::try_new(CollatorPreferences::from(locale!("mk")), options).ok()
});

/// A text that compares as `text` stands among others. Texts that nobody could tell apart have the same.
pub(crate) fn title_key(text: &str) -> String {
    let Some(order) = &*ORDER else { return crate::fold(text) };
    let mut key = Vec::with_capacity(text.len() * 2);
    let Ok(()) = order.write_sort_key_to(text, &mut key);
    // A byte as the letter of that number: texts of these compare as the bytes do.
    key.into_iter().map(char::from).collect()
}

/// Makes the keys of all titles anew where they were made in another order.
pub(crate) fn renew(conn: &mut Connection) -> Result<(), VaultError> {
    let tx = conn.transaction()?;
    let made_with: Option<Vec<u8>> = {
        let mut found = tx.prepare("SELECT value FROM meta WHERE key = ?1")?;
        let mut rows = found.query([MADE_WITH])?;
        rows.next()?.map(|row| row.get(0)).transpose()?
    };
    if made_with.as_deref() == Some(VERSION) {
        return Ok(());
    }
    {
        let mut all = tx.prepare("SELECT number, title FROM cases")?;
        let mut put = tx.prepare("UPDATE cases SET title_key = ?2 WHERE number = ?1")?;
        let titles = all.query_map([], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?)))?;
        for title in titles.collect::<Result<Vec<_>, _>>()? {
            put.execute((title.0, title_key(&title.1)))?;
        }
    }
    tx.execute("INSERT INTO meta (key, value) VALUES (?1, ?2) ON CONFLICT DO UPDATE SET value = excluded.value", (MADE_WITH, VERSION))?;
    tx.commit()?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::title_key;

    fn sorted<'a>(titles: &[&'a str]) -> Vec<&'a str> {
        let mut titles = titles.to_vec();
        titles.sort_by_key(|title| title_key(title));
        titles
    }

    #[test]
    fn names_stand_as_in_a_register_of_their_alphabet() {
        let macedonian = [
            "Ана",
            "Горан",
            "Димов",
            "Ѓорѓи",
            "Зоран",
            "Ѕвездан",
            "Илир",
            "Јанкулова",
            "Коста",
            "Лазар",
            "Љубица",
            "Никола",
            "Његош",
            "Тодор",
            "Ќосев",
            "Цветан",
            "Чедо",
            "Џафер",
            "Шабани",
        ];
        let mut mixed = macedonian;
        mixed.reverse();
        assert_eq!(sorted(&mixed), macedonian);
        assert_eq!(
            sorted(&["Zebra", "Çelik", "Cvetan", "Ćosić", "Élan", "appeal", "Žalba"]),
            ["appeal", "Çelik", "Ćosić", "Cvetan", "Élan", "Žalba", "Zebra"]
        );
    }

    #[test]
    fn marks_and_capitals_matter_last() {
        assert_eq!(sorted(&["Résumé 2", "resume 1", "résumé 1"]), ["resume 1", "résumé 1", "Résumé 2"]);
        assert!(title_key("a\u{0301}") == title_key("á"), "one letter, however it is written");
        assert!(title_key("") < title_key("a"));
    }
}
