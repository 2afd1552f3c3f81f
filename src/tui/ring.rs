//! A bell as data: how often it rings, and for how long the screen flashes with it.
//!
//! The screen is never brighter or darker than a whole frame reversed, and never more often than
//! twice a second, which is below what is dangerous to people who bear no flashes (WCAG 2.1, 2.3.1):
//! `no_bell_flashes_more_than_twice_a_second`.

use std::time::Duration;

use tokio::time::Instant;

/// What a bell rings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ring {
    /// So many short rings, one at least.
    Short(u8),
    /// One long ring.
    Long,
}

/// A stretch of a ring.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Beat {
    lasts: Duration,
    /// Whether the screen is reversed meanwhile.
    lit: bool,
    /// Whether the terminal's bell rings at its beginning.
    rings: bool,
}

const RING: Beat = Beat { lasts: Duration::from_millis(250), lit: true, rings: true };
const REST: Beat = Beat { lasts: Duration::from_millis(300), lit: false, rings: false };
/// A terminal's bell has no length, so a long ring is made of several without a pause.
const LONG: [Beat; 3] = [RING; 3];

impl Ring {
    fn beats(self) -> Vec<Beat> {
        match self {
            Self::Short(times) => [RING, REST].repeat(usize::from(times.max(1))),
            Self::Long => LONG.into(),
        }
    }

    /// Its name for a program: the number of rings, or `long`.
    pub fn name(self) -> String {
        match self {
            Self::Short(times) => times.to_string(),
            Self::Long => "long".to_owned(),
        }
    }
}

/// A bell that may be ringing.
#[derive(Debug, Default)]
pub(super) struct Bell {
    /// The beats that are still to come, the next one last.
    beats: Vec<Beat>,
    /// The present beat, and when it ends.
    now: Option<(Beat, Instant)>,
}

impl Bell {
    /// Begins to ring; whatever it rang before is over.
    pub(super) fn ring(&mut self, ring: Ring, now: Instant) {
        self.beats = ring.beats();
        self.beats.reverse();
        self.now = None;
        self.begin(now);
    }

    fn begin(&mut self, now: Instant) {
        self.now = self.beats.pop().map(|beat| (beat, now + beat.lasts));
    }

    /// Goes on to the beat of this instant; whether the terminal's bell is to be heard for it.
    pub(super) fn go_on(&mut self, now: Instant) -> bool {
        let Some((_, ends)) = self.now.filter(|(_, ends)| *ends <= now) else { return false };
        self.begin(ends.max(now));
        self.sounds()
    }

    /// Whether the present beat has begun with a ring.
    pub(super) fn sounds(&self) -> bool {
        self.now.is_some_and(|(beat, _)| beat.rings)
    }

    /// Whether the screen is reversed now.
    pub(super) fn is_lit(&self) -> bool {
        self.now.is_some_and(|(beat, _)| beat.lit)
    }

    /// When the present beat ends.
    pub(super) fn next_change(&self) -> Option<Instant> {
        self.now.map(|(_, ends)| ends)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// When the bell is heard, and when the screen lights up, in milliseconds.
    fn played(ring: Ring) -> (Vec<u128>, Vec<u128>) {
        let begun = Instant::now();
        let (mut bell, mut heard, mut lit) = (Bell::default(), vec![0], vec![0]);
        bell.ring(ring, begun);
        assert!(bell.sounds() && bell.is_lit());
        while let Some(next) = bell.next_change() {
            let was_lit = bell.is_lit();
            if bell.go_on(next) {
                heard.push((next - begun).as_millis());
            }
            if bell.is_lit() && !was_lit {
                lit.push((next - begun).as_millis());
            }
        }
        assert!(!bell.is_lit());
        (heard, lit)
    }

    #[test]
    fn a_bell_rings_as_often_as_it_says() {
        assert_eq!(played(Ring::Short(1)).0, [0]);
        assert_eq!(played(Ring::Short(2)).0, [0, 550]);
        assert_eq!(played(Ring::Long), (vec![0, 250, 500], vec![0]));
    }

    #[test]
    fn no_bell_flashes_more_than_twice_a_second() {
        for ring in [Ring::Short(1), Ring::Short(2), Ring::Short(5), Ring::Long] {
            let (_, lit) = played(ring);
            assert!(lit.windows(2).all(|pair| 500 <= pair[1] - pair[0]), "{ring:?}: {lit:?}");
        }
    }

    #[test]
    fn nothing_rings_before_its_time() {
        let begun = Instant::now();
        let mut bell = Bell::default();
        assert!(!bell.go_on(begun));
        bell.ring(Ring::Short(2), begun);
        assert!(!bell.go_on(begun + Duration::from_millis(100)));
        assert!(bell.is_lit());
    }
}
