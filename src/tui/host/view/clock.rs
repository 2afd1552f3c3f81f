//! The clock of the stage in words and in the style of its urgency.

use ratatui::style::Style;

use crate::{
    contest::{CountdownState, Ms},
    protocol::views::ClockLine,
    tui::{
        Scene,
        text::{countdown, seconds_shown},
    },
};

/// What a clock looks like at this moment.
pub(super) struct Face {
    /// The countdown, padded so that its size does not change on the way.
    pub(super) digits: String,
    /// Whether it runs, and what that means by now.
    pub(super) word: String,
    /// How urgent it is, for words.
    pub(super) style: Style,
    /// The same for the digits, which a reversed style would turn into their own holes.
    pub(super) ink: Style,
}

impl Face {
    /// The face of a clock; the word says all that the colour says.
    pub(super) fn of(clock: &ClockLine, scene: &Scene<'_>) -> Self {
        let (words, theme) = (scene.words, scene.theme);
        let left = clock.left(scene.now);
        let text = countdown(left);
        let longest = countdown(clock.length + clock.added.max(Ms::ZERO)).len();
        let digits = format!("{text:>longest$}");

        let (state, calm) = match clock.state {
            CountdownState::Ready { .. } => ("host-clock-ready", theme.paused),
            CountdownState::Running { .. } => ("host-clock-running", theme.running),
            CountdownState::Paused { .. } => ("host-clock-paused", theme.warn),
        };
        let (urgency, style) = match seconds_shown(left) {
            0 => (Some(words.say("host-clock-time-up")), theme.alarm),
            below if below < 0 => {
                let over = [("time", countdown(left).into())];
                (Some(words.tell("host-clock-overtime", &over)), theme.alarm)
            }
            seconds => match reached(clock, seconds) {
                Some(last) => (Some(last_seconds(last, scene)), theme.warn),
                None => (None, calm),
            },
        };
        let dot = format!(" {} ", theme.symbols.dot);
        let word = [Some(words.say(state)), urgency, added(clock, scene)];
        let word = word.into_iter().flatten().collect::<Vec<_>>().join(&dot);
        let ink = if style == theme.alarm { theme.error } else { style };
        Self { digits, word, style, ink }
    }
}

/// The last warning that has been reached, in seconds.
fn reached(clock: &ClockLine, left: i64) -> Option<i64> {
    let warnings = clock.warnings.iter().map(|warning| seconds_shown(*warning));
    warnings.filter(|warning| left <= *warning).min()
}

fn last_seconds(seconds: i64, scene: &Scene<'_>) -> String {
    if seconds % 60 == 0 {
        scene.words.tell("host-clock-last-minutes", &[("minutes", (seconds / 60).into())])
    } else {
        scene.words.tell("host-clock-last-seconds", &[("seconds", seconds.into())])
    }
}

fn added(clock: &ClockLine, scene: &Scene<'_>) -> Option<String> {
    let seconds = clock.added.0 / 1000;
    let key = if seconds < 0 { "host-clock-taken" } else { "host-clock-given" };
    (seconds != 0).then(|| scene.words.tell(key, &[("seconds", seconds.abs().into())]))
}
