//! An xdomea ZIP: the message and the files it names, opened with suspicion and read one file at a time.
//!
//! Everything that can be known without unpacking is checked on opening: names, links, encryption, overlaps, sizes.
//! While reading, bytes are counted; what the headers say is never relied on.

use std::collections::HashMap;
use std::io::{self, Read, Seek, Write};

use zip::ZipArchive;
use zip::result::ZipError;

use super::model::XdomeaMessage;
use super::{Limits, read, tree};
use crate::media::{contradicts, is_nested_archive};
use crate::names::split_path;
use crate::refusal::{Refusal, Refused};

/// How many of the first bytes of a document are looked at to know its type.
const FIRST_BYTES: usize = 512;

/// Whether bytes begin as a ZIP does; if not, they may be a bare XML message.
pub fn looks_like_zip(first: &[u8]) -> bool {
    first.starts_with(b"PK\x03\x04") || first.starts_with(b"PK\x05\x06")
}

/// An opened ZIP with its message.
pub struct XdomeaPackage<R> {
    archive: ZipArchive<R>,
    limits: Limits,
    message: XdomeaMessage,
    message_name: String,
    /// Entry by the name the message uses for it; only the files the message names, and the message itself.
    files: HashMap<String, usize>,
    unnamed: Vec<String>,
    /// Bytes unpacked so far, over all files; a file read twice counts twice.
    unpacked: u64,
}

impl<R> std::fmt::Debug for XdomeaPackage<R> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("XdomeaPackage").field("kind", &self.message.kind).field("files", &self.files.len()).finish_non_exhaustive()
    }
}

impl<R: Read + Seek> XdomeaPackage<R> {
    /// Opens a ZIP with the usual limits and reads its message. Nothing else is unpacked yet.
    pub fn open(reader: R) -> Result<Self, Refused> {
        Self::open_within(reader, Limits::default())
    }

    /// Opens a ZIP within the given limits.
    pub fn open_within(mut reader: R, limits: Limits) -> Result<Self, Refused> {
        let mut first = Vec::new();
        // The ZIP code would also look for an archive behind other content, such as a program that unpacks itself.
        reader.by_ref().take(4).read_to_end(&mut first).map_err(|error| io_refused(error, ""))?;
        if !looks_like_zip(&first) {
            return Err(Refusal::WrongType.into());
        }
        let mut archive = ZipArchive::new(reader).map_err(|error| zip_refused(&error, ""))?;
        let entries = check_entries(&mut archive, &limits)?;
        let message_index = find_message(&entries)?;
        let message_name = entries[message_index].path.clone();
        let mut unpacked = 0;
        let xml = {
            // A message may be as large as its own limit only, and no larger than any document.
            let most = limits.message_bytes.min(limits.document_bytes);
            let within = Limits { document_bytes: most, ..limits.clone() };
            let mut xml = Vec::new();
            let mut reader = DocumentReader::open(&mut archive, message_index, &message_name, &within, &mut unpacked)?;
            reader.read_to_end(&mut xml).map_err(|error| io_refused(error, &message_name))?;
            xml
        };
        let root = tree::parse(&xml, &limits)?;
        let message = read::Reader { seen: Default::default(), above: 0 }.message(&root)?;
        let (mut files, unnamed) = match_files(&message, &entries, message_index)?;
        files.insert(message_name.clone(), message_index);
        Ok(Self { archive, limits, message, message_name, files, unnamed, unpacked })
    }

    /// The message.
    pub fn message(&self) -> &XdomeaMessage {
        &self.message
    }

    /// Name of the message's own entry; it can be read like a document, to be kept with the cases.
    pub fn message_name(&self) -> &str {
        &self.message_name
    }

    /// Files in the ZIP that the message does not name; they are never unpacked.
    pub fn unnamed(&self) -> &[String] {
        &self.unnamed
    }

    /// Size of a document as the ZIP states it, in bytes; for a progress bar, not to be relied on.
    pub fn stated_size(&self, file: &str) -> Option<u64> {
        let entry = self.archive.by_index_data(*self.files.get(file)?).ok()?;
        Some(entry.size())
    }

