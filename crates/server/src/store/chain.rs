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
    pub bytes: Vec<u8>,
}

/// What a checkpoint claims.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Checkpoint {
    /// Records of the space that went into it.
    pub covers: u64,
    /// How far its author had seen the space.
    pub seen: SpaceSeen,
}

/// What a space holds, as far as a batch needs to know.
#[derive(Clone, Debug, Default)]
pub struct Held {
    pub seq: u64,
    pub order: Hash,
    /// Last statement of each device of the batch.
    pub tails: HashMap<DeviceId, (u64, Hash)>,
    /// Records of the batch that are here already.
    pub known: HashMap<Hash, u64>,
    /// Running hashes at the places that checkpoints of the batch had seen.
    pub orders: HashMap<u64, Hash>,
}

/// A record with its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placed {
    /// Index in the batch.
    pub index: usize,
    pub seq: u64,
    pub order: Hash,
    /// For a checkpoint that may stand for what came before it: up to where.
    pub covers: Option<u64>,
}

/// What to write, and what to answer.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Plan {
    pub new: Vec<Placed>,
    /// Place of every record of the batch.
    pub places: Vec<u64>,
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

/// Decides about a batch. On `Err`, nothing may be written.
pub fn plan(held: Held, batch: &[Arriving]) -> Result<Plan, Appended> {
    let Held { mut seq, order, mut tails, mut known, mut orders } = held;
    let mut order = OrderHash(order);
    let mut plan = Plan::default();
    for (index, record) in batch.iter().enumerate() {
        if let Some(place) = known.get(&record.hash) {
            plan.places.push(*place);
            continue;
        }
        let (last, head) = tails.get(&record.device).copied().unwrap_or_default();
        if record.device_seq != last + 1 || record.prev != head {
            return Err(Appended::ChainBroken { device: record.device, held: last });
        }
        tails.insert(record.device, (record.device_seq, record.hash));
        seq += 1;
        order = order.then(record.hash);
        // A batch that brings back lost records holds the places that its checkpoints had seen.
        orders.insert(seq, order.0);
        known.insert(record.hash, seq);
        let covers = record.checkpoint.and_then(|checkpoint| usable(&checkpoint, &orders));
        plan.new.push(Placed { index, seq, order: order.0, covers });
        plan.places.push(seq);
    }
    (plan.seq, plan.order) = (seq, order.0);
    Ok(plan)
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
            bytes: Vec::new(),
        }
    }

    #[test]
    fn a_batch_may_hold_known_records_and_the_same_one_twice() {
        let held = Held {
            seq: 1,
            tails: HashMap::from([(DeviceId::from_bytes([1; 16]), (1, Hash([1; 32])))]),
            known: HashMap::from([(Hash([1; 32]), 1)]),
            ..Held::default()
        };
        let plan = plan(held, &[record(1, 1, 0), record(2, 2, 1), record(2, 2, 1), record(3, 3, 2)]).unwrap();
        assert_eq!(plan.places, [1, 2, 2, 3]);
        assert_eq!(plan.new.len(), 2);
    }

    #[test]
    fn a_gap_or_a_fork_breaks_the_chain_and_says_where_it_stands() {
        let device = DeviceId::from_bytes([1; 16]);
        let held = Held { seq: 1, tails: HashMap::from([(device, (1, Hash([1; 32])))]), ..Held::default() };
        let broken = Err(Appended::ChainBroken { device, held: 1 });
        assert_eq!(plan(held.clone(), &[record(3, 3, 2)]), broken, "a gap");
        assert_eq!(plan(held.clone(), &[record(9, 2, 8)]), broken, "another predecessor");
        assert_eq!(plan(held, &[record(9, 1, 0)]), broken, "a second first record");
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
