//! Case files.

use serde::{Deserialize, Serialize};

use crate::{
    AskedRemoval, AttachmentId, CaseChange, CaseId, Channel, Day, DeadlineId, DecisionId, DraftView, FieldValue, FoundView, HandedOverView,
    LetterFiledView, ListFilter, Moment, NoteId, PartyId, PersonId, Place, RemovalView, StandingView, Status, TaskId, Who,
};

/// Who wrote something, on which computer, when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Author {
    pub person: Option<PersonId>,
    pub name: String,
    pub device_name: String,
    pub me: bool,
    pub at: Moment,
}

/// Which cases a list holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Queue {
    #[default]
    Mine,
    Team,
    Overdue,
    NotSent,
    Conflict,
    Closed,
    /// Open and closed.
    All,
    /// Removed cases, which are in no other queue.
    Removed,
}

/// Order of a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CaseSort {
    #[default]
    Due,
    Newest,
    Title,
    Reference,
}

/// A window on a queue.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseListGet {
    #[serde(default)]
    pub queue: Queue,
    #[serde(default)]
    pub sort: CaseSort,
    #[serde(default)]
    pub filter: ListFilter,
    /// Rows to skip.
    #[serde(default)]
    pub offset: u64,
    /// Rows to return, at most 200; 0 returns counts only.
    pub limit: u32,
}

/// One row of a queue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseRow {
    pub id: CaseId,
    pub reference: String,
    pub title: String,
    /// Id of its case type.
    pub case_type: String,
    pub status: Status,
    /// The state of its type that people set it to.
    pub state: Option<String>,
    pub due: Option<Day>,
    /// Days from today to `due`; negative when late.
    pub due_in_days: Option<i32>,
    pub not_sent: bool,
    pub conflict: bool,
    /// Changed by a colleague since this person last looked.
    pub unseen: bool,
    /// A colleague's word, until its records are checked.
    pub not_checked: bool,
    pub assignee: Option<PersonId>,
    pub assignee_name: Option<String>,
    /// In no list but that of removed cases; search finds it all the same.
    pub removed: bool,
    /// Colleagues removed it with many others, and this person is asked first.
    pub removal_asked: bool,
    /// Handed over to whoever has it, who has not taken it yet.
    pub handed_over: bool,
}

/// How many cases each queue holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct QueueCounts {
    pub mine: u64,
    pub team: u64,
    pub overdue: u64,
    pub not_sent: u64,
    pub conflict: u64,
    pub closed: u64,
    pub removed: u64,
}

/// A window on a queue, filled.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseListPage {
    pub rows: Vec<CaseRow>,
    pub offset: u64,
    pub total: u64,
    pub counts: QueueCounts,
    /// Who removed so many cases at once that this person is asked before they leave the lists.
    pub asked: Vec<AskedRemoval>,
}

/// Opens a case.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct CaseGet {
    pub case: CaseId,
}

/// Makes a case.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct CaseCreate {
    pub title: String,
    /// Reference; none takes the next free one of its type.
    #[serde(default)]
    pub reference: Option<String>,
    /// Its type; a general file where none is named.
    #[serde(default)]
    pub case_type: Option<String>,
    #[serde(default)]
    pub channel: Channel,
    /// Further changes saved in the same act.
    #[serde(default)]
    pub changes: Vec<CaseChange>,
    /// Places of the form whose drafts are saved with it and let go of in the same act.
    #[serde(default)]
    pub drafts: Vec<String>,
}

/// Changes a case; all changes are saved together or not at all.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct CaseEdit {
    pub case: CaseId,
    pub changes: Vec<CaseChange>,
    /// Places whose drafts these changes save; they are let go of in the same act.
    #[serde(default)]
    pub drafts: Vec<String>,
    /// What stood at places that these changes write, as their author saw it; at most as many as they write. Where something else or several values
    /// stand by now, nothing is changed: `WrittenMeanwhile`. Empty asks nothing.
    #[serde(default)]
    pub over: Vec<Over>,
}

/// What somebody saw at a place: a person by their id, nobody and nothing as `Empty`, the status by its code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Over {
    #[serde(flatten)]
    pub place: Place,
    pub value: FieldValue,
}

/// Takes back this computer's last change to a case by a new change; the trail keeps both.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct CaseUndo {
    pub case: CaseId,
}

/// Keeps a case's files on this computer, or stops keeping them.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct CasePin {
    pub case: CaseId,
    pub pinned: bool,
}

/// How a person settles a conflict.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "settle", rename_all = "snake_case")]
pub enum Settlement {
    /// This one of the shown values is right.
    Use { value_id: String },
    /// Both go into a note; the place is emptied.
    KeepBothAsNote,
}

