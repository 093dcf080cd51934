//! Records that arrive at once for one space share one durable transaction: many devices then wait for one disk write, not each for its own.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, VecDeque};
use std::sync::Mutex;
use std::sync::mpsc::{SyncSender, sync_channel};

use super::lock;
use crate::store::{Appended, Batch, Place, StoreError};

/// Batches of one transaction, and bytes after which no further one joins.
const TOGETHER: usize = 64;
const BYTES: usize = 4 << 20;

/// Appends batches of one space as [`crate::store::Store::append_records`] does.
type Write<'a> = &'a dyn Fn(&[&Batch]) -> Result<Vec<Appended>, StoreError>;

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
    /// Appends a batch, together with others that have arrived for the same space. `write` is one durable transaction of that space.
    pub(super) fn append(&self, write: Write<'_>, place: Place, batch: Batch) -> Result<Appended, StoreError> {
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
            Ok(Said::Lead(batch)) => self.lead(write, place, batch),
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

    fn lead(&self, write: Write<'_>, place: Place, own: Batch) -> Result<Appended, StoreError> {
        let _others_lead_next = PassOn(self, place);
        let others = self.others(place, bytes(&own));
        let batches: Vec<&Batch> = std::iter::once(&own).chain(others.iter().map(|other| &other.batch)).collect();
        if let Ok(outcomes) = write(&batches) {
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
            let _ = other.tell.send(Said::Done(alone(write, &other.batch)));
        }
        alone(write, &own)
    }
}

fn bytes(batch: &Batch) -> usize {
    batch.records.iter().map(|record| record.bytes.len()).sum()
}

fn alone(write: Write<'_>, batch: &Batch) -> Result<Appended, StoreError> {
    write(&[batch])?.pop().ok_or(StoreError::Damaged("a batch without an outcome"))
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

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::sync::mpsc::channel;
    use std::time::{Duration, Instant};

    use praesto_crypto::Hash;
    use praesto_protocol::{DeviceId, DocumentId, OfficeId, SpaceId};

    use super::*;
    use crate::store::{Arriving, Selection, SqliteStore, Store};

    const WAITING: u8 = 5;

    fn place() -> Place {
        Place { office: OfficeId::from_bytes([1; 16]), space: SpaceId::from_bytes([2; 16]) }
    }

    /// The first record of a device.
    fn batch(device: u8) -> Batch {
        let record = Arriving {
            hash: Hash([device; 32]),
            document: DocumentId::from_bytes([3; 16]),
            device: DeviceId::from_bytes([device; 16]),
            device_seq: 1,
            prev: Hash::default(),
            checkpoint: None,
            attachments: Vec::new(),
            received_at: 0,
            bytes: vec![device],
        };
        Batch { register_length: 0, records: vec![record] }
    }

    /// Lets the first batch wait in the store until all others have queued behind it, so that they come in one transaction; `fails` says
    /// which calls the store fails. Answers what each was told, and how many batches each call brought.
    fn together(store: &SqliteStore, fails: impl Fn(&[&Batch]) -> bool + Sync) -> (Vec<Result<Appended, StoreError>>, Vec<usize>) {
        let (arrivals, calls) = (Arrivals::default(), Mutex::new(Vec::new()));
        let (entered, first_is_in) = channel();
        let (arrivals, calls, fails) = (&arrivals, &calls, &fails);
        let queued = move || lock(&arrivals.0).get(&place()).map_or(0, VecDeque::len);
        let write = move |batches: &[&Batch]| {
            lock(calls).push(batches.len());
            if batches[0].records[0].bytes == [0] {
                entered.send(()).unwrap();
                let began = Instant::now();
                while queued() < usize::from(WAITING) {
                    assert!(began.elapsed() < Duration::from_secs(20), "the others never came");
                    std::thread::yield_now();
                }
            }
            if fails(batches) { Err(std::io::Error::other("the disk is full").into()) } else { store.append_records(place(), batches) }
        };
        let outcomes = std::thread::scope(|threads| {
            let start = |device: u8| {
                let write = write.clone();
                threads.spawn(move || arrivals.append(&write, place(), batch(device)))
            };
            let mut running = vec![start(0)];
            first_is_in.recv().unwrap();
            running.extend((1..=WAITING).map(start));
            running.into_iter().map(|thread| thread.join().unwrap()).collect()
        });
        assert!(lock(&arrivals.0).is_empty(), "nobody is left waiting");
        let calls = lock(calls).clone();
        (outcomes, calls)
    }

    fn held(store: &SqliteStore) -> Vec<(u64, u8)> {
        let frames = store.records(place(), &Selection::default(), usize::MAX).unwrap();
        frames.iter().map(|frame| (frame.seq, frame.record[0])).collect()
    }

    fn told(outcome: &Result<Appended, StoreError>) -> Option<u64> {
        match outcome {
            Ok(Appended::Done { places, .. }) => Some(places[0]),
            _ => None,
        }
    }

    #[test]
    fn when_a_shared_transaction_fails_once_each_batch_goes_in_alone() {
        let folder = tempfile::tempdir().unwrap();
        let store = SqliteStore::open(&folder.path().join("store.sqlite")).unwrap();
        let failed = AtomicUsize::new(0);
        let once = |batches: &[&Batch]| batches.len() > 1 && failed.fetch_add(1, Ordering::SeqCst) == 0;
        let (outcomes, calls) = together(&store, once);
        assert_eq!(calls, [&[1, usize::from(WAITING)][..], &[1; WAITING as usize]].concat(), "one shared transaction, then each alone");
        let held = held(&store);
        assert_eq!(held.iter().map(|(seq, _)| *seq).collect::<Vec<_>>(), (1..=6).collect::<Vec<_>>(), "each is there, once");
        for (device, outcome) in (0_u8..).zip(&outcomes) {
            let place = told(outcome).expect("everybody is told of a place");
            assert!(held.contains(&(place, device)), "{device} was told the place of its own record");
        }
    }

    #[test]
    fn what_the_store_does_not_take_of_one_is_not_the_failure_of_others() {
        let folder = tempfile::tempdir().unwrap();
        let store = SqliteStore::open(&folder.path().join("store.sqlite")).unwrap();
        let bad = |batches: &[&Batch]| batches.iter().any(|batch| batch.records[0].bytes == [3]);
        let (outcomes, _) = together(&store, bad);
        let refused: Vec<usize> = outcomes.iter().enumerate().filter(|(_, outcome)| told(outcome).is_none()).map(|(at, _)| at).collect();
        assert_eq!(refused, [3], "the one whose record it was, and nobody else");
        assert!(outcomes[3].is_err(), "and it hears that its record is not there");
        let mut devices: Vec<u8> = held(&store).iter().map(|(_, device)| *device).collect();
        devices.sort_unstable();
        assert_eq!(devices, [0, 1, 2, 4, 5]);
    }
}
