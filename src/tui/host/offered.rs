//! Which keys can do something now. Hints and menu ask here, so that nothing is offered in vain and
//! nothing that works is kept back: `what_is_offered_can_be_done_all_evening`.

use super::{HostScreen, act, control::Control, step};
use crate::{
    client::LinkState,
    contest::{At, Ms, SeatWord, Stage, Wish},
    tui::host::seen::Seen,
};

/// Whether a key would do something now.
pub(super) fn can_be_done(screen: &HostScreen, control: Control, now: At) -> bool {
    let Some(view) = &screen.view else { return matches!(control, Control::Help | Control::Quit) };
    let is_cut_off = !matches!(screen.link, LinkState::Up { .. });
    if screen.asked.is_some() && is_cut_off && asks(control) {
        return false; // The wish that waits for the hub goes out first.
    }
    let chosen = screen.chosen.as_ref();
    match control {
        Control::Fault => act::fault(view).is_some(),
        Control::Ceremonies => act::hall::ceremonies(view).is_some(),
        Control::Break => !is_stage_taken(view),
        Control::Follow => chosen.is_some(),
        Control::Acts => act::subject(view, chosen).is_some_and(|it| act::menu(view, it).is_some()),
        Control::Decisions => act::has_decisions(view),
        Control::Marks => view.marks.as_ref().is_some_and(|it| !it.sheets.is_empty()),
        Control::Choose(by) => screen.chosen_after(by).as_ref() != chosen,
        Control::Make(order) => {
            let is_granted = |wish: &Wish| is_granted(view, wish, now);
            step::wish(view, chosen, order, now).as_ref().is_ok_and(is_granted)
        }
        Control::OtherRoom => 1 < view.rooms.len(),
        Control::Passes
        | Control::Scenes
        | Control::Messages
        | Control::Page
        | Control::Help
        | Control::Quit => true,
    }
}

/// Whether a key leads to a wish.
fn asks(control: Control) -> bool {
    !matches!(
        control,
        Control::Choose(_)
            | Control::Follow
            | Control::Page
            | Control::OtherRoom
            | Control::Marks
            | Control::Help
            | Control::Quit
    )
}

/// Whether the hub would grant a wish that a key means, going by the picture.
pub(super) fn is_granted(view: &Seen, wish: &Wish, now: At) -> bool {
    match wish {
        Wish::CallUp { project } => {
            let line = view.line_of(project);
            let comes = line.is_some_and(|it| matches!(it.stage, Stage::Waiting | Stage::Absent));
            comes && !is_stage_taken(view)
        }
        Wish::Lock { project, .. } => {
            let open = view.open.iter().find(|it| it.project == *project);
            open.is_some_and(|open| {
                let is_back = open.seats.iter().any(|it| it.state == SeatWord::Returned);
                !open.scored.is_empty() && open.needed.is_none() && !is_back
            })
        }
        Wish::AddTime { ms, .. } => {
            let clock = view.stage.as_ref().and_then(|it| it.clock.as_ref());
            Ms::ZERO < *ms || clock.is_some_and(|clock| Ms::ZERO <= clock.left(now) + *ms)
        }
        _ => true,
    }
}

fn is_stage_taken(view: &Seen) -> bool {
    view.stage.as_ref().is_some_and(|it| it.stage.is_on_stage())
}
