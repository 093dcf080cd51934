//! Taking in what was judged to be new: documents are sealed first, then all cases of a chunk go into one transaction.

use std::fs::File;
use std::io::ErrorKind;

use praesto_contract::*;
use praesto_domain::casework::{AttachmentVersion, CaseChange as Change};
use praesto_formats::{Refusal, Refused};
use praesto_protocol::{DocumentId, SpaceId};
use praesto_vault::Writer;

use super::documents::Unfit;
use super::judge::{Judge, Verdict};
use super::{Bytes, DocumentFile, Item, limits};
use crate::attachments::Sealed;
use crate::case_types::GENERAL;
use crate::error::AppError;
use crate::host::{Host, random};
use crate::new_files::NewFiles;
use crate::office::Office;

/// A case whose documents are sealed.
struct Ready<'a> {
    /// Its place among the rows of the chunk.
    row: usize,
    item: &'a Item,
    case: CaseId,
    files: NewFiles<'a>,
    /// What its page of HTML says, as a note.
    page: Option<String>,
}

impl<H: Host> Office<H> {
    /// Takes a chunk in. Gives its rows, in the order in which a plan has them.
    pub(super) fn import_chunk(
        &self,
        space: SpaceId,
        chunk: &[Item],
        judge: &mut Judge,
        bytes: &mut Bytes,
        goes_on: &dyn Fn() -> Result<(), AppError>,
    ) -> Result<Vec<ImportRow>, AppError> {
        let mut rows = Vec::new();
        let mut ready = Vec::new();
        for item in chunk {
            goes_on()?;
            let mut verdict = self.verdict(judge, item, bytes)?;
            if matches!(verdict, Verdict::New { .. }) {
                let case = CaseId::make(self.host.now(), &random(&*self.host));
                match self.seal_documents(space, case, item, bytes)? {
                    Ok(files) => {
                        let page = self.page_of(item, bytes)?.filter(|text| !text.is_empty());
                        ready.push(Ready { row: rows.len(), item, case, files, page });
                    }
                    Err(unfit) => {
                        judge.forget(item);
                        verdict = Verdict::Refused { reason: unfit.reason, at: Some(unfit.at) };
                    }
                }
            }
            rows.extend(verdict.rows(item));
        }
        let by_origin = !matches!(bytes, Bytes::Files(_));
        let fates = self.vault.write(|writer| {
            let fate = |one: &Ready<'_>| match writer.case_by_origin(&one.item.origin)? {
                // A colleague's import of the same came while documents were sealed.
                Some(case) if by_origin => Ok(RowFate::AlreadyHere { case }),
                _ => self.make_case(writer, space, one),
            };
            ready.iter().map(fate).collect::<Result<Vec<_>, AppError>>()
        })?;
        for (one, fate) in ready.into_iter().zip(fates) {
            if matches!(fate, RowFate::New { .. }) {
                one.files.keep();
            }
            rows[one.row].fate = fate;
        }
        Ok(rows)
    }

    fn make_case(&self, writer: &mut Writer<'_>, space: SpaceId, ready: &Ready<'_>) -> Result<RowFate, AppError> {
        let sealed = ready.files.sealed();
        let versions: Vec<AttachmentVersion> = sealed.iter().map(|one| one.version.clone()).collect();
        let reference = if ready.item.brings_reference() { None } else { Some(self.next_reference(writer, GENERAL)?) };
        let mut changes = self.opening_changes(ready.item, reference, &versions);
        let note =
            |text: &String| Change::AddNote { id: NoteId::make(self.host.now(), &random(&*self.host)), text: text.clone(), corrects: None };
        changes.extend(ready.page.as_ref().map(note));
        let hashes = sealed.iter().map(|one| one.row.hash).collect();
        match self.create_case_in(writer, ready.case, space, Self::opening(ready.item), &changes, hashes) {
            Ok(()) => {
                sealed.iter().try_for_each(|one| writer.put_attachment(&one.row))?;
                Ok(RowFate::New { case: Some(ready.case) })
            }
            // More, or longer, than a case holds: this one is named, the others go in.
            Err(error) => Ok(RowFate::Refused { reason: limits::refusal(error)?.to_owned() }),
        }
    }

    /// Seals the files of an item's documents. What was sealed goes again where one of them cannot be.
    fn seal_documents(
        &self,
        space: SpaceId,
        case: CaseId,
        item: &Item,
        bytes: &mut Bytes,
    ) -> Result<Result<NewFiles<'_>, Unfit>, AppError> {
        let mut files = NewFiles::new(&self.vault);
        for file in item.documents.iter().flat_map(|document| &document.versions) {
            match self.seal_document(space, DocumentId(case.0), file, bytes)? {
                Ok(sealed) => files.push(sealed),
                Err(why) => return Ok(Err(Unfit::new(file, why))),
            }
        }
        Ok(Ok(files))
    }

    /// Seals a file, which may have changed since it was judged.
    fn seal_document(
        &self,
        space: SpaceId,
        document: DocumentId,
        file: &DocumentFile,
        bytes: &mut Bytes,
    ) -> Result<Result<Sealed, Refusal>, AppError> {
        let sealed = match bytes {
            Bytes::None => return Ok(Err(Refusal::MissingFile)),
            Bytes::Files(root) => match File::open(root.join(&file.at)) {
                Ok(input) => self.seal(space, document, &file.name, input),
                Err(_) => return Ok(Err(Refusal::Unreadable)),
            },
            Bytes::Package(package) => match package.document(&file.at) {
                Ok(input) => self.seal(space, document, &file.name, input),
                Err(refused) => return Ok(Err(refused.why)),
            },
            Bytes::Mails(mails) => match mails.open(&file.at) {
                Ok(input) => self.seal(space, document, &file.name, input),
                Err(refused) => return Ok(Err(refused)),
            },
        };
        match sealed {
            Ok(sealed) => Ok(Ok(sealed)),
            Err(AppError::Api(error)) if error.code == ErrorCode::FileRefused => Ok(Err(Refusal::TooLarge)),
            // Reading broke off, by itself or at a limit of the package: named like every other refusal.
            Err(AppError::File { source, .. }) if source.kind() != ErrorKind::StorageFull => Ok(Err(Refused::from_io(source).why)),
            Err(error) => Err(error),
        }
    }
}
