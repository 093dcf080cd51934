//! Which servers are believed: those that the system's certificates vouch for, or the one whose certificate the office pinned.

use std::sync::Arc;

use praesto_crypto::Hash;
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::crypto::{CryptoProvider, ring, verify_tls12_signature, verify_tls13_signature};
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::{ClientConfig, DigitallySignedStruct, SignatureScheme};
use rustls_platform_verifier::{BuilderVerifierExt, Verifier};

/// The configuration of TLS; `None` where the system's certificates cannot be read. A proxy of this name is believed as the system says, also where
/// the server's certificate is pinned: it carries what it cannot read.
pub(crate) fn config(pinned: Option<Hash>, proxy: Option<&str>) -> Option<ClientConfig> {
    let provider = Arc::new(ring::default_provider());
    let builder = ClientConfig::builder_with_provider(provider.clone()).with_safe_default_protocol_versions().ok()?;
    Some(match pinned {
        None => builder.with_platform_verifier().ok()?.with_no_client_auth(),
        Some(certificate) => {
            let proxy = match proxy {
                None => None,
                Some(name) => {
                    let name = ServerName::try_from(name.trim_matches(['[', ']']).to_owned()).ok()?;
                    Some((name, Verifier::new(provider.clone()).ok()?))
                }
            };
            let pinned = Arc::new(Pinned { certificate, provider, proxy });
            builder.dangerous().with_custom_certificate_verifier(pinned).with_no_client_auth()
        }
    })
}

/// Believes exactly one certificate of a server, whatever name and dates it carries: the invitation vouches for it.
#[derive(Debug)]
struct Pinned {
    certificate: Hash,
    provider: Arc<CryptoProvider>,
    /// The proxy on the way, and who vouches for it.
    proxy: Option<(ServerName<'static>, Verifier)>,
}

impl ServerCertVerifier for Pinned {
    fn verify_server_cert(
        &self,
        end_entity: &CertificateDer<'_>,
        intermediates: &[CertificateDer<'_>],
        name: &ServerName<'_>,
        ocsp: &[u8],
        now: UnixTime,
    ) -> Result<ServerCertVerified, rustls::Error> {
        if let Some((_, verifier)) = self.proxy.as_ref().filter(|(proxy, _)| proxy == name) {
            return verifier.verify_server_cert(end_entity, intermediates, name, ocsp, now);
        }
        if Hash::of(end_entity) == self.certificate {
            Ok(ServerCertVerified::assertion())
        } else {
            Err(rustls::Error::InvalidCertificate(rustls::CertificateError::ApplicationVerificationFailure))
        }
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        verify_tls12_signature(message, certificate, signed, &self.provider.signature_verification_algorithms)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        verify_tls13_signature(message, certificate, signed, &self.provider.signature_verification_algorithms)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.provider.signature_verification_algorithms.supported_schemes()
    }
}
