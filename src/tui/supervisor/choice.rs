//! What is looked at: a page, a project, a seat of its panel, something that waits; and the ways from
//! one to the next.

use super::{
    PAGES, Page, SupervisorScreen,
    matter::{self, Matter},
};
use crate::{
    contest::{Proposal, Role, SeatId},
    protocol::views::{AuditLine, AuditRoom},
};

impl SupervisorScreen {
    /// The project that is looked at.
    pub(super) fn line(&self) -> Option<&AuditLine> {
        let view = self.view.as_ref()?;
        let chosen = self.chosen.as_ref().and_then(|id| view.project(id));
        chosen.or_else(|| {
            let on_stage = view.rooms.iter().find_map(|room| Some(&room.stage.as_ref()?.project));
            let first = || view.rooms.iter().find_map(|room| room.order.first());
            view.project(on_stage.map_or_else(first, |project| Some(&project.id))?)
        })
    }

    /// The seat that is looked at, by its place in the panel.
    pub(super) fn seat_at(&self, line: &AuditLine) -> usize {
        let is_it = |seat: &SeatId| line.seats.iter().position(|it| it.seat == *seat);
        self.seat.as_ref().and_then(is_it).unwrap_or_default()
    }

    /// Moves the choice in what the page shows, by so many lines.
    pub(super) fn choose(&mut self, by: isize) {
        match self.page {
            Page::Order => self.choose_project(by),
            Page::Sheets => {
                let Some(line) = self.line() else { return };
                let to = moved(self.seat_at(line), by, line.seats.len());
                self.seat = line.seats.get(to).map(|it| it.seat.clone());
            }
            Page::Ranking => self.choose_place(by),
            Page::Journal => (),
            Page::Matters => {
                let Some(view) = &self.view else { return };
                let matters = &view.matters;
                let to = moved(matter::at(matters, self.matter.as_ref()), by, matters.len());
                self.matter = matters.get(to).cloned();
            }
        }
    }

    /// Goes through the run orders, room after room.
    pub(super) fn choose_project(&mut self, by: isize) {
        let Some(view) = &self.view else { return };
        let now = self.line().and_then(|line| view.place(&line.project.id));
        let to = moved(now.unwrap_or_default(), by, view.projects_in_order());
        self.chosen = view.at(to).cloned();
    }

    /// Goes through the ranking of the project's group.
    fn choose_place(&mut self, by: isize) {
        let (Some(view), Some(line)) = (&self.view, self.line()) else { return };
        let Some(group) = view.groups.iter().find(|it| it.id == line.project.group) else { return };
        let at = view.rank(&line.project.id);
        let to = at.map_or(0, |at| moved(at, by, group.standings.len()));
        if let Some(standing) = group.standings.get(to) {
            self.chosen = Some(standing.project.clone());
        }
    }

    /// Goes to the stage of the next room, or to the beginning of its run order.
    pub(super) fn choose_other_room(&mut self) {
        let (Some(view), Some(line)) = (&self.view, self.line()) else { return };
        let at = view.rooms.iter().position(|it| Some(&it.room.id) == line.room.as_ref());
        let next = |room: &&AuditRoom| !room.order.is_empty();
        let after = view.rooms.iter().cycle().skip(at.map_or(0, |at| at + 1));
        let Some(room) = after.take(view.rooms.len()).find(next) else { return };
        let on_stage = room.stage.as_ref().map(|stage| &stage.project.id);
        self.chosen = on_stage.or_else(|| room.order.first()).cloned();
    }

    pub(super) fn turn(&mut self, by: isize) {
        let at = PAGES.iter().position(|it| *it == self.page).unwrap_or_default();
        let to = at.cast_signed().saturating_add(by).rem_euclid(PAGES.len().cast_signed());
        self.page = PAGES.get(to.unsigned_abs()).copied().unwrap_or(self.page);
    }

    /// The proposal that keys are for: the chosen one on its page, elsewhere the first that waits
    /// for this seat, or else the first.
    pub(super) fn proposal(&self) -> Option<&Proposal> {
        let view = self.view.as_ref()?;
        if self.page == Page::Matters {
            let matters = &view.matters;
            let chosen = matters.get(matter::at(matters, self.matter.as_ref()))?;
            let Matter::Proposal(number) = chosen else { return None };
            return view.proposals.iter().find(|it| it.number == *number);
        }
        let for_this_seat = view.proposals.iter().find(|it| it.by != Role::Supervisor);
        for_this_seat.or_else(|| view.proposals.first())
    }
}

/// So many lines further in a list of so many.
pub(super) fn moved(at: usize, by: isize, lines: usize) -> usize {
    at.saturating_add_signed(by).min(lines.saturating_sub(1))
}
