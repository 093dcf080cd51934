//! How many long answers and bodies each device has open, so that a slow one uses up its own places and not everybody's.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use praesto_protocol::api::Problem;
use praesto_protocol::{DeviceId, OfficeId};

use crate::refusal::Refusal;
use crate::token::Session;

/// Seconds after which to try again.
const WAIT: u64 = 5;

type Device = (OfficeId, DeviceId);

/// All that are open. An office gets at most half of them.
#[derive(Clone, Debug)]
pub(super) struct Transfers {
    most: usize,
    per_device: usize,
    open: Arc<Mutex<HashMap<Device, usize>>>,
}

/// One that is open; its place is free again when this is dropped.
#[derive(Debug)]
pub(super) struct Transfer {
    open: Arc<Mutex<HashMap<Device, usize>>>,
    device: Device,
}

impl Transfers {
    pub(super) fn new(most: usize, per_device: usize) -> Self {
        Self { most, per_device, open: Arc::default() }
    }

    /// Takes a place.
    pub(super) fn open(&self, session: &Session) -> Result<Transfer, Refusal> {
        let device = (session.office, session.device);
        let mut open = lock(&self.open);
        let count = |of: &dyn Fn(&Device) -> bool| open.iter().filter(|(device, _)| of(device)).map(|(_, count)| *count).sum::<usize>();
        if count(&|other| *other == device) >= self.per_device || count(&|other| other.0 == session.office) >= self.most.div_ceil(2) {
            return Err(Refusal { retry_after: Some(WAIT), ..Problem::TooMany.into() });
        }
        if count(&|_| true) >= self.most {
            return Err(Refusal { retry_after: Some(WAIT), ..Problem::Unavailable.into() });
        }
        *open.entry(device).or_default() += 1;
        Ok(Transfer { open: self.open.clone(), device })
    }
}

impl Drop for Transfer {
    fn drop(&mut self) {
        let mut open = lock(&self.open);
        if let Some(count) = open.get_mut(&self.device) {
            *count -= 1;
            if *count == 0 {
                open.remove(&self.device);
            }
        }
    }
}

fn lock(open: &Mutex<HashMap<Device, usize>>) -> MutexGuard<'_, HashMap<Device, usize>> {
    open.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn device(office: u8, device: u8) -> Session {
        Session::new(OfficeId::from_bytes([office; 16]), DeviceId::from_bytes([device; 16]))
    }

    #[test]
    fn a_device_an_office_and_all_together_have_so_many_places_and_get_them_back() {
        let transfers = Transfers::new(4, 2);
        let code = |session: &Session| transfers.open(session).map(drop).map_err(|refusal| (refusal.code, refusal.retry_after));
        let first = transfers.open(&device(1, 1)).unwrap();
        assert_eq!(code(&device(1, 1)), Ok(()), "what is dropped is free again");
        let second = transfers.open(&device(1, 1)).unwrap();
        assert_eq!(code(&device(1, 1)), Err((Problem::TooMany, Some(WAIT))), "a device has its share");
        assert_eq!(code(&device(1, 2)), Err((Problem::TooMany, Some(WAIT))), "so has an office");
        let others = [transfers.open(&device(2, 1)).unwrap(), transfers.open(&device(2, 2)).unwrap()];
        assert_eq!(code(&device(3, 1)), Err((Problem::Unavailable, Some(WAIT))), "and so have all together");
        drop((first, others));
        assert_eq!(code(&device(1, 2)), Ok(()));
        drop(second);
        assert!(lock(&transfers.open).is_empty(), "nothing is kept about those that have gone");
    }
}
