//! age files (age-encryption.org/v1): attachments, envelopes of keys, exports. Any other age tool opens them with the right identity.

use std::io::{self, Read, Write};

use age::secrecy::{ExposeSecret, SecretString};
use age::{DecryptError, Decryptor, Encryptor};

use crate::age_input::{Checked, Unarmored, checked, refused, unarmored};

/// How hybrid identities and recipients begin.
const HYBRID: [&str; 2] = ["AGE-SECRET-KEY-PQ-", "age1pq"];

/// Why an age file could not be made or opened.
#[derive(Debug, thiserror::Error)]
pub enum AgeError {
    /// The text is not an age X25519 recipient or identity.
    #[error("not an age key")]
    NotAKey,
    /// An age key of the hybrid, post-quantum kind, which this version does not open or seal with.
    #[error("hybrid age keys are not supported")]
    HybridKey,
    /// The file is for somebody else.
    #[error("the age file is for another recipient")]
    NoMatchingKey,
    /// The file asks for more work than is reasonable.
    #[error("the age file asks for too much work")]
    TooMuchWork,
    /// The header is not one of age, or was tampered with.
    #[error("the age header is not valid")]
    Header,
    /// The text around an armored file is not an armor.
    #[error("the age armor is not valid")]
    Armor,
    /// A recipient list that age cannot serve.
    #[error("no recipient")]
    NoRecipient,
    /// Reading, writing, or a chunk that was tampered with.
    #[error("the age file cannot be read or written")]
    Io(#[from] io::Error),
}

impl From<DecryptError> for AgeError {
    fn from(error: DecryptError) -> Self {
        match error {
            DecryptError::NoMatchingKeys | DecryptError::DecryptionFailed | DecryptError::KeyDecryptionFailed => Self::NoMatchingKey,
            DecryptError::ExcessiveWork { .. } => Self::TooMuchWork,
            DecryptError::Io(error) => refused(error),
            _ => Self::Header,
        }
    }
}

/// A private age X25519 key.
pub struct AgeIdentity(age::x25519::Identity);

impl AgeIdentity {
    /// Makes a fresh identity from the operating system's randomness.
    pub fn make() -> Self {
        Self(age::x25519::Identity::generate())
    }

    /// Reads `AGE-SECRET-KEY-1…`.
    pub fn parse(text: &str) -> Result<Self, AgeError> {
        text.parse().map(Self).map_err(|_| not_a_key(text))
    }

    /// `AGE-SECRET-KEY-1…`, for the vault that keeps it and for envelopes of keys.
    pub fn to_secret_text(&self) -> SecretString {
        self.0.to_string()
    }

    /// The public half.
    pub fn recipient(&self) -> AgeRecipient {
        AgeRecipient(self.0.to_public())
    }

    /// Opens a small age file in memory.
    pub fn open(&self, sealed: &[u8]) -> Result<Vec<u8>, AgeError> {
        let mut out = Vec::new();
        self.reader(sealed)?.read_to_end(&mut out)?;
        Ok(out)
    }

    /// Opens an age file as a stream; a tampered chunk is an error of `read`.
    pub fn reader<R: Read>(&self, input: R) -> Result<AgeReader<R>, AgeError> {
        FileIdentity::X25519(self).reader(input)
    }
}

impl std::fmt::Debug for AgeIdentity {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("AgeIdentity")
    }
}

/// What can open an age file.
#[derive(Debug)]
pub enum FileIdentity<'a> {
    X25519(&'a AgeIdentity),
    /// A passphrase, with the highest accepted scrypt work factor (log2 N).
    Passphrase(&'a str, u8),
}

impl FileIdentity<'_> {
    /// Opens an age file as a stream.
    pub fn reader<R: Read>(&self, input: R) -> Result<AgeReader<R>, AgeError> {
        let decryptor = Decryptor::new_buffered(checked(input)?)?;
        let stream = match self {
            Self::X25519(identity) => decryptor.decrypt(std::iter::once(&identity.0 as &dyn age::Identity))?,
            Self::Passphrase(passphrase, max_work) => {
                let mut identity = age::scrypt::Identity::new(SecretString::from((*passphrase).to_owned()));
                identity.set_max_work_factor(*max_work);
                decryptor.decrypt(std::iter::once(&identity as &dyn age::Identity))?
            }
        };
        Ok(AgeReader(stream))
    }

    /// Opens an armored age file (text between `-----BEGIN AGE ENCRYPTED FILE-----` and its end) as a stream.
    pub fn armored_reader<R: Read>(&self, input: R) -> Result<AgeReader<Unarmored<R>>, AgeError> {
        self.reader(unarmored(input)?)
    }
}

fn not_a_key(text: &str) -> AgeError {
    if HYBRID.iter().any(|hybrid| text.starts_with(hybrid)) { AgeError::HybridKey } else { AgeError::NotAKey }
}

