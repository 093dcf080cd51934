//! The use cases of Praesto: one module for each feature, the sync engine, the background work. Generic over a narrow [`Host`].
//!
//! Nothing here knows a window or a terminal; both call [`Praesto`] with the commands of the contract.

#![cfg_attr(test, allow(clippy::unwrap_used))]

mod access;
mod alike;
mod attachments;
mod background;
mod backup;
mod bulk;
pub mod case_types;
mod cases;
mod computer;
mod desk;
pub mod documents;
mod drafts;
mod elsewhere;
mod error;
mod file_views;
mod found;
mod hand_over;
mod handle;
mod host;
mod ids;
mod imports;
mod jobs;
mod letters;
mod lists;
mod new_files;
mod office;
mod os_host;
mod out;
mod outside;
mod own_case_types;
mod praesto;
mod preview;
mod proxy;
pub mod reader;
mod release;
mod removals;
mod report;
pub mod sample;
mod save;
mod scans;
mod settings;
mod store;
mod sync;
mod tls;
mod today;
mod turn;
mod unseal;
mod vaults;
mod verify;
mod views;

pub use error::AppError;
pub use handle::Handle;
pub use host::{Caller, Host, ServerAddress};
pub use office::Office;
pub use os_host::{Options, OsHost};
pub use praesto::Praesto;
pub use sync::{HttpRemote, Remote, RemoteError, Route};
