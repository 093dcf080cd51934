//! Thirty-two secret bytes.

use hkdf::Hkdf;
use sha2::Sha256;
use zeroize::{Zeroize, ZeroizeOnDrop};

use crate::Entropy;

/// Thirty-two secret bytes, wiped when dropped.
#[derive(Zeroize, ZeroizeOnDrop)]
pub struct Secret32([u8; 32]);

impl Secret32 {
    /// Draws a fresh secret.
    pub fn make(entropy: &mut impl Entropy) -> Self {
        let mut bytes = [0; 32];
        entropy.fill(&mut bytes);
        Self(bytes)
    }

    /// Takes over bytes that were kept elsewhere and wipes the source.
    pub fn take(bytes: &mut [u8; 32]) -> Self {
        let secret = Self(*bytes);
        bytes.zeroize();
        secret
    }

    /// Takes over a slice; `None` unless it is 32 bytes long.
    pub fn from_slice(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(Self)
    }

    /// Shows the bytes, for the one place that hands them to a store which keeps them sealed or to a primitive.
    pub fn expose(&self) -> &[u8; 32] {
        &self.0
    }

    /// Derives another secret from this one (HKDF-SHA-256, RFC 5869, with `info` as its purpose).
    pub fn derive(&self, info: &[u8]) -> Self {
        let mut out = [0; 32];
        // Cannot fail: 32 bytes are within the 8,160 that HKDF-SHA-256 can give.
        Hkdf::<Sha256>::new(None, &self.0).expand(info, &mut out).unwrap_or_default();
        Self::take(&mut out)
    }
}

impl std::fmt::Debug for Secret32 {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret32")
    }
}
