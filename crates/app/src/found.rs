//! Making an office, inviting, joining, letting newcomers in.

use std::collections::BTreeSet;
use std::sync::PoisonError;

use praesto_contract::{ErrorCode, InvitationView, Moment, PersonView};
use praesto_crypto::{AgeIdentity, DeviceSigner};
use praesto_domain::{DeviceId as DomainDevice, PersonId as DomainPerson};
use praesto_protocol::api::{Bytes, JoinRequest};
use praesto_protocol::register::{Body, Entry, JoiningKeys, Register, Role, SignedEntry, SpaceKind};
use praesto_protocol::{DeviceId, Invitation, InvitationId, InvitationSecret, OfficeId, PersonId, SpaceId};
use praesto_vault::{Identity, Vault};

use crate::documents::DirectoryChange;
use crate::error::AppError;
use crate::host::{Host, HostEntropy, ServerAddress, random};
use crate::office::{Office, short_fingerprint};
use crate::sync::{Remote, RemoteError};

/// Days for which an invitation is good.
const INVITATION_DAYS: i64 = 14;
const DAY_MS: i64 = 24 * 60 * 60 * 1000;
/// Longest name, in characters.
const NAME: usize = 200;

/// A name as typed, without the white space around it.
pub(crate) fn name(text: &str, field: &str) -> Result<String, AppError> {
    line(text, field, NAME)
}

/// A line as typed that is not longer than so many characters, without the white space around it.
pub(crate) fn line(text: &str, field: &str, longest: usize) -> Result<String, AppError> {
    let text = text.trim();
    if text.is_empty() || text.chars().count() > longest || text.chars().any(char::is_control) {
        Err(AppError::invalid(field))
    } else {
        Ok(text.to_owned())
    }
}

/// Who somebody will be in an office, before the vault knows it.
pub(crate) struct Newcomer<'a> {
    pub(crate) person_name: &'a str,
    pub(crate) server: Option<ServerAddress>,
    pub(crate) invitation: Option<&'a Invitation>,
    pub(crate) sample: bool,
}

/// Writes this computer's identity into a fresh vault.
pub(crate) fn identify<H: Host>(host: &H, vault: &Vault, newcomer: Newcomer<'_>) -> Result<(), AppError> {
    let now = host.now().0;
    let signer = DeviceSigner::make(&mut HostEntropy(host));
    let identity = Identity {
        office: newcomer.invitation.map_or_else(|| OfficeId::make(now, &random(host)), |invitation| invitation.office),
        person: PersonId::make(now, &random(host)),
        device: DeviceId::make(now, &random(host)),
        signing: signer.to_secret(),
        age: AgeIdentity::make(),
        server: newcomer.server.as_ref().map(|server| server.url.clone()),
        certificate: newcomer.server.as_ref().and_then(|server| server.certificate),
        sample: newcomer.sample,
        invitation: newcomer.invitation.map(Invitation::to_code),
        office_name_hint: newcomer.invitation.map(|invitation| invitation.office_name.clone()).unwrap_or_default(),
        person_name: newcomer.person_name.to_owned(),
        device_name: host.computer_name(),
    };
    vault.write(|writer| Ok::<_, AppError>(writer.put_identity(&identity)?))
}

impl<H: Host> Office<H> {
    /// Writes the founding entries into the vault: the office, the team's space, the keys of both, the names. The server gets them at the first
    /// contact.
    pub(crate) fn found(&self, office_name: &str) -> Result<(), AppError> {
        let now = self.host.now().0;
        let office_space = SpaceId::make(now, &random(&*self.host));
        let team_space = SpaceId::make(now, &random(&*self.host));
        let founding = Entry {
            office: self.office_id(),
            seq: 0,
            prev: Default::default(),
            at: now,
            author: self.device(),
            body: Body::Found { person: PersonId(self.person().0), keys: self.joining_keys(), office_space },
        }
        .sign(&self.me().signer);
        let mut register = Register::found(&founding).map_err(|_| AppError::Internal("the founding entry is refused"))?;
        self.queue(&founding, "[]")?;
        self.add(&mut register, Body::CreateSpace { space: team_space, kind: SpaceKind::Team }, "[]")?;
        for space in [office_space, team_space] {
            let keys = self.draw_epoch(&register, space);
            let (body, upload) = self.epoch_of(&register, space, &keys)?;
            let upload = serde_json::to_string(&[upload]).map_err(|_| AppError::Internal("keys cannot be written"))?;
            self.add(&mut register, body, &upload)?;
            self.vault.write(|writer| Ok::<_, AppError>(writer.put_epoch_keys(&keys, &[])?))?;
        }
        self.set_register(register)?;
        self.edit_directory(&[
            DirectoryChange::OfficeName { name: office_name.to_owned() },
            DirectoryChange::Person { id: self.person(), name: self.own_name() },
            DirectoryChange::Device { id: DomainDevice(self.device().0), name: self.own_device_name(), person: self.person() },
        ])
    }

