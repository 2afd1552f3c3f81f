//! How a countdown stands, in a word and a style: what hall and presenter see beside the digits.
//!
//! What always holds, and the test that guards it: every mood but plain running has its word, so
//! that colour never stands alone, `a_word_goes_with_every_colour`.

use ratatui::style::Style;

use super::{
    text::{pad_left, width},
    theme::Theme,
};
use crate::{
    contest::{At, AtZero, CountdownState, Ms, Phase},
    protocol::views::{ClockLine, StageLine},
    words::Words,
};

/// How a countdown stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mood {
    /// Not started.
    Ready,
    /// Counting, with time enough.
    Running,
    /// Counting, and past a warning.
    Warned {
        /// How long before zero the warning is.
        mark: Ms,
        /// Whether it is the last of several.
        last: bool,
    },
    /// Stopped on the way.
    Paused,
    /// At zero.
    TimeUp,
    /// Past zero, and counting up.
    Overtime,
}

impl Mood {
    /// How a countdown stands at an instant.
    pub(super) fn of(clock: &ClockLine, now: At) -> Self {
        let left = clock.left(now);
        match clock.state {
            CountdownState::Ready { .. } => return Self::Ready,
            CountdownState::Paused { .. } => return Self::Paused,
            CountdownState::Running { .. } if left <= Ms::ZERO => {
                return if left.seconds_shown() < 0 { Self::Overtime } else { Self::TimeUp };
            }
            CountdownState::Running { .. } => (),
        }
        let passed = warnings(clock).filter(|mark| left <= *mark).min();
        let several = warnings(clock).count() > 1;
        passed.map_or(Self::Running, |mark| Self::Warned {
            mark,
            last: several && warnings(clock).min() == Some(mark),
        })
    }

    /// The word beside the digits; a clock that simply runs needs none.
    pub(super) fn word(self, words: &Words) -> Option<String> {
        match self {
            Self::Running => None,
            Self::Ready => Some(words.say("timer-ready")),
            Self::Paused => Some(words.say("timer-paused")),
            Self::TimeUp => Some(words.say("timer-time-up")),
            Self::Overtime => Some(words.say("timer-overtime")),
            Self::Warned { mark: Ms(mark), .. } if mark % 60_000 == 0 => {
                Some(words.tell("timer-last-minutes", &[("minutes", (mark / 60_000).into())]))
            }
            Self::Warned { mark: Ms(mark), .. } => {
                Some(words.tell("timer-last-seconds", &[("seconds", (mark / 1000).into())]))
            }
        }
    }

    /// Whether the time is over.
    pub(super) fn is_over(self) -> bool {
        matches!(self, Self::TimeUp | Self::Overtime)
    }

    /// The style of the word.
    pub(super) fn style(self, theme: &Theme) -> Style {
        match self {
            Self::Ready => theme.accent,
            Self::Paused => theme.header,
            Self::Running => theme.running,
            Self::Warned { last: false, .. } => theme.warn,
            Self::Warned { last: true, .. } | Self::TimeUp | Self::Overtime => theme.alarm,
        }
    }

    /// The style of the digits: the colour alone, because a block would fill their gaps.
    pub(super) fn ink(self, theme: &Theme) -> Style {
        match self {
            Self::Ready | Self::Paused => theme.paused,
            Self::Running => theme.running,
            Self::Warned { last: false, .. } => theme.warn,
            Self::Warned { last: true, .. } | Self::TimeUp | Self::Overtime => theme.error,
        }
    }
}

/// The warnings that this clock passes; one as long as the phase itself is no warning.
pub(super) fn warnings(clock: &ClockLine) -> impl Iterator<Item = Ms> {
    let length = clock.length + clock.added;
    clock.warnings.iter().copied().filter(move |mark| *mark < length)
}

/// What the digits say, as wide from the first second to the last.
pub(super) fn reading(clock: &ClockLine, now: At) -> String {
    let widest = width(&(clock.length + clock.added).to_string());
    pad_left(&clock.left(now).to_string(), widest)
}

/// The clock that hall and presenter see: a scoring window that has run out is none, because it
/// stays open and judges are not hurried in public.
pub(super) fn public_clock(stage: &StageLine, now: At) -> Option<&ClockLine> {
    let clock = stage.clock.as_ref()?;
    (clock.phase != Phase::Scoring || Ms::ZERO < clock.left(now)).then_some(clock)
}

/// When the digits next change; never for a clock that stands.
pub(super) fn next_change(clock: &ClockLine, now: At) -> Option<At> {
    let left = clock.left(now);
    let stands = clock.at_zero == AtZero::Hold && left <= Ms::ZERO;
    (clock.is_running() && !stands).then(|| now + left.until_next_second())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Lang;

    fn clock(state: CountdownState, at_zero: AtZero) -> ClockLine {
        ClockLine {
            phase: Phase::Presentation,
            length: Ms::seconds(600),
            added: Ms::ZERO,
            state,
            warnings: vec![Ms::seconds(60), Ms::seconds(30)],
            at_zero,
        }
    }

    fn running(left: Ms) -> Mood {
        let ends = At(0) + left;
        Mood::of(&clock(CountdownState::Running { ends }, AtZero::CountUp), At(0))
    }

    #[test]
    fn a_warning_begins_with_its_own_second() {
        let one_minute = Mood::Warned { mark: Ms::seconds(60), last: false };
        let half = Mood::Warned { mark: Ms::seconds(30), last: true };
        assert_eq!(running(Ms(60_001)), Mood::Running);
        assert_eq!(running(Ms(60_000)), one_minute);
        assert_eq!(running(Ms(30_001)), one_minute);
        assert_eq!(running(Ms(30_000)), half);
        assert_eq!(running(Ms(1)), half);
        assert_eq!(running(Ms(0)), Mood::TimeUp);
        assert_eq!(running(Ms(-999)), Mood::TimeUp);
        assert_eq!(running(Ms(-1000)), Mood::Overtime);
    }

    #[test]
    fn a_clock_that_holds_at_zero_is_up_and_never_in_overtime() {
        let held = clock(CountdownState::Running { ends: At(0) }, AtZero::Hold);
        assert_eq!(Mood::of(&held, At(90_000)), Mood::TimeUp);
        assert_eq!(next_change(&held, At(90_000)), None);
    }

    #[test]
    fn a_warning_as_long_as_the_phase_is_none() {
        let state = CountdownState::Running { ends: At(60_000) };
        let window = ClockLine { length: Ms::seconds(60), ..clock(state, AtZero::Hold) };
        assert_eq!(Mood::of(&window, At(0)), Mood::Running);
    }

    #[test]
    fn a_word_goes_with_every_colour() {
        let words = Words::new(Lang::Zh);
        let warned = |seconds| Mood::Warned { mark: Ms::seconds(seconds), last: false };
        let all = [Mood::Ready, Mood::Paused, Mood::TimeUp, Mood::Overtime, warned(60), warned(30)];
        let said = all.map(|mood| mood.word(&words).unwrap());
        assert_eq!(said, ["准备", "暂停", "时间到", "超时", "最后 1 分钟", "最后 30 秒"]);
    }

    #[test]
    fn the_digits_keep_their_width() {
        let state = CountdownState::Running { ends: At(599_000) };
        assert_eq!(reading(&clock(state, AtZero::Hold), At(0)), " 9:59");
    }
}
