//! Entries of the register and their bytes.

use praesto_crypto::{DeviceSigner, DeviceVerifier, Hash, SIGNATURE_BYTES, Signature, SignatureInvalid};
use serde::{Deserialize, Serialize};

use crate::{DeviceId, InvitationId, InvitationSecret, LayoutError, OfficeId, PersonId, Reader, SpaceId, Writer};

const VERSION: u8 = 1;
const CONTEXT: &str = "praesto/register/v1";

/// What a person may do, in the whole office or in one space.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    Administrator,
    Manager,
    UnionRepresentative,
    RecordsOfficer,
    Member,
}

/// What a space is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SpaceKind {
    /// The office's sealed directory of names.
    Office,
    Team,
    Personal,
    /// One case, shared between teams.
    Case,
}

/// The keys that a newcomer's computer made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JoiningKeys {
    pub device: DeviceId,
    pub signing: [u8; 32],
    /// age recipient, `age1…`.
    pub recipient: String,
}

impl JoiningKeys {
    /// The bytes that an invitation's secret authenticates.
    pub fn encode(&self) -> Vec<u8> {
        let mut w = Writer::default();
        self.write(&mut w);
        w.finish()
    }

    fn write(&self, w: &mut Writer) {
        w.fixed(self.device.as_bytes()).fixed(&self.signing).bytes(self.recipient.as_bytes());
    }

    fn read(r: &mut Reader<'_>) -> Result<Self, LayoutError> {
        Ok(Self { device: DeviceId::from_bytes(r.array()?), signing: r.array()?, recipient: r.text()?.to_owned() })
    }
}

/// Up to where the office takes a revoked device's records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LastAccepted {
    pub space: SpaceId,
    /// Place in the device's chain of that space; 0 takes nothing.
    pub device_seq: u64,
    /// Hash of that statement; zeros where `device_seq` is 0.
    pub statement: Hash,
}

/// Rules that the office sets for its devices.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Policy {
    /// Days without contact until a vault stays shut.
    pub lease_days: u16,
    /// Longest extension of it, in days.
    pub longest_lease_days: u16,
    /// Whether a passphrase is required.
    pub passphrase_required: bool,
}

/// What an entry does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Body {
    /// Founds the office: first person, first device, first administrator, the office's own space.
    Found {
        person: PersonId,
        keys: JoiningKeys,
        office_space: SpaceId,
    },
    /// Names the server's receipt key and where it is.
    Server {
        receipt_key: [u8; 32],
        address: String,
        certificate: Option<Hash>,
    },
    CreateSpace {
        space: SpaceId,
        kind: SpaceKind,
    },
    GrantRole {
        person: PersonId,
        role: Role,
        space: Option<SpaceId>,
    },
    WithdrawRole {
        person: PersonId,
        role: Role,
        space: Option<SpaceId>,
    },
    /// Invites a new person into `spaces`. The secret itself is sealed to the administrators' devices in `sealed_secret` (age).
    Invite {
        invitation: InvitationId,
        person: PersonId,
        secret_hash: Hash,
        expires_at: i64,
        spaces: Vec<SpaceId>,
        sealed_secret: Vec<u8>,
    },
    /// Lets a newcomer in. The secret is used up by being shown.
    Redeem {
        invitation: InvitationId,
        keys: JoiningKeys,
        mac: Hash,
        secret: InvitationSecret,
    },
    AddDevice {
        person: PersonId,
        keys: JoiningKeys,
    },
    RevokeDevice {
        device: DeviceId,
        last: Vec<LastAccepted>,
    },
    /// New keys of a space, for exactly the devices that the register entitles at this point.
    NewEpoch {
        space: SpaceId,
        epoch: u32,
        recipients: Hash,
        commitment: Hash,
        attachments: String,
    },
    /// Says that the keys of a space's newest good epoch are no good, so that new ones are due. There is a good one before it.
    EpochDue {
        space: SpaceId,
        epoch: u32,
    },
    SetPolicy {
        policy: Policy,
    },
    Withdraw {
        person: PersonId,
        last: Vec<(DeviceId, LastAccepted)>,
    },
}

/// An entry before its signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub office: OfficeId,
    /// Place in the register, from 0.
    pub seq: u64,
    /// Hash of the entry before; zeros for the founding entry.
    pub prev: Hash,
    /// Milliseconds since the Unix epoch on the author's clock; information only.
    pub at: i64,
    pub author: DeviceId,
    pub body: Body,
}

/// A signed entry, and the exact bytes that were signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedEntry {
    entry: Entry,
    bytes: Vec<u8>,
    signature: Signature,
    hash: Hash,
}

