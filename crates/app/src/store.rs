//! From a record to what people see: the document it changes, the row that lists show, the words that search finds. The one way in, for own edits
//! and colleagues' records alike.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use praesto_contract::{CaseId, SetAsideReason};
use praesto_crypto::Hash;
use praesto_domain::{DeviceId as DomainDevice, PersonId};
use praesto_protocol::register::{Register, Role};
use praesto_protocol::{DocumentId, Kind, SignedStatement, SpaceId, Statement};
use praesto_vault::{CaseProjection, SetAside, StoredDocument, StoredRecord, Writer};

use crate::access::log_of;
use crate::documents::{
    Applied, ApplyRefused, Author, CaseDocument, CaseTypesDocument, DirectoryDocument, DocumentKind, LoadRefused, PayloadRefused,
    Projection, decode_payload_up_to, in_any_order,
};
use crate::error::AppError;
use crate::host::Host;
use crate::office::Office;
use crate::sync::code;

/// A document in memory.
pub(crate) enum Open {
    Case(CaseDocument),
    Directory(DirectoryDocument),
    CaseTypes(CaseTypesDocument),
}

impl Open {
    pub(crate) fn kind(&self) -> DocumentKind {
        match self {
            Self::Case(_) => DocumentKind::Case,
            Self::Directory(_) => DocumentKind::Directory,
            Self::CaseTypes(_) => DocumentKind::CaseTypes,
        }
    }

    fn apply(&mut self, kind: Kind, author: &Author, body: &[u8]) -> Result<Applied, ApplyRefused> {
        match self {
            Self::Case(document) => apply_to_case(document, kind, author, body),
            Self::Directory(_) | Self::CaseTypes(_) if kind == Kind::Tombstone => Err(ApplyRefused::NotAsSaid),
            Self::Directory(document) => document.apply(author, body),
            Self::CaseTypes(document) => document.apply(author, body),
        }
    }

    /// Hashes of the newest changes, sorted.
    pub(crate) fn heads(&self) -> Vec<[u8; 32]> {
        match self {
            Self::Case(document) => document.heads(),
            Self::Directory(document) => document.heads(),
            Self::CaseTypes(document) => document.heads(),
        }
    }

    fn save(&self) -> Vec<u8> {
        match self {
            Self::Case(document) => document.save(),
            Self::Directory(document) => document.save(),
            Self::CaseTypes(document) => document.save(),
        }
    }
}

pub(crate) struct Touched {
    pub(crate) space: SpaceId,
    pub(crate) open: Open,
    pub(crate) missing: bool,
    pub(crate) changed: bool,
    pub(crate) by_other: bool,
    /// Whether it took anything: one that only refused stays as it is stored.
    pub(crate) taken: bool,
}

/// The documents that one transaction changes; each is read and written once.
#[derive(Default)]
pub(crate) struct Batch {
    pub(crate) documents: BTreeMap<DocumentId, Touched>,
    /// Provisional documents that records of this batch belong to.
    pub(crate) provisional: BTreeSet<DocumentId>,
    /// Whether records go into provisional documents at once, before the trail is checked up to them.
    ahead: bool,
    /// Whether the space's first sync is still being checked; nothing before the first look.
    checking: Option<bool>,
}

impl Batch {
    /// A batch of records that go into documents before the trail is checked up to them.
    pub(crate) fn ahead() -> Self {
        Self { ahead: true, ..Self::default() }
    }

    /// Number of documents that it holds.
    pub(crate) fn len(&self) -> usize {
        self.documents.len() + self.provisional.len()
    }
}

