//! The key of the vault and what wraps it: the keyring's secret, a passphrase, or both together.
//!
//! The vault key itself is random and never changes. The wrapping key is derived from *all* parts that the policy names, in one derivation:
//! `HKDF-SHA-256(keyring secret ‖ passphrase key)`. There are never two separate wrappings of which the weaker would decide. The passphrase
//! key is itself random and sealed to the passphrase as an age file (scrypt), so stretching follows a published format.

use std::io::{Read, Write};

use zeroize::{Zeroize, Zeroizing};

use crate::age_file::{FileIdentity, passphrase_writer, seal_with_passphrase};
use crate::{AgeError, AgeReader, AgeWriter, Entropy, NONCE_BYTES, RecordKey, Secret32};

/// log2 N of scrypt for new passphrases: 128 MiB and about a third of a second on an office laptop.
const WORK_FACTOR: u8 = 17;
/// Highest log2 N accepted when opening, so that a swapped key file cannot hang the start.
const MAX_WORK_FACTOR: u8 = 20;
/// Shortest passphrase, in characters.
const MIN_PASSPHRASE: usize = 10;
const PURPOSE: &[u8] = b"praesto/vault-key/v1";

/// The passphrase has fewer than ten characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the passphrase is too short")]
pub struct PassphraseTooShort;

/// A passphrase as typed, wiped when dropped.
pub struct Passphrase(Zeroizing<String>);

impl Passphrase {
    /// A passphrase that somebody chooses now: at least ten characters.
    pub fn choose(text: String) -> Result<Self, PassphraseTooShort> {
        let passphrase = Self::typed(text);
        if passphrase.0.chars().count() < MIN_PASSPHRASE { Err(PassphraseTooShort) } else { Ok(passphrase) }
    }

    /// A passphrase typed to open something.
    pub fn typed(text: String) -> Self {
        Self(Zeroizing::new(text))
    }

    /// Seals a stream as an age file that this passphrase opens; [`AgeWriter::finish`] must be called.
    pub fn seal_stream<W: Write>(&self, output: W) -> Result<AgeWriter<W>, AgeError> {
        passphrase_writer(&self.0, WORK_FACTOR, output)
    }

    /// Opens such a stream; `NoMatchingKey` where this is not its passphrase.
    pub fn open_stream<R: Read>(&self, input: R) -> Result<AgeReader<R>, AgeError> {
        FileIdentity::Passphrase(&self.0, MAX_WORK_FACTOR).reader(input)
    }
}

impl std::fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Passphrase")
    }
}

/// One thing that is needed to unwrap the vault key.
#[derive(Debug)]
pub enum KeyPart<'a> {
    Keyring(&'a Secret32),
    Passphrase(&'a Passphrase),
}

/// Why the vault key could not be wrapped or unwrapped.
#[derive(Debug, thiserror::Error)]
pub enum WrapError {
    /// The parts given are not those that the wrapping was made with, or the passphrase is wrong.
    #[error("the vault key does not unwrap")]
    Wrong,
    /// The wrapped form is damaged.
    #[error("the wrapped vault key is damaged")]
    Damaged,
    /// Sealing the passphrase key failed.
    #[error(transparent)]
    Age(#[from] AgeError),
}

/// The key that opens the vault's database.
#[derive(Debug)]
pub struct VaultKey(Secret32);

/// The vault key as it lies on disk.
#[derive(Clone, PartialEq, Eq)]
pub struct WrappedVaultKey {
    /// age file (scrypt) with the passphrase key; absent where the keyring alone decides.
    pub passphrase_file: Option<Vec<u8>>,
    pub nonce: [u8; NONCE_BYTES],
    pub sealed: Vec<u8>,
}

impl std::fmt::Debug for WrappedVaultKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("WrappedVaultKey")
    }
}

impl VaultKey {
    /// Makes a fresh key.
    pub fn make(entropy: &mut impl Entropy) -> Self {
        Self(Secret32::make(entropy))
    }

    /// The key as SQLCipher takes it: `x'…'` with 64 hexadecimal digits, a raw key without further stretching.
    pub fn expose_pragma(&self) -> Zeroizing<String> {
        let mut text = Zeroizing::new(String::with_capacity(67));
        text.push_str("x'");
        for byte in self.0.expose() {
            for digit in [byte >> 4, byte & 15] {
                // Cannot fail: a nibble is a hexadecimal digit.
                text.push(char::from_digit(u32::from(digit), 16).unwrap_or('0'));
            }
        }
        text.push('\'');
        text
    }

    /// The key itself, for a backup that is sealed as a whole.
    pub fn expose(&self) -> &[u8; 32] {
        self.0.expose()
    }

