//! Pages of paper that were scanned or photographed: turned upright, straightened, cut to the sheet, brought to one tone and to the size that is worth
//! keeping. The same picture comes out the same each time.

mod edges;
mod pack;
mod raster;
mod resolution;
mod skew;
mod tone;

use image::DynamicImage;
use serde::{Deserialize, Serialize};

pub use pack::Packed;
use raster::{Part, Raster};

use crate::{Cannot, Look, SIDE, Seen, pdf, picture};

/// Pixels of one page: a little more than an A4 sheet has at 300 an inch.
pub const SHEET_PIXELS: u32 = 9_000_000;
/// Pixels an inch that are kept: text is read well at the first, and black and white needs more of them.
const KEPT: f64 = 200.0;
const KEPT_BLACK: f64 = 300.0;
/// Tenths of a millimetre of an inch, of the sides of an A4 sheet, and of the shortest and longest side that a page has.
const INCH: f64 = 254.0;
const A4: (f64, f64) = (2_100.0, 2_970.0);
const SIDES: std::ops::RangeInclusive<f64> = 300.0..=12_000.0;
/// How many times more pixels an inch are kept of what is smaller on paper than a sheet is: a card, a slip, a long strip.
const FINER: f64 = 4.0;
/// Pages that a file is said to have at most, and hundredths of a degree by which a page is said to stand askew.
const PAGES: u32 = 10_000;
const ASKEW: u16 = 1_000;
/// Askew by less than this, in hundredths of a degree, a page stands level: to turn it would make it less sharp and no straighter.
const LEVEL: u16 = 5;
/// Pixels of a picture on the way, before its edges are cut off.
const ON_THE_WAY: f64 = 30_000_000.0;

/// How a page is to be made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct How {
    /// Quarters by which it is turned clockwise.
    pub turn: u8,
    /// Whether lines of text are made to run level.
    pub straighten: bool,
    /// Whether what is around the sheet is cut off.
    pub crop: bool,
    pub tone: Tone,
    /// Pixels that it is to be wide, to be looked at; 0 makes it as it is kept.
    pub width: u32,
}

/// What becomes of colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Tone {
    /// Kept where a page has any.
    #[default]
    AsItIs,
    Grey,
    BlackAndWhite,
}

/// A page. Its pixels stand beside it, one byte each where it is grey, three where it has colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    /// How many pages its file has; at least one.
    pub pages: u32,
    pub width: u32,
    pub height: u32,
    pub grey: bool,
    /// Width and height on paper, in tenths of a millimetre.
    pub paper: (u32, u32),
    /// By how many hundredths of a degree it stood askew, clockwise, where that could be told.
    pub askew: Option<i16>,
    /// Whether something around the sheet was cut off.
    pub cropped: bool,
}

impl Sheet {
    /// Whether a page can be like this.
    pub(crate) fn fits(&self) -> bool {
        let side = |pixels: u32| (1..=SIDE).contains(&pixels);
        let paper = |tenths: u32| SIDES.contains(&f64::from(tenths));
        let small = u64::from(self.width) * u64::from(self.height) <= u64::from(SHEET_PIXELS);
        let likely = (1..=PAGES).contains(&self.pages) && self.askew.is_none_or(|askew| askew.unsigned_abs() <= ASKEW);
        side(self.width) && side(self.height) && small && paper(self.paper.0) && paper(self.paper.1) && likely
    }

    /// Bytes that its pixels take.
    pub(crate) fn bytes(&self) -> usize {
        self.width as usize * self.height as usize * if self.grey { 1 } else { 3 }
    }
}

