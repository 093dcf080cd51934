//! Case files: the model that every replica derives from a document, the changes a person can make, and the rules over both.

mod change;
mod model;

pub use change::CaseChange;
pub use model::{
    Attachment, AttachmentVersion, Case, Channel, Deadline, Decision, Event, EventKind, FieldValue, Note, Party, Slot, Stamp, Stamped, Status, Task,
};
