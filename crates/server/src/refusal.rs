//! Why a request is refused: the closed code of the interface, and what a person who reads logs may want beside it.

use praesto_protocol::api::Problem;
use praesto_protocol::{LayoutError, register};

use crate::attachments::AttachmentError;
use crate::store::StoreError;

/// A refusal.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{code:?} {}", detail.as_deref().unwrap_or_default())]
pub struct Refusal {
    pub code: Problem,
    pub detail: Option<String>,
    /// Seconds to wait before trying again.
    pub retry_after: Option<u64>,
    /// How much of an attachment the server holds, where an upload did not go on from there.
    pub upload_offset: Option<u64>,
}

impl Refusal {
    /// A refusal with a detail.
    pub fn because(code: Problem, detail: impl ToString) -> Self {
        Self { detail: Some(detail.to_string()), ..code.into() }
    }
}

impl From<Problem> for Refusal {
    fn from(code: Problem) -> Self {
        Self { code, detail: None, retry_after: None, upload_offset: None }
    }
}

impl From<LayoutError> for Refusal {
    fn from(error: LayoutError) -> Self {
        Self::because(Problem::BadRequest, error)
    }
}

impl From<register::Refused> for Refusal {
    fn from(refused: register::Refused) -> Self {
        match refused {
            register::Refused::NotNext => Problem::HeadMoved.into(),
            register::Refused::NotFounded => Self::because(Problem::BadRequest, refused),
            _ => Self::because(Problem::EntryRefused, refused),
        }
    }
}

impl From<StoreError> for Refusal {
    /// What the store says stays in the log: it could name tables, never content, but it is nobody's business outside.
    fn from(error: StoreError) -> Self {
        tracing::error!(%error, "the store failed");
        if error.is_full() { Problem::StorageFull.into() } else { Problem::Unavailable.into() }
    }
}

impl From<AttachmentError> for Refusal {
    fn from(error: AttachmentError) -> Self {
        match error {
            AttachmentError::OtherHash => Problem::HashMismatch.into(),
            AttachmentError::TooLarge => Problem::TooLarge.into(),
            AttachmentError::Busy => Self { retry_after: Some(1), ..Problem::TooMany.into() },
            AttachmentError::OtherOffset(offset) => {
                Self { upload_offset: Some(offset), ..Self::because(Problem::BadRequest, "the upload does not go on from what is here") }
            }
            AttachmentError::Broken | AttachmentError::Stalled => Self::because(Problem::BadRequest, error),
            // The folder is a part of what is stored.
            AttachmentError::Io(error) => StoreError::from(error).into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Error, ErrorKind};

    use super::*;

    #[test]
    fn a_full_disk_is_said_as_such_and_any_other_failure_is_not() {
        let sqlite = |code| StoreError::Sqlite("write", rusqlite::Error::SqliteFailure(rusqlite::ffi::Error::new(code), None));
        for (error, problem) in [
            (sqlite(rusqlite::ffi::SQLITE_FULL), Problem::StorageFull),
            (sqlite(rusqlite::ffi::SQLITE_BUSY), Problem::Unavailable),
            (sqlite(rusqlite::ffi::SQLITE_IOERR), Problem::Unavailable),
            (StoreError::from(Error::from(ErrorKind::StorageFull)), Problem::StorageFull),
            (StoreError::from(Error::from(ErrorKind::QuotaExceeded)), Problem::StorageFull),
            (StoreError::from(Error::from(ErrorKind::PermissionDenied)), Problem::Unavailable),
            (StoreError::Pool("none is free".to_owned()), Problem::Unavailable),
        ] {
            let what = error.to_string();
            assert_eq!(Refusal::from(error), Refusal::from(problem), "{what}");
        }
        let file = AttachmentError::from(Error::from(ErrorKind::StorageFull));
        assert_eq!(Refusal::from(file).code, Problem::StorageFull);
    }
}
