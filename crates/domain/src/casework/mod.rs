//! Case files: the model that every replica derives from a document, the changes a person can make, and the rules over both.

mod access;
mod agenda;
mod alike;
mod change;
mod codes;
mod hand_over;
mod limits;
mod model;
mod near;
mod place;
mod rules;
mod spellings;
mod words;

pub use access::{Access, AccessKind};
pub use agenda::{AgendaItem, Ask, agenda, due};
pub use alike::{Alike, Likeness, Sought, alike_names, field_mark, is_mark, marks, name_mark, name_words, same_reference};
pub use change::CaseChange;
pub use codes::{
    ADD_ATTACHMENT, CHANGE_CODES, DECIDE, FILE_LETTER, FIND_ELSEWHERE, GIVE_BACK, HAND_OVER, OPEN_ELSEWHERE, REMOVE_CASE, SIGN, TAKE_OUT,
};
pub use hand_over::{HandOver, HandOverState, HandedOver, hand_overs, holder, waiting_hand_over};
pub(crate) use limits::is_id;
pub use limits::{ChangeRefused, HAND_OVER_CHARS, ITEMS, LINE_CHARS, NAME_CHARS, REPLACED, TEXT_CHARS, validate};
pub use model::{
    Attachment, AttachmentVersion, Case, Channel, Deadline, Decision, Event, EventKind, FieldValue, LateChange, LetterFiled, Note, Party,
    Removal, Rule, Signature, Slot, Stage, Stamp, Stamped, Status, Task,
};
pub use near::{Apart, MOST_SLIPS, WORD, apart, slips};
pub use place::{Place, PlaceValue, stands_alone, stands_at, values_at, writes};
pub(crate) use rules::settled_true;
pub use rules::{
    conflicts, contradicting_decisions, is_closing_contested, is_met, is_removal_contested, is_removed, is_signed, last_stage,
    needs_people, next_deadline, open_tasks, second_signatures, standing_decisions, status, waiting_decisions,
};
pub use spellings::{fold, fold_begun, latin};
pub use words::search_text;
