//! What the board is about at the moment: what the host has chosen, or what fits the moment; the
//! view draws one act, whatever came before it.

use super::{BoardScreen, ranking::Look};
use crate::{
    contest::{At, GroupId, Message, Scene, Stage},
    protocol::views::{
        BoardView, CeremonyLine, PauseLine, ProjectLine, RankingView, ReleasedLine, StageLine,
    },
};

/// What the board is about.
#[derive(Debug, PartialEq)]
pub(super) enum Act<'a> {
    /// A band about the stage, with the rankings below it.
    Mixed(Band<'a>),
    /// The title of the final.
    Welcome,
    /// A project alone, with its clock where it is on stage.
    Stage {
        /// The project on stage, or the next one.
        project: &'a ProjectLine,
        /// Where it is, if it is on stage.
        line: Option<&'a StageLine>,
    },
    /// Rankings alone, or the awards of groups that are final.
    Ranking { groups: &'a [RankingView], look: Look },
    /// The score released last, judge by judge; `None` before the first.
    Reveal(Option<&'a ReleasedLine>),
    /// The places of a group, from the last to the first.
    Ceremony(&'a CeremonyLine),
    /// A break alone.
    Break(&'a PauseLine),
    /// The message to the hall alone.
    Message(&'a Message),
    /// Nothing at all.
    Blank,
}

/// What stands above the rankings.
#[derive(Debug, PartialEq)]
pub(super) enum Band<'a> {
    /// Nothing has begun.
    Welcome,
    /// A project is on stage, or its score is yet to come.
    OnStage(&'a StageLine),
    /// A score, while nobody is on stage.
    Score(&'a ReleasedLine),
    /// A break is being held.
    Break(&'a PauseLine),
    /// Nobody is on stage, and this project is next.
    Next(&'a ProjectLine),
    /// A group is final: its awards.
    Awards,
    /// A showcase has come to its end.
    Over,
}

impl<'a> Act<'a> {
    /// What a board is about at an instant. A scene that has nothing to show is the welcome: a
    /// projector does not show a hole.
    pub(super) fn of(board: &BoardScreen, view: &'a BoardView, now: At) -> Self {
        let hall = &view.hall;
        let held = |group: &GroupId| view.ceremonies.iter().find(|it| it.group == *group);
        match &hall.scene {
            _ if hall.blank => Self::Blank,
            Scene::Auto => Self::fitting(board, view, now),
            Scene::Welcome => Self::Welcome,
            Scene::Stage => Self::stage(view),
            Scene::Ranking { group: None } => {
                Self::Ranking { groups: &view.groups, look: Look::Places }
            }
            Scene::Ranking { group: Some(group) } => Self::group(view, group, Look::Places),
            Scene::Reveal => Self::Reveal(view.released.as_ref()),
            Scene::Awards { group } => {
                held(group).map_or_else(|| Self::group(view, group, Look::Awards), Self::Ceremony)
            }
            Scene::Break => hall.pause.as_ref().map_or(Self::Welcome, Self::Break),
            Scene::Message => hall.message.as_ref().map_or(Self::Welcome, Self::Message),
        }
    }

    /// A ceremony leaves the stage to whoever is on it, perhaps in another hall.
    fn fitting(board: &BoardScreen, view: &'a BoardView, now: At) -> Self {
        let on_stage = view.stage.as_ref().is_some_and(|it| it.stage.is_on_stage());
        match view.ceremonies.first().filter(|_| !on_stage) {
            Some(ceremony) => Self::Ceremony(ceremony),
            None => match Band::of(board, view, now) {
                Band::Welcome if view.groups.iter().all(|it| it.standings.is_empty()) => {
                    Self::Welcome
                }
                band => Self::Mixed(band),
            },
        }
    }

    fn stage(view: &'a BoardView) -> Self {
        let line = in_play(view);
        let project = line.map(|line| &line.project).or(view.next.as_ref());
        project.map_or(Self::Welcome, |project| Self::Stage { project, line })
    }

    fn group(view: &'a BoardView, group: &GroupId, look: Look) -> Self {
        let found = view.groups.iter().find(|it| it.id == *group);
        let groups = found.map(std::slice::from_ref).unwrap_or_default();
        Self::Ranking { groups, look }
    }

    /// The project whose clock is seen.
    pub(super) fn on_stage(&self) -> Option<&'a StageLine> {
        match self {
            Self::Mixed(Band::OnStage(line)) => Some(line),
            Self::Stage { line, .. } => *line,
            _ => None,
        }
    }

    /// The break whose clock is seen.
    pub(super) fn pause(&self) -> Option<&'a PauseLine> {
        match self {
            Self::Mixed(Band::Break(pause)) | Self::Break(pause) => Some(pause),
            _ => None,
        }
    }

    /// Whether rankings are seen, which releases and corrections change.
    pub(super) fn is_ranked(&self, view: &BoardView) -> bool {
        let groups = match self {
            Self::Mixed(_) => view.groups.as_slice(),
            Self::Ranking { groups, .. } => groups,
            _ => return false,
        };
        view.session.scored && groups.iter().any(|it| !it.standings.is_empty())
    }

    /// Whether there may be more places than one page holds.
    pub(super) fn has_pages(&self, view: &BoardView) -> bool {
        match self {
            Self::Ceremony(ceremony) => 1 < ceremony.revealed.len(),
            _ => self.is_ranked(view),
        }
    }

    /// Whether the message to the hall is seen.
    pub(super) fn message(&self, view: &'a BoardView) -> Option<&'a Message> {
        view.hall.message.as_ref().filter(|_| *self != Self::Blank)
    }
}

impl<'a> Band<'a> {
    fn of(board: &BoardScreen, view: &'a BoardView, now: At) -> Self {
        if let Some(line) = in_play(view) {
            return Self::OnStage(line);
        }
        let is_final = view.groups.iter().any(|group| group.is_final);
        match (&view.released, &view.hall.pause, &view.next) {
            (Some(released), ..) if board.announces(now) => Self::Score(released),
            (_, Some(pause), _) => Self::Break(pause),
            (Some(released), ..) if !is_final => Self::Score(released),
            _ if is_final => Self::Awards,
            _ if view.stage.is_none() => Self::Welcome,
            (.., Some(next)) => Self::Next(next),
            (.., None) => Self::Over,
        }
    }
}

fn in_play(view: &BoardView) -> Option<&StageLine> {
    let is_in_play =
        |stage: Stage| stage.is_on_stage() || matches!(stage, Stage::Scoring | Stage::Locked);
    view.stage.as_ref().filter(|line| is_in_play(line.stage))
}
