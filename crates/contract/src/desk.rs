//! What Praesto says and shows outside its window: notices and the tray.

use serde::{Deserialize, Serialize};

use crate::Day;

/// What the desktop around the window can do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Desk {
    /// There is a tray, so the window can be closed and Praesto stays.
    pub tray: bool,
}

/// Asks what the desktop can do.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct DeskGet {}

/// Asks, by itself and with nobody at work, whether there is something to say.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct NoticeGet {}

/// Something to say: numbers alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoticeView {
    pub day: Day,
    /// Cases of this person with something due on that day.
    pub due: u64,
    /// Cases of this person with something that was due before.
    pub late: u64,
}

/// Notes that a notice was said: the desktop has taken it.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct NoticeSaid {
    pub notice: NoticeView,
}

/// Asks what somebody should know before Praesto ends.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct ClosingAsks {}

/// What somebody should know before Praesto ends. Nothing of it is lost: it waits here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClosingAsksView {
    /// Changes that the server does not have yet.
    pub unsent: u64,
}
