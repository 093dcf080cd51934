//! Entry point for fuzzing: takes any bytes and must return.

use crate::{Ask, Cannot, How, PIXELS, Seen, TEXT_CHARS, Tone, Want, see, wire};

/// Names under which bytes are read.
const NAMES: [&str; 8] = ["a", "a.pdf", "a.eml", "a.docx", "a.odt", "a.xlsx", "a.ods", "a.csv"];

/// The first byte says under which name the others are a document.
pub fn fuzz_preview(data: &[u8]) {
    let Some((first, bytes)) = data.split_first() else { return };
    let name = NAMES[usize::from(*first) % NAMES.len()].to_owned();
    let how = How { turn: first % 4, straighten: true, crop: true, tone: Tone::AsItIs, width: 64 };
    said(&see(bytes.to_vec(), &Ask { name: name.clone(), part: Vec::new(), want: Want::Sheet { page: 1, how } }));
    let seen = see(bytes.to_vec(), &Ask { name, part: Vec::new(), want: Want::Look { page: 1, width: 64 } });
    if let Ok(Seen::Look(look, pixels)) = &seen {
        assert!((1..=look.pages).contains(&look.page), "a page that is there");
        if let Some(pixels) = pixels {
            assert!(pixels.width * pixels.height <= PIXELS && pixels.width <= 64, "no larger than asked for");
            assert_eq!(pixels.rgb.len(), (pixels.width * pixels.height * 3) as usize, "a whole picture");
        }
        if let crate::Shown::Text { text } = &look.shown {
            assert!(text.chars().count() <= TEXT_CHARS, "no longer than a text may be");
        }
    }
    said(&seen);
}

/// Whatever comes of a document can be told, and is believed by whoever hears it.
fn said(seen: &Result<Seen, Cannot>) {
    let mut said = Vec::new();
    wire::answer(seen, &mut said).unwrap_or_else(|error| panic!("memory takes every answer: {error}"));
    assert!(wire::read_answer(&mut said.as_slice()).is_ok(), "what is answered can be read");
}
