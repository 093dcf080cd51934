//! The first sync of a space: every document from its newest checkpoint and what came after, newest first, usable at once. Signature, rights, seal
//! and content of each of these records are checked; the trails behind them are checked afterwards, while people work.

use std::collections::BTreeMap;
use std::slice::Chunks;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

use praesto_contract::{CaseId, SyncPhase};
use praesto_crypto::Hash;
use praesto_protocol::api::{DocumentHead, Frame};
use praesto_protocol::register::Register;
use praesto_protocol::{Content, DocumentId, Kind, Record, SpaceId};
use praesto_vault::{FirstSync, Provisional, StoredDocument, Writer};

use super::admit::Gate;
use super::attachments::expected;
use super::{Remote, RemoteError};
use crate::access::log_of;
use crate::documents::{CaseDocument, Checkpoint, DocumentKind, Projection};
use crate::error::AppError;
use crate::host::Host;
use crate::office::Office;
use crate::store::{apply_to_case, author, row};

/// Fewest records of a space for which it pays: fewer have arrived before one has looked.
const RECORDS: u64 = 64;
/// Documents of one request. Their ids stand in its address, which many a proxy cuts off at 8 KiB.
const DOCUMENTS: usize = 200;
/// Documents, and bytes of their records, that are fetched together and go into one transaction: the first few soon, then as many as pay off.
const TOGETHER: usize = 2_000;
pub(super) const BYTES: usize = 32 << 20;
/// Bytes of one document's opened records beyond which it is left to the trail, which takes them one by one.
pub(super) const OPENED: usize = 32 << 20;
/// Documents that are looked at ahead of the one that is written.
const AHEAD: usize = 64;
/// Documents of a space that a list may name. No office has as many; a server's list need not end.
const LISTED: usize = 4_000_000;

/// Some documents with what the server gave of them.
#[derive(Default)]
struct Fetched {
    heads: Vec<DocumentHead>,
    frames: Vec<Frame>,
}

/// A record that is true by itself, with its place.
struct Vouched {
    seq: u64,
    record: Record,
    content: Content,
}

/// A document as it goes into the vault.
struct Ready {
    document: StoredDocument,
    projection: Projection,
    provisional: Provisional,
}

impl<H: Host> Office<H> {
    /// Takes every document of a space from its checkpoint, where nothing of the space is here yet. Goes on where it broke off.
    pub(super) fn first_sync(&self, remote: &dyn Remote, space: SpaceId) -> Result<(), AppError> {
        let register = self.register()?;
        let read = self.vault.read(|view| {
            let epoch = register.current_epoch(space).map(|epoch| epoch.epoch);
            let keys = epoch.map(|epoch| view.epoch_keys(space, epoch)).transpose()?.flatten();
            Ok::<_, AppError>((view.first_sync(space)?, view.cursor(space)?.0, keys.is_some()))
        })?;
        let ahead = match read {
            (Some(state), _, _) if state.taken => return Ok(()),
            (Some(state), _, _) => state.ahead,
            // Names are one document of their own space, which is quickly read in order.
            (None, cursor, has_keys) if cursor > 0 || !has_keys || space == register.office_space() => return Ok(()),
            (None, _, _) => {
                let ahead = remote.space(space, None)?.seq;
                if ahead < RECORDS {
                    return Ok(());
                }
                self.note_first_sync(space, FirstSync { taken: false, ahead })?;
                ahead
            }
        };
        // The log of who looked comes with the trail: it has no checkpoint, and would keep cases waiting.
        let mut heads = self.list(remote, space)?;
        heads.retain(|head| head.document != log_of(space));
        let total = heads.len() as u64;
        let wanted = self.vault.read(|view| {
            let mut wanted = Vec::with_capacity(heads.len());
            for head in heads {
                if view.document(head.document)?.is_none() {
                    wanted.push(head);
                }
            }
            Ok::<_, AppError>(wanted)
        })?;
        self.take_all(remote, space, &wanted, total)?;
        self.note_first_sync(space, FirstSync { taken: true, ahead })
    }

    /// Takes documents: each is written while the next are looked at. What came before a connection broke is kept.
    fn take_all(&self, remote: &dyn Remote, space: SpaceId, wanted: &[DocumentHead], total: u64) -> Result<(), AppError> {
        let gate = &self.gate(space)?;
        let mut done = total - wanted.len() as u64;
        let (mut wanted, mut together) = (wanted.chunks(DOCUMENTS), DOCUMENTS);
        self.contacted(SyncPhase::Receiving { done, total });
        thread::scope(|threads| {
            loop {
                let mut fetched = Fetched::default();
                let outcome = self.fetch(remote, space, &mut wanted, together, &mut fetched);
                let count = fetched.heads.len() as u64;
                if count > 0 {
                    let (found, ready) = sync_channel(AHEAD);
                    threads.spawn(move || self.look_at(gate, fetched, &found));
                    self.put(&ready)?;
                    done += count;
                    self.contacted(SyncPhase::Receiving { done, total });
                }
                if outcome.is_err() || count == 0 {
                    return outcome;
                }
                together = TOGETHER.min(2 * together);
            }
        })
    }

