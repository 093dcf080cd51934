//! An open office: the vault, this device's keys, the register, the names. Everything that needs an open vault hangs on it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError, RwLock, RwLockWriteGuard};

use praesto_contract::{AppEvent, ErrorCode, KeyPolicy, OfficeView};
use praesto_crypto::{AgeIdentity, DeviceSigner, Hash, Secret32};
use praesto_domain::{DeviceId as DomainDevice, PersonId as DomainPerson};
use praesto_protocol::api::{Challenge, LoginRequest};
use praesto_protocol::register::{Register, Role, SignedEntry, SpaceKind};
use praesto_protocol::{DeviceId, DocumentId, Invitation, OfficeId, PersonId, SpaceId};
use praesto_vault::{Identity, SetAsideNote, Vault};

use crate::bulk::Held;
use crate::case_types::own::OwnCaseTypes;
use crate::documents::{ActorBytes, Directory, PackAdded, actor};
use crate::elsewhere::Elsewhere;
use crate::error::AppError;
use crate::host::{Caller, Host, ServerAddress, random};
use crate::reader::Readers;
use crate::sync::Progress;
use crate::turn::Turn;

/// Which device this computer is.
pub(crate) struct Me {
    pub(crate) identity: Identity,
    pub(crate) signer: DeviceSigner,
    pub(crate) age: AgeIdentity,
    /// Under which it changes documents, until the vault shuts.
    pub(crate) actor: ActorBytes,
}

impl Me {
    pub(crate) fn new(host: &impl Host, identity: Identity) -> Result<Self, AppError> {
        Ok(Self {
            signer: DeviceSigner::from_secret(&identity.signing),
            age: AgeIdentity::parse(std::str::from_utf8(&identity.age.expose_text()).unwrap_or_default())?,
            actor: actor(DomainDevice(identity.device.0), random(host)),
            identity,
        })
    }
}

/// An open office.
pub struct Office<H: Host> {
    pub(crate) host: Arc<H>,
    pub(crate) vault: Vault,
    /// Read and written inside the vault's transactions wherever something is signed, so that one edit never has two authors.
    me: RwLock<Arc<Me>>,
    /// Processes that read documents.
    pub(crate) readers: Readers,
    /// Copies of files that are open in other programs.
    pub(crate) elsewhere: Elsewhere,
    pub(crate) sync_running: Mutex<()>,
    /// The last of what is set aside that was fetched once more; nothing once all were.
    pub(crate) fetched_again: Mutex<Option<SetAsideNote>>,
    /// The last of what is set aside that was tried again; nothing once all were.
    pub(crate) tried_again: Mutex<Option<SetAsideNote>>,
    /// Where among the attachments to fetch the next run begins.
    pub(crate) files_tried: AtomicUsize,
    /// The last attachment that the server was asked for, of those it was not known to have.
    pub(crate) files_asked: Mutex<Hash>,
    /// The last attachment that the server was asked for though it had been sent, and when.
    pub(crate) files_checked: Mutex<(Hash, i64)>,
    /// Files that were found damaged before the server had them, since the vault was opened.
    pub(crate) files_damaged: Mutex<BTreeSet<Hash>>,
    /// The devices that this one has given an epoch's keys that were called no good, since the vault was opened.
    pub(crate) marked_given: Mutex<BTreeMap<(SpaceId, u32), BTreeSet<DeviceId>>>,
    /// Held by an act over many cases: one at a time.
    pub(crate) acting: Turn,
    /// The pages that are being made one file.
    pub(crate) scanning: Turn,
    /// Held by handing over, taking or giving back more than one case: one at a time.
    pub(crate) handing: Turn,
    /// What a list held when somebody was asked what to do to all of it.
    pub(crate) held: Mutex<Held>,
    /// Set when the vault shuts: work in progress ends at its next step, so that the keys are wiped soon.
    shut: AtomicBool,
    pub(crate) progress: Mutex<Progress>,
    register: RwLock<Option<Arc<Register>>>,
    names: RwLock<Arc<Directory>>,
    own_case_types: RwLock<Arc<OwnCaseTypes>>,
}

