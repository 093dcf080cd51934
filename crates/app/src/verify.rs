//! Checking everything that this computer holds, trusting only the office's fingerprint.

use std::io::Read;

use praesto_contract::{Job, Verify, VerifyProblem, VerifyReport};
use praesto_crypto::{Hash, Hasher};
use praesto_protocol::content_hash;
use praesto_protocol::register::{Register, SignedEntry};
use praesto_vault::{AttachmentRow, AttachmentState};

use crate::access::log_of;
use crate::computer::statement;
use crate::documents::DocumentKind;
use crate::error::AppError;
use crate::host::Host;
use crate::jobs::Gauge;
use crate::office::{Office, short_fingerprint};
use crate::praesto::Core;

impl<H: Host> Core<H> {
    pub(crate) fn verify(&self, _: Verify) -> Result<VerifyReport, AppError> {
        self.office()?.verify_everything(self.goes_on(Job::Check))
    }
}

impl<H: Host> Office<H> {
    /// Replays the register from its founding entry, checks every signature, content and chain, and rebuilds every case from its records.
    fn verify_everything(&self, goes_on: impl FnMut(u64, u64) -> bool) -> Result<VerifyReport, AppError> {
        let mut problems = Vec::new();
        let mut not_checked = 0;
        let mut problem =
            |id: &str, subject: String| problems.push(VerifyProblem { message_id: id.to_owned(), subject, name: String::new() });
        let entries = self.vault.read(|view| Ok::<_, AppError>(view.entries(0)?))?;
        let mut register: Option<Register> = None;
        for (seq, bytes) in entries.iter().enumerate() {
            let entry = SignedEntry::decode(bytes).ok();
            let held = match (&mut register, entry) {
                (None, Some(entry)) => Register::found(&entry).map(|founded| register = Some(founded)).is_ok(),
                (Some(register), Some(entry)) => register.append(&entry).is_ok(),
                (_, None) => false,
            };
            if !held {
                problem("verify-register", seq.to_string());
                break;
            }
        }
        let mut register = register.ok_or(AppError::code(praesto_contract::ErrorCode::ProfileDamaged))?;
        let documents = self.vault.read(|view| Ok::<_, AppError>(view.documents(None)?))?;
        let mut files = Vec::new();
        for state in [AttachmentState::Here, AttachmentState::WaitingToBeSent] {
            files.extend(self.vault.read(|view| Ok::<_, AppError>(view.attachments_in(state, None, u32::MAX)?))?);
        }
        let mut gauge = Gauge::new((documents.len() + files.len()) as u64, goes_on);
        let (mut records, mut cases) = (0, 0);
        for id in &documents {
            self.still_open()?;
            gauge.on(1)?;
            self.vault.read(|view| {
                // Somebody may have joined since: records are held against the register as it stands beside them.
                for bytes in view.entries(register.length())? {
                    let held = SignedEntry::decode(&bytes).is_ok_and(|entry| register.append(&entry).is_ok());
                    if !held {
                        problem("verify-register", register.length().to_string());
                        break;
                    }
                }
                let stored = view.document(*id)?;
                let mut sound = Vec::new();
                for record in view.records_of(*id)? {
                    records += 1;
                    let signed = statement(&record.statement).filter(|signed| {
                        let said = signed.statement();
                        signed.hash() == record.hash
                            && said.document == *id
                            && said.content == content_hash(&record.salt, &record.payload)
                            && register.devices().get(&said.device).is_some_and(|device| signed.verify(&device.verifier).is_ok())
                            && register.is_entitled_at(said.device, said.space, said.register_length)
                    });
                    let Some(signed) = signed else {
                        problem("verify-record", record.hash.to_string());
                        continue;
                    };
                    let said = signed.statement();
                    let before = if said.device_seq > 1 {
                        view.chain_at(said.space, said.device, said.device_seq - 1)?
                    } else {
                        Some(Default::default())
                    };
                    if before != Some(said.prev) {
                        problem("verify-chain", record.hash.to_string());
                    }
                    sound.push(record);
                }
                let space = sound.first().map(|record| record.space);
                if stored.is_none() && space.is_some_and(|space| *id == log_of(space)) {
                    // The log of who looked is its records; nothing is built of them.
                    return Ok(());
                }
                let kind = stored.as_ref().map_or(DocumentKind::Case.tag(), |stored| stored.kind);
                cases += u64::from(kind == DocumentKind::Case.tag());
                let mut rebuilt = self.empty(kind);
                let all = self.apply_all(&mut rebuilt, &register, sound.iter());
                for (record, _) in &all.refused {
                    // What is set aside says so itself, with its reason.
                    if view.set_aside_row(record.hash)?.is_none() {
                        problem("verify-record", record.hash.to_string());
                    }
                }
                // What stands here on a colleague's word has no records yet; it says so itself.
                let whole = view.provisional(*id)?.is_none();
                not_checked += u64::from(!whole);
                if let Some(stored) = stored.filter(|_| whole) {
                    let held = self.load(&stored).map(|held| held.heads());
                    // What waits for earlier changes waits here and there alike.
                    if held.ok() != Some(rebuilt.heads()) || stored.missing != all.missing {
                        problem("verify-document", id.to_string());
                    }
                }
                Ok::<_, AppError>(())
            })?;
        }
        let mut attachments = 0;
        for row in &files {
            gauge.on(1)?;
            // What somebody let go of meanwhile is no fault.
            let held = |row: &AttachmentRow| matches!(row.state, AttachmentState::Here | AttachmentState::WaitingToBeSent);
            let still = self.vault.read(|view| Ok::<_, AppError>(view.attachment(row.hash)?))?;
            if !still.as_ref().is_some_and(held) {
                continue;
            }
            attachments += 1;
            if self.hash_of_file(row)? != Some(row.hash) {
                let (message_id, subject) = ("verify-attachment".to_owned(), row.hash.to_string());
                problems.push(VerifyProblem { message_id, subject, name: self.name_of_file(row)? });
            }
        }
        Ok(VerifyReport {
            fingerprint: short_fingerprint(register.fingerprint()),
            register_entries: register.length(),
            records,
            cases,
            attachments,
            not_checked,
            problems,
        })
    }

    /// What a file is called in its case, and the title of that.
    fn name_of_file(&self, row: &AttachmentRow) -> Result<String, AppError> {
        let Some(case) = self.case_of(row)? else { return Ok(String::new()) };
        let hash = row.hash.to_string();
        let named = case.attachments.iter().find(|attachment| attachment.versions.iter().any(|version| version.sealed_hash == hash));
        let parts = [named.and_then(|attachment| attachment.name.value()), case.title.value()];
        Ok(parts.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(", "))
    }

    /// The hash of a sealed file as it lies on the disk; none where it cannot be read.
    pub(crate) fn hash_of_file(&self, row: &AttachmentRow) -> Result<Option<Hash>, AppError> {
        let Ok(mut file) = self.sealed_file(row) else { return Ok(None) };
        let (mut hasher, mut piece) = (Hasher::default(), vec![0; 1 << 20]);
        loop {
            self.still_open()?;
            match file.read(&mut piece) {
                Ok(0) => return Ok(Some(hasher.finish())),
                Ok(count) => hasher.update(&piece[..count]),
                Err(_) => return Ok(None),
            }
        }
    }
}
