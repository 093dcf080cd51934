//! Messages of xdomea 3.0.0, the German standard for exchanging records, as XML or as a ZIP with their files.
//!
//! The schema is kept by KoSIT (`xdomea.xsd`, 3.0.0). Reading is stricter than the schema where a message could do
//! harm and as lenient where records would be lost otherwise. Content in foreign namespaces
//! (`AnwendungsspezifischeErweiterungXML`) is not read; keep the message itself with the imported cases.

mod cases;
mod contacts;
mod imported;
mod model;
pub(crate) mod package;
mod read;
mod tree;
mod when;

use std::collections::HashSet;

pub use imported::{ABOVE, CODED, ImportedCase, ImportedDocument, ImportedHistory, ImportedPerson, ImportedVersion, PartOf, PersonRole};
pub use model::{
    Appraisal, General, HistoryLine, Level, Step, XdomeaContact, XdomeaDocument, XdomeaFile, XdomeaFormat, XdomeaMessage, XdomeaVersion,
};
pub use package::{DocumentReader, XdomeaPackage, looks_like_zip};
pub use when::When;

use crate::refusal::Refused;

/// How much a message and its ZIP may hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the message itself.
    pub message_bytes: u64,
    /// Elements in the message.
    pub elements: usize,
    /// Depth of elements in the message.
    pub depth: usize,
    /// Bytes of one text in the message.
    pub text_bytes: usize,
    /// Entries of the ZIP, folders included.
    pub entries: usize,
    /// Bytes of one unpacked document.
    pub document_bytes: u64,
    /// Bytes of everything unpacked.
    pub total_bytes: u64,
    /// How many times larger than packed an entry may be, once it is over `ratio_from` bytes.
    pub ratio: u64,
    /// Bytes below which the ratio is not looked at.
    pub ratio_from: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            message_bytes: 64 << 20,
            elements: 1_000_000,
            depth: 64,
            text_bytes: 1 << 20,
            entries: 20_000,
            document_bytes: 2 << 30,
            total_bytes: 16 << 30,
            ratio: 200,
            ratio_from: 4 << 20,
        }
    }
}

impl XdomeaMessage {
    /// Reads a message from its XML, with the usual limits.
    pub fn read(xml: &[u8]) -> Result<Self, Refused> {
        Self::read_within(xml, &Limits::default())
    }

    /// Reads a message from its XML within the given limits.
    pub fn read_within(xml: &[u8], limits: &Limits) -> Result<Self, Refused> {
        let root = tree::parse(xml, limits)?;
        read::Reader { seen: HashSet::new(), above: 0 }.message(&root)
    }
}
