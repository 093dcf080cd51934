//! Mails: a case for each, with the mail itself and the files that came with it.

use std::collections::HashMap;
use std::fs::{self, File};
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};

use praesto_contract::{ApiError, Channel, Day, ErrorCode, NoteId, PartyId};
use praesto_crypto::Hash;
use praesto_domain::casework::{CaseChange as Change, TEXT_CHARS};
use praesto_formats::folder::passed_over;
use praesto_formats::mail::{MAIL_BYTES, Mail, Person};
use praesto_formats::names::{extension, safe_name};
use praesto_formats::xdomea::CODED;
use praesto_formats::{Refusal, Refused};

use super::folder::Walk;
use super::{Bytes, Document, Item, Prepared, reasons};
use crate::error::AppError;
use crate::host::{Host, random};
use crate::office::Office;

/// Mails of one import.
const MAILS: usize = 10_000;
/// Paths of one request.
const PATHS: usize = 1_000;
/// Pages of HTML of one import of which nothing may come before no more are read: each of them can take as long as anybody waits.
const PATIENCE: u32 = 20;

/// Where the bytes of mails, and of what came with them, are found again.
pub(super) struct Mails {
    places: HashMap<String, Place>,
    /// Pages of HTML of which nothing may come still.
    patience: u32,
    /// The mail that was read last: its files are asked for one after the other.
    last: Option<(PathBuf, Mail)>,
}

struct Place {
    path: PathBuf,
    /// Which of its files; the mail itself where it is none of them.
    file: Option<usize>,
    size: u64,
}

/// A mail that lies somewhere, and how that is called.
struct Lying {
    path: PathBuf,
    shown: String,
}

/// Reads mails; no page of HTML is among what is read, which a process apart does once it is wanted.
pub(super) fn prepare<H: Host>(
    office: &Office<H>,
    paths: &[String],
    reads: &dyn Fn(u64, u64) -> Result<(), AppError>,
) -> Result<Prepared, AppError> {
    if paths.is_empty() || paths.len() > PATHS {
        return Err(AppError::invalid("paths"));
    }
    let (mut found, mut items) = (Vec::new(), Vec::new());
    for path in paths {
        look_at(Path::new(path), &mut found, &mut items)?;
    }
    let mut mails = Mails { places: HashMap::new(), patience: PATIENCE, last: None };
    let total = found.len() as u64;
    for (number, Lying { path, shown }) in found.into_iter().enumerate() {
        reads(number as u64, total)?;
        let read = if number < MAILS { read(&path) } else { Err(reasons::TOO_MANY_FILES) };
        items.push(match read {
            Ok((bytes, mail)) => item(office, &mut mails, &path, shown, &bytes, &mail),
            Err(reason) => Item::passed_over(shown, reason),
        });
    }
    Ok(Prepared { columns: Vec::new(), items, bytes: Bytes::Mails(Box::new(mails)) })
}

/// What lies at a path: a mail, or a folder in which mails lie. What is passed over in a folder is named.
fn look_at(path: &Path, found: &mut Vec<Lying>, passed: &mut Vec<Item>) -> Result<(), AppError> {
    let failed = |source| AppError::File { path: path.display().to_string(), source };
    let name = path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned());
    let kind = fs::metadata(path).map_err(failed)?;
    if kind.is_file() {
        found.push(Lying { path: path.to_owned(), shown: name });
        return Ok(());
    }
    if !kind.is_dir() {
        return Err(ApiError::new(ErrorCode::FileRefused).with("reason", reasons::NOT_A_FILE).with("path", path.display()).into());
    }
    let walk = Walk::through(path).map_err(failed)?;
    for file in walk.files {
        let own = file.rsplit('/').next().unwrap_or_default();
        let mail = extension(own).is_some_and(|ending| ending.eq_ignore_ascii_case("eml"));
        match passed_over(own).or((!mail).then_some(Refusal::NotAMail)) {
            Some(reason) => passed.push(Item::passed_over(format!("{name}/{file}"), reason.code())),
            None => found.push(Lying { path: path.join(&file), shown: format!("{name}/{file}") }),
        }
    }
    passed.extend(walk.skipped.into_iter().map(|(file, reason)| Item::passed_over(format!("{name}/{file}"), reason)));
    Ok(())
}

/// Reads a mail, or says why it is none.
fn read(path: &Path) -> Result<(Vec<u8>, Mail), &'static str> {
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(|_| Refusal::Unreadable.code())?;
    file.take(MAIL_BYTES + 1).read_to_end(&mut bytes).map_err(|_| Refusal::Unreadable.code())?;
    let mail = Mail::read(&bytes).map_err(|refused: Refused| refused.why.code())?;
    Ok((bytes, mail))
}

