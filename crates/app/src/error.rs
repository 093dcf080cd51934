//! Why a use case failed, and the one conversion to the errors of the contract.

use praesto_contract::{ApiError, ErrorCode};
use praesto_domain::casework::ChangeRefused;
use praesto_protocol::api::Problem;
use praesto_vault::VaultError;

use crate::documents::{ApplyRefused, EditRefused, LoadRefused, ReadRefused};
use crate::sync::RemoteError;

/// Why a use case failed.
#[derive(Debug, thiserror::Error)]
pub enum AppError {
    #[error(transparent)]
    Api(#[from] ApiError),
    #[error(transparent)]
    Vault(#[from] VaultError),
    #[error(transparent)]
    Remote(#[from] RemoteError),
    #[error(transparent)]
    Edit(#[from] EditRefused),
    #[error(transparent)]
    Load(#[from] LoadRefused),
    #[error(transparent)]
    Read(#[from] ReadRefused),
    #[error(transparent)]
    Apply(#[from] ApplyRefused),
    #[error(transparent)]
    Age(#[from] praesto_crypto::AgeError),
    #[error(transparent)]
    Layout(#[from] praesto_protocol::LayoutError),
    #[error("a file cannot be read or written")]
    File { path: String, source: std::io::Error },
    /// More at once than one record can carry.
    #[error("the change is too large for one record")]
    TooLarge,
    /// A copy of this profile goes on as the device that this computer was. It goes on as another; the run begins anew.
    #[error("a copy of this profile was used elsewhere")]
    ProfileCopied,
    /// Something that cannot happen by the rules of the program.
    #[error("internal: {0}")]
    Internal(&'static str),
}

impl AppError {
    /// What kind of thing went wrong, for a state that names it.
    pub(crate) fn code_of(&self) -> ErrorCode {
        match self {
            Self::Api(error) => error.code,
            Self::Remote(error) => remote(error).code,
            Self::Vault(VaultError::DiskFull) => ErrorCode::DiskFull,
            Self::File { source, .. } if source.kind() == std::io::ErrorKind::StorageFull => ErrorCode::DiskFull,
            Self::Load(_) | Self::Read(_) => ErrorCode::ProfileDamaged,
            _ => ErrorCode::Internal,
        }
    }

    /// A request that does not make sense in one place.
    pub fn invalid(field: &str) -> Self {
        ApiError::new(ErrorCode::InvalidInput).with("field", field).into()
    }

    /// An error of the contract without arguments.
    pub fn code(code: ErrorCode) -> Self {
        ApiError::new(code).into()
    }
}

impl From<AppError> for ApiError {
    fn from(error: AppError) -> Self {
        match error {
            AppError::Api(error) => error,
            AppError::Vault(error) => vault(error),
            AppError::Remote(error) => remote(&error),
            AppError::Edit(EditRefused::Missing { .. }) => Self::new(ErrorCode::NotFound),
            AppError::Edit(EditRefused::NoSuchValue) => Self::new(ErrorCode::ChangedSince),
            AppError::Edit(EditRefused::ChangedSince) => Self::new(ErrorCode::ChangedSince),
            AppError::Edit(EditRefused::Removed) => Self::new(ErrorCode::CaseRemoved),
            AppError::Edit(EditRefused::Limit(
                ChangeRefused::TooLong { what, .. }
                | ChangeRefused::Empty { what }
                | ChangeRefused::Unprintable { what }
                | ChangeRefused::NoId { what },
            )) => Self::new(ErrorCode::InvalidInput).with("field", what),
            AppError::Edit(_) => Self::new(ErrorCode::InvalidInput).with("field", "changes"),
            AppError::File { path, source } if source.kind() == std::io::ErrorKind::StorageFull => {
                Self::new(ErrorCode::DiskFull).with("path", path)
            }
            AppError::File { path, .. } => Self::new(ErrorCode::FileUnreadable).with("path", path),
            AppError::TooLarge => Self::new(ErrorCode::InvalidInput).with("field", "changes"),
            AppError::Read(ReadRefused::NotOpened) => Self::new(ErrorCode::NotFound),
            AppError::Load(_) | AppError::Read(_) => Self::new(ErrorCode::ProfileDamaged),
            AppError::ProfileCopied | AppError::Apply(_) | AppError::Age(_) | AppError::Layout(_) | AppError::Internal(_) => {
                tracing::error!("internal error");
                Self::new(ErrorCode::Internal)
            }
        }
    }
}

fn vault(error: VaultError) -> ApiError {
    match error {
        VaultError::ProfileInUse => ApiError::new(ErrorCode::ProfileInUse),
        VaultError::ProfileTooNew => ApiError::new(ErrorCode::ProfileTooNew),
        VaultError::Empty => ApiError::new(ErrorCode::NoOffice),
        VaultError::Exists => ApiError::new(ErrorCode::OfficeExists),
        VaultError::PassphraseNeeded | VaultError::WrongPassphrase => ApiError::new(ErrorCode::WrongPassphrase),
        VaultError::TooManyAttempts { seconds } => ApiError::new(ErrorCode::TooManyAttempts).with("seconds", seconds),
        VaultError::KeyringUnavailable | VaultError::KeyringLost => ApiError::new(ErrorCode::KeyringUnavailable),
        VaultError::DiskFull => ApiError::new(ErrorCode::DiskFull),
        VaultError::NotABackup => ApiError::new(ErrorCode::BackupUnreadable),
        VaultError::Stopped => ApiError::new(ErrorCode::Stopped),
        VaultError::Damaged(_) => ApiError::new(ErrorCode::ProfileDamaged),
        error => {
            // The text of a database error names tables, never content.
            tracing::error!(%error, "the vault failed");
            ApiError::new(ErrorCode::Internal)
        }
    }
}

/// What a refusal of the server means to a person.
pub(crate) fn remote(error: &RemoteError) -> ApiError {
    match error {
        RemoteError::Offline | RemoteError::CutShort => ApiError::new(ErrorCode::Offline),
        RemoteError::OtherServer => ApiError::new(ErrorCode::ServerContradicts),
        RemoteError::OtherCertificate => ApiError::new(ErrorCode::OtherCertificate),
        RemoteError::Malformed => ApiError::new(ErrorCode::ServerRefused).with("reason", "malformed"),
        RemoteError::Refused(Problem::DeviceRevoked) => ApiError::new(ErrorCode::DeviceRevoked),
        RemoteError::Refused(Problem::DeviceUnknown) => ApiError::new(ErrorCode::WaitingForColleague),
        RemoteError::Refused(Problem::InvitationInvalid) => ApiError::new(ErrorCode::InvitationInvalid),
        RemoteError::Refused(Problem::NotEntitled) => ApiError::new(ErrorCode::NotAllowed),
        RemoteError::Refused(problem) => {
            let reason = serde_json::to_value(problem).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default();
            // These pass by themselves, or when room was made there.
            let retryable = matches!(problem, Problem::TooMany | Problem::Unavailable | Problem::QuotaReached | Problem::StorageFull);
            ApiError { retryable, ..ApiError::new(ErrorCode::ServerRefused).with("reason", reason) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_passes_by_itself_can_be_tried_again() {
        for (problem, retryable) in [
            (Problem::TooMany, true),
            (Problem::Unavailable, true),
            (Problem::QuotaReached, true),
            (Problem::StorageFull, true),
            (Problem::TooLarge, false),
            (Problem::RecordRefused, false),
        ] {
            assert_eq!(remote(&RemoteError::Refused(problem)).retryable, retryable, "{problem:?}");
        }
    }
}
