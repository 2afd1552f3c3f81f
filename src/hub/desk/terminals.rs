//! The rules know terminals only as wishes name them; which is there, and which one asks, is looked up here:
//! `a_paper_sheet_is_keyed_at_the_terminal_that_asks`.

use uuid::Uuid;

use super::Desk;
use crate::contest::{At, Fact, Refusal, Seat, Wish, decide};

impl Desk {
    /// What a wish would cause, asked at that terminal.
    pub(super) fn decided(
        &self,
        by: (&Seat, Option<Uuid>),
        wish: &Wish,
        now: At,
    ) -> Result<Vec<Fact>, Refusal> {
        let (by, terminal) = by;
        let facts = decide(&self.contest, by, wish, now)?;
        match wish {
            Wish::KeySheet { keyed_by: it, .. } if terminal != Some(it.terminal) => {
                Err(Refusal::NotYours)
            }
            Wish::HandOver { seat, from, to } => match self.holders.can_go(seat, *from, *to) {
                Some(goes) => Ok(if goes { facts } else { Vec::new() }),
                None => Err(Refusal::NobodyWaits { seat: seat.clone() }),
            },
            _ => Ok(facts),
        }
    }
}
