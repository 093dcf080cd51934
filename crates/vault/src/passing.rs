//! Vaults that pass: made to be looked at, and thrown away once they are shut.
//!
//! What says so is a file beside the vault, since nobody may ever be able to open it. It condemns whatever lies in the profile; so it is written and taken away
//! only by whoever has the profile to themselves, and never stands beside a vault that is to stay.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use praesto_crypto::{Entropy, Passphrase};

use crate::key_file::KeyPolicy;
use crate::vault::lock;
use crate::{Keyring, Vault, VaultError, durable};

const MARK: &str = "sample";

impl Vault {
    /// Makes a vault that passes, as [`Vault::create`] makes one that stays.
    pub fn create_passing(
        profile: &Path,
        policy: KeyPolicy,
        passphrase: Option<Passphrase>,
        keyring: &dyn Keyring,
        entropy: &mut impl Entropy,
    ) -> Result<Self, VaultError> {
        Self::create_in(profile, mark, policy, passphrase, keyring, entropy)
    }

    /// Whether what lies in a profile's folder passes.
    pub fn passes(profile: &Path) -> bool {
        profile.join(MARK).exists()
    }

    /// Throws away what lies in a profile, where that passes.
    pub fn discard_passing(profile: &Path, keyring: &dyn Keyring) -> Result<(), VaultError> {
        if !Self::passes(profile) {
            return Ok(());
        }
        let _lock = lock(profile)?;
        if Self::passes(profile) {
            Self::discard_locked(profile, keyring)?;
            // Last: cut off before, it is thrown away the next time.
            unmark(profile)?;
        }
        Ok(())
    }
}

/// Says that what is about to be made in an empty profile passes. The caller has the profile to itself.
fn mark(profile: &Path) -> Result<(), VaultError> {
    durable::private_options().truncate(true).open(profile.join(MARK))?.sync_all()?;
    Ok(durable::sync_folder(profile)?)
}

/// Says that what is about to be made in an empty profile stays. The caller has the profile to itself.
pub(crate) fn unmark(profile: &Path) -> Result<(), VaultError> {
    match fs::remove_file(profile.join(MARK)) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        Err(error) => Err(error.into()),
        Ok(()) => Ok(durable::sync_folder(profile)?),
    }
}
