//! The limits of a case, as an import names them.

use praesto_crypto::Hash;
use praesto_domain::DeviceId;
use praesto_domain::casework::{AttachmentVersion, CaseChange as Change, ChangeRefused, ITEMS, LINE_CHARS, Stamp, validate};
use praesto_formats::{Refusal, media_type_of};

use super::{Item, reasons};
use crate::documents::{CaseDocument, DocumentKind, EditRefused, encode_payload};
use crate::error::AppError;
use crate::host::Host;
use crate::office::Office;
use crate::save::MAX_PAYLOAD;

/// Files of one case. With more, every version an entry of its own, one save could be more than colleagues' computers take in one record.
const FILES: usize = 2 * ITEMS;

impl<H: Host> Office<H> {
    /// The code of the limit that an item breaks; none where a case takes it.
    pub(super) fn beyond(&self, item: &Item) -> Option<&'static str> {
        let title = Change::SetTitle { title: item.title.clone() };
        let one = std::iter::once(&title).chain(&item.changes).find_map(|change| validate(change).err()).map(|refused| of(&refused));
        one.or_else(|| if near(item) { self.too_much(item) } else { None })
    }

    /// Makes the case in memory, with stand-ins for what is sealed, and throws it away.
    fn too_much(&self, item: &Item) -> Option<&'static str> {
        if files(item) > FILES {
            return Some(reasons::BEYOND_ENTRIES);
        }
        let reference = (!item.brings_reference()).then(|| "G-0000-00-0000".to_owned());
        let changes = self.opening_changes(item, reference, &self.stand_ins(item));
        let made = CaseDocument::create(&self.actor(), Self::opening(item)).edit(self.host.now(), &changes);
        match made {
            Err(refused) => Some(named(&refused)),
            Ok(saved) => {
                let payload = encode_payload(DocumentKind::Case, DocumentKind::Case.schema(), &saved.change);
                (payload.len() > MAX_PAYLOAD).then_some(reasons::BEYOND_CASE)
            }
        }
    }

    fn stand_ins(&self, item: &Item) -> Vec<AttachmentVersion> {
        let by = Stamp { device: DeviceId(self.device().0), at: self.host.now() };
        let files = item.documents.iter().flat_map(|document| &document.versions);
        let version = |(number, name): (usize, &str)| AttachmentVersion {
            sealed_hash: Hash::of(&number.to_be_bytes()).to_string(),
            content_hash: Hash::of(name.as_bytes()).to_string(),
            size: u64::MAX >> 1,
            media_type: media_type_of(name, &[]).to_owned(),
            epoch: u32::MAX,
            by,
        };
        files.map(|file| file.name.as_str()).enumerate().map(version).collect()
    }
}

/// Whether an item is large enough to be tried; far below every limit it need not be.
fn near(item: &Item) -> bool {
    let text = |change: &Change| serde_json::to_vec(change).map_or(usize::MAX, |json| json.len());
    item.changes.len() + files(item) > ITEMS / 2
        || item.changes.iter().fold(0, |sum: usize, change| sum.saturating_add(text(change))) > MAX_PAYLOAD / 4
        || item.documents.iter().any(|document| document.name.len() > LINE_CHARS)
}

fn files(item: &Item) -> usize {
    item.documents.iter().map(|document| document.versions.len()).sum()
}

/// The code of why a case did not take what was imported; an error where it has nothing to do with what was imported.
pub(super) fn refusal(error: AppError) -> Result<&'static str, AppError> {
    match error {
        AppError::Edit(refused) => Ok(named(&refused)),
        AppError::TooLarge => Ok(reasons::BEYOND_CASE),
        error => Err(error),
    }
}

fn named(refused: &EditRefused) -> &'static str {
    match refused {
        EditRefused::Limit(refused) => of(refused),
        EditRefused::TooMany { .. } => reasons::BEYOND_ENTRIES,
        _ => reasons::BEYOND_CASE,
    }
}

fn of(refused: &ChangeRefused) -> &'static str {
    match refused {
        ChangeRefused::Unprintable { .. } => reasons::UNPRINTABLE,
        ChangeRefused::TooLong { what, .. } | ChangeRefused::Empty { what } => match *what {
            "title" => reasons::BEYOND_TITLE,
            "reference" => reasons::BEYOND_REFERENCE,
            "field" => reasons::BEYOND_FIELD,
            "tag" => reasons::BEYOND_TAG,
            "party" | "role" | "contact" => reasons::BEYOND_PARTY,
            "note" | "history" => reasons::BEYOND_NOTE,
            "deadline" => reasons::BEYOND_DEADLINE,
            "attachment" => Refusal::NameTooLong.code(),
            _ => reasons::BEYOND_CASE,
        },
        _ => reasons::BEYOND_CASE,
    }
}
