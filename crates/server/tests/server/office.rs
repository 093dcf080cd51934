//! An office for tests: real keys, real register entries, real seals.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};

use praesto_crypto::{AgeIdentity, DeviceSigner, Hash, OsEntropy};
use praesto_protocol::api::{Bytes, EnvelopeUpload, EpochUpload, JoinRequest, RegisterAppend, encode_records};
use praesto_protocol::register::{Body, Entry, JoiningKeys, LastAccepted, Register, SignedEntry};
use praesto_protocol::{
    Content, Covers, DeviceId, DocumentId, EpochKeys, InvitationId, InvitationSecret, Kind, OfficeId, OrderHash, PersonId, Record, Seal,
    SpaceId, SpaceSeen, Statement,
};
use praesto_server::Session;

pub(crate) const NOW: i64 = 1_800_000_000_000;

/// Sixteen bytes that no other call gives in this process, and hardly any in another.
fn fresh() -> [u8; 16] {
    static COUNT: AtomicU64 = AtomicU64::new(0);
    let mut random = [0; 10];
    praesto_crypto::Entropy::fill(&mut OsEntropy, &mut random);
    *DocumentId::make(NOW + COUNT.fetch_add(1, Ordering::Relaxed) as i64, &random).as_bytes()
}

pub(crate) fn document() -> DocumentId {
    DocumentId::from_bytes(fresh())
}

/// A person's computer.
#[derive(Debug)]
pub(crate) struct Member {
    pub(crate) person: PersonId,
    pub(crate) device: DeviceId,
    pub(crate) signer: DeviceSigner,
    pub(crate) identity: AgeIdentity,
    /// Own chain per space.
    pub(crate) chains: BTreeMap<SpaceId, (u64, Hash)>,
}

impl Member {
    pub(crate) fn make() -> Self {
        Self {
            person: PersonId::from_bytes(fresh()),
            device: DeviceId::from_bytes(fresh()),
            signer: DeviceSigner::make(&mut OsEntropy),
            identity: AgeIdentity::make(),
            chains: BTreeMap::new(),
        }
    }

    pub(crate) fn keys(&self) -> JoiningKeys {
        JoiningKeys { device: self.device, signing: self.signer.verifier().to_bytes(), recipient: self.identity.recipient().to_string() }
    }
}

/// An invitation and its secret.
#[derive(Debug)]
pub(crate) struct Invited {
    pub(crate) invitation: InvitationId,
    pub(crate) secret: InvitationSecret,
}

impl Invited {
    pub(crate) fn request(&self, office: OfficeId, newcomer: &Member) -> JoinRequest {
        let keys = newcomer.keys();
        JoinRequest {
            office,
            invitation: self.invitation,
            device: newcomer.device,
            signing: Bytes(keys.signing.to_vec()),
            recipient: keys.recipient.clone(),
            mac: Bytes(self.secret.authenticate(&keys.encode()).0.to_vec()),
        }
    }
}

/// The office, as its administrator's computer holds it.
#[derive(Debug)]
pub(crate) struct Office {
    pub(crate) id: OfficeId,
    pub(crate) register: Register,
    pub(crate) entries: Vec<SignedEntry>,
    pub(crate) admin: Member,
    pub(crate) space: SpaceId,
    pub(crate) keys: EpochKeys,
}

impl Office {
    /// An office with one person and its first epoch, and the request that founds it.
    pub(crate) fn found() -> (Self, RegisterAppend) {
        let admin = Member::make();
        let id = OfficeId::from_bytes(fresh());
        let space = SpaceId::from_bytes(fresh());
        let body = Body::Found { person: admin.person, keys: admin.keys(), office_space: space };
        let entry = Entry { office: id, seq: 0, prev: Hash::default(), at: NOW, author: admin.device, body }.sign(&admin.signer);
        let register = Register::found(&entry).unwrap();
        let keys = EpochKeys::make(space, 1, &mut OsEntropy);
        let mut office = Self { id, register, entries: vec![entry.clone()], admin, space, keys };
        let (epoch, upload) = office.new_epoch();
        let request = office.append(&[entry, epoch], vec![upload]);
        (office, request)
    }

    pub(crate) fn append(&self, entries: &[SignedEntry], epochs: Vec<EpochUpload>) -> RegisterAppend {
        RegisterAppend { office: self.id, entries: entries.iter().map(|entry| Bytes(entry.encode())).collect(), epochs }
    }

    /// Makes the administrator's next entry and keeps it.
    pub(crate) fn entry(&mut self, body: Body) -> SignedEntry {
        let entry = self.draft(body);
        self.register.append(&entry).unwrap();
        self.entries.push(entry.clone());
        entry
    }

    /// Keeps an entry that was only drafted.
    pub(crate) fn entry_kept(&mut self, entry: SignedEntry) {
        self.register.append(&entry).unwrap();
        self.entries.push(entry);
    }

    /// Makes the administrator's next entry without keeping it.
    pub(crate) fn draft(&self, body: Body) -> SignedEntry {
        let (seq, prev) = (self.register.length(), self.register.head());
        Entry { office: self.id, seq, prev, at: NOW, author: self.admin.device, body }.sign(&self.admin.signer)
    }

