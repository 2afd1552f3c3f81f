//! The supervisor's screen (监督席): every step of every room, and the second word where it takes two.
//!
//! Here is what the screen keeps and how it answers; `offer` says what can be proposed, `question`
//! what is asked before a wish goes out, `view` draws. What always holds, and the test that guards it:
//!
//! - an act is agreed to only after it was read in full: `an_act_is_agreed_to_after_it_was_read`;
//! - nobody is the second person to themselves: `an_own_proposal_waits_for_the_host`;
//! - one wish at a time is on its way: `a_second_press_before_the_answer_does_nothing`.

mod choice;
mod keys;
mod marks;
mod matter;
mod offer;
mod question;
mod seen;
mod view;

use ratatui::{
    buffer::Buffer,
    crossterm::event::{KeyEvent, KeyEventKind},
    layout::{Position, Rect},
};
use uuid::Uuid;

use self::{
    choice::moved,
    keys::{Control, KEYS},
    matter::Matter,
    question::{Question, Reply},
    seen::Seen,
};
use super::{
    Effect, Scene, Screen, countdown, hall,
    keys::{HelpRow, Offer},
};
use crate::{
    client::{LinkState, News},
    contest::{Act, At, ProjectId, Refusal, Role, SeatId, Wish},
    protocol::views::{Sections, SupervisorView},
    words::Words,
};

/// The screen over all rooms.
#[derive(Debug)]
pub struct SupervisorScreen {
    view: Option<Seen>,
    link: LinkState,
    /// The wish that is on its way. While there is one, no other is made.
    asked: Option<(Uuid, Deed)>,
    answer: Option<Answer>,
    page: Page,
    /// The project that is looked at; `None` follows the first room's stage.
    chosen: Option<ProjectId>,
    /// The seat of its panel that is looked at; `None` is the first.
    seat: Option<SeatId>,
    /// What waits, or was corrected, that is looked at; `None` is the first.
    matter: Option<Matter>,
    question: Option<Question>,
}

/// A wish, and the act it is about as it was when it was made.
#[derive(Debug, Clone, PartialEq)]
struct Deed {
    wish: Wish,
    act: Option<Act>,
}

/// What the message line says, until the next key.
#[derive(Debug, Clone, PartialEq)]
enum Answer {
    /// It is on disk, under this receipt.
    Granted { deed: Deed, seq: u64 },
    /// It cannot be done.
    Refused { refusal: Refusal },
    /// The key means nothing now: the key of its text.
    Nothing(&'static str),
}

/// What the screen shows; with room enough the run order stays beside the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Page {
    Order,
    Sheets,
    Ranking,
    Matters,
    Journal,
}

/// The pages in the order of Tab.
const PAGES: [Page; 5] = [Page::Order, Page::Sheets, Page::Ranking, Page::Matters, Page::Journal];

impl SupervisorScreen {
    /// A screen that has not heard from the hub yet.
    pub fn new() -> Self {
        Self {
            view: None,
            link: LinkState::Connecting,
            asked: None,
            answer: None,
            page: Page::Order,
            chosen: None,
            seat: None,
            matter: None,
            question: None,
        }
    }

    fn see(&mut self, picture: &Sections) {
        match picture.read::<SupervisorView>() {
            Ok(view) => {
                let view = Seen::of(view);
                self.question = self.question.take().filter(|it| it.still_stands(&view));
                self.view = Some(view);
            }
            Err(_) => self.answer = Some(Answer::Nothing("host-hint-unreadable")),
        }
    }

    fn settle(&mut self, id: Uuid, answer: impl FnOnce(Deed) -> Answer) {
        if let Some((_, deed)) = self.asked.take_if(|(asked, _)| *asked == id) {
            self.answer = Some(answer(deed));
        }
    }

    fn act(&mut self, control: Control) -> Vec<Effect> {
        match control {
            Control::Choose(by) => self.choose(by),
            Control::Project(by) => self.choose_project(by),
            Control::OtherRoom => self.choose_other_room(),
            Control::Follow => self.chosen = None,
            Control::Open => self.page = Page::Sheets,
            Control::Page(by) => self.turn(by),
            Control::Agree => self.agree(),
            Control::Decline => self.decline(),
            Control::Propose => self.propose(),
            Control::Help => return vec![Effect::Help],
            Control::Quit => self.question = Some(Question::Leave),
        }
        Vec::new()
    }

