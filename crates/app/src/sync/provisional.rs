//! Documents that stand here on a colleague's word: kept up to date while their trail is being checked, built anew from their records once it is,
//! or at once when somebody wants to edit.

use praesto_contract::{CaseId, ErrorCode};
use praesto_protocol::api::{Frame, SpaceState, hash_from_text};
use praesto_protocol::{DocumentId, Kind, SignedStatement, SpaceId};
use praesto_vault::{FirstSync, Provisional, StoredDocument, StoredRecord, Writer};

use super::first_sync::{BYTES, OPENED, document_of};
use super::receive::to_keep;
use super::{Remote, RemoteError};
use crate::access::log_of;
use crate::documents::{CaseDocument, DocumentKind};
use crate::error::AppError;
use crate::host::Host;
use crate::office::Office;
use crate::store::{Batch, Open, Touched};

/// Records that one transaction takes in.
const CHUNK: usize = 256;
/// Documents that one transaction builds anew.
const REBUILT: u32 = 64;
/// How often a document is fetched again because colleagues wrote to it meanwhile.
const TRIES: usize = 3;

impl<H: Host> Office<H> {
    /// While trails are being checked: shows what colleagues send meanwhile, and sends what waits here.
    pub(super) fn between_pages(&self, remote: &dyn Remote, space: SpaceId, state: &SpaceState) -> Result<(), AppError> {
        self.look_ahead(remote, space)?;
        // A profile restored from a copy first has to see what it wrote itself, or its chain would fork.
        let own = match state.device_seq {
            0 => true,
            seq => {
                let held = self.vault.read(|view| Ok::<_, AppError>(view.chain_at(space, self.device(), seq)?))?;
                held == Some(hash_from_text(&state.device_head)?)
            }
        };
        if own {
            self.send_waiting(remote, space)?;
        }
        Ok(())
    }

    /// Puts new records into documents before the trail is checked up to them.
    fn look_ahead(&self, remote: &dyn Remote, space: SpaceId) -> Result<(), AppError> {
        loop {
            let read = self.vault.read(|view| Ok::<_, AppError>((view.first_sync(space)?, view.cursor(space)?.0)))?;
            let (Some(state), cursor) = read else { return Ok(()) };
            let after = state.ahead.max(cursor);
            let (frames, _) = Frame::read_all(&remote.records(space, after)?);
            if frames.is_empty() {
                return Ok(());
            }
            if frames.iter().zip(after + 1..).any(|(frame, place)| frame.seq != place) {
                return Err(RemoteError::Malformed.into());
            }
            for chunk in frames.chunks(CHUNK) {
                self.still_open()?;
                self.take_ahead(space, chunk)?;
                self.vault.give_way();
            }
        }
    }

    fn take_ahead(&self, space: SpaceId, frames: &[Frame]) -> Result<(), AppError> {
        let gate = self.gate(space)?;
        let changed = self.vault.write(|writer| {
            let mut batch = Batch::ahead();
            for frame in frames {
                let Some((record, content)) = gate.vouch(&frame.record) else { continue };
                // The log of who looked comes with the trail: nothing that is shown is built on it.
                let said = record.statement.statement();
                if said.kind == Kind::Checkpoint || said.document == log_of(space) || writer.has_record(record.hash())? {
                    continue;
                }
                let stored = to_keep(&record, content, frame.received_at, Some(frame.seq));
                let before = writer.provisional(stored.document)?;
                if self.apply(writer, &mut batch, &stored)?.is_none() {
                    let checked = before.as_ref().is_none_or(|row| row.checked);
                    // An edit may have taken in more already: what the document holds never counts for less.
                    let holds = before.map_or(0, |row| row.holds).max(frame.seq);
                    let row = Provisional { document: stored.document, space, holds, checkpoint: None, checked };
                    writer.put_provisional(&row)?;
                    for hash in &record.statement.statement().attachments {
                        self.expect_attachment(writer, &stored, *hash)?;
                    }
                }
            }
            if let Some(last) = frames.last() {
                writer.put_first_sync(space, FirstSync { taken: true, ahead: last.seq })?;
            }
            self.finish_batch(writer, batch)
        })?;
        self.tell(changed);
        Ok(())
    }

    /// Builds those documents of a batch anew whose trail is now checked up to all that they hold.
    pub(crate) fn rebuild_due(&self, writer: &mut Writer<'_>, batch: &mut Batch) -> Result<(), AppError> {
        for id in std::mem::take(&mut batch.provisional) {
            if let Some(row) = writer.provisional(id)?
                && row.holds <= writer.cursor(row.space)?.0
            {
                self.rebuild(writer, batch, &row)?;
            }
        }
        Ok(())
    }

    /// Puts what the records say in place of what stood there on a colleague's word.
    fn rebuild(&self, writer: &mut Writer<'_>, batch: &mut Batch, row: &Provisional) -> Result<(), AppError> {
        writer.end_provisional(row.document)?;
        if self.proven(writer, row)? {
            return Ok(());
        }
        let open = Open::Case(CaseDocument::receive(&self.actor()));
        let mut touched = Touched { space: row.space, open, missing: false, changed: true, by_other: true, taken: true };
        for refused in self.apply_waiting(writer, row.document, &mut touched)? {
            writer.set_aside(&refused)?;
        }
        let is_case = matches!(&touched.open, Open::Case(document) if document.read(CaseId(row.document.0)).is_ok());
        if !is_case {
            // A case that only a checkpoint spoke of.
            writer.forget_case(CaseId(row.document.0))?;
        }
        batch.documents.insert(row.document, touched);
        Ok(())
    }

