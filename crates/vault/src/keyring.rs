//! Where the computer keeps secrets for a signed-in person: the operating system's keyring, or a map in memory for tests.

use std::collections::HashMap;
use std::sync::Mutex;

use praesto_crypto::Secret32;
use zeroize::Zeroizing;

/// Name under which the keyring lists the entries of this program.
const SERVICE: &str = "praesto";

/// The keyring does not answer, or refuses.
#[derive(Debug, thiserror::Error)]
#[error("the keyring is not available")]
pub struct KeyringError;

/// A place that keeps small secrets by name.
pub trait Keyring: Send + Sync {
    /// The secret kept under `entry`, if any.
    fn load(&self, entry: &str) -> Result<Option<Secret32>, KeyringError>;
    /// Keeps `secret` under `entry`, instead of what was there.
    fn store(&self, entry: &str, secret: &Secret32) -> Result<(), KeyringError>;
    /// Forgets `entry`; that it was not there is no error.
    fn delete(&self, entry: &str) -> Result<(), KeyringError>;
    /// Whether there is a keyring that answers.
    fn available(&self) -> bool;
}

/// The operating system's keyring: Secret Service, Keychain or Credential Store.
#[derive(Clone, Copy, Debug, Default)]
pub struct OsKeyring;

impl OsKeyring {
    fn entry(name: &str) -> Result<keyring::Entry, KeyringError> {
        keyring::Entry::new(SERVICE, name).map_err(|_| KeyringError)
    }
}

impl Keyring for OsKeyring {
    fn load(&self, entry: &str) -> Result<Option<Secret32>, KeyringError> {
        match Self::entry(entry)?.get_secret() {
            // Anything else than 32 bytes is not what this program stored: the same as nothing.
            Ok(bytes) => Ok(Secret32::from_slice(&Zeroizing::new(bytes))),
            Err(keyring::Error::NoEntry) => Ok(None),
            Err(_) => Err(KeyringError),
        }
    }

    fn store(&self, entry: &str, secret: &Secret32) -> Result<(), KeyringError> {
        // Exposed to the one store whose purpose is to keep it.
        Self::entry(entry)?.set_secret(secret.expose()).map_err(|_| KeyringError)
    }

    fn delete(&self, entry: &str) -> Result<(), KeyringError> {
        match Self::entry(entry)?.delete_credential() {
            Ok(()) | Err(keyring::Error::NoEntry) => Ok(()),
            Err(_) => Err(KeyringError),
        }
    }

    fn available(&self) -> bool {
        // A name that is never stored: whether it is answered at all is the question.
        self.load("availability").is_ok()
    }
}

/// A keyring in memory, for tests and simulations; it can be made to fail or to lose everything.
#[derive(Debug, Default)]
pub struct MemoryKeyring {
    entries: Mutex<HashMap<String, Secret32>>,
    broken: std::sync::atomic::AtomicBool,
}

impl MemoryKeyring {
    /// From now on every call fails, or works again.
    pub fn break_down(&self, broken: bool) {
        self.broken.store(broken, std::sync::atomic::Ordering::SeqCst);
    }

    /// Forgets every entry, as after a reinstalled operating system.
    pub fn lose_everything(&self) {
        self.locked().clear();
    }

    /// Number of entries.
    pub fn len(&self) -> usize {
        self.locked().len()
    }

    /// Whether there is no entry.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    fn locked(&self) -> std::sync::MutexGuard<'_, HashMap<String, Secret32>> {
        self.entries.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    fn answering(&self) -> Result<std::sync::MutexGuard<'_, HashMap<String, Secret32>>, KeyringError> {
        if self.available() { Ok(self.locked()) } else { Err(KeyringError) }
    }
}

impl Keyring for MemoryKeyring {
    fn load(&self, entry: &str) -> Result<Option<Secret32>, KeyringError> {
        // Exposed to copy it: the caller gets its own, wiped apart from this one.
        Ok(self.answering()?.get(entry).and_then(|secret| Secret32::from_slice(secret.expose())))
    }

    fn store(&self, entry: &str, secret: &Secret32) -> Result<(), KeyringError> {
        // Exposed to copy it into the map that stands for the operating system.
        let copy = Secret32::from_slice(secret.expose()).ok_or(KeyringError)?;
        self.answering()?.insert(entry.to_owned(), copy);
        Ok(())
    }

    fn delete(&self, entry: &str) -> Result<(), KeyringError> {
        self.answering()?.remove(entry);
        Ok(())
    }

    fn available(&self) -> bool {
        !self.broken.load(std::sync::atomic::Ordering::SeqCst)
    }
}
