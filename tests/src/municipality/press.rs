//! Papers in forms that Praesto itself does not make: scans, and texts that can be written on.

use std::io::Cursor;

use image::{ExtendedColorType, ImageEncoder, codecs::jpeg::JpegEncoder};
use praesto_app::sample::{Form, Paper};
use praesto_preview::{Ask, Pixels, Seen, Want, see};

use crate::papers::docx;

/// Pixels across a scanned page: what an office scans with to save room.
const WIDTH: u32 = 640;
const QUALITY: u8 = 55;
/// Grey of the paper, and how much the light of the lamp varies.
const PAPER: f32 = 244.0;
const NOISE: u32 = 14;

/// Makes a paper in its form, where that is made here.
pub fn press(paper: &Paper, page: &[u8]) -> Option<(&'static str, Vec<u8>)> {
    match paper.form {
        Form::Scan => Some(("jpg", scan(page, paper.lines.iter().map(String::len).sum::<usize>() as u32)?)),
        Form::Text => Some(("docx", text(paper))),
        Form::Pdf | Form::Mail => None,
    }
}

fn text(paper: &Paper) -> Vec<u8> {
    let escaped = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;");
    let lines = std::iter::once(&paper.title).chain(&paper.lines).chain([&paper.from]);
    docx(&lines.map(|line| format!("<w:p><w:r><w:t>{}</w:t></w:r></w:p>", escaped(line))).collect::<String>())
}

/// The page as a scanner gives it: grey, a little askew, with some dirt. `seed` says how much of each.
fn scan(page: &[u8], seed: u32) -> Option<Vec<u8>> {
    let ask = Ask { name: "page.pdf".to_owned(), part: Vec::new(), want: Want::Look { page: 1, width: WIDTH } };
    let Ok(Seen::Look(_, Some(drawn))) = see(page.to_vec(), &ask) else { return None };
    let grey = askew(&drawn, (seed % 41) as f32 / 1_000.0 - 0.02, seed);
    let mut bytes = Cursor::new(Vec::new());
    JpegEncoder::new_with_quality(&mut bytes, QUALITY).write_image(&grey, drawn.width, drawn.height, ExtendedColorType::L8).ok()?;
    Some(bytes.into_inner())
}

/// The picture in grey, turned by so much (in radians) about its middle.
fn askew(drawn: &Pixels, turn: f32, seed: u32) -> Vec<u8> {
    let (width, height) = (drawn.width as i32, drawn.height as i32);
    let (sine, cosine) = turn.sin_cos();
    let (middle_x, middle_y) = (width as f32 / 2.0, height as f32 / 2.0);
    let mut dirt = seed.wrapping_mul(2_654_435_761) | 1;
    let mut grey = Vec::with_capacity((width * height) as usize);
    for y in 0..height {
        for x in 0..width {
            let (from_x, from_y) = (x as f32 - middle_x, y as f32 - middle_y);
            let at_x = (from_x * cosine + from_y * sine + middle_x) as i32;
            let at_y = (from_y * cosine - from_x * sine + middle_y) as i32;
            let ink = if (0..width).contains(&at_x) && (0..height).contains(&at_y) {
                let at = ((at_y * width + at_x) * 3) as usize;
                drawn.rgb.get(at).copied().unwrap_or(255)
            } else {
                255
            };
            // A small generator (Marsaglia's xorshift): dirt need not be good.
            dirt ^= dirt << 13;
            dirt ^= dirt >> 17;
            dirt ^= dirt << 5;
            let light = f32::from(ink) / 255.0 * PAPER - (dirt % NOISE) as f32;
            grey.push(light.clamp(0.0, 255.0) as u8);
        }
    }
    grey
}
