//! What goes on and on is told once a stretch, and then counted: no sender fills the log, and none is
//! left out of it: `what_goes_on_is_told_once_a_stretch_and_counted`.

use std::time::Duration;

use tokio::time::Instant;

/// How long a line stands for what follows it.
pub(super) const STRETCH: Duration = Duration::from_secs(60);

/// Something that may go on and on.
#[derive(Debug, Default)]
pub(super) struct Stretch {
    told_at: Option<Instant>,
    untold: u64,
}

/// A line that is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Line {
    /// How many more there were since the last line, if there were any.
    pub(super) more: Option<u64>,
}

impl Stretch {
    /// It has happened once more: the line to be told now, if one is due.
    pub(super) fn happens(&mut self, now: Instant) -> Option<Line> {
        if !self.is_over(now) {
            self.untold += 1;
            return None;
        }
        let line = Line { more: self.untold() };
        *self = Self { told_at: Some(now), untold: 0 };
        Some(line)
    }

    /// Whether the last line stands for nothing any more that may follow it.
    pub(super) fn is_over(&self, now: Instant) -> bool {
        self.told_at.is_none_or(|at| at + STRETCH <= now)
    }

    /// How many there were since the last line, if there were any.
    pub(super) fn untold(&self) -> Option<u64> {
        Some(self.untold).filter(|untold| 0 < *untold)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn what_goes_on_is_told_once_a_stretch_and_counted() {
        let (mut stretch, start) = (Stretch::default(), Instant::now());
        let mut told = Vec::new();
        for second in 0..150 {
            told.extend(stretch.happens(start + Duration::from_secs(second)).map(|it| it.more));
        }
        assert_eq!(told, [None, Some(59), Some(59)]);
        assert_eq!(stretch.untold(), Some(29));
    }
}
