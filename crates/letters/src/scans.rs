//! Pages of paper as one document: a picture on each page, as large as it was on paper, in a PDF/A-2b that can be kept for decades.
//!
//! What comes in was packed in this program itself. A page says nothing that could be read out: there is no text to be tagged.

use std::fmt;

use krilla::configure::{Archival, ConfigurationBuilder};
use krilla::geom::Size;
use krilla::image::Image;
use krilla::metadata::{DateTime, Metadata};
use krilla::page::PageSettings;
use krilla::{Document, SerializeSettings};

use crate::{Refused, clean};

/// Points of a tenth of a millimetre.
const TENTH: f32 = 72.0 / 254.0;

/// What is said of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    /// The language of whoever reads it, as BCP 47 writes it.
    pub language: String,
    pub title: String,
    /// Who made it.
    pub office: String,
    /// Year, month and day for the properties of the document.
    pub day: (u16, u8, u8),
}

/// One page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScannedPage {
    pub picture: Picture,
    /// Width and height on paper, in tenths of a millimetre.
    pub paper: (u32, u32),
}

/// What a page looks like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Picture {
    Jpeg(Vec<u8>),
    Png(Vec<u8>),
}

/// Binds pages, in the order in which they come. Each is packed as it comes: nothing that takes its time is left for the end.
pub struct Binder {
    document: Document,
    pages: usize,
}

impl fmt::Debug for Binder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Binder").field("pages", &self.pages).finish_non_exhaustive()
    }
}

impl Binder {
    /// Begins a document without pages.
    ///
    /// # Errors
    /// See [`Refused`].
    pub fn begin() -> Result<Self, Refused> {
        let configuration = ConfigurationBuilder::new().with_archival_validator(Archival::A2_B).finish();
        let configuration = configuration.map_err(|_| standard("PDF/A-2b"))?;
        let settings = SerializeSettings { configuration, enable_tagging: false, xmp_metadata: true, ..SerializeSettings::default() };
        Ok(Self { document: Document::new_with(settings), pages: 0 })
    }

    /// Adds a page after those that there are.
    ///
    /// # Errors
    /// See [`Refused`].
    pub fn add(&mut self, page: ScannedPage) -> Result<(), Refused> {
        let (width, height) = (page.paper.0 as f32 * TENTH, page.paper.1 as f32 * TENTH);
        let picture = match page.picture {
            Picture::Jpeg(bytes) => Image::from_jpeg(bytes.into(), false),
            Picture::Png(bytes) => Image::from_png(bytes.into(), false),
        };
        let picture = picture.map_err(Refused::Standard)?;
        let settings = PageSettings::from_wh(width, height).ok_or_else(|| standard("a page without a size"))?;
        let size = Size::from_wh(width, height).ok_or_else(|| standard("a picture without a size"))?;
        let mut sheet = self.document.start_page_with(settings);
        let mut surface = sheet.surface();
        surface.draw_image(picture, size);
        surface.finish();
        sheet.finish();
        self.pages += 1;
        Ok(())
    }

    /// The document.
    ///
    /// # Errors
    /// See [`Refused`].
    pub fn finish(mut self, about: About) -> Result<Vec<u8>, Refused> {
        if self.pages == 0 {
            return Err(Refused::Empty);
        }
        let (year, month, day) = about.day;
        let date = DateTime::new(year).month(month).day(day).hour(0).minute(0).second(0).utc_offset_hour(0).utc_offset_minute(0);
        let line = |text: &str| clean(&text.replace('\n', " "));
        self.document.set_metadata(
            Metadata::new()
                .title(line(&about.title))
                .authors(vec![line(&about.office)])
                .language(about.language)
                .creator("Praesto".to_owned())
                .creation_date(date),
        );
        self.document.finish().map_err(|error| Refused::Standard(error.to_string()))
    }
}

fn standard(why: &str) -> Refused {
    Refused::Standard(why.to_owned())
}
