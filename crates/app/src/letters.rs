//! Letters: filled in from the case, signed off by a person, made a sealed file of the case, given out to be printed.

mod answers;

use std::sync::Arc;

use praesto_contract::*;
use praesto_domain::EventId;
use praesto_domain::case_types::LetterType;
use praesto_domain::casework::{Attachment, Case, CaseChange as Change, Decision, EventKind, LetterFiled, TEXT_CHARS, standing_decisions};
use praesto_domain::letters::{ADDRESS_CHARS, PARAGRAPHS, Template, from_text, gaps, titled, to_text};
use praesto_formats::names::safe_name;
use praesto_letters::{Block, Kind, Letter, Refused as Unmade, Window};
use praesto_protocol::{DocumentId, SpaceId};
use praesto_words::{Language, Words};

use crate::access::Taken;
use crate::case_types::Pack;
use crate::case_types::acts::refused;
use crate::documents::{CaseDocument, fingerprint};
use crate::drafts;
use crate::error::AppError;
use crate::host::{Host, random};
use crate::new_files::NewFiles;
use crate::office::Office;
use crate::out::reason;
use crate::praesto::Core;
use crate::save::EditOptions;
use crate::views::Names;

use answers::Answers;

/// Lines of an address that are looked at.
const ADDRESS_LINES: usize = 20;

/// Which letter somebody asks for.
struct Wanted<'a> {
    letter: &'a str,
    language: &'a str,
    decision: Option<DecisionId>,
}

/// A letter that may be written.
struct Allowed<'a> {
    pack: &'a Pack,
    letter: &'a LetterType,
    template: &'a Template,
    decision: Option<&'a Decision>,
    language: Language,
}

impl Allowed<'_> {
    /// What the letter is called in its language.
    fn title(&self) -> String {
        let title = self.pack.text_in(self.language.code(), &format!("letter-{}", self.letter.id));
        line(title.unwrap_or(&self.letter.id))
    }
}

/// A text as it stands on one line of the paper.
fn line(text: &str) -> String {
    praesto_letters::clean(&text.replace('\n', " "))
}

/// What stands on the paper of a letter beside address and words. It stays as it was when the letter was signed off.
struct Head {
    title: String,
    office: String,
    reference: String,
    day: Day,
}

impl Head {
    /// The sheet with this head, in the language of `words`.
    fn sheet(&self, words: &Words, recipient: Vec<String>, paragraphs: Vec<Paragraph>) -> LetterSheet {
        let day = answers::long(words, self.day);
        let about = [(words.text("letter-reference", &[]), self.reference.clone()), (words.text("letter-day", &[]), day)];
        LetterSheet {
            language: words.language().code().to_owned(),
            title: self.title.clone(),
            office: self.office.clone(),
            recipient,
            window_right: words.language() == Language::Fr,
            about: about.into_iter().filter(|(_, value)| !value.is_empty()).collect(),
            paragraphs,
        }
    }
}

impl<H: Host> Core<H> {
    pub(crate) fn letter_draft(&self, request: LetterDraft) -> Result<LetterDraftView, AppError> {
        let office = self.office()?;
        office.check_for_edit(request.case)?;
        let (case, space) = office.case_in(request.case)?;
        let wanted = Wanted { letter: &request.letter, language: &request.language, decision: request.decision };
        let pack = office.pack_of(&case)?;
        let allowed = office.may_write(&pack, &case, space, &wanted)?;
        let (words, directory) = (Words::new(allowed.language), office.names());
        let head = office.head(&case, allowed.title(), self.host.today());
        let answers = Answers {
            case: &case,
            pack: allowed.pack,
            decision: allowed.decision,
            words: &words,
            names: &office.author_names(&directory),
            office: &head.office,
            author: &office.own_name(),
            today: head.day,
            day_of: &|at| self.host.day_of(at),
        };
        let filled = allowed.template.fill(&|blank| answers.answer(blank), &|blank| answers.name(blank));
        Ok(LetterDraftView {
            sheet: head.sheet(&words, Vec::new(), filled.paragraphs),
            missing: filled.missing,
            recipients: answers.recipients(),
            fingerprint: allowed.decision.map(fingerprint),
        })
    }

