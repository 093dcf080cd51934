//! Files of cases that are open in another program ([ADR 36](../../../docs/adr/0036-a-file-in-another-program.md)).
//!
//! A copy leaves the sealed world into a folder for this person alone; what is saved in it comes back as versions; it is wiped when it is put back, and
//! when the vault shuts. The vault's note of a copy is there before the copy and goes after it, so that the next opening finds what a kill left. What
//! may be half of something never becomes the version that is opened next: it stands beside, and says so.

mod back;
mod folder;
mod program;
mod seal;

use std::sync::{Mutex, MutexGuard, PoisonError, TryLockError};
use std::time::{Duration, Instant};

use praesto_contract::*;
use praesto_domain::casework::{CaseChange as Change, EventKind};
use praesto_vault::CopyOut;

use crate::access::Taken;
use crate::documents::Saved;
use crate::error::AppError;
use crate::file_views::found_of;
use crate::host::{Host, random};
use crate::letters::refuse_signed_off;
use crate::office::Office;
use crate::praesto::Core;
use crate::save::EditOptions;
use crate::unseal::Found;

use folder::{Folder, Mark, mark, name_of_copy};
pub(crate) use program::{open_in_program, runtime_folder};

/// How long a file has to rest before what is in it counts as saved.
const QUIET: Duration = Duration::from_secs(2);
/// After that long a file that could not be sealed is tried again.
const AGAIN: Duration = Duration::from_secs(10);
/// A second press within this time is the same press.
const ONE_PRESS: Duration = Duration::from_secs(3);
/// How much more room than its length a copy needs in memory: programs write a whole file before they put it in the place of the one before.
const ROOM: u64 = 4;
const SPARE: u64 = 32 << 20;
/// Where the vault keeps that this person was told on this computer what it means.
const WARNED: &str = "elsewhere-warned";

/// Copies that are out.
#[derive(Default)]
pub(crate) struct Elsewhere {
    /// Held by whoever opens, seals or wipes one.
    turn: Mutex<()>,
    copies: Mutex<Vec<Open>>,
    found: Mutex<Vec<FoundElsewhere>>,
}

/// A copy that is out.
#[derive(Clone)]
struct Open {
    copy: CopyOut,
    folder: Folder,
    /// The media type of what it was made from.
    media_type: String,
    /// The state in which it holds what its row says.
    known: Option<Mark>,
    /// The state in which it was seen last, and since when.
    seen: Option<(Mark, Instant)>,
    /// In which state it was last tried in vain to seal it, and when, where trying again may help.
    tried: Option<(Option<Instant>, Option<Mark>)>,
    started: Option<Instant>,
    /// Left by a program that was ended: nobody knows whether what is in it was saved.
    interrupted: bool,
    versions: u64,
    cut_off: bool,
    problem: Option<ApiError>,
}

impl Open {
    fn new(copy: CopyOut, folder: Folder, media_type: String) -> Self {
        Self {
            copy,
            folder,
            media_type,
            known: None,
            seen: None,
            tried: None,
            started: None,
            interrupted: false,
            versions: 0,
            cut_off: false,
            problem: None,
        }
    }

    fn mark(&self) -> Option<Mark> {
        mark(&self.folder.file(&self.copy.name))
    }

    /// Notes how the copy is now. Says whether it holds something new that has rested.
    fn rests(&mut self) -> bool {
        let now = self.mark();
        match (now, self.seen) {
            (None, _) => self.seen = None,
            (Some(now), Some((seen, _))) if now == seen => {}
            (Some(now), _) => self.seen = Some((now, Instant::now())),
        }
        now.is_some() && now != self.known && self.seen.is_some_and(|(_, since)| since.elapsed() >= QUIET)
    }
}

impl Elsewhere {
    fn copies(&self) -> MutexGuard<'_, Vec<Open>> {
        self.copies.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn found(&self) -> MutexGuard<'_, Vec<FoundElsewhere>> {
        self.found.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn turn(&self) -> MutexGuard<'_, ()> {
        self.turn.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What is known of a copy takes the place of what was.
    fn put(&self, open: Open) {
        let mut copies = self.copies();
        match copies.iter_mut().find(|other| other.copy.id == open.copy.id) {
            Some(place) => *place = open,
            None => copies.push(open),
        }
    }

    fn forget(&self, id: CopyId) {
        self.copies().retain(|open| open.copy.id != id);
    }
}

