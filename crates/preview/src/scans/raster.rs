//! A picture while it is worked on: rows of pixels, one byte each where it is grey, three where it has colour.

/// Bytes of a pixel with colour.
const RGB: usize = 3;
/// Paper, where nothing was scanned.
const WHITE: u8 = 255;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Raster {
    pub(crate) width: usize,
    pub(crate) height: usize,
    pub(crate) grey: bool,
    pub(crate) bytes: Vec<u8>,
}

/// A part of a picture: where it begins, and how large it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Part {
    pub(crate) x: usize,
    pub(crate) y: usize,
    pub(crate) width: usize,
    pub(crate) height: usize,
}

impl Raster {
    /// Bytes of one pixel.
    fn step(&self) -> usize {
        if self.grey { 1 } else { RGB }
    }

    /// The same in grey, by how bright the eye takes each colour for (ITU-R BT.601).
    pub(crate) fn to_grey(&self) -> Self {
        if self.grey {
            return self.clone();
        }
        let bright = |pixel: &[u8]| match pixel {
            [r, g, b] => ((u32::from(*r) * 77 + u32::from(*g) * 150 + u32::from(*b) * 29) >> 8) as u8,
            _ => WHITE,
        };
        let bytes = self.bytes.chunks_exact(RGB).map(bright).collect();
        Self { grey: true, bytes, ..*self }
    }

    /// The same at another size, each pixel the mean of those that it stands for. Never larger than it is.
    pub(crate) fn reduced(&self, width: usize, height: usize) -> Self {
        let (width, height) = (width.clamp(1, self.width.max(1)), height.clamp(1, self.height.max(1)));
        if (width, height) == (self.width, self.height) {
            return self.clone();
        }
        let (step, across, down) = (self.step(), shares(self.width, width), shares(self.height, height));
        let mut bytes = Vec::with_capacity(width * height * step);
        let mut line = vec![0_u32; width * step];
        for rows in &down {
            line.fill(0);
            let mut most = 0;
            for (y, weight) in rows {
                most += weight;
                let row = &self.bytes[y * self.width * step..(y + 1) * self.width * step];
                for (at, columns) in across.iter().enumerate() {
                    for channel in 0..step {
                        let (mut sum, mut all) = (0, 0);
                        for (x, share) in columns {
                            sum += u32::from(row[x * step + channel]) * share;
                            all += share;
                        }
                        line[at * step + channel] += sum / all.max(1) * weight;
                    }
                }
            }
            bytes.extend(line.iter().map(|sum| (sum / most.max(1)).min(u32::from(WHITE)) as u8));
        }
        Self { width, height, grey: self.grey, bytes }
    }

    /// The same, turned clockwise by so many quarters.
    pub(crate) fn turned(&self, quarters: u8) -> Self {
        let (step, (w, h)) = (self.step(), (self.width, self.height));
        let (width, height) = if quarters % 2 == 1 { (h, w) } else { (w, h) };
        if quarters.is_multiple_of(4) {
            return self.clone();
        }
        let mut bytes = Vec::with_capacity(self.bytes.len());
        for y in 0..height {
            for x in 0..width {
                let (from_x, from_y) = match quarters % 4 {
                    1 => (y, h - 1 - x),
                    2 => (w - 1 - x, h - 1 - y),
                    _ => (w - 1 - y, x),
                };
                let at = (from_y * w + from_x) * step;
                bytes.extend_from_slice(&self.bytes[at..at + step]);
            }
        }
        Self { width, height, grey: self.grey, bytes }
    }

