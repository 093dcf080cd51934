//! What kind of document some bytes are: by the ending of the name, checked against the first bytes.

use crate::names::extension;

/// What the first bytes say for certain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Magic {
    Pdf,
    Png,
    Jpeg,
    Gif,
    Webp,
    Tiff,
    Bmp,
    Zip,
    /// The container of the older office programs and of Outlook messages.
    Ole,
    Rtf,
    PostScript,
    Html,
    Xml,
    /// Another archive: gzip, 7-Zip, RAR.
    Archive,
    Program,
}

impl Magic {
    const fn media_type(self) -> &'static str {
        match self {
            Magic::Pdf => "application/pdf",
            Magic::Png => "image/png",
            Magic::Jpeg => "image/jpeg",
            Magic::Gif => "image/gif",
            Magic::Webp => "image/webp",
            Magic::Tiff => "image/tiff",
            Magic::Bmp => "image/bmp",
            Magic::Zip => "application/zip",
            Magic::Rtf => "application/rtf",
            Magic::PostScript => "application/postscript",
            Magic::Html => "text/html",
            Magic::Xml => "application/xml",
            Magic::Ole | Magic::Archive | Magic::Program => "application/octet-stream",
        }
    }
}

/// Which bytes a name ending allows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Family {
    Pdf,
    Image,
    ZipDocument,
    OldOffice,
    Rtf,
    PostScript,
    Markup,
    Text,
    Archive,
}

impl Family {
    /// Whether files of this family always begin with bytes that can be recognised.
    const fn has_magic(self) -> bool {
        !matches!(self, Family::Markup | Family::Text)
    }

    /// Old office endings are lenient on purpose: programs have long written RTF, HTML and newer documents under them.
    const fn allows(self, magic: Magic) -> bool {
        match self {
            Family::Pdf => matches!(magic, Magic::Pdf),
            Family::Image => matches!(magic, Magic::Png | Magic::Jpeg | Magic::Gif | Magic::Webp | Magic::Tiff | Magic::Bmp),
            Family::ZipDocument => matches!(magic, Magic::Zip | Magic::Ole),
            Family::OldOffice => matches!(magic, Magic::Ole | Magic::Zip | Magic::Rtf | Magic::Html | Magic::Xml),
            Family::Rtf => matches!(magic, Magic::Rtf),
            Family::PostScript => matches!(magic, Magic::PostScript),
            Family::Markup => matches!(magic, Magic::Html | Magic::Xml),
            Family::Text => matches!(magic, Magic::Html | Magic::Xml | Magic::Rtf | Magic::PostScript | Magic::Bmp),
            Family::Archive => matches!(magic, Magic::Zip | Magic::Archive),
        }
    }
}

/// The media type of a document, from the ending of its name and its first bytes (512 are enough; none means
/// the name alone decides). Bytes that do not bear out the name are never given the name's type.
pub fn media_type_of(name: &str, first: &[u8]) -> &'static str {
    let magic = magic_of(first);
    match (named(name), magic) {
        (Some((media_type, family)), Some(magic)) => {
            // Inside the image family the bytes know better than the name.
            if !family.allows(magic) || family == Family::Image { magic.media_type() } else { media_type }
        }
        (Some((_, family)), None) if family.has_magic() && !first.is_empty() => "application/octet-stream",
        (Some((media_type, _)), None) => media_type,
        (None, Some(magic)) => magic.media_type(),
        (None, None) => "application/octet-stream",
    }
}

/// Whether the first bytes are certainly of another type than the name says, or are a program.
pub fn contradicts(name: &str, first: &[u8]) -> bool {
    match (named(name), magic_of(first)) {
        (_, Some(Magic::Program)) => true,
        (Some((_, family)), Some(magic)) => !family.allows(magic),
        _ => false,
    }
}

/// Whether these bytes are an archive that the name does not declare as a document made of one.
pub(crate) fn is_nested_archive(name: &str, first: &[u8]) -> bool {
    match named(name) {
        Some((_, Family::Archive)) => true,
        Some((_, Family::ZipDocument | Family::OldOffice)) => false,
        _ => matches!(magic_of(first), Some(Magic::Zip | Magic::Archive)),
    }
}

fn magic_of(first: &[u8]) -> Option<Magic> {
    let starts = |magic: &[u8]| first.starts_with(magic);
    // Readers allow a little before the PDF mark; polyglots begin otherwise, so only white space and a BOM are passed.
    let text_start = first.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(first).trim_ascii_start();
    if text_start.starts_with(b"%PDF-") {
        return Some(Magic::Pdf);
    }
    let binary: &[(&[u8], Magic)] = &[
        (b"\x89PNG\r\n\x1a\n", Magic::Png),
        (b"\xFF\xD8\xFF", Magic::Jpeg),
        (b"GIF87a", Magic::Gif),
        (b"GIF89a", Magic::Gif),
        (b"II*\0", Magic::Tiff),
        (b"MM\0*", Magic::Tiff),
        (b"PK\x03\x04", Magic::Zip),
        (b"PK\x05\x06", Magic::Zip),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", Magic::Ole),
        (b"{\\rtf", Magic::Rtf),
        (b"%!PS", Magic::PostScript),
        (b"\x1F\x8B", Magic::Archive),
        (b"7z\xBC\xAF\x27\x1C", Magic::Archive),
        (b"Rar!\x1A\x07", Magic::Archive),
        (b"\x7FELF", Magic::Program),
        (b"#!/", Magic::Program),
    ];
    if let Some((_, magic)) = binary.iter().find(|(mark, _)| starts(mark)) {
        return Some(*magic);
    }
    if starts(b"RIFF") && first.get(8..12) == Some(b"WEBP") {
        return Some(Magic::Webp);
    }
    // Two letters alone could begin a text; a program of this kind has zero bytes right behind them.
    if starts(b"MZ") && first.iter().take(64).any(|byte| *byte == 0) {
        return Some(Magic::Program);
    }
    if starts(b"BM") && first.get(6..10) == Some(&[0; 4]) {
        return Some(Magic::Bmp);
    }
    let begins = |mark: &[u8]| text_start.get(..mark.len()).is_some_and(|start| start.eq_ignore_ascii_case(mark));
    if begins(b"<!doctype html") || begins(b"<html") {
        return Some(Magic::Html);
    }
    begins(b"<?xml").then_some(Magic::Xml)
}

