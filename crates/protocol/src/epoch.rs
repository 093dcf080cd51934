//! Epochs: one generation of a space's keys, how each device gets them, and how they lead back to the generation before.

use praesto_crypto::{AgeError, AgeIdentity, AgeRecipient, Entropy, Hash, NONCE_BYTES, OpenError, RecordKey, Secret32};

use crate::{DeviceId, LayoutError, Reader, SpaceId, Writer};

const VERSION: u8 = 1;
const COMMITMENT: &[u8] = b"praesto/epoch-commitment/v1";
const LINK: &[u8] = b"praesto/epoch-link/v1";
const RECIPIENTS: &[u8] = b"praesto/epoch-recipients/v1";

/// The keys of one epoch: one for records, one for attachments.
#[derive(Debug)]
pub struct EpochKeys {
    pub space: SpaceId,
    pub epoch: u32,
    pub record: RecordKey,
    pub attachments: AgeIdentity,
}

/// One device's envelope: the keys, sealed with age.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Envelope {
    pub device: DeviceId,
    pub sealed: Vec<u8>,
}

/// Why keys could not be had from an envelope or a link.
#[derive(Debug, thiserror::Error)]
pub enum EpochKeysError {
    /// Not for this device, or damaged.
    #[error(transparent)]
    Age(#[from] AgeError),
    /// The link was not made under these keys.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// The bytes inside do not follow the layout.
    #[error(transparent)]
    Layout(#[from] LayoutError),
}

impl EpochKeys {
    /// Draws fresh keys.
    pub fn make(space: SpaceId, epoch: u32, entropy: &mut impl Entropy) -> Self {
        Self { space, epoch, record: RecordKey::new(Secret32::make(entropy)), attachments: AgeIdentity::make() }
    }

    /// What the register holds of the record key: enough to recognise it, nothing to find it.
    pub fn commitment(&self) -> Hash {
        Hash::of_parts(&[
            COMMITMENT,
            self.space.as_bytes(),
            &self.epoch.to_be_bytes(),
            self.record.secret().derive(COMMITMENT).expose(), // A one-way image of the key, made to be published as a hash.
        ])
    }

    /// Seals the keys to one device.
    pub fn envelope(&self, device: DeviceId, recipient: &AgeRecipient) -> Result<Envelope, AgeError> {
        Ok(Envelope { device, sealed: recipient.seal(&self.encode())? })
    }

    /// Opens a device's own envelope.
    pub fn from_envelope(sealed: &[u8], identity: &AgeIdentity) -> Result<Self, EpochKeysError> {
        Self::decode(&zeroize_on_drop(identity.open(sealed)?))
    }

    /// Seals the keys of the epoch before under these, so that whoever holds these reads all history.
    pub fn link_to(&self, previous: &Self, entropy: &mut impl Entropy) -> Vec<u8> {
        let mut nonce = [0; NONCE_BYTES];
        entropy.fill(&mut nonce);
        let sealed = self.link_key().seal(&nonce, &self.link_place(), &previous.encode());
        [&nonce[..], &sealed].concat()
    }

    /// Opens what [`EpochKeys::link_to`] made: the keys of the epoch before.
    pub fn previous(&self, link: &[u8]) -> Result<Self, EpochKeysError> {
        let (nonce, sealed) = link.split_first_chunk::<NONCE_BYTES>().ok_or(LayoutError::TooShort)?;
        Self::decode(&zeroize_on_drop(self.link_key().open(nonce, &self.link_place(), sealed)?))
    }

    /// The secret layout, for envelopes, links and the vault that keeps it sealed.
    pub fn encode(&self) -> zeroize::Zeroizing<Vec<u8>> {
        let mut w = Writer::version(VERSION);
        w.fixed(self.space.as_bytes()).u32(self.epoch);
        w.fixed(self.record.secret().expose()); // Inside a layout that is only ever sealed.
        w.bytes(&self.attachments.expose_text());
        zeroize_on_drop(w.finish())
    }

    /// Reads [`EpochKeys::encode`].
    pub fn decode(bytes: &[u8]) -> Result<Self, EpochKeysError> {
        let mut r = Reader::new(bytes);
        r.version(VERSION)?;
        let space = SpaceId::from_bytes(r.array()?);
        let epoch = r.u32()?;
        let record = RecordKey::new(Secret32::take(&mut r.array()?));
        let attachments = AgeIdentity::parse(r.text()?)?;
        r.finish()?;
        Ok(Self { space, epoch, record, attachments })
    }

    fn link_key(&self) -> RecordKey {
        RecordKey::new(self.record.secret().derive(LINK))
    }

    fn link_place(&self) -> Vec<u8> {
        [LINK, self.space.as_bytes(), &self.epoch.to_be_bytes()].concat()
    }
}

fn zeroize_on_drop(bytes: Vec<u8>) -> zeroize::Zeroizing<Vec<u8>> {
    zeroize::Zeroizing::new(bytes)
}

/// Hash of the devices that an epoch is sealed to, in the order of their ids.
pub fn recipients_hash<'a>(devices: impl IntoIterator<Item = (DeviceId, &'a str)>) -> Hash {
    let mut devices: Vec<_> = devices.into_iter().collect();
    devices.sort_unstable();
    let mut w = Writer::default();
    w.fixed(RECIPIENTS);
    for (device, recipient) in devices {
        w.fixed(device.as_bytes()).bytes(recipient.as_bytes());
    }
    Hash::of(&w.finish())
}