    fn add(&self, register: &mut Register, body: Body, keys: &str) -> Result<(), AppError> {
        let entry = self.entry(register, body);
        register.append(&entry).map_err(|_| AppError::Internal("a founding entry is refused"))?;
        self.queue(&entry, keys)
    }

    fn queue(&self, entry: &SignedEntry, keys: &str) -> Result<(), AppError> {
        self.vault.write(|writer| {
            writer.append_entry(entry.entry().seq, entry.hash(), &entry.encode())?;
            Ok::<_, AppError>(writer.queue_entry(&entry.encode(), keys)?)
        })
    }

    fn joining_keys(&self) -> JoiningKeys {
        let me = self.me();
        JoiningKeys { device: me.identity.device, signing: me.signer.verifier().to_bytes(), recipient: me.age.recipient().to_string() }
    }

    /// Invites a person into the team. The register must be reached: an invitation that nobody else knows of would not be honoured.
    pub(crate) fn invite(&self, person_name: &str) -> Result<InvitationView, AppError> {
        let person_name = name(person_name, "person_name")?;
        let server = self.server_address()?.ok_or(AppError::code(ErrorCode::Offline))?;
        // A sync run in between would take in the same entries twice.
        let _running = self.sync_running.lock().unwrap_or_else(PoisonError::into_inner);
        let remote = self.host.connect(&server, self.caller())?;
        let remote = remote.as_ref();
        self.found_on(remote)?;
        self.pull_register(remote)?;
        let now = self.host.now().0;
        let id = InvitationId::make(now, &random(&*self.host));
        let person = PersonId::make(now, &random(&*self.host));
        let secret = InvitationSecret::make(&mut HostEntropy(&*self.host));
        let expires_at = now + INVITATION_DAYS * DAY_MS;
        let spaces = vec![self.team_space()?];
        self.vault.write(|writer| Ok::<_, AppError>(writer.put_meta(&secret_key(id), secret.expose())?))?; // The vault keeps it sealed.
        self.append(remote, Vec::new(), |register| {
            if !register.has_role(PersonId(self.person().0), Role::Administrator) {
                return Err(AppError::code(ErrorCode::NotAllowed));
            }
            let sealed_secret = self.seal_to_administrators(register, &secret)?;
            Ok((!register.invites().contains_key(&id)).then(|| Body::Invite {
                invitation: id,
                person,
                secret_hash: secret.hash(),
                expires_at,
                spaces: spaces.clone(),
                sealed_secret,
            }))
        })?;
        let register = self.register()?;
        let invitation = Invitation {
            id,
            office: self.office_id(),
            fingerprint: register.fingerprint(),
            register_length: register.length(),
            register_head: register.head(),
            server: server.url,
            certificate: server.certificate,
            secret,
            expires_at,
            office_name: self.names().office_name.clone(),
            person_name: person_name.clone(),
        };
        Ok(InvitationView {
            code: invitation.to_code(),
            person_name,
            expires_at: Moment(expires_at),
            fingerprint: short_fingerprint(register.fingerprint()),
        })
    }

    fn seal_to_administrators(&self, register: &Register, secret: &InvitationSecret) -> Result<Vec<u8>, AppError> {
        let recipients: Vec<_> = register
            .devices()
            .iter()
            .filter(|(id, device)| register.is_active(**id) && register.has_role(device.person, Role::Administrator))
            .map(|(_, device)| device.recipient.clone())
            .collect();
        Ok(praesto_crypto::AgeRecipient::seal_to_all(&recipients, secret.expose())?) // age seals it to those who may let people in.
    }

    /// Makes sure that a server answers at an address.
    pub(crate) fn find_server(&self, server: &ServerAddress) -> Result<(), AppError> {
        match self.host.connect(server, self.caller()).and_then(|remote| remote.server()) {
            Ok(_) => Ok(()),
            Err(RemoteError::Offline | RemoteError::CutShort | RemoteError::Malformed | RemoteError::OtherServer) => {
                Err(AppError::code(ErrorCode::ServerNotFound))
            }
            Err(error) => Err(error.into()),
        }
    }

