//! A scripted person's own link to the hub: what they see, and the one wish they may have out.

use serde::de::DeserializeOwned;
use tokio::{select, sync::mpsc};
use uuid::Uuid;

use super::Failed;
use crate::{
    client::{Client, LinkState, News, Outfit},
    clock::Clock,
    contest::{Refusal, Wish},
    demo::{
        Invitations, Ledger, Receipt,
        terminals::{Deaths, Disk},
    },
    protocol::JoinLink,
};

/// A link whose pictures are read as `V`.
pub(super) struct Line<V> {
    link: JoinLink,
    name: Uuid,
    disk: Disk,
    deaths: Deaths,
    client: Client,
    news: mpsc::Receiver<News>,
    /// The time as it is.
    clock: Clock,
    ledger: Option<Ledger>,
    view: Option<V>,
    /// The wish that has no answer yet.
    asked: Option<(Uuid, Wish)>,
    /// The wish that was answered last. Its effect comes with the next picture; until then it must
    /// not be asked again.
    answered: Option<Wish>,
}

impl<V: DeserializeOwned> Line<V> {
    pub(super) fn join(link: JoinLink, clock: Clock, invitations: &Invitations) -> Self {
        let ledger = invitations.ledger.clone();
        if let Some(ledger) = &ledger {
            ledger.joins(&link.seat);
        }
        let deaths = invitations.terminals.deaths_of(&link.seat);
        let (name, mut disk) = (Uuid::new_v4(), Disk::default());
        let outfit = Outfit::of(name).with_tray(disk.tray());
        let (client, news) = Client::join_as(outfit, link.clone(), clock.clone());
        let (view, asked, answered) = (None, None, None);
        Self { link, name, disk, deaths, client, news, clock, ledger, view, asked, answered }
    }

    /// The terminal has died, and another one is started on what lies on its disk.
    fn start_anew(&mut self) {
        if let Some(ledger) = &self.ledger {
            ledger.dies(&self.link.seat);
        }
        let outfit = Outfit::of(self.name).with_tray(self.disk.tray());
        (self.client, self.news) = Client::join_as(outfit, self.link.clone(), self.clock.clone());
        (self.view, self.answered) = (None, None);
        // What had not come as far as the disk is asked again, once the picture is there.
        self.asked.take_if(|(id, _)| !self.disk.has(*id));
    }

    /// The latest picture; `None` before the first.
    pub(super) fn view(&self) -> Option<&V> {
        self.view.as_ref()
    }

    /// Whether no answer is waited for.
    pub(super) fn is_free(&self) -> bool {
        self.asked.is_none()
    }

    /// Whether it makes sense to ask for this now.
    pub(super) fn may_ask(&self, wish: &Wish) -> bool {
        self.is_free() && self.answered.as_ref() != Some(wish)
    }

    /// Asks the hub, under a new id.
    pub(super) fn ask(&mut self, wish: Wish) -> Result<(), Failed> {
        let id = Uuid::new_v4();
        self.client.ask(id, wish.clone())?;
        self.asked = Some((id, wish));
        Ok(())
    }

    /// Waits for the next news and takes it in. It can be given up at any time.
    pub(super) async fn hear(&mut self) -> Result<(), Failed> {
        let news = select! {
            news = self.news.recv() => news.ok_or(Failed::LinkEnded)?,
            () = self.deaths.next() => {
                self.start_anew();
                return Ok(());
            }
        };
        self.write_down(&news);
        match news {
            News::Picture(sections) => {
                self.view = Some(sections.read().map_err(Failed::Picture)?);
                self.answered = None;
            }
            News::Granted { id, .. } => self.answer(id),
            // It may be asked again, under another id; what the hub has done after all, the picture shows.
            News::Refused { id, refusal: Refusal::TooLate | Refusal::NotSent } => {
                self.asked.take_if(|(asked, _)| *asked == id);
            }
            News::Refused { id, refusal } if may_cross(&refusal) => self.answer(id),
            News::Refused { refusal, .. } => return Err(Failed::Refused(refusal)),
            News::Link(LinkState::Refused { trouble }) => return Err(Failed::Link(trouble)),
            News::Link(_) => (),
        }
        Ok(())
    }

    fn write_down(&self, news: &News) {
        let Some(ledger) = &self.ledger else { return };
        match (news, &self.asked) {
            (News::Granted { id, seq }, Some((asked, wish))) if id == asked => {
                let (id, wish, number) = (*id, wish.clone(), *seq);
                ledger.receipt(&self.link.seat, Receipt { id, wish, number });
            }
            _ => ledger.hear(&self.link.seat, news, self.client.time().now() - self.clock.now()),
        }
    }

    fn answer(&mut self, id: Uuid) {
        if let Some((_, wish)) = self.asked.take_if(|(asked, _)| *asked == id) {
            self.answered = Some(wish);
        }
    }
}

impl<V> Drop for Line<V> {
    fn drop(&mut self) {
        if let Some(ledger) = &self.ledger {
            ledger.leaves(&self.link.seat);
        }
    }
}

/// Whether the hub may just have come further than the picture that was acted by, because somebody else at
/// the same seat was faster, or less far, because another laptop has gone on from a copy; the next picture
/// shows it.
fn may_cross(refusal: &Refusal) -> bool {
    matches!(
        refusal,
        Refusal::WrongStage { .. }
            | Refusal::StageTaken { .. }
            | Refusal::ClockNotRunning { .. }
            | Refusal::SheetsClosed { .. }
            | Refusal::SheetsMissing { .. }
            | Refusal::StaleRevision { .. }
            | Refusal::RevisionAhead { .. }
            | Refusal::NotOpenYet { .. }
            | Refusal::NoSuchProposal { .. }
            | Refusal::NoSuchTie { .. }
            | Refusal::NoSuchStep { .. }
            | Refusal::NoBreakNow { .. }
            | Refusal::NotFinal { .. }
    )
}
