//! The sealed files of attachments: `attachments/<first two digits>/<hash>`, and those under way in `attachments/tmp`.
//!
//! Only sealed bytes come here. A file under its hash is complete: it gets that name after its bytes are durable.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use praesto_crypto::{Hash, HashThread};

use super::attachments::AttachmentState;
use crate::{Vault, VaultError, durable};

const FOLDER: &str = "attachments";
const UNDER_WAY: &str = "tmp";
/// Ending of files that may be gone on with after a restart.
const PART: &str = ".part";
/// Ending of the marks of new files that no row names yet.
const UNNAMED: &str = ".unnamed";

static NUMBER: AtomicU64 = AtomicU64::new(0);

impl Vault {
    /// Where the attachment with this hash lies, or would lie.
    pub fn attachment_path(&self, hash: Hash) -> PathBuf {
        path(self.profile(), hash)
    }

    /// Whether the attachment's file is here, complete.
    pub fn has_attachment_file(&self, hash: Hash) -> bool {
        self.attachment_path(hash).is_file()
    }

    /// Begins a new sealed attachment, whose hash is not known yet. Finished, it is there for a row to name: until
    /// [`attachment_named`](Self::attachment_named) says that one does, the next opening looks for the row, and takes the file away where there is none.
    pub fn begin_attachment(&self) -> Result<AttachmentFile, VaultError> {
        let name = format!("{}-{}", std::process::id(), NUMBER.fetch_add(1, Ordering::Relaxed));
        AttachmentFile::open(self.profile(), &name, None)
    }

    /// Begins to receive an attachment, or goes on where it stopped: [`AttachmentFile::done`] says where. What has arrived outlives a restart as
    /// long as the attachment's row says that it is arriving.
    pub fn resume_attachment(&self, hash: Hash) -> Result<AttachmentFile, VaultError> {
        AttachmentFile::open(self.profile(), &format!("{hash}{PART}"), Some(hash))
    }

    /// Takes the attachment's file off this computer; that it was not here is no error.
    pub fn remove_attachment_file(&self, hash: Hash) -> Result<(), VaultError> {
        remove_if_there(&self.attachment_path(hash))?;
        Ok(remove_if_there(&mark(self.profile(), hash))?)
    }

    /// Notes that a row which is durable names the new attachment.
    pub fn attachment_named(&self, hash: Hash) {
        // A mark that stays is looked at by the next opening, which finds the row.
        let _ = fs::remove_file(mark(self.profile(), hash));
    }
}

/// A sealed attachment under way. Dropped without `finish`, a new one is gone and an arriving one can be gone on with.
#[derive(Debug)]
pub struct AttachmentFile {
    profile: PathBuf,
    temporary: Temporary,
    file: File,
    hasher: HashThread,
    done: u64,
    expected: Option<Hash>,
}

/// The file under its temporary name.
#[derive(Debug)]
struct Temporary {
    path: PathBuf,
    /// Whether it outlives this value.
    kept: bool,
}

impl AttachmentFile {
    fn open(profile: &Path, name: &str, expected: Option<Hash>) -> Result<Self, VaultError> {
        let folder = under_way(profile);
        durable::make_folder(&folder)?;
        let temporary = Temporary { path: folder.join(name), kept: expected.is_some() };
        let mut file = durable::private_options().read(true).truncate(expected.is_none()).open(&temporary.path)?;
        let mut hasher = HashThread::start()?;
        let done = io::copy(&mut file, &mut hasher)?;
        Ok(Self { profile: profile.to_owned(), temporary, file, hasher, done, expected })
    }

    /// Bytes that are here.
    pub fn done(&self) -> u64 {
        self.done
    }

    /// Throws away what has arrived, to begin again.
    pub fn restart(&mut self) -> Result<(), VaultError> {
        use std::io::Seek;
        self.file.set_len(0)?;
        self.file.rewind()?;
        (self.hasher, self.done) = (HashThread::start()?, 0);
        Ok(())
    }

    /// Throws away what has arrived and leaves no file: for want of room, or because it is not what was named.
    pub fn discard(mut self) {
        self.temporary.kept = false;
    }

    /// Makes the file durable under its hash; returns hash and length. An attachment that was announced under another hash is thrown away.
    pub fn finish(self) -> Result<(Hash, u64), VaultError> {
        let hash = self.hasher.finish()?;
        if self.expected.is_some_and(|expected| expected != hash) {
            fs::remove_file(&self.temporary.path)?;
            return Err(VaultError::AttachmentMismatch);
        }
        self.file.sync_all()?;
        if self.expected.is_none() {
            // Before the file has its name: whatever ends the program now, the next opening knows what to look for.
            durable::private_options().open(mark(&self.profile, hash))?;
        }
        let target = path(&self.profile, hash);
        let folder = target.parent().unwrap_or(&self.profile);
        if !folder.is_dir() {
            durable::make_folder(folder)?;
            durable::sync_folder(&self.profile.join(FOLDER))?;
        }
        fs::rename(&self.temporary.path, &target)?;
        durable::sync_folder(folder)?;
        Ok((hash, self.done))
    }
}

impl Write for AttachmentFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.file.write(bytes)?;
        let (taken, _) = bytes.split_at(written);
        self.hasher.write_all(taken)?;
        self.done += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        if !self.kept {
            // Gone already after `finish`; otherwise the next opening sweeps it.
            let _ = fs::remove_file(&self.path);
        }
    }
}

/// Removes what interrupted runs left, but for attachments that are still arriving. New files that no row came to name go with their marks; others
/// are not looked for, so that opening takes no longer the more there are.
pub(crate) fn sweep(vault: &Vault) -> Result<(), VaultError> {
    let entries = match fs::read_dir(under_way(vault.profile())) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(error.into()),
    };
    for entry in entries {
        let entry = entry?;
        let name = entry.file_name();
        let hash_before = |ending| name.to_str()?.strip_suffix(ending)?.parse::<Hash>().ok();
        let row = |hash| vault.read(|view| view.attachment(hash));
        let stays = if let Some(hash) = hash_before(UNNAMED) {
            // What cannot be removed takes room and harms nothing: it must not keep anybody out. Its mark stays for the next opening.
            row(hash)?.is_none() && remove_if_there(&path(vault.profile(), hash)).is_err()
        } else {
            let row = hash_before(PART).map(row).transpose()?.flatten();
            row.is_some_and(|row| matches!(row.state, AttachmentState::Arriving { .. }))
        };
        if !stays {
            let _ = fs::remove_file(entry.path());
        }
    }
    Ok(())
}

fn remove_if_there(path: &Path) -> io::Result<()> {
    fs::remove_file(path).or_else(|error| if error.kind() == io::ErrorKind::NotFound { Ok(()) } else { Err(error) })
}

fn mark(profile: &Path, hash: Hash) -> PathBuf {
    under_way(profile).join(format!("{hash}{UNNAMED}"))
}

fn under_way(profile: &Path) -> PathBuf {
    profile.join(FOLDER).join(UNDER_WAY)
}

fn path(profile: &Path, hash: Hash) -> PathBuf {
    let name = hash.to_string();
    let (first, _) = name.split_at(2);
    profile.join(FOLDER).join(first).join(&name)
}
