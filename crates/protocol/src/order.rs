//! The order in which a server holds the records of a space, as a running hash.
//!
//! `H(0) = SHA-256("praesto/order/v1" ‖ space)`, `H(n) = SHA-256(H(n-1) ‖ statement hash of record n)`. Whoever has seen the first n records
//! can state `(n, H(n))`; two people to whom a server showed different histories find out as soon as one reads a statement of the other.

use praesto_crypto::Hash;

use crate::SpaceId;

const CONTEXT: &[u8] = b"praesto/order/v1";

/// Running hash over the records of a space in server order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OrderHash(pub Hash);

impl OrderHash {
    /// The hash of an empty space.
    pub fn empty(space: SpaceId) -> Self {
        Self(Hash::of_parts(&[CONTEXT, space.as_bytes()]))
    }

    /// The hash after one more record.
    pub fn then(self, statement: Hash) -> Self {
        Self(Hash::of_parts(&[&self.0.0, &statement.0]))
    }
}

/// How far an author had seen a space when making a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SpaceSeen {
    /// Number of records of the space, in server order, all of which the author held.
    pub seq: u64,
    /// Running hash after that many records.
    pub order: OrderHash,
}
