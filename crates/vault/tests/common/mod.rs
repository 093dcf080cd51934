//! What the vault's tests share.

#![allow(clippy::unwrap_used, dead_code, unreachable_pub)]

use std::path::{Path, PathBuf};

use praesto_crypto::{Hash, OsEntropy, Passphrase};
use praesto_domain::casework::Status;
use praesto_domain::{CaseId, Day, Moment, PersonId};
use praesto_protocol::{DeviceId, DocumentId, Kind, SpaceId};
use praesto_vault::{CaseProjection, KeyPolicy, Keyring, MemoryKeyring, StoredRecord, Vault, VaultError};

pub const NOW: i64 = 1_795_000_000_000;

pub fn passphrase(text: &str) -> Passphrase {
    Passphrase::typed(text.to_owned())
}

/// A vault that opens by the keyring, in a folder that goes with the value.
pub struct Home {
    pub folder: tempfile::TempDir,
    pub keyring: MemoryKeyring,
}

impl Home {
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap(), keyring: MemoryKeyring::default() }
    }

    pub fn profile(&self) -> PathBuf {
        self.folder.path().join("profile")
    }

    pub fn create(&self) -> Vault {
        self.create_with(KeyPolicy::Keyring, None)
    }

    pub fn create_with(&self, policy: KeyPolicy, text: Option<&str>) -> Vault {
        Vault::create(&self.profile(), policy, text.map(passphrase), &self.keyring, &mut OsEntropy).unwrap()
    }

    pub fn open(&self, text: Option<&str>) -> Result<Vault, VaultError> {
        self.open_with(text, &self.keyring, NOW)
    }

    pub fn open_with(&self, text: Option<&str>, keyring: &dyn Keyring, now_ms: i64) -> Result<Vault, VaultError> {
        let text = text.map(passphrase);
        Vault::open(&self.profile(), text.as_ref(), keyring, now_ms)
    }
}

pub fn ten(n: u64) -> [u8; 10] {
    let mut bytes = [0; 10];
    bytes[2..].copy_from_slice(&n.to_be_bytes());
    bytes
}

pub fn case_id(n: u64) -> CaseId {
    CaseId::make(Moment(NOW), &ten(n))
}

pub fn person(n: u64) -> PersonId {
    PersonId::make(Moment(NOW), &ten(n))
}

pub fn space(n: u64) -> SpaceId {
    SpaceId::make(NOW, &ten(n))
}

pub fn device(n: u64) -> DeviceId {
    DeviceId::make(NOW, &ten(n))
}

pub fn document(n: u64) -> DocumentId {
    DocumentId(case_id(n).0)
}

pub fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// An open case without anything special.
pub fn case(n: u64) -> CaseProjection {
    CaseProjection {
        id: case_id(n),
        space: space(1),
        reference: format!("G-2026-{n}"),
        title: format!("Case {n}"),
        case_type: "general".to_owned(),
        status: Status::New,
        state: None,
        due: None,
        assignee: None,
        conflict: false,
        closed: false,
        removed: false,
        changed_at: Moment(NOW + n as i64),
        changed_by_other: false,
        created_at: Moment(NOW + n as i64),
        origin: None,
        agenda: Vec::new(),
        hand_overs: Vec::new(),
        tags: Vec::new(),
        search_text: String::new(),
    }
}

/// Record `seq` of device 1 in space 1, about document `seq`.
pub fn record(seq: u64) -> StoredRecord {
    StoredRecord {
        hash: Hash::of(&seq.to_be_bytes()),
        space: space(1),
        document: document(seq),
        kind: Kind::Change,
        device: device(1),
        device_seq: seq,
        statement: vec![1, 2, 3],
        salt: [7; 32],
        payload: vec![4, 5],
        what: "change-note".to_owned(),
        made_at: NOW,
        server_seq: None,
        received_at: None,
    }
}

/// Every file below a folder, with its bytes.
pub fn files_below(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files_below(&path));
        } else {
            let bytes = std::fs::read(&path).unwrap();
            found.push((path, bytes));
        }
    }
    found
}

pub fn holds(bytes: &[u8], word: &[u8]) -> bool {
    bytes.windows(word.len()).any(|window| window == word)
}
