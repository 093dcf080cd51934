//! Sealed attachments in a folder: `<office>/<space>/<hash>`, the same bytes as on disk and wire.
//!
//! A file appears under its own name only when it is whole, its hash is right, and the disk has it (RFC 9110 ranges read from it). What is
//! still arriving lies in `<office>/arriving/<space>.<hash>.<device>` and survives a crash, so an upload goes on where it stopped. Each device has
//! a part of its own, so that nobody holds up or spoils what another sends. What nobody goes on with is swept.

use std::collections::HashSet;
use std::fs::{self, DirEntry, File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, SystemTime};

use praesto_crypto::{Hash, Hasher};
use praesto_protocol::{DeviceId, OfficeId};

use crate::store::Place;

/// Folder of what is still arriving.
const ARRIVING: &str = "arriving";
/// How long what has begun to arrive is kept after its last byte came.
pub const ARRIVING_KEPT: Duration = Duration::from_secs(7 * 24 * 3_600);
/// Bytes that a begun upload counts for at least: an empty file takes room too.
pub const LEAST_BYTES: u64 = 4 << 10;
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
    /// Another request of the same device is writing the same attachment.
    #[error("being written")]
    Busy,
    /// The sender stopped.
    #[error("the body ended early")]
    Broken,
    /// The sender sent nothing for too long, or next to nothing.
    #[error("nothing came for too long")]
    Stalled,
    #[error(transparent)]
    Io(#[from] io::Error),
}

/// An attachment, and whose upload of it is meant.
#[derive(Clone, Copy, Debug)]
pub struct Sent {
    pub place: Place,
    pub hash: Hash,
    pub device: DeviceId,
}

/// How much of an attachment is here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    Absent,
    /// This many bytes from the beginning, from the device that asks.
    Partial(u64),
    /// All of it.
    Whole(u64),
}

/// The folder.
#[derive(Clone, Debug)]
pub struct AttachmentFolder {
    root: PathBuf,
    writing: Arc<Mutex<HashSet<PathBuf>>>,
}

/// Keeps other requests from writing the same part.
#[derive(Debug)]
struct Writing {
    folder: AttachmentFolder,
    part: PathBuf,
}

impl Drop for Writing {
    fn drop(&mut self) {
        self.folder.writing.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.part);
    }
}

/// An attachment that is arriving.
#[derive(Debug)]
pub struct Part {
    /// Opened with the first byte: who sends none leaves none.
    file: Option<File>,
    /// Bytes that were here before this request.
    before: u64,
    held: u64,
    longest: u64,
    /// Whether it may be over before `longest` without being whole.
    in_pieces: bool,
    of: Sent,
    writing: Writing,
}

impl AttachmentFolder {
    /// Opens a folder, making it where there is none.
    pub fn open(root: &Path) -> io::Result<Self> {
        fs::create_dir_all(root)?;
        Ok(Self { root: root.to_owned(), writing: Arc::default() })
    }

