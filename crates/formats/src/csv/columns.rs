//! What a column probably holds, by its title in the five languages of the application.
//! Only a proposal: the person importing decides.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use super::CsvRow;

/// Where a column would go in a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ColumnGuess {
    /// Title of the case.
    Title,
    /// Reference (file number).
    Reference,
    /// Day on which the case came in.
    Received,
    /// Day by which something is due.
    Deadline,
    /// A note.
    Note,
    /// Name of the person or body concerned.
    PartyName,
    /// How to reach them.
    PartyContact,
    /// A tag or category.
    Tag,
    /// Anything else: kept as a field under the column's own title.
    Field,
}

/// One guess for each column. Title, reference, day received, deadline and name are given once, to the first
/// column that fits; later ones become fields. A column that is only called a number is the reference where no other is, and no value
/// of it is there twice: a reference names one case.
pub fn propose(columns: &[String], rows: &[CsvRow]) -> Vec<ColumnGuess> {
    let titles: Vec<Vec<String>> = columns.iter().map(|title| words(title)).collect();
    let guesses: Vec<ColumnGuess> = titles.iter().map(|words| guess(words)).collect();
    let number = |at: usize| guesses[at] == ColumnGuess::Reference && titles[at].iter().all(|word| NUMBERS.contains(&word.as_str()));
    let named = (0..columns.len()).any(|at| guesses[at] == ColumnGuess::Reference && !number(at));
    let mut given = Vec::new();
    guesses
        .iter()
        .enumerate()
        .map(|(at, guess)| {
            let once = !matches!(guess, ColumnGuess::Note | ColumnGuess::PartyContact | ColumnGuess::Tag | ColumnGuess::Field);
            let no_reference = number(at) && (named || !unique(rows, at));
            if no_reference || (once && given.contains(guess)) {
                return ColumnGuess::Field;
            }
            given.push(*guess);
            *guess
        })
        .collect()
}

/// Whether no value of the column is there twice.
fn unique(rows: &[CsvRow], column: usize) -> bool {
    let mut seen = HashSet::new();
    rows.iter().filter_map(|row| row.cells.get(column)).map(|cell| cell.trim()).all(|cell| cell.is_empty() || seen.insert(cell))
}

