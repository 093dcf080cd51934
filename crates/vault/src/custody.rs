//! Who can open the vault: making, unwrapping and re-wrapping its key.
//!
//! The keyring part of a profile has two slots. A change of policy fills the slot that does not count, replaces the key file in one step,
//! and only then empties the other slot, so that a power cut after any step leaves a profile that opens by the old or by the new policy.

use std::path::Path;

use praesto_crypto::{Entropy, KeyPart, Passphrase, Secret32, VaultKey, WrapError, WrappedVaultKey};

use crate::key_file::{KeyFile, KeyPolicy, entry_name};
use crate::{Keyring, VaultError, database, durable};

/// What lies in a profile's folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProfileState {
    /// Nothing yet.
    Empty,
    /// A vault, and how long to wait before the next passphrase may be tried.
    Locked { policy: KeyPolicy, wait_seconds: u64 },
}

/// Looks at a folder without opening anything.
pub(crate) fn state(profile: &Path, now_ms: i64) -> Result<ProfileState, VaultError> {
    match KeyFile::load(profile)? {
        Some(file) => Ok(ProfileState::Locked { policy: file.policy, wait_seconds: file.wait_ms(now_ms).div_ceil(1000) }),
        None if profile.join(database::NAME).exists() => Err(VaultError::Damaged("vault.key is missing")),
        None => Ok(ProfileState::Empty),
    }
}

/// Whether no vault can be opened here.
pub(crate) fn is_empty(profile: &Path) -> Result<bool, VaultError> {
    Ok(KeyFile::load(profile)?.is_none())
}

/// Makes the key and its file; the database must be there already under its temporary name.
pub(crate) fn make_key_file(
    profile: &Path,
    key: &VaultKey,
    policy: KeyPolicy,
    passphrase: Option<&Passphrase>,
    keyring: &dyn Keyring,
    entropy: &mut impl Entropy,
) -> Result<KeyFile, VaultError> {
    let mut random = [0; 16];
    entropy.fill(&mut random);
    let entry = hex::encode(random);
    let wrapped = wrap(key, policy, passphrase, (keyring, &entry_name(&entry, 0)), entropy)?;
    let file = KeyFile::new(policy, entry, 0, &wrapped);
    durable::make_folder(profile)?;
    file.save(profile)?;
    Ok(file)
}

/// Unwraps the key. A wrong passphrase is counted before it is tried, so that killing the program does not win a try.
pub(crate) fn unwrap(
    profile: &Path,
    file: &mut KeyFile,
    passphrase: Option<&Passphrase>,
    keyring: &dyn Keyring,
    now_ms: i64,
) -> Result<VaultKey, VaultError> {
    if !file.policy.needs_passphrase() {
        return unwrap_once(file, None, keyring);
    }
    if now_ms < file.failed_at {
        // The clock was set back: the whole wait starts now, and ends even if the clock had been years ahead.
        file.failed_at = now_ms;
        file.save(profile)?;
    }
    let wait = file.wait_ms(now_ms);
    if wait > 0 {
        return Err(VaultError::TooManyAttempts { seconds: wait.div_ceil(1000) });
    }
    let passphrase = passphrase.ok_or(VaultError::PassphraseNeeded)?;
    let before = (file.failed, file.failed_at);
    (file.failed, file.failed_at) = (file.failed.saturating_add(1), now_ms);
    file.save(profile)?;
    let result = unwrap_once(file, Some(passphrase), keyring);
    match &result {
        Ok(_) => (file.failed, file.failed_at) = (0, 0),
        Err(VaultError::WrongPassphrase) => return result,
        // The keyring was missing or the file is damaged: the passphrase was not what failed.
        Err(_) => (file.failed, file.failed_at) = before,
    }
    file.save(profile)?;
    result
}

