//! The way to the server: calls into its core, with what a seed lets go wrong and what a lying server says.

use std::io::{Cursor, Read};
use std::path::Path;
use std::sync::atomic::Ordering;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use praesto_app::{Caller, Remote, RemoteError};
use praesto_crypto::Hash;
use praesto_protocol::api::{
    ChallengeRequest, EnvelopePage, EpochUpload, HeadsPage, JoinPage, JoinRequest, MAX_PAGE_BYTES, RegisterAppend, RegisterPage,
    ServerEvent, ServerInfo, SpaceState,
};
use praesto_protocol::{DocumentId, SpaceId};
use praesto_server::attachments::Presence;
use praesto_server::embedded::Embedded;
use praesto_server::store::Selection;
use praesto_server::{Refusal, Scope, Session};
use rand::Rng;

use super::{Fault, Lie, World, held};

/// Bytes of an attachment that one request carries.
const PIECE: usize = 256 << 10;

/// A request that arrives late.
pub(crate) type Late = Box<dyn FnOnce(&Embedded, i64) + Send>;

impl World {
    /// Lets requests arrive whose time has come.
    fn arrive(&self, server: &Embedded, now: i64) {
        let mut due = Vec::new();
        let mut on_the_way = held(&self.on_the_way);
        for (calls, late) in std::mem::take(&mut *on_the_way) {
            if calls == 0 { due.push(late) } else { on_the_way.push((calls - 1, late)) }
        }
        drop(on_the_way);
        due.into_iter().for_each(|late| late(server, now));
    }
}

pub(super) struct SimRemote {
    world: Arc<World>,
    name: String,
    caller: Box<dyn Caller>,
    session: Mutex<Option<Session>>,
}

impl SimRemote {
    pub(super) fn new(world: Arc<World>, name: String, caller: Box<dyn Caller>) -> Self {
        Self { world, name, caller, session: Mutex::new(None) }
    }

    /// Makes one call, with what goes wrong on the way.
    fn call<T>(&self, ask: impl Fn(&Embedded, i64) -> Result<T, Refusal>) -> Result<T, RemoteError> {
        let fault = self.fault();
        self.call_with(fault, ask)
    }

    fn fault(&self) -> Fault {
        held(&self.world.faults).draw(&mut *held(&self.world.random))
    }

    fn call_with<T>(&self, fault: Fault, ask: impl Fn(&Embedded, i64) -> Result<T, Refusal>) -> Result<T, RemoteError> {
        // Without power there is nobody to ask, and nobody to answer.
        let gone = |world: &World| world.server_is_cut() || world.is_cut(&self.name);
        if matches!(fault, Fault::LoseRequest | Fault::Delay(_)) || gone(&self.world) {
            return Err(RemoteError::Offline);
        }
        if fault == Fault::Restart {
            self.world.restart_server();
        }
        let now = self.world.clock.load(Ordering::Relaxed);
        let answer = {
            let server = held(&self.world.server);
            let server = server.as_ref().ok_or(RemoteError::Offline)?;
            self.world.arrive(server, now);
            let answer = ask(server, now);
            if fault == Fault::Duplicate { ask(server, now) } else { answer }
        };
        match fault {
            _ if gone(&self.world) => Err(RemoteError::Offline),
            Fault::LoseAnswer => Err(RemoteError::Offline),
            _ => answer.map_err(|refusal| RemoteError::Refused(refusal.code)),
        }
    }

    /// Makes one call of a device that has logged in.
    fn ask<T>(&self, ask: impl Fn(&Embedded, &Session, i64) -> Result<T, Refusal>) -> Result<T, RemoteError> {
        let session = self.log_in()?;
        self.call(|server, now| ask(server, &session, now))
    }

