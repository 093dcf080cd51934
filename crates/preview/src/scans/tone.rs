//! Colour, grey, black and white.

use super::raster::Raster;

/// How far apart the parts of a pixel are that is called coloured: yellowed paper is not.
const COLOURED: u8 = 56;
/// How many pixels of a page in ten thousand have to be, for the page to be in colour: a stamp, a signature in blue.
const ENOUGH: usize = 12;
/// The neighbourhood against which ink is told from paper, one in so many of the width, and how much darker than it ink is.
const AROUND: usize = 60;
const DARKER: u32 = 22;
/// What is ink, and what is paper, whatever stands around it.
const BLACK: u8 = 56;
const PAPER: u8 = 225;

/// Whether a page has colour that somebody would miss.
pub(crate) fn has_colour(page: &Raster) -> bool {
    if page.grey {
        return false;
    }
    let apart = |pixel: &&[u8]| {
        let (most, least) = pixel.iter().fold((0, u8::MAX), |(most, least), part| (most.max(*part), least.min(*part)));
        most - least > COLOURED
    };
    let coloured = page.bytes.chunks_exact(3).filter(apart).count();
    coloured * 10_000 > page.width * page.height * ENOUGH
}

/// A grey page in black and white. Ink is what is darker than the paper around it: shadows of a fold or a hand are paper.
pub(crate) fn black_and_white(page: &Raster) -> Raster {
    let (sums, around) = (page.sums(), (page.width / AROUND).max(4));
    let mut bytes = Vec::with_capacity(page.bytes.len());
    for y in 0..page.height {
        for x in 0..page.width {
            let pixel = page.bytes[y * page.width + x];
            let ink = pixel < BLACK || (pixel < PAPER && u32::from(pixel) + DARKER < page.mean(&sums, x, y, around));
            bytes.push(if ink { 0 } else { 255 });
        }
    }
    Raster { bytes, ..*page }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stamp_makes_a_page_coloured_and_yellowed_paper_does_not() {
        let mut page = Raster { width: 200, height: 200, grey: false, bytes: [246, 240, 210].repeat(200 * 200) };
        assert!(!has_colour(&page));
        page.bytes[..3 * 100].copy_from_slice(&[40, 60, 190].repeat(100));
        assert!(has_colour(&page));
        assert!(!has_colour(&page.to_grey()));
    }

    #[test]
    fn ink_is_black_in_a_shadow_too_and_the_shadow_is_paper() {
        // The paper grows darker from left to right; a stroke stands at either end.
        let shade = |x: usize| 250 - (x / 2) as u8;
        let stroke = |x: usize| (20..23).contains(&x) || (270..273).contains(&x);
        let bytes = (0..300 * 50).map(|at| at % 300).map(|x| if stroke(x) { shade(x) - 60 } else { shade(x) }).collect();
        let page = black_and_white(&Raster { width: 300, height: 50, grey: true, bytes });
        let row = &page.bytes[25 * 300..26 * 300];
        assert!((0..300).all(|x| (row[x] == 0) == stroke(x)), "{row:?}");
    }
}
