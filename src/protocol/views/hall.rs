//! What a room's screens show besides project and clock: scenes, messages, breaks, the ceremony.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::RankingLine;
use crate::contest::{
    At, Audience, CeremonyStep, Contest, CountdownState, Group, GroupId, Hall, Message, Ms,
    ProjectId, Room, Scene, Text, UNDO_WITHIN, ceremony,
};

/// A break that is being held.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PauseLine {
    /// What it is called.
    pub name: Text,
    /// How long it is to take, in milliseconds.
    pub length: Ms,
    /// Its countdown; always running.
    pub state: CountdownState,
}

impl PauseLine {
    pub(super) fn of(hall: &Hall) -> Option<Self> {
        let pause = hall.pause.as_ref()?;
        let (name, clock) = (pause.name.clone(), &pause.clock);
        Some(Self { name, length: clock.length, state: clock.state })
    }
}

/// The message for one audience of a room.
pub(super) fn message(contest: &Contest, room: &Room, to: Audience) -> Option<Message> {
    contest.hall(&room.id)?.messages.get(&to).cloned()
}

/// What the projector of a room shows.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct HallLine {
    /// The scene.
    pub scene: Scene,
    /// Whether it is blank, whatever the scene.
    pub blank: bool,
    /// The message to the hall.
    pub message: Option<Message>,
    /// The break that is being held.
    pub pause: Option<PauseLine>,
}

impl HallLine {
    pub(super) fn of(contest: &Contest, room: &Room) -> Self {
        let Some(hall) = contest.hall(&room.id) else { return Self::default() };
        Self {
            scene: hall.scene.clone(),
            blank: hall.blank,
            message: hall.messages.get(&Audience::Board).cloned(),
            pause: PauseLine::of(hall),
        }
    }
}

/// A ceremony as far as it has been revealed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CeremonyLine {
    /// The group.
    pub group: GroupId,
    /// Its name.
    pub name: Text,
    /// How many steps have been revealed.
    pub step: u32,
    /// How many there are.
    pub steps: usize,
    /// The step revealed last; `None` before the first.
    pub now: Option<CeremonyStep>,
    /// Everybody named so far, best first.
    pub revealed: Vec<RankingLine>,
}

impl CeremonyLine {
    /// Nothing of what is still to come is in it.
    pub(super) fn of(contest: &Contest, group: &Group) -> Option<Self> {
        let step = contest.ceremony(&group.id)?;
        let results = contest.ranking(group);
        if !results.is_final() {
            return None; // An absent one has turned up after all: there is nothing to reveal yet.
        }
        let steps = ceremony(&results);
        let done = steps.get(..usize::try_from(step).ok()?.min(steps.len())).unwrap_or_default();
        let named = |it: &CeremonyStep| match it {
            CeremonyStep::Others { projects } | CeremonyStep::Place { projects, .. } => {
                projects.clone()
            }
            CeremonyStep::Award { .. } => Vec::new(),
        };
        let named: Vec<ProjectId> = done.iter().flat_map(named).collect();
        let (now, steps) = (done.last().cloned(), steps.len());
        let lines = results.standings.iter().filter(|it| named.contains(&it.project));
        let revealed = lines.map(RankingLine::of).collect();
        Some(Self { group: group.id.clone(), name: group.name.clone(), step, steps, now, revealed })
    }
}

/// A room's screens as its host runs them.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct HostHall {
    /// What the projector shows.
    pub scene: Scene,
    /// Whether it is blank.
    pub blank: bool,
    /// The messages on the screens.
    pub messages: BTreeMap<Audience, Message>,
    /// The break that is being held.
    pub pause: Option<PauseLine>,
    /// The step that can still be undone.
    pub undo: Option<UndoLine>,
    /// When the project on stage was called up, for those who do not appear.
    pub called_at: Option<At>,
    /// What was left on its clock when it was stopped last.
    pub stopped_at: Option<Ms>,
}

/// A step that can still be undone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UndoLine {
    /// The project it was about.
    pub project: ProjectId,
    /// Until when.
    pub until: At,
}

impl HostHall {
    pub(super) fn of(contest: &Contest, room: &Room) -> Self {
        let Some(hall) = contest.hall(&room.id) else { return Self::default() };
        let undo = |step: &crate::contest::LastStep| UndoLine {
            project: step.project.clone(),
            until: step.at + UNDO_WITHIN,
        };
        let on_stage = hall.called.as_ref().and_then(|id| contest.run(id));
        Self {
            scene: hall.scene.clone(),
            blank: hall.blank,
            messages: hall.messages.clone(),
            pause: PauseLine::of(hall),
            undo: hall.last_step.as_ref().map(undo),
            called_at: on_stage.and_then(|run| run.called_at),
            stopped_at: on_stage.and_then(|run| run.stopped_at),
        }
    }
}

/// A group's ceremony for those who run it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CeremonyPlan {
    /// The group.
    pub group: GroupId,
    /// Its name.
    pub name: Text,
    /// Whether boards show its ranking as it was when it was frozen.
    pub frozen: bool,
    /// How many steps have been revealed; `None` while there is no ceremony.
    pub step: Option<u32>,
    /// All steps, once the ranking is final.
    pub steps: Vec<CeremonyStep>,
}

impl CeremonyPlan {
    pub(super) fn of(contest: &Contest, group: &Group) -> Self {
        let results = contest.ranking(group);
        let steps = if results.is_final() { ceremony(&results) } else { Vec::new() };
        Self {
            group: group.id.clone(),
            name: group.name.clone(),
            frozen: contest.frozen(&group.id).is_some(),
            step: contest.ceremony(&group.id),
            steps,
        }
    }
}
