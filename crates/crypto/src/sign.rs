//! Signatures of devices: Ed25519 (RFC 8032), each under a context so that one kind of message can never pass for another.

use ed25519_dalek::{Signer, SigningKey, VerifyingKey};

use crate::{Entropy, Secret32};

/// Length of a signature.
pub const SIGNATURE_BYTES: usize = 64;

/// A signature.
pub type Signature = [u8; SIGNATURE_BYTES];

/// The signature was not made by this key over this message in this context.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the signature does not hold")]
pub struct SignatureInvalid;

/// The signing key of a device. It is made on the device and never leaves it.
pub struct DeviceSigner(SigningKey);

impl DeviceSigner {
    /// Makes a fresh key.
    pub fn make(entropy: &mut impl Entropy) -> Self {
        Self::from_secret(&Secret32::make(entropy))
    }

    /// Restores a key from the vault.
    pub fn from_secret(secret: &Secret32) -> Self {
        Self(SigningKey::from_bytes(secret.expose()))
    }

    /// The secret, for the vault that keeps it.
    pub fn to_secret(&self) -> Secret32 {
        Secret32::take(&mut self.0.to_bytes())
    }

    /// The public half.
    pub fn verifier(&self) -> DeviceVerifier {
        DeviceVerifier(self.0.verifying_key())
    }

    /// Signs `message` in `context`.
    pub fn sign(&self, context: &'static str, message: &[u8]) -> Signature {
        self.0.sign(&in_context(context, message)).to_bytes()
    }
}

impl std::fmt::Debug for DeviceSigner {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("DeviceSigner")
    }
}

/// The public half of a device's signing key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DeviceVerifier(VerifyingKey);

impl DeviceVerifier {
    /// Reads 32 bytes; weak keys (of small order) are refused.
    pub fn from_bytes(bytes: &[u8; 32]) -> Result<Self, SignatureInvalid> {
        match VerifyingKey::from_bytes(bytes) {
            Ok(key) if !key.is_weak() => Ok(Self(key)),
            _ => Err(SignatureInvalid),
        }
    }

    /// The 32 bytes of the key.
    pub fn to_bytes(self) -> [u8; 32] {
        self.0.to_bytes()
    }

    /// Checks a signature, strictly (no malleable encodings).
    pub fn verify(&self, context: &'static str, message: &[u8], signature: &Signature) -> Result<(), SignatureInvalid> {
        let signature = ed25519_dalek::Signature::from_bytes(signature);
        self.0.verify_strict(&in_context(context, message), &signature).map_err(|_| SignatureInvalid)
    }
}

/// `context ‖ 0 ‖ message`: contexts hold no zero byte, so no context is the beginning of another.
fn in_context(context: &'static str, message: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(context.len() + 1 + message.len());
    bytes.extend_from_slice(context.as_bytes());
    bytes.push(0);
    bytes.extend_from_slice(message);
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::OsEntropy;

    #[test]
    fn a_signature_holds_only_for_its_message_key_and_context() {
        let signer = DeviceSigner::make(&mut OsEntropy);
        let other = DeviceSigner::make(&mut OsEntropy);
        let signature = signer.sign("praesto/a", b"message");
        assert_eq!(signer.verifier().verify("praesto/a", b"message", &signature), Ok(()));
        assert_eq!(signer.verifier().verify("praesto/b", b"message", &signature), Err(SignatureInvalid));
        assert_eq!(signer.verifier().verify("praesto/a", b"massage", &signature), Err(SignatureInvalid));
        assert_eq!(other.verifier().verify("praesto/a", b"message", &signature), Err(SignatureInvalid));
    }

    #[test]
    fn a_weak_key_is_refused() {
        assert_eq!(DeviceVerifier::from_bytes(&[0; 32]), Err(SignatureInvalid), "the identity point signs everything");
    }
}
