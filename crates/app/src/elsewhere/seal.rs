//! What is in a copy becomes a version of its file, a file beside it, or nothing, where nothing new is in it.

use std::io::{Read, Seek, SeekFrom};
use std::time::Instant;

use praesto_contract::*;
use praesto_crypto::{Hash, Hasher};
use praesto_domain::DeviceId;
use praesto_domain::casework::{AttachmentVersion, CaseChange as Change, EventKind};
use praesto_formats::looks_whole;
use praesto_formats::names::safe_name;
use praesto_protocol::DocumentId;
use praesto_vault::CopyOut;
use praesto_words::{Language, Words};

use super::Open;
use super::folder::{mark, open_unlocked};
use crate::documents::actor;
use crate::error::AppError;
use crate::host::{Host, random};
use crate::new_files::NewFiles;
use crate::office::Office;
use crate::praesto::Core;
use crate::save::EditOptions;
use crate::sync::can_be_sent;

/// Bytes read at a time.
const PIECE: usize = 64 << 10;

/// What holds a seal up; asked between pieces.
pub(super) type GoesOn<'a> = &'a dyn Fn() -> Result<(), AppError>;

/// What became of what was in a copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Became {
    Version,
    /// It is what the copy held before.
    Same,
    /// It looks cut off, and was left as it is.
    CutOff,
    /// A program holds it, or wrote to it meanwhile.
    NotYet,
}

impl<H: Host> Core<H> {
    /// Seals what was saved in a copy, and notes in it what became of that.
    pub(super) fn seal_saved(&self, office: &Office<H>, open: &mut Open, goes_on: GoesOn<'_>) {
        let sealed = if open.interrupted {
            self.keep_found(office, open, goes_on).map(|_| Became::Same)
        } else {
            self.seal_version(office, open, goes_on)
        };
        match sealed {
            Ok(became) => {
                open.problem = None;
                open.cut_off = became == Became::CutOff;
                // It stays so until somebody writes to it.
                open.tried = (became == Became::CutOff).then(|| (None, open.mark()));
            }
            Err(error) => {
                let error = ApiError::from(error);
                let passes = error.code != ErrorCode::FileRefused;
                open.tried = Some((passes.then(Instant::now), open.mark()));
                // A vault that shuts meanwhile is no problem of the file.
                open.problem = (error.code != ErrorCode::Locked).then_some(error);
            }
        }
    }

    /// Makes what is in a copy the next version of its file.
    pub(super) fn seal_version(&self, office: &Office<H>, open: &mut Open, goes_on: GoesOn<'_>) -> Result<Became, AppError> {
        let path = open.folder.file(&open.copy.name);
        let shown = path.display().to_string();
        let unreadable = |source| AppError::File { path: shown.clone(), source };
        let Some(before) = open.mark() else { return Ok(Became::Same) };
        if open.known == Some(before) {
            return Ok(Became::Same);
        }
        if !can_be_sent(before.length()) {
            return Err(ApiError::new(ErrorCode::FileRefused).with("reason", "too-large").with("path", &shown).into());
        }
        let Some(mut file) = open_unlocked(&path).map_err(unreadable)? else { return Ok(Became::NotYet) };
        let content = hashed(&mut file, goes_on).map_err(|error| named(error, &shown))?;
        if content.to_string() == open.copy.content {
            open.known = Some(before).filter(|before| open.mark() == Some(*before));
            return Ok(Became::Same);
        }
        if !looks_whole(&open.copy.name, &open.media_type, &mut file).map_err(unreadable)? {
            return Ok(Became::CutOff);
        }
        let (case, document) = (open.copy.case, DocumentId(open.copy.case.0));
        let space = office.space_of(case)?;
        let mut files = NewFiles::new(&office.vault);
        files.push(office.seal_while((space, document), &open.copy.name, file, goes_on)?);
        let [sealed] = files.sealed() else { return Err(AppError::Internal("a copy is one file")) };
        if open.mark() != Some(before) || sealed.version.content_hash != content.to_string() {
            return Ok(Became::NotYet);
        }
        let (row, version) = (sealed.row.clone(), sealed.version.clone());
        let change = Change::AddAttachmentVersion { id: open.copy.attachment, version: version.clone() };
        let mut copy = open.copy.clone();
        (copy.version, copy.content) = (version.sealed_hash, version.content_hash);
        let options = EditOptions { undoable: true, attachments: vec![row.hash], ..EditOptions::default() };
        office.vault.write(|writer| {
            writer.put_attachment(&row)?;
            office.edit_case_in(writer, case, &options, |document, now| {
                let changes = std::slice::from_ref(&change);
                if document.moved_on(case, copy.attachment, &open.copy.heads)? {
                    // Whoever wrote this in another program has seen nothing of what colleagues did to the file meanwhile.
                    let fresh = actor(DeviceId(office.device().0), random(&*self.host));
                    let (saved, heads) = document.edit_beside(&fresh, &open.copy.heads, now, changes)?;
                    copy.heads = heads;
                    return Ok(saved);
                }
                let saved = document.edit(now, changes)?;
                copy.heads = document.heads();
                Ok(saved)
            })?;
            Ok::<_, AppError>(writer.put_copy_out(&copy)?)
        })?;
        files.keep();
        open.copy = copy;
        open.known = Some(before);
        open.media_type = version.media_type;
        open.versions += 1;
        Ok(Became::Version)
    }

