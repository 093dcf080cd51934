//! A backup of all that this computer holds, and a computer from a backup.

use serde::{Deserialize, Serialize};

use crate::{KeyChoice, SecretText};

/// Makes a backup: one file that its passphrase alone opens.
#[derive(Debug, Serialize, Deserialize)]
pub struct BackupMake {
    /// Path of the file that is made; nothing may be there.
    pub path: String,
    /// Chosen for this backup; at least ten characters.
    pub passphrase: SecretText,
    /// What opens this computer, where that is a passphrase: a backup opens all that it opens.
    #[serde(default)]
    pub current_passphrase: Option<SecretText>,
}

/// A backup was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BackupDone {
    pub path: String,
    pub bytes: u64,
}

/// Makes this profile, which is empty, of a backup.
#[derive(Debug, Serialize, Deserialize)]
pub struct BackupRestore {
    pub path: String,
    /// The one that was chosen for the backup.
    pub passphrase: SecretText,
    /// What opens this computer from now on.
    pub key: KeyChoice,
}
