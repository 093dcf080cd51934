//! Which entry may follow.

use std::collections::{BTreeMap, BTreeSet};

use praesto_crypto::{AgeRecipient, DeviceVerifier, Hash};

use super::state::Grant;
use super::{
    Body, Device, Epoch, Invite, JoiningKeys, LastAccepted, Person, Policy, Register, Revocation, Role, SignedEntry, Space, SpaceKind,
};
use crate::{DeviceId, PersonId, SpaceId};

/// The policy of an office that has set none: 14 days without contact, at most 60.
const FIRST_POLICY: Policy = Policy { lease_days: 14, longest_lease_days: 60, passphrase_required: false };
/// Devices that one person may ever have. Each stays in the register for good, also when it is revoked.
const DEVICES_OF_A_PERSON: usize = 1_000;

/// Why an entry is not part of the register.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    #[error("the register does not begin with a founding entry")]
    NotFounded,
    #[error("the entry is of another office")]
    OtherOffice,
    #[error("the entry does not follow the last one")]
    NotNext,
    #[error("the author is not an active device of the office")]
    UnknownAuthor,
    #[error("the signature does not hold")]
    Signature,
    #[error("the author has no right to do this")]
    NotAllowed,
    #[error("a key in the entry is not a key")]
    BadKey,
    #[error("the thing named does not exist")]
    Unknown,
    #[error("the thing named exists already, or was used")]
    Exists,
    #[error("the invitation's secret does not fit")]
    WrongSecret,
    #[error("the invitation has expired")]
    Expired,
    #[error("the epoch is not the next one, or not for the devices it must be for")]
    WrongEpoch,
    #[error("the office would have no administrator")]
    LastAdministrator,
    #[error("the person has had as many devices as anybody may have")]
    TooManyDevices,
}

impl Register {
    /// Starts a register from its founding entry.
    pub fn found(signed: &SignedEntry) -> Result<Self, Refused> {
        let entry = signed.entry();
        let Body::Found { person, keys, office_space } = &entry.body else { return Err(Refused::NotFounded) };
        if entry.seq != 0 || entry.prev != Hash::default() || entry.author != keys.device {
            return Err(Refused::NotFounded);
        }
        let device = device(keys, *person, 0, None)?;
        signed.verify(&device.verifier).map_err(|_| Refused::Signature)?;
        let grant = |role, space| Grant { person: *person, role, space, from: 0, until: None };
        Ok(Self {
            office: entry.office,
            hashes: vec![signed.hash()],
            office_space: *office_space,
            people: BTreeMap::from([(*person, Person { since: 0, withdrawn: None })]),
            devices: BTreeMap::from([(keys.device, device)]),
            spaces: BTreeMap::from([(*office_space, Space { kind: SpaceKind::Office, since: 0, epochs: Vec::new() })]),
            grants: vec![grant(Role::Administrator, None), grant(Role::Member, Some(*office_space))],
            invites: BTreeMap::new(),
            server: None,
            policy: FIRST_POLICY,
        })
    }

    /// Applies the next entry. A refused entry changes nothing.
    pub fn append(&mut self, signed: &SignedEntry) -> Result<(), Refused> {
        let entry = signed.entry();
        if entry.office != self.office {
            return Err(Refused::OtherOffice);
        }
        if entry.seq != self.length() || entry.prev != self.head() {
            return Err(Refused::NotNext);
        }
        if !self.is_active(entry.author) {
            return Err(Refused::UnknownAuthor);
        }
        let author = self.devices.get(&entry.author).ok_or(Refused::UnknownAuthor)?;
        signed.verify(&author.verifier).map_err(|_| Refused::Signature)?;
        let person = author.person;
        self.apply(entry.author, person, entry.at, &entry.body)?;
        self.hashes.push(signed.hash());
        Ok(())
    }

