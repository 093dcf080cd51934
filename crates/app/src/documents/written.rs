//! What each change of a case wrote: the place, what it said before and what it said then.
//!
//! Read from the operations themselves, so that a line of the trail shows what its author saw and wrote, whatever was written since.

use std::collections::HashMap;

use automerge::{
    Automerge, Change, ChangeHash, ObjId, ObjType, ScalarValue,
    legacy::{Key, ObjectId, Op, OpId, OpType},
};
use praesto_domain::casework::{FieldValue, Place, PlaceValue, Status};

use super::{
    places::{self, Holds, Location, Named},
    read,
    schema::{CASE, Container, OPENING},
    values,
};

/// The container of the events.
const EVENTS: &str = "events";
/// Longest text that a line of the trail quotes, in characters.
const QUOTED: usize = 120;
/// Most places of one change, and most values that stood at one, that a line tells of.
const TOLD: usize = 50;
const BEFORE: usize = 20;

/// What a change wrote at one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    pub place: Place,
    /// What the person, file, task or deadline of that place was called then; empty elsewhere.
    pub label: String,
    /// What its author saw there: several values where it settled a conflict, none where nothing was said.
    pub before: Vec<PlaceValue>,
    pub after: PlaceValue,
}

/// What a change wrote.
#[derive(Debug, Default)]
pub(super) struct Wrote {
    pub(super) places: Vec<Written>,
    /// How many places more.
    pub(super) more: usize,
    /// Whether it did anything but note events of its own.
    pub(super) worked: bool,
}

/// What was written, by change. Of the change that opened the case no place is told: everything in it is new.
pub(super) fn of(doc: &Automerge) -> HashMap<ChangeHash, Wrote> {
    let mut changes: Vec<Change> = doc.get_changes(&[]).into_iter().filter(|change| change.actor_id().to_bytes() != CASE.actor).collect();
    changes.sort_by(|a, b| (a.start_op(), a.actor_id()).cmp(&(b.start_op(), b.actor_id())));
    let mut trail = Trail::default();
    changes.iter().map(|change| (change.hash(), trail.read(change))).collect()
}

/// What the changes read so far say.
#[derive(Default)]
struct Trail {
    entries: HashMap<OpId, Named>,
    /// Every value that was written at a place.
    values: HashMap<OpId, PlaceValue>,
    /// What entries were called last.
    names: HashMap<Named, String>,
}

/// Where an operation writes.
enum At {
    Root,
    Container(&'static Container),
    Entry(Named),
}

impl At {
    fn notes_an_event(&self) -> bool {
        match self {
            Self::Root => false,
            Self::Container(container) => container.name == EVENTS,
            Self::Entry((container, _)) => *container == EVENTS,
        }
    }
}

/// A place that a change writes: what its author saw there, and what it says in the end.
struct Seen {
    place: Place,
    before: Vec<PlaceValue>,
    after: PlaceValue,
}

/// The places that a change writes, in the order in which it does.
#[derive(Default)]
struct Places {
    all: Vec<Seen>,
    numbers: HashMap<Place, usize>,
}

impl Places {
    fn push(&mut self, seen: Seen) {
        self.numbers.insert(seen.place.clone(), self.all.len());
        self.all.push(seen);
    }
}

impl Trail {
    fn read(&mut self, change: &Change) -> Wrote {
        let mut seen = Places::default();
        let (mut opens, mut worked) = (false, false);
        for (operation, counter) in change.decode().operations.iter().zip(change.start_op().get()..) {
            let at = self.at(&operation.obj);
            worked |= at.as_ref().is_none_or(|at| !at.notes_an_event());
            let (Some(at), Key::Map(key)) = (at, &operation.key) else { continue };
            let id = OpId(counter, change.actor_id().clone());
            opens |= matches!(at, At::Root) && key == OPENING;
            match (&operation.action, at) {
                (OpType::Make(ObjType::Map), At::Container(container)) => {
                    self.entries.insert(id, (container.name, key.to_string()));
                }
                // A mark that something was removed, or is there again: which one is told by its name.
                (OpType::Put(_), At::Entry(named)) if key == "removed" => self.name(&mut seen, &named),
                (OpType::Put(value), at) => self.value(&mut seen, operation, id, &at, key, value),
                _ => {}
            }
        }
        let mut places: Vec<Written> =
            if opens { Vec::new() } else { seen.all.into_iter().filter_map(|seen| self.written(seen)).collect() };
        let more = places.len().saturating_sub(TOLD);
        places.truncate(TOLD);
        Wrote { places, more, worked }
    }

