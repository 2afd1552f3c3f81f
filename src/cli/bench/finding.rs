//! What a bench finds, and whether it is green, amber or red.
//!
//! Everything that is weighed has its limits here by name, with their reasons, and nothing else decides about a
//! light: `every_limit_has_its_two_sides`.

use std::time::Duration;

use serde::Serialize;

use crate::{
    bench::{Changes, Clocks, Figures, Unchanged},
    cli::lights::{Direction, Found, Length, Light, Seconds, above},
    client::Errand,
    contest::Ms,
};

/// What a person takes for “at once”, and after what a thought is interrupted (Card, Moran and Newell, 1983; Nielsen,
/// *Usability Engineering*, 1993).
const AT_ONCE: Duration = Duration::from_millis(100);
const THOUGHT: Duration = Duration::from_secs(1);
/// After so long a silence a screen counts its link as lost.
const SILENCE: Duration = Duration::from_secs(3);
/// Round trips: amber when one of a hundred is felt, red when one interrupts a thought.
const TRIP: (Duration, Duration) = (AT_ONCE, THOUGHT);
/// Joining, a judge's “received”, and a change on the last screen: amber when one of a hundred interrupts a thought, red
/// when one takes as long as a link that is lost.
const ANSWER: (Duration, Duration) = (THOUGHT, SILENCE);
/// Two countdowns side by side: amber when they are seen to tick apart, red when they show another second all the time.
const APART: (Duration, Duration) = (AT_ONCE, THOUGHT);
/// How far a wall clock may be from the hub's, as in `preflight`. No countdown hangs on it, but papers and logs do.
const WALL_AMBER: Duration = Duration::from_secs(30);
/// How long a screen may be away: within so long a rehearsal wants every terminal back.
const AWAY_RED: Duration = Duration::from_secs(10);
/// How late this laptop may be itself before its figures say more of it than of the network.
const LATE_AMBER: Duration = AT_ONCE;

/// Something that was measured, or why it was not. People read the text under `bench-<code>`, and below what is not
/// green the advice under `bench-<code>-advice`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "code", rename_all = "kebab-case")]
pub(super) enum Finding {
    /// The hub is on this laptop.
    OwnLaptop { address: String },
    /// It was ended before its time.
    CutShort { seconds: u64, planned: u32 },
    /// This laptop was late itself.
    Laptop { late: Length },
    /// Screens have come.
    Joined { screens: usize, median: Length, worst: Length, p99: Length },
    /// It was looked at, again and again.
    Looked { looks: usize, median: Length, worst: Length, p99: Length },
    /// The hub had no room for some.
    Full { joined: usize, screens: usize },
    /// Some did not come.
    NotJoined { joined: usize, screens: usize },
    /// How far away the hub is.
    RoundTrip { count: usize, median: Length, p99: Length, worst: Length },
    /// No ping was answered.
    NoAnswer,
    /// No screen was lost.
    LinksKept { screens: usize, seconds: u64 },
    /// Some were, and came back.
    LinksLost { losses: usize, longest: Seconds },
    /// Some had not come back in the end.
    StillAway { away: usize, screens: usize },
    /// None was there in the end.
    HubGone { second: u64 },
    /// How far the screens' countdowns are apart.
    Countdowns { apart: Length },
    /// Where this laptop's own clock stands.
    WallClock { apart: Seconds, direction: Direction },
    /// How long a wish takes until it is on the hub's disk.
    Stored { count: usize, median: Length, p99: Length, worst: Length },
    /// Some were not.
    NotStored { missing: usize, asked: usize },
    /// How long a wish takes until the last screen shows it.
    LastScreen { screens: usize, median: Length, p99: Length, worst: Length },
    /// Some screens did not show it in the end.
    NotShown { missing: usize, asked: usize },
    /// Fan-out is not measured at a live final.
    OnlyLooked,
    /// Nor without a screen's link.
    NoScreen,
    /// Nor without the console's.
    NoConsole,
    /// The console could not be had.
    ConsoleAway,
    /// What was said to the screens may still stand there.
    NotUndone,
}

impl Finding {
    /// Everything that there is to say about these figures.
    pub(super) fn all(
        figures: &Figures,
        errand: Errand,
        unchanged: Option<Unchanged>,
    ) -> Vec<Self> {
        if figures.measured.is_zero() {
            return Vec::new();
        }
        let mut found = of_coming(figures, errand);
        found.extend(of_links(figures));
        found.extend(figures.clocks.map(of_clocks).into_iter().flatten());
        match (&figures.changes, unchanged) {
            (Some(changes), _) => found.extend(of_changes(figures, changes)),
            (None, Some(Unchanged::Live)) => found.push(Self::OnlyLooked),
            (None, Some(Unchanged::NoScreen)) => found.push(Self::NoScreen),
            (None, Some(Unchanged::NoHost) | None) => found.push(Self::NoConsole),
        }
        if LATE_AMBER < figures.late {
            found.push(Self::Laptop { late: Length(figures.late) });
        }
        found
    }
}

