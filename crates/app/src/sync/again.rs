//! Again: records whose seal came to nothing are fetched once more, and own ones are sealed once more where their keys were no good.

use praesto_contract::SetAsideReason;
use praesto_protocol::api::{Frame, encode_records};
use praesto_protocol::{DeviceId, Record, SpaceId};
use praesto_vault::{SetAside, SetAsideNote};
use serde::{Deserialize, Serialize};

use super::receive::{NOTES, reason};
use super::{Remote, RemoteError};
use crate::error::AppError;
use crate::host::Host;
use crate::office::Office;

/// Records that one run fetches once more.
const FETCHED: usize = 50;
/// Pages of what is set aside that one run looks through for them.
const PAGES: usize = 8;
/// Records of one request, and requests of one run and space: whoever wrote much holds nothing else up with it.
const BATCH: u32 = 128;
const BATCHES: usize = 40;
/// What is noted of it in the vault.
const SEALED_AGAIN: &str = "sealed-again";

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
        let Some(current) = register.current_epoch(space).filter(|current| current.due.is_none()).map(|current| current.epoch) else {
            return Ok(());
        };
        let done = |epoch: u32| format!("{SEALED_AGAIN}/{space}/{epoch}");
        let mut again = Vec::new();
        let after = self.vault.read(|view| {
            let mut after = u64::MAX;
            for epoch in register.epochs(space).iter().filter(|epoch| epoch.due.is_some()).map(|epoch| epoch.epoch) {
                if view.meta(&done(epoch))?.is_none() {
                    again.push(epoch);
                    after = after.min(view.epoch_since(space, epoch)?);
                }
            }
            Ok::<_, AppError>(view.epoch_keys(space, current)?.is_some().then_some(after))
        })?;
        let Some(after) = after.filter(|_| !again.is_empty()) else { return Ok(()) };
        // Should these keys be called no good as well, what they seal now lies from there on.
        self.vault.write(|writer| Ok::<_, AppError>(writer.lower_epoch_since(space, current, after)?))?;
        let devices = register.lineage(self.device());
        let way = format!("{SEALED_AGAIN}/{space}/way");
        let begun = self.vault.read(|view| Ok::<_, AppError>(view.meta(&way)?))?.and_then(|bytes| serde_json::from_slice(&bytes).ok());
        let begin = Way { current, from: after, devices: devices.len(), device: 0, after };
        let mut at = begun.filter(|at: &Way| at.is_of(&begin)).unwrap_or(begin);
        for _ in 0..BATCHES {
            let Some(device) = devices.get(at.device) else { break };
            match self.seal_again(remote, space, *device, &at)? {
                Sealed::Refused => return Ok(()),
                Sealed::To(after) => at.after = after,
                Sealed::All => (at.device, at.after) = (at.device + 1, after),
            }
            let bytes = serde_json::to_vec(&at).map_err(|_| AppError::Internal("a place is written down"))?;
            self.vault.write(|writer| Ok::<_, AppError>(writer.put_meta(&way, &bytes)?))?;
        }
        if at.device < devices.len() {
            return Ok(());
        }
        self.vault.write(|writer| {
            again.iter().try_for_each(|epoch| writer.put_meta(&done(*epoch), &[]))?;
            Ok::<_, AppError>(writer.remove_meta(&way)?)
        })
    }

    /// Seals the next records of one device again under the current keys.
    fn seal_again(&self, remote: &dyn Remote, space: SpaceId, device: DeviceId, at: &Way) -> Result<Sealed, AppError> {
        self.still_open()?;
        let batch = self.vault.read(|view| Ok::<_, AppError>(view.sent_after(space, device, at.after, BATCH)?))?;
        if batch.is_empty() {
            return Ok(Sealed::All);
        }
        // The keys may have moved on meanwhile: next run.
        let same = self.register()?.current_epoch(space).is_some_and(|current| current.epoch == at.current && current.due.is_none());
        let Some(records) = self.seal_batch(space, &batch)?.filter(|records| same && !records.is_empty()) else {
            return Ok(Sealed::Refused);
        };
        match remote.post(space, &encode_records(records.iter().map(Vec::as_slice))) {
            Ok(_) => {}
            Err(RemoteError::Refused(_)) => return Ok(Sealed::Refused),
            Err(error) => return Err(error.into()),
        }
        Ok(batch.get(records.len() - 1).and_then(|record| record.server_seq).map_or(Sealed::All, Sealed::To))
    }
}

/// How far own records are sealed again: under which keys, from where on, and where of which device.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Way {
    current: u32,
    from: u64,
    devices: usize,
    device: usize,
    after: u64,
}

impl Way {
    fn is_of(&self, begin: &Self) -> bool {
        (self.current, self.from, self.devices) == (begin.current, begin.from, begin.devices)
    }
}

/// What became of some records that were to be sealed again.
enum Sealed {
    /// Those up to this place of the server's order are.
    To(u64),
    /// Nothing of this device is left.
    All,
    /// The server takes no such seal now, or the keys are others by now.
    Refused,
}

fn may_be_sealed_otherwise(note: &SetAsideNote) -> bool {
    use SetAsideReason as R;
    matches!(reason(&note.reason), Some(R::CannotOpen | R::Forged | R::KeyMissing | R::RegisterBehind))
}
