//! The documents that come with an item: whether they can be had, their bytes, and which of them a case holds already.

use std::collections::HashSet;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use praesto_contract::{AttachmentId, CaseId, Channel};
use praesto_crypto::HashThread;
use praesto_domain::casework::{AttachmentVersion, Case, CaseChange as Change};
use praesto_formats::Refusal;
use praesto_protocol::DocumentId;

use super::{Bytes, DocumentFile, Item};
use crate::case_types::GENERAL;
use crate::documents::{CaseDocument, Opening};
use crate::error::AppError;
use crate::host::{Host, random};
use crate::office::Office;
use crate::sync::can_be_sent;

/// Cases of one origin that are looked at.
const CANDIDATES: u32 = 64;

/// A document that cannot be taken in: its place, and a code.
pub(super) struct Unfit {
    pub(super) at: String,
    pub(super) reason: &'static str,
}

impl Unfit {
    pub(super) fn new(file: &DocumentFile, reason: Refusal) -> Self {
        Self { at: file.at.clone(), reason: reason.code() }
    }
}

/// Bytes of all documents of an item as far as can be told without reading them, or the first that cannot be taken in.
pub(super) fn measure(item: &Item, bytes: &Bytes) -> Result<u64, Unfit> {
    let mut all: u64 = 0;
    for file in item.documents.iter().flat_map(|document| &document.versions) {
        let size = match bytes {
            Bytes::None => Err(Refusal::MissingFile),
            Bytes::Files(root) => {
                File::open(root.join(&file.at)).and_then(|file| file.metadata()).map(|found| found.len()).map_err(|_| Refusal::Unreadable)
            }
            Bytes::Package(package) => package.stated_size(&file.at).ok_or(Refusal::MissingFile),
            Bytes::Mails(mails) => mails.size(&file.at).ok_or(Refusal::MissingFile),
        };
        let size = size.and_then(|size| if can_be_sent(size) { Ok(size) } else { Err(Refusal::TooLarge) });
        all = all.saturating_add(size.map_err(|why| Unfit::new(file, why))?);
    }
    Ok(all)
}

impl<H: Host> Office<H> {
    /// The case that this folder, or loose document, became before, and which of its documents are not in that case.
    ///
    /// A path inside the imported folder says little: another year's folder has the same. Where folders lie may change. So the documents decide: it is
    /// that case again if it holds at least half of the documents that the case was made with.
    pub(super) fn same_documents(&self, item: &Item, root: &Path) -> Result<Option<(CaseId, Vec<usize>)>, AppError> {
        let candidates = self.vault.read(|view| Ok::<_, AppError>(view.cases_by_origin(&item.origin, CANDIDATES)?))?;
        if candidates.is_empty() {
            return Ok(None);
        }
        let contents: Vec<Option<String>> = item.documents.iter().map(|document| hash_below(root, &document.versions[0])).collect();
        let here: HashSet<&str> = contents.iter().flatten().map(String::as_str).collect();
        let mut best: Option<(usize, Case)> = None;
        for id in candidates {
            let Some(case) = self.case_here(id)? else { continue };
            let made_with = made_with(&case);
            let shared = made_with.iter().filter(|hash| here.contains(**hash)).count();
            if shared > 0 && shared * 2 >= made_with.len() && best.as_ref().is_none_or(|(most, _)| shared > *most) {
                best = Some((shared, case));
            }
        }
        Ok(best.map(|(_, case)| {
            let held = held(&case);
            let missing = |content: &Option<String>| content.as_deref().is_none_or(|hash| !held.contains(hash));
            (case.id, (0..contents.len()).filter(|at| missing(&contents[*at])).collect())
        }))
    }

