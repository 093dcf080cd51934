//! Records on the wire: a signed statement and its seal.

use praesto_crypto::Hash;

use crate::{LayoutError, Reader, Seal, SignedStatement, Writer};

/// Longest record in bytes, as encoded.
pub const MAX_RECORD_BYTES: usize = 1 << 20;

/// One sealed, signed unit of sync.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    pub statement: SignedStatement,
    pub seal: Seal,
}

impl Record {
    /// The name of the record.
    pub fn hash(&self) -> Hash {
        self.statement.hash()
    }

    /// `statement with its length ‖ seal with its length`.
    pub fn encode(&self) -> Vec<u8> {
        Writer::default().bytes(&self.statement.encode()).bytes(&self.seal.encode()).finish()
    }

    /// Reads a record; a seal of another statement is refused.
    pub fn decode(bytes: &[u8]) -> Result<Self, LayoutError> {
        if bytes.len() > MAX_RECORD_BYTES {
            return Err(LayoutError::TooLong);
        }
        let mut r = Reader::new(bytes);
        let record = Self { statement: SignedStatement::decode(r.bytes()?)?, seal: Seal::decode(r.bytes()?)? };
        r.finish()?;
        if record.seal.statement == record.statement.hash() { Ok(record) } else { Err(LayoutError::Value) }
    }
}
