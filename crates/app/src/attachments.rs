//! Attachments of cases: in, to this computer, and out of the sealed world.

use std::fs::File;
use std::io::{Read, Write};
use std::path::Path;

use praesto_contract::*;
use praesto_crypto::HashThread;
use praesto_domain::DeviceId;
use praesto_domain::casework::{AttachmentVersion, CaseChange as Change, Stamp};
use praesto_formats::media_type_of;
use praesto_formats::names::safe_name;
use praesto_protocol::{DocumentId, SpaceId};
use praesto_vault::{AttachmentRow, AttachmentState};

use crate::access::Taken;
use crate::error::AppError;
use crate::host::{Host, random};
use crate::letters::refuse_signed_off;
use crate::new_files::NewFiles;
use crate::office::Office;
use crate::out::reason;
use crate::outside::Outside;
use crate::praesto::Core;
use crate::save::EditOptions;
use crate::sync::{RemoteError, can_be_sent};

/// Bytes read and sealed at a time.
const PIECE: usize = 64 << 10;
/// Files of one request.
const FILES: usize = 200;

/// A file that was sealed and waits to be named by a case.
pub(crate) struct Sealed {
    pub(crate) row: AttachmentRow,
    pub(crate) version: AttachmentVersion,
}

impl<H: Host> Core<H> {
    pub(crate) fn attachment_add(&self, request: AttachmentAdd) -> Result<CaseView, AppError> {
        let office = self.office()?;
        if request.paths.is_empty() || request.paths.len() > FILES || (request.version_of.is_some() && request.paths.len() != 1) {
            return Err(AppError::invalid("paths"));
        }
        let space = office.space_of(request.case)?;
        office.check_for_edit(request.case)?;
        if let Some(file) = request.version_of {
            refuse_signed_off(&office.case_in(request.case)?.0, file)?;
        }
        // All are sealed before the case names any: where one cannot be read, nothing was attached, and all can be dropped again.
        let mut files = NewFiles::new(&office.vault);
        let mut changes = Vec::with_capacity(request.paths.len());
        for path in &request.paths {
            let (sealed, name) = office.seal_path(space, DocumentId(request.case.0), Path::new(path))?;
            let version = sealed.version.clone();
            changes.push(match request.version_of {
                Some(id) => Change::AddAttachmentVersion { id, version },
                None => Change::AddAttachment { id: AttachmentId::make(self.host.now(), &random(&*self.host)), name, version },
            });
            files.push(sealed);
        }
        let attachments = files.sealed().iter().map(|sealed| sealed.row.hash).collect();
        let options = EditOptions { undoable: true, attachments, ..EditOptions::default() };
        office.vault.write(|writer| {
            files.sealed().iter().try_for_each(|sealed| writer.put_attachment(&sealed.row))?;
            office.edit_case_in(writer, request.case, &options, |document, now| Ok(document.edit(now, &changes)?))
        })?;
        files.keep();
        self.saved(&office, request.case)
    }

    pub(crate) fn attachment_fetch(&self, request: AttachmentFetch) -> Result<CaseView, AppError> {
        let office = self.office()?;
        let found = office.version(request.case, request.attachment, request.version.as_deref())?;
        if !matches!(found.row.state, AttachmentState::Here | AttachmentState::WaitingToBeSent) {
            let server = office.server_address()?.ok_or(AppError::code(ErrorCode::AttachmentNotHere))?;
            let remote = self.host.connect(&server, office.caller())?;
            match office.fetch_attachment(remote.as_ref(), &found.row) {
                Ok(true) => {}
                Ok(false) => return Err(office.with_author(found.version.by)),
                Err(error) => {
                    if matches!(error, AppError::Remote(RemoteError::Offline)) {
                        office.progress(SyncPhase::Offline);
                    }
                    return Err(error);
                }
            }
        }
        office.case_view(request.case)
    }

