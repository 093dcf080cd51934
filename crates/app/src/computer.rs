//! What this computer holds, and why.

use std::collections::BTreeMap;

use praesto_contract::*;
use praesto_protocol::{PersonId, SignedStatement};
use praesto_vault::{HeldBecause as Held, View};

use crate::error::AppError;
use crate::host::Host;
use crate::office::{Office, policy};
use crate::sync::{RESERVE, finding, reason};

/// Rows of "waiting to be sent" and of what is set aside.
const ROWS: u32 = 200;
/// Rows of "last heard".
const HEARD: usize = 200;

impl<H: Host> Office<H> {
    pub(crate) fn this_computer(&self, settings: &Settings) -> Result<ThisComputer, AppError> {
        let names = self.names();
        let names = self.author_names(&names);
        let (held, waiting, set_aside, findings) = self.vault.read(|view| {
            let held = view.held_rows(self.person())?.into_iter().map(|row| HeldRow {
                because: match row.because {
                    Held::Assigned => HeldBecause::Assigned,
                    Held::Pinned => HeldBecause::Pinned,
                    Held::Team => HeldBecause::Team,
                    Held::Recent => HeldBecause::Recent,
                    Held::Removed => HeldBecause::Removed,
                },
                cases: row.cases,
                files: row.files,
                bytes: row.bytes,
            });
            let mut held: Vec<_> = held.collect();
            held.sort_by_key(|row| row.because);
            let waiting = self.waiting(view, ROWS)?;
            let mut set_aside = Vec::new();
            for row in view.set_aside_notes(None, ROWS)? {
                let author = row.device.map(|device| {
                    names.author(praesto_domain::casework::Stamp { device: praesto_domain::DeviceId(device.0), at: Moment(row.since) })
                });
                let case = match row.document {
                    Some(document) => view.case_projection(CaseId(document.0))?,
                    None => None,
                };
                set_aside.push(SetAsideRow {
                    reason: reason(&row.reason).unwrap_or(SetAsideReason::Malformed),
                    case: case.as_ref().map(|case| case.id),
                    reference: case.map(|case| case.reference).unwrap_or_default(),
                    person_name: author.as_ref().map(|author| author.name.clone()).unwrap_or_default(),
                    device_name: author.map(|author| author.device_name).unwrap_or_default(),
                    since: Moment(row.since),
                    record: row.hash.to_string(),
                });
            }
            let findings = view.findings()?.into_iter().filter_map(|found| {
                let author = found.device.map(|device| {
                    names.author(praesto_domain::casework::Stamp { device: praesto_domain::DeviceId(device.0), at: Moment(found.first) })
                });
                Some(FindingRow {
                    kind: finding(&found.kind)?,
                    person_name: author.as_ref().map(|author| author.name.clone()).unwrap_or_default(),
                    device_name: author.map(|author| author.device_name).unwrap_or_default(),
                    at: Moment(found.first),
                    last: Moment(found.last),
                    times: found.times,
                    noted: found.noted,
                })
            });
            let findings: Vec<_> = findings.collect();
            Ok::<_, AppError>((held, waiting, set_aside, findings))
        })?;
        let sync = self.sync_view()?;
        let disk_free = self.host.free_space(self.vault.profile());
        Ok(ThisComputer {
            device_name: self.own_device_name(),
            held,
            database_bytes: self.vault.database_bytes(),
            waiting,
            set_aside,
            findings,
            policy: policy(self.vault.policy()),
            lock_minutes: settings.lock_minutes,
            disk_free,
            files_wait_for_room: disk_free < RESERVE,
            releasable: self.releasable()?,
            clock_ahead: self.clock_ahead(),
            heard: self.heard()?,
            register_checked: sync.last_contact,
            sync,
            version: env!("CARGO_PKG_VERSION").to_owned(),
        })
    }
}

impl<H: Host> Office<H> {
    /// What waits to be sent, oldest first.
    pub(crate) fn waiting(&self, view: &View<'_>, limit: u32) -> Result<Vec<WaitingRow>, AppError> {
        // Without a server nothing waits for one.
        let limit = if self.has_server() { limit } else { 0 };
        let mut waiting = Vec::new();
        for record in view.outbox_rows(limit)? {
            let case = view.case_projection(CaseId(record.document.0))?;
            waiting.push(WaitingRow {
                case: case.as_ref().map(|case| case.id),
                reference: case.map(|case| case.reference).unwrap_or_default(),
                provisional: record.what.split(' ').any(|code| code == "decide"),
                what: record.what.split(' ').map(str::to_owned).collect(),
                saved_at: Moment(record.made_at),
            });
        }
        for (document, _) in view.outbox_file_rows(limit.saturating_sub(waiting.len() as u32))? {
            let case = view.case_projection(CaseId(document.0))?;
            waiting.push(WaitingRow {
                case: case.as_ref().map(|case| case.id),
                saved_at: case.as_ref().map_or(Moment(0), |case| case.changed_at),
                reference: case.map(|case| case.reference).unwrap_or_default(),
                provisional: false,
                what: vec!["file".to_owned()],
            });
        }
        Ok(waiting)
    }

    /// When each colleague was last heard, by any of their devices in any space that is read here.
    fn heard(&self) -> Result<Vec<HeardRow>, AppError> {
        let (register, names) = (self.register()?, self.names());
        let mut heard: BTreeMap<PersonId, Option<i64>> = BTreeMap::new();
        self.vault.read(|view| {
            for space in register.spaces_of(self.device()) {
                for (id, device) in register.entitled(space) {
                    let at = view.last_heard(space, id)?;
                    let newest = heard.entry(device.person).or_default();
                    *newest = at.max(*newest);
                }
            }
            Ok::<_, AppError>(())
        })?;
        heard.remove(&PersonId(self.person().0));
        let mut rows: Vec<(Option<i64>, PersonId)> = heard.into_iter().map(|(person, at)| (at, person)).collect();
        rows.sort_unstable();
        rows.truncate(HEARD);
        let named = |(at, person): (Option<i64>, PersonId)| HeardRow {
            person_name: names.people.get(&praesto_domain::PersonId(person.0)).cloned().unwrap_or_default(),
            at: at.map(Moment),
        };
        Ok(rows.into_iter().map(named).collect())
    }
}

/// The statement inside a record of the vault.
pub(crate) fn statement(bytes: &[u8]) -> Option<SignedStatement> {
    SignedStatement::decode(bytes).ok()
}