/// Unwraps the key without counting.
pub(crate) fn unwrap_once(file: &KeyFile, passphrase: Option<&Passphrase>, keyring: &dyn Keyring) -> Result<VaultKey, VaultError> {
    let wrapped = file.wrapped()?;
    let secret = if file.policy.needs_keyring() {
        let secret = keyring.load(&file.keyring_entry()).map_err(|_| VaultError::KeyringUnavailable)?;
        Some(secret.ok_or(VaultError::KeyringLost)?)
    } else {
        None
    };
    let passphrase = if file.policy.needs_passphrase() { Some(passphrase.ok_or(VaultError::PassphraseNeeded)?) } else { None };
    let parts = parts(secret.as_ref(), passphrase);
    VaultKey::unwrap(&wrapped, &parts).map_err(|error| match error {
        WrapError::Wrong if file.policy.needs_passphrase() => VaultError::WrongPassphrase,
        WrapError::Wrong => VaultError::KeyringLost,
        WrapError::Damaged | WrapError::Age(_) => VaultError::Damaged("vault.key"),
    })
}

/// Changes the policy, the passphrase, or both. `file` is replaced only when the new one is on disk.
pub(crate) fn set_policy(
    profile: &Path,
    file: &mut KeyFile,
    current: Option<&Passphrase>,
    policy: KeyPolicy,
    new: Option<&Passphrase>,
    keyring: &dyn Keyring,
    entropy: &mut impl Entropy,
) -> Result<(), VaultError> {
    // Whoever changes the policy proves to know what opens the vault now.
    let key = unwrap_once(file, current, keyring)?;
    if policy.needs_keyring() {
        // Written down first, so that a secret which never comes to count does not stay in the keyring for ever.
        file.other_slot_left = true;
        file.save(profile)?;
    }
    let (entry, slot) = file.other_slot();
    let wrapped = wrap(&key, policy, new, (keyring, &entry_name(&entry, slot)), entropy)?;
    let mut next = KeyFile::new(policy, entry, slot, &wrapped);
    next.other_slot_left = file.policy.needs_keyring();
    next.save(profile)?;
    *file = next;
    clear_other_slot(profile, file, keyring);
    Ok(())
}

/// Forgets a secret that nothing needs any more. That it could not be forgotten now is written down and tried at the next opening.
pub(crate) fn clear_other_slot(profile: &Path, file: &mut KeyFile, keyring: &dyn Keyring) {
    if file.other_slot_left && keyring.delete(&file.other_keyring_entry()).is_ok() {
        file.other_slot_left = false;
        // A save that fails leaves the mark, and the next opening tries again.
        file.other_slot_left = file.save(profile).is_err();
    }
}

fn wrap(
    key: &VaultKey,
    policy: KeyPolicy,
    passphrase: Option<&Passphrase>,
    (keyring, entry): (&dyn Keyring, &str),
    entropy: &mut impl Entropy,
) -> Result<WrappedVaultKey, VaultError> {
    let passphrase = if policy.needs_passphrase() { Some(passphrase.ok_or(VaultError::PassphraseNeeded)?) } else { None };
    let secret = if policy.needs_keyring() {
        let secret = Secret32::make(entropy);
        keyring.store(entry, &secret).map_err(|_| VaultError::KeyringUnavailable)?;
        // Read back: a keyring that forgets at once must not hold the only way in.
        let kept = keyring.load(entry).ok().flatten().ok_or(VaultError::KeyringUnavailable)?;
        // Exposed for a comparison of what this program has just made.
        if kept.expose() != secret.expose() {
            return Err(VaultError::KeyringUnavailable);
        }
        Some(secret)
    } else {
        None
    };
    key.wrap(&parts(secret.as_ref(), passphrase), entropy).map_err(|_| VaultError::Damaged("the key cannot be wrapped"))
}

/// Both wrapping and unwrapping take the keyring's part first.
fn parts<'a>(secret: Option<&'a Secret32>, passphrase: Option<&'a Passphrase>) -> Vec<KeyPart<'a>> {
    secret.map(KeyPart::Keyring).into_iter().chain(passphrase.map(KeyPart::Passphrase)).collect()
}
