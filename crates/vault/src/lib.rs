//! What this computer holds: one folder with an encrypted database, sealed attachments and the wrapped key that opens them.
//!
//! SQL of the client lives here and nowhere else, one file per table. No rules of the office, no network, no clock: time comes in as an
//! argument. Nothing readable is ever written outside the database, and nothing about the office outside the key and the database.

#![cfg_attr(test, allow(clippy::unwrap_used))]

mod backup;
mod collation;
mod custody;
mod database;
mod durable;
mod error;
mod fold;
mod key_file;
mod keyring;
mod passing;
mod settings;
mod sql;
mod tables;
mod transact;
mod upkeep;
mod vault;

pub use backup::Step;
pub use custody::ProfileState;
pub use error::VaultError;
pub use fold::fold;
pub use key_file::KeyPolicy;
pub use keyring::{Keyring, KeyringError, MemoryKeyring, OsKeyring};
pub use settings::{load_settings, save_settings, settings_turn};
pub use tables::access::StoredAccess;
pub use tables::acts::{ActCase, ActWhat};
pub use tables::agenda::{AgendaPart, AgendaRow, WaitingSignature};
pub use tables::attachment_files::AttachmentFile;
pub use tables::attachments::{AttachmentRow, AttachmentState};
pub use tables::case_lists::{CaseCounts, CaseFilter, CaseListRow, CaseNews, CaseQueue, CaseSort, Narrow};
pub use tables::cases::CaseProjection;
pub use tables::devices::NextDevice;
pub use tables::documents::StoredDocument;
pub use tables::drafts::Draft;
pub use tables::elsewhere::CopyOut;
pub use tables::epochs::DrawnEpoch;
pub use tables::findings::Finding;
pub use tables::hand_over::{Caseload, GivenAct, WaitingAct};
pub use tables::held::{HeldBecause, HeldCount};
pub use tables::identity::Identity;
pub use tables::invitations::StoredInvitation;
pub use tables::kept_lists::StoredList;
pub use tables::outbox::OutboxRow;
pub use tables::provisional::{FirstSync, Provisional};
pub use tables::records::{SinceCheckpoint, StoredRecord};
pub use tables::register::QueuedEntry;
pub use tables::removals::{AskedRemovals, Removal};
pub use tables::set_aside::{SetAside, SetAsideNote};
pub use transact::{View, Writer};
pub use vault::Vault;
