//! What can go wrong in the vault, in the terms in which a person is told.

use std::io;

use rusqlite::ErrorCode;

/// Why the vault could not do something.
#[derive(Debug, thiserror::Error)]
pub enum VaultError {
    /// Another window or terminal has the profile open.
    #[error("the profile is in use")]
    ProfileInUse,
    /// The database was written by a newer version of the program.
    #[error("the profile was written by a newer version")]
    ProfileTooNew,
    /// Files of the profile are missing, damaged or do not belong together.
    #[error("the profile is damaged: {0}")]
    Damaged(&'static str),
    /// There is no vault in this folder.
    #[error("the profile is empty")]
    Empty,
    /// There is a vault in this folder already.
    #[error("the profile exists already")]
    Exists,
    /// The policy asks for a passphrase and none was given.
    #[error("a passphrase is needed")]
    PassphraseNeeded,
    /// The passphrase does not open the vault.
    #[error("the passphrase is wrong")]
    WrongPassphrase,
    /// Too many wrong passphrases; nothing was tried.
    #[error("too many attempts, {seconds} seconds to wait")]
    TooManyAttempts { seconds: u64 },
    /// The operating system's keyring does not answer.
    #[error("the keyring is not available")]
    KeyringUnavailable,
    /// The keyring answers and does not hold this profile's secret.
    #[error("the keyring does not hold this profile's secret")]
    KeyringLost,
    /// No room left; nothing was changed.
    #[error("the disk is full")]
    DiskFull,
    /// The bytes of an attachment are not those that were announced.
    #[error("the attachment is not the one that was announced")]
    AttachmentMismatch,
    /// What was to be restored is no backup, or no whole one.
    #[error("not a whole backup")]
    NotABackup,
    /// Somebody ended it.
    #[error("stopped")]
    Stopped,
    /// The database refused a statement.
    #[error("the database refused")]
    Sql(#[source] rusqlite::Error),
    /// A file of the profile cannot be read or written.
    #[error("a file of the profile cannot be read or written")]
    Io(#[source] io::Error),
}

impl From<rusqlite::Error> for VaultError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Self::DiskFull,
            Some(ErrorCode::DatabaseCorrupt) => Self::Damaged("vault.db"),
            Some(ErrorCode::NotADatabase) => Self::Damaged("vault.db"),
            _ => Self::Sql(error),
        }
    }
}

impl From<io::Error> for VaultError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::DiskFull,
            _ => Self::Io(error),
        }
    }
}
