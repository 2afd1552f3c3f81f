//! Codes: 128 bits in 26 characters that a person can read aloud and type, for passes and fingerprints.
//!
//! Written out and read back a code is the same: `a_code_reads_back_as_it_was_written`.

/// Digits and lower-case letters that nobody mistakes for one another: no i, l, o, u.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// Characters in a code; the first holds three bits, each of the others five.
const LENGTH: u32 = 26;

/// Writes 128 bits as a code.
pub fn encode(bits: u128) -> String {
    let digit = |place: u32| ALPHABET.get(usize::try_from((bits >> (5 * place)) & 31).ok()?);
    (0..LENGTH).rev().filter_map(digit).map(|&digit| char::from(digit)).collect()
}

/// Reads a code; `None` when the text is none.
pub(super) fn decode(text: &str) -> Option<u128> {
    let complete = text.len() == usize::try_from(LENGTH).ok()? && text.as_bytes().first()? < &b'8';
    let value = |byte: u8| ALPHABET.iter().position(|&digit| digit == byte)?.try_into().ok();
    let mut bits: u128 = 0;
    for byte in text.bytes() {
        let digit: u128 = value(byte)?;
        bits = (bits << 5) | digit;
    }
    complete.then_some(bits)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{ALPHABET, decode, encode};

    proptest! {
        #[test]
        fn a_code_reads_back_as_it_was_written(bits: u128) {
            let text = encode(bits);
            prop_assert_eq!(text.len(), 26);
            prop_assert!(text.bytes().all(|digit| ALPHABET.contains(&digit)), "{}", text);
            prop_assert_eq!(decode(&text), Some(bits));
        }

        #[test]
        fn what_is_no_code_is_not_read(text: String) {
            prop_assert!(decode(&text).is_none_or(|bits| encode(bits) == text));
        }
    }

    #[test]
    fn a_code_of_more_than_128_bits_is_none() {
        assert_eq!(decode(&"z".repeat(26)), None);
        assert_eq!(decode(&format!("7{}", "z".repeat(25))), Some(u128::MAX));
    }
}
