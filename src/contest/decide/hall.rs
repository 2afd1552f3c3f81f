//! What hosts do with their room's screens: scenes, messages, breaks, the frozen ranking, the
//! ceremony. None of it touches a result.

use std::sync::Arc;

use super::Decision;
use crate::contest::{
    Audience, Contest, Fact, GroupId, GroupResults, Hall, LONGEST_MESSAGE, Ms, Refusal, RoomId,
    Scene, Seat, Text, ceremony,
};

/// The longest break: a day.
const LONGEST_BREAK: Ms = Ms::seconds(24 * 60 * 60);

fn own<'a>(contest: &'a Contest, by: &Seat, room: &RoomId) -> Result<&'a Hall, Refusal> {
    contest.hall(room).filter(|_| by.room() == Some(room)).ok_or(Refusal::NotYours)
}

/// A group that pitches in the host's own room.
fn own_group(contest: &Contest, by: &Seat, group: &GroupId) -> Result<Arc<GroupResults>, Refusal> {
    let stated = contest.session.group(group).ok_or(Refusal::NotYours)?;
    let here = |room| contest.projects_of(group).any(|it| contest.order(room).contains(&it.id));
    by.room().filter(|room| here(room)).ok_or(Refusal::NotYours)?;
    Ok(contest.ranking(stated))
}

pub(super) fn show(contest: &Contest, by: &Seat, room: &RoomId, scene: &Scene) -> Decision {
    let hall = own(contest, by, room)?;
    if let Scene::Awards { group } | Scene::Ranking { group: Some(group) } = scene
        && contest.session.group(group).is_none()
    {
        return Err(Refusal::NotYours);
    }
    if hall.scene == *scene {
        return Ok(Vec::new());
    }
    Ok(vec![Fact::SceneShown { room: room.clone(), scene: scene.clone() }])
}

pub(super) fn blank(contest: &Contest, by: &Seat, room: &RoomId, on: bool) -> Decision {
    if own(contest, by, room)?.blank == on {
        return Ok(Vec::new());
    }
    Ok(vec![Fact::Blanked { room: room.clone(), on }])
}

pub(super) fn say(
    contest: &Contest,
    by: &Seat,
    (room, to): (&RoomId, Audience),
    text: &str,
    blink: bool,
) -> Decision {
    let hall = own(contest, by, room)?;
    let text = text.trim();
    let fits = !text.is_empty() && text.chars().count() <= LONGEST_MESSAGE;
    if !fits || text.chars().any(char::is_control) {
        return Err(Refusal::NotAMessage { most: LONGEST_MESSAGE });
    }
    if hall.messages.get(&to).is_some_and(|it| it.text == text && it.blink == blink) {
        return Ok(Vec::new());
    }
    Ok(vec![Fact::MessageShown { room: room.clone(), to, text: text.to_owned(), blink }])
}

pub(super) fn unsay(contest: &Contest, by: &Seat, room: &RoomId, to: Audience) -> Decision {
    if !own(contest, by, room)?.messages.contains_key(&to) {
        return Ok(Vec::new());
    }
    Ok(vec![Fact::MessageCleared { room: room.clone(), to }])
}

/// A break, while nobody is on stage. One that is due by the run order counts as held by it.
pub(super) fn take_break(
    contest: &Contest,
    by: &Seat,
    room: &RoomId,
    name: &Text,
    length: Ms,
) -> Decision {
    let hall = own(contest, by, room)?;
    if hall.pause.as_ref().is_some_and(|pause| pause.name == *name) {
        return Ok(Vec::new());
    }
    let on_stage = hall.order.iter().any(|id| contest.stage_of(id).is_on_stage());
    if hall.pause.is_some() || on_stage || length <= Ms::ZERO || LONGEST_BREAK < length {
        return Err(Refusal::NoBreakNow { room: room.clone() });
    }
    let planned = contest.due_break(room).map(|due| due.after);
    Ok(vec![Fact::BreakBegan { room: room.clone(), name: name.clone(), length, planned }])
}

pub(super) fn end_break(contest: &Contest, by: &Seat, room: &RoomId) -> Decision {
    if own(contest, by, room)?.pause.is_none() {
        return Ok(Vec::new());
    }
    Ok(vec![Fact::BreakEnded { room: room.clone() }])
}

pub(super) fn freeze(contest: &Contest, by: &Seat, group: &GroupId, on: bool) -> Decision {
    own_group(contest, by, group)?;
    if contest.frozen(group).is_some() == on {
        return Ok(Vec::new());
    }
    let group = group.clone();
    Ok(vec![if on { Fact::Frozen { group } } else { Fact::Thawed { group } }])
}

/// A step of the ceremony of a final ranking. When it ends, the ranking is thawed.
pub(super) fn go_to_step(
    contest: &Contest,
    by: &Seat,
    group: &GroupId,
    step: Option<u32>,
) -> Decision {
    let results = own_group(contest, by, group)?;
    if contest.ceremony(group) == step {
        return Ok(Vec::new());
    }
    let mut facts = vec![Fact::CeremonyAt { group: group.clone(), step }];
    let Some(step) = step else {
        if contest.frozen(group).is_some() {
            facts.push(Fact::Thawed { group: group.clone() });
        }
        return Ok(facts);
    };
    if !results.is_final() || results.standings.is_empty() {
        return Err(Refusal::NotFinal { group: group.clone() });
    }
    let steps = u32::try_from(ceremony(&results).len()).unwrap_or(u32::MAX);
    if steps < step {
        return Err(Refusal::NoSuchStep { group: group.clone(), steps });
    }
    Ok(facts)
}
