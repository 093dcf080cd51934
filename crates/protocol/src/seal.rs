//! Seals: the sealed content of a record. A seal can be made anew under a later epoch without touching the statement.

use praesto_crypto::{Entropy, Hash, NONCE_BYTES, RecordKey, pad, unpad};

use crate::{LayoutError, Reader, Writer};

const VERSION: u8 = 1;
const CONTEXT: &[u8] = b"praesto/seal/v1";
const ZSTD_LEVEL: i32 = 3;
/// Longest payload that opening will produce, in bytes: as long as a record may be, however well it was packed.
const MAX_PAYLOAD: usize = 1 << 20;
const SALT: usize = 32;

/// Salt and payload: what a statement's content hash stands for.
#[derive(Clone, PartialEq, Eq)]
pub struct Content {
    pub salt: [u8; SALT],
    pub payload: Vec<u8>,
}

/// A content that was opened and fits its statement.
pub type OpenedContent = Content;

impl Content {
    /// A content with a fresh salt, without which short payloads could be guessed from their hash.
    pub fn make(payload: Vec<u8>, entropy: &mut impl Entropy) -> Self {
        let mut salt = [0; SALT];
        entropy.fill(&mut salt);
        Self { salt, payload }
    }

    /// SHA-256 of salt and payload.
    pub fn hash(&self) -> Hash {
        content_hash(&self.salt, &self.payload)
    }
}

impl std::fmt::Debug for Content {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Content({} bytes)", self.payload.len())
    }
}

/// SHA-256 of salt and payload.
pub fn content_hash(salt: &[u8; SALT], payload: &[u8]) -> Hash {
    Hash::of_parts(&[salt, payload])
}

/// Why a seal does not give its content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SealError {
    /// Not made with this key for this statement and epoch.
    #[error("the seal does not open")]
    CannotOpen,
    /// It opens, but to something else than the statement says.
    #[error("the content is not what was signed")]
    OtherContent,
    /// It opens to bytes that no Praesto makes.
    #[error("the content is malformed")]
    Malformed,
}

/// The sealed content of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seal {
    pub statement: Hash,
    pub epoch: u32,
    nonce: [u8; NONCE_BYTES],
    sealed: Vec<u8>,
}

impl Seal {
    /// Seals `content` for the statement with hash `statement` under the key of `epoch`.
    pub fn make(statement: Hash, epoch: u32, content: &Content, key: &RecordKey, entropy: &mut impl Entropy) -> Self {
        let mut nonce = [0; NONCE_BYTES];
        entropy.fill(&mut nonce);
        // Cannot fail: compressing into memory has no error but an invalid level.
        let packed = zstd::bulk::compress(&content.payload, ZSTD_LEVEL).unwrap_or_default();
        let plain = [&content.salt[..], &packed].concat();
        let sealed = key.seal(&nonce, &associated(statement, epoch), &pad(&plain));
        Self { statement, epoch, nonce, sealed }
    }

    /// Opens the seal and checks that it holds what the statement signed.
    pub fn open(&self, key: &RecordKey, signed_content: Hash) -> Result<OpenedContent, SealError> {
        let padded = key.open(&self.nonce, &associated(self.statement, self.epoch), &self.sealed).map_err(|_| SealError::CannotOpen)?;
        let plain = unpad(&padded).map_err(|_| SealError::Malformed)?;
        let (salt, packed) = plain.split_first_chunk::<SALT>().ok_or(SealError::Malformed)?;
        let payload = zstd::bulk::decompress(packed, unpacked_length(packed)?).map_err(|_| SealError::Malformed)?;
        let content = Content { salt: *salt, payload };
        if content.hash() == signed_content { Ok(content) } else { Err(SealError::OtherContent) }
    }

    /// `version ‖ statement hash ‖ epoch ‖ nonce ‖ ciphertext`.
    pub fn encode(&self) -> Vec<u8> {
        let mut w = Writer::version(VERSION);
        w.fixed(&self.statement.0).u32(self.epoch).fixed(&self.nonce).bytes(&self.sealed);
        w.finish()
    }

    /// Reads a seal.
    pub fn decode(bytes: &[u8]) -> Result<Self, LayoutError> {
        let mut r = Reader::new(bytes);
        r.version(VERSION)?;
        let seal = Self { statement: r.hash()?, epoch: r.u32()?, nonce: r.array()?, sealed: r.bytes()?.to_vec() };
        r.finish()?;
        Ok(seal)
    }
}

/// Length that the compressed frame states, bounded.
fn unpacked_length(packed: &[u8]) -> Result<usize, SealError> {
    match zstd::zstd_safe::get_frame_content_size(packed) {
        Ok(Some(length)) if length <= MAX_PAYLOAD as u64 => Ok(length as usize),
        _ => Err(SealError::Malformed),
    }
}

fn associated(statement: Hash, epoch: u32) -> Vec<u8> {
    [CONTEXT, &statement.0, &epoch.to_be_bytes()].concat()
}
