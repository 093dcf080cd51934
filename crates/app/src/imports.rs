//! Bringing existing files in: a table, a folder of documents, an xdomea message, mails. A plan shows each row's fate; a run is the same, done.
//!
//! Both read the source alike ([`prepare`](Office::prepare)) and decide alike ([`judge`]); only then does a run seal and write. What can be known
//! beforehand is judged beforehand. Whatever is not taken in is a row of the report.

mod csv;
mod documents;
mod folder;
mod judge;
mod limits;
mod mail;
mod reasons;
mod report;
mod take_in;
mod xdomea;

use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::atomic::Ordering;

use praesto_contract::*;
use praesto_crypto::Hash;
use praesto_domain::casework::CaseChange as Change;
use praesto_formats::{Refusal, Refused};

use crate::error::AppError;
use crate::host::Host;
use crate::office::Office;
use crate::praesto::Core;
use judge::Judge;
use report::Report;

/// Cases that one transaction takes in.
const CHUNK: usize = 64;

/// One case to be, or the reason why not.
#[derive(Default)]
struct Item {
    /// Line, path or id, for the person who imports.
    source: String,
    title: String,
    /// Stable id: the same thing is never imported twice. Empty where there is nothing to import.
    origin: String,
    /// What a mail says and brings: another one may bear the same origin.
    said: Option<Hash>,
    /// Whether its text is a page of HTML, which is read once it becomes a case.
    page: bool,
    /// Code for a second item of the same origin.
    twice: &'static str,
    changes: Vec<Change>,
    documents: Vec<Document>,
    /// How it reached the office, where that is known; else by an import.
    channel: Option<Channel>,
    /// Documents that the source names and of which a file is not there.
    missing: u32,
    /// Whether the case is closed there.
    closed: bool,
    /// Code of an `import-refused-*` message.
    refused: Option<&'static str>,
    /// What it is refused for, where the reason does not say it all.
    what: String,
}

/// A document that comes with a case: one attachment.
#[derive(Debug, PartialEq, Eq)]
struct Document {
    name: String,
    /// Its files, oldest version first; never empty.
    versions: Vec<DocumentFile>,
}

/// One version of a document.
#[derive(Debug, PartialEq, Eq)]
struct DocumentFile {
    /// Its own name, which tells its type.
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
    Files(PathBuf),
    Package(Box<praesto_formats::xdomea::XdomeaPackage<std::io::BufReader<std::fs::File>>>),
    Mails(Box<mail::Mails>),
}

impl Item {
    /// Something that is passed over, with the reason.
    fn passed_over(source: String, refused: &'static str) -> Self {
        Self { source, refused: Some(refused), ..Self::default() }
    }

    /// What its case is called by, where it says so itself.
    fn reference(&self) -> Option<&str> {
        self.changes.iter().find_map(|change| match change {
            Change::SetReference { reference } => Some(reference.as_str()),
            _ => None,
        })
    }

    fn brings_reference(&self) -> bool {
        self.reference().is_some()
    }
}

impl Document {
    /// A document that is one file.
    fn of(name: String, at: String) -> Self {
        Self { versions: vec![DocumentFile { name: name.clone(), at }], name }
    }
}

impl<H: Host> Core<H> {
    pub(crate) fn import_plan(&self, request: ImportPlan) -> Result<ImportReport, AppError> {
        let office = self.office()?;
        let watch = Watch::begin(self, &office);
        let Prepared { columns, items, mut bytes } = office.prepare(&request.source, &|done, total| watch.reads(done, total))?;
        let mut report = Report::new(columns, true);
        let mut judge = Judge::new(&bytes);
        for item in &items {
            watch.goes_on()?;
            report.extend(office.verdict(&mut judge, item, &mut bytes)?.rows(item));
        }
        Ok(report.finish())
    }

    pub(crate) fn import_run(&self, request: ImportRun) -> Result<ImportReport, AppError> {
        let office = self.office()?;
        let watch = Watch::begin(self, &office);
        let Prepared { columns, items, mut bytes } = office.prepare(&request.source, &|done, total| watch.reads(done, total))?;
        let mut report = Report::new(columns, false);
        let mut judge = Judge::new(&bytes);
        let space = office.team_space()?;
        let total = items.len() as u64;
        let mut done = 0;
        let mut changed = Vec::new();
        for chunk in items.chunks(CHUNK) {
            let rows = match office.import_chunk(space, chunk, &mut judge, &mut bytes, &|| watch.goes_on()) {
                Ok(rows) => rows,
                Err(error) => {
                    report.stop(error)?;
                    break;
                }
            };
            changed.extend(rows.iter().filter_map(|row| match row.fate {
                RowFate::New { case } => case,
                _ => None,
            }));
            report.extend(rows);
            done += chunk.len() as u64;
            self.host.emit(AppEvent::Import { done, total });
        }
        office.tell(changed);
        self.wake.ring();
        if let Ok(sync) = office.sync_view() {
            self.host.emit(AppEvent::Sync { sync });
        }
        Ok(report.finish())
    }
}

/// An import as those see it who wait for it: it says how far it is, keeps the vault open, and ends where somebody stops it.
struct Watch<'a, H: Host> {
    core: &'a Core<H>,
    office: &'a Office<H>,
    /// How often imports had been stopped when it began.
    stops: u64,
}

impl<'a, H: Host> Watch<'a, H> {
    fn begin(core: &'a Core<H>, office: &'a Office<H>) -> Self {
        Self { core, office, stops: core.import_stops.load(Ordering::Relaxed) }
    }

    /// Before each piece of work.
    fn goes_on(&self) -> Result<(), AppError> {
        self.office.still_open()?;
        self.core.used();
        if self.core.import_stops.load(Ordering::Relaxed) == self.stops { Ok(()) } else { Err(AppError::code(ErrorCode::Stopped)) }
    }

    /// So much of the source was read; told a hundred times at most.
    fn reads(&self, done: u64, total: u64) -> Result<(), AppError> {
        self.goes_on()?;
        let percent = |done: u64| done * 100 / total.max(1);
        if done == 0 || percent(done) != percent(done - 1) {
            self.core.host.emit(AppEvent::ImportReads { done, total });
        }
        Ok(())
    }
}

impl<H: Host> Core<H> {
    pub(crate) fn import_stop(&self, _: ImportStop) -> Result<(), AppError> {
        self.import_stops.fetch_add(1, Ordering::Relaxed);
        self.office()?.readers.stop_importing();
        Ok(())
    }
}

impl<H: Host> Office<H> {
    /// Reads a source; `reads` hears how far that is, and may end it.
    fn prepare(&self, source: &ImportSource, reads: &dyn Fn(u64, u64) -> Result<(), AppError>) -> Result<Prepared, AppError> {
        let mut prepared = match source {
            ImportSource::Csv { path, mapping } => csv::prepare(&*self.host, Path::new(path), mapping),
            ImportSource::Folder { path } => folder::prepare(Path::new(path)),
            ImportSource::Xdomea { path } => xdomea::prepare(&*self.host, Path::new(path)),
            ImportSource::Mail { paths } => mail::prepare(self, paths, reads),
        }?;
        for item in prepared.items.iter_mut().filter(|item| item.refused.is_none()) {
            item.refused = self.beyond(item);
        }
        Ok(prepared)
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
