//! Attachments: only what a statement of the space names, and only for its members.

use std::fs::File;

use praesto_crypto::Hash;
use praesto_protocol::SpaceId;
use praesto_protocol::api::Problem;

use super::room::Taken;
use super::{Offices, Place};
use crate::attachments::{AttachmentError, Part, Presence};
use crate::refusal::Refusal;
use crate::token::Session;

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

/// An upload under way. Nobody else writes the attachment as long as this lives.
#[derive(Debug)]
pub struct Upload {
    part: Box<Part>,
    place: Place,
    hash: Hash,
    room: Taken,
}

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

    /// Begins an upload, with room set aside for all that was announced.
    pub fn attachment_begin(&self, session: &Session, space: SpaceId, hash: Hash, piece: Piece, now: i64) -> Result<Begun, Refusal> {
        let place = self.named(session, space, hash)?;
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
        let room = self.take_room(session.office, total.unwrap_or(0).saturating_sub(offset), now)?;
        let part = match piece {
            Piece::Whole(_) => self.attachments.begin(place, hash, longest)?,
            Piece::From { offset, total } => self.attachments.go_on(place, hash, offset, total)?,
        };
        Ok(match part {
            Ok(part) => Begun::Upload(Upload { part: Box::new(part), place, hash, room }),
            Err(length) => Begun::Here(length),
        })
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
        let Upload { part, place, hash, room } = upload;
        let presence = part.finish().inspect_err(|_| room.count_again())?;
        if let Presence::Whole(length) = presence {
            self.store.attachment_arrived(place, hash, length)?;
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

    fn named(&self, session: &Session, space: SpaceId, hash: Hash) -> Result<Place, Refusal> {
        let (_, place) = self.member(session, space)?;
        if self.store.is_named(place, hash)? { Ok(place) } else { Err(Problem::AttachmentNotNamed.into()) }
    }
}
