//! Receiving: fetched → verified → opened → applied → projected, one durable transaction per batch.

use std::collections::BTreeSet;
use std::thread;

use praesto_contract::{AppEvent, CaseId, FindingKind, SetAsideReason, SyncPhase};
use praesto_crypto::Hash;
use praesto_protocol::api::{Frame, hash_from_text};
use praesto_protocol::{DeviceId, DocumentId, OpenedContent, OrderHash, Record, SpaceId, Statement};
use praesto_vault::{SetAside, StoredRecord, View, Writer};

use super::admit::{Admitted, Aside, Gate};
use super::{Remote, RemoteError};
use crate::error::AppError;
use crate::host::Host;
use crate::office::Office;
use crate::store::Batch;

/// Records that one transaction takes in, and documents that it holds in memory.
const CHUNK: usize = 2_048;
const DOCUMENTS: usize = 512;
/// Notes of what is set aside that are read at once.
pub(super) const NOTES: u32 = 500;
/// Cases that one event names.
const NAMED: usize = 100;
/// Frames of one download that are fetched once more because they are no records.
const SPOILED: usize = 100;

impl<H: Host> Office<H> {
    /// Compares what the server holds with what it showed before; what it has lost waits to be sent again.
    pub(super) fn check_order(&self, remote: &dyn Remote, space: SpaceId) -> Result<(), AppError> {
        let (seq, order) = self.vault.read(|view| Ok::<_, AppError>(view.cursor(space)?))?;
        if seq == 0 || self.agrees(remote, space, seq, order)? {
            return Ok(());
        }
        // The server was restored from an older copy, or shows another history: find up to where both agree.
        let (mut low, mut high) = (0, seq);
        while low + 1 < high {
            let middle = low + (high - low) / 2;
            let order = self.vault.read(|view| Ok::<_, AppError>(view.order_at(space, middle)?))?;
            match order {
                Some(order) if self.agrees(remote, space, middle, order)? => low = middle,
                _ => high = middle,
            }
        }
        // What this computer has there may be bytes that were spoiled on the way. Then the server has lost nothing, if it holds as much as before.
        let spoiled = self.vault.read(|view| is_spoiled(view, space, low + 1))?;
        if !spoiled || remote.space(space, None)?.seq < seq {
            self.server_is_behind();
        }
        self.vault.write(|writer| Ok::<_, AppError>(writer.truncate_order(space, low)?))?;
        self.name_server_anew(remote)
    }

    fn agrees(&self, remote: &dyn Remote, space: SpaceId, seq: u64, order: OrderHash) -> Result<bool, AppError> {
        let state = remote.space(space, Some(seq))?;
        Ok(match state.order_at {
            Some(text) => OrderHash(hash_from_text(&text)?) == order,
            None => false,
        })
    }

    /// Takes in everything that the server holds beyond what is here.
    pub(super) fn receive(&self, remote: &dyn Remote, space: SpaceId) -> Result<(), AppError> {
        let mut done = 0;
        loop {
            let (after, _) = self.vault.read(|view| Ok::<_, AppError>(view.cursor(space)?))?;
            self.still_open()?;
            let page = remote.records(space, after)?;
            let (mut frames, _) = Frame::read_all(&page);
            if frames.is_empty() {
                // Bytes without a whole frame are a download that broke off: there is more, so this is not the end.
                if !page.is_empty() {
                    return Err(RemoteError::Offline.into());
                }
                self.nothing_lost(space, after)?;
                self.end_first_sync(remote, space, after)?;
                return self.note_in_step(space);
            }
            fetch_spoiled_again(remote, space, &mut frames)?;
            let state = remote.space(space, None)?;
            let checking = self.vault.read(|view| Ok::<_, AppError>(view.first_sync(space)?))?.is_some();
            let total = state.seq.saturating_sub(after - done);
            let mut ahead = &frames[..];
            while !ahead.is_empty() {
                self.still_open()?;
                let taken = self.take_frames(space, ahead)?;
                ahead = &ahead[taken..];
                done += taken as u64;
                let total = total.max(done);
                self.contacted(if checking { SyncPhase::Checking { done, total } } else { SyncPhase::Receiving { done, total } });
                self.vault.give_way();
            }
            if checking {
                self.between_pages(remote, space, &state)?;
            }
        }
    }

    /// At the server's end nothing may be acknowledged beyond it; what is was lost there and waits to be sent again.
    fn nothing_lost(&self, space: SpaceId, end: u64) -> Result<(), AppError> {
        if self.vault.write(|writer| Ok::<_, AppError>(writer.unacknowledge_after(space, end)?))? > 0 {
            self.host.emit(AppEvent::Cases { changed: Vec::new(), more: true });
            self.server_is_behind();
        }
        Ok(())
    }

