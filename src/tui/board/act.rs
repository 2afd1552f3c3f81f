//! What the board is about at the moment; the view draws one act, whatever came before it.

use super::BoardScreen;
use crate::{
    contest::{At, Stage},
    protocol::views::{BoardView, ProjectLine, ReleasedLine, StageLine},
};

/// What the board is about.
#[derive(Debug, PartialEq)]
pub(super) enum Act<'a> {
    /// Nothing has begun.
    Welcome,
    /// A project is on stage, or its score is yet to come.
    OnStage(&'a StageLine),
    /// A score, while nobody is on stage.
    Score(&'a ReleasedLine),
    /// Nobody is on stage, and this project is next.
    Next(&'a ProjectLine),
    /// A group is final: its awards.
    Awards,
    /// A showcase has come to its end.
    Over,
}

impl<'a> Act<'a> {
    /// What a board is about at an instant.
    pub(super) fn of(board: &BoardScreen, view: &'a BoardView, now: At) -> Self {
        if let Some(stage) = view.stage.as_ref().filter(|stage| is_in_play(stage.stage)) {
            return Self::OnStage(stage);
        }
        let is_final = view.groups.iter().any(|group| group.is_final);
        match (&view.released, &view.next) {
            (Some(released), _) if board.announces(now) || !is_final => Self::Score(released),
            _ if is_final => Self::Awards,
            _ if view.stage.is_none() => Self::Welcome,
            (_, Some(next)) => Self::Next(next),
            (_, None) => Self::Over,
        }
    }
}

fn is_in_play(stage: Stage) -> bool {
    stage.is_on_stage() || matches!(stage, Stage::Scoring | Stage::Locked)
}
