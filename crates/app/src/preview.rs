//! Files of a case, shown in place. Each is read in a process apart ([`crate::reader`]); what comes back is a picture, a text, a table, the head of a mail.

use base64::{Engine, prelude::BASE64_STANDARD};
use praesto_contract::*;
use praesto_domain::casework::CaseChange as Change;
use praesto_formats::names::safe_name;
use praesto_preview::wire::Answer;
use praesto_preview::{Ask, Block, Look, Pixels, Shown, Want};
use praesto_protocol::DocumentId;

use crate::access::Taken;
use crate::error::AppError;
use crate::host::{Host, random};
use crate::new_files::NewFiles;
use crate::office::Office;
use crate::out::reason;
use crate::praesto::Core;
use crate::reader::{For, cannot};
use crate::save::EditOptions;
use crate::unseal::Found;

/// Width of a picture where nobody asks for one, and the narrowest and widest that is drawn, in pixels.
const WIDTH: u32 = 1_000;
const NARROWEST: u32 = 100;
const WIDEST: u32 = 3_000;
/// What a page is called that came as the text of a mail.
const NAME_OF_HTML: &str = "mail.html";

impl<H: Host> Core<H> {
    pub(crate) fn attachment_preview(&self, request: AttachmentPreview) -> Result<PreviewView, AppError> {
        let office = self.office()?;
        // Its place among what is asked for is taken before anything that takes time.
        let turn = office.readers.next_turn();
        let found = office.version(request.case, request.attachment, request.version.as_deref())?;
        let width = if request.width == 0 { WIDTH } else { request.width.clamp(NARROWEST, WIDEST) };
        let want = Want::Look { page: request.page.max(1), width };
        let (look, pixels) = office.show_version(turn, &found, request.part, want)?;
        if let Err(error) = office.vault.write(|writer| office.note_opened(writer, request.case)) {
            // Opening the case has noted it as a rule; a full disk keeps nobody from looking.
            tracing::warn!(%error, "that a file is looked at could not be noted");
        }
        let newest = office.version(request.case, request.attachment, None)?;
        let older = newest.version.sealed_hash != found.version.sealed_hash;
        let by = office.author_names(&office.names()).author(found.version.by);
        view(look, pixels, &found.version.sealed_hash, by, older)
    }

    pub(crate) fn attachment_print(&self, request: AttachmentPrint) -> Result<PrintView, AppError> {
        let office = self.office()?;
        let turn = office.readers.next_turn();
        let reason = reason(&request.reason)?;
        office.check_for_edit(request.case)?;
        let found = office.version(request.case, request.attachment, request.version.as_deref())?;
        let within = !request.part.is_empty();
        // What cannot be shown cannot be printed either: nothing is told of it.
        let (look, _) = office.show_version(turn, &found, request.part, Want::Look { page: 1, width: NARROWEST })?;
        let Look { name, pages, .. } = look.within_bounds();
        if pages > PRINTED_PAGES {
            return Err(ApiError::new(ErrorCode::TooManyPages).with("pages", pages).with("most", PRINTED_PAGES).into());
        }
        let name = if within { safe_name(&name) } else { found.name };
        let version = found.version.sealed_hash;
        office.note_leaving(request.case, &version, Taken { kind: AccessKind::Printed, name: &name, reason })?;
        self.saved(&office, request.case)?;
        Ok(PrintView { version, pages })
    }

    pub(crate) fn attachment_keep_part(&self, request: AttachmentKeepPart) -> Result<CaseView, AppError> {
        let office = self.office()?;
        if request.part.is_empty() {
            return Err(AppError::invalid("part"));
        }
        let (case, document) = (request.case, DocumentId(request.case.0));
        let space = office.space_of(case)?;
        office.check_for_edit(case)?;
        let found = office.version(case, request.attachment, request.version.as_deref())?;
        let mut files = NewFiles::new(&office.vault);
        let (name, length) = office.read_version(For::Keeping, &found, request.part, Want::Bytes, |answer, bytes| {
            let Answer::Bytes(name, length) = answer else { return Err(cannot(CannotShow::Ended)) };
            let name = safe_name(&name);
            files.push(office.seal(space, document, &name, std::io::Read::take(bytes, length))?);
            Ok((name, length))
        })?;
        // What broke off is not the file.
        let Some(version) = files.sealed().first().map(|sealed| sealed.version.clone()).filter(|version| version.size == length) else {
            return Err(cannot(CannotShow::Ended));
        };
        let change = Change::AddAttachment { id: AttachmentId::make(self.host.now(), &random(&*self.host)), name, version };
        let options = EditOptions {
            undoable: true,
            attachments: files.sealed().iter().map(|sealed| sealed.row.hash).collect(),
            ..EditOptions::default()
        };
        office.vault.write(|writer| {
            files.sealed().iter().try_for_each(|sealed| writer.put_attachment(&sealed.row))?;
            office.edit_case_in(writer, case, &options, |document, now| Ok(document.edit(now, std::slice::from_ref(&change))?))
        })?;
        files.keep();
        self.saved(&office, case)
    }