    /// How much of an attachment is here.
    pub fn presence(&self, of: Sent) -> io::Result<Presence> {
        match length(&self.path(of.place, of.hash))? {
            Some(length) => Ok(Presence::Whole(length)),
            None => Ok(length(&self.part(of))?.map_or(Presence::Absent, Presence::Partial)),
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

    /// Begins an attachment from its first byte, or answers its length where all of it is here.
    pub fn begin(&self, of: Sent, longest: u64) -> Result<Result<Part, u64>, AttachmentError> {
        self.open_part(of, 0, longest, false)
    }

    /// Goes on with an attachment of `total` bytes at `offset`, or answers its length where all of it is here. Offset 0 begins anew.
    pub fn go_on(&self, of: Sent, offset: u64, total: u64) -> Result<Result<Part, u64>, AttachmentError> {
        self.open_part(of, offset, total, true)
    }

    /// Bytes of an office that are still arriving.
    pub fn arriving_bytes(&self, office: OfficeId) -> io::Result<u64> {
        let parts = entries(&self.arriving(office))?;
        parts.iter().map(|part| Ok(length(&part.path())?.map_or(0, |length| length.max(LEAST_BYTES)))).sum()
    }

    /// How many uploads some devices of an office have begun and not ended.
    pub fn begun(&self, office: OfficeId, is_meant: impl Fn(DeviceId) -> bool) -> io::Result<usize> {
        let device = |part: &DirEntry| part.file_name().to_str()?.rsplit('.').next()?.parse().ok();
        Ok(entries(&self.arriving(office))?.iter().filter_map(device).filter(|device| is_meant(*device)).count())
    }

    /// Removes what nobody has gone on with for [`ARRIVING_KEPT`]; says how many that were.
    pub fn sweep(&self, now: SystemTime) -> io::Result<usize> {
        let mut swept = 0;
        for office in entries(&self.root)? {
            for part in entries(&office.path().join(ARRIVING))? {
                // Somebody is just going on with it.
                let Ok(_writing) = self.write(part.path()) else { continue };
                let Some(modified) = when_there(part.metadata().and_then(|found| found.modified()))? else { continue };
                if now.duration_since(modified).is_ok_and(|since| since > ARRIVING_KEPT) {
                    fs::remove_file(part.path())?;
                    swept += 1;
                }
            }
        }
        Ok(swept)
    }

    fn write(&self, part: PathBuf) -> Result<Writing, AttachmentError> {
        let mut writing = self.writing.lock().unwrap_or_else(PoisonError::into_inner);
        if writing.insert(part.clone()) { Ok(Writing { folder: self.clone(), part }) } else { Err(AttachmentError::Busy) }
    }

    fn open_part(&self, of: Sent, offset: u64, longest: u64, in_pieces: bool) -> Result<Result<Part, u64>, AttachmentError> {
        let writing = self.write(self.part(of))?;
        let before = match self.presence(of)? {
            Presence::Whole(length) => return Ok(Err(length)),
            Presence::Partial(held) => held,
            Presence::Absent => 0,
        };
        if offset != 0 && offset != before {
            return Err(AttachmentError::OtherOffset(before));
        }
        Ok(Ok(Part { file: None, before, held: offset, longest, in_pieces, of, writing }))
    }

    /// Checks the hash of what has arrived and gives it its name.
    fn complete(&self, part: &Path, Sent { place, hash, .. }: Sent) -> Result<u64, AttachmentError> {
        let (found, length) = hash_file(part)?;
        if found != hash {
            discard(part);
            return Err(AttachmentError::OtherHash);
        }
        let folder = self.folder(place);
        fs::create_dir_all(&folder)?;
        fs::rename(part, self.path(place, hash))?;
        File::open(&folder)?.sync_all()?;
        // The folders above may be new with this attachment.
        for above in folder.ancestors().skip(1).take(2) {
            File::open(above)?.sync_all()?;
        }
        self.discard_others(place, hash)?;
        Ok(length)
    }

    /// Throws away what other devices have begun of an attachment that is whole now.
    fn discard_others(&self, place: Place, hash: Hash) -> io::Result<()> {
        let prefix = format!("{}.{hash}.", place.space);
        for part in entries(&self.arriving(place.office))? {
            let is_other = part.file_name().to_str().is_some_and(|name| name.starts_with(&prefix));
            // What is being written ends by itself, and is swept.
            if is_other && let Ok(_writing) = self.write(part.path()) {
                discard(&part.path());
            }
        }
        Ok(())
    }

    fn folder(&self, place: Place) -> PathBuf {
        self.root.join(place.office.to_string()).join(place.space.to_string())
    }

    fn arriving(&self, office: OfficeId) -> PathBuf {
        self.root.join(office.to_string()).join(ARRIVING)
    }

    fn path(&self, place: Place, hash: Hash) -> PathBuf {
        self.folder(place).join(hash.to_string())
    }

    fn part(&self, Sent { place, hash, device }: Sent) -> PathBuf {
        self.arriving(place.office).join(format!("{}.{hash}.{device}", place.space))
    }
}

impl Part {
    /// Writes what came next. More than was announced is thrown away with all that came before.
    pub fn write(&mut self, bytes: &[u8]) -> Result<(), AttachmentError> {
        if self.longest.checked_sub(self.held).is_none_or(|left| bytes.len() as u64 > left) {
            discard(&self.writing.part);
            return Err(AttachmentError::TooLarge);
        }
        if !bytes.is_empty() {
            self.open()?.write_all(bytes)?;
            self.held += bytes.len() as u64;
        }
        Ok(())
    }

    /// Brings to the disk what came before the sender stopped.
    pub fn keep(&self) -> Result<(), AttachmentError> {
        Ok(self.file.as_ref().map_or(Ok(()), File::sync_all)?)
    }

    /// The sender is done. Answers how much is here, and whether that is all.
    pub fn finish(mut self) -> Result<Presence, AttachmentError> {
        self.keep()?;
        if self.in_pieces && self.held < self.longest {
            let held = if self.file.is_some() { self.held } else { self.before };
            return Ok(if held == 0 { Presence::Absent } else { Presence::Partial(held) });
        }
        if self.held == 0 {
            // Nothing came, and nothing was to come.
            if self.of.hash != Hash::of(b"") {
                return Err(AttachmentError::OtherHash);
            }
            self.open()?;
        }
        self.writing.folder.complete(&self.writing.part, self.of).map(Presence::Whole)
    }

    /// The file, at the place where what comes next belongs.
    fn open(&mut self) -> io::Result<&mut File> {
        if self.file.is_none() {
            fs::create_dir_all(self.writing.folder.arriving(self.of.place.office))?;
            let mut file = OpenOptions::new().create(true).write(true).truncate(self.held == 0).open(&self.writing.part)?;
            file.seek(SeekFrom::Start(self.held))?;
            self.file = Some(file);
        }
        // Opened above.
        self.file.as_mut().ok_or_else(|| io::ErrorKind::NotFound.into())
    }
}

fn discard(part: &Path) {
    match fs::remove_file(part) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => tracing::warn!(%error, "an unfinished attachment could not be removed"),
        _ => {}
    }
}

/// What is in a folder; nothing where there is none.
fn entries(folder: &Path) -> io::Result<Vec<DirEntry>> {
    when_there(fs::read_dir(folder))?.map_or(Ok(Vec::new()), Iterator::collect)
}

/// `None` for what is not there, or no longer.
fn when_there<T>(found: io::Result<T>) -> io::Result<Option<T>> {
    match found {
        Ok(found) => Ok(Some(found)),
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => Ok(None),
        Err(error) => Err(error),
    }
}

fn length(path: &Path) -> io::Result<Option<u64>> {
    Ok(when_there(fs::metadata(path))?.map(|found| found.len()))
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
