//! Keys and the operations on them: signing, sealing, age files, key derivation. No I/O and no clock.
//!
//! Raw primitives stay private to this crate; callers hold typed keys. A secret has a private field, no `Debug` that shows it, no `Clone`,
//! no serde, and is wiped when dropped; each place that exposes one says why.

#![cfg_attr(test, allow(clippy::unwrap_used))]

mod aead;
mod age_file;
mod age_input;
mod entropy;
mod hash;
mod hash_thread;
mod padding;
mod secret;
mod sign;
mod vault_key;

pub use aead::{NONCE_BYTES, OpenError, RecordKey, SEAL_OVERHEAD};
pub use age_file::{AgeError, AgeIdentity, AgeReader, AgeRecipient, AgeWriter, FileIdentity};
pub use entropy::{Entropy, OsEntropy};
pub use hash::{Hash, HashParseError, Hasher};
pub use hash_thread::HashThread;
pub use padding::{PaddingError, pad, padded_length, unpad};
pub use secret::Secret32;
pub use sign::{DeviceSigner, DeviceVerifier, SIGNATURE_BYTES, Signature, SignatureInvalid};
pub use vault_key::{KeyPart, Passphrase, PassphraseTooShort, VaultKey, WrapError, WrappedVaultKey};
