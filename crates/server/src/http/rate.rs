//! How many requests a device, or an address before login, may make: a bucket each, that fills as time goes on.

use std::collections::HashMap;
use std::hash::Hash;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};
use std::time::Instant;

use praesto_protocol::api::Problem;
use praesto_protocol::{DeviceId, OfficeId};

use crate::config::Limits;
use crate::refusal::Refusal;
use crate::token::Session;

/// Buckets that are kept before full ones are let go.
const KEPT: usize = 10_000;

#[derive(Clone, Copy, Debug)]
struct Bucket {
    left: f64,
    at: Instant,
}

/// All buckets.
#[derive(Debug)]
pub(super) struct Rate {
    per_second: f64,
    at_once: f64,
    devices: Mutex<HashMap<(OfficeId, DeviceId), Bucket>>,
    addresses: Mutex<HashMap<IpAddr, Bucket>>,
}

impl Rate {
    pub(super) fn new(limits: &Limits) -> Self {
        Self {
            per_second: f64::from(limits.requests_per_second),
            at_once: f64::from(limits.requests_at_once),
            devices: Mutex::default(),
            addresses: Mutex::default(),
        }
    }

    pub(super) fn take_device(&self, session: &Session) -> Result<(), Refusal> {
        self.take(&self.devices, (session.office, session.device), Instant::now())
    }

    pub(super) fn take_address(&self, address: IpAddr) -> Result<(), Refusal> {
        self.take(&self.addresses, address, Instant::now())
    }

    fn take<K: Eq + Hash>(&self, buckets: &Mutex<HashMap<K, Bucket>>, key: K, now: Instant) -> Result<(), Refusal> {
        let mut buckets = buckets.lock().unwrap_or_else(PoisonError::into_inner);
        if buckets.len() > KEPT {
            buckets.retain(|_, bucket| self.level(bucket, now) < self.at_once);
        }
        let bucket = buckets.entry(key).or_insert(Bucket { left: self.at_once, at: now });
        let level = self.level(bucket, now);
        *bucket = Bucket { left: level, at: now };
        if level < 1.0 {
            let wait = ((1.0 - level) / self.per_second).ceil().max(1.0) as u64;
            return Err(Refusal { retry_after: Some(wait), ..Problem::TooMany.into() });
        }
        bucket.left -= 1.0;
        Ok(())
    }

    fn level(&self, bucket: &Bucket, now: Instant) -> f64 {
        (bucket.left + now.saturating_duration_since(bucket.at).as_secs_f64() * self.per_second).min(self.at_once)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn a_bucket_empties_and_fills_again_for_each_by_itself() {
        let rate = Rate::new(&Limits { requests_per_second: 1, requests_at_once: 2, ..Limits::default() });
        let buckets = Mutex::default();
        let start = Instant::now();
        assert!(rate.take(&buckets, 1, start).is_ok());
        assert!(rate.take(&buckets, 1, start).is_ok());
        let refused = rate.take(&buckets, 1, start).unwrap_err();
        assert_eq!((refused.code, refused.retry_after), (Problem::TooMany, Some(1)));
        assert!(rate.take(&buckets, 2, start).is_ok(), "another device has its own");
        assert!(rate.take(&buckets, 1, start + Duration::from_secs(1)).is_ok());
    }
}
