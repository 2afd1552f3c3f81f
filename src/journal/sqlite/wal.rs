//! The write-ahead log that a killed hub leaves, looked at without SQLite.
//!
//! SQLite takes from it what is whole and passes over the rest in silence. A torn end is what a power cut
//! leaves of a write that nobody was told of. A broken frame with whole writes behind it is damage to
//! what was acknowledged, and nobody may go on from there.

use std::{
    fmt,
    fs::{self, File},
    io,
    path::Path,
};

use crate::journal::{JournalError, beside};

use super::{ahead, scan};

const HEADER: usize = 32;
const FRAME: usize = 24;

/// What a log holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Log {
    /// There is none, or all of it is whole.
    Whole,
    /// Bytes at its end belong to no whole write.
    Torn {
        /// How many there are.
        bytes: u64,
        /// How many stand before them.
        whole: u64,
    },
    /// Whole writes lie behind a broken one.
    Broken,
}

/// Looks at the log beside a journal.
pub(super) fn look(journal: &Path) -> Result<Log, JournalError> {
    match fs::read(beside(journal, "-wal")) {
        Ok(bytes) => Ok(judge(&bytes)),
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => Ok(Log::Whole),
        Err(cause) => Err(JournalError::cannot_read(journal, cause)),
    }
}

/// Cuts the log beside a journal off behind so many bytes. Nobody who reads the journal just then has looked
/// behind them.
pub(super) fn cut(journal: &Path, whole: u64) -> io::Result<()> {
    let log = File::options().write(true).open(beside(journal, "-wal"))?;
    log.set_len(whole)?;
    log.sync_all()
}

impl Log {
    fn torn(bytes: usize, whole: usize) -> Self {
        Self::Torn { bytes: bytes as u64, whole: whole as u64 }
    }

    /// Refuses one that SQLite would silently read less of than lies there, with the last record that is
    /// whole.
    pub(super) fn check(self, journal: &Path) -> Result<(), JournalError> {
        if self == Self::Whole {
            return Ok(());
        }
        let whole = ahead::read(journal, &mut |_| {})?.seq;
        Err(scan::damaged(journal, whole, &self.to_string()))
    }
}

/// What is wrong with it.
impl fmt::Display for Log {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Whole => f.write_str("the write-ahead log is whole"),
            Self::Torn { bytes, .. } => write!(f, "{bytes} bytes of an unfinished write"),
            Self::Broken => f.write_str("the write-ahead log is broken before its end"),
        }
    }
}

/// One frame as it lies there.
struct Frame<'l> {
    header: &'l [u8],
    page: &'l [u8],
}

impl Frame<'_> {
    /// Whether a write ends with it.
    fn commits(&self) -> bool {
        word(self.header, 4) != 0
    }

    fn is_of(&self, salts: Option<&[u8]>) -> bool {
        self.header.get(8..16) == salts
    }

    fn sum(&self) -> Sum {
        Sum(word(self.header, 16), word(self.header, 20))
    }
}

/// SQLite's checksum, which goes on from frame to frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Sum(u32, u32);

impl Sum {
    fn over(self, bytes: &[u8], little: bool) -> Self {
        let number = if little { u32::from_le_bytes } else { u32::from_be_bytes };
        let (words, _) = bytes.as_chunks::<4>();
        let (pairs, _) = words.as_chunks::<2>();
        pairs.iter().fold(self, |Sum(a, b), [first, second]| {
            let a = a.wrapping_add(number(*first)).wrapping_add(b);
            Sum(a, b.wrapping_add(number(*second)).wrapping_add(a))
        })
    }
}

fn word(bytes: &[u8], at: usize) -> u32 {
    let word = bytes.get(at..).and_then(|it| it.first_chunk());
    word.copied().map(u32::from_be_bytes).unwrap_or_default()
}

fn judge(log: &[u8]) -> Log {
    let (Some(header), Some(frames)) = (log.get(..HEADER), log.get(HEADER..)) else {
        return if log.is_empty() { Log::Whole } else { Log::torn(log.len(), 0) };
    };
    let little = word(header, 0) & 1 == 0;
    let size = usize::try_from(word(header, 8)).unwrap_or_default();
    let mut sum = Sum::default().over(header.get(..24).unwrap_or_default(), little);
    let has_head = sum == Sum(word(header, 24), word(header, 28));
    let mut is_whole = has_head;
    let size = if size.is_power_of_two() && (512..=65536).contains(&size) { size } else { 4096 };
    // Frames of an older round have other salts; they count for nothing.
    let salts = if is_whole { header.get(16..24) } else { frames.get(8..16) };

    let (mut whole, mut read, mut broken_writes, mut later) = (0, 0, 0, 0);
    for bytes in frames.chunks(FRAME + size) {
        let Some((header, page)) = bytes.split_at_checked(FRAME) else { break };
        let frame = Frame { header, page };
        if page.len() < size || !(is_whole || frame.is_of(salts)) || !frame.is_of(salts) {
            break;
        }
        read += bytes.len();
        let next = sum.over(header.get(..8).unwrap_or_default(), little).over(frame.page, little);
        let fits = next == frame.sum();
        if is_whole && fits {
            if frame.commits() {
                whole = read;
            }
        } else if fits && frame.commits() {
            later += 1;
        } else if !fits {
            broken_writes += usize::from(frame.commits());
        }
        is_whole &= fits;
        sum = frame.sum();
    }
    // Of one torn write some frames may be whole; of two, the first had been synced.
    if 1 < broken_writes + later && 0 < later {
        return Log::Broken;
    }
    let rest = frames.get(whole..).unwrap_or_default();
    let is_torn = rest.len() < FRAME + size && !rest.is_empty() && is_torn_frame(rest, salts);
    let before = if has_head { HEADER + whole } else { 0 };
    match read - whole {
        0 if is_torn => Log::torn(rest.len(), before),
        0 => Log::Whole,
        bytes => Log::torn(bytes, before),
    }
}

/// Whether a piece shorter than a frame is of this round.
fn is_torn_frame(rest: &[u8], salts: Option<&[u8]>) -> bool {
    rest.len() < 16 || rest.get(8..16) == salts
}