    /// Takes in the first of these frames, as many as go well into one transaction; says how many.
    fn take_frames(&self, space: SpaceId, frames: &[Frame]) -> Result<usize, AppError> {
        let mut gate = self.gate(space)?;
        let mut findings = Vec::new();
        let (mut copied, mut taken) = (false, 0);
        let mut acknowledged = BTreeSet::new();
        let frames = &frames[..frames.len().min(CHUNK)];
        let changed = thread::scope(|threads| {
            let looked = gate.look_ahead(threads, frames.iter().map(|frame| &frame.record[..]));
            self.vault.write(|writer| {
                let mut batch = Batch::default();
                let (mut at, mut order) = writer.cursor(space)?;
                for (frame, looked) in frames.iter().zip(looked) {
                    if frame.seq != at + 1 {
                        return Err(RemoteError::Malformed.into());
                    }
                    let mut admitted = gate.admit(writer, looked)?;
                    if let Admitted::InPlaceOf { device, device_seq } = admitted {
                        if device == self.device() {
                            // What came before holds; the rest comes again once this computer is another device.
                            copied = true;
                            break;
                        }
                        self.set_chain_aside(writer, space, device, device_seq)?;
                        gate.cut(device);
                        findings.push((FindingKind::HistoriesDiffer, Some(device)));
                        admitted = gate.admit(writer, gate.look(&frame.record))?;
                    }
                    let hash = match admitted {
                        Admitted::InPlaceOf { .. } => return Err(AppError::Internal("a chain was set aside and is still there")),
                        Admitted::Known(hash) => {
                            // The receipt was lost, with its connection or with the program: only now does this change wait no more.
                            acknowledged.extend(writer.acknowledge(space, hash, frame.seq, frame.received_at)?);
                            hash
                        }
                        Admitted::New { record, content } => {
                            let statement = record.statement.statement();
                            if !sees_alike(writer, space, statement, at)? {
                                findings.push((FindingKind::HistoriesDiffer, Some(statement.device)));
                            }
                            self.take_in(writer, &mut gate, &mut batch, &record, content, frame, &mut findings)?
                        }
                        Admitted::Aside(aside) => {
                            findings.extend(aside.finding.map(|kind| (kind, aside.statement.as_ref().map(|statement| statement.device))));
                            self.put_aside(writer, &mut gate, space, &aside, frame)?
                        }
                    };
                    (at, order) = (frame.seq, order.then(hash));
                    writer.advance(space, at, hash, order, frame.received_at)?;
                    taken += 1;
                    if batch.len() >= DOCUMENTS || self.vault.is_wanted() {
                        break;
                    }
                }
                self.finish_batch(writer, batch)
            })
        })?;
        for (kind, device) in findings {
            self.find(kind, device);
        }
        acknowledged.extend(changed.iter().map(|case| DocumentId(case.0)));
        self.tell(acknowledged.into_iter().map(|document| CaseId(document.0)).collect());
        if copied {
            self.draw_next_device()?;
            return Err(AppError::ProfileCopied);
        }
        Ok(taken)
    }

    /// Stores a true record and applies it; one that the document refuses is set aside instead, with what that shows about its author.
    #[expect(clippy::too_many_arguments, reason = "all of one transaction and of one record")]
    fn take_in(
        &self,
        writer: &mut Writer<'_>,
        gate: &mut Gate,
        batch: &mut Batch,
        record: &Record,
        content: OpenedContent,
        frame: &Frame,
        findings: &mut Vec<(FindingKind, Option<DeviceId>)>,
    ) -> Result<Hash, AppError> {
        let statement = record.statement.statement();
        let stored = to_keep(record, content, frame.received_at, Some(frame.seq));
        if let Some(reason) = self.apply(writer, batch, &stored)? {
            let finding = shown_by(reason);
            findings.extend(finding.map(|kind| (kind, Some(statement.device))));
            let aside = Aside { hash: stored.hash, statement: Some(statement.clone()), reason, finding, in_chain: true };
            return self.put_aside(writer, gate, stored.space, &aside, frame);
        }
        for hash in &statement.attachments {
            self.expect_attachment(writer, &stored, *hash)?;
        }
        writer.insert_record(&stored)?;
        gate.extended(statement, stored.hash, true);
        Ok(stored.hash)
    }

    pub(super) fn put_aside(
        &self,
        writer: &mut Writer<'_>,
        gate: &mut Gate,
        space: SpaceId,
        aside: &Aside,
        frame: &Frame,
    ) -> Result<Hash, AppError> {
        if let (true, Some(statement)) = (aside.in_chain, &aside.statement) {
            writer.extend_chain(space, statement.device, statement.device_seq, aside.hash)?;
            gate.extended(statement, aside.hash, false);
        }
        writer.set_aside(&SetAside {
            hash: aside.hash,
            space,
            document: aside.statement.as_ref().map(|statement| statement.document),
            device: aside.statement.as_ref().map(|statement| statement.device),
            reason: code(aside.reason),
            frame: frame.record.clone(),
            server_seq: frame.seq,
            since: self.host.now().0,
        })?;
        Ok(aside.hash)
    }

