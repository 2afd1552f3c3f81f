//! The heads of the journal that this terminal was shown, one JSON object a line in a file of the user's
//! state folder (`docs/journal.md`), for whoever doubts the journal later.
//!
//! A thread of its own writes: a key never waits for the disk. A head that stands there already, from
//! an earlier run, is not written again: `a_head_is_written_once`. Nobody needs to see these files but
//! their user.

use std::{
    borrow::Cow,
    fs::{self, File, OpenOptions},
    io::{self, Read, Write},
    path::{Path, PathBuf},
    sync::mpsc::{Receiver, SyncSender, sync_channel},
    thread::{self, JoinHandle},
};

use serde::{Deserialize, Serialize};
use tracing::warn;

use super::{
    state::{self, spelt},
    takeover::Taken,
};
use crate::{
    client::Sight,
    contest::{At, Seat},
    protocol::HeadLine,
    tui::run::{HeadBook, SeenHead},
};

/// Heads that may wait for the disk; of what piles up beyond, the log tells.
const WAITING: usize = 64;
/// More than the heads of any evening, in bytes.
const LARGEST: u64 = 4 << 20;

/// The heads that one seat was shown.
#[derive(Debug)]
pub(super) struct Heads {
    waiting: Option<SyncSender<SeenHead>>,
    writer: Option<JoinHandle<()>>,
}

/// A line of the file.
#[derive(Serialize, Deserialize)]
struct Line<'a> {
    session: Cow<'a, str>,
    journal: Cow<'a, str>,
    seq: u64,
    hash: Cow<'a, str>,
    at: At,
}

impl Heads {
    /// In the per-user state folder, where there is one.
    pub(super) fn of_user(seat: &Seat) -> Option<Self> {
        Some(Self::in_folder(state::folder()?.join("heads"), seat.clone()))
    }

    fn in_folder(folder: PathBuf, seat: Seat) -> Self {
        let (sender, waiting) = sync_channel(WAITING);
        let write = move || write_all(&folder, &seat, &waiting);
        let writer = thread::Builder::new().name("heads".to_owned()).spawn(write);
        let writer = writer.inspect_err(|error| warn!(%error, "heads are not kept")).ok();
        Self { waiting: Some(sender), writer }
    }
}

impl HeadBook for Heads {
    fn keep(&mut self, seen: SeenHead) {
        if let Some(Err(error)) = self.waiting.as_ref().map(|it| it.try_send(seen)) {
            warn!(%error, "a head is not kept");
        }
    }
}

impl Drop for Heads {
    fn drop(&mut self) {
        self.waiting = None; // What waits is written, then the thread ends.
        if let Some(writer) = self.writer.take() {
            let _ = writer.join(); // A panic there has been told of already.
        }
    }
}

fn write_all(folder: &Path, seat: &Seat, waiting: &Receiver<SeenHead>) {
    while let Ok(seen) = waiting.recv() {
        if let Err(error) = write(&folder.join(name(&seen, seat)), &seen) {
            warn!(folder = %folder.display(), %error, "a head could not be kept");
        }
    }
}

/// The name of a seat's file; a rehearsal has its own.
fn name(seen: &SeenHead, seat: &Seat) -> String {
    let seat: Vec<_> = seat.to_string().split('/').map(spelt).collect();
    let kind = if seen.rehearsal { "rehearsal.jsonl" } else { "jsonl" };
    format!("{}-{}.{kind}", spelt(&seen.session), seat.join("-"))
}

/// Takes over the heads of this journal that another state folder has.
pub(super) fn take(from: &Path, own: &Path, seat: &Seat, hub: &Sight) -> io::Result<Vec<Taken>> {
    let Sight { session, rehearsal, journal, .. } = hub;
    let seen = |head, at| {
        let (session, journal) = (session.clone(), journal.clone());
        SeenHead { session, rehearsal: *rehearsal, journal, head, at }
    };
    let name = name(&seen(HeadLine::default(), At::default()), seat);
    let [theirs, mine] = [from, own].map(|it| it.join("heads").join(&name));
    let (mut count, mut foreign) = (0, 0);
    for text in written(&theirs)?.lines() {
        let line = serde_json::from_str::<Line<'_>>(text).ok();
        match line.filter(|it| it.journal == *journal && it.session == *session) {
            Some(Line { seq, hash, at, .. }) => {
                let head = HeadLine { seq, hash: hash.into_owned() };
                count += usize::from(write(&mine, &seen(head, at))?);
            }
            None => foreign += 1,
        }
    }
    let taken = (count > 0).then_some(Taken::Heads { count });
    let left = (foreign > 0).then_some(Taken::HeadsForeign { count: foreign });
    Ok(taken.into_iter().chain(left).collect())
}

