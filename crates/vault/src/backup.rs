//! A whole vault as one stream of bytes, and a vault from such a stream. What seals the stream is the caller's: in here its bytes are the key itself, the
//! database as it is encrypted with that key, and the sealed files.
//!
//! Layout 1: `praesto-backup` ‖ `u8` version (1) ‖ key (32) ‖ parts ‖ `u8` 0 ‖ `u64` number of parts. A part is `u8` kind (1 database, 2 file) ‖ for a file
//! its hash (32) ‖ `u64` length ‖ bytes.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Read, Write};
use std::path::Path;
use std::thread;
use std::time::Duration;

use praesto_crypto::{Entropy, Hash, Hasher, Passphrase, VaultKey};
use rusqlite::backup::{Backup, StepResult};

use crate::custody::{self, ProfileState};
use crate::key_file::KeyPolicy;
use crate::passing::unmark;
use crate::tables::attachments::AttachmentState;
use crate::vault::lock;
use crate::{Keyring, Vault, VaultError, View, database, durable};

const MAGIC: &[u8] = b"praesto-backup";
const VERSION: u8 = 1;
const DATABASE: u8 = 1;
const FILE: u8 = 2;
const END: u8 = 0;

/// Folder in which a copy of the database is made for a backup.
const COPY: &str = "backup";
/// Folder in which a backup is unpacked. While it is there, nothing else in the profile counts but a key file.
const RESTORING: &str = "restoring";
/// Pages copied at a time: others read and write between them.
const PAGES: i32 = 2_000;
/// Bytes copied at a time.
const PIECE: usize = 256 << 10;
const BUSY: Duration = Duration::from_millis(20);
/// Longest database or file of a backup: lengths beyond are no backup's.
const LONGEST: u64 = 1 << 42;

/// Told how far it is, of how much; `false` ends it.
pub type Step<'a> = dyn FnMut(u64, u64) -> bool + 'a;

/// Why a vault did not come from a backup.
const DAMAGED: VaultError = VaultError::NotABackup;

impl Vault {
    /// Writes everything that the vault held at one moment. Others go on working meanwhile.
    pub fn back_up(&self, out: &mut impl Write, step: &mut Step<'_>) -> Result<(), VaultError> {
        let folder = self.profile().join(COPY);
        clear(&folder)?;
        durable::make_folder(&folder)?;
        let written = self.write_backup(&folder, out, step);
        let cleared = clear(&folder);
        written.and(cleared)
    }

    fn write_backup(&self, folder: &Path, out: &mut impl Write, step: &mut Step<'_>) -> Result<(), VaultError> {
        let copy = folder.join(database::NAME);
        let files = self.copy_database(&copy, step)?;
        let database = fs::metadata(&copy)?.len();
        let mut total = database;
        for hash in &files {
            total += fs::metadata(self.attachment_path(*hash)).map_or(0, |file| file.len());
        }
        out.write_all(MAGIC)?;
        out.write_all(&[VERSION])?;
        // Exposed into the sealed stream: the backup opens by its own passphrase, wherever the keyring of this computer is.
        out.write_all(self.key().expose())?;
        out.write_all(&[DATABASE])?;
        let mut done = 0;
        put(out, File::open(&copy)?, database, &mut done, total, step)?;
        let mut parts = 1_u64;
        for hash in files {
            let file = match File::open(self.attachment_path(hash)) {
                // One that was taken off this computer since is on the server.
                Err(error) if error.kind() == ErrorKind::NotFound => continue,
                file => file?,
            };
            let length = file.metadata()?.len();
            out.write_all(&[FILE])?;
            out.write_all(&hash.0)?;
            put(out, file, length, &mut done, total, step)?;
            parts += 1;
        }
        out.write_all(&[END])?;
        out.write_all(&parts.to_be_bytes())?;
        Ok(())
    }

