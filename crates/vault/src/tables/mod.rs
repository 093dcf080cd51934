//! One room per table: how it is written through a [`crate::Writer`] and read through a [`crate::View`].

pub(crate) mod attachment_files;
pub(crate) mod attachments;
pub(crate) mod case_lists;
pub(crate) mod cases;
pub(crate) mod devices;
pub(crate) mod documents;
pub(crate) mod drafts;
pub(crate) mod epochs;
pub(crate) mod findings;
pub(crate) mod held;
pub(crate) mod identity;
pub(crate) mod invitations;
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
pub(crate) mod vocabulary;
