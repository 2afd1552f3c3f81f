//! The host's console: who is on, how long yet, who has scored, and the next key.
//!
//! Here is what the console keeps and how it answers; `press` does what a key means, `step` says
//! which wish that is, `act` what else can be done, `question` what is asked before a wish goes out,
//! `times` what counts by itself, `view` draws. What always holds, and the test that guards it:
//!
//! - one wish at a time is on its way, so a double press is one step:
//!   `a_second_press_before_the_answer_does_nothing`;
//! - what the line of the next step names is what Enter sends: `enter_sends_the_next_step`;
//! - a key held down is one step, also where the terminal cannot tell: `a_held_key_is_one_step`;
//! - what cannot be taken back is asked about once, and goes out as it was read:
//!   `a_release_is_asked_about_once`;
//! - a refusal is not said of a room that has changed: `a_refusal_goes_with_what_it_spoke_of`;
//! - the picture changes by itself whenever one of its times does: `every_time_on_it_is_kept`.
//!
//! A host's picture has no marks before the release, unless the session says so; then `peek` shows
//! them while a key is held on purpose, `marks_are_seen_while_the_key_is_held`.

mod act;
mod brake;
mod ceremony;
mod control;
mod menu;
mod offered;
mod peek;
mod press;
mod question;
mod seen;
mod sort;
mod step;
mod times;
mod typed;
mod view;

use ratatui::{
    buffer::Buffer,
    crossterm::event::{KeyEvent, KeyEventKind},
    layout::{Position, Rect},
};
use uuid::Uuid;

use self::{
    brake::Brake,
    control::Control,
    peek::Peek,
    question::{Question, Reply},
    seen::Seen,
    sort::Sort,
    step::{Hint, Order},
};
use super::{
    Effect, Scene, Screen, hall,
    keys::{HelpRow, Offer},
};
use crate::{
    client::{LinkState, News},
    contest::{At, Ms, ProjectId, Refusal, Wish},
    protocol::views::{BulletinLine, HostView, Sections},
    words::Words,
};

/// For how long a refusal is said, by the wall clock, unless what it speaks of changes before.
const REFUSAL_STAYS: Ms = Ms::seconds(15);

/// And for how long in any case, so that it can be read.
const REFUSAL_IS_READ: Ms = Ms::seconds(3);

/// The console of one room.
#[derive(Debug, Clone)]
pub struct HostScreen {
    view: Option<Seen>,
    link: LinkState,
    /// The wish that is on its way. While there is one, no other is made.
    asked: Option<Asked>,
    answer: Option<Answer>,
    /// A correction that has just been announced.
    bulletin: Option<BulletinLine>,
    brake: Brake,
    peek: Peek,
    /// The step of a ceremony that has been announced to the host, and takes a second press.
    braced: Option<Wish>,
    /// The project of the run order that keys are for; `None` follows the stage.
    chosen: Option<ProjectId>,
    page: Page,
    question: Option<Question>,
    /// How the question is answered, after a key that does not: the key of the text.
    stuck: Option<&'static str>,
    /// For how long a refusal stays, and how long at least.
    stays: Ms,
    read_in: Ms,
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
    /// The hub said no; it is said until then.
    Refused { refusal: Refusal, since: At, until: At },
    /// The key means nothing now.
    Nothing(Hint),
}