    /// Copies the database as it stands at one moment, encrypted with the same key. Gives the files that it names as being here.
    fn copy_database(&self, to: &Path, step: &mut Step<'_>) -> Result<Vec<Hash>, VaultError> {
        let mut source = database::open_reader(self.profile(), self.key())?;
        let moment = source.transaction()?;
        let view = View { conn: &moment, vocabulary: None };
        let mut files = Vec::new();
        for state in [AttachmentState::Here, AttachmentState::WaitingToBeSent] {
            files.extend(view.attachments_in(state, None, u32::MAX)?.into_iter().map(|row| row.hash));
        }
        files.sort_unstable();
        files.dedup();
        let mut target = database::open_copy(to, self.key())?;
        {
            let backup = Backup::new(&moment, &mut target)?;
            loop {
                let outcome = backup.step(PAGES)?;
                let progress = backup.progress();
                let (left, all) = (progress.remaining.max(0) as u64, progress.pagecount.max(0) as u64);
                if !step(all - left.min(all), all * 2) {
                    return Err(VaultError::Stopped);
                }
                match outcome {
                    StepResult::Done => break,
                    StepResult::More => {}
                    _ => thread::sleep(BUSY),
                }
            }
        }
        database::close_copy(target)?;
        Ok(files)
    }

    /// Makes a vault of what a backup holds, in an empty profile. Until the key file is written, the profile stays empty to everybody.
    pub fn restore(
        profile: &Path,
        input: &mut impl Read,
        policy: KeyPolicy,
        passphrase: Option<&Passphrase>,
        keyring: &dyn Keyring,
        entropy: &mut impl Entropy,
        step: &mut Step<'_>,
    ) -> Result<Self, VaultError> {
        durable::make_folder(profile)?;
        let lock = lock(profile)?;
        if custody::state(profile, 0)? != ProfileState::Empty {
            return Err(VaultError::Exists);
        }
        unmark(profile)?;
        let folder = profile.join(RESTORING);
        durable::make_folder(&folder)?;
        // What an interrupted making or discarding left too: nothing of it can be opened.
        clear_restoring(profile)?;
        durable::make_folder(&folder)?;
        let made = unpack(&folder, input, step).and_then(|key| {
            database::check(&folder.join(database::NEW_NAME), &key)?;
            let attachments = folder.join(ATTACHMENTS);
            if attachments.is_dir() {
                fs::rename(&attachments, profile.join(ATTACHMENTS))?;
            }
            fs::rename(folder.join(database::NEW_NAME), profile.join(database::NEW_NAME))?;
            durable::sync_folder(profile)?;
            let file = custody::make_key_file(profile, &key, policy, passphrase, keyring, entropy)?;
            Ok((key, file))
        });
        match made {
            Ok((key, file)) => {
                // From here on it is a vault, whatever is left of the folder.
                let _ = clear(&folder);
                Self::with_key(profile, key, file, lock)
            }
            Err(error) => {
                clear_restoring(profile)?;
                Err(error)
            }
        }
    }
}

const ATTACHMENTS: &str = "attachments";

/// Takes away what an interrupted backup or restoring left in a profile. A profile that somebody is working on is left alone.
pub(crate) fn sweep(profile: &Path) -> Result<(), VaultError> {
    if !profile.join(RESTORING).is_dir() {
        return Ok(());
    }
    let Ok(_lock) = lock(profile) else { return Ok(()) };
    if custody::is_empty(profile)? { clear_restoring(profile) } else { clear(&profile.join(RESTORING)) }
}

/// Takes away the copy that an interrupted backup left; the caller has the profile to itself.
pub(crate) fn sweep_copy(profile: &Path) {
    // What stays takes room and harms nothing.
    let _ = clear(&profile.join(COPY));
}

fn clear_restoring(profile: &Path) -> Result<(), VaultError> {
    if !profile.join(RESTORING).is_dir() {
        return Ok(());
    }
    if profile.join(database::NAME).exists() {
        // A vault of which only the key file is missing: that can be brought back, and its files not.
        return clear(&profile.join(RESTORING));
    }
    // Without a key file nothing of this can be opened, and nobody else put it here.
    clear(&profile.join(ATTACHMENTS))?;
    for suffix in ["", "-wal", "-shm", "-journal"] {
        match fs::remove_file(profile.join(format!("{}{suffix}", database::NEW_NAME))) {
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(error.into()),
            _ => {}
        }
    }
    clear(&profile.join(RESTORING))
}

fn clear(folder: &Path) -> Result<(), VaultError> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}

