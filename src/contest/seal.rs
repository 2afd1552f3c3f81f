//! What stands for a sheet's marks until they are opened: a hash that gives nothing away and fits
//! nothing else.

use std::{fmt, fmt::Write, str::FromStr};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{Marks, ProjectId, SeatId};

/// The seal of a sheet: 64 lower-case hexadecimal digits.
///
/// SHA-256 over lines that each end in a line feed: `roadshow sheet 1`, the nonce, project, seat,
/// revision, and `CRITERION MARK` for every mark in the order of the criteria's ids, a mark without
/// zeros at its end. `docs/protocol.md` has an example.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Seal(String);

/// A text that is no seal.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a seal has 64 lower-case hexadecimal digits")]
pub struct NotASeal;

impl Seal {
    /// The seal of a seat's sheet for a project, of this revision.
    pub fn of(
        (project, seat, revision): (&ProjectId, &SeatId, u32),
        marks: &Marks,
        nonce: &str,
    ) -> Self {
        let mut sheet = format!("roadshow sheet 1\n{nonce}\n{project}\n{seat}\n{revision}\n");
        for (criterion, mark) in marks {
            let _ = writeln!(sheet, "{criterion} {}", mark.normalize()); // A string takes all.
        }
        let hash: [u8; 32] = Sha256::digest(sheet).into();
        Self(hash.map(|byte| format!("{byte:02x}")).concat())
    }

    /// Its digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Seal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl FromStr for Seal {
    type Err = NotASeal;

    fn from_str(text: &str) -> Result<Self, NotASeal> {
        let is_digit = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
        let is_seal = text.len() == 64 && text.bytes().all(is_digit);
        if is_seal { Ok(Self(text.to_owned())) } else { Err(NotASeal) }
    }
}

impl TryFrom<String> for Seal {
    type Error = NotASeal;

    fn try_from(text: String) -> Result<Self, NotASeal> {
        text.parse()
    }
}

impl From<Seal> for String {
    fn from(seal: Seal) -> Self {
        seal.0
    }
}
