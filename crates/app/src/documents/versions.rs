//! Versions of an attachment: their order, and which were added without knowledge of each other.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use automerge::{ActorId, ChangeHash, ObjId};
use praesto_domain::casework::AttachmentVersion;

use super::history::{Entry, History};

/// What each change of a document is built on, by places in one order that puts no change before one it depends on.
pub(super) struct Grounds {
    places: HashMap<ChangeHash, usize>,
    before: Vec<Vec<usize>>,
}

impl Grounds {
    pub(super) fn of(history: &History) -> Self {
        let changes = history.in_order();
        let places: HashMap<ChangeHash, usize> = changes.iter().enumerate().map(|(place, change)| (change.hash, place)).collect();
        let before = changes.iter().map(|change| change.deps.iter().filter_map(|hash| places.get(hash).copied()).collect()).collect();
        Self { places, before }
    }

    /// For each of these changes, which of them its author knew of, itself among them.
    fn known(&self, changes: &[&Entry]) -> Vec<Set> {
        let places: Vec<usize> = changes.iter().filter_map(|change| self.places.get(&change.hash).copied()).collect();
        let (Some(first), Some(last)) = (places.iter().copied().min(), places.iter().copied().max()) else { return Vec::new() };
        let mut known = vec![Set::of(places.len()); last - first + 1];
        for (number, place) in places.iter().enumerate() {
            known[place - first].insert(number);
        }
        for place in first..=last {
            for before in self.before[place].iter().filter(|before| (first..place).contains(*before)) {
                let (earlier, later) = known.split_at_mut(place - first);
                later[0].take_in(&earlier[before - first]);
            }
        }
        places.iter().map(|place| known[place - first].clone()).collect()
    }
}

/// A set of small numbers.
#[derive(Clone)]
struct Set(Vec<u64>);

impl Set {
    fn of(most: usize) -> Self {
        Self(vec![0; most.div_ceil(64)])
    }

    fn insert(&mut self, number: usize) {
        self.0[number / 64] |= 1 << (number % 64);
    }

    fn holds(&self, number: usize) -> bool {
        self.0[number / 64] & (1 << (number % 64)) != 0
    }

    fn take_in(&mut self, other: &Self) {
        self.0.iter_mut().zip(&other.0).for_each(|(own, other)| *own |= other);
    }
}

/// Versions, oldest first: none before one that its author knew of, others by their clocks; and for each the places of those that were added
/// apart from it, of each computer the newest. `made` names the operation that added each, in the order of operations.
pub(super) fn arranged<'g>(
    history: &History,
    grounds: impl FnOnce() -> &'g Grounds,
    made: Vec<(ObjId, AttachmentVersion)>,
) -> (Vec<AttachmentVersion>, Vec<Vec<usize>>) {
    let count = made.len();
    let (operations, versions): (Vec<ObjId>, Vec<AttachmentVersion>) = made.into_iter().unzip();
    let changes: Vec<&Entry> = operations.iter().filter_map(|operation| history.change_of(operation)).collect();
    let actors: BTreeSet<&ActorId> = changes.iter().map(|change| &change.actor).collect();
    let known = if actors.len() > 1 { grounds().known(&changes) } else { Vec::new() };
    if known.len() != count {
        // One author knew of everything before, and the order of operations is the order of adding.
        return (versions, vec![Vec::new(); count]);
    }
    // A clock that is behind puts nobody's version before one that they knew of.
    let mut times = Vec::with_capacity(count);
    for (number, version) in versions.iter().enumerate() {
        let knew = (0..number).filter(|other| known[number].holds(*other)).map(|other| times[other]);
        times.push(knew.max().unwrap_or(version.by.at).max(version.by.at));
    }
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by_key(|number| times[*number]);
    let apart = |a: usize, b: usize| !known[a].holds(b) && !known[b].holds(a);
    let apart = order.iter().map(|number| {
        let others = (0..count).filter(|place| apart(*number, order[*place]));
        // The last of a computer takes the place of its earlier ones.
        let newest: BTreeMap<_, _> = others.map(|place| (versions[order[place]].by.device, place)).collect();
        newest.into_values().collect::<BTreeSet<_>>().into_iter().collect()
    });
    let apart = apart.collect();
    (order.iter().map(|number| versions[*number].clone()).collect(), apart)
}