    pub(crate) fn letter_make(&self, request: LetterMake) -> Result<CaseView, AppError> {
        let office = self.office()?;
        office.check_for_edit(request.case)?;
        let (case, space) = office.case_in(request.case)?;
        let said = said(&request)?;
        let pack = office.pack_of(&case)?;
        let allowed = office.may_make(&pack, &case, space, &request)?;
        let (head, language) = (office.head(&case, allowed.title(), self.host.today()), allowed.language);
        // Whoever took the title out finds it on the paper all the same: then it stands in what is kept of the letter too.
        let sheet = head.sheet(&Words::new(language), said.recipient, titled(said.paragraphs, &head.title));
        let text = to_text(&sheet.paragraphs);
        if text.chars().count() > TEXT_CHARS {
            return Err(AppError::invalid("text"));
        }
        let pages = pages(&sheet, &head)?;
        let mut files = NewFiles::new(&office.vault);
        let name = safe_name(&format!("{} {}.pdf", head.title, head.reference));
        files.push(office.seal(space, DocumentId(request.case.0), &name, pages.as_slice())?);
        let [sealed] = files.sealed() else { return Err(AppError::Internal("a letter is one file")) };
        let (row, version) = (sealed.row.clone(), sealed.version.clone());
        let filed = LetterFiled {
            letter: request.letter.clone(),
            language: language.code().to_owned(),
            title: head.title,
            office: head.office,
            reference: head.reference,
            day: head.day,
            recipient: sheet.recipient.join("\n"),
            text,
            decision: request.decision.as_ref().map(|seen| (seen.decision, seen.fingerprint.clone())),
            version: version.sealed_hash.clone(),
            person: office.person(),
        };
        let options = EditOptions { undoable: true, attachments: vec![row.hash], ..EditOptions::default() };
        office.vault.write(|writer| {
            writer.put_attachment(&row)?;
            office.edit_case_in(writer, request.case, &options, |document, now| {
                // Somebody may have decided otherwise while it was being made.
                office.may_make(&pack, &document.read(request.case)?, space, &request)?;
                let id = AttachmentId::make(now, &random(&*self.host));
                let event = EventKind::LetterFiled(filed.clone());
                let changes = [
                    Change::AddAttachment { id, name: name.clone(), version: version.clone() },
                    Change::AddEvent { id: EventId::make(now, &random(&*self.host)), event },
                ];
                Ok(document.edit(now, &changes)?)
            })?;
            drafts::let_go(writer, Some(request.case), &request.drafts)
        })?;
        files.keep();
        self.saved(&office, request.case)
    }

    pub(crate) fn letter_print(&self, request: LetterPrint) -> Result<LetterSheet, AppError> {
        let office = self.office()?;
        let reason = reason(&request.reason)?;
        office.check_for_edit(request.case)?;
        let (case, _) = office.case_in(request.case)?;
        let asked = case.events.iter().find(|event| event.id == request.letter);
        let Some(EventKind::LetterFiled(filed)) = asked.map(|event| &event.kind) else {
            return Err(AppError::code(ErrorCode::NotFound));
        };
        let language = Language::from_tag(&filed.language).unwrap_or_default();
        let recipient = filed.recipient.lines().map(str::to_owned).collect();
        let LetterFiled { title, office: name, reference, day, .. } = filed.clone();
        let head = Head { title, office: name, reference, day };
        let sheet = head.sheet(&Words::new(language), recipient, from_text(&filed.text));
        let name = file_of(&case, &filed.version).and_then(|file| file.name.value().cloned());
        let name = name.unwrap_or_else(|| filed.title.clone());
        office.note_leaving(request.case, &filed.version, Taken { kind: AccessKind::Printed, name: &name, reason })?;
        self.saved(&office, request.case)?;
        Ok(sheet)
    }
}

