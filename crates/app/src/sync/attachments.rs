//! Attachments on the wire: what this computer made is sent, what it should keep is fetched. Every transfer goes on where it broke off.

use std::collections::BTreeSet;
use std::io::{ErrorKind, Read, Write};
use std::sync::atomic::Ordering;
use std::sync::{Mutex, MutexGuard, PoisonError};

use praesto_contract::{CaseId, ErrorCode, FindingKind};
use praesto_crypto::Hash;
use praesto_domain::casework::{AttachmentVersion, Case};
use praesto_protocol::api::{MAX_ATTACHMENT_BYTES, Problem};
use praesto_protocol::{DocumentId, SpaceId};
use praesto_vault::{AttachmentFile, AttachmentRow, AttachmentState, StoredRecord, VaultError, Writer};

use super::{Remote, RemoteError, another_time};
use crate::documents::CaseDocument;
use crate::error::AppError;
use crate::host::Host;
use crate::office::Office;

/// Bytes read at a time, and sealed in one piece by age.
const PIECE: usize = 64 << 10;
/// Attachments that one run considers to fetch, and how many of them it tries in vain.
const KEPT: u32 = 100_000;
const IN_VAIN: usize = 200;
/// Bytes of the disk that files leave free which nobody asked for just now: saving goes on in them, and so does everything else on the computer.
pub(crate) const RESERVE: u64 = 1 << 30;
/// Attachments that one run asks the server for, and how many of them in vain: where all are there, as for a newcomer, all are soon known.
const ASKED: u32 = 500;
const ASKED_IN_VAIN: usize = 20;
/// Attachments that were sent and are asked for at a time, and how often.
const CHECKED: u32 = 50;
pub(super) const CHECK_EVERY_MS: u64 = 10 * 60 * 1000;
/// Attachments of one run, and how many in a row the server may have no place for.
const TRANSFERS: u32 = 10_000;
const BUSY: u32 = 5;

impl<H: Host> Office<H> {
    /// Notes that a record names an attachment, so that the case can say where it is.
    pub(super) fn expect_attachment(&self, writer: &mut Writer<'_>, record: &StoredRecord, hash: Hash) -> Result<(), AppError> {
        Ok(writer.name_attachment(&expected(hash, record.space, record.document))?)
    }

    /// Asks the server now and then for what was sent (some files at a time, and the keys), and what time it is there.
    pub(super) fn check_what_was_sent(&self, remote: &dyn Remote) -> Result<(), AppError> {
        let (_, checked) = *held(&self.files_checked);
        if self.host.now().0.abs_diff(checked) < CHECK_EVERY_MS {
            return Ok(());
        }
        self.compare_clocks(remote);
        self.check_sent_attachments(remote)?;
        another_time(self.give_missing_keys(remote), "missing keys could not be given")
    }

    /// A server that was restored from a copy may lack a file though it holds the change that names it: then nothing else shows it, and whoever has
    /// the file whole sends it again.
    fn check_sent_attachments(&self, remote: &dyn Remote) -> Result<(), AppError> {
        let (last, now) = (held(&self.files_checked).0, self.host.now().0);
        let rows = self.vault.read(|view| Ok::<_, AppError>(view.attachments_sent(last, CHECKED)?))?;
        let next = rows.last().filter(|_| rows.len() == CHECKED as usize).map_or(Hash::default(), |row| row.hash);
        *held(&self.files_checked) = (next, now);
        for row in &rows {
            self.still_open()?;
            match remote.attachment_size(row.space, row.hash) {
                Ok(None) if self.hash_of_file(row)? == Some(row.hash) => {
                    self.vault.write(|writer| {
                        Ok::<_, AppError>(writer.move_attachment(row.hash, AttachmentState::Here, AttachmentState::WaitingToBeSent)?)
                    })?;
                }
                // Whether the server is gone, what comes after this finds out; a server that does not say holds nothing else up.
                Err(RemoteError::Offline) => return Ok(()),
                Ok(_) | Err(_) => {}
            }
        }
        Ok(())
    }

