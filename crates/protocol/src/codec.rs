//! Writing and reading of fixed, length-prefixed layouts. Integers are big endian.

use praesto_crypto::Hash;

/// The bytes do not follow the layout.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LayoutError {
    /// The bytes end before the layout does.
    #[error("the bytes end too early")]
    TooShort,
    /// Bytes are left over.
    #[error("bytes are left over")]
    TooLong,
    /// A version that this program does not know.
    #[error("version {0} is not known")]
    Version(u8),
    /// A value that the layout does not allow.
    #[error("a value is out of range")]
    Value,
}

/// Writes a layout.
#[derive(Debug, Default)]
pub struct Writer(Vec<u8>);

impl Writer {
    /// A writer that starts with a version byte.
    pub fn version(version: u8) -> Self {
        Self(vec![version])
    }

    /// One byte.
    pub fn u8(&mut self, value: u8) -> &mut Self {
        self.0.push(value);
        self
    }

    /// Two bytes.
    pub fn u16(&mut self, value: u16) -> &mut Self {
        self.fixed(&value.to_be_bytes())
    }

    /// Four bytes.
    pub fn u32(&mut self, value: u32) -> &mut Self {
        self.fixed(&value.to_be_bytes())
    }

    /// Eight bytes.
    pub fn u64(&mut self, value: u64) -> &mut Self {
        self.fixed(&value.to_be_bytes())
    }

    /// Bytes of a length that the layout fixes.
    pub fn fixed(&mut self, bytes: &[u8]) -> &mut Self {
        self.0.extend_from_slice(bytes);
        self
    }

    /// Bytes with their length before them, as `u32`.
    pub fn bytes(&mut self, bytes: &[u8]) -> &mut Self {
        self.u32(bytes.len() as u32).fixed(bytes)
    }

    /// A list of digests with their number before them, as `u16`. Lists are bounded far below by the callers.
    pub fn hashes(&mut self, hashes: &[Hash]) -> &mut Self {
        self.u16(hashes.len() as u16);
        hashes.iter().for_each(|hash| {
            self.fixed(&hash.0);
        });
        self
    }

    /// The bytes written.
    pub fn finish(&mut self) -> Vec<u8> {
        std::mem::take(&mut self.0)
    }
}

/// Reads a layout.
#[derive(Clone, Debug)]
pub struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    /// Reads from the start of `bytes`.
    pub fn new(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    /// Reads a version byte that must be `known`.
    pub fn version(&mut self, known: u8) -> Result<(), LayoutError> {
        match self.u8()? {
            version if version == known => Ok(()),
            version => Err(LayoutError::Version(version)),
        }
    }

    /// One byte.
    pub fn u8(&mut self) -> Result<u8, LayoutError> {
        Ok(self.array::<1>()?[0])
    }

    /// Two bytes.
    pub fn u16(&mut self) -> Result<u16, LayoutError> {
        Ok(u16::from_be_bytes(self.array()?))
    }

    /// Four bytes.
    pub fn u32(&mut self) -> Result<u32, LayoutError> {
        Ok(u32::from_be_bytes(self.array()?))
    }

    /// Eight bytes.
    pub fn u64(&mut self) -> Result<u64, LayoutError> {
        Ok(u64::from_be_bytes(self.array()?))
    }

    /// Bytes of fixed length.
    pub fn array<const N: usize>(&mut self) -> Result<[u8; N], LayoutError> {
        let (head, rest) = self.0.split_first_chunk::<N>().ok_or(LayoutError::TooShort)?;
        self.0 = rest;
        Ok(*head)
    }

    /// A digest.
    pub fn hash(&mut self) -> Result<Hash, LayoutError> {
        Ok(Hash(self.array()?))
    }

    /// Bytes with their length before them.
    pub fn bytes(&mut self) -> Result<&'a [u8], LayoutError> {
        let length = self.u32()? as usize;
        let (head, rest) = self.0.split_at_checked(length).ok_or(LayoutError::TooShort)?;
        self.0 = rest;
        Ok(head)
    }

    /// UTF-8 text with its length before it.
    pub fn text(&mut self) -> Result<&'a str, LayoutError> {
        std::str::from_utf8(self.bytes()?).map_err(|_| LayoutError::Value)
    }

    /// A list of digests.
    pub fn hashes(&mut self) -> Result<Vec<Hash>, LayoutError> {
        (0..self.u16()?).map(|_| self.hash()).collect()
    }

    /// A list of at most one digest.
    pub fn hash_if_any(&mut self) -> Result<Option<Hash>, LayoutError> {
        match self.hashes()?.as_slice() {
            [] => Ok(None),
            [hash] => Ok(Some(*hash)),
            _ => Err(LayoutError::Value),
        }
    }

    /// Everything that is left.
    pub fn rest(&mut self) -> &'a [u8] {
        std::mem::take(&mut self.0)
    }

    /// Ends reading; left-over bytes are an error, so that no byte is outside what was understood.
    pub fn finish(self) -> Result<(), LayoutError> {
        if self.0.is_empty() { Ok(()) } else { Err(LayoutError::TooLong) }
    }
}
