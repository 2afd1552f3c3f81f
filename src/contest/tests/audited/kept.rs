//! Rankings are kept until a fact moves them, on any evening.

use proptest::{
    prelude::*,
    test_runner::{Config, TestRunner},
};

use super::{super::eventful, Recorded, guarded, moments, pass, with_everything};
use crate::contest::{Contest, Group, GroupResults, Wish};

/// What is kept of a group, and the same worked out anew.
fn both(contest: &Contest, group: &Group) -> [(GroupResults, GroupResults, Vec<Vec<String>>); 2] {
    let names = |ties: &[Vec<_>]| {
        ties.iter().map(|tie| tie.iter().map(ToString::to_string).collect()).collect()
    };
    let kept = (
        (*contest.ranking(group)).clone(),
        (*contest.shown_ranking(group)).clone(),
        names(&contest.ties_for_the_chair(group)),
    );
    let anew = (
        GroupResults::of(contest, group),
        GroupResults::shown(contest, group),
        names(&GroupResults::for_the_chair(contest, group)),
    );
    [kept, anew]
}

#[test]
fn a_ranking_that_was_kept_is_the_one_worked_out_anew() {
    let begun = [eventful(), with_everything(), guarded()];
    let config = Config { cases: 40, failure_persistence: None, ..Config::default() };
    let played = TestRunner::new(config).run(&moments(), |moments| {
        for evening in &begun {
            let mut recorded = Recorded::of(evening.clone());
            for (nth, moment) in moments.iter().enumerate() {
                pass(&mut recorded, *moment);
                if nth % 9 == 4 {
                    let group = "enterprise".into();
                    let wish =
                        if nth % 2 == 0 { Wish::Freeze { group } } else { Wish::Thaw { group } };
                    recorded.ask("A/host", &wish);
                }
                let contest = &recorded.evening.contest;
                for group in &contest.session().groups {
                    let [kept, anew] = both(contest, group);
                    prop_assert_eq!(kept, anew, "after {:?}", recorded.evening.facts.last());
                }
            }
        }
        Ok(())
    });
    played.unwrap();
}