    /// Sends the attachments that only this computer has. What keeps one back keeps the others back no more than it must, and is the outcome.
    pub(super) fn send_attachments(&self, remote: &dyn Remote) -> Result<(), AppError> {
        let (mut outcome, mut busy) = (Ok(()), 0);
        for row in self.vault.read(|view| Ok::<_, AppError>(view.attachments_in(AttachmentState::WaitingToBeSent, None, TRANSFERS)?))? {
            self.still_open()?;
            match self.send_attachment(remote, row) {
                // The record that names it has not gone out yet: next run.
                Ok(()) | Err(AppError::Remote(RemoteError::Refused(Problem::AttachmentNotNamed))) => busy = 0,
                Err(error @ AppError::Remote(RemoteError::Offline)) => return Err(error),
                // This one may be under way already, or be larger than what room the server has left. Several of them in a row: enough for one run.
                Err(error @ AppError::Remote(RemoteError::Refused(Problem::TooMany | Problem::Unavailable | Problem::StorageFull))) => {
                    outcome = outcome.and(Err(error));
                    busy += 1;
                    if busy == BUSY {
                        return outcome;
                    }
                }
                // This one cannot go now, for want of room or of its file; the others can.
                Err(error) => outcome = outcome.and(Err(error)),
            }
        }
        outcome
    }

    fn send_attachment(&self, remote: &dyn Remote, row: AttachmentRow) -> Result<(), AppError> {
        // What was damaged here does not get better by being sent again.
        let known = held(&self.files_damaged).contains(&row.hash);
        if known && self.is_damaged(&row)? {
            return Ok(());
        }
        let keep_on = || self.still_open().is_ok();
        match remote.attachment_put(row.space, row.hash, &self.vault.attachment_path(row.hash), &keep_on) {
            Ok(true) => self.put_state(&row, AttachmentState::Here),
            Ok(false) => self.still_open(),
            Err(RemoteError::Refused(Problem::HashMismatch) | RemoteError::Malformed) if self.is_damaged(&row)? => {
                if remote.attachment_size(row.space, row.hash)?.is_some() {
                    // Somebody else has sent it.
                    return self.put_state(&row, AttachmentState::OnServer);
                }
                held(&self.files_damaged).insert(row.hash);
                self.find(FindingKind::AttachmentDamaged, None);
                Ok(())
            }
            Err(error) => Err(error.into()),
        }
    }

    /// Whether a file is on the disk and is not what it was.
    fn is_damaged(&self, row: &AttachmentRow) -> Result<bool, AppError> {
        Ok(self.hash_of_file(row)?.is_some_and(|hash| hash != row.hash))
    }

    /// Fetches the attachments of cases that are assigned to this person or pinned, as long as the disk keeps room for everything else.
    pub(super) fn fetch_kept_attachments(&self, remote: &dyn Remote) -> Result<(), AppError> {
        let rows = self.vault.read(|view| Ok::<_, AppError>(view.attachments_to_keep(self.person(), KEPT)?))?;
        let start = self.files_tried.swap(0, Ordering::Relaxed) % rows.len().max(1);
        let (mut in_vain, mut busy, mut came) = (0, 0, BTreeSet::new());
        for (at, row) in rows.iter().enumerate().cycle().skip(start).take(rows.len()) {
            self.still_open()?;
            if in_vain == IN_VAIN {
                // Whoever names files that never come keeps nobody from the others: the next run goes on here.
                self.files_tried.store(at, Ordering::Relaxed);
                return Ok(());
            }
            if self.host.free_space(self.vault.profile()) < RESERVE {
                tracing::warn!("the disk is nearly full: files stay on the server");
                return Ok(());
            }
            if came.contains(&row.hash) {
                continue;
            }
            match self.fetch_file(remote, row, RESERVE) {
                Ok(true) => drop(came.insert(row.hash)),
                // Still on its author's computer, too large for the room there is, or swapped and noted: the others go on.
                Ok(false) | Err(AppError::Api(_)) => in_vain += 1,
                Err(error @ (AppError::Remote(RemoteError::Offline) | AppError::Vault(VaultError::DiskFull))) => return Err(error),
                Err(error) => {
                    in_vain += 1;
                    busy += u32::from(matches!(error, AppError::Remote(RemoteError::Refused(Problem::TooMany | Problem::Unavailable))));
                    if busy == BUSY {
                        return Err(error);
                    }
                    tracing::warn!(%error, attachment = %row.hash, "an attachment could not be fetched");
                }
            }
        }
        Ok(())
    }

