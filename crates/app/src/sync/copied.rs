//! A profile that was copied and used on both sides. The chain of a device is one, and what the server has of it counts. Whoever finds its
//! own unsent work at a place that the chain has filled elsewhere goes on as a further device of the same person, and signs that work anew.
//!
//! The changes inside stay as they were, byte for byte, so that what others built on them still fits; they carry the former device's actor,
//! which the records of a device may do that this very device has added (`Register::lineage`).
//!
//! Each step is durable and may be the last before a power cut: the next device is drawn and kept · the register says that it belongs to the
//! person · in one transaction it takes the place of the present one and all unsent work is signed anew.

use praesto_contract::{AppEvent, AppStatus, FindingKind, SetAsideReason};
use praesto_crypto::{AgeIdentity, DeviceSigner};
use praesto_protocol::api::Problem;
use praesto_protocol::register::{Body, JoiningKeys, Register};
use praesto_protocol::{Content, DeviceId, Kind, PersonId, Record, Seal, SignedStatement, SpaceId, SpaceSeen, Statement};
use praesto_vault::{NextDevice, SetAside, StoredRecord, Writer};

use super::receive::code;
use super::{Remote, RemoteError};
use crate::error::AppError;
use crate::host::{Host, HostEntropy, ServerAddress, random};
use crate::office::{Me, Office};

/// Names tried until one is found that no other computer of the office has.
const NAMES: usize = 1000;

impl<H: Host> Office<H> {
    /// Draws and keeps the keys of the device that this computer goes on as.
    pub(super) fn draw_next_device(&self) -> Result<(), AppError> {
        let next = NextDevice {
            device: DeviceId::make(self.host.now().0, &random(&*self.host)),
            signing: DeviceSigner::make(&mut HostEntropy(&*self.host)).to_secret(),
            age: AgeIdentity::make(),
            device_name: self.free_device_name(),
        };
        self.vault.write(|writer| Ok::<_, AppError>(writer.put_next_device(&next)?))
    }

    /// What this computer is called, with a number where another one is called so already.
    fn free_device_name(&self) -> String {
        let (names, name) = (self.names(), self.host.computer_name());
        let taken = |name: &str| name == self.own_device_name() || names.devices.values().any(|(other, _)| other == name);
        let numbered = (2..NAMES).map(|number| format!("{name} {number}"));
        std::iter::once(name.clone()).chain(numbered).find(|name| !taken(name)).unwrap_or(name)
    }

    /// Where this computer is about to be another device: enrols it and goes on as it. `true` when the run has to begin anew under its name.
    pub(super) fn become_next_device(&self, remote: &dyn Remote) -> Result<bool, AppError> {
        let Some(next) = self.vault.read(|view| Ok::<_, AppError>(view.next_device()?))? else { return Ok(false) };
        let signer = DeviceSigner::from_secret(&next.signing);
        let keys = JoiningKeys { device: next.device, signing: signer.verifier().to_bytes(), recipient: next.age.recipient().to_string() };
        let person = PersonId(self.person().0);
        self.append(remote, Vec::new(), |register| {
            Ok((!register.devices().contains_key(&next.device)).then(|| Body::AddDevice { person, keys: keys.clone() }))
        })?;
        let register = self.register()?;
        let Some(enrolled) = register.devices().get(&next.device) else {
            // The server said yes and does not have it: a copy of it took over in between. The next run tells it again.
            return Err(RemoteError::Refused(Problem::Unavailable).into());
        };
        let own = enrolled.person == person
            && enrolled.verifier.to_bytes() == keys.signing
            && enrolled.recipient.to_string() == keys.recipient
            && enrolled.added_by == Some(self.device());
        if !own {
            // Somebody who saw the name on its way enrolled other keys under it.
            self.draw_next_device()?;
            return Err(self.contradiction(FindingKind::RegisterForged));
        }
        let former = self.device();
        self.take_its_place(former, next.device)?;
        self.host.emit(AppEvent::Status { status: AppStatus::Open { office: self.view() } });
        Ok(true)
    }

