//! The judges' drafts in files of the user's state folder, one for each seat.
//!
//! A file is written whole beside the old one and then takes its place, by a thread of its own
//! ([`Latest`]). A file that cannot be read is left aside with a line in the
//! log: `a_broken_file_is_no_draft`. There is no pass in it, and only its user may read it.

use std::{
    fs::File,
    io::{self, Read},
    path::{Path, PathBuf},
};

use tracing::warn;

use super::{
    latest::{Latest, put},
    state::{self, spelt},
};
use crate::tui::judge::{Drawer, Kept, Place};

/// More than the drafts and notes of any evening, in bytes.
const LARGEST: u64 = 4 << 20;

/// Drafts in files of a folder.
#[derive(Debug)]
pub(super) struct Drafts {
    folder: PathBuf,
    writer: Latest<Kept>,
}

impl Drafts {
    /// In the per-user state folder, where there is one.
    pub(super) fn of_user() -> Option<Self> {
        Some(Self::in_folder(state::folder()?.join("drafts")))
    }

    fn in_folder(folder: PathBuf) -> Self {
        let place = folder.clone();
        let writer = Latest::written_by("drafts", move |kept| write(&place, &kept));
        Self { folder, writer }
    }
}

impl Drawer for Drafts {
    fn open(&mut self, place: &Place) -> Option<Kept> {
        let path = self.folder.join(name(place));
        match read(&path) {
            Ok(kept) => kept,
            Err(error) => {
                // Not what a reader says of it, which may be a mark.
                let why = error.kind();
                warn!(path = %path.display(), %why, "a draft cannot be read and is left aside");
                None
            }
        }
    }

    fn keep(&mut self, kept: Kept) {
        self.writer.give(kept);
    }

    fn keep_now(&mut self, kept: Kept) -> bool {
        self.writer.give_now(kept)
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
    let content = (!kept.drafts.is_empty()).then(|| serde_json::to_vec(kept)).transpose()?;
    put(&folder.join(name(&kept.place)), content.as_deref())
}

#[cfg(test)]
mod tests {
    use std::{collections::BTreeMap, fs};

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
