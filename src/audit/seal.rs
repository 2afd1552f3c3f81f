//! The seal that a hub sets under a journal when it closes in order: an Ed25519 signature over the
//! head before it.

use ring::signature::{ED25519, UnparsedPublicKey};

use super::Head;

/// What every sealed text begins with.
const CONTEXT: &[u8] = b"roadshow seal v1";

/// A seal that fits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seal {
    /// The record that holds it.
    pub record: u64,
    /// The key that it was made with, 64 digits.
    pub key: String,
}

/// Whether a seal is that of the head before it.
pub(super) fn fits(session: &str, before: &Head, key: &str, signature: &str) -> bool {
    let (Some(key), Some(signature)) = (bytes(key), bytes(signature)) else { return false };
    UnparsedPublicKey::new(&ED25519, key).verify(&sealed(session, before), &signature).is_ok()
}

/// What is signed: the context, the session's id, the number and the hash of the record before.
pub fn sealed(session: &str, before: &Head) -> Vec<u8> {
    [CONTEXT, session.as_bytes(), &before.seq.to_be_bytes(), &before.hash].concat()
}

/// Bytes from digits 0–9, a–f.
fn bytes(digits: &str) -> Option<Vec<u8>> {
    let is_hex = digits.len().is_multiple_of(2) && digits.bytes().all(|it| it.is_ascii_hexdigit());
    let nibble = |it: u8| char::from(it).to_digit(16).and_then(|it| u8::try_from(it).ok());
    let (pairs, _) = digits.as_bytes().as_chunks::<2>();
    let byte = |[high, low]: &[u8; 2]| Some(nibble(*high)? << 4 | nibble(*low)?);
    pairs.iter().map(byte).collect::<Option<Vec<_>>>().filter(|_| is_hex)
}

#[cfg(test)]
mod tests {
    use ring::signature::{Ed25519KeyPair, KeyPair};

    use super::{Head, fits, sealed};

    fn digits(bytes: &[u8]) -> String {
        bytes.iter().fold(String::new(), |text, byte| format!("{text}{byte:02x}"))
    }

    #[test]
    fn a_seal_fits_one_session_one_head_and_one_key() {
        let pair = Ed25519KeyPair::from_seed_unchecked(&[7; 32]).unwrap();
        let key = digits(pair.public_key().as_ref());
        let head = Head { seq: 412, hash: [9; 32] };
        let signature = digits(pair.sign(&sealed("final", &head)).as_ref());
        assert!(fits("final", &head, &key, &signature));
        assert!(!fits("other", &head, &key, &signature));
        assert!(!fits("final", &Head { seq: 413, ..head }, &key, &signature));
        assert!(!fits("final", &Head { hash: [8; 32], ..head }, &key, &signature));
        assert!(!fits("final", &head, &digits(&[1; 32]), &signature));
        for nonsense in ["", "0", "zz", &key] {
            assert!(!fits("final", &head, &key, nonsense));
            assert!(!fits("final", &head, nonsense, &signature) || nonsense == key);
        }
    }
}
