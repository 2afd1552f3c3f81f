//! Which of the hubs of one journal this is: the number grows each time a hub is opened on a copy, so that
//! an old hub that comes back is known by the screens that have seen the newer one.

use serde::{Deserialize, Serialize};

/// An epoch of a journal.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Epoch {
    /// The hash of the journal's first record, which names it.
    pub journal: String,
    /// Its number; the first is 1.
    pub number: u32,
    /// The hash of the record that began it: of two hubs that were opened on copies of one moment.
    pub began: String,
}

impl Epoch {
    /// Whether a hub of this epoch must not be followed by who has seen another one. Another journal is
    /// another evening, and says nothing about this one.
    pub fn is_outdated_by(&self, seen: &Self) -> bool {
        self.journal == seen.journal
            && (self.number < seen.number
                || (self.number == seen.number && self.began != seen.began))
    }
}

#[cfg(test)]
mod tests {
    use super::Epoch;

    fn epoch(journal: &str, number: u32, began: &str) -> Epoch {
        Epoch { journal: journal.to_owned(), number, began: began.to_owned() }
    }

    #[test]
    fn an_older_hub_and_a_second_one_of_the_same_epoch_are_outdated() {
        let seen = epoch("j", 2, "b");
        assert!(epoch("j", 1, "j").is_outdated_by(&seen));
        assert!(epoch("j", 2, "other copy").is_outdated_by(&seen));
        assert!(!seen.is_outdated_by(&seen));
        assert!(!epoch("j", 3, "c").is_outdated_by(&seen));
        assert!(!epoch("another evening", 1, "a").is_outdated_by(&seen));
    }
}
