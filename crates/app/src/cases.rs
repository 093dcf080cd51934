//! Case files: one case, edits, conflicts, undo, search.

use std::collections::HashMap;

use praesto_contract::*;
use praesto_domain::case_types::workflow::{Actor, Refused, withdraw};
use praesto_domain::casework::{
    Case, CaseChange as Change, EventKind, LINE_CHARS, fold, fold_begun, stands_alone, waiting_decisions, writes,
};
use praesto_domain::{EventId, NoteId};
use praesto_vault::Writer;

use crate::case_types::acts::{has_terms, moves_terms, refused};
use crate::case_types::{GENERAL, Pack};
use crate::documents::{CaseDocument, Choice, EditRefused, Opening};
use crate::drafts;
use crate::error::AppError;
use crate::host::{Host, random};
use crate::lists::row;
use crate::office::Office;
use crate::praesto::Core;
use crate::save::{EditOptions, Step};

/// Results of one search.
const RESULTS: u32 = 50;
/// Of them, those that are only spelt nearly so.
const SIMILAR: u32 = 10;

impl<H: Host> Core<H> {
    pub(crate) fn case_get(&self, request: CaseGet) -> Result<CaseView, AppError> {
        let office = self.office()?;
        // Asked before the case is read: what comes in between stays news.
        let news = office.vault.read(|view| Ok::<_, AppError>(view.case_news(request.case)?))?;
        let shown = office.case_view(request.case)?;
        let now = self.host.now();
        office.vault.write(|writer| {
            writer.mark_seen(request.case, news)?;
            writer.mark_opened(request.case, now)?;
            office.note_opened(writer, request.case)
        })?;
        Ok(shown)
    }

    pub(crate) fn case_create(&self, request: CaseCreate) -> Result<CaseView, AppError> {
        let office = self.office()?;
        let title = crate::found::line(&request.title, "title", LINE_CHARS)?;
        only_edits(&request.changes)?;
        let case_type = request.case_type.as_deref().unwrap_or(GENERAL);
        if office.case_type(case_type).is_none() {
            return Err(AppError::invalid("case_type"));
        }
        if office.is_withdrawn(case_type) {
            return Err(AppError::code(ErrorCode::CaseTypeWithdrawn));
        }
        let space = office.team_space()?;
        let case = CaseId::make(self.host.now(), &random(&*self.host));
        office.vault.write(|writer| {
            let reference = match request.reference.as_deref().map(str::trim).filter(|text| !text.is_empty()) {
                Some(reference) => reference.to_owned(),
                None => office.next_reference(writer, case_type)?,
            };
            let mut changes = vec![
                Change::SetTitle { title: title.clone() },
                Change::SetReference { reference },
                Change::Assign { person: Some(office.person()) },
                Change::SetReceived { day: Some(self.host.today()) },
            ];
            changes.extend(request.changes.iter().cloned());
            let opening = Opening { case_type: case_type.to_owned(), channel: request.channel, origin: None };
            office.create_case_in(writer, case, space, opening, &changes, Vec::new())?;
            drafts::let_go(writer, None, &request.drafts)
        })?;
        self.saved(&office, case)
    }

    pub(crate) fn case_edit(&self, request: CaseEdit) -> Result<CaseView, AppError> {
        let office = self.office()?;
        only_edits(&request.changes)?;
        office.check_for_edit(request.case)?;
        office.vault.write(|writer| {
            office.edit_as_asked(writer, &request, None)?;
            drafts::let_go(writer, Some(request.case), &request.drafts)
        })?;
        self.saved(&office, request.case)
    }

    pub(crate) fn case_undo(&self, request: CaseUndo) -> Result<CaseView, AppError> {
        let office = self.office()?;
        office.check_for_edit(request.case)?;
        let undone = office.vault.write(|writer| office.take_back_in(writer, request.case, None));
        if matches!(&undone, Err(error) if is_in_vain(error)) {
            office.vault.write(|writer| Ok::<_, AppError>(writer.forget_undo(request.case)?))?;
            office.tell(vec![request.case]);
        }
        undone?;
        self.saved(&office, request.case)
    }

    pub(crate) fn case_pin(&self, request: CasePin) -> Result<CaseView, AppError> {
        let office = self.office()?;
        office.vault.write(|writer| Ok::<_, AppError>(writer.set_pinned(request.case, request.pinned)?))?;
        self.wake.ring();
        office.case_view(request.case)
    }

