//! The whole server in one process and without a socket: for simulations, where time is an argument and a kill is a dropped value.
//!
//! The same decisions over the same store as behind HTTP; only logging in is left out, since a [`Session`] is taken as given.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use praesto_crypto::{Entropy, Hash, OsEntropy};
use praesto_protocol::api::{
    Challenge, ChallengeRequest, EnvelopePage, EpochUpload, HeadsPage, HoldingPage, JoinPage, JoinRequest, Login, LoginRequest,
    RegisterAppend, RegisterPage, ServerInfo, SpaceState,
};
use praesto_protocol::{DeviceId, DocumentId, SpaceId};

use crate::attachments::{AttachmentError, AttachmentFolder, Presence};
use crate::config::Settings;
use crate::offices::Offices;
use crate::refusal::Refusal;
use crate::store::{Selection, SqliteStore, StoreError};
use crate::token::{Scope, Session};

/// Name of the database in a data folder.
pub const DATABASE: &str = "store.sqlite";
/// Name of the folder of attachments in a data folder.
pub const ATTACHMENTS: &str = "attachments";

/// A server over a data folder.
#[derive(Debug)]
pub struct Embedded {
    folder: PathBuf,
    offices: Offices,
}

impl Embedded {
    /// Opens a data folder, making it where there is none.
    pub fn open(folder: &Path) -> Result<Self, StoreError> {
        Self::open_with(folder, Settings::default(), &mut OsEntropy)
    }

    /// Opens a data folder; a new server draws its keys from `entropy`.
    pub fn open_with(folder: &Path, settings: Settings, entropy: &mut dyn Entropy) -> Result<Self, StoreError> {
        fs::create_dir_all(folder)?;
        let store = SqliteStore::open(&folder.join(DATABASE))?;
        let attachments = AttachmentFolder::open(&folder.join(ATTACHMENTS))?;
        let offices = Offices::open_with(Box::new(store), attachments, settings, entropy)?;
        Ok(Self { folder: folder.to_owned(), offices })
    }

    /// Closes the store. Dropping does the same; a kill is a copy of the folder taken before.
    pub fn close(self) {}

    /// Copies everything as it is now into a new folder, which can be opened in place of this one as a server restored from a backup.
    pub fn copy_to(&self, folder: &Path) -> Result<(), StoreError> {
        fs::create_dir_all(folder)?;
        SqliteStore::open(&self.folder.join(DATABASE))?.copy_to(&folder.join(DATABASE))?;
        Ok(copy_folder(&self.folder.join(ATTACHMENTS), &folder.join(ATTACHMENTS))?)
    }

    /// Everything that the server decides.
    pub fn offices(&self) -> &Offices {
        &self.offices
    }

    /// `GET /v1/server`.
    pub fn info(&self, now_ms: i64) -> ServerInfo {
        self.offices.info(now_ms)
    }

    /// `POST /v1/login/challenge`.
    pub fn challenge(&self, request: &ChallengeRequest, now_ms: i64) -> Challenge {
        self.offices.challenge(request, now_ms)
    }

    /// `POST /v1/login`.
    pub fn login(&self, request: &LoginRequest, scope: Scope, now_ms: i64) -> Result<Login, Refusal> {
        self.offices.login(request, scope, now_ms)
    }

    /// `GET /v1/register?after=`.
    pub fn register_get(&self, session: &Session, after: u64) -> Result<RegisterPage, Refusal> {
        self.offices.register_get(session, after)
    }

    /// `POST /v1/register`: the new length.
    pub fn register_append(&self, session: Option<&Session>, request: &RegisterAppend, now_ms: i64) -> Result<u64, Refusal> {
        self.offices.register_append(session, request, now_ms)
    }

    /// `GET /v1/spaces/{id}?at=`.
    pub fn space_state(&self, session: &Session, space: SpaceId, at: Option<u64>) -> Result<SpaceState, Refusal> {
        self.offices.space_state(session, space, at)
    }

    /// `GET /v1/spaces/{id}/heads?after=`.
    pub fn heads_get(&self, session: &Session, space: SpaceId, after: Option<DocumentId>) -> Result<HeadsPage, Refusal> {
        self.offices.heads_get(session, space, after)
    }

    /// `GET /v1/spaces/{id}/records?after=`: frames.
    pub fn records_get(&self, session: &Session, space: SpaceId, after: u64, limit_bytes: usize) -> Result<Vec<u8>, Refusal> {
        self.records_select(session, space, &Selection { after, ..Selection::default() }, limit_bytes)
    }