impl<H: Host> std::fmt::Debug for Office<H> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Office").field("device", &self.device()).finish_non_exhaustive()
    }
}

impl<H: Host> Office<H> {
    /// Opens what an unlocked vault holds.
    pub(crate) fn open(host: Arc<H>, vault: Vault) -> Result<Self, AppError> {
        let (identity, entries) = vault.read(|view| Ok::<_, AppError>((view.identity()?, view.entries(0)?)))?;
        let identity = identity.ok_or(AppError::code(ErrorCode::ProfileDamaged))?;
        let register = replay(&entries)?;
        let office = Self {
            me: RwLock::new(Arc::new(Me::new(&*host, identity)?)),
            readers: Readers::default(),
            elsewhere: Elsewhere::default(),
            sync_running: Mutex::new(()),
            fetched_again: Mutex::default(),
            tried_again: Mutex::default(),
            files_tried: AtomicUsize::default(),
            files_asked: Mutex::default(),
            // Anywhere: a vault that shuts often would otherwise never come to the later ones.
            files_checked: Mutex::new((Hash(random(&*host)), 0)),
            files_damaged: Mutex::default(),
            marked_given: Mutex::default(),
            acting: Turn::default(),
            scanning: Turn::default(),
            handing: Turn::default(),
            held: Mutex::default(),
            shut: AtomicBool::new(false),
            progress: Mutex::new(Progress::default()),
            register: RwLock::new(register.map(Arc::new)),
            names: RwLock::new(Arc::default()),
            own_case_types: RwLock::new(Arc::default()),
            vault,
            host,
        };
        office.load_names()?;
        office.load_own_case_types()?;
        if let Err(error) = office.sweep_parts() {
            // What a power cut left outside is tried again at the next opening; it locks nobody out.
            tracing::warn!(%error, "what was half written outside stays for now");
        }
        Ok(office)
    }

    /// Tells work in progress to end.
    pub(crate) fn shut(&self) {
        self.shut.store(true, Ordering::Relaxed);
        self.readers.stop_all();
    }

    /// An error once the vault was shut; long work asks between its steps.
    pub(crate) fn still_open(&self) -> Result<(), AppError> {
        if self.shut.load(Ordering::Relaxed) { Err(AppError::code(ErrorCode::Locked)) } else { Ok(()) }
    }