    /// The same, turned clockwise about its middle by any angle, in degrees. What comes in from outside is `around`.
    pub(crate) fn rotated(&self, degrees: f64, around: u8) -> Self {
        /// Parts of a pixel that are told apart.
        const FINE: i64 = 256;
        let (sin, cos) = degrees.to_radians().sin_cos();
        let (step, width, height) = (self.step(), self.width, self.height);
        let (mid_x, mid_y) = ((width as f64 - 1.0) / 2.0, (height as f64 - 1.0) / 2.0);
        let fixed = |value: f64| (value * FINE as f64 * 65_536.0) as i64;
        let mut bytes = vec![around; self.bytes.len()];
        for (y, row) in bytes.chunks_exact_mut(width * step).enumerate() {
            // Where the first pixel of the row comes from, and how far that moves with each further one.
            let (dx, dy) = (-mid_x, y as f64 - mid_y);
            let (mut from_x, mut from_y) = (fixed(dx * cos + dy * sin + mid_x), fixed(dy * cos - dx * sin + mid_y));
            let (along, aside) = (fixed(cos), fixed(-sin));
            for pixel in row.chunks_exact_mut(step) {
                let (x, y) = (from_x >> 16, from_y >> 16);
                (from_x, from_y) = (from_x + along, from_y + aside);
                let (left, top) = (x.div_euclid(FINE), y.div_euclid(FINE));
                if left < 0 || top < 0 || left + 1 >= width as i64 || top + 1 >= height as i64 {
                    continue;
                }
                let (right_share, low_share) = (x.rem_euclid(FINE), y.rem_euclid(FINE));
                let at = (top as usize * width + left as usize) * step;
                let below = at + width * step;
                for (channel, out) in pixel.iter_mut().enumerate() {
                    let sign = |at: usize| i64::from(self.bytes[at + channel]);
                    let upper = sign(at) * (FINE - right_share) + sign(at + step) * right_share;
                    let lower = sign(below) * (FINE - right_share) + sign(below + step) * right_share;
                    *out = ((upper * (FINE - low_share) + lower * low_share) / (FINE * FINE)) as u8;
                }
            }
        }
        Self { bytes, ..*self }
    }

    /// A part of it. What of the part lies outside is left out.
    pub(crate) fn cut(&self, part: Part) -> Self {
        let (x, y) = (part.x.min(self.width.saturating_sub(1)), part.y.min(self.height.saturating_sub(1)));
        let (width, height) = (part.width.clamp(1, self.width - x), part.height.clamp(1, self.height - y));
        let step = self.step();
        let line = |row: usize| &self.bytes[(row * self.width + x) * step..(row * self.width + x + width) * step];
        Self { width, height, grey: self.grey, bytes: (y..y + height).flat_map(line).copied().collect() }
    }

    /// Sums of everything above and to the left of each place, a row and a column larger than the picture; of a grey one.
    pub(crate) fn sums(&self) -> Vec<u32> {
        let across = self.width + 1;
        let mut sums = vec![0_u32; across * (self.height + 1)];
        for y in 0..self.height {
            let mut row = 0;
            for x in 0..self.width {
                row += u32::from(self.bytes[y * self.width + x]);
                sums[(y + 1) * across + x + 1] = sums[y * across + x + 1].wrapping_add(row);
            }
        }
        sums
    }

    /// The mean within so many pixels of a place, by the [`sums`](Self::sums) of this picture.
    pub(crate) fn mean(&self, sums: &[u32], x: usize, y: usize, within: usize) -> u32 {
        let across = self.width + 1;
        let (left, top) = (x.saturating_sub(within), y.saturating_sub(within));
        let (right, end) = ((x + within + 1).min(self.width), (y + within + 1).min(self.height));
        // The sums may have gone round; their differences have not.
        let sum = sums[end * across + right]
            .wrapping_sub(sums[top * across + right])
            .wrapping_sub(sums[end * across + left])
            .wrapping_add(sums[top * across + left]);
        sum / ((right - left) * (end - top)).max(1) as u32
    }
}

