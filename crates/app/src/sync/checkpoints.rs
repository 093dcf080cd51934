//! Checkpoints: made where they spare newcomers work, and held against the records that they stand for.

use std::collections::BTreeSet;

use praesto_contract::{CaseId, SetAsideReason};
use praesto_protocol::{Covers, DocumentId, Kind, Record, SignedStatement, SpaceId};
use praesto_vault::{Provisional, StoredRecord, View, Writer};

use crate::documents::{CaseDocument, Checkpoint, DocumentKind, encode_payload};
use crate::error::AppError;
use crate::host::Host;
use crate::office::Office;
use crate::save::{MAX_PAYLOAD, NewStatement};
use crate::store::{Batch, Open};
use crate::sync::reason;

/// Fewest records since the last checkpoint for which another one pays.
const RECORDS: u64 = 8;
/// Smallest share of the document's size that their payloads must have: without it checkpoints of a long document would outweigh its records.
const SHARE: u64 = 2;
/// Documents that one transaction makes checkpoints of.
const CHUNK: usize = 64;

impl<H: Host> Office<H> {
    /// Makes checkpoints of those of these documents that have grown enough. Called at the server's end, with nothing left to send. Only the author
    /// of a document's last record makes one, or everybody would. Says how many.
    pub(super) fn make_checkpoints(&self, space: SpaceId, documents: &BTreeSet<DocumentId>) -> Result<usize, AppError> {
        let documents: Vec<DocumentId> = documents.iter().copied().collect();
        let mut made = 0;
        for chunk in documents.chunks(CHUNK) {
            self.still_open()?;
            made += self.vault.write(|writer| {
                let mut made = 0;
                for document in chunk {
                    made += usize::from(self.make_checkpoint(writer, space, *document)?);
                }
                Ok::<_, AppError>(made)
            })?;
        }
        Ok(made)
    }

    fn make_checkpoint(&self, writer: &mut Writer<'_>, space: SpaceId, id: DocumentId) -> Result<bool, AppError> {
        let since = writer.since_checkpoint(id)?;
        if since.records < RECORDS || since.last != Some(self.device()) {
            return Ok(false);
        }
        let (seq, _) = writer.cursor(space)?;
        // A server restored from an older copy may lack what lies before the last checkpoint too.
        if writer.is_changed_after(id, seq)? {
            return Ok(false);
        }
        let Some(stored) = writer.document(id)? else { return Ok(false) };
        let pays = since.bytes * SHARE >= stored.snapshot.len() as u64;
        let whole = stored.space == space && stored.kind == DocumentKind::Case.tag() && !stored.missing;
        if !pays || !whole || writer.provisional(id)?.is_some() || !is_settled(writer, id)? {
            return Ok(false);
        }
        let document = CaseDocument::load(&stored.snapshot, &self.actor())?;
        let Ok(body) = document.checkpoint(CaseId(id.0)) else { return Ok(false) };
        let payload = encode_payload(DocumentKind::Case, stored.schema, &body);
        if payload.len() > MAX_PAYLOAD {
            return Ok(false);
        }
        let heads = document.heads().into_iter().map(praesto_crypto::Hash).collect();
        let covers = Some(Covers { seq, heads });
        let statement =
            NewStatement { space, document: id, kind: Kind::Checkpoint, covers, attachments: Vec::new(), payload, what: String::new() };
        self.state(writer, statement, self.host.now())?;
        Ok(true)
    }

    /// Holds a checkpoint against the records that it says it stands for. Gives why it is not kept.
    pub(crate) fn judge(
        &self,
        writer: &mut Writer<'_>,
        batch: &Batch,
        record: &StoredRecord,
        body: &[u8],
    ) -> Result<Option<SetAsideReason>, AppError> {
        let signed = SignedStatement::decode(&record.statement)?;
        let Some(covers) = &signed.statement().covers else { return Ok(Some(SetAsideReason::Malformed)) };
        let seen = signed.statement().space_seen;
        // Made in an order that the server no longer has; or of a document with changes that a copied profile signed twice, of which this computer
        // may hold one record and its author the other. It stands for nothing here, and cannot be held against anybody.
        let comparable = writer.order_at(record.space, seen.seq)? == Some(seen.order) && writer.handed_on(record.document)?.is_empty();
        if !comparable {
            if let Some(row) = writer.provisional(record.document)? {
                writer.put_provisional(&Provisional { checkpoint: None, ..row })?;
            }
            return Ok(None);
        }
        if !is_settled(writer, record.document)? {
            return Ok(Some(SetAsideReason::MissingChanges));
        }
        let claimed: BTreeSet<[u8; 32]> = covers.heads.iter().map(|head| head.0).collect();
        let claimed: Vec<[u8; 32]> = claimed.into_iter().collect();
        let Ok(checkpoint) = Checkpoint::decode(body) else { return Ok(Some(SetAsideReason::CheckpointContradicts)) };
        let own = self.up_to(writer, batch, record.document, covers.seq)?;
        let same_changes = covers.seq <= seen.seq
            && own.heads() == claimed
            && CaseDocument::load(&checkpoint.document, &self.actor()).is_ok_and(|document| document.heads() == claimed);
        let same_rows = checkpoint.projection.is_none_or(|said| own.projection(CaseId(record.document.0)).is_ok_and(|own| own == said));
        Ok(if same_changes && same_rows { None } else { Some(SetAsideReason::CheckpointContradicts) })
    }

    /// A document as the records up to a place of the server's order make it.
    fn up_to(&self, writer: &View<'_>, batch: &Batch, id: DocumentId, seq: u64) -> Result<CaseDocument, AppError> {
        // Most often nothing has followed: then it is the document that stands here.
        if writer.provisional(id)?.is_none() && !writer.is_changed_after(id, seq)? {
            if let Some(Open::Case(document)) = batch.documents.get(&id).map(|touched| &touched.open) {
                return Ok(document.clone());
            }
            if let Some(stored) = writer.document(id)?.filter(|stored| stored.kind == DocumentKind::Case.tag()) {
                return Ok(CaseDocument::load(&stored.snapshot, &self.actor())?);
            }
        }
        let records = writer.records_of(id)?;
        let mut open = Open::Case(CaseDocument::receive(&self.actor()));
        self.apply_all(&mut open, &*self.register()?, records.iter().filter(|record| record.server_seq.is_some_and(|place| place <= seq)));
        match open {
            Open::Case(document) => Ok(document),
            Open::Directory(_) | Open::CaseTypes(_) => Err(AppError::Internal("a case became another document")),
        }
    }
}

/// Whether this computer holds the same changes of a document as every colleague: none is set aside but what nobody takes. Other checkpoints that
/// are set aside do not matter.
fn is_settled(view: &View<'_>, document: DocumentId) -> Result<bool, AppError> {
    for note in view.set_aside_in(document)? {
        let nobody_takes_it = matches!(
            reason(&note.reason),
            Some(SetAsideReason::Malformed | SetAsideReason::WrongActor | SetAsideReason::NotAllowed | SetAsideReason::RemovalUntrue)
        );
        let is_checkpoint = || {
            let record = view.set_aside_row(note.hash)?.and_then(|row| Record::decode(&row.frame).ok());
            Ok::<_, AppError>(record.is_some_and(|record| record.statement.statement().kind == Kind::Checkpoint))
        };
        if !nobody_takes_it && !is_checkpoint()? {
            return Ok(false);
        }
    }
    Ok(true)
}
