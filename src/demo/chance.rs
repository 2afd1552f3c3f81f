//! Chance without luck: numbers that follow from a seed and from what they are drawn for.
//!
//! No number depends on how many were drawn before it, so equal seeds give equal finals in whatever
//! order things happen.

/// What a seed makes of names. Copies draw the same.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Chance(u64);

impl Chance {
    pub(crate) fn of_seed(seed: u64) -> Self {
        Self(seed)
    }

    /// The number between `low` and `high`, both included, that belongs to these names.
    pub(crate) fn between(self, low: i64, high: i64, names: &[&str]) -> i64 {
        let mut hasher = blake3::Hasher::new();
        hasher.update(&self.0.to_le_bytes());
        for name in names {
            // Each name is closed by a byte that no text has, so that no two lists look the same.
            hasher.update(name.as_bytes()).update(&[0xff]);
        }
        let mut drawn = [0; 8];
        hasher.finalize_xof().fill(&mut drawn);
        let values = high.abs_diff(low).saturating_add(1);
        low.saturating_add_unsigned(u64::from_le_bytes(drawn) % values)
    }

    /// Whether something comes about that does so once in `so_many` times.
    pub(crate) fn once_in(self, so_many: i64, names: &[&str]) -> bool {
        self.between(1, so_many, names) == 1
    }
}

#[cfg(test)]
mod tests {
    use super::Chance;

    #[test]
    fn a_number_follows_from_seed_and_names_alone() {
        let draw = |seed, names: &[&str]| Chance::of_seed(seed).between(0, 1_000_000, names);
        assert_eq!(draw(1, &["E01", "A1"]), draw(1, &["E01", "A1"]));
        assert_ne!(draw(1, &["E01", "A1"]), draw(2, &["E01", "A1"]));
        assert_ne!(draw(1, &["E01", "A1"]), draw(1, &["E01A", "1"]));
    }

    #[test]
    fn both_ends_are_drawn_and_nothing_beyond() {
        let names: Vec<String> = (0..200).map(|n| n.to_string()).collect();
        let mut drawn: Vec<i64> =
            names.iter().map(|name| Chance::of_seed(7).between(-1, 2, &[name])).collect();
        drawn.sort_unstable();
        drawn.dedup();
        assert_eq!(drawn, [-1, 0, 1, 2]);
    }
}
