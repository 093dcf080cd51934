//! Every reason why bytes from outside are not let in, each with a name of its own.
//!
//! The list is closed: the words shown to people and the codes on the terminal are made from it.

use serde::{Deserialize, Serialize};

macro_rules! refusals {
    ($($(#[$doc:meta])* $variant:ident = $code:literal,)*) => {
        /// Why something was refused. The code is stable; words are made from it elsewhere.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum Refusal {
            $($(#[$doc])* $variant,)*
        }

        impl Refusal {
            /// All reasons, in the order they are declared.
            pub const ALL: &'static [Refusal] = &[$(Refusal::$variant,)*];

            /// The stable kebab-case name of the reason.
            pub const fn code(self) -> &'static str {
                match self {
                    $(Refusal::$variant => $code,)*
                }
            }
        }
    };
}

refusals! {
    /// More bytes than the limit for this kind of file.
    TooLarge = "too-large",
    /// A ZIP that unpacks to far more than it holds, overlaps itself or lies about its sizes.
    Bomb = "bomb",
    /// A ZIP with more entries than the limit.
    TooManyEntries = "too-many-entries",
    /// A path that is absolute, climbs with `..`, names a drive or uses backslashes.
    PathTraversal = "path-traversal",
    /// A ZIP entry that is a symbolic link or a device.
    Symlink = "symlink",
    /// Nested deeper than the limit (folders or XML elements).
    TooDeep = "too-deep",
    /// A file name or path longer than the limit.
    NameTooLong = "name-too-long",
    /// A file name that is empty or holds control characters.
    BadName = "bad-name",
    /// Two files with the same name (letter case ignored).
    DuplicateName = "duplicate-name",
    /// Two records with the same id in one message.
    DuplicateId = "duplicate-id",
    /// An id that is missing or is not a UUID.
    BadId = "bad-id",
    /// A date or time that does not exist.
    BadDate = "bad-date",
    /// The message names a file that the ZIP does not hold.
    MissingFile = "missing-file",
    /// The ZIP holds no xdomea message.
    MessageMissing = "message-missing",
    /// The ZIP holds more than one xdomea message.
    MessageAmbiguous = "message-ambiguous",
    /// The ZIP, or an entry in it, is encrypted.
    EncryptedZip = "encrypted-zip",
    /// A ZIP, or another archive, inside the ZIP.
    NestedZip = "nested-zip",
    /// An entry packed by a method other than stored or deflate.
    CompressionUnsupported = "compression-unsupported",
    /// The bytes end too early.
    Truncated = "truncated",
    /// The bytes contradict their own checksum or layout.
    Damaged = "damaged",
    /// XML with a document type declaration.
    XmlDoctype = "xml-doctype",
    /// XML that uses an entity other than the five built-in ones.
    XmlEntity = "xml-entity",
    /// XML that is not well formed.
    XmlMalformed = "xml-malformed",
    /// XML with more elements than the limit.
    TooManyElements = "too-many-elements",
    /// One text inside the XML is longer than the limit.
    TextTooLong = "text-too-long",
    /// XML that is not an xdomea message.
    NotXdomea = "not-xdomea",
    /// An xdomea message of another version than 3.0.0.
    VersionUnsupported = "version-unsupported",
    /// An xdomea message that carries no records.
    KindUnsupported = "kind-unsupported",
    /// An xdomea message whose header names another kind than its root element.
    KindMismatch = "kind-mismatch",
    /// Text in another encoding than UTF-8.
    NotUtf8 = "not-utf8",
    /// The bytes are of another type than the name says, or a program.
    WrongType = "wrong-type",
    /// Not a table: binary, or without a line of column names.
    NotACsv = "not-a-csv",
    /// A table without a single line.
    EmptyTable = "empty-table",
    /// More rows than the limit.
    TooManyRows = "too-many-rows",
    /// More columns than the limit.
    TooManyColumns = "too-many-columns",
    /// A cell longer than the limit.
    CellTooLong = "cell-too-long",
    /// Two columns with the same heading.
    DuplicateColumn = "duplicate-column",
    /// A table in another encoding than UTF-8.
    TableNotUtf8 = "table-not-utf8",
    /// A row with more or fewer cells than there are columns.
    WrongCellCount = "wrong-cell-count",
    /// A quotation mark that is never closed.
    OpenQuote = "open-quote",
    /// Not a mail: without a head that says from whom, to whom or when.
    NotAMail = "not-a-mail",
    /// A hidden file or folder (its name begins with a dot).
    HiddenFile = "hidden-file",
    /// A file that an operating system or office program left behind.
    SystemFile = "system-file",
    /// The file could not be read at all.
    Unreadable = "unreadable",
}

/// A refusal and what it is about.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}{}{what}", why.code(), if what.is_empty() { "" } else { ": " })]
pub struct Refused {
    /// The named reason.
    pub why: Refusal,
    /// The entry, element or file it is about, made safe for display and cut short; may be empty.
    /// It is content: it may be shown to the person importing, and must not be logged.
    pub what: String,
}

impl Refused {
    /// A refusal about `what`; control characters are dropped and long names cut.
    pub fn new(why: Refusal, what: &str) -> Self {
        Self { why, what: crate::names::shorten(what, 120) }
    }
}

impl From<Refusal> for Refused {
    fn from(why: Refusal) -> Self {
        Self { why, what: String::new() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_refusal_has_a_kebab_case_code_of_its_own() {
        let mut codes: Vec<_> = Refusal::ALL.iter().map(|refusal| refusal.code()).collect();
        assert!(codes.iter().all(|code| code.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')));
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), Refusal::ALL.len(), "two reasons must not share a name");
    }

    #[test]
    fn a_refusal_says_its_code_and_what_it_is_about() {
        assert_eq!(Refused::from(Refusal::Bomb).to_string(), "bomb");
        assert_eq!(Refused::new(Refusal::MissingFile, "a\u{202e}b\n.pdf").to_string(), "missing-file: ab .pdf");
    }
}
