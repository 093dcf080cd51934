//! Versions of attachments: found, opened, and what is wrong where one does not open.

use std::fs::File;
use std::io::{self, BufReader, Read, Write};

use praesto_contract::*;
use praesto_crypto::{AgeIdentity, Hash, HashThread};
use praesto_domain::casework::{AttachmentVersion, Stamp};
use praesto_protocol::{DeviceId, DocumentId, EpochKeys};
use praesto_vault::{AttachmentRow, AttachmentState};

use crate::documents::CaseDocument;
use crate::error::AppError;
use crate::host::Host;
use crate::office::Office;

/// Bytes opened at a time.
const PIECE: usize = 64 << 10;

/// One version of an attachment.
pub(crate) struct Found {
    pub(crate) row: AttachmentRow,
    pub(crate) version: AttachmentVersion,
    /// What the attachment is called.
    pub(crate) name: String,
}

impl<H: Host> Office<H> {
    /// A version of an attachment; the newest where none is named.
    pub(crate) fn version(&self, case: CaseId, attachment: AttachmentId, version: Option<&str>) -> Result<Found, AppError> {
        let not_found = || AppError::code(ErrorCode::NotFound);
        let document = DocumentId(case.0);
        let stored = self.vault.read(|view| Ok::<_, AppError>(view.document(document)?))?.ok_or_else(not_found)?;
        let held = CaseDocument::load(&stored.snapshot, &self.actor())?.read(case)?;
        let found = held.attachments.into_iter().find(|other| other.id == attachment).ok_or_else(not_found)?;
        let asked = |other: &&AttachmentVersion| version.is_none_or(|version| other.sealed_hash == version);
        let version = found.versions.iter().rfind(asked).ok_or_else(not_found)?.clone();
        let hash: Hash = version.sealed_hash.parse().map_err(|_| AppError::Internal("an attachment has no hash"))?;
        let row = self.vault.read(|view| Ok::<_, AppError>(view.attachment_of(document, hash)?))?;
        // No record of this case names it: only whoever wrote that can have it.
        let row = row.ok_or_else(|| self.with_author(version.by))?;
        Ok(Found { row, version, name: found.name.value().cloned().unwrap_or_default() })
    }

    /// That a file has not left its author's computer.
    pub(crate) fn with_author(&self, by: Stamp) -> AppError {
        self.naming(ErrorCode::AttachmentWithAuthor, by)
    }

    /// That a file is not what its case says of it. Noted once for each case.
    pub(crate) fn unfit(&self, row: &AttachmentRow, by: Stamp) -> AppError {
        let marked = self.vault.write(|writer| Ok::<_, AppError>(writer.mark_attachment_unfit(row.document, row.hash)?));
        if marked.unwrap_or(true) {
            self.find(FindingKind::AttachmentUnfit, Some(DeviceId(by.device.0)));
        }
        self.naming(ErrorCode::AttachmentUnfit, by)
    }

    /// An error about what somebody attached.
    fn naming(&self, code: ErrorCode, by: Stamp) -> AppError {
        let author = self.author_names(&self.names()).author(by);
        let error = ApiError::new(code);
        if author.name.is_empty() { error.into() } else { error.with("name", author.name).into() }
    }

    /// The sealed bytes of an attachment that is here.
    pub(crate) fn sealed_file(&self, row: &AttachmentRow) -> io::Result<File> {
        File::open(self.vault.attachment_path(row.hash))
    }

    /// Opens the sealed bytes of a version that should be here.
    pub(crate) fn sealed_version(&self, found: &Found) -> Result<File, AppError> {
        match found.row.state {
            AttachmentState::Here | AttachmentState::WaitingToBeSent => {}
            AttachmentState::WithAuthor => return Err(self.with_author(found.version.by)),
            AttachmentState::OnServer | AttachmentState::Arriving { .. } => return Err(AppError::code(ErrorCode::AttachmentNotHere)),
        }
        self.sealed_file(&found.row).or_else(|_| Err(self.what_is_wrong(found)?))
    }

    /// The keys that open a version that should be here. Which epoch it was sealed under is its author's word: where that is not true, and the keys
    /// of another epoch open it, they do.
    pub(crate) fn keys_of(&self, found: &Found) -> Result<EpochKeys, AppError> {
        let (space, said) = (found.row.space, found.version.epoch);
        let mut held = self.vault.read(|view| Ok::<_, AppError>(view.all_epoch_keys(space)?))?;
        held.sort_by_key(|keys| keys.epoch != said);
        let announced = self.register()?.epoch(space, said).is_some();
        let may_come = announced && held.iter().all(|keys| keys.epoch != said);
        for keys in held {
            if keys.attachments.reader(BufReader::new(self.sealed_version(found)?)).is_ok() {
                return Ok(keys);
            }
        }
        if may_come { Err(AppError::code(ErrorCode::WaitingForKeys)) } else { Err(self.what_is_wrong(found)?) }
    }

    /// Opens a version into `out`, checking that it is what the case says; gives its length.
    pub(crate) fn copy_out(&self, keys: &EpochKeys, file: File, found: &Found, out: &mut impl Write) -> Result<u64, AppError> {
        match self.open_into(&keys.attachments, file, out)? {
            Some((size, content)) if content.to_string() == found.version.content_hash => Ok(size),
            _ => Err(self.what_is_wrong(found)?),
        }
    }

    /// Length and hash of what was sealed; none where it does not open.
    fn open_into(&self, keys: &AgeIdentity, file: File, out: &mut impl Write) -> Result<Option<(u64, Hash)>, AppError> {
        let Ok(mut reader) = keys.reader(BufReader::new(file)) else { return Ok(None) };
        let out_error = |source| AppError::File { path: String::new(), source };
        let mut content = HashThread::start().map_err(out_error)?;
        let (mut piece, mut size) = (vec![0; PIECE], 0);
        loop {
            self.still_open()?;
            let Ok(count) = reader.read(&mut piece) else { return Ok(None) };
            if count == 0 {
                return Ok(Some((size, content.finish().map_err(out_error)?)));
            }
            content.write_all(&piece[..count]).and_then(|()| out.write_all(&piece[..count])).map_err(out_error)?;
            size += count as u64;
        }
    }

    /// Why a version does not open: what its author said of it is not true, or its sealed file is not what it was, and is fetched again if it can be.
    fn what_is_wrong(&self, found: &Found) -> Result<AppError, AppError> {
        if self.hash_of_file(&found.row)? == Some(found.row.hash) {
            return Ok(self.unfit(&found.row, found.version.by));
        }
        if found.row.state == AttachmentState::Here && self.has_server() {
            self.vault.write(|writer| Ok::<_, AppError>(writer.set_attachment_state(found.row.hash, AttachmentState::OnServer)?))?;
            self.tell(vec![CaseId(found.row.document.0)]);
        }
        Ok(AppError::code(ErrorCode::AttachmentDamaged))
    }
}
