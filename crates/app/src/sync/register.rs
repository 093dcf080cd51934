//! Keeping the register in step: founding it on the server, pulling what others appended, appending under compare-and-append.

use praesto_contract::{AppEvent, AppStatus, ErrorCode, FindingKind};
use praesto_crypto::Hash;
use praesto_protocol::api::{Bytes, EpochUpload, Problem, RegisterAppend};
use praesto_protocol::register::{Body, Entry, Refused, Register, Role, SignedEntry};
use praesto_protocol::{LayoutError, PersonId};
use praesto_vault::Writer;

use super::receive::code;
use super::{Remote, RemoteError};
use crate::error::AppError;
use crate::host::Host;
use crate::office::Office;

/// How often an append is tried on a newer head before giving up until the next run.
const APPEND_TRIES: usize = 5;

impl<H: Host> Office<H> {
    /// Brings an office that was founded without a server to it.
    pub(crate) fn found_on(&self, remote: &dyn Remote) -> Result<(), AppError> {
        let queued = self.vault.read(|view| Ok::<_, AppError>(view.queued_entries()?))?;
        if queued.is_empty() {
            // The office may have been brought there and the program ended before it named the server.
            let named = self.register_if_any().is_none_or(|register| register.server().is_some());
            return if named { Ok(()) } else { self.name_server(remote) };
        }
        let mut entries = Vec::new();
        let mut epochs: Vec<EpochUpload> = Vec::new();
        for praesto_vault::QueuedEntry { bytes, epochs_json } in queued {
            entries.push(Bytes(bytes));
            epochs.extend(
                serde_json::from_str::<Vec<EpochUpload>>(&epochs_json).map_err(|_| AppError::Internal("queued keys cannot be read"))?,
            );
        }
        let request = RegisterAppend { office: self.office_id(), entries, epochs };
        let refused = match remote.append(&request, true) {
            Ok(()) => None,
            // Perhaps a lost answer to an earlier try.
            Err(error @ RemoteError::Refused(Problem::FoundingRefused)) => Some(error),
            Err(error) => return Err(error.into()),
        };
        let first = remote.register(0)?.entries.first().map(|bytes| Hash::of(&bytes.0));
        if first != Some(self.register()?.fingerprint()) {
            return Err(refused.map_or_else(|| AppError::code(ErrorCode::ServerContradicts), AppError::from));
        }
        self.vault.write(|writer| Ok::<_, AppError>(writer.clear_queued_entries()?))?;
        self.host.emit(AppEvent::Status { status: AppStatus::Open { office: self.view() } });
        self.name_server(remote)
    }

    /// Puts the server's receipt key into the register, so that everybody checks receipts with the same one.
    fn name_server(&self, remote: &dyn Remote) -> Result<(), AppError> {
        self.pull_register(remote)?;
        self.name_server_anew(remote)
    }

    /// Takes in what others appended. A register that does not extend the one seen is never accepted.
    pub(crate) fn pull_register(&self, remote: &dyn Remote) -> Result<(), AppError> {
        let mut offered = false;
        loop {
            self.still_open()?;
            let known = self.register_if_any();
            let length = known.as_ref().map_or(0, |register| register.length());
            // One entry back: the server must still hold the very entry that was last.
            let page = remote.register(length.saturating_sub(1))?;
            let mut entries = page.entries.iter().map(|bytes| bytes.0.as_slice());
            let mut register = match known {
                Some(register) => {
                    let same = entries.next().map(Hash::of) == Some(register.head());
                    if !same && !offered {
                        offered = true;
                        self.offer_lost_entries(remote)?;
                        continue;
                    }
                    if !same {
                        return Err(self.contradiction(FindingKind::RegisterRolledBack));
                    }
                    Register::clone(&register)
                }
                None => self.first_register(entries.next())?,
            };
            let from = length;
            for bytes in entries {
                register.append(&decode(bytes)?).map_err(|refused| {
                    tracing::warn!(%refused, "the server's register breaks the rules");
                    self.contradiction(FindingKind::RegisterForged)
                })?;
            }
            if register.length() == length {
                return Ok(());
            }
            self.check_invited_head(&register)?;
            self.vault.write(|writer| {
                for (seq, bytes) in (from..).zip(page.entries.iter().skip(usize::from(from > 0))) {
                    writer.append_entry(seq, Hash::of(&bytes.0), &bytes.0)?;
                    if from > 0 {
                        self.note_added_device(writer, &register, &decode(&bytes.0)?)?;
                    }
                }
                Ok::<_, AppError>(())
            })?;
            let waited = self.is_waiting();
            self.set_register(register)?;
            if waited && !self.is_waiting() {
                // Let in: windows open now, and show the cases as they arrive.
                self.host.emit(AppEvent::Status { status: AppStatus::Open { office: self.view() } });
            }
        }
    }

