//! The marks of a sheet that is to be corrected, typed anew criterion by criterion under the rubric's
//! own check. A sheet that is not whole, or not another one, is not proposed:
//! `a_sheet_is_corrected_only_to_marks_that_the_rubric_allows`.

use ratatui::crossterm::event::{KeyCode, KeyEvent};
use rust_decimal::Decimal;

use crate::{
    contest::{Act, Criterion, Marks, ProjectId, Refusal, Rubric, SeatId},
    tui::{keys::Key, points::points},
};

/// The longest mark that can be typed.
const LONGEST: usize = 14;

/// A sheet as it is to be.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Form {
    /// The project.
    pub(super) project: ProjectId,
    /// Whose sheet.
    pub(super) seat: SeatId,
    /// What it is judged by.
    pub(super) rubric: Rubric,
    /// The criterion under the cursor.
    pub(super) at: usize,
    /// The marks as they were.
    was: Marks,
    /// The marks as typed, in the order of the sheet.
    typed: Vec<String>,
    /// Whether the next digit goes on with the mark; otherwise it begins a new one.
    goes_on: bool,
}

impl Form {
    /// A sheet as it is.
    pub(super) fn of((project, seat): (ProjectId, SeatId), rubric: &Rubric, was: &Marks) -> Self {
        let text =
            |it: &Criterion| was.get(&it.id).map(|mark| points(*mark, rubric.decimals_of(it)));
        let typed = rubric.marked().map(|(it, _)| text(it).unwrap_or_default()).collect();
        let (rubric, was) = (rubric.clone(), was.clone());
        Self { project, seat, rubric, at: 0, was, typed, goes_on: false }
    }

    /// The criteria, with what is typed for each.
    pub(super) fn lines(&self) -> impl Iterator<Item = (&Criterion, &str)> {
        self.rubric.marked().map(|(it, _)| it).zip(self.typed.iter().map(String::as_str))
    }

    /// What the sheet has for a criterion now.
    pub(super) fn was(&self, criterion: &Criterion) -> Option<Decimal> {
        self.was.get(&criterion.id).copied()
    }

    /// Whether a text is a mark that the rubric allows.
    pub(super) fn check(&self, criterion: &Criterion, text: &str) -> Result<Decimal, Refusal> {
        let missing = || Refusal::MarkMissing { criterion: criterion.id.clone() };
        let mark = Decimal::from_str_exact(text).map_err(|_| missing())?.normalize();
        self.rubric.check_mark(criterion, mark)?;
        Ok(mark)
    }

    /// Moves the cursor by so many lines.
    pub(super) fn go(&mut self, by: isize) {
        self.at = super::moved(self.at, by, self.typed.len());
        self.goes_on = false;
    }

    /// Goes to the next criterion; past the last one to the first that is no mark. Whether there was
    /// one to go to.
    pub(super) fn next(&mut self) -> bool {
        if self.at + 1 < self.typed.len() {
            self.go(1);
            return true;
        }
        let gap = self.lines().position(|(it, text)| self.check(it, text).is_err());
        let goes = gap.filter(|gap| *gap != self.at);
        if let Some(gap) = goes {
            self.at = gap;
            self.goes_on = false;
        }
        goes.is_some()
    }

    /// Takes a digit, the point or backspace; whether it was one.
    pub(super) fn take(&mut self, key: KeyEvent) -> bool {
        let goes_on = std::mem::replace(&mut self.goes_on, true);
        let Some(text) = self.typed.get_mut(self.at) else { return false };
        match Key::pressed(key) {
            Some(Key::Char(c)) if c.is_ascii_digit() || c == '.' => {
                if !goes_on {
                    text.clear();
                }
                let fits = text.len() < LONGEST && (c != '.' || !text.contains('.'));
                if fits {
                    text.push(c);
                }
                fits
            }
            Some(Key::Code(KeyCode::Backspace | KeyCode::Delete)) => text.pop().is_some(),
            _ => {
                self.goes_on = goes_on;
                false
            }
        }
    }

    /// The act that makes the sheet so; `None` while it is not whole, or as it was.
    pub(super) fn act(&self) -> Option<Act> {
        let mark =
            |(it, text): (&Criterion, &str)| Some((it.id.clone(), self.check(it, text).ok()?));
        let marks: Marks = self.lines().map(mark).collect::<Option<_>>()?;
        let (project, seat) = (self.project.clone(), self.seat.clone());
        (marks != self.was).then_some(Act::Correct { project, seat, marks })
    }
}
