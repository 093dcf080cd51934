//! From the merged model of a case to what screens show: names instead of ids, days left.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use praesto_contract::*;
use praesto_domain::case_types::workflow::Actor;
use praesto_domain::casework::{self, Case, Slot, Stamp, Stamped};
use praesto_domain::{DeviceId, PersonId};
use praesto_protocol::DocumentId;
use praesto_protocol::register::Register;

use crate::case_types::{self, Pack};
use crate::documents::{CaseDocument, Directory, TimelineEntry, Written, fingerprint};
use crate::error::AppError;
use crate::file_views::Files;
use crate::host::Host;
use crate::office::Office;

/// Turns stamps into authors.
pub(crate) struct Names<'a> {
    pub(crate) directory: &'a Directory,
    pub(crate) register: Option<Arc<Register>>,
    pub(crate) me: PersonId,
    /// This computer's own device and what it is called, known before the directory is.
    pub(crate) here: (DeviceId, String, String),
}

impl Names<'_> {
    pub(crate) fn author(&self, by: Stamp) -> Author {
        let device = self.directory.devices.get(&by.device);
        let here = by.device == self.here.0;
        // Whose computer it is says the register alone; the directory only knows what people and computers are called.
        let enrolled = self.register.as_ref().and_then(|register| register.devices().get(&praesto_protocol::DeviceId(by.device.0)));
        let person = enrolled.map(|device| PersonId(device.person.0)).or(here.then_some(self.me));
        let name = person.and_then(|person| self.directory.people.get(&person)).cloned();
        Author {
            person,
            name: name.unwrap_or_else(|| if here { self.here.2.clone() } else { String::new() }),
            device_name: device.map(|(name, _)| name.clone()).unwrap_or_else(|| if here { self.here.1.clone() } else { String::new() }),
            me: person == Some(self.me),
            at: by.at,
        }
    }

    pub(crate) fn person(&self, person: PersonId) -> Option<String> {
        self.directory.people.get(&person).cloned()
    }
}

/// Most earlier values that a conflict shows.
const BEFORE: usize = 8;

impl<H: Host> Office<H> {
    /// A case as the screen shows it.
    pub(crate) fn case_view(&self, id: CaseId) -> Result<CaseView, AppError> {
        let names = self.names();
        self.vault.read(|view| {
            let stored = view.document(DocumentId(id.0))?.ok_or(AppError::code(ErrorCode::NotFound))?;
            let provisional = view.provisional(DocumentId(id.0))?.filter(|row| !row.checked);
            let read = CaseDocument::load(&stored.snapshot, &self.actor()).map_err(AppError::from);
            let read = read.and_then(|mut document| {
                for record in view.handed_on(DocumentId(id.0))? {
                    if let Ok((_, _, body)) = self.read_payload(&record.payload) {
                        document.brought(DeviceId(record.device.0), body);
                    }
                }
                Ok((document.read(id)?, document))
            });
            let (case, document) = match read {
                // A colleague's word may be anything: this vault is not damaged by it.
                Err(_) if provisional.is_some() => return Err(AppError::code(ErrorCode::NotChecked)),
                read => read?,
            };
            let names = self.author_names(&names);
            let actor = self.acting_in(stored.space);
            let pack = self.case_type(&case.case_type);
            let mut shown = show(&case, pack.as_deref(), &names, self.host.today(), actor);
            // Without a server nothing waits for one.
            let served = self.has_server();
            shown.not_sent = if served { view.not_sent(DocumentId(id.0))? } else { 0 };
            let lines = document.timeline();
            let written = by_place(&lines);
            for conflict in &mut shown.conflicts {
                conflict.before = before(&written, &case, &conflict.place, &names);
            }
            let unsent = self.unsent(&lines, shown.not_sent);
            let unsent = |by: &Author| by.me && unsent.contains(&by.at);
            shown.notes.iter_mut().for_each(|note| note.sent = !unsent(&note.by));
            for decision in &mut shown.decisions {
                decision.provisional = unsent(&decision.by) || (!decision.signed.is_empty() && decision.signed.iter().all(unsent));
            }
            shown.attachments = Files { view, names: &names, served, unsent: &unsent }.shown(&case)?;
            let changed = lines.last().map_or(case.created, |line| line.by);
            shown.timeline = timeline(lines, &case, &names);
            shown.timeline.iter_mut().for_each(|row| row.sent = !unsent(&row.by));
            if let Some(removal) = shown.removal.as_mut().filter(|removal| removal.state == RemovalState::Removed)
                && view.removal_asked(id)? == Some(true)
            {
                removal.state = RemovalState::Asked;
            }
            shown.same_reference = self.same_reference(view, &shown)?;
            shown.held.pinned = view.is_pinned(id)?;
            shown.held.last_opened = view.last_opened(id)?;
            shown.changes_missing = stored.missing;
            shown.letters = crate::letters::filed(&case, &names, &unsent);
            shown.not_checked = provisional.is_some();
            shown.drafts = crate::drafts::drafts(view, Some(id))?;
            shown.can_undo = view.can_undo(id)?;
            shown.changed = names.author(changed);
            shown.changed_here = changed.device == DeviceId(self.device().0);
            Ok(shown)
        })
    }

