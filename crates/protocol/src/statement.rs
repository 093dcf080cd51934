//! Statements: what a device says it did, signed once and never changed.

use praesto_crypto::{DeviceSigner, DeviceVerifier, Hash, SIGNATURE_BYTES, Signature, SignatureInvalid};

use crate::{DeviceId, DocumentId, LayoutError, OfficeId, OrderHash, Reader, SpaceId, SpaceSeen, Writer};

const VERSION: u8 = 1;
const CONTEXT: &str = "praesto/statement/v1";

/// What a record holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// The changes of one save.
    Change,
    /// A whole document as its author had it.
    Checkpoint,
    /// The document is removed as far as its author had seen it.
    Tombstone,
}

/// What a checkpoint stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Covers {
    /// Number of records of the space, in server order, that went into it.
    pub seq: u64,
    /// Heads of the document.
    pub heads: Vec<Hash>,
}

/// A statement before its signature. `docs/layouts.md` has its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    pub office: OfficeId,
    pub space: SpaceId,
    pub document: DocumentId,
    pub kind: Kind,
    pub device: DeviceId,
    /// Place in this device's chain of this space, from 1.
    pub device_seq: u64,
    /// Hash of this device's previous statement in this space; zeros for the first.
    pub prev: Hash,
    /// Number of register entries that the author had.
    pub register_length: u64,
    /// Hash of the last of them.
    pub register_head: Hash,
    pub space_seen: SpaceSeen,
    /// Present exactly for checkpoints.
    pub covers: Option<Covers>,
    /// Hashes of the sealed attachments that the payload names.
    pub attachments: Vec<Hash>,
    /// SHA-256 of salt and payload.
    pub content: Hash,
}

impl Statement {
    /// The bytes that are signed.
    pub fn encode(&self) -> Vec<u8> {
        let mut w = Writer::version(VERSION);
        w.fixed(self.office.as_bytes()).fixed(self.space.as_bytes()).fixed(self.document.as_bytes());
        w.u8(match self.kind {
            Kind::Change => 1,
            Kind::Checkpoint => 2,
            Kind::Tombstone => 3,
        });
        w.fixed(self.device.as_bytes()).u64(self.device_seq).fixed(&self.prev.0);
        w.u64(self.register_length).fixed(&self.register_head.0);
        w.u64(self.space_seen.seq).fixed(&self.space_seen.order.0.0);
        if let Some(covers) = &self.covers {
            w.u64(covers.seq).hashes(&covers.heads);
        }
        w.hashes(&self.attachments).fixed(&self.content.0);
        w.finish()
    }

    fn decode(bytes: &[u8]) -> Result<Self, LayoutError> {
        let mut r = Reader::new(bytes);
        r.version(VERSION)?;
        let office = OfficeId::from_bytes(r.array()?);
        let space = SpaceId::from_bytes(r.array()?);
        let document = DocumentId::from_bytes(r.array()?);
        let kind = match r.u8()? {
            1 => Kind::Change,
            2 => Kind::Checkpoint,
            3 => Kind::Tombstone,
            _ => return Err(LayoutError::Value),
        };
        let statement = Self {
            office,
            space,
            document,
            kind,
            device: DeviceId::from_bytes(r.array()?),
            device_seq: r.u64()?,
            prev: r.hash()?,
            register_length: r.u64()?,
            register_head: r.hash()?,
            space_seen: SpaceSeen { seq: r.u64()?, order: OrderHash(r.hash()?) },
            covers: if kind == Kind::Checkpoint { Some(Covers { seq: r.u64()?, heads: r.hashes()? }) } else { None },
            attachments: r.hashes()?,
            content: r.hash()?,
        };
        r.finish()?;
        if statement.device_seq == 0 || (statement.device_seq == 1) != (statement.prev == Hash::default()) {
            return Err(LayoutError::Value);
        }
        Ok(statement)
    }

    /// Signs the statement.
    pub fn sign(self, signer: &DeviceSigner) -> SignedStatement {
        let bytes = self.encode();
        let signature = signer.sign(CONTEXT, &bytes);
        SignedStatement { hash: Hash::of_parts(&[&bytes, &signature]), statement: self, bytes, signature }
    }
}

/// A statement with its signature, and the exact bytes that were signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedStatement {
    statement: Statement,
    bytes: Vec<u8>,
    signature: Signature,
    hash: Hash,
}

impl SignedStatement {
    /// Reads `statement ‖ signature`. The signature is not checked yet.
    pub fn decode(signed: &[u8]) -> Result<Self, LayoutError> {
        let (bytes, signature) = signed.split_last_chunk::<SIGNATURE_BYTES>().ok_or(LayoutError::TooShort)?;
        let statement = Statement::decode(bytes)?;
        Ok(Self { statement, bytes: bytes.to_vec(), signature: *signature, hash: Hash::of(signed) })
    }

    /// `statement ‖ signature`.
    pub fn encode(&self) -> Vec<u8> {
        [&self.bytes[..], &self.signature].concat()
    }

    /// What is said.
    pub fn statement(&self) -> &Statement {
        &self.statement
    }

    /// SHA-256 of `statement ‖ signature`: the name of the record everywhere.
    pub fn hash(&self) -> Hash {
        self.hash
    }

    /// Checks the signature.
    pub fn verify(&self, key: &DeviceVerifier) -> Result<(), SignatureInvalid> {
        key.verify(CONTEXT, &self.bytes, &self.signature)
    }
}
