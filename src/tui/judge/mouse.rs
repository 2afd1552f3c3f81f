//! What the mouse does on a judge's screen. A wheel moves and never changes a mark: it is turned too
//! easily.

use ratatui::{
    buffer::Buffer,
    crossterm::event::{MouseButton, MouseEvent, MouseEventKind},
    layout::{Position, Rect},
};

use super::{JudgeScreen, Mode, act::Turn, view};
use crate::{
    contest::ProjectId,
    tui::{Effect, Scene},
};

/// Something drawn that can be clicked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::tui) enum Spot {
    /// The form, beside its criteria.
    Form,
    /// A criterion, counted over the marked ones.
    Criterion(usize),
    /// The list of own sheets, beside its projects.
    List,
    /// A project of that list.
    Project(ProjectId),
    /// The button that asks to send the sheet.
    Submit,
    /// The question's yes.
    Yes,
    /// The question's no.
    No,
    /// The private note.
    Note,
}

impl JudgeScreen {
    /// Answers the mouse on what was drawn of that scene.
    pub(super) fn answer_mouse(
        &mut self,
        event: MouseEvent,
        scene: &Scene<'_>,
        area: Rect,
    ) -> Vec<Effect> {
        let spot = self.spot_at(Position::new(event.column, event.row), scene, area);
        match (self.mode, event.kind) {
            (Mode::Quit | Mode::Recuse, _) => (),
            (_, MouseEventKind::Down(MouseButton::Left)) => {
                self.heard();
                return spot.map(|it| self.click(it)).unwrap_or_default();
            }
            (Mode::Confirm | Mode::Note, _) => (),
            (_, MouseEventKind::ScrollUp) => self.roll(spot, true),
            (_, MouseEventKind::ScrollDown) => self.roll(spot, false),
            _ => (),
        }
        Vec::new()
    }

    /// What is drawn at a place: what was drawn last there lies on top.
    fn spot_at(&self, at: Position, scene: &Scene<'_>, area: Rect) -> Option<Spot> {
        let drawn = view::draw(self, scene, area, &mut Buffer::empty(area));
        let found = drawn.spots.into_iter().rev().find(|(place, _)| place.contains(at));
        found.map(|(_, spot)| spot)
    }

    fn click(&mut self, spot: Spot) -> Vec<Effect> {
        match spot {
            Spot::Yes => return self.send(),
            Spot::Submit => return self.ask_to_send(),
            Spot::Note => self.begin_note(),
            Spot::No => self.mode = Mode::Form,
            Spot::Project(project) => {
                self.mode = Mode::Form;
                self.open(project);
            }
            Spot::Criterion(line) => {
                self.mode = Mode::Form;
                self.go_by(|_, last| line.min(last));
            }
            Spot::Form | Spot::List => (),
        }
        Vec::new()
    }

    fn roll(&mut self, spot: Option<Spot>, is_up: bool) {
        match (spot, is_up) {
            (Some(Spot::List | Spot::Project(_)), true) => self.turn(Turn::Earlier),
            (Some(Spot::List | Spot::Project(_)), false) => self.turn(Turn::Later),
            (Some(Spot::Form | Spot::Criterion(_)), true) => {
                self.go_by(|line, _| line.saturating_sub(1));
            }
            (Some(Spot::Form | Spot::Criterion(_)), false) => {
                self.go_by(|line, last| (line + 1).min(last));
            }
            _ => (),
        }
    }
}
