//! Text in whatever encoding it was written in: by its mark, else as UTF-8, else by what its bytes look like most.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// Bytes by which an encoding is guessed.
const GUESSED_BY: usize = 64 << 10;

/// What bytes say, and in which encoding they say it. Never refuses: what is no sign of that encoding becomes U+FFFD.
pub fn decode(bytes: &[u8]) -> (Cow<'_, str>, &'static str) {
    let encoding = encoding_of(bytes);
    // A mark at the beginning wins, and is left out.
    let (text, encoding, _) = encoding.decode(bytes);
    (text, encoding.name())
}

/// Whether bytes read as text: no zero bytes but those of UTF-16, hardly any other signs that nobody sees.
pub fn looks_like_text(bytes: &[u8]) -> bool {
    let first = &bytes[..bytes.len().min(GUESSED_BY)];
    let (text, _) = decode(first);
    let unseen = text.chars().filter(|sign| sign.is_control() && !matches!(sign, '\t' | '\n' | '\r' | '\u{c}')).count();
    unseen * 500 <= text.chars().count()
}

fn encoding_of(bytes: &[u8]) -> &'static Encoding {
    let first = &bytes[..bytes.len().min(GUESSED_BY)];
    if let Some((marked, _)) = Encoding::for_bom(first) {
        return marked;
    }
    if let Some(wide) = wide(first) {
        return wide;
    }
    if std::str::from_utf8(bytes).is_ok() {
        return UTF_8;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(first, first.len() == bytes.len());
    detector.guess(None, Utf8Detection::Deny)
}

/// UTF-16 without a mark: of texts in Latin or Cyrillic letters every second byte is one of few.
fn wide(first: &[u8]) -> Option<&'static Encoding> {
    let pairs = first.len() / 2;
    let high = |at: usize| first[..pairs * 2].chunks_exact(2).filter(|pair| matches!(pair[at], 0 | 4)).count();
    let zeros = first.iter().filter(|byte| **byte == 0).count();
    let mostly = |count: usize| pairs > 1 && zeros > 0 && count * 10 >= pairs * 9;
    match (mostly(high(1)), mostly(high(0))) {
        (true, false) => Some(UTF_16LE),
        (false, true) => Some(UTF_16BE),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SAID: &str = "Почитувани, барањето за упис на детето е примено на 3 ноември и ќе биде решено во законскиот рок.";

    #[test]
    fn text_is_read_in_the_encodings_that_offices_of_this_region_write() {
        let wide = |order: fn(u16) -> [u8; 2], text: &str| text.encode_utf16().flat_map(order).collect::<Vec<u8>>();
        assert_eq!(decode(SAID.as_bytes()).0, SAID);
        assert_eq!(decode(&[b"\xEF\xBB\xBF", SAID.as_bytes()].concat()).0, SAID, "the mark is no part of the text");
        for order in [u16::to_le_bytes, u16::to_be_bytes] {
            assert_eq!(decode(&wide(order, &format!("\u{feff}{SAID}"))).0, SAID);
            assert_eq!(decode(&wide(order, SAID)).0, SAID, "also without a mark");
        }
        assert_eq!(decode(&encoding_rs::WINDOWS_1251.encode(SAID).0), (SAID.into(), "windows-1251"));
        let german = "Sehr geehrte Frau Müller, die Prüfung des Antrags für die Straße am Fluss dauert noch zwölf Tage. Schöne Grüße";
        assert_eq!(decode(&encoding_rs::WINDOWS_1252.encode(german).0).0, german);
        let polish =
            "Szanowna Pani Żak, wniosek o miejsce w przedszkolu został przyjęty. Odpowiedź wyślemy w ciągu miesiąca, proszę czekać.";
        assert_eq!(decode(&encoding_rs::WINDOWS_1250.encode(polish).0).0, polish);
    }

    #[test]
    fn any_bytes_decode_and_programs_are_no_text() {
        assert!(looks_like_text(SAID.as_bytes()) && looks_like_text(b""));
        assert!(!looks_like_text(b"\x7FELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0>\0\x01\0\0\0"));
        for length in 0..64_u8 {
            let bytes: Vec<u8> = (0..length).map(|at| at.wrapping_mul(151)).collect();
            decode(&bytes);
            looks_like_text(&bytes);
        }
    }
}