    fn at(&self, object: &ObjectId) -> Option<At> {
        let ObjectId::Id(id) = object else { return Some(At::Root) };
        if let Some(named) = self.entries.get(id) {
            return Some(At::Entry(named.clone()));
        }
        CASE.container_of(&ObjId::Id(id.0, id.1.clone(), 0)).map(At::Container)
    }

    fn name(&self, seen: &mut Places, named: &Named) {
        if let (Some(place), Some(name)) = (places::name_of(named), self.names.get(named))
            && !seen.numbers.contains_key(&place)
        {
            seen.push(Seen { place, before: Vec::new(), after: line(name) });
        }
    }

    fn value(&mut self, seen: &mut Places, operation: &Op, id: OpId, at: &At, key: &str, value: &ScalarValue) {
        let place = match at {
            At::Root => places::at_root(key),
            At::Container(container) => places::in_container(container, key),
            At::Entry(named) => places::in_entry(named, key),
        };
        let Some(place) = place else { return };
        // A colleague's change may write anything: what does not fit its place empties it.
        let after = decode(&place, value).unwrap_or_else(|| nothing(&place));
        if let (At::Entry(named), PlaceValue::Field(FieldValue::Text(name))) = (at, &after)
            && places::name_of(named).as_ref() == Some(&place)
        {
            self.names.insert(named.clone(), name.clone());
        }
        // What a change writes twice at one place it wrote once: the last of it stands.
        match seen.numbers.get(&place) {
            Some(number) => seen.all[*number].after = after.clone(),
            None => {
                let before = operation.pred.iter().filter_map(|id| self.values.get(id)).cloned().collect();
                seen.push(Seen { place, before, after: after.clone() });
            }
        }
        self.values.insert(id, after);
    }

    /// What is worth telling: not that a place says what it said, nor that nothing stands where nothing stood.
    fn written(&self, Seen { place, mut before, after }: Seen) -> Option<Written> {
        let same = before.len() == 1 && before[0] == after;
        before.retain(|value| !says_nothing(value));
        before.truncate(BEFORE);
        if same || (before.is_empty() && says_nothing(&after)) {
            return None;
        }
        let label = match places::location(&place) {
            Location::Entry(named, _) => self.names.get(&named).cloned().unwrap_or_default(),
            Location::Root(_) | Location::Field(_) => String::new(),
        };
        Some(Written { place, label, before, after })
    }
}

/// What a value says at its place; none where its kind does not fit there.
fn decode(place: &Place, value: &ScalarValue) -> Option<PlaceValue> {
    match places::holds(place) {
        Holds::Line => values::text(value).map(|text| line(&text)),
        Holds::Day => values::day(value).map(PlaceValue::Field),
        Holds::Person => values::person(value).map(PlaceValue::Person),
        Holds::Status => read::stage(value).map(|stage| line(&stage.code())),
        Holds::Flag => values::flag(value).map(|flag| PlaceValue::Field(FieldValue::Flag(flag))),
        Holds::Anything => match values::field(value)? {
            FieldValue::Text(text) => Some(line(&text)),
            value => Some(PlaceValue::Field(value)),
        },
    }
}

/// What a place says where nothing stands.
fn nothing(place: &Place) -> PlaceValue {
    match places::holds(place) {
        Holds::Line => line(""),
        Holds::Day | Holds::Anything => PlaceValue::Field(FieldValue::Empty),
        Holds::Person => PlaceValue::Person(None),
        Holds::Status => line(Status::New.code()),
        Holds::Flag => PlaceValue::Field(FieldValue::Flag(false)),
    }
}

/// A text as the trail quotes it.
fn line(text: &str) -> PlaceValue {
    let cut = text.char_indices().nth(QUOTED).map(|(end, _)| format!("{}…", &text[..end]));
    PlaceValue::Field(FieldValue::Text(cut.unwrap_or_else(|| text.to_owned())))
}

fn says_nothing(value: &PlaceValue) -> bool {
    match value {
        PlaceValue::Field(FieldValue::Text(text)) => text.is_empty(),
        PlaceValue::Field(FieldValue::Empty | FieldValue::Flag(false)) | PlaceValue::Person(None) => true,
        PlaceValue::Field(_) | PlaceValue::Person(Some(_)) => false,
    }
}
