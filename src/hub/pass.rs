//! Passes: what a join link carries so that only its holder takes the seat.
//!
//! Every pass follows from the hub's key, which lies beside the journal, and from the seat's name.
//! So links go on working after a restart, and no list of passes is kept anywhere. Keep the key with
//! the journal; who has it has every pass. Not here: who sits where and what a seat may ask
//! (`crate::hub::seats`).

use std::{fmt, fs, io, path::Path};

use serde::Serialize;

use super::seal::SealKey;
use crate::{
    contest::Seat,
    journal::{beside, write_private},
};

/// Digits and lower-case letters that nobody mistakes for one another: no i, l, o, u.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// What sets the sealing key apart from all else that follows from the hub's key.
const SEAL: &str = "roadshow 2026 seal";

/// The hub's key: 256 random bits that every seat's pass is derived from.
pub struct PassKey([u8; 32]);

/// A key that cannot be had. People read the text under `key-<code>`.
#[derive(Debug, thiserror::Error, Serialize)]
#[serde(tag = "code", rename_all = "kebab-case")]
pub enum KeyError {
    /// The file does not hold a key.
    #[error("{path} does not hold a key")]
    NotAKey {
        /// The key's file.
        path: String,
    },
    /// The file is there and cannot be read.
    #[error("cannot read {path}")]
    CannotRead {
        /// The key's file.
        path: String,
        /// What the system said.
        detail: String,
        /// The cause.
        #[serde(skip)]
        #[source]
        source: io::Error,
    },
    /// No key can be made or kept.
    #[error("cannot keep a key at {path}")]
    CannotCreate {
        /// The key's file.
        path: String,
        /// What the system said.
        detail: String,
        /// The cause.
        #[serde(skip)]
        #[source]
        source: io::Error,
    },
}

impl PassKey {
    /// A key of given bytes, for tests.
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The key that belongs to a journal, from the file `<journal>.key`. A new one is made, readable
    /// by its owner only, when there is none. Call it with the journal open, so that two hubs cannot
    /// both make one.
    ///
    /// # Errors
    ///
    /// When the file holds something else, or can be neither read nor made.
    pub fn of_journal(journal: &Path) -> Result<Self, KeyError> {
        let path = beside(journal, ".key");
        match fs::read_to_string(&path) {
            Ok(text) => from_hex(text.trim_end())
                .map(Self)
                .ok_or_else(|| KeyError::NotAKey { path: path.display().to_string() }),
            Err(cause) if cause.kind() == io::ErrorKind::NotFound => Self::make(&path),
            Err(cause) if cause.kind() == io::ErrorKind::InvalidData => {
                Err(KeyError::NotAKey { path: path.display().to_string() })
            }
            Err(source) => {
                let (path, detail) = (path.display().to_string(), source.to_string());
                Err(KeyError::CannotRead { path, detail, source })
            }
        }
    }

    fn make(path: &Path) -> Result<Self, KeyError> {
        let mut key = [0; 32];
        let kept = getrandom::fill(&mut key).map_err(io::Error::from).and_then(|()| {
            write_private(path, format!("{}\n", blake3::Hash::from(key)).as_bytes())
        });
        match kept {
            Ok(()) => Ok(Self(key)),
            Err(source) => {
                let (path, detail) = (path.display().to_string(), source.to_string());
                Err(KeyError::CannotCreate { path, detail, source })
            }
        }
    }

    /// A seat's pass: 128 bits in 26 characters.
    pub fn pass(&self, seat: &Seat) -> String {
        let derived = blake3::keyed_hash(&self.0, format!("pass {seat}").as_bytes());
        let bits = derived.as_bytes().first_chunk().copied().map_or(0, u128::from_be_bytes);
        let digit = |place: u32| ALPHABET.get(usize::try_from((bits >> (5 * place)) & 31).ok()?);
        (0..26).rev().filter_map(digit).map(|&digit| char::from(digit)).collect()
    }

    /// The key that closed journals are sealed with; it follows from this one.
    pub fn seal_key(&self) -> Option<SealKey> {
        SealKey::of_seed(&blake3::derive_key(SEAL, &self.0))
    }

    /// Whether this is the seat's pass. How long it takes tells nothing about how much is right.
    pub fn matches(&self, seat: &Seat, given: &str) -> bool {
        // Equality of blake3's hashes takes the same time wherever they differ.
        blake3::hash(self.pass(seat).as_bytes()) == blake3::hash(given.as_bytes())
    }
}

/// A key is never printed.
impl fmt::Debug for PassKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PassKey(..)")
    }
}

fn from_hex(text: &str) -> Option<[u8; 32]> {
    blake3::Hash::from_hex(text).ok().map(Into::into)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judge(seat: &str) -> Seat {
        Seat::Judge("A".into(), seat.into())
    }

    #[test]
    fn a_pass_opens_its_own_seat_only() {
        let key = PassKey::from_bytes([7; 32]);
        let pass = key.pass(&judge("A1"));

        assert_eq!(pass.len(), 26);
        assert!(key.matches(&judge("A1"), &pass));
        assert!(!key.matches(&judge("A2"), &pass));
        assert!(!key.matches(&Seat::Host("A".into()), &pass));
        assert!(!key.matches(&judge("A1"), ""));
        assert!(!PassKey::from_bytes([8; 32]).matches(&judge("A1"), &pass));
    }

    #[test]
    fn a_pass_has_no_letters_that_look_alike() {
        let key = PassKey::from_bytes([7; 32]);
        for n in 0..100 {
            let pass = key.pass(&judge(&n.to_string()));
            assert!(pass.bytes().all(|digit| ALPHABET.contains(&digit)), "{pass}");
        }
    }

    #[test]
    fn links_go_on_working_after_a_restart() {
        let folder = tempfile::tempdir().unwrap();
        let journal = folder.path().join("deep/final.journal");
        let pass = PassKey::of_journal(&journal).unwrap().pass(&judge("A1"));

        assert!(PassKey::of_journal(&journal).unwrap().matches(&judge("A1"), &pass));
        let other = folder.path().join("other.journal");
        assert!(!PassKey::of_journal(&other).unwrap().matches(&judge("A1"), &pass));
    }

    #[cfg(unix)]
    #[test]
    fn only_its_owner_reads_the_key() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let journal = folder.path().join("final.journal");
        PassKey::of_journal(&journal).unwrap();
        let mode = fs::metadata(beside(&journal, ".key")).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }

    #[test]
    fn a_file_that_is_no_key_is_refused_and_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let journal = folder.path().join("final.journal");
        for text in [&b""[..], b"abc", &[0xff; 64], &[b'g'; 64]] {
            fs::write(beside(&journal, ".key"), text).unwrap();
            let refused = PassKey::of_journal(&journal);
            assert!(matches!(refused, Err(KeyError::NotAKey { .. })), "{refused:?}");
            assert_eq!(fs::read(beside(&journal, ".key")).unwrap(), text);
        }
    }
}
