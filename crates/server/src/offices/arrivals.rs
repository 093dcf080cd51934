//! Records that arrive at once for one space share one durable transaction: many devices then wait for one disk write, not each for its own.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, VecDeque};
use std::sync::Mutex;
use std::sync::mpsc::{SyncSender, sync_channel};

use super::lock;
use crate::store::{Appended, Batch, Place, Store, StoreError};

/// Batches of one transaction, and bytes after which no further one joins.
const TOGETHER: usize = 64;
const BYTES: usize = 4 << 20;

/// Who waits for which space. A space has an entry exactly while somebody leads: writes for all that wait.
#[derive(Debug, Default)]
pub(super) struct Arrivals(Mutex<HashMap<Place, VecDeque<Waiting>>>);

#[derive(Debug)]
struct Waiting {
    batch: Batch,
    tell: SyncSender<Said>,
}

#[derive(Debug)]
enum Said {
    Done(Result<Appended, StoreError>),
    /// Nobody writes any longer: the one who hears this does, its own batch first.
    Lead(Batch),
}

impl Arrivals {
    /// Appends a batch, together with others that have arrived for the same space.
    pub(super) fn append(&self, store: &dyn Store, place: Place, batch: Batch) -> Result<Appended, StoreError> {
        let (tell, hear) = sync_channel(1);
        let leads = match lock(&self.0).entry(place) {
            Entry::Vacant(free) => {
                free.insert(VecDeque::new());
                Some(batch)
            }
            Entry::Occupied(mut waiting) => {
                waiting.get_mut().push_back(Waiting { batch, tell });
                None
            }
        };
        match leads.map_or_else(|| hear.recv(), |batch| Ok(Said::Lead(batch))) {
            Ok(Said::Lead(batch)) => self.lead(store, place, batch),
            Ok(Said::Done(outcome)) => outcome,
            Err(_) => Err(std::io::Error::other("the one who wrote for all panicked").into()),
        }
    }

    /// Those who waited longest, as many as go well into one transaction.
    fn others(&self, place: Place, mut held: usize) -> Vec<Waiting> {
        let mut others = Vec::new();
        let mut places = lock(&self.0);
        let Some(waiting) = places.get_mut(&place) else { return others };
        while others.len() + 1 < TOGETHER && held < BYTES {
            let Some(next) = waiting.pop_front() else { break };
            held += bytes(&next.batch);
            others.push(next);
        }
        others
    }

    fn lead(&self, store: &dyn Store, place: Place, own: Batch) -> Result<Appended, StoreError> {
        let _others_lead_next = PassOn(self, place);
        let others = self.others(place, bytes(&own));
        let batches: Vec<&Batch> = std::iter::once(&own).chain(others.iter().map(|other| &other.batch)).collect();
        if let Ok(outcomes) = store.append_records(place, &batches) {
            let mut outcomes = outcomes.into_iter().map(Ok);
            let first = outcomes.next();
            for (other, outcome) in others.iter().zip(outcomes) {
                // Whoever has gone has no use for the answer.
                let _ = other.tell.send(Said::Done(outcome));
            }
            return first.unwrap_or(Err(StoreError::Damaged("a batch without an outcome")));
        }
        // What one of them met must not be the others' failure: each for itself.
        for other in &others {
            let _ = other.tell.send(Said::Done(alone(store, place, &other.batch)));
        }
        alone(store, place, &own)
    }
}

fn bytes(batch: &Batch) -> usize {
    batch.records.iter().map(|record| record.bytes.len()).sum()
}

fn alone(store: &dyn Store, place: Place, batch: &Batch) -> Result<Appended, StoreError> {
    store.append_records(place, &[batch])?.pop().ok_or(StoreError::Damaged("a batch without an outcome"))
}

/// Lets the next who waits lead, also after a panic.
struct PassOn<'a>(&'a Arrivals, Place);

impl Drop for PassOn<'_> {
    fn drop(&mut self) {
        let mut places = lock(&self.0.0);
        while let Some(next) = places.get_mut(&self.1).and_then(VecDeque::pop_front) {
            if next.tell.send(Said::Lead(next.batch)).is_ok() {
                return;
            }
        }
        places.remove(&self.1);
    }
}
