//! Case files: the model that every replica derives from a document, the changes a person can make, and the rules over both.

mod change;
mod codes;
mod limits;
mod model;
mod place;

pub use change::CaseChange;
pub use codes::CHANGE_CODES;
pub use limits::{ChangeRefused, ITEMS, LINE_CHARS, NAME_CHARS, REPLACED, TEXT_CHARS, validate};
pub use model::{
    Attachment, AttachmentVersion, Case, Channel, Deadline, Decision, Event, EventKind, FieldValue, Note, Party, Slot, Stamp, Stamped,
    Status, Task,
};
pub use place::Place;