    /// The next device takes the place of the present one, and signs what that one had not sent.
    fn take_its_place(&self, former: DeviceId, next: DeviceId) -> Result<(), AppError> {
        let register = self.register()?;
        let (mut place, me) = self.vault.write(|writer| {
            let unsent = writer.unplaced_records(former)?;
            writer.become_next_device()?;
            let identity = writer.identity()?.filter(|identity| identity.device == next);
            let me = Me::new(&*self.host, identity.ok_or(AppError::Internal("the next device is not here"))?)?;
            for record in unsent.iter().filter(|record| register.is_entitled(next, record.space)) {
                match record.kind {
                    // Says nothing new; whoever writes next makes another.
                    Kind::Checkpoint => writer.take_unplaced(record.hash)?,
                    Kind::Change | Kind::Tombstone => sign_anew(writer, &register, &me, record)?,
                }
            }
            writer.add_finding(&code(FindingKind::ProfileCopied), Some(former), self.host.now().0)?;
            // Held until the transaction holds: nobody may sign as either device in between.
            Ok::<_, AppError>((self.me_changes(), me))
        })?;
        *place = std::sync::Arc::new(me);
        Ok(())
    }

    /// Another device's unsent records that the server lost, and whose places in its chain are filled otherwise now. They leave the chain and are
    /// set aside: their author signs them anew.
    pub(super) fn set_chain_aside(&self, writer: &mut Writer<'_>, space: SpaceId, device: DeviceId, from: u64) -> Result<(), AppError> {
        let newest = writer.newest_epoch(space)?;
        let keys = newest.map(|epoch| writer.epoch_keys(space, epoch)).transpose()?.flatten();
        let keys = keys.ok_or(AppError::Internal("what was read cannot be sealed again"))?;
        // A checkpoint says nothing new, and nobody signs it anew.
        for record in writer.take_chain(space, device, from)?.into_iter().filter(|record| record.kind != Kind::Checkpoint) {
            writer.take_access(record.hash)?;
            let content = Content { salt: record.salt, payload: record.payload };
            let seal = Seal::make(record.hash, keys.epoch, &content, &keys.record, &mut HostEntropy(&*self.host));
            writer.set_aside(&SetAside {
                hash: record.hash,
                space,
                document: Some(record.document),
                device: Some(device),
                reason: code(SetAsideReason::ChainFork),
                frame: Record { statement: SignedStatement::decode(&record.statement)?, seal }.encode(),
                server_seq: 0,
                since: self.host.now().0,
            })?;
        }
        Ok(())
    }

    /// Notes a record that its author brought for the device which it goes on for; what was set aside of that device and is the same is settled.
    pub(crate) fn note_handed_on(&self, writer: &mut Writer<'_>, record: &StoredRecord) -> Result<(), AppError> {
        writer.put_handed_on(record.document, record.hash)?;
        let content = SignedStatement::decode(&record.statement)?.statement().content;
        for reason in [SetAsideReason::ChainFork, SetAsideReason::ChainGap, SetAsideReason::OutOfSequence] {
            for row in writer.set_aside_of(record.document, &code(reason))? {
                if Record::decode(&row.frame).is_ok_and(|aside| aside.statement.statement().content == content) {
                    writer.take_set_aside(row.hash)?;
                }
            }
        }
        Ok(())
    }

    /// A restored server may have lost the entry that made this computer the device it is. A device that it was before brings it back.
    pub(super) fn bring_back_own_entry(&self, server: &ServerAddress) -> Result<(), AppError> {
        let mut outcome = Err(RemoteError::Refused(Problem::DeviceUnknown).into());
        for (device, signing) in self.vault.read(|view| Ok::<_, AppError>(view.former_devices()?))? {
            outcome = self
                .host
                .connect(server, self.former_caller(device, &signing))
                .map_err(AppError::from)
                .and_then(|remote| self.pull_register(remote.as_ref()));
            if outcome.is_ok() {
                return Ok(());
            }
        }
        outcome
    }
}

/// Puts a record of the former device into the chain of `me`: another statement about the very same content.
fn sign_anew(writer: &mut Writer<'_>, register: &Register, me: &Me, record: &StoredRecord) -> Result<(), AppError> {
    writer.take_unplaced(record.hash)?;
    let said = SignedStatement::decode(&record.statement)?.statement().clone();
    let device = me.identity.device;
    let (seq, order) = writer.cursor(record.space)?;
    let (device_seq, prev) = writer.chain_head(record.space, device)?.map_or((1, Default::default()), |(seq, hash)| (seq + 1, hash));
    let statement = Statement {
        device,
        device_seq,
        prev,
        register_length: register.length(),
        register_head: register.head(),
        space_seen: SpaceSeen { seq, order },
        ..said
    }
    .sign(&me.signer);
    writer.insert_record(&StoredRecord {
        hash: statement.hash(),
        device,
        device_seq,
        statement: statement.encode(),
        server_seq: None,
        received_at: None,
        ..record.clone()
    })?;
    writer.put_handed_on(record.document, statement.hash())?;
    writer.move_access(record.hash, statement.hash(), device)?;
    Ok(())
}
