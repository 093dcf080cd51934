//! How many long answers and bodies each device has open, and how many bytes of them are in memory, so that a slow one uses up its own share and
//! not everybody's.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use praesto_protocol::api::Problem;
use praesto_protocol::{DeviceId, OfficeId};

use crate::refusal::Refusal;
use crate::token::Session;

/// Seconds after which to try again.
const WAIT: u64 = 5;
/// How long and how often room in memory is waited for before a request is sent away.
const PATIENCE: Duration = Duration::from_secs(5);
const AGAIN: Duration = Duration::from_millis(20);

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
    weight: usize,
}

impl Transfers {
    pub(super) fn new(most: usize, per_device: usize) -> Self {
        Self { most, per_device, open: Arc::default() }
    }

    /// Takes a place.
    pub(super) fn open(&self, session: &Session) -> Result<Transfer, Refusal> {
        self.take(session, 1)
    }

    /// Takes as many places; one device's share where that is less.
    fn take(&self, session: &Session, weight: usize) -> Result<Transfer, Refusal> {
        let device = (session.office, session.device);
        let of_office = self.most.div_ceil(2);
        let weight = weight.min(self.per_device).min(of_office);
        let mut open = lock(&self.open);
        let count = |of: &dyn Fn(&Device) -> bool| open.iter().filter(|(device, _)| of(device)).map(|(_, count)| *count).sum::<usize>();
        let is_over = |count: usize, most: usize| count.saturating_add(weight) > most;
        if is_over(count(&|other| *other == device), self.per_device) || is_over(count(&|other| other.0 == session.office), of_office) {
            return Err(Refusal { retry_after: Some(WAIT), ..Problem::TooMany.into() });
        }
        if is_over(count(&|_| true), self.most) {
            return Err(Refusal { retry_after: Some(WAIT), ..Problem::Unavailable.into() });
        }
        *open.entry(device).or_default() += weight;
        Ok(Transfer { open: self.open.clone(), device, weight })
    }

    /// Waits a moment for so much room.
    pub(super) async fn wait(&self, session: &Session, weight: usize) -> Result<Transfer, Refusal> {
        let until = Instant::now() + PATIENCE;
        loop {
            match self.take(session, weight) {
                Err(_) if Instant::now() < until => tokio::time::sleep(AGAIN).await,
                outcome => return outcome,
            }
        }
    }
}

impl Transfer {
    /// Needs so much, as is known now.
    pub(super) fn becomes(&mut self, weight: usize) {
        let mut open = lock(&self.open);
        let count = open.entry(self.device).or_default();
        *count = (*count - self.weight).saturating_add(weight);
        self.weight = weight;
    }
}

impl Drop for Transfer {
    fn drop(&mut self) {
        let mut open = lock(&self.open);
        if let Some(count) = open.get_mut(&self.device) {
            *count -= self.weight;
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

    #[test]
    fn bytes_count_as_many_as_they_turn_out_to_be() {
        let bytes = Transfers::new(400, 100);
        let code = |weight: usize| bytes.take(&device(1, 1), weight).map(drop).map_err(|refusal| refusal.code);
        let mut first = bytes.take(&device(1, 1), 80).unwrap();
        assert_eq!(code(30), Err(Problem::TooMany));
        first.becomes(60);
        assert_eq!(code(30), Ok(()), "it turned out to be less");
        assert_eq!(code(1_000), Err(Problem::TooMany), "more than a share waits for all of it");
        drop(first);
        assert_eq!(code(1_000), Ok(()), "and is never refused for good");
        let mut longer = bytes.take(&device(1, 1), 10).unwrap();
        longer.becomes(120);
        assert_eq!(code(1), Err(Problem::TooMany));
        drop(longer);
        assert!(lock(&bytes.open).is_empty());
    }
}