    /// When those of this computer's changes were made that wait to be sent: the newest `count` of them, whatever its clock said.
    fn unsent(&self, lines: &[TimelineEntry], count: u64) -> HashSet<Moment> {
        let here = DeviceId(self.device().0);
        let (mut changes, mut moments) = (HashSet::new(), HashSet::new());
        for line in lines.iter().rev().filter(|line| line.by.device == here) {
            changes.insert(line.change);
            if changes.len() as u64 > count {
                break;
            }
            moments.insert(line.by.at);
        }
        moments
    }

    /// The conflict at a place of a case.
    pub(crate) fn conflict_at(&self, case: &Case, place: &Place, directory: &Directory) -> Result<ConflictView, AppError> {
        let found = casework::conflicts(case).into_iter().find(|at| at == place).ok_or(AppError::code(ErrorCode::ChangedSince))?;
        Ok(conflict_view(case, found, &self.author_names(directory)))
    }

    pub(crate) fn author_names<'a>(&'a self, directory: &'a Directory) -> Names<'a> {
        Names {
            directory,
            register: self.register_if_any(),
            me: self.person(),
            here: (DeviceId(self.device().0), self.own_device_name(), self.own_name()),
        }
    }
}

fn text(slot: &Slot<String>) -> String {
    slot.value().cloned().unwrap_or_default()
}

fn day(slot: &Slot<FieldValue>) -> Option<Day> {
    match slot.value() {
        Some(FieldValue::Day(day)) => Some(*day),
        _ => None,
    }
}

fn newest<T>(slot: &Slot<T>) -> Option<&Stamped<T>> {
    slot.0.first()
}

fn show(case: &Case, pack: Option<&Pack>, names: &Names<'_>, today: Day, actor: Actor) -> CaseView {
    let due = casework::due(case);
    let assignee = case.assignee.value().copied().flatten();
    let title = text(&case.title);
    CaseView {
        id: case.id,
        case_type: case.case_type.clone(),
        reference: text(&case.reference),
        same_reference: Vec::new(),
        title_latin: casework::latin(&title),
        title,
        status: casework::status(case),
        standing: pack.map(|pack| case_types::views::standing(pack, case, actor)),
        received: day(&case.received),
        channel: case.channel,
        due,
        due_in_days: due.map(|due| today.days_until(due)),
        assignee,
        assignee_name: assignee.and_then(|person| names.person(person)),
        assigned_since: newest(&case.assignee).filter(|_| assignee.is_some()).map(|stamped| stamped.by.at),
        handed_over: casework::waiting_hand_over(case).map(|one| HandedOverView {
            act: HandOverAct { giver: one.giver, together: one.together },
            by: names.author(one.by),
            words: one.words.to_owned(),
            mine: one.to == names.me,
        }),
        not_sent: 0,
        fields: case.fields.iter().filter_map(|(field, slot)| field_view(field, slot, names)).collect(),
        parties: case
            .parties
            .iter()
            .filter(|party| !party.removed)
            .map(|party| PartyView { id: party.id, name: text(&party.name), role: text(&party.role), contact: text(&party.contact) })
            .collect(),
        notes: case
            .notes
            .iter()
            .rev()
            .map(|note| NoteView {
                id: note.id,
                text: note.text.clone(),
                corrects: note.corrects,
                withdrawn: note.withdrawn,
                by: names.author(note.by),
                sent: true,
            })
            .collect(),
        attachments: Vec::new(),
        tasks: case
            .tasks
            .iter()
            .filter(|task| !task.removed)
            .map(|task| {
                let assignee = task.assignee.value().copied().flatten();
                TaskView {
                    id: task.id,
                    text: text(&task.text),
                    due: day(&task.due),
                    assignee,
                    assignee_name: assignee.and_then(|person| names.person(person)),
                    done: task.done.value().copied().unwrap_or(false),
                }
            })
            .collect(),
        deadlines: case
            .deadlines
            .iter()
            .filter(|deadline| !deadline.removed)
            .map(|deadline| {
                let (met, by_hand) = (casework::is_met(case, deadline), deadline.met.value().copied().unwrap_or(false));
                DeadlineView {
                    id: deadline.id,
                    label: text(&deadline.label),
                    day: day(&deadline.day),
                    met,
                    met_by_state: met && !by_hand,
                    rule: deadline.rule.as_ref().map(|rule| rule.id.clone()),
                    basis: deadline.rule.as_ref().map(|rule| rule.basis.clone()),
                    sure: deadline.rule.is_none() || is_sure(pack, day(&case.received), day(&deadline.day)),
                }
            })
            .collect(),
        decisions: decisions(case, names, actor),
        letters: Vec::new(),
        tags: case.tags.clone(),
        conflicts: casework::conflicts(case).into_iter().map(|conflict| conflict_view(case, conflict, names)).collect(),
        removal: case.removal.as_ref().map(|removal| removal_view(removal, names)),
        late: late_view(case, names),
        timeline: Vec::new(),
        held: HeldView { assigned: assignee == Some(names.me), pinned: false, last_opened: None },
        changes_missing: false,
        not_checked: false,
        drafts: Vec::new(),
        can_undo: false,
        changed: names.author(case.created),
        changed_here: false,
    }
}

