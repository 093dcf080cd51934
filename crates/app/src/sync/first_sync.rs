//! The first sync of a space: every document from its newest checkpoint and what came after, newest first, usable at once. Signature, rights, seal
//! and content of each of these records are checked; the trails behind them are checked afterwards, while people work.

use std::collections::{BTreeMap, BTreeSet};

use praesto_contract::{CaseId, SyncPhase};
use praesto_crypto::Hash;
use praesto_protocol::api::{DocumentHead, Frame};
use praesto_protocol::register::Register;
use praesto_protocol::{Content, DocumentId, Kind, Record, SpaceId};
use praesto_vault::{AttachmentRow, AttachmentState, FirstSync, Provisional, StoredDocument, Writer};

use super::admit::Gate;
use super::{Remote, RemoteError};
use crate::documents::{CaseDocument, Checkpoint, DocumentKind};
use crate::error::AppError;
use crate::host::Host;
use crate::office::Office;
use crate::store::{lineage, row};

/// Fewest records of a space for which it pays: fewer have arrived before one has looked.
const RECORDS: u64 = 64;
/// Documents of one request. Their ids stand in its address, which many a proxy cuts off at 8 KiB.
const DOCUMENTS: usize = 200;

/// A record that is true by itself, with its place.
struct Vouched {
    seq: u64,
    record: Record,
    content: Content,
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
        let heads = list(remote, space)?;
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
        let mut done = total - wanted.len() as u64;
        for chunk in wanted.chunks(DOCUMENTS) {
            self.still_open()?;
            self.contacted(SyncPhase::Receiving { done, total });
            self.take_documents(remote, space, chunk)?;
            self.vault.give_way();
            done += chunk.len() as u64;
        }
        self.note_first_sync(space, FirstSync { taken: true, ahead })
    }

    fn note_first_sync(&self, space: SpaceId, state: FirstSync) -> Result<(), AppError> {
        self.vault.write(|writer| Ok(writer.put_first_sync(space, state)?))
    }

    /// Takes some documents. One that does not come whole is left to the trail.
    fn take_documents(&self, remote: &dyn Remote, space: SpaceId, heads: &[DocumentHead]) -> Result<(), AppError> {
        let gate = self.gate(space)?;
        let directory = self.directory_document()?.0;
        let records = fetch(remote, &gate, space, heads)?;
        let changed = self.vault.write(|writer| {
            let mut changed = Vec::new();
            for head in heads {
                let Some(records) = records.get(&head.document) else { continue };
                if space != directory && self.take_document(writer, &gate, head, records)? {
                    changed.push(CaseId(head.document.0));
                }
            }
            Ok::<_, AppError>(changed)
        })?;
        self.tell(changed);
        Ok(())
    }

    fn take_document(&self, writer: &mut Writer<'_>, gate: &Gate, head: &DocumentHead, records: &[Vouched]) -> Result<bool, AppError> {
        let (id, space) = (head.document, gate.space);
        let holds = records.last().map_or(0, |last| last.seq);
        // Its tail must reach what the server itself names as its last record.
        if holds < head.head || writer.document(id)?.is_some() {
            return Ok(false);
        }
        let best = self.best_checkpoint(records);
        let covers = best.as_ref().map_or(0, |best| best.covers);
        if covers < head.covers {
            return Ok(false);
        }
        let tail = || records.iter().filter(|record| record.seq > covers && record.kind() != Kind::Checkpoint);
        let (snapshot, projection, missing, checkpoint) = match best {
            Some(Best { checkpoint: Checkpoint { projection: Some(projection), document, .. }, hash, .. }) if tail().next().is_none() => {
                (document, projection, false, Some(hash))
            }
            best => {
                let Some((document, missing)) = self.merge(&gate.register, best.map(|best| best.checkpoint), tail()) else {
                    return Ok(false);
                };
                let Ok(projection) = document.projection(CaseId(id.0)) else { return Ok(false) };
                (document.save(), projection, missing, None)
            }
        };
        for hash in &projection.attachments {
            if writer.attachment(*hash)?.is_none() {
                let state = AttachmentState::OnServer;
                writer.put_attachment(&AttachmentRow { hash: *hash, space, document: id, size: 0, state })?;
            }
        }
        let (kind, schema) = (DocumentKind::Case.tag(), DocumentKind::Case.schema());
        writer.put_document(&StoredDocument { id, space, kind, schema, snapshot, missing })?;
        writer.put_case(&row(projection, CaseId(id.0), space, true))?;
        writer.put_provisional(&Provisional { document: id, space, holds, checkpoint, checked: false })?;
        Ok(true)
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
            let author = lineage(register, record.record.statement.statement().device);
            missing |= record.kind() != Kind::Change || !document.apply(&author, body).ok()?.missing.is_empty();
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

/// Where every document of a space stands, newest first.
fn list(remote: &dyn Remote, space: SpaceId) -> Result<Vec<DocumentHead>, RemoteError> {
    let mut all: Vec<DocumentHead> = Vec::new();
    let mut after = None;
    loop {
        let page = remote.heads(space, after)?;
        for head in &page.documents {
            if Some(head.document) <= after {
                // Out of order: such a list need not end.
                return Err(RemoteError::Malformed);
            }
            after = Some(head.document);
        }
        let is_last = page.next.is_none() || page.documents.is_empty();
        all.extend(page.documents);
        if is_last {
            all.sort_by_key(|head| std::cmp::Reverse(head.head));
            return Ok(all);
        }
    }
}

/// Fetches the checkpoints and tails of some documents and checks each record by itself.
fn fetch(remote: &dyn Remote, gate: &Gate, space: SpaceId, heads: &[DocumentHead]) -> Result<BTreeMap<DocumentId, Vec<Vouched>>, AppError> {
    let ids: Vec<DocumentId> = heads.iter().map(|head| head.document).collect();
    let mut open: BTreeMap<DocumentId, u64> = heads.iter().map(|head| (head.document, head.head)).collect();
    let mut records: BTreeMap<DocumentId, Vec<Vouched>> = BTreeMap::new();
    let mut untrue = BTreeSet::new();
    let mut after = 0;
    while !open.is_empty() {
        let page = remote.documents(space, &ids, after, true)?;
        let (frames, _) = Frame::read_all(&page);
        if frames.is_empty() {
            if page.is_empty() {
                break;
            }
            return Err(RemoteError::Offline.into());
        }
        for frame in frames {
            if frame.seq <= after {
                return Err(RemoteError::Malformed.into());
            }
            after = frame.seq;
            match gate.vouch(&frame.record) {
                Some((record, content)) => {
                    let document = record.statement.statement().document;
                    if open.get(&document).is_some_and(|head| *head <= frame.seq) {
                        open.remove(&document);
                    }
                    records.entry(document).or_default().push(Vouched { seq: frame.seq, record, content });
                }
                // The trail shows what is wrong with it; until then its document stays away.
                None => untrue.extend(Record::decode(&frame.record).ok().map(|record| record.statement.statement().document)),
            }
        }
    }
    records.retain(|document, _| !untrue.contains(document));
    Ok(records)
}