    pub(crate) fn conflict_settle(&self, request: ConflictSettle) -> Result<CaseView, AppError> {
        let office = self.office()?;
        let names = office.names();
        office.edit_case(request.case, |document, now| {
            // What stands now, not what a view showed: a value that came since may neither go nor stay out of the note.
            let before = document.read(request.case)?;
            let conflict = office.conflict_at(&before, &request.place, &names)?;
            let mut standing: Vec<&str> = conflict.values.iter().map(|value| value.value_id.as_str()).collect();
            let mut shown: Vec<&str> = request.shown.iter().map(String::as_str).collect();
            standing.sort_unstable();
            shown.sort_unstable();
            if !shown.is_empty() && shown != standing {
                return Err(AppError::Edit(EditRefused::ChangedSince));
            }
            let settled = |chosen: String| Change::AddEvent {
                id: EventId::make(now, &random(&*self.host)),
                event: EventKind::Settled { place: place_code(&request.place), chosen },
            };
            let note = Change::AddNote { id: NoteId::make(now, &random(&*self.host)), text: both(&conflict), corrects: None };
            let (choice, mut also, kept) = match &request.settlement {
                Settlement::Use { value_id } => {
                    let value = conflict.values.iter().find(|value| value.value_id == *value_id);
                    let chosen = plain(&value.ok_or(AppError::code(ErrorCode::NotFound))?.value);
                    (Choice::Use(value_id.clone()), vec![settled(chosen)], Some(note))
                }
                Settlement::KeepBothAsNote => (Choice::Empty, vec![note, settled(String::new())], None),
            };
            let settle = |tried: &mut CaseDocument| tried.settle(now, &request.place, &choice, &[], None);
            let pack = office.case_type(&before.case_type);
            also.extend(office.terms(document, request.case, Some(&before), pack.as_deref(), settle)?);
            Ok(document.settle(now, &request.place, &choice, &also, kept)?)
        })?;
        self.saved(&office, request.case)
    }

    pub(crate) fn search(&self, request: Search) -> Result<SearchPage, AppError> {
        let office = self.office()?;
        let today = self.host.today();
        let (names, served) = (office.names(), office.has_server());
        office.vault.read(|view| {
            let words = fold(&request.words);
            let (found, more) = view.search_begun(&words, fold_begun(&request.words).as_deref(), request.limit.min(RESULTS))?;
            let similar = view.search_similar(&words, &found, request.limit.min(SIMILAR))?;
            let rows = |cases: Vec<CaseId>| {
                let mut rows = Vec::with_capacity(cases.len());
                for case in cases {
                    rows.extend(view.case_list_row(case)?.map(|found| row(found, today, &names, served)));
                }
                Ok::<_, AppError>(rows)
            };
            Ok(SearchPage { rows: rows(found)?, more, similar: rows(similar)? })
        })
    }

    /// After a save: the case as it now stands, and word to everybody who shows it.
    pub(crate) fn saved(&self, office: &Office<H>, case: CaseId) -> Result<CaseView, AppError> {
        self.wake.ring();
        office.tell(vec![case]);
        if let Ok(sync) = office.sync_view() {
            self.host.emit(AppEvent::Sync { sync });
        }
        office.case_view(case)
    }
}

impl<H: Host> Office<H> {
    /// Makes the changes of a request, if nothing stands against any of them. Says whether they changed anything.
    pub(crate) fn edit_as_asked(&self, writer: &mut Writer<'_>, request: &CaseEdit, act: Option<u64>) -> Result<bool, AppError> {
        let options = EditOptions { undoable: true, act, ..EditOptions::default() };
        let row = writer.case_projection(request.case)?.ok_or(AppError::code(ErrorCode::NotFound))?;
        let moved = self.case_type(&row.case_type).filter(|pack| has_terms(pack) && request.changes.iter().any(moves_terms));
        self.edit_case_in(writer, request.case, &options, |document, now| {
            if request.over.is_empty() && moved.is_none() && !request.changes.iter().any(withdraws) {
                return Ok(document.edit(now, &request.changes)?);
            }
            let before = document.read(request.case)?;
            if !request.over.is_empty() {
                still_as_seen(&before, request)?;
            }
            let pack = self.case_type(&before.case_type);
            may_withdraw(&before, &request.changes, self.acting_in(row.space), pack.as_deref())?;
            let follows = self.terms(document, request.case, Some(&before), moved.as_deref(), |tried| tried.edit(now, &request.changes))?;
            Ok(document.edit(now, &[request.changes.as_slice(), &follows].concat())?)
        })
    }

    /// Takes back this computer's last change to a case, alone or with all of an act. Says whether that changed anything.
    pub(crate) fn take_back_in(&self, writer: &mut Writer<'_>, case: CaseId, act: Option<u64>) -> Result<bool, AppError> {
        let Some(step) = writer.pop_undo(case)? else { return Err(AppError::code(ErrorCode::NothingToUndo)) };
        let step: Step = serde_json::from_str(&step).map_err(|_| AppError::Internal("an undo cannot be read"))?;
        let options = EditOptions { act, ..EditOptions::default() };
        self.edit_case_in(writer, case, &options, |document, now| {
            let before = document.read(case)?;
            let take_back = |tried: &mut CaseDocument| tried.take_back(now, &step.changes, &step.heads);
            if step.changes.iter().any(sets_status) && !waiting_decisions(&before).is_empty() {
                return Err(refused(Refused::WaitsForSignature));
            }
            let pack = self.case_type(&before.case_type);
            let follows = self.terms(document, case, Some(&before), pack.as_deref(), take_back)?;
            Ok(document.take_back(now, &[step.changes.as_slice(), &follows].concat(), &step.heads)?)
        })
    }

