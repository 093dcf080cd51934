//! A case out of the sealed world: its pages, its files and the sums of all of them, as a folder or as one age file for somebody.
//!
//! All of it is written beside its place. Only then the log says that it leaves, and only after that it gets its name.

mod index;
mod list;

use std::io::{self, BufReader, Read, Write};
use std::path::{Path, PathBuf};

use praesto_contract::*;
use praesto_crypto::{AgeError, AgeRecipient, AgeWriter, Hash, Hasher};
use praesto_domain::casework::{LINE_CHARS, TEXT_CHARS};
use praesto_formats::archive::Archive;
use praesto_formats::names::{extension, safe_name};
use praesto_words::{Language, Words};

use crate::access::Taken;
use crate::error::AppError;
use crate::host::Host;
use crate::jobs::Gauge;
use crate::office::Office;
use crate::outside::{Outside, OutsideFolder, sweep_part};
use crate::praesto::Core;

use index::{Index, OutFile};

/// Folder of the files, beside the page.
const FILES: &str = "files";
const INDEX: &str = "index.html";
const SUMS: &str = "manifest-sha256.txt";
/// Bytes of a name: with its number it fits every file system.
const NAME_BYTES: usize = 180;
/// Bytes of a list of recipients that are read.
const RECIPIENTS_BYTES: u64 = 64 << 10;
/// Recipients of one file.
const RECIPIENTS: usize = 20;

impl<H: Host> Core<H> {
    pub(crate) fn case_out_plan(&self, request: CaseOutPlan) -> Result<CaseOutView, AppError> {
        let office = self.office()?;
        let view = office.case_to_take_out(request.case)?;
        let files = out_files(&view);
        let here = || files.iter().filter(|file| file.here);
        Ok(CaseOutView {
            name: name_of(&view),
            files: here().count() as u64,
            bytes: here().map(|file| file.version.size).sum(),
            missing: files
                .iter()
                .filter(|file| !file.here)
                .map(|file| LeftOut { name: file.name.clone(), size: file.version.size })
                .collect(),
        })
    }

    pub(crate) fn case_out(&self, request: CaseOut) -> Result<WentOut, AppError> {
        let office = self.office()?;
        let reason = reason(&request.reason)?;
        let (name, recipients) = recipients(&request.form)?;
        let view = office.case_to_take_out(request.case)?;
        let mut files = out_files(&view);
        let all: u64 = files.iter().filter(|file| file.here).map(|file| file.version.size).sum();
        // What is looked at before it is written is read twice.
        let mut gauge = Gauge::new(if request.leave_out { 2 * all } else { all }, self.goes_on(Job::Out));
        if request.leave_out {
            leave_out(&office, view.id, &mut files, &mut gauge)?;
        }
        if let Some(missing) = files.iter().find(|file| !file.here).filter(|_| !request.leave_out) {
            return Err(ApiError::new(ErrorCode::AttachmentNotHere).with("path", &missing.name).into());
        }
        let words = Words::new(Language::from_tag(&request.language).ok_or(AppError::invalid("language"))?);
        let place = Place::begin(Path::new(&request.path), &view, recipients, gauge)?;
        let what = Leaving { view: &view, files: &files, words: &words, name: &name, reason };
        let (count, bytes) = office.while_written(place.part.clone(), || self.take_out(&office, place, &what))?;
        office.tell(vec![request.case]);
        Ok(WentOut { path: request.path, count, bytes })
    }

    /// Writes the case, then that it leaves, and lets it appear. Gives how many files that were, and their bytes.
    fn take_out(&self, office: &Office<H>, mut place: Place<'_>, what: &Leaving<'_>) -> Result<(u64, u64), AppError> {
        let Leaving { view, files, words, name, reason } = *what;
        let mut sums = Vec::with_capacity(files.len() + 1);
        for file in files.iter().filter(|file| file.here) {
            let sum = place.file(&file.path, file.version.size, |out| office.write_version(view.id, file, out))?;
            sums.push((sum, file.path.clone()));
        }
        let count = sums.len() as u64;
        // The line that this act adds is told with the others, though it is written down only once all is ready.
        let looked = office.vault.read(|vault| Ok::<_, AppError>(vault.access_of(view.id, 0, u32::MAX)?))?;
        let mut looked = office.access_rows(looked)?;
        let by = Author {
            person: Some(office.person()),
            name: office.own_name(),
            device_name: office.own_device_name(),
            me: true,
            at: self.host.now(),
        };
        looked.insert(
            0,
            AccessRow {
                kind: AccessKind::Exported,
                by: by.clone(),
                case: Some(view.id),
                reference: view.reference.clone(),
                name: name.to_owned(),
                reason: reason.to_owned(),
            },
        );
        let clock = |at: Moment| self.host.offset_minutes(at);
        let pack = office.case_type(&view.case_type);
        let index = Index { words, view, pack: pack.as_deref(), files, looked: &looked, clock: &clock, office: office.view().name };
        let page = index.page();
        sums.push((place.file(INDEX, page.len() as u64, |out| write_all(out, &page))?, INDEX.to_owned()));
        let text: String = sums.iter().map(|(sum, path)| format!("{sum}  {path}\n")).collect();
        place.file(SUMS, text.len() as u64, |out| write_all(out, text.as_bytes()))?;
        let bytes = place.bytes;
        let (ready, mut gauge) = place.ready()?;
        // Whoever removed the case meanwhile has said that it stays here.
        office.case_to_take_out(view.id)?;
        // From here on it has left.
        gauge.on(0)?;
        let taken = Taken { kind: AccessKind::Exported, name, reason };
        office.vault.write(|writer| office.note_access(writer, Some(view.id), taken))?;
        ready.appear()?;
        Ok((count, bytes))
    }
}

