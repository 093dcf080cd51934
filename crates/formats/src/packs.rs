//! The text files of a ZIP with packs of case types, opened with the same suspicion as one with case files.

use std::collections::BTreeMap;
use std::io::{Read, Seek};

use zip::ZipArchive;

use crate::refusal::{Refusal, Refused};
use crate::xdomea::Limits;
use crate::xdomea::package::{DocumentReader, check_entries, io_refused, looks_like_zip, zip_refused};

/// Entries of the ZIP, folders included.
const ENTRIES: usize = 2_000;
/// Bytes of one unpacked file: one more than a pack may have, so that its reader names what is too large.
const FILE: u64 = (1 << 20) + 1;
/// Bytes of everything unpacked.
const TOTAL: u64 = 8 << 20;

/// The files with one of these endings, by their paths.
///
/// # Errors
/// Where the ZIP as a whole, or any entry of it, is not to be trusted. Nothing was written anywhere.
pub fn read_text_archive(mut reader: impl Read + Seek, endings: &[&str]) -> Result<BTreeMap<String, Vec<u8>>, Refused> {
    let limits = Limits { entries: ENTRIES, document_bytes: FILE, total_bytes: TOTAL, ratio_from: 256 << 10, ..Limits::default() };
    let mut first = Vec::new();
    // The ZIP code would also look for an archive behind other content, such as a program that unpacks itself.
    reader.by_ref().take(4).read_to_end(&mut first).map_err(|error| io_refused(error, ""))?;
    if !looks_like_zip(&first) {
        return Err(Refusal::WrongType.into());
    }
    let mut archive = ZipArchive::new(reader).map_err(|error| zip_refused(&error, ""))?;
    let entries = check_entries(&mut archive, &limits)?;
    let (mut files, mut unpacked) = (BTreeMap::new(), 0);
    let ends = |path: &str| path.rsplit_once('.').is_some_and(|(_, ending)| endings.contains(&ending));
    for (index, entry) in entries.iter().enumerate().filter(|(_, entry)| !entry.is_dir && ends(&entry.path)) {
        let mut bytes = Vec::new();
        let mut reader = DocumentReader::open(&mut archive, index, &entry.path, &limits, &mut unpacked)?;
        reader.read_to_end(&mut bytes).map_err(|error| io_refused(error, &entry.path))?;
        files.insert(entry.path.clone(), bytes);
    }
    Ok(files)
}
