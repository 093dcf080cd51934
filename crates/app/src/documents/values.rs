//! Single values: how they are written, and how concurrent ones are read.
//!
//! A value of a type that does not fit its place is ignored when reading: it cannot be shown, and it must not hide the others.

use automerge::{AutomergeError, ObjId, ScalarValue, Value};
use praesto_domain::{
    Day, Moment, PersonId,
    casework::{FieldValue, Slot, Stamped},
};

use super::{history::History, look::Look};

const MILLISECONDS_PER_DAY: i64 = 86_400_000;

/// A day as automerge keeps it: a timestamp at midnight UTC.
pub(super) fn day_to_scalar(day: Day) -> ScalarValue {
    let since = day.0.duration_since(jiff::civil::Date::constant(1970, 1, 1)).as_secs() / 86_400;
    ScalarValue::Timestamp(since * MILLISECONDS_PER_DAY)
}

pub(super) fn field_to_scalar(value: &FieldValue) -> ScalarValue {
    match value {
        FieldValue::Empty => ScalarValue::Null,
        FieldValue::Text(text) => ScalarValue::Str(text.as_str().into()),
        FieldValue::Whole(number) => ScalarValue::Int(*number),
        FieldValue::Day(day) => day_to_scalar(*day),
        FieldValue::Flag(flag) => ScalarValue::Boolean(*flag),
    }
}

pub(super) fn person_to_scalar(person: Option<PersonId>) -> ScalarValue {
    person.map_or(ScalarValue::Null, |person| ScalarValue::Str(person.to_string().into()))
}

pub(super) fn moment_to_scalar(moment: Option<Moment>) -> ScalarValue {
    moment.map_or(ScalarValue::Null, |moment| ScalarValue::Int(moment.0))
}

pub(super) fn text(value: &ScalarValue) -> Option<String> {
    match value {
        ScalarValue::Str(text) => Some(text.to_string()),
        _ => None,
    }
}

pub(super) fn flag(value: &ScalarValue) -> Option<bool> {
    match value {
        ScalarValue::Boolean(flag) => Some(*flag),
        _ => None,
    }
}

pub(super) fn number(value: &ScalarValue) -> Option<u64> {
    match value {
        ScalarValue::Uint(number) => Some(*number),
        ScalarValue::Int(number) => u64::try_from(*number).ok(),
        _ => None,
    }
}

/// `Some(None)` is a moment left out on purpose.
pub(super) fn moment(value: &ScalarValue) -> Option<Option<Moment>> {
    match value {
        ScalarValue::Null => Some(None),
        ScalarValue::Int(at) => Some(Some(Moment(*at))),
        _ => None,
    }
}

/// `Some(None)` is nobody, on purpose.
pub(super) fn person(value: &ScalarValue) -> Option<Option<PersonId>> {
    match value {
        ScalarValue::Null => Some(None),
        ScalarValue::Str(id) => id.parse().ok().map(Some),
        _ => None,
    }
}

pub(super) fn field(value: &ScalarValue) -> Option<FieldValue> {
    match value {
        ScalarValue::Null => Some(FieldValue::Empty),
        ScalarValue::Str(text) => Some(FieldValue::Text(text.to_string())),
        ScalarValue::Int(number) => Some(FieldValue::Whole(*number)),
        ScalarValue::Uint(number) => i64::try_from(*number).ok().map(FieldValue::Whole),
        ScalarValue::Boolean(flag) => Some(FieldValue::Flag(*flag)),
        ScalarValue::Timestamp(at) => {
            let days = jiff::Span::new().try_days(at.div_euclid(MILLISECONDS_PER_DAY)).ok()?;
            jiff::civil::Date::constant(1970, 1, 1).checked_add(days).ok().map(|date| FieldValue::Day(Day(date)))
        }
        _ => None,
    }
}

/// A day, or that none is known; anything else says nothing at a place for days.
pub(super) fn day(value: &ScalarValue) -> Option<FieldValue> {
    field(value).filter(|value| matches!(value, FieldValue::Empty | FieldValue::Day(_)))
}

/// Every map at `key` of any of `parents`, in the same order on every replica. Of two maps made concurrently at one key automerge shows only
/// one; reading the union of all hides neither.
pub(super) fn objects(doc: &impl Look, parents: &[ObjId], key: &str) -> Result<Vec<ObjId>, AutomergeError> {
    let mut found = Vec::new();
    for parent in parents {
        for (value, id) in doc.all(parent, key)? {
            if matches!(value, Value::Object(automerge::ObjType::Map)) {
                found.push(id);
            }
        }
    }
    found.sort();
    Ok(found)
}

/// Every concurrent value at `key` of any of `parents`, winner first: the order of operation ids, which is the same on every replica.
pub(super) fn scalars(doc: &impl Look, parents: &[ObjId], key: &str) -> Result<Vec<(ScalarValue, ObjId)>, AutomergeError> {
    let mut found = Vec::new();
    for parent in parents {
        for (value, id) in doc.all(parent, key)? {
            if let Value::Scalar(value) = value {
                found.push((value.into_owned(), id));
            }
        }
    }
    found.sort_by(|a, b| b.1.cmp(&a.1));
    Ok(found)
}

/// The values at a place with their authors.
pub(super) fn slot<T>(
    doc: &impl Look,
    history: &History,
    parents: &[ObjId],
    key: &str,
    decode: impl Fn(&ScalarValue) -> Option<T>,
) -> Result<Slot<T>, AutomergeError> {
    let values = scalars(doc, parents, key)?;
    let stamped = values
        .iter()
        .filter_map(|(value, id)| decode(value).map(|value| Stamped { id: id.to_string(), value, by: history.stamp(id) }))
        .collect();
    Ok(Slot(stamped))
}

/// The value that the change of the operation `with` wrote at a place. Nothing that stands beside it counts: its author said none of that.
pub(super) fn along<T>(
    doc: &impl Look,
    history: &History,
    with: &ObjId,
    object: &ObjId,
    key: &str,
    decode: impl Fn(&ScalarValue) -> Option<T>,
) -> Result<Option<T>, AutomergeError> {
    let Some(change) = history.change_of(with) else { return Ok(None) };
    let own = |operation: &ObjId| history.change_of(operation).is_some_and(|other| other.hash == change.hash);
    let values = scalars(doc, std::slice::from_ref(object), key)?;
    Ok(values.iter().rev().filter(|(_, operation)| own(operation)).find_map(|(value, _)| decode(value)))
}

/// The value in an entry that came with it, from whoever made it.
pub(super) fn made_with<T>(
    doc: &impl Look,
    history: &History,
    map: &ObjId,
    key: &str,
    decode: impl Fn(&ScalarValue) -> Option<T>,
) -> Result<Option<T>, AutomergeError> {
    along(doc, history, map, map, key, decode)
}

/// The value at a place that lists show.
pub(super) fn winner<T>(
    doc: &impl Look,
    parents: &[ObjId],
    key: &str,
    decode: impl Fn(&ScalarValue) -> Option<T>,
) -> Result<Option<T>, AutomergeError> {
    Ok(scalars(doc, parents, key)?.iter().find_map(|(value, _)| decode(value)))
}
