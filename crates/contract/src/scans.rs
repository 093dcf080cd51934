//! Pages into one PDF: scans and photographs of sheets, straightened, in an order that a person chose.

use serde::{Deserialize, Serialize};

use crate::{AttachmentId, CaseId};

/// Pages of one file that is made at once.
pub const SCAN_PAGES: usize = 200;

/// Where a page is taken from: a picture, a page of a fax or of a PDF.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "from", rename_all = "snake_case")]
pub enum ScanSource {
    /// A file of this computer.
    Outside { path: String },
    /// A file of the case that is here; its newest version where none is named.
    Case {
        attachment: AttachmentId,
        #[serde(default)]
        version: Option<String>,
    },
}

/// What becomes of colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ScanTone {
    /// Kept where a page has any.
    #[default]
    AsItIs,
    Grey,
    BlackAndWhite,
}

/// A page, and how it is to be made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScanPage {
    pub source: ScanSource,
    /// Counted from 1.
    #[serde(default = "first")]
    pub page: u32,
    /// Quarters by which it is turned clockwise.
    #[serde(default)]
    pub turn: u8,
    /// Whether lines of text are made to run level.
    #[serde(default = "yes")]
    pub straighten: bool,
    /// Whether what is around the sheet is cut off.
    #[serde(default)]
    pub crop: bool,
}

impl ScanPage {
    /// A page as it is made unless somebody says otherwise.
    pub fn of(source: ScanSource, page: u32) -> Self {
        Self { source, page, turn: 0, straighten: true, crop: false }
    }
}

fn first() -> u32 {
    1
}

fn yes() -> bool {
    true
}

/// Shows a page as it would be. Nothing is changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScanLook {
    pub case: CaseId,
    pub page: ScanPage,
    #[serde(default)]
    pub tone: ScanTone,
    /// How wide the picture should be, in pixels; 0 leaves it to Praesto.
    #[serde(default)]
    pub width: u32,
}

/// A page as it would be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScanPageView {
    /// What its file is called.
    pub name: String,
    /// Pages of that file; at least one.
    pub pages: u32,
    pub width: u32,
    pub height: u32,
    /// The picture, as this computer drew it: JPEG in base64.
    pub jpeg: String,
    /// By how many hundredths of a degree it stood askew, clockwise, and was turned back; none where no lines of text say so.
    pub askew: Option<i16>,
    /// Whether something around the sheet was cut off.
    pub cropped: bool,
    /// Width and height on paper, in millimetres.
    pub paper: (u32, u32),
}

/// Makes one PDF of pages and attaches it to the case. All of them become it, or nothing is changed.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ScanMake {
    pub case: CaseId,
    /// What the file is to be called, with or without `.pdf`.
    pub name: String,
    /// Language of whoever made it, for those who read it: `en`, `fr`, `de`, `mk` or `sq`.
    pub language: String,
    /// In their order; at most [`SCAN_PAGES`].
    pub pages: Vec<ScanPage>,
    #[serde(default)]
    pub tone: ScanTone,
    /// Whether files of this computer are attached as they are, besides. Files of the case stay in it either way.
    #[serde(default)]
    pub keep: bool,
}

/// Stops making pages and looking at them; nothing is changed.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ScanStop {}
