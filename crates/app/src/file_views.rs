//! The attachments of a case as the screen shows them: each with its versions, and where their bytes are.

use praesto_contract::*;
use praesto_domain::casework::{Attachment, AttachmentVersion, Case, EventKind};
use praesto_protocol::DocumentId;
use praesto_vault::{AttachmentState, View};

use crate::error::AppError;
use crate::views::{Names, last_of_each};

/// Whoever else added versions apart from one, at most.
const APART: usize = 20;

/// What the views of attachments are made from.
pub(crate) struct Files<'a> {
    pub(crate) view: &'a View<'a>,
    pub(crate) names: &'a Names<'a>,
    /// Without a server nothing waits for one.
    pub(crate) served: bool,
    /// Whether something by this author was not sent yet.
    pub(crate) unsent: &'a dyn Fn(&Author) -> bool,
}

/// That an attachment was found after an interruption, as long as what it is a copy of is there.
fn found(case: &Case, attachment: &Attachment) -> Option<FoundView> {
    let (of, whole) = found_of(case, attachment)?;
    let of = case.attachments.iter().find(|other| other.id == of && other.id != attachment.id && !other.removed)?;
    Some(FoundView { of: of.id, name: of.name.value().cloned().unwrap_or_default(), whole })
}

/// Of which attachment this one was found to be a copy, and whether it looked whole.
pub(crate) fn found_of(case: &Case, attachment: &Attachment) -> Option<(AttachmentId, bool)> {
    case.events.iter().find_map(|event| match &event.kind {
        EventKind::FoundElsewhere { version, of, whole, .. } => {
            let is_it = attachment.versions.iter().any(|own| own.sealed_hash == *version);
            (is_it && *of != attachment.id).then_some((*of, *whole))
        }
        _ => None,
    })
}

impl Files<'_> {
    pub(crate) fn shown(&self, case: &Case) -> Result<Vec<AttachmentView>, AppError> {
        let document = DocumentId(case.id.0);
        let mut shown = Vec::new();
        for attachment in case.attachments.iter().filter(|attachment| !attachment.removed) {
            let (mut places, mut versions) = (0..attachment.versions.len(), Vec::with_capacity(attachment.versions.len()));
            while let Some(place) = places.next_back() {
                versions.push(self.version(document, attachment, place)?);
            }
            let Some(newest) = versions.first() else { continue };
            shown.push(AttachmentView {
                id: attachment.id,
                name: attachment.name.value().cloned().unwrap_or_default(),
                size: newest.size,
                media_type: newest.media_type.clone(),
                by: newest.by.clone(),
                whereabouts: newest.whereabouts,
                found: found(case, attachment),
                versions,
            });
        }
        Ok(shown)
    }

    fn version(&self, document: DocumentId, attachment: &Attachment, place: usize) -> Result<AttachmentVersionView, AppError> {
        let version = &attachment.versions[place];
        let by = self.names.author(version.by);
        let apart = attachment.apart[place].iter().map(|other| self.names.author(attachment.versions[*other].by));
        Ok(AttachmentVersionView {
            id: version.sealed_hash.clone(),
            size: version.size,
            media_type: version.media_type.clone(),
            whereabouts: self.whereabouts(document, version)?,
            sent: !(self.unsent)(&by),
            apart: last_of_each(apart).into_iter().take(APART).collect(),
            by,
        })
    }

    fn whereabouts(&self, document: DocumentId, version: &AttachmentVersion) -> Result<Whereabouts, AppError> {
        let row = match version.sealed_hash.parse() {
            Ok(hash) => self.view.attachment_of(document, hash)?,
            Err(_) => None,
        };
        Ok(match row.map(|row| row.state) {
            Some(AttachmentState::WaitingToBeSent) if self.served => Whereabouts::WaitingToBeSent,
            Some(AttachmentState::Here | AttachmentState::WaitingToBeSent) => Whereabouts::Here,
            Some(AttachmentState::Arriving { done }) => Whereabouts::Arriving { done, total: version.size },
            Some(AttachmentState::OnServer) => Whereabouts::OnServer,
            Some(AttachmentState::WithAuthor) | None => Whereabouts::WithAuthor,
        })
    }
}