    /// Bytes that may still be unpacked.
    pub fn room(&self) -> u64 {
        self.limits.total_bytes.saturating_sub(self.unpacked)
    }

    /// Opens one document for reading bit by bit. `file` is the name the message uses (`ImportedVersion::file`).
    /// An error while reading carries the [`Refused`] inside the [`io::Error`]; [`Refused::from_io`] takes it out.
    pub fn document(&mut self, file: &str) -> Result<DocumentReader<'_, R>, Refused> {
        let index = *self.files.get(file).ok_or_else(|| Refused::new(Refusal::MissingFile, file))?;
        DocumentReader::open(&mut self.archive, index, file, &self.limits, &mut self.unpacked)
    }

    /// Writes one document into `target` and returns its size in bytes. On an error, what was written is to be thrown away.
    pub fn copy(&mut self, file: &str, target: &mut impl Write) -> Result<u64, Refused> {
        let mut reader = self.document(file)?;
        io::copy(&mut reader, target).map_err(|error| io_refused(error, file))
    }

    /// Reads one document into memory.
    pub fn read(&mut self, file: &str) -> Result<Vec<u8>, Refused> {
        let mut bytes = Vec::new();
        self.copy(file, &mut bytes)?;
        Ok(bytes)
    }

    /// Unpacks every named file once and throws the bytes away, so that nothing needs to be half imported.
    /// Does not count against the limit for everything unpacked.
    pub fn check(&mut self) -> Result<(), Refused> {
        let before = self.unpacked;
        let mut names: Vec<(usize, String)> = self.files.iter().map(|(name, index)| (*index, name.clone())).collect();
        names.sort_unstable();
        names.dedup_by_key(|(index, _)| *index);
        let checked = names.iter().try_for_each(|(_, name)| self.copy(name, &mut io::sink()).map(|_| ()));
        self.unpacked = before;
        checked
    }
}

impl Refused {
    /// The refusal carried by an error of a [`DocumentReader`]; any other error is `unreadable`.
    pub fn from_io(error: io::Error) -> Self {
        io_refused(error, "")
    }
}

/// What is known of an entry before unpacking.
pub(crate) struct Entry {
    pub(crate) path: String,
    pub(crate) is_dir: bool,
}