fn item<H: Host>(office: &Office<H>, mails: &mut Mails, path: &Path, shown: String, bytes: &[u8], mail: &Mail) -> Item {
    let (now, today) = (office.host.now(), office.host.today());
    let sender = mail.from.first();
    let title = [Some(mail.subject.as_str()), sender.map(|person| person.name.as_str()), sender.map(|person| person.address.as_str())];
    let title = title.into_iter().flatten().map(str::trim).find(|title| !title.is_empty()).unwrap_or_default().to_owned();
    let mut changes = Vec::new();
    // A sender's clock that is ahead makes no case that was received tomorrow.
    changes.extend(mail.day.map(|day| Change::SetReceived { day: Some(Day(day).min(today)) }));
    changes.extend(mail.from.iter().map(|person| party(person, PartyId::make(now, &random(&*office.host)))));
    let text = note(&mail.text);
    if !text.is_empty() {
        changes.push(Change::AddNote { id: NoteId::make(now, &random(&*office.host)), text, corrects: None });
    }
    // Whatever stands under one name, the other is found, too.
    let shown = if mails.places.contains_key(&shown) { path.display().to_string() } else { shown };
    let file_name = path.file_name().map_or_else(|| shown.clone(), |name| name.to_string_lossy().into_owned());
    mails.places.insert(shown.clone(), Place { path: path.to_owned(), file: None, size: bytes.len() as u64 });
    let mut documents = vec![Document::of(mail_name(&file_name), shown.clone())];
    for (number, file) in mail.files.iter().enumerate().filter(|(_, file)| !file.inline) {
        let at = format!("{shown} ({}: {})", number + 1, file.name);
        mails.places.insert(at.clone(), Place { path: path.to_owned(), file: Some(number), size: file.bytes.len() as u64 });
        documents.push(Document::of(file.name.clone(), at));
    }
    let origin = if mail.id.is_empty() { format!("mail-content:{}", Hash::of(bytes)) } else { format!("mail:{}", mail.id) };
    Item {
        source: shown,
        refused: title.is_empty().then_some(reasons::EMPTY_TITLE),
        title,
        origin,
        said: Some(said(mail)),
        page: mail.text.is_empty() && mail.html.is_some(),
        twice: reasons::SAME_MAIL,
        channel: Some(Channel::Mail),
        changes,
        documents,
        ..Item::default()
    }
}

/// What a mail says and brings, whatever stands in its head about the way that it came.
fn said(mail: &Mail) -> Hash {
    let mut hashes = String::new();
    let mut piece = |bytes: &[u8]| hashes.push_str(&Hash::of(bytes).to_string());
    piece(mail.subject.as_bytes());
    mail.from.iter().for_each(|person| piece(person.line().as_bytes()));
    let texts = [mail.text.as_str(), mail.html.as_deref().unwrap_or_default(), mail.also_html.as_deref().unwrap_or_default()];
    texts.into_iter().for_each(|text| piece(text.as_bytes()));
    for file in &mail.files {
        piece(file.name.as_bytes());
        piece(&file.bytes);
    }
    Hash::of(hashes.as_bytes())
}

impl<H: Host> Office<H> {
    /// What a mail says whose text is HTML; none where it is not, or where that cannot be read.
    pub(super) fn page_of(&self, item: &Item, bytes: &mut Bytes) -> Result<Option<String>, AppError> {
        let Bytes::Mails(mails) = bytes else { return Ok(None) };
        if !item.page || mails.patience == 0 {
            return Ok(None);
        }
        let Some(page) = mails.mail(&item.source).ok().and_then(|mail| mail.html.clone()) else { return Ok(None) };
        let text = self.text_of_html(&page)?.map(|text| note(&text));
        if text.is_none() {
            mails.patience -= 1;
        }
        Ok(text)
    }
}

/// What the mail itself is called among the files of its case.
fn mail_name(file: &str) -> String {
    let name = safe_name(file);
    if extension(&name).is_some_and(|ending| ending.eq_ignore_ascii_case("eml")) { name } else { safe_name(&format!("{name}.eml")) }
}

fn party(person: &Person, id: PartyId) -> Change {
    let name = if person.name.is_empty() { &person.address } else { &person.name };
    Change::AddParty { id, name: name.clone(), role: format!("{CODED}sender"), contact: person.address.clone() }
}

/// The text of a mail as one note. A longer one is cut: the mail is there whole.
fn note(text: &str) -> String {
    let text: String = text.trim().chars().filter(|sign| !sign.is_control() || matches!(sign, '\n' | '\t')).collect();
    if text.chars().count() <= TEXT_CHARS { text } else { text.chars().take(TEXT_CHARS - 1).chain(['…']).collect() }
}

impl Mails {
    /// Bytes of what is found there, as far as can be told.
    pub(super) fn size(&self, at: &str) -> Option<u64> {
        self.places.get(at).map(|place| place.size)
    }

    /// Reads what is found there. The mail may have changed since it was looked at; then that of its files is read which has the same number.
    pub(super) fn open(&mut self, at: &str) -> Result<Box<dyn Read + '_>, Refusal> {
        let place = self.places.get(at).ok_or(Refusal::MissingFile)?;
        let Some(number) = place.file else {
            return Ok(Box::new(File::open(&place.path).map_err(|_| Refusal::Unreadable)?));
        };
        let file = self.mail(at)?.files.get(number).ok_or(Refusal::MissingFile)?;
        Ok(Box::new(Cursor::new(file.bytes.as_slice())))
    }

    /// The mail that is found there, or that what is found there came with.
    fn mail(&mut self, at: &str) -> Result<&Mail, Refusal> {
        let path = &self.places.get(at).ok_or(Refusal::MissingFile)?.path;
        if self.last.as_ref().is_none_or(|(last, _)| last != path) {
            let (_, mail) = read(path).map_err(|_| Refusal::Unreadable)?;
            self.last = Some((path.clone(), mail));
        }
        self.last.as_ref().map(|(_, mail)| mail).ok_or(Refusal::MissingFile)
    }
}
