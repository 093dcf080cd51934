//! Keys of spaces: fetching one's own, walking back to the earlier ones, making new ones when the people of a space changed.

use praesto_contract::FindingKind;
use praesto_protocol::api::{Bytes, EnvelopeUpload, EpochUpload};
use praesto_protocol::register::{Body, Register};
use praesto_protocol::{EpochKeys, SpaceId};

use super::Remote;
use crate::error::AppError;
use crate::host::{Host, HostEntropy};
use crate::office::Office;

impl<H: Host> Office<H> {
    /// Fetches the keys that the register announces and this device lacks.
    pub(super) fn fetch_keys(&self, remote: &dyn Remote) -> Result<(), AppError> {
        let register = self.register()?;
        for space in self.spaces()? {
            let Some(current) = register.current_epoch(space) else { continue };
            let missing = self.vault.read(|view| {
                for epoch in 1..=current.epoch {
                    if view.epoch_keys(space, epoch)?.is_none() {
                        return Ok::<_, AppError>(Some(epoch));
                    }
                }
                Ok(None)
            })?;
            let Some(from) = missing else { continue };
            self.take_keys(&register, space, remote.envelopes(space, from)?)?;
        }
        Ok(())
    }

    /// Opens envelopes and links, newest first, and keeps what matches the register's commitments.
    fn take_keys(&self, register: &Register, space: SpaceId, page: praesto_protocol::api::EnvelopePage) -> Result<(), AppError> {
        let me = self.me();
        let mut later: Option<(EpochKeys, Vec<u8>)> = None;
        for epoch in page.epochs.iter().rev() {
            let from_envelope = epoch.envelope.as_ref().and_then(|sealed| EpochKeys::from_envelope(&sealed.0, &me.age).ok());
            let keys = from_envelope.or_else(|| later.as_ref().and_then(|(keys, link)| keys.previous(link).ok()));
            let Some(keys) = keys else {
                later = None;
                continue;
            };
            // The key is held against the register before anything is written with it or opened by it.
            let announced = register.epoch(space, epoch.epoch);
            let fits = announced.is_some_and(|announced| {
                keys.space == space
                    && keys.epoch == epoch.epoch
                    && keys.commitment() == announced.commitment
                    && keys.attachments.recipient() == announced.attachments
            });
            if !fits {
                self.find(FindingKind::WrongKeys, announced.map(|announced| announced.author));
                later = None;
                continue;
            }
            self.vault.write(|writer| Ok::<_, AppError>(writer.put_epoch_keys(&keys, &epoch.link.0)?))?;
            later = Some((keys, epoch.link.0.clone()));
        }
        Ok(())
    }

    /// Makes the keys of every space whose people changed, where this device holds the keys before them.
    pub(super) fn make_due_epochs(&self, remote: &dyn Remote) -> Result<(), AppError> {
        for space in self.spaces()? {
            let register = self.register()?;
            if register.epoch_due(space) && self.holds_newest(&register, space)? {
                self.make_epoch(remote, &register, space)?;
            }
        }
        Ok(())
    }

    fn holds_newest(&self, register: &Register, space: SpaceId) -> Result<bool, AppError> {
        let Some(current) = register.current_epoch(space) else { return Ok(true) };
        self.vault.read(|view| Ok(view.epoch_keys(space, current.epoch)?.is_some()))
    }

    fn make_epoch(&self, remote: &dyn Remote, register: &Register, space: SpaceId) -> Result<(), AppError> {
        let (keys, body, upload) = self.new_epoch(register, space)?;
        let made_for = register.head();
        // On a newer head the recipients may be others: then these keys are dropped and the next run makes new ones.
        self.append(remote, vec![upload.clone()], |newest| Ok((newest.head() == made_for).then(|| body.clone())))?;
        let taken = self.register()?.epoch(space, keys.epoch).is_some_and(|epoch| epoch.commitment == keys.commitment());
        if taken {
            self.vault.write(|writer| Ok::<_, AppError>(writer.put_epoch_keys(&keys, &upload.link.0)?))?;
        }
        Ok(())
    }

    /// Draws the next keys of a space for exactly the devices that the register entitles.
    pub(crate) fn new_epoch(&self, register: &Register, space: SpaceId) -> Result<(EpochKeys, Body, EpochUpload), AppError> {
        let mut entropy = HostEntropy(&*self.host);
        let previous = register.current_epoch(space).map(|current| current.epoch);
        let keys = EpochKeys::make(space, previous.unwrap_or(0) + 1, &mut entropy);
        let link = match previous {
            None => Vec::new(),
            Some(epoch) => {
                let before = self.vault.read(|view| Ok::<_, AppError>(view.epoch_keys(space, epoch)?))?;
                keys.link_to(&before.ok_or(AppError::Internal("the keys before are not here"))?, &mut entropy)
            }
        };
        let mut envelopes = Vec::new();
        for (id, device) in register.entitled(space) {
            let envelope = keys.envelope(id, &device.recipient)?;
            envelopes.push(EnvelopeUpload { device: id, sealed: Bytes(envelope.sealed) });
        }
        let body = Body::NewEpoch {
            space,
            epoch: keys.epoch,
            recipients: register.due_recipients(space),
            commitment: keys.commitment(),
            attachments: keys.attachments.recipient().to_string(),
        };
        let upload = EpochUpload { space, epoch: keys.epoch, link: Bytes(link), envelopes };
        Ok((keys, body, upload))
    }
}
