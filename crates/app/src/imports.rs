//! Bringing existing files in: a table, a folder of documents, an xdomea message. A plan shows each row's fate; a run is the same, done.

mod csv;
mod folder;
mod limits;
mod xdomea;

use std::io::Read;
use std::path::Path;

use praesto_contract::*;
use praesto_domain::casework::CaseChange as Change;
use praesto_formats::{Refusal, Refused};
use praesto_protocol::{DocumentId, SpaceId};
use praesto_vault::Writer;

use crate::attachments::Sealed;
use crate::cases::GENERAL;
use crate::documents::Opening;
use crate::error::AppError;
use crate::host::{Host, random};
use crate::office::Office;
use crate::praesto::Core;

/// Rows of one report.
const ROWS: usize = 1000;
/// Cases without documents that one transaction takes in.
const CHUNK: usize = 64;

/// One case to be, or the reason why not.
struct Item {
    /// Line, path or id, for the person who imports.
    source: String,
    title: String,
    /// Stable id: the same thing is never imported twice.
    origin: String,
    changes: Vec<Change>,
    documents: Vec<Document>,
    /// Code of an `import-refused-*` message.
    refused: Option<&'static str>,
}

/// A document that comes with a case.
struct Document {
    name: String,
    /// How its bytes are found again: a path, or a name in the package.
    at: String,
}

/// Everything that a source holds.
struct Prepared {
    columns: Vec<ImportColumn>,
    items: Vec<Item>,
    bytes: Bytes,
}

/// Where the bytes of documents are.
enum Bytes {
    None,
    Files(std::path::PathBuf),
    Package(Box<praesto_formats::xdomea::XdomeaPackage<std::io::BufReader<std::fs::File>>>),
}

impl<H: Host> Core<H> {
    pub(crate) fn import_plan(&self, request: ImportPlan) -> Result<ImportReport, AppError> {
        let office = self.office()?;
        let prepared = office.prepare(&request.source)?;
        let mut report = Report::new(prepared.columns, true);
        for item in &prepared.items {
            let fate = match item.refused {
                Some(code) => RowFate::Refused { reason: code.to_owned() },
                None => match office.imported_before(item)? {
                    Some(case) => RowFate::AlreadyHere { case },
                    None => RowFate::New { case: None },
                },
            };
            report.add(item, fate);
        }
        Ok(report.finish())
    }

    pub(crate) fn import_run(&self, request: ImportRun) -> Result<ImportReport, AppError> {
        let office = self.office()?;
        let prepared = office.prepare(&request.source)?;
        let mut report = Report::new(prepared.columns, false);
        let mut bytes = prepared.bytes;
        let space = office.team_space()?;
        let total = prepared.items.len() as u64;
        let mut done = 0;
        let mut changed = Vec::new();
        for chunk in prepared.items.chunks(CHUNK) {
            for (item, fate) in office.import_chunk(space, chunk, &mut bytes)? {
                if let RowFate::New { case: Some(case) } = &fate {
                    changed.push(*case);
                }
                report.add(item, fate);
            }
            done += chunk.len() as u64;
            self.host.emit(AppEvent::Import { done, total });
            self.used();
        }
        office.tell(changed);
        self.wake.ring();
        if let Ok(sync) = office.sync_view() {
            self.host.emit(AppEvent::Sync { sync });
        }
        Ok(report.finish())
    }
}

impl<H: Host> Office<H> {
    fn prepare(&self, source: &ImportSource) -> Result<Prepared, AppError> {
        let mut prepared = match source {
            ImportSource::Csv { path, mapping } => csv::prepare(&*self.host, Path::new(path), mapping),
            ImportSource::Folder { path } => folder::prepare(&*self.host, Path::new(path)),
            ImportSource::Xdomea { path } => xdomea::prepare(&*self.host, Path::new(path)),
        }?;
        // Known before anything changes: a plan names it like a run.
        for item in prepared.items.iter_mut().filter(|item| item.refused.is_none()) {
            item.refused = limits::beyond(item);
        }
        Ok(prepared)
    }

    fn imported_before(&self, item: &Item) -> Result<Option<CaseId>, AppError> {
        self.vault.read(|view| Ok(view.case_by_origin(&item.origin)?))
    }

