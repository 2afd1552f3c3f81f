//! The host of a bench: once a second it changes what the screens show, by a message that is numbered, and in the
//! end puts back what stood there. At anything but a rehearsal it asks for nothing:
//! `nothing_is_asked_where_the_picture_is_not_a_rehearsals`.

use std::collections::HashMap;

use serde_json::Value;
use tokio::sync::mpsc;
use uuid::Uuid;

use crate::{
    client::{Client, LinkState, News},
    clock::Clock,
    contest::{Audience, Message, RoomId, Seat, Wish},
    protocol::{
        JoinLink,
        views::{HostView, Sections},
    },
};

/// Wishes that may wait for an answer; where so many do, the link is what is looked at.
const MOST_WAITING: usize = 4;

/// What whoever looks at a screen meanwhile can make of it.
const TEXT: &str = "网络测试 network test";

/// The host of a bench.
#[derive(Debug)]
pub(super) struct Changer {
    client: Client,
    news: mpsc::Receiver<News>,
    says: Sayings,
    waiting: HashMap<Uuid, usize>,
    is_answered: bool,
}

/// What the host is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Heard {
    /// The wish of this number is on the hub's disk.
    Granted(usize),
    /// It is not.
    Refused(usize),
    /// Nothing about a wish.
    Nothing,
}

/// What is said to the screens, and what was said before.
#[derive(Debug)]
struct Sayings {
    room: RoomId,
    to: Audience,
    /// Tells this bench from another one at the same hub.
    tag: String,
    next: usize,
    /// The newest picture is a rehearsal's.
    is_rehearsal: bool,
    /// What others have said last, which the screens are to show again.
    others: Option<Message>,
}

impl Changer {
    /// Takes the console, to change what the screens of this seat show; `None` where it is no screen's.
    pub(super) fn join(console: JoinLink, screens: &Seat, clock: Clock) -> Option<Self> {
        let says = Sayings::to(screens, Uuid::new_v4().simple().to_string().get(..4)?)?;
        let (client, news) = Client::join(console, clock);
        Some(Self { client, news, says, waiting: HashMap::new(), is_answered: false })
    }

    /// Whether it is there, or has been told that it cannot be.
    pub(super) fn has_settled(&self) -> bool {
        self.is_answered
    }

    /// Asks for the next change; whether it may and can.
    pub(super) fn ask(&mut self) -> bool {
        let next = self.says.next().filter(|_| self.waiting.len() < MOST_WAITING);
        let Some((number, wish)) = next else { return false };
        let id = Uuid::new_v4();
        let is_taken = self.client.ask(id, wish).is_ok();
        if is_taken {
            self.says.next += 1;
            self.waiting.insert(id, number);
        }
        is_taken
    }

    /// Waits for the next news.
    pub(super) async fn heard(&mut self) -> Heard {
        let Some(news) = self.news.recv().await else { return std::future::pending().await };
        match news {
            News::Picture(sections) => {
                self.is_answered = true;
                self.says.see(&sections);
            }
            News::Granted { id, .. } => {
                return self.waiting.remove(&id).map_or(Heard::Nothing, Heard::Granted);
            }
            News::Refused { id, .. } => {
                return self.waiting.remove(&id).map_or(Heard::Nothing, Heard::Refused);
            }
            News::Link(LinkState::Connecting | LinkState::Up { .. }) => (),
            News::Link(_) => self.is_answered = true,
        }
        Heard::Nothing
    }

    /// The number of the change that a screen's picture shows.
    pub(super) fn number_in(&self, sections: &Sections) -> Option<usize> {
        self.says.number_in(sections)
    }

    /// Puts back what stood there, and leaves. Whether it was put back.
    pub(super) async fn undo(mut self) -> bool {
        let mut undone = self.says.next == 0;
        if let Some(wish) = self.says.back().filter(|_| !undone) {
            let id = Uuid::new_v4();
            undone = self.client.ask(id, wish).is_ok() && self.is_granted(id).await;
        }
        let farewell = self.client.farewell();
        drop((self.client, self.news));
        farewell.await;
        undone
    }