impl Entry {
    fn folder(&self) -> &str {
        self.path.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    fn name(&self) -> &str {
        self.path.rsplit_once('/').map_or(self.path.as_str(), |(_, name)| name)
    }
}

pub(crate) fn check_entries<R: Read + Seek>(archive: &mut ZipArchive<R>, limits: &Limits) -> Result<Vec<Entry>, Refused> {
    if archive.len() > limits.entries {
        return Err(Refusal::TooManyEntries.into());
    }
    if archive.has_duplicate_names() {
        return Err(Refusal::DuplicateName.into());
    }
    let mut entries = Vec::with_capacity(archive.len());
    let mut seen = std::collections::HashSet::new();
    let mut total = 0_u64;
    for index in 0..archive.len() {
        let data = archive.by_index_data(index).map_err(|error| zip_refused(&error, ""))?;
        // The standard asks for UTF-8 with a flag, many programs forget the flag; other bytes are read as CP 437.
        let path = match std::str::from_utf8(data.name_raw()) {
            Ok(path) => path.to_owned(),
            Err(_) => data.name().map_err(|error| zip_refused(&error, ""))?.into_owned(),
        };
        let refuse = |why| Err(Refused::new(why, &path));
        split_path(&path)?;
        if data.encrypted() {
            return refuse(Refusal::EncryptedZip);
        }
        let kind = data.unix_mode().unwrap_or(0) & 0o170_000;
        if data.is_symlink() || !matches!(kind, 0 | 0o100_000 | 0o040_000) {
            return refuse(Refusal::Symlink);
        }
        if !matches!(data.compression(), zip::CompressionMethod::Stored | zip::CompressionMethod::Deflated) {
            return refuse(Refusal::CompressionUnsupported);
        }
        if data.size() > limits.document_bytes {
            return refuse(Refusal::TooLarge);
        }
        if data.size() > limits.ratio_from && data.size() / data.compressed_size().max(1) > limits.ratio {
            return refuse(Refusal::Bomb);
        }
        if is_nested_archive(&path, b"") {
            return refuse(Refusal::NestedZip);
        }
        total = total.saturating_add(data.size());
        let is_dir = path.ends_with('/');
        // Letter case is ignored as Windows and macOS do; two such names would be one file there.
        if !seen.insert(path.trim_end_matches('/').to_lowercase()) {
            return refuse(Refusal::DuplicateName);
        }
        entries.push(Entry { path, is_dir });
    }
    if total > limits.total_bytes {
        return Err(Refusal::TooLarge.into());
    }
    // One piece of packed data shown as many files is how the largest bombs are made.
    if archive.has_overlapping_entries().map_err(|error| zip_refused(&error, ""))? {
        return Err(Refusal::Bomb.into());
    }
    Ok(entries)
}

/// The message is called by its kind (`…_Aussonderung.Aussonderung.0503.xml`); where no name is like that, the only XML file
/// at the top is taken.
fn find_message(entries: &[Entry]) -> Result<usize, Refused> {
    let xml = |entry: &Entry| !entry.is_dir && entry.path.to_ascii_lowercase().ends_with(".xml");
    let pick = |wanted: &dyn Fn(&Entry) -> bool| -> Vec<usize> {
        entries.iter().enumerate().filter(|(_, entry)| xml(entry) && wanted(entry)).map(|(index, _)| index).collect()
    };
    let mut found = pick(&|entry| is_message_name(entry.name()));
    if found.is_empty() {
        found = pick(&|entry| entry.folder().is_empty());
    }
    match found.as_slice() {
        [only] => Ok(*only),
        [] => Err(Refusal::MessageMissing.into()),
        [_, other, ..] => Err(Refused::new(Refusal::MessageAmbiguous, &entries[*other].path)),
    }
}

fn is_message_name(name: &str) -> bool {
    let Some(stem) = name.len().checked_sub(4).and_then(|at| name.get(..at)) else { return false };
    let mut parts = stem.rsplit('.');
    let kind = parts.next().unwrap_or_default();
    let named = parts.next().is_some_and(|part| !part.is_empty()) && parts.next().is_some_and(|part| !part.is_empty());
    named && kind.len() == 4 && kind.bytes().all(|byte| byte.is_ascii_digit())
}

type Matched = (HashMap<String, usize>, Vec<String>);

/// Finds the entry for each file the message names: beside the message, or else anywhere if the name is there once.
fn match_files(message: &XdomeaMessage, entries: &[Entry], message_index: usize) -> Result<Matched, Refused> {
    let folder = entries[message_index].folder();
    let mut by_name: HashMap<&str, Vec<usize>> = HashMap::new();
    for (index, entry) in entries.iter().enumerate().filter(|(index, entry)| !entry.is_dir && *index != message_index) {
        by_name.entry(entry.name()).or_default().push(index);
    }
    let mut files = HashMap::new();
    let mut used = std::collections::HashSet::from([message_index]);
    for file in message.files() {
        let all = by_name.get(file).map(Vec::as_slice).unwrap_or_default();
        let beside = all.iter().find(|index| entries[**index].folder() == folder);
        let index = match (beside, all) {
            (Some(index), _) | (None, [index]) => *index,
            // A list of records on offer names files without bringing them.
            (None, []) if message.kind == "0501" => continue,
            (None, []) => return Err(Refused::new(Refusal::MissingFile, file)),
            (None, _) => return Err(Refused::new(Refusal::DuplicateName, file)),
        };
        used.insert(index);
        files.insert(file.to_owned(), index);
    }
    let unnamed = entries.iter().enumerate().filter(|(index, entry)| !entry.is_dir && !used.contains(index));
    Ok((files, unnamed.map(|(_, entry)| entry.path.clone()).collect()))
}

/// Reads one document out of the ZIP, counting.
pub struct DocumentReader<'a, R: Read> {
    file: zip::read::ZipFile<'a, R>,
    name: String,
    /// The first bytes, read ahead to know the type.
    first: Vec<u8>,
    first_at: usize,
    counted: u64,
    stated: u64,
    packed: u64,
    limits: Limits,
    unpacked: &'a mut u64,
}

