//! Documents handed in from outside, made into what can be shown without danger: pictures of pages, text, tables, the head of a mail.
//!
//! Pure: bytes in, a bounded [`Look`] out. Nothing here opens a file or a connection, and nothing that a document asks for is run or fetched. Still,
//! whoever reads documents of strangers should do it in a process that cannot do more than that; [`wire`] is what such a process says.
#![cfg_attr(test, allow(clippy::unwrap_used))]

mod bounds;
mod html;
mod mail;
mod papers;
mod pdf;
mod picture;
mod scans;
mod sheets;
mod text;
mod tiff;
mod unpack;
pub mod wire;

pub use bounds::{ALL_CHARS, BLOCKS, CELLS};
pub(crate) use bounds::{bounded, cell};
pub use scans::{How, Packed, SHEET_PIXELS, Sheet, Tone};

#[doc(hidden)]
pub mod fuzzing;

use praesto_formats::mail::Mail;
use praesto_formats::{media_type_of, text::looks_like_text};
use serde::{Deserialize, Serialize};

/// Largest document that is looked at, in bytes.
pub const FILE_BYTES: u64 = 128 << 20;
/// How deep files of mails in mails are looked for.
pub const DEPTH: usize = 4;
/// Pixels of one picture.
pub const PIXELS: u32 = 4_000_000;
/// Longest side of a picture, in pixels.
pub const SIDE: u32 = 8_000;
/// Characters of text that are shown of one document, or of one page.
pub const TEXT_CHARS: usize = 200_000;
/// Rows of one table.
pub const ROWS: usize = 500;
/// Columns of one table.
pub const COLUMNS: usize = 60;
/// Characters of one cell.
pub const CELL_CHARS: usize = 500;

/// What to look at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ask {
    /// What the document is called: its ending says what it should be.
    pub name: String,
    /// Which of the files that came with a mail, and of those that came with that one; the document itself where it is empty.
    pub part: Vec<u32>,
    pub want: Want,
}

/// What is wanted of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Want {
    /// How a page looks, at a width in pixels. Pages are counted from 1.
    Look { page: u32, width: u32 },
    /// Its bytes as they are.
    Bytes,
    /// A page as it is to stand among others, straight. Pages are counted from 1.
    Sheet { page: u32, how: How },
}

/// What can be shown of a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Look {
    pub name: String,
    pub media_type: String,
    /// Bytes of the document.
    pub size: u64,
    pub page: u32,
    /// How many pages, sheets or pictures it has; at least one.
    pub pages: u32,
    /// What the page is called, such as the name of a sheet.
    pub title: String,
    /// Whether there is more on this page than is shown.
    pub goes_on: bool,
    /// Whether it holds something besides its text that is not shown, such as pictures, headers and notes.
    pub left_out: bool,
    pub shown: Shown,
}

/// How a document is shown. Pixels of pictures stand beside it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Shown {
    /// A page as a picture, with the text that stands on it as far as it can be read.
    Page {
        text: String,
    },
    /// A picture, with the size that it has itself.
    Picture {
        width: u32,
        height: u32,
    },
    Text {
        text: String,
    },
    Blocks {
        blocks: Vec<Block>,
    },
    Mail {
        head: MailHead,
        text: String,
        html: bool,
        /// What its other form says, where it was sent as a web page, too.
        page: Option<String>,
        files: Vec<PartLook>,
    },
}

/// Part of a written document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Block {
    Heading(String),
    Paragraph(String),
    /// Rows of cells.
    Table(Vec<Vec<String>>),
}

/// The head of a mail, people as they are read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailHead {
    pub subject: String,
    pub from: Vec<String>,
    pub to: Vec<String>,
    pub cc: Vec<String>,
    /// When it was sent, in milliseconds since 1970.
    pub sent: Option<i64>,
}

/// A file that came with a mail.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartLook {
    pub name: String,
    pub media_type: String,
    pub size: u64,
}

/// A picture, three bytes a pixel. Nothing shines through it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pixels {
    pub width: u32,
    pub height: u32,
    pub rgb: Vec<u8>,
}

/// What came of looking.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Seen {
    Look(Box<Look>, Option<Pixels>),
    /// A document as it is, under its name.
    Bytes(String, Vec<u8>),
    /// A page, with its pixels.
    Sheet(Sheet, Vec<u8>),
}

/// Why a document cannot be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum Cannot {
    #[error("no kind of document that can be shown")]
    UnknownKind,
    #[error("not what it says it is, or broken")]
    Damaged,
    #[error("too large")]
    TooLarge,
    #[error("opens with a password only")]
    Encrypted,
    #[error("no such page")]
    NoSuchPage,
    #[error("no such file in it")]
    NoSuchPart,
}

impl Pixels {
    /// The picture as PNG.
    ///
    /// # Errors
    /// Where the bytes are not as many as the size says.
    pub fn png(&self) -> Result<Vec<u8>, png::EncodingError> {
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, self.width, self.height);
        encoder.set_color(png::ColorType::Rgb);
        encoder.set_compression(png::Compression::Fast);
        let mut writer = encoder.write_header()?;
        writer.write_image_data(&self.rgb)?;
        writer.finish()?;
        Ok(bytes)
    }
}