    /// Whether a document is still the very checkpoint that was held against its records, with nothing after them. Where a device goes on for
    /// another, whose changes they are is seen by building it.
    fn proven(&self, writer: &Writer<'_>, row: &Provisional) -> Result<bool, AppError> {
        // A checkpoint that contradicts is set aside and so not among the records.
        let Some(record) = row.checkpoint.map(|hash| writer.record(hash)).transpose()?.flatten() else { return Ok(false) };
        let covers = SignedStatement::decode(&record.statement)?.statement().covers.as_ref().map(|covers| covers.seq);
        let Some(covers) = covers else { return Ok(false) };
        let register = self.register()?;
        let goes_on = writer.authors_of(row.document)?.into_iter().any(|device| register.lineage(device).len() > 1);
        Ok(!goes_on && !writer.is_changed_after(row.document, covers)?)
    }

    /// At the server's end every trail is checked: nothing stays provisional.
    pub(super) fn end_first_sync(&self, remote: &dyn Remote, space: SpaceId, end: u64) -> Result<(), AppError> {
        if self.vault.read(|view| Ok::<_, AppError>(view.first_sync(space)?))?.is_none() {
            return Ok(());
        }
        // A server that holds back what it says it has is not at its end, and nothing is thrown away on its word.
        if remote.space(space, None)?.seq > end {
            return Err(RemoteError::Malformed.into());
        }
        loop {
            self.still_open()?;
            let rows = self.vault.read(|view| Ok::<_, AppError>(view.provisional_in(space, REBUILT)?))?;
            let changed = self.vault.write(|writer| {
                let mut batch = Batch::default();
                for row in &rows {
                    self.rebuild(writer, &mut batch, row)?;
                }
                if rows.is_empty() {
                    writer.end_first_sync(space)?;
                }
                self.finish_batch(writer, batch)
            })?;
            self.tell(changed);
            if rows.is_empty() {
                return Ok(());
            }
        }
    }

    /// Makes a case ready to be edited: one that stands here on a colleague's word is built from its records first, which needs the server.
    pub(crate) fn check_for_edit(&self, case: CaseId) -> Result<(), AppError> {
        let id = DocumentId(case.0);
        for _ in 0..TRIES {
            let row = self.vault.read(|view| Ok::<_, AppError>(view.provisional(id)?))?;
            let Some(row) = row.filter(|row| !row.checked) else { return Ok(()) };
            let not_checked = || AppError::code(ErrorCode::NotChecked);
            let server = self.server_address()?.ok_or_else(not_checked)?;
            let remote = self.host.connect(&server, self.caller()).map_err(AppError::from);
            let fetched = remote.and_then(|remote| self.fetch_all(remote.as_ref(), row.space, id));
            let frames = match fetched {
                Err(AppError::Remote(RemoteError::Offline)) => return Err(not_checked()),
                fetched => fetched?.ok_or_else(not_checked)?,
            };
            if self.take_checked(&row, &frames)? {
                return Ok(());
            }
        }
        Err(AppError::code(ErrorCode::NotChecked))
    }

    /// Every record of one document; nothing where that is more than a computer should hold at once, which is then left to the trail. What a server
    /// sends of other documents counts too, and is dropped: its answers need not end.
    fn fetch_all(&self, remote: &dyn Remote, space: SpaceId, id: DocumentId) -> Result<Option<Vec<Frame>>, AppError> {
        let (mut all, mut after, mut bytes): (Vec<Frame>, u64, usize) = (Vec::new(), 0, 0);
        while bytes < BYTES {
            self.still_open()?;
            let page = remote.documents(space, &[id], after, false)?;
            bytes += page.len();
            let (frames, _) = Frame::read_all(&page);
            if frames.is_empty() {
                return if page.is_empty() { Ok(Some(all)) } else { Err(RemoteError::Offline.into()) };
            }
            for frame in frames {
                if frame.seq <= after {
                    return Err(RemoteError::Malformed.into());
                }
                after = frame.seq;
                if document_of(&frame) == Some(id) {
                    all.push(frame);
                }
            }
        }
        Ok(None)
    }

    /// Builds a document from its records, each checked by itself. `false` where it holds more by now, or they do not make a case.
    fn take_checked(&self, row: &Provisional, frames: &[Frame]) -> Result<bool, AppError> {
        let gate = self.gate(row.space)?;
        let case = CaseId(row.document.0);
        let last = frames.last().map_or(0, |frame| frame.seq);
        let done = self.vault.write(|writer| {
            match writer.provisional(row.document)? {
                Some(now) if now.checked => return Ok(true),
                Some(now) if now.holds > last => return Ok(false),
                Some(_) => {}
                None => return Ok(true),
            }
            let (mut records, mut bytes): (Vec<StoredRecord>, usize) = (Vec::new(), 0);
            for frame in frames {
                let Some((record, content)) = gate.vouch(&frame.record) else { continue };
                bytes += content.payload.len();
                if bytes > OPENED {
                    return Ok(false);
                }
                records.push(to_keep(&record, content, frame.received_at, Some(frame.seq)));
            }
            let mut open = Open::Case(CaseDocument::receive(&self.actor()));
            let missing = self.apply_all(&mut open, &*self.register()?, records.iter()).missing;
            let Open::Case(document) = open else { return Ok(false) };
            if missing || !self.project(writer, case, row.space, &document, true)? {
                return Ok(false);
            }
            writer.put_document(&StoredDocument {
                id: row.document,
                space: row.space,
                kind: DocumentKind::Case.tag(),
                schema: DocumentKind::Case.schema(),
                snapshot: document.save(),
                missing: false,
            })?;
            writer.put_provisional(&Provisional { holds: last, checkpoint: None, checked: true, ..*row })?;
            Ok::<_, AppError>(true)
        })?;
        self.tell(vec![case]);
        Ok(done)
    }
}
