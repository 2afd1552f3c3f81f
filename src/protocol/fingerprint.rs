//! Fingerprints: what a join link says about the hub's key, so that a terminal knows the right hub.

use std::{fmt, str::FromStr};

use super::code;

/// The first 128 bits of the BLAKE3 hash over the public key of the hub's certificate (its DER-encoded
/// `SubjectPublicKeyInfo`). Written as a pass is: 26 digits and lower-case letters.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Fingerprint(u128);

/// A text that is no fingerprint.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a fingerprint has 26 digits and lower-case letters")]
pub struct NoFingerprint;

impl Fingerprint {
    /// The fingerprint of a public key, given as its `SubjectPublicKeyInfo`.
    pub fn of_key(spki: &[u8]) -> Self {
        let hash = blake3::hash(spki);
        Self(hash.as_bytes().first_chunk().copied().map_or(0, u128::from_be_bytes))
    }
}

impl FromStr for Fingerprint {
    type Err = NoFingerprint;

    fn from_str(text: &str) -> Result<Self, NoFingerprint> {
        code::decode(text).map(Self).ok_or(NoFingerprint)
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&code::encode(self.0))
    }
}

impl fmt::Debug for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Fingerprint({self})")
    }
}