fn field_view(field: &str, slot: &Slot<FieldValue>, names: &Names<'_>) -> Option<FieldView> {
    let stamped = newest(slot)?;
    Some(FieldView { field: field.to_owned(), value: stamped.value.clone(), by: names.author(stamped.by), conflict: slot.is_conflict() })
}

/// Whether all holidays between these days are known to the calendar of the case type; of one alone, whether it knows that one.
fn is_sure(pack: Option<&Pack>, from: Option<Day>, to: Option<Day>) -> bool {
    let (Some(pack), Some(from), Some(to)) = (pack, from.or(to), to.or(from)) else { return true };
    pack.case_type.calendar().knows(from, to)
}

fn decisions(case: &Case, names: &Names<'_>, actor: Actor) -> Vec<DecisionView> {
    let standing = casework::standing_decisions(case);
    let contradicting = casework::contradicting_decisions(case);
    let waiting = casework::waiting_decisions(case);
    let view = |decision: &casework::Decision| {
        // Not by its id: a forged one may bear the same.
        let stands = standing.iter().any(|other| std::ptr::eq(*other, decision));
        let waits = waiting.iter().any(|other| std::ptr::eq(*other, decision));
        let by = names.author(decision.by);
        DecisionView {
            id: decision.id,
            outcome: decision.outcome.clone(),
            reason: decision.reason.clone(),
            provisional: false,
            withdrawn: decision.withdrawn,
            replaced: !decision.withdrawn && !stands && !waits,
            contradicted: stands && contradicting.contains(&decision.id),
            second: decision.second,
            waits,
            signed: casework::second_signatures(decision).map(|signature| names.author(signature.by)).collect(),
            fingerprint: fingerprint(decision),
            mine: actor.manager || decision.person == Some(actor.person),
            by,
        }
    };
    case.decisions.iter().rev().map(view).collect()
}

fn removal_view(removal: &casework::Removal, names: &Names<'_>) -> RemovalView {
    let removed = removal.reasons.0.iter().map(|mark| RemovedBy { reason: mark.value.clone(), by: names.author(mark.by) });
    let unseen = last_of_each(removal.unseen.iter().map(|by| names.author(*by)));
    let state = if unseen.is_empty() { RemovalState::Removed } else { RemovalState::Contested };
    RemovalView { state, removed: removed.collect(), unseen }
}

fn late_view(case: &Case, names: &Names<'_>) -> Option<LateView> {
    // Whoever has to settle decisions first opens the case by it.
    let closed = casework::status(case) == Status::Closed && !case.late.is_empty();
    closed.then(|| LateView {
        apart: casework::is_closing_contested(case),
        by: last_of_each(case.late.iter().map(|change| names.author(change.by))),
    })
}

/// The last change of each computer, newest first, of changes that come oldest first.
pub(crate) fn last_of_each(changes: impl DoubleEndedIterator<Item = Author>) -> Vec<Author> {
    let mut last: Vec<Author> = Vec::new();
    for by in changes.rev() {
        if !last.iter().any(|other| (other.person, &other.device_name) == (by.person, &by.device_name)) {
            last.push(by);
        }
    }
    last
}