    fn apply(&mut self, author: DeviceId, by: PersonId, at: i64, body: &Body) -> Result<(), Refused> {
        let seq = self.length();
        let administrator = self.has_role(by, Role::Administrator);
        let allowed = |right: bool| if right { Ok(()) } else { Err(Refused::NotAllowed) };
        match body {
            Body::Found { .. } => return Err(Refused::Exists),
            Body::Server { receipt_key, address, certificate } => {
                allowed(administrator)?;
                let key = DeviceVerifier::from_bytes(receipt_key).map_err(|_| Refused::BadKey)?;
                self.server = Some((key, address.clone(), *certificate));
            }
            Body::CreateSpace { space, kind } => {
                allowed(*kind != SpaceKind::Office && (administrator || *kind == SpaceKind::Personal))?;
                if self.spaces.contains_key(space) {
                    return Err(Refused::Exists);
                }
                self.spaces.insert(*space, Space { kind: *kind, since: seq, epochs: Vec::new() });
                // Whoever makes a space is its first member; without one nobody could make its keys.
                self.grants.push(Grant { person: by, role: Role::Member, space: Some(*space), from: seq, until: None });
            }
            Body::GrantRole { person, role, space } => {
                allowed(administrator)?;
                self.active_person(*person)?;
                self.team_space(*space)?;
                if self.grants.iter().any(|g| g.person == *person && g.role == *role && g.space == *space && g.until.is_none()) {
                    return Err(Refused::Exists);
                }
                self.grants.push(Grant { person: *person, role: *role, space: *space, from: seq, until: None });
            }
            Body::WithdrawRole { person, role, space } => {
                allowed(administrator || *person == by)?;
                if *role == Role::Administrator && space.is_none() && self.other_administrators(*person) == 0 {
                    return Err(Refused::LastAdministrator);
                }
                let grant =
                    self.grants.iter_mut().find(|g| g.person == *person && g.role == *role && g.space == *space && g.until.is_none());
                grant.ok_or(Refused::Unknown)?.until = Some(seq);
            }
            Body::Invite { invitation, person, secret_hash, expires_at, spaces, sealed_secret } => {
                allowed(administrator)?;
                if self.invites.contains_key(invitation) || self.people.contains_key(person) {
                    return Err(Refused::Exists);
                }
                for space in spaces {
                    self.team_space(Some(*space))?;
                }
                let invite = Invite {
                    person: *person,
                    author,
                    secret_hash: *secret_hash,
                    expires_at: *expires_at,
                    spaces: spaces.clone(),
                    sealed_secret: sealed_secret.clone(),
                    redeemed: false,
                };
                self.invites.insert(*invitation, invite);
            }
            Body::Redeem { invitation, keys, mac, secret } => {
                allowed(administrator)?;
                let invite = self.invites.get(invitation).ok_or(Refused::Unknown)?;
                if invite.redeemed || self.devices.contains_key(&keys.device) || self.people.contains_key(&invite.person) {
                    return Err(Refused::Exists);
                }
                if secret.hash() != invite.secret_hash || secret.authenticate(&keys.encode()) != *mac {
                    return Err(Refused::WrongSecret);
                }
                if at > invite.expires_at {
                    return Err(Refused::Expired);
                }
                let person = invite.person;
                let device = device(keys, person, seq, None)?;
                let spaces =
                    std::iter::once(self.office_space).chain(invite.spaces.iter().copied().filter(|space| *space != self.office_space));
                let grants: Vec<_> =
                    spaces.map(|space| Grant { person, role: Role::Member, space: Some(space), from: seq, until: None }).collect();
                self.people.insert(person, Person { since: seq, withdrawn: None });
                self.devices.insert(keys.device, device);
                self.grants.extend(grants);
                if let Some(invite) = self.invites.get_mut(invitation) {
                    invite.redeemed = true;
                }
            }
            Body::AddDevice { person, keys } => {
                allowed(*person == by)?;
                self.active_person(*person)?;
                if self.devices.contains_key(&keys.device) {
                    return Err(Refused::Exists);
                }
                if self.devices.values().filter(|device| device.person == *person).count() >= DEVICES_OF_A_PERSON {
                    return Err(Refused::TooManyDevices);
                }
                self.devices.insert(keys.device, device(keys, *person, seq, Some(author))?);
            }
            Body::RevokeDevice { device, last } => {
                let owner = self.devices.get(device).ok_or(Refused::Unknown)?.person;
                allowed(administrator || owner == by)?;
                if !self.is_active(*device) {
                    return Err(Refused::Exists);
                }
                let last_device = self.active_devices(owner) == 1;
                if last_device && self.has_role(owner, Role::Administrator) && self.other_administrators(owner) == 0 {
                    return Err(Refused::LastAdministrator);
                }
                self.check_lines(owner, last.iter().map(|last| (*device, last.space)))?;
                self.revoke(*device, seq, last.iter());
            }
            Body::Withdraw { person, last } => {
                allowed(administrator)?;
                self.active_person(*person)?;
                if self.has_role(*person, Role::Administrator) && self.other_administrators(*person) == 0 {
                    return Err(Refused::LastAdministrator);
                }
                let devices: BTreeSet<_> =
                    self.devices.iter().filter(|(_, d)| d.person == *person && d.revoked.is_none()).map(|(id, _)| *id).collect();
                if last.iter().any(|(device, _)| !devices.contains(device)) {
                    return Err(Refused::Unknown);
                }
                self.check_lines(*person, last.iter().map(|(device, last)| (*device, last.space)))?;
                for device in devices {
                    self.revoke(device, seq, last.iter().filter(|(id, _)| *id == device).map(|(_, last)| last));
                }
                self.grants.iter_mut().filter(|g| g.person == *person && g.until.is_none()).for_each(|g| g.until = Some(seq));
                if let Some(person) = self.people.get_mut(person) {
                    person.withdrawn = Some(seq);
                }
            }
            Body::NewEpoch { space, epoch, recipients, commitment, attachments } => {
                allowed(self.is_entitled(author, *space))?;
                let next = self.current_epoch(*space).map_or(1, |current| current.epoch + 1);
                if *epoch != next || *recipients != self.due_recipients(*space) {
                    return Err(Refused::WrongEpoch);
                }
                let attachments = AgeRecipient::parse(attachments).map_err(|_| Refused::BadKey)?;
                let epoch = Epoch { epoch: next, seq, author, recipients: *recipients, commitment: *commitment, attachments, due: None };
                self.spaces.get_mut(space).ok_or(Refused::Unknown)?.epochs.push(epoch);
            }
            Body::EpochDue { space, epoch } => {
                allowed(self.is_entitled(author, *space))?;
                if self.epoch(*space, *epoch).ok_or(Refused::WrongEpoch)?.due.is_some() {
                    return Err(Refused::Exists);
                }
                // One after the other from the newest down, and never the last one that the next could lead back to.
                let newest = self.newest_good_epoch(*space).is_some_and(|newest| newest.epoch == *epoch);
                if !newest || self.good_epoch_before(*space, *epoch).is_none() {
                    return Err(Refused::WrongEpoch);
                }
                let epochs = self.spaces.get_mut(space).map(|space| &mut space.epochs);
                let announced = epochs.and_then(|epochs| epochs.iter_mut().find(|announced| announced.epoch == *epoch));
                announced.ok_or(Refused::WrongEpoch)?.due = Some(seq);
            }
            Body::SetPolicy { policy } => {
                allowed(administrator)?;
                self.policy = *policy;
            }
        }
        Ok(())
    }