impl<R: Read> std::fmt::Debug for DocumentReader<'_, R> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("DocumentReader").field("counted", &self.counted).finish_non_exhaustive()
    }
}

impl<'a, R: Read + Seek> DocumentReader<'a, R> {
    pub(crate) fn open(
        archive: &'a mut ZipArchive<R>,
        index: usize,
        name: &str,
        limits: &Limits,
        unpacked: &'a mut u64,
    ) -> Result<Self, Refused> {
        let file = archive.by_index(index).map_err(|error| zip_refused(&error, name))?;
        let (stated, packed) = (file.size(), file.compressed_size());
        if stated > limits.document_bytes {
            return Err(Refused::new(Refusal::TooLarge, name));
        }
        let first = Vec::with_capacity(FIRST_BYTES);
        let mut reader =
            Self { file, name: name.to_owned(), first, first_at: 0, counted: 0, stated, packed, limits: limits.clone(), unpacked };
        let mut first = [0; FIRST_BYTES];
        let mut filled = 0;
        while filled < FIRST_BYTES {
            match reader.count(&mut first[filled..]).map_err(|error| io_refused(error, name))? {
                0 => break,
                read => filled += read,
            }
        }
        let first = &first[..filled];
        if is_nested_archive(name, first) {
            return Err(Refused::new(Refusal::NestedZip, name));
        }
        if contradicts(name, first) {
            return Err(Refused::new(Refusal::WrongType, name));
        }
        reader.first.extend_from_slice(first);
        Ok(reader)
    }
}

impl<R: Read> DocumentReader<'_, R> {
    /// The first bytes (at most 512), to know the type by.
    pub fn first(&self) -> &[u8] {
        &self.first
    }

    fn count(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.file.read(buffer)?;
        self.counted = self.counted.saturating_add(read as u64);
        *self.unpacked = self.unpacked.saturating_add(read as u64);
        let limits = &self.limits;
        let too_dense = self.counted > limits.ratio_from && self.counted / self.packed.max(1) > limits.ratio;
        let why = if self.counted > limits.document_bytes || *self.unpacked > limits.total_bytes {
            Some(Refusal::TooLarge)
        } else if too_dense || self.counted > self.stated {
            Some(Refusal::Bomb)
        } else if read == 0 && !buffer.is_empty() && self.counted < self.stated {
            Some(Refusal::Truncated)
        } else {
            None
        };
        why.map_or(Ok(read), |why| Err(io::Error::other(Refused::new(why, &self.name))))
    }
}

impl<R: Read> Read for DocumentReader<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let ahead = &self.first[self.first_at..];
        if ahead.is_empty() || buffer.is_empty() {
            return self.count(buffer);
        }
        let take = ahead.len().min(buffer.len());
        buffer[..take].copy_from_slice(&ahead[..take]);
        self.first_at += take;
        Ok(take)
    }
}

pub(crate) fn io_refused(error: io::Error, name: &str) -> Refused {
    let why = match error.kind() {
        io::ErrorKind::UnexpectedEof => Refusal::Truncated,
        io::ErrorKind::InvalidData | io::ErrorKind::InvalidInput => Refusal::Damaged,
        _ => Refusal::Unreadable,
    };
    error.downcast::<Refused>().unwrap_or_else(|_| Refused::new(why, name))
}

pub(crate) fn zip_refused(error: &ZipError, name: &str) -> Refused {
    let why = match error {
        ZipError::Io(error) => match error.kind() {
            io::ErrorKind::UnexpectedEof => Refusal::Truncated,
            io::ErrorKind::InvalidData | io::ErrorKind::InvalidInput => Refusal::Damaged,
            _ => Refusal::Unreadable,
        },
        ZipError::InvalidPassword => Refusal::EncryptedZip,
        ZipError::CompressionMethodNotSupported(_) => Refusal::CompressionUnsupported,
        ZipError::UnsupportedArchive(text) if *text == ZipError::PASSWORD_REQUIRED => Refusal::EncryptedZip,
        _ => Refusal::Damaged,
    };
    Refused::new(why, name)
}
