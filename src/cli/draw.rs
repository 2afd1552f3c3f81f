//! `roadshow draw`: the run order inside each group, drawn from a seed that was committed to, or
//! entered by hand. The drawing itself is `contest`'s, and `docs/draw.md` explains it.

use std::{fs, io, path::Path};

use serde::Serialize;

use super::{Failure, arguments, files, print};
use crate::{
    contest::{Draw, DrawMethod, Session, commitment},
    definition::{self, Disk},
    journal::{beside, write_private},
    papers::draw::run_order,
    words::Words,
};

/// A seed with fewer bytes than this can be found by trying.
const SHORT_SEED: usize = 16;

/// Why nothing was drawn. The session's file is as it was.
#[derive(Debug, Serialize)]
#[serde(tag = "code", rename_all = "kebab-case")]
pub(super) enum NoDraw {
    /// There is a commitment.
    AlreadyCommitted {
        /// The session's file.
        session: String,
    },
    /// There is an order.
    Drawn {
        /// The session's file.
        session: String,
    },
    /// There is no commitment.
    NotCommitted {
        /// The session's file.
        session: String,
    },
    /// There is no order to check.
    NotDrawn {
        /// The session's file.
        session: String,
    },
    /// The seed is kept nowhere.
    NoSeed {
        /// The file it would be in.
        path: String,
    },
    /// The file that the seed would be kept in is there.
    SeedThere {
        /// The file.
        path: String,
    },
    /// It says nothing, or has control characters.
    NoSuchSeed,
    /// The seed is not the one that was committed to.
    OtherSeed {
        /// Its hash.
        hash: String,
        /// What was announced.
        commitment: String,
    },
    /// The note says nothing, or has control characters.
    NoSuchNote,
    /// Nothing can be added to the file's `[draw]`.
    OddTable {
        /// The session's file.
        session: String,
    },
}

pub(super) fn run(given: &arguments::Draw, words: &Words) -> Result<(), Failure> {
    let session = definition::read_session(&given.session, &Disk).map_err(Failure::Definition)?;
    let desk = Desk { path: &given.session, session, words };
    match &given.manual {
        _ if given.commit => desk.commit(given.seed.as_deref()),
        _ if given.reveal => desk.reveal(given.seed.as_deref()),
        Some(lots) => desk.enter(lots, given.note.as_deref().unwrap_or_default()),
        None => desk.check(),
    }
}

/// Where lots are drawn.
struct Desk<'a> {
    path: &'a Path,
    session: Session,
    words: &'a Words,
}