/// For each of `to` places, which of `from` places it stands for, each with its share.
fn shares(from: usize, to: usize) -> Vec<Vec<(usize, u32)>> {
    /// What a whole place counts.
    const WHOLE: f64 = 256.0;
    let scale = from as f64 / to as f64;
    let share = |at: usize| {
        let (begins, ends) = (at as f64 * scale, (at + 1) as f64 * scale);
        let covered = |one: usize| ((one as f64 + 1.0).min(ends) - (one as f64).max(begins)).max(0.0);
        let places = begins as usize..(ends.ceil() as usize).min(from);
        let all: Vec<(usize, u32)> = places.map(|one| (one, (covered(one) * WHOLE) as u32)).filter(|(_, share)| *share > 0).collect();
        if all.is_empty() { vec![((begins as usize).min(from - 1), 1)] } else { all }
    };
    (0..to).map(share).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ramp(width: usize, height: usize) -> Raster {
        Raster { width, height, grey: true, bytes: (0..width * height).map(|at| (at % 251) as u8).collect() }
    }

    #[test]
    fn four_quarters_are_the_whole_way_around() {
        let picture = ramp(7, 4);
        let once = picture.turned(1);
        assert_eq!((once.width, once.height, once.bytes[0]), (4, 7, picture.bytes[21]), "what was below is on the left");
        assert_eq!(once.turned(1), picture.turned(2));
        assert_eq!(picture.turned(3).turned(1), picture);
        let coloured = Raster { width: 2, height: 1, grey: false, bytes: vec![1, 2, 3, 4, 5, 6] };
        assert_eq!(coloured.turned(2).bytes, [4, 5, 6, 1, 2, 3]);
    }

    #[test]
    fn a_picture_made_smaller_is_as_bright_as_it_was() {
        let picture = Raster { width: 1_003, height: 777, grey: true, bytes: vec![200; 1_003 * 777] };
        let small = picture.reduced(100, 99);
        assert!((small.width, small.height) == (100, 99) && small.bytes.iter().all(|pixel| (199..=200).contains(pixel)));
        assert_eq!(picture.reduced(5_000, 5_000), picture, "never larger than it is");
        let half = Raster { width: 4, height: 1, grey: true, bytes: vec![0, 100, 200, 100] }.reduced(2, 1);
        assert_eq!(half.bytes, [50, 150]);
    }

    #[test]
    fn turned_by_an_angle_and_back_the_middle_is_where_it_was() {
        let mut picture = Raster { width: 201, height: 201, grey: true, bytes: vec![255; 201 * 201] };
        (90..110).for_each(|y| (60..140).for_each(|x| picture.bytes[y * 201 + x] = 0));
        let back = picture.rotated(6.0, 255).rotated(-6.0, 255);
        assert_eq!((back.bytes[100 * 201 + 100], back.bytes[100 * 201 + 70], back.bytes[70 * 201 + 100]), (0, 0, 255));
        // Clockwise: what was on the right is lower now.
        let turned = picture.rotated(6.0, 255);
        assert!(turned.bytes[110 * 201 + 135] < 128 && turned.bytes[110 * 201 + 65] > 128);
    }

    #[test]
    fn a_part_that_leads_out_ends_at_the_edge() {
        let cut = ramp(7, 4).cut(Part { x: 5, y: 3, width: 90, height: 90 });
        assert_eq!((cut.width, cut.height, cut.bytes), (2, 1, vec![26, 27]));
    }

    #[test]
    fn the_mean_around_a_place_is_that_of_the_pixels_there() {
        let picture = ramp(30, 20);
        let sums = picture.sums();
        for (x, y) in [(0, 0), (29, 19), (15, 10)] {
            let near = |a: usize, b: usize| a.abs_diff(b) <= 3;
            let all: Vec<u32> = (0..600).filter(|at| near(at % 30, x) && near(at / 30, y)).map(|at| u32::from(picture.bytes[at])).collect();
            assert_eq!(picture.mean(&sums, x, y, 3), all.iter().sum::<u32>() / all.len() as u32);
        }
    }
}
