//! The rules of the product, pure: what a case file is, when it is late, which decisions contradict each other, what the pack of a case type
//! allows, and what its letters say.
//!
//! Time and randomness come in as arguments; nothing here reads a clock, a file or a socket, and everything compiles to wasm.

pub mod case_types;
pub mod casework;
mod ids;
pub mod letters;
mod time;

pub use ids::{
    AttachmentId, CaseId, CopyId, DeadlineId, DecisionId, DeviceId, EventId, HandOverId, ListId, NoteId, PartyId, PersonId, TaskId,
};
pub use time::{Day, Moment};