    /// Asks the server for some of the attachments that it was not known to have: those of the cases that were opened last, then all in turn.
    pub(super) fn ask_where_attachments_are(&self, remote: &dyn Remote) -> Result<(), AppError> {
        let opened = self.vault.read(|view| Ok::<_, AppError>(view.attachments_missed(ASKED)?))?;
        self.ask_for(remote, &opened)?;
        let last = *held(&self.files_asked);
        let rows = self.vault.read(|view| Ok::<_, AppError>(view.attachments_not_known(last, ASKED)?))?;
        let asked = self.ask_for(remote, &rows)?;
        let to_the_end = asked == rows.len() && rows.len() < ASKED as usize;
        let next = rows[..asked].last().filter(|_| !to_the_end).map_or(Hash::default(), |row| row.hash);
        *held(&self.files_asked) = next;
        Ok(())
    }

    /// Asks for one after the other, until too many are not there; says how many it asked for.
    fn ask_for(&self, remote: &dyn Remote, rows: &[AttachmentRow]) -> Result<usize, AppError> {
        let (mut asked, mut there, mut outcome) = (0, Vec::new(), Ok(()));
        for row in rows {
            if asked - there.len() == ASKED_IN_VAIN {
                break;
            }
            self.still_open()?;
            match remote.attachment_size(row.space, row.hash) {
                Ok(Some(_)) => there.push(row),
                Err(error @ RemoteError::Offline) => {
                    outcome = Err(error.into());
                    break;
                }
                // A server that does not say now is asked again in its turn.
                Ok(None) | Err(_) => {}
            }
            asked += 1;
        }
        if !there.is_empty() {
            self.vault.write(|writer| {
                for row in &there {
                    // Somebody may have fetched it meanwhile.
                    writer.move_attachment(row.hash, AttachmentState::WithAuthor, AttachmentState::OnServer)?;
                }
                Ok::<_, AppError>(())
            })?;
            self.tell(there.iter().map(|row| CaseId(row.document.0)).collect());
        }
        outcome.map(|()| asked)
    }

    /// Fetches one attachment that somebody asks for; `false` while its author has not sent it. Bytes that are not those named are thrown away and
    /// noted.
    pub(crate) fn fetch_attachment(&self, remote: &dyn Remote, row: &AttachmentRow) -> Result<bool, AppError> {
        self.fetch_file(remote, row, 0)
    }

    /// Fetches one attachment if the disk keeps room for `reserve` more bytes.
    fn fetch_file(&self, remote: &dyn Remote, row: &AttachmentRow, reserve: u64) -> Result<bool, AppError> {
        let Some(announced) = remote.attachment_size(row.space, row.hash)? else {
            if row.state != AttachmentState::WithAuthor {
                self.put_state(row, AttachmentState::WithAuthor)?;
            }
            return Ok(false);
        };
        if announced > sealed(MAX_ATTACHMENT_BYTES) {
            // Longer than any file may be: it is another one, whatever it would hold.
            return Err(self.contradiction(FindingKind::AttachmentSwapped));
        }
        if let Some(said) = self.said_of(row)?.filter(|said| announced > sealed(said.size)) {
            // Whoever wrote the case may say less than is true, and a server more: nobody can tell which before all of it is here.
            return Err(self.unfit(row, said.by));
        }
        let mut file = self.vault.resume_attachment(row.hash)?;
        if file.done() > announced {
            file.restart()?;
        }
        let before = file.done();
        if self.host.free_space(self.vault.profile()) < reserve.saturating_add(announced - before) {
            file.discard();
            self.put_state(row, AttachmentState::OnServer)?;
            return Err(AppError::code(ErrorCode::DiskFull));
        }
        self.put_state(row, AttachmentState::Arriving { done: before })?;
        let resumed = before > 0;
        match self.read_into(remote, row, &mut file, announced) {
            Err(AppError::File { source, .. }) if matches!(source.kind(), ErrorKind::StorageFull | ErrorKind::QuotaExceeded) => {
                // What has arrived would fill the disk for good, and keep everything else from being saved.
                file.discard();
                self.put_state(row, AttachmentState::OnServer)?;
                return Err(VaultError::DiskFull.into());
            }
            outcome => outcome?,
        }
        if file.done() < announced && (file.done() > before || !resumed) {
            // It broke off without saying so: what has come is kept, and the next try goes on from there.
            return Err(RemoteError::CutShort.into());
        }
        let size = match file.finish() {
            Ok((_, size)) => size,
            // A power cut may have torn what had come before. All of it again, before anybody is accused.
            Err(VaultError::AttachmentMismatch) if resumed => return self.fetch_file(remote, row, reserve),
            Err(VaultError::AttachmentMismatch) => {
                self.put_state(row, AttachmentState::OnServer)?;
                return Err(self.contradiction(FindingKind::AttachmentSwapped));
            }
            Err(error) => return Err(error.into()),
        };
        self.put_state(&AttachmentRow { size, ..row.clone() }, AttachmentState::Here)?;
        self.tell(vec![CaseId(row.document.0)]);
        Ok(true)
    }