impl<H: Host> Core<H> {
    pub(crate) fn file_edit(&self, request: FileEdit) -> Result<ElsewhereView, AppError> {
        let office = self.office()?;
        let is_it = |open: &&Open| open.copy.case == request.case && open.copy.attachment == request.attachment;
        // Brought here before anybody waits for it.
        let held = office.elsewhere.copies().iter().any(|open| is_it(&open));
        if !held {
            office.check_for_edit(request.case)?;
            refuse_signed_off(&office.case_in(request.case)?.0, request.attachment)?;
            let fetch = AttachmentFetch { case: request.case, attachment: request.attachment, version: request.version.clone() };
            self.attachment_fetch(fetch)?;
        }
        let _turn = office.elsewhere.turn();
        let open = office.elsewhere.copies().iter().find(is_it).cloned();
        let (open, fresh) = match open {
            Some(open) => (open, false),
            None => (self.let_out(&office, &request)?, true),
        };
        // Whoever shuts the vault from here on finds it; whoever did before has not.
        office.elsewhere.put(open.clone());
        if let Err(error) = office.still_open() {
            if fresh {
                self.wiped(&office, &open)?;
            }
            return Err(error);
        }
        if request.start && open.started.is_none_or(|started| started.elapsed() >= ONE_PRESS) {
            if let Err(error) = self.host.open_in_program(&open.folder.file(&open.copy.name)) {
                tracing::warn!(kind = ?error.kind(), "no program opens a file");
                if fresh {
                    self.wiped(&office, &open)?;
                }
                return Err(AppError::code(ErrorCode::NoProgram));
            }
            office.elsewhere.put(Open { started: Some(Instant::now()), ..open });
        }
        office.vault.write(|writer| Ok::<_, AppError>(writer.put_meta(WARNED, &[1])?))?;
        drop(self.saved(&office, request.case)?);
        self.tell_elsewhere(&office)
    }

    pub(crate) fn files_elsewhere(&self, _: FilesElsewhereGet) -> Result<ElsewhereView, AppError> {
        let office = self.office()?;
        self.look_elsewhere(&office);
        office.elsewhere_view()
    }

    pub(crate) fn file_put_back(&self, request: FilePutBack) -> Result<PutBack, AppError> {
        let office = self.office()?;
        let done = self.put_back(&office, request.copy, back::Why::Asked);
        self.tell_elsewhere(&office)?;
        done
    }

    pub(crate) fn found_take(&self, request: FoundTake) -> Result<CaseView, AppError> {
        let office = self.office()?;
        office.edit_case(request.case, |document, now| {
            let case = document.read(request.case)?;
            let found = case.attachments.iter().find(|one| one.id == request.attachment && !one.removed);
            let taken = found.and_then(|found| found_of(&case, found).map(|(of, _)| of).zip(found.versions.last().cloned()));
            let (of, version) = taken.ok_or(AppError::code(ErrorCode::NotFound))?;
            refuse_signed_off(&case, of)?;
            let changes =
                [Change::AddAttachmentVersion { id: of, version }, Change::RemoveAttachment { id: request.attachment, removed: true }];
            // A version stays; taking half of this back would leave it in two places.
            Ok(Saved { inverse: Vec::new(), ..document.edit(now, &changes)? })
        })?;
        let of_it = |one: &FoundElsewhere| one.case == request.case && one.attachment == Some(request.attachment);
        office.elsewhere.found().retain(|one| !of_it(one));
        self.tell_elsewhere(&office)?;
        self.saved(&office, request.case)
    }

    /// Writes a copy to where it is to be opened. The case knows of it, and the vault of the copy, before there is one.
    fn let_out(&self, office: &Office<H>, request: &FileEdit) -> Result<Open, AppError> {
        let found = office.version(request.case, request.attachment, request.version.as_deref())?;
        let keys = office.keys_of(&found)?;
        let sealed = office.sealed_version(&found)?;
        let needed = found.version.size.saturating_mul(ROOM).saturating_add(SPARE);
        let place = self.host.memory_folder().filter(|place| self.host.free_space(place) >= needed);
        let copy = self.note_copy(office, request, &found, place.map(|place| place.to_string_lossy().into_owned()))?;
        let folder = Folder::of(&self.profile, &copy);
        let mut open = Open::new(copy, folder, found.version.media_type.clone());
        let written = self.write_copy(office, &open, || {
            let path = open.folder.file(&open.copy.name).display().to_string();
            let failed = |source| AppError::File { path: path.clone(), source };
            let mut file = open.folder.begin().map_err(failed)?;
            office.copy_out(&keys, sealed, &found, &mut file)?;
            // Under its name only once it is whole: what a kill left under it was written by somebody else.
            open.folder.finish(&open.copy.name).map_err(failed)
        });
        if let Err(error) = written {
            self.wiped(office, &open)?;
            return Err(error);
        }
        open.known = open.mark();
        Ok(open)
    }

    fn write_copy(&self, office: &Office<H>, open: &Open, write: impl FnOnce() -> Result<(), AppError>) -> Result<(), AppError> {
        office.still_open()?;
        let path = open.folder.file("").display().to_string();
        open.folder.make(&self.profile).map_err(|source| AppError::File { path, source })?;
        write()
    }

