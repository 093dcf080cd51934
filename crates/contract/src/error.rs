//! Errors as they cross the edge: a code, a message of the Fluent files and its arguments. Text is made where it is read.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// What kind of thing went wrong. Closed: every place that reads it handles every code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ErrorCode {
    /// The request does not make sense as it stands; `args.field` names the place.
    InvalidInput,
    /// There is no such thing here.
    NotFound,
    /// There is no office on this computer yet.
    NoOffice,
    /// There already is an office in this profile.
    OfficeExists,
    /// The vault is shut.
    Locked,
    /// The passphrase does not open the vault.
    WrongPassphrase,
    /// Too many wrong passphrases; `args.seconds` says how long to wait.
    TooManyAttempts,
    /// The operating system's keyring does not answer, or has lost the entry.
    KeyringUnavailable,
    /// Another Praesto has this profile open.
    ProfileInUse,
    /// The profile was made by a newer Praesto.
    ProfileTooNew,
    /// The database of this profile cannot be read.
    ProfileDamaged,
    /// No room left on the disk; nothing was changed.
    DiskFull,
    /// The server cannot be reached; everything is safe here.
    Offline,
    /// No Praesto server answers at the address that was given; nothing was made or changed.
    ServerNotFound,
    /// The server answered with a refusal; `args.reason` holds its code.
    ServerRefused,
    /// The server's certificate is not the one that its address names, or none that is believed here.
    OtherCertificate,
    /// What the server says contradicts what it, or a colleague, said before.
    ServerContradicts,
    /// The office's register holds entries that only a newer Praesto understands.
    UpdateNeeded,
    /// The invitation code is mistyped, expired or used.
    InvitationInvalid,
    /// This computer waits for a colleague to let it in.
    WaitingForColleague,
    /// This computer is in, and waits for keys that only a colleague's computer can hand over.
    WaitingForKeys,
    /// The server was replaced, and no administrator's computer has named the new one yet.
    WaitingForAdministrator,
    /// The register does not give this person the right.
    NotAllowed,
    /// The office has withdrawn this computer.
    DeviceRevoked,
    /// A file to import or attach was refused; `args.reason` names why.
    FileRefused,
    /// A file could not be read or written; `args.path` names it.
    FileUnreadable,
    /// There is a file of that name already; `args.path` names it.
    FileExists,
    /// The attachment has not arrived on this computer.
    AttachmentNotHere,
    /// The server does not have the attachment yet; `args.name` says whose computer does, where that is known.
    AttachmentWithAuthor,
    /// The attachment is not what its case says of it; `args.name` says who added it, where that is known.
    AttachmentUnfit,
    /// The sealed file of the attachment was damaged on this computer.
    AttachmentDamaged,
    /// The file cannot be shown in place; `args.reason` holds the code of why.
    CannotShow,
    /// The file has `args.pages` pages, and at most `args.most` are printed at once.
    TooManyPages,
    /// A picture cannot become a page; `args.name` names it, `args.reason` holds the code of why.
    ScanRefused,
    /// Pages are larger together than one file may be.
    ScanTooLarge,
    /// The case is a colleague's word so far; editing it needs the server for a moment.
    NotChecked,
    /// The case is removed; it has to be brought back before it is changed.
    CaseRemoved,
    /// What was to be taken back or settled is no longer as it was shown: somebody wrote there since.
    ChangedSince,
    /// Nothing was changed here that could be taken back.
    NothingToUndo,
    /// Something else stands where the changes were to be written than their author saw: somebody wrote there meanwhile, or several values wait to be settled.
    WrittenMeanwhile,
    /// The case type does not allow it; `args.reason` holds the code of why.
    ActRefused,
    /// The case's type is not on this computer: it can be read and worked on, and neither stepped on nor decided.
    CaseTypeMissing,
    /// The office withdrew this case type: no new cases of it are made.
    CaseTypeWithdrawn,
    /// A case type was not added; `args.reason` holds the code of why.
    CaseTypeRefused,
    /// The person that a case was to be handed to cannot read it.
    PersonWithoutAccess,
    /// Cases of this type take their steps one by one, not many at once.
    OneByOne,
    /// Another act over many cases is under way.
    ActUnderWay,
    /// The letter still has gaps; `args.gaps` names them.
    LetterGaps,
    /// The typeface of letters lacks signs of the text; `args.signs` holds them.
    LetterSigns,
    /// The address has more lines than the window of an envelope shows.
    LetterAddress,
    /// The file is a letter that was signed off, and stays as it is.
    LetterSignedOff,
    /// No program of this computer opens such a file.
    NoProgram,
    /// Another program is still writing a copy that was to be put back.
    StillWritten,
    /// What was to be restored is no backup of Praesto, or no whole one; nothing was made.
    BackupUnreadable,
    /// Somebody stopped it before its end.
    Stopped,
    /// Something that should not happen; the log of this computer has a code without content.
    Internal,
}

