//! A server restored from an older copy: what it lacks of the register is offered again. Entries prove themselves, so anybody may bring them.

use praesto_contract::FindingKind;
use praesto_crypto::DeviceVerifier;
use praesto_protocol::api::{Bytes, EpochUpload, Problem, RegisterAppend};
use praesto_protocol::register::{Body, Register, Role, SignedEntry};
use praesto_protocol::{PersonId, Receipt, SpaceId};

use super::attachments::held;
use super::keys::upload;
use super::receive::code;
use super::{Remote, RemoteError};
use crate::error::AppError;
use crate::host::{Host, ServerAddress};
use crate::office::{Office, replay};

impl<H: Host> Office<H> {
    /// Says that the server has lost what it had. Keys that it was given may be among it.
    pub(super) fn server_is_behind(&self) {
        self.find(FindingKind::ServerBehind, None);
        held(&self.marked_given).clear();
    }

    /// Offers the entries that the server lacks, with the keys of the epochs among them. A server whose register is no beginning of the one held
    /// here shows another history, which is never gone along with.
    pub(super) fn offer_lost_entries(&self, remote: &dyn Remote) -> Result<(), AppError> {
        let mine = self.vault.read(|view| Ok::<_, AppError>(view.entries(0)?))?;
        let (held, lost) = mine.split_at(self.held_by(remote, &mine)?);
        if lost.is_empty() {
            // A colleague was faster.
            return Ok(());
        }
        let Some(mut register) = replay(held)? else {
            return Err(self.contradiction(FindingKind::RegisterRolledBack));
        };
        self.server_is_behind();
        for bytes in lost {
            let entry = SignedEntry::decode(bytes)?;
            let upload = match &entry.entry().body {
                Body::NewEpoch { space, epoch, .. } => self.rebuild_upload(&register, *space, *epoch)?,
                _ => None,
            };
            register.append(&entry).map_err(|_| AppError::Internal("a held entry no longer holds"))?;
            // An author brings the keys with the entry, also one that goes on as another device; for others' epochs they fill the gap afterwards.
            let own = self.register()?.lineage(self.device()).contains(&entry.entry().author);
            let epochs = if own { upload.iter().cloned().collect() } else { Vec::new() };
            remote.append(&RegisterAppend { office: register.office(), entries: vec![Bytes(bytes.clone())], epochs }, false)?;
            if let Some(upload) = upload.filter(|_| !own) {
                remote.put_envelopes(upload.space, &upload)?;
            }
        }
        Ok(())
    }

    /// How many of these entries the server's register begins with. All of it that is not among them must come after them.
    fn held_by(&self, remote: &dyn Remote, mine: &[Vec<u8>]) -> Result<usize, AppError> {
        let mut held = 0;
        loop {
            self.still_open()?;
            let page = remote.register(held as u64)?;
            if page.entries.iter().zip(&mine[held..]).any(|(theirs, mine)| theirs.0 != *mine) {
                return Err(self.contradiction(FindingKind::RegisterRolledBack));
            }
            held = mine.len().min(held + page.entries.len());
            if page.entries.is_empty() || held as u64 >= page.length || held == mine.len() {
                return Ok(held);
            }
        }
    }

    /// The server does not know this device, which the office has let in: it lost everything, or the end of the register. Whoever holds the office
    /// brings it back, first all of it to a server that holds nothing, else by a device that it was before.
    pub(super) fn bring_back_office(&self, server: &ServerAddress) -> Result<(), AppError> {
        let entries = self.vault.read(|view| Ok::<_, AppError>(view.entries(0)?))?;
        let mut epochs = Vec::new();
        let mut register: Option<Register> = None;
        for bytes in &entries {
            let entry = SignedEntry::decode(bytes)?;
            match &mut register {
                None => register = Register::found(&entry).ok(),
                Some(register) => {
                    if let Body::NewEpoch { space, epoch, .. } = &entry.entry().body {
                        epochs.extend(self.rebuild_upload(register, *space, *epoch)?);
                    }
                    register.append(&entry).map_err(|_| AppError::Internal("a held entry no longer holds"))?;
                }
            }
        }
        let remote = self.host.connect(server, self.caller())?;
        let request = RegisterAppend { office: self.office_id(), entries: entries.into_iter().map(Bytes).collect(), epochs };
        match remote.append(&request, true) {
            Ok(()) => {
                self.server_is_behind();
                self.name_server_anew(remote.as_ref())
            }
            // It holds the office, and less of it than this computer.
            Err(RemoteError::Refused(Problem::LoginNeeded | Problem::FoundingRefused)) => self.bring_back_own_entry(server),
            Err(error) => Err(error.into()),
        }
    }

    /// A server that lost what it held may have lost the key of its receipts as well. An administrator's computer puts the new one into the
    /// register; until then nobody believes what it acknowledges.
    pub(super) fn name_server_anew(&self, remote: &dyn Remote) -> Result<(), AppError> {
        let info = remote.server()?;
        let receipt_key: [u8; 32] = info.receipt_key.0.as_slice().try_into().map_err(|_| RemoteError::Malformed)?;
        let Some(address) = self.server_address()? else { return Ok(()) };
        let person = PersonId(self.person().0);
        self.append(remote, Vec::new(), |register| {
            let known = register.server().is_some_and(|(key, _, _)| key.to_bytes() == receipt_key);
            let may = register.has_role(person, Role::Administrator);
            Ok((!known && may).then(|| Body::Server { receipt_key, address: address.url.clone(), certificate: address.certificate }))
        })
    }

    /// Whether a receipt is of a server that this computer found to have lost what it held, and that now has another key than the register names.
    pub(super) fn server_was_replaced(&self, remote: &dyn Remote, receipt: &[u8]) -> Result<bool, AppError> {
        let behind = code(FindingKind::ServerBehind);
        if !self.vault.read(|view| Ok::<_, AppError>(view.findings()?.iter().any(|finding| finding.kind == behind)))? {
            return Ok(false);
        }
        let key = remote.server()?.receipt_key.0.as_slice().try_into().ok().and_then(|key| DeviceVerifier::from_bytes(key).ok());
        let known = self.register()?.server().map(|(key, _, _)| key.to_bytes());
        Ok(key
            .is_some_and(|key| Some(key.to_bytes()) != known && Receipt::decode(receipt).is_ok_and(|receipt| receipt.verify(&key).is_ok())))
    }

    /// The sealed keys of an epoch for the devices that it was made for; none where they are not here.
    pub(super) fn rebuild_upload(&self, register: &Register, space: SpaceId, epoch: u32) -> Result<Option<EpochUpload>, AppError> {
        let kept = self.vault.read(|view| Ok::<_, AppError>((view.epoch_keys(space, epoch)?, view.epoch_link(space, epoch)?)))?;
        let (Some(keys), Some(link)) = kept else { return Ok(None) };
        Ok(Some(upload(register, &keys, link)?))
    }
}
