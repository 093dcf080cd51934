//! Removing cases, bringing them back, and asking before many that colleagues removed leave the lists.
//!
//! A removal is a mark in the document, so it holds everywhere as soon as it arrives. Where somebody removed many cases at once, by mistake or by intent,
//! they stay in the lists of each colleague until that person has agreed. That is a matter of this computer's lists alone: the records are kept and
//! acknowledged, and nothing waits.

use praesto_contract::*;
use praesto_domain::DeviceId as DomainDevice;
use praesto_domain::casework::CaseChange as Change;
use praesto_domain::casework::Stamp;
use praesto_protocol::{DeviceId, SpaceId};
use praesto_vault::{Removal, Writer};

use crate::documents::CaseDocument;
use crate::error::AppError;
use crate::host::Host;
use crate::office::Office;
use crate::praesto::Core;
use crate::save::EditOptions;

/// How long removals count together. A day: what somebody removes in one sitting arrives in one run, or in many over some hours.
const TOGETHER_MS: i64 = 24 * 60 * 60 * 1000;
/// Removals that are never asked about: so many one looks through in the list of removed cases.
const FEW: u64 = 20;
/// Smallest share of the space's cases that is asked about: in a large office some dozens a day are housekeeping.
const SHARE: u64 = 10;
/// Removals that are asked about in an office of any size.
const MANY: u64 = 200;
/// Cases that one transaction brings back.
const CHUNK: u32 = 64;

impl<H: Host> Core<H> {
    pub(crate) fn case_remove(&self, request: CaseRemove) -> Result<CaseView, AppError> {
        let office = self.office()?;
        let change = Change::RemoveCase { reason: request.reason.trim().to_owned() };
        office.edit_case(request.case, |document, now| Ok(document.edit(now, &[change])?))?;
        self.saved(&office, request.case)
    }

    pub(crate) fn case_restore(&self, request: CaseRestore) -> Result<CaseView, AppError> {
        let office = self.office()?;
        office.edit_case(request.case, |document, now| Ok(document.edit(now, &[Change::RestoreCase])?))?;
        self.saved(&office, request.case)
    }

    pub(crate) fn removals_settle(&self, request: RemovalsSettle) -> Result<(), AppError> {
        let office = self.office()?;
        if request.agree {
            office.vault.write(|writer| Ok::<_, AppError>(writer.agree_to_removals(request.last)?))?;
        } else {
            office.keep_asked(request.last)?;
        }
        self.wake.ring();
        self.host.emit(AppEvent::Cases { changed: Vec::new(), more: true });
        if let Ok(sync) = office.sync_view() {
            self.host.emit(AppEvent::Sync { sync });
        }
        Ok(())
    }
}

impl<H: Host> Office<H> {
    /// Brings back every case that this person is asked about. Goes on where it broke off, since each is asked about until it is back.
    fn keep_asked(&self, last: Moment) -> Result<(), AppError> {
        loop {
            self.still_open()?;
            let cases = self.vault.read(|view| Ok::<_, AppError>(view.asked_cases(last, CHUNK)?))?;
            if cases.is_empty() {
                return Ok(());
            }
            for case in &cases {
                self.check_for_edit(*case)?;
            }
            self.vault.write(|writer| {
                for case in cases {
                    let options = EditOptions { undoable: true, ..EditOptions::default() };
                    self.edit_case_in(writer, case, &options, |document, now| Ok(document.edit(now, &[Change::RestoreCase])?))?;
                    // Somebody else may have brought it back meanwhile: then there was nothing to write.
                    writer.forget_removal(case)?;
                }
                Ok::<_, AppError>(())
            })?;
        }
    }

    /// Who removed so many cases at once that this person is asked.
    pub(crate) fn asked_removals(&self) -> Result<Vec<AskedRemoval>, AppError> {
        let names = self.names();
        let names = self.author_names(&names);
        let rows = self.vault.read(|view| Ok::<_, AppError>(view.asked_removals()?))?;
        let asked = rows.into_iter().map(|row| {
            let by = names.author(Stamp { device: DomainDevice(row.device.0), at: row.last });
            AskedRemoval { name: by.name, device_name: by.device_name, cases: row.cases, last: row.last }
        });
        Ok(asked.collect())
    }

    /// Whether a removed case leaves the lists, and a note of it where it was listed until now and colleagues alone removed it.
    pub(crate) fn takes_from_lists(
        &self,
        writer: &mut Writer<'_>,
        case: CaseId,
        space: SpaceId,
        document: &CaseDocument,
    ) -> Result<bool, AppError> {
        if let Some(asked) = writer.removal_asked(case)? {
            return Ok(!asked);
        }
        let was_listed = writer.case_projection(case)?.is_some_and(|row| !row.removed);
        // What a newcomer reads of the past is history and no question.
        if was_listed && writer.meta(&in_step(space))?.is_some() {
            let by = document.removed_by();
            let register = self.register()?;
            let person = |device: &DomainDevice| register.devices().get(&DeviceId(device.0)).map(|device| device.person.0);
            let own = by.iter().any(|device| person(device) == Some(self.person().0));
            if let (false, Some(device)) = (own, by.first()) {
                writer.note_removal(&Removal { case, space, device: DeviceId(device.0), at: self.host.now() })?;
            }
        }
        Ok(true)
    }

    /// Asks about the removals of a space where they have become many, and about those that come while it is being asked.
    pub(crate) fn ask_about_many_removals(&self, writer: &mut Writer<'_>, space: SpaceId) -> Result<(), AppError> {
        writer.forget_removals_before(Moment(self.host.now().0.saturating_sub(TOGETHER_MS)))?;
        let lately = writer.removals_in(space, false)?;
        let is_asked = writer.removals_in(space, true)? > 0;
        let many = || Ok::<_, AppError>(lately > MANY || lately > FEW && lately * SHARE > writer.cases_before_removals(space)?);
        if lately > 0 && (is_asked || many()?) {
            writer.ask_about_removals(space)?;
        }
        Ok(())
    }

    /// Notes that this computer has once had all that the server holds of a space: removals that come from now on are news.
    pub(crate) fn note_in_step(&self, space: SpaceId) -> Result<(), AppError> {
        let key = in_step(space);
        if self.vault.read(|view| Ok::<_, AppError>(view.meta(&key)?))?.is_none() {
            self.vault.write(|writer| Ok::<_, AppError>(writer.put_meta(&key, &[])?))?;
        }
        Ok(())
    }
}

fn in_step(space: SpaceId) -> String {
    format!("in-step/{space}")
}
