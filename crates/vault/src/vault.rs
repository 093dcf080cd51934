//! The vault itself: one writer, a few readers, one process at a time.

use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use praesto_crypto::{Entropy, Passphrase, VaultKey};
use rusqlite::{Connection, TransactionBehavior};

use crate::custody::{self, ProfileState};
use crate::key_file::{KeyFile, KeyPolicy};
use crate::tables::attachment_files;
use crate::{Keyring, VaultError, View, Writer, database, durable};

/// Readers that stay open between reads.
const POOL: usize = 4;
const LOCK_NAME: &str = "lock";

/// An open vault. Dropping it closes the database, puts everything into its one file and lets go of the profile.
#[derive(Debug)]
pub struct Vault {
    // Dropped in this order: connections before the lock.
    writer: Mutex<Connection>,
    readers: Mutex<Vec<Connection>>,
    profile: PathBuf,
    key: VaultKey,
    key_file: Mutex<KeyFile>,
    _lock: File,
}

impl Vault {
    /// What lies in a profile's folder, without opening anything.
    pub fn state(profile: &Path, now_ms: i64) -> Result<ProfileState, VaultError> {
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
        durable::make_folder(profile)?;
        let lock = lock(profile)?;
        // No wait matters here: a vault that is there is refused whatever its state.
        if custody::state(profile, 0)? != ProfileState::Empty {
            return Err(VaultError::Exists);
        }
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

    fn with_key(profile: &Path, key: VaultKey, file: KeyFile, lock: File) -> Result<Self, VaultError> {
        database::adopt(profile)?;
        let writer = database::open_writer(profile, &key)?;
        let vault = Self {
            writer: Mutex::new(writer),
            readers: Mutex::default(),
            profile: profile.to_owned(),
            key,
            key_file: Mutex::new(file),
            _lock: lock,
        };
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

    /// Takes back a vault that was made but never used: key file first, without which the rest can no longer be opened.
    pub fn discard(profile: &Path, keyring: &dyn Keyring) -> Result<(), VaultError> {
        let _lock = lock(profile)?;
        if let Some(file) = KeyFile::load(profile)? {
            if file.policy.needs_keyring() {
                keyring.delete(&file.keyring_entry()).map_err(|_| VaultError::KeyringUnavailable)?;
            }
            std::fs::remove_file(profile.join(crate::key_file::NAME))?;
        }
        for name in ["vault.db", "vault.db-wal", "vault.db-shm", "vault.db.new"] {
            match std::fs::remove_file(profile.join(name)) {
                Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error.into()),
                _ => {}
            }
        }
        Ok(())
    }

    /// What opens the vault.
    pub fn policy(&self) -> KeyPolicy {
        held(&self.key_file).policy
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
        let mut conn = held(&self.writer);
        let transaction = conn.transaction_with_behavior(TransactionBehavior::Immediate).map_err(VaultError::from)?;
        let value = f(&mut Writer(View { conn: &transaction }))?;
        transaction.commit().map_err(VaultError::from)?;
        Ok(value)
    }

    /// Reads one moment of the database, beside the writer.
    pub fn read<T, E: From<VaultError>>(&self, f: impl FnOnce(&View<'_>) -> Result<T, E>) -> Result<T, E> {
        let reader = held(&self.readers).pop();
        let mut conn = match reader {
            Some(conn) => conn,
            None => database::open_reader(&self.profile, &self.key)?,
        };
        let transaction = conn.transaction().map_err(VaultError::from)?;
        let value = f(&View { conn: &transaction });
        drop(transaction);
        let mut readers = held(&self.readers);
        if readers.len() < POOL {
            readers.push(conn);
        }
        value
    }

    /// Closes the vault and reports what closing met; dropping does the same silently.
    pub fn close(self) -> Result<(), VaultError> {
        self.checkpoint()
    }

    fn checkpoint(&self) -> Result<(), VaultError> {
        held(&self.readers).clear();
        held(&self.writer).query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).map_err(VaultError::from)
    }
}

impl Drop for Vault {
    fn drop(&mut self) {
        // Everything is durable in the log already; when this fails, the next opening does it.
        let _ = self.checkpoint();
    }
}

/// The value behind a lock. A panic while it was held has rolled back whatever was under way.
pub(crate) fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn lock(profile: &Path) -> Result<File, VaultError> {
    let file = durable::private_options().truncate(false).open(profile.join(LOCK_NAME))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(VaultError::ProfileInUse),
        Err(TryLockError::Error(error)) => Err(error.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::MemoryKeyring;
    use praesto_crypto::OsEntropy;

    fn make(folder: &Path) -> (MemoryKeyring, Vault) {
        let keyring = MemoryKeyring::default();
        let vault = Vault::create(folder, KeyPolicy::Keyring, None, &keyring, &mut OsEntropy).unwrap();
        (keyring, vault)
    }

    fn limit_pages(vault: &Vault, more: i64) {
        let conn = held(&vault.writer);
        let pages: i64 = conn.query_row("PRAGMA page_count", [], |row| row.get(0)).unwrap();
        conn.query_row(&format!("PRAGMA max_page_count = {}", pages + more), [], |_| Ok(())).unwrap();
    }

    #[test]
    fn a_full_disk_is_named_changes_nothing_and_is_over_when_there_is_room() {
        let folder = tempfile::tempdir().unwrap();
        let (keyring, vault) = make(folder.path());
        vault.write(|w| w.put_meta("before", b"kept")).unwrap();
        limit_pages(&vault, 2);
        let result: Result<(), VaultError> = vault.write(|w| {
            w.put_meta("before", b"changed")?;
            w.put_meta("large", &[7; 100_000])
        });
        assert!(matches!(result, Err(VaultError::DiskFull)), "{result:?}");
        assert_eq!(vault.read(|v| v.meta("before")).unwrap().as_deref(), Some(&b"kept"[..]), "nothing was changed");
        limit_pages(&vault, 1_000_000);
        vault.write(|w| w.put_meta("large", &[7; 100_000])).unwrap();
        drop(vault);
        let vault = Vault::open(folder.path(), None, &keyring, 0).unwrap();
        assert_eq!(vault.read(|v| v.meta("large")).unwrap().map(|bytes| bytes.len()), Some(100_000));
        let check: String = held(&vault.writer).query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
        assert_eq!(check, "ok");
    }

    #[test]
    fn a_full_disk_is_known_by_files_too() {
        let error = VaultError::from(std::io::Error::from(std::io::ErrorKind::StorageFull));
        assert!(matches!(error, VaultError::DiskFull));
    }

    #[test]
    fn a_database_of_a_newer_version_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let (keyring, vault) = make(folder.path());
        held(&vault.writer).pragma_update(None, "user_version", 99).unwrap();
        drop(vault);
        assert!(matches!(Vault::open(folder.path(), None, &keyring, 0), Err(VaultError::ProfileTooNew)));
    }

    #[test]
    fn the_connection_keeps_what_the_design_asks_for() {
        let folder = tempfile::tempdir().unwrap();
        let (_keyring, vault) = make(folder.path());
        let conn = held(&vault.writer);
        let text = |name: &str| conn.query_row(&format!("PRAGMA {name}"), [], |row| row.get::<_, rusqlite::types::Value>(0)).unwrap();
        let expected = [("synchronous", 2), ("temp_store", 2), ("secure_delete", 1), ("foreign_keys", 1)];
        for (name, value) in expected {
            assert_eq!(text(name), rusqlite::types::Value::Integer(value), "{name}");
        }
        assert_eq!(text("journal_mode"), rusqlite::types::Value::Text("wal".to_owned()));
        let unsure =
            "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'";
        let lax: Vec<String> = conn.prepare(unsure).unwrap().query_map([], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap();
        assert!(lax.is_empty(), "every table of ours is STRICT: {lax:?}");
    }
}
