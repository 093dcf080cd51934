//! Ids that follow from what they name: the same on every computer that makes them.

use sha2::{Digest, Sha256};
use uuid::Uuid;

/// The id of what these parts name, among things of one kind.
pub(crate) fn named(kind: &[u8], parts: &[&[u8]]) -> Uuid {
    let mut hasher = Sha256::new();
    for part in [kind].iter().chain(parts) {
        // With its length, so that no two lists of parts are one.
        hasher.update((part.len() as u64).to_be_bytes());
        hasher.update(part);
    }
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&hasher.finalize()[..16]);
    uuid::Builder::from_custom_bytes(bytes).into_uuid()
}