    /// Reads what is not here yet of an attachment, up to its announced length.
    fn read_into(&self, remote: &dyn Remote, row: &AttachmentRow, file: &mut AttachmentFile, announced: u64) -> Result<(), AppError> {
        if file.done() == announced {
            // All of it had arrived when it broke off.
            return Ok(());
        }
        let mut reader = remote.attachment_get(row.space, row.hash, file.done())?;
        // One byte more than announced is enough to know that it is another file.
        let mut left = announced.saturating_sub(file.done()) + 1;
        let mut buffer = vec![0; PIECE];
        loop {
            self.still_open()?;
            let count = reader.read(&mut buffer).map_err(|_| RemoteError::Offline)?;
            let taken = left.min(count as u64);
            if taken == 0 {
                return Ok(());
            }
            left -= taken;
            file.write_all(&buffer[..taken as usize]).map_err(|source| AppError::File { path: String::new(), source })?;
        }
    }

    /// What the case of this row says of an attachment, where it is here; the most, where it says it twice.
    fn said_of(&self, row: &AttachmentRow) -> Result<Option<AttachmentVersion>, AppError> {
        let hash = row.hash.to_string();
        let versions = self.case_of(row)?.into_iter().flat_map(|case| case.attachments).flat_map(|attachment| attachment.versions);
        // Two may name the same file: who says less than is true keeps nobody from the other's.
        Ok(versions.filter(|version| version.sealed_hash == hash).max_by_key(|version| version.size))
    }

    /// The case of an attachment, where it is here and can be read.
    pub(crate) fn case_of(&self, row: &AttachmentRow) -> Result<Option<Case>, AppError> {
        let stored = self.vault.read(|view| Ok::<_, AppError>(view.document(row.document)?))?;
        Ok(stored.and_then(|stored| CaseDocument::load(&stored.snapshot, &self.actor()).ok()?.read(CaseId(row.document.0)).ok()))
    }

    fn put_state(&self, row: &AttachmentRow, state: AttachmentState) -> Result<(), AppError> {
        self.vault.write(|writer| Ok(writer.put_attachment(&AttachmentRow { state, ..row.clone() })?))
    }
}

pub(super) fn held<T>(what: &Mutex<T>) -> MutexGuard<'_, T> {
    what.lock().unwrap_or_else(PoisonError::into_inner)
}

/// An attachment that a document names, before anything else is known of it.
pub(super) fn expected(hash: Hash, space: SpaceId, document: DocumentId) -> AttachmentRow {
    AttachmentRow { hash, space, document, size: 0, state: AttachmentState::WithAuthor }
}

/// Most bytes that a sealed file of `size` bytes has: a header for the space's one recipient, and a tag for each piece.
fn sealed(size: u64) -> u64 {
    const HEADER: u64 = 4 << 10;
    const TAG: u64 = 16;
    size.saturating_add(HEADER + TAG * (size / PIECE as u64 + 1))
}

/// Whether a file of `size` bytes is not too long for the server once it is sealed.
pub(crate) fn can_be_sent(size: u64) -> bool {
    sealed(size) <= MAX_ATTACHMENT_BYTES
}