    fn agree(&mut self) {
        if self.asked.is_some() {
            return;
        }
        match self.proposal().map(|it| (it.number, it.by)) {
            None => self.answer = Some(Answer::Nothing("supervisor-hint-no-proposal")),
            Some((proposal, Role::Supervisor)) => {
                let refusal = Refusal::SecondPersonNeeded { proposal };
                self.answer = Some(Answer::Refused { refusal });
            }
            Some((proposal, _)) => self.question = Some(Question::Sure(Wish::Agree { proposal })),
        }
    }

    fn decline(&mut self) {
        if self.asked.is_some() {
            return;
        }
        match self.proposal().map(|it| it.number) {
            None => self.answer = Some(Answer::Nothing("supervisor-hint-no-proposal")),
            Some(proposal) => {
                let wish = Wish::Decline { proposal, reason: String::new() };
                self.question = Some(Question::why(wish));
            }
        }
    }

    /// Lists what can be proposed for the project and the seat, which are then in sight.
    fn propose(&mut self) {
        if self.asked.is_some() {
            return;
        }
        let (Some(view), Some(line)) = (&self.view, self.line()) else { return };
        let seat = line.seats.get(self.seat_at(line));
        let question = Question::pick(view, line, seat);
        match question {
            Some(question) => self.question = Some(question),
            None => self.answer = Some(Answer::Nothing("supervisor-hint-no-offer")),
        }
        self.page = Page::Sheets;
    }

    fn send(&mut self, wish: Wish) -> Vec<Effect> {
        if self.asked.is_some() {
            return Vec::new();
        }
        let id = Uuid::new_v4();
        let act = self.act_of(&wish).cloned();
        self.asked = Some((id, Deed { wish: wish.clone(), act }));
        vec![Effect::Ask { id, wish }]
    }

    fn act_of<'a>(&'a self, wish: &'a Wish) -> Option<&'a Act> {
        match wish {
            Wish::Propose { act, .. } => Some(act),
            Wish::Agree { proposal } | Wish::Decline { proposal, .. } => {
                let mut proposals = self.view.as_ref()?.proposals.iter();
                proposals.find(|it| it.number == *proposal).map(|it| &it.act)
            }
            _ => None,
        }
    }

    fn reply(&mut self, question: Question, key: KeyEvent) -> Vec<Effect> {
        let language = self.view.as_ref().map(|view| view.session.language.as_str());
        match question.reply(key, language.unwrap_or_default()) {
            Reply::Open(question) => self.question = Some(question),
            Reply::Stuck(question) => {
                self.question = Some(question);
                return vec![Effect::Bell];
            }
            Reply::Drop => (),
            Reply::Send(wish) => return self.send(wish),
            Reply::Leave => return vec![Effect::Quit],
        }
        Vec::new()
    }
}

impl Default for SupervisorScreen {
    fn default() -> Self {
        Self::new()
    }
}

impl Screen for SupervisorScreen {
    fn hear(&mut self, news: &News, _now: At) -> Vec<Effect> {
        match news {
            News::Link(link) => {
                // What one hub has recorded another may not have, that goes on from a copy.
                self.answer.take_if(|it| {
                    matches!(link, LinkState::Lost { .. }) && matches!(it, Answer::Granted { .. })
                });
                self.link = link.clone();
            }
            News::Picture(picture) => self.see(picture),
            News::Granted { id, seq } => {
                let seq = *seq;
                self.settle(*id, |deed| Answer::Granted { deed, seq });
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
        if let Some(question) = self.question.take() {
            return self.reply(question, key);
        }
        self.answer = None;
        KEYS.find(key).map_or(vec![Effect::NoSuchKey], |control| self.act(control))
    }

    fn help(&self, words: &Words) -> Vec<HelpRow> {
        KEYS.help(words, |_| true)
    }

    fn offers(&self, words: &Words, _now: At) -> Vec<Offer> {
        let can_be_done = |control| self.question.is_none() && view::can_be_done(self, control);
        KEYS.offers(words, can_be_done)
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
        let stages = self.view.iter().flat_map(|view| &view.rooms);
        let clocks = stages.filter_map(|room| room.stage.as_ref()?.clock.as_ref());
        let seconds = clocks.filter_map(|clock| countdown::next_change(clock, now));
        seconds.chain(hall::next_age(&self.link, now)).min()
    }
}

#[cfg(test)]
mod tests;
