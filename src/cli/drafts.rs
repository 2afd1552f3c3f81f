//! The judges' drafts in files of the user's state folder, one for each seat.
//!
//! A file is written whole beside the old one and then takes its place, by a thread of its own: a key
//! never waits for the disk, but for the nonce of a sealed sheet, which must be there first, and of what piles up meanwhile only the last is written. When the screen
//! closes, what is left is written first. A file that cannot be read is left aside with a line in the
//! log: `a_broken_file_is_no_draft`. There is no pass in it, and only its user may read it.

use std::{
    fs::{self, File},
    io::{self, Read, Write},
    path::{Path, PathBuf},
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    thread::{self, JoinHandle},
    time::Duration,
};

use tempfile::NamedTempFile;
use tracing::warn;

use super::state::{self, spelt};
use crate::tui::judge::{Drawer, Kept, Place};

/// More than the drafts and notes of any evening, in bytes.
const LARGEST: u64 = 4 << 20;

/// A disk that takes longer for a few kilobytes is not waited for: the judge's sheet goes out all the
/// same, and the screen says that this terminal must go on running.
const LONGEST_WAIT: Duration = Duration::from_secs(2);

/// Drafts in files of a folder.
#[derive(Debug)]
pub(super) struct Drafts {
    folder: PathBuf,
    next: Arc<Next>,
    writer: Option<JoinHandle<()>>,
}

/// What is to be written next, and a bell for the writer.
#[derive(Debug, Default)]
struct Next {
    slot: Mutex<Slot>,
    bell: Condvar,
    /// Rings when something has been written, or could not be.
    written: Condvar,
}

#[derive(Debug, Default)]
struct Slot {
    kept: Option<Kept>,
    /// How often something was put down.
    asked: u64,
    /// Of these, up to which has been dealt with, and up to which is on the disk.
    done: u64,
    on_disk: u64,
    is_over: bool,
}

impl Drafts {
    /// In the per-user state folder, where there is one.
    pub(super) fn of_user() -> Option<Self> {
        Some(Self::in_folder(state::folder()?.join("drafts")))
    }

    fn in_folder(folder: PathBuf) -> Self {
        let next = Arc::new(Next::default());
        let (place, bell) = (folder.clone(), Arc::clone(&next));
        let write = move || {
            while let Some((number, kept)) = bell.wait() {
                let written = write(&place, &kept);
                if let Err(error) = &written {
                    warn!(folder = %place.display(), %error, "a draft could not be kept");
                }
                bell.note(number, written.is_ok());
            }
        };
        let writer = thread::Builder::new().name("drafts".to_owned()).spawn(write);
        let writer = writer.inspect_err(|error| warn!(%error, "drafts are not kept")).ok();
        Self { folder, next, writer }
    }
}

impl Drawer for Drafts {
    fn open(&mut self, place: &Place) -> Option<Kept> {
        let path = self.folder.join(name(place));
        match read(&path) {
            Ok(kept) => kept,
            Err(error) => {
                warn!(path = %path.display(), %error, "a draft cannot be read and is left aside");
                None
            }
        }
    }

    fn keep(&mut self, kept: Kept) {
        self.next.put(kept);
    }

    fn keep_now(&mut self, kept: Kept) -> bool {
        let number = self.next.put(kept);
        self.writer.is_some() && self.next.is_on_disk(number)
    }
}

impl Drop for Drafts {
    fn drop(&mut self) {
        self.next.slot().is_over = true;
        self.next.bell.notify_one();
        if let Some(writer) = self.writer.take() {
            let _ = writer.join(); // A panic there has been told of already.
        }
    }
}

impl Next {
    fn slot(&self) -> MutexGuard<'_, Slot> {
        self.slot.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Puts down what is to be written, and gives its number.
    fn put(&self, kept: Kept) -> u64 {
        let mut slot = self.slot();
        slot.kept = Some(kept);
        slot.asked += 1;
        self.bell.notify_one();
        slot.asked
    }

    /// Waits for something to write, with its number; `None` when nothing more will come.
    fn wait(&self) -> Option<(u64, Kept)> {
        let is_idle = |slot: &mut Slot| slot.kept.is_none() && !slot.is_over;
        let slot = self.bell.wait_while(self.slot(), is_idle);
        let mut slot = slot.unwrap_or_else(PoisonError::into_inner);
        Some((slot.asked, slot.kept.take()?))
    }

    /// What was put down under this number has been dealt with.
    fn note(&self, number: u64, is_written: bool) {
        let mut slot = self.slot();
        slot.done = number;
        if is_written {
            slot.on_disk = number;
        }
        self.written.notify_all();
    }

    /// Waits until what was put down under this number, or later, is on the disk: whether it is.
    fn is_on_disk(&self, number: u64) -> bool {
        let is_waiting = |slot: &mut Slot| slot.done < number;
        let slot = self.written.wait_timeout_while(self.slot(), LONGEST_WAIT, is_waiting);
        number <= slot.unwrap_or_else(PoisonError::into_inner).0.on_disk
    }
}