impl<H: Host> Office<H> {
    /// Applies a record to its document in memory. Gives the reason when the document cannot take it.
    pub(crate) fn apply(
        &self,
        writer: &mut Writer<'_>,
        batch: &mut Batch,
        record: &StoredRecord,
    ) -> Result<Option<SetAsideReason>, AppError> {
        let (kind, body) = match self.read_payload(&record.payload) {
            Ok((kind, _, body)) => (kind, body),
            Err(PayloadRefused::TooShort) => return Ok(Some(SetAsideReason::Malformed)),
            Err(_) => return Ok(Some(SetAsideReason::UnknownSchema)),
        };
        // Names have one place, and cases another: a document elsewhere could forge the first or hide the second.
        let directory = self.directory_document()?;
        let in_place = match kind {
            DocumentKind::Directory => (record.space, record.document) == directory,
            DocumentKind::CaseTypes => (record.space, record.document) == self.case_types_document()?,
            DocumentKind::Case => record.space != directory.0,
            DocumentKind::Access => record.document == log_of(record.space) && record.kind == Kind::Change,
        };
        if !in_place {
            return Ok(Some(SetAsideReason::NotAllowed));
        }
        if kind == DocumentKind::Access {
            return self.take_accesses(writer, record, body);
        }
        let waits = self.waits_for_trail(writer, batch, record)?;
        match record.kind {
            Kind::Change | Kind::Tombstone if waits => return Ok(None),
            Kind::Change | Kind::Tombstone => {}
            Kind::Checkpoint if kind == DocumentKind::Case => return self.judge(writer, batch, record, body),
            Kind::Checkpoint => return Ok(Some(SetAsideReason::UnknownSchema)),
        }
        let touched = match batch.documents.entry(record.document) {
            Entry::Occupied(held) => held.into_mut(),
            Entry::Vacant(place) => match self.open_document(writer, record.document, record.space, kind) {
                Ok(touched) => place.insert(touched),
                // What stands there on a colleague's word may be anything; and a document that cannot be read holds up no other.
                Err(AppError::Load(_)) => return Ok(Some(SetAsideReason::Malformed)),
                Err(error) => return Err(error),
            },
        };
        if touched.open.kind() != kind || touched.space != record.space {
            return Ok(Some(SetAsideReason::Forged));
        }
        match touched.open.apply(record.kind, &author_of(&*self.register()?, record)?, body) {
            Ok(applied) => {
                if applied.handed_on {
                    self.note_handed_on(writer, record)?;
                }
                touched.missing |= !applied.missing.is_empty();
                touched.changed |= applied.changed();
                touched.by_other |= record.device != self.device();
                touched.taken = true;
                Ok(None)
            }
            Err(refused) => {
                // The refusal names a rule of the schema, never what the record holds.
                tracing::warn!(%refused, record = %record.hash, "a record does not fit its document");
                Ok(Some(reason_of(&refused)))
            }
        }
    }

