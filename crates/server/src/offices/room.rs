//! The room that offices use: what the store and the attachment folder hold, and what uploads under way have announced.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use praesto_protocol::OfficeId;
use praesto_protocol::api::Problem;

use super::{Offices, lock};
use crate::refusal::Refusal;

/// Milliseconds until the room that an office uses is counted again.
const RECOUNT_MS: i64 = 60_000;

/// What all offices use, as far as anybody has asked.
#[derive(Debug, Default)]
pub(super) struct Room(Mutex<HashMap<OfficeId, Arc<Mutex<Used>>>>);

#[derive(Debug, Default)]
struct Used {
    counted_at: Option<i64>,
    bytes: u64,
    /// Announced and not here yet.
    promised: u64,
}

/// Room that is set aside for something that is about to be kept; what is not kept of it is free again when this is dropped.
#[derive(Debug)]
pub(super) struct Taken {
    used: Arc<Mutex<Used>>,
    limit: u64,
    promised: u64,
}

impl Offices {
    /// Sets room aside, or says that there is none.
    pub(super) fn take_room(&self, office: OfficeId, bytes: u64, now: i64) -> Result<Taken, Refusal> {
        let shared = lock(&self.room.0).entry(office).or_default().clone();
        let mut used = lock(&shared);
        // Counted under the lock of this office alone: what is kept meanwhile must not be missed.
        if used.counted_at.is_none_or(|counted_at| !(0..RECOUNT_MS).contains(&(now - counted_at))) {
            used.bytes =
                self.store.used_bytes(office)? + self.attachments.arriving_bytes(office).map_err(crate::store::StoreError::from)?;
            used.counted_at = Some(now);
        }
        let limit = self.settings.limits.office_bytes;
        used.promise(bytes, limit)?;
        drop(used);
        Ok(Taken { used: shared, limit, promised: bytes })
    }
}

impl Used {
    fn promise(&mut self, more: u64, limit: u64) -> Result<(), Refusal> {
        let promised = self.promised.saturating_add(more);
        if self.bytes.saturating_add(promised) > limit {
            return Err(Problem::QuotaReached.into());
        }
        self.promised = promised;
        Ok(())
    }
}

impl Taken {
    /// Sets aside what is missing for so many bytes, of something that did not say how long it is.
    pub(super) fn reach(&mut self, bytes: u64) -> Result<(), Refusal> {
        let more = bytes.saturating_sub(self.promised);
        lock(&self.used).promise(more, self.limit)?;
        self.promised += more;
        Ok(())
    }

    /// So many bytes are kept now.
    pub(super) fn keep(&mut self, bytes: u64) {
        let mut used = lock(&self.used);
        let promised = bytes.min(self.promised);
        self.promised -= promised;
        used.promised -= promised;
        used.bytes = used.bytes.saturating_add(bytes);
    }

    /// Something was thrown away: whoever asks next counts again.
    pub(super) fn count_again(&self) {
        lock(&self.used).counted_at = None;
    }
}

impl Drop for Taken {
    fn drop(&mut self) {
        lock(&self.used).promised -= self.promised;
    }
}