    /// Makes the next epoch of the office space.
    pub(crate) fn new_epoch(&mut self) -> (SignedEntry, EpochUpload) {
        let number = self.register.current_epoch(self.space).map_or(1, |epoch| epoch.epoch + 1);
        let keys = EpochKeys::make(self.space, number, &mut OsEntropy);
        let entitled = self.register.entitled(self.space);
        let envelopes = entitled.iter().map(|(device, found)| {
            let envelope = keys.envelope(*device, &found.recipient).unwrap();
            EnvelopeUpload { device: envelope.device, sealed: Bytes(envelope.sealed) }
        });
        let upload = EpochUpload {
            space: self.space,
            epoch: number,
            link: Bytes(if number == 1 { Vec::new() } else { keys.link_to(&self.keys, &mut OsEntropy) }),
            envelopes: envelopes.collect(),
        };
        let body = Body::NewEpoch {
            space: self.space,
            epoch: number,
            recipients: self.register.due_recipients(self.space),
            commitment: keys.commitment(),
            attachments: keys.attachments.recipient().to_string(),
        };
        self.keys = keys;
        (self.entry(body), upload)
    }

    pub(crate) fn invite(&mut self, expires_at: i64) -> (Invited, SignedEntry) {
        let invited = Invited { invitation: InvitationId::from_bytes(fresh()), secret: InvitationSecret::make(&mut OsEntropy) };
        let body = Body::Invite {
            invitation: invited.invitation,
            person: PersonId::from_bytes(fresh()),
            secret_hash: invited.secret.hash(),
            expires_at,
            spaces: Vec::new(),
            sealed_secret: vec![1],
        };
        let entry = self.entry(body);
        (invited, entry)
    }

    pub(crate) fn redeem(&mut self, invited: &Invited, newcomer: &Member) -> SignedEntry {
        let keys = newcomer.keys();
        let mac = invited.secret.authenticate(&keys.encode());
        self.entry(Body::Redeem { invitation: invited.invitation, keys, mac, secret: invited.secret.clone() })
    }

    /// A further member with keys, and the request that makes it one.
    pub(crate) fn add_member(&mut self) -> (Member, RegisterAppend) {
        let member = Member::make();
        let (invited, invite) = self.invite(NOW + 1_000_000_000_000);
        let redeem = self.redeem(&invited, &member);
        let (epoch, upload) = self.new_epoch();
        let request = self.append(&[invite, redeem, epoch], vec![upload]);
        (member, request)
    }

    pub(crate) fn revoke(&mut self, device: DeviceId, last: Vec<LastAccepted>) -> SignedEntry {
        self.entry(Body::RevokeDevice { device, last })
    }

    /// The next record of a member in the office space; it moves the member's chain on.
    pub(crate) fn record(&self, member: &mut Member, change: Change) -> Record {
        let chain = member.chains.entry(self.space).or_default();
        let content = Content::make(change.payload, &mut OsEntropy);
        let statement = Statement {
            office: change.office.unwrap_or(self.id),
            space: self.space,
            document: change.document,
            kind: if change.covers.is_some() { Kind::Checkpoint } else { Kind::Change },
            device: member.device,
            device_seq: chain.0 + 1,
            prev: chain.1,
            register_length: self.register.length(),
            register_head: change.register_head.unwrap_or(self.register.head()),
            space_seen: change.seen.unwrap_or(SpaceSeen { seq: 0, order: OrderHash::empty(self.space) }),
            covers: change.covers.map(|seq| Covers { seq, heads: Vec::new() }),
            attachments: change.attachments,
            content: content.hash(),
        };
        let statement = statement.sign(change.signer.as_ref().unwrap_or(&member.signer));
        *chain = (chain.0 + 1, statement.hash());
        let seal = Seal::make(statement.hash(), change.epoch.unwrap_or(self.keys.epoch), &content, &self.keys.record, &mut OsEntropy);
        Record { statement, seal }
    }

    /// The administrator's next record.
    pub(crate) fn admin_record(&mut self, change: Change) -> Record {
        let mut admin = std::mem::replace(&mut self.admin, Member::make());
        let record = self.record(&mut admin, change);
        self.admin = admin;
        record
    }

    pub(crate) fn session(&self) -> Session {
        Session::new(self.id, self.admin.device)
    }

    pub(crate) fn session_of(&self, member: &Member) -> Session {
        Session::new(self.id, member.device)
    }
}

/// What a record says, and what is wrong with it.
#[derive(Debug)]
pub(crate) struct Change {
    pub(crate) document: DocumentId,
    pub(crate) payload: Vec<u8>,
    pub(crate) attachments: Vec<Hash>,
    pub(crate) covers: Option<u64>,
    pub(crate) seen: Option<SpaceSeen>,
    pub(crate) epoch: Option<u32>,
    pub(crate) office: Option<OfficeId>,
    pub(crate) register_head: Option<Hash>,
    pub(crate) signer: Option<DeviceSigner>,
}

impl Change {
    pub(crate) fn to(document: DocumentId) -> Self {
        Self {
            document,
            payload: b"a change".to_vec(),
            attachments: Vec::new(),
            covers: None,
            seen: None,
            epoch: None,
            office: None,
            register_head: None,
            signer: None,
        }
    }
}

pub(crate) fn body<'a>(records: impl IntoIterator<Item = &'a Record>) -> Vec<u8> {
    let encoded: Vec<Vec<u8>> = records.into_iter().map(Record::encode).collect();
    encode_records(encoded.iter().map(Vec::as_slice))
}
