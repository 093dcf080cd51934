//! Which records may follow what a space holds. Pure: every store asks it under the lock of the space, so all decide alike.

use std::collections::HashMap;

use praesto_crypto::Hash;
use praesto_protocol::{DeviceId, DocumentId, OrderHash, SpaceSeen};

/// A record that wants in, already checked for everything that does not need the lock.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arriving {
    pub hash: Hash,
    pub document: DocumentId,
    pub device: DeviceId,
    pub device_seq: u64,
    pub prev: Hash,
    pub checkpoint: Option<Checkpoint>,
    pub attachments: Vec<Hash>,
    /// When the server received it.
    pub received_at: i64,
    pub bytes: Vec<u8>,
}

/// Records that go in whole or not at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Batch {
    /// Length of the register that they were checked against.
    pub register_length: u64,
    pub records: Vec<Arriving>,
}

/// What a checkpoint claims.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Checkpoint {
    /// Records of the space that went into it.
    pub covers: u64,
    /// How far its author had seen the space.
    pub seen: SpaceSeen,
}

/// What a space holds, as far as the batches need to know.
#[derive(Clone, Debug, Default)]
pub struct Held {
    pub seq: u64,
    pub order: Hash,
    /// Last statement of each device of the batches.
    pub tails: HashMap<DeviceId, (u64, Hash)>,
    /// Records of the batches that are here already.
    pub known: HashMap<Hash, u64>,
    /// Running hashes at the places that checkpoints of the batches had seen.
    pub orders: HashMap<u64, Hash>,
}

/// A record with its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placed<'a> {
    pub record: &'a Arriving,
    pub seq: u64,
    pub order: Hash,
    /// For a checkpoint that may stand for what came before it: up to where.
    pub covers: Option<u64>,
}

/// What to write, and what to answer.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Plan<'a> {
    pub new: Vec<Placed<'a>>,
    /// What becomes of each batch.
    pub outcomes: Vec<Appended>,
    pub seq: u64,
    pub order: Hash,
}

/// What became of a batch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Appended {
    /// Place of every record of the batch, and the space's last place.
    Done { places: Vec<u64>, seq: u64 },
    /// A record does not follow its device's last one.
    ChainBroken { device: DeviceId, held: u64 },
    /// The register has grown since the batch was checked.
    RegisterMoved,
}

/// Decides about batches, one after the other. `length` is the register's; of a batch that is refused nothing is written.
pub fn plan<'a>(mut held: Held, length: u64, batches: &[&'a Batch]) -> Plan<'a> {
    let mut plan = Plan::default();
    for batch in batches {
        let outcome = if batch.register_length == length { follow(&mut held, batch) } else { Err(Appended::RegisterMoved) };
        plan.outcomes.push(outcome.map_or_else(
            |refused| refused,
            |(new, places)| {
                plan.new.extend(new);
                Appended::Done { places, seq: held.seq }
            },
        ));
    }
    (plan.seq, plan.order) = (held.seq, held.order);
    plan
}

/// The new records of a batch with their places, and the places of all; what is held moves on with them, or stays as it is.
fn follow<'a>(held: &mut Held, batch: &'a Batch) -> Result<(Vec<Placed<'a>>, Vec<u64>), Appended> {
    let mut next = held.clone();
    let mut order = OrderHash(next.order);
    let (mut new, mut places) = (Vec::new(), Vec::new());
    for record in &batch.records {
        if let Some(place) = next.known.get(&record.hash) {
            places.push(*place);
            continue;
        }
        let (last, head) = next.tails.get(&record.device).copied().unwrap_or_default();
        if record.device_seq != last + 1 || record.prev != head {
            return Err(Appended::ChainBroken { device: record.device, held: last });
        }
        next.tails.insert(record.device, (record.device_seq, record.hash));
        next.seq += 1;
        order = order.then(record.hash);
        // A batch that brings back lost records holds the places that its checkpoints had seen.
        next.orders.insert(next.seq, order.0);
        next.known.insert(record.hash, next.seq);
        let covers = record.checkpoint.and_then(|checkpoint| usable(&checkpoint, &next.orders));
        new.push(Placed { record, seq: next.seq, order: order.0, covers });
        places.push(next.seq);
    }
    next.order = order.0;
    *held = next;
    Ok((new, places))
}