fn of_coming(figures: &Figures, errand: Errand) -> Vec<Finding> {
    let Figures { screens, joined, full, .. } = *figures;
    let [median, p99, worst] =
        [figures.joining.median, figures.joining.p99, figures.joining.worst].map(Length);
    let mut found = Vec::new();
    match errand {
        _ if joined == 0 => (),
        Errand::Join => found.push(Finding::Joined { screens: joined, median, worst, p99 }),
        Errand::Look => {
            found.push(Finding::Looked { looks: figures.joining.count, median, worst, p99 });
        }
    }
    if 0 < full {
        found.push(Finding::Full { joined, screens });
    }
    if joined + full < screens {
        found.push(Finding::NotJoined { joined, screens });
    }
    found
}

fn of_links(figures: &Figures) -> Vec<Finding> {
    let trip = figures.round_trip;
    let [median, p99, worst] = [trip.median, trip.p99, trip.worst].map(Length);
    let mut found = vec![match trip.count {
        0 => Finding::NoAnswer,
        count => Finding::RoundTrip { count, median, p99, worst },
    }];
    let (seconds, screens) = (figures.measured.as_secs(), figures.joined);
    let away = screens.saturating_sub(figures.there);
    match figures.losses {
        _ if screens == 0 => (),
        0 => found.push(Finding::LinksKept { screens, seconds }),
        losses => {
            let longest = Seconds(figures.longest_away);
            found.push(Finding::LinksLost { losses, longest });
        }
    }
    match figures.gone {
        Some(gone) => found.push(Finding::HubGone { second: gone.as_secs() + 1 }),
        None if 0 < away => found.push(Finding::StillAway { away, screens }),
        None => (),
    }
    found
}

fn of_clocks(Clocks { ahead, apart }: Clocks) -> Vec<Finding> {
    let span = |ms: Ms| Duration::from_millis(ms.0.unsigned_abs());
    // This clock stands to the hub's as the hub's does not to this one.
    let direction = if ahead < Ms::ZERO { Direction::Ahead } else { Direction::Behind };
    vec![
        Finding::Countdowns { apart: Length(span(apart)) },
        Finding::WallClock { apart: Seconds(span(ahead)), direction },
    ]
}

fn of_changes(figures: &Figures, changes: &Changes) -> Vec<Finding> {
    let Changes { asked, refused, unanswered, stored, shown, unshown, undone } = *changes;
    if asked == 0 {
        return vec![Finding::ConsoleAway];
    }
    let mut found = Vec::new();
    if 0 < stored.count {
        let [median, p99, worst] = [stored.median, stored.p99, stored.worst].map(Length);
        found.push(Finding::Stored { count: stored.count, median, p99, worst });
    }
    if 0 < refused + unanswered {
        found.push(Finding::NotStored { missing: refused + unanswered, asked });
    }
    if 0 < shown.count {
        let [median, p99, worst] = [shown.median, shown.p99, shown.worst].map(Length);
        found.push(Finding::LastScreen { screens: figures.joined, median, p99, worst });
    }
    if 0 < unshown {
        found.push(Finding::NotShown { missing: unshown, asked });
    }
    if !undone {
        found.push(Finding::NotUndone);
    }
    found
}

impl Found for Finding {
    const FAMILY: &'static str = "bench";

    fn light(&self) -> Light {
        match self {
            Self::RoundTrip { p99, .. } => above((p99.0, TRIP.1), (p99.0, TRIP.0)),
            Self::Joined { p99, .. }
            | Self::Looked { p99, .. }
            | Self::Stored { p99, .. }
            | Self::LastScreen { p99, .. } => above((p99.0, ANSWER.1), (p99.0, ANSWER.0)),
            Self::Countdowns { apart } => above((apart.0, APART.1), (apart.0, APART.0)),
            Self::LinksLost { longest, .. } if longest.0 <= AWAY_RED => Light::Amber,
            Self::WallClock { apart, .. } if apart.0 <= WALL_AMBER => Light::Green,
            Self::LinksKept { .. } => Light::Green,
            Self::WallClock { .. }
            | Self::OwnLaptop { .. }
            | Self::CutShort { .. }
            | Self::Laptop { .. }
            | Self::Full { .. }
            | Self::OnlyLooked
            | Self::NoScreen
            | Self::NoConsole
            | Self::ConsoleAway
            | Self::NotUndone => Light::Amber,
            Self::LinksLost { .. }
            | Self::NotJoined { .. }
            | Self::NoAnswer
            | Self::StillAway { .. }
            | Self::HubGone { .. }
            | Self::NotStored { .. }
            | Self::NotShown { .. } => Light::Red,
        }
    }

    fn has_advice(&self) -> bool {
        self.light() != Light::Green
    }
}

#[cfg(test)]
mod tests;
