//! Pages of a TIFF, such as a fax has. A decoder shows the first: so the file is turned to the page that is asked for, in memory.
//! Layout: TIFF 6.0, section 2 (a header that leads to the first directory, each directory to the next).

/// Pages that are counted.
const PAGES: usize = 10_000;

/// Where each page's directory stands. Empty where the file is none that can be turned; then its first page is all there is.
pub(crate) fn pages(bytes: &[u8]) -> Vec<u32> {
    let Some(order) = Order::of(bytes) else { return Vec::new() };
    let mut found: Vec<u32> = Vec::new();
    let mut next = order.long(bytes, 4);
    while let Some(at) = next.filter(|at| *at != 0 && found.len() < PAGES) {
        let Some(entries) = order.short(bytes, at as usize) else { break };
        // Directories that lead back would go on for ever.
        if found.contains(&at) {
            break;
        }
        found.push(at);
        next = order.long(bytes, at as usize + 2 + usize::from(entries) * 12);
    }
    found
}

/// Makes the page whose directory stands there the first.
pub(crate) fn turn_to(bytes: &mut [u8], at: u32) {
    let written = match Order::of(bytes) {
        Some(Order::Little) => at.to_le_bytes(),
        Some(Order::Big) => at.to_be_bytes(),
        None => return,
    };
    bytes[4..8].copy_from_slice(&written);
}

/// Pixels an inch of the first page, across and down (section 8).
pub(crate) fn resolution(bytes: &[u8]) -> Option<(f64, f64)> {
    const ACROSS: u16 = 282;
    const DOWN: u16 = 283;
    const UNIT: u16 = 296;
    const CENTIMETRES: f64 = 2.54;
    let order = Order::of(bytes)?;
    let directory = order.long(bytes, 4)? as usize;
    let entries = usize::from(order.short(bytes, directory)?);
    let entry = |tag: u16| (0..entries).map(|at| directory + 2 + at * 12).find(|at| order.short(bytes, *at) == Some(tag));
    let ratio = |tag: u16| {
        let at = order.long(bytes, entry(tag)? + 8)? as usize;
        let (upper, lower) = (order.long(bytes, at)?, order.long(bytes, at.checked_add(4)?)?);
        (lower > 0).then(|| f64::from(upper) / f64::from(lower))
    };
    let inch = match entry(UNIT).and_then(|at| order.short(bytes, at + 8)) {
        None | Some(2) => 1.0,
        Some(3) => CENTIMETRES,
        Some(_) => return None,
    };
    Some((ratio(ACROSS)? * inch, ratio(DOWN)? * inch))
}

/// In which order numbers are written.
#[derive(Clone, Copy)]
enum Order {
    Little,
    Big,
}

impl Order {
    fn of(bytes: &[u8]) -> Option<Self> {
        match bytes.get(..8)? {
            [b'I', b'I', 42, 0, ..] => Some(Self::Little),
            [b'M', b'M', 0, 42, ..] => Some(Self::Big),
            _ => None,
        }
    }

    fn short(self, bytes: &[u8], at: usize) -> Option<u16> {
        let two = bytes.get(at..at.checked_add(2)?)?.try_into().ok()?;
        Some(match self {
            Self::Little => u16::from_le_bytes(two),
            Self::Big => u16::from_be_bytes(two),
        })
    }

    fn long(self, bytes: &[u8], at: usize) -> Option<u32> {
        let four = bytes.get(at..at.checked_add(4)?)?.try_into().ok()?;
        Some(match self {
            Self::Little => u32::from_le_bytes(four),
            Self::Big => u32::from_be_bytes(four),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_that_lead_back_or_nowhere_are_counted_once() {
        let file = |next: u32| {
            let mut bytes = b"II*\0\x08\0\0\0\0\0".to_vec();
            bytes.extend(next.to_le_bytes());
            bytes
        };
        assert_eq!(pages(&file(0)), [8]);
        assert_eq!(pages(&file(8)), [8], "it leads back to itself");
        assert_eq!(pages(&file(u32::MAX)), [8], "it leads out of the file");
        assert_eq!(pages(b"II*\0"), [0; 0]);
    }

    #[test]
    fn a_fax_says_how_much_wider_its_pixels_are_than_high() {
        let mut bytes = b"MM\0*\0\0\0\x08\0\x02".to_vec();
        for (tag, at) in [(282_u16, 38_u32), (283, 46)] {
            bytes.extend(tag.to_be_bytes());
            bytes.extend([0, 5, 0, 0, 0, 1]);
            bytes.extend(at.to_be_bytes());
        }
        bytes.extend([0; 4]);
        [204_u32, 1, 98, 1].iter().for_each(|number| bytes.extend(number.to_be_bytes()));
        assert_eq!(resolution(&bytes), Some((204.0, 98.0)));
        (0..bytes.len()).for_each(|end| assert_eq!(resolution(&bytes[..end]), None, "cut at {end}"));
    }
}
