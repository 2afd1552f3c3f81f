//! How many connections a hub takes, and how many of them may be of which kind, so that no kind of guest
//! takes the place of another: `every_kind_of_guest_has_its_share`.
//!
//! Each connection is an open file to the system. The limit to those is raised as far as the system lets
//! this process raise it, and some are left for the journal, its copies and logs.

/// Connections of a hub at the same time.
pub(super) const MOST_CONNECTIONS: usize = 16_384;
/// Files that are left for everything but connections: journal, copies, logs, the runtime.
const OTHER_FILES: u64 = 64;
/// What is counted on where the system does not say: the least that any has.
const USUAL_FILES: u64 = 256;

/// How many connections a hub takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Capacity {
    connections: usize,
}

impl Default for Capacity {
    fn default() -> Self {
        Self { connections: MOST_CONNECTIONS }
    }
}

impl Capacity {
    /// What the system lets this process have, whose limit to open files is raised for it.
    pub fn of_this_process() -> Self {
        Self::of_files(rlimit::increase_nofile_limit(u64::MAX).unwrap_or(USUAL_FILES))
    }

    fn of_files(files: u64) -> Self {
        let left = usize::try_from(files.saturating_sub(OTHER_FILES)).unwrap_or(usize::MAX);
        Self { connections: left.clamp(4, MOST_CONNECTIONS) } // Fewer would be no hub.
    }

    /// Connections at the same time.
    pub fn connections(self) -> usize {
        self.connections
    }

    /// How many it would take if as many files could be open; `None` where it does.
    pub fn short_of(self) -> Option<usize> {
        (self.connections < MOST_CONNECTIONS).then_some(MOST_CONNECTIONS)
    }

    /// Connections that have not joined.
    pub(super) fn unjoined(self) -> usize {
        self.connections / 4
    }

    /// Connections that have.
    pub(super) fn joined(self) -> usize {
        self.connections - self.unjoined()
    }

    /// Those of them that show boards and timers.
    pub(super) fn displays(self) -> usize {
        self.joined() - self.joined() / 8
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_guest_has_its_share() {
        let parts = |of: Capacity| [of.connections(), of.unjoined(), of.joined(), of.displays()];
        assert_eq!(parts(Capacity::default()), [16_384, 4096, 12_288, 10_752]);
        assert_eq!(parts(Capacity::of_files(1024)), [960, 240, 720, 630]);
        assert_eq!(parts(Capacity::of_files(0)), [4, 1, 3, 3], "however few");
    }

    #[test]
    fn a_hub_that_may_open_fewer_files_takes_fewer_connections() {
        let files = MOST_CONNECTIONS as u64 + OTHER_FILES;
        assert_eq!(Capacity::of_files(u64::MAX), Capacity::default());
        assert_eq!(Capacity::of_files(files).short_of(), None);
        let short = Capacity::of_files(files - 1);
        assert_eq!((short.connections(), short.short_of()), (16_383, Some(16_384)));
    }
}
