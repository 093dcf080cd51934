//! Attachments: only what a statement of the space names, and only for its members.

use std::fs::File;

use praesto_crypto::Hash;
use praesto_protocol::SpaceId;
use praesto_protocol::api::Problem;

use super::room::Taken;
use super::{Offices, Place};
use crate::attachments::{AttachmentError, LEAST_BYTES, Part, Presence, Sent};
use crate::refusal::Refusal;
use crate::token::Session;

/// Uploads that one person, with all their devices, may have begun and not ended.
pub const MAX_BEGUN: usize = 1_000;

/// What a body brings, piece by piece; an error where the sender stopped.
type Chunk<B> = Result<B, AttachmentError>;

/// What a request brings of an attachment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece {
    /// All of it, of this length if the sender says so.
    Whole(Option<u64>),
    /// What follows `offset`, of an attachment of `total` bytes.
    From { offset: u64, total: u64 },
}

/// What becomes of a request that brings an attachment.
#[derive(Debug)]
pub enum Begun {
    /// All of it is here already.
    Here(u64),
    Upload(Upload),
}

/// An upload under way. No other request of the device writes the attachment as long as this lives.
#[derive(Debug)]
pub struct Upload {
    part: Box<Part>,
    of: Sent,
    room: Taken,
}

impl Offices {
    /// How much of an attachment is here; of what has only begun to arrive, what the device itself has sent.
    pub fn attachment_presence(&self, session: &Session, space: SpaceId, hash: Hash) -> Result<Presence, Refusal> {
        let (place, noted) = self.named(session, space, hash)?;
        let presence = self.attachments.presence(Sent { place, hash, device: session.device }).map_err(AttachmentError::from)?;
        if let Presence::Whole(length) = presence
            && noted == 0
        {
            // The server died between giving it its name and noting it: its room counts from now on.
            self.store.attachment_arrived(place, hash, length)?;
        }
        Ok(presence)
    }

    /// Opens a whole attachment at an offset; with its length.
    pub fn attachment_read(&self, session: &Session, space: SpaceId, hash: Hash, offset: u64) -> Result<(File, u64), Refusal> {
        let (place, _) = self.named(session, space, hash)?;
        let found = self.attachments.read(place, hash, offset).map_err(AttachmentError::from)?;
        found.ok_or_else(|| Problem::NotFound.into())
    }

    /// Begins an upload, with room set aside for all that was announced.
    pub fn attachment_begin(&self, session: &Session, space: SpaceId, hash: Hash, piece: Piece, now: i64) -> Result<Begun, Refusal> {
        let before = match self.attachment_presence(session, space, hash)? {
            Presence::Whole(length) => return Ok(Begun::Here(length)),
            Presence::Partial(held) => held,
            Presence::Absent => 0,
        };
        let of = Sent { place: Place { office: session.office, space }, hash, device: session.device };
        let longest = self.settings.limits.attachment_bytes;
        let (offset, total) = match piece {
            Piece::Whole(length) => (0, length),
            Piece::From { offset, total } => (offset, Some(total)),
        };
        if total.is_some_and(|total| total > longest) {
            return Err(Problem::TooLarge.into());
        }
        if total.is_some_and(|total| total < offset) {
            return Err(Refusal::because(Problem::BadRequest, "the upload would go on after its end"));
        }
        if before == 0 {
            self.may_begin(session)?;
        }
        // What begins anew takes the room of what it overwrites.
        let least = if before == 0 { LEAST_BYTES } else { 0 };
        let room = self.take_room(session.office, total.unwrap_or(0).saturating_sub(offset.max(before)).max(least), now)?;
        if offset < before {
            room.count_again();
        }
        let part = match piece {
            Piece::Whole(_) => self.attachments.begin(of, longest)?,
            Piece::From { offset, total } => self.attachments.go_on(of, offset, total)?,
        };
        Ok(match part {
            Ok(part) => Begun::Upload(Upload { part: Box::new(part), of, room }),
            Err(length) => Begun::Here(length),
        })
    }

    /// Whether a person may begin one more upload: what was begun takes a name in a folder, however short it is.
    fn may_begin(&self, session: &Session) -> Result<(), Refusal> {
        let register = self.caller(session)?;
        let person = |device| register.devices().get(&device).map(|device| device.person);
        let own = person(session.device);
        let begun = self.attachments.begun(session.office, |device| person(device) == own).map_err(AttachmentError::from)?;
        if begun < MAX_BEGUN { Ok(()) } else { Err(Refusal::because(Problem::QuotaReached, "too many uploads have begun and not ended")) }
    }

    /// Writes what came next. After a refusal the upload is over.
    pub fn attachment_write(&self, mut upload: Upload, bytes: &[u8]) -> Result<Upload, Refusal> {
        if let Err(refused) = upload.room.reach(bytes.len() as u64) {
            upload.part.keep()?;
            return Err(refused);
        }
        match upload.part.write(bytes) {
            Ok(()) => {
                upload.room.keep(bytes.len() as u64);
                Ok(upload)
            }
            Err(error) => {
                upload.room.count_again();
                Err(error.into())
            }
        }
    }

    /// The sender stopped: keeps what came.
    pub fn attachment_keep(&self, upload: Upload) -> Result<(), Refusal> {
        Ok(upload.part.keep()?)
    }

    /// The body is over. Answers how much is here now, and whether that is all of it.
    pub fn attachment_finish(&self, upload: Upload) -> Result<Presence, Refusal> {
        let Upload { part, of, room } = upload;
        let presence = part.finish().inspect_err(|_| room.count_again())?;
        if let Presence::Whole(length) = presence {
            self.store.attachment_arrived(of.place, of.hash, length)?;
        }
        Ok(presence)
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
        let begun = self.attachment_begin(session, space, hash, Piece::Whole(None), now)?;
        self.attachment_take(begun, chunks).map(drop)
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
        let begun = self.attachment_begin(session, space, hash, Piece::From { offset, total }, now)?;
        self.attachment_take(begun, chunks)
    }

    fn attachment_take<B: AsRef<[u8]>>(&self, begun: Begun, chunks: impl Iterator<Item = Chunk<B>>) -> Result<Presence, Refusal> {
        let mut upload = match begun {
            Begun::Here(length) => return Ok(Presence::Whole(length)),
            Begun::Upload(upload) => upload,
        };
        for chunk in chunks {
            upload = match chunk {
                Ok(bytes) => self.attachment_write(upload, bytes.as_ref())?,
                Err(stopped) => {
                    self.attachment_keep(upload)?;
                    return Err(stopped.into());
                }
            };
        }
        self.attachment_finish(upload)
    }

    /// Removes what was begun and not gone on with for too long; says how many that were.
    pub fn sweep_attachments(&self, now: std::time::SystemTime) -> Result<usize, Refusal> {
        Ok(self.attachments.sweep(now).map_err(AttachmentError::from)?)
    }

    /// The place of an attachment that a statement of the space names, and its length as far as it is noted.
    fn named(&self, session: &Session, space: SpaceId, hash: Hash) -> Result<(Place, u64), Refusal> {
        let (_, place) = self.member(session, space)?;
        let noted = self.store.attachment_noted(place, hash)?.ok_or_else(|| Refusal::from(Problem::AttachmentNotNamed))?;
        Ok((place, noted))
    }
}