    fn revoke<'a>(&mut self, device: DeviceId, seq: u64, last: impl Iterator<Item = &'a LastAccepted>) {
        if let Some(device) = self.devices.get_mut(&device) {
            device.revoked = Some(Revocation { seq, last: last.map(LastAccepted::pair).collect() });
        }
    }

    /// The lines that a revocation draws are in spaces that the person has ever been in, one in each for a device: more would say nothing and
    /// stay in the register for good.
    fn check_lines(&self, person: PersonId, lines: impl Iterator<Item = (DeviceId, SpaceId)>) -> Result<(), Refused> {
        let spaces: BTreeSet<SpaceId> = self.grants.iter().filter(|grant| grant.person == person).filter_map(|grant| grant.space).collect();
        let mut drawn = BTreeSet::new();
        for (device, space) in lines {
            if !spaces.contains(&space) {
                return Err(Refused::Unknown);
            }
            if !drawn.insert((device, space)) {
                return Err(Refused::Exists);
            }
        }
        Ok(())
    }

    fn active_person(&self, person: PersonId) -> Result<(), Refused> {
        match self.people.get(&person) {
            Some(person) if person.withdrawn.is_none() => Ok(()),
            _ => Err(Refused::Unknown),
        }
    }

    /// A space that rights can be given in: it exists, and is nobody's personal one.
    fn team_space(&self, space: Option<SpaceId>) -> Result<(), Refused> {
        match space.map(|space| self.spaces.get(&space)) {
            None => Ok(()),
            Some(Some(space)) if space.kind != SpaceKind::Personal => Ok(()),
            Some(_) => Err(Refused::Unknown),
        }
    }

    /// Other administrators who have a device to act with; one without could save nobody.
    fn other_administrators(&self, person: PersonId) -> usize {
        let can_act = |other: &PersonId| self.has_role(*other, Role::Administrator) && self.active_devices(*other) > 0;
        self.people.keys().filter(|other| **other != person && can_act(other)).count()
    }

    fn active_devices(&self, person: PersonId) -> usize {
        self.devices.iter().filter(|(id, device)| device.person == person && self.is_active(**id)).count()
    }
}

fn device(keys: &JoiningKeys, person: PersonId, since: u64, added_by: Option<DeviceId>) -> Result<Device, Refused> {
    Ok(Device {
        person,
        verifier: DeviceVerifier::from_bytes(&keys.signing).map_err(|_| Refused::BadKey)?,
        recipient: AgeRecipient::parse(&keys.recipient).map_err(|_| Refused::BadKey)?,
        since,
        added_by,
        revoked: None,
    })
}