impl<H: Host> Office<H> {
    /// A case as it stands, and its space.
    pub(crate) fn case_in(&self, id: CaseId) -> Result<(Case, SpaceId), AppError> {
        let stored = self.vault.read(|view| Ok::<_, AppError>(view.document(DocumentId(id.0))?))?;
        let stored = stored.ok_or(AppError::code(ErrorCode::NotFound))?;
        Ok((CaseDocument::load(&stored.snapshot, &self.actor())?.read(id)?, stored.space))
    }

    /// The type of a case.
    fn pack_of(&self, case: &Case) -> Result<Arc<Pack>, AppError> {
        self.case_type(&case.case_type).ok_or(AppError::code(ErrorCode::CaseTypeMissing))
    }

    /// Whether this person may write a letter where the case stands.
    fn may_write<'a>(&self, pack: &'a Pack, case: &'a Case, space: SpaceId, wanted: &Wanted<'_>) -> Result<Allowed<'a>, AppError> {
        let standing = pack.case_type.standing(case);
        let letter = pack.case_type.write(wanted.letter, wanted.decision, &standing, self.acting_in(space)).map_err(refused)?;
        let template = letter.template(wanted.language).ok_or_else(|| AppError::invalid("language"))?;
        let language = Language::from_tag(wanted.language).ok_or_else(|| AppError::invalid("language"))?;
        let decision = standing_decisions(case).into_iter().find(|decision| Some(decision.id) == wanted.decision);
        Ok(Allowed { pack, letter, template, decision, language })
    }

    /// As [`may_write`](Self::may_write), on the decision that was seen.
    fn may_make<'a>(&self, pack: &'a Pack, case: &'a Case, space: SpaceId, request: &LetterMake) -> Result<Allowed<'a>, AppError> {
        let seen = request.decision.as_ref();
        let wanted = Wanted { letter: &request.letter, language: &request.language, decision: seen.map(|seen| seen.decision) };
        let allowed = self.may_write(pack, case, space, &wanted)?;
        if allowed.decision.map(fingerprint).as_ref() != seen.map(|seen| &seen.fingerprint) {
            return Err(AppError::code(ErrorCode::WrittenMeanwhile));
        }
        Ok(allowed)
    }

    /// The head of a letter that is written on this day.
    fn head(&self, case: &Case, title: String, day: Day) -> Head {
        let reference = case.reference.value().map_or("", String::as_str);
        Head { title, office: line(&self.view().name), reference: line(reference), day }
    }
}

/// What is to stand in a letter, checked.
struct Said {
    recipient: Vec<String>,
    paragraphs: Vec<Paragraph>,
}

/// The words of a request as they will stand on paper: what cannot be seen there is in none of them.
fn said(request: &LetterMake) -> Result<Said, AppError> {
    let size = |texts: &mut dyn Iterator<Item = &String>| texts.map(|text| text.chars().count()).sum::<usize>();
    if request.paragraphs.len() > PARAGRAPHS || size(&mut request.paragraphs.iter().map(|one| &one.text)) > TEXT_CHARS {
        return Err(AppError::invalid("text"));
    }
    if request.recipient.len() > ADDRESS_LINES || size(&mut request.recipient.iter()) > ADDRESS_CHARS - ADDRESS_LINES {
        return Err(AppError::code(ErrorCode::LetterAddress));
    }
    let clean = |one: &Paragraph| Paragraph { kind: one.kind, text: praesto_letters::clean(&one.text) };
    // Read back, so that what is filed is what the text says, whoever put the request together.
    let paragraphs = from_text(&to_text(&request.paragraphs.iter().map(clean).collect::<Vec<_>>()));
    if !paragraphs.iter().any(|one| matches!(one.kind, ParagraphKind::Text | ParagraphKind::Item)) {
        return Err(AppError::invalid("text"));
    }
    let mut open: Vec<&str> = Vec::new();
    for gap in paragraphs.iter().flat_map(|one| gaps(&one.text)) {
        if !open.contains(&gap.wanted) {
            open.push(gap.wanted);
        }
    }
    if !open.is_empty() {
        return Err(ApiError::new(ErrorCode::LetterGaps).with("gaps", open.join(", ")).into());
    }
    let recipient: Vec<String> = request.recipient.iter().map(|one| line(one)).filter(|line| !line.is_empty()).collect();
    if recipient.is_empty() {
        return Err(AppError::invalid("recipient"));
    }
    Ok(Said { recipient, paragraphs })
}