/// Makes a page of one of a picture, a fax or a PDF.
pub(crate) fn sheet(base: Look, bytes: Vec<u8>, how: &How) -> Result<Seen, Cannot> {
    let kept_an_inch = if how.tone == Tone::BlackAndWhite { KEPT_BLACK } else { KEPT };
    let (pages, page, an_inch) = read(base, bytes, kept_an_inch)?;
    let turns = how.turn % 4;
    let small = reduced_to(&page, skew::LOOKED_AT).turned(turns);
    let grey = small.to_grey();
    let askew = how.straighten.then(|| skew::angle(&grey)).flatten();
    let degrees = askew.filter(|askew| askew.unsigned_abs() >= LEVEL).map_or(0.0, |askew| f64::from(askew) / 100.0);
    let whole = Part { x: 0, y: 0, width: small.width, height: small.height };
    let found = how.crop.then(|| edges::sheet(&edges::marked(grey).rotated(-degrees, edges::OUTSIDE))).flatten();
    let kept = found.unwrap_or(whole);
    let (across, down) = (kept.width as f64 / whole.width as f64, kept.height as f64 / whole.height as f64);

    let upright = |(a, b): (f64, f64)| if turns % 2 == 1 { (b, a) } else { (a, b) };
    let (own_width, own_height) = upright((page.width as f64, page.height as f64));
    let paper = paper((own_width * across, own_height * down), an_inch.map(upright));
    let (width, height) = pixels((own_width * across, own_height * down), paper, kept_an_inch, how.width);
    // The whole picture is brought to the size at which what is kept of it has its own.
    let (mut all_width, mut all_height) = (width / across, height / down);
    let room = (ON_THE_WAY / (all_width * all_height)).sqrt().min(1.0);
    (all_width, all_height) = (all_width * room, all_height * room);
    let (to_width, to_height) = upright((all_width, all_height));
    let whole_page = page;
    let page = whole_page.reduced(to_width.round() as usize, to_height.round() as usize);
    drop(whole_page);
    let coloured = how.tone == Tone::AsItIs && tone::has_colour(&small);
    let page = if coloured { page } else { page.to_grey() }.turned(turns);
    let page = if degrees.abs() > 0.0 { page.rotated(-degrees, 255) } else { page };
    let page = match found {
        Some(part) => page.cut(scaled(part, &small, &page)),
        None => page,
    };
    let page = if how.tone == Tone::BlackAndWhite { tone::black_and_white(&page) } else { page };
    let sheet = Sheet {
        pages: pages.min(PAGES),
        width: page.width as u32,
        height: page.height as u32,
        grey: page.grey,
        paper: (paper.0.round() as u32, paper.1.round() as u32),
        askew,
        cropped: found.is_some(),
    };
    if sheet.fits() && page.bytes.len() == sheet.bytes() { Ok(Seen::Sheet(sheet, page.bytes)) } else { Err(Cannot::TooLarge) }
}

/// Pixels that an inch has, across and down; none where nobody knows.
type AnInch = Option<(f64, f64)>;

/// Pages of the file, the one that is asked for as a picture, and how many pixels of it an inch has. What is drawn has as many as are `kept`.
fn read(base: Look, mut bytes: Vec<u8>, kept: f64) -> Result<(u32, Raster, AnInch), Cannot> {
    match base.media_type.as_str() {
        "application/pdf" => {
            let (base, pixels, an_inch) = pdf::drawn(base, bytes, kept, SHEET_PIXELS)?;
            let page = Raster { width: pixels.width as usize, height: pixels.height as usize, grey: false, bytes: pixels.rgb };
            Ok((base.pages, page, Some((an_inch, an_inch))))
        }
        "image/png" | "image/jpeg" | "image/gif" | "image/webp" | "image/tiff" | "image/bmp" => {
            let base = picture::of_page(base, &mut bytes)?;
            let an_inch = resolution::of(&bytes);
            let picture = picture::decode(bytes)?;
            let (width, height) = (picture.width() as usize, picture.height() as usize);
            if width == 0 || height == 0 {
                return Err(Cannot::Damaged);
            }
            let (grey, bytes) = match picture {
                DynamicImage::ImageLuma8(grey) => (true, grey.into_raw()),
                DynamicImage::ImageLuma16(_) => (true, picture.into_luma8().into_raw()),
                DynamicImage::ImageRgb8(rgb) => (false, rgb.into_raw()),
                picture => (false, picture::on_white(&picture)),
            };
            Ok((base.pages, Raster { width, height, grey, bytes }, an_inch))
        }
        _ => Err(Cannot::UnknownKind),
    }
}

/// The same, neither side longer than this.
fn reduced_to(page: &Raster, longest: usize) -> Raster {
    let scale = (longest as f64 / page.width.max(page.height) as f64).min(1.0);
    page.reduced((page.width as f64 * scale).round() as usize, (page.height as f64 * scale).round() as usize)
}

/// How large so many pixels are on paper: as they say, where such paper is to be had; else as they fit on an A4 sheet.
fn paper((width, height): (f64, f64), an_inch: Option<(f64, f64)>) -> (f64, f64) {
    let said = an_inch.map(|(across, down)| (width * INCH / across, height * INCH / down));
    if let Some(said) = said.filter(|(width, height)| SIDES.contains(width) && SIDES.contains(height)) {
        return said;
    }
    let (most_width, most_height) = if width > height { (A4.1, A4.0) } else { A4 };
    let scale = (most_width / width).min(most_height / height);
    let side = |pixels: f64| (pixels * scale).clamp(*SIDES.start(), *SIDES.end());
    (side(width), side(height))
}

