//! The seal (封存): at an orderly close the hub signs its journal's last record, so that whoever knows
//! its public key can tell the journal that was closed from any other.
//!
//! Ed25519 (RFC 8032), by a key that follows from the hub's. What is signed is written down in
//! `docs/journal.md`, and guarded by `the_seal_is_what_the_documentation_says`. Not here: when it is
//! done (`crate::hub::desk`), and what it proves.

use std::fmt::{self, Write};

use ring::signature::{Ed25519KeyPair, KeyPair};

use crate::{contest::Fact, journal::Head};

/// What the signed bytes begin with.
const PURPOSE: &[u8] = b"roadshow seal v1";

/// The hub's sealing key.
pub struct SealKey(Ed25519KeyPair);

impl SealKey {
    /// The key of a secret seed.
    #[expect(clippy::expect_used, reason = "any 32 bytes are the seed of an Ed25519 key")]
    pub(super) fn of_seed(seed: &[u8; 32]) -> Self {
        Self(Ed25519KeyPair::from_seed_unchecked(seed).expect("a seed of 32 bytes"))
    }

    /// The public key in hex: 64 digits.
    pub fn public(&self) -> String {
        hex(self.0.public_key().as_ref())
    }

    /// The seal of a journal that ends so.
    pub(super) fn seal(&self, session: &str, last: Head) -> Fact {
        let signature = self.0.sign(&signed(session, last));
        Fact::Sealed { key: self.public(), signature: hex(signature.as_ref()) }
    }
}

/// Only the public half is ever printed.
impl fmt::Debug for SealKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SealKey({})", self.public())
    }
}

/// The bytes that are signed: purpose, session id, number and hash of the last record.
fn signed(session: &str, last: Head) -> Vec<u8> {
    [PURPOSE, session.as_bytes(), &last.seq.to_be_bytes(), last.hash.as_bytes()].concat()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}"); // Writing to a text never fails.
        text
    })
}

#[cfg(test)]
mod tests {
    use ring::signature::{ED25519, UnparsedPublicKey};

    use super::*;

    fn bytes(hex: &str) -> Vec<u8> {
        let digits: Vec<u8> =
            hex.chars().map(|it| u8::try_from(it.to_digit(16).unwrap()).unwrap()).collect();
        digits.chunks(2).map(|pair| pair[0] << 4 | pair[1]).collect()
    }

    #[test]
    fn the_seal_is_what_the_documentation_says() {
        let key = SealKey::of_seed(&[7; 32]);
        let last = Head { seq: 412, ..Head::default() };
        let Fact::Sealed { key: public, signature } = key.seal("final", last) else { panic!() };

        let message = [
            &b"roadshow seal v1final"[..],
            &[0, 0, 0, 0, 0, 0, 1, 156], // 412
            &[0; 32],
        ];
        let public = UnparsedPublicKey::new(&ED25519, bytes(&public));
        assert!(public.verify(&message.concat(), &bytes(&signature)).is_ok());
        let other = Head { seq: 413, ..last };
        assert!(public.verify(&signed("final", other), &bytes(&signature)).is_err());
        assert!(public.verify(&signed("fina", last), &bytes(&signature)).is_err());
    }
}
