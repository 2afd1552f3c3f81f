//! What can be wrong with a journal, with the place.

use std::{error::Error, io, path::Path};

use serde::Serialize;

use super::chain::Break;

/// A journal that cannot be opened, read or written.
///
/// The `Display` text is for logs. People read the text that the word tables hold under
/// `journal-<code>`, where the code is the `code` of the serialised error and its other fields are
/// the text's arguments.
#[derive(Debug, thiserror::Error, Serialize)]
#[serde(tag = "code", rename_all = "kebab-case")]
pub enum JournalError {
    /// There is nothing to read.
    #[error("there is no journal at {path}")]
    Missing {
        /// Where one was looked for.
        path: String,
    },
    /// There is something else at this place.
    #[error("{path} is not a journal")]
    NotAJournal {
        /// The place.
        path: String,
        /// What is there.
        found: Found,
    },
    /// A newer roadshow wrote it.
    #[error("{path} has format {format}; known is {known}")]
    NewerFormat {
        /// The journal.
        path: String,
        /// Its format.
        format: u32,
        /// The newest format that this program reads.
        known: u32,
    },
    /// Another hub has it open.
    #[error("{path} is in use")]
    InUse {
        /// The journal.
        path: String,
    },
    /// A journal cannot be begun or written at this place.
    #[error("cannot write at {path}")]
    CannotCreate {
        /// The file or folder that could not be made or opened.
        path: String,
        /// What the system said.
        detail: String,
        /// The cause.
        #[serde(skip)]
        #[source]
        source: Box<dyn Error + Send + Sync>,
    },
    /// It is there and cannot be read; nothing says that it is damaged.
    #[error("cannot read {path}")]
    CannotRead {
        /// The journal.
        path: String,
        /// What the system said.
        detail: String,
        /// The cause.
        #[serde(skip)]
        #[source]
        source: Box<dyn Error + Send + Sync>,
    },
    /// The file itself is damaged or cut short.
    #[error("{path} is damaged after record {whole}: {detail}")]
    Damaged {
        /// The journal.
        path: String,
        /// The last record that is whole; 0 for none.
        whole: u64,
        /// What was found.
        detail: String,
    },
    /// A record was taken away.
    #[error("{path} has no record {seq}, but later ones")]
    MissingRecord {
        /// The journal.
        path: String,
        /// The first record that is missing.
        seq: u64,
    },
    /// A record is not what was written, or stands at another's place.
    #[error("record {seq} of {path} has been changed")]
    ChangedRecord {
        /// The journal.
        path: String,
        /// The first record whose hash does not fit.
        seq: u64,
    },
    /// A record is whole, but says what this program does not know.
    #[error("record {seq} of {path} is not understood")]
    UnreadableRecord {
        /// The journal.
        path: String,
        /// The record.
        seq: u64,
        /// What is not understood.
        detail: String,
        /// The cause.
        #[serde(skip)]
        #[source]
        source: serde_json::Error,
    },
    /// An entry would not come back from the journal as it is. A bug; nothing was stored.
    #[error("this entry cannot be stored: {detail}")]
    Unstorable {
        /// What is wrong with it.
        detail: String,
    },
    /// Another writer has stored records behind the last one that this hub knows. Nothing was stored.
    #[error("another program has written to {path}: the last record is {found}, not {expected}")]
    MovedOn {
        /// The journal.
        path: String,
        /// The last record that this writer knows.
        expected: u64,
        /// The last record that is there.
        found: u64,
    },
    /// The file was deleted or moved away while the hub had it open.
    #[error("{path} was deleted under the hub")]
    Deleted {
        /// The journal.
        path: String,
    },
    /// Another file stands at the journal's place, which does not have the same records.
    #[error("another file has taken the place of {path}")]
    Replaced {
        /// The journal.
        path: String,
    },
    /// What is to be replaced by a copy is not an older copy of the same journal.
    #[error("{path} is not an older copy of this journal")]
    NotACopy {
        /// The place.
        path: String,
    },
    /// No room is left. Nothing was stored.
    #[error("no room for {path}")]
    DiskFull {
        /// The journal.
        path: String,
    },
    /// The disk refused. Nothing was stored.
    #[error("could not store in {path}")]
    NotStored {
        /// The journal.
        path: String,
        /// What the disk said.
        detail: String,
        /// The cause.
        #[serde(skip)]
        #[source]
        source: Box<dyn Error + Send + Sync>,
    },
}

/// What stands where a journal should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Found {
    /// A folder.
    Folder,
    /// An empty file.
    EmptyFile,
    /// Another program's file.
    OtherFile,
}

/// A path as it is shown.
pub(super) fn shown(path: &Path) -> String {
    path.display().to_string()
}

impl JournalError {
    /// Whether what is stored is not what was written; at its end [`super::mend`] can cut that off.
    pub fn is_damage(&self) -> bool {
        matches!(
            self,
            Self::Damaged { .. } | Self::MissingRecord { .. } | Self::ChangedRecord { .. }
        )
    }

    pub(super) fn cannot_create(
        path: &Path,
        source: impl Into<Box<dyn Error + Send + Sync>>,
    ) -> Self {
        let source = source.into();
        Self::CannotCreate { path: shown(path), detail: source.to_string(), source }
    }

    pub(super) fn cannot_read(path: &Path, source: io::Error) -> Self {
        if source.kind() == io::ErrorKind::NotFound {
            return Self::Missing { path: shown(path) };
        }
        Self::CannotRead { path: shown(path), detail: source.to_string(), source: source.into() }
    }

    pub(super) fn broken(path: &Path, at: &Break) -> Self {
        let path = shown(path);
        match *at {
            Break::Missing(seq) => Self::MissingRecord { path, seq },
            Break::Changed(seq) => Self::ChangedRecord { path, seq },
        }
    }

    pub(super) fn unreadable(path: &Path, seq: u64, source: serde_json::Error) -> Self {
        let detail = source.to_string();
        Self::UnreadableRecord { path: shown(path), seq, detail, source }
    }
}
