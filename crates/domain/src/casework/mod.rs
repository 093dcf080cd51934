//! Case files: the model that every replica derives from a document, the changes a person can make, and the rules over both.

mod change;
mod codes;
mod limits;
mod model;
mod place;
mod rules;
mod words;

pub use change::CaseChange;
pub use codes::{ADD_ATTACHMENT, CHANGE_CODES, DECIDE, FILE_LETTER, REMOVE_CASE, SIGN, TAKE_OUT};
pub(crate) use limits::is_id;
pub use limits::{ChangeRefused, ITEMS, LINE_CHARS, NAME_CHARS, REPLACED, TEXT_CHARS, validate};
pub use model::{
    Attachment, AttachmentVersion, Case, Channel, Deadline, Decision, Event, EventKind, FieldValue, LateChange, LetterFiled, Note, Party,
    Removal, Rule, Signature, Slot, Stage, Stamp, Stamped, Status, Task,
};
pub use place::{Place, PlaceValue, stands_alone, stands_at, values_at, writes};
pub(crate) use rules::settled_true;
pub use rules::{
    conflicts, contradicting_decisions, due, is_closing_contested, is_met, is_removal_contested, is_removed, is_signed, last_stage,
    needs_people, second_signatures, standing_decisions, status, waiting_decisions,
};
pub use words::{fold, latin, search_text};
