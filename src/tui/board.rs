//! The projected board: the scene that the host has chosen, or what fits the moment: who is on stage
//! and how long yet, the rankings as far as they are released, and in the end the awards.
//!
//! What always holds, and the test that guards it:
//!
//! - pages turn by the hub's time, so drawing changes nothing: `pages_turn_by_themselves`;
//! - a score is announced for a while and then stands in the ranking only:
//!   `a_released_score_is_announced_for_a_while`;
//! - a blank board is blank, but for a lost link: `a_blank_board_shows_nothing`;
//! - it asks for a frame at each change and for none of what is not seen: `no_change_is_missed`,
//!   `what_is_not_seen_asks_for_no_frames`;
//! - a correction is announced with before and after: `a_correction_is_announced_for_a_while`.
//!
//! Not here: anything unreleased. A board's picture has no place for it.

mod act;
mod band;
mod ceremony;
mod column;
mod laurel;
mod lines;
mod ranking;
mod reveal;
mod seen;
mod stage;
mod table;
mod view;
mod welcome;

use ratatui::{
    buffer::Buffer,
    crossterm::event::{KeyCode, KeyEvent},
    layout::{Position, Rect},
};
use rust_decimal::Decimal;

use self::{act::Act, reveal::Pace, seen::Seen};
use super::{
    Effect, Scene, Screen, countdown,
    hall::{self, leave::Leave, message::Blink},
    keys::{Binding, HelpRow, Key, KeyTable, Offer},
};
use crate::{
    client::{LinkState, News},
    contest::{At, Ms, ProjectId},
    protocol::views::{BoardView, ReleasedLine},
    words::Words,
};

/// How long a page of a ranking stays: long enough to find one's own name.
const PAGE: Ms = Ms::seconds(8);

/// How long a released score is announced.
const ANNOUNCED: Ms = Ms::seconds(30);

/// The board of one room.
#[derive(Debug)]
pub struct BoardScreen {
    view: Option<Seen>,
    link: LinkState,
    /// When the present `view.released` came.
    announced: At,
    /// When the last of `view.bulletins` came; `None` for those that were there before this board.
    corrected: Option<At>,
    /// How long either is announced.
    announced_for: Ms,
    pages: Pages,
    /// How fast a score is revealed.
    pace: Pace,
    blink: Blink,
    leave: Leave,
    hints: hall::Hints,
}

/// Which page is shown, counted without end; a ranking takes it modulo the pages it has.
#[derive(Debug, Clone, Copy)]
struct Pages {
    /// The page that was shown at `since`.
    from: i64,
    since: At,
    /// How long a page stays.
    every: Ms,
}

#[derive(Debug, Clone, Copy)]
enum Action {
    Previous,
    Next,
    Help,
    Quit,
}

const KEYS: KeyTable<Action> = KeyTable(&[
    Binding {
        keys: &[Key::Code(KeyCode::Left), Key::Code(KeyCode::PageUp)],
        action: Action::Previous,
        words: "board-previous-page",
        hint: true,
    },
    Binding {
        keys: &[Key::Code(KeyCode::Right), Key::Code(KeyCode::PageDown)],
        action: Action::Next,
        words: "board-next-page",
        hint: true,
    },
    Binding { keys: &[Key::Char('?')], action: Action::Help, words: "board-help", hint: true },
    Binding {
        keys: &[Key::Char('q'), Key::Ctrl('c')],
        action: Action::Quit,
        words: "board-quit",
        hint: true,
    },
]);

impl BoardScreen {
    /// A board that has not heard from the hub yet.
    pub fn new() -> Self {
        Self {
            view: None,
            link: LinkState::Connecting,
            announced: At::default(),
            corrected: None,
            announced_for: ANNOUNCED,
            pages: Pages { from: 0, since: At::default(), every: PAGE },
            pace: Pace::at_speed(1),
            blink: Blink::at_speed(1),
            leave: Leave::default(),
            hints: hall::Hints::at_speed(1),
        }
    }

    fn see(&mut self, view: BoardView, now: At) {
        let announced = |view: &BoardView| view.released.as_ref().map(announcement);
        if announced(&view) != self.view.as_ref().and_then(|seen| announced(seen)) {
            self.announced = now;
        }
        let seen = self.view.as_ref().map_or(view.bulletins.len(), |it| it.bulletins.len());
        if seen < view.bulletins.len() {
            self.corrected = Some(now);
        }
        if self.view.as_ref().is_some_and(|before| before.ceremonies != view.ceremonies) {
            self.pages = Pages { from: 0, since: now, ..self.pages }; // Who was named last is seen.
        }
        if self.view.replace(Seen::of(view)).is_none() {
            self.hints.show(now);
        }
    }

