//! The encrypted form of a copy: journal, key and address in one file, under a key that Argon2id makes of
//! a passphrase. How it is laid out is written down in `docs/journal.md`.

use std::path::Path;

use argon2::{Algorithm, Argon2, Params, Version};
use ring::aead::{Aad, CHACHA20_POLY1305, LessSafeKey, Nonce, UnboundKey};

use super::CopyError;

/// What an encrypted copy begins with: name and version.
const MAGIC: &[u8; 5] = b"RSJE\x01";
const SALT: usize = 16;
const NONCE: usize = 12;
const HEADER: usize = MAGIC.len() + SALT + NONCE;

/// Memory in KiB, passes and lanes of Argon2id: a good part of a second for each guess.
const COST: (u32, u32, u32) = (64 * 1024, 3, 1);

/// What a copy holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Parts {
    pub(super) journal: Vec<u8>,
    pub(super) key: Vec<u8>,
    pub(super) address: Vec<u8>,
}

/// A key made of a passphrase and a salt.
pub(super) struct Cipher {
    passphrase: String,
    salt: [u8; SALT],
    key: LessSafeKey,
}

impl Cipher {
    /// A key with a new salt; it serves all copies of one run of the hub.
    pub(super) fn new(passphrase: String) -> Result<Self, CopyError> {
        let salt = random()?;
        let key = derive(&passphrase, &salt).ok_or(CopyError::NoPassphrase { path: String::new() });
        Ok(Self { key: key?, passphrase, salt })
    }

    /// The key of a copy that was encrypted by this passphrase.
    pub(super) fn of(copy: &[u8], passphrase: &str) -> Option<Self> {
        let salt = *copy.get(MAGIC.len()..)?.first_chunk()?;
        Some(Self { key: derive(passphrase, &salt)?, passphrase: passphrase.to_owned(), salt })
    }

    /// Whether this is an encrypted copy.
    pub(super) fn made(content: &[u8]) -> bool {
        content.starts_with(MAGIC)
    }

    /// The file of a copy.
    pub(super) fn seal(&self, parts: &Parts, to: &Path) -> Result<Vec<u8>, CopyError> {
        let nonce: [u8; NONCE] = random()?;
        let header = [&MAGIC[..], &self.salt, &nonce].concat();
        let mut content = bundle(parts);
        let aad = Aad::from(&header);
        let nonce = Nonce::assume_unique_for_key(nonce);
        self.key.seal_in_place_append_tag(nonce, aad, &mut content).map_err(|cause| {
            CopyError::CopyNotWritten { path: to.display().to_string(), detail: cause.to_string() }
        })?;
        Ok([header, content].concat())
    }

    /// What a copy holds; `None` when it was made by another passphrase, or changed since.
    pub(super) fn open(&self, copy: &[u8]) -> Option<Parts> {
        let (header, content) = copy.split_at_checked(HEADER)?;
        if !Self::made(header) {
            return None;
        }
        if header.get(MAGIC.len()..)?.first_chunk() != Some(&self.salt) {
            return Self::of(copy, &self.passphrase)?.open(copy); // An earlier run's.
        }
        let nonce = Nonce::assume_unique_for_key(*header.last_chunk()?);
        let mut content = content.to_vec();
        unbundle(self.key.open_in_place(nonce, Aad::from(header), &mut content).ok()?)
    }
}

fn derive(passphrase: &str, salt: &[u8]) -> Option<LessSafeKey> {
    let (memory, passes, lanes) = COST;
    let params = Params::new(memory, passes, lanes, Some(32)).ok()?;
    let mut key = [0; 32];
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(passphrase.as_bytes(), salt, &mut key)
        .ok()?;
    Some(LessSafeKey::new(UnboundKey::new(&CHACHA20_POLY1305, &key).ok()?))
}

fn random<const N: usize>() -> Result<[u8; N], CopyError> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|cause| CopyError::CopyNotWritten {
        path: String::new(),
        detail: cause.to_string(),
    })?;
    Ok(bytes)
}

/// Each part behind its length, as 8 bytes, big-endian.
fn bundle(parts: &Parts) -> Vec<u8> {
    let Parts { journal, key, address } = parts;
    let part = |it: &Vec<u8>| [&(it.len() as u64).to_be_bytes()[..], it].concat();
    [journal, key, address].map(part).concat()
}

fn unbundle(mut bytes: &[u8]) -> Option<Parts> {
    let mut part = || {
        let (length, rest) = bytes.split_first_chunk()?;
        let length = usize::try_from(u64::from_be_bytes(*length)).ok()?;
        let (part, rest) = rest.split_at_checked(length)?;
        bytes = rest;
        Some(part.to_vec())
    };
    Some(Parts { journal: part()?, key: part()?, address: part()? })
}
