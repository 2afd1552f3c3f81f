//! What a host types: a message, how long a break takes, what is to be left on a clock.
//!
//! A digit puts a prepared message in and Enter sends it, as with reasons:
//! `a_prepared_message_is_seen_before_it_is_sent`.

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use super::question::Question;
use crate::{
    contest::{Audience, LONGEST_MESSAGE, Ms, Phase, ProjectId, RoomId, Text, Wish},
    tui::{dialog::Input, keys::Key},
    words::{Lang, Words},
};

/// How many messages are prepared for each audience.
pub(super) const PREPARED: usize = 5;

/// The most characters of a time.
const LONGEST_TIME: usize = 6;

/// How many minutes a break takes, where nothing else is typed.
const USUAL_BREAK: &str = "10";

/// The longest break, in minutes: a day.
const LONGEST_BREAK: i64 = 24 * 60;

/// Something that is being typed.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Typed {
    /// What it is for.
    pub(super) of: Purpose,
    /// The text so far.
    pub(super) input: Input,
    /// Whether a message is to blink.
    pub(super) blink: bool,
    /// Whether nobody has typed at it: another digit puts another line in.
    whole: bool,
}

/// What something is typed for.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Purpose {
    /// A message to people in the room.
    Message(RoomId, Audience),
    /// How many minutes a break takes.
    Break(RoomId),
    /// What is to be left on the clock of a phase, at most so much.
    Left(ProjectId, Phase, Ms),
}

impl Typed {
    /// Asks for a message.
    pub(super) fn message(room: RoomId, to: Audience) -> Self {
        Self::of(Purpose::Message(room, to), LONGEST_MESSAGE, "")
    }

    /// Asks how long a break takes.
    pub(super) fn pause(room: RoomId) -> Self {
        Self::of(Purpose::Break(room), LONGEST_TIME, USUAL_BREAK)
    }

    /// Asks what is to be left on a clock.
    pub(super) fn left(project: ProjectId, phase: Phase, most: Ms) -> Self {
        Self::of(Purpose::Left(project, phase, most), LONGEST_TIME, "")
    }

    fn of(of: Purpose, longest: usize, text: &str) -> Self {
        let mut input = Input::new(longest);
        input.insert(text);
        Self { of, input, blink: false, whole: true }
    }

    /// Whether it is a message, which may blink.
    pub(super) fn is_message(&self) -> bool {
        matches!(self.of, Purpose::Message(..))
    }

    /// Takes a key. `language` is the session's: the hall reads it, whatever the screen speaks.
    pub(super) fn take(&mut self, key: KeyEvent, language: &str) {
        let of_time = |c: char| c.is_ascii_digit() || c == ':';
        match (&self.of, Key::pressed(key)) {
            (Purpose::Message(_, to), Some(Key::Char(digit))) if self.is_whole() => {
                let words = Words::of_session(language);
                match at(digit).and_then(|at| prepared(&words, *to).into_iter().nth(at)) {
                    Some(text) => *self = Self { blink: self.blink, ..self.filled(&text) },
                    None => self.types(key),
                }
            }
            (Purpose::Message(..), _) => self.types(key),
            // A length that is suggested gives way to the first digit.
            (_, Some(Key::Char(c))) if of_time(c) && self.whole => {
                *self = self.filled("");
                self.types(KeyCode::Char(c).into());
            }
            (_, Some(Key::Char(c))) if of_time(c) => self.types(KeyCode::Char(c).into()),
            (_, Some(Key::Char(_))) => (),
            _ => self.types(key),
        }
    }

    /// Takes a pasted text.
    pub(super) fn paste(&mut self, text: &str) {
        self.input.insert(text);
        self.whole = false;
    }

    /// The text that says what it takes.
    pub(super) fn needed(&self) -> &'static str {
        match &self.of {
            Purpose::Message(..) => "host-say-needed",
            Purpose::Break(_) => "host-break-needed",
            Purpose::Left(..) => "host-left-needed",
        }
    }

    /// What comes of it once it is complete.
    pub(super) fn answered(&self) -> Option<Question> {
        let text = self.input.text();
        let text = text.trim();
        match &self.of {
            Purpose::Message(room, to) => {
                let (room, to, text, blink) = (room.clone(), *to, text.to_owned(), self.blink);
                let says = self.input.is_complete();
                says.then_some(Question::Now(Wish::Say { room, to, text, blink }))
            }
            Purpose::Break(room) => {
                let minutes: i64 =
                    text.parse().ok().filter(|it| (1..=LONGEST_BREAK).contains(it))?;
                let name = Text { zh: unplanned(Lang::Zh), en: unplanned(Lang::En) };
                let length = Ms::seconds(minutes * 60);
                Some(Question::Now(Wish::TakeBreak { room: room.clone(), name, length }))
            }
            Purpose::Left(project, phase, most) => {
                let left = time(text).filter(|left| left <= most)?;
                let (project, phase, reason) = (project.clone(), *phase, String::new());
                Some(Question::why(Wish::SetClock { project, phase, left, reason }))
            }
        }
    }

    fn is_whole(&self) -> bool {
        self.whole || self.input.text().is_empty()
    }

    fn filled(&self, text: &str) -> Self {
        let longest = if self.is_message() { LONGEST_MESSAGE } else { LONGEST_TIME };
        Self::of(self.of.clone(), longest, text)
    }

    fn types(&mut self, key: KeyEvent) {
        self.input.update(key);
        self.whole = false;
    }
}

/// What a break is called that nobody has planned.
fn unplanned(lang: Lang) -> String {
    Words::new(lang).say("host-break")
}

/// The messages that are prepared for an audience, in order.
pub(super) fn prepared(words: &Words, to: Audience) -> [String; PREPARED] {
    std::array::from_fn(|at| words.say(&format!("host-say-{}-{}", word(to), at + 1)))
}

/// The word of an audience.
pub(super) fn word(to: Audience) -> &'static str {
    match to {
        Audience::Stage => "stage",
        Audience::Judges => "judges",
        Audience::Board => "board",
    }
}

/// The place of a digit, from 1.
fn at(digit: char) -> Option<usize> {
    usize::try_from(digit.to_digit(10)?).ok()?.checked_sub(1)
}

/// `4:30` or `4`: minutes, and seconds below 60.
fn time(text: &str) -> Option<Ms> {
    let (minutes, seconds) = text.split_once(':').unwrap_or((text, "0"));
    let [minutes, seconds] = [minutes, seconds].map(|it| it.parse::<u16>().ok());
    let (minutes, seconds) = (minutes?, seconds.filter(|it| *it < 60)?);
    Some(Ms::seconds(i64::from(minutes) * 60 + i64::from(seconds)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_minutes_or_minutes_and_seconds() {
        for (text, seconds) in [("4:30", Some(270)), ("4", Some(240)), ("0:05", Some(5))] {
            assert_eq!(time(text), seconds.map(Ms::seconds), "{text}");
        }
        for text in ["", ":", "4:60", ":30", "4:", "-1", "1:2:3", "99999"] {
            assert_eq!(time(text), None, "{text}");
        }
    }
}
