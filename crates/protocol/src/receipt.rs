//! Receipts: the server's signed word that it holds records, and where in its order.

use praesto_crypto::{DeviceSigner, DeviceVerifier, Hash, SIGNATURE_BYTES, Signature, SignatureInvalid};

use crate::{LayoutError, Reader, SpaceId, Writer};

const VERSION: u8 = 1;
const CONTEXT: &str = "praesto/receipt/v1";

/// The server's word about the records of one request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    pub space: SpaceId,
    /// Milliseconds since the Unix epoch, on the server's clock.
    pub received_at: i64,
    /// Statement hash and place in the server's order of each record, in the order of the request.
    pub records: Vec<(Hash, u64)>,
    signature: Signature,
}

impl Receipt {
    /// Makes and signs a receipt with the server's key.
    pub fn make(space: SpaceId, received_at: i64, records: Vec<(Hash, u64)>, signer: &DeviceSigner) -> Self {
        let signature = signer.sign(CONTEXT, &body(space, received_at, &records));
        Self { space, received_at, records, signature }
    }

    /// Checks the signature against the server key that the register names.
    pub fn verify(&self, key: &DeviceVerifier) -> Result<(), SignatureInvalid> {
        key.verify(CONTEXT, &body(self.space, self.received_at, &self.records), &self.signature)
    }

    /// The signed bytes and the signature.
    pub fn encode(&self) -> Vec<u8> {
        [&body(self.space, self.received_at, &self.records)[..], &self.signature].concat()
    }

    /// Reads a receipt. The signature is not checked yet.
    pub fn decode(signed: &[u8]) -> Result<Self, LayoutError> {
        let (bytes, signature) = signed.split_last_chunk::<SIGNATURE_BYTES>().ok_or(LayoutError::TooShort)?;
        let mut r = Reader::new(bytes);
        r.version(VERSION)?;
        let space = SpaceId::from_bytes(r.array()?);
        let received_at = r.u64()? as i64;
        let records = (0..r.u32()?).map(|_| Ok((r.hash()?, r.u64()?))).collect::<Result<_, _>>()?;
        r.finish()?;
        Ok(Self { space, received_at, records, signature: *signature })
    }
}

fn body(space: SpaceId, received_at: i64, records: &[(Hash, u64)]) -> Vec<u8> {
    let mut w = Writer::version(VERSION);
    w.fixed(space.as_bytes()).u64(received_at as u64).u32(records.len() as u32);
    for (hash, seq) in records {
        w.fixed(&hash.0).u64(*seq);
    }
    w.finish()
}