    /// Which documents of a package, or of a mail, the case that it became before does not hold in all their versions.
    pub(super) fn not_in_case(&self, case: CaseId, item: &Item, bytes: &mut Bytes) -> Result<Vec<usize>, AppError> {
        let Some(case) = self.case_here(case)? else { return Ok(Vec::new()) };
        let held = held(&case);
        let mut hash_of = |file: &DocumentFile| match &mut *bytes {
            Bytes::Package(package) => package.document(&file.at).ok().and_then(|mut document| content_hash(&mut document)),
            Bytes::Mails(mails) => mails.open(&file.at).ok().and_then(|mut file| content_hash(&mut file)),
            Bytes::None | Bytes::Files(_) => None,
        };
        let mut holds = |file: &DocumentFile| hash_of(file).is_some_and(|hash| held.contains(hash.as_str()));
        // Every version is read, so that a plan and a run unpack as much.
        let whole =
            item.documents.iter().map(|document| document.versions.iter().filter(|file| holds(file)).count() == document.versions.len());
        let missing: Vec<usize> = whole.enumerate().filter(|(_, whole)| !whole).map(|(at, _)| at).collect();
        // One mail that came by two ways has two heads: it is the same where it says the same and brings the same.
        let is_mail = matches!(bytes, Bytes::Mails(_));
        if !is_mail || missing != [0] {
            return Ok(missing);
        }
        let page = self.page_of(item, bytes)?;
        Ok(if says_the_same(&case, item, page.as_deref()) { Vec::new() } else { missing })
    }

    fn case_here(&self, id: CaseId) -> Result<Option<Case>, AppError> {
        let stored = self.vault.read(|view| Ok::<_, AppError>(view.document(DocumentId(id.0))?))?;
        stored.map(|stored| Ok(CaseDocument::load(&stored.snapshot, &self.actor())?.read(id)?)).transpose()
    }

    /// How a case that is imported begins.
    pub(super) fn opening(item: &Item) -> Opening {
        Opening { case_type: GENERAL.to_owned(), channel: item.channel.unwrap_or(Channel::Import), origin: Some(item.origin.clone()) }
    }

    /// Everything that a case is made with. `reference` is for a case that brings none; `sealed` are the files of its documents, in their order.
    pub(super) fn opening_changes(&self, item: &Item, reference: Option<String>, sealed: &[AttachmentVersion]) -> Vec<Change> {
        let mut changes = vec![Change::SetTitle { title: item.title.clone() }, Change::Assign { person: Some(self.person()) }];
        changes.extend(reference.map(|reference| Change::SetReference { reference }));
        changes.extend(item.changes.iter().cloned());
        let mut sealed = sealed.iter().cloned();
        for document in &item.documents {
            let id = AttachmentId::make(self.host.now(), &random(&*self.host));
            let mut versions = sealed.by_ref().take(document.versions.len());
            changes.extend(versions.next().map(|version| Change::AddAttachment { id, name: document.name.clone(), version }));
            changes.extend(versions.map(|version| Change::AddAttachmentVersion { id, version }));
        }
        changes
    }
}

/// Whether every note that an item brings, and what its page of HTML says, is one of the case. Nobody knows what a page says that cannot be read.
fn says_the_same(case: &Case, item: &Item, page: Option<&str>) -> bool {
    let notes: HashSet<&str> = case.notes.iter().map(|note| note.text.as_str()).collect();
    if item.page && page.is_none_or(|text| !text.is_empty() && !notes.contains(text)) {
        return false;
    }
    item.changes.iter().all(|change| match change {
        Change::AddNote { text, .. } => notes.contains(text.as_str()),
        _ => true,
    })
}

/// Hashes of the documents that came with the case.
fn made_with(case: &Case) -> HashSet<&str> {
    let first = case.attachments.iter().filter_map(|attachment| attachment.versions.first());
    first.filter(|version| version.by == case.created).map(|version| version.content_hash.as_str()).collect()
}

/// Hashes of everything that was ever attached to the case.
fn held(case: &Case) -> HashSet<&str> {
    case.attachments.iter().flat_map(|attachment| &attachment.versions).map(|version| version.content_hash.as_str()).collect()
}

/// Hash of a file of the folder; none where it cannot be an attachment.
fn hash_below(root: &Path, file: &DocumentFile) -> Option<String> {
    let mut file = File::open(root.join(&file.at)).ok()?;
    if can_be_sent(file.metadata().ok()?.len()) { content_hash(&mut file) } else { None }
}

/// Hash of a content, as a case would have it; none where it cannot be read.
fn content_hash(content: &mut impl Read) -> Option<String> {
    let mut hash = HashThread::start().ok()?;
    io::copy(content, &mut hash).ok()?;
    Some(hash.finish().ok()?.to_string())
}
