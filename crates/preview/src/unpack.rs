//! One file of a packed document, no more of it than is looked at.

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use crate::Cannot;

/// Bytes that a file in a document may unpack to.
const BYTES: u64 = 64 << 20;

/// A file of a packed document; none where it has none of that name.
pub(crate) fn file(bytes: &[u8], name: &str) -> Result<Option<Vec<u8>>, Cannot> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(refused)?;
    let entry = match archive.by_name(name) {
        Ok(entry) => entry,
        Err(ZipError::FileNotFound) => return Ok(None),
        Err(error) => return Err(refused(error)),
    };
    let mut unpacked = Vec::new();
    entry.take(BYTES + 1).read_to_end(&mut unpacked).map_err(|_| Cannot::Damaged)?;
    if unpacked.len() as u64 > BYTES { Err(Cannot::TooLarge) } else { Ok(Some(unpacked)) }
}

/// Whether it has a file whose name begins like one of these.
pub(crate) fn holds(bytes: &[u8], begins: &[&str]) -> bool {
    ZipArchive::new(Cursor::new(bytes))
        .is_ok_and(|archive| archive.file_names().any(|name| name.is_ok_and(|name| begins.iter().any(|begin| name.starts_with(begin)))))
}

fn refused(error: ZipError) -> Cannot {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => Cannot::Encrypted,
        _ => Cannot::Damaged,
    }
}
