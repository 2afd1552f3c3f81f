//! A screen with its link.

use tokio::sync::mpsc;

use crate::{
    client::{Client, LinkState, News},
    contest::{At, Refusal},
    tui::{Effect, Screen, ring::Ring},
};

use super::{
    heads::{HeadBook, Watch},
    rehearsal,
};

/// A screen with its link.
pub struct Station {
    pub(super) screen: Box<dyn Screen>,
    pub(super) client: Client,
    pub(super) news: mpsc::Receiver<News>,
    pub(super) link: LinkState,
    /// How fast the screen has been told that time runs.
    speed: u32,
    /// Whether the last picture was of a rehearsal.
    pub(super) is_rehearsal: bool,
    watch: Option<Watch>,
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
    /// Its keys are to be shown.
    pub(super) help: bool,
}

impl Station {
    /// A screen that listens to this link.
    pub fn new(screen: Box<dyn Screen>, (client, news): (Client, mpsc::Receiver<News>)) -> Self {
        let link = LinkState::Connecting;
        let seen = client.time().now();
        Self { screen, client, news, link, seen, speed: 1, is_rehearsal: false, watch: None }
    }

    /// Tells the screen how fast time runs, where that is new.
    pub(super) fn keep_pace(&mut self) {
        let speed = self.client.time().speed();
        if std::mem::replace(&mut self.speed, speed) != speed {
            self.screen.set_speed(speed);
        }
    }

    /// The same with a book for the journal's heads that it is shown.
    #[must_use]
    pub fn with_book(self, book: Box<dyn HeadBook>) -> Self {
        Self { watch: Some(Watch::over(book)), ..self }
    }

    /// The hub's time.
    pub(super) fn now(&self) -> At {
        self.client.time().now()
    }

    /// Whether another terminal has taken the seat.
    pub(super) fn is_unseated(&self) -> bool {
        matches!(self.link, LinkState::Unseated { .. })
    }

    pub(super) fn hear(&mut self, news: &News) -> Vec<Effect> {
        if let News::Link(link) = news {
            self.link = link.clone();
        }
        if let Some(is_rehearsal) = rehearsal::told(news) {
            self.is_rehearsal = is_rehearsal;
        }
        let now = self.now();
        if let Some(watch) = &mut self.watch {
            watch.hear(news, now);
        }
        self.screen.hear(news, now)
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
                Effect::GoTo(seat) => self.client.go_to(seat),
                Effect::Bell => rest.beep = true,
                Effect::Ring(ring) => rest.ring = Some(ring),
                Effect::NoSuchKey => (), // The loop has said so.
                Effect::Help => rest.help = true,
                Effect::Quit => rest.quit = true,
            }
        }
        rest
    }
}
