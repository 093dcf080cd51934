//! What stands before the content of an age file, read as strictly as the format says (c2sp.org/age).
//!
//! The `age` crate overlooks two things that the format forbids or allows: it still takes stanzas without a short last line, as early
//! versions of age wrote them, and it takes no white space in front of an armor. Both are put right here, before that crate sees the bytes.

use std::io::{self, BufRead, BufReader, Chain, Cursor, Read};

use age::armor::{ArmoredReadError, ArmoredReader};

use crate::AgeError;

/// Longest header in bytes: some ten thousand recipients. Without a bound a broken file would be read into memory whole.
const MAX_HEADER: usize = 1 << 20;
/// A body line of full width, with its line feed.
const FULL_LINE: usize = 65;
const VERSION: &[u8] = b"age-encryption.org/v1\n";
const BEGIN: &[u8; 34] = b"-----BEGIN AGE ENCRYPTED FILE-----";
/// White space that is skipped before an armor, in bytes.
const MAX_WHITE_SPACE: usize = 1024;

/// An age file whose header was looked at and stands in front again.
pub(crate) type Checked<R> = Chain<Cursor<Vec<u8>>, BufReader<R>>;
/// The bytes inside an armor.
pub(crate) type Unarmored<R> = ArmoredReader<BufReader<Chain<Cursor<[u8; 34]>, BufReader<R>>>>;

/// Refuses a header in which a stanza does not end with a short line. Everything else about the header is left to the `age` crate.
pub(crate) fn checked<R: Read>(input: R) -> Result<Checked<R>, AgeError> {
    let mut input = BufReader::new(input);
    let mut header = Vec::new();
    let mut in_body = false;
    loop {
        let start = header.len();
        let room = (MAX_HEADER - start) as u64;
        input.by_ref().take(room).read_until(b'\n', &mut header).map_err(refused)?;
        if header.len() >= MAX_HEADER {
            return Err(AgeError::Header);
        }
        let line = &header[start..];
        let ends_body = line.starts_with(b"---") || line.starts_with(b"-> ");
        if in_body && ends_body {
            return Err(AgeError::Header);
        }
        let other_format = start == 0 && line != VERSION;
        if other_format || line.starts_with(b"---") || !line.ends_with(b"\n") {
            return Ok(Cursor::new(header).chain(input));
        }
        in_body = if in_body { line.len() == FULL_LINE } else { ends_body };
    }
}

/// Takes the armor off, and white space in front of it.
pub(crate) fn unarmored<R: Read>(input: R) -> Result<Unarmored<R>, AgeError> {
    let mut input = BufReader::new(input);
    let mut skipped = 0;
    loop {
        let available = input.fill_buf()?;
        let white = available.iter().take_while(|byte| byte.is_ascii_whitespace()).count();
        let more = white > 0 && white == available.len();
        input.consume(white);
        skipped += white;
        if skipped > MAX_WHITE_SPACE {
            return Err(AgeError::Armor);
        }
        if !more {
            break;
        }
    }
    let mut marker = [0; BEGIN.len()];
    input.read_exact(&mut marker).map_err(|_| AgeError::Armor)?;
    if marker != *BEGIN {
        return Err(AgeError::Armor);
    }
    Ok(ArmoredReader::new(Cursor::new(marker).chain(input)))
}

/// Why the header could not be read: broken armor, a file that ends early, or a disk that fails.
pub(crate) fn refused(error: io::Error) -> AgeError {
    if error.get_ref().is_some_and(|inner| inner.is::<ArmoredReadError>()) {
        return AgeError::Armor;
    }
    match error.kind() {
        io::ErrorKind::UnexpectedEof | io::ErrorKind::InvalidData => AgeError::Header,
        _ => AgeError::Io(error),
    }
}
