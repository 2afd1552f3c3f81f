//! The host's console: who is on, how long yet, who has scored, and the next key.
//!
//! Here is what the console keeps and how it answers; `step` says which wish a key means,
//! `question` what is asked before one goes out, `view` draws. What always holds, and the test
//! that guards it:
//!
//! - one wish at a time is on its way, so a double press is one step:
//!   `a_second_press_before_the_answer_does_nothing`;
//! - what the line of the next step names is what Enter sends: `enter_sends_the_next_step`;
//! - what cannot be taken back is asked about once, and goes out as it was read:
//!   `a_release_is_asked_about_once`.
//!
//! Not here: marks. A host's picture has none before the release.

mod control;
mod question;
mod step;
mod view;

use ratatui::{
    buffer::Buffer,
    crossterm::event::{KeyEvent, KeyEventKind},
    layout::{Position, Rect},
};
use serde_json::Value;
use uuid::Uuid;

use self::{
    control::Control,
    question::{Question, Reply},
    step::Hint,
};
use super::{Effect, Scene, Screen, countdown, hall};
use crate::{
    client::{LinkState, News},
    contest::{At, ProjectId, Refusal, Wish},
    protocol::views::{ClockLine, HostView, Sections},
};

/// The console of one room.
#[derive(Debug)]
pub struct HostScreen {
    view: Option<HostView>,
    link: LinkState,
    /// The wish that is on its way. While there is one, no other is made.
    asked: Option<Asked>,
    answer: Option<Answer>,
    /// The project of the run order that keys are for; `None` follows the stage.
    chosen: Option<ProjectId>,
    page: Page,
    question: Option<Question>,
    help: bool,
}

/// A wish that has no answer yet.
#[derive(Debug, Clone, PartialEq)]
struct Asked {
    id: Uuid,
    wish: Wish,
}

/// What the message line says, until the next key.
#[derive(Debug, Clone, PartialEq)]
enum Answer {
    /// It is on disk, under this receipt.
    Granted { wish: Wish, seq: u64 },
    /// The hub said no.
    Refused { refusal: Refusal },
    /// The key means nothing now.
    Nothing(Hint),
}

/// What the list shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Page {
    Order,
    Ranking,
}

impl HostScreen {
    /// A console that has not heard from the hub yet.
    pub fn new() -> Self {
        Self {
            view: None,
            link: LinkState::Connecting,
            asked: None,
            answer: None,
            chosen: None,
            page: Page::Order,
            question: None,
            help: false,
        }
    }

    fn see(&mut self, picture: &Sections) {
        match serde_json::from_value::<HostView>(Value::Object(picture.clone())) {
            Ok(view) => {
                self.question = self.question.take().and_then(|it| it.in_view_of(&view));
                self.chosen = self.chosen.take().filter(|id| step::line_of(&view, id).is_some());
                self.view = Some(view);
            }
            Err(_) => self.answer = Some(Answer::Nothing(Hint::Unreadable)),
        }
    }

    fn settle(&mut self, id: Uuid, answer: impl FnOnce(Wish) -> Answer) {
        if let Some(asked) = self.asked.take_if(|asked| asked.id == id) {
            self.answer = Some(answer(asked.wish));
        }
    }

    fn act(&mut self, control: Control) -> Vec<Effect> {
        match control {
            Control::Choose(by) => self.choose(by),
            Control::Follow => self.chosen = None,
            Control::Page => {
                self.page = match self.page {
                    Page::Order => Page::Ranking,
                    Page::Ranking => Page::Order,
                }
            }
            Control::Help => self.help = true,
            Control::Quit => self.question = Some(Question::Leave),
            Control::Make(order) => return self.make(order),
        }
        Vec::new()
    }

    /// Moves the choice in the run order by so many lines.
    fn choose(&mut self, by: isize) {
        let Some(view) = &self.view else { return };
        let from = self.chosen.as_ref().or_else(|| Some(&view.stage.as_ref()?.project.id));
        let at = from.and_then(|id| view.order.iter().position(|line| line.project.id == *id));
        let last = view.order.len().saturating_sub(1);
        let to = at.map_or(0, |at| at.saturating_add_signed(by).min(last));
        self.chosen = view.order.get(to).map(|line| line.project.id.clone());
        self.page = Page::Order;
    }

    /// Finds the wish an order means, and sends it, unless something is to be asked first.
    fn make(&mut self, order: step::Order) -> Vec<Effect> {
        let Some(view) = self.view.as_ref().filter(|_| self.asked.is_none()) else {
            return Vec::new();
        };
        match step::wish(view, self.chosen.as_ref(), order) {
            Ok(wish) => match Question::before(view, &wish) {
                Some(question) => {
                    self.question = Some(question);
                    Vec::new()
                }
                None => self.send(wish),
            },
            Err(hint) => {
                self.answer = Some(Answer::Nothing(hint));
                Vec::new()
            }
        }
    }

    fn send(&mut self, wish: Wish) -> Vec<Effect> {
        if self.asked.is_some() {
            return Vec::new();
        }
        let id = Uuid::new_v4();
        self.asked = Some(Asked { id, wish: wish.clone() });
        vec![Effect::Ask { id, wish }]
    }

    fn reply(&mut self, question: Question, key: KeyEvent) -> Vec<Effect> {
        let language = self.view.as_ref().map(|view| view.session.language.as_str());
        match question.reply(key, language.unwrap_or_default()) {
            Reply::Open(question) => self.question = Some(question),
            Reply::Drop => (),
            Reply::Send(wish) => return self.send(wish),
            Reply::Leave => return vec![Effect::Quit],
        }
        Vec::new()
    }

    fn clock(&self) -> Option<&ClockLine> {
        self.view.as_ref()?.stage.as_ref()?.clock.as_ref()
    }
}

impl Default for HostScreen {
    fn default() -> Self {
        Self::new()
    }
}

impl Screen for HostScreen {
    fn hear(&mut self, news: &News, _now: At) -> Vec<Effect> {
        match news {
            News::Link(link) => self.link = link.clone(),
            News::Picture(picture) => self.see(picture),
            News::Granted { id, seq } => {
                let seq = *seq;
                self.settle(*id, |wish| Answer::Granted { wish, seq });
            }
            News::Refused { id, refusal } => {
                self.settle(*id, |_| Answer::Refused { refusal: refusal.clone() });
                return vec![Effect::Bell];
            }
        }
        Vec::new()
    }

    fn press(&mut self, key: KeyEvent, _now: At) -> Vec<Effect> {
        // A key that is held down is one press, where the terminal can tell.
        if key.kind != KeyEventKind::Press {
            return Vec::new();
        }
        if std::mem::take(&mut self.help) {
            return Vec::new();
        }
        if let Some(question) = self.question.take() {
            return self.reply(question, key);
        }
        self.answer = None;
        control::KEYS.find(key).map(|control| self.act(control)).unwrap_or_default()
    }

    fn paste(&mut self, text: &str) {
        if let Some(Question::Why(_, typed)) = &mut self.question {
            typed.insert(text);
        }
    }

    fn draw(&self, scene: &Scene<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        view::draw(self, scene, area, buf)
    }

    fn next_change(&self, now: At) -> Option<At> {
        let second = self.clock().and_then(|clock| countdown::next_change(clock, now));
        let age = hall::next_age(&self.link, now);
        second.into_iter().chain(age).min()
    }
}

#[cfg(test)]
mod tests;
