//! Invitations: what a newcomer needs to find the office and to be recognised by it, as one line of text.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, Mac};
use praesto_crypto::{Entropy, Hash};
use zeroize::{Zeroize, ZeroizeOnDrop};

use crate::{InvitationId, LayoutError, OfficeId, Reader, Writer};

const VERSION: u8 = 1;
const PREFIX: &str = "praesto1-";
const CHECKSUM: usize = 4;
const SECRET: &[u8] = b"praesto/invitation/v1";

/// The one-time secret of an invitation: 128 bits, wiped when dropped.
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop)]
pub struct InvitationSecret([u8; 16]);

impl InvitationSecret {
    /// Draws a fresh secret.
    pub fn make(entropy: &mut impl Entropy) -> Self {
        let mut bytes = [0; 16];
        entropy.fill(&mut bytes);
        Self(bytes)
    }

    /// From sixteen bytes.
    pub fn from_bytes(bytes: [u8; 16]) -> Self {
        Self(bytes)
    }

    /// The bytes, for the invitation code and for the entry that uses it up.
    pub fn expose(&self) -> &[u8; 16] {
        &self.0
    }

    /// What the register holds of it.
    pub fn hash(&self) -> Hash {
        Hash::of_parts(&[SECRET, &self.0])
    }

    /// HMAC-SHA-256 over the keys that a newcomer brings, which only somebody with the secret can make.
    pub fn authenticate(&self, joining_keys: &[u8]) -> Hash {
        // Cannot fail: HMAC takes keys of any length.
        Hmac::<sha2::Sha256>::new_from_slice(&self.0).map_or(Hash::default(), |mut mac| {
            mac.update(SECRET);
            mac.update(joining_keys);
            Hash(mac.finalize().into_bytes().into())
        })
    }
}

impl std::fmt::Debug for InvitationSecret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("InvitationSecret")
    }
}

/// An invitation, as it is handed over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invitation {
    pub id: InvitationId,
    pub office: OfficeId,
    /// Hash of the founding entry.
    pub fingerprint: Hash,
    /// Length of the register when the invitation was made; a register that is shorter is not accepted.
    pub register_length: u64,
    /// Its last entry.
    pub register_head: Hash,
    pub server: String,
    /// SHA-256 of the server's certificate (DER) where it made its own.
    pub certificate: Option<Hash>,
    pub secret: InvitationSecret,
    /// Milliseconds since the Unix epoch.
    pub expires_at: i64,
    pub office_name: String,
    pub person_name: String,
}

/// The text is not an invitation code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InvitationCodeError {
    /// Not a code of Praesto at all.
    #[error("not an invitation code")]
    NotACode,
    /// A letter is wrong or missing.
    #[error("the code is mistyped")]
    Mistyped,
    /// Made by a newer Praesto.
    #[error("the code is of a newer version")]
    Newer,
}

impl Invitation {
    /// The code: one line of letters, digits, `-` and `_`.
    pub fn to_code(&self) -> String {
        let mut w = Writer::version(VERSION);
        w.fixed(self.id.as_bytes()).fixed(self.office.as_bytes()).fixed(&self.fingerprint.0);
        w.u64(self.register_length).fixed(&self.register_head.0).bytes(self.server.as_bytes());
        w.hashes(self.certificate.as_slice()).fixed(self.secret.expose()).u64(self.expires_at as u64);
        w.bytes(self.office_name.as_bytes()).bytes(self.person_name.as_bytes());
        let mut bytes = w.finish();
        let checksum = Hash::of(&bytes).0;
        bytes.extend_from_slice(&checksum[..CHECKSUM]);
        format!("{PREFIX}{}", URL_SAFE_NO_PAD.encode(bytes))
    }

    /// Reads a code; white space and line breaks inside, as from a letter or a mail, are overlooked.
    pub fn from_code(code: &str) -> Result<Self, InvitationCodeError> {
        let code: String = code.split_whitespace().collect();
        let text = code.strip_prefix(PREFIX).ok_or(InvitationCodeError::NotACode)?;
        let bytes = URL_SAFE_NO_PAD.decode(text).map_err(|_| InvitationCodeError::Mistyped)?;
        let (bytes, checksum) = bytes.split_last_chunk::<CHECKSUM>().ok_or(InvitationCodeError::Mistyped)?;
        if Hash::of(bytes).0[..CHECKSUM] != *checksum {
            return Err(InvitationCodeError::Mistyped);
        }
        Self::decode(bytes).map_err(|error| match error {
            LayoutError::Version(_) => InvitationCodeError::Newer,
            _ => InvitationCodeError::Mistyped,
        })
    }

    fn decode(bytes: &[u8]) -> Result<Self, LayoutError> {
        let mut r = Reader::new(bytes);
        r.version(VERSION)?;
        let invitation = Self {
            id: InvitationId::from_bytes(r.array()?),
            office: OfficeId::from_bytes(r.array()?),
            fingerprint: r.hash()?,
            register_length: r.u64()?,
            register_head: r.hash()?,
            server: r.text()?.to_owned(),
            certificate: r.hash_if_any()?,
            secret: InvitationSecret::from_bytes(r.array()?),
            expires_at: r.u64()? as i64,
            office_name: r.text()?.to_owned(),
            person_name: r.text()?.to_owned(),
        };
        r.finish()?;
        Ok(invitation)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use praesto_crypto::OsEntropy;

    fn invitation() -> Invitation {
        Invitation {
            id: InvitationId::from_bytes([1; 16]),
            office: OfficeId::from_bytes([2; 16]),
            fingerprint: Hash([3; 32]),
            register_length: 4,
            register_head: Hash([4; 32]),
            server: "https://office.example:8443".to_owned(),
            certificate: Some(Hash([5; 32])),
            secret: InvitationSecret::make(&mut OsEntropy),
            expires_at: 1_800_000_000_000,
            office_name: "Општина Линдара".to_owned(),
            person_name: "Elira Tomani".to_owned(),
        }
    }

    #[test]
    fn a_code_reads_back_even_broken_over_lines() {
        let invitation = invitation();
        let code = invitation.to_code();
        assert_eq!(Invitation::from_code(&code), Ok(invitation.clone()));
        let broken = code.as_bytes().chunks(40).map(|line| String::from_utf8_lossy(line).into_owned()).collect::<Vec<_>>().join("\n  ");
        assert_eq!(Invitation::from_code(&broken), Ok(invitation));
    }

    #[test]
    fn every_mistyped_letter_is_noticed() {
        let code = invitation().to_code();
        for at in PREFIX.len()..code.len() {
            let mut typed = code.clone().into_bytes();
            typed[at] = if typed[at] == b'x' { b'y' } else { b'x' };
            let typed = String::from_utf8(typed).unwrap();
            // The last letter holds spare bits that the decoder itself refuses.
            assert!(Invitation::from_code(&typed).is_err(), "letter {at} was changed without being noticed");
        }
    }
}
