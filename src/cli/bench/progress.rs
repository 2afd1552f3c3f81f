//! How far a bench has come: one line on stderr that is written over and over, and nothing where stderr is no
//! terminal or programs read what comes out.

use std::io::{self, IsTerminal, Write};

use crate::{
    bench::Progress,
    cli::arguments::{self, PlainFormat},
    cli::lights::Length,
    tui::text::{pad_right, width},
    words::Words,
};

pub(super) struct ProgressLine<'a> {
    words: &'a Words,
    is_shown: bool,
    screens: usize,
    seconds: u16,
    /// The columns that the line before took.
    columns: usize,
}

impl<'a> ProgressLine<'a> {
    pub(super) fn new(given: &arguments::Bench, screens: usize, words: &'a Words) -> Self {
        let is_shown = given.format == PlainFormat::Table && io::stderr().is_terminal();
        Self { words, is_shown, screens, seconds: given.seconds, columns: 0 }
    }

    pub(super) fn tell(&mut self, progress: Progress) {
        if self.is_shown {
            let line = self.line(progress);
            let _ = write!(io::stderr(), "\r{}", pad_right(&line, self.columns)); // Nobody may be looking.
            self.columns = width(&line);
        }
    }

    fn line(&self, Progress { second, there, round_trip }: Progress) -> String {
        let trip = round_trip.map(|it| {
            let args = [("median", Length(it).to_string().into())];
            self.words.tell("bench-progress-trip", &args)
        });
        let args = [
            ("there", there.into()),
            ("screens", self.screens.into()),
            ("second", second.unwrap_or_default().into()),
            ("seconds", self.seconds.into()),
            ("trip", trip.unwrap_or_default().into()),
        ];
        match second {
            None => self.words.tell("bench-coming", &args),
            Some(_) => self.words.tell("bench-progress", &args),
        }
    }

    /// Takes the line away.
    pub(super) fn end(&self) {
        if self.is_shown {
            let _ = write!(io::stderr(), "\r{}\r", pad_right("", self.columns)); // As above.
        }
    }
}
