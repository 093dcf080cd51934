//! By how much a page of text stands askew. The lines of a text are the direction in which ink and paper take turns most sharply: seen along them, rows
//! are full or empty; seen along any other, all are alike (projection profiles, as Postl proposed and Leptonica measures them).

use super::raster::Raster;

/// Longest side of the picture that is looked at, in pixels.
pub(crate) const LOOKED_AT: usize = 1_200;
/// The largest angle that is taken for a page put in askew, in degrees.
const MOST: f64 = 10.0;
/// Steps of the two searches, in degrees.
const COARSE: f64 = 0.25;
const FINE: f64 = 0.05;
/// How far around a pixel is looked for the paper that it stands on, and how much darker than it ink is.
const AROUND: usize = 12;
const DARKER: u32 = 26;
/// Share of a page that is ink where there are lines to be seen, in thousandths: a blank page has less, a photograph that is all shades has more.
const INK: std::ops::Range<usize> = 2..300;
/// Outermost part of a page that is not looked at, one in so many: edges of the sheet and of the lid are there.
const MARGIN: usize = 40;
/// By how much the lines have to stand out against any direction, in tenths.
const STANDS_OUT: i64 = 20;
/// Rows of text that are needed: one edge is no text.
const LINES: usize = 3;

/// By how many hundredths of a degree a grey page stands askew, clockwise; none where nothing on it says so clearly.
pub(crate) fn angle(page: &Raster) -> Option<i16> {
    let ink = ink(page);
    let all = page.width * page.height;
    if all == 0 || !INK.contains(&(ink.len() * 1_000 / all)) {
        return None;
    }
    let profile = Profile { ink: &ink, width: page.width, height: page.height };
    let steps = ((MOST + 1.0) / COARSE) as i32;
    let coarse: Vec<(f64, i64)> =
        (-steps..=steps).map(|step| f64::from(step) * COARSE).map(|angle| (angle, profile.sharpness(angle))).collect();
    let (near, best) = coarse.iter().copied().max_by_key(|(_, sharp)| *sharp)?;
    let mut usual: Vec<i64> = coarse.iter().map(|(_, sharp)| *sharp).collect();
    usual.sort_unstable();
    if best * 10 < usual[usual.len() / 2].max(1) * STANDS_OUT || profile.lines(near) < LINES {
        return None;
    }
    let around = (COARSE / FINE) as i32;
    let fine: Vec<(f64, i64)> =
        (-around..=around).map(|step| near + f64::from(step) * FINE).map(|angle| (angle, profile.sharpness(angle))).collect();
    let top = fine.iter().map(|(_, sharp)| *sharp).max()?;
    // The middle of what is nearly as sharp as the sharpest: a single step may be so by chance.
    let (sum, weight) = fine.iter().filter(|(_, sharp)| *sharp * 100 > top * 92).fold((0.0, 0.0), |(sum, weight), (angle, sharp)| {
        let more = (*sharp - top * 92 / 100) as f64;
        (sum + angle * more, weight + more)
    });
    let angle = if weight > 0.0 { sum / weight } else { near };
    (angle.abs() <= MOST).then(|| (angle * 100.0).round() as i16)
}

/// Where something darker than its surroundings stands.
fn ink(page: &Raster) -> Vec<(u16, u16)> {
    let sums = page.sums();
    let (aside, above) = (page.width / MARGIN, page.height / MARGIN);
    let mut found = Vec::new();
    for y in above..page.height.saturating_sub(above) {
        for x in aside..page.width.saturating_sub(aside) {
            let pixel = u32::from(page.bytes[y * page.width + x]);
            if pixel + DARKER < page.mean(&sums, x, y, AROUND) {
                found.push((x as u16, y as u16));
            }
        }
    }
    found
}

/// The ink of a page, seen along a direction.
struct Profile<'a> {
    ink: &'a [(u16, u16)],
    width: usize,
    height: usize,
}

