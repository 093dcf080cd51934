//! Whether a file looks as if whoever wrote it had come to its end.

use std::io::{self, Read, Seek, SeekFrom};

use crate::media::media_type_of;

/// What of the end is looked at: a ZIP ends with its index's end, before a comment of at most 64 KiB.
const END: u64 = (64 << 10) + 22;
/// How far from its end a PDF may say that it ends; some programs write a little after it.
const PDF_END: usize = 2048;

/// Whether a file under this name looks whole, that was of this media type before. What has no end that could be recognised counts as whole, unless it
/// is empty or has become something else.
///
/// # Errors
/// When the file cannot be read.
pub fn looks_whole(name: &str, before: &str, file: &mut (impl Read + Seek)) -> io::Result<bool> {
    let length = file.seek(SeekFrom::End(0))?;
    if length == 0 {
        return Ok(false);
    }
    file.seek(SeekFrom::Start(0))?;
    let mut first = Vec::new();
    file.by_ref().take(512).read_to_end(&mut first)?;
    file.seek(SeekFrom::Start(length.saturating_sub(END)))?;
    let mut last = Vec::new();
    file.by_ref().take(END).read_to_end(&mut last)?;
    file.seek(SeekFrom::Start(0))?;
    let holds = |end: &[u8], within: usize| last[last.len().saturating_sub(within)..].windows(end.len()).any(|at| at == end);
    Ok(if first.starts_with(b"PK\x03\x04") {
        holds(b"PK\x05\x06", last.len())
    } else if first.starts_with(b"%PDF-") {
        holds(b"%%EOF", PDF_END)
    } else if first.starts_with(b"\x89PNG\r\n\x1a\n") {
        holds(b"IEND", 64)
    } else {
        const UNKNOWN: &str = "application/octet-stream";
        before == UNKNOWN || media_type_of(name, &first) != UNKNOWN
    })
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;

    fn whole(name: &str, before: &str, bytes: &[u8]) -> bool {
        looks_whole(name, before, &mut Cursor::new(bytes)).unwrap()
    }

    #[test]
    fn what_is_empty_cut_off_or_has_become_something_else_does_not_look_whole() {
        let odt = "application/vnd.oasis.opendocument.text";
        let zip = [b"PK\x03\x04".as_slice(), &[7; 3000], b"PK\x05\x06", &[0; 18]].concat();
        assert!(whole("letter.odt", odt, &zip));
        assert!(!whole("letter.odt", odt, &zip[..2000]), "without its index nobody opens it");
        assert!(!whole("letter.odt", odt, &[0; 4096]), "what a disk left of it");
        let pdf = [b"%PDF-1.7\n".as_slice(), &[b'x'; 9000], b"\n%%EOF\n"].concat();
        assert!(whole("plan.pdf", "application/pdf", &pdf));
        assert!(!whole("plan.pdf", "application/pdf", &pdf[..9000]));
        assert!(!whole("note.txt", "text/plain", b""));
        assert!(whole("note.txt", "text/plain", b"half a sent"), "nobody can tell");
        assert!(whole("data.bin", "application/octet-stream", &[1, 2, 3]));
    }
}
