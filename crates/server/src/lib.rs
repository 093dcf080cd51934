//! The office server: keeps sealed, signed records and says in which order they came. It holds no key to any of them.
//!
//! [`Offices`] decides and is synchronous; [`store`] keeps; [`http`] speaks. [`embedded`] is the whole server without a socket, for
//! simulations. Nothing that could open a seal may ever be reachable from here.

#![cfg_attr(test, allow(clippy::unwrap_used))]

pub mod attachments;
pub mod config;
pub mod embedded;
pub mod http;
mod offices;
mod refusal;
pub mod store;
mod tls;
mod token;

pub use config::{Founding, Limits, Settings};
pub use offices::{Begun, MAX_BEGUN, Offices, Piece, Told, Upload};
pub use refusal::Refusal;
pub use tls::{Certificate, TlsError};
pub use token::{Scope, Session};
