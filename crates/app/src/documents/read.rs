//! From a case document to the case it says.
//!
//! Total on purpose: whatever a document holds, this returns a case or says why not. Entries are in the order in which they were made (the
//! order of operations, which is the same on every replica and never depends on a clock). What is append-only is read with its author, from one map
//! and the change that made it: whoever writes beside it, or makes another map under its id, speaks for themselves.

use std::{
    cell::OnceCell,
    collections::BTreeMap,
    panic::{AssertUnwindSafe, catch_unwind},
};

use automerge::{Automerge, AutomergeError, ChangeHash, ObjId, ReadDoc, ScalarValue};
use praesto_domain::{
    AttachmentId, CaseId, DeadlineId, DecisionId, EventId, NoteId, PartyId, TaskId,
    case_types::Who,
    casework::{
        Attachment, AttachmentVersion, Case, Channel, Deadline, Decision, Event, EventKind, FieldValue, LetterFiled, Note, Party, Rule,
        Signature, Slot, Stage, Task,
    },
};

use super::{
    admit, closing,
    entries::{Entry, Single, containers, entries, entries_in, singles},
    error::ReadRefused,
    hand_over,
    history::History,
    look::{Look, Snapshot},
    merged::Merged,
    removal,
    schema::{OPENING, ROOT_ID},
    values::{self, along, made_with, objects, scalars, slot, winner},
    versions::{self, Grounds},
};

type Read<T> = Result<T, AutomergeError>;

/// Whether a change that opens the case is here.
pub(super) fn is_open(doc: &Automerge) -> bool {
    winner(doc, &[ROOT_ID], OPENING, values::text).is_ok_and(|case_type| case_type.is_some())
}

/// Reads the case.
pub(super) fn case(merged: &Merged, id: CaseId) -> Result<Case, ReadRefused> {
    // automerge asserts where a forged operation breaks what it counts on; a case that cannot be read must not take the others along.
    catch_unwind(AssertUnwindSafe(|| {
        let look = Snapshot::of(&merged.doc).map_err(|_| ReadRefused::Unreadable)?;
        Reader { doc: &merged.doc, look, history: merged.history(), grounds: OnceCell::new() }.case(id)
    }))
    .unwrap_or(Err(ReadRefused::Unreadable))
}

/// Whether an entry was removed, and whether somebody who did not know of the removal, or who came after it, has worked on it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Removal {
    /// Not to be shown.
    pub(super) removed: bool,
    /// Shown although somebody removed it.
    pub(super) reopened: bool,
}

/// An entry counts as removed only while every mark says so and every value in it was known to somebody who removed it. An edit that no
/// remover had seen reopens it, in whatever order the two arrive.
pub(super) fn removal(doc: &Automerge, history: &History, maps: &[ObjId], keys: &[&str], nested: Option<&str>) -> Read<Removal> {
    let marks = scalars(doc, maps, "removed")?;
    let removing: Vec<&ObjId> = marks.iter().filter(|(value, _)| values::flag(value) == Some(true)).map(|(_, id)| id).collect();
    if removing.is_empty() {
        return Ok(Removal::default());
    }
    let kept = marks.iter().any(|(value, _)| values::flag(value) == Some(false));
    let heads: Vec<[ChangeHash; 1]> = removing.iter().filter_map(|id| history.change_of(id)).map(|entry| [entry.hash]).collect();
    let reopened = kept || unseen(doc, maps, keys, nested, &heads)?;
    Ok(Removal { removed: !reopened, reopened })
}

/// Whether a value stands that was not there at any of `heads`.
fn unseen(doc: &Automerge, maps: &[ObjId], keys: &[&str], nested: Option<&str>, heads: &[[ChangeHash; 1]]) -> Read<bool> {
    for map in maps {
        for key in keys {
            for (_, id) in doc.get_all(map, *key)? {
                let mut seen = false;
                for head in heads {
                    seen = seen || doc.get_all_at(map, *key, head)?.iter().any(|(_, other)| *other == id);
                }
                if !seen {
                    return Ok(true);
                }
            }
        }
        let Some(nested) = nested else { continue };
        for (_, inner) in doc.get_all(map, nested)? {
            let known: Vec<String> = heads.iter().flat_map(|head| doc.keys_at(&inner, head).collect::<Vec<_>>()).collect();
            if doc.keys(&inner).any(|key| !known.contains(&key)) {
                return Ok(true);
            }
        }
    }
    Ok(false)
}

