//! What was set aside is tried again, where keys, register or what it builds on have moved on since: so many in each run, all in turn.

use praesto_contract::{FindingKind, SetAsideReason};
use praesto_protocol::api::Frame;
use praesto_protocol::{DeviceId, SignedStatement};
use praesto_vault::{SetAside, SetAsideNote, View, Writer};

use super::admit::{Admitted, Aside, Gate};
use super::receive::{NOTES, code, reason, sees_alike, shown_by, to_keep};
use crate::error::AppError;
use crate::host::Host;
use crate::office::Office;
use crate::store::Batch;

/// Notes that one run looks at, and tries in vain after which it leaves the rest to the next: a member can have as many set aside as they like, and
/// each try costs a transaction.
const LOOKED_AT: usize = 5_000;
const IN_VAIN: usize = 100;
/// Tries in vain where a person asks for them.
const IN_VAIN_BY_HAND: usize = 2_000;

/// What became of a record that was tried again.
enum Again {
    /// It is set aside no more.
    Taken,
    /// It stays set aside, for this reason now.
    Stays(Box<Aside>),
    /// It shows that a copy of this profile was used: this computer goes on as another device first.
    Copied,
}

impl<H: Host> Office<H> {
    /// Tries again what was set aside, where what decides about it has moved on; with `all`, whatever has. Goes on where the last run ended.
    pub(crate) fn retry_set_aside(&self, all: bool) -> Result<(), AppError> {
        let mut at = self.tried_again.lock().ok().and_then(|mut at| at.take()).filter(|_| !all);
        let mut from_the_middle = at.is_some();
        let (mut looked_at, mut in_vain) = if all { (usize::MAX, IN_VAIN_BY_HAND) } else { (LOOKED_AT, IN_VAIN) };
        while looked_at > 0 && in_vain > 0 {
            let notes = self.vault.read(|view| Ok::<_, AppError>(view.set_aside_notes(at.as_ref(), NOTES)?))?;
            if notes.is_empty() {
                if !std::mem::take(&mut from_the_middle) {
                    return Ok(());
                }
                at = None;
                continue;
            }
            for note in notes {
                self.still_open()?;
                if (all || self.is_due(&note)?) && !self.try_again(&note)? {
                    in_vain -= 1;
                }
                looked_at -= 1;
                at = Some(note);
                if looked_at == 0 || in_vain == 0 {
                    break;
                }
            }
        }
        if let Ok(mut kept) = self.tried_again.lock() {
            *kept = at;
        }
        Ok(())
    }

    fn is_due(&self, note: &SetAsideNote) -> Result<bool, AppError> {
        // Two claims to one place are settled by what the server lost, which no figure shows.
        let never_settled = reason(&note.reason) == Some(SetAsideReason::ChainFork);
        Ok(never_settled || note.tried != self.vault.read(|view| self.circumstances(view, note))?)
    }

    /// What decides whether a record that is set aside could be taken in: as long as it stays the same, to try again is work for nothing.
    fn circumstances(&self, view: &View<'_>, note: &SetAsideNote) -> Result<String, AppError> {
        use SetAsideReason as R;
        let (by_chain, by_records) = match reason(&note.reason) {
            Some(R::ChainGap) => (true, false),
            Some(R::UnknownDevice | R::AfterRevocation | R::RegisterBehind | R::KeyMissing | R::CannotOpen) => (false, false),
            Some(R::MissingChanges) => (true, true),
            // The document refuses it. What else its author writes changes nothing about that.
            _ => (false, true),
        };
        let device = note.device.filter(|_| by_chain);
        let chain = device.map(|device| view.chain_head(note.space, device)).transpose()?.flatten().map_or(0, |(seq, _)| seq);
        let document = note.document.filter(|_| by_records);
        let records = document.map(|document| view.records_count(document)).transpose()?.unwrap_or(0);
        let (register, keys, ahead) = (self.register()?.length(), view.epoch_keys_count(note.space)?, self.host.schemas_ahead());
        Ok(format!("{} {ahead} {register} {keys} {chain} {records}", env!("CARGO_PKG_VERSION")))
    }

    /// Tries one record again. Gives whether it is set aside no more.
    fn try_again(&self, note: &SetAsideNote) -> Result<bool, AppError> {
        let row = self.vault.read(|view| Ok::<_, AppError>(view.set_aside_row(note.hash)?))?;
        let Some(row) = row else { return Ok(true) };
        let mut gate = self.gate(row.space)?;
        let mut findings = Vec::new();
        let (mut taken, mut copied) = (false, false);
        let changed = self.vault.write(|writer| {
            let mut batch = Batch::default();
            let again = if row.frame.is_empty() {
                self.offer_again(writer, &mut batch, &row)?
            } else {
                self.admit_again(writer, &mut gate, &mut batch, &row, &mut findings)?
            };
            match again {
                Again::Copied => copied = true,
                Again::Taken => {
                    taken = true;
                    writer.take_set_aside(row.hash)?;
                    if let Some(document) = row.document {
                        writer.set_aside_due(document)?;
                    }
                }
                Again::Stays(aside) => self.stays_aside(writer, &mut gate, note, &row, &aside, &mut findings)?,
            }
            self.finish_batch(writer, batch)
        })?;
        for (kind, device) in findings {
            self.find(kind, device);
        }
        if copied {
            self.draw_next_device()?;
            return Err(AppError::ProfileCopied);
        }
        self.tell(changed);
        Ok(taken)
    }

