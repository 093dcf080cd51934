//! From a record to what people see: the document it changes, the row that lists show, the words that search finds. The one way in, for own edits
//! and colleagues' records alike.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use praesto_contract::{CaseId, Moment, SetAsideReason};
use praesto_domain::DeviceId as DomainDevice;
use praesto_domain::casework::{self, Case};
use praesto_protocol::register::Register;
use praesto_protocol::{DeviceId, DocumentId, Kind, SpaceId};
use praesto_vault::{CaseProjection, SetAside, StoredDocument, StoredRecord, Writer};

use crate::documents::{Applied, ApplyRefused, CaseDocument, DirectoryDocument, DocumentKind, PayloadRefused, decode_payload_up_to};
use crate::error::AppError;
use crate::host::Host;
use crate::office::Office;

/// A document in memory.
pub(crate) enum Open {
    Case(CaseDocument),
    Directory(DirectoryDocument),
}

impl Open {
    fn kind(&self) -> DocumentKind {
        match self {
            Self::Case(_) => DocumentKind::Case,
            Self::Directory(_) => DocumentKind::Directory,
        }
    }

    fn apply(&mut self, devices: &[DomainDevice], body: &[u8]) -> Result<Applied, ApplyRefused> {
        match self {
            Self::Case(document) => document.apply(devices, body),
            Self::Directory(document) => document.apply(devices, body),
        }
    }

    fn save(&self) -> Vec<u8> {
        match self {
            Self::Case(document) => document.save(),
            Self::Directory(document) => document.save(),
        }
    }
}

struct Touched {
    space: SpaceId,
    open: Open,
    missing: bool,
    changed: bool,
    by_other: bool,
}

/// The documents that one transaction changes; each is read and written once.
#[derive(Default)]
pub(crate) struct Batch(BTreeMap<DocumentId, Touched>);

impl Batch {
    /// Number of documents that it holds.
    pub(crate) fn len(&self) -> usize {
        self.0.len()
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
        if record.kind != Kind::Change {
            return Ok(Some(SetAsideReason::UnknownSchema));
        }
        let (kind, body) = match self.read_payload(&record.payload) {
            Ok((kind, _, body)) => (kind, body),
            Err(PayloadRefused::TooShort) => return Ok(Some(SetAsideReason::Malformed)),
            Err(_) => return Ok(Some(SetAsideReason::UnknownSchema)),
        };
        // Names have one place, and cases another: a document elsewhere could forge the first or hide the second.
        let directory = self.directory_document()?;
        let in_place = match kind {
            DocumentKind::Directory => (record.space, record.document) == directory,
            DocumentKind::Case => record.space != directory.0,
        };
        if !in_place {
            return Ok(Some(SetAsideReason::NotAllowed));
        }
        let touched = match batch.0.entry(record.document) {
            Entry::Occupied(held) => held.into_mut(),
            Entry::Vacant(place) => place.insert(self.open_document(writer, record.document, record.space, kind)?),
        };
        if touched.open.kind() != kind || touched.space != record.space {
            return Ok(Some(SetAsideReason::Forged));
        }
        match touched.open.apply(&lineage(&*self.register()?, record.device), body) {
            Ok(applied) => {
                if applied.handed_on {
                    self.note_handed_on(writer, record)?;
                }
                touched.missing |= !applied.missing.is_empty();
                touched.changed |= applied.changed();
                touched.by_other |= record.device != self.device();
                Ok(None)
            }
            Err(ApplyRefused::ForeignActor) => Ok(Some(SetAsideReason::WrongActor)),
            Err(ApplyRefused::BrokenChain) => Ok(Some(SetAsideReason::ChainFork)),
            Err(refused @ (ApplyRefused::Malformed | ApplyRefused::Empty | ApplyRefused::NotAllowed(_))) => {
                // The refusal names a rule of the schema, never what the record holds.
                tracing::warn!(%refused, record = %record.hash, "a record does not fit its document");
                Ok(Some(SetAsideReason::Malformed))
            }
        }
    }