    /// Splits a payload into kind, schema and body.
    pub(crate) fn read_payload<'a>(&self, payload: &'a [u8]) -> Result<(DocumentKind, u16, &'a [u8]), PayloadRefused> {
        decode_payload_up_to(payload, self.host.schemas_ahead())
    }

    /// Whether the record's document stands here on a colleague's word: then the record is only kept, and the document is built from its
    /// records once the trail is checked.
    fn waits_for_trail(&self, writer: &Writer<'_>, batch: &mut Batch, record: &StoredRecord) -> Result<bool, AppError> {
        let checking = match batch.checking {
            Some(checking) => checking,
            None => *batch.checking.insert(writer.first_sync(record.space)?.is_some()),
        };
        let waits = checking && !batch.ahead && writer.provisional(record.document)?.is_some();
        if waits {
            batch.provisional.insert(record.document);
        }
        Ok(waits)
    }

    fn open_document(&self, writer: &Writer<'_>, id: DocumentId, space: SpaceId, kind: DocumentKind) -> Result<Touched, AppError> {
        let stored = writer.document(id)?;
        let (space, missing) = stored.as_ref().map_or((space, false), |stored| (stored.space, stored.missing));
        let open = match stored {
            Some(stored) => self.load(&stored)?,
            None => self.empty(kind.tag()),
        };
        Ok(Touched { space, open, missing, changed: false, by_other: false, taken: false })
    }

    /// A document as it is stored.
    pub(crate) fn load(&self, stored: &StoredDocument) -> Result<Open, LoadRefused> {
        let (bytes, actor) = (&stored.snapshot, self.actor());
        Ok(match kind_of(stored.kind) {
            DocumentKind::Case => Open::Case(CaseDocument::load(bytes, &actor)?),
            // Lines about who looked are kept as rows: there is no document of them.
            DocumentKind::Directory | DocumentKind::Access => Open::Directory(DirectoryDocument::load(bytes, &actor)?),
            DocumentKind::CaseTypes => Open::CaseTypes(CaseTypesDocument::load(bytes, &actor)?),
        })
    }

    /// A document of a kind into which nothing has gone yet.
    pub(crate) fn empty(&self, kind: u8) -> Open {
        match kind_of(kind) {
            DocumentKind::Case => Open::Case(CaseDocument::receive(&self.actor())),
            DocumentKind::Directory | DocumentKind::Access => Open::Directory(DirectoryDocument::create(&self.actor())),
            DocumentKind::CaseTypes => Open::CaseTypes(CaseTypesDocument::create(&self.actor())),
        }
    }

    /// Writes the documents of a batch and what lists and search show of them. Gives the cases that changed.
    pub(crate) fn finish_batch(&self, writer: &mut Writer<'_>, mut batch: Batch) -> Result<Vec<CaseId>, AppError> {
        self.rebuild_due(writer, &mut batch)?;
        let mut cases = Vec::new();
        let mut removed_in = BTreeSet::new();
        for (id, mut touched) in batch.documents.into_iter().filter(|(_, touched)| touched.taken) {
            if touched.missing && touched.changed && !batch.ahead {
                for refused in self.apply_waiting(writer, id, &mut touched)? {
                    writer.set_aside(&refused)?;
                }
            }
            let kind = touched.open.kind();
            writer.put_document(&StoredDocument {
                id,
                space: touched.space,
                kind: kind.tag(),
                schema: kind.schema() + self.host.schemas_ahead(),
                snapshot: touched.open.save(),
                missing: touched.missing,
            })?;
            match &touched.open {
                Open::Case(document) => {
                    let case = CaseId(id.0);
                    if self.project(writer, case, touched.space, document, touched.by_other)? {
                        cases.push(case);
                    }
                    if touched.by_other && document.is_removed() {
                        removed_in.insert(touched.space);
                    }
                }
                Open::Directory(document) => self.set_names(document.read().unwrap_or_default()),
                // What was known stays, where it cannot be read: cases of these types are here.
                Open::CaseTypes(document) => document.read().into_iter().for_each(|added| self.set_own_case_types(added)),
            }
        }
        for space in removed_in {
            self.ask_about_many_removals(writer, space)?;
        }
        Ok(cases)
    }

    /// Offers the records that wait for an earlier change again, until nothing more goes in.
    /// Gives those that the document refuses once they can be read; what it refused before and takes now is set aside no more.
    pub(crate) fn apply_waiting(&self, writer: &mut Writer<'_>, id: DocumentId, touched: &mut Touched) -> Result<Vec<SetAside>, AppError> {
        let records = writer.records_of(id)?;
        let all = self.apply_all(&mut touched.open, &*self.register()?, records.iter());
        touched.missing = all.missing;
        for record in all.handed_on {
            self.note_handed_on(writer, record)?;
        }
        let refused: BTreeSet<Hash> = all.refused.iter().map(|(record, _)| record.hash).collect();
        for note in writer.set_aside_in(id)? {
            if !refused.contains(&note.hash) && writer.has_record(note.hash)? {
                writer.take_set_aside(note.hash)?;
            }
        }
        let aside = |(record, refused): (&StoredRecord, ApplyRefused)| SetAside {
            hash: record.hash,
            space: record.space,
            document: Some(id),
            device: Some(record.device),
            reason: code(reason_of(&refused)),
            // The record itself is kept among the records, and tried again from there.
            frame: Vec::new(),
            server_seq: record.server_seq.unwrap_or_default(),
            since: self.host.now().0,
        };
        Ok(all.refused.into_iter().map(aside).collect())
    }

    /// Applies the changes among records in any order, until nothing more goes in.
    pub(crate) fn apply_all<'a>(
        &self,
        open: &mut Open,
        register: &Register,
        records: impl Iterator<Item = &'a StoredRecord>,
    ) -> AllApplied<'a> {
        let changes = records.filter(|record| record.kind != Kind::Checkpoint);
        let outcome = in_any_order(changes, |record: &StoredRecord| match self.read_payload(&record.payload) {
            Ok((kind, _, body)) if kind == open.kind() => Some(open.apply(record.kind, &author_of(register, record).ok()?, body)),
            _ => None,
        });
        let handed_on = outcome.applied.into_iter().filter(|(_, applied)| applied.handed_on).map(|(record, _)| record);
        AllApplied { missing: outcome.missing, refused: outcome.refused, handed_on: handed_on.collect() }
    }

    /// Writes the row of a case. `false` while the change that opens it has not arrived.
    pub(crate) fn project(
        &self,
        writer: &mut Writer<'_>,
        id: CaseId,
        space: SpaceId,
        document: &CaseDocument,
        by_other: bool,
    ) -> Result<bool, AppError> {
        let Ok(mut projection) = document.projection(id) else { return Ok(false) };
        if projection.removed {
            projection.removed = self.takes_from_lists(writer, id, space, document)?;
        } else {
            writer.forget_removal(id)?;
        }
        writer.put_case(&row(projection, id, space, by_other))?;
        Ok(true)
    }
}

