//! Pages into one PDF. Each picture is read, straightened and packed by itself: a stranger's bytes in a process apart ([`crate::reader`]), which answers
//! with bare pixels; what is kept of them is packed and bound here.

use std::collections::HashSet;
use std::fs::File;
use std::io::{Read, Write};
use std::path::Path;

use base64::{Engine, prelude::BASE64_STANDARD};
use praesto_contract::*;
use praesto_domain::casework::CaseChange as Change;
use praesto_formats::names::safe_name;
use praesto_letters::Refused;
use praesto_letters::scans::{About, Binder, Picture, ScannedPage};
use praesto_preview::wire::Answer;
use praesto_preview::{Ask, How, Packed, Sheet, Tone, Want};
use praesto_protocol::DocumentId;
use praesto_words::Language;

use crate::error::AppError;
use crate::host::{Host, random};
use crate::new_files::NewFiles;
use crate::office::Office;
use crate::praesto::Core;
use crate::reader::{For, cannot};
use crate::save::EditOptions;

/// Width of a page that is looked at where nobody asks for one, and the narrowest and widest that is drawn, in pixels.
const WIDTH: u32 = 600;
const NARROWEST: u32 = 100;
const WIDEST: u32 = 1_600;
/// How much of a page that is looked at is kept, in percent.
const QUALITY: u8 = 72;
/// Bytes of one file that is made: it goes to every computer of the team.
const MOST: usize = 100 << 20;
const ENDING: &str = ".pdf";
/// Why a page was not read that nobody wants any more.
const STOPPED: &str = "stopped";

impl<H: Host> Core<H> {
    pub(crate) fn scan_look(&self, request: ScanLook) -> Result<ScanPageView, AppError> {
        let office = self.office()?;
        let width = if request.width == 0 { WIDTH } else { request.width.clamp(NARROWEST, WIDEST) };
        let begun = office.readers.stops();
        let (name, sheet, pixels) = office.sheet(request.case, &request.page, (request.tone, width), begun)?;
        if matches!(request.page.source, ScanSource::Case { .. })
            && let Err(error) = office.vault.write(|writer| office.note_opened(writer, request.case))
        {
            // Opening the case has noted it as a rule; a full disk keeps nobody from looking.
            tracing::warn!(%error, "that pages of a file are looked at could not be noted");
        }
        let jpeg = sheet.jpeg(&pixels, QUALITY).ok_or(cannot(CannotShow::Ended))?;
        let millimetres = |tenths: u32| (tenths + 5) / 10;
        Ok(ScanPageView {
            name,
            pages: sheet.pages,
            width: sheet.width,
            height: sheet.height,
            jpeg: BASE64_STANDARD.encode(jpeg),
            askew: sheet.askew,
            cropped: sheet.cropped,
            paper: (millimetres(sheet.paper.0), millimetres(sheet.paper.1)),
        })
    }

    pub(crate) fn scan_make(&self, request: ScanMake) -> Result<CaseView, AppError> {
        let office = self.office()?;
        if request.pages.is_empty() || request.pages.len() > SCAN_PAGES {
            return Err(AppError::invalid("pages"));
        }
        let language = Language::from_tag(&request.language).ok_or_else(|| AppError::invalid("language"))?;
        let title = title(&request.name).ok_or_else(|| AppError::invalid("attachment"))?;
        let (case, document) = (request.case, DocumentId(request.case.0));
        let space = office.space_of(case)?;
        office.check_for_edit(case)?;
        let _turn = office.scanning.begin()?;
        let bytes = self.bound(&office, &request, &title, language)?;
        // Everything is sealed before the case names any of it: what breaks off leaves nothing behind.
        let mut files = NewFiles::new(&office.vault);
        let mut names = vec![safe_name(&format!("{title}{ENDING}"))];
        files.push(office.seal(space, document, &names[0], bytes.as_slice())?);
        drop(bytes);
        for path in if request.keep { outside(&request.pages) } else { Vec::new() } {
            let (sealed, name) = office.seal_path(space, document, Path::new(path))?;
            files.push(sealed);
            names.push(name);
        }
        if office.scanning.is_ended() {
            return Err(AppError::code(ErrorCode::Stopped));
        }
        let change = |(name, version): (String, _)| Change::AddAttachment {
            id: AttachmentId::make(self.host.now(), &random(&*self.host)),
            name,
            version,
        };
        let versions = files.sealed().iter().map(|sealed| sealed.version.clone());
        let changes: Vec<_> = names.into_iter().zip(versions).map(change).collect();
        let options = EditOptions {
            undoable: true,
            attachments: files.sealed().iter().map(|sealed| sealed.row.hash).collect(),
            ..EditOptions::default()
        };
        office.vault.write(|writer| {
            files.sealed().iter().try_for_each(|sealed| writer.put_attachment(&sealed.row))?;
            office.edit_case_in(writer, case, &options, |document, now| Ok(document.edit(now, &changes)?))
        })?;
        files.keep();
        self.saved(&office, case)
    }

