//! What lists and search show of a case, boiled down, and its bytes inside a checkpoint: whoever takes a case from a checkpoint fills the list
//! without loading the document.

use std::collections::BTreeSet;

use praesto_crypto::Hash;
use praesto_domain::casework::{self, Case, Status};
use praesto_domain::{Day, Moment, PersonId};
use praesto_protocol::{LayoutError, Reader, Writer};
use uuid::Uuid;

/// Version of the layout *and of the rules behind it*: what is derived otherwise is another version, or an honest author would seem to lie.
const VERSION: u8 = 2;

const CONFLICT: u8 = 1;
const CLOSED: u8 = 2;
const REMOVED: u8 = 4;

/// A case, boiled down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Projection {
    pub reference: String,
    pub title: String,
    pub case_type: String,
    pub status: Status,
    /// The state of its type that people set it to.
    pub state: Option<String>,
    pub due: Option<Day>,
    pub assignee: Option<PersonId>,
    pub conflict: bool,
    pub closed: bool,
    pub removed: bool,
    pub changed_at: Moment,
    pub created_at: Moment,
    /// Where an imported case comes from.
    pub origin: Option<String>,
    /// Sealed attachments that the case names, sorted.
    pub attachments: Vec<Hash>,
    /// Every word that search finds the case by, folded, and the marks by which cases are found alike, sorted, once each.
    pub words: String,
}

impl Projection {
    /// Boils a case down. `changed_at` is when its last change was made.
    pub(super) fn of(case: &Case, changed_at: Moment) -> Self {
        let (status, removed) = (casework::status(case), casework::is_removed(case));
        let contested = casework::is_removal_contested(case) || casework::is_closing_contested(case);
        let versions = case.attachments.iter().flat_map(|attachment| &attachment.versions);
        let attachments: BTreeSet<Hash> = versions.filter_map(|version| version.sealed_hash.parse().ok()).collect();
        // Folded like what is asked, or spellings would not meet.
        let folded = casework::fold(&casework::search_text(case));
        let marks = casework::marks(case);
        let words: BTreeSet<&str> = folded.split(' ').chain(marks.iter().map(String::as_str)).collect();
        Self {
            reference: case.reference.value().cloned().unwrap_or_default(),
            title: case.title.value().cloned().unwrap_or_default(),
            case_type: case.case_type.clone(),
            status,
            state: casework::stands_at(case).state,
            due: casework::due(case),
            assignee: case.assignee.value().copied().flatten(),
            // Nobody is asked about a case that is gone.
            conflict: !removed && (contested || !casework::conflicts(case).is_empty() || status == Status::NeedsAdjudication),
            closed: status == Status::Closed,
            removed,
            changed_at,
            created_at: case.created.at,
            origin: case.origin.clone(),
            attachments: attachments.into_iter().collect(),
            words: words.into_iter().collect::<Vec<_>>().join(" "),
        }
    }

    /// The bytes of this version.
    pub(super) fn encode(&self) -> Vec<u8> {
        let mut w = Writer::version(VERSION);
        w.bytes(self.reference.as_bytes()).bytes(self.title.as_bytes());
        w.bytes(self.case_type.as_bytes()).u8(status_code(self.status)).bytes(self.state.as_deref().unwrap_or_default().as_bytes());
        w.bytes(self.due.map(|day| day.to_string()).unwrap_or_default().as_bytes());
        optional(&mut w, self.assignee.is_some());
        if let Some(person) = self.assignee {
            w.fixed(person.0.as_bytes());
        }
        let flag = |is_set: bool, flag: u8| if is_set { flag } else { 0 };
        w.u8(flag(self.conflict, CONFLICT) | flag(self.closed, CLOSED) | flag(self.removed, REMOVED));
        w.u64(self.changed_at.0 as u64).u64(self.created_at.0 as u64);
        optional(&mut w, self.origin.is_some());
        if let Some(origin) = &self.origin {
            w.bytes(origin.as_bytes());
        }
        w.hashes(&self.attachments).bytes(self.words.as_bytes());
        w.finish()
    }

    /// Reads what [`encode`](Self::encode) wrote; nothing where another version did, whose rules are not known here.
    pub(super) fn decode(bytes: &[u8]) -> Result<Option<Self>, LayoutError> {
        let mut r = Reader::new(bytes);
        match r.version(VERSION) {
            Ok(()) => {}
            Err(LayoutError::Version(_)) => return Ok(None),
            Err(error) => return Err(error),
        }
        let (reference, title) = (r.text()?.to_owned(), r.text()?.to_owned());
        let (case_type, status) = (r.text()?.to_owned(), status_of(r.u8()?)?);
        let state = Some(r.text()?).filter(|state| !state.is_empty()).map(str::to_owned);
        let due = match r.text()? {
            "" => None,
            day => Some(day.parse::<Day>().ok().filter(|read| read.to_string() == day).ok_or(LayoutError::Value)?),
        };
        let assignee = if is_there(r.u8()?)? { Some(PersonId(Uuid::from_bytes(r.array()?))) } else { None };
        let flags = r.u8()?;
        if flags & !(CONFLICT | CLOSED | REMOVED) != 0 {
            return Err(LayoutError::Value);
        }
        let (changed_at, created_at) = (Moment(r.u64()? as i64), Moment(r.u64()? as i64));
        let origin = if is_there(r.u8()?)? { Some(r.text()?.to_owned()) } else { None };
        let (attachments, words) = (r.hashes()?, r.text()?.to_owned());
        r.finish()?;
        Ok(Some(Self {
            reference,
            title,
            case_type,
            status,
            state,
            due,
            assignee,
            conflict: flags & CONFLICT != 0,
            closed: flags & CLOSED != 0,
            removed: flags & REMOVED != 0,
            changed_at,
            created_at,
            origin,
            attachments,
            words,
        }))
    }
}

fn optional(w: &mut Writer, is_there: bool) {
    w.u8(u8::from(is_there));
}

fn is_there(byte: u8) -> Result<bool, LayoutError> {
    match byte {
        0 => Ok(false),
        1 => Ok(true),
        _ => Err(LayoutError::Value),
    }
}

fn status_code(status: Status) -> u8 {
    match status {
        Status::New => 1,
        Status::InReview => 2,
        Status::Waiting => 3,
        Status::Decided => 4,
        Status::NeedsAdjudication => 5,
        Status::Closed => 6,
    }
}

fn status_of(code: u8) -> Result<Status, LayoutError> {
    Ok(match code {
        1 => Status::New,
        2 => Status::InReview,
        3 => Status::Waiting,
        4 => Status::Decided,
        5 => Status::NeedsAdjudication,
        6 => Status::Closed,
        _ => return Err(LayoutError::Value),
    })
}