    /// Makes what is in a copy a file of its own beside the one that it is a copy of, which stays as it is. Nothing is kept of nothing.
    pub(super) fn keep_found(&self, office: &Office<H>, open: &mut Open, goes_on: GoesOn<'_>) -> Result<Option<FoundElsewhere>, AppError> {
        let path = open.folder.file(&open.copy.name);
        let shown = path.display().to_string();
        let unreadable = |source| AppError::File { path: shown.clone(), source };
        let Some(before) = open.mark() else { return Ok(None) };
        let mut file = std::fs::File::open(&path).map_err(unreadable)?;
        let mut found = FoundElsewhere {
            case: open.copy.case,
            reference: office.reference_of(open.copy.case)?,
            name: open.copy.name.clone(),
            attachment: None,
            whole: false,
        };
        if hashed(&mut file, goes_on).map_err(|error| named(error, &shown))?.to_string() == open.copy.content {
            open.known = Some(before);
            return Ok(None);
        }
        if !before.is_empty() {
            found.whole = looks_whole(&open.copy.name, &open.media_type, &mut file).map_err(unreadable)?;
            let (id, of, whole) = (AttachmentId::make(self.host.now(), &random(&*self.host)), open.copy.attachment, found.whole);
            let name = self.found_name(&open.copy.name);
            // Its row says so: whatever ends what comes next, it is not kept twice.
            open.copy.content = self.attach(office, open, (&name, true), file, goes_on, |version| {
                let event = EventKind::FoundElsewhere { name: name.clone(), version: version.sealed_hash.clone(), of, whole };
                let event = Change::AddEvent { id: EventId::make(self.host.now(), &random(&*self.host)), event };
                vec![Change::AddAttachment { id, name: name.clone(), version }, event]
            })?;
            found.attachment = Some(id);
        }
        open.known = Some(before);
        office.elsewhere.found().push(found.clone());
        Ok(Some(found))
    }

