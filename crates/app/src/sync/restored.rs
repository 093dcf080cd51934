//! A server restored from an older copy: what it lacks of the register is offered again. Entries prove themselves, so anybody may bring them.

use praesto_contract::FindingKind;
use praesto_protocol::SpaceId;
use praesto_protocol::api::{Bytes, EnvelopeUpload, EpochUpload, RegisterAppend};
use praesto_protocol::register::{Body, Register, SignedEntry};

use super::Remote;
use crate::error::AppError;
use crate::host::Host;
use crate::office::{Office, replay};

impl<H: Host> Office<H> {
    /// Offers the entries that the server lacks, with the keys of the epochs among them. A server whose register is no beginning of the one held
    /// here shows another history, which is never gone along with.
    pub(super) fn offer_lost_entries(&self, remote: &dyn Remote) -> Result<(), AppError> {
        let mine = self.vault.read(|view| Ok::<_, AppError>(view.entries(0)?))?;
        let theirs = remote.register(0)?.entries;
        let is_beginning = theirs.len() < mine.len() && theirs.iter().map(|bytes| &bytes.0).eq(mine.iter().take(theirs.len()));
        let (held, lost) = mine.split_at(theirs.len().min(mine.len()));
        let Some(mut register) = replay(held)?.filter(|_| is_beginning) else {
            return Err(self.contradiction(FindingKind::RegisterRolledBack));
        };
        self.find(FindingKind::ServerBehind, None);
        for bytes in lost {
            let entry = SignedEntry::decode(bytes)?;
            let upload = match &entry.entry().body {
                Body::NewEpoch { space, epoch, .. } => self.rebuild_upload(&register, *space, *epoch)?,
                _ => None,
            };
            register.append(&entry).map_err(|_| AppError::Internal("a held entry no longer holds"))?;
            // An author brings the keys with the entry; for others' epochs they fill the gap afterwards.
            let own = entry.entry().author == self.device();
            let epochs = if own { upload.iter().cloned().collect() } else { Vec::new() };
            remote.append(&RegisterAppend { office: register.office(), entries: vec![Bytes(bytes.clone())], epochs }, false)?;
            if let Some(upload) = upload.filter(|_| !own) {
                remote.put_envelopes(upload.space, &upload)?;
            }
        }
        Ok(())
    }

    /// The sealed keys of an epoch for the devices that it was made for; none where they are not here.
    fn rebuild_upload(&self, register: &Register, space: SpaceId, epoch: u32) -> Result<Option<EpochUpload>, AppError> {
        let kept = self.vault.read(|view| Ok::<_, AppError>((view.epoch_keys(space, epoch)?, view.epoch_link(space, epoch)?)))?;
        let (Some(keys), Some(link)) = kept else { return Ok(None) };
        let mut envelopes = Vec::new();
        for (id, device) in register.entitled(space) {
            envelopes.push(EnvelopeUpload { device: id, sealed: Bytes(keys.envelope(id, &device.recipient)?.sealed) });
        }
        Ok(Some(EpochUpload { space, epoch, link: Bytes(link), envelopes }))
    }
}