impl Entry {
    /// The bytes that are signed.
    pub fn encode(&self) -> Vec<u8> {
        let mut body = Writer::default();
        let kind = write_body(&self.body, &mut body);
        let mut w = Writer::version(VERSION);
        w.fixed(self.office.as_bytes()).u64(self.seq).fixed(&self.prev.0).u64(self.at as u64);
        w.fixed(self.author.as_bytes()).u8(kind).bytes(&body.finish());
        w.finish()
    }

    /// Signs the entry.
    pub fn sign(self, signer: &DeviceSigner) -> SignedEntry {
        let bytes = self.encode();
        let signature = signer.sign(CONTEXT, &bytes);
        SignedEntry { hash: Hash::of_parts(&[&bytes, &signature]), entry: self, bytes, signature }
    }
}

impl SignedEntry {
    /// Reads `entry ‖ signature`. An unknown kind is [`LayoutError::Version`]: only a newer program understands it.
    pub fn decode(signed: &[u8]) -> Result<Self, LayoutError> {
        let (bytes, signature) = signed.split_last_chunk::<SIGNATURE_BYTES>().ok_or(LayoutError::TooShort)?;
        let mut r = Reader::new(bytes);
        r.version(VERSION)?;
        let office = OfficeId::from_bytes(r.array()?);
        let seq = r.u64()?;
        let prev = r.hash()?;
        let at = r.u64()? as i64;
        let author = DeviceId::from_bytes(r.array()?);
        let kind = r.u8()?;
        let mut body = Reader::new(r.bytes()?);
        r.finish()?;
        let entry = Entry { office, seq, prev, at, author, body: read_body(kind, &mut body)? };
        body.finish()?;
        Ok(Self { entry, bytes: bytes.to_vec(), signature: *signature, hash: Hash::of(signed) })
    }

    /// `entry ‖ signature`.
    pub fn encode(&self) -> Vec<u8> {
        [&self.bytes[..], &self.signature].concat()
    }

    /// What the entry says.
    pub fn entry(&self) -> &Entry {
        &self.entry
    }

    /// SHA-256 of `entry ‖ signature`.
    pub fn hash(&self) -> Hash {
        self.hash
    }

    /// Checks the signature.
    pub fn verify(&self, key: &DeviceVerifier) -> Result<(), SignatureInvalid> {
        key.verify(CONTEXT, &self.bytes, &self.signature)
    }
}

fn role_code(role: Role) -> u8 {
    match role {
        Role::Administrator => 1,
        Role::Manager => 2,
        Role::UnionRepresentative => 3,
        Role::RecordsOfficer => 4,
        Role::Member => 5,
    }
}

fn read_role(r: &mut Reader<'_>) -> Result<Role, LayoutError> {
    Ok(match r.u8()? {
        1 => Role::Administrator,
        2 => Role::Manager,
        3 => Role::UnionRepresentative,
        4 => Role::RecordsOfficer,
        5 => Role::Member,
        _ => return Err(LayoutError::Value),
    })
}

fn write_space(w: &mut Writer, space: Option<SpaceId>) {
    match space {
        Some(space) => w.u8(1).fixed(space.as_bytes()),
        None => w.u8(0),
    };
}

fn read_space(r: &mut Reader<'_>) -> Result<Option<SpaceId>, LayoutError> {
    match r.u8()? {
        0 => Ok(None),
        1 => Ok(Some(SpaceId::from_bytes(r.array()?))),
        _ => Err(LayoutError::Value),
    }
}

fn write_last(w: &mut Writer, last: &LastAccepted) {
    w.fixed(last.space.as_bytes()).u64(last.device_seq).fixed(&last.statement.0);
}

fn read_last(r: &mut Reader<'_>) -> Result<LastAccepted, LayoutError> {
    Ok(LastAccepted { space: SpaceId::from_bytes(r.array()?), device_seq: r.u64()?, statement: r.hash()? })
}

