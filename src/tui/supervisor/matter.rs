//! What waits for somebody, and what was corrected: the lines of the page that has them all.

use crate::{
    contest::{GroupId, ProjectId, Role},
    protocol::views::SupervisorView,
};

/// One of them, by what stays the same while others come and go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Matter {
    /// A proposal, by its number.
    Proposal(u32),
    /// Something about a project to look at before the lock, by its place.
    Alarm(ProjectId, usize),
    /// A tie that waits for the jury chair, by its group and projects.
    Tie(GroupId, Vec<ProjectId>),
    /// An award that would go otherwise if one thing were done otherwise, by its group and place.
    Award(GroupId, usize),
    /// A bulletin, by its number.
    Bulletin(u32),
}

/// All of them: what waits for this seat first, what was corrected last,
/// newest first.
pub(super) fn all(view: &SupervisorView) -> Vec<Matter> {
    let proposals = |own: bool| {
        let by = move |it: &&crate::contest::Proposal| (it.by == Role::Supervisor) == own;
        view.proposals.iter().filter(by).map(|it| Matter::Proposal(it.number))
    };
    let orders = view.rooms.iter().flat_map(|room| view.order_of(room));
    let alarms = orders.filter(|line| line.is_before_the_lock()).flat_map(|line| {
        (0..line.alarms.len()).map(|at| Matter::Alarm(line.project.id.clone(), at))
    });
    let tie = |tie: &crate::protocol::views::TieLine| {
        Matter::Tie(tie.group.clone(), tie.projects.clone())
    };
    let bulletins = view.bulletins.iter().rev().map(|it| Matter::Bulletin(it.number));
    let awards = view.groups.iter().flat_map(|group| {
        let of_group = view.awards.iter().filter(|it| it.group == group.id).enumerate();
        let shaky = of_group.filter(|(_, it)| !it.changed_by.is_empty());
        shaky.map(|(at, _)| Matter::Award(group.id.clone(), at))
    });
    let waiting = proposals(false).chain(alarms).chain(proposals(true));
    waiting.chain(view.ties.iter().map(tie)).chain(awards).chain(bulletins).collect()
}

/// The place of the chosen one; of the first where it is gone.
pub(super) fn at(matters: &[Matter], chosen: Option<&Matter>) -> usize {
    let is_it = |chosen: &Matter| matters.iter().position(|it| it == chosen);
    chosen.and_then(is_it).unwrap_or_default()
}
