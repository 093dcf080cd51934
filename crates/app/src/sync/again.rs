//! Again: records whose seal came to nothing are fetched once more, and own ones are sealed once more where their keys were no good.

use praesto_contract::SetAsideReason;
use praesto_protocol::api::{Frame, encode_records};
use praesto_protocol::{DeviceId, Record, SpaceId};
use praesto_vault::{SetAside, SetAsideNote};

use super::receive::{NOTES, reason};
use super::{Remote, RemoteError};
use crate::error::AppError;
use crate::host::Host;
use crate::office::Office;

/// Records that one run fetches once more.
const FETCHED: usize = 50;
/// Pages of what is set aside that one run looks through for them.
const PAGES: usize = 8;
/// Records of one request.
const BATCH: u32 = 128;

impl<H: Host> Office<H> {
    /// Fetches records once more whose seal did not open: it may have been spoiled on the way, or its author has sealed it anew. A few in each run,
    /// all in turn.
    pub(super) fn fetch_again(&self, remote: &dyn Remote) -> Result<(), AppError> {
        let mut at = self.fetched_again.lock().ok().and_then(|mut at| at.take());
        let mut left = FETCHED;
        for _ in 0..PAGES {
            let notes = self.vault.read(|view| Ok::<_, AppError>(view.set_aside_notes(at.as_ref(), NOTES)?))?;
            if notes.is_empty() {
                return Ok(());
            }
            for note in notes {
                if note.server_seq > 0 && may_be_sealed_otherwise(&note) {
                    self.fetch_one_again(remote, &note)?;
                    left -= 1;
                }
                at = Some(note);
                if left == 0 {
                    break;
                }
            }
            if left == 0 {
                break;
            }
        }
        // The next run goes on from here.
        if let Ok(mut kept) = self.fetched_again.lock() {
            *kept = at;
        }
        Ok(())
    }

    fn fetch_one_again(&self, remote: &dyn Remote, note: &SetAsideNote) -> Result<(), AppError> {
        let row = self.vault.read(|view| Ok::<_, AppError>(view.set_aside_row(note.hash)?))?;
        let Some(row) = row.filter(|row| self.may_have_another_seal(row).unwrap_or(false)) else { return Ok(()) };
        let bytes = match remote.record(row.space, row.server_seq) {
            Ok(bytes) => bytes,
            Err(RemoteError::Offline) => return Err(RemoteError::Offline.into()),
            // No right to this space any more, or the server lost the record: it stays as it is, and nothing waits for it.
            Err(_) => return Ok(()),
        };
        let (frames, _) = Frame::read_all(&bytes);
        let Some(frame) = frames.into_iter().next().filter(|frame| frame.seq == row.server_seq) else { return Ok(()) };
        if frame.record != row.frame && Record::decode(&frame.record).is_ok_and(|record| record.hash() == row.hash) {
            self.vault.write(|writer| Ok::<_, AppError>(writer.set_aside(&SetAside { frame: frame.record, ..row })?))?;
        }
        Ok(())
    }

    /// Where the keys are not here, only an epoch whose keys are known to be no good brings another seal, and one that the register does not know: the
    /// seal names it, and nobody has signed that.
    fn may_have_another_seal(&self, row: &SetAside) -> Result<bool, AppError> {
        if !matches!(reason(&row.reason), Some(SetAsideReason::KeyMissing | SetAsideReason::RegisterBehind)) {
            return Ok(true);
        }
        let register = self.register()?;
        let Ok(record) = Record::decode(&row.frame) else { return Ok(false) };
        Ok(register.epoch(row.space, record.seal.epoch).is_none_or(|epoch| epoch.due.is_some()))
    }

    /// Seals own records under the current keys that were sealed under keys which are no good to others: by this computer, by a device that it was
    /// before, or by a colleague who brought them back to a restored server.
    pub(super) fn seal_own_again(&self, remote: &dyn Remote, space: SpaceId) -> Result<(), AppError> {
        let register = self.register()?;
        let Some(current) = register.current_epoch(space).filter(|current| current.due.is_none()) else { return Ok(()) };
        for epoch in register.epochs(space).iter().filter(|epoch| epoch.due.is_some()) {
            let done = format!("sealed-again/{space}/{}", epoch.epoch);
            let ready = self
                .vault
                .read(|view| Ok::<_, AppError>(view.epoch_keys(space, current.epoch)?.is_some() && view.meta(&done)?.is_none()))?;
            if !ready {
                continue;
            }
            for device in register.lineage(self.device()) {
                if !self.seal_again(remote, space, device, epoch.epoch)? {
                    // The keys moved on meanwhile: next run.
                    return Ok(());
                }
            }
            self.vault.write(|writer| Ok::<_, AppError>(writer.put_meta(&done, &[])?))?;
        }
        Ok(())
    }

    /// Seals the records of one device again that an epoch's keys may have sealed. `false` where the server takes no such seal now.
    fn seal_again(&self, remote: &dyn Remote, space: SpaceId, device: DeviceId, epoch: u32) -> Result<bool, AppError> {
        let mut after = 0;
        loop {
            self.still_open()?;
            let batch = self.vault.read(|view| Ok::<_, AppError>(view.sealed_under(space, device, epoch, after, BATCH)?))?;
            let Some(records) = self.seal_batch(space, &batch)?.filter(|records| !records.is_empty()) else { return Ok(true) };
            match remote.post(space, &encode_records(records.iter().map(Vec::as_slice))) {
                Ok(_) => {}
                Err(RemoteError::Refused(_)) => return Ok(false),
                Err(error) => return Err(error.into()),
            }
            after = batch.get(records.len() - 1).and_then(|record| record.server_seq).unwrap_or(u64::MAX >> 1);
        }
    }
}

fn may_be_sealed_otherwise(note: &SetAsideNote) -> bool {
    use SetAsideReason as R;
    matches!(reason(&note.reason), Some(R::CannotOpen | R::Forged | R::KeyMissing | R::RegisterBehind))
}