/// The name of a seat's file.
fn name(place: &Place) -> String {
    let parts = [place.session.as_str(), place.room.as_str(), place.seat.as_str()];
    let kind = if place.rehearsal { "rehearsal.json" } else { "json" };
    format!("{}.{kind}", parts.map(spelt).join("-"))
}

/// What lies in a file; nothing where there is none.
fn read(path: &Path) -> io::Result<Option<Kept>> {
    let file = match File::open(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        file => file?,
    };
    Ok(Some(serde_json::from_reader(io::BufReader::new(file.take(LARGEST)))?))
}

fn write(folder: &Path, kept: &Kept) -> io::Result<()> {
    let path = folder.join(name(&kept.place));
    if kept.drafts.is_empty() {
        return match fs::remove_file(path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        };
    }
    fs::create_dir_all(folder)?;
    let mut file = NamedTempFile::new_in(folder)?;
    file.write_all(&serde_json::to_vec(kept)?)?;
    file.as_file().sync_data()?;
    file.persist(path)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::{contest::At, tui::judge::KeptDraft};

    fn place(session: &str) -> Place {
        let (room, seat) = ("A".into(), "A1".into());
        Place { session: session.to_owned(), room, seat, rehearsal: false }
    }

    fn kept(session: &str, mark: &str) -> Kept {
        let typed = BTreeMap::from([("team".into(), mark.to_owned())]);
        let draft = KeptDraft { typed, ..KeptDraft::default() };
        Kept { place: place(session), at: At(5), drafts: BTreeMap::from([("E07".into(), draft)]) }
    }

    /// What a terminal writes until it closes.
    fn evening(folder: &Path, written: &[Kept]) {
        let mut drafts = Drafts::in_folder(folder.to_owned());
        for kept in written {
            drafts.keep(kept.clone());
        }
    }

    #[test]
    fn the_last_that_was_kept_is_there_when_the_screen_has_closed() {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("drafts");
        evening(&folder, &["8", "8.", "8.5"].map(|mark| kept("final", mark)));
        let mut drafts = Drafts::in_folder(folder.clone());
        assert_eq!(drafts.open(&place("final")), Some(kept("final", "8.5")));
        assert_eq!(drafts.open(&place("other")), None);
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 1); // Nothing is left half written.
    }

    #[test]
    fn what_must_be_there_first_is_on_the_disk_or_said_not_to_be() {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("drafts");
        let mut drafts = Drafts::in_folder(folder.clone());
        drafts.keep(kept("final", "8"));
        assert!(drafts.keep_now(kept("final", "8.5")));
        assert_eq!(read(&folder.join(name(&place("final")))).unwrap(), Some(kept("final", "8.5")));

        let file = home.path().join("no-folder");
        fs::write(&file, "").unwrap();
        assert!(!Drafts::in_folder(file).keep_now(kept("final", "8")));
    }

    #[test]
    fn an_empty_drawer_leaves_no_file() {
        let home = tempfile::tempdir().unwrap();
        let empty = Kept { drafts: BTreeMap::new(), ..kept("final", "8") };
        evening(home.path(), &[kept("final", "8")]);
        evening(home.path(), std::slice::from_ref(&empty));
        evening(home.path(), &[empty]);
        assert_eq!(fs::read_dir(home.path()).unwrap().count(), 0);
    }

    #[test]
    fn a_broken_file_is_no_draft() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join(name(&place("final")));
        for broken in ["", "{", "[]", "{\"place\":{}}", "\u{0}\u{0}"] {
            fs::write(&path, broken).unwrap();
            let mut drafts = Drafts::in_folder(home.path().to_owned());
            assert_eq!(drafts.open(&place("final")), None, "{broken:?}");
        }
        evening(home.path(), &[kept("final", "8")]);
        let mut drafts = Drafts::in_folder(home.path().to_owned());
        assert_eq!(drafts.open(&place("final")), Some(kept("final", "8")));
    }

    #[test]
    fn a_rehearsal_has_drafts_of_its_own() {
        let home = tempfile::tempdir().unwrap();
        let rehearsed = Place { rehearsal: true, ..place("final") };
        evening(home.path(), &[Kept { place: rehearsed.clone(), ..kept("final", "2") }]);
        let mut drafts = Drafts::in_folder(home.path().to_owned());
        assert_eq!(drafts.open(&place("final")), None);
        assert_eq!(drafts.open(&rehearsed).map(|it| it.place), Some(rehearsed));
    }

    #[test]
    fn no_id_leads_out_of_the_folder_or_to_another_seat() {
        assert_eq!(name(&place("additive-2026")), "additive%2d2026-A-A1.json");
        assert_eq!(name(&place("../../x")), "%2e%2e%2f%2e%2e%2fx-A-A1.json");
    }

    #[cfg(unix)]
    #[test]
    fn only_its_user_may_read_it() {
        use std::os::unix::fs::PermissionsExt;

        let home = tempfile::tempdir().unwrap();
        evening(home.path(), &[kept("final", "8")]);
        let path = home.path().join(name(&place("final")));
        assert_eq!(fs::metadata(path).unwrap().permissions().mode() & 0o077, 0);
    }
}
