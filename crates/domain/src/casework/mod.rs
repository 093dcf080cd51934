//! Case files: the model that every replica derives from a document, the changes a person can make, and the rules over both.

mod change;
mod codes;
mod limits;
mod model;
mod place;
mod rules;
mod words;

pub use change::CaseChange;
pub use codes::{CHANGE_CODES, DECIDE, REMOVE_CASE, TAKE_OUT};
pub use limits::{ChangeRefused, ITEMS, LINE_CHARS, NAME_CHARS, REPLACED, TEXT_CHARS, validate};
pub use model::{
    Attachment, AttachmentVersion, Case, Channel, Deadline, Decision, Event, EventKind, FieldValue, LateChange, Note, Party, Removal, Slot,
    Stamp, Stamped, Status, Task,
};
pub use place::{Place, PlaceValue, stands_alone, values_at, writes};
pub use rules::{
    conflicts, contradicting_decisions, due, is_closing_contested, is_removal_contested, is_removed, last_status_set, needs_people,
    standing_decisions, status,
};
pub use words::{fold, latin, search_text};
