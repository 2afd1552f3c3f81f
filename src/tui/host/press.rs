//! What a key of the console does: it opens a list, turns a page, moves the choice, or makes a wish.

use super::{
    Answer, HostScreen, Page, act,
    control::Control,
    menu::Menu,
    question::Question,
    step::{self, Hint, Order},
    typed::Typed,
};
use crate::{
    contest::{At, ProjectId, RoomId, Seat, Wish},
    tui::{Effect, host::seen::Seen},
};

impl HostScreen {
    /// Does what a key means.
    pub(super) fn act(&mut self, control: Control, now: At) -> Vec<Effect> {
        if !matches!(control, Control::Make(Order::Next | Order::Ahead)) {
            self.braced = None;
        }
        match control {
            Control::Scenes => self.pick(Hint::NoStep, |view, _| act::hall::scenes(view)),
            Control::Messages => self.pick(Hint::NoStep, |view, _| act::hall::messages(view)),
            Control::Fault => self.pick(Hint::NoFault, |view, _| act::fault(view)),
            Control::Ceremonies => {
                self.pick(Hint::NoRanking, |view, _| act::hall::ceremonies(view));
            }
            Control::Break => return self.take_break(),
            Control::Acts => {
                self.pick(Hint::NoAct, |view, chosen| act::menu(view, act::subject(view, chosen)?));
            }
            Control::Decisions => self.pick(Hint::NoDecision, |view, _| act::decisions(view)),
            Control::Passes => self.pick(Hint::NoStep, |view, _| act::doors::passes(view)),
            Control::OtherRoom => return self.go_to_the_next_room(),
            Control::Choose(by) => self.choose(by),
            Control::Follow => self.chosen = None,
            Control::Page => self.turn_page(),
            Control::Marks => self.show_marks(now),
            Control::Help => return vec![Effect::Help],
            Control::Quit => self.question = Some(Question::Leave),
            Control::Make(order) => return self.make(order, now),
        }
        Vec::new()
    }

    /// Shows the marks while the key is held, and says how, or why there are none.
    fn show_marks(&mut self, now: At) {
        let Some(view) = &self.view else { return };
        let hint = match &view.marks {
            None => Hint::NoMarks,
            Some(marks) if marks.sheets.is_empty() => Hint::NoSheets,
            Some(_) => {
                self.peek.press(now);
                Hint::HoldForMarks
            }
        };
        self.answer = Some(Answer::Nothing(hint));
    }

    fn turn_page(&mut self) {
        let scored = self.view.as_ref().is_some_and(|view| view.session.scored);
        self.page = match self.page {
            Page::Order if scored => Page::Ranking,
            Page::Order | Page::Ranking => Page::Progress,
            Page::Progress => Page::Order,
        };
    }

    /// Ends the break, begins the one that is due, or asks how long one is to take.
    fn take_break(&mut self) -> Vec<Effect> {
        let Some(view) = &self.view else { return Vec::new() };
        let is_break = |it: &&Wish| matches!(it, Wish::TakeBreak { .. } | Wish::EndBreak { .. });
        let open = step::open(view).find(is_break).cloned();
        if let Some(wish) = open {
            return self.send(wish);
        }
        if view.stage.as_ref().is_some_and(|it| it.stage.is_on_stage()) {
            self.answer = Some(Answer::Nothing(Hint::NoBreak));
        } else {
            self.question = Some(Question::Type(Typed::pause(view.room.id.clone())));
        }
        Vec::new()
    }

    /// Leaves this room for the next one, as the console over all rooms. Nothing of the old room stays.
    fn go_to_the_next_room(&mut self) -> Vec<Effect> {
        if self.asked.is_some() {
            self.answer = Some(Answer::Nothing(Hint::StillSending));
            return Vec::new();
        }
        let Some(next) = self.view.as_ref().and_then(next_room) else {
            self.answer = Some(Answer::Nothing(Hint::NoOtherRoom));
            return Vec::new();
        };
        (self.view, self.chosen, self.braced) = (None, None, None);
        vec![Effect::GoTo(Seat::Control(next))]
    }

    /// Moves the choice in the run order by so many lines.
    fn choose(&mut self, by: isize) {
        self.chosen = self.chosen_after(by);
        self.page = Page::Order;
    }

    /// What is chosen so many lines further.
    pub(super) fn chosen_after(&self, by: isize) -> Option<ProjectId> {
        let view = self.view.as_ref()?;
        let from = self.chosen.as_ref().or_else(|| Some(&view.stage.as_ref()?.project.id));
        let at = from.and_then(|id| view.place(id));
        let last = view.order.len().saturating_sub(1);
        let to = at.map_or(0, |at| at.saturating_add_signed(by).min(last));
        view.order.get(to).map(|line| line.project.id.clone())
    }

    /// Opens a list, or says why there is none.
    fn pick(&mut self, none: Hint, list: impl FnOnce(&Seen, Option<&ProjectId>) -> Option<Menu>) {
        let Some(view) = &self.view else { return };
        match list(view, self.chosen.as_ref()) {
            Some(menu) => self.question = Some(Question::Pick(menu)),
            None => self.answer = Some(Answer::Nothing(none)),
        }
    }
}

/// The room after this one, of those that the console can go to; the first follows the last.
fn next_room(view: &Seen) -> Option<RoomId> {
    let here = view.rooms.iter().position(|room| room.id == view.room.id)?;
    let next = view.rooms.iter().cycle().nth(here + 1)?;
    Some(next.id.clone()).filter(|next| *next != view.room.id)
}
