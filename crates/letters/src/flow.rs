//! From blocks to lines, and from lines to pages: no heading stands alone at the foot of a page, and no line of a paragraph alone at foot or head.

use std::ops::Range;

use crate::{
    Block, Kind,
    face::{Line, Setter, Style, Weight},
};

/// Fewest lines of a paragraph at the foot or head of a page, where it has more.
const TOGETHER: usize = 2;
/// Headings in a row that stay together with what they are for; more than that are no headings.
const HEADINGS: usize = 3;
/// How far a list is set in, in points.
pub(crate) const INDENT: f32 = 14.0;

/// How a kind of block is set.
pub(crate) fn style(kind: Kind) -> Style {
    match kind {
        Kind::Title => Style { weight: Weight::SemiBold, size: 12.5, leading: 17.5 },
        Kind::Heading => Style { weight: Weight::SemiBold, size: 11.0, leading: 15.5 },
        Kind::Text | Kind::Item => Style { weight: Weight::Regular, size: 10.5, leading: 15.0 },
    }
}

/// A block, set.
#[derive(Debug)]
pub(crate) struct Set {
    pub(crate) kind: Kind,
    /// What it says, for what is called by it.
    pub(crate) text: String,
    pub(crate) lines: Vec<Line>,
    /// Space above it, where something stands there.
    pub(crate) above: f32,
}

impl Set {
    pub(crate) fn style(&self) -> Style {
        style(self.kind)
    }

    /// How far it is set in.
    pub(crate) fn indent(&self) -> f32 {
        if self.kind == Kind::Item { INDENT } else { 0.0 }
    }
}

/// Sets every block for a column of this width.
pub(crate) fn set(setter: &mut Setter, blocks: &[Block], width: f32) -> Vec<Set> {
    let mut before = None;
    let mut sets = Vec::with_capacity(blocks.len());
    for block in blocks {
        let above = match (before, block.kind) {
            (None, _) => 0.0,
            (Some(Kind::Item), Kind::Item) => 2.0,
            (Some(Kind::Title), _) => 12.0,
            (_, Kind::Heading) => 12.0,
            (Some(Kind::Heading), _) => 3.0,
            (_, Kind::Item) => 5.0,
            _ => 8.0,
        };
        before = Some(block.kind);
        let indent = if block.kind == Kind::Item { INDENT } else { 0.0 };
        let lines = setter.set(&block.text, style(block.kind), width - indent);
        sets.push(Set { kind: block.kind, text: block.text.clone(), lines, above });
    }
    sets
}

/// Some lines of a block on a page.
#[derive(Debug, PartialEq)]
pub(crate) struct Piece {
    /// Which block.
    pub(crate) set: usize,
    pub(crate) lines: Range<usize>,
    /// Where the first line begins, below the top of the column.
    pub(crate) top: f32,
}

/// What the pages of a letter hold; the first page has another height than the further ones.
pub(crate) fn pages(sets: &[Set], first: f32, further: f32) -> Vec<Vec<Piece>> {
    let mut pages = vec![Vec::new()];
    let (mut room, mut top) = (first, 0.0_f32);
    for (index, set) in sets.iter().enumerate() {
        let (leading, mut from) = (set.style().leading, 0);
        while from < set.lines.len() {
            let at_top = pages.last().is_none_or(Vec::is_empty);
            let begin = if at_top || from > 0 { top } else { top + set.above };
            let fit = ((room - begin) / leading + 0.001).floor().max(0.0) as usize;
            let take = taken(sets, index, from, fit, room - begin, HEADINGS);
            // A page that nothing stands on takes what there is, or nothing ever would.
            let take = if take == 0 && at_top { fit.max(1).min(set.lines.len() - from) } else { take };
            if take == 0 {
                pages.push(Vec::new());
                (room, top) = (further, 0.0);
                continue;
            }
            if let Some(page) = pages.last_mut() {
                page.push(Piece { set: index, lines: from..from + take, top: begin });
            }
            from += take;
            top = begin + take as f32 * leading;
            if from < set.lines.len() {
                pages.push(Vec::new());
                (room, top) = (further, 0.0);
            }
        }
    }
    pages
}

