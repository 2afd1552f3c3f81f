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
    takeover::Taken,
};
use crate::{
    contest::ProjectId,
    journal::beside,
    tui::judge::{Drawer, Kept, Place},
};

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

/// Takes over what another state folder has of a seat: of each project what is newer, and every secret.
///
/// # Errors
///
/// When a file cannot be read or written; nothing is changed then.
pub(super) fn take(
    from: &Path,
    own: &Path,
    (place, journal): (&Place, &str),
) -> io::Result<Vec<Taken>> {
    let [theirs, mine] = [from, own].map(|it| it.join("drafts").join(name(place)));
    let (path, Some(found)) = (theirs.display().to_string(), read(&theirs)?) else {
        return Ok(Vec::new());
    };
    // Those that were kept before files named their journal are told by the place alone.
    let is_elsewhere = !found.journal.is_empty() && found.journal != *journal;
    if found.place != *place || is_elsewhere {
        return Ok(vec![Taken::DraftsForeign { path }]);
    }
    let before = read(&mine)?.filter(|it| it.place == *place);
    let (merged, outcome) = merged(before.clone(), found);
    let Outcome { new, replaced, left, secrets } = outcome;
    let mut taken = Vec::new();
    if !replaced.is_empty() {
        let kept = beside(&mine, ".before");
        put(&kept, Some(&serde_json::to_vec(&before)?))?;
        let kept = kept.display().to_string();
        taken.push(Taken::DraftsReplaced { projects: replaced, kept });
    }
    write(&own.join("drafts"), &merged)?;
    taken.extend((!new.is_empty()).then_some(Taken::Drafts { projects: new }));
    taken.extend((!left.is_empty()).then_some(Taken::DraftsLeft { projects: left }));
    taken.extend((secrets > 0).then_some(Taken::Secrets { count: secrets }));
    Ok(taken)
}

/// What became of another terminal's drafts.
#[derive(Default)]
struct Outcome {
    new: Vec<ProjectId>,
    replaced: Vec<ProjectId>,
    left: Vec<ProjectId>,
    /// How many secrets this terminal had not.
    secrets: usize,
}

/// Two terminals' drafts of one seat as one. A secret is never lost: without it a sheet cannot be opened.
fn merged(own: Option<Kept>, theirs: Kept) -> (Kept, Outcome) {
    let mut outcome = Outcome::default();
    let Some(mut own) = own else {
        outcome.secrets = theirs.drafts.values().map(|it| it.sealed.len()).sum();
        outcome.new = theirs.drafts.keys().cloned().collect();
        return (theirs, outcome);
    };
    let is_newer = own.at < theirs.at;
    for (project, mut theirs) in theirs.drafts {
        let Some(mine) = own.drafts.get_mut(&project) else {
            outcome.secrets += theirs.sealed.len();
            outcome.new.push(project.clone());
            own.drafts.insert(project, theirs);
            continue;
        };
        let unknown: Vec<_> =
            theirs.sealed.drain(..).filter(|it| !mine.sealed.contains(it)).collect();
        outcome.secrets += unknown.len();
        mine.sealed.extend(unknown);
        theirs.sealed.clone_from(&mine.sealed);
        match (*mine == theirs, is_newer) {
            (true, _) => (),
            (false, true) => {
                *mine = theirs;
                outcome.replaced.push(project);
            }
            (false, false) => outcome.left.push(project),
        }
    }
    own.at = own.at.max(theirs.at);
    (own, outcome)
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
    use crate::{
        contest::{At, Marks},
        tui::judge::{KeptDraft, Secret},
    };

    fn place(session: &str) -> Place {
        let (room, seat) = ("A".into(), "A1".into());
        Place { session: session.to_owned(), room, seat, rehearsal: false }
    }

    fn kept(session: &str, mark: &str) -> Kept {
        let typed = BTreeMap::from([("team".into(), mark.to_owned())]);
        let draft = KeptDraft { typed, ..KeptDraft::default() };
        let (journal, drafts) = ("j1".to_owned(), BTreeMap::from([("E07".into(), draft)]));
        Kept { place: place(session), journal, at: At(5), drafts }
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

    /// What is left of two terminals: of each project the newer, and every secret.
    #[test]
    fn what_is_taken_over_replaces_nothing_newer_and_loses_no_secret() {
        let draft = |mark: &str, nonces: &[&str]| {
            let secret = |nonce: &&str| {
                let (marks, nonce) = (Marks::new(), (*nonce).to_owned());
                Secret { revision: 1, marks, nonce }
            };
            let typed = BTreeMap::from([("team".into(), mark.to_owned())]);
            let sealed = nonces.iter().map(secret).collect();
            KeptDraft { typed, sealed, ..KeptDraft::default() }
        };
        let state = |at, drafts: Vec<(&str, KeptDraft)>| {
            let home = tempfile::tempdir().unwrap();
            let drafts = drafts.into_iter().map(|(id, it)| (id.into(), it)).collect();
            let kept = Kept { at: At(at), drafts, ..kept("final", "") };
            evening(&home.path().join("drafts"), &[kept]);
            home
        };
        let take = |from: &Path, own: &Path, journal: &str| {
            super::take(from, own, (&place("final"), journal)).unwrap()
        };
        let there = |own: &Path| read(&own.join("drafts").join(name(&place("final")))).unwrap();
        let ids = |ids: &[&str]| ids.iter().map(|&id| id.into()).collect::<Vec<ProjectId>>();

        let dead = state(7, vec![("E01", draft("8", &["a"])), ("E02", draft("9", &["b"]))]);
        let empty = tempfile::tempdir().unwrap();
        assert_eq!(take(dead.path(), empty.path(), "j2").len(), 1, "of another evening");
        assert_eq!(there(empty.path()), None);
        let taken = take(dead.path(), empty.path(), "j1");
        let all = Taken::Drafts { projects: ids(&["E01", "E02"]) };
        assert_eq!(taken, [all, Taken::Secrets { count: 2 }]);
        assert_eq!(there(empty.path()), there(dead.path()));
        assert_eq!(take(dead.path(), empty.path(), "j1"), [], "once is enough");

        for (at, mark) in [(6, "8"), (8, "5")] {
            let own = state(at, vec![("E01", draft("5", &["c"]))]);
            let taken = take(dead.path(), own.path(), "j1");
            let kept = there(own.path()).unwrap();
            let [first, second] =
                ["E01", "E02"].map(|id| kept.drafts[&ProjectId::from(id)].clone());
            assert_eq!(first.typed.into_values().collect::<Vec<_>>(), [mark]);
            assert_eq!((first.sealed.len(), second), (2, draft("9", &["b"])));
            let before = own.path().join("drafts").join(name(&place("final")) + ".before");
            assert_eq!(before.exists(), at < 7);
            let path = before.display().to_string();
            assert_eq!(
                taken.contains(&Taken::DraftsReplaced { projects: ids(&["E01"]), kept: path }),
                at < 7
            );
            assert_eq!(taken.contains(&Taken::DraftsLeft { projects: ids(&["E01"]) }), 7 < at);
        }
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