    async fn is_granted(&mut self, wish: Uuid) -> bool {
        while let Some(news) = self.news.recv().await {
            match news {
                News::Granted { id, .. } if id == wish => return true,
                News::Refused { id, .. } if id == wish => return false,
                _ => (),
            }
        }
        false
    }
}

impl Sayings {
    fn to(screens: &Seat, tag: &str) -> Option<Self> {
        let to = match screens {
            Seat::Board(_) => Audience::Board,
            Seat::Timer(_) => Audience::Stage,
            _ => return None,
        };
        let (room, tag) = (screens.room()?.clone(), tag.to_owned());
        Some(Self { room, to, tag, next: 0, is_rehearsal: false, others: None })
    }

    /// The next change, where the picture is a rehearsal's.
    fn next(&self) -> Option<(usize, Wish)> {
        let text = format!("{TEXT} {} {}", self.tag, self.next);
        let (room, to, blink) = (self.room.clone(), self.to, false);
        self.is_rehearsal.then_some((self.next, Wish::Say { room, to, text, blink }))
    }

    /// What puts back what others had said, where the picture is a rehearsal's.
    fn back(&self) -> Option<Wish> {
        let (room, to) = (self.room.clone(), self.to);
        let wish = match self.others.clone() {
            Some(Message { text, blink, .. }) => Wish::Say { room, to, text, blink },
            None => Wish::Unsay { room, to },
        };
        self.is_rehearsal.then_some(wish)
    }

    /// The console's newest picture.
    fn see(&mut self, sections: &Sections) {
        let view = sections.read::<HostView>();
        self.is_rehearsal = view.as_ref().is_ok_and(|view| view.session.rehearsal);
        let Ok(view) = view else { return };
        let message = view.hall.messages.get(&self.to);
        // What another bench says comes back by itself as long as that one runs, and not after it.
        if !message.is_some_and(|it| it.text.starts_with(TEXT)) {
            self.others = message.cloned();
        }
    }

    fn number_in(&self, sections: &Sections) -> Option<usize> {
        let message: Value = match self.to {
            Audience::Board => sections.part::<Value>("hall")?.get("message")?.clone(),
            Audience::Stage | Audience::Judges => sections.part("message")?,
        };
        let text = message.get("text")?.as_str()?;
        text.strip_prefix(TEXT)?.trim_start().strip_prefix(&self.tag)?.trim_start().parse().ok()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::contest::{LONGEST_MESSAGE, sample::seat};

    fn sections(of: Value) -> Sections {
        serde_json::from_value(of).unwrap()
    }

    fn said(says: &Sayings) -> String {
        let Some((_, Wish::Say { text, .. })) = says.next() else { panic!("nothing is said") };
        text
    }

    #[test]
    fn nothing_is_asked_where_the_picture_is_not_a_rehearsals() {
        let mut says = Sayings::to(&seat("A/board"), "a1b2").unwrap();
        assert_eq!(says.next(), None, "before the first picture");
        says.is_rehearsal = true;
        assert!(said(&says).chars().count() <= LONGEST_MESSAGE);
        says.see(&sections(json!({"session": {"rehearsal": true}})));
        assert_eq!(says.next(), None, "nor by one that is not understood");
        assert_eq!(says.back(), None, "nor is anything put back");
    }

    #[test]
    fn a_screen_shows_by_its_message_which_change_it_has() {
        for (screen, around) in [("A/board", true), ("A/timer", false)] {
            let mut says = Sayings::to(&seat(screen), "a1b2").unwrap();
            (says.is_rehearsal, says.next) = (true, 41);
            let message = json!({"message": {"text": said(&says)}});
            let picture = sections(if around { json!({"hall": message}) } else { message });
            assert_eq!(says.number_in(&picture), Some(41), "{screen}");
            let other = Sayings::to(&seat(screen), "c3d4").unwrap();
            assert_eq!(other.number_in(&picture), None, "another bench's");
        }
        assert!(Sayings::to(&seat("A/judge/A1"), "a1b2").is_none());
    }
}
