//! No false alarm: whatever the engine grants, the audit calls possible.

use proptest::prelude::*;

use super::{Recorded, guarded, with_everything};
use crate::contest::{
    Stage,
    sample::{Evening, session, showcase},
    tests::{
        eventful,
        matrix::{RIGHT, asked, evenings},
        safeguards, wishes,
    },
};

/// Every wish by everybody who is right, at every moment of the matrix, and what host and supervisor may
/// do after it.
#[test]
fn what_is_granted_at_any_moment_is_possible_to_the_audit() {
    let mut granted = 0;
    for begun in evenings().into_iter().flat_map(|(_, moments)| moments).map(|it| it.evening) {
        for asked in asked::all(&begun.contest) {
            for by in RIGHT {
                let mut evening = asked.prepared(&begun, by);
                if let Ok(1..) = evening.ask(by, &asked.wish) {
                    let audited = Recorded::of(evening).audited();
                    assert!(audited.is_ok(), "{} by {by}: {}", asked.row, audited.unwrap_err());
                    granted += 1;
                }
            }
        }
    }
    assert!(granted > 2_000, "{granted}");
}

proptest! {
    #[test]
    fn what_is_granted_on_any_evening_is_possible_to_the_audit(wishes in wishes()) {
        let mut on_stage = Evening::of(session());
        on_stage.run_to("E01", Stage::Presentation);
        let begun = [
            Evening::of(session()),
            Evening::of(showcase()),
            on_stage,
            eventful(),
            with_everything(),
            guarded(),
            safeguards::both(),
        ];
        for mut evening in begun {
            for (by, wish) in &wishes {
                let _ = evening.ask(by, wish);
            }
            let audited = Recorded::of(evening).audited();
            prop_assert!(audited.is_ok(), "{}", audited.unwrap_err());
        }
    }
}
