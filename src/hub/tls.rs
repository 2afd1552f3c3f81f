//! TLS at the door: the hub's certificate, made from its identity.
//!
//! The certificate is signed by its own key and says nothing else that matters: terminals compare the
//! key with the fingerprint of their link. It is the same after every start.

use rcgen::{KeyPair, PublicKeyData};
use tokio_rustls::rustls::pki_types::PrivatePkcs8KeyDer;

use crate::protocol::Fingerprint;

/// What comes before the seed of an Ed25519 key in PKCS #8 (RFC 8410, section 7).
const PKCS8_HEAD: [u8; 16] =
    [0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20];

/// What a link says about the TLS key of a seed.
pub(super) fn fingerprint(seed: &[u8; 32]) -> Fingerprint {
    Fingerprint::of_key(&key_pair(seed).subject_public_key_info())
}

#[expect(clippy::expect_used, reason = "any 32 bytes are the seed of an Ed25519 key")]
fn key_pair(seed: &[u8; 32]) -> KeyPair {
    let key = PrivatePkcs8KeyDer::from([&PKCS8_HEAD[..], seed].concat());
    KeyPair::try_from(&key).expect("a seed of 32 bytes")
}
