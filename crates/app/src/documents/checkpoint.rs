//! What a checkpoint says, after the header of every payload: `bytes` projection ‖ the whole document, uncompressed.

use praesto_protocol::{LayoutError, Reader, Writer};

use super::{chunk::document_heads, projection::Projection};

/// A whole document as its author had it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checkpoint {
    /// What lists and search show of it; none for documents that are in no list, or where a newer version wrote it.
    pub projection: Option<Projection>,
    /// The document with its history.
    pub document: Vec<u8>,
    /// Hashes of the newest changes, sorted, as the document itself states them.
    pub heads: Vec<[u8; 32]>,
}

/// Writes the body of a checkpoint.
pub(super) fn encode(projection: Option<&Projection>, document: &[u8]) -> Vec<u8> {
    let mut w = Writer::default();
    w.bytes(&projection.map(Projection::encode).unwrap_or_default()).fixed(document);
    w.finish()
}

impl Checkpoint {
    /// Reads a body. The document is not loaded; that it is one chunk, and stands for no more than a document may hold, is seen from its bytes.
    ///
    /// # Errors
    /// The bytes are no body of a checkpoint.
    pub fn decode(body: &[u8]) -> Result<Self, LayoutError> {
        let mut r = Reader::new(body);
        let projection = match r.bytes()? {
            [] => None,
            bytes => Projection::decode(bytes)?,
        };
        let document = r.rest().to_vec();
        let heads = document_heads(&document).ok_or(LayoutError::Value)?;
        Ok(Self { projection, document, heads })
    }
}
