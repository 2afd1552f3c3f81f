//! Copies of the journal, with the hub's key and address, in other folders: what another laptop needs so
//! that every link goes on working there.
//!
//! A thread of its own makes them, at the start, at every lock, release and correction, and after the
//! close; the desk only says when, and never waits for a disk that is not its own. Moments that come
//! while a copy is being made share the next one.
//!
//! What always holds, and the test that guards it:
//!
//! - a copy is a whole journal, and the older one stays until it is:
//!   `every_lock_leaves_a_copy_that_another_hub_goes_on_with`;
//! - nothing else than an older copy is written over: `a_copy_replaces_nothing_but_an_older_copy`;
//! - without the passphrase nobody reads an encrypted one: `an_encrypted_copy_opens_with_its_passphrase_only`;
//! - people are told of every copy that is not made, by a bug too: `a_copy_that_breaks_down_is_told_of_and_tried_again`.

mod cipher;

use std::{
    fs, io,
    panic::{self, AssertUnwindSafe},
    path::{Path, PathBuf},
    sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel},
    thread,
    time::Duration,
};

use serde::Serialize;
use tracing::{info, warn};

use cipher::{Cipher, Parts};

use crate::{
    contest::At,
    journal::{self, Head, JournalError, beside, write_private},
    protocol::{CopyLine, CopyMade, HeadLine, Storage, StorageTrouble},
};

/// How long a closing hub waits for its last copies.
const PATIENCE: Duration = Duration::from_secs(20);

/// What belongs to a journal and travels with it.
const COMPANIONS: [&str; 2] = [".key", ".address"];

/// What an encrypted copy is called, behind the journal's name.
const ENCRYPTED: &str = ".encrypted";

/// A copy that cannot be made or opened. People read the text under `journal-<code>`.
#[derive(Debug, thiserror::Error, Serialize)]
#[serde(tag = "code", rename_all = "kebab-case")]
pub enum CopyError {
    /// A file of the copy cannot be written.
    #[error("cannot write {path}: {detail}")]
    CopyNotWritten {
        /// The file.
        path: String,
        /// What the system said.
        detail: String,
    },
    /// A file cannot be read.
    #[error("cannot read {path}: {detail}")]
    CopyNotRead {
        /// The file.
        path: String,
        /// What the system said.
        detail: String,
    },
    /// Making it broke down by a bug; the next one is tried all the same.
    #[error("making the copy in {path} broke down by a bug")]
    CopyBroke {
        /// Its folder.
        path: String,
    },
    /// The system gives the hub no thread to make copies on.
    #[error("no copies are made: {detail}")]
    NoCopies {
        /// What the system said.
        detail: String,
    },
    /// The passphrase's file is empty.
    #[error("{path} holds no passphrase")]
    NoPassphrase {
        /// The file.
        path: String,
    },
    /// The copy is encrypted, and no passphrase was given.
    #[error("{path} is encrypted")]
    CopyIsEncrypted {
        /// The copy.
        path: String,
    },
    /// The passphrase is another one, or the copy was changed.
    #[error("{path} does not open with this passphrase")]
    WrongPassphrase {
        /// The copy.
        path: String,
    },
    /// A journal lies already where the copy is to be taken to.
    #[error("{path} is there already")]
    PlaceTaken {
        /// The place.
        path: String,
    },
    /// The journal or its copy.
    #[error(transparent)]
    #[serde(untagged)]
    Journal(#[from] JournalError),
}

/// Where copies of one journal go.
pub struct Copies {
    journal: PathBuf,
    folders: Vec<PathBuf>,
    cipher: Option<Cipher>,
    maker: Option<Maker>,
}

/// The thread that makes them.
struct Maker {
    asks: SyncSender<()>,
    done: Receiver<()>,
}

/// How a copy went.
pub(super) struct Copied {
    /// The how-manyth folder.
    folder: usize,
    made: Result<Head, CopyError>,
}

impl Copied {
    /// Notes it in what hosts and supervisor are told.
    pub(super) fn note(self, storage: &mut Storage, now: At) {
        let Some(line) = storage.copies.get_mut(self.folder) else { return };
        match self.made {
            Ok(head) => {
                let head = HeadLine { seq: head.seq, hash: head.hash.to_string() };
                line.last = Some(CopyMade { at: now, head });
                line.trouble = None;
            }
            Err(error) => {
                let since = line.trouble.as_ref().map_or(now, |it| it.since);
                line.trouble = Some(StorageTrouble::new(since, &error));
            }
        }
    }
}

impl Copies {
    /// Copies of a journal to these folders, encrypted by the passphrase in a file if there is one.
    ///
    /// # Errors
    ///
    /// When the passphrase cannot be read.
    pub fn new(
        journal: &Path,
        folders: Vec<PathBuf>,
        passphrase: Option<&Path>,
    ) -> Result<Self, CopyError> {
        let cipher = passphrase.map(read_passphrase).transpose()?.map(Cipher::new).transpose()?;
        Ok(Self { journal: journal.to_owned(), folders, cipher, maker: None })
    }