    /// Whether the last released score is still being announced.
    fn announces(&self, now: At) -> bool {
        now < self.announced + self.announced_for
    }

    /// When the last correction is no longer announced.
    fn correction_ends(&self, now: At) -> Option<At> {
        self.corrected.map(|at| at + self.announced_for).filter(|end| now < *end)
    }

    /// When what is shown of a picture next changes by itself; only what is seen counts.
    fn next_change_of(&self, view: &BoardView, now: At) -> Option<At> {
        let act = Act::of(self, view, now);
        let clock = act.on_stage().and_then(|stage| countdown::public_clock(stage, now));
        let second = clock.and_then(|clock| countdown::next_change(clock, now));
        let pause = act.pause().and_then(|pause| hall::pause::next_change(pause, now));
        let turn = act.has_pages(view).then(|| self.pages.next_turn(now));
        let is_ranked = act.is_ranked(view);
        let is_fresh = is_ranked && view.released.is_some() && self.announces(now);
        let silence = is_fresh.then(|| self.announced + self.announced_for);
        let correction = self.correction_ends(now).filter(|_| is_ranked);
        let reveal = match act {
            Act::Reveal(Some(released)) => self.pace.next_change(released, now),
            _ => None,
        };
        let blink = act.message(view).and_then(|it| self.blink.next_change(it, now));
        [second, pause, turn, silence, correction, reveal, blink].into_iter().flatten().min()
    }

    fn turn(&mut self, by: i64, now: At) {
        self.pages = Pages { from: self.pages.at(now) + by, since: now, ..self.pages };
    }
}

/// What makes a release another one: a later one elsewhere may move its place.
fn announcement(released: &ReleasedLine) -> (ProjectId, Decimal) {
    (released.project.id.clone(), released.standing.score)
}

impl Pages {
    /// The page at an instant.
    fn at(self, now: At) -> i64 {
        self.from + (now - self.since).0.div_euclid(self.every.0)
    }

    /// When it turns next.
    fn next_turn(self, now: At) -> At {
        now + Ms(self.every.0 - (now - self.since).0.rem_euclid(self.every.0))
    }
}

impl Default for BoardScreen {
    fn default() -> Self {
        Self::new()
    }
}

impl Screen for BoardScreen {
    fn set_speed(&mut self, speed: u32) {
        let slowed = |span: Ms| Ms(span.0.saturating_mul(speed.into()));
        (self.announced_for, self.pages.every) = (slowed(ANNOUNCED), slowed(PAGE));
        (self.pace, self.blink) = (Pace::at_speed(speed), Blink::at_speed(speed));
        self.hints = self.hints.kept_at(speed);
    }

    fn hear(&mut self, news: &News, now: At) -> Vec<Effect> {
        match news {
            News::Link(link) => self.link = link.clone(),
            News::Picture(picture) => {
                // A picture that does not fit says nothing new; the last one stays.
                if let Ok(view) = picture.read::<BoardView>() {
                    self.see(view, now);
                }
            }
            News::Granted { .. } | News::Refused { .. } => (), // A board asks for nothing.
        }
        Vec::new()
    }

    fn press(&mut self, key: KeyEvent, now: At) -> Vec<Effect> {
        if Key::pressed(key).is_none() {
            return Vec::new();
        }
        self.hints.show(now);
        if let Some(effects) = self.leave.reply(key) {
            return effects;
        }
        match KEYS.find(key) {
            Some(Action::Quit) => self.leave.ask(),
            Some(Action::Help) => return vec![Effect::Help],
            Some(Action::Previous) => self.turn(-1, now),
            Some(Action::Next) => self.turn(1, now),
            None => return vec![Effect::NoSuchKey],
        }
        Vec::new()
    }

    fn help(&self, words: &Words) -> Vec<HelpRow> {
        KEYS.help(words, |_| true)
    }

    fn offers(&self, words: &Words, _now: At) -> Vec<Offer> {
        KEYS.offers(words, |action| view::can_be_done(self, action))
    }

    fn draw(&self, scene: &Scene<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        view::draw(self, scene, area, buf);
        None
    }

    fn next_change(&self, now: At) -> Option<At> {
        let view = self.view.as_ref().and_then(|view| self.next_change_of(view, now));
        [view, self.hints.next_change(now), hall::next_age(&self.link, now)]
            .into_iter()
            .flatten()
            .min()
    }
}

#[cfg(test)]
mod tests;
