//! The vault itself: one writer, a few readers, one process at a time.

use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use praesto_crypto::{Entropy, Passphrase, VaultKey};
use rusqlite::{Connection, TransactionBehavior};

use crate::custody::{self, ProfileState};
use crate::key_file::{KeyFile, KeyPolicy};
use crate::passing::unmark;
use crate::tables::attachment_files;
use crate::tables::vocabulary::Vocabulary;
use crate::upkeep::Upkeep;
use crate::{Keyring, VaultError, View, Writer, backup, database, durable};

/// Readers that stay open between reads.
const POOL: usize = 4;
/// Milliseconds for which long work lets others go first.
const GIVEN_WAY: usize = 50;
const LOCK_NAME: &str = "lock";

/// An open vault. Dropping it closes the database, puts everything into its one file and lets go of the profile.
#[derive(Debug)]
pub struct Vault {
    // Dropped in this order: connections before the lock.
    upkeep: Option<Upkeep>,
    writer: Arc<Mutex<Connection>>,
    readers: Mutex<Vec<Connection>>,
    vocabulary: Vocabulary,
    /// Threads that wait for the writer.
    waiting: AtomicUsize,
    profile: PathBuf,
    key: VaultKey,
    key_file: Mutex<KeyFile>,
    _lock: File,
}

impl Vault {
    /// What lies in a profile's folder, without opening anything.
    pub fn state(profile: &Path, now_ms: i64) -> Result<ProfileState, VaultError> {
        backup::sweep(profile)?;
        custody::state(profile, now_ms)
    }

    /// Makes a vault. The database comes before the key file, so an interrupted creation leaves an empty profile.
    pub fn create(
        profile: &Path,
        policy: KeyPolicy,
        passphrase: Option<Passphrase>,
        keyring: &dyn Keyring,
        entropy: &mut impl Entropy,
    ) -> Result<Self, VaultError> {
        Self::create_in(profile, unmark, policy, passphrase, keyring, entropy)
    }

    /// Makes a vault, having said with `say` whether it is to stay.
    pub(crate) fn create_in(
        profile: &Path,
        say: fn(&Path) -> Result<(), VaultError>,
        policy: KeyPolicy,
        passphrase: Option<Passphrase>,
        keyring: &dyn Keyring,
        entropy: &mut impl Entropy,
    ) -> Result<Self, VaultError> {
        durable::make_folder(profile)?;
        let lock = lock(profile)?;
        // No wait matters here: a vault that is there is refused whatever its state.
        if custody::state(profile, 0)? != ProfileState::Empty {
            return Err(VaultError::Exists);
        }
        say(profile)?;
        let key = VaultKey::make(entropy);
        database::create(profile, &key)?;
        let file = custody::make_key_file(profile, &key, policy, passphrase.as_ref(), keyring, entropy)?;
        Self::with_key(profile, key, file, lock)
    }

    /// Opens a vault. After three wrong passphrases each further try has to wait, longer each time, also across restarts.
    pub fn open(profile: &Path, passphrase: Option<&Passphrase>, keyring: &dyn Keyring, now_ms: i64) -> Result<Self, VaultError> {
        if custody::state(profile, now_ms)? == ProfileState::Empty {
            return Err(VaultError::Empty);
        }
        let lock = lock(profile)?;
        let mut file = KeyFile::load(profile)?.ok_or(VaultError::Empty)?;
        let key = custody::unwrap(profile, &mut file, passphrase, keyring, now_ms)?;
        custody::clear_other_slot(profile, &mut file, keyring);
        Self::with_key(profile, key, file, lock)
    }

    pub(crate) fn with_key(profile: &Path, key: VaultKey, file: KeyFile, lock: File) -> Result<Self, VaultError> {
        database::adopt(profile)?;
        let writer = Arc::new(Mutex::new(database::open_writer(profile, &key)?));
        let upkeep = Upkeep::start(writer.clone(), database::open_reader(profile, &key)?)?;
        let vault = Self {
            upkeep: Some(upkeep),
            writer,
            readers: Mutex::default(),
            vocabulary: Vocabulary::default(),
            waiting: AtomicUsize::new(0),
            profile: profile.to_owned(),
            key,
            key_file: Mutex::new(file),
            _lock: lock,
        };
        backup::sweep_copy(profile);
        attachment_files::sweep(&vault)?;
        Ok(vault)
    }

    /// Changes what opens the vault. `current` is the passphrase by which it opens now, where the policy has one. Safe against a power cut
    /// after any step: the profile opens by the old or by the new policy.
    pub fn set_policy(
        &self,
        current: Option<&Passphrase>,
        policy: KeyPolicy,
        new: Option<Passphrase>,
        keyring: &dyn Keyring,
        entropy: &mut impl Entropy,
    ) -> Result<(), VaultError> {
        custody::set_policy(&self.profile, &mut held(&self.key_file), current, policy, new.as_ref(), keyring, entropy)
    }

    /// Whether this is the passphrase by which the vault opens. Not counted: whoever asks has the vault open.
    pub fn prove(&self, passphrase: Option<&Passphrase>, keyring: &dyn Keyring) -> Result<(), VaultError> {
        custody::unwrap_once(&held(&self.key_file), passphrase, keyring).map(drop)
    }

