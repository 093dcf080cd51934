//! Saving: one edit becomes, in one durable transaction, a change in its document, a row in the lists, words in the index, and a signed record in
//! the outbox. What this returns `Ok` for survives anything.

use praesto_contract::{AppEvent, CaseId, Moment};
use praesto_crypto::Hash;
use praesto_domain::casework::CaseChange;
use praesto_protocol::{Content, Covers, DocumentId, Kind, SpaceId, SpaceSeen, Statement};
use praesto_vault::{StoredDocument, StoredRecord, Writer};
use serde::{Deserialize, Serialize};

use crate::case_types::own::OwnCaseTypes;
use crate::documents::{
    CaseDocument, CaseTypesDocument, DirectoryChange, DirectoryDocument, DocumentKind, Opening, Saved, encode_payload, is_acceptable,
};
use crate::error::AppError;
use crate::host::{Host, HostEntropy};
use crate::office::Office;

/// Longest payload of one save in bytes: sealed it stays under the record's limit of 1 MiB, however badly it compresses.
pub(crate) const MAX_PAYLOAD: usize = 960 << 10;

/// What else one edit of a case means.
#[derive(Default)]
pub(crate) struct EditOptions {
    /// Whether this computer remembers what takes it back.
    pub(crate) undoable: bool,
    /// The act over many cases that it is part of, or takes back.
    pub(crate) act: Option<u64>,
    /// Sealed attachments that the edit names for the first time.
    pub(crate) attachments: Vec<Hash>,
}

/// What takes one save back.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Step {
    pub(crate) changes: Vec<CaseChange>,
    /// Where the document stood after the save.
    pub(crate) heads: Vec<[u8; 32]>,
}

/// A change to a document that is to be stored, signed and sent.
struct NewChange<'a> {
    now: Moment,
    space: SpaceId,
    document: DocumentId,
    kind: DocumentKind,
    change: &'a [u8],
    /// Whether the change removes the document.
    removes: bool,
    what: String,
    attachments: Vec<Hash>,
    snapshot: Vec<u8>,
    missing: bool,
}

/// What the next statement of this device says.
pub(crate) struct NewStatement {
    pub(crate) space: SpaceId,
    pub(crate) document: DocumentId,
    pub(crate) kind: Kind,
    pub(crate) covers: Option<Covers>,
    pub(crate) attachments: Vec<Hash>,
    pub(crate) payload: Vec<u8>,
    /// What it did, as codes.
    pub(crate) what: String,
}

impl<H: Host> Office<H> {
    /// Edits a case in its own transaction.
    pub(crate) fn edit_case(
        &self,
        case: CaseId,
        edit: impl FnOnce(&mut CaseDocument, Moment) -> Result<Saved, AppError>,
    ) -> Result<(), AppError> {
        self.check_for_edit(case)?;
        let options = EditOptions { undoable: true, ..EditOptions::default() };
        self.vault.write(|writer| self.edit_case_in(writer, case, &options, edit).map(drop))
    }

    /// Edits a case within a transaction. Says whether that changed anything.
    pub(crate) fn edit_case_in(
        &self,
        writer: &mut Writer<'_>,
        case: CaseId,
        options: &EditOptions,
        edit: impl FnOnce(&mut CaseDocument, Moment) -> Result<Saved, AppError>,
    ) -> Result<bool, AppError> {
        let id = DocumentId(case.0);
        let stored = writer.document(id)?.ok_or(AppError::code(praesto_contract::ErrorCode::NotFound))?;
        if stored.kind != DocumentKind::Case.tag() {
            return Err(AppError::code(praesto_contract::ErrorCode::NotFound));
        }
        if writer.provisional(id)?.is_some_and(|row| !row.checked) {
            return Err(AppError::code(praesto_contract::ErrorCode::NotChecked));
        }
        let mut document = CaseDocument::load(&stored.snapshot, &self.actor())?;
        let now = self.host.now();
        let saved = edit(&mut document, now)?;
        self.keep_case(writer, case, (stored.space, stored.missing, now), &document, &saved, options)?;
        Ok(!saved.change.is_empty())
    }

    /// Makes a case within a transaction.
    pub(crate) fn create_case_in(
        &self,
        writer: &mut Writer<'_>,
        case: CaseId,
        space: SpaceId,
        opening: Opening,
        changes: &[CaseChange],
        attachments: Vec<Hash>,
    ) -> Result<(), AppError> {
        let pack = self.case_type(&opening.case_type);
        let mut document = CaseDocument::create(&self.actor(), opening);
        let now = self.host.now();
        let terms = self.terms(&document, case, None, pack.as_deref(), |tried| tried.edit(now, changes))?;
        let saved = document.edit(now, &[changes, &terms].concat())?;
        self.keep_case(writer, case, (space, false, now), &document, &saved, &EditOptions { attachments, ..EditOptions::default() })
    }

    fn keep_case(
        &self,
        writer: &mut Writer<'_>,
        case: CaseId,
        (space, missing, now): (SpaceId, bool, Moment),
        document: &CaseDocument,
        saved: &Saved,
        options: &EditOptions,
    ) -> Result<(), AppError> {
        if saved.change.is_empty() {
            return Ok(());
        }
        self.keep(
            writer,
            NewChange {
                now,
                space,
                document: DocumentId(case.0),
                kind: DocumentKind::Case,
                change: &saved.change,
                removes: saved.removes,
                what: saved.what.join(" "),
                attachments: options.attachments.clone(),
                snapshot: document.save(),
                missing,
            },
        )?;
        self.project(writer, case, space, document, false)?;
        // Whatever this computer saves is newer than the last act, also what cannot be taken back.
        if options.act.is_none() {
            writer.note_newer()?;
        }
        if options.undoable && saved.inverse.is_empty() {
            // Taking back what came before this would look as if this were taken back.
            writer.forget_undo(case)?;
        } else if options.undoable {
            let step = Step { changes: saved.inverse.clone(), heads: document.heads() };
            let step = serde_json::to_string(&step).map_err(|_| AppError::Internal("an undo cannot be written"))?;
            writer.push_undo(case, &step, options.act)?;
        }
        Ok(())
    }