/// Adds a line, unless the head stands there already; whether it was added.
fn write(path: &Path, seen: &SeenHead) -> io::Result<bool> {
    let SeenHead { session, journal, head, at, .. } = seen;
    let [session, journal, hash] = [session, journal, &head.hash].map(|it| it.as_str().into());
    let line = Line { session, journal, seq: head.seq, hash, at: *at };
    let line = serde_json::to_string(&line)?;
    // All but the time, which is another one each time.
    let same = line.rsplit_once(",\"at\":").map_or(line.as_str(), |(same, _)| same);
    if written(path)?.contains(same) {
        return Ok(false);
    }
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let mut file = private().create(true).append(true).open(path)?;
    file.write_all(format!("{line}\n").as_bytes())?;
    file.sync_data()?;
    Ok(true)
}

/// What stands in a file; nothing where there is none.
fn written(path: &Path) -> io::Result<String> {
    let mut text = Vec::new();
    match File::open(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => (),
        file => _ = file?.take(LARGEST).read_to_end(&mut text)?,
    }
    Ok(String::from_utf8_lossy(&text).into_owned())
}

#[cfg(unix)]
fn private() -> OpenOptions {
    use std::os::unix::fs::OpenOptionsExt;
    let mut options = OpenOptions::new();
    options.mode(0o600);
    options
}

#[cfg(not(unix))]
fn private() -> OpenOptions {
    OpenOptions::new()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(seq: u64, at: i64) -> SeenHead {
        SeenHead {
            session: "final".to_owned(),
            rehearsal: false,
            journal: "0a".to_owned(),
            head: HeadLine { seq, hash: format!("{seq:064x}") },
            at: At(at),
        }
    }

    /// What a terminal keeps until it closes.
    fn evening(folder: &Path, heads: &[SeenHead]) {
        let mut book = Heads::in_folder(folder.to_owned(), "A/judge/A1".parse().unwrap());
        for seen in heads {
            book.keep(seen.clone());
        }
    }

    #[test]
    fn a_head_is_written_once() {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("heads");
        evening(&folder, &[seen(4, 100), seen(9, 200)]);
        evening(&folder, &[seen(9, 300), seen(12, 400)]);
        let text = fs::read_to_string(folder.join("final-A-judge-A1.jsonl")).unwrap();
        let lines: Vec<serde_json::Value> =
            text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        let seqs: Vec<_> = lines.iter().map(|it| it["seq"].as_u64().unwrap()).collect();
        assert_eq!(seqs, [4, 9, 12]);
        let first =
            format!(r#"{{"session":"final","journal":"0a","seq":4,"hash":"{:064x}","at":100}}"#, 4);
        assert_eq!(text.lines().next(), Some(first.as_str()));
    }

    #[test]
    fn a_rehearsal_and_another_session_have_files_of_their_own() {
        let home = tempfile::tempdir().unwrap();
        let other = SeenHead { session: "../x".to_owned(), ..seen(4, 1) };
        evening(home.path(), &[SeenHead { rehearsal: true, ..seen(4, 1) }, seen(4, 1), other]);
        let mut names: Vec<_> = fs::read_dir(home.path())
            .unwrap()
            .map(|it| it.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        let own = ["%2e%2e%2fx-A-judge-A1.jsonl", "final-A-judge-A1.jsonl"];
        assert_eq!(names, [own[0], own[1], "final-A-judge-A1.rehearsal.jsonl"]);
    }

    #[test]
    fn a_file_that_cannot_be_written_stops_nothing() {
        let home = tempfile::tempdir().unwrap();
        fs::create_dir(home.path().join("final-A-judge-A1.jsonl")).unwrap();
        evening(home.path(), &[seen(4, 1), SeenHead { rehearsal: true, ..seen(5, 2) }]);
        assert!(home.path().join("final-A-judge-A1.rehearsal.jsonl").exists());
    }
}