    /// For each folder whether an older copy lies there, which the next one would take the place of.
    /// Nothing is written.
    pub fn foresee(&self) -> impl Iterator<Item = (&Path, Result<bool, CopyError>)> {
        self.folders.iter().map(|it| (it.as_path(), self.has_older(&place(&self.journal, it))))
    }

    fn has_older(&self, to: &Path) -> Result<bool, CopyError> {
        let Some(cipher) = &self.cipher else { return Ok(journal::may_copy(&self.journal, to)?) };
        let to = beside(to, ENCRYPTED);
        if !to.exists() {
            return Ok(false);
        }
        let own = fs::read(beside(&self.journal, COMPANIONS[0])).ok();
        let opened = cipher.open(&read(&to)?).filter(|it| own.as_ref() == Some(&it.key));
        let not_a_copy = || JournalError::NotACopy { path: to.display().to_string() };
        Ok(opened.map(|_| true).ok_or_else(not_a_copy)?)
    }

    /// Starts the thread, which makes the first copies at once and tells of each. Gives a line for each
    /// folder, before the first copy.
    pub(super) fn start(
        self,
        now: At,
        tell: impl Fn(Copied) + Send + 'static,
    ) -> (Self, Vec<CopyLine>) {
        self.start_on(thread::Builder::new(), now, tell)
    }

    fn start_on(
        mut self,
        thread: thread::Builder,
        now: At,
        tell: impl Fn(Copied) + Send + 'static,
    ) -> (Self, Vec<CopyLine>) {
        let (asks, asked) = sync_channel::<()>(1);
        let (end, done) = sync_channel(0);
        let Self { journal, folders, cipher, .. } = &mut self;
        let line =
            |it: &PathBuf| CopyLine { folder: it.display().to_string(), ..Default::default() };
        let mut lines: Vec<CopyLine> = folders.iter().map(line).collect();
        let folders = std::mem::take(folders);
        let work = Work { journal: journal.clone(), cipher: cipher.take() };
        let run = move || {
            let _end = end; // Dropped when the thread ends, which is what is waited for.
            keep_copying(&folders, |folder| work.copy_to(folder), &asked, &tell);
        };
        match thread.name("copies".to_owned()).spawn(run) {
            Ok(_) => self.maker = Some(Maker { asks, done }),
            Err(cause) => {
                let error = CopyError::NoCopies { detail: cause.to_string() };
                warn!(%error, "not copied");
                for line in &mut lines {
                    line.trouble = Some(StorageTrouble::new(now, &error));
                }
            }
        }
        (self, lines)
    }

    /// Asks for new copies. When that is asked for already, it is done once for both.
    pub(super) fn ask(&self) {
        if let Some(maker) = &self.maker {
            let _ = maker.asks.try_send(());
        }
    }

    /// Makes the last copies, of the closed journal.
    pub(super) fn close(self) {
        let Some(Maker { asks, done }) = self.maker else { return };
        drop(asks);
        if done.recv_timeout(PATIENCE) == Err(RecvTimeoutError::Timeout) {
            warn!("the last copies are not finished; the journal itself is closed");
        }
    }
}

/// What the copy of a journal is called in a folder.
fn place(journal: &Path, folder: &Path) -> PathBuf {
    folder.join(journal.file_name().unwrap_or_default())
}

/// Makes copies in all folders, now, whenever asked, and once more when nobody can ask any more.
fn keep_copying(
    folders: &[PathBuf],
    copy_to: impl Fn(&Path) -> Result<Head, CopyError>,
    asked: &Receiver<()>,
    tell: &impl Fn(Copied),
) {
    let copy_all = || {
        for (folder, path) in folders.iter().enumerate() {
            // A copy is built beside the older one, so nothing half made is looked at after a bug.
            let made = panic::catch_unwind(AssertUnwindSafe(|| copy_to(path)));
            let broke = || CopyError::CopyBroke { path: path.display().to_string() };
            let made = made.unwrap_or_else(|_| Err(broke()));
            match &made {
                Ok(head) => info!(folder = %path.display(), %head, "copied"),
                Err(error) => warn!(folder = %path.display(), %error, "not copied"),
            }
            tell(Copied { folder, made });
        }
    };
    copy_all();
    while asked.recv().is_ok() {
        copy_all();
    }
    copy_all();
}

/// What the thread works with.
struct Work {
    journal: PathBuf,
    cipher: Option<Cipher>,
}

impl Work {
    fn copy_to(&self, folder: &Path) -> Result<Head, CopyError> {
        let to = place(&self.journal, folder);
        if let Some(cipher) = &self.cipher {
            return self.encrypt(cipher, &beside(&to, ENCRYPTED));
        }
        // First the journal, whose copy refuses to replace what is not its own.
        let head = journal::copy(&self.journal, &to)?;
        for suffix in COMPANIONS {
            write(&beside(&to, suffix), &read(&beside(&self.journal, suffix))?)?;
        }
        Ok(head)
    }

