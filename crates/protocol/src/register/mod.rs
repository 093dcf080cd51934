//! The register: the office's signed, hash-chained log of people, devices, spaces and rights.
//!
//! The founding entry is the root of everything; its hash is the office's fingerprint. Every further entry is accepted or refused by the
//! rules of this module alone, the same on client and server, so that nobody has to trust the place the entries came from.

mod entry;
mod rules;
mod state;

pub use entry::{Body, Entry, JoiningKeys, LastAccepted, Policy, Role, SignedEntry, SpaceKind};
pub use rules::Refused;
pub use state::{Device, Epoch, Invite, Person, Register, Revocation, Space};
