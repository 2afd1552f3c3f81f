//! Seats that many screens show: one task for each writes every new picture to all of them.
//!
//! To wake a task for every screen costs more than to write to its socket. A gallery waits for nobody: what a
//! socket does not take at once is left to the screen's own connection ([`Wire`](super::wire::Wire)).
//!
//! What always holds, and the test that guards it:
//!
//! - who comes is shown the present picture, and every newer one: `who_comes_is_shown_the_present_picture`;
//! - who has lost its place is shown nothing more: `who_has_lost_its_place_is_shown_nothing_more`;
//! - a picture that comes while one is shown reaches everybody: `a_picture_between_others_reaches_everybody`;
//! - whoever leaves is forgotten: `whoever_leaves_is_forgotten`.

use std::{
    collections::BTreeMap,
    panic,
    sync::{Arc, Weak},
};

use tokio::{
    select,
    sync::{mpsc, watch},
    task::{JoinSet, coop::unconstrained, yield_now},
};

use super::{desk::DeskHandle, picture::Picture, standing::Told, wire::Screen};
use crate::contest::Seat;

/// Screens that are written to before others have a turn.
const AT_ONCE: usize = 64;
/// Screens that may wait to be taken in.
const ARRIVALS: usize = 64;

/// The ways into the galleries. Clones lead to the same ones.
#[derive(Debug, Clone)]
pub(super) struct Galleries(Arc<BTreeMap<Seat, mpsc::Sender<Visitor>>>);

/// A screen that shows its seat's pictures for as long as it holds its place.
#[derive(Debug)]
struct Visitor {
    screen: Weak<dyn Screen>,
    standing: Told,
}

impl Visitor {
    /// Shows it a picture; whether it is still there.
    fn show(&self, picture: &Picture) -> bool {
        let Some(screen) = self.screen.upgrade() else { return false };
        if self.standing.holds() {
            screen.show(picture);
        }
        true
    }

    fn is_there(&self) -> bool {
        0 < self.screen.strong_count()
    }
}

impl Galleries {
    /// One for each board and timer of the desk's session, and what runs them until the desk closes.
    pub(super) fn of(desk: &DeskHandle) -> (Self, impl Future<Output = ()> + use<>) {
        let (mut ways, mut galleries) = (BTreeMap::new(), JoinSet::new());
        for seat in Seat::all_of(desk.session()).into_iter().filter(Seat::is_display) {
            let (way, arrivals) = mpsc::channel(ARRIVALS);
            let gallery = Gallery { arrivals, screens: Vec::new() };
            galleries.spawn(unconstrained(gallery.open(desk.clone(), seat.clone())));
            ways.insert(seat, way);
        }
        let run = async move {
            while let Some(closed) = galleries.join_next().await {
                if let Some(bug) = closed.err().and_then(|it| it.try_into_panic().ok()) {
                    panic::resume_unwind(bug);
                }
            }
        };
        (Self(Arc::new(ways)), run)
    }

    /// Has a screen shown the seat's pictures, from the present one on. Whether the seat has a gallery.
    pub(super) async fn enter(
        &self,
        seat: &Seat,
        screen: Weak<dyn Screen>,
        standing: Told,
    ) -> bool {
        let Some(way) = self.0.get(seat) else { return false };
        let _ = way.send(Visitor { screen, standing }).await; // A closed desk shows nothing.
        true
    }
}

struct Gallery {
    arrivals: mpsc::Receiver<Visitor>,
    screens: Vec<Visitor>,
}

impl Gallery {
    /// Shows what the desk publishes, from the first screen on, until the desk has closed or nobody can come.
    async fn open(mut self, desk: DeskHandle, seat: Seat) {
        let Some(first) = self.arrivals.recv().await else { return };
        let pictures = desk.look(seat).await;
        drop(desk); // It closes when nobody can ask it any more.
        let Some(mut pictures) = pictures else { return };
        self.take_in(first, &mut pictures);
        loop {
            select! {
                biased; // A simulation replays exactly; who comes gets the newest picture either way.
                arrived = self.arrivals.recv() => match arrived {
                    Some(visitor) => self.take_in(visitor, &mut pictures),
                    None => return,
                },
                changed = pictures.changed() => match changed {
                    Ok(()) => self.show(&mut pictures).await,
                    Err(_) => return,
                },
            }
        }
    }

    fn take_in(&mut self, visitor: Visitor, pictures: &mut watch::Receiver<Picture>) {
        if self.screens.len() == self.screens.capacity() {
            self.screens.retain(Visitor::is_there);
        }
        let picture = pictures.borrow().clone();
        if visitor.show(&picture) {
            self.screens.push(visitor);
        }
    }

    /// Shows everybody the newest picture. Who comes late in the row may see a newer one than the first, who are
    /// shown that in the next round.
    async fn show(&mut self, pictures: &mut watch::Receiver<Picture>) {
        pictures.mark_unchanged();
        let mut at = 0;
        while at < self.screens.len() {
            let picture = pictures.borrow().clone();
            let end = self.screens.len().min(at + AT_ONCE);
            while at < end.min(self.screens.len()) {
                match self.screens.get(at) {
                    Some(screen) if screen.show(&picture) => at += 1,
                    _ => _ = self.screens.swap_remove(at),
                }
            }
            yield_now().await;
        }
    }
}

#[cfg(test)]
mod tests;