fn write_body(body: &Body, w: &mut Writer) -> u8 {
    match body {
        Body::Found { person, keys, office_space } => {
            w.fixed(person.as_bytes());
            keys.write(w);
            w.fixed(office_space.as_bytes());
            1
        }
        Body::Server { receipt_key, address, certificate } => {
            w.fixed(receipt_key).bytes(address.as_bytes()).hashes(certificate.as_slice());
            2
        }
        Body::CreateSpace { space, kind } => {
            w.fixed(space.as_bytes()).u8(match kind {
                SpaceKind::Office => 1,
                SpaceKind::Team => 2,
                SpaceKind::Personal => 3,
                SpaceKind::Case => 4,
            });
            3
        }
        Body::GrantRole { person, role, space } | Body::WithdrawRole { person, role, space } => {
            w.fixed(person.as_bytes()).u8(role_code(*role));
            write_space(w, *space);
            if matches!(body, Body::GrantRole { .. }) { 4 } else { 5 }
        }
        Body::Invite { invitation, person, secret_hash, expires_at, spaces, sealed_secret } => {
            w.fixed(invitation.as_bytes()).fixed(person.as_bytes()).fixed(&secret_hash.0).u64(*expires_at as u64).u16(spaces.len() as u16);
            spaces.iter().for_each(|space| {
                w.fixed(space.as_bytes());
            });
            w.bytes(sealed_secret);
            6
        }
        Body::Redeem { invitation, keys, mac, secret } => {
            w.fixed(invitation.as_bytes());
            keys.write(w);
            w.fixed(&mac.0).fixed(secret.expose());
            7
        }
        Body::AddDevice { person, keys } => {
            w.fixed(person.as_bytes());
            keys.write(w);
            8
        }
        Body::RevokeDevice { device, last } => {
            w.fixed(device.as_bytes()).u16(last.len() as u16);
            last.iter().for_each(|last| write_last(w, last));
            9
        }
        Body::NewEpoch { space, epoch, recipients, commitment, attachments } => {
            w.fixed(space.as_bytes()).u32(*epoch).fixed(&recipients.0).fixed(&commitment.0).bytes(attachments.as_bytes());
            10
        }
        Body::SetPolicy { policy } => {
            w.u16(policy.lease_days).u16(policy.longest_lease_days).u8(policy.passphrase_required.into());
            11
        }
        Body::Withdraw { person, last } => {
            w.fixed(person.as_bytes()).u16(last.len() as u16);
            last.iter().for_each(|(device, last)| {
                w.fixed(device.as_bytes());
                write_last(w, last);
            });
            12
        }
        Body::EpochDue { space, epoch } => {
            w.fixed(space.as_bytes()).u32(*epoch);
            13
        }
    }
}

fn read_body(kind: u8, r: &mut Reader<'_>) -> Result<Body, LayoutError> {
    Ok(match kind {
        1 => Body::Found {
            person: PersonId::from_bytes(r.array()?),
            keys: JoiningKeys::read(r)?,
            office_space: SpaceId::from_bytes(r.array()?),
        },
        2 => Body::Server { receipt_key: r.array()?, address: r.text()?.to_owned(), certificate: r.hash_if_any()? },
        3 => Body::CreateSpace {
            space: SpaceId::from_bytes(r.array()?),
            kind: match r.u8()? {
                1 => SpaceKind::Office,
                2 => SpaceKind::Team,
                3 => SpaceKind::Personal,
                4 => SpaceKind::Case,
                _ => return Err(LayoutError::Value),
            },
        },
        4 => Body::GrantRole { person: PersonId::from_bytes(r.array()?), role: read_role(r)?, space: read_space(r)? },
        5 => Body::WithdrawRole { person: PersonId::from_bytes(r.array()?), role: read_role(r)?, space: read_space(r)? },
        6 => Body::Invite {
            invitation: InvitationId::from_bytes(r.array()?),
            person: PersonId::from_bytes(r.array()?),
            secret_hash: r.hash()?,
            expires_at: r.u64()? as i64,
            spaces: (0..r.u16()?).map(|_| Ok(SpaceId::from_bytes(r.array()?))).collect::<Result<_, LayoutError>>()?,
            sealed_secret: r.bytes()?.to_vec(),
        },
        7 => Body::Redeem {
            invitation: InvitationId::from_bytes(r.array()?),
            keys: JoiningKeys::read(r)?,
            mac: r.hash()?,
            secret: InvitationSecret::from_bytes(r.array()?),
        },
        8 => Body::AddDevice { person: PersonId::from_bytes(r.array()?), keys: JoiningKeys::read(r)? },
        9 => Body::RevokeDevice {
            device: DeviceId::from_bytes(r.array()?),
            last: (0..r.u16()?).map(|_| read_last(r)).collect::<Result<_, _>>()?,
        },
        10 => Body::NewEpoch {
            space: SpaceId::from_bytes(r.array()?),
            epoch: r.u32()?,
            recipients: r.hash()?,
            commitment: r.hash()?,
            attachments: r.text()?.to_owned(),
        },
        11 => Body::SetPolicy {
            policy: Policy {
                lease_days: r.u16()?,
                longest_lease_days: r.u16()?,
                passphrase_required: match r.u8()? {
                    0 => false,
                    1 => true,
                    _ => return Err(LayoutError::Value),
                },
            },
        },
        12 => Body::Withdraw {
            person: PersonId::from_bytes(r.array()?),
            last: (0..r.u16()?).map(|_| Ok((DeviceId::from_bytes(r.array()?), read_last(r)?))).collect::<Result<_, LayoutError>>()?,
        },
        13 => Body::EpochDue { space: SpaceId::from_bytes(r.array()?), epoch: r.u32()? },
        unknown => return Err(LayoutError::Version(unknown)),
    })
}