    /// Changes names in the office's directory.
    pub(crate) fn edit_directory(&self, changes: &[DirectoryChange]) -> Result<(), AppError> {
        let (space, document) = self.directory_document()?;
        self.vault.write(|writer| {
            let stored = writer.document(document)?;
            let mut directory = match &stored {
                Some(stored) => DirectoryDocument::load(&stored.snapshot, &self.actor())?,
                None => DirectoryDocument::create(&self.actor()),
            };
            let now = self.host.now();
            let change = directory.edit(now, changes)?;
            if !change.is_empty() {
                self.keep(
                    writer,
                    NewChange {
                        now,
                        space,
                        document,
                        kind: DocumentKind::Directory,
                        change: &change,
                        removes: false,
                        what: "directory".to_owned(),
                        attachments: Vec::new(),
                        snapshot: directory.save(),
                        missing: stored.is_some_and(|stored| stored.missing),
                    },
                )?;
                self.set_names(directory.read()?);
            }
            Ok(())
        })
    }

    /// Changes the office's own case types, by what stands there now, where this person has the right to.
    pub(crate) fn edit_case_types<T>(
        &self,
        edit: impl FnOnce(&mut CaseTypesDocument, &OwnCaseTypes, Moment) -> Result<(Vec<u8>, T), AppError>,
    ) -> Result<T, AppError> {
        let (space, document) = self.case_types_document()?;
        let done = self.vault.write(|writer| {
            // Here, where nothing comes in between: what is signed without the right is refused by everybody else.
            self.check_may_change_case_types()?;
            let stored = writer.document(document)?;
            let mut types = match &stored {
                Some(stored) => CaseTypesDocument::load(&stored.snapshot, &self.actor())?,
                None => CaseTypesDocument::create(&self.actor()),
            };
            let now = self.host.now();
            let own = OwnCaseTypes::of(types.read()?, &self.own_case_types());
            let (change, done) = edit(&mut types, &own, now)?;
            if !change.is_empty() {
                self.keep(
                    writer,
                    NewChange {
                        now,
                        space,
                        document,
                        kind: DocumentKind::CaseTypes,
                        change: &change,
                        removes: false,
                        what: "case-type".to_owned(),
                        attachments: Vec::new(),
                        snapshot: types.save(),
                        missing: stored.is_some_and(|stored| stored.missing),
                    },
                )?;
                // Within the transaction: a colleague's that comes in next is taken next.
                self.set_own_case_types(types.read()?);
            }
            Ok(done)
        });
        if done.is_err() {
            // Where the disk was full, what was taken is not kept.
            let kept = self.vault.write(|writer| self.take_own_case_types(writer.document(document)?.as_ref()));
            kept.unwrap_or_else(|error| tracing::error!(%error, "the office's own case types cannot be read"));
            self.host.emit(AppEvent::CaseTypes);
        }
        done
    }

    /// Signs a change as the next statement of this device's chain and puts it into the outbox.
    fn keep(&self, writer: &mut Writer<'_>, new: NewChange<'_>) -> Result<(), AppError> {
        let schema = new.kind.schema() + self.host.schemas_ahead();
        let payload = encode_payload(new.kind, schema, new.change);
        if payload.len() > MAX_PAYLOAD || !is_acceptable(new.change) {
            // Acknowledged, it could never be sent: better said now, while the words are still on the screen.
            return Err(AppError::TooLarge);
        }
        let statement = NewStatement {
            space: new.space,
            document: new.document,
            kind: if new.removes { Kind::Tombstone } else { Kind::Change },
            covers: None,
            attachments: new.attachments,
            payload,
            what: new.what,
        };
        self.state(writer, statement, new.now)?;
        writer.put_document(&StoredDocument {
            id: new.document,
            space: new.space,
            kind: new.kind.tag(),
            schema,
            snapshot: new.snapshot,
            missing: new.missing,
        })?;
        Ok(())
    }

    /// Signs the next statement of this device's chain and puts it into the outbox. Gives its hash.
    pub(crate) fn state(&self, writer: &mut Writer<'_>, new: NewStatement, now: Moment) -> Result<Hash, AppError> {
        let register = self.register()?;
        let content = Content::make(new.payload, &mut HostEntropy(&*self.host));
        let (device_seq, prev) =
            writer.chain_head(new.space, self.device())?.map_or((1, Default::default()), |(seq, hash)| (seq + 1, hash));
        let (seq, order) = writer.cursor(new.space)?;
        let statement = Statement {
            office: register.office(),
            space: new.space,
            document: new.document,
            kind: new.kind,
            device: self.device(),
            device_seq,
            prev,
            register_length: register.length(),
            register_head: register.head(),
            space_seen: SpaceSeen { seq, order },
            covers: new.covers,
            attachments: new.attachments,
            content: content.hash(),
        }
        .sign(&self.me().signer);
        writer.insert_record(&StoredRecord {
            hash: statement.hash(),
            space: new.space,
            document: new.document,
            kind: new.kind,
            device: self.device(),
            device_seq,
            statement: statement.encode(),
            salt: content.salt,
            payload: content.payload,
            what: new.what,
            made_at: now.0,
            server_seq: None,
            received_at: None,
        })?;
        Ok(statement.hash())
    }
}