    /// Fetches as many documents as go well together; an error leaves what came before it.
    fn fetch(
        &self,
        remote: &dyn Remote,
        space: SpaceId,
        wanted: &mut Chunks<'_, DocumentHead>,
        together: usize,
        fetched: &mut Fetched,
    ) -> Result<(), AppError> {
        let mut bytes = 0;
        while fetched.heads.len() < together && bytes < BYTES {
            let Some(heads) = wanted.next() else { return Ok(()) };
            self.still_open()?;
            let frames = self.fetch_documents(remote, space, heads)?;
            bytes += frames.iter().map(|frame| frame.record.len()).sum::<usize>();
            fetched.heads.extend(heads);
            fetched.frames.extend(frames);
        }
        Ok(())
    }

    /// Checks each record by itself and makes documents of them, one after the other. One that does not come whole is left to the trail, which shows
    /// what is wrong.
    fn look_at(&self, gate: &Gate, fetched: Fetched, found: &SyncSender<Ready>) {
        let mut frames: BTreeMap<DocumentId, Vec<Frame>> = BTreeMap::new();
        for frame in fetched.frames {
            if let Some(document) = document_of(&frame) {
                frames.entry(document).or_default().push(frame);
            }
        }
        for head in &fetched.heads {
            let records = frames.remove(&head.document).and_then(|frames| vouched(gate, &frames));
            let ready = records.and_then(|records| self.make_ready(gate, head, &records));
            // Whoever no longer listens needs no more of them.
            if ready.is_some_and(|ready| found.send(ready).is_err()) {
                return;
            }
        }
    }

    /// Makes a document of its records, where they reach what the server itself names as its last.
    fn make_ready(&self, gate: &Gate, head: &DocumentHead, records: &[Vouched]) -> Option<Ready> {
        let (id, space) = (head.document, gate.space);
        let holds = records.last().map_or(0, |last| last.seq);
        let best = self.best_checkpoint(records);
        let covers = best.as_ref().map_or(0, |best| best.covers);
        if holds < head.head || covers < head.covers {
            return None;
        }
        let tail = || records.iter().filter(|record| record.seq > covers && record.kind() != Kind::Checkpoint);
        let (snapshot, projection, missing, checkpoint) = match best {
            Some(Best { checkpoint: Checkpoint { projection: Some(projection), document, .. }, hash, .. }) if tail().next().is_none() => {
                (document, projection, false, Some(hash))
            }
            best => {
                let (document, missing) = self.merge(&gate.register, best.map(|best| best.checkpoint), tail())?;
                (document.save(), document.projection(CaseId(id.0)).ok()?, missing, None)
            }
        };
        let (kind, schema) = (DocumentKind::Case.tag(), DocumentKind::Case.schema());
        Some(Ready {
            document: StoredDocument { id, space, kind, schema, snapshot, missing },
            projection,
            provisional: Provisional { document: id, space, holds, checkpoint, checked: false },
        })
    }

    /// Writes documents in as few transactions as others allow who want to write meanwhile.
    fn put(&self, ready: &Receiver<Ready>) -> Result<(), AppError> {
        let mut ready = ready.iter().peekable();
        while ready.peek().is_some() {
            self.still_open()?;
            let changed = self.vault.write(|writer| {
                let mut changed = Vec::new();
                for one in &mut ready {
                    changed.extend(put(writer, one)?);
                    if self.vault.is_wanted() {
                        break;
                    }
                }
                Ok::<_, AppError>(changed)
            })?;
            self.tell(changed);
            self.vault.give_way();
        }
        Ok(())
    }

    /// Where every document of a space stands, newest first.
    fn list(&self, remote: &dyn Remote, space: SpaceId) -> Result<Vec<DocumentHead>, AppError> {
        let mut all: Vec<DocumentHead> = Vec::new();
        let mut after = None;
        loop {
            self.still_open()?;
            let page = remote.heads(space, after)?;
            for head in &page.documents {
                if Some(head.document) <= after {
                    // Out of order: such a list need not end.
                    return Err(RemoteError::Malformed.into());
                }
                after = Some(head.document);
            }
            let is_last = page.next.is_none() || page.documents.is_empty();
            all.extend(page.documents);
            if all.len() > LISTED {
                return Err(RemoteError::Malformed.into());
            }
            if is_last {
                all.sort_by_key(|head| std::cmp::Reverse(head.head));
                return Ok(all);
            }
        }
    }

