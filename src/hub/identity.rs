//! Who the hub is: one secret beside the journal, from which everything follows that only this hub has.
//!
//! Passes, the TLS key with its fingerprint and the sealing key are derived from it, each for a purpose
//! of its own. So a copy of the journal with its key carries on every link, certificate and seal, and no
//! list of passes is kept anywhere. Who has the key has all of it.
//!
//! What always holds, and the test that guards it:
//!
//! - links go on working after a restart: `links_go_on_working_after_a_restart`;
//! - nothing of a secret is printed: `a_secret_is_never_printed`;
//! - one purpose says nothing about another: `nothing_is_derived_twice`.
//!
//! Not here: who sits where and what a seat may ask (`crate::hub::seats`).

use std::{fmt, fs, io, path::Path};

use serde::Serialize;

use super::{seal::SealKey, tls};
use crate::{
    contest::Seat,
    journal::{beside, write_private},
    protocol::{Fingerprint, code},
};

/// The hub's secret: 256 random bits.
pub struct Identity([u8; 32]);

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
    /// There is no key with this journal.
    #[error("there is no {path}")]
    Missing {
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

impl Identity {
    /// The identity of a given secret, for tests.
    pub fn from_bytes(secret: [u8; 32]) -> Self {
        Self(secret)
    }

    /// The identity that belongs to a journal, from the file `<journal>.key`. A new one is made,
    /// readable by its owner only, when there is none. Call it with the journal open, so that two hubs
    /// cannot both make one.
    ///
    /// # Errors
    ///
    /// When the file holds something else, or can be neither read nor made.
    pub fn of_journal(journal: &Path) -> Result<Self, KeyError> {
        match Self::kept_with(journal) {
            Err(KeyError::Missing { .. }) => Self::make(&beside(journal, ".key")),
            kept => kept,
        }
    }

    /// The identity that is kept with a journal. Nothing is made.
    ///
    /// # Errors
    ///
    /// When there is none, when the file holds something else, or cannot be read.
    pub fn kept_with(journal: &Path) -> Result<Self, KeyError> {
        let file = beside(journal, ".key");
        let path = file.display().to_string();
        match fs::read_to_string(&file) {
            Ok(text) => from_hex(text.trim_end()).map(Self).ok_or(KeyError::NotAKey { path }),
            Err(cause) if cause.kind() == io::ErrorKind::NotFound => {
                Err(KeyError::Missing { path })
            }
            Err(cause) if cause.kind() == io::ErrorKind::InvalidData => {
                Err(KeyError::NotAKey { path })
            }
            Err(source) => Err(KeyError::CannotRead { path, detail: source.to_string(), source }),
        }
    }

    /// An identity of nobody's, that is kept nowhere: whether this system can make one.
    ///
    /// # Errors
    ///
    /// When there is no chance to be had.
    pub fn draft() -> io::Result<Self> {
        let mut key = [0; 32];
        getrandom::fill(&mut key)?;
        Ok(Self(key))
    }

    fn make(path: &Path) -> Result<Self, KeyError> {
        let kept = Self::draft().and_then(|made| {
            let text = format!("{}\n", blake3::Hash::from(made.0));
            write_private(path, text.as_bytes()).map(|()| made)
        });
        match kept {
            Ok(made) => Ok(made),
            Err(source) => {
                let (path, detail) = (path.display().to_string(), source.to_string());
                Err(KeyError::CannotCreate { path, detail, source })
            }
        }
    }

    /// A seat's pass: 128 bits in 26 characters. A seat whose pass is changed gets that of the next
    /// generation; the first is 0.
    pub fn pass(&self, seat: &Seat, generation: u32) -> String {
        let subject = match generation {
            0 => format!("pass {}", seat.pass_name()),
            later => format!("pass {} {later}", seat.pass_name()),
        };
        let derived = blake3::keyed_hash(&self.0, subject.as_bytes());
        code::encode(derived.as_bytes().first_chunk().copied().map_or(0, u128::from_be_bytes))
    }

    /// Whether this is the seat's pass. How long it takes tells nothing about how much is right.
    pub fn matches(&self, seat: &Seat, generation: u32, given: &str) -> bool {
        // Equality of blake3's hashes takes the same time wherever they differ.
        blake3::hash(self.pass(seat, generation).as_bytes()) == blake3::hash(given.as_bytes())
    }

    /// What seals the journal.
    pub fn seal_key(&self) -> SealKey {
        SealKey::of_seed(&blake3::derive_key("roadshow 2026 Ed25519 key of the seal", &self.0))
    }

    /// What a link says about this hub's TLS key.
    pub fn fingerprint(&self) -> Fingerprint {
        tls::fingerprint(&self.tls_seed())
    }

    /// The seed of the TLS key.
    pub(super) fn tls_seed(&self) -> [u8; 32] {
        blake3::derive_key("roadshow 2026 Ed25519 key of TLS", &self.0)
    }
}

/// A secret is never printed.
impl fmt::Debug for Identity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Identity(..)")
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
        let key = Identity::from_bytes([7; 32]);
        let pass = key.pass(&judge("A1"), 0);

        assert_eq!(pass.len(), 26);
        assert!(key.matches(&judge("A1"), 0, &pass));
        assert!(!key.matches(&judge("A2"), 0, &pass));
        assert!(!key.matches(&Seat::Host("A".into()), 0, &pass));
        assert!(!key.matches(&judge("A1"), 0, ""));
        assert!(!Identity::from_bytes([8; 32]).matches(&judge("A1"), 0, &pass));
    }

    /// Links that were printed by the first hubs are in somebody's hands.
    #[test]
    fn a_pass_is_today_what_it_was_at_first() {
        let key = Identity::from_bytes([7; 32]);
        assert_eq!(key.pass(&judge("A1"), 0), "4fgady0m8p96nyp7d48tb88t2p");
    }

    #[test]
    fn a_changed_pass_opens_nothing_any_more() {
        let key = Identity::from_bytes([7; 32]);
        let passes = [0, 1, 2, 11].map(|generation| key.pass(&judge("A1"), generation));
        for (generation, pass) in [0, 1, 2, 11].into_iter().zip(&passes) {
            let opened = passes.each_ref().map(|it| key.matches(&judge("A1"), generation, it));
            assert_eq!(opened, passes.each_ref().map(|it| it == pass));
        }
    }

    #[test]
    fn nothing_is_derived_twice() {
        let identity = Identity::from_bytes([7; 32]);
        assert_ne!(identity.tls_seed(), [7; 32]);
        assert_ne!(SealKey::of_seed(&identity.tls_seed()).public(), identity.seal_key().public());
        assert_ne!(identity.fingerprint(), Identity::from_bytes([8; 32]).fingerprint());
    }

    #[test]
    fn a_secret_is_never_printed() {
        let identity = Identity::from_bytes([7; 32]);
        assert_eq!(format!("{identity:?}"), "Identity(..)");
    }

    #[test]
    fn links_go_on_working_after_a_restart() {
        let folder = tempfile::tempdir().unwrap();
        let journal = folder.path().join("deep/final.journal");
        let pass = Identity::of_journal(&journal).unwrap().pass(&judge("A1"), 0);

        assert!(Identity::of_journal(&journal).unwrap().matches(&judge("A1"), 0, &pass));
        let other = folder.path().join("other.journal");
        assert!(!Identity::of_journal(&other).unwrap().matches(&judge("A1"), 0, &pass));
    }

    #[cfg(unix)]
    #[test]
    fn only_its_owner_reads_the_key() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let journal = folder.path().join("final.journal");
        Identity::of_journal(&journal).unwrap();
        let mode = fs::metadata(beside(&journal, ".key")).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }

    #[test]
    fn a_file_that_is_no_key_is_refused_and_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let journal = folder.path().join("final.journal");
        for text in [&b""[..], b"abc", &[0xff; 64], &[b'g'; 64]] {
            fs::write(beside(&journal, ".key"), text).unwrap();
            let refused = Identity::of_journal(&journal);
            assert!(matches!(refused, Err(KeyError::NotAKey { .. })), "{refused:?}");
            assert_eq!(fs::read(beside(&journal, ".key")).unwrap(), text);
        }
    }
}