    /// Splits a payload into kind, schema and body.
    pub(crate) fn read_payload<'a>(&self, payload: &'a [u8]) -> Result<(DocumentKind, u16, &'a [u8]), PayloadRefused> {
        decode_payload_up_to(payload, self.host.schemas_ahead())
    }

    fn open_document(&self, writer: &Writer<'_>, id: DocumentId, space: SpaceId, kind: DocumentKind) -> Result<Touched, AppError> {
        let stored = writer.document(id)?;
        let (space, missing) = stored.as_ref().map_or((space, false), |stored| (stored.space, stored.missing));
        let open = match (stored, kind) {
            (Some(stored), _) if stored.kind == DocumentKind::Case.tag() => {
                Open::Case(CaseDocument::load(&stored.snapshot, &self.actor())?)
            }
            (Some(stored), _) => Open::Directory(DirectoryDocument::load(&stored.snapshot, &self.actor())?),
            (None, DocumentKind::Case) => Open::Case(CaseDocument::receive(&self.actor())),
            (None, DocumentKind::Directory) => Open::Directory(DirectoryDocument::create(&self.actor())),
        };
        Ok(Touched { space, open, missing, changed: false, by_other: false })
    }

    /// Writes the documents of a batch and what lists and search show of them. Gives the cases that changed.
    pub(crate) fn finish_batch(&self, writer: &mut Writer<'_>, batch: Batch) -> Result<Vec<CaseId>, AppError> {
        let mut cases = Vec::new();
        for (id, mut touched) in batch.0 {
            if touched.missing && touched.changed {
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
                }
                Open::Directory(document) => self.set_names(document.read().unwrap_or_default()),
            }
        }
        Ok(cases)
    }

    /// Offers the records that wait for an earlier change again, until nothing more goes in.
    /// Gives those that the document refuses once they can be read.
    fn apply_waiting(&self, writer: &Writer<'_>, id: DocumentId, touched: &mut Touched) -> Result<Vec<SetAside>, AppError> {
        let register = self.register()?;
        let records = writer.records_of(id)?;
        loop {
            let (mut missing, mut progress) = (false, false);
            let mut refused = Vec::new();
            for record in &records {
                let Ok((_, _, body)) = self.read_payload(&record.payload) else { continue };
                match touched.open.apply(&lineage(&register, record.device), body) {
                    Ok(applied) => {
                        missing |= !applied.missing.is_empty();
                        progress |= applied.changed();
                    }
                    Err(_) => refused.push(SetAside {
                        hash: record.hash,
                        space: record.space,
                        document: Some(id),
                        device: Some(record.device),
                        reason: "malformed".to_owned(),
                        // The record itself is kept among the records; there is no frame to try again.
                        frame: Vec::new(),
                        server_seq: record.server_seq.unwrap_or_default(),
                        since: self.host.now().0,
                    }),
                }
            }
            touched.missing = missing;
            if !missing || !progress {
                return Ok(refused);
            }
        }
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
        let Ok(case) = document.read(id) else { return Ok(false) };
        let changed_at = document.changed_at().unwrap_or(case.created.at);
        writer.put_case(&projection(&case, space, changed_at, by_other))?;
        Ok(true)
    }
}

/// Whose changes a device's records may hold: its own, and those of the devices that it goes on for.
pub(crate) fn lineage(register: &Register, device: DeviceId) -> Vec<DomainDevice> {
    register.lineage(device).into_iter().map(|device| DomainDevice(device.0)).collect()
}

fn projection(case: &Case, space: SpaceId, changed_at: Moment, changed_by_other: bool) -> CaseProjection {
    let status = casework::status(case);
    CaseProjection {
        id: case.id,
        space,
        reference: case.reference.value().cloned().unwrap_or_default(),
        title: case.title.value().cloned().unwrap_or_default(),
        status,
        due: casework::due(case),
        assignee: case.assignee.value().copied().flatten(),
        conflict: !casework::conflicts(case).is_empty() || status == casework::Status::NeedsAdjudication,
        closed: status == casework::Status::Closed,
        changed_at,
        changed_by_other,
        created_at: case.created.at,
        origin: case.origin.clone(),
        // Folded like what is asked, or spellings would not meet.
        search_text: casework::fold(&casework::search_text(case)),
    }
}
