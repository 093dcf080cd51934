//! Handing over in the document: events that name the people, whom nobody but they themselves can name.

use std::collections::HashSet;

use automerge::{AutomergeError, ChangeHash, ObjId, ScalarValue};
use praesto_domain::casework::EventKind;

use super::{
    entries,
    history::History,
    look::Look,
    merged::Merged,
    read,
    values::{self, made_with, person_to_scalar},
    write::text,
};

const HANDED_OVER: &str = "handed-over";
const TAKEN: &str = "taken";
const GIVEN_BACK: &str = "given-back";

/// The values of such an event; none of any other.
pub(super) fn values(event: &EventKind) -> Vec<(&'static str, ScalarValue)> {
    let person = |person| ("person", person_to_scalar(Some(person)));
    match event {
        EventKind::HandedOver { to, words, together, person: by } => vec![
            ("kind", text(HANDED_OVER)),
            ("to", person_to_scalar(Some(*to))),
            ("text", text(words)),
            ("together", text(&together.to_string())),
            person(*by),
        ],
        EventKind::Taken { of, person: by } => vec![("kind", text(TAKEN)), ("of", text(&of.to_string())), person(*by)],
        EventKind::GivenBack { of, words, person: by } => {
            vec![("kind", text(GIVEN_BACK)), ("of", text(&of.to_string())), ("text", text(words)), person(*by)]
        }
        _ => Vec::new(),
    }
}

/// What an event of such a kind says; none where it is of another, or does not say all that it must.
pub(super) fn event(kind: &str, doc: &impl Look, history: &History, map: &ObjId) -> Result<Option<EventKind>, AutomergeError> {
    let text = |key: &str| made_with(doc, history, map, key, values::text);
    let person = |key: &str| Ok::<_, AutomergeError>(made_with(doc, history, map, key, values::person)?.flatten());
    let Some(by) = person("person")? else { return Ok(None) };
    let of = text("of")?.and_then(|id| id.parse().ok());
    let words = text("text")?.unwrap_or_default();
    Ok(match kind {
        HANDED_OVER => {
            let (to, together) = (person("to")?, text("together")?.and_then(|id| id.parse().ok()));
            to.zip(together).map(|(to, together)| EventKind::HandedOver { to, words, together, person: by })
        }
        TAKEN => of.map(|of| EventKind::Taken { of, person: by }),
        GIVEN_BACK => of.map(|of| EventKind::GivenBack { of, words, person: by }),
        _ => None,
    })
}

/// Whether somebody took the case over whom these heads did not know to have done so.
pub(super) fn taken_since(merged: &Merged, heads: &[ChangeHash]) -> bool {
    let history = merged.history();
    let since: HashSet<ChangeHash> = history.beyond(heads).into_iter().map(|entry| entry.hash).collect();
    let events = entries::singles(&merged.doc, "events").unwrap_or_default();
    events
        .iter()
        .filter(|event| history.change_of(&event.map).is_some_and(|change| since.contains(&change.hash)))
        .any(|event| matches!(read::event(&merged.doc, &history, &event.map), Ok(Some(EventKind::Taken { .. }))))
}
