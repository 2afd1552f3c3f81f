//! The times on the console that go on by themselves: the clock on stage, a break, how long a
//! project is waited for, the last step that can be undone, and when the evening will end.
//!
//! Everything follows from the picture and the instant; `every_time_on_it_is_kept`.

use super::step;
use crate::{
    contest::{At, CountdownState, GroupId, Ms, Phase, Stage},
    protocol::views::{ClockLine, OrderLine, PauseLine},
    tui::{
        countdown,
        host::seen::{Progress, Seen},
    },
};

/// How long a project that was called up is waited for before it may count as forfeit (弃赛). From
/// the online final of 创客中国 in Shanxi, <http://qooh.cn/news/2022/0824/214126.html>.
pub(super) const FORFEIT_AFTER: Ms = Ms::seconds(180);

/// One minute.
const MINUTE: i64 = 60_000;

/// How long the project that was called up has not begun, in whole seconds.
pub(super) fn waited(view: &Seen, now: At) -> Option<Ms> {
    view.stage.as_ref().filter(|it| it.stage == Stage::CalledUp)?;
    let waited = (now - view.hall.called_at?).max(Ms::ZERO);
    Some(Ms::seconds(waited.0 / 1000))
}

/// What is left of a break; negative once it is over its time.
pub(super) fn pause_left(pause: &PauseLine, now: At) -> Ms {
    match pause.state {
        CountdownState::Ready { left } | CountdownState::Paused { left } => left,
        CountdownState::Running { ends } => ends - now,
    }
}

/// When something was planned to end, and when it will.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct End {
    /// As it was planned; `None` before anybody knows when the evening began.
    pub(super) planned: Option<At>,
    /// By the rules, from now on; `None` once it has ended.
    pub(super) projected: Option<At>,
}

impl End {
    /// By how many minutes it will be late, to the nearest one; negative where it will be early.
    pub(super) fn late(self) -> Option<i64> {
        Some(((self.projected? - self.planned?).0 + MINUTE / 2).div_euclid(MINUTE))
    }

    /// When another minute is shown of it.
    fn next_change(self, now: At) -> Option<At> {
        let projected = self.projected?;
        let to_minute = |ms: i64| now + Ms(MINUTE - ms.rem_euclid(MINUTE));
        let late = self.planned.map(|planned| to_minute((projected - planned).0 + MINUTE / 2));
        [Some(to_minute(projected.0)), late].into_iter().flatten().min()
    }
}

/// The end of the room's evening.
pub(super) fn end(view: &Seen, now: At) -> End {
    let plan = &view.plan;
    let projected = view.is_going_on().then(|| now + plan.rest + clocks(view, now));
    End { planned: plan.ends, projected }
}

/// The end of a group, and how many of its projects are through, of how many.
pub(super) fn end_of(view: &Seen, group: &GroupId, now: At) -> (End, usize, usize) {
    let Progress { of, to_come: left } = view.progress(group);
    let plan = view.plan.groups.iter().find(|it| it.group == *group);
    let rest = plan.filter(|_| 0 < left).map(|it| now + it.rest + clocks(view, now));
    (End { planned: plan.and_then(|it| it.ends), projected: rest }, of - left, of)
}

/// What is left on the clocks that hold up the evening: of the stage, of a break.
fn clocks(view: &Seen, now: At) -> Ms {
    let stage = clock(view).map_or(Ms::ZERO, |clock| clock.left(now).max(Ms::ZERO));
    let pause = view.hall.pause.as_ref().map_or(Ms::ZERO, |it| pause_left(it, now).max(Ms::ZERO));
    stage + pause
}

/// The clock of the project on stage; the window for scoring does not hold up the next one.
fn clock(view: &Seen) -> Option<&ClockLine> {
    let clock = view.stage.as_ref()?.clock.as_ref()?;
    (clock.phase != Phase::Scoring).then_some(clock)
}

/// When the next of all these times shows something else.
pub(super) fn next_change(view: &Seen, now: At) -> Option<At> {
    let seconds = |left: Ms| now + left.until_next_second();
    let clock = view.stage.as_ref().and_then(|it| it.clock.as_ref());
    let clock = clock.and_then(|clock| countdown::next_change(clock, now));
    let pause = view.hall.pause.as_ref().map(|it| seconds(pause_left(it, now)));
    let undo = step::undo_left(view, now).map(seconds);
    let waits = waited(view, now).and(view.hall.called_at);
    let waits = waits.map(|called| now + Ms(1000 - (now - called).0.rem_euclid(1000)));
    let moves = is_moving(view, now);
    let groups = view.plan.groups.iter().map(|it| end_of(view, &it.group, now).0);
    let ends = groups.chain([end(view, now)]).filter(|_| moves);
    let ends = ends.filter_map(|end| end.next_change(now)).min();
    [clock, pause, undo, waits, ends].into_iter().flatten().min()
}

/// Whether the projected end moves: while nothing counts down that it waits for.
fn is_moving(view: &Seen, now: At) -> bool {
    let runs = clock(view).is_some_and(|it| it.is_running() && Ms::ZERO < it.left(now));
    let pause = view.hall.pause.as_ref().is_some_and(|it| Ms::ZERO < pause_left(it, now));
    !runs && !pause
}

/// Whether a score has been released since the last call-up: it is being read aloud.
pub(super) fn is_being_read(view: &Seen) -> bool {
    let released = view.released.as_ref().and_then(|it| it.at);
    released.is_some_and(|at| view.hall.called_at.is_none_or(|called| called < at))
}

/// The project that is up next, unless the line of the next step names it.
pub(super) fn on_deck(view: &Seen) -> Option<&OrderLine> {
    let named = step::next(view).and_then(|wish| wish.project().cloned());
    view.on_deck().filter(|line| named.as_ref() != Some(&line.project.id))
}