    fn note_copy(&self, office: &Office<H>, request: &FileEdit, found: &Found, place: Option<String>) -> Result<CopyOut, AppError> {
        let event = Change::AddEvent {
            id: EventId::make(self.host.now(), &random(&*self.host)),
            event: EventKind::OpenedElsewhere { name: found.name.clone(), version: found.version.sealed_hash.clone() },
        };
        let mut copy = CopyOut {
            id: CopyId(uuid::Uuid::from_bytes(random(&*self.host))),
            case: request.case,
            attachment: request.attachment,
            version: found.version.sealed_hash.clone(),
            content: found.version.content_hash.clone(),
            heads: Vec::new(),
            name: name_of_copy(&found.name),
            place: place.unwrap_or_default(),
            opened_at: self.host.now(),
        };
        let options = EditOptions { undoable: true, ..EditOptions::default() };
        office.vault.write(|writer| {
            office.edit_case_in(writer, request.case, &options, |document, now| {
                let saved = document.edit(now, std::slice::from_ref(&event))?;
                copy.heads = document.heads();
                Ok(saved)
            })?;
            office.note_access(writer, Some(request.case), Taken { kind: AccessKind::OpenedElsewhere, name: &found.name, reason: "" })?;
            Ok::<_, AppError>(writer.put_copy_out(&copy)?)
        })?;
        Ok(copy)
    }

    /// Wipes a copy and then forgets it: one that cannot be wiped is not forgotten.
    fn wiped(&self, office: &Office<H>, open: &Open) -> Result<(), AppError> {
        let path = open.folder.file("").display().to_string();
        open.folder.wipe().map_err(|source| AppError::File { path, source })?;
        office.vault.write(|writer| Ok::<_, AppError>(writer.forget_copy_out(open.copy.id)?))?;
        office.elsewhere.forget(open.copy.id);
        Ok(())
    }

    /// Seals what other programs have saved, if it has rested and nobody is at it already.
    pub(crate) fn look_elsewhere(&self, office: &Office<H>) {
        let _turn = match office.elsewhere.turn.try_lock() {
            Ok(turn) => turn,
            Err(TryLockError::Poisoned(turn)) => turn.into_inner(),
            Err(TryLockError::WouldBlock) => return,
        };
        let opens = office.elsewhere.copies().clone();
        for mut open in opens {
            let before = (open.versions, open.cut_off, open.problem.clone());
            let due = |tried: Option<Instant>| tried.is_some_and(|tried| tried.elapsed() >= AGAIN);
            if open.rests() && open.tried.is_none_or(|(tried, state)| state != open.mark() || due(tried)) {
                self.seal_saved(office, &mut open, &|| office.still_open());
            }
            let changed = before != (open.versions, open.cut_off, open.problem.clone());
            let (case, gone) = (open.copy.case, open.interrupted && open.known.is_some());
            if gone {
                // What was found stands beside; there is nothing more to come from a program that was ended.
                open.interrupted = false;
            }
            office.elsewhere.put(open);
            if changed {
                office.tell(vec![case]);
                self.wake.ring();
                // The view is told; who cannot be told asks.
                let _ = self.tell_elsewhere(office);
            }
        }
    }

    fn tell_elsewhere(&self, office: &Office<H>) -> Result<ElsewhereView, AppError> {
        let elsewhere = office.elsewhere_view()?;
        // A locked window hears of no names.
        if office.still_open().is_ok() {
            self.host.emit(AppEvent::Elsewhere { elsewhere: elsewhere.clone() });
        }
        Ok(elsewhere)
    }

    /// Wipes the copies of a profile whose vault was thrown away, and with it what it knew of them.
    pub(crate) fn forget_elsewhere(&self) {
        if let Err(error) = folder::wipe_all(&self.profile, self.host.memory_folder().as_deref()) {
            tracing::error!(kind = ?error.kind(), "a copy outside could not be wiped");
        }
    }
}

impl<H: Host> Office<H> {
    fn elsewhere_view(&self) -> Result<ElsewhereView, AppError> {
        let opens = self.elsewhere.copies().clone();
        let files = opens.into_iter().map(|open| {
            Ok(FileElsewhere {
                copy: open.copy.id,
                case: open.copy.case,
                reference: self.reference_of(open.copy.case)?,
                attachment: open.copy.attachment,
                path: open.folder.file(&open.copy.name).display().to_string(),
                name: open.copy.name,
                opened_at: open.copy.opened_at,
                in_memory: open.folder.is_outside(),
                versions: open.versions,
                cut_off: open.cut_off,
                problem: open.problem,
            })
        });
        let files = files.collect::<Result<_, AppError>>()?;
        let warned = self.vault.read(|view| Ok::<_, AppError>(view.meta(WARNED)?))?.is_some();
        Ok(ElsewhereView { files, found: self.elsewhere.found().clone(), warned })
    }

    fn reference_of(&self, case: CaseId) -> Result<String, AppError> {
        let case = self.vault.read(|view| Ok::<_, AppError>(view.case_projection(case)?))?;
        Ok(case.map(|case| case.reference).unwrap_or_default())
    }

    /// Wipes every copy, and keeps nothing of any.
    pub(crate) fn wipe_elsewhere(&self) {
        let _turn = self.elsewhere.turn();
        for open in self.elsewhere.copies().drain(..) {
            if let Err(error) = open.folder.wipe() {
                tracing::error!(kind = ?error.kind(), "a copy outside could not be wiped");
            }
        }
    }
}