/// How many pixels of a picture are `kept` on such paper, so many an inch, or shown at a width; never more than it has, or than any page may.
fn pixels((own_width, own_height): (f64, f64), (width, height): (f64, f64), kept: f64, shown: u32) -> (f64, f64) {
    let kept = kept * (A4.0 / width.min(height)).clamp(1.0, FINER);
    let (mut across, mut down) = ((width / INCH * kept).min(own_width), (height / INCH * kept).min(own_height));
    // A hair less, so that rounding makes no page too large.
    let mut scale = (f64::from(SHEET_PIXELS) * 0.98 / (across * down)).sqrt().min(1.0);
    scale = scale.min(f64::from(SIDE - 2) / across).min(f64::from(SIDE - 2) / down);
    if shown > 0 {
        // To be looked at, it has the proportions of the paper.
        down = down.min(across * height / width);
        scale = scale.min(f64::from(shown) / across);
    }
    across = (across * scale).max(1.0);
    down = (down * scale).max(1.0);
    (across, down)
}

/// The part of a picture that is this part of a smaller one of it.
fn scaled(part: Part, small: &Raster, page: &Raster) -> Part {
    let (across, down) = (page.width as f64 / small.width as f64, page.height as f64 / small.height as f64);
    let at = |place: usize, scale: f64| (place as f64 * scale).round() as usize;
    Part { x: at(part.x, across), y: at(part.y, down), width: at(part.width, across), height: at(part.height, down) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Ask, Want, see};

    /// A grey picture of paper, as PNG that says so many pixels an inch.
    fn paper_of(width: u32, height: u32, an_inch: Option<u32>) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, width, height);
        encoder.set_color(png::ColorType::Grayscale);
        let metre = |an_inch: u32| (f64::from(an_inch) * 39.370_079).round() as u32;
        encoder.set_pixel_dims(an_inch.map(metre).map(|metre| png::PixelDimensions { xppu: metre, yppu: metre, unit: png::Unit::Meter }));
        let mut writer = encoder.write_header().unwrap();
        writer.write_image_data(&vec![240; (width * height) as usize]).unwrap();
        writer.finish().unwrap();
        bytes
    }

    fn made(bytes: Vec<u8>, how: How) -> Sheet {
        let ask = Ask { name: "page.png".to_owned(), part: Vec::new(), want: Want::Sheet { page: 1, how } };
        let Seen::Sheet(sheet, pixels) = see(bytes, &ask).unwrap() else { panic!("a page") };
        assert!(sheet.fits() && pixels.len() == sheet.bytes());
        sheet
    }

    #[test]
    fn a_plan_keeps_its_size_on_paper_and_as_many_pixels_as_a_page_may_have() {
        // A1 at 150 pixels an inch.
        let plan = made(paper_of(3_508, 4_967, Some(150)), How::default());
        assert_eq!(plan.paper, (5_940, 8_410));
        assert!(plan.width * plan.height > SHEET_PIXELS / 10 * 9, "{} × {}", plan.width, plan.height);
    }

    #[test]
    fn what_is_small_or_long_is_kept_fine_enough_to_be_read() {
        let card = made(paper_of(1_275, 2_008, Some(600)), How::default());
        assert_eq!((card.width, card.height, card.paper), (1_275, 2_008, (540, 850)));
        // What somebody wrote to somebody, as a telephone shows it from the first word to the last.
        let strip = made(paper_of(1_080, 7_000, None), How::default());
        assert!(strip.width >= 700, "{} × {}", strip.width, strip.height);
        let sheet = made(paper_of(2_480, 3_508, Some(300)), How::default());
        assert_eq!((sheet.width, sheet.height, sheet.paper), (1_654, 2_339, (2_100, 2_970)), "a sheet has 200 pixels an inch");
        let black = made(paper_of(2_480, 3_508, Some(300)), How { tone: Tone::BlackAndWhite, ..How::default() });
        assert_eq!((black.width, black.height), (2_480, 3_508), "and 300 in black and white");
    }

    #[test]
    fn what_is_looked_at_is_as_wide_as_was_asked_for() {
        let sheet = made(paper_of(2_480, 3_508, Some(300)), How { width: 700, ..How::default() });
        assert!(sheet.width == 700 && sheet.height.abs_diff(990) <= 1, "{} × {}", sheet.width, sheet.height);
    }
}
