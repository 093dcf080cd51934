//! What the register says once its entries are applied, now and at any earlier point.

use std::collections::{BTreeMap, BTreeSet};

use praesto_crypto::{AgeRecipient, DeviceVerifier, Hash};

use super::{LastAccepted, Policy, Role, SpaceKind};
use crate::{DeviceId, InvitationId, OfficeId, PersonId, SpaceId, recipients_hash};

/// A right of a person, from one entry up to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Grant {
    pub(super) person: PersonId,
    pub(super) role: Role,
    pub(super) space: Option<SpaceId>,
    pub(super) from: u64,
    pub(super) until: Option<u64>,
}

impl Grant {
    /// Whether the right counts for somebody who has seen `length` entries.
    pub(super) fn holds_at(&self, length: u64) -> bool {
        self.from < length && self.until.is_none_or(|until| until >= length)
    }
}

/// A person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Entry that brought the person in.
    pub since: u64,
    /// Entry that withdrew the person.
    pub withdrawn: Option<u64>,
}

/// The end of a device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revocation {
    /// Entry that revoked it.
    pub seq: u64,
    /// Last accepted statement per space; a space that is not named takes nothing.
    pub last: BTreeMap<SpaceId, (u64, Hash)>,
}

/// A device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Device {
    pub person: PersonId,
    pub verifier: DeviceVerifier,
    pub recipient: AgeRecipient,
    /// Entry that enrolled it.
    pub since: u64,
    /// The device of the same person that enrolled it; none where the office let it in.
    pub added_by: Option<DeviceId>,
    pub revoked: Option<Revocation>,
}

/// One generation of keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Epoch {
    pub epoch: u32,
    /// Entry that made it.
    pub seq: u64,
    pub author: DeviceId,
    pub recipients: Hash,
    pub commitment: Hash,
    pub attachments: AgeRecipient,
    /// Entry that says that these keys are no good.
    pub due: Option<u64>,
}

/// A space.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Space {
    pub kind: SpaceKind,
    pub since: u64,
    pub epochs: Vec<Epoch>,
}

/// An invitation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invite {
    pub person: PersonId,
    pub author: DeviceId,
    pub secret_hash: Hash,
    pub expires_at: i64,
    pub spaces: Vec<SpaceId>,
    pub sealed_secret: Vec<u8>,
    pub redeemed: bool,
}

/// The register, applied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Register {
    pub(super) office: OfficeId,
    pub(super) hashes: Vec<Hash>,
    pub(super) office_space: SpaceId,
    pub(super) people: BTreeMap<PersonId, Person>,
    pub(super) devices: BTreeMap<DeviceId, Device>,
    pub(super) spaces: BTreeMap<SpaceId, Space>,
    pub(super) grants: Vec<Grant>,
    pub(super) invites: BTreeMap<InvitationId, Invite>,
    pub(super) server: Option<(DeviceVerifier, String, Option<Hash>)>,
    pub(super) policy: Policy,
}

impl Register {
    /// The office.
    pub fn office(&self) -> OfficeId {
        self.office
    }

    /// Hash of the founding entry.
    pub fn fingerprint(&self) -> Hash {
        self.hashes.first().copied().unwrap_or_default()
    }

    /// Number of entries.
    pub fn length(&self) -> u64 {
        self.hashes.len() as u64
    }

    /// Hash of the last entry.
    pub fn head(&self) -> Hash {
        self.hashes.last().copied().unwrap_or_default()
    }

    /// Whether the register of `length` entries ended with `head`.
    pub fn had_head(&self, length: u64, head: Hash) -> bool {
        length.checked_sub(1).and_then(|seq| self.hashes.get(seq as usize)) == Some(&head)
    }

    /// The space of the office's directory.
    pub fn office_space(&self) -> SpaceId {
        self.office_space
    }

    /// Everybody who ever belonged to the office.
    pub fn people(&self) -> &BTreeMap<PersonId, Person> {
        &self.people
    }

    /// Every device that was ever enrolled.
    pub fn devices(&self) -> &BTreeMap<DeviceId, Device> {
        &self.devices
    }

    /// Every space.
    pub fn spaces(&self) -> &BTreeMap<SpaceId, Space> {
        &self.spaces
    }

    /// Every invitation.
    pub fn invites(&self) -> &BTreeMap<InvitationId, Invite> {
        &self.invites
    }

    /// The server: its receipt key, address, and the hash of its own certificate.
    pub fn server(&self) -> Option<&(DeviceVerifier, String, Option<Hash>)> {
        self.server.as_ref()
    }

    /// The rules that the office set.
    pub fn policy(&self) -> Policy {
        self.policy
    }

    /// Whether a person has a right in the whole office, now.
    pub fn has_role(&self, person: PersonId, role: Role) -> bool {
        self.had_role(person, role, self.length())
    }

    /// Whether a person has a right in the whole office, for somebody who has seen `length` entries.
    pub fn had_role(&self, person: PersonId, role: Role, length: u64) -> bool {
        self.grants.iter().any(|grant| grant.person == person && grant.role == role && grant.space.is_none() && grant.holds_at(length))
    }

    /// Whether a person is a manager of a space, for somebody who has seen `length` entries: of it, of the whole office, or its administrator.
    pub fn is_manager_at(&self, person: PersonId, space: SpaceId, length: u64) -> bool {
        self.grants.iter().any(|grant| {
            let role = match grant.role {
                Role::Manager => grant.space.is_none_or(|own| own == space),
                Role::Administrator => grant.space.is_none(),
                Role::UnionRepresentative | Role::RecordsOfficer | Role::Member => false,
            };
            role && grant.person == person && grant.holds_at(length)
        })
    }

