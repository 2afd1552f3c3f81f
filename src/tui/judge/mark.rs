//! How a mark comes into its field: typed, stepped, passed or failed, and when the form goes on by
//! itself. How digits are read is in `entry.rs`.
//!
//! It goes on by itself only when no further key could make another allowed mark of what is typed,
//! and only to a criterion without a mark: it never comes to stand on one that the next key would
//! overwrite (`the_form_goes_on_by_itself_only_to_an_empty_criterion`), and never asks to send by
//! itself. Habit is safe: Enter or Down right after it does nothing more
//! (`enter_after_the_form_went_on_is_not_counted_twice`), and Backspace or a point goes back to the
//! mark it belongs to (`a_point_or_backspace_belongs_to_the_mark_just_typed`). Esc takes back what was
//! typed since the cursor came to the mark, and never a finished one (`esc_never_takes_a_finished_mark`).

use rust_decimal::Decimal;

use super::{JudgeScreen, draft::Draft, entry::Entry, keys::Act, sheet::Sheet};
use crate::{
    contest::{Criterion, Rubric},
    protocol::views::SheetLine,
    tui::{Effect, keys::Key},
};

/// How a gate that is passed stands on a sheet.
const PASS: &str = "1";
/// And one that is failed.
const FAIL: &str = "0";

/// A sheet whose marks are being typed: the judge's own, or one on paper at the clerk's screen.
pub(in crate::tui) struct Marking<'a> {
    /// The project, and what the hub has.
    pub(in crate::tui) line: &'a SheetLine,
    /// What it is judged by.
    pub(in crate::tui) rubric: &'a Rubric,
    /// What is typed.
    pub(in crate::tui) draft: &'a mut Draft,
    /// Whether the session's sheets are sealed.
    pub(in crate::tui) is_sealed_by_rule: bool,
}

impl JudgeScreen {
    /// The sheet that is open, to be typed into.
    pub(super) fn marking(&mut self) -> Option<Marking<'_>> {
        let (view, project) = (self.view.as_ref()?, self.shown.as_ref()?);
        let line = view.sheets.get(self.roll.line(self.roll.row(project)?)?)?;
        let (rubric, draft) = (view.rubric_of(&line.project)?, self.drafts.get_mut(project)?);
        let is_sealed_by_rule = view.session.safeguards.sealed_sheets;
        Some(Marking { line, rubric, draft, is_sealed_by_rule })
    }
}

impl Marking<'_> {
    /// The sheet as it stands.
    pub(in crate::tui) fn sheet(&self) -> Sheet<'_> {
        let Self { line, rubric, draft, is_sealed_by_rule } = self;
        Sheet { line, rubric, draft, is_sealed_by_rule: *is_sealed_by_rule }
    }

    /// Goes to another criterion, by where it is and where the last one is.
    pub(in crate::tui) fn go_by(&mut self, to: impl FnOnce(usize, usize) -> usize) {
        let last = self.sheet().criteria().count().saturating_sub(1);
        self.draft.go(to(self.draft.line, last));
    }

    /// A key that changes the mark under the pointer. `moved_from` is the criterion that the form has
    /// just left by itself.
    pub(in crate::tui) fn mark(
        &mut self,
        act: Act,
        pressed: Key,
        moved_from: Option<usize>,
    ) -> Vec<Effect> {
        if let Some(line) = moved_from.filter(|line| self.belongs_back(*line, act, pressed)) {
            self.draft.go_back(line);
        }
        let taken = self.change(act, pressed);
        let by_hand = matches!(act, Act::Type | Act::Pass | Act::Fail);
        match taken {
            Some(()) if by_hand => self.go_on_by_itself(),
            Some(()) => (),
            // Nothing was typed since the cursor came: an earlier mark is not taken away by one key.
            None if act == Act::Back => return vec![Effect::NoSuchKey],
            None => return vec![Effect::Bell],
        }
        Vec::new()
    }

    /// Whether a key belongs to the criterion that the form has just left: of `11.5` the form leaves
    /// with the second 1, and the point says that more was meant. A mark takes one point.
    fn belongs_back(&self, line: usize, act: Act, pressed: Key) -> bool {
        let takes_a_point = || {
            let is_mark = self.sheet().criteria().nth(line).is_some_and(|it| !it.gate);
            !self.draft.has_point() && is_mark
        };
        act == Act::Erase || pressed == Key::Char('.') && takes_a_point()
    }

    fn change(&mut self, act: Act, pressed: Key) -> Option<()> {
        let sheet = Some(self.sheet()).filter(|it| it.is_open())?;
        let criterion = sheet.current()?;
        let (id, text) = (criterion.id.clone(), sheet.written(criterion).into_owned());
        let entry = Entry::of(sheet.rubric, criterion);
        let whole = match act {
            Act::Pass if criterion.gate => Some(PASS.to_owned()),
            Act::Fail if criterion.gate => Some(FAIL.to_owned()),
            Act::Pass | Act::Fail => return None,
            // A digit is meant for a mark: the 1 of 8.1 must not pass a project.
            Act::Type if criterion.gate => return None,
            Act::More => Some(stepped(sheet, criterion, false)?),
            Act::Less => Some(stepped(sheet, criterion, true)?),
            _ => None,
        };
        match (act, pressed, whole) {
            (_, _, Some(mark)) => self.draft.replace(&id, mark),
            (Act::Type, Key::Char(c), None) => self.draft.push(&id, entry, c).then_some(())?,
            (Act::Erase, ..) => self.draft.pop(&id, entry, text),
            (Act::Back, ..) => self.draft.undo_typing(&id).then_some(())?,
            _ => return None,
        }
        Some(())
    }

    /// Goes to the next criterion once the mark can only be complete.
    fn go_on_by_itself(&mut self) {
        let sheet = self.sheet();
        let line = sheet.draft.line;
        let is_complete = sheet
            .current()
            .is_some_and(|it| it.gate || Entry::of(sheet.rubric, it).is_complete(&sheet.text(it)));
        let next = sheet.criteria().nth(line + 1);
        if is_complete && next.is_some_and(|it| sheet.text(it).is_empty()) {
            self.draft.go(line + 1);
            self.draft.moved_from = Some(line);
        }
    }
}

/// The mark one step from the present one, from zero where there is none; at a gate the verdict.
fn stepped(sheet: Sheet<'_>, criterion: &Criterion, is_less: bool) -> Option<String> {
    let now = sheet.mark(criterion).ok()?.unwrap_or_default();
    let step = if criterion.gate { None } else { sheet.rubric.step };
    let step = step.unwrap_or(Decimal::ONE);
    let mark = if is_less { now - step } else { now + step };
    Some(mark.min(criterion.max).max(Decimal::ZERO).normalize().to_string())
}