    pub(crate) fn attachment_save(&self, request: AttachmentSave) -> Result<AttachmentSaved, AppError> {
        let office = self.office()?;
        let reason = reason(&request.reason)?;
        let found = office.version(request.case, request.attachment, request.version.as_deref())?;
        let keys = office.keys_of(&found)?;
        let file = office.sealed_version(&found)?;
        let mut out = Outside::begin(Path::new(&request.path), request.overwrite)?;
        // What is known to fail failed before.
        office.note_leaving(request.case, &found.version.sealed_hash, Taken { kind: AccessKind::TookOut, name: &found.name, reason })?;
        let bytes = office.while_written(out.part().to_owned(), || {
            let bytes = office.copy_out(&keys, file, &found, &mut out)?;
            out.finish()?;
            Ok(bytes)
        })?;
        self.saved(&office, request.case)?;
        Ok(AttachmentSaved { path: request.path, bytes })
    }
}

impl<H: Host> Office<H> {
    /// The space of a case.
    pub(crate) fn space_of(&self, case: CaseId) -> Result<SpaceId, AppError> {
        let stored = self.vault.read(|view| Ok::<_, AppError>(view.document(DocumentId(case.0))?))?;
        Ok(stored.ok_or(AppError::code(ErrorCode::NotFound))?.space)
    }

    /// Seals a file of this computer. Gives the name to show with it.
    pub(crate) fn seal_path(&self, space: SpaceId, document: DocumentId, path: &Path) -> Result<(Sealed, String), AppError> {
        let shown = path.display().to_string();
        let unreadable = |source| AppError::File { path: shown.clone(), source };
        let file = File::open(path).map_err(unreadable)?;
        let length = file.metadata().map_err(unreadable)?;
        if !length.is_file() {
            return Err(ApiError::new(ErrorCode::FileRefused).with("reason", "not-a-file").with("path", &shown).into());
        }
        if !can_be_sent(length.len()) {
            return Err(ApiError::new(ErrorCode::FileRefused).with("reason", "too-large").with("path", &shown).into());
        }
        let name = safe_name(&path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default());
        Ok((self.seal(space, document, &name, file)?, name))
    }

    /// Seals a stream to the age recipient of the newest keys of the space that are here: temporary file, written through, renamed. The row comes with
    /// the edit that names it.
    pub(crate) fn seal(&self, space: SpaceId, document: DocumentId, name: &str, input: impl Read) -> Result<Sealed, AppError> {
        self.seal_while((space, document), name, input, &|| self.still_open())
    }

    /// As [`seal`](Self::seal), for as long as `goes_on` says: what another program saved is sealed also while the vault shuts.
    pub(crate) fn seal_while(
        &self,
        (space, document): (SpaceId, DocumentId),
        name: &str,
        mut input: impl Read,
        goes_on: &dyn Fn() -> Result<(), AppError>,
    ) -> Result<Sealed, AppError> {
        // To newer ones it could be that nobody opens it ever: they may be lost, or no good.
        let keys = self.newest_keys(space)?.ok_or(AppError::code(ErrorCode::WaitingForKeys))?;
        let file_error = |source| AppError::File { path: name.to_owned(), source };
        let mut writer = keys.attachments.recipient().writer(self.vault.begin_attachment()?)?;
        let mut content = HashThread::start().map_err(file_error)?;
        let (mut size, mut first) = (0u64, Vec::new());
        let mut piece = vec![0; PIECE];
        loop {
            goes_on()?;
            let count = input.read(&mut piece).map_err(file_error)?;
            if count == 0 {
                break;
            }
            if size == 0 {
                first = piece[..count.min(512)].to_vec();
            }
            size += count as u64;
            if !can_be_sent(size) {
                return Err(ApiError::new(ErrorCode::FileRefused).with("reason", "too-large").into());
            }
            content.write_all(&piece[..count]).and_then(|()| writer.write_all(&piece[..count])).map_err(file_error)?;
        }
        let content_hash = content.finish().map_err(file_error)?.to_string();
        let (hash, sealed_size) = writer.finish()?.finish()?;
        let row = AttachmentRow { hash, space, document, size: sealed_size, state: AttachmentState::WaitingToBeSent };
        let version = AttachmentVersion {
            sealed_hash: hash.to_string(),
            content_hash,
            size,
            media_type: media_type_of(name, &first).to_owned(),
            epoch: keys.epoch,
            by: Stamp { device: DeviceId(self.device().0), at: self.host.now() },
        };
        Ok(Sealed { row, version })
    }
}