/// Settles a conflict.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ConflictSettle {
    pub case: CaseId,
    #[serde(flatten)]
    pub place: Place,
    #[serde(flatten)]
    pub settlement: Settlement,
    /// Ids of the values that the person saw: where others stand by now, nothing is settled. Empty asks nothing.
    #[serde(default)]
    pub shown: Vec<String>,
}

/// Several values written without knowledge of each other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConflictView {
    #[serde(flatten)]
    pub place: Place,
    /// What the place is called: a field's name, a task's text.
    pub label: String,
    /// What stood there before these; empty where nothing did.
    pub before: Vec<FieldValue>,
    pub values: Vec<ConflictValue>,
}

/// One value of a conflict.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConflictValue {
    pub value_id: String,
    pub value: FieldValue,
    pub by: Author,
}

/// A field of the form with its last author.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldView {
    pub field: String,
    pub value: FieldValue,
    pub by: Author,
    pub conflict: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartyView {
    pub id: PartyId,
    pub name: String,
    pub role: String,
    pub contact: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoteView {
    pub id: NoteId,
    pub text: String,
    pub corrects: Option<NoteId>,
    pub withdrawn: bool,
    pub by: Author,
    pub sent: bool,
}

/// Where the bytes of an attachment are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "whereabouts", rename_all = "snake_case")]
pub enum Whereabouts {
    /// Here and on the server.
    Here,
    /// Here, not sent yet.
    WaitingToBeSent,
    /// On the server, as it said itself; comes when asked for.
    OnServer,
    /// On its way: bytes of bytes.
    Arriving { done: u64, total: u64 },
    /// Not known to be on the server: the author's computer has not sent it yet.
    WithAuthor,
}

/// A file of a case. What stands beside its versions is that of the newest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AttachmentView {
    pub id: AttachmentId,
    pub name: String,
    /// Bytes of content.
    pub size: u64,
    pub media_type: String,
    /// Newest first, in the same order on every computer; never empty.
    pub versions: Vec<AttachmentVersionView>,
    pub by: Author,
    /// That it was found after an interruption, as long as what it is a copy of is a file of the case.
    pub found: Option<FoundView>,
    #[serde(flatten)]
    pub whereabouts: Whereabouts,
}

/// One version of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AttachmentVersionView {
    /// Hash of its sealed bytes: requests name it by this.
    pub id: String,
    pub size: u64,
    pub media_type: String,
    pub by: Author,
    #[serde(flatten)]
    pub whereabouts: Whereabouts,
    /// Whether the change that added it was sent.
    pub sent: bool,
    /// Who added versions without knowledge of this one, as it was without knowledge of theirs, newest first: neither is the other's successor.
    pub apart: Vec<Author>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TaskView {
    pub id: TaskId,
    pub text: String,
    pub due: Option<Day>,
    pub assignee: Option<PersonId>,
    pub assignee_name: Option<String>,
    pub done: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeadlineView {
    pub id: DeadlineId,
    pub label: String,
    pub day: Option<Day>,
    pub met: bool,
    /// Whether that follows from where the case stands, and not from a mark by hand.
    pub met_by_state: bool,
    /// The rule of the case type that it follows from.
    pub rule: Option<String>,
    /// The law that sets it, as it was called when the deadline was set.
    pub basis: Option<String>,
    /// Whether the holidays of that year were known; else it can be some days too early.
    pub sure: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DecisionView {
    pub id: DecisionId,
    pub outcome: String,
    pub reason: String,
    pub by: Author,
    /// It, or the signature by which it counts, is not at the office yet.
    pub provisional: bool,
    pub withdrawn: bool,
    /// Replaced by a later decision that knew of it.
    pub replaced: bool,
    /// Stands against another decision made without knowledge of it.
    pub contradicted: bool,
    /// Who signs it besides, where its case type asks for that.
    pub second: Option<Who>,
    /// Does not count yet: it waits for its second signature.
    pub waits: bool,
    /// Who signed it besides, so that it counts.
    pub signed: Vec<Author>,
    /// Of everything that it says: what a second signature is put under.
    pub fingerprint: String,
    /// Whether this person may withdraw it, or bring it back.
    pub mine: bool,
}

/// One line of the timeline, newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimelineRow {
    /// Codes of `change-*` messages.
    pub what: Vec<String>,
    /// Own words of an imported line of history, why the case was removed or a file taken out, what was decided, which letter was signed off, or what was
    /// said to whoever the case was handed to or given back to.
    pub text: Option<String>,
    /// The file that was taken out, or of which a copy was opened in another program or found.
    pub taken_out: Option<TakenOutView>,
    /// What was written, place by place.
    pub written: Vec<WrittenView>,
    /// At how many places more.
    pub more: u64,
    pub by: Author,
    pub sent: bool,
    /// Written without knowledge of the row shown beside it: drawn as a branch.
    pub branch: bool,
    /// Made after the case was closed, or beside that.
    pub late: bool,
}

/// What a change wrote at a place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WrittenView {
    #[serde(flatten)]
    pub place: Place,
    /// What the person, file, task or deadline of that place was called then; empty elsewhere.
    pub label: String,
    /// What the author saw there: several values where a conflict was settled. Long texts are cut.
    pub before: Vec<FieldValue>,
    pub after: FieldValue,
}

