//! What Praesto tells its windows without being asked.

use serde::{Deserialize, Serialize};

use crate::{AppStatus, CaseId, ElsewhereView, Job, SyncView};

/// Name under which the desktop emits [`AppEvent`].
pub const EVENT: &str = "praesto";

/// Something happened; windows refresh what they show of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "snake_case")]
pub enum AppEvent {
    /// The vault was locked, unlocked, or the office changed.
    Status { status: AppStatus },
    /// Synchronisation moved on.
    Sync { sync: SyncView },
    /// Cases changed, here or by a colleague's work; at most 100 are named, `more` says whether there are others.
    Cases { changed: Vec<CaseId>, more: bool },
    /// A file was opened in another program, saved there or put back.
    Elsewhere { elsewhere: ElsewhereView },
    /// The office has other case types than before.
    CaseTypes,
    /// Handing over, taking or giving back moved on: cases done of cases in all.
    HandOver { done: u64, total: u64 },
    /// What is to be imported is being read: mails read of mails in all. Nothing was changed yet.
    ImportReads { done: u64, total: u64 },
    /// A sample office is being made: cases of cases in all.
    SampleOffice { done: u64, total: u64 },
    /// An import moved on: rows done of rows in all.
    Import { done: u64, total: u64 },
    /// Pages are being made one file: pages done of pages in all. Nothing was changed yet.
    Scanning { done: u64, total: u64 },
    /// Settings were changed.
    Settings,
    /// Somebody followed a notice: the window shows Today.
    ShowToday,
    /// Somebody locks from the tray: the window keeps what was typed, and locks.
    LockNow,
    /// Somebody quits from the tray: the window keeps what was typed, asks what is to be asked, and ends.
    QuitNow,
    /// What somebody waits for moved on: so much of all.
    Job { job: Job, done: u64, total: u64 },
    /// An act over many cases moved on: cases it has come to, of cases in all.
    Acting { done: u64, total: u64 },
}