    /// Lets a record through the gate once more, and into its document.
    fn admit_again(
        &self,
        writer: &mut Writer<'_>,
        gate: &mut Gate,
        batch: &mut Batch,
        row: &SetAside,
        findings: &mut Vec<(FindingKind, Option<DeviceId>)>,
    ) -> Result<Again, AppError> {
        let mut admitted = gate.admit(writer, gate.look(&row.frame))?;
        // Only what the server has in its order may take the place of what it has not.
        let ordered = writer.order_statement(row.space, row.server_seq)? == Some(row.hash);
        if let Admitted::InPlaceOf { device, device_seq } = admitted
            && ordered
        {
            if device == self.device() {
                return Ok(Again::Copied);
            }
            self.set_chain_aside(writer, row.space, device, device_seq)?;
            gate.cut(device);
            findings.push((FindingKind::HistoriesDiffer, Some(device)));
            admitted = gate.admit(writer, gate.look(&row.frame))?;
        }
        let (record, content) = match admitted {
            // It came another way since.
            Admitted::Known(_) => return Ok(Again::Taken),
            Admitted::Aside(aside) => return Ok(Again::Stays(aside)),
            Admitted::InPlaceOf { .. } => {
                let statement = praesto_protocol::Record::decode(&row.frame).ok().map(|record| record.statement.statement().clone());
                return Ok(stays(row, statement, SetAsideReason::ChainFork, false));
            }
            Admitted::New { record, content } => (record, content),
        };
        let statement = record.statement.statement();
        if !sees_alike(writer, row.space, statement, row.server_seq.saturating_sub(1))? {
            findings.push((FindingKind::HistoriesDiffer, Some(statement.device)));
        }
        // The place holds only while the server's order still has this record there.
        let stored = to_keep(&record, content, row.since, ordered.then_some(row.server_seq));
        if let Some(reason) = self.apply(writer, batch, &stored)? {
            return Ok(stays(row, Some(statement.clone()), reason, true));
        }
        for hash in &statement.attachments {
            self.expect_attachment(writer, &stored, *hash)?;
        }
        writer.insert_record(&stored)?;
        Ok(Again::Taken)
    }

    /// Offers a record to its document once more that is kept among the records, and was refused when the document was built from them.
    fn offer_again(&self, writer: &mut Writer<'_>, batch: &mut Batch, row: &SetAside) -> Result<Again, AppError> {
        // Signed anew by its author, it is no more.
        let Some(stored) = writer.record(row.hash)? else { return Ok(Again::Taken) };
        let Some(reason) = self.apply(writer, batch, &stored)? else { return Ok(Again::Taken) };
        let statement = SignedStatement::decode(&stored.statement)?.statement().clone();
        Ok(stays(row, Some(statement), reason, false))
    }

    /// Sets a record aside for what is true of it now: what follows it in its author's chain may be checked from here on.
    fn stays_aside(
        &self,
        writer: &mut Writer<'_>,
        gate: &mut Gate,
        note: &SetAsideNote,
        row: &SetAside,
        aside: &Aside,
        findings: &mut Vec<(FindingKind, Option<DeviceId>)>,
    ) -> Result<(), AppError> {
        let reason = code(aside.reason);
        if reason != row.reason || aside.hash != row.hash {
            // Said once: the reason that it had was said when it came.
            findings.extend(aside.finding.map(|kind| (kind, aside.statement.as_ref().map(|statement| statement.device))));
            if aside.hash != row.hash {
                writer.take_set_aside(row.hash)?;
            }
            let frame = Frame { seq: row.server_seq, received_at: row.since, record: row.frame.clone() };
            self.put_aside(writer, gate, row.space, aside, &frame)?;
        } else if let (true, Some(statement)) = (aside.in_chain, &aside.statement) {
            writer.extend_chain(row.space, statement.device, statement.device_seq, aside.hash)?;
        }
        let document = aside.statement.as_ref().map(|statement| statement.document);
        let device = aside.statement.as_ref().map(|statement| statement.device);
        let now = self.circumstances(writer, &SetAsideNote { reason, document, device, ..note.clone() })?;
        Ok(writer.set_aside_tried(aside.hash, &now)?)
    }
}

fn stays(row: &SetAside, statement: Option<praesto_protocol::Statement>, reason: SetAsideReason, in_chain: bool) -> Again {
    Again::Stays(Box::new(Aside { hash: row.hash, statement, reason, finding: shown_by(reason), in_chain }))
}
