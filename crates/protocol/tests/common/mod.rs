//! Computers with fixed keys, an office that they found, and randomness that comes out the same each time.
#![allow(dead_code, clippy::unwrap_used)]

use praesto_crypto::{AgeIdentity, DeviceSigner, Entropy, Hash, Secret32};
use praesto_protocol::register::{Body, Entry, JoiningKeys, Refused, Register, Role, SignedEntry, SpaceKind};
use praesto_protocol::{DeviceId, DocumentId, InvitationId, InvitationSecret, OfficeId, PersonId, SpaceId};

pub(crate) const OFFICE: OfficeId = OfficeId(uuid::Uuid::from_u128(0x0197_0000_0000_7000_8000_0000_0000_00aa));
/// A moment in 2026, in milliseconds since the Unix epoch.
pub(crate) const NOW: i64 = 1_782_000_000_000;

const AGE: [&str; 4] = [
    "AGE-SECRET-KEY-1YEZ5ZA9VRAGZPEVVACF77P099HPVX4JTZ0CSPWC03QA325K9DQ2SERVGDQ",
    "AGE-SECRET-KEY-1MK63Q7DQW2PSM34S4W6KHUMRPKZPAWF9T9XJ0XLSNFNXK06M9WXSZP32NY",
    "AGE-SECRET-KEY-1SWR638YR6TP6DG36J3XZEP8C06E2DQ97TF63H0F0PKAHWSQL7GRSH9U3SV",
    "AGE-SECRET-KEY-1CWS5R87T7LQ9TDHFDTWE5TU7UWG4JKTCSXLTETPTJH4SW040TF4SZMW72K",
];

/// Bytes that look random and are the same in every run: SHA-256 over a seed and a counter.
pub(crate) struct Seeded {
    seed: &'static str,
    count: u64,
}

impl Seeded {
    pub(crate) fn new(seed: &'static str) -> Self {
        Self { seed, count: 0 }
    }
}

impl Entropy for Seeded {
    fn fill(&mut self, bytes: &mut [u8]) {
        for piece in bytes.chunks_mut(32) {
            let digest = Hash::of_parts(&[b"praesto/test/", self.seed.as_bytes(), &self.count.to_be_bytes()]);
            piece.copy_from_slice(&digest.0[..piece.len()]);
            self.count += 1;
        }
    }
}

fn uuid(kind: u8, n: u8) -> [u8; 16] {
    [1, 0x97, 0, 0, 0, kind, 0x70, 0, 0x80, 0, 0, 0, 0, 0, 0, n]
}

pub(crate) fn person(n: u8) -> PersonId {
    PersonId::from_bytes(uuid(1, n))
}

pub(crate) fn device(n: u8) -> DeviceId {
    DeviceId::from_bytes(uuid(2, n))
}

pub(crate) fn space(n: u8) -> SpaceId {
    SpaceId::from_bytes(uuid(3, n))
}

pub(crate) fn document(n: u8) -> DocumentId {
    DocumentId::from_bytes(uuid(4, n))
}

pub(crate) fn invitation(n: u8) -> InvitationId {
    InvitationId::from_bytes(uuid(5, n))
}

pub(crate) fn secret(n: u8) -> InvitationSecret {
    InvitationSecret::from_bytes([n; 16])
}

/// A computer with fixed keys.
pub(crate) struct Computer {
    pub(crate) device: DeviceId,
    pub(crate) signer: DeviceSigner,
    pub(crate) age: AgeIdentity,
}

impl Computer {
    pub(crate) fn new(n: u8) -> Self {
        let signer = DeviceSigner::from_secret(&Secret32::take(&mut [0x40 + n; 32]));
        Self { device: device(n), signer, age: AgeIdentity::parse(AGE[usize::from(n) % AGE.len()]).unwrap() }
    }

    pub(crate) fn keys(&self) -> JoiningKeys {
        JoiningKeys { device: self.device, signing: self.signer.verifier().to_bytes(), recipient: self.age.recipient().to_string() }
    }
}

/// The founding entry of person 0 on computer 0; the office's own space is space 0.
pub(crate) fn founding(ana: &Computer) -> SignedEntry {
    let body = Body::Found { person: person(0), keys: ana.keys(), office_space: space(0) };
    Entry { office: OFFICE, seq: 0, prev: Hash::default(), at: NOW, author: ana.device, body }.sign(&ana.signer)
}

