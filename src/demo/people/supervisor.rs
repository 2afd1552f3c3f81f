//! A scripted supervisor: looks at every score that the host has signed, and signs it too.

use tokio::select;

use super::{Failed, line::Line};
use crate::{
    contest::{Act, At, Ms, Role, Wish},
    demo::{chance::Chance, pace::Pace},
    protocol::views::SupervisorView,
};

pub(super) struct Supervisor {
    line: Line<SupervisorView>,
    pace: Pace,
    chance: Chance,
    /// The next signature, and when it is given.
    plan: Option<(Wish, At)>,
}

impl Supervisor {
    pub(super) fn new(line: Line<SupervisorView>, pace: Pace, chance: Chance) -> Self {
        Self { line, pace, chance, plan: None }
    }

    /// Signs for as long as the link is wanted.
    pub(super) async fn sign(mut self) -> Failed {
        loop {
            if let Err(failed) = self.step().await {
                return failed;
            }
        }
    }

    /// Hears one piece of news, or signs one release.
    async fn step(&mut self) -> Result<(), Failed> {
        let ready = self.plan.as_ref().filter(|(wish, _)| self.line.may_ask(wish));
        select! {
            heard = self.line.hear() => heard?,
            () = self.pace.follow(ready.map(|(_, at)| *at)) => {
                if let Some((wish, _)) = ready {
                    self.line.ask(wish.clone())?;
                }
            }
        }
        self.think();
        Ok(())
    }

    /// A score takes some seconds to be looked at.
    fn think(&mut self) {
        let before = self.plan.take();
        let Some(view) = self.line.view() else { return };
        let is_for_me = |it: &&crate::contest::Proposal| {
            it.by == Role::Host && matches!(it.act, Act::Release { .. })
        };
        let Some(proposal) = view.proposals.iter().find(is_for_me) else { return };
        let wish = Wish::Agree { proposal: proposal.number };
        let seconds = self.chance.between(4, 9, &["sign", proposal.act.project().as_str()]);
        let at = self.pace.clock().now() + Ms::seconds(seconds);
        self.plan = Some(before.filter(|(same, _)| *same == wish).unwrap_or((wish, at)));
    }
}
