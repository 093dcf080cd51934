//! The server's own certificate: made once, kept in the data folder, recognised by clients through its fingerprint in the invitation.

use std::fs;
use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use praesto_crypto::Hash;
use rustls::ServerConfig;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};

/// The certificate cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum TlsError {
    #[error("the certificate could not be made: {0}")]
    Make(#[from] rcgen::Error),
    #[error("the certificate or its key cannot be read: {0}")]
    Read(#[from] rustls::pki_types::pem::Error),
    #[error("the certificate does not work: {0}")]
    Use(#[from] rustls::Error),
    #[error("{0} holds no certificate")]
    Empty(String),
    #[error(transparent)]
    Io(#[from] std::io::Error),
}

/// A certificate with its key.
#[derive(Debug)]
pub struct Certificate {
    chain: Vec<CertificateDer<'static>>,
    key: PrivateKeyDer<'static>,
}

impl Certificate {
    /// Reads a certificate chain and its key from PEM files.
    pub fn read(chain: &Path, key: &Path) -> Result<Self, TlsError> {
        let found: Vec<_> = CertificateDer::pem_file_iter(chain)?.collect::<Result<_, _>>()?;
        if found.is_empty() {
            return Err(TlsError::Empty(chain.display().to_string()));
        }
        Ok(Self { chain: found, key: PrivateKeyDer::from_pem_file(key)? })
    }

    /// The certificate of a data folder, made for `names` where there is none yet.
    pub fn self_made(folder: &Path, names: &[String]) -> Result<Self, TlsError> {
        let (chain, key) = (folder.join("certificate.pem"), folder.join("certificate-key.pem"));
        if !chain.exists() {
            let made = rcgen::generate_simple_self_signed(names)?;
            // The key first: a certificate without its key would be there for ever.
            let mut file = fs::OpenOptions::new().create(true).write(true).truncate(true).mode(0o600).open(&key)?;
            file.write_all(made.signing_key.serialize_pem().as_bytes())?;
            file.sync_all()?;
            let draft = folder.join("certificate.part");
            fs::write(&draft, made.cert.pem())?;
            fs::File::open(&draft)?.sync_all()?;
            fs::rename(&draft, &chain)?;
            fs::File::open(folder)?.sync_all()?;
        }
        Self::read(&chain, &key)
    }

    /// SHA-256 of the certificate (DER): what an invitation carries.
    pub fn fingerprint(&self) -> Hash {
        self.chain.first().map_or(Hash::default(), |certificate| Hash::of(certificate))
    }

    /// The configuration for rustls, TLS 1.2 and 1.3.
    pub fn config(self) -> Result<ServerConfig, TlsError> {
        let provider = std::sync::Arc::new(rustls::crypto::ring::default_provider());
        let mut config = ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()?
            .with_no_client_auth()
            .with_single_cert(self.chain, self.key)?;
        config.alpn_protocols = vec![b"http/1.1".to_vec()];
        Ok(config)
    }
}
