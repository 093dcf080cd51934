//! Documents of a message: their files as attachments, and in words what attachments have no place for.

use std::collections::BTreeMap;

use praesto_domain::casework::TEXT_CHARS;
use praesto_formats::names::{extension, safe_name};
use praesto_formats::xdomea::{ImportedDocument, ImportedVersion};

use super::coded;
use crate::imports::{Document, DocumentFile};

/// The attachments that a document becomes: one with a version for each of its own; one more for each further format, again with its versions;
/// and one for each file that signs one of them. Only what came with the message.
pub(super) fn attachments(document: &ImportedDocument, is_here: &dyn Fn(&str) -> bool) -> Vec<Document> {
    let mut made: Vec<(Option<(String, usize)>, Document)> = Vec::new();
    let mut beside: BTreeMap<String, usize> = BTreeMap::new();
    for version in &document.versions {
        let line = if version.format == 0 {
            beside.clear();
            None
        } else {
            // The first PDF beside each version is one attachment, the second another.
            let ending = extension(&version.file).unwrap_or_default().to_lowercase();
            let place = beside.entry(ending.clone()).or_default();
            *place += 1;
            Some((ending, *place))
        };
        if !is_here(&version.file) {
            continue;
        }
        let file = DocumentFile { name: version.name.clone(), at: version.file.clone() };
        match made.iter_mut().find(|(known, _)| *known == line) {
            Some((_, attachment)) => {
                attachment.name.clone_from(&file.name);
                attachment.versions.push(file);
            }
            None => made.push((line, Document { name: file.name.clone(), versions: vec![file] })),
        }
    }
    let mut attachments: Vec<Document> = made.into_iter().map(|(_, attachment)| attachment).collect();
    for file in document.versions.iter().flat_map(|version| &version.signatures).filter(|file| is_here(file)) {
        let signature = Document::of(safe_name(file), file.clone());
        if !attachments.contains(&signature) {
            attachments.push(signature);
        }
    }
    attachments
}

/// What the message says of each document, a paragraph for each that it says more of than its file shows.
pub(super) fn described(documents: &[ImportedDocument], is_here: &dyn Fn(&str) -> bool) -> String {
    let names: BTreeMap<&str, &str> = documents.iter().map(|document| (document.stable_id.as_str(), document.name.as_str())).collect();
    let paragraphs = documents.iter().filter_map(|document| {
        let said = said(document, &names);
        let files: Vec<String> = document.versions.iter().flat_map(file_lines).collect();
        let shown = match document.versions.as_slice() {
            [only] => {
                is_here(&only.file)
                    && only.name == document.name
                    && only.created.is_none()
                    && only.author.is_none()
                    && only.signatures.is_empty()
            }
            _ => false,
        };
        let lines: Vec<String> = std::iter::once(document.name.clone()).chain(said).chain(files).collect();
        (!shown || lines.len() > 2).then(|| lines.join("\n"))
    });
    paragraphs.collect::<Vec<_>>().join("\n\n")
}

fn said(document: &ImportedDocument, names: &BTreeMap<&str, &str>) -> Vec<String> {
    let day = |day: Option<jiff::civil::Date>| day.map(|day| day.to_string());
    let above = document.attached_to.as_deref().map(|id| (*names.get(id).unwrap_or(&id)).to_owned());
    let own = [
        ("reference", document.reference.clone()),
        ("date", day(document.date)),
        ("received", day(document.received)),
        ("sent", day(document.sent)),
        ("attached-to", above),
    ];
    let own = own.into_iter().filter_map(|(key, value)| Some(format!("{}: {}", coded(key), value?)));
    own.chain(document.fields.iter().map(|(key, value)| format!("{key}: {value}"))).collect()
}

/// A file of a version with when and by whom it was made, and the files that sign it.
fn file_lines(version: &ImportedVersion) -> Vec<String> {
    let made = [Some(version.name.clone()), version.created.map(|at| at.to_string()), version.author.clone()];
    let file = format!("{}: {}", version.number, made.into_iter().flatten().collect::<Vec<_>>().join(" · "));
    let signatures = version.signatures.iter().map(|file| format!("{}: {} → {}", version.number, safe_name(file), version.name));
    std::iter::once(file).chain(signatures).collect()
}

/// A text as notes, none longer than a note may be; broken at the end of a line where there is one.
pub(super) fn notes(text: &str) -> Vec<String> {
    let mut notes = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        let end = rest.char_indices().nth(TEXT_CHARS).map_or(rest.len(), |(at, _)| at);
        let line = if end < rest.len() { rest[..end].rfind('\n').filter(|at| *at > 0).unwrap_or(end) } else { end };
        notes.push(rest[..line].to_owned());
        rest = rest[line..].trim_start();
    }
    notes
}

#[cfg(test)]
mod tests {
    use super::*;

    fn version(number: &str, format: usize, file: &str, signatures: &[&str]) -> ImportedVersion {
        ImportedVersion {
            number: number.to_owned(),
            format,
            file: file.to_owned(),
            name: file.to_owned(),
            media_type: String::new(),
            created: None,
            author: None,
            signatures: signatures.iter().map(|file| (*file).to_owned()).collect(),
        }
    }

    #[test]
    fn each_line_of_files_is_one_attachment_with_its_versions() {
        let document = ImportedDocument {
            stable_id: "1".to_owned(),
            attached_to: None,
            name: "Letter".to_owned(),
            reference: None,
            date: None,
            received: None,
            sent: None,
            media_type: None,
            file: None,
            versions: vec![
                version("1", 0, "a1.odt", &[]),
                version("1", 1, "a1.pdf", &["s.p7s"]),
                version("1", 2, "a1-archive.PDF", &["s.p7s"]),
                version("2", 0, "a2.docx", &[]),
                version("2", 1, "a2.pdf", &[]),
                version("2", 2, "not-here.txt", &[]),
            ],
            fields: Vec::new(),
        };
        let shape = |found: Vec<Document>| -> Vec<(String, Vec<String>)> {
            found.into_iter().map(|one| (one.name, one.versions.into_iter().map(|file| file.at).collect())).collect()
        };
        let expected = [
            ("a2.docx", vec!["a1.odt", "a2.docx"]),
            ("a2.pdf", vec!["a1.pdf", "a2.pdf"]),
            ("a1-archive.PDF", vec!["a1-archive.PDF"]),
            ("s.p7s", vec!["s.p7s"]),
        ];
        let expected = expected.map(|(name, files)| (name.to_owned(), files.into_iter().map(str::to_owned).collect()));
        assert_eq!(shape(attachments(&document, &|file| file != "not-here.txt")), expected);
        assert_eq!(attachments(&document, &|_| false), []);
    }

    #[test]
    fn a_long_text_becomes_several_notes_and_loses_no_line() {
        let text: String = (0..30_000).map(|number| format!("line {number} ж\n")).collect();
        let made = notes(&text);
        assert!(made.len() > 2 && made.iter().all(|note| note.chars().count() <= TEXT_CHARS));
        assert_eq!(made.join("\n"), text.trim());
        let endless = "ж".repeat(TEXT_CHARS + 1);
        assert_eq!(notes(&endless).concat(), endless);
        assert_eq!(notes(" \n"), [""; 0]);
    }
}