    /// A further device of one's own that one did not enrol may be a thief's: its person hears of it, and who may shut it out.
    fn note_added_device(&self, writer: &mut Writer<'_>, register: &Register, entry: &SignedEntry) -> Result<(), AppError> {
        let Body::AddDevice { person, keys } = &entry.entry().body else { return Ok(()) };
        let drawn_here = writer.next_device()?.is_some_and(|next| next.device == keys.device);
        let concerned = person.0 == self.person().0 || register.has_role(PersonId(self.person().0), Role::Administrator);
        if concerned && !drawn_here {
            writer.add_finding(&code(FindingKind::DeviceAdded), Some(keys.device), self.host.now().0)?;
        }
        Ok(())
    }

    /// The founding entry must be the one whose hash the invitation carries.
    fn first_register(&self, founding: Option<&[u8]>) -> Result<Register, AppError> {
        let founding = decode(founding.ok_or(RemoteError::Malformed)?)?;
        if Some(founding.hash()) != self.invitation()?.map(|invitation| invitation.fingerprint) {
            return Err(self.contradiction(FindingKind::RegisterForged));
        }
        Register::found(&founding).map_err(|_| self.contradiction(FindingKind::RegisterForged))
    }

    /// A register shorter than the invitation's, or with another entry there, is an old or a different one.
    fn check_invited_head(&self, register: &Register) -> Result<(), AppError> {
        match self.invitation()? {
            Some(invitation)
                if register.length() >= invitation.register_length
                    && !register.had_head(invitation.register_length, invitation.register_head) =>
            {
                Err(self.contradiction(FindingKind::RegisterRolledBack))
            }
            _ => Ok(()),
        }
    }

    /// Appends one entry. `build` sees the newest register and makes the body, or none when there is nothing left to do; it is asked again when
    /// somebody else was first. The keys of `epochs` are stored with the entry or not at all.
    pub(crate) fn append(
        &self,
        remote: &dyn Remote,
        epochs: Vec<EpochUpload>,
        build: impl Fn(&Register) -> Result<Option<Body>, AppError>,
    ) -> Result<(), AppError> {
        for _ in 0..APPEND_TRIES {
            let register = self.register()?;
            let Some(body) = build(&register)? else { return Ok(()) };
            let entry = self.entry(&register, body);
            if let Err(refused) = Register::clone(&register).append(&entry) {
                tracing::warn!(%refused, "an own entry is against the rules");
                return Err(AppError::code(if refused == Refused::NotAllowed { ErrorCode::NotAllowed } else { ErrorCode::InvalidInput }));
            }
            let request = RegisterAppend { office: register.office(), entries: vec![Bytes(entry.encode())], epochs: epochs.clone() };
            match remote.append(&request, false) {
                Ok(()) => return self.pull_register(remote),
                Err(RemoteError::Refused(Problem::HeadMoved)) => self.pull_register(remote)?,
                Err(error) => return Err(error.into()),
            }
        }
        Err(RemoteError::Refused(Problem::HeadMoved).into())
    }

    /// Signs the next entry of a register.
    pub(crate) fn entry(&self, register: &Register, body: Body) -> SignedEntry {
        Entry {
            office: register.office(),
            seq: register.length(),
            prev: register.head(),
            at: self.host.now().0,
            author: self.device(),
            body,
        }
        .sign(&self.me().signer)
    }

    /// Notes that the server contradicts itself or a colleague, and stops.
    pub(super) fn contradiction(&self, kind: FindingKind) -> AppError {
        self.find(kind, None);
        AppError::code(ErrorCode::ServerContradicts)
    }
}

fn decode(bytes: &[u8]) -> Result<SignedEntry, AppError> {
    SignedEntry::decode(bytes).map_err(|error| match error {
        LayoutError::Version(_) => AppError::code(ErrorCode::UpdateNeeded),
        _ => RemoteError::Malformed.into(),
    })
}
