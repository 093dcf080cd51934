//! A case file as everyone sees it once all known changes are merged.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::limits::is_id;
use crate::{
    AttachmentId, CaseId, Day, DeadlineId, DecisionId, DeviceId, EventId, HandOverId, Moment, NoteId, PartyId, PersonId, TaskId,
    case_types::Who,
};

/// Which computer wrote something, and what its clock said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Stamp {
    pub device: DeviceId,
    pub at: Moment,
}

/// One value with its author. `id` names the write itself, so that settling a conflict can name what it chose between.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamped<T> {
    pub id: String,
    pub value: T,
    pub by: Stamp,
}

/// A place that holds one value, or several that were written without knowledge of each other. Winner first; never silently settled.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Slot<T>(pub Vec<Stamped<T>>);

impl<T> Default for Slot<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: PartialEq> Slot<T> {
    /// The value that lists show while a conflict is open.
    pub fn value(&self) -> Option<&T> {
        self.0.first().map(|stamped| &stamped.value)
    }

    /// Whether people must choose: two writes that say the same are no conflict.
    pub fn is_conflict(&self) -> bool {
        self.0.iter().skip(1).any(|other| other.value != self.0[0].value)
    }
}

/// What a field can hold.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(tag = "is", content = "value", rename_all = "snake_case")]
pub enum FieldValue {
    /// Emptied on purpose; a field never set is absent.
    Empty,
    Text(String),
    Whole(i64),
    Day(Day),
    Flag(bool),
}

/// How a case reached the office.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    App,
    Web,
    #[default]
    Paper,
    Registered,
    Import,
    Mail,
}

/// Where a case stands; derived from what was set by hand and from its decisions, never stored.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    #[default]
    New,
    InReview,
    Waiting,
    Decided,
    /// Decisions that contradict each other were made without knowledge of each other.
    NeedsAdjudication,
    Closed,
}

impl Status {
    /// What it is called in documents and interfaces.
    pub fn code(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::InReview => "in_review",
            Self::Waiting => "waiting",
            Self::Decided => "decided",
            Self::NeedsAdjudication => "needs_adjudication",
            Self::Closed => "closed",
        }
    }
}

/// Where people set a case: the status that lists show across all types and, where an act of its type set it, the state behind it.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Stage {
    pub status: Status,
    /// Id of a state of the case type.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state: Option<String>,
}

impl Stage {
    /// Statuses that can be set; the others follow from decisions.
    pub const STATUSES: [Status; 4] = [Status::New, Status::InReview, Status::Waiting, Status::Closed];

    /// How documents and interfaces write it: `waiting`, or `waiting papers_missing`.
    pub fn code(&self) -> String {
        match &self.state {
            None => self.status.code().to_owned(),
            Some(state) => format!("{} {state}", self.status.code()),
        }
    }

    /// Reads what [`code`](Self::code) wrote; nothing where it is neither.
    pub fn read(code: &str) -> Option<Self> {
        let (status, state) = code.split_once(' ').map_or((code, None), |(status, state)| (status, Some(state)));
        let status = Self::STATUSES.into_iter().find(|one| one.code() == status)?;
        state.is_none_or(is_id).then(|| Self { status, state: state.map(str::to_owned) })
    }
}

impl From<Status> for Stage {
    fn from(status: Status) -> Self {
        Self { status, state: None }
    }
}

/// Somebody a case is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Party {
    pub id: PartyId,
    pub name: Slot<String>,
    pub role: Slot<String>,
    pub contact: Slot<String>,
    pub removed: bool,
    /// Removed by one person while another, not knowing, worked on it: shown again until somebody removes or keeps it.
    pub reopened: bool,
}

/// A note. Notes are append-only: a correction is a new note that names the old one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    pub id: NoteId,
    pub text: String,
    pub corrects: Option<NoteId>,
    pub withdrawn: bool,
    pub by: Stamp,
}

/// The bytes of one version of an attachment, sealed elsewhere under the hash of their ciphertext.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AttachmentVersion {
    /// SHA-256 of the age file, lower-case hexadecimal: its address on disk and on the server.
    pub sealed_hash: String,
    /// SHA-256 of the content, lower-case hexadecimal.
    pub content_hash: String,
    /// Bytes of content.
    pub size: u64,
    /// Media type, such as `application/pdf`.
    pub media_type: String,
    /// Epoch of the space whose age identity opens the file.
    pub epoch: u32,
    pub by: Stamp,
}

/// A named file with its versions, oldest first; none stands before one that its author knew of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attachment {
    pub id: AttachmentId,
    pub name: Slot<String>,
    pub versions: Vec<AttachmentVersion>,
    /// For each version the places of those that were added without knowledge of it, as it was without knowledge of them: of each computer the newest.
    pub apart: Vec<Vec<usize>>,
    pub removed: bool,
    /// Removed by one person while another, not knowing, worked on it: shown again until somebody removes or keeps it.
    pub reopened: bool,
}

/// Something to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Task {
    pub id: TaskId,
    pub text: Slot<String>,
    pub due: Slot<FieldValue>,
    pub assignee: Slot<Option<PersonId>>,
    pub done: Slot<bool>,
    pub removed: bool,
    /// Removed by one person while another, not knowing, worked on it: shown again until somebody removes or keeps it.
    pub reopened: bool,
    pub by: Stamp,
}

/// A day by which something must have happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deadline {
    pub id: DeadlineId,
    pub label: Slot<String>,
    pub day: Slot<FieldValue>,
    /// Marked by hand; see [`is_met`](super::is_met).
    pub met: Slot<bool>,
    /// The rule of the case type that it follows from.
    pub rule: Option<Rule>,
    pub removed: bool,
    /// Removed by one person while another, not knowing, worked on it: shown again until somebody removes or keeps it.
    pub reopened: bool,
}

