//! A terminal's unanswered wishes in a file of the user's state folder, one for each link.
//!
//! A terminal that comes after one that died asks for them again, under the same ids, so that each is
//! done once. The file's name tells the seat and a hash of the pass, which another evening's link does
//! not have; there is no pass in it, and only its user may read it. A file that cannot be read is left
//! aside with a line in the log.

use std::{
    fs::{self, File},
    io::{self, BufReader, Read},
    path::{Path, PathBuf},
};

use tracing::warn;

use super::{
    latest::{Latest, put},
    state::{self, spelt},
    takeover::Taken,
};
use crate::{
    client::{Tray, Unanswered},
    protocol::JoinLink,
};

/// More than the wishes that a link keeps, in bytes.
const LARGEST: u64 = 4 << 20;

/// The tray of one link.
#[derive(Debug)]
pub(super) struct FileTray {
    path: PathBuf,
    writer: Latest<Vec<Unanswered>>,
}

impl FileTray {
    /// In the per-user state folder, where there is one.
    pub(super) fn of_user(link: &JoinLink) -> Option<Self> {
        Some(Self::at(state::folder()?.join("outbox").join(name(link))))
    }

    fn at(path: PathBuf) -> Self {
        let place = path.clone();
        let write = move |waiting: Vec<Unanswered>| {
            let content =
                (!waiting.is_empty()).then(|| serde_json::to_vec(&waiting)).transpose()?;
            put(&place, content.as_deref())
        };
        Self { path, writer: Latest::written_by("outbox", write) }
    }
}

impl Tray for FileTray {
    fn open(&mut self) -> Vec<Unanswered> {
        read(&self.path).unwrap_or_else(|error| {
            // Not what a reader says of it, which may be a mark.
            let why = error.kind();
            warn!(path = %self.path.display(), %why, "unanswered wishes cannot be read");
            Vec::new()
        })
    }

    fn keep(&mut self, waiting: &[Unanswered]) {
        self.writer.give(waiting.to_vec());
    }
}

/// Takes over the wishes that another state folder has of a link, under their ids: whoever asks for them
/// as well, each is done once. Those by another pass stay where they are.
pub(super) fn take(from: &Path, own: &Path, link: &JoinLink) -> io::Result<Vec<Taken>> {
    let [theirs, mine] = [from, own].map(|it| it.join("outbox"));
    let (name, start) = (name(link), start(link));
    let (mut wishes, waiting) = (read(&theirs.join(&name))?, read(&mine.join(&name))?);
    wishes.retain(|it| waiting.iter().all(|own| own.id != it.id));
    let count = wishes.len();
    if count > 0 {
        wishes.extend(waiting); // What has waited for longer is asked first.
        put(&mine.join(&name), Some(&serde_json::to_vec(&wishes)?))?;
    }
    let mut foreign = 0;
    for file in fs::read_dir(theirs).into_iter().flatten().flatten() {
        let other = file.file_name().to_string_lossy().into_owned();
        if other.starts_with(&start) && other != name {
            foreign += read(&file.path()).map_or(0, |it| it.len());
        }
    }
    let taken = (count > 0).then_some(Taken::Wishes { count });
    let left = (foreign > 0).then_some(Taken::WishesForeign { count: foreign });
    Ok(taken.into_iter().chain(left).collect())
}

/// The name of a link's file.
fn name(link: &JoinLink) -> String {
    let pass = blake3::hash(link.pass.as_bytes()).to_hex();
    format!("{}{}.json", start(link), pass.get(..16).unwrap_or_default())
}

/// How the names of all files of a link's seat begin.
fn start(link: &JoinLink) -> String {
    let seat: Vec<_> = link.seat.to_string().split('/').map(spelt).collect();
    format!("{}-", seat.join("-"))
}

fn read(path: &Path) -> io::Result<Vec<Unanswered>> {
    let file = match File::open(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        file => file?,
    };
    Ok(serde_json::from_reader(BufReader::new(file.take(LARGEST)))?)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use uuid::Uuid;

    use super::*;
    use crate::contest::{At, Wish};

    fn asked(id: u128) -> Unanswered {
        let wish = Wish::Release { project: "E01".into() };
        Unanswered { id: Uuid::from_u128(id), wish, asked: At(5) }
    }

    #[test]
    fn what_was_not_answered_is_there_for_the_next_terminal() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("outbox/A-host.json");
        let mut tray = FileTray::at(path.clone());
        assert!(tray.open().is_empty());
        tray.keep(&[asked(1)]);
        tray.keep(&[asked(1), asked(2)]);
        drop(tray);
        let mut tray = FileTray::at(path.clone());
        assert_eq!(tray.open(), [asked(1), asked(2)]);
        tray.keep(&[]);
        drop(tray);
        assert!(!path.exists());
    }

    #[test]
    fn a_broken_file_holds_no_wishes_and_is_left_alone() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("A-host.json");
        for broken in ["", "{", "[{}]", "\u{0}"] {
            fs::write(&path, broken).unwrap();
            assert!(FileTray::at(path.clone()).open().is_empty(), "{broken:?}");
            assert_eq!(fs::read_to_string(&path).unwrap(), broken);
        }
    }

    #[test]
    fn the_links_of_two_evenings_have_trays_of_their_own() {
        let link = |pass: &str| format!("roadshow://hub:1/A/judge/A1/{pass}").parse().unwrap();
        let [one, other] = ["one", "other"].map(|pass| name(&link(pass)));
        assert_ne!(one, other);
        assert!(one.starts_with("A-judge-A1-"), "{one}");
    }
}