impl ErrorCode {
    /// Whether it says that one file of a case cannot be opened on this computer, whatever else works.
    pub fn is_of_a_file(self) -> bool {
        matches!(
            self,
            Self::AttachmentDamaged | Self::AttachmentNotHere | Self::AttachmentUnfit | Self::AttachmentWithAuthor | Self::WaitingForKeys
        )
    }

    /// The Fluent message of this code.
    pub fn message_id(self) -> &'static str {
        match self {
            Self::InvalidInput => "error-invalid-input",
            Self::NotFound => "error-not-found",
            Self::NoOffice => "error-no-office",
            Self::OfficeExists => "error-office-exists",
            Self::Locked => "error-locked",
            Self::WrongPassphrase => "error-wrong-passphrase",
            Self::TooManyAttempts => "error-too-many-attempts",
            Self::KeyringUnavailable => "error-keyring-unavailable",
            Self::ProfileInUse => "error-profile-in-use",
            Self::ProfileTooNew => "error-profile-too-new",
            Self::ProfileDamaged => "error-profile-damaged",
            Self::DiskFull => "error-disk-full",
            Self::Offline => "error-offline",
            Self::ServerNotFound => "error-server-not-found",
            Self::ServerRefused => "error-server-refused",
            Self::OtherCertificate => "error-other-certificate",
            Self::ServerContradicts => "error-server-contradicts",
            Self::UpdateNeeded => "error-update-needed",
            Self::InvitationInvalid => "error-invitation-invalid",
            Self::WaitingForColleague => "error-waiting-for-colleague",
            Self::WaitingForKeys => "error-waiting-for-keys",
            Self::WaitingForAdministrator => "error-waiting-for-administrator",
            Self::NotAllowed => "error-not-allowed",
            Self::DeviceRevoked => "error-device-revoked",
            Self::FileRefused => "error-file-refused",
            Self::FileUnreadable => "error-file-unreadable",
            Self::FileExists => "error-file-exists",
            Self::AttachmentNotHere => "error-attachment-not-here",
            Self::AttachmentWithAuthor => "error-attachment-with-author",
            Self::AttachmentUnfit => "error-attachment-unfit",
            Self::AttachmentDamaged => "error-attachment-damaged",
            Self::CannotShow => "error-cannot-show",
            Self::TooManyPages => "error-too-many-pages",
            Self::ScanRefused => "error-scan-refused",
            Self::ScanTooLarge => "error-scan-too-large",
            Self::NotChecked => "error-not-checked",
            Self::CaseRemoved => "error-case-removed",
            Self::ChangedSince => "error-changed-since",
            Self::NothingToUndo => "error-nothing-to-undo",
            Self::WrittenMeanwhile => "error-written-meanwhile",
            Self::ActRefused => "error-act-refused",
            Self::CaseTypeMissing => "error-case-type-missing",
            Self::CaseTypeWithdrawn => "error-case-type-withdrawn",
            Self::CaseTypeRefused => "error-case-type-refused",
            Self::PersonWithoutAccess => "error-person-without-access",
            Self::OneByOne => "error-one-by-one",
            Self::ActUnderWay => "error-act-under-way",
            Self::LetterGaps => "error-letter-gaps",
            Self::LetterSigns => "error-letter-signs",
            Self::LetterAddress => "error-letter-address",
            Self::LetterSignedOff => "error-letter-signed-off",
            Self::NoProgram => "error-no-program",
            Self::StillWritten => "error-still-written",
            Self::BackupUnreadable => "error-backup-unreadable",
            Self::Stopped => "error-stopped",
            Self::Internal => "error-internal",
        }
    }
}

/// An error as it crosses the edge.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApiError {
    pub code: ErrorCode,
    /// Fluent message id; `<id>` says what happened, `<id>.safe` what is safe, `<id>.next` what to do.
    pub message_id: String,
    /// Arguments of the message.
    #[serde(default)]
    pub args: BTreeMap<String, String>,
    /// Whether the same request can succeed later without being changed.
    pub retryable: bool,
}

impl ApiError {
    /// An error with the message of its code and no arguments.
    pub fn new(code: ErrorCode) -> Self {
        let retryable = matches!(
            code,
            ErrorCode::Offline
                | ErrorCode::TooManyAttempts
                | ErrorCode::DiskFull
                | ErrorCode::ProfileInUse
                | ErrorCode::WaitingForColleague
                | ErrorCode::WaitingForKeys
                | ErrorCode::WaitingForAdministrator
                | ErrorCode::NotChecked
                | ErrorCode::ActUnderWay
                | ErrorCode::AttachmentWithAuthor
                | ErrorCode::StillWritten
        );
        Self { code, message_id: code.message_id().to_owned(), args: BTreeMap::new(), retryable }
    }

    /// Adds an argument of the message.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.args.insert(name.to_owned(), value.to_string());
        self
    }
}

impl std::fmt::Display for ApiError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message_id)
    }
}

impl std::error::Error for ApiError {}
