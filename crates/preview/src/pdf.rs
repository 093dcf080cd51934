//! Pages of PDF files: as pictures, and the text that stands on them for those who hear it.

use hayro::hayro_interpret::font::GlyphRun;
use hayro::hayro_interpret::hayro_cmap::BfString;
use hayro::hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps, InterpreterCache, InterpreterSettings, SoftMask,
    TransformExt, interpret_page,
};
use hayro::hayro_syntax::page::Page;
use hayro::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use hayro::kurbo::{BezPath, Point, Rect};
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings, render};

use crate::{Cannot, Look, PIXELS, Pixels, Seen, Shown, bounded, fitted};

/// Characters of one page that are read out.
const CHARS: usize = 50_000;
/// Units of a glyph in which its text is as high as one line (ISO 32000-1, 9.2.4).
const EM: f64 = 1000.0;

pub(crate) fn look(base: Look, bytes: Vec<u8>, width: u32) -> Result<Seen, Cannot> {
    let pdf = open(bytes)?;
    let base = base.of_pages(pdf.pages().len())?;
    let page = pdf.pages().get(base.at()).ok_or(Cannot::NoSuchPage)?;
    let pixels = picture(page, width, PIXELS);
    let (text, goes_on) = bounded(&text_of(page), CHARS);
    Ok(Seen::Look(Box::new(Look { goes_on, shown: Shown::Page { text }, ..base }), Some(pixels)))
}

fn open(bytes: Vec<u8>) -> Result<Pdf, Cannot> {
    Pdf::new(bytes).map_err(|error| match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => Cannot::Encrypted,
        _ => Cannot::Damaged,
    })
}

/// A page as it looks at so many pixels an inch, and how many it then has an inch: fewer, where it would have more than `most` in all.
pub(crate) fn drawn(base: Look, bytes: Vec<u8>, an_inch: f64, most: u32) -> Result<(Look, Pixels, f64), Cannot> {
    /// Units of an inch (ISO 32000-1, 8.3.2.3).
    const UNITS: f64 = 72.0;
    let pdf = open(bytes)?;
    let base = base.of_pages(pdf.pages().len())?;
    let page = pdf.pages().get(base.at()).ok_or(Cannot::NoSuchPage)?;
    let width = f64::from(page.render_dimensions().0).max(1.0);
    let pixels = picture(page, (width / UNITS * an_inch).ceil() as u32, most);
    let an_inch = f64::from(pixels.width) * UNITS / width;
    Ok((base, pixels, an_inch))
}

fn picture(page: &Page<'_>, asked: u32, most: u32) -> Pixels {
    let (own_width, own_height) = page.render_dimensions();
    let (width, height) = fitted(own_width.into(), own_height.into(), asked, most);
    // A hair more, or rounding takes the last line away.
    let scale = |pixels: u32, own: f32| (pixels as f32 + 0.01) / own.max(f32::MIN_POSITIVE);
    let size = PixmapSettings { x_scale: scale(width, own_width), y_scale: scale(height, own_height), bg_color: WHITE };
    let drawn = render(page, &RenderCache::new(), &InterpreterSettings::default(), &RenderSettings::default(), &size);
    let rgb = drawn.data_as_u8_slice().chunks_exact(4).flat_map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect();
    Pixels { width: drawn.width().into(), height: drawn.height().into(), rgb }
}

fn text_of(page: &Page<'_>) -> String {
    let (width, height) = page.render_dimensions();
    let cache = InterpreterCache::new();
    let whole = Rect::new(0.0, 0.0, width.into(), height.into());
    let mut state = Context::new(page.initial_transform(true).to_kurbo(), whole, &cache, page.xref(), InterpreterSettings::default());
    let mut ear = Ear::default();
    interpret_page(page, &mut state, &mut ear);
    ear.text.trim().to_owned()
}

/// Hears what a page says, and draws nothing.
#[derive(Default)]
struct Ear {
    text: String,
    /// Where the last sign ended, and how high it was.
    last: Option<(Point, f64)>,
}

impl Ear {
    /// Notes a sign that stands here, is so high and takes so much room.
    fn hear(&mut self, sign: &BfString, at: Point, height: f64, advance: f64) {
        if self.text.len() > CHARS * 4 || !at.is_finite() || !height.is_finite() {
            return;
        }
        if let Some((end, before)) = self.last {
            let line = height.max(before).max(0.1);
            if (at.y - end.y).abs() > line * 0.5 {
                self.text.push('\n');
            } else if (at.x - end.x > line * 0.2 || end.x - at.x > line) && !self.text.ends_with(char::is_whitespace) {
                self.text.push(' ');
            }
        }
        match sign {
            BfString::Char(sign) => self.text.push(*sign),
            BfString::String(signs) => self.text.push_str(signs),
        }
        self.last = Some((Point::new(at.x + advance, at.y), height));
    }
}

impl<'a> Device<'a> for Ear {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, _: &DrawMode) {
        use hayro::hayro_interpret::font::Glyph;

        for glyph in run.glyphs() {
            let Some(sign) = glyph.as_unicode() else { continue };
            let placed = props.transform * glyph.transform();
            let [a, b, c, d, ..] = placed.as_coeffs();
            let advance = match &**glyph {
                Glyph::Outline(outline) => outline.advance_width(),
                Glyph::Type3(drawn) => drawn.advance_width(),
            };
            let advance = advance.map_or(EM / 2.0, f64::from) * a.hypot(b);
            self.hear(&sign, placed * Point::ORIGIN, c.hypot(d) * EM, advance);
        }
    }

    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'a>, _: &DrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn draw_image(&mut self, _: Image<'a, '_>, _: ImageDrawProps<'a>) {}
    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}
