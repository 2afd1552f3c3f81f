//! A scripted host: takes the next step of the agenda at a plausible instant, to the end of the run
//! order. While a person has the keys it only watches, and afterwards it goes on from wherever the
//! room is.

use tokio::{select, sync::watch};

use super::{Failed, Progress, cue::Cue, line::Line, panel::Panel, show::Show};
use crate::{
    contest::{Role, Stage, Wish},
    demo::{chance::Chance, pace::Leader},
    protocol::views::HostView,
};

/// The word of the act that makes a score public.
const RELEASE: &str = "release";

pub(super) struct Host {
    pub(super) line: Line<HostView>,
    pub(super) leader: Leader,
    pub(super) chance: Chance,
    pub(super) panel: Panel,
    /// Whether a person has the keys.
    pub(super) taken: watch::Receiver<bool>,
    pub(super) progress: watch::Sender<Progress>,
    pub(super) cue: Option<Cue>,
    pub(super) show: Show,
    pub(super) part: Part,
}

/// What is special about the room that is looked at first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// Nothing.
    Plain,
    /// It is lingered over.
    Lead,
    /// It rests while a score comes about, once so many projects are done with in all rooms.
    Rest { after: usize },
}

impl Host {
    /// Runs the room until nothing is left to do in it.
    pub(super) async fn run(mut self) -> Result<(), Failed> {
        loop {
            let ready = self.cue.as_ref().filter(|cue| self.line.may_ask(&cue.step));
            let ready = ready.cloned();
            select! {
                heard = self.line.hear() => heard?,
                Ok(()) = self.taken.changed() => self.cue = None,
                () = comes(ready.as_ref(), &self.leader, &self.panel) => {
                    if let Some(cue) = ready {
                        self.line.ask(cue.step)?;
                    }
                }
            }
            if self.look() {
                self.leader.linger(false);
                return Ok(());
            }
            if self.rests() {
                self.progress.send_modify(|progress| progress.rests = true);
                return Ok(());
            }
        }
    }

    /// Looks at the latest picture: reports, thinks of the next step, and says whether it is over.
    fn look(&mut self) -> bool {
        let Some(view) = self.line.view() else { return false };
        let over = |stage| {
            matches!(stage, Stage::Released | Stage::Shown | Stage::Absent | Stage::Withdrawn)
        };
        let done = view.order.iter().filter(|line| over(line.stage)).count();
        self.progress.send_if_modified(|progress| progress.note(&view.room.id, done));
        let before = self.cue.take();
        let mut show = None;
        if self.leader.is_watched() {
            let lingers = self.show.look(view);
            if self.part == Part::Lead {
                self.leader.linger(lingers);
            }
            show = self.show.next(view);
        }
        let is_over = view.agenda.next.is_none() && view.ties.is_empty() && !is_to_be_signed(view);
        let is_over = is_over && show.is_none();
        if !*self.taken.borrow() {
            let show = show.map(|(wish, after)| (wish, self.leader.after(after)));
            self.cue = Cue::of(view, before, show, self.leader.now(), self.chance);
        }
        is_over
    }

    /// Whether this is where a demonstration is looked at from: a score is about to come.
    fn rests(&self) -> bool {
        let (Part::Rest { after }, Some(view)) = (self.part, self.line.view()) else {
            return false;
        };
        let scores = view.order.iter().any(|line| line.stage == Stage::Scoring);
        after <= self.progress.borrow().done() && (scores || view.panel.is_empty())
    }
}

/// Whether a release waits for the supervisor's signature.
pub(super) fn is_to_be_signed(view: &HostView) -> bool {
    view.proposals.iter().any(|it| it.by == Role::Host && it.act == RELEASE)
}

/// Waits for a cue, and before a lock until every judge has put the pen down.
async fn comes(cue: Option<&Cue>, leader: &Leader, panel: &Panel) {
    leader.until(cue.map(|cue| cue.at)).await;
    if let Some(Cue { step: Wish::Lock { .. }, .. }) = cue {
        panel.settled().await;
    }
}