/// Looks at a document.
///
/// # Errors
/// Says why it cannot be shown. Bytes made to harm can make this take long, take much memory or end the program all the same: whoever calls it
/// bounds time and memory from outside.
pub fn see(bytes: Vec<u8>, ask: &Ask) -> Result<Seen, Cannot> {
    let (name, bytes) = part(&ask.name, bytes, &ask.part)?;
    match ask.want {
        Want::Bytes => Ok(Seen::Bytes(name, bytes)),
        Want::Look { page, width } => look(name, bytes, page, width),
        Want::Sheet { page, how } => scans::sheet(begun(name, &bytes, page), bytes, &how),
    }
}

/// The file that is reached by going into mails.
fn part(name: &str, bytes: Vec<u8>, path: &[u32]) -> Result<(String, Vec<u8>), Cannot> {
    if path.len() > DEPTH {
        return Err(Cannot::NoSuchPart);
    }
    path.iter().try_fold((name.to_owned(), bytes), |(_, bytes), at| {
        let mail = Mail::read(&bytes).map_err(|_| Cannot::NoSuchPart)?;
        let file = mail.files.into_iter().nth(*at as usize).ok_or(Cannot::NoSuchPart)?;
        Ok((file.name, file.bytes))
    })
}

/// What is known of a document before it is read.
fn begun(name: String, bytes: &[u8], page: u32) -> Look {
    let first = &bytes[..bytes.len().min(512)];
    let media_type = media_type_of(&name, first).to_owned();
    Look {
        size: bytes.len() as u64,
        page: page.max(1),
        pages: 1,
        title: String::new(),
        goes_on: false,
        left_out: false,
        shown: Shown::Text { text: String::new() },
        media_type,
        name,
    }
}

fn look(name: String, bytes: Vec<u8>, page: u32, width: u32) -> Result<Seen, Cannot> {
    let base = begun(name, &bytes, page);
    if base.media_type == "application/pdf" {
        return pdf::look(base, bytes, width);
    }
    let (look, pixels) = match base.media_type.as_str() {
        "image/png" | "image/jpeg" | "image/gif" | "image/webp" | "image/tiff" | "image/bmp" => picture::look(base, bytes, width)?,
        "message/rfc822" => (mail::look(base, &bytes)?, None),
        "text/html" => (html::look(base, &bytes)?, None),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        | "application/vnd.openxmlformats-officedocument.wordprocessingml.template"
        | "application/vnd.oasis.opendocument.text"
        | "application/vnd.oasis.opendocument.text-template" => (papers::look(base, &bytes)?, None),
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        | "application/vnd.openxmlformats-officedocument.spreadsheetml.template"
        | "application/vnd.oasis.opendocument.spreadsheet"
        | "application/vnd.oasis.opendocument.spreadsheet-template" => (sheets::look(base, bytes)?, None),
        "text/csv" => (text::table(base, &bytes)?, None),
        "text/plain" | "text/markdown" | "application/xml" => (text::look(base, &bytes)?, None),
        // Whatever nobody knows the ending of, and is text all the same.
        "application/octet-stream" if looks_like_text(&bytes) && !is_named_otherwise(&base.name) => (text::look(base, &bytes)?, None),
        _ => return Err(Cannot::UnknownKind),
    };
    Ok(Seen::Look(Box::new(look.within_bounds()), pixels))
}

/// Whether a name says that it is something other than a text: then text in it is a sign that it is broken.
fn is_named_otherwise(name: &str) -> bool {
    media_type_of(name, &[]) != "application/octet-stream"
}

impl Look {
    /// The page that is asked for, of so many.
    fn of_pages(mut self, pages: usize) -> Result<Self, Cannot> {
        self.pages = u32::try_from(pages).unwrap_or(u32::MAX);
        if pages == 0 {
            return Err(Cannot::Damaged);
        }
        if self.page > self.pages {
            return Err(Cannot::NoSuchPage);
        }
        Ok(self)
    }

    /// The page that is asked for, from 0.
    fn at(&self) -> usize {
        self.page as usize - 1
    }
}

/// Width and height, never larger than asked for, and never more than `most` pixels, in the proportions of the original.
fn fitted(width: f64, height: f64, asked: u32, most: u32) -> (u32, u32) {
    let (width, height) = (width.max(1.0), height.max(1.0));
    let room = (f64::from(most) / (width * height)).sqrt();
    let scale = (f64::from(asked.max(1)) / width).min(room).min(f64::from(SIDE) / width).min(f64::from(SIDE) / height);
    let side = |length: f64| ((length * scale).floor() as u32).clamp(1, SIDE);
    (side(width), side(height))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_picture_is_larger_than_asked_for_or_than_any_may_be() {
        assert_eq!(fitted(595.0, 842.0, 1190, PIXELS), (1190, 1684));
        for (width, height) in [(1.0, 1e9), (1e9, 1.0), (1e9, 1e9), (0.0, 0.0), (14_400.0, 14_400.0)] {
            let (w, h) = fitted(width, height, 4_000, PIXELS);
            assert!(w >= 1 && h >= 1 && w <= 4_000 && h <= SIDE && w * h <= PIXELS, "{width} × {height} becomes {w} × {h}");
        }
    }
}