    /// Fetches the checkpoints and tails of some documents.
    fn fetch_documents(&self, remote: &dyn Remote, space: SpaceId, heads: &[DocumentHead]) -> Result<Vec<Frame>, AppError> {
        let ids: Vec<DocumentId> = heads.iter().map(|head| head.document).collect();
        let mut open: BTreeMap<DocumentId, u64> = heads.iter().map(|head| (head.document, head.head)).collect();
        let (mut all, mut bytes): (Vec<Frame>, usize) = (Vec::new(), 0);
        // Past that, what is still open is left to the trail.
        while !open.is_empty() && bytes < BYTES {
            self.still_open()?;
            let page = remote.documents(space, &ids, all.last().map_or(0, |last| last.seq), true)?;
            bytes += page.len();
            let (frames, _) = Frame::read_all(&page);
            if frames.is_empty() {
                return if page.is_empty() { Ok(all) } else { Err(RemoteError::Offline.into()) };
            }
            for frame in frames {
                if all.last().is_some_and(|last| frame.seq <= last.seq) {
                    return Err(RemoteError::Malformed.into());
                }
                if let Some(document) = document_of(&frame)
                    && open.get(&document).is_some_and(|head| *head <= frame.seq)
                {
                    open.remove(&document);
                }
                all.push(frame);
            }
        }
        Ok(all)
    }

    fn note_first_sync(&self, space: SpaceId, state: FirstSync) -> Result<(), AppError> {
        self.vault.write(|writer| Ok(writer.put_first_sync(space, state)?))
    }

    /// The checkpoint among records that covers most, if it can be read and says of itself what its statement says.
    fn best_checkpoint(&self, records: &[Vouched]) -> Option<Best> {
        let best = records.iter().filter_map(|record| Some((record, record.record.statement.statement().covers.as_ref()?)));
        let (record, covers) = best.max_by_key(|(record, covers)| (covers.seq, record.seq))?;
        let (DocumentKind::Case, _, body) = self.read_payload(&record.content.payload).ok()? else { return None };
        let checkpoint = Checkpoint::decode(body).ok()?;
        let mut heads: Vec<[u8; 32]> = covers.heads.iter().map(|head| head.0).collect();
        heads.sort_unstable();
        (covers.seq < record.seq && checkpoint.heads == heads).then(|| Best { covers: covers.seq, hash: record.record.hash(), checkpoint })
    }

    /// A checkpoint with what came after it. Nothing where any of it does not fit: the trail will show what.
    fn merge<'a>(
        &self,
        register: &Register,
        checkpoint: Option<Checkpoint>,
        tail: impl Iterator<Item = &'a Vouched>,
    ) -> Option<(CaseDocument, bool)> {
        let mut document = match checkpoint {
            Some(checkpoint) => CaseDocument::load(&checkpoint.document, &self.actor()).ok()?,
            None => CaseDocument::receive(&self.actor()),
        };
        let mut missing = false;
        for record in tail {
            let (DocumentKind::Case, _, body) = self.read_payload(&record.content.payload).ok()? else { return None };
            let author = author(register, record.record.statement.statement());
            missing |= !apply_to_case(&mut document, record.kind(), &author, body).ok()?.missing.is_empty();
        }
        Some((document, missing))
    }
}

impl Vouched {
    fn kind(&self) -> Kind {
        self.record.statement.statement().kind
    }
}

/// The checkpoint that covers most.
struct Best {
    covers: u64,
    hash: Hash,
    checkpoint: Checkpoint,
}

/// The records of one document, where each is true by itself and they do not unfold to more than a computer should hold at once.
fn vouched(gate: &Gate, frames: &[Frame]) -> Option<Vec<Vouched>> {
    let (mut records, mut bytes) = (Vec::with_capacity(frames.len()), 0);
    for frame in frames {
        let (record, content) = gate.vouch(&frame.record)?;
        bytes += content.payload.len();
        if bytes > OPENED {
            return None;
        }
        records.push(Vouched { seq: frame.seq, record, content });
    }
    Some(records)
}

/// The document that a frame says its record belongs to.
pub(super) fn document_of(frame: &Frame) -> Option<DocumentId> {
    Record::decode(&frame.record).ok().map(|record| record.statement.statement().document)
}

/// Puts a document where none is yet. Gives its case.
fn put(writer: &mut Writer<'_>, ready: Ready) -> Result<Option<CaseId>, AppError> {
    let StoredDocument { id, space, .. } = ready.document;
    if writer.document(id)?.is_some() {
        return Ok(None);
    }
    for hash in &ready.projection.attachments {
        writer.name_attachment(&expected(*hash, space, id))?;
    }
    writer.put_document(&ready.document)?;
    writer.put_case(&row(ready.projection, CaseId(id.0), space, true))?;
    writer.put_provisional(&ready.provisional)?;
    Ok(Some(CaseId(id.0)))
}
