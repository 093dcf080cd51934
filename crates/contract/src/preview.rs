//! Files of a case, shown in place.

use serde::{Deserialize, Serialize};

use crate::{AttachmentId, Author, CaseId, Moment};

/// Most pages of a file that are printed at once.
pub const PRINTED_PAGES: u32 = 100;

/// Looks at a file that is on this computer. Nothing leaves the sealed world, and nothing is fetched.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AttachmentPreview {
    pub case: CaseId,
    pub attachment: AttachmentId,
    /// Which version; the newest where none is named.
    #[serde(default)]
    pub version: Option<String>,
    /// Which of the files that came with a mail, from 0, and of those that came with that one; the file itself where it is empty.
    #[serde(default)]
    pub part: Vec<u32>,
    /// Counted from 1.
    #[serde(default)]
    pub page: u32,
    /// How wide a picture should be, in pixels; 0 leaves it to Praesto.
    #[serde(default)]
    pub width: u32,
}

/// Gives a file out to be printed as it is shown; kept in the case as a file that left. Its pages are then asked for as previews.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AttachmentPrint {
    pub case: CaseId,
    pub attachment: AttachmentId,
    /// Which version; the newest where none is named.
    #[serde(default)]
    pub version: Option<String>,
    /// As in a preview.
    #[serde(default)]
    pub part: Vec<u32>,
    pub reason: String,
}

/// What is given out to be printed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PrintView {
    /// Which version that is. A newer one may come before its last page is asked for.
    pub version: String,
    /// From 1 to [`PRINTED_PAGES`].
    pub pages: u32,
}

/// Attaches a file that came with a mail to the case of the mail.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct AttachmentKeepPart {
    pub case: CaseId,
    pub attachment: AttachmentId,
    #[serde(default)]
    pub version: Option<String>,
    /// As in a preview; never empty.
    pub part: Vec<u32>,
}

/// Stops looking: what is still being read is not wanted any more.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct PreviewStop {}

/// What is shown of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PreviewView {
    /// Which version is shown. Who goes on to another page of it, or to a file in it, names this one: a newer one may come meanwhile.
    pub version: String,
    /// What it is called: the attachment, or the file that came with it.
    pub name: String,
    pub media_type: String,
    pub size: u64,
    /// Who attached the version that is shown, and when.
    pub by: Author,
    /// Whether a later version is here or to be had.
    pub older: bool,
    pub page: u32,
    /// Pages, sheets or pictures; at least one.
    pub pages: u32,
    /// What the page is called, such as the name of a sheet; empty where it has no name.
    pub title: String,
    /// Whether there is more on this page than is shown.
    pub goes_on: bool,
    /// Whether it holds something besides its text that is not shown, such as pictures, headers and notes.
    pub left_out: bool,
    #[serde(flatten)]
    pub shown: PreviewShown,
}

/// How a file is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "shown", rename_all = "snake_case")]
pub enum PreviewShown {
    /// A page as a picture, with the text that stands on it; empty where it has none that can be read.
    Page {
        picture: PictureView,
        text: String,
    },
    /// A picture, with the size that it has itself.
    Picture {
        picture: PictureView,
        own_width: u32,
        own_height: u32,
    },
    Text {
        text: String,
    },
    Document {
        blocks: Vec<PreviewBlock>,
    },
    Mail {
        mail: MailView,
    },
}

/// A picture that this computer has drawn itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PictureView {
    pub width: u32,
    pub height: u32,
    /// PNG in base64.
    pub png: String,
}

/// Part of a written document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "block", rename_all = "snake_case")]
pub enum PreviewBlock {
    Heading { text: String },
    Paragraph { text: String },
    Table { rows: Vec<Vec<String>> },
}

/// A mail.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailView {
    pub subject: String,
    pub from: Vec<String>,
    pub to: Vec<String>,
    pub cc: Vec<String>,
    pub sent: Option<Moment>,
    pub text: String,
    /// Whether the text was sent as HTML, and is shown without it.
    pub html: bool,
    /// What its other form says, where it was sent as HTML, too.
    #[serde(default)]
    pub page: Option<String>,
    /// In the order in which requests count them.
    pub files: Vec<MailPartView>,
}

/// A file that came with a mail.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailPartView {
    pub name: String,
    pub media_type: String,
    pub size: u64,
}

/// Why a file cannot be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CannotShow {
    /// No kind of file that can be shown.
    UnknownKind,
    /// Broken, or not what its name says.
    Damaged,
    /// Larger than what is looked at.
    TooLarge,
    /// Opens with a password only.
    Encrypted,
    /// It has fewer pages.
    NoSuchPage,
    /// The mail has no such file.
    NoSuchPart,
    /// Reading it took longer than it may.
    TookTooLong,
    /// The process that read it ended: the file is broken, asks for more memory than it may, or wants something else.
    Ended,
    /// Somebody wanted to see something else, or nothing more.
    Stopped,
    /// No process can be started that reads files apart from everything else.
    Unavailable,
}