/// An office under test.
pub(crate) struct Town {
    pub(crate) register: Register,
    /// The founder's computer.
    pub(crate) ana: Computer,
}

impl Town {
    /// An office that was founded a moment ago.
    pub(crate) fn founded() -> Self {
        let ana = Computer::new(0);
        Self { register: Register::found(&founding(&ana)).unwrap(), ana }
    }

    /// An office with a team space (space 1) that has its first keys.
    pub(crate) fn with_team() -> Self {
        let mut town = Self::founded();
        town.ok(Body::CreateSpace { space: space(1), kind: SpaceKind::Team });
        town.ok(town.epoch(space(1)));
        town
    }

    /// The same, with person `n` on computer `n`, a member of the team.
    pub(crate) fn with_colleague(n: u8) -> (Self, Computer) {
        let mut town = Self::with_team();
        let colleague = town.join(n);
        (town, colleague)
    }

    /// The next entry, as `author` would sign it.
    pub(crate) fn entry(&self, author: &Computer, body: Body) -> SignedEntry {
        let (seq, prev) = (self.register.length(), self.register.head());
        Entry { office: OFFICE, seq, prev, at: NOW, author: author.device, body }.sign(&author.signer)
    }

    /// What the rules say to an entry of `author`; a refused one must change nothing.
    pub(crate) fn says(&mut self, author: &Computer, body: Body) -> Result<(), Refused> {
        let entry = self.entry(author, body);
        self.append(&entry)
    }

    pub(crate) fn append(&mut self, entry: &SignedEntry) -> Result<(), Refused> {
        let before = self.register.clone();
        let said = self.register.append(entry);
        if said.is_err() {
            assert_eq!(self.register, before, "a refused entry changes nothing");
        }
        said
    }

    /// Appends an entry of the founder that must be taken.
    pub(crate) fn ok(&mut self, body: Body) {
        let entry = self.entry(&self.ana, body);
        self.append(&entry).unwrap();
    }

    /// What the rules say to an entry of the founder.
    pub(crate) fn founder_says(&mut self, body: Body) -> Result<(), Refused> {
        let entry = self.entry(&self.ana, body);
        self.append(&entry)
    }

    /// The epoch that is next for a space, for exactly the devices that are due.
    pub(crate) fn epoch(&self, space: SpaceId) -> Body {
        Body::NewEpoch {
            space,
            epoch: self.register.current_epoch(space).map_or(1, |epoch| epoch.epoch + 1),
            recipients: self.register.due_recipients(space),
            commitment: Hash([7; 32]),
            attachments: self.ana.age.recipient().to_string(),
        }
    }

    pub(crate) fn invite(n: u8) -> Body {
        Body::Invite {
            invitation: invitation(n),
            person: person(n),
            secret_hash: secret(n).hash(),
            expires_at: NOW + 1000,
            spaces: vec![space(1)],
            sealed_secret: vec![1, 2, 3],
        }
    }

    /// An invitation into the office's own space only.
    pub(crate) fn invite_nowhere(n: u8) -> Body {
        let Body::Invite { invitation, person, secret_hash, expires_at, sealed_secret, .. } = Self::invite(n) else { unreachable!() };
        Body::Invite { invitation, person, secret_hash, expires_at, sealed_secret, spaces: Vec::new() }
    }

    pub(crate) fn redeem(n: u8, newcomer: &Computer) -> Body {
        let keys = newcomer.keys();
        let mac = secret(n).authenticate(&keys.encode());
        Body::Redeem { invitation: invitation(n), keys, mac, secret: secret(n) }
    }

    /// Invites person `n` into the team and lets computer `n` in.
    pub(crate) fn join(&mut self, n: u8) -> Computer {
        let newcomer = Computer::new(n);
        self.ok(Self::invite(n));
        self.ok(Self::redeem(n, &newcomer));
        newcomer
    }

    pub(crate) fn make_administrator(&mut self, n: u8) {
        self.ok(Body::GrantRole { person: person(n), role: Role::Administrator, space: None });
    }
}
