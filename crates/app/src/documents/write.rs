//! From a change that a person made to operations in the document, and to the changes that take it back.
//!
//! Nothing is ever deleted: removal is a mark. A value that a form sends back unchanged is not written, so that it neither settles a conflict
//! that the person did not look at nor stands against a colleague's edit.

use std::collections::HashMap;

use automerge::{AutomergeError, ChangeHash, ObjId, ObjType, ReadDoc, ScalarValue, transaction::Transactable, transaction::Transaction};
use praesto_domain::{
    Day, EventId, PersonId,
    casework::{AttachmentVersion, CaseChange, EventKind, FieldValue, ITEMS, LetterFiled},
};

use crate::ids::named;

use super::{
    case::Opening,
    closing, entries,
    error::EditRefused,
    hand_over,
    history::History,
    merged::Merged,
    read::{self, CHANNELS, FOUND, FOUND_CUT_OFF, Removal},
    schema::{OPENING, ROOT_ID},
    since::{Judged, Since},
    values::{self, day_to_scalar, field_to_scalar, moment_to_scalar, person_to_scalar, scalars, winner},
};

type Write<T = ()> = Result<T, EditRefused>;

/// How the entries that some changes name stood before these changes.
pub(super) type Removals = HashMap<(&'static str, String), Removal>;

/// Looks up, before anything is written, which of the entries that `changes` work on are removed.
pub(super) fn removed_before(merged: &Merged, changes: &[CaseChange]) -> Result<Removals, AutomergeError> {
    let mut removals = Removals::new();
    let mut history = None;
    for (container, id) in changes.iter().filter_map(removable) {
        let parents = entries::containers(&merged.doc, container)?;
        let maps = values::objects(&merged.doc, &parents, &id)?;
        let (keys, nested) = read::worked_on(container);
        let history = history.get_or_insert_with(|| History::of(&merged.doc));
        let removal = read::removal(&merged.doc, history, &maps, keys, nested)?;
        removals.insert((container, id), removal);
    }
    Ok(removals)
}

/// The entry that a change edits, removes or brings back.
fn removable(change: &CaseChange) -> Option<(&'static str, String)> {
    match change {
        CaseChange::EditParty { id, .. } | CaseChange::RemoveParty { id, .. } => Some(("parties", id.to_string())),
        CaseChange::AddAttachmentVersion { id, .. } | CaseChange::RenameAttachment { id, .. } | CaseChange::RemoveAttachment { id, .. } => {
            Some(("attachments", id.to_string()))
        }
        CaseChange::EditTask { id, .. } | CaseChange::SetTaskDone { id, .. } | CaseChange::RemoveTask { id, .. } => {
            Some(("tasks", id.to_string()))
        }
        CaseChange::SetDeadlineDay { id, .. } | CaseChange::SetDeadlineMet { id, .. } | CaseChange::RemoveDeadline { id, .. } => {
            Some(("deadlines", id.to_string()))
        }
        _ => None,
    }
}

/// Writes changes into one open transaction.
pub(super) struct Writer<'t, 'd> {
    pub(super) tx: &'t mut Transaction<'d>,
    removals: Removals,
    /// Whether the case itself was removed before.
    pub(super) was_removed: bool,
    /// One group per change, so that groups can be taken back last first.
    inverse: Vec<Vec<CaseChange>>,
    /// Whether something was written that undo does not take back: over several values, which would not stand side by side again, or what has an
    /// act of its own to take it back, or none, as a decision and a signature.
    lasting: bool,
    /// What is taken back, if this takes back.
    since: Option<Since>,
    what: Vec<&'static str>,
}

impl<'t, 'd> Writer<'t, 'd> {
    pub(super) fn new(tx: &'t mut Transaction<'d>, removals: Removals, was_removed: bool) -> Self {
        Self { tx, removals, was_removed, inverse: Vec::new(), lasting: false, since: None, what: Vec::new() }
    }

    /// From here on takes back what a save wrote that ended at these heads: nothing that somebody wrote since is written over.
    pub(super) fn take_back_to(&mut self, heads: Vec<ChangeHash>) {
        self.since = Some(Since::of(heads));
    }

    /// What takes everything back, and the codes of what was written.
    pub(super) fn finish(self) -> (Vec<CaseChange>, Vec<&'static str>) {
        let inverse = if self.lasting { Vec::new() } else { self.inverse.into_iter().rev().flatten().collect() };
        (inverse, self.what)
    }

    pub(super) fn open(&mut self, opening: &Opening) -> Write {
        // First, so that what else is written once counts as a part of it.
        self.tx.put(ROOT_ID, OPENING, opening.case_type.as_str())?;
        let channel = CHANNELS.iter().find(|(channel, _)| *channel == opening.channel).map_or("paper", |(_, code)| code);
        self.tx.put(ROOT_ID, "channel", channel)?;
        if let Some(origin) = &opening.origin {
            self.tx.put(ROOT_ID, "origin", origin.as_str())?;
        }
        self.what.push("create-case");
        Ok(())
    }

    pub(super) fn say(&mut self, code: &'static str) {
        if !self.what.contains(&code) {
            self.what.push(code);
        }
    }

    /// Writes one change.
    pub(super) fn make(&mut self, change: &CaseChange) -> Write {
        let before = self.tx.pending_ops();
        self.look_what_goes(change)?;
        let inverse = self.write(change)?;
        if self.tx.pending_ops() > before {
            self.inverse.push(inverse);
            self.say(change.code());
        }
        Ok(())
    }

    /// Refuses to take back the making of what somebody worked on since.
    fn look_what_goes(&self, change: &CaseChange) -> Write {
        let Some(since) = &self.since else { return Ok(()) };
        let (container, id) = match change {
            CaseChange::RemoveParty { id, removed: true } => ("parties", id.to_string()),
            CaseChange::RemoveAttachment { id, removed: true } => ("attachments", id.to_string()),
            CaseChange::RemoveTask { id, removed: true } => ("tasks", id.to_string()),
            CaseChange::RemoveDeadline { id, removed: true } => ("deadlines", id.to_string()),
            CaseChange::WithdrawNote { id, withdrawn: true } => ("notes", id.to_string()),
            CaseChange::WithdrawDecision { id, withdrawn: true } => ("decisions", id.to_string()),
            _ => return Ok(()),
        };
        let maps = self.entry(container, &id)?;
        if since.stands_whole(self.tx, &maps)? { Ok(()) } else { Err(EditRefused::ChangedSince) }
    }

    fn write(&mut self, change: &CaseChange) -> Write<Vec<CaseChange>> {
        let root = &[ROOT_ID][..];
        Ok(match change {
            CaseChange::SetTitle { title } => {
                let title_before = self.winner(root, "title", values::text)?.unwrap_or_default();
                self.put(root, "title", title.as_str())?;
                vec![CaseChange::SetTitle { title: title_before }]
            }
            CaseChange::SetReference { reference } => {
                let before = self.winner(root, "reference", values::text)?.unwrap_or_default();
                self.put(root, "reference", reference.as_str())?;
                vec![CaseChange::SetReference { reference: before }]
            }
            CaseChange::SetReceived { day } => {
                let before = self.day(root, "received")?;
                self.put(root, "received", optional_day(*day))?;
                vec![CaseChange::SetReceived { day: before }]
            }
            CaseChange::Assign { person } => {
                let before = self.winner(root, "assignee", values::person)?.flatten();
                self.put(root, "assignee", person_to_scalar(*person))?;
                vec![CaseChange::Assign { person: before }]
            }
            CaseChange::SetField { field, value } => {
                let parents = self.room("fields", field)?;
                let before = self.winner(&parents, field, values::field)?.unwrap_or(FieldValue::Empty);
                self.put(&parents, field, field_to_scalar(value))?;
                vec![CaseChange::SetField { field: field.clone(), value: before }]
            }
            CaseChange::AddTag { tag } => {
                self.tag(tag, true)?;
                vec![CaseChange::RemoveTag { tag: tag.clone() }]
            }
            CaseChange::RemoveTag { tag } => {
                self.tag(tag, false)?;
                vec![CaseChange::AddTag { tag: tag.clone() }]
            }
            CaseChange::AddParty { id, name, role, contact } => {
                let values = [("name", text(name)), ("role", text(role)), ("contact", text(contact))];
                self.add("parties", &id.to_string(), &values)?;
                vec![CaseChange::RemoveParty { id: *id, removed: true }]
            }
            CaseChange::EditParty { id, name, role, contact } => {
                let maps = self.entry("parties", &id.to_string())?;
                let line = |key: &str, new: &Option<String>| {
                    Ok::<_, EditRefused>(match new {
                        Some(_) => Some(self.winner(&maps, key, values::text)?.unwrap_or_default()),
                        None => None,
                    })
                };
                let before = CaseChange::EditParty {
                    id: *id,
                    name: line("name", name)?,
                    role: line("role", role)?,
                    contact: line("contact", contact)?,
                };
                for (key, value) in [("name", name), ("role", role), ("contact", contact)] {
                    if let Some(value) = value {
                        self.put_other(&maps, key, text(value))?;
                    }
                }
                self.back_to_removed(vec![before], "parties", &id.to_string(), CaseChange::RemoveParty { id: *id, removed: true })
            }
            CaseChange::RemoveParty { id, removed } => {
                self.mark_removed("parties", &id.to_string(), *removed)?;
                vec![CaseChange::RemoveParty { id: *id, removed: !removed }]
            }
            CaseChange::AddNote { id, text: note, corrects } => {
                let mut values = vec![("text", text(note))];
                if let Some(corrects) = corrects {
                    self.entry("notes", &corrects.to_string())?;
                    values.push(("corrects", text(&corrects.to_string())));
                }
                self.add("notes", &id.to_string(), &values)?;
                vec![CaseChange::WithdrawNote { id: *id, withdrawn: true }]
            }
            CaseChange::WithdrawNote { id, withdrawn } => {
                self.mark("notes", &id.to_string(), "withdrawn", *withdrawn)?;
                vec![CaseChange::WithdrawNote { id: *id, withdrawn: !withdrawn }]
            }
            CaseChange::AddAttachment { id, name, version } => {
                let maps = self.add("attachments", &id.to_string(), &[("name", text(name))])?;
                self.add_version(&maps, version)?;
                vec![CaseChange::RemoveAttachment { id: *id, removed: true }]
            }
            CaseChange::AddAttachmentVersion { id, version } => {
                let maps = self.entry("attachments", &id.to_string())?;
                self.add_version(&maps, version)?;
                // The version itself stays; that it brought a removed attachment back can be taken back.
                let removed = CaseChange::RemoveAttachment { id: *id, removed: true };
                self.back_to_removed(Vec::new(), "attachments", &id.to_string(), removed)
            }
            CaseChange::RenameAttachment { id, name } => {
                let maps = self.entry("attachments", &id.to_string())?;
                let before = self.winner(&maps, "name", values::text)?.unwrap_or_default();
                self.put(&maps, "name", text(name))?;
                let before = CaseChange::RenameAttachment { id: *id, name: before };
                let removed = CaseChange::RemoveAttachment { id: *id, removed: true };
                self.back_to_removed(vec![before], "attachments", &id.to_string(), removed)
            }
            CaseChange::RemoveAttachment { id, removed } => {
                self.mark_removed("attachments", &id.to_string(), *removed)?;
                vec![CaseChange::RemoveAttachment { id: *id, removed: !removed }]
            }
            CaseChange::AddTask { id, text: what, due, assignee } => {
                let values = [
                    ("text", text(what)),
                    ("due", optional_day(*due)),
                    ("assignee", person_to_scalar(*assignee)),
                    ("done", ScalarValue::Boolean(false)),
                ];
                self.add("tasks", &id.to_string(), &values)?;
                vec![CaseChange::RemoveTask { id: *id, removed: true }]
            }
            CaseChange::EditTask { id, text: what, due, assignee } => {
                let maps = self.entry("tasks", &id.to_string())?;
                let mut before = (None, None, None);
                if let Some(what) = what {
                    before.0 = Some(self.winner(&maps, "text", values::text)?.unwrap_or_default());
                    self.put_other(&maps, "text", text(what))?;
                }
                if let Some(due) = due {
                    before.1 = Some(self.day(&maps, "due")?);
                    self.put_other(&maps, "due", optional_day(*due))?;
                }
                if let Some(assignee) = assignee {
                    before.2 = Some(self.person(&maps, "assignee")?);
                    self.put_other(&maps, "assignee", person_to_scalar(*assignee))?;
                }
                let before = CaseChange::EditTask { id: *id, text: before.0, due: before.1, assignee: before.2 };
                self.back_to_removed(vec![before], "tasks", &id.to_string(), CaseChange::RemoveTask { id: *id, removed: true })
            }
            CaseChange::SetTaskDone { id, done } => {
                self.mark("tasks", &id.to_string(), "done", *done)?;
                let before = CaseChange::SetTaskDone { id: *id, done: !done };
                self.back_to_removed(vec![before], "tasks", &id.to_string(), CaseChange::RemoveTask { id: *id, removed: true })
            }
            CaseChange::RemoveTask { id, removed } => {
                self.mark_removed("tasks", &id.to_string(), *removed)?;
                vec![CaseChange::RemoveTask { id: *id, removed: !removed }]
            }
            CaseChange::AddDeadline { id, label, day, rule } => {
                let mut values = vec![("label", text(label)), ("day", day_to_scalar(*day)), ("met", ScalarValue::Boolean(false))];
                if let Some(rule) = rule {
                    values.extend([("rule", text(&rule.id)), ("basis", text(&rule.basis)), ("met_by", text(&rule.met_by.join(",")))]);
                }
                self.add("deadlines", &id.to_string(), &values)?;
                vec![CaseChange::RemoveDeadline { id: *id, removed: true }]
            }
            CaseChange::SetDeadlineDay { id, day } => {
                let maps = self.entry("deadlines", &id.to_string())?;
                let before = self.day(&maps, "day")?.map(|day| CaseChange::SetDeadlineDay { id: *id, day });
                self.put_other(&maps, "day", day_to_scalar(*day))?;
                let removed = CaseChange::RemoveDeadline { id: *id, removed: true };
                self.back_to_removed(before.into_iter().collect(), "deadlines", &id.to_string(), removed)
            }
            CaseChange::SetDeadlineMet { id, met } => {
                self.mark("deadlines", &id.to_string(), "met", *met)?;
                let before = CaseChange::SetDeadlineMet { id: *id, met: !met };
                self.back_to_removed(vec![before], "deadlines", &id.to_string(), CaseChange::RemoveDeadline { id: *id, removed: true })
            }
            CaseChange::RemoveDeadline { id, removed } => {
                self.mark_removed("deadlines", &id.to_string(), *removed)?;
                vec![CaseChange::RemoveDeadline { id: *id, removed: !removed }]
            }
            CaseChange::Decide { id, outcome, reason, replaces, person, second } => {
                for replaced in replaces {
                    self.entry("decisions", &replaced.to_string())?;
                }
                let replaces: Vec<String> = replaces.iter().map(ToString::to_string).collect();
                let mut values = vec![("outcome", text(outcome)), ("reason", text(reason)), ("replaces", text(&replaces.join(" ")))];
                values.extend(person.map(|person| ("person", person_to_scalar(Some(person)))));
                let code = |second| read::WHO.iter().find(|(who, _)| *who == second).map(|(_, code)| ("second", text(code)));
                values.extend(second.and_then(code));
                self.add("decisions", &id.to_string(), &values)?;
                self.lasting = true;
                Vec::new()
            }
            CaseChange::WithdrawDecision { id, withdrawn } => {
                self.mark("decisions", &id.to_string(), "withdrawn", *withdrawn)?;
                self.lasting = true;
                Vec::new()
            }
            CaseChange::AddEvent { id, event } => self.event(*id, event)?,
            CaseChange::RemoveCase { reason } => self.remove_case(reason)?,
            CaseChange::RestoreCase => self.restore_case()?,
        })
    }

    fn event(&mut self, id: EventId, event: &EventKind) -> Write<Vec<CaseChange>> {
        let (values, inverse) = match event {
            EventKind::StatusSet { stage } => {
                let before = self.winner(&[ROOT_ID], closing::KEY, read::stage)?.unwrap_or_default();
                let code = stage.code();
                self.put_anew(closing::KEY, text(&code))?;
                let back = CaseChange::AddEvent { id: taking_back(id), event: EventKind::StatusSet { stage: before } };
                (vec![("kind", text("status")), ("status", text(&code))], vec![back])
            }
            EventKind::Signed { decision, said, person, manager } => {
                self.lasting = true;
                self.entry("decisions", &decision.to_string())?;
                let values = vec![
                    ("kind", text("signed")),
                    ("decision", text(&decision.to_string())),
                    ("said", text(said)),
                    ("person", person_to_scalar(Some(*person))),
                    ("manager", ScalarValue::Boolean(*manager)),
                ];
                (values, Vec::new())
            }
            EventKind::Imported { happened_at, text: said } => {
                (vec![("kind", text("imported")), ("at", moment_to_scalar(*happened_at)), ("text", text(said))], Vec::new())
            }
            EventKind::Settled { place, chosen } => {
                (vec![("kind", text("settled")), ("place", text(place)), ("chosen", text(chosen))], Vec::new())
            }
            EventKind::HandedOver { .. } => (hand_over::values(event), Vec::new()),
            EventKind::Taken { of, .. } | EventKind::GivenBack { of, .. } => {
                // Who has taken a case gives it back, and who gave it back is handed it again.
                self.lasting = true;
                self.entry("events", &of.to_string())?;
                (hand_over::values(event), Vec::new())
            }
            EventKind::LetterFiled(filed) => (self.letter(filed)?, Vec::new()),
            EventKind::TakenOut { name, version, reason } => {
                (vec![("kind", text("taken-out")), ("text", text(name)), ("place", text(version)), ("chosen", text(reason))], Vec::new())
            }
            EventKind::OpenedElsewhere { name, version } => {
                (vec![("kind", text("opened-elsewhere")), ("text", text(name)), ("place", text(version))], Vec::new())
            }
            EventKind::FoundElsewhere { name, version, of, whole } => {
                self.lasting = true;
                let kind = if *whole { FOUND } else { FOUND_CUT_OFF };
                (vec![("kind", text(kind)), ("text", text(name)), ("place", text(version)), ("chosen", text(&of.to_string()))], Vec::new())
            }
        };
        self.add("events", &id.to_string(), &values)?;
        Ok(inverse)
    }

    /// A letter that was signed off stays signed off.
    fn letter(&mut self, filed: &LetterFiled) -> Write<Vec<(&'static str, ScalarValue)>> {
        self.lasting = true;
        let mut values = vec![
            ("kind", text("letter")),
            ("letter", text(&filed.letter)),
            ("language", text(&filed.language)),
            ("title", text(&filed.title)),
            ("office", text(&filed.office)),
            ("reference", text(&filed.reference)),
            ("day", day_to_scalar(filed.day)),
            ("recipient", text(&filed.recipient)),
            ("text", text(&filed.text)),
            ("file", text(&filed.version)),
            ("person", person_to_scalar(Some(filed.person))),
        ];
        if let Some((decision, said)) = &filed.decision {
            self.entry("decisions", &decision.to_string())?;
            values.extend([("decision", text(&decision.to_string())), ("said", text(said))]);
        }
        Ok(values)
    }

    fn tag(&mut self, tag: &str, on: bool) -> Write {
        let parents = if on { self.room("tags", tag)? } else { entries::containers(self.tx, "tags")? };
        let was_on = scalars(self.tx, &parents, tag)?.iter().any(|(value, _)| values::flag(value) == Some(true));
        if was_on != on { self.put(&parents, tag, on) } else { Ok(()) }
    }

    fn add_version(&mut self, maps: &[ObjId], version: &AttachmentVersion) -> Write {
        let parents = values::objects(self.tx, maps, "versions")?;
        let parent = match parents.first() {
            Some(parent) => parent.clone(),
            None => self.tx.put_object(&maps[0], "versions", ObjType::Map)?,
        };
        if !values::objects(self.tx, &parents, &version.sealed_hash)?.is_empty() {
            return Ok(());
        }
        if self.tx.length(&parent) >= ITEMS {
            return Err(EditRefused::TooMany { what: "versions", limit: ITEMS });
        }
        let map = self.tx.put_object(&parent, &version.sealed_hash, ObjType::Map)?;
        self.tx.put(&map, "content_hash", version.content_hash.as_str())?;
        self.tx.put(&map, "size", version.size)?;
        self.tx.put(&map, "media_type", version.media_type.as_str())?;
        self.tx.put(&map, "epoch", u64::from(version.epoch))?;
        Ok(())
    }

    /// The maps of an entry that is there, removed or not.
    pub(super) fn entry(&self, container: &'static str, id: &str) -> Write<Vec<ObjId>> {
        let parents = entries::containers(self.tx, container)?;
        let maps = values::objects(self.tx, &parents, id)?;
        if maps.is_empty() { Err(EditRefused::Missing { what: container }) } else { Ok(maps) }
    }

    /// The container, when `key` is in it or there is room for one more.
    fn room(&self, container: &'static str, key: &str) -> Write<Vec<ObjId>> {
        let parents = entries::containers(self.tx, container)?;
        let full = parents.iter().map(|parent| self.tx.length(parent)).sum::<usize>() >= ITEMS;
        if full && self.tx.get_all(&parents[0], key)?.is_empty() {
            return Err(EditRefused::TooMany { what: container, limit: ITEMS });
        }
        Ok(parents)
    }

    /// Makes an entry. A change that is made again is the same change; another one under a used id is refused.
    fn add(&mut self, container: &'static str, id: &str, entries: &[(&str, ScalarValue)]) -> Write<Vec<ObjId>> {
        let parents = self.room(container, id)?;
        let maps = values::objects(self.tx, &parents, id)?;
        if !maps.is_empty() {
            for (key, value) in entries {
                if !scalars(self.tx, &maps, key)?.iter().any(|(there, _)| there == value) {
                    return Err(EditRefused::Taken { what: container });
                }
            }
            return Ok(maps);
        }
        let map = self.tx.put_object(&parents[0], id, ObjType::Map)?;
        for (key, value) in entries {
            self.tx.put(&map, *key, value.clone())?;
        }
        Ok(vec![map])
    }

    /// Sets a flag of an entry; leaves it when it is so already and undisputed. A flag never set is false.
    fn mark(&mut self, container: &'static str, id: &str, key: &str, on: bool) -> Write {
        let maps = self.entry(container, id)?;
        if !on && scalars(self.tx, &maps, key)?.is_empty() {
            return Ok(());
        }
        self.put(&maps, key, on)
    }

    fn mark_removed(&mut self, container: &'static str, id: &str, removed: bool) -> Write {
        let maps = self.entry(container, id)?;
        let before = self.removals.get(&(container, id.to_owned())).copied().unwrap_or_default();
        // Removing again what an edit reopened: the mark says so already, so it is written anew to have seen that edit.
        if removed && before.reopened {
            self.put(&maps, "removed", false)?;
        }
        self.mark(container, id, "removed", removed)
    }

    /// Taking back an edit of a removed entry removes it again, because the edit had reopened it.
    fn back_to_removed(&self, mut inverse: Vec<CaseChange>, container: &'static str, id: &str, removed: CaseChange) -> Vec<CaseChange> {
        if self.removals.get(&(container, id.to_owned())).is_some_and(|before| before.removed) {
            inverse.push(removed);
        }
        inverse
    }

    /// Writes over every value at a place of the root, also where it says the same: only what is written now has seen what came since.
    pub(super) fn put_anew(&mut self, key: &str, value: ScalarValue) -> Write {
        if !scalars(self.tx, &[ROOT_ID], key)?.is_empty() {
            self.put(&[ROOT_ID], key, ScalarValue::Null)?;
        }
        self.put(&[ROOT_ID], key, value)
    }

    /// Writes over every value at a place.
    pub(super) fn put(&mut self, maps: &[ObjId], key: &str, value: impl Into<ScalarValue>) -> Write {
        let value = value.into();
        if let Some(since) = &mut self.since {
            match since.judge(self.tx, maps, key, &value)? {
                Judged::Write => {}
                Judged::Untouched => return Ok(()),
                Judged::ChangedSince => return Err(EditRefused::ChangedSince),
            }
        }
        self.lasting |= scalars(self.tx, maps, key)?.len() > 1;
        let Some((first, others)) = maps.split_first() else { return Ok(()) };
        self.put_over(first, key, &value)?;
        for other in others {
            if !self.tx.get_all(other, key)?.is_empty() {
                self.put_over(other, key, &value)?;
            }
        }
        Ok(())
    }

    /// Of values in conflict, automerge would keep the one that is written again and delete the others. Here nothing is deleted and whoever
    /// chooses is the author of what stands, so the place is cleared first: both operations are in one change, and only the second is seen.
    fn put_over(&mut self, map: &ObjId, key: &str, value: &ScalarValue) -> Write {
        let standing = self.tx.get_all(map, key)?;
        if standing.len() > 1 {
            // Clearing must itself be none of the values in conflict, or it would choose that one and delete the others.
            let taken = |candidate: &ScalarValue| {
                candidate == value || standing.iter().any(|(there, _)| there.as_scalar().is_some_and(|there| there == candidate))
            };
            let cleared = [ScalarValue::Null, ScalarValue::Boolean(false), ScalarValue::Boolean(true)]
                .into_iter()
                .chain((0..).map(ScalarValue::Int))
                .find(|candidate| !taken(candidate));
            if let Some(cleared) = cleared {
                self.tx.put(map, key, cleared)?;
            }
        }
        self.tx.put(map, key, value.clone())?;
        Ok(())
    }

    /// Writes unless this is what a form showed.
    fn put_other(&mut self, maps: &[ObjId], key: &str, value: ScalarValue) -> Write {
        let shown = scalars(self.tx, maps, key)?.into_iter().next().map(|(value, _)| value);
        if shown.as_ref() == Some(&value) || (shown.is_none() && value == ScalarValue::Null) { Ok(()) } else { self.put(maps, key, value) }
    }

    pub(super) fn winner<T>(&self, maps: &[ObjId], key: &str, decode: impl Fn(&ScalarValue) -> Option<T>) -> Write<Option<T>> {
        Ok(winner(self.tx, maps, key, decode)?)
    }

    pub(super) fn day(&self, maps: &[ObjId], key: &str) -> Write<Option<Day>> {
        Ok(match self.winner(maps, key, values::day)? {
            Some(FieldValue::Day(day)) => Some(day),
            _ => None,
        })
    }

    pub(super) fn person(&self, maps: &[ObjId], key: &str) -> Write<Option<PersonId>> {
        Ok(self.winner(maps, key, values::person)?.flatten())
    }
}

pub(super) fn text(text: &str) -> ScalarValue {
    ScalarValue::Str(text.into())
}

fn optional_day(day: Option<Day>) -> ScalarValue {
    day.map_or(ScalarValue::Null, day_to_scalar)
}

/// The id of the event that takes another back: the same wherever it is made, so that two computers taking back one act make one event.
fn taking_back(id: EventId) -> EventId {
    EventId(named(b"praesto take back", &[id.0.as_bytes()]))
}
