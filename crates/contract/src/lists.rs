//! Lists of cases: what narrows one, those that are kept under a name, and acts over many cases at once.

use serde::{Deserialize, Serialize};

use crate::{ApiError, CaseId, CaseSort, ListId, PersonId, Queue, Status};

/// Who has a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Holder {
    Nobody,
    Person { person: PersonId },
}

/// What narrows a list beside its queue. What is set holds together; what is not asks nothing. A name that is none of these is refused: an act over a
/// list that asks less than was meant would come to too many cases.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ListFilter {
    /// Id of a case type.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub case_type: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
    /// Id of a state of the case type, as people set it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub holder: Option<Holder>,
    /// Written as in the case.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tag: Option<String>,
    /// Due at most so many days from today; what is late is among them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due_within: Option<u32>,
    /// Changed by a colleague since this person last looked.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub unseen: bool,
}

impl ListFilter {
    /// Whether it asks for anything.
    pub fn is_set(&self) -> bool {
        *self != Self::default()
    }
}

/// What a list holds, and in which order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ListAsks {
    #[serde(default)]
    pub queue: Queue,
    #[serde(default)]
    pub sort: CaseSort,
    #[serde(default)]
    pub filter: ListFilter,
}

/// A list that this person keeps under a name, on this computer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptList {
    pub id: ListId,
    /// At most 100 characters; no other list has it.
    pub name: String,
    #[serde(flatten)]
    pub asks: ListAsks,
}

/// Asks which lists are kept here.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ListsGet {}

/// Keeps a list, or changes the one of this id.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ListKeep {
    pub list: KeptList,
}

/// Lets go of a list. The cases in it stay as they are.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ListForget {
    pub list: ListId,
}

/// What this computer keeps of lists.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListsView {
    /// By name.
    pub kept: Vec<KeptList>,
    /// The last act over many cases, where it can be taken back and nothing was changed here after it.
    pub last_act: Option<ActId>,
}

/// Asks which tags the cases here bear; a few of those that begin so, however they are spelt.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct TagsGet {
    /// Nothing asks for the first of all.
    #[serde(default)]
    pub begins: String,
}

/// Number of an act over many cases on this computer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ActId(pub u64);

/// What the row of a marked case said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowSeen {
    pub assignee: Option<PersonId>,
    pub status: Status,
    pub state: Option<String>,
}

/// A case that somebody marked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Marked {
    pub case: CaseId,
    /// Where something else stands by now at what the act writes, the case is left. None takes what the row says as the act begins.
    #[serde(default)]
    pub seen: Option<RowSeen>,
}

/// Which cases an act is for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "which", rename_all = "snake_case")]
pub enum Which {
    /// These, at most 10,000, in this order.
    Cases { cases: Vec<Marked> },
    /// All that a list holds as the act begins.
    List {
        asks: ListAsks,
        #[serde(default)]
        except: Vec<CaseId>,
    },
    /// What was [held](CasesHold), once. `ChangedSince` where something else was held since.
    Held { held: HeldId },
}

/// Number of what was held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct HeldId(pub u64);

/// Holds all that a list holds now, with what its rows say: whoever is asked first what to do to it does that to what they saw. What is held lasts
/// until something else is, or the vault shuts.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct CasesHold {
    pub asks: ListAsks,
    #[serde(default)]
    pub except: Vec<CaseId>,
}

/// What is held.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CasesHeld {
    pub held: HeldId,
    pub count: u64,
}

fn yes() -> bool {
    true
}

/// What is done to many cases, to each as if it were the only one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "act", rename_all = "snake_case")]
pub enum BulkAct {
    /// A colleague is handed the cases, all in one hand-over; nobody and oneself just have them.
    Assign {
        person: Option<PersonId>,
        /// What a colleague should know; kept in each case.
        #[serde(default)]
        words: String,
        /// Whether the open tasks of whoever had a case go along to a colleague.
        #[serde(default = "yes")]
        tasks: bool,
    },
    AddTag {
        tag: String,
    },
    RemoveTag {
        tag: String,
    },
    /// Takes the step that leads a general file to this state; cases of other types go theirs one by one.
    Stand {
        state: String,
    },
    Pin {
        pinned: bool,
    },
    /// What colleagues brought until now counts as looked at.
    Seen,
}

/// Does something to many cases. Each is changed whole or not at all; what is done stays done where the rest is not.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct CasesAct {
    #[serde(flatten)]
    pub which: Which,
    #[serde(flatten)]
    pub act: BulkAct,
}

/// Ends the act over many cases that is under way; what is done stays, and can be taken back.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct CasesStop {}

/// Takes an act over many cases back, case by case as `case_undo` does. A case in which something came since is left.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct CasesUndo {
    pub act: ActId,
}

/// A case that an act left as it was, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseLeft {
    pub case: CaseId,
    pub reference: String,
    pub title: String,
    pub error: ApiError,
}

/// What became of an act over many cases.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CasesActed {
    /// What takes it back; none where nothing was changed.
    pub act: Option<ActId>,
    /// Cases that it changed.
    pub done: u64,
    /// Cases in which it stood so already.
    pub same: u64,
    /// Cases that it left.
    pub left: u64,
    /// The first 1,000 of these.
    pub rows: Vec<CaseLeft>,
    /// Whether somebody ended it before it came to all.
    pub stopped: bool,
    /// What ended it before it came to all.
    pub ended_by: Option<ApiError>,
}
