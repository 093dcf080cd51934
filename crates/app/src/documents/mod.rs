//! The merged documents: case files, the office's directory and its own case types, as automerge documents with fixed schemas.
//!
//! In here: bytes of changes in, bytes of changes out, and the model that every replica derives from them. Time and actors come in as
//! arguments; keys, signatures, storage and the network stay outside. Rules over a case that is read are in `praesto_domain::casework`.

mod admit;
mod any_order;
mod base;
mod case;
mod case_types;
mod checkpoint;
mod chunk;
mod closing;
mod directory;
mod entries;
mod error;
mod hand_over;
mod history;
mod look;
mod merged;
mod payload;
mod places;
mod projection;
mod read;
mod removal;
mod schema;
mod settle;
mod since;
mod timeline;
mod values;
mod versions;
mod write;
mod written;

#[cfg(test)]
mod tests;

pub(crate) use any_order::in_any_order;
pub use case::{CaseDocument, Choice, Opening, Saved};
pub use case_types::{CaseTypesDocument, PackAdded, PackFiles};
pub use checkpoint::Checkpoint;
pub use directory::{Directory, DirectoryChange, DirectoryDocument};
pub use error::{ApplyRefused, EditRefused, LoadRefused, ReadRefused};
pub use merged::{ActorBytes, Applied, Author, actor};
pub use payload::{DocumentKind, PAYLOAD_LAYOUT, PayloadRefused, decode_payload, decode_payload_up_to, encode_payload};
pub use projection::Projection;
pub use read::fingerprint;
pub(crate) use schema::PACK_BYTES;
pub use timeline::TimelineEntry;
pub use written::Written;

/// Whether colleagues will take a change of so many operations.
pub(crate) fn is_acceptable(change: &[u8]) -> bool {
    chunk::split_change(change, chunk::CHANGE_OPERATIONS).is_some()
}
