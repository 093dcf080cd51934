//! What a checkpoint says, after the header of every payload: `bytes` projection ‖ the whole document, uncompressed.

use praesto_protocol::{LayoutError, Reader, Writer};

use super::projection::Projection;

/// A document chunk of automerge's binary format: magic (4) ‖ checksum (4) ‖ type (1) ‖ length (LEB128) ‖ data.
const MAGIC: [u8; 4] = [0x85, 0x6f, 0x4a, 0x83];
const DOCUMENT: u8 = 0;
/// The bit of a column's specification that says it is compressed.
const COMPRESSED: u64 = 0b1000;
/// Actors and columns of one document. A case is worked on from some dozens of computers, each with an actor for every unlock.
const MOST: u64 = 1 << 16;

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
    /// Reads a body. The document is not loaded; that it is one chunk and unfolds to no more than it weighs is seen from its beginning.
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
        let heads = heads(&document).ok_or(LayoutError::Value)?;
        Ok(Self { projection, document, heads })
    }
}

/// The heads that a document states, if it is exactly one plain chunk. Compressed columns are refused: payloads are compressed as a whole, and
/// a small column must not unfold.
fn heads(bytes: &[u8]) -> Option<Vec<[u8; 32]>> {
    let mut at = Cursor(bytes);
    if at.take(4)? != MAGIC {
        return None;
    }
    at.take(4)?;
    if at.take(1)? != [DOCUMENT] || at.number()? != at.0.len() as u64 {
        return None;
    }
    for _ in 0..at.count()? {
        let length = at.number()?;
        at.take(usize::try_from(length).ok()?)?;
    }
    let mut heads = Vec::new();
    for _ in 0..at.count()? {
        heads.push(*at.take(32)?.first_chunk::<32>()?);
    }
    // Columns of the changes, then of the operations.
    for _ in 0..2 {
        for _ in 0..at.count()? {
            let (specification, _length) = (at.number()?, at.number()?);
            if specification & COMPRESSED != 0 {
                return None;
            }
        }
    }
    heads.sort_unstable();
    Some(heads)
}

struct Cursor<'a>(&'a [u8]);

impl<'a> Cursor<'a> {
    fn take(&mut self, length: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(taken)
    }

    fn number(&mut self) -> Option<u64> {
        let mut number = 0;
        for index in 0..9 {
            let byte = self.take(1)?[0];
            number |= u64::from(byte & 0x7f) << (7 * index);
            if byte & 0x80 == 0 {
                return Some(number);
            }
        }
        None
    }

    /// A number of things that follow.
    fn count(&mut self) -> Option<u64> {
        self.number().filter(|count| *count <= MOST)
    }
}
