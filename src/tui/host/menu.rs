//! A list to pick from, by digit or with the arrows. What stands in it is made once, so that a line
//! never moves under the finger; whether it can still be granted is the hub's word.

use ratatui::crossterm::event::KeyEvent;

use super::question::Question;
use crate::{
    contest::{
        Audience, Deduction, DeductionId, GroupId, Ms, ProjectId, Scene, Seat, SeatId, SeatMark,
        SeatWord,
    },
    protocol::WaitingLine,
    tui::keys::Key,
};

/// A list to pick from.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Menu {
    /// What it is about.
    pub(super) title: Label,
    /// What can be picked; never empty.
    pub(super) entries: Vec<Entry>,
    /// The line that Enter picks.
    pub(super) at: usize,
}

/// A line of a menu.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Entry {
    /// What it says.
    pub(super) label: Label,
    /// What is asked next.
    pub(super) then: Question,
}

/// What a line says, before it is put into words.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Label {
    /// A text of ours.
    Text(&'static str),
    /// A project with its name.
    Project(ProjectId),
    /// A seat, and where it stands.
    Seat(SeatId, SeatWord),
    /// A seat whose sheet comes on paper.
    OnPaper(SeatId),
    /// What a seat is to be.
    Mark(SeatMark),
    /// A rule for deductions.
    Rule(DeductionId),
    /// So many units of a rule; whether the measured overtime comes to just as many.
    Units(DeductionId, u32, bool),
    /// A deduction there is.
    Deducted(Deduction),
    /// The proposal of this number: the text with what is proposed.
    Proposal(&'static str, u32),
    /// A tie of a group.
    Tie(GroupId, Vec<ProjectId>),
    /// A text about a group.
    Group(&'static str, GroupId),
    /// A scene of the projector, and whether it is shown now.
    Scene(Scene, bool),
    /// A text about an audience, and the message it has now.
    Audience(&'static str, Audience),
    /// A seat as a place.
    Place(Seat),
    /// A terminal that waits for a seat.
    Waiting(WaitingLine),
    /// A text about what is to be left on a clock.
    Left(&'static str, Ms),
}

impl Menu {
    /// A list with its first line under the cursor; `None` without any line.
    pub(super) fn new(title: Label, entries: Vec<Entry>) -> Option<Self> {
        (!entries.is_empty()).then_some(Self { title, entries, at: 0 })
    }

    /// Moves the cursor by so many lines.
    pub(super) fn go(&mut self, by: isize) {
        let last = self.entries.len().saturating_sub(1);
        self.at = self.at.saturating_add_signed(by).min(last);
    }

    /// What follows from the line under the cursor.
    pub(super) fn picked(mut self) -> Option<Question> {
        (self.at < self.entries.len()).then(|| self.entries.swap_remove(self.at).then)
    }

    /// What follows from the line of a digit, if there is one.
    pub(super) fn at_digit(&self, key: KeyEvent) -> Option<Question> {
        let Key::Char(digit) = Key::pressed(key)? else { return None };
        let at = (0..10).find(|at| self::digit(*at) == Some(digit))?;
        self.entries.get(at).map(|entry| entry.then.clone())
    }
}

/// The digit that picks a line: 1 to 9, then 0.
pub(super) fn digit(at: usize) -> Option<char> {
    "1234567890".chars().nth(at)
}
