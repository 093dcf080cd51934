//! `vault.key`: the wrapped vault key, the policy by which it opens, and how often a wrong passphrase was tried.

use std::path::Path;

use praesto_crypto::WrappedVaultKey;
use serde::{Deserialize, Serialize};

use crate::{VaultError, durable};

pub(crate) const NAME: &str = "vault.key";
const VERSION: u8 = 1;
/// Wrong passphrases that cost nothing.
const FREE_TRIES: u32 = 3;
/// Longest wait between two tries, in seconds.
const LONGEST_WAIT: u64 = 300;
const DAMAGED: VaultError = VaultError::Damaged("vault.key");

/// What opens the vault.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum KeyPolicy {
    /// The secret in the operating system's keyring alone.
    Keyring,
    /// The passphrase alone.
    Passphrase,
    /// Both together; neither alone opens anything.
    Both,
}

impl KeyPolicy {
    /// Whether the keyring takes part.
    pub fn needs_keyring(self) -> bool {
        self != Self::Passphrase
    }

    /// Whether a passphrase takes part.
    pub fn needs_passphrase(self) -> bool {
        self != Self::Keyring
    }
}

/// The file as it lies on disk.
#[derive(Clone, Serialize, Deserialize, Debug)]
pub(crate) struct KeyFile {
    version: u8,
    pub(crate) policy: KeyPolicy,
    /// Random name of this profile in the keyring.
    entry: String,
    /// Which of the two keyring slots of this profile counts; a change of policy uses the other one.
    slot: u8,
    /// The other slot may still hold a secret that nothing needs any more.
    pub(crate) other_slot_left: bool,
    passphrase_file: Option<String>,
    nonce: String,
    sealed: String,
    /// Wrong passphrases since the last right one.
    pub(crate) failed: u32,
    /// When the last of them was tried, milliseconds since the Unix epoch.
    pub(crate) failed_at: i64,
}

impl KeyFile {
    pub(crate) fn new(policy: KeyPolicy, entry: String, slot: u8, wrapped: &WrappedVaultKey) -> Self {
        Self {
            version: VERSION,
            policy,
            entry,
            slot,
            other_slot_left: false,
            passphrase_file: wrapped.passphrase_file.as_ref().map(hex::encode),
            nonce: hex::encode(wrapped.nonce),
            sealed: hex::encode(&wrapped.sealed),
            failed: 0,
            failed_at: 0,
        }
    }

    /// Reads the file; `None` where there is none.
    pub(crate) fn load(profile: &Path) -> Result<Option<Self>, VaultError> {
        let Some(bytes) = durable::read_if_there(&profile.join(NAME))? else { return Ok(None) };
        #[derive(Deserialize)]
        struct Versioned {
            version: u8,
        }
        let version = serde_json::from_slice::<Versioned>(&bytes).map_err(|_| DAMAGED)?.version;
        if version > VERSION {
            return Err(VaultError::ProfileTooNew);
        }
        serde_json::from_slice(&bytes).map(Some).map_err(|_| DAMAGED)
    }

    /// Replaces the file.
    pub(crate) fn save(&self, profile: &Path) -> Result<(), VaultError> {
        let bytes = serde_json::to_vec(self).map_err(|_| DAMAGED)?;
        Ok(durable::replace(profile, NAME, &bytes)?)
    }

    pub(crate) fn wrapped(&self) -> Result<WrappedVaultKey, VaultError> {
        let nonce: Vec<u8> = hex::decode(&self.nonce).map_err(|_| DAMAGED)?;
        Ok(WrappedVaultKey {
            passphrase_file: self.passphrase_file.as_ref().map(hex::decode).transpose().map_err(|_| DAMAGED)?,
            nonce: nonce.try_into().map_err(|_| DAMAGED)?,
            sealed: hex::decode(&self.sealed).map_err(|_| DAMAGED)?,
        })
    }

    /// Name of the keyring entry that counts.
    pub(crate) fn keyring_entry(&self) -> String {
        entry_name(&self.entry, self.slot)
    }

    /// Name of the keyring entry that does not count.
    pub(crate) fn other_keyring_entry(&self) -> String {
        entry_name(&self.entry, 1 - self.slot.min(1))
    }

    /// The same profile in the keyring, on the other slot.
    pub(crate) fn other_slot(&self) -> (String, u8) {
        (self.entry.clone(), 1 - self.slot.min(1))
    }

    /// Milliseconds until the next passphrase may be tried. Never more than one whole wait, whatever the clock says; a clock that was set
    /// back gives the whole wait.
    pub(crate) fn wait_ms(&self, now_ms: i64) -> u64 {
        let wait = wait_seconds(self.failed) * 1000;
        let passed = u64::try_from(now_ms.saturating_sub(self.failed_at)).unwrap_or(0);
        wait.saturating_sub(passed)
    }
}

/// Seconds to wait after `failed` wrong passphrases in a row: 2, 4, 8 … 300 after the free tries.
fn wait_seconds(failed: u32) -> u64 {
    match failed {
        0..FREE_TRIES => 0,
        _ => 2u64.checked_pow(failed - FREE_TRIES + 1).unwrap_or(LONGEST_WAIT).min(LONGEST_WAIT),
    }
}

pub(crate) fn entry_name(entry: &str, slot: u8) -> String {
    format!("{entry}-{slot}")
}

#[cfg(test)]
mod tests {
    use super::wait_seconds;

    #[test]
    fn three_tries_are_free_then_each_wait_doubles_up_to_five_minutes() {
        let waits: Vec<u64> = (0..=13).map(wait_seconds).collect();
        assert_eq!(waits, [0, 0, 0, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300]);
        assert_eq!(wait_seconds(u32::MAX), 300, "a huge count does not overflow");
    }
}