fn named(name: &str) -> Option<(&'static str, Family)> {
    let ending = extension(name)?.to_ascii_lowercase();
    Some(match ending.as_str() {
        "pdf" => ("application/pdf", Family::Pdf),
        "png" => ("image/png", Family::Image),
        "jpg" | "jpeg" | "jpe" => ("image/jpeg", Family::Image),
        "gif" => ("image/gif", Family::Image),
        "webp" => ("image/webp", Family::Image),
        "tif" | "tiff" => ("image/tiff", Family::Image),
        "bmp" => ("image/bmp", Family::Image),
        "docx" => ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", Family::ZipDocument),
        "dotx" => ("application/vnd.openxmlformats-officedocument.wordprocessingml.template", Family::ZipDocument),
        "xlsx" => ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Family::ZipDocument),
        "xltx" => ("application/vnd.openxmlformats-officedocument.spreadsheetml.template", Family::ZipDocument),
        "pptx" => ("application/vnd.openxmlformats-officedocument.presentationml.presentation", Family::ZipDocument),
        "potx" => ("application/vnd.openxmlformats-officedocument.presentationml.template", Family::ZipDocument),
        "odt" => ("application/vnd.oasis.opendocument.text", Family::ZipDocument),
        "ott" => ("application/vnd.oasis.opendocument.text-template", Family::ZipDocument),
        "ods" => ("application/vnd.oasis.opendocument.spreadsheet", Family::ZipDocument),
        "ots" => ("application/vnd.oasis.opendocument.spreadsheet-template", Family::ZipDocument),
        "odp" => ("application/vnd.oasis.opendocument.presentation", Family::ZipDocument),
        "otp" => ("application/vnd.oasis.opendocument.presentation-template", Family::ZipDocument),
        "doc" | "dot" => ("application/msword", Family::OldOffice),
        "xls" | "xlt" | "xlc" | "xlm" | "xlw" => ("application/vnd.ms-excel", Family::OldOffice),
        "ppt" | "pot" => ("application/vnd.ms-powerpoint", Family::OldOffice),
        "msg" => ("application/vnd.ms-outlook", Family::OldOffice),
        "mpp" => ("application/vnd.ms-project", Family::OldOffice),
        "rtf" => ("application/rtf", Family::Rtf),
        "ps" => ("application/postscript", Family::PostScript),
        "htm" | "html" => ("text/html", Family::Markup),
        "xml" | "xsd" => ("application/xml", Family::Markup),
        "txt" => ("text/plain", Family::Text),
        "md" => ("text/markdown", Family::Text),
        "csv" => ("text/csv", Family::Text),
        "eml" => ("message/rfc822", Family::Text),
        "zip" => ("application/zip", Family::Archive),
        "gz" | "tgz" => ("application/gzip", Family::Archive),
        "7z" => ("application/x-7z-compressed", Family::Archive),
        "rar" => ("application/vnd.rar", Family::Archive),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_decides_where_the_bytes_agree_or_are_absent() {
        assert_eq!(media_type_of("a.PDF", b"%PDF-1.7\n"), "application/pdf");
        assert_eq!(media_type_of("a.pdf", b""), "application/pdf");
        assert_eq!(media_type_of("a.odt", b"PK\x03\x04rest"), "application/vnd.oasis.opendocument.text");
        assert_eq!(media_type_of("mail.eml", b"From: a@b\r\n"), "message/rfc822");
    }

    #[test]
    fn bytes_that_do_not_bear_out_the_name_are_not_given_its_type() {
        assert_eq!(media_type_of("a.pdf", b"just words"), "application/octet-stream");
        assert_eq!(media_type_of("a.png", b"\xFF\xD8\xFF\xE0"), "image/jpeg");
        assert_eq!(media_type_of("noending", b"%PDF-1.4"), "application/pdf");
        assert_eq!(media_type_of("noending", b"words"), "application/octet-stream");
    }

    #[test]
    fn programs_and_disguises_contradict_their_names() {
        assert!(contradicts("a.pdf", b"MZ\x90\0\x03\0"));
        assert!(contradicts("a.pdf", b"<html><script>"));
        assert!(contradicts("a.jpg", b"PK\x03\x04"));
        assert!(contradicts("tool", b"\x7FELF\x02"));
        assert!(!contradicts("a.doc", b"{\\rtf1"), "old word processors write RTF under .doc");
        assert!(!contradicts("a.txt", b"MZ is how some texts begin"));
        assert!(!contradicts("a.pdf", b""));
    }
}