/// The content of an age file.
pub struct AgeReader<R: Read>(age::stream::StreamReader<Checked<R>>);

impl<R: Read> Read for AgeReader<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.0.read(buffer)
    }
}

impl<R: Read> std::fmt::Debug for AgeReader<R> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("AgeReader")
    }
}

/// A public age X25519 key.
#[derive(Clone)]
pub struct AgeRecipient(age::x25519::Recipient);

impl AgeRecipient {
    /// Reads `age1…`.
    pub fn parse(text: &str) -> Result<Self, AgeError> {
        text.parse().map(Self).map_err(|_| not_a_key(text))
    }

    /// Seals a small content in memory to several recipients.
    pub fn seal_to_all(recipients: &[Self], content: &[u8]) -> Result<Vec<u8>, AgeError> {
        let recipients = recipients.iter().map(|recipient| &recipient.0 as &dyn age::Recipient);
        let encryptor = Encryptor::with_recipients(recipients).map_err(|_| AgeError::NoRecipient)?;
        let mut writer = encryptor.wrap_output(Vec::new())?;
        writer.write_all(content)?;
        Ok(writer.finish()?)
    }

    /// Seals a small content in memory.
    pub fn seal(&self, content: &[u8]) -> Result<Vec<u8>, AgeError> {
        let mut writer = self.writer(Vec::with_capacity(content.len() + 256))?;
        writer.write_all(content)?;
        writer.finish()
    }

    /// Seals a stream to several recipients, each of whom opens it alone; [`AgeWriter::finish`] must be called.
    pub fn writer_to_all<W: Write>(recipients: &[Self], output: W) -> Result<AgeWriter<W>, AgeError> {
        let recipients = recipients.iter().map(|recipient| &recipient.0 as &dyn age::Recipient);
        let encryptor = Encryptor::with_recipients(recipients).map_err(|_| AgeError::NoRecipient)?;
        Ok(AgeWriter(encryptor.wrap_output(output)?))
    }

    /// Seals a stream; [`AgeWriter::finish`] must be called.
    pub fn writer<W: Write>(&self, output: W) -> Result<AgeWriter<W>, AgeError> {
        let encryptor = Encryptor::with_recipients(std::iter::once(&self.0 as &dyn age::Recipient)).map_err(|_| AgeError::NoRecipient)?;
        Ok(AgeWriter(encryptor.wrap_output(output)?))
    }
}

impl std::fmt::Display for AgeRecipient {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

impl std::fmt::Debug for AgeRecipient {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

impl PartialEq for AgeRecipient {
    fn eq(&self, other: &Self) -> bool {
        self.to_string() == other.to_string()
    }
}

impl Eq for AgeRecipient {}

/// Writes the content of an age file.
pub struct AgeWriter<W: Write>(age::stream::StreamWriter<W>);

impl<W: Write> AgeWriter<W> {
    /// Writes the last chunk; without it the file is truncated and will not open.
    pub fn finish(self) -> Result<W, AgeError> {
        Ok(self.0.finish()?)
    }
}

impl<W: Write> Write for AgeWriter<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

impl<W: Write> std::fmt::Debug for AgeWriter<W> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("AgeWriter")
    }
}

/// Seals 32 bytes to a passphrase with scrypt at 2^`work_factor`.
pub(crate) fn seal_with_passphrase(passphrase: &str, work_factor: u8, content: &[u8]) -> Result<Vec<u8>, AgeError> {
    let mut recipient = age::scrypt::Recipient::new(SecretString::from(passphrase.to_owned()));
    recipient.set_work_factor(work_factor);
    let encryptor = Encryptor::with_recipients(std::iter::once(&recipient as &dyn age::Recipient)).map_err(|_| AgeError::NoRecipient)?;
    let mut writer = encryptor.wrap_output(Vec::new())?;
    writer.write_all(content)?;
    Ok(writer.finish()?)
}

/// Seals a stream to a passphrase with scrypt at 2^`work_factor`.
pub(crate) fn passphrase_writer<W: Write>(passphrase: &str, work_factor: u8, output: W) -> Result<AgeWriter<W>, AgeError> {
    let mut recipient = age::scrypt::Recipient::new(SecretString::from(passphrase.to_owned()));
    recipient.set_work_factor(work_factor);
    let encryptor = Encryptor::with_recipients(std::iter::once(&recipient as &dyn age::Recipient)).map_err(|_| AgeError::NoRecipient)?;
    Ok(AgeWriter(encryptor.wrap_output(output)?))
}

/// Text of a secret identity for the one caller that stores it sealed.
impl AgeIdentity {
    /// Bytes of the secret text, to be kept inside an envelope or the vault.
    pub fn expose_text(&self) -> zeroize::Zeroizing<Vec<u8>> {
        zeroize::Zeroizing::new(self.to_secret_text().expose_secret().as_bytes().to_vec())
    }
}
