//! After a technical fault of the project on stage: its clock stands where it was before, or the
//! project moves to the end of the half-day.

use super::{asks_why, postpone};
use crate::{
    contest::{CountdownState, Ms, Wish},
    protocol::views::ClockLine,
    tui::host::{
        menu::{Entry, Label, Menu},
        question::Question,
        seen::Seen,
        typed::Typed,
    },
};

/// What can be done; `None` where nobody is on stage.
pub(super) fn menu(view: &Seen) -> Option<Menu> {
    let stage = view.stage.as_ref().filter(|it| it.stage.is_on_stage())?;
    let project = &stage.project.id;
    let begun = |clock: &&ClockLine| !matches!(clock.state, CountdownState::Ready { .. });
    let mut entries = Vec::new();
    if let Some(clock) = stage.clock.as_ref().filter(begun) {
        let phase = clock.phase;
        let whole = clock.length + clock.added;
        let set = |text, left: Ms| {
            let (project, reason) = (project.clone(), String::new());
            let then = Question::why(Wish::SetClock { project, phase, left, reason });
            Entry { label: Label::Left(text, left), then }
        };
        // The first line is the same key, whether the clock has been stopped before or not.
        let stop = || {
            let (project, reason) = (project.clone(), String::new());
            asks_why("host-fault-stop", Wish::PauseClock { project, phase, reason })
        };
        let stands = |left: Ms| clock.state == CountdownState::Paused { left };
        let back = |left: Ms| match left.max(Ms::ZERO).min(whole) {
            left if stands(left) => Entry {
                label: Label::Text("host-fault-resume"),
                then: Question::Now(Wish::ResumeClock { project: project.clone(), phase }),
            },
            left => set("host-fault-stopped", left),
        };
        entries.push(view.hall.stopped_at.map_or_else(stop, back));
        entries.extend((!stands(whole)).then(|| set("host-fault-whole", whole)));
        let then = Question::Type(Typed::left(project.clone(), phase, whole));
        entries.push(Entry { label: Label::Text("host-fault-typed"), then });
    }
    entries.push(postpone(project.clone()));
    Menu::new(Label::Text("host-act-fault"), entries)
}