    /// The key that a backup held; the bytes are wiped.
    pub fn take(bytes: &mut [u8; 32]) -> Self {
        Self(Secret32::take(bytes))
    }

    /// Derives a secret for another purpose of this vault.
    pub fn derive(&self, info: &[u8]) -> Secret32 {
        self.0.derive(info)
    }

    /// Wraps the key under `parts`, all of which will be needed to unwrap it.
    pub fn wrap(&self, parts: &[KeyPart<'_>], entropy: &mut impl Entropy) -> Result<WrappedVaultKey, WrapError> {
        let mut passphrase_file = None;
        let mut material = Zeroizing::new(Vec::with_capacity(64));
        for part in parts {
            match part {
                KeyPart::Keyring(secret) => material.extend_from_slice(secret.expose()),
                KeyPart::Passphrase(passphrase) => {
                    let key = Secret32::make(entropy);
                    passphrase_file = Some(seal_with_passphrase(&passphrase.0, WORK_FACTOR, key.expose())?);
                    material.extend_from_slice(key.expose());
                }
            }
        }
        let mut nonce = [0; NONCE_BYTES];
        entropy.fill(&mut nonce);
        let sealed = wrapping_key(&material).seal(&nonce, PURPOSE, self.0.expose());
        Ok(WrappedVaultKey { passphrase_file, nonce, sealed })
    }

    /// Unwraps the key; `parts` in the order in which they were given to [`VaultKey::wrap`].
    pub fn unwrap(wrapped: &WrappedVaultKey, parts: &[KeyPart<'_>]) -> Result<Self, WrapError> {
        let mut material = Zeroizing::new(Vec::with_capacity(64));
        for part in parts {
            match part {
                KeyPart::Keyring(secret) => material.extend_from_slice(secret.expose()),
                KeyPart::Passphrase(passphrase) => {
                    let file = wrapped.passphrase_file.as_deref().ok_or(WrapError::Damaged)?;
                    let mut key = Zeroizing::new([0; 32]);
                    let reader = FileIdentity::Passphrase(&passphrase.0, MAX_WORK_FACTOR).reader(file);
                    let mut reader = reader.map_err(|error| match error {
                        AgeError::NoMatchingKey => WrapError::Wrong,
                        _ => WrapError::Damaged,
                    })?;
                    reader.read_exact(&mut *key).map_err(|_| WrapError::Damaged)?;
                    material.extend_from_slice(&*key);
                }
            }
        }
        let mut opened = wrapping_key(&material).open(&wrapped.nonce, PURPOSE, &wrapped.sealed).map_err(|_| WrapError::Wrong)?;
        let key = Secret32::from_slice(&opened).ok_or(WrapError::Damaged);
        opened.zeroize();
        Ok(Self(key?))
    }
}

fn wrapping_key(material: &[u8]) -> RecordKey {
    let mut out = [0; 32];
    // Cannot fail: 32 bytes are within what HKDF-SHA-256 can give.
    hkdf::Hkdf::<sha2::Sha256>::new(None, material).expand(PURPOSE, &mut out).unwrap_or_default();
    RecordKey::new(Secret32::take(&mut out))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::OsEntropy;

    fn passphrase(text: &str) -> Passphrase {
        Passphrase::typed(text.to_owned())
    }

    #[test]
    fn both_parts_are_needed_where_the_policy_says_both() {
        let key = VaultKey::make(&mut OsEntropy);
        let secret = Secret32::make(&mut OsEntropy);
        let right = passphrase("correct horse battery");
        let wrapped = key.wrap(&[KeyPart::Keyring(&secret), KeyPart::Passphrase(&right)], &mut OsEntropy).unwrap();
        let opened = VaultKey::unwrap(&wrapped, &[KeyPart::Keyring(&secret), KeyPart::Passphrase(&right)]).unwrap();
        assert_eq!(opened.expose_pragma(), key.expose_pragma());
        let other = Secret32::make(&mut OsEntropy);
        for parts in [
            vec![KeyPart::Passphrase(&right)],
            vec![KeyPart::Keyring(&secret)],
            vec![KeyPart::Keyring(&other), KeyPart::Passphrase(&right)],
            vec![KeyPart::Keyring(&secret), KeyPart::Passphrase(&passphrase("wrong horse battery"))],
        ] {
            assert!(matches!(VaultKey::unwrap(&wrapped, &parts), Err(WrapError::Wrong)), "one part alone must not open the vault");
        }
    }

    #[test]
    fn a_short_passphrase_is_refused_when_chosen() {
        assert!(Passphrase::choose("ninechars".to_owned()).is_err());
        assert!(Passphrase::choose("десет знак".to_owned()).is_ok(), "characters count, not bytes");
    }
}
