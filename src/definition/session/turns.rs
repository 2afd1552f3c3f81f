//! What must hold of run orders: ranks in reserve without a gap, breaks between turns, recusals of
//! projects that pitch before the judge.

use std::collections::{BTreeMap, BTreeSet};

use super::{Draft, GroupDraft, ProjectDraft, RoomDraft, draw::list};
use crate::{
    contest::{ProjectId, can_be_tallied},
    definition::Complaint,
};

/// Complains about all that does not fit together.
pub(super) fn check(draft: &Draft<'_>) {
    for group in &draft.groups {
        check_reserve(draft, group);
    }
    for room in &draft.rooms {
        if !room.room.breaks.is_empty() {
            check_breaks(draft, room);
        }
        check_recusals(draft, room);
    }
}

/// The ranks in reserve are 1, 2, 3, ….
fn check_reserve(draft: &Draft<'_>, group: &GroupDraft<'_>) {
    let mut ranks: BTreeMap<u32, &ProjectDraft<'_>> = BTreeMap::new();
    for project in draft.projects.iter().filter(|it| it.project.group == group.group.id) {
        let Some(rank) = project.project.reserve else { continue };
        let first = *ranks.entry(rank).or_insert(project);
        if first.place.of("reserve") != project.place.of("reserve") {
            let first = first.project.id.to_string();
            project.place.complain("reserve", Complaint::ReserveTwice { rank, first });
        }
    }
    let gap = ranks.iter().zip(1..).find(|((rank, _), expected)| **rank != *expected);
    if let Some(((rank, project), missing)) = gap {
        project.place.complain("reserve", Complaint::ReserveGap { rank: *rank, missing });
    }
}

/// Breaks stand in the order of their turns, each before the last one.
fn check_breaks(draft: &Draft<'_>, room: &RoomDraft<'_>) {
    let turns = draft.with_order(room).order.len();
    let mut before = 0;
    for (pause, place) in room.room.breaks.iter().zip(&room.breaks) {
        let after = pause.after;
        if after == 0 {
            continue; // It could not be read.
        }
        if after <= before {
            place.complain("after", Complaint::BreakOrder { after, before });
        } else if usize::try_from(after).is_ok_and(|after| after >= turns) && turns > 0 {
            place.complain("after", Complaint::BreakOutside { after, turns });
        }
        before = before.max(after);
    }
}

/// A judge is recused from projects that may pitch in the judge's room, from each once; and enough
/// judges are left to score every project.
fn check_recusals(draft: &Draft<'_>, room: &RoomDraft<'_>) {
    let judges = room.room.judges.iter();
    let recusals = judges.flat_map(|seat| seat.recused.iter().map(move |it| (&seat.id, it)));
    let mut seen = BTreeSet::new();
    let mut by_project: BTreeMap<&ProjectId, (usize, &_)> = BTreeMap::new();
    for ((seat, recusal), place) in recusals.zip(&room.recusals) {
        let id = &recusal.project;
        if id.as_str().is_empty() {
            continue; // It could not be read.
        }
        let project = draft.projects.iter().find(|it| it.project.id == *id);
        if !project.is_some_and(|it| it.may_pitch_in(room)) {
            let known = draft.projects.iter().filter(|it| it.may_pitch_in(room));
            let known = list(known.map(|it| &it.project.id));
            let (project, room) = (id.to_string(), room.room.id.to_string());
            place.complain("project", Complaint::RecusedElsewhere { project, room, known });
        } else if seen.insert((seat, id)) {
            let (judges, at) = by_project.entry(id).or_insert((0, place));
            (*judges, *at) = (*judges + 1, place);
        } else {
            let (seat, project) = (seat.to_string(), id.to_string());
            place.complain("project", Complaint::RecusedTwice { seat, project });
        }
    }
    for (project, (recused, place)) in by_project {
        let group = draft.projects.iter().find(|it| it.project.id == *project);
        let group = group.and_then(|it| draft.group(&it.project.group));
        let rubric = group.and_then(|group| group.group.rubric.as_ref());
        let judges = room.room.judges.len();
        let fails = |judges| rubric.is_some_and(|it| can_be_tallied(&it.scoring, judges).is_err());
        if fails(judges.saturating_sub(recused)) && !fails(judges) {
            let (project, left) = (project.to_string(), judges.saturating_sub(recused));
            place.complain("project", Complaint::TooManyRecused { project, left });
        }
    }
}
