//! What is said to a process that reads a document, and what it answers: a small layout with bounds, read with suspicion on both sides. Whoever read a
//! stranger's document may be in that stranger's hands.
//!
//! To it: `PPQ1`, the length of the question and the question (JSON), the length of the document, then its bytes to the end.
//! From it: `PPA1`, one byte that says what follows (0 a reason why not, 1 a look, 2 bytes, 3 a page), the length of the head and the head (JSON), then
//! pixels or bytes to the end. Lengths are eight bytes, little-endian.

use std::io::{self, ErrorKind, Read, Write};

use serde::{Serialize, de::DeserializeOwned};

use crate::{Ask, Cannot, FILE_BYTES, Look, PIXELS, Pixels, SIDE, Seen, Sheet, Shown};

const QUESTION: &[u8; 4] = b"PPQ1";
const ANSWER: &[u8; 4] = b"PPA1";
/// Longest question or head, in bytes.
const HEAD: u64 = 8 << 20;

/// The beginning of an answer.
#[derive(Debug)]
pub enum Answer {
    Cannot(Cannot),
    /// How a document looks; its picture has been read, too.
    Look(Box<Look>, Option<Pixels>),
    /// What a document is called, and how many bytes of it follow.
    Bytes(String, u64),
    /// A page; its pixels have been read, too.
    Sheet(Sheet, Vec<u8>),
}

/// Asks about a document of this length, of which the bytes follow.
pub fn ask(ask: &Ask, length: u64, out: &mut impl Write) -> io::Result<()> {
    out.write_all(QUESTION)?;
    head(ask, out)?;
    out.write_all(&length.to_le_bytes())
}

