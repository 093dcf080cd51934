//! What the outside may ask of Praesto: every command with its request and its answer, every event, every error code.
//!
//! The window, the desktop shell and the terminal share this crate. One list ([`with_commands`]) expands to all of them, so a command
//! cannot exist in one place only. Serde types, no behaviour, wasm-clean.

mod access;
mod alike;
mod backup;
mod case_types;
mod cases;
mod commands;
mod computer;
mod desk;
mod drafts;
mod elsewhere;
mod error;
mod events;
mod hand_over;
mod imports;
mod jobs;
mod letters;
mod lists;
mod office;
mod out;
mod own_case_types;
mod own_keys;
mod preview;
mod proxy;
mod removals;
mod report;
mod scans;
mod sync;
mod today;

pub use access::*;
pub use alike::*;
pub use backup::*;
pub use case_types::*;
pub use cases::*;
pub use commands::{COMMANDS, Command};
pub use computer::*;
pub use desk::*;
pub use drafts::*;
pub use elsewhere::*;
pub use error::{ApiError, ErrorCode};
pub use events::{AppEvent, EVENT};
pub use hand_over::*;
pub use imports::*;
pub use jobs::*;
pub use letters::*;
pub use lists::*;
pub use office::*;
pub use out::*;
pub use own_case_types::*;
pub use own_keys::*;
pub use preview::*;
pub use proxy::*;
pub use removals::*;
pub use report::*;
pub use scans::*;
pub use sync::*;
pub use today::*;

pub use praesto_domain::case_types::workflow::Refused;
pub use praesto_domain::case_types::{FieldKind, FieldProblem, Who};
pub use praesto_domain::casework::{AccessKind, CaseChange, Channel, FieldValue, HAND_OVER_CHARS, Place, Stage, Status};
pub use praesto_domain::{
    AttachmentId, CaseId, CopyId, Day, DeadlineId, DecisionId, DeviceId, EventId, HandOverId, ListId, Moment, NoteId, PartyId, PersonId,
    TaskId,
};