/// What a deadline follows from, as the case type said it when the deadline was set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rule {
    /// Id of the rule in the case type.
    pub id: String,
    /// The law that sets it, in the first language of the case type.
    pub basis: String,
    /// Where a case stands while this is met, as [`Stage::code`] writes it; `decided` wherever a decision counts.
    pub met_by: Vec<String>,
}

/// A decision on the case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    pub id: DecisionId,
    pub outcome: String,
    pub reason: String,
    /// Decisions that the author knew of and that this one replaces.
    pub replaces: Vec<DecisionId>,
    pub withdrawn: bool,
    /// Who decided, where that was asked. Whoever took the record in made sure that the computer is theirs.
    pub person: Option<PersonId>,
    /// Who has to sign it besides, as the case type asked when it was made; none where one signature is enough.
    pub second: Option<Who>,
    /// Who signed it besides, in the order of the case.
    pub signatures: Vec<Signature>,
    pub by: Stamp,
}

/// A second signature under a decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signature {
    /// Who signed. Whoever took the record in made sure that the computer is theirs.
    pub person: PersonId,
    /// Whether they signed as a manager. Made sure of in the same way.
    pub manager: bool,
    pub by: Stamp,
}

/// Something that happened to the case as a whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    pub id: EventId,
    pub kind: EventKind,
    pub by: Stamp,
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum EventKind {
    /// Somebody set where the case stands; `Decided` and `NeedsAdjudication` follow from decisions instead.
    StatusSet {
        #[serde(flatten)]
        stage: Stage,
    },
    /// Somebody signed a decision besides whoever made it. `said` is the fingerprint of what they signed: under the same id, something else can stand.
    Signed { decision: DecisionId, said: String, person: PersonId, manager: bool },
    /// A line of history that came with an imported file, in its own words and with its own date.
    Imported { happened_at: Option<Moment>, text: String },
    /// A conflict was settled; `chosen` is what now stands, in words.
    Settled { place: String, chosen: String },
    /// Somebody handed the case to a colleague, in one act with others. Written in the same change as who has it.
    HandedOver { to: PersonId, words: String, together: HandOverId, person: PersonId },
    /// Whoever a case was handed to took it.
    Taken { of: EventId, person: PersonId },
    /// Whoever a case was handed to gave it back. Written in the same change as who has it.
    GivenBack { of: EventId, words: String, person: PersonId },
    /// A version of an attachment, named by its sealed hash, was written out of the sealed world, for this reason.
    TakenOut { name: String, version: String, reason: String },
    /// A copy of a version of an attachment, named by its sealed hash, was opened in another program.
    OpenedElsewhere { name: String, version: String },
    /// What another program had written to a copy of the attachment `of` was found after an interruption, and stands as an attachment of its own:
    /// the version with this sealed hash. `whole` is false where it looks cut off.
    FoundElsewhere { name: String, version: String, of: AttachmentId, whole: bool },
    /// Somebody signed a letter off and filed it.
    LetterFiled(LetterFiled),
}

/// A letter, as it was signed off.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LetterFiled {
    /// Id of the letter in the case type.
    pub letter: String,
    pub language: String,
    /// What it is called, in its own language.
    pub title: String,
    /// What the office was called then, the reference of the case, and the day: they stand on the paper beside the words.
    pub office: String,
    pub reference: String,
    pub day: Day,
    /// To whom: the lines of the address.
    pub recipient: String,
    /// Its words, as [`to_text`](crate::letters::to_text) writes them.
    pub text: String,
    /// The decision that it tells of, with the fingerprint of what that said: under the same id, something else can stand.
    pub decision: Option<(DecisionId, String)>,
    /// The attachment, by the hash of its sealed bytes.
    pub version: String,
    /// Who signed it off. Whoever took the record in made sure that the computer is theirs.
    pub person: PersonId,
}

/// That people removed a case, and what they had not seen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Removal {
    /// Why, in the words of each person whose removal stands, newest first; never empty.
    pub reasons: Slot<String>,
    /// Who changed the case without any of them knowing of it, or afterwards; oldest first.
    pub unseen: Vec<Stamp>,
}

/// A change to a closed case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LateChange {
    pub by: Stamp,
    /// Whether its author knew that the case was closed.
    pub knew: bool,
}

/// A case file, merged.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Case {
    pub id: CaseId,
    pub case_type: String,
    pub reference: Slot<String>,
    pub title: Slot<String>,
    pub received: Slot<FieldValue>,
    pub channel: Channel,
    /// Stable id in the system the case was imported from, so that nothing is imported twice.
    pub origin: Option<String>,
    pub assignee: Slot<Option<PersonId>>,
    /// Where people set it; events tell of each time.
    pub stage: Slot<Stage>,
    pub fields: BTreeMap<String, Slot<FieldValue>>,
    pub parties: Vec<Party>,
    pub notes: Vec<Note>,
    pub attachments: Vec<Attachment>,
    pub tasks: Vec<Task>,
    pub deadlines: Vec<Deadline>,
    pub decisions: Vec<Decision>,
    pub events: Vec<Event>,
    pub tags: Vec<String>,
    /// Whether somebody removed the case; a mark, and nothing of the case is gone.
    pub removal: Option<Removal>,
    /// What nobody who closed the case had seen, oldest first; empty while it is open.
    pub late: Vec<LateChange>,
    pub created: Stamp,
}