/// The kind that a document is stored as. No other tag is ever stored; such a one could be read as none.
fn kind_of(tag: u8) -> DocumentKind {
    DocumentKind::from_tag(tag).unwrap_or(DocumentKind::Directory)
}

/// Puts what a record says into a case: a removal has to be one.
pub(crate) fn apply_to_case(document: &mut CaseDocument, kind: Kind, author: &Author, body: &[u8]) -> Result<Applied, ApplyRefused> {
    if kind == Kind::Tombstone { document.apply_removal(author, body) } else { document.apply(author, body) }
}

/// Why a record is set aside that its document refuses.
fn reason_of(refused: &ApplyRefused) -> SetAsideReason {
    match refused {
        ApplyRefused::ForeignActor => SetAsideReason::WrongActor,
        ApplyRefused::BrokenChain => SetAsideReason::OutOfSequence,
        ApplyRefused::NotAsSaid => SetAsideReason::RemovalUntrue,
        ApplyRefused::NoRight => SetAsideReason::NotAllowed,
        ApplyRefused::Malformed | ApplyRefused::Empty | ApplyRefused::NotAllowed(_) => SetAsideReason::Malformed,
    }
}

/// Who signed a statement, as far as documents ask: whose changes it may hold, and what its author may say of themselves.
pub(crate) fn author(register: &Register, statement: &Statement) -> Author {
    let person = register.devices().get(&statement.device).map(|device| device.person);
    Author {
        devices: register.lineage(statement.device).into_iter().map(|device| DomainDevice(device.0)).collect(),
        person: person.map(|person| PersonId(person.0)),
        manager: person.is_some_and(|person| register.is_manager_at(person, statement.space, statement.register_length)),
        administrator: person.is_some_and(|person| register.had_role(person, Role::Administrator, statement.register_length)),
    }
}

/// As [`author`], of a record that is kept.
fn author_of(register: &Register, record: &StoredRecord) -> Result<Author, AppError> {
    let signed = SignedStatement::decode(&record.statement).map_err(|_| AppError::Internal("a kept statement cannot be read"))?;
    Ok(author(register, signed.statement()))
}

/// What became of many records of a document.
#[derive(Default)]
pub(crate) struct AllApplied<'a> {
    /// Whether some wait for what is not here.
    pub(crate) missing: bool,
    pub(crate) refused: Vec<(&'a StoredRecord, ApplyRefused)>,
    /// Those whose author brought them for a device that it goes on for.
    pub(crate) handed_on: Vec<&'a StoredRecord>,
}

/// The row of a case in the vault.
pub(crate) fn row(projection: Projection, id: CaseId, space: SpaceId, changed_by_other: bool) -> CaseProjection {
    let due = projection.due();
    CaseProjection {
        id,
        space,
        reference: projection.reference,
        title: projection.title,
        case_type: projection.case_type,
        status: projection.status,
        state: projection.state,
        due,
        agenda: projection.agenda,
        assignee: projection.assignee,
        conflict: projection.conflict,
        closed: projection.closed,
        removed: projection.removed,
        changed_at: projection.changed_at,
        changed_by_other,
        created_at: projection.created_at,
        origin: projection.origin,
        hand_overs: projection.hand_overs,
        tags: projection.tags,
        search_text: projection.words,
    }
}
