//! Where a sheet ends that was scanned or photographed on something darker.

use super::raster::{Part, Raster};

/// What is brighter than this is paper.
const BRIGHT: u8 = 140;
/// Shares in percent: of a row of paper that is bright, of what is cut off that may be, and of what stays that has to be.
const ROW: usize = 50;
const OFF: usize = 25;
const STAYS: usize = 65;
/// The smallest part of a picture, in percent, that is taken for a sheet, and the smallest strip that is worth cutting off.
const SHEET: usize = 20;
const STRIP: usize = 1;

/// How a grey page marks what came in from outside when it was turned.
pub(crate) const OUTSIDE: u8 = 0;

/// The sheet on a grey page that was [`marked`] and straightened; none where its edges are not clear.
pub(crate) fn sheet(page: &Raster) -> Option<Part> {
    let all = Part { x: 0, y: 0, width: page.width, height: page.height };
    // From one side to the other, twice: with the others cut off, an edge is clearer.
    let part = (0..2).fold(all, |part, _| within(page, part));
    let (inside, whole) = (tally(page, part), tally(page, all));
    let off = Tally { bright: whole.bright.saturating_sub(inside.bright), known: whole.known.saturating_sub(inside.known) };
    let worth = (all.width - part.width) * 100 > all.width * STRIP || (all.height - part.height) * 100 > all.height * STRIP;
    let large = part.width * part.height * 100 >= all.width * all.height * SHEET;
    (worth && large && inside.share() >= STAYS && off.known > 0 && off.share() <= OFF).then_some(part)
}

/// The page, with nothing in it that reads as [`OUTSIDE`].
pub(crate) fn marked(mut page: Raster) -> Raster {
    page.bytes.iter_mut().for_each(|pixel| *pixel = (*pixel).max(OUTSIDE + 1));
    page
}

/// How much of a part is paper, of what is known of it.
struct Tally {
    bright: usize,
    known: usize,
}

impl Tally {
    /// In percent; of nothing, none.
    fn share(&self) -> usize {
        self.bright * 100 / self.known.max(1)
    }
}

fn tally(page: &Raster, part: Part) -> Tally {
    let rows = (part.y..part.y + part.height).map(|y| &page.bytes[y * page.width + part.x..y * page.width + part.x + part.width]);
    rows.flatten().fold(Tally { bright: 0, known: 0 }, |tally, pixel| Tally {
        bright: tally.bright + usize::from(*pixel > BRIGHT),
        known: tally.known + usize::from(*pixel != OUTSIDE),
    })
}

/// The part without the rows and columns along its sides that are no paper.
fn within(page: &Raster, part: Part) -> Part {
    let paper = |strip: Part| tally(page, strip).share() >= ROW;
    let row = |y: usize| paper(Part { y, height: 1, ..part });
    let column = |x: usize| paper(Part { x, width: 1, ..part });
    let (rows, columns) = (part.y..part.y + part.height, part.x..part.x + part.width);
    let ends = |first: Option<usize>, last: Option<usize>| Some((first?, last? + 1));
    let down = ends(rows.clone().find(|y| row(*y)), rows.rev().find(|y| row(*y)));
    let across = ends(columns.clone().find(|x| column(*x)), columns.rev().find(|x| column(*x)));
    match (down, across) {
        (Some((top, end)), Some((left, right))) => Part { x: left, y: top, width: right - left, height: end - top },
        _ => part,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A grey page with a bright sheet on it.
    fn on(around: u8, sheet: Part) -> Raster {
        let (width, height) = (400, 500);
        let inside = |x: usize, y: usize| (sheet.x..sheet.x + sheet.width).contains(&x) && (sheet.y..sheet.y + sheet.height).contains(&y);
        let bytes = (0..width * height).map(|at| if inside(at % width, at / width) { 240 } else { around }).collect();
        Raster { width, height, grey: true, bytes }
    }

    #[test]
    fn a_sheet_on_a_dark_lid_is_found_to_the_pixel() {
        let there = Part { x: 30, y: 0, width: 300, height: 420 };
        assert_eq!(sheet(&marked(on(20, there))), Some(there), "it may touch a side");
    }

    #[test]
    fn where_no_edge_is_clear_nothing_is_cut_off() {
        let there = Part { x: 30, y: 20, width: 300, height: 420 };
        assert_eq!(sheet(&marked(on(245, there))), None, "a white lid");
        assert_eq!(sheet(&marked(on(20, Part { x: 30, y: 20, width: 60, height: 60 }))), None, "a note, or a window");
        assert_eq!(sheet(&marked(on(20, Part { x: 0, y: 0, width: 0, height: 0 }))), None, "a dark page");
        let turned = marked(on(245, there)).rotated(7.0, OUTSIDE);
        assert_eq!(sheet(&turned), None, "what came in from outside is no lid");
    }
}
