//! The mark that a case is removed: a text at the root, which says why.
//!
//! The change that writes it depends on the heads that its author saw, so it names them itself: what is neither such a change nor before one was not
//! seen by anybody who removed the case, and keeps it in the lists.

use automerge::{
    Automerge, AutomergeError, ChangeHash, ExpandedChange, ReadDoc, ScalarValue,
    legacy::{Key, ObjectId, Op, OpType},
};
use praesto_domain::Moment;
use praesto_domain::casework::{CaseChange, REMOVE_CASE, Removal, Stamp};

use super::{
    error::{ApplyRefused, EditRefused},
    history::{Entry, History},
    look::Look,
    merged::Merged,
    schema::ROOT_ID,
    values::{self, scalars, slot},
    write::{Writer, text},
};

/// Where the mark is.
pub(super) const KEY: &str = "removed";

/// What a record says that its changes do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Says {
    /// Anything but removing the case.
    Change,
    /// Removing the case, and nothing else.
    Removal,
}

/// Who removed the case, why, and what they had not seen.
pub(super) fn read(doc: &impl Look, history: &History) -> Result<Option<Removal>, AutomergeError> {
    let reasons = slot(doc, history, &[ROOT_ID], KEY, values::text)?;
    if reasons.0.is_empty() {
        return Ok(None);
    }
    let marks = scalars(doc, &[ROOT_ID], KEY)?;
    let marks = marks.iter().filter(|(value, _)| values::text(value).is_some());
    let seen: Vec<ChangeHash> = marks.filter_map(|(_, operation)| history.change_of(operation)).map(|change| change.hash).collect();
    let unseen = history.beyond(&seen).into_iter().map(|entry| Stamp { device: entry.device, at: Moment(entry.time) }).collect();
    Ok(Some(Removal { reasons, unseen }))
}

/// Whether the case is removed, without reading all of it.
pub(super) fn is_removed(merged: &Merged) -> Result<bool, AutomergeError> {
    // Hardly any case bears the mark, and only then the history is looked at.
    let marked = scalars(&merged.doc, &[ROOT_ID], KEY)?.iter().any(|(value, _)| values::text(value).is_some());
    Ok(marked && read(&merged.doc, &merged.history())?.is_some_and(|removal| removal.unseen.is_empty()))
}

/// The reason that a change gave when it removed the case, though the case was brought back since.
pub(super) fn reason(doc: &Automerge, history: &History, change: &Entry) -> Option<String> {
    let values = doc.get_all_at(ROOT_ID, KEY, &[change.hash]).ok()?;
    let own = values.into_iter().find(|(_, operation)| history.change_of(operation).is_some_and(|entry| entry.hash == change.hash));
    own.and_then(|(value, _)| value.into_string().ok())
}

/// Whether a change does what its record says. A removal must be seen to be one without opening the record's document, and must not carry anything
/// along; the trail tells of it by its message, so nothing else may have that.
pub(super) fn as_said(change: &ExpandedChange, says: Says) -> Result<(), ApplyRefused> {
    let message = change.message.as_deref().unwrap_or_default();
    let holds = match says {
        Says::Removal => message == REMOVE_CASE && change.operations.iter().all(is_mark) && change.operations.last().is_some_and(removes),
        Says::Change => !message.split(' ').any(|code| code == REMOVE_CASE) && !change.operations.iter().any(removes),
    };
    if holds { Ok(()) } else { Err(ApplyRefused::NotAsSaid) }
}

fn is_mark(operation: &Op) -> bool {
    operation.obj == ObjectId::Root && matches!(&operation.key, Key::Map(key) if key == KEY)
}

fn removes(operation: &Op) -> bool {
    is_mark(operation) && matches!(operation.action, OpType::Put(ScalarValue::Str(_)))
}

impl Writer<'_, '_> {
    /// Writes the mark, anew where it stands already: only a new one has seen what came since.
    pub(super) fn remove_case(&mut self, reason: &str) -> Result<Vec<CaseChange>, EditRefused> {
        self.put_anew(KEY, text(reason))?;
        Ok(vec![CaseChange::RestoreCase])
    }

    /// Clears every mark. Bringing back a case that was gone can be taken back; keeping one that was in conflict is settled.
    pub(super) fn restore_case(&mut self) -> Result<Vec<CaseChange>, EditRefused> {
        let Some(reason) = self.winner(&[ROOT_ID], KEY, values::text)? else { return Ok(Vec::new()) };
        self.put(&[ROOT_ID], KEY, ScalarValue::Null)?;
        Ok(if self.was_removed { vec![CaseChange::RemoveCase { reason }] } else { Vec::new() })
    }
}
