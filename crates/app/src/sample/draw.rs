//! Draws from a seed: the same sequence on every computer, for ever. Fit for made-up cases, never for keys.

/// A sequence of numbers (SplitMix64).
#[derive(Clone, Debug)]
pub(crate) struct Draw(u64);

impl Draw {
    /// A sequence of its own for one thing of many, so that nothing that is drawn for another moves it.
    pub(crate) fn of_one(seed: u64, number: usize) -> Self {
        let mut drawn = Self(seed ^ (number as u64 + 1).wrapping_mul(0xA076_1D64_78BD_642F));
        drawn.next();
        drawn
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`; 0 where that is 0.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        // So far below 64 bits that no number is noticeably likelier.
        (self.next() % (end.max(1) as u64)) as usize
    }

    /// A number from `from` to `to`, both among them.
    pub(crate) fn between(&mut self, from: i64, to: i64) -> i64 {
        from + self.below((to - from + 1).max(1) as usize) as i64
    }

    /// Whether something happens that happens in so many of a hundred cases.
    pub(crate) fn happens(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// One of these; there is at least one.
    pub(crate) fn one_of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }

    /// The random part of an id.
    pub(crate) fn ten(&mut self) -> [u8; 10] {
        let mut bytes = [0; 10];
        bytes[..8].copy_from_slice(&self.next().to_be_bytes());
        bytes[8..].copy_from_slice(&self.next().to_be_bytes()[..2]);
        bytes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_draws_the_same_on_every_computer() {
        // The first number that the published algorithm gives for this seed.
        assert_eq!(Draw(1_234_567).next(), 6_457_827_717_110_365_317);
    }

    #[test]
    fn numbers_stay_where_they_belong() {
        let mut drawn = Draw::of_one(1, 1);
        for _ in 0..1000 {
            assert!((3..=5).contains(&drawn.between(3, 5)));
            assert!(drawn.below(4) < 4);
        }
    }
}