    pub(crate) fn preview_stop(&self, _: PreviewStop) -> Result<(), AppError> {
        self.office()?.readers.stop_showing();
        Ok(())
    }
}

impl<H: Host> Office<H> {
    /// Has a version read that is here. What the process is told is checked to be what the case says before its answer counts.
    pub(crate) fn read_version<T>(
        &self,
        reads: For,
        found: &Found,
        part: Vec<u32>,
        want: Want,
        take: impl FnOnce(Answer, &mut dyn std::io::Read) -> Result<T, AppError>,
    ) -> Result<T, AppError> {
        let file = self.sealed_version(found)?;
        let keys = self.keys_of(found)?;
        let ask = Ask { name: found.name.clone(), part, want };
        self.read_apart(reads, &ask, found.version.size, |mut out| self.copy_out(&keys, file, found, &mut out).map(drop), take)
    }

    /// Has a page of a version read, to be shown at this turn.
    fn show_version(&self, turn: u64, found: &Found, part: Vec<u32>, want: Want) -> Result<(Look, Option<Pixels>), AppError> {
        self.read_version(For::Showing(turn), found, part, want, |answer, _| match answer {
            Answer::Look(look, pixels) => Ok((*look, pixels)),
            Answer::Cannot(_) | Answer::Bytes(..) | Answer::Sheet(..) => Err(cannot(CannotShow::Ended)),
        })
    }

    /// What a page of HTML says; none where it cannot be read.
    pub(crate) fn text_of_html(&self, page: &str) -> Result<Option<String>, AppError> {
        let ask = Ask { name: NAME_OF_HTML.to_owned(), part: Vec::new(), want: Want::Look { page: 1, width: WIDTH } };
        let feed = |out: &mut dyn std::io::Write| {
            // The mark says that it is UTF-8, and that it is HTML is said by its beginning.
            let sent = out.write_all(b"\xEF\xBB\xBF<!doctype html>").and_then(|()| out.write_all(page.as_bytes()));
            sent.map_err(|source| AppError::File { path: String::new(), source })
        };
        let read = self.read_apart(For::Importing, &ask, page.len() as u64, feed, |answer, _| match answer {
            Answer::Look(look, _) => Ok(match look.shown {
                Shown::Text { text } => Some(text),
                _ => None,
            }),
            Answer::Cannot(_) | Answer::Bytes(..) | Answer::Sheet(..) => Ok(None),
        });
        match read {
            Err(AppError::Api(error)) if error.code == ErrorCode::CannotShow => Ok(None),
            read => read,
        }
    }
}

/// What was read, as the window shows it. Pictures are packed anew here: what a stranger's document made of its pixels goes no further.
fn view(look: Look, pixels: Option<Pixels>, version: &str, by: Author, older: bool) -> Result<PreviewView, AppError> {
    // What was answered was held against every bound as it was read; here it is once more, whoever calls this.
    let Look { name, media_type, size, page, pages, title, goes_on, left_out, shown } = look.within_bounds();
    let picture = pixels.map(|pixels| picture(&pixels)).transpose()?;
    let shown = match (shown, picture) {
        (Shown::Page { text }, Some(picture)) => PreviewShown::Page { picture, text },
        (Shown::Picture { width, height }, Some(picture)) => PreviewShown::Picture { picture, own_width: width, own_height: height },
        (Shown::Text { text }, None) => PreviewShown::Text { text },
        (Shown::Blocks { blocks }, None) => PreviewShown::Document { blocks: blocks.into_iter().map(block).collect() },
        (Shown::Mail { head, text, html, page, files }, None) => {
            let file = |file: praesto_preview::PartLook| MailPartView {
                name: safe_name(&file.name),
                media_type: file.media_type,
                size: file.size,
            };
            let files = files.into_iter().map(file).collect();
            let sent = head.sent.map(Moment);
            PreviewShown::Mail {
                mail: MailView { subject: head.subject, from: head.from, to: head.to, cc: head.cc, sent, text, html, page, files },
            }
        }
        // The process answered what no reading gives.
        _ => return Err(cannot(CannotShow::Ended)),
    };
    let (name, version) = (safe_name(&name), version.to_owned());
    Ok(PreviewView { version, name, media_type, size, by, older, page, pages, title, goes_on, left_out, shown })
}

fn picture(pixels: &Pixels) -> Result<PictureView, AppError> {
    let png = pixels.png().map_err(|_| cannot(CannotShow::Ended))?;
    Ok(PictureView { width: pixels.width, height: pixels.height, png: BASE64_STANDARD.encode(png) })
}

fn block(block: Block) -> PreviewBlock {
    match block {
        Block::Heading(text) => PreviewBlock::Heading { text },
        Block::Paragraph(text) => PreviewBlock::Paragraph { text },
        Block::Table(rows) => PreviewBlock::Table { rows },
    }
}