    /// Takes back a vault that was made but never used: key file first, without which the rest can no longer be opened.
    pub fn discard(profile: &Path, keyring: &dyn Keyring) -> Result<(), VaultError> {
        let _lock = lock(profile)?;
        Self::discard_locked(profile, keyring)
    }

    /// The same for whoever has the profile to itself.
    pub(crate) fn discard_locked(profile: &Path, keyring: &dyn Keyring) -> Result<(), VaultError> {
        if let Some(file) = KeyFile::load(profile)? {
            if file.policy.needs_keyring() {
                keyring.delete(&file.keyring_entry()).map_err(|_| VaultError::KeyringUnavailable)?;
            }
            std::fs::remove_file(profile.join(crate::key_file::NAME))?;
        }
        let gone = |removed: std::io::Result<()>| match removed {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        };
        for name in ["vault.db", "vault.db-wal", "vault.db-shm", "vault.db.new", "vault.db.new-wal", "vault.db.new-shm"] {
            gone(std::fs::remove_file(profile.join(name)))?;
        }
        gone(std::fs::remove_dir_all(profile.join("attachments")))?;
        Ok(())
    }

    /// What opens the vault.
    pub fn policy(&self) -> KeyPolicy {
        held(&self.key_file).policy
    }

    /// The key of the vault.
    pub(crate) fn key(&self) -> &VaultKey {
        &self.key
    }

    /// The folder of the vault.
    pub fn profile(&self) -> &Path {
        &self.profile
    }

    /// Bytes of the database on disk, with what is not yet in its one file.
    pub fn database_bytes(&self) -> u64 {
        let size = |suffix: &str| std::fs::metadata(self.profile.join(format!("{}{suffix}", database::NAME))).map_or(0, |file| file.len());
        size("") + size("-wal")
    }

    /// One durable transaction: when it returns `Ok`, a power cut no longer matters; on an error or a panic nothing has happened.
    pub fn write<T, E: From<VaultError>>(&self, f: impl FnOnce(&mut Writer<'_>) -> Result<T, E>) -> Result<T, E> {
        self.saving();
        let value = self.transact(f)?;
        self.saving();
        Ok(value)
    }

    fn transact<T, E: From<VaultError>>(&self, f: impl FnOnce(&mut Writer<'_>) -> Result<T, E>) -> Result<T, E> {
        self.waiting.fetch_add(1, Ordering::Relaxed);
        let mut conn = held(&self.writer);
        self.waiting.fetch_sub(1, Ordering::Relaxed);
        let transaction = conn.transaction_with_behavior(TransactionBehavior::Immediate).map_err(VaultError::from)?;
        let value = f(&mut Writer::new(&transaction))?;
        transaction.commit().map_err(VaultError::from)?;
        Ok(value)
    }

    /// Whether somebody waits to write: a long transaction then ends as soon as it can.
    pub fn is_wanted(&self) -> bool {
        self.waiting.load(Ordering::Relaxed) > 0
    }

    /// Between two long transactions: lets whoever waits to write go first.
    pub fn give_way(&self) {
        for _ in 0..GIVEN_WAY {
            if !self.is_wanted() {
                return;
            }
            std::thread::sleep(Duration::from_millis(1));
        }
    }

    fn saving(&self) {
        if let Some(upkeep) = &self.upkeep {
            upkeep.saving();
        }
    }

    /// Reads one moment of the database, beside the writer.
    pub fn read<T, E: From<VaultError>>(&self, f: impl FnOnce(&View<'_>) -> Result<T, E>) -> Result<T, E> {
        let reader = held(&self.readers).pop();
        let mut conn = match reader {
            Some(conn) => conn,
            None => database::open_reader(&self.profile, &self.key)?,
        };
        let transaction = conn.transaction().map_err(VaultError::from)?;
        let value = f(&View { conn: &transaction, vocabulary: Some(&self.vocabulary) });
        drop(transaction);
        let mut readers = held(&self.readers);
        if readers.len() < POOL {
            readers.push(conn);
        }
        value
    }

    /// Closes the vault and reports what closing met; dropping does the same silently.
    pub fn close(mut self) -> Result<(), VaultError> {
        self.shut()
    }

    fn shut(&mut self) -> Result<(), VaultError> {
        drop(self.upkeep.take());
        held(&self.readers).clear();
        held(&self.writer).query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).map_err(VaultError::from)
    }
}

impl Drop for Vault {
    fn drop(&mut self) {
        // Everything is durable in the log already; when this fails, the next opening does it.
        let _ = self.shut();
    }
}

/// The value behind a lock. A panic while it was held has rolled back whatever was under way.
pub(crate) fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

pub(crate) fn lock(profile: &Path) -> Result<File, VaultError> {
    let file = durable::private_options().truncate(false).open(profile.join(LOCK_NAME))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(VaultError::ProfileInUse),
        Err(TryLockError::Error(error)) => Err(error.into()),
    }
}

#[cfg(test)]
mod tests;
