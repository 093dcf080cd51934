//! Sealing of records: XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha-03) under the record key of an epoch.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};

use crate::Secret32;

/// Length of a nonce, drawn at random for every seal.
pub const NONCE_BYTES: usize = 24;
/// Bytes that sealing adds to its plaintext.
pub const SEAL_OVERHEAD: usize = 16;

/// The ciphertext was not made with this key for this place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the seal does not open with this key")]
pub struct OpenError;

/// The key that seals the records of one epoch of a space.
#[derive(Debug)]
pub struct RecordKey(Secret32);

impl RecordKey {
    /// Uses a secret as record key.
    pub fn new(secret: Secret32) -> Self {
        Self(secret)
    }

    /// The secret itself, for wrapping it to a device or under the key of the next epoch.
    pub fn secret(&self) -> &Secret32 {
        &self.0
    }

    /// Seals `plaintext`, bound to `associated`. The nonce must never be used twice with this key.
    pub fn seal(&self, nonce: &[u8; NONCE_BYTES], associated: &[u8], plaintext: &[u8]) -> Vec<u8> {
        let cipher = XChaCha20Poly1305::new(self.0.expose().into());
        // Cannot fail: only plaintexts beyond 256 GiB are refused, and records are limited to 1 MiB.
        cipher.encrypt(XNonce::from_slice(nonce), Payload { msg: plaintext, aad: associated }).unwrap_or_default()
    }

    /// Opens what [`RecordKey::seal`] made.
    pub fn open(&self, nonce: &[u8; NONCE_BYTES], associated: &[u8], sealed: &[u8]) -> Result<Vec<u8>, OpenError> {
        let cipher = XChaCha20Poly1305::new(self.0.expose().into());
        cipher.decrypt(XNonce::from_slice(nonce), Payload { msg: sealed, aad: associated }).map_err(|_| OpenError)
    }
}