/// A checkpoint may stand for earlier records only if its author saw them in *this* order. After a server was restored from an old copy
/// the same places may hold other records, and a first sync that skipped them would lose them without a word.
fn usable(checkpoint: &Checkpoint, orders: &HashMap<u64, Hash>) -> Option<u64> {
    let same_history = orders.get(&checkpoint.seen.seq) == Some(&checkpoint.seen.order.0);
    (same_history && checkpoint.covers <= checkpoint.seen.seq).then_some(checkpoint.covers)
}

/// The running hash of a space that holds nothing.
pub(super) fn empty_order(place: super::Place) -> Hash {
    OrderHash::empty(place.space).0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(name: u8, device_seq: u64, prev: u8) -> Arriving {
        Arriving {
            hash: Hash([name; 32]),
            document: DocumentId::from_bytes([1; 16]),
            device: DeviceId::from_bytes([1; 16]),
            device_seq,
            prev: Hash([prev; 32]),
            checkpoint: None,
            attachments: Vec::new(),
            received_at: 0,
            bytes: Vec::new(),
        }
    }

    fn batch(records: &[Arriving]) -> Batch {
        Batch { register_length: 1, records: records.to_vec() }
    }

    fn alone(held: Held, records: &[Arriving]) -> Appended {
        plan(held, 1, &[&batch(records)]).outcomes.pop().unwrap()
    }

    #[test]
    fn a_batch_may_hold_known_records_and_the_same_one_twice() {
        let held = Held {
            seq: 1,
            tails: HashMap::from([(DeviceId::from_bytes([1; 16]), (1, Hash([1; 32])))]),
            known: HashMap::from([(Hash([1; 32]), 1)]),
            ..Held::default()
        };
        let batch = batch(&[record(1, 1, 0), record(2, 2, 1), record(2, 2, 1), record(3, 3, 2)]);
        let plan = plan(held, 1, &[&batch]);
        assert_eq!(plan.outcomes, [Appended::Done { places: vec![1, 2, 2, 3], seq: 3 }]);
        assert_eq!(plan.new.len(), 2);
    }

    #[test]
    fn batches_that_come_together_are_each_taken_or_refused_for_themselves() {
        let (first, torn, moved) = (batch(&[record(1, 1, 0)]), batch(&[record(2, 2, 1), record(4, 4, 3)]), batch(&[record(2, 2, 1)]));
        let moved = Batch { register_length: 2, ..moved };
        let last = batch(&[record(1, 1, 0), record(2, 2, 1)]);
        let plan = plan(Held::default(), 1, &[&first, &torn, &moved, &last]);
        let device = DeviceId::from_bytes([1; 16]);
        let expected = [
            Appended::Done { places: vec![1], seq: 1 },
            Appended::ChainBroken { device, held: 2 },
            Appended::RegisterMoved,
            Appended::Done { places: vec![1, 2], seq: 2 },
        ];
        assert_eq!(plan.outcomes, expected);
        assert_eq!(plan.new.iter().map(|placed| placed.seq).collect::<Vec<_>>(), [1, 2], "nothing of what was refused");
        assert_eq!(plan.order, OrderHash(Hash::default()).then(Hash([1; 32])).then(Hash([2; 32])).0);
    }

    #[test]
    fn a_gap_or_a_fork_breaks_the_chain_and_says_where_it_stands() {
        let device = DeviceId::from_bytes([1; 16]);
        let held = Held { seq: 1, tails: HashMap::from([(device, (1, Hash([1; 32])))]), ..Held::default() };
        let broken = Appended::ChainBroken { device, held: 1 };
        assert_eq!(alone(held.clone(), &[record(3, 3, 2)]), broken, "a gap");
        assert_eq!(alone(held.clone(), &[record(9, 2, 8)]), broken, "another predecessor");
        assert_eq!(alone(held, &[record(9, 1, 0)]), broken, "a second first record");
    }

    #[test]
    fn a_checkpoint_from_another_history_stands_for_nothing() {
        let seen = |order: u8| SpaceSeen { seq: 5, order: OrderHash(Hash([order; 32])) };
        let orders = HashMap::from([(5, Hash([7; 32]))]);
        assert_eq!(usable(&Checkpoint { covers: 5, seen: seen(7) }, &orders), Some(5));
        assert_eq!(usable(&Checkpoint { covers: 5, seen: seen(8) }, &orders), None);
        assert_eq!(usable(&Checkpoint { covers: 6, seen: seen(7) }, &orders), None, "it cannot cover what its author had not seen");
    }
}