    pub(super) fn gate(&self, space: SpaceId) -> Result<Gate, AppError> {
        let register = self.register()?;
        let keys = self.vault.read(|view| Ok::<_, AppError>(view.all_epoch_keys(space)?))?;
        let keys = keys.into_iter().map(|keys| (keys.epoch, keys)).collect();
        Ok(Gate::new(self.office_id(), space, self.device(), register, keys))
    }

    /// Notes something that the server or a colleague's record showed to be untrue.
    pub(crate) fn find(&self, kind: FindingKind, device: Option<DeviceId>) {
        let now = self.host.now().0;
        let noted = self.vault.write(|writer| Ok::<_, AppError>(writer.add_finding(&code(kind), device, now)?));
        if noted.is_err() {
            tracing::error!("a finding could not be stored");
        }
    }

    /// Tells the windows which cases changed.
    pub(crate) fn tell(&self, mut changed: Vec<CaseId>) {
        if !changed.is_empty() {
            let more = changed.len() > NAMED;
            changed.truncate(NAMED);
            self.host.emit(AppEvent::Cases { changed, more });
        }
    }
}

/// Fetches frames once more that are no records, before they get a place: their bytes may have been spoiled on the way. The first that comes no
/// better is as the server has it, and so will the others be.
fn fetch_spoiled_again(remote: &dyn Remote, space: SpaceId, frames: &mut [Frame]) -> Result<(), RemoteError> {
    for frame in frames.iter_mut().filter(|frame| Record::decode(&frame.record).is_err()).take(SPOILED) {
        let bytes = match remote.record(space, frame.seq) {
            Err(RemoteError::Offline) => return Err(RemoteError::Offline),
            bytes => bytes.unwrap_or_default(),
        };
        let again = Frame::read_all(&bytes).0.into_iter().next();
        match again.filter(|again| again.seq == frame.seq && Record::decode(&again.record).is_ok()) {
            Some(again) => *frame = again,
            None => return Ok(()),
        }
    }
    Ok(())
}

/// Whether what this computer noted at a place of the server's order is the digest of bytes that are no record.
fn is_spoiled(view: &View<'_>, space: SpaceId, seq: u64) -> Result<bool, AppError> {
    let Some(noted) = view.order_statement(space, seq)? else { return Ok(false) };
    Ok(view.set_aside_row(noted)?.is_some_and(|row| row.document.is_none()))
}

/// A record as the vault keeps it: its content opened, its place in the server's order if it has one. `at` is when the server received it.
pub(super) fn to_keep(record: &Record, content: OpenedContent, at: i64, place: Option<u64>) -> StoredRecord {
    let statement = record.statement.statement();
    StoredRecord {
        hash: record.hash(),
        space: statement.space,
        document: statement.document,
        kind: statement.kind,
        device: statement.device,
        device_seq: statement.device_seq,
        statement: record.statement.encode(),
        salt: content.salt,
        payload: content.payload,
        what: String::new(),
        made_at: at,
        server_seq: place,
        received_at: place.map(|_| at),
    }
}

/// Whether the author saw the same records in the same order as this computer, as far as both have seen.
pub(super) fn sees_alike(writer: &Writer<'_>, space: SpaceId, statement: &Statement, at: u64) -> Result<bool, AppError> {
    let seen = statement.space_seen;
    if seen.seq > at {
        // Nobody can have seen what the server had not taken yet.
        return Ok(false);
    }
    let order = if seen.seq == 0 { Some(OrderHash::empty(space)) } else { writer.order_at(space, seen.seq)? };
    Ok(order == Some(seen.order))
}

/// What it shows about an author that a document does not take a record.
pub(super) fn shown_by(reason: SetAsideReason) -> Option<FindingKind> {
    (reason == SetAsideReason::CheckpointContradicts).then_some(FindingKind::CheckpointForged)
}

/// The code of a reason or finding, as the contract writes it.
pub(crate) fn code(value: impl serde::Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

/// Reads what [`code`] wrote.
pub(crate) fn reason(code: &str) -> Option<SetAsideReason> {
    serde_json::from_value(serde_json::Value::String(code.to_owned())).ok()
}

/// Reads the code of a finding.
pub(crate) fn finding(code: &str) -> Option<FindingKind> {
    serde_json::from_value(serde_json::Value::String(code.to_owned())).ok()
}
