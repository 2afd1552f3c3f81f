//! `faults.jsonl` in the rehearsal's folder: every fault with its instant, and what came of it, one JSON
//! object a line.

use std::{
    fs::File,
    io::{self, Write},
    path::Path,
    time::Duration,
};

use serde::Serialize;
use tokio::time::Instant;

use super::Fault;

/// What it is called.
const NAME: &str = "faults.jsonl";

/// The file, being written.
#[derive(Debug)]
pub(super) struct Diary {
    file: File,
    began: Instant,
}

#[derive(Serialize)]
struct Line<'a> {
    /// Since the beginning of the evening.
    after_ms: u128,
    #[serde(flatten)]
    fault: &'a Fault,
    /// From the first to the last of it; none in the line that says that it begins.
    #[serde(skip_serializing_if = "Option::is_none")]
    took_ms: Option<u128>,
    /// How long the slowest terminal took to be back.
    #[serde(skip_serializing_if = "Option::is_none")]
    back_ms: Option<u128>,
}

impl Diary {
    pub(super) fn begin(folder: &Path) -> io::Result<Self> {
        Ok(Self { file: File::create(folder.join(NAME))?, began: Instant::now() })
    }

    pub(super) fn struck(&mut self, fault: &Fault) -> io::Result<()> {
        self.write(fault, None, None)
    }

    pub(super) fn mended(
        &mut self,
        fault: &Fault,
        took: Duration,
        back: Duration,
    ) -> io::Result<()> {
        self.write(fault, Some(took.as_millis()), Some(back.as_millis()))
    }

    fn write(
        &mut self,
        fault: &Fault,
        took_ms: Option<u128>,
        back_ms: Option<u128>,
    ) -> io::Result<()> {
        let line = Line { after_ms: self.began.elapsed().as_millis(), fault, took_ms, back_ms };
        writeln!(self.file, "{}", serde_json::to_string(&line)?)
    }
}