fn words(title: &str) -> Vec<String> {
    let title = title.to_lowercase();
    title.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

fn guess(words: &[String]) -> ColumnGuess {
    let phrase = words.join(" ");
    WORDS
        .iter()
        .find(|(_, known)| {
            known.split(", ").any(|entry| match entry.strip_suffix('*') {
                // German and Albanian build words together and bend them, so some entries are beginnings of words.
                Some(start) => words.iter().any(|word| word.starts_with(start)),
                None if entry.contains(' ') => phrase.contains(entry),
                None => words.iter().any(|word| word == entry),
            })
        })
        .map_or(ColumnGuess::Field, |(guess, _)| *guess)
}

/// Words that a running number is called by as well as a file number, in the same five languages.
const NUMBERS: &[&str] = &["number", "no", "id", "n", "numéro", "nummer", "nr", "број", "бр", "numri", "numër"];

/// Known words: English, French, German, Macedonian, Albanian. The order settles titles with words of two kinds:
/// a telephone number is no file number, a date limit is no date of receipt. `*` marks the beginning of a word.
const WORDS: &[(ColumnGuess, &str)] = &[
    (
        ColumnGuess::PartyContact,
        "contact*, email*, e mail, mail, phone*, telephone*, mobile, fax, address*, \
         courriel*, téléphone*, adresse*, coordonnées, \
         kontakt*, telefon*, handy, mobil, anschrift*, mailadresse, \
         контакт*, телефон*, мобилен, адрес*, пошта, е пошта, имејл, \
         adresa, posta elektronike, celular*",
    ),
    (
        ColumnGuess::Deadline,
        "deadline*, due, due date, \
         échéance*, délai*, date limite, limite, \
         frist*, fällig*, termin, terminfrist, ablauf*, \
         рок, краен рок, рокот, \
         afat*",
    ),
    (
        ColumnGuess::Received,
        "received*, receipt, date received, arrived, opened, \
         reçu*, reception, réception, date de réception, arrivée, \
         eingang*, eingegangen*, posteingang*, empfangen*, \
         примен*, прием, приём, датум на прием, \
         pranimi*, pranuar*, marrë, data e pranimit",
    ),
    (
        ColumnGuess::Tag,
        "tag*, label*, category, keyword*, \
         étiquette*, mot clé, mots clés, catégorie*, \
         schlagwort*, schlagwörter, stichwort*, kategorie*, etikett, \
         ознака, ознаки, категорија*, клучни зборови, \
         etiket*, kategori*, fjalë kyçe",
    ),
    (
        ColumnGuess::Note,
        "note, notes, remark*, comment*, \
         remarque*, observation*, commentaire*, \
         notiz*, bemerkung*, anmerkung*, vermerk*, kommentar*, \
         забелешк*, белешк*, коментар*, \
         shënim*, vërejtje*, koment*",
    ),
    (
        ColumnGuess::Reference,
        "reference*, ref, number, no, case number, file number, id, \
         référence*, numéro*, n, cote, \
         aktenzeichen*, geschäftszeichen*, kennzeichen*, vorgangsnummer, nummer, nr, az, referenz*, \
         број, референц*, архивски број, деловоден број, бр, \
         referenc*, numri*, numër*, protokoll*",
    ),
    (
        ColumnGuess::Title,
        "title, subject, topic, matter, case, case name, \
         titre, objet, intitulé, sujet, affaire, \
         titel, betreff*, bezeichnung, vorgang, thema, gegenstand, \
         наслов*, предмет*, тема, \
         titull*, tema, lënda, lëndë, subjekti",
    ),
    (
        ColumnGuess::PartyName,
        "name, full name, surname, applicant*, person, client, party, citizen, \
         nom, noms, prénom, demandeur*, demandeuse, requérant*, personne, \
         familienname, nachname, vorname, antragsteller*, beteiligte*, bürger*, \
         име, презиме, барател*, подносител*, странка, лице, \
         emri*, mbiemri*, kërkues*, aplikant*, parashtrues*, personi",
    ),
    // A date without any other word is most often the day a case came in.
    (ColumnGuess::Received, "date, datum, датум, data"),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn guesses(titles: &[&str]) -> Vec<ColumnGuess> {
        propose(&titles.iter().map(|title| (*title).to_owned()).collect::<Vec<_>>(), &[])
    }

    fn guesses_with(titles: &[&str], rows: &[&[&str]]) -> Vec<ColumnGuess> {
        let owned = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
        let rows: Vec<CsvRow> = rows.iter().map(|cells| CsvRow { line: 1, cells: owned(cells) }).collect();
        propose(&owned(titles), &rows)
    }

    #[test]
    fn a_number_is_the_reference_only_where_it_is_there_once_and_nothing_else_is() {
        use ColumnGuess::*;
        for title in ["No", "Nr.", "N°", "ID", "Бр.", "Numri"] {
            assert_eq!(guesses_with(&[title, "Title"], &[&["1", "a"], &["2", "b"], &["", "c"], &["", "d"]]), [Reference, Title], "{title}");
            assert_eq!(guesses_with(&[title, "Title"], &[&["1", "a"], &["2", "b"], &[" 1", "c"]]), [Field, Title], "{title}");
        }
        assert_eq!(guesses_with(&["Nr", "Aktenzeichen"], &[&["1", "A-1"]]), [Field, Reference], "a file number says so");
        assert_eq!(
            guesses_with(&["Reference", "Title"], &[&["R", "a"], &["R", "b"]]),
            [Reference, Title],
            "rows are refused, not the column"
        );
    }

    #[test]
    fn the_usual_titles_are_known_in_all_five_languages() {
        use ColumnGuess::*;
        let expected = [Reference, Title, Received, Deadline, PartyName, PartyContact, Note, Tag];
        for titles in [
            ["Reference", "Title", "Received", "Deadline", "Name", "Contact", "Note", "Tag"],
            ["Référence", "Objet", "Date de réception", "Échéance", "Nom", "Courriel", "Remarque", "Étiquette"],
            ["Aktenzeichen", "Betreff", "Eingangsdatum", "Frist", "Antragsteller", "E-Mail", "Bemerkung", "Schlagwort"],
            ["Деловоден број", "Наслов", "Датум на прием", "Краен рок", "Име", "Телефон", "Забелешка", "Ознака"],
            ["Numri i protokollit", "Titulli", "Data e pranimit", "Afati", "Emri", "Adresa", "Shënim", "Etiketa"],
        ] {
            assert_eq!(guesses(&titles), expected, "{titles:?}");
        }
    }

    #[test]
    fn a_telephone_number_is_not_a_file_number_and_a_second_title_is_a_field() {
        use ColumnGuess::*;
        assert_eq!(
            guesses(&["Phone number", "Case number", "Titel", "Subject", "Shoe size"]),
            [PartyContact, Reference, Title, Field, Field]
        );
    }
}
