//! One room per table: how it is written through a [`crate::Writer`] and read through a [`crate::View`].

pub(crate) mod acts;
pub(crate) mod agenda;
pub(crate) mod attachment_files;
pub(crate) mod attachments;
pub(crate) mod case_lists;
pub(crate) mod case_tags;
pub(crate) mod cases;
pub(crate) mod devices;
pub(crate) mod documents;
pub(crate) mod drafts;
pub(crate) mod epochs;
pub(crate) mod findings;
pub(crate) mod hand_over;
pub(crate) mod held;
pub(crate) mod identity;
pub(crate) mod invitations;
pub(crate) mod kept_lists;
mod meta;
mod order;
pub(crate) mod outbox;
pub(crate) mod provisional;
pub(crate) mod records;
pub(crate) mod register;
pub(crate) mod removals;
mod search;
pub(crate) mod set_aside;
mod undo;