    fn encrypt(&self, cipher: &Cipher, to: &Path) -> Result<Head, CopyError> {
        let plain = tempfile::tempdir_in(self.journal.parent().unwrap_or(Path::new(".")));
        let plain = plain.map_err(|cause| not_written(&self.journal, &cause))?;
        let copy = plain.path().join("copy.journal");
        let [key, address] = COMPANIONS.map(|suffix| read(&beside(&self.journal, suffix)));
        let (key, address) = (key?, address?);
        let not_a_copy = || JournalError::NotACopy { path: to.display().to_string() };
        if let Ok(older) = fs::read(to) {
            let older = cipher.open(&older).filter(|it| it.key == key).ok_or_else(not_a_copy)?;
            // Copying refuses to replace it unless it is an older copy.
            write(&copy, &older.journal)?;
        }
        let head = journal::copy(&self.journal, &copy).map_err(|error| match error {
            JournalError::NotACopy { .. } => not_a_copy(),
            error => error,
        })?;
        let parts = Parts { journal: read(&copy)?, key, address };
        write(to, &cipher.seal(&parts, to)?)?;
        Ok(head)
    }
}

/// Takes a copy, with key and address, to a journal's place. It is still a copy there, and the hub that
/// is opened on it begins a new epoch.
///
/// # Errors
///
/// When the copy cannot be read or not be opened, and when something lies at the place already.
pub fn take_copy(copy: &Path, to: &Path, passphrase: Option<&Path>) -> Result<(), CopyError> {
    for place in [to.to_owned(), beside(to, ".key")] {
        if place.exists() {
            return Err(CopyError::PlaceTaken { path: place.display().to_string() });
        }
    }
    let path = || copy.display().to_string();
    let content = read(copy)?;
    let parts = if Cipher::made(&content) {
        let passphrase = passphrase.ok_or_else(|| CopyError::CopyIsEncrypted { path: path() })?;
        let cipher = Cipher::of(&content, &read_passphrase(passphrase)?);
        let opened = cipher.and_then(|it| it.open(&content));
        opened.ok_or_else(|| CopyError::WrongPassphrase { path: path() })?
    } else {
        journal::read(copy, drop)?;
        let [key, address] = COMPANIONS.map(|suffix| read(&beside(copy, suffix)));
        Parts { journal: content, key: key?, address: address? }
    };
    write(&beside(to, ".key"), &parts.key)?;
    write(&beside(to, ".address"), &parts.address)?;
    write(to, &parts.journal)
}

fn read_passphrase(path: &Path) -> Result<String, CopyError> {
    let text = fs::read_to_string(path).map_err(|cause| not_read(path, &cause))?;
    let text = text.trim_end_matches(['\r', '\n']);
    if text.is_empty() {
        return Err(CopyError::NoPassphrase { path: path.display().to_string() });
    }
    Ok(text.to_owned())
}

fn read(path: &Path) -> Result<Vec<u8>, CopyError> {
    fs::read(path).map_err(|cause| not_read(path, &cause))
}

fn write(path: &Path, content: &[u8]) -> Result<(), CopyError> {
    write_private(path, content).map_err(|cause| not_written(path, &cause))
}

fn not_read(path: &Path, cause: &io::Error) -> CopyError {
    CopyError::CopyNotRead { path: path.display().to_string(), detail: cause.to_string() }
}

fn not_written(path: &Path, cause: &io::Error) -> CopyError {
    CopyError::CopyNotWritten { path: path.display().to_string(), detail: cause.to_string() }
}

#[cfg(test)]
mod tests;