/// Reads a question with its document.
pub fn question(input: &mut impl Read) -> io::Result<(Ask, Vec<u8>)> {
    marked(input, QUESTION)?;
    let ask = read_head(input)?;
    let said = length(input)?.min(FILE_BYTES);
    let mut bytes = Vec::with_capacity(usize::try_from(said).unwrap_or_default());
    input.take(FILE_BYTES + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > FILE_BYTES { Err(ErrorKind::FileTooLarge.into()) } else { Ok((ask, bytes)) }
}

/// Answers.
pub fn answer(seen: &Result<Seen, Cannot>, out: &mut impl Write) -> io::Result<()> {
    out.write_all(ANSWER)?;
    match seen {
        Err(cannot) => {
            out.write_all(&[0])?;
            head(cannot, out)?;
        }
        Ok(Seen::Look(look, pixels)) => {
            out.write_all(&[1])?;
            head(&(look, pixels.as_ref().map(|pixels| (pixels.width, pixels.height))), out)?;
            pixels.iter().try_for_each(|pixels| out.write_all(&pixels.rgb))?;
        }
        Ok(Seen::Bytes(name, bytes)) => {
            out.write_all(&[2])?;
            head(&(name, bytes.len() as u64), out)?;
            out.write_all(bytes)?;
        }
        Ok(Seen::Sheet(sheet, pixels)) => {
            out.write_all(&[3])?;
            head(sheet, out)?;
            out.write_all(pixels)?;
        }
    }
    out.flush()
}

/// Reads an answer up to where the bytes of a document begin.
pub fn read_answer(input: &mut impl Read) -> io::Result<Answer> {
    marked(input, ANSWER)?;
    let mut kind = [0];
    input.read_exact(&mut kind)?;
    match kind[0] {
        0 => Ok(Answer::Cannot(read_head(input)?)),
        1 => {
            let (look, size): (Box<Look>, Option<(u32, u32)>) = read_head(input)?;
            if matches!(look.shown, Shown::Page { .. } | Shown::Picture { .. }) != size.is_some() {
                return Err(broken());
            }
            let pixels = size.map(|(width, height)| pixels(width, height, input)).transpose()?;
            // Larger than it may be, it is cut as if it had been read here.
            Ok(Answer::Look(Box::new(look.within_bounds()), pixels))
        }
        2 => {
            let (name, length) = read_head(input)?;
            if length > FILE_BYTES { Err(broken()) } else { Ok(Answer::Bytes(name, length)) }
        }
        3 => {
            let sheet: Sheet = read_head(input)?;
            if !sheet.fits() {
                return Err(broken());
            }
            let mut pixels = vec![0; sheet.bytes()];
            input.read_exact(&mut pixels)?;
            Ok(Answer::Sheet(sheet, pixels))
        }
        _ => Err(broken()),
    }
}

fn pixels(width: u32, height: u32, input: &mut impl Read) -> io::Result<Pixels> {
    let fits = (1..=SIDE).contains(&width) && (1..=SIDE).contains(&height) && u64::from(width) * u64::from(height) <= u64::from(PIXELS);
    if !fits {
        return Err(broken());
    }
    let mut rgb = vec![0; width as usize * height as usize * 3];
    input.read_exact(&mut rgb)?;
    Ok(Pixels { width, height, rgb })
}

fn head(value: &impl Serialize, out: &mut impl Write) -> io::Result<()> {
    let json = serde_json::to_vec(value)?;
    out.write_all(&(json.len() as u64).to_le_bytes())?;
    out.write_all(&json)
}

fn read_head<T: DeserializeOwned>(input: &mut impl Read) -> io::Result<T> {
    let length = length(input)?;
    if length > HEAD {
        return Err(broken());
    }
    let mut json = vec![0; usize::try_from(length).map_err(|_| broken())?];
    input.read_exact(&mut json)?;
    Ok(serde_json::from_slice(&json)?)
}

fn length(input: &mut impl Read) -> io::Result<u64> {
    let mut eight = [0; 8];
    input.read_exact(&mut eight)?;
    Ok(u64::from_le_bytes(eight))
}

fn marked(input: &mut impl Read, mark: &[u8; 4]) -> io::Result<()> {
    let mut four = [0; 4];
    input.read_exact(&mut four)?;
    if four == *mark { Ok(()) } else { Err(broken()) }
}

fn broken() -> io::Error {
    ErrorKind::InvalidData.into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Want;

    fn look() -> Look {
        Look {
            name: "жalba.pdf".to_owned(),
            media_type: "application/pdf".to_owned(),
            size: 9,
            page: 1,
            pages: 2,
            title: String::new(),
            goes_on: false,
            left_out: false,
            shown: Shown::Page { text: "Dear".to_owned() },
        }
    }

    fn sheet() -> Sheet {
        Sheet { pages: 3, width: 2, height: 1, grey: false, paper: (2_100, 2_970), askew: Some(-120), cropped: true }
    }

    #[test]
    fn a_page_that_says_too_much_or_ends_early_is_no_answer() {
        let mut whole = Vec::new();
        answer(&Ok(Seen::Sheet(sheet(), vec![0; 6])), &mut whole).unwrap();
        (0..whole.len()).for_each(|end| assert!(read_answer(&mut &whole[..end]).is_err(), "cut at {end}"));
        let saying = |sheet: Sheet| {
            let mut bytes = [&ANSWER[..], &[3]].concat();
            head(&sheet, &mut bytes).unwrap();
            bytes.extend([0; 64]);
            read_answer(&mut bytes.as_slice()).is_ok()
        };
        assert!(saying(sheet()) && saying(Sheet { width: 8, height: 8, grey: true, ..sheet() }));
        assert!(!saying(Sheet { width: u32::MAX, height: u32::MAX, ..sheet() }) && !saying(Sheet { width: 0, ..sheet() }));
        assert!(!saying(Sheet { width: 3_001, height: 3_000, ..sheet() }), "larger than any may be");
        assert!(!saying(Sheet { pages: 0, ..sheet() }) && !saying(Sheet { paper: (1, u32::MAX), ..sheet() }));
        assert!(!saying(Sheet { pages: u32::MAX, ..sheet() }) && !saying(Sheet { askew: Some(i16::MIN), ..sheet() }));
    }

    #[test]
    fn a_question_and_its_answers_come_as_they_were_said() {
        let asked = Ask { name: "жalba.eml".to_owned(), part: vec![1, 0], want: Want::Look { page: 3, width: 800 } };
        let mut bytes = Vec::new();
        ask(&asked, 4, &mut bytes).unwrap();
        bytes.extend(b"mail");
        assert_eq!(question(&mut bytes.as_slice()).unwrap(), (asked, b"mail".to_vec()));

        let drawn = Pixels { width: 1, height: 2, rgb: vec![1, 2, 3, 4, 5, 6] };
        for seen in [
            Err(Cannot::Encrypted),
            Ok(Seen::Look(Box::new(look()), Some(drawn))),
            Ok(Seen::Bytes("a.pdf".to_owned(), b"content".to_vec())),
            Ok(Seen::Sheet(sheet(), vec![1, 2, 3, 4, 5, 6])),
        ] {
            let mut bytes = Vec::new();
            answer(&seen, &mut bytes).unwrap();
            let mut rest = bytes.as_slice();
            let read = match read_answer(&mut rest).unwrap() {
                Answer::Cannot(cannot) => Err(cannot),
                Answer::Look(look, pixels) => Ok(Seen::Look(look, pixels)),
                Answer::Bytes(name, length) => {
                    assert_eq!(length, rest.len() as u64);
                    Ok(Seen::Bytes(name, rest.to_vec()))
                }
                Answer::Sheet(sheet, pixels) => Ok(Seen::Sheet(sheet, pixels)),
            };
            assert_eq!(read, seen);
        }
    }

    #[test]
    fn an_answer_beyond_every_bound_is_cut() {
        let blocks = vec![crate::Block::Table(vec![vec!["x".to_owned(); 9]; 600]); 9];
        let large = Look { shown: Shown::Blocks { blocks }, ..look() };
        let mut bytes = Vec::new();
        answer(&Ok(Seen::Look(Box::new(large), None)), &mut bytes).unwrap();
        let Answer::Look(read, None) = read_answer(&mut bytes.as_slice()).unwrap() else { panic!("a look") };
        let Shown::Blocks { blocks } = &read.shown else { panic!("blocks") };
        let cells: usize =
            blocks.iter().map(|block| if let crate::Block::Table(rows) = block { rows.iter().map(Vec::len).sum() } else { 0 }).sum();
        assert!(read.goes_on && cells <= crate::CELLS, "{cells}");
    }

    #[test]
    fn an_answer_that_says_too_much_or_ends_early_is_no_answer() {
        let mut whole = Vec::new();
        answer(&Ok(Seen::Look(Box::new(look()), Some(Pixels { width: 1, height: 1, rgb: vec![0; 3] }))), &mut whole).unwrap();
        for end in 0..whole.len() {
            assert!(read_answer(&mut &whole[..end]).is_err(), "cut at {end}");
        }
        let saying = |size: Option<(u32, u32)>| {
            let mut bytes = [&ANSWER[..], &[1]].concat();
            head(&(look(), size), &mut bytes).unwrap();
            bytes.extend([0; 64]);
            read_answer(&mut bytes.as_slice()).is_ok()
        };
        assert!(saying(Some((4, 5))));
        assert!(!saying(Some((u32::MAX, u32::MAX))) && !saying(Some((0, 1))) && !saying(Some((2001, 2001))), "larger than any may be");
        assert!(!saying(None), "a page without its picture");
        let mut long = [&ANSWER[..], &[0]].concat();
        long.extend(u64::MAX.to_le_bytes());
        assert!(read_answer(&mut long.as_slice()).is_err());
    }
}