    /// Which device this computer is, now.
    pub(crate) fn me(&self) -> Arc<Me> {
        self.me.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Keeps everybody from asking which device this is; for the one transaction that changes it.
    pub(crate) fn me_changes(&self) -> RwLockWriteGuard<'_, Arc<Me>> {
        self.me.write().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn device(&self) -> DeviceId {
        self.me().identity.device
    }

    pub(crate) fn actor(&self) -> ActorBytes {
        self.me().actor
    }

    /// Whose computer this is: as the register says, and before it does, as this computer itself proposed.
    pub(crate) fn person(&self) -> DomainPerson {
        let me = self.me();
        let enrolled = self.register_if_any().and_then(|register| register.devices().get(&me.identity.device).map(|device| device.person));
        DomainPerson(enrolled.unwrap_or(me.identity.person).0)
    }

    pub(crate) fn office_id(&self) -> OfficeId {
        self.me().identity.office
    }

    pub(crate) fn is_sample(&self) -> bool {
        self.me().identity.sample
    }

    pub(crate) fn own_name(&self) -> String {
        self.me().identity.person_name.clone()
    }

    pub(crate) fn own_device_name(&self) -> String {
        self.me().identity.device_name.clone()
    }

    /// The register as it stands here.
    pub(crate) fn register(&self) -> Result<Arc<Register>, AppError> {
        self.register_if_any().ok_or(AppError::code(ErrorCode::WaitingForColleague))
    }

    pub(crate) fn register_if_any(&self) -> Option<Arc<Register>> {
        self.register.read().ok().and_then(|register| register.clone())
    }

    pub(crate) fn set_register(&self, register: Register) -> Result<(), AppError> {
        let Ok(mut held) = self.register.write() else { return Err(AppError::Internal("the register is poisoned")) };
        *held = Some(Arc::new(register));
        Ok(())
    }

    /// How many computers the office has let in, for tests that look inside.
    #[doc(hidden)]
    pub fn enrolled_devices(&self) -> usize {
        self.register_if_any().map_or(0, |register| register.devices().len())
    }

    /// How many entries of the register are here, for tests that look inside.
    #[doc(hidden)]
    pub fn register_length(&self) -> u64 {
        self.register_if_any().map_or(0, |register| register.length())
    }

    /// Whether no colleague has let this computer in yet.
    pub(crate) fn is_waiting(&self) -> bool {
        self.register_if_any().is_none_or(|register| !register.devices().contains_key(&self.device()))
    }

    /// The invitation that this computer joined with.
    pub(crate) fn invitation(&self) -> Result<Option<Invitation>, AppError> {
        let me = self.me();
        let code = me.identity.invitation.as_deref();
        code.map(Invitation::from_code).transpose().map_err(|_| AppError::code(ErrorCode::ProfileDamaged))
    }

    /// Where the server is.
    pub(crate) fn server_address(&self) -> Result<Option<ServerAddress>, AppError> {
        let me = self.me();
        Ok(me.identity.server.clone().map(|url| ServerAddress { url, certificate: me.identity.certificate }))
    }

    /// Whether the office has a server: without one, nothing waits to be sent.
    pub(crate) fn has_server(&self) -> bool {
        self.me().identity.server.is_some()
    }

    /// Gives an office a server, or another one until one has taken it. It is founded there at the first contact, and everything is sent then.
    pub(crate) fn set_server(&self, address: &ServerAddress) -> Result<(), AppError> {
        if self.is_sample() {
            return Err(AppError::code(ErrorCode::NotAllowed));
        }
        let identity = self.vault.write(|writer| {
            if self.has_server() && writer.queued_entries()?.is_empty() {
                return Err(AppError::invalid("server"));
            }
            writer.set_server(&address.url, address.certificate.as_ref())?;
            writer.identity()?.ok_or(AppError::code(ErrorCode::ProfileDamaged))
        })?;
        let me = Me::new(&*self.host, identity)?;
        *self.me_changes() = Arc::new(me);
        Ok(())
    }

    /// How this device answers the server's challenges.
    pub(crate) fn caller(&self) -> Box<dyn Caller> {
        let me = self.me();
        let signer = DeviceSigner::from_secret(&me.signer.to_secret());
        Box::new(DeviceCaller { office: me.identity.office, device: me.identity.device, signer })
    }

    /// How a device that this computer was before answers them.
    pub(crate) fn former_caller(&self, device: DeviceId, signing: &Secret32) -> Box<dyn Caller> {
        Box::new(DeviceCaller { office: self.office_id(), device, signer: DeviceSigner::from_secret(signing) })
    }

    /// The space in which new cases are made.
    pub(crate) fn team_space(&self) -> Result<SpaceId, AppError> {
        let register = self.register()?;
        let mut spaces = register.spaces_of(self.device()).into_iter();
        spaces
            .find(|space| register.spaces().get(space).is_some_and(|space| space.kind == SpaceKind::Team))
            .ok_or(AppError::code(ErrorCode::NotAllowed))
    }

    /// The document of names: its id is that of the office's own space.
    pub(crate) fn directory_document(&self) -> Result<(SpaceId, DocumentId), AppError> {
        let space = self.register()?.office_space();
        Ok((space, DocumentId(space.0)))
    }

    /// Names as this computer knows them.
    pub(crate) fn names(&self) -> Arc<Directory> {
        self.names.read().map(|names| names.clone()).unwrap_or_default()
    }

    pub(crate) fn set_names(&self, directory: Directory) {
        if let Ok(mut names) = self.names.write() {
            *names = Arc::new(directory);
        }
    }

    /// The case types that the office added, as this computer knows them.
    pub(crate) fn own_case_types(&self) -> Arc<OwnCaseTypes> {
        self.own_case_types.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub(crate) fn keep_own_case_types(&self, own: OwnCaseTypes) {
        *self.own_case_types.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(own);
    }

    /// Takes what the office added by now, and tells the windows.
    pub(crate) fn set_own_case_types(&self, added: Vec<PackAdded>) {
        self.keep_own_case_types(OwnCaseTypes::of(added, &self.own_case_types()));
        self.host.emit(AppEvent::CaseTypes);
    }

    fn load_names(&self) -> Result<(), AppError> {
        let Some(register) = self.register_if_any() else { return Ok(()) };
        let document = DocumentId(register.office_space().0);
        if let Some(stored) = self.vault.read(|view| Ok::<_, AppError>(view.document(document)?))? {
            // Names that cannot be read lock nobody out.
            match crate::documents::DirectoryDocument::load(&stored.snapshot, &self.actor()).map(|directory| directory.read()) {
                Ok(Ok(names)) => self.set_names(names),
                Ok(Err(_)) | Err(_) => tracing::error!("the directory of names cannot be read"),
            }
        }
        Ok(())
    }

    /// Whether no server has taken the founding entries yet.
    fn is_untaken(&self) -> bool {
        self.vault.read(|view| Ok::<_, AppError>(view.queued_entries()?)).is_ok_and(|queued| !queued.is_empty())
    }

    /// The office as this person sees it.
    pub(crate) fn view(&self) -> OfficeView {
        let names = self.names();
        let register = self.register_if_any();
        let invitation = self.invitation().ok().flatten();
        let fingerprint =
            register.as_ref().map(|register| register.fingerprint()).or(invitation.as_ref().map(|invitation| invitation.fingerprint));
        let name = if names.office_name.is_empty() {
            invitation.map(|invitation| invitation.office_name)
        } else {
            Some(names.office_name.clone())
        };
        OfficeView {
            name: name.unwrap_or_default(),
            fingerprint: fingerprint.map(short_fingerprint).unwrap_or_default(),
            person: self.person(),
            person_name: self.own_name(),
            device: DomainDevice(self.device().0),
            device_name: self.own_device_name(),
            administrator: register.is_some_and(|register| register.has_role(PersonId(self.person().0), Role::Administrator)),
            server: self.me().identity.server.clone(),
            unreached: self.has_server() && self.is_untaken(),
            policy: policy(self.vault.policy()),
            sample: self.is_sample(),
        }
    }
}

/// First 16 hexadecimal digits in groups of four.
pub(crate) fn short_fingerprint(hash: praesto_crypto::Hash) -> String {
    let text = hash.to_string().to_uppercase();
    [&text[0..4], &text[4..8], &text[8..12], &text[12..16]].join(" ")
}

/// The policy in the words of the contract.
pub(crate) fn policy(policy: praesto_vault::KeyPolicy) -> KeyPolicy {
    match policy {
        praesto_vault::KeyPolicy::Keyring => KeyPolicy::Keyring,
        praesto_vault::KeyPolicy::Passphrase => KeyPolicy::Passphrase,
        praesto_vault::KeyPolicy::Both => KeyPolicy::Both,
    }
}

/// Applies the entries that the vault holds. They were checked when they came in; a vault whose entries no longer hold is damaged.
pub(crate) fn replay(entries: &[Vec<u8>]) -> Result<Option<Register>, AppError> {
    let mut register: Option<Register> = None;
    for bytes in entries {
        let damaged = || AppError::code(ErrorCode::ProfileDamaged);
        let entry = SignedEntry::decode(bytes).map_err(|_| damaged())?;
        match &mut register {
            None => register = Some(Register::found(&entry).map_err(|_| damaged())?),
            Some(register) => register.append(&entry).map_err(|_| damaged())?,
        }
    }
    Ok(register)
}

struct DeviceCaller {
    office: OfficeId,
    device: DeviceId,
    signer: DeviceSigner,
}

impl Caller for DeviceCaller {
    fn device(&self) -> (OfficeId, DeviceId) {
        (self.office, self.device)
    }

    fn answer(&self, challenge: Challenge) -> LoginRequest {
        LoginRequest::sign(self.office, self.device, challenge, &self.signer)
    }
}
