//! The chain: every record's hash covers its number, its text and the hash before it.
//!
//! `hash(n) = blake3(hash(n-1) ‖ n as 8 big-endian bytes ‖ body)`, and `hash(0)` is 32 zero bytes.
//! The body is hashed as it is stored, so there is no canonical form to agree on. That this never
//! changes is guarded by `the_chain_is_what_the_documentation_says`.

use std::fmt;

use super::{Entry, JournalError};

/// What stands for a record and all before it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Hash([u8; 32]);

impl Hash {
    /// The bytes, as they are stored.
    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// A hash as it was stored.
    pub(super) fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&blake3::Hash::from_bytes(self.0).to_hex())
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// The end of a journal. Two journals with the same head hold the same evening.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Head {
    /// The number of the last record; 0 in an empty journal.
    pub seq: u64,
    /// The hash of the last record; zeros in an empty journal.
    pub hash: Hash,
}

/// The head in short, to be read aloud and compared: `412 3f2a 9c1b`.
impl fmt::Display for Head {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.seq)?;
        let (pairs, _) = self.hash.0.as_chunks();
        pairs.iter().take(2).try_for_each(|pair| write!(f, " {:04x}", u16::from_be_bytes(*pair)))
    }
}

/// An entry as it will be stored: its text, and the head once it is there.
pub(super) struct Link {
    pub(super) head: Head,
    pub(super) body: String,
}

/// Where a stored chain breaks.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Break {
    /// The record of this number is not there.
    Missing(u64),
    /// The record of this number is not what was written.
    Changed(u64),
}

impl Head {
    fn then(self, body: &[u8]) -> Self {
        let seq = self.seq + 1;
        let mut hasher = blake3::Hasher::new();
        hasher.update(&self.hash.0).update(&seq.to_be_bytes()).update(body);
        Self { seq, hash: Hash(hasher.finalize().into()) }
    }

    /// The links that follow this head.
    ///
    /// # Errors
    ///
    /// An entry that would not come back as it is. It is better to refuse it now than the whole
    /// journal after a restart.
    pub(super) fn seal(mut self, entries: &[Entry]) -> Result<Vec<Link>, JournalError> {
        let link = |entry: &Entry| {
            let body = encode(entry)?;
            self = self.then(body.as_bytes());
            Ok(Link { head: self, body })
        };
        entries.iter().map(link).collect()
    }

    /// The head after a stored record, if that is the one that follows here.
    pub(super) fn follow(self, seq: u64, body: &[u8], hash: &[u8]) -> Result<Self, Break> {
        let next = self.then(body);
        if next.seq != seq {
            return Err(Break::Missing(next.seq));
        }
        if next.hash.0 != hash {
            return Err(Break::Changed(seq));
        }
        Ok(next)
    }
}

fn encode(entry: &Entry) -> Result<String, JournalError> {
    // Not the body and not what a reader says of it: either may hold marks, and this goes to the log.
    let unstorable = |detail: &str| JournalError::Unstorable { detail: detail.to_owned() };
    let body = serde_json::to_string(entry).map_err(|_| unstorable("it is no JSON"))?;
    match serde_json::from_str::<Entry>(&body) {
        Ok(back) if back == *entry => Ok(body),
        Ok(_) => Err(unstorable("it reads back as another one")),
        Err(_) => Err(unstorable("it does not read back")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contest::{At, Fact, Seat};

    #[test]
    fn the_chain_is_what_the_documentation_says() {
        let entries = ["E01", "E02"].map(|project| Entry {
            by: Some(Seat::Host("A".into())),
            ..Entry::new(At(1_795_000_000_000), Fact::CalledUp { project: project.into() })
        });

        let links = Head::default().seal(&entries).unwrap();

        assert_eq!(
            links[0].body,
            r#"{"at":1795000000000,"by":"A/host","fact":{"fact":"called-up","project":"E01"}}"#
        );
        // Computed by the program in `docs/journal.md`, not by this one.
        assert_eq!(
            links[1].head.hash.to_string(),
            "3556835c5e52604e2dbb51c1a98cb886793c3ff4c9ec1829beba4482e0931cc3"
        );
        assert_eq!(links[1].head.to_string(), "2 3556 835c");
    }

    #[test]
    fn an_entry_that_would_not_come_back_is_not_stored() {
        let entry = Entry {
            by: Some(Seat::Host("a/b".into())),
            ..Entry::new(At(0), Fact::CalledUp { project: "E01".into() })
        };
        assert!(matches!(Head::default().seal(&[entry]), Err(JournalError::Unstorable { .. })));
    }
}