    pub(crate) fn scan_stop(&self, _: ScanStop) -> Result<(), AppError> {
        let office = self.office()?;
        office.scanning.end();
        office.readers.stop_scanning();
        Ok(())
    }

    /// The pages as one PDF. One page at a time is unpacked.
    fn bound(&self, office: &Office<H>, request: &ScanMake, title: &str, language: Language) -> Result<Vec<u8>, AppError> {
        let total = request.pages.len() as u64;
        let begun = office.readers.stops();
        let (mut binder, mut size) = (Binder::begin().map_err(unbound)?, 0);
        for (done, page) in request.pages.iter().enumerate() {
            if office.scanning.is_ended() {
                return Err(AppError::code(ErrorCode::Stopped));
            }
            // Whoever waits for it is at work.
            self.used();
            self.host.emit(AppEvent::Scanning { done: done as u64, total });
            let (_, sheet, pixels) = office.sheet(request.case, page, (request.tone, 0), begun)?;
            let packed = sheet.packed(&pixels, tone(request.tone)).ok_or(cannot(CannotShow::Ended))?;
            drop(pixels);
            size += packed.size();
            if size > MOST {
                return Err(AppError::code(ErrorCode::ScanTooLarge));
            }
            let picture = match packed {
                Packed::Jpeg(bytes) => Picture::Jpeg(bytes),
                Packed::Png(bytes) => Picture::Png(bytes),
            };
            binder.add(ScannedPage { picture, paper: sheet.paper }).map_err(unbound)?;
        }
        office.still_open()?;
        let today = self.host.today();
        let number = |number: i8| u8::try_from(number).unwrap_or(1);
        let about = About {
            language: language.code().to_owned(),
            title: title.to_owned(),
            office: office.view().name.clone(),
            day: (u16::try_from(today.0.year()).unwrap_or(0), number(today.0.month()), number(today.0.day())),
        };
        let bytes = binder.finish(about).map_err(unbound)?;
        // What was counted before is less than what stands in the file.
        if bytes.len() > MOST {
            return Err(AppError::code(ErrorCode::ScanTooLarge));
        }
        self.host.emit(AppEvent::Scanning { done: total, total });
        Ok(bytes)
    }
}

impl<H: Host> Office<H> {
    /// What the file of a page is called, and the page with its pixels, for an act that had `begun` after so many were stopped.
    fn sheet(
        &self,
        case: CaseId,
        page: &ScanPage,
        (colours, width): (ScanTone, u32),
        begun: u64,
    ) -> Result<(String, Sheet, Vec<u8>), AppError> {
        let how = How { turn: page.turn % 4, straighten: page.straighten, crop: page.crop, tone: tone(colours), width };
        let want = Want::Sheet { page: page.page.max(1), how };
        let take = |answer: Answer, _: &mut dyn Read| match answer {
            Answer::Sheet(sheet, pixels) => Ok((sheet, pixels)),
            Answer::Cannot(_) | Answer::Look(..) | Answer::Bytes(..) => Err(cannot(CannotShow::Ended)),
        };
        let (name, read) = match &page.source {
            ScanSource::Case { attachment, version } => {
                let found = self.version(case, *attachment, version.as_deref())?;
                let read = self.read_version(For::Scanning(begun), &found, Vec::new(), want, take);
                (found.name, read)
            }
            ScanSource::Outside { path } => {
                let (file, length, name) = opened(Path::new(path))?;
                let ask = Ask { name: name.clone(), part: Vec::new(), want };
                let feed = |out: &mut dyn Write| {
                    let copied = std::io::copy(&mut file.take(length), out);
                    copied.map(drop).map_err(|source| AppError::File { path: path.clone(), source })
                };
                (name, self.read_apart(For::Scanning(begun), &ask, length, feed, take))
            }
        };
        match read {
            Ok((sheet, pixels)) => Ok((name, sheet, pixels)),
            Err(error) => Err(refused(error, &safe_name(&name))),
        }
    }
}

