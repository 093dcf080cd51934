//! The sealed keys of a space.

use praesto_protocol::SpaceId;
use praesto_protocol::api::{EnvelopePage, EpochUpload, Problem};

use super::{Offices, registers};
use crate::refusal::Refusal;
use crate::store::upload_bytes;
use crate::token::Session;

/// Epochs on one page: with the longest keys there can be that is less than a page of records.
const EPOCHS: u32 = 512;

impl Offices {
    /// A device's own envelopes and all links, from an epoch on; of so many at once.
    pub fn envelopes_get(&self, session: &Session, space: SpaceId, from: u32) -> Result<EnvelopePage, Refusal> {
        let (_, place) = self.member(session, space)?;
        Ok(EnvelopePage { epochs: self.store.epochs(place, session.device, from, EPOCHS)? })
    }

    /// Adds keys that a restored server lacks. Nothing that is here is replaced, so nobody can spoil another's envelope.
    pub fn envelopes_put(&self, session: &Session, space: SpaceId, upload: &EpochUpload, now: i64) -> Result<(), Refusal> {
        let (register, _) = self.member(session, space)?;
        if upload.space != space || register.epoch(space, upload.epoch).is_none() {
            return Err(Refusal::because(Problem::BadRequest, "the register has no such epoch in this space"));
        }
        registers::check_link(upload)?;
        if upload.envelopes.iter().any(|envelope| !register.is_entitled(envelope.device, space) || envelope.sealed.0.is_empty()) {
            return Err(Problem::NotEntitled.into());
        }
        let mut room = self.take_room(session.office, upload_bytes(upload), now)?;
        room.keep(self.store.complete_epoch(session.office, upload)?);
        Ok(())
    }
}
