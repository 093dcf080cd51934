//! Files leave this computer when nothing asks for them any more.

use praesto_contract::*;
use praesto_crypto::Hash;
use praesto_vault::{AttachmentRow, AttachmentState};

use crate::error::AppError;
use crate::host::Host;
use crate::office::Office;
use crate::praesto::Core;
use crate::sync::RemoteError;

/// How long a case that was opened counts as opened lately.
const LATELY_MS: i64 = 14 * 24 * 60 * 60 * 1000;
/// Files looked up at a time.
const PIECE: u32 = 200;

impl<H: Host> Core<H> {
    pub(crate) fn files_release(&self, _: FilesRelease) -> Result<HeldFiles, AppError> {
        let office = self.office()?;
        let Some(server) = office.server_address()? else { return Ok(HeldFiles::default()) };
        let remote = self.host.connect(&server, office.caller())?;
        let (mut freed, mut cases, mut after) = (HeldFiles::default(), Vec::new(), Hash::default());
        loop {
            let rows = office
                .vault
                .read(|view| Ok::<_, AppError>(view.attachments_to_release(office.person(), office.lately(), after, PIECE)?))?;
            let Some(last) = rows.last() else { break };
            after = last.hash;
            for row in &rows {
                office.still_open()?;
                // Whatever it was once told, a file leaves only while the server says that it has it whole.
                match remote.attachment_size(row.space, row.hash) {
                    Ok(Some(size)) if size == row.size => {}
                    Err(error @ RemoteError::Offline) if freed.files == 0 => return Err(error.into()),
                    Err(RemoteError::Offline) => {
                        office.tell(cases);
                        return Ok(freed);
                    }
                    Ok(_) | Err(_) => continue,
                }
                if office.release(row)? {
                    freed = HeldFiles { files: freed.files + 1, bytes: freed.bytes + row.size };
                    cases.push(CaseId(row.document.0));
                }
            }
        }
        office.tell(cases);
        Ok(freed)
    }
}

impl<H: Host> Office<H> {
    /// What could leave this computer.
    pub(crate) fn releasable(&self) -> Result<HeldFiles, AppError> {
        let (files, bytes) = self.vault.read(|view| Ok::<_, AppError>(view.releasable(self.person(), self.lately())?))?;
        Ok(HeldFiles { files, bytes })
    }

    fn lately(&self) -> i64 {
        self.host.now().0 - LATELY_MS
    }

    /// First said, then done: where it breaks off in between, the file is fetched over what is left of it.
    fn release(&self, row: &AttachmentRow) -> Result<bool, AppError> {
        let released = self
            .vault
            .write(|writer| Ok::<_, AppError>(writer.move_attachment(row.hash, AttachmentState::Here, AttachmentState::OnServer)?))?;
        if released {
            self.vault.remove_attachment_file(row.hash)?;
        }
        Ok(released)
    }
}
