//! What this computer holds, and why.

use praesto_contract::*;
use praesto_protocol::SignedStatement;
use praesto_vault::HeldBecause as Held;

use crate::error::AppError;
use crate::host::Host;
use crate::office::{Office, policy};
use crate::sync::{finding, reason};

/// Rows of "waiting to be sent".
const ROWS: u32 = 200;

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
                },
                cases: row.cases,
                files: row.files,
                bytes: row.bytes,
            });
            let held: Vec<_> = held.collect();
            let mut waiting = Vec::new();
            // Without a server nothing waits for one.
            let rows = if self.has_server() { ROWS } else { 0 };
            for record in view.outbox_rows(rows)? {
                let case = view.case_projection(CaseId(record.document.0))?;
                waiting.push(WaitingRow {
                    case: case.as_ref().map(|case| case.id),
                    reference: case.map(|case| case.reference).unwrap_or_default(),
                    provisional: record.what.split(' ').any(|code| code == "decide"),
                    what: record.what.split(' ').map(str::to_owned).collect(),
                    saved_at: Moment(record.made_at),
                });
            }
            let mut set_aside = Vec::new();
            for row in view.set_aside_rows()? {
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
                    names.author(praesto_domain::casework::Stamp { device: praesto_domain::DeviceId(device.0), at: Moment(found.at) })
                });
                Some(FindingRow {
                    kind: finding(&found.kind)?,
                    person_name: author.as_ref().map(|author| author.name.clone()).unwrap_or_default(),
                    device_name: author.map(|author| author.device_name).unwrap_or_default(),
                    at: Moment(found.at),
                })
            });
            let findings: Vec<_> = findings.collect();
            Ok::<_, AppError>((held, waiting, set_aside, findings))
        })?;
        let sync = self.sync_view()?;
        Ok(ThisComputer {
            device_name: self.own_device_name(),
            held,
            database_bytes: self.vault.database_bytes(),
            waiting,
            set_aside,
            findings,
            policy: policy(self.vault.policy()),
            lock_minutes: settings.lock_minutes,
            disk_free: self.host.free_space(self.vault.profile()),
            register_checked: sync.last_contact,
            sync,
            version: env!("CARGO_PKG_VERSION").to_owned(),
        })
    }
}

/// The statement inside a record of the vault.
pub(crate) fn statement(bytes: &[u8]) -> Option<SignedStatement> {
    SignedStatement::decode(bytes).ok()
}
