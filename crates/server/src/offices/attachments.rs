//! Attachments: only what a statement of the space names, and only for its members.

use std::fs::File;

use praesto_crypto::Hash;
use praesto_protocol::SpaceId;
use praesto_protocol::api::Problem;

use super::{Offices, Place};
use crate::attachments::{AttachmentError, Presence};
use crate::refusal::Refusal;
use crate::token::Session;

/// What a body brings, piece by piece; an error where the sender stopped.
type Chunk<B> = Result<B, AttachmentError>;

impl Offices {
    /// How much of an attachment is here.
    pub fn attachment_presence(&self, session: &Session, space: SpaceId, hash: Hash) -> Result<Presence, Refusal> {
        let place = self.named(session, space, hash)?;
        Ok(self.attachments.presence(place, hash).map_err(AttachmentError::from)?)
    }

    /// Opens a whole attachment at an offset; with its length.
    pub fn attachment_read(&self, session: &Session, space: SpaceId, hash: Hash, offset: u64) -> Result<(File, u64), Refusal> {
        let place = self.named(session, space, hash)?;
        let found = self.attachments.read(place, hash, offset).map_err(AttachmentError::from)?;
        found.ok_or_else(|| Problem::NotFound.into())
    }

    /// Stores a whole attachment.
    pub fn attachment_put<B: AsRef<[u8]>>(
        &self,
        session: &Session,
        space: SpaceId,
        hash: Hash,
        chunks: impl Iterator<Item = Chunk<B>>,
        now: i64,
    ) -> Result<(), Refusal> {
        let place = self.named(session, space, hash)?;
        self.check_room(session.office, 0, now)?;
        let length = self.attachments.put(place, hash, chunks, self.settings.limits.attachment_bytes)?;
        self.arrived(place, hash, length)
    }

    /// Adds to an attachment from `offset` on, which is `total` bytes long.
    #[allow(clippy::too_many_arguments)] // One upload is all of these.
    pub fn attachment_patch<B: AsRef<[u8]>>(
        &self,
        session: &Session,
        space: SpaceId,
        hash: Hash,
        offset: u64,
        total: u64,
        chunks: impl Iterator<Item = Chunk<B>>,
        now: i64,
    ) -> Result<Presence, Refusal> {
        let place = self.named(session, space, hash)?;
        if total > self.settings.limits.attachment_bytes {
            return Err(Problem::TooLarge.into());
        }
        self.check_room(session.office, total.saturating_sub(offset), now)?;
        let presence = self.attachments.patch(place, hash, offset, total, chunks)?;
        if let Presence::Whole(length) = presence {
            self.arrived(place, hash, length)?;
        }
        Ok(presence)
    }

    fn arrived(&self, place: Place, hash: Hash, length: u64) -> Result<(), Refusal> {
        self.store.attachment_arrived(place, hash, length)?;
        self.use_room(place.office, length);
        Ok(())
    }

    fn named(&self, session: &Session, space: SpaceId, hash: Hash) -> Result<Place, Refusal> {
        let (_, place) = self.member(session, space)?;
        if self.store.is_named(place, hash)? { Ok(place) } else { Err(Problem::AttachmentNotNamed.into()) }
    }
}
