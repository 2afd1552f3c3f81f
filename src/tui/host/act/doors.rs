//! Acts about who sits where: a new pass for a seat, and a seat for a terminal that waits for it.

use crate::{
    contest::{Seat, Wish},
    tui::host::{
        menu::{Entry, Label, Menu},
        question::Question,
        seen::Seen,
    },
};

/// The seats that this console can give a new pass to.
pub(in crate::tui::host) fn passes(view: &Seen) -> Option<Menu> {
    let room = || view.room.id.clone();
    let control = (!view.rooms.is_empty()).then(|| Seat::Control(room()));
    let judges = view.panel.iter().map(|line| Seat::Judge(room(), line.seat.clone()));
    let seats = std::iter::once(Seat::Host(room())).chain(judges);
    let seats = seats.chain([Seat::Board(room()), Seat::Timer(room()), Seat::Clerk(room())]);
    let entry = |seat: Seat| Entry {
        label: Label::Place(seat.clone()),
        then: Question::why(Wish::RenewPass { seat, reason: String::new() }),
    };
    Menu::new(Label::Text("host-act-passes"), control.into_iter().chain(seats).map(entry).collect())
}

/// The seats that can be handed to a terminal that waits.
pub(super) fn waiting(view: &Seen) -> impl Iterator<Item = Entry> {
    view.waiting.iter().map(|line| {
        let (from, to) = (line.holder.terminal, line.waits.terminal);
        Entry {
            label: Label::Waiting(line.clone()),
            then: Question::Sure(Wish::HandOver { seat: line.at.clone(), from, to }),
        }
    })
}