    /// `GET /v1/spaces/{id}/records?after=&documents=&tail=`: frames.
    pub fn records_select(&self, session: &Session, space: SpaceId, selection: &Selection, limit_bytes: usize) -> Result<Vec<u8>, Refusal> {
        self.offices.records_get(session, space, selection, limit_bytes)
    }

    /// `POST /v1/spaces/{id}/records`: the bytes of a receipt.
    pub fn records_post(&self, session: &Session, space: SpaceId, body: &[u8], now_ms: i64) -> Result<Vec<u8>, Refusal> {
        self.offices.records_post(session, space, body, now_ms)
    }

    /// `GET /v1/spaces/{id}/envelopes?from=`.
    pub fn envelopes_get(&self, session: &Session, space: SpaceId, from: u32) -> Result<EnvelopePage, Refusal> {
        self.offices.envelopes_get(session, space, from)
    }

    /// `PUT /v1/spaces/{id}/envelopes`.
    pub fn envelopes_put(&self, session: &Session, space: SpaceId, upload: &EpochUpload, now_ms: i64) -> Result<(), Refusal> {
        self.offices.envelopes_put(session, space, upload, now_ms)
    }

    /// `POST /v1/joins`.
    pub fn join_post(&self, request: &JoinRequest, now_ms: i64) -> Result<(), Refusal> {
        self.offices.join_post(request, now_ms)
    }

    /// `GET /v1/joins`.
    pub fn joins_get(&self, session: &Session, now_ms: i64) -> Result<JoinPage, Refusal> {
        self.offices.joins_get(session, now_ms)
    }

    /// `HEAD /v1/spaces/{id}/attachments/{hash}`.
    pub fn attachment_presence(&self, session: &Session, space: SpaceId, hash: Hash) -> Result<Presence, Refusal> {
        self.offices.attachment_presence(session, space, hash)
    }

    /// Whether all of an attachment is here.
    pub fn attachment_has(&self, session: &Session, space: SpaceId, hash: Hash) -> Result<bool, Refusal> {
        Ok(matches!(self.attachment_presence(session, space, hash)?, Presence::Whole(_)))
    }

    /// `GET /v1/spaces/{id}/attachments/{hash}`: the bytes from `offset` on.
    pub fn attachment_get(&self, session: &Session, space: SpaceId, hash: Hash, offset: u64) -> Result<Vec<u8>, Refusal> {
        let (mut file, _) = self.offices.attachment_read(session, space, hash, offset)?;
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).map_err(AttachmentError::from)?;
        Ok(bytes)
    }

    /// `PUT /v1/spaces/{id}/attachments/{hash}`.
    pub fn attachment_put(&self, session: &Session, space: SpaceId, hash: Hash, bytes: &[u8], now_ms: i64) -> Result<(), Refusal> {
        self.offices.attachment_put(session, space, hash, std::iter::once(Ok(bytes)), now_ms)
    }

    /// `PATCH /v1/spaces/{id}/attachments/{hash}`: bytes from `offset` on, of `total`.
    #[allow(clippy::too_many_arguments)] // One upload is all of these.
    pub fn attachment_patch(
        &self,
        session: &Session,
        space: SpaceId,
        hash: Hash,
        offset: u64,
        total: u64,
        bytes: &[u8],
        now_ms: i64,
    ) -> Result<Presence, Refusal> {
        self.offices.attachment_patch(session, space, hash, offset, total, std::iter::once(Ok(bytes)), now_ms)
    }

    /// `POST /v1/spaces/{id}/holding`.
    pub fn holding_post(&self, session: &Session, space: SpaceId, sealed: &[u8], now_ms: i64) -> Result<(), Refusal> {
        self.offices.holding_post(session, space, sealed, now_ms)
    }

    /// `GET /v1/spaces/{id}/holding?after=`.
    pub fn holding_get(&self, session: &Session, space: SpaceId, after: Option<DeviceId>) -> Result<HoldingPage, Refusal> {
        self.offices.holding_get(session, space, after)
    }

    /// `DELETE /v1/spaces/{id}/holding/{device}`.
    pub fn holding_delete(&self, session: &Session, space: SpaceId, device: DeviceId) -> Result<(), Refusal> {
        self.offices.holding_delete(session, space, device)
    }
}

fn copy_folder(from: &Path, to: &Path) -> std::io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_folder(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
