//! Cases as an import hands them on, free of xdomea.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::model::Level;
use super::when::When;

/// Before a code that stands for words: the name of a field by the standard, or a person's part. The sender's own names have nothing before them.
pub const CODED: &str = "xdomea:";
/// After [`CODED`], before the name of a field that the file above a case has.
pub const ABOVE: &str = "above:";

/// One case to be made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportedCase {
    /// The id of the record in the sending system (a UUID, lower case). The same record has it in every message.
    pub stable_id: String,
    /// Never empty; one line of at most 500 characters. A longer subject is whole in `fields` under `xdomea:subject`.
    pub title: String,
    /// Reference (Aktenzeichen), where the record has one.
    pub reference: Option<String>,
    /// The first day anything was received in it, or else on which it began, or else on which the message was made.
    pub received: Option<Date>,
    /// When the work on it began and ended (Laufzeit).
    pub from: Option<Date>,
    /// See `from`.
    pub to: Option<Date>,
    /// Whether the sender had filed it away for good.
    pub closed: bool,
    /// On which day.
    pub closed_on: Option<Date>,
    /// The records above it, outermost first.
    pub part_of: Vec<PartOf>,
    /// Everybody named in it, each once in each role; the authorities that handed it over last.
    pub people: Vec<ImportedPerson>,
    /// Its documents, each followed by its attachments.
    pub documents: Vec<ImportedDocument>,
    /// What happened to it, oldest first, the making of the message last among equals.
    pub history: Vec<ImportedHistory>,
    /// What else the message says: a neutral key (`file-plan`, `lead`, `keep-years`, …) or the sender's own field name, and the value.
    pub fields: Vec<(String, String)>,
}

/// A record above a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartOf {
    /// Its id in the sending system.
    pub stable_id: String,
    /// How high it stands.
    pub level: Level,
    /// Its title.
    pub title: String,
    /// Its reference.
    pub reference: Option<String>,
}

/// In which part somebody appears.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PersonRole {
    /// Takes part in the matter (Kontakt).
    Party,
    /// Sent one of the documents.
    Sender,
    /// Was sent one of the documents.
    Receiver,
    /// Worked on it at the office (Bearbeiter, Beteiligungsschritt).
    Clerk,
    /// Wrote one of the files.
    Author,
    /// Handed the records over.
    HandedOverBy,
    /// Was handed the records.
    HandedOverTo,
}

impl PersonRole {
    /// Stable kebab-case name.
    pub const fn code(self) -> &'static str {
        match self {
            PersonRole::Party => "party",
            PersonRole::Sender => "sender",
            PersonRole::Receiver => "receiver",
            PersonRole::Clerk => "clerk",
            PersonRole::Author => "author",
            PersonRole::HandedOverBy => "handed-over-by",
            PersonRole::HandedOverTo => "handed-over-to",
        }
    }
}

/// Somebody named in a case.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ImportedPerson {
    /// Never empty.
    pub name: String,
    /// In which part.
    pub role: PersonRole,
    /// The part as the message calls it (Rolle, Tätigkeit).
    pub role_named: Option<String>,
    /// The body they stand for, where it is not the name.
    pub organisation: Option<String>,
    /// Addresses and numbers on one line.
    pub contact: Option<String>,
    /// Date of birth.
    pub born: Option<Date>,
}

/// A document of a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportedDocument {
    /// The id of the document in the sending system (a UUID, lower case).
    pub stable_id: String,
    /// The document it is attached to.
    pub attached_to: Option<String>,
    /// Title to show; never empty.
    pub name: String,
    /// Its own reference.
    pub reference: Option<String>,
    /// The day written, or else received, sent, or on which its first file was made.
    pub date: Option<Date>,
    /// The day it came in.
    pub received: Option<Date>,
    /// The day it went out.
    pub sent: Option<Date>,
    /// Media type of `file` by its name; check again with the bytes.
    pub media_type: Option<String>,
    /// Name in the ZIP of the newest version's first format. The ZIP may be missing: a bare XML message names files too.
    pub file: Option<String>,
    /// All versions, oldest first, each with all its formats; `file` is among them. Empty where the message only lists the document.
    pub versions: Vec<ImportedVersion>,
    /// What else the message says about it.
    pub fields: Vec<(String, String)>,
}

/// One file of a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportedVersion {
    /// The number the sender gave, or its place counted from 1.
    pub number: String,
    /// Its place among the formats of its version, counted from 0: all of them hold the same content.
    pub format: usize,
    /// Name in the ZIP.
    pub file: String,
    /// Name to show: the original one where it is known.
    pub name: String,
    /// By the name; check again with the bytes.
    pub media_type: String,
    /// When the file was made.
    pub created: Option<When>,
    /// Who made it.
    pub author: Option<String>,
    /// Files in the ZIP that sign or seal this one.
    pub signatures: Vec<String>,
}

/// Something that happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportedHistory {
    /// When, as precisely as the message says.
    pub at: Option<When>,
    /// Who; may be empty.
    pub actor: String,
    /// What, in the sender's words.
    pub text: String,
    /// The id of the record or document it happened to, or the process id of the message.
    pub about: String,
}
