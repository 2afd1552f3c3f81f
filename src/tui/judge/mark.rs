//! How a mark comes into its field: typed, stepped, passed or failed, and when the form goes on by
//! itself.
//!
//! It goes on by itself only when no further key could make another allowed mark of what is typed,
//! and only to a criterion without a mark: it never comes to stand on one that the next key would
//! overwrite (`the_form_goes_on_by_itself_only_to_an_empty_criterion`), and never asks to send by
//! itself. Habit is safe: Enter or Down right after it does nothing more
//! (`enter_after_the_form_went_on_is_not_counted_twice`), and Backspace or a point goes back to the
//! mark it belongs to (`a_point_or_backspace_belongs_to_the_mark_just_typed`).

use rust_decimal::Decimal;

use super::{JudgeScreen, keys::Act, sheet::Sheet};
use crate::{
    contest::Criterion,
    tui::{Effect, keys::Key},
};

/// How a gate that is passed stands on a sheet.
const PASS: &str = "1";
/// And one that is failed.
const FAIL: &str = "0";

impl JudgeScreen {
    /// A key that changes the mark under the pointer. `moved_from` is the criterion that the form has
    /// just left by itself.
    pub(super) fn mark(
        &mut self,
        act: Act,
        pressed: Key,
        moved_from: Option<usize>,
    ) -> Vec<Effect> {
        let belongs_back = act == Act::Erase || pressed == Key::Char('.');
        if let Some(line) = moved_from.filter(|_| belongs_back)
            && let Some(draft) = self.draft()
        {
            draft.go_back(line);
        }
        let taken = self.change(act, pressed);
        let by_hand = matches!(act, Act::Type | Act::Pass | Act::Fail);
        match taken {
            Some(()) if by_hand => self.go_on_by_itself(),
            Some(()) => (),
            None => return vec![Effect::Bell],
        }
        Vec::new()
    }

    fn change(&mut self, act: Act, pressed: Key) -> Option<()> {
        let sheet = self.sheet().filter(|it| it.is_open())?;
        let criterion = sheet.current()?;
        let (id, text) = (criterion.id.clone(), sheet.text(criterion).into_owned());
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
        let draft = self.draft()?;
        match (act, pressed, whole) {
            (_, _, Some(mark)) => draft.replace(&id, mark),
            (Act::Type, Key::Char(c), None) => draft.push(&id, &text, c).then_some(())?,
            (Act::Erase, ..) => draft.pop(&id, &text),
            (Act::Back, ..) => draft.restore(&id),
            _ => return None,
        }
        Some(())
    }

    /// Goes to the next criterion once the mark can only be complete.
    fn go_on_by_itself(&mut self) {
        let Some(sheet) = self.sheet() else { return };
        let line = sheet.draft.line;
        let is_complete = sheet.current().is_some_and(|it| is_complete(sheet, it));
        let next = sheet.criteria().nth(line + 1);
        if is_complete
            && next.is_some_and(|it| sheet.text(it).is_empty())
            && let Some(draft) = self.draft()
        {
            draft.go(line + 1);
            draft.moved_from = Some(line);
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

/// Whether no further digit or point could make another allowed mark of what is typed.
fn is_complete(sheet: Sheet<'_>, criterion: &Criterion) -> bool {
    let Ok(Some(mark)) = sheet.mark(criterion) else { return false };
    let (step, max) = (sheet.rubric.step_of(criterion), criterion.max);
    let text = sheet.text(criterion);
    let decimals = text.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    // Further decimals stay below the next unit of the last place.
    let unit = Decimal::new(1, u32::try_from(decimals).unwrap_or_default());
    let more_decimals = step < unit && mark + step <= max;
    let more_digits = !text.contains('.') && !mark.is_zero() && mark * Decimal::TEN <= max;
    criterion.gate || !more_decimals && !more_digits
}

#[cfg(test)]
mod tests {
    use std::str::FromStr;

    use super::*;
    use crate::{
        contest::{Rubric, Scoring, SeatWord, Stage, Text},
        protocol::views::{ProjectLine, SheetLine},
        tui::judge::draft::Draft,
    };

    fn says(max: &str, step: Option<&str>, typed: &str) -> bool {
        let number = |it| Decimal::from_str(it).unwrap();
        let text = || Text { zh: "项".to_owned(), en: "item".to_owned() };
        let criterion = Criterion {
            id: "c".into(),
            name: text(),
            hint: None,
            max: number(max),
            weight: Decimal::ONE,
            gate: false,
            bands: Vec::new(),
            items: Vec::new(),
        };
        let rubric = Rubric {
            id: "r".to_owned(),
            title: text(),
            source: None,
            step: step.map(number),
            criteria: vec![criterion.clone()],
            scoring: Scoring::default(),
        };
        let project = ProjectLine {
            id: "E07".into(),
            group: "g".into(),
            name: text(),
            entrant: None,
            field: None,
        };
        let line = SheetLine {
            project,
            stage: Stage::Presentation,
            sheet: None,
            sealed: None,
            opens: false,
            state: SeatWord::Expected,
            reason: None,
        };
        let mut draft = Draft::default();
        draft.replace(&criterion.id, typed.to_owned());
        is_complete(Sheet { line: &line, rubric: &rubric, draft: &draft }, &criterion)
    }

    #[test]
    fn a_mark_is_complete_when_no_key_could_make_another_of_it() {
        for (max, step, complete, open) in [
            ("30", Some("1"), &["0", "4", "9", "12", "30"][..], &["", "1", "2", "3", "31"][..]),
            ("10", Some("0.1"), &["0.5", "8.5", "9.9", "10"], &["0", "1", "8", "9", "8.", "8.55"]),
            ("10", Some("0.5"), &["8.5", "10", "8.0"], &["8", "8.", "8.2"]),
            ("10", Some("0.25"), &["8.75", "8.5", "10"], &["8", "8.7"]),
            ("100", Some("5"), &["15", "95", "100"], &["5", "10", "1", "7"]),
            ("15", None, &["15"], &["1", "9", "14.5"]),
        ] {
            for typed in complete {
                assert!(says(max, step, typed), "{typed} of {max} by {step:?}");
            }
            for typed in open {
                assert!(!says(max, step, typed), "{typed} of {max} by {step:?}");
            }
        }
    }
}
