//! The rankings of a contest's groups as they stand: each is worked out when it is first asked for, and kept until a
//! fact moves it. A clock that is stopped, or a sheet that comes in, moves none.
//!
//! What always holds, and the test that guards it: what is kept is what the facts add up to, whatever has happened in
//! between, `a_ranking_that_was_kept_is_the_one_worked_out_anew`.

use std::{
    collections::BTreeMap,
    sync::{Arc, OnceLock},
};

use super::{Contest, Group, GroupId, GroupResults, ProjectId};

/// What has been worked out so far. It follows from the rest of the contest, and is no part of what a contest is.
#[derive(Debug, Clone, Default)]
pub(super) struct Rankings {
    kept: BTreeMap<GroupId, Kept>,
    moves: u64,
}

/// A group's.
#[derive(Debug, Clone, Default)]
struct Kept {
    ranking: OnceLock<Arc<GroupResults>>,
    /// As the hall may see it.
    shown: OnceLock<Arc<GroupResults>>,
    /// The ties that only the jury chair decides.
    ties: OnceLock<Arc<[Vec<ProjectId>]>>,
}

impl PartialEq for Rankings {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Rankings {}

impl Rankings {
    /// Nothing has been worked out of these groups.
    pub(super) fn of(groups: &[Group]) -> Self {
        let kept = groups.iter().map(|group| (group.id.clone(), Kept::default())).collect();
        Self { kept, moves: 0 }
    }

    /// Something has happened that a group's ranking may hang on.
    pub(super) fn forget(&mut self, group: &GroupId) {
        if let Some(kept) = self.kept.get_mut(group) {
            *kept = Kept::default();
        }
        self.moves += 1;
    }

    fn kept<T: Clone>(
        &self,
        group: &Group,
        which: impl Fn(&Kept) -> &OnceLock<T>,
        work_out: impl FnOnce() -> T,
    ) -> T {
        match self.kept.get(&group.id) {
            Some(kept) => which(kept).get_or_init(work_out).clone(),
            None => work_out(), // Of another session.
        }
    }
}

impl Contest {
    /// The ranking of one group as it stands.
    pub fn ranking(&self, group: &Group) -> Arc<GroupResults> {
        let work_out = || Arc::new(GroupResults::of(self, group));
        self.rankings.kept(group, |kept| &kept.ranking, work_out)
    }

    /// The ranking as the hall may see it: of a frozen group nothing that was released since.
    pub fn shown_ranking(&self, group: &Group) -> Arc<GroupResults> {
        if self.frozen(&group.id).is_none() {
            return self.ranking(group);
        }
        let work_out = || Arc::new(GroupResults::shown(self, group));
        self.rankings.kept(group, |kept| &kept.shown, work_out)
    }

    /// The ties of a group that only the jury chair decides, whether that has been done or not.
    pub fn ties_for_the_chair(&self, group: &Group) -> Arc<[Vec<ProjectId>]> {
        let work_out = || GroupResults::for_the_chair(self, group).into();
        self.rankings.kept(group, |kept| &kept.ties, work_out)
    }

    /// How often something has happened that a ranking may hang on: while that is the same number, so are the rankings.
    pub fn moves(&self) -> u64 {
        self.rankings.moves
    }
}