    /// Makes one call that may arrive late.
    fn send<T>(&self, ask: impl Fn(&Embedded, &Session, i64) -> Result<T, Refusal> + Send + 'static) -> Result<T, RemoteError> {
        let session = self.log_in()?;
        let fault = self.fault();
        if let Fault::Delay(calls) = fault {
            // What it answers nobody hears.
            let late = move |server: &Embedded, now: i64| drop(ask(server, &session, now));
            held(&self.world.on_the_way).push((calls, Box::new(late)));
            return Err(RemoteError::Offline);
        }
        self.call_with(fault, |server, now| ask(server, &session, now))
    }

    fn log_in(&self) -> Result<Session, RemoteError> {
        if let Some(session) = *held(&self.session) {
            return Ok(session);
        }
        let (office, device) = self.caller.device();
        let challenge = self.call(|server, now| Ok(server.challenge(&ChallengeRequest { office, device }, now)))?;
        let answer = self.caller.answer(challenge);
        // A lost answer only costs another challenge: logging in changes nothing.
        self.call(|server, now| match server.login(&answer, Scope::Full, now) {
            Err(refusal) if refusal.code == praesto_protocol::api::Problem::LoginNeeded => Ok(None),
            other => other.map(Some),
        })?;
        let session = Session::new(office, device);
        *held(&self.session) = Some(session);
        Ok(session)
    }

    fn lie(&self) -> Option<Lie> {
        held(&self.world.lie).clone()
    }

    fn truncated(&self, mut bytes: Vec<u8>) -> Vec<u8> {
        let fault = held(&self.world.faults).draw(&mut *held(&self.world.random));
        if fault == Fault::Truncate && !bytes.is_empty() {
            let at = held(&self.world.random).random_range(0..bytes.len());
            bytes.truncate(at);
        }
        bytes
    }
}

impl Remote for SimRemote {
    fn server(&self) -> Result<ServerInfo, RemoteError> {
        self.call(|server, now| Ok(server.info(now)))
    }

    fn register(&self, after: u64) -> Result<RegisterPage, RemoteError> {
        let page = self.ask(|server, session, _| server.register_get(session, after))?;
        Ok(match self.lie() {
            Some(Lie::Register(lie)) => lie(page),
            _ => page,
        })
    }

    fn append(&self, request: &RegisterAppend, founding: bool) -> Result<(), RemoteError> {
        if founding {
            self.call(|server, now| server.register_append(None, request, now)).map(drop)
        } else {
            let request = match self.lie() {
                Some(Lie::Append(lie)) => lie(request.clone()),
                _ => request.clone(),
            };
            self.send(move |server, session, now| server.register_append(Some(session), &request, now))?;
            match self.lie() {
                Some(Lie::EnvelopesAndDeaf(_)) => Err(RemoteError::Malformed),
                _ => Ok(()),
            }
        }
    }

    fn join(&self, request: &JoinRequest) -> Result<(), RemoteError> {
        *held(&self.world.joining) = Some(request.recipient.clone());
        self.call(|server, now| server.join_post(request, now))
    }

    fn joins(&self) -> Result<JoinPage, RemoteError> {
        self.ask(|server, session, now| server.joins_get(session, now))
    }

    fn space(&self, space: SpaceId, at: Option<u64>) -> Result<SpaceState, RemoteError> {
        let state = self.ask(|server, session, _| server.space_state(session, space, at))?;
        Ok(match self.lie() {
            Some(Lie::Space(lie)) => lie(state),
            _ => state,
        })
    }

    fn records(&self, space: SpaceId, after: u64) -> Result<Vec<u8>, RemoteError> {
        let bytes = self.ask(|server, session, _| server.records_get(session, space, after, MAX_PAGE_BYTES))?;
        let bytes = self.truncated(bytes);
        Ok(match self.lie() {
            Some(Lie::Records(lie)) => lie(bytes),
            _ => bytes,
        })
    }

    fn heads(&self, space: SpaceId, after: Option<DocumentId>) -> Result<HeadsPage, RemoteError> {
        let page = self.ask(|server, session, _| server.heads_get(session, space, after))?;
        Ok(match self.lie() {
            Some(Lie::Heads(lie)) => lie(page),
            _ => page,
        })
    }

