//! A screen with its link.

use tokio::sync::mpsc;

use crate::{
    client::{Client, LinkState, News},
    contest::{At, Refusal},
    tui::{Effect, Screen, ring::Ring},
};

/// A screen with its link.
pub struct Station {
    pub(super) screen: Box<dyn Screen>,
    pub(super) client: Client,
    pub(super) news: mpsc::Receiver<News>,
    pub(super) link: LinkState,
    /// The hub's time as it was last drawn.
    pub(super) seen: At,
}

/// What is left for the loop to do after a station's effects.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Rest {
    /// The screen wants to close.
    pub(super) quit: bool,
    /// It rings.
    pub(super) ring: Option<Ring>,
    /// It beeps at a key, or because of an answer.
    pub(super) beep: bool,
}

impl Station {
    /// A screen that listens to this link.
    pub fn new(screen: Box<dyn Screen>, (client, news): (Client, mpsc::Receiver<News>)) -> Self {
        let seen = client.time().now();
        Self { screen, client, news, link: LinkState::Connecting, seen }
    }

    /// The hub's time.
    pub(super) fn now(&self) -> At {
        self.client.time().now()
    }

    pub(super) fn hear(&mut self, news: &News) -> Vec<Effect> {
        if let News::Link(link) = news {
            self.link = link.clone();
        }
        self.screen.hear(news, self.now())
    }

    /// Carries out what needs the link.
    pub(super) fn carry_out(&mut self, effects: Vec<Effect>) -> Rest {
        let mut rest = Rest::default();
        for effect in effects {
            match effect {
                Effect::Ask { id, wish } => {
                    if self.client.ask(id, wish).is_err() {
                        let refusal = Refusal::NotSent;
                        self.screen.hear(&News::Refused { id, refusal }, self.now());
                    }
                }
                Effect::Bell => rest.beep = true,
                Effect::Ring(ring) => rest.ring = Some(ring),
                Effect::NoSuchKey => (), // The loop has said so.
                Effect::Quit => rest.quit = true,
            }
        }
        rest
    }
}