    /// The next free reference of a case type. Computers that are offline number for themselves: the device's own mark keeps them apart, and
    /// what is here already under a number is passed over.
    pub(crate) fn next_reference(&self, writer: &mut Writer<'_>, case_type: &str) -> Result<String, AppError> {
        let pack = self.case_type(case_type).ok_or(AppError::invalid("case_type"))?;
        let prefix = pack.case_type.prefix();
        let year = self.host.today().0.year();
        let mark = mark_of(self.device());
        loop {
            let number = writer.next_reference_number(prefix, year)?;
            let reference = format!("{prefix}-{year}-{mark}-{number:04}");
            if !writer.has_reference(&reference)? {
                return Ok(reference);
            }
        }
    }
}

/// Four signs that tell the devices of an office apart, none of which is read for another (Crockford's base 32). The last 20 bits of an id are random.
fn mark_of(device: praesto_protocol::DeviceId) -> String {
    const SIGNS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    let bits = device.as_bytes()[12..].iter().fold(0_u32, |bits, byte| bits << 8 | u32::from(*byte));
    (0..4).rev().map(|place| SIGNS[(bits >> (5 * place) & 31) as usize] as char).collect()
}

/// Refuses what other commands make, which do what it says: they seal the bytes, write the file out, read the import, settle the conflict, ask
/// the case type, and say that a case is removed.
pub(crate) fn only_edits(changes: &[Change]) -> Result<(), AppError> {
    let is_edit = |change: &Change| {
        !matches!(
            change,
            Change::AddAttachment { .. }
                | Change::AddAttachmentVersion { .. }
                | Change::AddDeadline { rule: Some(_), .. }
                | Change::Decide { .. }
                | Change::AddEvent { .. }
                | Change::RemoveCase { .. }
                | Change::RestoreCase
        )
    };
    if changes.iter().all(is_edit) { Ok(()) } else { Err(AppError::invalid("changes")) }
}

/// Whether taking a step back will be refused again. What is older may rest on it: then none of it is offered again.
pub(crate) fn is_in_vain(error: &AppError) -> bool {
    matches!(error, AppError::Edit(refused) if !matches!(refused, EditRefused::Removed))
}

fn withdraws(change: &Change) -> bool {
    matches!(change, Change::WithdrawDecision { .. })
}

fn sets_status(change: &Change) -> bool {
    matches!(change, Change::AddEvent { event: EventKind::StatusSet { .. }, .. })
}

/// Refuses to withdraw another's decision, and to bring one back that could not be made now. One that a second person signs is decided anew
/// instead: they signed what stood then.
fn may_withdraw(case: &Case, changes: &[Change], actor: Actor, pack: Option<&Pack>) -> Result<(), AppError> {
    for change in changes {
        let Change::WithdrawDecision { id, withdrawn } = change else { continue };
        for decision in case.decisions.iter().filter(|decision| decision.id == *id) {
            withdraw(decision.person, actor).map_err(refused)?;
            if !withdrawn {
                let pack = pack.ok_or(AppError::code(ErrorCode::CaseTypeMissing))?;
                let again = pack.case_type.decide(decision.outcome.trim(), &pack.case_type.standing(case), actor);
                again.and_then(|_| decision.second.map_or(Ok(()), |_| Err(Refused::DecideAnew))).map_err(refused)?;
            }
        }
    }
    Ok(())
}

/// Refuses changes whose author saw something else than what stands where they write. What says already what they would put there hides nothing.
fn still_as_seen(case: &Case, request: &CaseEdit) -> Result<(), AppError> {
    let written: HashMap<Place, FieldValue> = request.changes.iter().flat_map(writes).collect();
    if request.over.len() > written.len() || request.over.iter().any(|over| !written.contains_key(&over.place)) {
        return Err(AppError::invalid("over"));
    }
    let stands = |over: &Over| stands_alone(case, &over.place, &over.value) || stands_alone(case, &over.place, &written[&over.place]);
    if request.over.iter().all(stands) { Ok(()) } else { Err(AppError::code(ErrorCode::WrittenMeanwhile)) }
}

/// The values of a conflict, each with who wrote it, for a note.
fn both(conflict: &ConflictView) -> String {
    let lines = conflict.values.iter().map(|value| format!("{} ({})", plain(&value.value), value.by.name));
    [conflict.label.clone()].into_iter().chain(lines).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// A value in words that need no language.
fn plain(value: &FieldValue) -> String {
    match value {
        FieldValue::Empty => "—".to_owned(),
        FieldValue::Text(text) => text.clone(),
        FieldValue::Whole(number) => number.to_string(),
        FieldValue::Day(day) => day.to_string(),
        FieldValue::Flag(flag) => if *flag { "✓" } else { "✗" }.to_owned(),
    }
}

/// Code of a place, as the contract writes it.
fn place_code(place: &Place) -> String {
    let value = serde_json::to_value(place).ok();
    value.and_then(|value| value.get("place").and_then(|code| code.as_str().map(str::to_owned))).unwrap_or_default()
}
