//! The contest as a pure state machine: wishes in, facts out; no clock, no I/O, no async, no words.

mod countdown;
mod fact;
mod ids;
mod refusal;
mod rubric;
mod seat;
mod session;
mod sheet;
mod stage;
mod text;
mod time;
mod wish;

pub use countdown::{Countdown, CountdownState};
pub use fact::Fact;
pub use ids::{CriterionId, GroupId, ProjectId, RoomId, SeatId};
pub use refusal::Refusal;
pub use rubric::{Band, Criterion, Marks, Rubric};
pub use seat::{NoSeat, Role, Seat};
pub use session::{AtZero, Award, EntrantKind, Group, JudgeSeat, Project, Room, Session, Timing};
pub use sheet::Sheet;
pub use stage::{Phase, Stage};
pub use text::Text;
pub use time::{At, Ms};
pub use wish::Wish;