/// Leaves files out that nobody can open here. Else one that its author says something untrue of would keep the case from ever leaving.
fn leave_out<H: Host>(office: &Office<H>, case: CaseId, files: &mut [OutFile], gauge: &mut Gauge<'_>) -> Result<(), AppError> {
    for file in files.iter_mut().filter(|file| file.here) {
        let looked = office.write_version(case, file, &mut Summed { out: &mut io::sink(), sum: Hasher::default(), gauge });
        match looked.map_err(|error| gauge.why(error)) {
            Ok(_) => {}
            Err(error) if error.code_of().is_of_a_file() => file.here = false,
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

/// What leaves, for whom and why.
#[derive(Clone, Copy)]
struct Leaving<'a> {
    view: &'a CaseView,
    files: &'a [OutFile],
    words: &'a Words,
    name: &'a str,
    reason: &'a str,
}

impl<H: Host> Office<H> {
    /// A case as it may leave: checked, readable, and not removed.
    fn case_to_take_out(&self, case: CaseId) -> Result<CaseView, AppError> {
        self.check_for_edit(case)?;
        let view = self.case_view(case)?;
        if view.removal.as_ref().is_some_and(|removal| removal.state != RemovalState::Contested) {
            return Err(AppError::code(ErrorCode::CaseRemoved));
        }
        Ok(view)
    }

    /// Writes a version of a file, opened. Gives its bytes.
    fn write_version(&self, case: CaseId, file: &OutFile, out: &mut impl Write) -> Result<u64, AppError> {
        self.still_open()?;
        let found = self.version(case, file.attachment, Some(&file.version.id))?;
        let (keys, sealed) = (self.keys_of(&found)?, self.sealed_version(&found)?);
        self.copy_out(&keys, sealed, &found, out)
    }

    /// Does what writes into a part outside. A power cut meanwhile leaves the part; the vault knows where, and takes it away when it is opened next.
    pub(crate) fn while_written<T>(&self, part: PathBuf, write: impl FnOnce() -> Result<T, AppError>) -> Result<T, AppError> {
        let part = std::path::absolute(&part).unwrap_or(part);
        // A name that is no text cannot be kept; the part goes all the same wherever nothing fails.
        let named = part.to_str();
        if let Some(named) = named {
            self.vault.write(|writer| Ok::<_, AppError>(writer.note_part(named)?))?;
        }
        let written = write();
        // A part that is out of reach, on a stick that was pulled out, stays in mind: it may be there the next time.
        if let Some(named) = named.filter(|named| is_gone(named))
            && let Err(error) = self.vault.write(|writer| Ok::<_, AppError>(writer.forget_part(named)?))
        {
            // What was written is written; the next opening finds that the part is gone.
            tracing::warn!(%error, "that a part is gone could not be noted");
        }
        written
    }

    /// Takes away what was being written when the program ended.
    pub(crate) fn sweep_parts(&self) -> Result<(), AppError> {
        let parts = self.vault.read(|view| Ok::<_, AppError>(view.parts()?))?;
        let gone: Vec<_> = parts.into_iter().filter(|part| is_gone(part)).collect();
        if gone.is_empty() {
            return Ok(());
        }
        self.vault.write(|writer| Ok(gone.iter().try_for_each(|part| writer.forget_part(part))?))
    }
}

/// Takes away a part that lies there. Whether it is gone: where its folder cannot be seen, nobody knows.
fn is_gone(part: &str) -> bool {
    let part = Path::new(part);
    part.parent().is_some_and(Path::is_dir) && sweep_part(part).is_ok()
}

/// Why something leaves; somebody has to say.
pub(crate) fn reason(text: &str) -> Result<&str, AppError> {
    let reason = text.trim();
    if reason.is_empty() || reason.chars().count() > TEXT_CHARS { Err(AppError::invalid("reason")) } else { Ok(reason) }
}

/// For whom a case is, and the keys of whoever can open it; none where it is a folder.
fn recipients(form: &OutForm) -> Result<(String, Option<Vec<AgeRecipient>>), AppError> {
    let named = |name: &str| {
        let name = name.trim();
        if name.is_empty() || name.chars().count() > LINE_CHARS { Err(AppError::invalid("recipient")) } else { Ok(name.to_owned()) }
    };
    let (name, recipients, file) = match form {
        OutForm::Folder { name } => return Ok((named(name)?, None)),
        OutForm::Sealed { name, recipients, recipients_file } => (named(name)?, recipients, recipients_file),
    };
    let mut text = recipients.join("\n");
    if let Some(path) = file {
        let unreadable = |source| AppError::File { path: path.clone(), source };
        text.push('\n');
        let read = std::fs::File::open(path).and_then(|file| BufReader::new(file).take(RECIPIENTS_BYTES).read_to_string(&mut text));
        read.map_err(unreadable)?;
    }
    // As the age program reads such a file: one a line, what begins with # says something to people.
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    let keys: Vec<_> = lines.map(AgeRecipient::parse).collect::<Result<_, _>>().map_err(|_| AppError::invalid("recipient_key"))?;
    if keys.is_empty() || keys.len() > RECIPIENTS {
        return Err(AppError::invalid("recipient_key"));
    }
    Ok((name, Some(keys)))
}

/// The files of a case with the names that they get, in the order of the case; the newest version of each first.
fn out_files(view: &CaseView) -> Vec<OutFile> {
    let mut files = Vec::new();
    for (at, one) in view.attachments.iter().enumerate() {
        for (earlier, version) in one.versions.iter().enumerate() {
            let number = if earlier == 0 { format!("{:03}", at + 1) } else { format!("{:03}-{:02}", at + 1, one.versions.len() - earlier) };
            files.push(OutFile {
                attachment: one.id,
                name: one.name.clone(),
                // By its number it is the only one of its name on every file system, and none that a system keeps for itself.
                path: format!("{FILES}/{number} {}", fitting(&one.name)),
                newest: earlier == 0,
                found: one.found.clone().filter(|_| earlier == 0),
                here: matches!(version.whereabouts, Whereabouts::Here | Whereabouts::WaitingToBeSent),
                version: version.clone(),
            });
        }
    }
    files
}

/// A name that every file system takes, cut to bytes, its ending kept.
fn fitting(name: &str) -> String {
    let name = safe_name(name);
    if name.len() <= NAME_BYTES {
        return name;
    }
    let ending = extension(&name).filter(|ending| ending.len() <= 16).map(|ending| format!(".{ending}")).unwrap_or_default();
    let mut end = NAME_BYTES - ending.len();
    while !name.is_char_boundary(end) {
        end -= 1;
    }
    format!("{}{ending}", name[..end].trim_end_matches(['.', ' ']))
}

/// What the folder is called that holds a case.
fn name_of(view: &CaseView) -> String {
    let name = [view.reference.trim(), view.title.trim()].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    let name: String = fitting(&name).chars().take(80).collect();
    name.trim_end_matches(['.', ' ']).to_owned()
}

/// What broke off while an age file was written: the disk says so itself.
pub(crate) fn written(error: AgeError, failed: impl FnOnce(io::Error) -> AppError) -> AppError {
    match error {
        AgeError::Io(source) => failed(source),
        error => error.into(),
    }
}

fn write_all(out: &mut Summed<'_, '_>, bytes: &[u8]) -> Result<u64, AppError> {
    out.write_all(bytes).map_err(|source| AppError::File { path: String::new(), source })?;
    Ok(bytes.len() as u64)
}

/// Where a case goes while it is written.
enum Form {
    Folder(OutsideFolder),
    /// With the folder that all of it lies in.
    Sealed(Box<Archive<AgeWriter<Outside>>>, String),
}

struct Place<'a> {
    form: Form,
    path: String,
    /// Where it is being written.
    part: PathBuf,
    bytes: u64,
    gauge: Gauge<'a>,
}

/// All of it is on the disk and lacks nothing but its name.
enum Ready {
    Folder(OutsideFolder),
    Sealed(Outside),
}

impl<'a> Place<'a> {
    fn begin(path: &Path, view: &CaseView, recipients: Option<Vec<AgeRecipient>>, gauge: Gauge<'a>) -> Result<Self, AppError> {
        let (form, part) = match recipients {
            None => {
                let mut folder = OutsideFolder::begin(path)?;
                folder.folder(FILES)?;
                let part = folder.part().to_owned();
                (Form::Folder(folder), part)
            }
            Some(recipients) => {
                let out = Outside::begin(path, false)?;
                let part = out.part().to_owned();
                let failed = |source| AppError::File { path: path.display().to_string(), source };
                let sealed = AgeRecipient::writer_to_all(&recipients, out).map_err(|error| written(error, failed))?;
                (Form::Sealed(Box::new(Archive::begin(sealed)), name_of(view)), part)
            }
        };
        Ok(Self { form, path: path.display().to_string(), part, bytes: 0, gauge })
    }

    /// Writes one file. Gives its sum.
    fn file(&mut self, path: &str, size: u64, write: impl FnOnce(&mut Summed<'_, '_>) -> Result<u64, AppError>) -> Result<Hash, AppError> {
        let (at, gauge) = (self.path.clone(), &mut self.gauge);
        // What broke off while writing is told with the place that it was for.
        let failed = |error| match error {
            AppError::File { source, .. } => AppError::File { path: at.clone(), source },
            error => error,
        };
        let io = |source| AppError::File { path: at.clone(), source };
        let sum = match &mut self.form {
            Form::Folder(folder) => {
                let mut file = folder.file(path).map_err(io)?;
                let mut out = Summed { out: &mut file, sum: Hasher::default(), gauge };
                let wrote = write(&mut out).map_err(failed);
                let sum = out.sum.finish();
                self.bytes += wrote.map_err(|error| self.gauge.why(error))?;
                file.sync_all().map_err(io)?;
                sum
            }
            Form::Sealed(archive, folder) => {
                archive.file(&format!("{folder}/{path}"), size).map_err(io)?;
                let mut out = Summed { out: &mut **archive, sum: Hasher::default(), gauge };
                let wrote = write(&mut out).map_err(failed);
                let sum = out.sum.finish();
                self.bytes += wrote.map_err(|error| self.gauge.why(error))?;
                sum
            }
        };
        Ok(sum)
    }

    fn ready(self) -> Result<(Ready, Gauge<'a>), AppError> {
        let ready = match self.form {
            Form::Folder(folder) => Ready::Folder(folder),
            Form::Sealed(archive, _) => {
                let failed = |source| AppError::File { path: self.path.clone(), source };
                Ready::Sealed(archive.finish().map_err(failed)?.finish().map_err(|error| written(error, failed))?)
            }
        };
        Ok((ready, self.gauge))
    }
}

impl Ready {
    fn appear(self) -> Result<(), AppError> {
        match self {
            Self::Folder(folder) => folder.finish(),
            Self::Sealed(file) => file.finish(),
        }
    }
}

/// Writes, sums and counts at once.
struct Summed<'a, 'b> {
    out: &'a mut dyn Write,
    sum: Hasher,
    gauge: &'a mut Gauge<'b>,
}

impl Write for Summed<'_, '_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let count = self.out.write(bytes)?;
        self.sum.update(&bytes[..count]);
        self.gauge.wrote(count)?;
        Ok(count)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::{fitting, is_gone};

    #[test]
    fn a_part_on_a_stick_that_is_not_there_stays_in_mind() {
        let home = tempfile::tempdir().expect("a folder");
        let (stick, drawer) = (home.path().join("stick"), home.path().join("drawer"));
        std::fs::create_dir(&stick).expect("a stick");
        let part = stick.join(".praesto-1.part");
        std::fs::write(&part, b"half of a case").expect("a part");
        let part = part.to_str().expect("text");
        std::fs::rename(&stick, &drawer).expect("pulled out");
        assert!(!is_gone(part));
        std::fs::rename(&drawer, &stick).expect("and back");
        assert!(is_gone(part) && !stick.join(".praesto-1.part").exists());
        assert!(is_gone(part), "one that was moved to its place is gone as well");
    }

    #[test]
    fn a_name_leaves_no_folder_and_fits_every_disk() {
        for (name, made) in [("../../etc/passwd", ".._.._etc_passwd"), ("a:b*c?.pdf", "a_b_c_.pdf"), ("", "_"), (" . ", "_")] {
            assert_eq!(fitting(name), made);
        }
        let long = fitting(&format!("{}.pdf", "ж".repeat(300)));
        assert!(long.len() <= 180 && long.ends_with(".pdf"), "{} bytes", long.len());
    }
}
