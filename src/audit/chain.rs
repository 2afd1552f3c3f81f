//! The chain once more, from the bytes as they are stored (`docs/journal.md`).

use std::fmt;

use super::Flaw;

/// The number of a record, and the hash that stands for it and all before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Head {
    /// The record's number; 0 before the first.
    pub seq: u64,
    /// The hash; zeros before the first.
    pub hash: [u8; 32],
}

impl Head {
    /// The head after a stored row, if that is the one that follows here.
    ///
    /// # Errors
    ///
    /// When its number is not the next, or its hash another one.
    pub fn follow(&self, seq: i64, body: &[u8], hash: &[u8]) -> Result<Self, Flaw> {
        let next = self.seq + 1;
        if u64::try_from(seq) != Ok(next) {
            // Of a row with a number below 1, that very row is the one too many.
            return Err(Flaw::Missing { record: next });
        }
        let bytes = [self.hash.as_slice(), &next.to_be_bytes(), body].concat();
        let head = Self { seq: next, hash: blake3::hash(&bytes).into() };
        if head.hash == hash { Ok(head) } else { Err(Flaw::Changed { record: next }) }
    }

    /// The hash as 64 digits.
    pub fn digits(&self) -> String {
        let halves = self.hash.iter().flat_map(|byte| [byte >> 4, byte & 15]);
        halves.filter_map(|half| char::from_digit(half.into(), 16)).collect()
    }
}

/// The short form, as it is read aloud: `412 3f2a 9c1b`.
impl fmt::Display for Head {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = self.digits();
        let (first, rest) = digits.split_at(4);
        let (second, _) = rest.split_at(4);
        write!(f, "{} {first} {second}", self.seq)
    }
}
