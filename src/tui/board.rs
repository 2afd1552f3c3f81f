//! The projected board: who is on stage and how long yet, the rankings as far as they are
//! released, and in the end the awards.
//!
//! What always holds, and the test that guards it:
//!
//! - pages turn by the hub's time, so drawing changes nothing: `pages_turn_by_themselves`;
//! - a score is announced for a while and then stands in the ranking only:
//!   `a_released_score_is_announced_for_a_while`;
//! - a correction is announced with before and after: `a_correction_is_announced_for_a_while`.
//!
//! Not here: anything unreleased. A board's picture has no place for it.

mod act;
mod band;
mod ranking;
mod table;
mod view;

use ratatui::{
    buffer::Buffer,
    crossterm::event::{KeyCode, KeyEvent},
    layout::{Position, Rect},
};
use rust_decimal::Decimal;
use serde_json::Value;

use super::{
    Effect, Scene, Screen, countdown, hall,
    keys::{Binding, Key, KeyTable, Offer},
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
    view: Option<BoardView>,
    link: LinkState,
    /// When the present `view.released` came.
    announced: At,
    /// When the last of `view.bulletins` came; `None` for those that were there before this board.
    corrected: Option<At>,
    /// How long either is announced.
    announced_for: Ms,
    pages: Pages,
    help: bool,
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
        Self::at_speed(1)
    }

    /// The same for a hub whose time runs so many times as fast, where people read no faster.
    pub fn at_speed(speed: u32) -> Self {
        let slowed = |span: Ms| Ms(span.0.saturating_mul(speed.into()));
        Self {
            view: None,
            link: LinkState::Connecting,
            announced: At::default(),
            corrected: None,
            announced_for: slowed(ANNOUNCED),
            pages: Pages { from: 0, since: At::default(), every: slowed(PAGE) },
            help: false,
            hints: hall::Hints::at_speed(speed),
        }
    }

    fn see(&mut self, view: BoardView, now: At) {
        let announced = |view: &BoardView| view.released.as_ref().map(announcement);
        if announced(&view) != self.view.as_ref().and_then(announced) {
            self.announced = now;
        }
        let seen = self.view.as_ref().map_or(view.bulletins.len(), |it| it.bulletins.len());
        if seen < view.bulletins.len() {
            self.corrected = Some(now);
        }
        if self.view.replace(view).is_none() {
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
    fn hear(&mut self, news: &News, now: At) -> Vec<Effect> {
        match news {
            News::Link(link) => self.link = link.clone(),
            News::Picture(picture) => {
                // A picture that does not fit says nothing new; the last one stays.
                if let Ok(view) = serde_json::from_value(Value::Object(picture.clone())) {
                    self.see(view, now);
                }
            }
            News::Granted { .. } | News::Refused { .. } => (), // A board asks for nothing.
        }
        Vec::new()
    }

    fn press(&mut self, key: KeyEvent, now: At) -> Vec<Effect> {
        let Some(pressed) = Key::pressed(key) else { return Vec::new() };
        self.hints.show(now);
        let closes_help = std::mem::take(&mut self.help);
        match KEYS.find(key) {
            Some(Action::Quit) if !closes_help || pressed == Key::Ctrl('c') => {
                return vec![Effect::Quit];
            }
            Some(Action::Help) => self.help = !closes_help,
            Some(Action::Previous) if !closes_help => self.turn(-1, now),
            Some(Action::Next) if !closes_help => self.turn(1, now),
            None if !closes_help => return vec![Effect::NoSuchKey],
            _ => (),
        }
        Vec::new()
    }

    fn offers(&self, words: &Words) -> Vec<Offer> {
        KEYS.offers(words, |action| view::can_be_done(self, action))
    }

    fn draw(&self, scene: &Scene<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        view::draw(self, scene, area, buf);
        None
    }

    fn next_change(&self, now: At) -> Option<At> {
        let view = self.view.as_ref();
        let stage = view.and_then(|view| view.stage.as_ref());
        let clock = stage.and_then(|stage| countdown::public_clock(stage, now));
        let second = clock.and_then(|clock| countdown::next_change(clock, now));
        let ranked = view.is_some_and(|view| view.groups.iter().any(|it| !it.standings.is_empty()));
        let turn = ranked.then(|| self.pages.next_turn(now));
        let released = view.is_some_and(|view| view.released.is_some());
        let silence =
            (released && self.announces(now)).then(|| self.announced + self.announced_for);
        let hints = self.hints.next_change(now);
        let correction = self.correction_ends(now);
        [second, turn, silence, correction, hints, hall::next_age(&self.link, now)]
            .into_iter()
            .flatten()
            .min()
    }
}

#[cfg(test)]
mod tests;