    /// Makes what lies beside a copy files of its case. Says what they are called.
    pub(super) fn keep_others(&self, office: &Office<H>, open: &mut Open, goes_on: GoesOn<'_>) -> Result<Vec<String>, AppError> {
        let folder = open.folder.file("").display().to_string();
        let others = open.folder.others(&open.copy.name).map_err(|source| AppError::File { path: folder, source })?;
        let mut kept = Vec::new();
        for path in others {
            let shown = path.display().to_string();
            let Some(before) = mark(&path) else { continue };
            let mut file = std::fs::File::open(&path).map_err(|source| AppError::File { path: shown.clone(), source })?;
            if hashed(&mut file, goes_on).map_err(|error| named(error, &shown))?.to_string() == open.copy.content {
                // The file of the case holds it.
                continue;
            }
            let name = safe_name(&path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default());
            let id = AttachmentId::make(self.host.now(), &random(&*self.host));
            let change = |version| vec![Change::AddAttachment { id, name: name.clone(), version }];
            self.attach(office, open, (&name, false), file, goes_on, change)?;
            if mark(&path) == Some(before) {
                // It is in the case now: should the rest fail, it is not attached twice.
                std::fs::remove_file(&path).map_err(|source| AppError::File { path: shown, source })?;
            }
            kept.push(name);
        }
        Ok(kept)
    }

    /// Seals a file and names it in the case of a copy; where it is what the copy holds, the copy's row says so as well. Gives the hash of its content.
    fn attach(
        &self,
        office: &Office<H>,
        open: &Open,
        (name, is_copy): (&str, bool),
        file: impl Read,
        goes_on: GoesOn<'_>,
        changes: impl FnOnce(AttachmentVersion) -> Vec<Change>,
    ) -> Result<String, AppError> {
        let case = open.copy.case;
        let space = office.space_of(case)?;
        let mut files = NewFiles::new(&office.vault);
        files.push(office.seal_while((space, DocumentId(case.0)), name, file, goes_on)?);
        let [sealed] = files.sealed() else { return Err(AppError::Internal("a copy is one file")) };
        let (row, content) = (sealed.row.clone(), sealed.version.content_hash.clone());
        let changes = changes(sealed.version.clone());
        let options = EditOptions { undoable: true, attachments: vec![row.hash], ..EditOptions::default() };
        office.vault.write(|writer| {
            writer.put_attachment(&row)?;
            office.edit_case_in(writer, case, &options, |document, now| {
                if document.is_removed() {
                    // It was not when this was written.
                    let fresh = actor(DeviceId(office.device().0), random(&*self.host));
                    return Ok(document.edit_beside(&fresh, &open.copy.heads, now, &changes)?.0);
                }
                Ok(document.edit(now, &changes)?)
            })?;
            if is_copy {
                writer.put_copy_out(&CopyOut { content: content.clone(), ..open.copy.clone() })?;
            }
            Ok::<_, AppError>(())
        })?;
        files.keep();
        Ok(content)
    }

    /// What a file is called that was found, in the language of this profile.
    fn found_name(&self, name: &str) -> String {
        let words = self.own_words();
        let (stem, ending) = match name.rsplit_once('.') {
            Some((stem, ending)) if !stem.is_empty() && !ending.is_empty() => (stem, format!(".{ending}")),
            _ => (name, String::new()),
        };
        safe_name(&words.text("elsewhere-found-name", &[("name", stem.into()), ("ending", ending.into())]))
    }

    /// Words in the language of this profile.
    pub(super) fn own_words(&self) -> Words {
        let set = self.settings().ok().and_then(|settings| settings.language).and_then(|code| Language::from_tag(&code));
        let system = || ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(|name| std::env::var(name).ok());
        Words::new(set.unwrap_or_else(|| Language::best_of(system())))
    }
}

/// The hash of what is in a file, which is then at its beginning again.
fn hashed(file: &mut (impl Read + Seek), goes_on: GoesOn<'_>) -> Result<Hash, AppError> {
    let failed = |source| AppError::File { path: String::new(), source };
    let (mut hasher, mut piece) = (Hasher::default(), vec![0; PIECE]);
    loop {
        goes_on()?;
        let count = file.read(&mut piece).map_err(failed)?;
        if count == 0 {
            file.seek(SeekFrom::Start(0)).map_err(failed)?;
            return Ok(hasher.finish());
        }
        hasher.update(&piece[..count]);
    }
}

/// An error that names the file.
fn named(error: AppError, shown: &str) -> AppError {
    match error {
        AppError::File { source, .. } => AppError::File { path: shown.to_owned(), source },
        error => error,
    }
}