    /// Asks the server of the invitation to be let in.
    pub(crate) fn ask_in(&self) -> Result<(), AppError> {
        let Some(server) = self.server_address()? else { return Ok(()) };
        let remote = self.host.connect(&server, self.caller())?;
        self.ask_to_join(remote.as_ref())
    }

    /// Offers this computer's keys to the office, authenticated by the invitation's secret.
    pub(crate) fn ask_to_join(&self, remote: &dyn Remote) -> Result<(), AppError> {
        let invitation = self.invitation()?.ok_or(AppError::Internal("a newcomer without an invitation"))?;
        let keys = self.joining_keys();
        let request = JoinRequest {
            office: invitation.office,
            invitation: invitation.id,
            device: keys.device,
            mac: Bytes(invitation.secret.authenticate(&keys.encode()).0.to_vec()),
            signing: Bytes(keys.signing.to_vec()),
            recipient: keys.recipient,
        };
        Ok(remote.join(&request)?)
    }

    /// Lets newcomers in whose keys the invitation's secret authenticates.
    pub(crate) fn let_newcomers_in(&self, remote: &dyn Remote) -> Result<(), AppError> {
        let administrator = PersonId(self.person().0);
        if !self.register()?.has_role(administrator, Role::Administrator) {
            return Ok(());
        }
        let mut seen = BTreeSet::new();
        for join in remote.joins()?.joins {
            let Some((keys, mac, secret)) = self.check_join(&join)? else { continue };
            if !seen.insert(join.invitation) {
                continue;
            }
            self.append(remote, Vec::new(), |register| {
                let open = register
                    .invites()
                    .get(&join.invitation)
                    .is_some_and(|invite| !invite.redeemed && self.host.now().0 <= invite.expires_at);
                Ok(open.then(|| Body::Redeem { invitation: join.invitation, keys: keys.clone(), mac, secret: secret.clone() }))
            })?;
        }
        Ok(())
    }

    fn check_join(&self, join: &JoinRequest) -> Result<Option<(JoiningKeys, praesto_crypto::Hash, InvitationSecret)>, AppError> {
        let Some(secret) = self.invitation_secret(join.invitation)? else { return Ok(None) };
        let (Ok(signing), Ok(mac)) = (join.signing.0.as_slice().try_into(), join.mac.0.as_slice().try_into()) else { return Ok(None) };
        let keys = JoiningKeys { device: join.device, signing, recipient: join.recipient.clone() };
        let mac = praesto_crypto::Hash(mac);
        // Somebody without the secret brought these keys: not let in, and the true newcomer still can be.
        Ok((secret.authenticate(&keys.encode()) == mac).then_some((keys, mac, secret)))
    }

    /// The secret of an invitation: made here, or sealed to this administrator's device in the register.
    fn invitation_secret(&self, id: InvitationId) -> Result<Option<InvitationSecret>, AppError> {
        let kept = self.vault.read(|view| Ok::<_, AppError>(view.meta(&secret_key(id))?))?;
        let bytes = match kept {
            Some(bytes) => Some(bytes),
            None => self.register()?.invites().get(&id).and_then(|invite| self.me().age.open(&invite.sealed_secret).ok()),
        };
        Ok(bytes.and_then(|bytes| bytes.try_into().ok()).map(InvitationSecret::from_bytes))
    }

    /// Puts this person's and this computer's names into the directory where they are missing.
    pub(crate) fn introduce_myself(&self) -> Result<(), AppError> {
        let names = self.names();
        let device = DomainDevice(self.device().0);
        let mut changes = Vec::new();
        if names.people.get(&self.person()) != Some(&self.own_name()) {
            changes.push(DirectoryChange::Person { id: self.person(), name: self.own_name() });
        }
        if !names.devices.contains_key(&device) {
            changes.push(DirectoryChange::Device { id: device, name: self.own_device_name(), person: self.person() });
        }
        if changes.is_empty() { Ok(()) } else { self.edit_directory(&changes) }
    }

    /// The people of the office.
    pub(crate) fn people(&self) -> Result<Vec<PersonView>, AppError> {
        let register = self.register()?;
        let names = self.names();
        let people = register.people().iter().filter(|(_, person)| person.withdrawn.is_none()).map(|(id, _)| PersonView {
            id: DomainPerson(id.0),
            name: names.people.get(&DomainPerson(id.0)).cloned().unwrap_or_default(),
            me: id.0 == self.person().0,
            administrator: register.has_role(*id, Role::Administrator),
        });
        let mut people: Vec<_> = people.collect();
        people.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(people)
    }
}

fn secret_key(id: InvitationId) -> String {
    format!("invitation/{id}")
}
