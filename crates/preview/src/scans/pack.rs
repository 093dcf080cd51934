//! Pages packed to be kept or shown, by whoever was told of their pixels.

use image::codecs::jpeg::JpegEncoder;
use image::{ExtendedColorType, ImageEncoder};

use super::{Sheet, Tone};

/// Bytes that a page should not be larger than, and how much of it is kept, in percent, until it is not: the last stays, whatever comes of it.
const LARGE: usize = 300_000;
const QUALITIES: [u8; 3] = [82, 68, 52];

/// A page as a picture of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Packed {
    Jpeg(Vec<u8>),
    /// Of one bit a pixel.
    Png(Vec<u8>),
}

impl Packed {
    /// How many bytes it has.
    pub fn size(&self) -> usize {
        match self {
            Self::Jpeg(bytes) | Self::Png(bytes) => bytes.len(),
        }
    }
}

impl Sheet {
    /// The page, packed to be kept. None where the pixels are not its own.
    pub fn packed(&self, pixels: &[u8], tone: Tone) -> Option<Packed> {
        if tone == Tone::BlackAndWhite && self.grey {
            return self.png(pixels).map(Packed::Png);
        }
        let mut packed = None;
        for quality in QUALITIES {
            packed = self.jpeg(pixels, quality);
            if packed.as_ref().is_none_or(|bytes| bytes.len() <= LARGE) {
                break;
            }
        }
        packed.map(Packed::Jpeg)
    }

    /// The page as JPEG. None where the pixels are not its own.
    pub fn jpeg(&self, pixels: &[u8], quality: u8) -> Option<Vec<u8>> {
        if !self.fits() || pixels.len() != self.bytes() {
            return None;
        }
        let (mut bytes, colour) = (Vec::new(), if self.grey { ExtendedColorType::L8 } else { ExtendedColorType::Rgb8 });
        JpegEncoder::new_with_quality(&mut bytes, quality).write_image(pixels, self.width, self.height, colour).ok()?;
        Some(bytes)
    }

    fn png(&self, pixels: &[u8]) -> Option<Vec<u8>> {
        if !self.fits() || pixels.len() != self.bytes() {
            return None;
        }
        // Eight pixels a byte, the first in its highest bit; rows begin with a byte of their own (PNG 1.2, 2.3).
        let eight = |pixels: &[u8]| pixels.iter().enumerate().fold(0, |byte, (at, pixel)| byte | ((pixel >> 7) << (7 - at)));
        let packed: Vec<u8> = pixels.chunks(self.width as usize).flat_map(|row| row.chunks(8).map(eight)).collect();
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, self.width, self.height);
        encoder.set_color(png::ColorType::Grayscale);
        encoder.set_depth(png::BitDepth::One);
        let mut writer = encoder.write_header().ok()?;
        writer.write_image_data(&packed).ok()?;
        writer.finish().ok()?;
        Some(bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(width: u32, height: u32) -> Sheet {
        Sheet { pages: 1, width, height, grey: true, paper: (2_100, 2_970), askew: None, cropped: false }
    }

    #[test]
    fn black_and_white_is_the_same_once_it_is_unpacked() {
        let pixels: Vec<u8> = (0..19 * 5).map(|at| if at % 3 == 0 { 0 } else { 255 }).collect();
        let Some(Packed::Png(bytes)) = page(19, 5).packed(&pixels, Tone::BlackAndWhite) else { panic!("a PNG") };
        let read = image::load_from_memory_with_format(&bytes, image::ImageFormat::Png).unwrap();
        assert_eq!(read.into_luma8().into_raw(), pixels);
    }

    #[test]
    fn pixels_that_are_not_those_of_the_page_are_not_packed() {
        assert_eq!(page(19, 5).packed(&[0; 94], Tone::Grey), None);
        assert_eq!(page(19, 5).packed(&[0; 94], Tone::BlackAndWhite), None);
        assert_eq!(page(super::super::SHEET_PIXELS, 2).packed(&[], Tone::Grey), None);
    }

    #[test]
    fn a_page_that_is_all_grains_is_packed_more_and_more() {
        let mut chance = super::super::skew::tests::Chance(7);
        let pixels: Vec<u8> = (0..1_000 * 1_000).map(|_| chance.below(256) as u8).collect();
        let page = page(1_000, 1_000);
        let best = page.jpeg(&pixels, QUALITIES[0]).unwrap().len();
        assert!(page.packed(&pixels, Tone::Grey).unwrap().size() < best);
    }
}
