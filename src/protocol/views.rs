//! What each audience may know: one picture per seat, made here from the contest.
//!
//! A picture is redacted by its type: a board's has no place for an unreleased score, so a board
//! cannot leak what it never got. Its top-level keys are its sections; the hub sends all of them
//! once and then only those that changed.
//!
//! What always holds, and the test that guards it: two contests that differ in unreleased marks only
//! give boards, timers and other judges the same bytes, `unreleased_marks_reach_nobody_else`; nor a
//! host, unless the session says so, `a_host_gets_marks_where_the_session_says_so`.

mod board;
mod change;
mod clerk;
mod hall;
mod host;
mod journal;
mod judge;
mod lines;
mod marks;
mod release;
mod sections;
mod sights;
mod supervisor;
mod tie;
mod timer;
mod writing;

pub use board::{
    BoardView, BulletinLine, RankingLine, RankingView, ReleasedLine, RevealLine, Turn,
};
pub use change::Change;
pub use clerk::{ClerkView, PaperLine, SeatName, SheetsLine, TurnLine};
pub use hall::{CeremonyLine, CeremonyPlan, HallLine, HostHall, PauseLine, UndoLine};
pub use host::{AgendaLine, HostView, OpenLine, OrderLine, PanelLine, ProposalLine};
pub use journal::{JournalGrowth, JournalLine, heads_in};
pub use judge::{GroupRubric, JudgeView, SheetLine, SheetView};
pub use lines::{ClockLine, ProjectLine, RoomLine, SeatLine, SessionLine, StageLine};
pub use marks::{CriterionLine, MarksLine};
pub use release::ReleaseLine;
pub use sections::Sections;
pub use sights::{SIGHTS, may_see};
pub use supervisor::{
    AuditLine, AuditPanel, AuditRoom, AuditScore, AuditSeat, AwardLine, SupervisorView,
};
pub use tie::{RuledLine, SeparatedLine, TieLine};
pub use timer::TimerView;
pub use writing::{Written, object};

use super::{Attendance, Heads, Storage};
use crate::contest::{Contest, Seat};

/// The picture for a seat, as a screen reads it.
#[expect(clippy::expect_used, reason = "a view is a struct, and so an object")]
pub fn picture(contest: &Contest, attendance: &Attendance, heads: &Heads, seat: &Seat) -> Sections {
    written(contest, attendance, heads, seat).read().expect("a view is an object")
}

/// The picture for a seat; empty for a seat that the session does not have.
pub fn written(contest: &Contest, attendance: &Attendance, heads: &Heads, seat: &Seat) -> Written {
    let nothing = Written::default;
    let Some(id) = seat.room() else { return Written::of(&SupervisorView::of(contest, heads)) };
    let Some(room) = contest.session().room(id) else { return nothing() };
    match seat {
        Seat::Supervisor => nothing(), // It has no room.
        Seat::Control(_) => Written::of(&HostView::of_all(contest, room, attendance, heads)),
        Seat::Host(_) => Written::of(&HostView::of(contest, room, attendance, heads)),
        Seat::Clerk(_) => Written::of(&ClerkView::of(contest, room, heads)),
        Seat::Judge(_, judge) => match room.judges.iter().find(|it| it.id == *judge) {
            Some(judge) => Written::of(&JudgeView::of(contest, room, judge, heads)),
            None => nothing(),
        },
        Seat::Board(_) => Written::of(&BoardView::of(contest, room)),
        Seat::Timer(_) => Written::of(&TimerView::of(contest, room)),
    }
}

/// Adds how storing goes to the pictures of hosts and supervisor. It is always there in what the hub
/// sends, so that what was told before is taken back by it.
pub fn tell_of_storage(picture: &mut Written, storage: &Storage, seat: &Seat) {
    if sees_storage(seat) && !picture.is_empty() {
        picture.add("storage", storage);
    }
}

/// Whether a seat is told how storing goes.
pub fn sees_storage(seat: &Seat) -> bool {
    matches!(seat, Seat::Host(_) | Seat::Control(_) | Seat::Supervisor)
}

#[cfg(test)]
mod tests;