    /// Takes a chunk in: documents are sealed first, then all its cases go into one transaction.
    fn import_chunk<'a>(&self, space: SpaceId, chunk: &'a [Item], bytes: &mut Bytes) -> Result<Vec<(&'a Item, RowFate)>, AppError> {
        let mut ready = Vec::new();
        let mut fates = Vec::new();
        for item in chunk {
            if let Some(code) = item.refused {
                fates.push((item, RowFate::Refused { reason: code.to_owned() }));
            } else if let Some(case) = self.imported_before(item)? {
                fates.push((item, RowFate::AlreadyHere { case }));
            } else {
                let case = CaseId::make(self.host.now(), &random(&*self.host));
                match self.seal_documents(space, case, item, bytes)? {
                    Ok(sealed) => ready.push((item, case, sealed)),
                    Err(why) => fates.push((item, RowFate::Refused { reason: why.code().to_owned() })),
                }
            }
        }
        let made = self.vault.write(|writer| {
            let mut made = Vec::new();
            for (item, case, sealed) in &ready {
                // The same row twice in one file.
                let fate = match writer.case_by_origin(&item.origin)? {
                    Some(case) => RowFate::AlreadyHere { case },
                    None => self.import_one(writer, space, *case, item, sealed)?,
                };
                made.push((*item, fate));
            }
            Ok::<_, AppError>(made)
        })?;
        fates.extend(made);
        Ok(fates)
    }

    fn import_one(
        &self,
        writer: &mut Writer<'_>,
        space: SpaceId,
        case: CaseId,
        item: &Item,
        sealed: &[(String, Sealed)],
    ) -> Result<RowFate, AppError> {
        let mut changes = vec![Change::SetTitle { title: item.title.clone() }, Change::Assign { person: Some(self.person()) }];
        if !item.changes.iter().any(|change| matches!(change, Change::SetReference { .. })) {
            changes.push(Change::SetReference { reference: self.next_reference(writer)? });
        }
        changes.extend(item.changes.iter().cloned());
        for (name, sealed) in sealed {
            writer.put_attachment(&sealed.row)?;
            let id = AttachmentId::make(self.host.now(), &random(&*self.host));
            changes.push(Change::AddAttachment { id, name: name.clone(), version: sealed.version.clone() });
        }
        let opening = Opening { case_type: GENERAL.to_owned(), channel: Channel::Import, origin: Some(item.origin.clone()) };
        let hashes = sealed.iter().map(|(_, sealed)| sealed.row.hash).collect();
        match self.create_case_in(writer, case, space, opening, &changes, hashes) {
            Ok(()) => Ok(RowFate::New { case: Some(case) }),
            // More, or longer, than a case holds: this one is named, the others go in.
            Err(AppError::Edit(refused)) => Ok(RowFate::Refused { reason: limits::named(&refused).to_owned() }),
            Err(AppError::TooLarge) => Ok(RowFate::Refused { reason: limits::CASE.to_owned() }),
            Err(error) => Err(error),
        }
    }

    fn seal_documents(
        &self,
        space: SpaceId,
        case: CaseId,
        item: &Item,
        bytes: &mut Bytes,
    ) -> Result<Result<Vec<(String, Sealed)>, Refusal>, AppError> {
        let mut sealed = Vec::new();
        let id = DocumentId(case.0);
        for document in &item.documents {
            let one = match bytes {
                Bytes::None => return Ok(Err(Refusal::MissingFile)),
                Bytes::Files(root) => match std::fs::File::open(root.join(&document.at)) {
                    Ok(file) => self.seal(space, id, &document.name, file),
                    Err(_) => return Ok(Err(Refusal::Unreadable)),
                },
                Bytes::Package(package) => match package.document(&document.at) {
                    Ok(reader) => self.seal(space, id, &document.name, reader),
                    Err(refused) => return Ok(Err(refused.why)),
                },
            };
            match one {
                Ok(one) => sealed.push((document.name.clone(), one)),
                // Reading broke off at a limit of the package: named like every other refusal.
                Err(AppError::File { source, .. }) if source.kind() != std::io::ErrorKind::StorageFull => {
                    return Ok(Err(Refused::from_io(source).why));
                }
                Err(error) => return Err(error),
            }
        }
        Ok(Ok(sealed))
    }
}

/// Reads a whole file that may not be longer than `limit` bytes.
fn read_file(path: &Path, limit: u64) -> Result<Vec<u8>, AppError> {
    let shown = path.display().to_string();
    let file = std::fs::File::open(path).map_err(|source| AppError::File { path: shown.clone(), source })?;
    let mut bytes = Vec::new();
    file.take(limit + 1).read_to_end(&mut bytes).map_err(|source| AppError::File { path: shown.clone(), source })?;
    if bytes.len() as u64 > limit { Err(refused(&Refusal::TooLarge.into(), path)) } else { Ok(bytes) }
}

/// A refusal of a whole file, as the contract says it.
fn refused(refused: &Refused, path: &Path) -> AppError {
    let error = ApiError::new(ErrorCode::FileRefused).with("reason", refused.why.code()).with("path", path.display());
    if refused.what.is_empty() { error } else { error.with("what", &refused.what) }.into()
}

/// Collects fates, refused ones first, bounded.
struct Report {
    report: ImportReport,
    others: Vec<ImportRow>,
}

impl Report {
    fn new(columns: Vec<ImportColumn>, dry_run: bool) -> Self {
        Self { report: ImportReport { columns, rows: Vec::new(), new: 0, already_here: 0, refused: 0, dry_run }, others: Vec::new() }
    }

    fn add(&mut self, item: &Item, fate: RowFate) {
        let refused = matches!(fate, RowFate::Refused { .. });
        match fate {
            RowFate::New { .. } => self.report.new += 1,
            RowFate::AlreadyHere { .. } => self.report.already_here += 1,
            RowFate::Refused { .. } => self.report.refused += 1,
        }
        let rows = if refused { &mut self.report.rows } else { &mut self.others };
        if rows.len() < ROWS {
            let documents = item.documents.len() as u32;
            rows.push(ImportRow { source: item.source.clone(), title: item.title.clone(), documents, fate });
        }
    }

    fn finish(mut self) -> ImportReport {
        let room = ROWS.saturating_sub(self.report.rows.len());
        self.report.rows.extend(self.others.into_iter().take(room));
        self.report
    }
}
