//! Sealed attachments in a folder: `<office>/<space>/<hash>`, the same bytes as on disk and wire.
//!
//! A file appears under its own name only when it is whole, its hash is right, and the disk has it (RFC 9110 ranges read from it). What is
//! still arriving lies beside it as `<hash>.part` and survives a crash, so an upload goes on where it stopped.

use std::collections::HashSet;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use praesto_crypto::{Hash, Hasher};

use crate::store::Place;

const CHUNK: usize = 256 << 10;

/// Why an attachment was not stored.
#[derive(Debug, thiserror::Error)]
pub enum AttachmentError {
    #[error("the bytes are not those that the address names")]
    OtherHash,
    #[error("longer than the limit, or than announced")]
    TooLarge,
    /// The upload does not begin where the last one ended: here.
    #[error("the upload must go on at {0}")]
    OtherOffset(u64),
    /// Another request is writing the same attachment.
    #[error("being written")]
    Busy,
    /// The sender stopped.
    #[error("the body ended early")]
    Broken,
    #[error(transparent)]
    Io(#[from] io::Error),
}

/// How much of an attachment is here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    Absent,
    /// This many bytes from the beginning.
    Partial(u64),
    /// All of it.
    Whole(u64),
}

/// The folder.
#[derive(Debug)]
pub struct AttachmentFolder {
    root: PathBuf,
    writing: Mutex<HashSet<PathBuf>>,
}

/// Keeps others from writing the same attachment.
struct Writing<'a> {
    folder: &'a AttachmentFolder,
    path: PathBuf,
}

impl Drop for Writing<'_> {
    fn drop(&mut self) {
        self.folder.writing.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.path);
    }
}

impl AttachmentFolder {
    /// Opens a folder, making it where there is none.
    pub fn open(root: &Path) -> io::Result<Self> {
        fs::create_dir_all(root)?;
        Ok(Self { root: root.to_owned(), writing: Mutex::default() })
    }

    /// How much of an attachment is here.
    pub fn presence(&self, place: Place, hash: Hash) -> io::Result<Presence> {
        match length(&self.path(place, hash))? {
            Some(length) => Ok(Presence::Whole(length)),
            None => Ok(length(&self.part(place, hash))?.map_or(Presence::Absent, Presence::Partial)),
        }
    }

    /// Opens a whole attachment at `offset`; with its length.
    pub fn read(&self, place: Place, hash: Hash, offset: u64) -> io::Result<Option<(File, u64)>> {
        let mut file = match File::open(self.path(place, hash)) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error),
        };
        let length = file.metadata()?.len();
        file.seek(SeekFrom::Start(offset))?;
        Ok(Some((file, length)))
    }

    /// Stores a whole attachment from its body. An `Err` among the chunks means that the sender stopped.
    pub fn put<B: AsRef<[u8]>>(
        &self,
        place: Place,
        hash: Hash,
        chunks: impl Iterator<Item = Result<B, AttachmentError>>,
        longest: u64,
    ) -> Result<u64, AttachmentError> {
        let _writing = self.begin(place, hash)?;
        if let Presence::Whole(length) = self.presence(place, hash)? {
            return Ok(length);
        }
        self.receive(place, hash, 0, longest, chunks)?;
        self.complete(place, hash)
    }

    /// Adds the bytes from `offset` on. Answers how much is here, and whether that is all of `total`.
    pub fn patch<B: AsRef<[u8]>>(
        &self,
        place: Place,
        hash: Hash,
        offset: u64,
        total: u64,
        chunks: impl Iterator<Item = Result<B, AttachmentError>>,
    ) -> Result<Presence, AttachmentError> {
        let _writing = self.begin(place, hash)?;
        let held = match self.presence(place, hash)? {
            Presence::Whole(length) => return Ok(Presence::Whole(length)),
            Presence::Partial(held) => held,
            Presence::Absent => 0,
        };
        if held != offset {
            return Err(AttachmentError::OtherOffset(held));
        }
        let held = self.receive(place, hash, offset, total, chunks)?;
        if held < total { Ok(Presence::Partial(held)) } else { self.complete(place, hash).map(Presence::Whole) }
    }

    fn begin(&self, place: Place, hash: Hash) -> Result<Writing<'_>, AttachmentError> {
        let path = self.path(place, hash);
        let mut writing = self.writing.lock().unwrap_or_else(PoisonError::into_inner);
        if writing.insert(path.clone()) { Ok(Writing { folder: self, path }) } else { Err(AttachmentError::Busy) }
    }

    /// Writes chunks at `offset` of the part file and brings them to the disk, also those that came before the sender stopped.
    fn receive<B: AsRef<[u8]>>(
        &self,
        place: Place,
        hash: Hash,
        offset: u64,
        longest: u64,
        chunks: impl Iterator<Item = Result<B, AttachmentError>>,
    ) -> Result<u64, AttachmentError> {
        fs::create_dir_all(self.folder(place))?;
        let mut file = OpenOptions::new().create(true).write(true).truncate(offset == 0).open(self.part(place, hash))?;
        file.seek(SeekFrom::Start(offset))?;
        let mut held = offset;
        let outcome = (|| {
            for chunk in chunks {
                let chunk = chunk?;
                held += chunk.as_ref().len() as u64;
                if held > longest {
                    return Err(AttachmentError::TooLarge);
                }
                file.write_all(chunk.as_ref())?;
            }
            Ok(held)
        })();
        match &outcome {
            Err(AttachmentError::TooLarge) => self.discard(place, hash),
            _ => file.sync_all()?,
        }
        outcome
    }

    /// Checks the hash of the part file and gives it its name.
    fn complete(&self, place: Place, hash: Hash) -> Result<u64, AttachmentError> {
        let part = self.part(place, hash);
        let (found, length) = hash_file(&part)?;
        if found != hash {
            self.discard(place, hash);
            return Err(AttachmentError::OtherHash);
        }
        let folder = self.folder(place);
        fs::rename(&part, self.path(place, hash))?;
        File::open(&folder)?.sync_all()?;
        // The folders above may be new with this attachment.
        for above in folder.ancestors().skip(1).take(2) {
            File::open(above)?.sync_all()?;
        }
        Ok(length)
    }

    fn discard(&self, place: Place, hash: Hash) {
        if let Err(error) = fs::remove_file(self.part(place, hash)) {
            tracing::warn!(%error, "an unfinished attachment could not be removed");
        }
    }

    fn folder(&self, place: Place) -> PathBuf {
        self.root.join(place.office.to_string()).join(place.space.to_string())
    }

    fn path(&self, place: Place, hash: Hash) -> PathBuf {
        self.folder(place).join(hash.to_string())
    }

    fn part(&self, place: Place, hash: Hash) -> PathBuf {
        self.folder(place).join(format!("{hash}.part"))
    }
}

fn length(path: &Path) -> io::Result<Option<u64>> {
    match fs::metadata(path) {
        Ok(found) => Ok(Some(found.len())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

fn hash_file(path: &Path) -> io::Result<(Hash, u64)> {
    let mut file = File::open(path)?;
    let mut hasher = Hasher::default();
    let mut buffer = vec![0; CHUNK];
    let mut length = 0;
    loop {
        match file.read(&mut buffer)? {
            0 => return Ok((hasher.finish(), length)),
            read => {
                hasher.update(&buffer[..read]);
                length += read as u64;
            }
        }
    }
}
