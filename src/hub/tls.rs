//! TLS at the door: the hub's certificate, made from its identity, and the first look at a connection.
//!
//! The certificate is signed by its own key and says nothing else that matters: terminals compare the
//! key with the fingerprint of their link. It is the same after every start:
//! `the_certificate_of_a_journal_stays_the_same`.

use std::{io, sync::Arc};

use rcgen::{CertificateParams, KeyPair, PublicKeyData};
use tokio_rustls::{
    TlsAcceptor,
    rustls::{
        ServerConfig,
        crypto::ring,
        pki_types::{CertificateDer, PrivatePkcs8KeyDer},
        version::TLS13,
    },
    server::TlsStream,
};

use super::{Identity, entrance::Knock};
use crate::protocol::Fingerprint;

/// How terminals talk to a hub.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Transport {
    /// In the clear: whoever is on the network reads along and can change what is sent.
    Plain,
    /// Encrypted, with the key whose fingerprint the links name.
    Tls,
}

/// A connection after its first byte.
pub(super) enum Arrived<S> {
    /// TLS stands.
    Encrypted(Box<TlsStream<S>>),
    /// Somebody speaks plainly to a hub that encrypts.
    Plain(S),
}

/// What comes before the seed of an Ed25519 key in PKCS #8 (RFC 8410, section 7).
const PKCS8_HEAD: [u8; 16] =
    [0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20];

/// The first byte of a TLS connection: a record of the handshake (RFC 8446, section 5.1). No HTTP method
/// begins with it.
const HANDSHAKE_RECORD: u8 = 22;

/// What a link says about the TLS key of a seed.
pub(super) fn fingerprint(seed: &[u8; 32]) -> Fingerprint {
    Fingerprint::of_key(&key_pair(seed).subject_public_key_info())
}

/// The hub's end of TLS: version 1.3 only, without tickets, as a link stays open for hours.
#[expect(clippy::expect_used, reason = "ring has what TLS 1.3 and an Ed25519 key need")]
pub(super) fn acceptor(identity: &Identity) -> TlsAcceptor {
    let seed = identity.tls_seed();
    let mut config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_protocol_versions(&[&TLS13])
        .expect("a cipher of TLS 1.3")
        .with_no_client_auth()
        .with_single_cert(vec![certificate(&seed)], private_key(&seed).into())
        .expect("the certificate is of this key");
    config.send_tls13_tickets = 0;
    TlsAcceptor::from(Arc::new(config))
}

/// Looks at the first byte of a connection, and shakes hands where it is TLS. It waits as long as the
/// other side lets it.
///
/// # Errors
///
/// When the connection fails or what comes is no TLS handshake.
pub(super) async fn receive<S: Knock>(tls: &TlsAcceptor, mut stream: S) -> io::Result<Arrived<S>> {
    let mut first = [0];
    match (stream.peek(&mut first).await?, first) {
        (0, _) => Err(io::ErrorKind::UnexpectedEof.into()),
        (_, [HANDSHAKE_RECORD]) => Ok(Arrived::Encrypted(Box::new(tls.accept(stream).await?))),
        _ => Ok(Arrived::Plain(stream)),
    }
}

#[expect(clippy::expect_used, reason = "the name is ASCII, and an Ed25519 key can sign")]
fn certificate(seed: &[u8; 32]) -> CertificateDer<'static> {
    let params = CertificateParams::new(["roadshow".to_owned()]).expect("a name of ASCII letters");
    let certificate = params.self_signed(&key_pair(seed)).expect("a key that signs");
    certificate.der().clone()
}

#[expect(clippy::expect_used, reason = "any 32 bytes are the seed of an Ed25519 key")]
fn key_pair(seed: &[u8; 32]) -> KeyPair {
    KeyPair::try_from(&private_key(seed)).expect("a seed of 32 bytes")
}

fn private_key(seed: &[u8; 32]) -> PrivatePkcs8KeyDer<'static> {
    PrivatePkcs8KeyDer::from([&PKCS8_HEAD[..], seed].concat())
}

#[cfg(test)]
mod tests {
    use tokio_rustls::rustls::server::ParsedCertificate;

    use super::{Fingerprint, certificate, fingerprint};

    #[test]
    fn the_certificate_of_a_journal_stays_the_same() {
        assert_eq!(certificate(&[7; 32]), certificate(&[7; 32]));
        assert_ne!(certificate(&[7; 32]), certificate(&[8; 32]));
    }

    #[test]
    fn the_fingerprint_is_of_the_key_in_the_certificate() {
        let certificate = certificate(&[7; 32]);
        let key = ParsedCertificate::try_from(&certificate).unwrap().subject_public_key_info();
        assert_eq!(Fingerprint::of_key(&key), fingerprint(&[7; 32]));
    }
}
