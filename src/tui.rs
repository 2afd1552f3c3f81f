//! What people see. A screen keeps what it was told, answers keys with effects, and draws itself as
//! a function of both; it reads no clock and no socket.

mod anywhere;
pub mod board;
mod bulletin;
mod cells;
pub mod clerk;
mod countdown;
pub mod dialog;
pub mod digits;
pub mod door;
pub mod frame;
mod hall;
pub mod host;
mod journal;
pub mod judge;
pub mod keys;
mod large;
mod palette;
mod points;
mod reason;
pub mod ring;
pub mod run;
#[cfg(test)]
pub(crate) mod screen;
mod standings;
mod storage;
pub mod supervisor;
pub mod terminal;
pub mod text;
pub mod theme;
pub mod timer;
mod wall;

use ratatui::{
    buffer::Buffer,
    crossterm::event::{KeyEvent, MouseEvent},
    layout::{Position, Rect},
};
use uuid::Uuid;

use crate::{
    client::{LinkState, News},
    contest::{At, Seat, Wish},
    words::Words,
};

/// Something a screen wants done; the loop that runs it does it.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Ask the hub. The screen minted the id, so that it knows the answer when it comes.
    Ask {
        /// The wish's id.
        id: Uuid,
        /// The wish.
        wish: Wish,
    },
    /// Go to another seat that the same pass is for.
    GoTo(Seat),
    /// Beep: the key cannot be obeyed, or the hub has refused.
    Bell,
    /// Ring the bell of a countdown.
    Ring(ring::Ring),
    /// Say that the key which was pressed is none of the screen's.
    NoSuchKey,
    /// Show what every key does.
    Help,
    /// Close the screen.
    Quit,
}

/// What every frame is drawn with.
#[derive(Clone, Copy)]
pub struct Scene<'a> {
    /// Texts in the reader's language.
    pub words: &'a Words,
    /// Colours and borders by meaning.
    pub theme: &'a theme::Theme,
    /// Hub time of this frame.
    pub now: At,
    /// How the link is.
    pub link: &'a LinkState,
}

/// One of the program's screens.
pub trait Screen: Send {
    /// Learns how many times as fast as the wall clock the hub's time runs, before anything else and
    /// when that changes. Whatever is for a finger or for eyes takes so many times as long in hub time.
    fn set_speed(&mut self, _speed: u32) {}
    /// Takes in what the link says.
    fn hear(&mut self, news: &News, now: At) -> Vec<Effect>;
    /// Answers a key press.
    fn press(&mut self, key: KeyEvent, now: At) -> Vec<Effect>;
    /// Takes in text from an input method or the clipboard.
    fn paste(&mut self, _text: &str) {}
    /// What every one of its keys does, for the help; from the screen's own key table.
    fn help(&self, words: &Words) -> Vec<keys::HelpRow>;
    /// What can be done now, for the menu; from the screen's own key table.
    fn offers(&self, _words: &Words, _now: At) -> Vec<keys::Offer> {
        Vec::new()
    }
    /// Whether it wants the mouse; the terminal then no longer selects text with it.
    fn takes_mouse(&self) -> bool {
        false
    }
    /// Answers a click or the wheel on what it has drawn of that scene into that area.
    fn point(&mut self, _event: MouseEvent, _scene: &Scene<'_>, _area: Rect) -> Vec<Effect> {
        Vec::new()
    }
    /// Draws one frame into an area of any size; the cursor's place, where something is being typed.
    fn draw(&self, scene: &Scene<'_>, area: Rect, buf: &mut Buffer) -> Option<Position>;
    /// When the picture next changes by itself, in hub time; `None` while nothing counts.
    fn next_change(&self, now: At) -> Option<At>;
    /// Notices that such an instant has come, before the frame is drawn; most screens have nothing to
    /// do then.
    fn tick(&mut self, _now: At) -> Vec<Effect> {
        Vec::new()
    }
}