    fn documents(&self, space: SpaceId, documents: &[DocumentId], after: u64, tail: bool) -> Result<Vec<u8>, RemoteError> {
        let selection = Selection { after, documents: documents.to_vec(), tail };
        let bytes = self.ask(|server, session, _| server.records_select(session, space, &selection, MAX_PAGE_BYTES))?;
        let bytes = self.truncated(bytes);
        Ok(match self.lie() {
            Some(Lie::Documents(lie)) => lie(bytes),
            _ => bytes,
        })
    }

    fn post(&self, space: SpaceId, records: &[u8]) -> Result<Vec<u8>, RemoteError> {
        let records = records.to_vec();
        let receipt = self.send(move |server, session, now| server.records_post(session, space, &records, now))?;
        Ok(match self.lie() {
            Some(Lie::Receipt(lie)) => lie(receipt),
            _ => receipt,
        })
    }

    fn envelopes(&self, space: SpaceId, from: u32) -> Result<EnvelopePage, RemoteError> {
        let page = self.ask(|server, session, _| server.envelopes_get(session, space, from))?;
        Ok(match self.lie() {
            Some(Lie::Envelopes(lie) | Lie::EnvelopesAndDeaf(lie)) => lie(page),
            _ => page,
        })
    }

    fn put_envelopes(&self, space: SpaceId, upload: &EpochUpload) -> Result<(), RemoteError> {
        self.ask(|server, session, now| server.envelopes_put(session, space, upload, now))
    }

    fn attachment_size(&self, space: SpaceId, hash: Hash) -> Result<Option<u64>, RemoteError> {
        let presence = self.ask(|server, session, _| server.attachment_presence(session, space, hash));
        match presence {
            Ok(Presence::Whole(size)) => Ok(Some(match self.lie() {
                Some(Lie::Size(lie)) => lie(size),
                _ => size,
            })),
            Ok(_) | Err(RemoteError::Refused(praesto_protocol::api::Problem::AttachmentNotNamed)) => Ok(None),
            Err(error) => Err(error),
        }
    }

    fn attachment_get(&self, space: SpaceId, hash: Hash, from: u64) -> Result<Box<dyn Read + Send>, RemoteError> {
        let bytes = self.truncated(self.ask(|server, session, _| server.attachment_get(session, space, hash, from))?);
        Ok(Box::new(Cursor::new(match self.lie() {
            Some(Lie::Attachment(lie)) => lie(bytes),
            _ => bytes,
        })))
    }

    fn attachment_put(&self, space: SpaceId, hash: Hash, file: &Path, keep_on: &dyn Fn() -> bool) -> Result<bool, RemoteError> {
        let bytes = std::fs::read(file).map_err(|_| RemoteError::Malformed)?;
        let length = bytes.len() as u64;
        let mut offset = match self.ask(|server, session, _| server.attachment_presence(session, space, hash))? {
            Presence::Whole(_) => return Ok(true),
            Presence::Partial(held) if held <= length => held,
            _ => 0,
        };
        while keep_on() {
            if let Some(Lie::Piece(before)) = self.lie() {
                before();
            }
            let piece = bytes[offset as usize..].iter().copied().take(PIECE).collect::<Vec<u8>>();
            let sent = self.send(move |server, session, now| server.attachment_patch(session, space, hash, offset, length, &piece, now))?;
            match sent {
                Presence::Whole(_) => return Ok(true),
                Presence::Partial(held) if (offset + 1..=length).contains(&held) => offset = held,
                _ => return Err(RemoteError::Malformed),
            }
        }
        Ok(false)
    }

    fn wait(&self, _: Duration, _: &dyn Fn(&ServerEvent) -> bool) -> Result<Option<ServerEvent>, RemoteError> {
        self.world.waits.fetch_add(1, Ordering::Relaxed);
        Ok(None)
    }
}