/// A file of this computer, its length and its name.
fn opened(path: &Path) -> Result<(File, u64, String), AppError> {
    let shown = path.display().to_string();
    let unreadable = |source| AppError::File { path: shown.clone(), source };
    let file = File::open(path).map_err(unreadable)?;
    let about = file.metadata().map_err(unreadable)?;
    if !about.is_file() {
        return Err(ApiError::new(ErrorCode::FileRefused).with("reason", "not-a-file").with("path", &shown).into());
    }
    let name = safe_name(&path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default());
    Ok((file, about.len(), name))
}

/// That pages cannot be bound: a fault of this program, since it packed them itself.
fn unbound(why: Refused) -> AppError {
    tracing::error!(%why, "pages cannot be bound");
    AppError::Internal("pages break the standard")
}

/// Why a picture cannot become a page, by its name.
fn refused(error: AppError, name: &str) -> AppError {
    match error {
        AppError::Api(error) if error.code == ErrorCode::CannotShow => {
            let reason = error.args.get("reason").cloned().unwrap_or_default();
            if reason == STOPPED {
                return AppError::code(ErrorCode::Stopped);
            }
            ApiError::new(ErrorCode::ScanRefused).with("name", name).with("reason", reason).into()
        }
        error => error,
    }
}

fn tone(tone: ScanTone) -> Tone {
    match tone {
        ScanTone::AsItIs => Tone::AsItIs,
        ScanTone::Grey => Tone::Grey,
        ScanTone::BlackAndWhite => Tone::BlackAndWhite,
    }
}

/// What a file is to be called, without its ending; none where that is nothing.
fn title(name: &str) -> Option<String> {
    let name = name.trim();
    let bare = match name.len().checked_sub(ENDING.len()).and_then(|at| name.split_at_checked(at)) {
        Some((bare, ending)) if ending.eq_ignore_ascii_case(ENDING) => bare.trim_end(),
        _ => name,
    };
    let title = safe_name(bare);
    (!bare.is_empty() && title.chars().any(char::is_alphanumeric)).then_some(title)
}

/// The files of this computer among the sources, each once, in their order.
fn outside(pages: &[ScanPage]) -> Vec<&str> {
    let mut seen = HashSet::new();
    let paths = pages.iter().filter_map(|page| match &page.source {
        ScanSource::Outside { path } => Some(path.as_str()),
        ScanSource::Case { .. } => None,
    });
    paths.filter(|path| seen.insert(*path)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_the_same_with_its_ending_and_without() {
        assert_eq!(title("Lease").as_deref(), Some("Lease"));
        assert_eq!(title(" Lease.PDF ").as_deref(), Some("Lease"));
        assert_eq!(title("Договор за станот.pdf").as_deref(), Some("Договор за станот"));
        assert_eq!(title("ж").as_deref(), Some("ж"));
        for nothing in ["", "  ", ".pdf", "..", "/"] {
            assert_eq!(title(nothing), None, "{nothing:?}");
        }
    }

    #[test]
    fn a_file_of_which_two_pages_are_taken_is_kept_once() {
        let page = |path: &str, page| ScanPage::of(ScanSource::Outside { path: path.to_owned() }, page);
        assert_eq!(outside(&[page("b.tif", 1), page("a.png", 1), page("b.tif", 2)]), ["b.tif", "a.png"]);
    }
}