impl Desk<'_> {
    /// Takes a seed, or makes one, and records its commitment.
    fn commit(&self, seed: Option<&str>) -> Result<(), Failure> {
        self.must_be_open()?;
        let kept = beside(self.path, ".seed");
        let is_own = seed.is_none();
        let seed = match seed {
            Some(seed) => sound(seed).ok_or(NoDraw::NoSuchSeed)?.to_owned(),
            None => keep_new_seed(&kept)?,
        };
        let method = DrawMethod::Seed { commitment: commitment(&seed), seed: None };
        let recorded = self.record(&Draw { method, orders: Vec::new() });
        if let (Err(_), true) = (&recorded, is_own) {
            let _ = fs::remove_file(&kept); // It is the seed of nothing.
        }
        recorded?;
        let session = self.path.display().to_string();
        let counts =
            self.session.groups.iter().map(|group| {
                format!("{} {}", group.id, self.session.finalists_of(&group.id).count())
            });
        let projects = counts.collect::<Vec<_>>().join(&self.words.say("list-separator"));
        let head = [("commitment", commitment(&seed).into()), ("projects", projects.into())];
        let mut said = self.words.tell("draw-committed", &head);
        said += "\n";
        let kept = kept.display().to_string();
        let key = if is_own { "draw-seed-kept" } else { "draw-seed-yours" };
        said += &self.words.tell(key, &[("seed", kept.into()), ("session", session.into())]);
        if seed.len() < SHORT_SEED {
            said += "\n";
            said += &self.words.say("draw-seed-short");
        }
        print(&format!("{said}\n"))
    }

    /// Opens the seed, draws, and records both.
    fn reveal(&self, seed: Option<&str>) -> Result<(), Failure> {
        let session = self.path.display().to_string();
        let announced = match &self.session.draw {
            Some(Draw { method: DrawMethod::Seed { commitment, seed: None }, .. }) => commitment,
            Some(_) => return Err(NoDraw::Drawn { session }.into()),
            None => return Err(NoDraw::NotCommitted { session }.into()),
        };
        let seed = match seed {
            Some(seed) => seed.to_owned(),
            None => self.kept_seed()?,
        };
        let hash = commitment(&seed);
        if hash != *announced {
            return Err(NoDraw::OtherSeed { hash, commitment: announced.clone() }.into());
        }
        let orders = self.session.drawn_from(&seed);
        let method = DrawMethod::Seed { commitment: hash, seed: Some(seed) };
        self.record(&Draw { method, orders })?;
        self.show("draw-revealed")
    }

    /// Records a draw that was made by hand.
    fn enter(&self, lots: &Path, note: &str) -> Result<(), Failure> {
        self.must_be_open()?;
        let note = sound(note).ok_or(NoDraw::NoSuchNote)?.to_owned();
        let orders = definition::read_lots(lots, &self.session, &Disk);
        let orders = orders.map_err(Failure::Definition)?;
        self.record(&Draw { method: DrawMethod::Manual { note }, orders })?;
        self.show("draw-entered")
    }

    /// Says what is on record; that it is what its seed draws was found when the file was read.
    fn check(&self) -> Result<(), Failure> {
        let session = self.path.display().to_string();
        match self.session.draw.as_ref().map(|draw| &draw.method) {
            None | Some(DrawMethod::Seed { seed: None, .. }) => {
                Err(NoDraw::NotDrawn { session }.into())
            }
            Some(DrawMethod::Seed { .. }) => self.show("draw-checked"),
            Some(DrawMethod::Manual { .. }) => self.show("draw-checked-by-hand"),
        }
    }

    fn must_be_open(&self) -> Result<(), NoDraw> {
        let session = self.path.display().to_string();
        match self.session.draw.as_ref().map(|draw| &draw.method) {
            None => Ok(()),
            Some(DrawMethod::Seed { seed: None, .. }) => Err(NoDraw::AlreadyCommitted { session }),
            Some(_) => Err(NoDraw::Drawn { session }),
        }
    }

    fn kept_seed(&self) -> Result<String, NoDraw> {
        let kept = beside(self.path, ".seed");
        let path = kept.display().to_string();
        let seed = fs::read_to_string(kept).map_err(|_| NoDraw::NoSeed { path })?;
        Ok(seed.trim_end_matches(['\n', '\r']).to_owned())
    }

    fn record(&self, draw: &Draw) -> Result<(), Failure> {
        let text = definition::with_draw(self.path, &self.session, draw, &Disk);
        let text = text.map_err(|error| match error.kind() {
            io::ErrorKind::InvalidData => {
                NoDraw::OddTable { session: self.path.display().to_string() }.into()
            }
            _ => files::cannot_write(self.path, &error),
        })?;
        files::replace(self.path, &text)
    }

    /// Prints what is now on record.
    fn show(&self, key: &str) -> Result<(), Failure> {
        let session = definition::read_session(self.path, &Disk).map_err(Failure::Definition)?;
        let (mut seed, mut hash, mut note) = (String::new(), String::new(), String::new());
        match session.draw.as_ref().map(|draw| draw.method.clone()) {
            Some(DrawMethod::Seed { commitment, seed: opened }) => {
                (hash, seed) = (commitment, opened.unwrap_or_default());
            }
            Some(DrawMethod::Manual { note: kept }) => note = kept,
            None => (),
        }
        let args = [("seed", seed.into()), ("commitment", hash.into()), ("note", note.into())];
        let head = self.words.tell(key, &args);
        print(&format!("{head}\n\n{}\n", run_order(&session, self.words)))
    }
}

/// A text that a session can hold.
fn sound(text: &str) -> Option<&str> {
    let is_sound = !text.trim().is_empty() && !text.contains(char::is_control);
    is_sound.then_some(text)
}

/// Makes a seed of 256 random bits and keeps it in a file that only its owner may read.
fn keep_new_seed(path: &Path) -> Result<String, Failure> {
    if path.exists() {
        return Err(NoDraw::SeedThere { path: path.display().to_string() }.into());
    }
    let mut bits = [0_u8; 32];
    getrandom::fill(&mut bits).map_err(|error| Failure::System(error.into()))?;
    let seed = blake3::Hash::from(bits).to_string();
    let kept = write_private(path, format!("{seed}\n").as_bytes());
    kept.map_err(|error| files::cannot_write(path, &error))?;
    Ok(seed)
}

impl From<NoDraw> for Failure {
    fn from(why: NoDraw) -> Self {
        Self::Draw(why)
    }
}