fn put(out: &mut impl Write, mut file: File, length: u64, done: &mut u64, total: u64, step: &mut Step<'_>) -> Result<(), VaultError> {
    out.write_all(&length.to_be_bytes())?;
    let (mut left, mut piece) = (length, vec![0; PIECE]);
    while left > 0 {
        let wanted = usize::try_from(left).unwrap_or(PIECE).min(PIECE);
        file.read_exact(&mut piece[..wanted])?;
        out.write_all(&piece[..wanted])?;
        left -= wanted as u64;
        *done += wanted as u64;
        if !step(total + *done, total * 2) {
            return Err(VaultError::Stopped);
        }
    }
    Ok(())
}

/// Unpacks a backup into a folder. Gives the key.
fn unpack(folder: &Path, input: &mut impl Read, step: &mut Step<'_>) -> Result<VaultKey, VaultError> {
    let mut magic = [0; MAGIC.len()];
    fill(input, &mut magic)?;
    if magic != *MAGIC {
        return Err(DAMAGED);
    }
    match byte(input)? {
        VERSION => {}
        version if version > VERSION => return Err(VaultError::ProfileTooNew),
        _ => return Err(DAMAGED),
    }
    let mut key = [0; 32];
    fill(input, &mut key)?;
    let key = VaultKey::take(&mut key);
    let (mut parts, mut done) = (0_u64, 0_u64);
    loop {
        match byte(input)? {
            DATABASE if parts == 0 => {
                let length = number(input)?;
                let mut file = durable::private_options().truncate(true).open(folder.join(database::NEW_NAME))?;
                take(input, &mut file, length, &mut done, step)?;
                file.sync_all()?;
            }
            FILE if parts > 0 => {
                let mut hash = [0; 32];
                fill(input, &mut hash)?;
                let (hash, length) = (Hash(hash), number(input)?);
                let name = hash.to_string();
                let place = folder.join(ATTACHMENTS).join(&name[..2]);
                durable::make_folder(&place)?;
                let mut file = durable::private_options().truncate(true).open(place.join(&name))?;
                if take(input, &mut file, length, &mut done, step)? != hash {
                    return Err(DAMAGED);
                }
                file.sync_all()?;
            }
            END if parts > 0 && number(input)? == parts => break,
            _ => return Err(DAMAGED),
        }
        parts += 1;
    }
    // What follows the end is none of it, and would say that somebody put it there.
    match input.read(&mut [0]) {
        Ok(0) => Ok(key),
        Ok(_) | Err(_) => Err(DAMAGED),
    }
}

/// Copies so many bytes; gives the hash of them.
fn take(input: &mut impl Read, out: &mut File, length: u64, done: &mut u64, step: &mut Step<'_>) -> Result<Hash, VaultError> {
    if length > LONGEST {
        return Err(DAMAGED);
    }
    let (mut left, mut piece, mut hasher) = (length, vec![0; PIECE], Hasher::default());
    while left > 0 {
        let wanted = usize::try_from(left).unwrap_or(PIECE).min(PIECE);
        fill(input, &mut piece[..wanted])?;
        out.write_all(&piece[..wanted])?;
        hasher.update(&piece[..wanted]);
        left -= wanted as u64;
        *done += wanted as u64;
        // How much there is in all nobody knows before its end.
        if !step(*done, 0) {
            return Err(VaultError::Stopped);
        }
    }
    Ok(hasher.finish())
}

/// A backup that ends early, or was changed, is none. A disk that cannot be read says so itself.
fn fill(input: &mut impl Read, bytes: &mut [u8]) -> Result<(), VaultError> {
    input.read_exact(bytes).map_err(|error: io::Error| match error.kind() {
        ErrorKind::UnexpectedEof | ErrorKind::InvalidData | ErrorKind::Other => DAMAGED,
        _ => VaultError::Io(error),
    })
}

fn byte(input: &mut impl Read) -> Result<u8, VaultError> {
    let mut one = [0];
    fill(input, &mut one)?;
    Ok(one[0])
}

fn number(input: &mut impl Read) -> Result<u64, VaultError> {
    let mut bytes = [0; 8];
    fill(input, &mut bytes)?;
    Ok(u64::from_be_bytes(bytes))
}
