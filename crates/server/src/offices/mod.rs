//! What the server decides, without a socket and without a clock: requests in, answers or refusals out.
//!
//! Every call checks the register again as it is now, so a revocation works from the next request on.

mod arrivals;
mod attachments;
mod epochs;
mod joins;
mod login;
mod outboxes;
mod records;
mod registers;
mod room;

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use praesto_crypto::{DeviceSigner, Entropy, OsEntropy, Secret32};
use praesto_protocol::api::{Bytes, Problem, ServerEvent, ServerInfo};
use praesto_protocol::register::{Register, SignedEntry};
use praesto_protocol::{OfficeId, SpaceId};
use tokio::sync::broadcast;

use crate::attachments::AttachmentFolder;
use crate::config::Settings;
use crate::refusal::Refusal;
use crate::store::{Identity, Place, Store, StoreError};
use crate::token::{Mint, Scope, Session};

pub use attachments::{Begun, MAX_BEGUN, Piece, Upload};

/// Events that a slow listener may fall behind; it then hears where everything stands.
const EVENTS_KEPT: usize = 1_024;
const REGISTER_PAGE_BYTES: usize = 4 << 20;

/// Something that happened in an office.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    pub office: OfficeId,
    pub event: ServerEvent,
}

/// All offices of this server.
pub struct Offices {
    store: Box<dyn Store>,
    attachments: AttachmentFolder,
    settings: Settings,
    receipts: DeviceSigner,
    mint: Mint,
    registers: Mutex<HashMap<OfficeId, Arc<Register>>>,
    room: room::Room,
    arrivals: arrivals::Arrivals,
    spent: Mutex<HashMap<Vec<u8>, i64>>,
    told: broadcast::Sender<Told>,
}

impl std::fmt::Debug for Offices {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Offices").field("settings", &self.settings).finish_non_exhaustive()
    }
}

impl Offices {
    /// Opens the offices that a store holds.
    pub fn open(store: Box<dyn Store>, attachments: AttachmentFolder, settings: Settings) -> Result<Self, StoreError> {
        Self::open_with(store, attachments, settings, &mut OsEntropy)
    }

    /// Opens the offices that a store holds; a new server draws its keys from `entropy`.
    pub fn open_with(
        store: Box<dyn Store>,
        attachments: AttachmentFolder,
        settings: Settings,
        mut entropy: &mut dyn Entropy,
    ) -> Result<Self, StoreError> {
        let fresh = Identity { receipt_key: Secret32::make(&mut entropy), token_key: Secret32::make(&mut entropy) };
        let identity = store.identity(fresh)?;
        Ok(Self {
            store,
            attachments,
            settings,
            receipts: DeviceSigner::from_secret(&identity.receipt_key),
            mint: Mint::new(identity.token_key),
            registers: Mutex::default(),
            room: room::Room::default(),
            arrivals: arrivals::Arrivals::default(),
            spent: Mutex::default(),
            told: broadcast::channel(EVENTS_KEPT).0,
        })
    }

    /// Who the server is.
    pub fn info(&self, now: i64) -> ServerInfo {
        ServerInfo { receipt_key: Bytes(self.receipts.verifier().to_bytes().to_vec()), version: env!("CARGO_PKG_VERSION").to_owned(), now }
    }

    /// Whether the store answers.
    pub fn check(&self) -> Result<(), Refusal> {
        Ok(self.store.check()?)
    }

    /// What happens from now on.
    pub fn listen(&self) -> broadcast::Receiver<Told> {
        self.told.subscribe()
    }

    /// Where everything stands that a device may hear of.
    pub fn standing(&self, session: &Session) -> Result<Vec<ServerEvent>, Refusal> {
        let register = self.caller(session)?;
        let mut events = vec![ServerEvent::Register { length: register.length() }];
        for space in register.spaces_of(session.device) {
            let seq = self.store.standing(Place { office: session.office, space }, session.device, None)?.seq;
            events.push(ServerEvent::Space { space, seq });
        }
        Ok(events)
    }

    /// Whether a device may hear of an event.
    pub fn may_hear(&self, session: &Session, told: &Told) -> Result<bool, Refusal> {
        if told.office != session.office {
            return Ok(false);
        }
        let register = self.caller(session)?;
        Ok(match told.event {
            ServerEvent::Space { space, .. } => register.is_entitled(session.device, space),
            ServerEvent::Register { .. } => true,
            ServerEvent::Join => joins::is_administrator(&register, session),
        })
    }

    fn tell(&self, office: OfficeId, event: ServerEvent) {
        // Nobody listening is no error.
        let _ = self.told.send(Told { office, event });
    }

    /// The register as the store has it now.
    fn register(&self, office: OfficeId) -> Result<Option<Arc<Register>>, Refusal> {
        let length = self.store.register_length(office)?;
        let cached = lock(&self.registers).get(&office).cloned();
        // A store that went back was exchanged under us: read it all again.
        let cached = cached.filter(|register| register.length() <= length);
        if length == 0 || cached.as_ref().is_some_and(|register| register.length() == length) {
            return Ok(cached);
        }
        let mut register = cached.map(|register| (*register).clone());
        while register.as_ref().map_or(0, Register::length) < length {
            let from = register.as_ref().map_or(0, Register::length);
            let entries = self.store.register_entries(office, from, REGISTER_PAGE_BYTES)?;
            if entries.is_empty() {
                return Err(StoreError::Damaged("a register with a gap").into());
            }
            for entry in entries {
                let entry = SignedEntry::decode(&entry).map_err(|_| StoreError::Damaged("a register entry"))?;
                match &mut register {
                    Some(register) => register.append(&entry),
                    None => Register::found(&entry).map(|founded| register = Some(founded)),
                }
                .map_err(|_| StoreError::Damaged("a register that its own rules refuse"))?;
            }
        }
        let register = register.map(Arc::new);
        if let Some(register) = &register {
            self.remember(register);
        }
        Ok(register)
    }

    fn remember(&self, register: &Arc<Register>) {
        let mut registers = lock(&self.registers);
        let newer = registers.get(&register.office()).is_none_or(|cached| cached.length() < register.length());
        if newer || registers.get(&register.office()).is_some_and(|cached| cached.fingerprint() != register.fingerprint()) {
            registers.insert(register.office(), register.clone());
        }
    }

    /// The register, for a device that it lets do things now.
    fn caller(&self, session: &Session) -> Result<Arc<Register>, Refusal> {
        if session.scope == Scope::Holding {
            return Err(Problem::DeviceRevoked.into());
        }
        let register = self.register(session.office)?.ok_or(Problem::DeviceUnknown)?;
        active(&register, session)?;
        Ok(register)
    }

    /// The register, for a device that may read and write a space now.
    fn member(&self, session: &Session, space: SpaceId) -> Result<(Arc<Register>, Place), Refusal> {
        let register = self.caller(session)?;
        if register.is_entitled(session.device, space) {
            Ok((register, Place { office: session.office, space }))
        } else {
            Err(Problem::NotEntitled.into())
        }
    }
}

fn active(register: &Register, session: &Session) -> Result<(), Refusal> {
    if register.is_active(session.device) {
        Ok(())
    } else if register.devices().contains_key(&session.device) {
        Err(Problem::DeviceRevoked.into())
    } else {
        Err(Problem::DeviceUnknown.into())
    }
}

/// What these locks guard is replaced whole, never left half done by a panic.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