/// What of an entry counts as working on it.
pub(super) fn worked_on(container: &str) -> (&'static [&'static str], Option<&'static str>) {
    match container {
        "parties" => (&["name", "role", "contact"], None),
        "attachments" => (&["name"], Some("versions")),
        "tasks" => (&["text", "due", "assignee", "done"], None),
        "deadlines" => (&["label", "day", "met"], None),
        _ => (&[], None),
    }
}

struct Reader<'a> {
    doc: &'a Automerge,
    look: Snapshot,
    history: History,
    /// Worked out for the few cases that ask.
    grounds: OnceCell<Grounds>,
}

impl Reader<'_> {
    fn case(&self, id: CaseId) -> Result<Case, ReadRefused> {
        self.whole(id).map_err(|_| ReadRefused::Unreadable)?.ok_or(ReadRefused::NotOpened)
    }

    fn whole(&self, id: CaseId) -> Read<Option<Case>> {
        let (doc, history, root) = (&self.look, &self.history, &[ROOT_ID][..]);
        let openings = scalars(doc, root, OPENING)?;
        let mut openings = openings.iter().rev().filter_map(|(value, operation)| Some((values::text(value)?, operation)));
        // The first opening tells what was made and when; a second one, of an import on another computer, came later.
        let Some((case_type, first)) = openings.next() else { return Ok(None) };
        let (mut decisions, events) = (self.decisions()?, self.events()?);
        for event in &events {
            let EventKind::Signed { decision, said, person, manager } = &event.kind else { continue };
            for signed in decisions.iter_mut().filter(|one| one.id == *decision && fingerprint(one) == *said) {
                signed.signatures.push(Signature { person: *person, manager: *manager, by: event.by });
            }
        }
        Ok(Some(Case {
            id,
            case_type,
            created: history.stamp(first),
            reference: slot(doc, history, root, "reference", values::text)?,
            title: slot(doc, history, root, "title", values::text)?,
            received: slot(doc, history, root, "received", values::day)?,
            channel: along(doc, history, first, &ROOT_ID, "channel", channel)?.unwrap_or_default(),
            origin: along(doc, history, first, &ROOT_ID, "origin", values::text)?,
            assignee: slot(doc, history, root, "assignee", values::person)?,
            stage: slot(doc, history, root, closing::KEY, stage)?,
            fields: self.fields()?,
            parties: self.parties()?,
            notes: self.notes()?,
            attachments: self.attachments()?,
            tasks: self.tasks()?,
            deadlines: self.deadlines()?,
            decisions,
            events,
            tags: self.tags()?,
            removal: removal::read(doc, history)?,
            late: closing::read(doc, history)?,
        }))
    }

    fn fields(&self) -> Read<BTreeMap<String, Slot<FieldValue>>> {
        let parents = containers(&self.look, "fields")?;
        let mut fields = BTreeMap::new();
        for key in parents.iter().flat_map(|parent| self.look.names(parent)) {
            let slot = slot(&self.look, &self.history, &parents, &key, values::field)?;
            if !slot.0.is_empty() {
                fields.insert(key, slot);
            }
        }
        Ok(fields)
    }

    /// A tag that one person took off while another put it on stays on.
    fn tags(&self) -> Read<Vec<String>> {
        let parents = containers(&self.look, "tags")?;
        let mut tags = Vec::new();
        for key in parents.iter().flat_map(|parent| self.look.names(parent)) {
            if scalars(&self.look, &parents, &key)?.iter().any(|(value, _)| values::flag(value) == Some(true)) {
                tags.push(key);
            }
        }
        tags.sort_unstable();
        tags.dedup();
        Ok(tags)
    }

    fn removal(&self, container: &str, maps: &[ObjId]) -> Read<Removal> {
        let (keys, nested) = worked_on(container);
        removal(self.doc, &self.history, maps, keys, nested)
    }

    fn parties(&self) -> Read<Vec<Party>> {
        let mut parties = Vec::new();
        for Entry { key, maps } in entries(&self.look, "parties")? {
            let Some(id) = id(&key).map(PartyId) else { continue };
            let Removal { removed, reopened } = self.removal("parties", &maps)?;
            parties.push(Party {
                id,
                name: slot(&self.look, &self.history, &maps, "name", values::text)?,
                role: slot(&self.look, &self.history, &maps, "role", values::text)?,
                contact: slot(&self.look, &self.history, &maps, "contact", values::text)?,
                removed,
                reopened,
            });
        }
        Ok(parties)
    }

    fn notes(&self) -> Read<Vec<Note>> {
        let mut notes = Vec::new();
        for Single { key, map, maps } in singles(&self.look, "notes")? {
            let Some(id) = id(&key).map(NoteId) else { continue };
            let Some(text) = self.made_with(&map, "text", values::text)? else { continue };
            let corrects = self.made_with(&map, "corrects", values::text)?.and_then(|id| id.parse().ok());
            notes.push(Note { id, text, corrects, withdrawn: self.withdrawn(&maps)?, by: self.history.stamp(&map) });
        }
        Ok(notes)
    }

    /// Whoever withdraws an id means all that stands under it.
    fn withdrawn(&self, maps: &[ObjId]) -> Read<bool> {
        Ok(winner(&self.look, maps, "withdrawn", values::flag)?.unwrap_or(false))
    }

    fn made_with<T>(&self, map: &ObjId, key: &str, decode: impl Fn(&ScalarValue) -> Option<T>) -> Read<Option<T>> {
        made_with(&self.look, &self.history, map, key, decode)
    }

    fn attachments(&self) -> Read<Vec<Attachment>> {
        let mut attachments = Vec::new();
        for Entry { key, maps } in entries(&self.look, "attachments")? {
            let Some(id) = id(&key).map(AttachmentId) else { continue };
            let Removal { removed, reopened } = self.removal("attachments", &maps)?;
            let name = slot(&self.look, &self.history, &maps, "name", values::text)?;
            let (versions, apart) = self.versions(&maps)?;
            attachments.push(Attachment { id, name, versions, apart, removed, reopened });
        }
        Ok(attachments)
    }

    fn versions(&self, maps: &[ObjId]) -> Read<(Vec<AttachmentVersion>, Vec<Vec<usize>>)> {
        let parents = objects(&self.look, maps, "versions")?;
        let mut versions = Vec::new();
        for Entry { key, maps } in entries_in(&self.look, &parents)? {
            if admit::is_hash(&key)
                && let Some((map, content_hash)) = self.of_use(maps)?
            {
                let version = AttachmentVersion {
                    content_hash,
                    size: self.made_with(&map, "size", values::number)?.unwrap_or(0),
                    media_type: self.made_with(&map, "media_type", values::text)?.unwrap_or_default(),
                    epoch: self.made_with(&map, "epoch", values::number)?.and_then(|epoch| u32::try_from(epoch).ok()).unwrap_or(0),
                    by: self.history.stamp(&map),
                    sealed_hash: key,
                };
                versions.push((map, version));
            }
        }
        versions.sort_by(|a, b| a.0.cmp(&b.0));
        Ok(versions::arranged(&self.history, || self.grounds.get_or_init(|| Grounds::of(&self.history)), versions))
    }

    /// The first of what was said of the same sealed bytes that says what is in them.
    fn of_use(&self, maps: Vec<ObjId>) -> Read<Option<(ObjId, String)>> {
        for map in maps {
            let content_hash = self.made_with(&map, "content_hash", values::text)?;
            if let Some(content_hash) = content_hash.filter(|hash| admit::is_hash(hash)) {
                return Ok(Some((map, content_hash)));
            }
        }
        Ok(None)
    }

    fn tasks(&self) -> Read<Vec<Task>> {
        let mut tasks = Vec::new();
        for Entry { key, maps } in entries(&self.look, "tasks")? {
            let Some(id) = id(&key).map(TaskId) else { continue };
            let Removal { removed, reopened } = self.removal("tasks", &maps)?;
            tasks.push(Task {
                id,
                text: slot(&self.look, &self.history, &maps, "text", values::text)?,
                due: slot(&self.look, &self.history, &maps, "due", values::day)?,
                assignee: slot(&self.look, &self.history, &maps, "assignee", values::person)?,
                done: slot(&self.look, &self.history, &maps, "done", values::flag)?,
                removed,
                reopened,
                by: self.history.stamp(&maps[0]),
            });
        }
        Ok(tasks)
    }

    fn deadlines(&self) -> Read<Vec<Deadline>> {
        let mut deadlines = Vec::new();
        for Entry { key, maps } in entries(&self.look, "deadlines")? {
            let Some(id) = id(&key).map(DeadlineId) else { continue };
            let Removal { removed, reopened } = self.removal("deadlines", &maps)?;
            deadlines.push(Deadline {
                id,
                label: slot(&self.look, &self.history, &maps, "label", values::text)?,
                day: slot(&self.look, &self.history, &maps, "day", values::day)?,
                met: slot(&self.look, &self.history, &maps, "met", values::flag)?,
                rule: self.rule(&maps)?,
                removed,
                reopened,
            });
        }
        Ok(deadlines)
    }

    /// What the first of those who set a deadline says that it follows from: who set it elsewhere from the same rule says the same.
    fn rule(&self, maps: &[ObjId]) -> Read<Option<Rule>> {
        let Some(map) = maps.first() else { return Ok(None) };
        let Some(id) = self.made_with(map, "rule", values::text)? else { return Ok(None) };
        let met_by = self.made_with(map, "met_by", values::text)?.unwrap_or_default();
        let met_by = met_by.split(',').filter(|code| !code.is_empty()).map(str::to_owned).collect();
        Ok(Some(Rule { id, basis: self.made_with(map, "basis", values::text)?.unwrap_or_default(), met_by }))
    }

    fn decisions(&self) -> Read<Vec<Decision>> {
        let mut decisions = Vec::new();
        for Single { key, map, maps } in singles(&self.look, "decisions")? {
            let Some(id) = id(&key).map(DecisionId) else { continue };
            let Some(outcome) = self.made_with(&map, "outcome", values::text)? else { continue };
            let replaces = self.made_with(&map, "replaces", values::text)?.unwrap_or_default();
            decisions.push(Decision {
                id,
                outcome,
                reason: self.made_with(&map, "reason", values::text)?.unwrap_or_default(),
                replaces: replaces.split(' ').filter_map(|id| id.parse().ok()).collect(),
                withdrawn: self.withdrawn(&maps)?,
                person: self.made_with(&map, "person", values::person)?.flatten(),
                second: self.made_with(&map, "second", who)?,
                signatures: Vec::new(),
                by: self.history.stamp(&map),
            });
        }
        Ok(decisions)
    }

    fn events(&self) -> Read<Vec<Event>> {
        let mut events = Vec::new();
        for Single { key, map, .. } in singles(&self.look, "events")? {
            if let (Some(id), Some(kind)) = (id(&key).map(EventId), event(&self.look, &self.history, &map)?) {
                events.push(Event { id, kind, by: self.history.stamp(&map) });
            }
        }
        Ok(events)
    }
}