/// What the list shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Page {
    Order,
    Ranking,
    Progress,
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
            brake: Brake::at_speed(1),
            peek: Peek::at_speed(1),
            braced: None,
            chosen: None,
            page: Page::Order,
            question: None,
            stuck: None,
            stays: REFUSAL_STAYS,
            read_in: REFUSAL_IS_READ,
        }
    }

    fn see(&mut self, picture: &Sections, now: At) {
        match picture.read::<HostView>() {
            Ok(view) => {
                let view = Seen::of(view);
                self.forget_what_was(&view, now);
                self.question = self.question.take().and_then(|it| it.in_view_of(&view));
                self.chosen = self.chosen.take().filter(|id| view.place(id).is_some());
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

    /// What was said of the room as it was is not said of it as it is; but a refusal is there to be read,
    /// also where the picture that explains it comes right after it.
    fn forget_what_was(&mut self, view: &Seen, now: At) {
        let is_same = self.view.as_ref().is_some_and(|old| {
            (&old.agenda, &old.open, &old.order) == (&view.agenda, &view.open, &view.order)
        });
        let least = self.read_in;
        let is_over = |it: &mut Answer| match it {
            Answer::Refused { since, until, .. } => {
                *until = (*since + least).min(*until);
                *until <= now
            }
            Answer::Nothing(hint) => !matches!(hint, Hint::StillSending | Hint::Unreadable),
            Answer::Granted { .. } => false,
        };
        self.answer.take_if(|it| !is_same && is_over(it));
    }

    fn settle(&mut self, id: Uuid, answer: impl FnOnce(Wish) -> Answer) {
        if let Some(asked) = self.asked.take_if(|asked| asked.id == id) {
            self.answer = Some(answer(asked.wish));
        }
    }

    /// Finds the wish an order means, and sends it, unless something is to be asked first.
    fn make(&mut self, order: Order, now: At) -> Vec<Effect> {
        if self.asked.is_some() {
            self.answer = Some(Answer::Nothing(Hint::StillSending));
            return Vec::new();
        }
        let Some(view) = &self.view else { return Vec::new() };
        let braced = self.braced.take();
        match step::wish(view, self.chosen.as_ref(), order, now) {
            Ok(wish) if ceremony::waits_before(view, &wish) && braced.as_ref() != Some(&wish) => {
                self.braced = Some(wish);
                Vec::new()
            }
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

    /// Answers a question. A key that is held down has opened it, and is not told how it is answered.
    fn reply(&mut self, question: Question, key: KeyEvent, is_held: bool) -> Vec<Effect> {
        self.stuck = None;
        let language = self.view.as_ref().map(|view| view.session.language.as_str());
        match question.reply(key, language.unwrap_or_default()) {
            Reply::Stuck(question, how) if !is_held => {
                (self.question, self.stuck) = (Some(question), Some(how));
                return vec![Effect::Bell];
            }
            Reply::Open(Question::Reorder(project)) => {
                let sort = self.view.as_ref().and_then(|view| Sort::waiting(view, &project));
                self.question = sort.map(Question::Sort);
            }
            Reply::Open(question) | Reply::Stuck(question, _) => self.question = Some(question),
            Reply::Drop => (),
            Reply::Send(wish) => return self.send(wish),
            Reply::Leave => return vec![Effect::Quit],
        }
        Vec::new()
    }

    /// Whether the key of the next step would take it.
    fn is_armed(&self, now: At) -> bool {
        self.brake.lets(Control::Make(Order::Next), now)
    }
}

impl Default for HostScreen {
    fn default() -> Self {
        Self::new()
    }
}

impl Screen for HostScreen {
    fn set_speed(&mut self, speed: u32) {
        (self.brake, self.peek) = (Brake::at_speed(speed), Peek::at_speed(speed));
        [self.stays, self.read_in] =
            [REFUSAL_STAYS, REFUSAL_IS_READ].map(|it| Ms(it.0.saturating_mul(speed.into())));
    }

    fn hear(&mut self, news: &News, now: At) -> Vec<Effect> {
        match news {
            News::Link(link) => {
                // What one hub has recorded another may not have, that goes on from a copy.
                self.answer.take_if(|it| {
                    matches!(link, LinkState::Lost { .. }) && matches!(it, Answer::Granted { .. })
                });
                self.link = link.clone();
            }
            News::Picture(picture) => self.see(picture, now),
            News::Granted { id, seq } => {
                let seq = *seq;
                self.settle(*id, |wish| Answer::Granted { wish, seq });
            }
            News::Refused { id, refusal } => {
                let (since, until) = (now, now + self.stays);
                self.settle(*id, |_| Answer::Refused { refusal: refusal.clone(), since, until });
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
        let is_held = self.brake.is_held(key, now);
        if control::KEYS.find(key) != Some(Control::Marks) {
            self.peek.let_go();
        }
        if let Some(question) = self.question.take() {
            return self.reply(question, key, is_held);
        }
        match control::KEYS.find(key) {
            Some(_) if is_held && self.asked.is_none() => Vec::new(),
            found => {
                (self.answer, self.bulletin) = (None, None);
                found.map_or(vec![Effect::NoSuchKey], |control| self.act(control, now))
            }
        }
    }

    fn help(&self, words: &Words) -> Vec<HelpRow> {
        control::KEYS.help(words, |_| true)
    }

    fn offers(&self, words: &Words, now: At) -> Vec<Offer> {
        let can_be_done = |control| offered::can_be_done(self, control, now);
        let is_free = self.question.is_none();
        control::KEYS.offers(words, |control| is_free && can_be_done(control))
    }

    fn paste(&mut self, text: &str) {
        match &mut self.question {
            Some(Question::Why(why)) => why.paste(text),
            Some(Question::Type(typed)) => typed.paste(text),
            _ => (),
        }
    }

    fn draw(&self, scene: &Scene<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        view::draw(self, scene, area, buf)
    }

    fn next_change(&self, now: At) -> Option<At> {
        let seen = self.view.as_ref().and_then(|view| times::next_change(view, now));
        let age = hall::next_age(&self.link, now);
        let keys = [self.brake.next_change(now), self.peek.next_change(now)];
        let refused = match &self.answer {
            Some(Answer::Refused { until, .. }) => Some(*until),
            _ => None,
        };
        [seen, age, refused].into_iter().chain(keys).flatten().min()
    }

    fn tick(&mut self, now: At) -> Vec<Effect> {
        let is_over =
            |it: &mut Answer| matches!(it, Answer::Refused { until, .. } if *until <= now);
        self.answer.take_if(is_over);
        Vec::new()
    }
}

#[cfg(test)]
mod tests;
