//! What the jury chair decides about a tie.

use super::{Decision, reasoned};
use crate::contest::{Contest, Fact, GroupId, ProjectId, Refusal, Ruling, Seat};

/// Records a decision about exactly the projects of a tie that waits for one, or that one settled.
pub(super) fn rule(
    contest: &Contest,
    by: &Seat,
    group: &GroupId,
    order: &[Vec<ProjectId>],
    reason: &str,
) -> Decision {
    let no_such_tie = || Refusal::NoSuchTie { group: group.clone() };
    let stated = contest.session.group(group).ok_or_else(no_such_tie)?;
    let own_room = |room| contest.projects_of(group).any(|it| contest.order(room).contains(&it.id));
    if !by.room().is_some_and(own_room) {
        return Err(Refusal::NotYours);
    }
    let ruling = Ruling { order: order.to_vec(), reason: reasoned(reason)? };
    let tied: Vec<&ProjectId> = ruling.order.iter().flatten().collect();
    let about = |it: &Ruling| it.is_about(tied.iter().copied());
    let earlier = contest.rulings_of(group);
    let last = earlier.iter().rev().find(|it| about(it));
    if last == Some(&ruling) {
        return Ok(Vec::new());
    }
    let waiting = &contest.ranking(stated).waiting;
    let waits = waiting.iter().any(|tie| tie.len() == tied.len() && ruling.is_about(tie));
    let counts_each_once = ruling.order.iter().all(|place| !place.is_empty());
    if counts_each_once
        && (waits || last.is_some_and(|it| it.order.iter().flatten().count() == tied.len()))
    {
        return Ok(vec![Fact::Ruled { group: group.clone(), ruling }]);
    }
    Err(no_such_tie())
}
