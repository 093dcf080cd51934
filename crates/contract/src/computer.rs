//! What this computer holds, and why.

use serde::{Deserialize, Serialize};

use crate::{CaseId, KeyPolicy, Moment, SyncView};

/// Asks what is here.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct ThisComputerGet {}

/// Tries again everything that was set aside.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct SetAsideRetry {}

/// Why something is on this computer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HeldBecause {
    Assigned,
    Pinned,
    Team,
    Recent,
    Removed,
}

/// One row of "What is here, and why".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeldRow {
    pub because: HeldBecause,
    pub cases: u64,
    pub files: u64,
    /// Bytes of attachments.
    pub bytes: u64,
}

/// One change that waits to be sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WaitingRow {
    pub case: Option<CaseId>,
    pub reference: String,
    /// What the change did, as codes of `change-*` messages.
    pub what: Vec<String>,
    pub saved_at: Moment,
    /// A decision that counts once the office has it.
    pub provisional: bool,
}

/// Why a record was set aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SetAsideReason {
    /// The bytes do not follow the record's layout.
    Malformed,
    /// Signature or content hash do not fit.
    Forged,
    /// The register does not know the device.
    UnknownDevice,
    /// Written after the office withdrew the device.
    AfterRevocation,
    /// The author has no right to write here.
    NotAllowed,
    /// An earlier record of the same device is missing.
    ChainGap,
    /// Two records of one device claim the same place in its chain.
    ChainFork,
    /// Its changes do not follow on from those of the same program run: a number comes twice, or one is left out.
    OutOfSequence,
    /// The register entry that the author saw has not arrived.
    RegisterBehind,
    /// The key of its epoch is not here.
    KeyMissing,
    /// The key is here and does not open it.
    CannotOpen,
    /// Opened, but it refers to changes that have not arrived.
    MissingChanges,
    /// Opened, but written under another device's name.
    WrongActor,
    /// Opened, but not a document this version understands.
    UnknownSchema,
    /// A checkpoint that says something else than the records it covers.
    CheckpointContradicts,
    /// A removal that does something else as well, or a change that removes a case without saying so.
    RemovalUntrue,
}

/// One record that was set aside.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetAsideRow {
    pub reason: SetAsideReason,
    pub case: Option<CaseId>,
    pub reference: String,
    pub person_name: String,
    pub device_name: String,
    pub since: Moment,
    /// Statement hash, for support.
    pub record: String,
}

/// What the server or a colleague's record showed to be untrue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FindingKind {
    /// The server offered a register that does not extend the one seen.
    RegisterRolledBack,
    /// The server's register holds an entry that breaks the rules.
    RegisterForged,
    /// The server lacks records that it had acknowledged; they are offered again.
    ServerBehind,
    /// The server showed a colleague another order of records than this computer.
    HistoriesDiffer,
    /// A record that is no true record of a device of this office.
    RecordForged,
    /// Keys that do not match what the register announces.
    WrongKeys,
    /// The bytes of an attachment are not those that were named.
    AttachmentSwapped,
    /// The bytes of an attachment were damaged on this computer before the server had them.
    AttachmentDamaged,
    /// An attachment that is the one named, but not what its case says of it.
    AttachmentUnfit,
    /// A checkpoint that contradicts its records.
    CheckpointForged,
    /// A copy of this profile was used as well: this computer goes on as a further device of the same person.
    ProfileCopied,
    /// Another computer enrolled a further one of the same person, as a copy that goes on does.
    DeviceAdded,
    /// An acknowledgement whose signature does not hold.
    ReceiptForged,
}

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FindingRow {
    pub kind: FindingKind,
    pub person_name: String,
    pub device_name: String,
    /// When it was first found.
    pub at: Moment,
    /// When it was found last.
    pub last: Moment,
    /// How often.
    pub times: u64,
    /// Whether this person has read of it; found again, it is not.
    pub noted: bool,
}

/// Notes that this person has read of what was found untrue.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct FindingsNote {
    /// The last of those that were shown: what was found since is to be read anew.
    pub last: Moment,
}

/// A colleague, and when the server last received something of theirs that is here: a server that keeps things back shows as age.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeardRow {
    pub person_name: String,
    /// By the server's clock; nothing before their first record.
    pub at: Option<Moment>,
}

/// Takes files off this computer that nothing asks for: they stay on the server, and come back when somebody opens them. Files that were made here
/// stay, and so do those that the server does not have now.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct FilesRelease {}

/// Files, and the bytes of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeldFiles {
    pub files: u64,
    pub bytes: u64,
}

/// What this computer holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ThisComputer {
    pub device_name: String,
    pub held: Vec<HeldRow>,
    /// Bytes of the vault's database.
    pub database_bytes: u64,
    pub waiting: Vec<WaitingRow>,
    pub set_aside: Vec<SetAsideRow>,
    pub findings: Vec<FindingRow>,
    /// Colleagues whose spaces this computer reads, those who have been silent longest first; at most 200.
    pub heard: Vec<HeardRow>,
    pub policy: KeyPolicy,
    pub lock_minutes: u32,
    /// Bytes free on the disk of the profile.
    pub disk_free: u64,
    /// Whether files that nobody asks for stay on the server, because there is little room here.
    pub files_wait_for_room: bool,
    /// Milliseconds by which this computer's clock is ahead of the server's; none where they were not compared since the vault was opened.
    pub clock_ahead: Option<i64>,
    /// What [`FilesRelease`] would take off it.
    pub releasable: HeldFiles,
    pub register_checked: Option<Moment>,
    pub sync: SyncView,
    pub version: String,
}