    /// Whether a device is enrolled and not revoked, for somebody who has seen `length` entries.
    pub fn is_active_at(&self, device: DeviceId, length: u64) -> bool {
        self.devices.get(&device).is_some_and(|device| {
            let person = self.people.get(&device.person);
            device.since < length
                && device.revoked.as_ref().is_none_or(|revoked| revoked.seq >= length)
                && person.is_some_and(|person| person.withdrawn.is_none_or(|seq| seq >= length))
        })
    }

    /// Whether a device is enrolled and not revoked, now.
    pub fn is_active(&self, device: DeviceId) -> bool {
        self.is_active_at(device, self.length())
    }

    /// Whether a device may read and write a space, for somebody who has seen `length` entries.
    pub fn is_entitled_at(&self, device: DeviceId, space: SpaceId, length: u64) -> bool {
        self.is_active_at(device, length)
            && self.devices.get(&device).is_some_and(|device| {
                self.grants.iter().any(|grant| grant.person == device.person && grant.space == Some(space) && grant.holds_at(length))
            })
    }

    /// Whether a device may read and write a space, now.
    pub fn is_entitled(&self, device: DeviceId, space: SpaceId) -> bool {
        self.is_entitled_at(device, space, self.length())
    }

    /// The devices that hold the keys of a space, in the order of their ids.
    pub fn entitled(&self, space: SpaceId) -> Vec<(DeviceId, &Device)> {
        let people: BTreeSet<PersonId> = self
            .grants
            .iter()
            .filter(|grant| grant.space == Some(space) && grant.holds_at(self.length()))
            .map(|grant| grant.person)
            .collect();
        self.devices
            .iter()
            .filter(|(id, device)| people.contains(&device.person) && self.is_active(**id))
            .map(|(id, device)| (*id, device))
            .collect()
    }

    /// Hash of the recipients that an epoch of this space must be sealed to now.
    pub fn due_recipients(&self, space: SpaceId) -> Hash {
        let devices: Vec<_> = self.entitled(space).into_iter().map(|(id, device)| (id, device.recipient.to_string())).collect();
        recipients_hash(devices.iter().map(|(id, recipient)| (*id, recipient.as_str())))
    }

    /// The current epoch of a space.
    pub fn current_epoch(&self, space: SpaceId) -> Option<&Epoch> {
        self.epochs(space).last()
    }

    /// All epochs of a space, the newest last.
    pub fn epochs(&self, space: SpaceId) -> &[Epoch] {
        self.spaces.get(&space).map_or(&[], |space| &space.epochs)
    }

    /// An epoch of a space.
    pub fn epoch(&self, space: SpaceId, epoch: u32) -> Option<&Epoch> {
        self.epochs(space).get(epoch.checked_sub(1)? as usize)
    }

    /// Whether an epoch was made and nobody has called its keys no good.
    pub fn is_good_epoch(&self, space: SpaceId, epoch: u32) -> bool {
        self.epoch(space, epoch).is_some_and(|epoch| epoch.due.is_none())
    }

    /// The newest epoch of a space whose keys nobody has called no good.
    pub fn newest_good_epoch(&self, space: SpaceId) -> Option<&Epoch> {
        self.epochs(space).iter().rev().find(|epoch| epoch.due.is_none())
    }

    /// The epoch before another whose keys are good: where the other's link leads.
    pub fn good_epoch_before(&self, space: SpaceId, epoch: u32) -> Option<&Epoch> {
        self.epochs(space).iter().rev().find(|before| before.epoch < epoch && before.due.is_none())
    }

    /// Whether the people who may read a space are others than those its current keys were sealed to, or these keys are no good.
    pub fn epoch_due(&self, space: SpaceId) -> bool {
        self.current_epoch(space).is_none_or(|epoch| epoch.due.is_some() || epoch.recipients != self.due_recipients(space))
    }

    /// Whether somebody could read what is sealed to the keys of an epoch who may not read the space any more. Keys made later lead back to them, so
    /// whoever came since counts too.
    pub fn has_former_readers(&self, space: SpaceId, epoch: u32) -> bool {
        let since: Vec<u64> = self.epochs(space).iter().filter(|made| made.epoch >= epoch).map(|made| made.seq).collect();
        let reads = |device: DeviceId| since.iter().any(|length| self.is_entitled_at(device, space, *length));
        self.devices.keys().any(|device| !self.is_entitled(*device, space) && reads(*device))
    }

    /// A device, and before it the devices that it was added by: it, the one that added it, the one that added that, to the first.
    pub fn lineage(&self, device: DeviceId) -> Vec<DeviceId> {
        // Ends, since a device is always added by one that was enrolled before it.
        std::iter::successors(Some(device), |device| self.devices.get(device).and_then(|device| device.added_by)).collect()
    }

    /// The spaces that a device may read and write.
    pub fn spaces_of(&self, device: DeviceId) -> Vec<SpaceId> {
        self.spaces.keys().copied().filter(|space| self.is_entitled(device, *space)).collect()
    }

    /// Whether a statement at `(device_seq, hash)` of a device is past the point up to which the office takes its records.
    pub fn is_past_revocation(&self, device: DeviceId, space: SpaceId, device_seq: u64, hash: Hash) -> bool {
        self.devices.get(&device).and_then(|device| device.revoked.as_ref()).is_some_and(|revocation| {
            revocation.last.get(&space).is_none_or(|(last, statement)| device_seq > *last || (device_seq == *last && hash != *statement))
        })
    }
}

impl LastAccepted {
    pub(super) fn pair(&self) -> (SpaceId, (u64, Hash)) {
        (self.space, (self.device_seq, self.statement))
    }
}