/// The pages of a letter.
fn pages(sheet: &LetterSheet, head: &Head) -> Result<Vec<u8>, AppError> {
    let words = Words::new(Language::from_tag(&sheet.language).unwrap_or_default());
    let kind = |kind: ParagraphKind| match kind {
        ParagraphKind::Title => Kind::Title,
        ParagraphKind::Heading => Kind::Heading,
        ParagraphKind::Text => Kind::Text,
        ParagraphKind::Item => Kind::Item,
    };
    let number = |number: i8| u8::try_from(number).unwrap_or(1);
    let letter = Letter {
        language: sheet.language.clone(),
        office: sheet.office.clone(),
        title: sheet.title.clone(),
        recipient: sheet.recipient.clone(),
        window: if sheet.window_right { Window::Right } else { Window::Left },
        about: sheet.about.clone(),
        reference: head.reference.clone(),
        day: (u16::try_from(head.day.0.year()).unwrap_or(0), number(head.day.0.month()), number(head.day.0.day())),
        blocks: sheet.paragraphs.iter().map(|one| Block { kind: kind(one.kind), text: one.text.clone() }).collect(),
    };
    let page = |page: usize, pages: usize| words.text("letter-page", &[("page", page.into()), ("pages", pages.into())]);
    praesto_letters::make(&letter, &page).map_err(|unmade| match unmade {
        Unmade::Empty => AppError::invalid("text"),
        Unmade::Address => AppError::code(ErrorCode::LetterAddress),
        Unmade::Signs(signs) => {
            let signs: Vec<String> = signs.chars().map(String::from).collect();
            ApiError::new(ErrorCode::LetterSigns).with("signs", signs.join(" ")).into()
        }
        // What the standard says of it names no word of the letter.
        Unmade::Standard(why) => {
            tracing::error!(%why, "a letter cannot be made");
            AppError::Internal("a letter breaks the standard")
        }
    })
}

/// The attachment that holds this version.
fn file_of<'a>(case: &'a Case, version: &str) -> Option<&'a Attachment> {
    case.attachments.iter().find(|file| !file.removed && file.versions.iter().any(|one| one.sealed_hash == version))
}

/// Refuses another version of a file that is a letter: what was signed off stays as it is.
pub(crate) fn refuse_signed_off(case: &Case, file: AttachmentId) -> Result<(), AppError> {
    let is_it = |letter: &LetterFiled| file_of(case, &letter.version).is_some_and(|one| one.id == file);
    let signed_off = case.events.iter().any(|event| matches!(&event.kind, EventKind::LetterFiled(letter) if is_it(letter)));
    if signed_off { Err(AppError::code(ErrorCode::LetterSignedOff)) } else { Ok(()) }
}

/// The letters that were signed off in a case, newest first.
pub(crate) fn filed(case: &Case, names: &Names<'_>, unsent: &dyn Fn(&Author) -> bool) -> Vec<LetterFiledView> {
    let letters = case.events.iter().rev().filter_map(|event| match &event.kind {
        EventKind::LetterFiled(letter) => Some((event, letter)),
        _ => None,
    });
    let view = |(event, letter): (&praesto_domain::casework::Event, &LetterFiled)| {
        let by = names.author(event.by);
        let told =
            letter.decision.as_ref().filter(|(id, said)| case.decisions.iter().any(|one| one.id == *id && fingerprint(one) == *said));
        LetterFiledView {
            id: event.id,
            title: letter.title.clone(),
            language: letter.language.clone(),
            recipient: letter.recipient.lines().next().unwrap_or_default().to_owned(),
            decision: told.map(|(id, _)| *id),
            attachment: file_of(case, &letter.version).map(|file| file.id),
            version: letter.version.clone(),
            sent: !unsent(&by),
            by,
        }
    };
    letters.map(view).collect()
}
