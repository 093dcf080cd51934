//! What a column probably holds, by its title in the five languages of the application.
//! Only a proposal: the person importing decides.

use serde::{Deserialize, Serialize};

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
/// column that fits; later ones become fields.
pub fn propose(columns: &[String]) -> Vec<ColumnGuess> {
    let mut given = Vec::new();
    columns
        .iter()
        .map(|title| {
            let guess = guess(title);
            let once = !matches!(guess, ColumnGuess::Note | ColumnGuess::PartyContact | ColumnGuess::Tag | ColumnGuess::Field);
            if once && given.contains(&guess) {
                return ColumnGuess::Field;
            }
            given.push(guess);
            guess
        })
        .collect()
}

fn guess(title: &str) -> ColumnGuess {
    let title = title.to_lowercase();
    let words: Vec<&str> = title.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let phrase = words.join(" ");
    WORDS
        .iter()
        .find(|(_, known)| {
            known.split(", ").any(|entry| match entry.strip_suffix('*') {
                // German and Albanian build words together and bend them, so some entries are beginnings of words.
                Some(start) => words.iter().any(|word| word.starts_with(start)),
                None if entry.contains(' ') => phrase.contains(entry),
                None => words.contains(&entry),
            })
        })
        .map_or(ColumnGuess::Field, |(guess, _)| *guess)
}

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
        propose(&titles.iter().map(|title| (*title).to_owned()).collect::<Vec<_>>())
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
