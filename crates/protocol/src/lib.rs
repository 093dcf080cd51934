//! What client and server say to each other: the layout of records, the rules of the register, the shapes of the HTTP interface.
//!
//! No I/O and no clock. Client and server run the *same* code of this crate over the same bytes; the byte layouts are written down in
//! `docs/layouts.md` and pinned by vectors in `tests/vectors`.

#![cfg_attr(test, allow(clippy::unwrap_used))]

pub mod api;
mod codec;
mod epoch;
mod ids;
mod invitation;
mod order;
mod receipt;
mod record;
pub mod register;
mod seal;
mod statement;

#[doc(hidden)]
pub mod fuzzing;

pub use codec::{LayoutError, Reader, Writer};
pub use epoch::{Envelope, EpochKeys, EpochKeysError, recipients_hash};
pub use ids::{DeviceId, DocumentId, InvitationId, OfficeId, PersonId, SpaceId};
pub use invitation::{Invitation, InvitationCodeError, InvitationSecret};
pub use order::{OrderHash, SpaceSeen};
pub use receipt::Receipt;
pub use record::{MAX_RECORD_BYTES, Record};
pub use seal::{Content, OpenedContent, Seal, SealError, content_hash};
pub use statement::{Covers, Kind, SignedStatement, Statement};
