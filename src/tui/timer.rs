//! The presenter's countdown: how long yet, in digits that are read from ten metres, a line from the
//! host, and a bell.
//!
//! What always holds, and the test that guards it:
//!
//! - the bell rings once at the first warning, twice at the second, and long at zero:
//!   `a_later_warning_rings_more_often`;
//! - it rings at each warning and at zero, once per clock, whatever the link does meanwhile:
//!   `the_bell_rings_once_at_each_warning_and_at_zero`, `a_lost_link_rings_nothing_again`;
//! - whoever comes late hears nothing of what is past: `a_late_timer_rings_only_what_is_ahead`;
//! - it asks for a frame at each change: `no_change_is_missed`.
//!
//! Not here: scores. A timer's picture has none.

mod bell;
mod view;

use ratatui::{
    buffer::Buffer,
    crossterm::event::KeyEvent,
    layout::{Position, Rect},
};

use self::bell::Bell;
use super::{
    Effect, Scene, Screen, countdown,
    hall::{self, leave::Leave, message::Blink},
    keys::{Binding, HelpRow, Key, KeyTable, Offer},
};
use crate::{
    client::{LinkState, News},
    contest::At,
    protocol::views::{StageLine, TimerView},
    words::Words,
};

/// The countdown of one room.
#[derive(Debug)]
pub struct TimerScreen {
    view: Option<TimerView>,
    link: LinkState,
    bell: Bell,
    blink: Blink,
    leave: Leave,
    hints: hall::Hints,
}

#[derive(Debug, Clone, Copy)]
enum Action {
    Help,
    Quit,
}

const KEYS: KeyTable<Action> = KeyTable(&[
    Binding { keys: &[Key::Char('?')], action: Action::Help, words: "timer-help", hint: true },
    Binding {
        keys: &[Key::Char('q'), Key::Ctrl('c')],
        action: Action::Quit,
        words: "timer-quit",
        hint: true,
    },
]);

impl TimerScreen {
    /// A timer that has not heard from the hub yet.
    pub fn new() -> Self {
        Self {
            view: None,
            link: LinkState::Connecting,
            bell: Bell::default(),
            blink: Blink::at_speed(1),
            leave: Leave::default(),
            hints: hall::Hints::at_speed(1),
        }
    }

    fn stage(&self) -> Option<&StageLine> {
        self.view.as_ref()?.stage.as_ref()
    }
}

impl Default for TimerScreen {
    fn default() -> Self {
        Self::new()
    }
}

impl Screen for TimerScreen {
    fn set_speed(&mut self, speed: u32) {
        self.blink = Blink::at_speed(speed);
        self.hints = self.hints.kept_at(speed);
    }

    fn hear(&mut self, news: &News, now: At) -> Vec<Effect> {
        match news {
            News::Link(link) => self.link = link.clone(),
            News::Picture(picture) => {
                // A picture that does not fit says nothing new; the clock goes on.
                if let Ok(view) = picture.read::<TimerView>()
                    && self.view.replace(view).is_none()
                {
                    self.hints.show(now);
                }
            }
            News::Granted { .. } | News::Refused { .. } => (), // A timer asks for nothing.
        }
        self.tick(now)
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
            None => return vec![Effect::NoSuchKey],
        }
        Vec::new()
    }

    fn tick(&mut self, now: At) -> Vec<Effect> {
        let stage = self.view.as_ref().and_then(|view| view.stage.as_ref());
        self.bell.rings(stage, now).map(Effect::Ring).into_iter().collect()
    }

    fn help(&self, words: &Words) -> Vec<HelpRow> {
        KEYS.help(words, |_| true)
    }

    fn offers(&self, words: &Words, _now: At) -> Vec<Offer> {
        KEYS.offers(words, |_| true)
    }

    fn draw(&self, scene: &Scene<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        view::draw(self, scene, area, buf);
        None
    }

    fn next_change(&self, now: At) -> Option<At> {
        let view = self.view.as_ref();
        let clock = self.stage().and_then(|stage| countdown::public_clock(stage, now));
        let second = clock.and_then(|clock| countdown::next_change(clock, now));
        let pause = view.and_then(|view| view.pause.as_ref()).filter(|_| clock.is_none());
        let pause = pause.and_then(|pause| hall::pause::next_change(pause, now));
        let message = view.and_then(|view| view.message.as_ref());
        let blink = message.and_then(|message| self.blink.next_change(message, now));
        let hints = self.hints.next_change(now);
        [second, pause, blink, hints, hall::next_age(&self.link, now)].into_iter().flatten().min()
    }
}

#[cfg(test)]
mod tests;