impl Profile<'_> {
    /// How much ink each row holds, where rows fall by this angle from left to right.
    fn rows(&self, degrees: f64) -> Vec<i64> {
        /// Parts of a row that are told apart.
        const PARTS: f64 = 65_536.0;
        let fall = (degrees.to_radians().tan() * PARTS) as i64;
        let most = ((fall.abs() * self.width as i64) >> 16) + 2;
        let mut rows = vec![0_i64; self.height + 2 * most as usize];
        for (x, y) in self.ink {
            let row = i64::from(*y) + most - ((i64::from(*x) * fall + 32_768) >> 16);
            if let Some(count) = usize::try_from(row).ok().and_then(|row| rows.get_mut(row)) {
                *count += 1;
            }
        }
        rows
    }

    /// How sharply full rows and empty ones take turns.
    fn sharpness(&self, degrees: f64) -> i64 {
        self.rows(degrees).windows(2).map(|two| (two[0] - two[1]).pow(2)).sum()
    }

    /// How many lines of text there are: rows that hold more than most do, with others between them.
    fn lines(&self, degrees: f64) -> usize {
        let rows = self.rows(degrees);
        let mean = (self.ink.len() / rows.len().max(1)) as i64 + 1;
        let mut inside = false;
        rows.iter()
            .filter(|row| {
                let before = inside;
                inside = if before { **row > mean } else { **row > mean * 3 / 2 };
                inside && !before
            })
            .count()
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// Numbers as if by chance, the same for the same seed (xorshift, Marsaglia 2003).
    pub(crate) struct Chance(pub(crate) u64);

    impl Chance {
        pub(crate) fn next(&mut self) -> u64 {
            self.0 ^= self.0 << 13;
            self.0 ^= self.0 >> 7;
            self.0 ^= self.0 << 17;
            self.0
        }

        /// From 0 up to, and without, this.
        pub(crate) fn below(&mut self, end: u64) -> usize {
            (self.next() % end.max(1)) as usize
        }
    }

    /// A page with so many lines of words, as a scanner sees it: shaded, with grains.
    pub(crate) fn text(chance: &mut Chance, lines: usize) -> Raster {
        let (width, height) = (850, 1_200);
        let mut page = Raster { width, height, grey: true, bytes: vec![235; width * height] };
        let leading = 14 + chance.below(10);
        for line in 0..lines {
            let base = 120 + line * leading;
            let end = if chance.below(4) == 0 { 300 + chance.below(400) } else { 760 };
            let mut x = 90;
            while x < end && base < height - 60 {
                let (wide, high) = (2 + chance.below(4), 5 + chance.below(3));
                let (rises, falls) = (if chance.below(4) == 0 { 3 } else { 0 }, if chance.below(9) == 0 { 3 } else { 0 });
                for y in base - high - rises..base + falls {
                    // A letter is open on one side.
                    let from = if chance.below(3) == 0 { x + wide / 2 } else { x };
                    (from..x + wide).for_each(|x| page.bytes[y * width + x] = 40);
                }
                x += wide + if chance.below(5) == 0 { 8 } else { 2 };
            }
        }
        page
    }

    pub(crate) fn grains(page: &mut Raster, chance: &mut Chance) {
        let width = page.width;
        for (at, pixel) in page.bytes.iter_mut().enumerate() {
            let shade = at % width * 30 / width;
            *pixel = pixel.saturating_sub(shade as u8).saturating_add(chance.below(17) as u8).saturating_sub(8);
        }
        for _ in 0..page.bytes.len() / 2_000 {
            let at = chance.below(page.bytes.len() as u64);
            page.bytes[at] = if chance.below(2) == 0 { 0 } else { 255 };
        }
    }

    #[test]
    fn text_put_in_askew_is_measured_to_three_tenths_of_a_degree() {
        for seed in 1..=60_u64 {
            let mut chance = Chance(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15));
            let askew = (chance.below(1_601) as f64 - 800.0) / 100.0;
            let lines = 6 + chance.below(40);
            let mut page = text(&mut chance, lines).rotated(askew, 235);
            grains(&mut page, &mut chance);
            let found = angle(&page).unwrap_or_else(|| panic!("seed {seed}: {lines} lines at {askew}° are seen"));
            assert!((f64::from(found) / 100.0 - askew).abs() <= 0.3, "seed {seed}: {lines} lines at {askew}° are taken for {found}");
        }
    }

    #[test]
    fn what_holds_no_lines_has_no_angle_rather_than_a_wrong_one() {
        for seed in 1..=20_u64 {
            let mut chance = Chance(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15));
            let mut blank = Raster { width: 850, height: 1_200, grey: true, bytes: vec![240; 850 * 1_200] };
            grains(&mut blank, &mut chance);
            assert_eq!(angle(&blank), None, "seed {seed}: a blank page");
            let mut photograph = photograph(&mut chance);
            grains(&mut photograph, &mut chance);
            assert_eq!(angle(&photograph), None, "seed {seed}: a photograph");
            let noise = Raster { bytes: (0..850 * 1_200).map(|_| chance.below(256) as u8).collect(), ..blank.clone() };
            assert_eq!(angle(&noise), None, "seed {seed}: noise");
        }
        let none = Raster { width: 1, height: 1, grey: true, bytes: vec![0] };
        assert_eq!(angle(&none), None);
    }

    /// Blots of all sizes and shades over each other, as leaves, faces and walls are.
    fn photograph(chance: &mut Chance) -> Raster {
        let (width, height) = (850, 1_200);
        let mut page = Raster { width, height, grey: true, bytes: vec![128; width * height] };
        for _ in 0..160 {
            let (mid_x, mid_y) = (chance.below(width as u64) as i64, chance.below(height as u64) as i64);
            let (radius, shade) = (4 + chance.below(110) as i64, chance.below(230) as u8);
            for y in (mid_y - radius).max(0)..(mid_y + radius).min(height as i64) {
                for x in (mid_x - radius).max(0)..(mid_x + radius).min(width as i64) {
                    if (x - mid_x).pow(2) + (y - mid_y).pow(2) < radius * radius {
                        page.bytes[y as usize * width + x as usize] = shade;
                    }
                }
            }
        }
        page
    }
}