/// A file that was written out of the sealed world.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TakenOutView {
    /// What it was called then.
    pub name: String,
    /// Who added that version, and when; none where the case does not have it.
    pub version: Option<Author>,
}

/// That a closed case was changed all the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LateView {
    /// Whether somebody did not know that it was closed: then it is listed as a conflict until a person closes it again or opens it.
    pub apart: bool,
    /// The last such change of each computer, newest first; never empty.
    pub by: Vec<Author>,
}

/// Why the files of a case are on this computer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeldView {
    pub assigned: bool,
    pub pinned: bool,
    pub last_opened: Option<Moment>,
}

/// A case, whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseView {
    pub id: CaseId,
    pub case_type: String,
    pub reference: String,
    pub title: String,
    /// Other cases with this reference, also closed and removed ones; some of them, where there are many.
    pub same_reference: Vec<CaseRow>,
    /// `title` in Latin letters where it is written in others.
    pub title_latin: Option<String>,
    pub status: Status,
    /// What its type says of it; none where the type is not on this computer.
    pub standing: Option<StandingView>,
    pub received: Option<Day>,
    pub channel: Channel,
    pub due: Option<Day>,
    pub due_in_days: Option<i32>,
    pub assignee: Option<PersonId>,
    pub assignee_name: Option<String>,
    pub assigned_since: Option<Moment>,
    /// That it was handed to whoever has it, who has not taken it yet.
    pub handed_over: Option<HandedOverView>,
    /// Changes of this computer that the server has not acknowledged.
    pub not_sent: u64,
    pub fields: Vec<FieldView>,
    pub parties: Vec<PartyView>,
    pub notes: Vec<NoteView>,
    pub attachments: Vec<AttachmentView>,
    pub tasks: Vec<TaskView>,
    pub deadlines: Vec<DeadlineView>,
    pub decisions: Vec<DecisionView>,
    /// Letters that were signed off, newest first.
    pub letters: Vec<LetterFiledView>,
    pub tags: Vec<String>,
    pub conflicts: Vec<ConflictView>,
    /// Whether somebody removed the case.
    pub removal: Option<RemovalView>,
    /// Whether it was changed since it was closed.
    pub late: Option<LateView>,
    pub timeline: Vec<TimelineRow>,
    pub held: HeldView,
    /// Changes of colleagues that wait for an earlier one; the case is shown without them.
    pub changes_missing: bool,
    /// Shown on a colleague's word: safe to read, and to be edited once its records are checked.
    pub not_checked: bool,
    /// What was typed on this computer and not saved yet.
    pub drafts: Vec<DraftView>,
    /// Whether `case_undo` would do something.
    pub can_undo: bool,
    /// Who changed it last.
    pub changed: Author,
    /// Whether that was on this computer.
    pub changed_here: bool,
}

/// Attaches files from this computer.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct AttachmentAdd {
    pub case: CaseId,
    /// Paths of files.
    pub paths: Vec<String>,
    /// Adds a version to this attachment instead of new ones.
    #[serde(default)]
    pub version_of: Option<AttachmentId>,
}

/// Brings an attachment to this computer.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct AttachmentFetch {
    pub case: CaseId,
    pub attachment: AttachmentId,
    /// Which version; the newest where none is named.
    #[serde(default)]
    pub version: Option<String>,
}

/// Writes an attachment out of the sealed world.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct AttachmentSave {
    pub case: CaseId,
    pub attachment: AttachmentId,
    /// Which version; the newest where none is named.
    #[serde(default)]
    pub version: Option<String>,
    /// Path of the file to write.
    pub path: String,
    /// Whether a file that is there already is replaced, once the new one is whole; somebody has agreed to that.
    #[serde(default)]
    pub overwrite: bool,
    /// Why it leaves; kept in the case.
    pub reason: String,
}

/// An attachment was written out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AttachmentSaved {
    pub path: String,
    pub bytes: u64,
}

/// Searches everything in the vault.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Search {
    pub words: String,
    /// At most 50.
    pub limit: u32,
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SearchPage {
    pub rows: Vec<CaseRow>,
    /// Whether there is more than was returned.
    pub more: bool,
    /// Cases that hold words spelt nearly so, where the words as they were typed find nothing or nearly nothing; none of `rows`.
    pub similar: Vec<CaseRow>,
}
