//! Attachments on the wire: what this computer made is sent, what it should keep is fetched. Every transfer goes on where it broke off.

use std::io::Read;

use praesto_contract::FindingKind;
use praesto_crypto::Hash;
use praesto_protocol::api::Problem;
use praesto_vault::{AttachmentRow, AttachmentState, StoredRecord, VaultError, Writer};

use super::{Remote, RemoteError};
use crate::error::AppError;
use crate::host::Host;
use crate::office::Office;

/// Bytes read at a time.
const PIECE: usize = 64 << 10;
/// Attachments of one run.
const TRANSFERS: u32 = 10_000;

impl<H: Host> Office<H> {
    /// Notes that a record names an attachment, so that the case can say where it is.
    pub(super) fn expect_attachment(&self, writer: &mut Writer<'_>, record: &StoredRecord, hash: Hash) -> Result<(), AppError> {
        if writer.attachment(hash)?.is_none() {
            writer.put_attachment(&AttachmentRow {
                hash,
                space: record.space,
                document: record.document,
                size: 0,
                state: AttachmentState::OnServer,
            })?;
        }
        Ok(())
    }

    /// Sends the attachments that only this computer has. What keeps one back keeps the others back no more than it must, and is the outcome.
    pub(super) fn send_attachments(&self, remote: &dyn Remote) -> Result<(), AppError> {
        let mut outcome = Ok(());
        for row in self.vault.read(|view| Ok::<_, AppError>(view.attachments_in(AttachmentState::WaitingToBeSent, None, TRANSFERS)?))? {
            self.still_open()?;
            match self.send_attachment(remote, row) {
                // The record that names it has not gone out yet: next run.
                Ok(()) | Err(AppError::Remote(RemoteError::Refused(Problem::AttachmentNotNamed))) => {}
                Err(error @ AppError::Remote(RemoteError::Offline)) => return Err(error),
                // Enough for one run.
                Err(AppError::Remote(RemoteError::Refused(Problem::TooMany))) => return outcome,
                // This one cannot go now, for want of room or of its file; the others can.
                Err(error) => outcome = outcome.and(Err(error)),
            }
        }
        outcome
    }

    fn send_attachment(&self, remote: &dyn Remote, row: AttachmentRow) -> Result<(), AppError> {
        if remote.attachment_size(row.space, row.hash)?.is_none() {
            remote.attachment_put(row.space, row.hash, &self.vault.attachment_path(row.hash))?;
        }
        self.put_state(&row, AttachmentState::Here)
    }

    /// Fetches the attachments of cases that are assigned to this person or pinned.
    pub(super) fn fetch_kept_attachments(&self, remote: &dyn Remote) -> Result<(), AppError> {
        let mut rows =
            self.vault.read(|view| Ok::<_, AppError>(view.attachments_in(AttachmentState::Arriving { done: 0 }, None, TRANSFERS)?))?;
        rows.extend(self.vault.read(|view| Ok::<_, AppError>(view.attachments_in(AttachmentState::OnServer, None, TRANSFERS)?))?);
        for row in rows {
            self.still_open()?;
            let case = praesto_contract::CaseId(row.document.0);
            let kept = self.vault.read(|view| {
                let assigned = view.case_projection(case)?.is_some_and(|row| row.assignee == Some(self.person()));
                Ok::<_, AppError>(assigned || view.is_pinned(case)?)
            })?;
            if kept {
                match self.fetch_attachment(remote, &row) {
                    // Still on its author's computer, cut short, or swapped and noted: the others go on.
                    Ok(_) | Err(AppError::Api(_)) => {}
                    Err(error @ (AppError::Remote(RemoteError::Offline) | AppError::Vault(VaultError::DiskFull))) => return Err(error),
                    Err(error) => tracing::warn!(%error, attachment = %row.hash, "an attachment could not be fetched"),
                }
            }
        }
        Ok(())
    }

    /// Fetches one attachment; `false` while its author has not sent it. Bytes that are not those named are thrown away and noted.
    pub(crate) fn fetch_attachment(&self, remote: &dyn Remote, row: &AttachmentRow) -> Result<bool, AppError> {
        let Some(announced) = remote.attachment_size(row.space, row.hash)? else { return Ok(false) };
        let mut file = self.vault.resume_attachment(row.hash)?;
        if file.done() > announced {
            file.restart()?;
        }
        self.put_state(row, AttachmentState::Arriving { done: file.done() })?;
        let before = file.done();
        let resumed = before > 0;
        let mut reader: Box<dyn Read + Send> = if file.done() == announced {
            // All of it had arrived when it broke off.
            Box::new(std::io::empty())
        } else {
            remote.attachment_get(row.space, row.hash, file.done())?
        };
        // One byte more than announced is enough to know that it is another file.
        let mut left = announced.saturating_sub(file.done()) + 1;
        let mut buffer = vec![0; PIECE];
        loop {
            self.still_open()?;
            let count = reader.read(&mut buffer).map_err(|_| RemoteError::Offline)?;
            if count == 0 || left == 0 {
                break;
            }
            left = left.saturating_sub(count as u64);
            std::io::Write::write_all(&mut file, &buffer[..count]).map_err(|source| AppError::File { path: String::new(), source })?;
        }
        if file.done() < announced && (file.done() > before || !resumed) {
            // It broke off without saying so: what has come is kept, and the next try goes on from there.
            return Err(RemoteError::CutShort.into());
        }
        let size = match file.finish() {
            Ok((_, size)) => size,
            // A power cut may have torn what had come before. All of it again, before anybody is accused.
            Err(VaultError::AttachmentMismatch) if resumed => return self.fetch_attachment(remote, row),
            Err(VaultError::AttachmentMismatch) => {
                self.put_state(row, AttachmentState::OnServer)?;
                return Err(self.contradiction(FindingKind::AttachmentSwapped));
            }
            Err(error) => return Err(error.into()),
        };
        self.put_state(&AttachmentRow { size, ..row.clone() }, AttachmentState::Here)?;
        self.tell(vec![praesto_contract::CaseId(row.document.0)]);
        Ok(true)
    }

    fn put_state(&self, row: &AttachmentRow, state: AttachmentState) -> Result<(), AppError> {
        self.vault.write(|writer| Ok(writer.put_attachment(&AttachmentRow { state, ..row.clone() })?))
    }
}