/// How many of a block's lines go on the page, of the `fit` that would. `ahead` is how many headings in a row look at what follows them.
fn taken(sets: &[Set], index: usize, from: usize, fit: usize, room: f32, ahead: usize) -> usize {
    let set = &sets[index];
    let left = set.lines.len() - from;
    if fit >= left {
        return if stands_alone(sets, index, left, room, ahead) { 0 } else { left };
    }
    if matches!(set.kind, Kind::Title | Kind::Heading) {
        return 0;
    }
    // Of what goes over, at least two lines; of what stays, too.
    let stays = if left - fit < TOGETHER { left.saturating_sub(TOGETHER) } else { fit };
    if stays < TOGETHER.min(left) { 0 } else { stays }
}

/// Whether a heading would stand at the foot of a page without what it is for.
fn stands_alone(sets: &[Set], index: usize, left: usize, room: f32, ahead: usize) -> bool {
    let set = &sets[index];
    let (Kind::Title | Kind::Heading, Some(next), Some(ahead)) = (set.kind, sets.get(index + 1), ahead.checked_sub(1)) else {
        return false;
    };
    let room = room - left as f32 * set.style().leading - next.above;
    let fit = (room / next.style().leading + 0.001).floor().max(0.0) as usize;
    taken(sets, index + 1, 0, fit, room, ahead) == 0
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn set(kind: Kind, lines: usize, above: f32) -> Set {
        let line = |_| Line { text: "".into(), glyphs: Vec::new(), width: 0.0 };
        Set { kind, text: String::new(), lines: (0..lines).map(line).collect(), above }
    }

    fn any_set() -> impl Strategy<Value = Set> {
        let kind = prop_oneof![1 => Just(Kind::Heading), 4 => Just(Kind::Text), 3 => Just(Kind::Item)];
        (kind, 1..30_usize, 0..12_u8)
            .prop_map(|(kind, lines, above)| set(kind, if kind == Kind::Heading { lines % 2 + 1 } else { lines }, above.into()))
    }

    proptest! {
        #![proptest_config(ProptestConfig { rng_seed: proptest::test_runner::RngSeed::Fixed(20261102), ..ProptestConfig::default() })]

        #[test]
        fn every_line_stands_once_in_order_and_within_its_page(sets in prop::collection::vec(any_set(), 1..40), first in 120..480_u16, further in 120..680_u16) {
            let (first, further) = (f32::from(first), f32::from(further));
            let pages = pages(&sets, first, further);
            let mut due = sets.iter().enumerate().flat_map(|(at, set)| (0..set.lines.len()).map(move |line| (at, line)));
            for (number, page) in pages.iter().enumerate() {
                prop_assert!(!page.is_empty(), "no page is empty");
                let (room, mut below) = (if number == 0 { first } else { further }, 0.0);
                for piece in page {
                    for line in piece.lines.clone() {
                        prop_assert_eq!(due.next(), Some((piece.set, line)));
                    }
                    prop_assert!(piece.top >= below - 0.01, "nothing stands over what is above it");
                    below = piece.top + piece.lines.len() as f32 * sets[piece.set].style().leading;
                    prop_assert!(below <= room + 0.1, "{below} of {room}");
                }
            }
            prop_assert_eq!(due.next(), None);
        }

        #[test]
        fn no_line_of_a_paragraph_stands_alone_and_no_heading_without_what_it_is_for(sets in prop::collection::vec(any_set(), 2..40)) {
            let pages = pages(&sets, 480.0, 680.0);
            for (number, page) in pages.iter().enumerate() {
                for piece in page {
                    let whole = sets[piece.set].lines.len();
                    prop_assert!(whole < TOGETHER || piece.lines.len() >= TOGETHER, "one line of {whole}");
                }
                let kind = |piece: Option<&Piece>| piece.map(|piece| sets[piece.set].kind);
                let next = pages.get(number + 1).and_then(|page| kind(page.first()));
                // Many headings in a row are none.
                let alone = kind(page.last()) == Some(Kind::Heading) && next.is_some_and(|next| next != Kind::Heading);
                prop_assert!(!alone, "a heading at the foot of page {number}");
            }
        }
    }
}
