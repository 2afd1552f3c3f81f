//! The clock of the stage beside its digits: how it stands, in words, and what was given or taken.

use crate::{
    protocol::views::ClockLine,
    tui::{Scene, countdown::Mood},
};

/// How a clock stands, in words that say all that its colour says.
pub(super) fn words(clock: &ClockLine, mood: Mood, scene: &Scene<'_>) -> String {
    let stands = match mood {
        Mood::Overtime => {
            let over = [("time", clock.left(scene.now).to_string().into())];
            scene.words.tell("host-clock-overtime", &over)
        }
        mood => mood.word(scene.words).unwrap_or_else(|| scene.words.say("host-clock-running")),
    };
    match added(clock, scene) {
        Some(added) => format!("{stands} {} {added}", scene.theme.symbols.dot),
        None => stands,
    }
}

fn added(clock: &ClockLine, scene: &Scene<'_>) -> Option<String> {
    let seconds = clock.added.0 / 1000;
    let key = if seconds < 0 { "host-clock-taken" } else { "host-clock-given" };
    (seconds != 0).then(|| scene.words.tell(key, &[("seconds", seconds.abs().into())]))
}
