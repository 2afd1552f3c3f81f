//! The host's console: who is on, how long yet, who has scored, and the next key.
//!
//! Here is what the console keeps and how it answers; `step` says which wish a key means, `act` what
//! else can be done, `question` what is asked before a wish goes out, `view` draws. What always holds, and the test
//! that guards it:
//!
//! - one wish at a time is on its way, so a double press is one step:
//!   `a_second_press_before_the_answer_does_nothing`;
//! - what the line of the next step names is what Enter sends: `enter_sends_the_next_step`;
//! - a key held down is one step, also where the terminal cannot tell: `a_held_key_is_one_step`;
//! - what cannot be taken back is asked about once, and goes out as it was read:
//!   `a_release_is_asked_about_once`.
//!
//! Not here: marks. A host's picture has none before the release.

mod act;
mod control;
mod menu;
mod question;
mod sort;
mod step;
mod view;

use ratatui::{
    buffer::Buffer,
    crossterm::event::{KeyCode, KeyEvent, KeyEventKind},
    layout::{Position, Rect},
};
use serde_json::Value;
use uuid::Uuid;

use self::{
    control::Control,
    menu::Menu,
    question::{Question, Reply},
    step::{Hint, Order},
};
use super::{Effect, Scene, Screen, countdown, hall, keys::Offer};
use crate::{
    client::{LinkState, News},
    contest::{At, Ms, ProjectId, Refusal, Wish},
    protocol::views::{BulletinLine, ClockLine, HostView, Sections},
    words::Words,
};

/// For how long after the key of the next step another press of it is the same one: a terminal
/// repeats a key that is held down faster than this.
const BRAKE: Ms = Ms(500);

/// The console of one room.
#[derive(Debug)]
pub struct HostScreen {
    view: Option<HostView>,
    link: LinkState,
    /// The wish that is on its way. While there is one, no other is made.
    asked: Option<Asked>,
    answer: Option<Answer>,
    /// A correction that has just been announced.
    bulletin: Option<BulletinLine>,
    /// When the key of the next step was pressed last, here or in a question.
    pressed: Option<At>,
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
            bulletin: None,
            pressed: None,
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
                let seen = self.view.as_ref().map_or(view.bulletins.len(), |it| it.bulletins.len());
                self.bulletin = view
                    .bulletins
                    .get(seen..)
                    .and_then(<[_]>::last)
                    .cloned()
                    .or(self.bulletin.take());
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

    fn act(&mut self, control: Control, now: At) -> Vec<Effect> {
        match control {
            Control::Acts => {
                self.pick(Hint::NoAct, |view, chosen| act::menu(view, act::subject(view, chosen)?));
            }
            Control::Decisions => self.pick(Hint::NoDecision, |view, _| act::decisions(view)),
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
            Control::Make(order) => return self.make(order, now),
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

    /// Opens a list, or says why there is none.
    fn pick(
        &mut self,
        none: Hint,
        list: impl FnOnce(&HostView, Option<&ProjectId>) -> Option<Menu>,
    ) {
        let Some(view) = &self.view else { return };
        match list(view, self.chosen.as_ref()) {
            Some(menu) => self.question = Some(Question::Pick(menu)),
            None => self.answer = Some(Answer::Nothing(none)),
        }
    }

    /// Finds the wish an order means, and sends it, unless something is to be asked first.
    fn make(&mut self, order: Order, now: At) -> Vec<Effect> {
        if self.asked.is_some() {
            self.answer = Some(Answer::Nothing(Hint::StillSending));
            return Vec::new();
        }
        let Some(view) = &self.view else { return Vec::new() };
        match step::wish(view, self.chosen.as_ref(), order) {
            Ok(wish) => match Question::before(view, &wish, now) {
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
            self.answer = Some(Answer::Nothing(Hint::StillSending));
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

    /// Whether this press is too soon after the last one of the same kind to be another.
    fn is_held(&mut self, key: KeyEvent, now: At) -> bool {
        let steps = matches!(key.code, KeyCode::Enter | KeyCode::Char(' '));
        let is_held = steps && !self.is_armed(now);
        if steps {
            self.pressed = Some(now);
        }
        is_held
    }

    /// Whether the key of the next step would take it.
    fn is_armed(&self, now: At) -> bool {
        self.pressed.is_none_or(|pressed| pressed + BRAKE <= now)
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

    fn press(&mut self, key: KeyEvent, now: At) -> Vec<Effect> {
        // A key that is held down is one press, where the terminal can tell.
        if key.kind != KeyEventKind::Press {
            return Vec::new();
        }
        if std::mem::take(&mut self.help) {
            return Vec::new();
        }
        let is_held = self.is_held(key, now);
        if let Some(question) = self.question.take() {
            return self.reply(question, key);
        }
        match control::KEYS.find(key) {
            Some(Control::Make(Order::Next)) if is_held && self.asked.is_none() => Vec::new(),
            found => {
                (self.answer, self.bulletin) = (None, None);
                found.map_or(vec![Effect::NoSuchKey], |control| self.act(control, now))
            }
        }
    }

    fn offers(&self, words: &Words) -> Vec<Offer> {
        let can_be_done = |control| self.question.is_none() && view::can_be_done(self, control);
        control::KEYS.offers(words, can_be_done)
    }

    fn paste(&mut self, text: &str) {
        if let Some(Question::Why(why)) = &mut self.question {
            why.paste(text);
        }
    }

    fn draw(&self, scene: &Scene<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        view::draw(self, scene, area, buf)
    }

    fn next_change(&self, now: At) -> Option<At> {
        let second = self.clock().and_then(|clock| countdown::next_change(clock, now));
        let age = hall::next_age(&self.link, now);
        let armed = self.pressed.map(|pressed| pressed + BRAKE).filter(|armed| now < *armed);
        [second, age, armed].into_iter().flatten().min()
    }
}

#[cfg(test)]
mod tests;
