//! The seal: the hub's Ed25519 key that signs the journal's head when a hub closes.
//!
//! The key follows from the hub's secret, so a hub that goes on with a journal seals with the same one:
//! `the_seal_of_a_journal_stays_the_same`. Not here: what is signed, and where the seal is kept.

use std::fmt;

use ring::signature::{Ed25519KeyPair, KeyPair};

/// Signs for one hub.
pub struct Sealer(Ed25519KeyPair);

impl Sealer {
    /// The sealer of a secret seed.
    #[expect(clippy::expect_used, reason = "any 32 bytes are the seed of an Ed25519 key")]
    pub(super) fn from_seed(seed: &[u8; 32]) -> Self {
        Self(Ed25519KeyPair::from_seed_unchecked(seed).expect("a seed of 32 bytes"))
    }

    /// The Ed25519 signature (RFC 8032) of a message.
    #[expect(clippy::expect_used, reason = "an Ed25519 signature has 64 bytes")]
    pub fn sign(&self, message: &[u8]) -> [u8; 64] {
        self.0.sign(message).as_ref().try_into().expect("64 bytes")
    }

    /// The public key that a seal is checked with.
    #[expect(clippy::expect_used, reason = "an Ed25519 public key has 32 bytes")]
    pub fn public_key(&self) -> [u8; 32] {
        self.0.public_key().as_ref().try_into().expect("32 bytes")
    }
}

/// A key is never printed.
impl fmt::Debug for Sealer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Sealer(..)")
    }
}

#[cfg(test)]
mod tests {
    use ring::signature::{ED25519, UnparsedPublicKey};

    use super::super::Identity;

    #[test]
    fn the_seal_of_a_journal_stays_the_same() {
        let sealer = |secret| Identity::from_bytes([secret; 32]).sealer();
        let (once, again, other) = (sealer(7), sealer(7), sealer(8));
        assert_eq!(once.public_key(), again.public_key());
        assert_eq!(once.sign(b"head"), again.sign(b"head"));
        assert_ne!(once.public_key(), other.public_key());
    }

    #[test]
    fn a_seal_is_checked_with_the_public_key_alone() {
        let sealer = Identity::from_bytes([7; 32]).sealer();
        let key = UnparsedPublicKey::new(&ED25519, sealer.public_key());
        assert!(key.verify(b"head", &sealer.sign(b"head")).is_ok());
        assert!(key.verify(b"tail", &sealer.sign(b"head")).is_err());
    }
}