fn conflict_view(case: &Case, place: Place, names: &Names<'_>) -> ConflictView {
    let label = match &place {
        Place::Field { field } => field.clone(),
        Place::PartyName { party } | Place::PartyRole { party } | Place::PartyContact { party } => {
            case.parties.iter().find(|other| other.id == *party).map(|party| text(&party.name)).unwrap_or_default()
        }
        Place::AttachmentName { attachment } => {
            case.attachments.iter().find(|other| other.id == *attachment).map(|attachment| text(&attachment.name)).unwrap_or_default()
        }
        Place::TaskText { task } | Place::TaskDue { task } | Place::TaskAssignee { task } | Place::TaskDone { task } => {
            case.tasks.iter().find(|other| other.id == *task).map(|task| text(&task.text)).unwrap_or_default()
        }
        Place::DeadlineLabel { deadline } | Place::DeadlineDay { deadline } | Place::DeadlineMet { deadline } => {
            case.deadlines.iter().find(|other| other.id == *deadline).map(|deadline| text(&deadline.label)).unwrap_or_default()
        }
        Place::Title | Place::Reference | Place::Received | Place::Assignee | Place::Status => String::new(),
    };
    let values = casework::values_at(case, &place)
        .into_iter()
        .map(|stamped| ConflictValue { value_id: stamped.id, value: shown_value(stamped.value, names), by: names.author(stamped.by) })
        .collect();
    ConflictView { place, label, before: Vec::new(), values }
}

/// What was written where, and by whom.
fn by_place(lines: &[TimelineEntry]) -> HashMap<&Place, Vec<(Stamp, &Written)>> {
    let mut places: HashMap<&Place, Vec<_>> = HashMap::new();
    for line in lines {
        for written in &line.written {
            places.entry(&written.place).or_default().push((line.by, written));
        }
    }
    places
}

/// What the authors of values in conflict saw where they wrote them.
fn before(written: &HashMap<&Place, Vec<(Stamp, &Written)>>, case: &Case, place: &Place, names: &Names<'_>) -> Vec<FieldValue> {
    let authors: Vec<Stamp> = casework::values_at(case, place).iter().map(|value| value.by).collect();
    let of_these = written.get(place).into_iter().flatten().filter(|(by, _)| authors.contains(by));
    let mut before = Vec::new();
    for value in of_these.flat_map(|(_, written)| &written.before).take(BEFORE) {
        let value = shown_value(value.clone(), names);
        if !before.contains(&value) {
            before.push(value);
        }
    }
    before
}

fn written_view(written: Written, names: &Names<'_>) -> WrittenView {
    let Written { place, label, before, after } = written;
    let before = before.into_iter().map(|value| shown_value(value, names)).collect();
    WrittenView { place, label, before, after: shown_value(after, names) }
}

/// A person's id inside a value is shown as the person's name.
fn shown_value(value: casework::PlaceValue, names: &Names<'_>) -> FieldValue {
    match value {
        casework::PlaceValue::Field(value) => value,
        casework::PlaceValue::Person(Some(person)) => FieldValue::Text(names.person(person).unwrap_or_default()),
        casework::PlaceValue::Person(None) => FieldValue::Empty,
    }
}

fn timeline(lines: Vec<TimelineEntry>, case: &Case, names: &Names<'_>) -> Vec<TimelineRow> {
    let versions = || case.attachments.iter().flat_map(|attachment| &attachment.versions);
    let taken_out = |(name, hash): (String, String)| {
        let version = versions().find(|version| version.sealed_hash == hash);
        TakenOutView { name, version: version.map(|version| names.author(version.by)) }
    };
    let mut rows: Vec<_> = lines
        .into_iter()
        .map(|entry| {
            let mut by = names.author(entry.by);
            by.at = entry.happened_at.unwrap_or(by.at);
            // What a case was made with is said by making it.
            let made = entry.what.iter().find(|code| *code == "create-case").cloned();
            let what = made.map_or(entry.what, |code| vec![code]);
            let taken_out = entry.taken_out.map(taken_out);
            let written = entry.written.into_iter().map(|written| written_view(written, names)).collect();
            let more = entry.more as u64;
            TimelineRow { what, text: entry.text, taken_out, written, more, by, sent: true, branch: entry.branch, late: entry.late }
        })
        .collect();
    rows.reverse();
    rows
}
