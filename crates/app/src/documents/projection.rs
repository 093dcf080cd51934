//! What lists and search show of a case, boiled down, and its bytes inside a checkpoint: whoever takes a case from a checkpoint fills the list
//! without loading the document.

use std::collections::BTreeSet;

use praesto_crypto::Hash;
use praesto_domain::case_types::Who;
use praesto_domain::casework::{self, AgendaItem, Ask, Case, HandOverState, HandedOver, Status};
use praesto_domain::{Day, DeadlineId, DecisionId, HandOverId, Moment, PersonId, TaskId};
use praesto_protocol::{LayoutError, Reader, Writer};
use uuid::Uuid;

/// Version of the layout *and of the rules behind it*: what is derived otherwise is another version, or an honest author would seem to lie.
const VERSION: u8 = 2;

/// Hand-overs of one case that lists keep.
const HAND_OVERS: usize = 100;

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
    /// What it asks of people.
    pub agenda: Vec<AgendaItem>,
    pub assignee: Option<PersonId>,
    pub conflict: bool,
    pub closed: bool,
    pub removed: bool,
    pub changed_at: Moment,
    pub created_at: Moment,
    /// Where an imported case comes from.
    pub origin: Option<String>,
    /// In order, once each; as many as a case takes.
    pub tags: Vec<String>,
    /// Sealed attachments that the case names, sorted.
    pub attachments: Vec<Hash>,
    /// Every word that search finds the case by, folded, and the marks by which cases are found alike, sorted, once each.
    pub words: String,
    /// Its newest hand-overs, oldest first.
    pub hand_overs: Vec<HandedOver>,
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
            agenda: casework::agenda(case),
            assignee: case.assignee.value().copied().flatten(),
            // Nobody is asked about a case that is gone.
            conflict: !removed && (contested || !casework::conflicts(case).is_empty() || status == Status::NeedsAdjudication),
            closed: status == Status::Closed,
            removed,
            changed_at,
            created_at: case.created.at,
            origin: case.origin.clone(),
            tags: case.tags.iter().collect::<BTreeSet<_>>().into_iter().take(casework::ITEMS).cloned().collect(),
            attachments: attachments.into_iter().collect(),
            words: words.into_iter().collect::<Vec<_>>().join(" "),
            hand_overs: newest_hand_overs(case),
        }
    }

    /// The earliest day by which something is to be done.
    pub fn due(&self) -> Option<Day> {
        self.agenda.iter().filter_map(|item| item.day).min()
    }

    /// The bytes of this version.
    pub(super) fn encode(&self) -> Vec<u8> {
        let mut w = Writer::version(VERSION);
        w.bytes(self.reference.as_bytes()).bytes(self.title.as_bytes());
        w.bytes(self.case_type.as_bytes()).u8(status_code(self.status)).bytes(self.state.as_deref().unwrap_or_default().as_bytes());
        w.u16(u16::try_from(self.agenda.len()).unwrap_or(u16::MAX));
        self.agenda.iter().take(u16::MAX.into()).for_each(|item| write_item(&mut w, item));
        write_person(&mut w, self.assignee);
        let flag = |is_set: bool, flag: u8| if is_set { flag } else { 0 };
        w.u8(flag(self.conflict, CONFLICT) | flag(self.closed, CLOSED) | flag(self.removed, REMOVED));
        w.u64(self.changed_at.0 as u64).u64(self.created_at.0 as u64);
        optional(&mut w, self.origin.is_some());
        if let Some(origin) = &self.origin {
            w.bytes(origin.as_bytes());
        }
        w.u16(self.tags.len() as u16);
        self.tags.iter().for_each(|tag| {
            w.bytes(tag.as_bytes());
        });
        w.hashes(&self.attachments).bytes(self.words.as_bytes());
        w.u32(count(self.hand_overs.len()));
        for one in &self.hand_overs {
            w.fixed(one.giver.0.as_bytes()).fixed(one.to.0.as_bytes()).fixed(one.together.0.as_bytes());
            w.u64(one.at.0 as u64).u8(state_code(one.state));
        }
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
        let agenda = (0..r.u16()?).map(|_| read_item(&mut r)).collect::<Result<_, _>>()?;
        let assignee = read_person(&mut r)?;
        let flags = r.u8()?;
        if flags & !(CONFLICT | CLOSED | REMOVED) != 0 {
            return Err(LayoutError::Value);
        }
        let (changed_at, created_at) = (Moment(r.u64()? as i64), Moment(r.u64()? as i64));
        let origin = if is_there(r.u8()?)? { Some(r.text()?.to_owned()) } else { None };
        let tags = (0..r.u16()?).map(|_| Ok(r.text()?.to_owned())).collect::<Result<Vec<_>, LayoutError>>()?;
        if !tags.is_sorted_by(|one, next| one < next) {
            return Err(LayoutError::Value);
        }
        let (attachments, words) = (r.hashes()?, r.text()?.to_owned());
        let handed = r.u32()?;
        if handed as usize > HAND_OVERS {
            return Err(LayoutError::Value);
        }
        let hand_overs = (0..handed).map(|_| hand_over(&mut r)).collect::<Result<_, _>>()?;
        r.finish()?;
        Ok(Some(Self {
            reference,
            title,
            case_type,
            status,
            state,
            agenda,
            assignee,
            conflict: flags & CONFLICT != 0,
            closed: flags & CLOSED != 0,
            removed: flags & REMOVED != 0,
            changed_at,
            created_at,
            origin,
            tags,
            attachments,
            words,
            hand_overs,
        }))
    }
}

