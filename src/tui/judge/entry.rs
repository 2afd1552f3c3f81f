//! How the keys of a mark are read, as shown while they are pressed.
//!
//! A digit too many for the criterion comes after the point, where that makes a mark: of 10 in
//! steps of 0.5, `85` is 8.5, since nobody can mean eighty-five, and `10` is ten. So it is with a
//! leading zero: `05` is 0.5. Whatever is read so stands in the field at once; what makes no mark
//! stays as typed and is said to be too much. Of all marks of the shipped rubrics those that take
//! more than two keys are listed in `two_keys_make_a_mark_but_for_those_listed_here`.

use rust_decimal::Decimal;

use crate::contest::{Criterion, Rubric};

/// What a criterion takes for a mark: from zero up to a maximum, in steps.
#[derive(Debug, Clone, Copy)]
pub(super) struct Entry {
    max: Decimal,
    step: Decimal,
}

impl Entry {
    /// What that criterion takes.
    pub(super) fn of(rubric: &Rubric, criterion: &Criterion) -> Self {
        let (max, step) = (criterion.max, rubric.step_of(criterion).normalize());
        Self { max, step }
    }

    /// What stands in the field for those digits, which may have a point among them.
    pub(super) fn read(self, keys: &str) -> String {
        match keys.split_once('.') {
            // Who types the point means it.
            Some(("", decimals)) => format!("0.{decimals}"),
            Some(_) => keys.to_owned(),
            None => keys.chars().fold(String::new(), |text, digit| self.next(text, digit)),
        }
    }

    fn next(self, text: String, digit: char) -> String {
        let is_whole = !text.is_empty() && !text.contains('.');
        let pointed = format!("{text}.{digit}");
        if is_whole && self.is_too_much(&text, digit) && self.makes_a_mark(&pointed) {
            return pointed;
        }
        let text = if text == "0" { String::new() } else { text };
        format!("{text}{digit}")
    }

    /// Whether one more digit before the point is no number of this criterion's: above the maximum,
    /// or after a leading zero.
    fn is_too_much(self, text: &str, digit: char) -> bool {
        text == "0" || format!("{text}{digit}").parse().is_ok_and(|it: Decimal| self.max < it)
    }

    /// Whether it is a mark, or further decimals may make it one.
    fn makes_a_mark(self, text: &str) -> bool {
        text.parse().is_ok_and(|mark: Decimal| {
            let is_open = mark.scale() < self.step.scale();
            let is_step = mark.scale() == self.step.scale() && (mark % self.step).is_zero();
            mark <= self.max && (is_open || is_step)
        })
    }

    /// Whether no further digit or point could make another mark of one that is read so.
    pub(super) fn is_complete(self, text: &str) -> bool {
        let Ok(mark) = text.parse::<Decimal>() else { return false };
        let is_mark = mark <= self.max && (mark % self.step).is_zero() && !text.ends_with('.');
        // Further decimals stay below the next unit of the last place.
        let has_more_decimals =
            self.step < Decimal::new(1, mark.scale()) && mark + self.step <= self.max;
        let has_more_digits =
            !text.contains('.') && !mark.is_zero() && mark * Decimal::TEN <= self.max;
        is_mark && !has_more_decimals && !has_more_digits
    }
}

#[cfg(test)]
mod tests {
    use std::str::FromStr;

    use super::*;

    fn entry(max: &str, step: &str) -> Entry {
        let number = |it| Decimal::from_str(it).unwrap();
        Entry { max: number(max), step: number(step) }
    }

    #[test]
    fn a_digit_too_many_comes_after_the_point_where_that_makes_a_mark() {
        for (max, step, read) in [
            ("10", "0.5", "85 8.5 | 10 10 | 100 10.0 | 105 105 | 15 1.5 | 82 82 | 80 8.0"),
            ("10", "0.1", "8 8 | 85 8.5 | 855 8.55 | 05 0.5 | 00 0.0 | 0 0"),
            ("10", "0.5", "8.5 8.5 | 85.5 85.5 | 11.5 11.5 | 8. 8. | . 0. | .5 0.5 | 0.5 0.5"),
            ("10", "0.25", "87 8.7 | 875 8.75 | 825 8.25 | 105 105"),
            (
                "15",
                "0.5",
                "12 12 | 125 12.5 | 15 15 | 155 155 | 16 16 | 20 2.0 | 25 2.5 | 005 0.05",
            ),
            ("30", "1", "30 30 | 31 31 | 80 80 | 05 5 | 255 255 | 25.5 25.5"),
            ("100", "0.5", "85 85 | 855 85.5 | 100 100 | 1005 1005"),
            ("10", "0.000001", "85 8.5 | 8512345 8.512345 | 11 1.1"),
        ] {
            for pair in read.split(" | ") {
                let (keys, wanted) = pair.split_once(' ').unwrap();
                assert_eq!(entry(max, step).read(keys), wanted, "{keys} of {max} by {step}");
            }
        }
    }

    #[test]
    fn a_mark_is_complete_when_no_key_could_make_another_of_it() {
        for (max, step, complete, open) in [
            ("30", "1", "0 4 9 12 30", "1 2 3 31"),
            ("10", "0.1", "0.5 8.5 9.9 10 0.0", "0 1 8 9 8. 8.55"),
            ("10", "0.5", "8.5 10 8.0", "8 8. 8.2 85"),
            ("10", "0.25", "8.75 8.5 10", "8 8.7"),
            ("15", "0.5", "15 14.5 2.0", "1 2 12 14 16"),
            ("100", "5", "15 95 100", "5 10 1 7"),
            ("15", "0.000001", "15", "1 9 14.5"),
        ] {
            for text in complete.split(' ') {
                assert!(entry(max, step).is_complete(text), "{text} of {max} by {step}");
            }
            for text in open.split(' ') {
                assert!(!entry(max, step).is_complete(text), "{text} of {max} by {step}");
            }
        }
    }
}