/// Everything that a decision says, in 64 hexadecimal digits: what a second signature is put under.
pub fn fingerprint(decision: &Decision) -> String {
    let Decision { outcome, reason, replaces, person, second, .. } = decision;
    let said = serde_json::json!([outcome, reason, replaces, person, second]);
    praesto_crypto::Hash::of(said.to_string().as_bytes()).to_string()
}

/// How an event is called that tells of a file which was found after an interruption: whole, or cut off.
pub(super) const FOUND: &str = "found-elsewhere";
pub(super) const FOUND_CUT_OFF: &str = "found-cut-off";

/// What an event says; none when it is of a kind that this version does not know.
pub(super) fn event(doc: &impl Look, history: &History, map: &ObjId) -> Read<Option<EventKind>> {
    let text = |key: &str| made_with(doc, history, map, key, values::text);
    Ok(match text("kind")?.as_deref() {
        Some("status") => made_with(doc, history, map, "status", stage)?.map(|stage| EventKind::StatusSet { stage }),
        Some("signed") => {
            let decision = text("decision")?.and_then(|id| id.parse().ok());
            let person = made_with(doc, history, map, "person", values::person)?.flatten();
            let manager = made_with(doc, history, map, "manager", values::flag)?.unwrap_or(false);
            let said = text("said")?.unwrap_or_default();
            decision.zip(person).map(|(decision, person)| EventKind::Signed { decision, said, person, manager })
        }
        Some("imported") => {
            let happened_at = made_with(doc, history, map, "at", values::moment)?.flatten();
            Some(EventKind::Imported { happened_at, text: text("text")?.unwrap_or_default() })
        }
        Some("settled") => {
            Some(EventKind::Settled { place: text("place")?.unwrap_or_default(), chosen: text("chosen")?.unwrap_or_default() })
        }
        Some("letter") => {
            let decision = text("decision")?.and_then(|id| id.parse().ok());
            let person = made_with(doc, history, map, "person", values::person)?.flatten();
            let day = made_with(doc, history, map, "day", values::day)?;
            let (letter, version) = (text("letter")?.unwrap_or_default(), text("file")?.unwrap_or_default());
            let (Some(person), Some(FieldValue::Day(day))) = (person, day) else { return Ok(None) };
            let filed = LetterFiled {
                letter,
                version,
                person,
                day,
                office: text("office")?.unwrap_or_default(),
                reference: text("reference")?.unwrap_or_default(),
                language: text("language")?.unwrap_or_default(),
                title: text("title")?.unwrap_or_default(),
                recipient: text("recipient")?.unwrap_or_default(),
                text: text("text")?.unwrap_or_default(),
                decision: decision.zip(text("said")?),
            };
            Some(EventKind::LetterFiled(filed))
        }
        Some("taken-out") => Some(EventKind::TakenOut {
            name: text("text")?.unwrap_or_default(),
            version: text("place")?.unwrap_or_default(),
            reason: text("chosen")?.unwrap_or_default(),
        }),
        Some("opened-elsewhere") => {
            Some(EventKind::OpenedElsewhere { name: text("text")?.unwrap_or_default(), version: text("place")?.unwrap_or_default() })
        }
        Some(kind @ (FOUND | FOUND_CUT_OFF)) => {
            let (name, version) = (text("text")?.unwrap_or_default(), text("place")?.unwrap_or_default());
            let of = text("chosen")?.and_then(|of| of.parse().ok());
            of.map(|of| EventKind::FoundElsewhere { name, version, of, whole: kind == FOUND })
        }
        Some(kind) => hand_over::event(kind, doc, history, map)?,
        None => None,
    })
}

fn id(key: &str) -> Option<uuid::Uuid> {
    admit::is_id(key).then(|| key.parse().ok()).flatten()
}

fn channel(value: &ScalarValue) -> Option<Channel> {
    CHANNELS.iter().find(|(_, code)| values::text(value).as_deref() == Some(code)).map(|(channel, _)| *channel)
}

pub(super) fn stage(value: &ScalarValue) -> Option<Stage> {
    Stage::read(&values::text(value)?)
}

fn who(value: &ScalarValue) -> Option<Who> {
    let code = values::text(value)?;
    WHO.iter().find(|(_, one)| *one == code).map(|(who, _)| *who)
}

/// Channels as documents keep them.
pub(super) const CHANNELS: &[(Channel, &str)] = &[
    (Channel::App, "app"),
    (Channel::Web, "web"),
    (Channel::Paper, "paper"),
    (Channel::Registered, "registered"),
    (Channel::Import, "import"),
    (Channel::Mail, "mail"),
];

/// Who signs as the second, as documents keep it.
pub(super) const WHO: &[(Who, &str)] = &[(Who::Anyone, "anyone"), (Who::Assignee, "assignee"), (Who::Manager, "manager")];
