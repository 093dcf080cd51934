//! How large a picture says that it is on paper: pixels an inch, across and down. Layouts: PNG 1.2, 4.2.4.2 (pHYs); JFIF 1.02; TIFF 6.0, section 8.

use crate::tiff;

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";
/// Inches of a metre, and centimetres of an inch.
const INCHES: f64 = 39.370_079;
const CENTIMETRES: f64 = 2.54;
/// Pieces of a file that are looked through.
const PIECES: usize = 200;
/// Resolutions that a scanner or a fax has. Programs that know of no paper write 72 or 96.
const LIKELY: std::ops::RangeInclusive<f64> = 97.0..=2_400.0;

/// None where the picture does not say, or says what no scanner does.
pub(crate) fn of(bytes: &[u8]) -> Option<(f64, f64)> {
    let said = if bytes.starts_with(PNG) {
        of_png(bytes)
    } else if bytes.starts_with(&[0xFF, 0xD8]) {
        of_jpeg(bytes)
    } else {
        tiff::resolution(bytes)
    };
    said.filter(|(across, down)| LIKELY.contains(across) && LIKELY.contains(down))
}

fn of_png(bytes: &[u8]) -> Option<(f64, f64)> {
    let mut at = PNG.len();
    for _ in 0..PIECES {
        let length = number(bytes.get(at..at.checked_add(4)?)?);
        let (kind, content) = (bytes.get(at + 4..at + 8)?, at + 8);
        match kind {
            b"pHYs" => {
                let says = bytes.get(content..content + 9)?;
                let metre = |part: &[u8]| f64::from(number(part)) / INCHES;
                return (says[8] == 1).then(|| (metre(&says[..4]), metre(&says[4..8])));
            }
            b"IDAT" | b"IEND" => return None,
            // Content is followed by a sum of four bytes.
            _ => at = content.checked_add(length as usize)?.checked_add(4)?,
        }
    }
    None
}

fn of_jpeg(bytes: &[u8]) -> Option<(f64, f64)> {
    let mut at = 2_usize;
    for _ in 0..PIECES {
        let [0xFF, kind, high, low] = *bytes.get(at..at.checked_add(4)?)? else { return None };
        let length = (usize::from(high) << 8) | usize::from(low);
        if kind == 0xE0 && bytes.get(at + 4..at + 9)? == b"JFIF\0" {
            let says = bytes.get(at + 11..at + 16)?;
            let (across, down) = (number(&says[1..3]), number(&says[3..5]));
            let inch = match says[0] {
                1 => 1.0,
                2 => CENTIMETRES,
                _ => return None,
            };
            return Some((f64::from(across) * inch, f64::from(down) * inch));
        }
        // The picture itself begins.
        if kind == 0xDA {
            return None;
        }
        at += 2 + length;
    }
    None
}

/// The number that these bytes are, the highest first.
fn number(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0, |number, byte| (number << 8) | u32::from(*byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_of_picture_says_it_in_its_own_way() {
        let mut png = PNG.to_vec();
        png.extend([0, 0, 0, 9]);
        png.extend(b"pHYs");
        png.extend(11_811_u32.to_be_bytes());
        png.extend(11_811_u32.to_be_bytes());
        png.extend([1, 0, 0, 0, 0]);
        let (across, down) = of(&png).unwrap();
        assert!((across - 300.0).abs() < 0.01 && (down - 300.0).abs() < 0.01);
        assert_eq!(of(b"\xFF\xD8\xFF\xE0\x00\x10JFIF\0\x01\x02\x01\x00\xC8\x00\x64\0\0"), Some((200.0, 100.0)));
        assert_eq!(of(b"\xFF\xD8\xFF\xE0\x00\x10JFIF\0\x01\x02\x02\x00\x76\x00\x76\0\0").map(|(x, _)| x.round()), Some(300.0));
    }

    #[test]
    fn what_is_cut_off_or_unlikely_says_nothing() {
        let whole = b"\xFF\xD8\xFF\xE0\x00\x10JFIF\0\x01\x02\x01\x00\xC8\x00\x64\0\0";
        (0..16).for_each(|end| assert_eq!(of(&whole[..end]), None, "cut at {end}"));
        assert_eq!(of(b"\xFF\xD8\xFF\xE0\x00\x10JFIF\0\x01\x02\x01\x00\x01\x00\x01\0\0"), None, "an inch for each pixel");
        assert_eq!(of(b"\xFF\xD8\xFF\xE0\x00\x10JFIF\0\x01\x02\x01\x00\x60\x00\x60\0\0"), None, "a program that knows of no paper");
        assert_eq!(of(b"II*\0\x08\0\0\0\xFF\xFF"), None);
    }
}