const TASK: u8 = 1;
const DEADLINE: u8 = 2;
const DEADLINE_BY_LAW: u8 = 3;
const SIGNATURE: u8 = 4;
const SETTLE: u8 = 5;

fn write_item(w: &mut Writer, item: &AgendaItem) {
    let (kind, id) = match &item.ask {
        Ask::Task(id) => (TASK, Some(id.0)),
        Ask::Deadline { id, rule: None } => (DEADLINE, Some(id.0)),
        Ask::Deadline { id, rule: Some(_) } => (DEADLINE_BY_LAW, Some(id.0)),
        Ask::Signature { decision, .. } => (SIGNATURE, Some(decision.0)),
        Ask::Settle => (SETTLE, None),
    };
    w.u8(kind);
    if let Some(id) = id {
        w.fixed(id.as_bytes());
    }
    match &item.ask {
        Ask::Deadline { rule: Some(rule), .. } => {
            w.bytes(rule.as_bytes());
        }
        Ask::Signature { second, decided_by, .. } => {
            w.u8(who_code(*second));
            write_person(w, *decided_by);
        }
        Ask::Task(_) | Ask::Deadline { rule: None, .. } | Ask::Settle => {}
    }
    w.bytes(item.day.map(|day| day.to_string()).unwrap_or_default().as_bytes());
    write_person(w, item.person);
    w.bytes(item.text.as_bytes());
}

fn read_item(r: &mut Reader<'_>) -> Result<AgendaItem, LayoutError> {
    let ask = match r.u8()? {
        TASK => Ask::Task(TaskId(Uuid::from_bytes(r.array()?))),
        DEADLINE => Ask::Deadline { id: DeadlineId(Uuid::from_bytes(r.array()?)), rule: None },
        DEADLINE_BY_LAW => Ask::Deadline { id: DeadlineId(Uuid::from_bytes(r.array()?)), rule: Some(r.text()?.to_owned()) },
        SIGNATURE => {
            Ask::Signature { decision: DecisionId(Uuid::from_bytes(r.array()?)), second: who_of(r.u8()?)?, decided_by: read_person(r)? }
        }
        SETTLE => Ask::Settle,
        _ => return Err(LayoutError::Value),
    };
    let day = match r.text()? {
        "" => None,
        day => Some(day.parse::<Day>().ok().filter(|read| read.to_string() == day).ok_or(LayoutError::Value)?),
    };
    Ok(AgendaItem { ask, day, person: read_person(r)?, text: r.text()?.to_owned() })
}

fn write_person(w: &mut Writer, person: Option<PersonId>) {
    optional(w, person.is_some());
    if let Some(person) = person {
        w.fixed(person.0.as_bytes());
    }
}

fn read_person(r: &mut Reader<'_>) -> Result<Option<PersonId>, LayoutError> {
    Ok(if is_there(r.u8()?)? { Some(PersonId(Uuid::from_bytes(r.array()?))) } else { None })
}

fn who_code(who: Who) -> u8 {
    match who {
        Who::Anyone => 1,
        Who::Assignee => 2,
        Who::Manager => 3,
    }
}

fn who_of(code: u8) -> Result<Who, LayoutError> {
    Ok(match code {
        1 => Who::Anyone,
        2 => Who::Assignee,
        3 => Who::Manager,
        _ => return Err(LayoutError::Value),
    })
}

fn newest_hand_overs(case: &Case) -> Vec<HandedOver> {
    let all = casework::hand_overs(case);
    all[all.len().saturating_sub(HAND_OVERS)..].iter().map(HandedOver::from).collect()
}

fn hand_over(r: &mut Reader<'_>) -> Result<HandedOver, LayoutError> {
    let (giver, to) = (PersonId(Uuid::from_bytes(r.array()?)), PersonId(Uuid::from_bytes(r.array()?)));
    let together = HandOverId(Uuid::from_bytes(r.array()?));
    Ok(HandedOver { giver, to, together, at: Moment(r.u64()? as i64), state: state_of(r.u8()?)? })
}

/// No case comes near the end of this scale.
fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

fn state_code(state: HandOverState) -> u8 {
    match state {
        HandOverState::Waits => 1,
        HandOverState::Taken => 2,
        HandOverState::GivenBack => 3,
        HandOverState::Over => 4,
    }
}

fn state_of(code: u8) -> Result<HandOverState, LayoutError> {
    Ok(match code {
        1 => HandOverState::Waits,
        2 => HandOverState::Taken,
        3 => HandOverState::GivenBack,
        4 => HandOverState::Over,
        _ => return Err(LayoutError::Value),
    })
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
