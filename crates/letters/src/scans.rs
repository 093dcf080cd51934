//! Pages of paper as one document: a picture on each page, as large as it was on paper, in a PDF/A-2b that can be kept for decades.
//!
//! What comes in was packed in this program itself. A page says nothing that could be read out: there is no text to be tagged.

use krilla::configure::{Archival, ConfigurationBuilder};
use krilla::geom::Size;
use krilla::image::Image;
use krilla::metadata::{DateTime, Metadata};
use krilla::page::PageSettings;
use krilla::{Document, SerializeSettings};

use crate::{Refused, clean};

/// Points of a tenth of a millimetre.
const TENTH: f32 = 72.0 / 254.0;

/// Pages that are to become one document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bundle {
    /// The language of whoever reads it, as BCP 47 writes it.
    pub language: String,
    pub title: String,
    /// Who made it.
    pub office: String,
    /// Year, month and day for the properties of the document.
    pub day: (u16, u8, u8),
    pub pages: Vec<ScannedPage>,
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

/// Makes one document of pages, in their order.
///
/// # Errors
/// See [`Refused`].
pub fn bind(bundle: Bundle) -> Result<Vec<u8>, Refused> {
    if bundle.pages.is_empty() {
        return Err(Refused::Empty);
    }
    let standard = |why: &str| Refused::Standard(why.to_owned());
    let configuration = ConfigurationBuilder::new().with_archival_validator(Archival::A2_B).finish();
    let configuration = configuration.map_err(|_| standard("PDF/A-2b"))?;
    let settings = SerializeSettings { configuration, enable_tagging: false, xmp_metadata: true, ..SerializeSettings::default() };
    let mut document = Document::new_with(settings);
    for page in bundle.pages {
        let (width, height) = (page.paper.0 as f32 * TENTH, page.paper.1 as f32 * TENTH);
        let picture = match page.picture {
            Picture::Jpeg(bytes) => Image::from_jpeg(bytes.into(), false),
            Picture::Png(bytes) => Image::from_png(bytes.into(), false),
        };
        let picture = picture.map_err(Refused::Standard)?;
        let settings = PageSettings::from_wh(width, height).ok_or_else(|| standard("a page without a size"))?;
        let size = Size::from_wh(width, height).ok_or_else(|| standard("a picture without a size"))?;
        let mut sheet = document.start_page_with(settings);
        let mut surface = sheet.surface();
        surface.draw_image(picture, size);
        surface.finish();
        sheet.finish();
    }
    let (year, month, day) = bundle.day;
    let date = DateTime::new(year).month(month).day(day).hour(0).minute(0).second(0).utc_offset_hour(0).utc_offset_minute(0);
    let line = |text: &str| clean(&text.replace('\n', " "));
    document.set_metadata(
        Metadata::new()
            .title(line(&bundle.title))
            .authors(vec![line(&bundle.office)])
            .language(bundle.language)
            .creator("Praesto".to_owned())
            .creation_date(date),
    );
    document.finish().map_err(|error| Refused::Standard(error.to_string()))
}
