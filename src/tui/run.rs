//! The loop that runs screens: takes in keys, news and time, carries out effects, draws.
//!
//! It draws when something has changed and when a second that is shown has passed, at most thirty
//! times a second, and otherwise sleeps. What changes while a frame is being drawn is in the next one, and
//! keys that wait together are in one: `what_changes_while_a_frame_is_drawn_is_in_the_next_frame`,
//! `keys_that_wait_together_are_one_frame` in `tests/terminal.rs`.
//!
//! One or several stations may be open; one of them is shown, and only that one rings. What every
//! screen has is here: the menu, the language, the look, the line about a lost link, the band of a
//! rehearsal, the book of heads, the bell.

mod draw;
mod guide;
mod heads;
mod notice;
mod rehearsal;
mod station;

use std::{future::poll_fn, io, mem, task::Poll, time::Duration};

use futures_util::StreamExt;
use ratatui::crossterm::event::{Event, EventStream, KeyEvent, MouseEvent, MouseEventKind};
use serde_json::Value;
use tokio::time::{Instant, sleep_until};

pub use self::{
    guide::{Guide, NoGuide, Turn},
    heads::{HeadBook, SeenHead},
    station::Station,
};
use self::{notice::Notice, station::Rest};
use super::{
    Effect, Scene,
    anywhere::{self, Anywhere},
    hall,
    keys::{Key, Offer},
    palette::{Palette, Reply},
    ring::{Bell, Ring},
    terminal::Terminal,
    theme::{Look, Theme},
};
use crate::{
    client::{LinkState, News},
    words::{Lang, Words},
};

/// The longest sleep while nothing counts.
const NAP: Duration = Duration::from_secs(3600);

/// The least time from one frame to the next: what comes in a burst is one picture.
const FRAME: Duration = Duration::from_millis(33);

/// Which language to speak.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Speech {
    /// As the reader has asked.
    Fixed(Lang),
    /// The session's, as soon as it is known.
    OfSession,
}

/// Something else than the terminal that rings. It must not block.
pub type Sounder = Box<dyn Fn(Ring)>;

/// How screens look, speak and sound.
pub struct Manner {
    /// Colours, lines and signs.
    pub look: Look,
    /// Whether there are colours at all.
    pub colours: bool,
    /// The language.
    pub speech: Speech,
    /// Whether the terminal's bell is heard. The screen flashes in any case.
    pub sound: bool,
    /// What rings besides.
    pub sounder: Option<Sounder>,
}

/// Everything that is open.
pub struct Stations<G> {
    open: Vec<Station>,
    guide: G,
    manner: Manner,
    theme: Theme,
    words: Words,
    menu: Option<Palette>,
    /// Whether all keys are shown.
    help: bool,
    notice: Option<Notice>,
    bell: Bell,
}

/// What woke the loop.
enum Wake {
    Event(Option<io::Result<Event>>),
    News(usize, Option<News>),
    Time,
}

/// What is to be done about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Then {
    /// Nothing that could be seen.
    Sleep,
    Draw,
    Quit,
}

impl<G: Guide> Stations<G> {
    /// Opens stations; the guide says which one is shown.
    pub fn new(open: Vec<Station>, guide: G, manner: Manner) -> Self {
        let lang = match manner.speech {
            Speech::Fixed(lang) => lang,
            Speech::OfSession => Lang::Zh,
        };
        let (theme, words) = (manner.look.theme(manner.colours), Words::new(lang));
        let bell = Bell::default();
        Self { open, guide, manner, theme, words, menu: None, help: false, notice: None, bell }
    }

    /// Runs until somebody closes the screen, the terminal goes away, or `stop` resolves.
    ///
    /// # Errors
    ///
    /// When the terminal fails, or a link has broken down by a bug.
    pub async fn run(
        mut self,
        terminal: &mut Terminal,
        stop: impl Future<Output = ()>,
    ) -> io::Result<()> {
        if let Some(key) = self.guide.greeting() {
            self.notice = Some(Notice::greeting(self.words.say(key), Instant::now()));
        }
        let mut events = EventStream::new();
        tokio::pin!(stop);
        loop {
            self.open.iter_mut().for_each(Station::keep_pace);
            if self.take_time(terminal)? == Then::Quit {
                return Ok(());
            }
            self.draw(terminal)?;
            let next_frame = Instant::now() + FRAME;
            let mut is_drawn = true;
            loop {
                let change = self.next_change();
                // Everything that is there already is taken in before the next frame.
                let wake = tokio::select! {
                    biased;
                    () = &mut stop => return Ok(()),
                    event = events.next() => Wake::Event(event),
                    (station, news) = next_news(&mut self.open) => Wake::News(station, news),
                    () = sleep_until(next_frame), if !is_drawn => break,
                    () = sleep_until(change), if is_drawn => Wake::Time,
                };
                match self.take(wake, terminal)? {
                    Then::Quit => return Ok(()),
                    Then::Draw => is_drawn = false,
                    Then::Sleep => (),
                }
            }
        }
    }

    fn take(&mut self, wake: Wake, terminal: &mut Terminal) -> io::Result<Then> {
        match wake {
            Wake::Event(None) => Ok(Then::Quit),
            Wake::Event(Some(event)) => self.take_event(event?, terminal),
            Wake::News(_, None) => Err(io::Error::other("the link to the hub has broken down")),
            Wake::News(at, Some(news)) => self.take_news(at, &news, terminal),
            Wake::Time => Ok(Then::Draw),
        }
    }

    fn take_event(&mut self, event: Event, terminal: &mut Terminal) -> io::Result<Then> {
        match event {
            Event::Key(key) if key.is_press() => return self.press(key, terminal),
            Event::Key(_) => return Ok(Then::Sleep),
            Event::Paste(text) => match (&mut self.menu, self.open.get_mut(self.guide.shown())) {
                (Some(menu), _) => menu.paste(&text),
                (None, Some(station)) => station.screen.paste(&text),
                (None, None) => (),
            },
            // A window that was small for a moment and has its size again has lost what it showed.
            Event::Resize(..) => terminal.wipe()?,
            Event::Mouse(event) if self.menu.is_none() => return self.point(event, terminal),
            _ => (),
        }
        Ok(Then::Draw)
    }

    fn take_news(&mut self, at: usize, news: &News, terminal: &mut Terminal) -> io::Result<Then> {
        let speaks_anew = self.learn_language(news);
        let is_shown = at == self.guide.shown();
        let Some(station) = self.open.get_mut(at) else { return Ok(Then::Sleep) };
        // A link that is up and measured anew looks the same.
        let is_up = |link: &LinkState| matches!(link, LinkState::Up { .. });
        let is_ping = matches!(news, News::Link(link) if is_up(link)) && is_up(&station.link);
        let effects = station.hear(news);
        let is_seen = speaks_anew || is_shown && !(is_ping && effects.is_empty());
        let then = self.carry_out(at, effects, terminal)?;
        Ok(if is_seen || then == Then::Quit { then } else { Then::Sleep })
    }

    /// Brings everything to the present, before it is drawn: a time between the two would be missed.
    fn take_time(&mut self, terminal: &mut Terminal) -> io::Result<Then> {
        let now = Instant::now();
        if self.bell.go_on(now) {
            self.sound(terminal)?;
        }
        self.notice.take_if(|notice| notice.until <= now);
        for at in 0..self.open.len() {
            let Some(station) = self.open.get_mut(at) else { continue };
            station.seen = station.now();
            let effects = station.screen.tick(station.seen);
            if self.carry_out(at, effects, terminal)? == Then::Quit {
                return Ok(Then::Quit);
            }
        }
        Ok(Then::Draw)
    }

    /// A key is the menu's while that is open, then one of every screen's, the guide's, the screen's.
    fn press(&mut self, key: KeyEvent, terminal: &mut Terminal) -> io::Result<Then> {
        self.notice = None;
        if let Some(menu) = &mut self.menu {
            match menu.press(key) {
                Reply::Open => return Ok(Then::Draw),
                Reply::Close => self.menu = None,
                Reply::Press(key) => {
                    self.menu = None;
                    return self.press(key, terminal);
                }
            }
            return Ok(Then::Draw);
        }
        let again = anywhere::UNSEATED.find(key).filter(|_| self.is_unseated());
        match again.or_else(|| anywhere::KEYS.find(key)) {
            Some(act) => self.act(act, terminal).map(|()| Then::Draw),
            // Any key closes the help, and only Ctrl-C does more.
            None if mem::take(&mut self.help) && Key::pressed(key) != Some(Key::Ctrl('c')) => {
                Ok(Then::Draw)
            }
            None => self.press_below(key, terminal),
        }
    }

    /// Whether another terminal has taken the seat of the shown screen.
    fn is_unseated(&self) -> bool {
        self.open.get(self.guide.shown()).is_some_and(Station::is_unseated)
    }

    fn act(&mut self, act: Anywhere, terminal: &mut Terminal) -> io::Result<()> {
        match act {
            Anywhere::Menu => {
                self.help = false;
                self.menu = Some(self.whole_menu());
            }
            Anywhere::Language => {
                let lang = self.words.lang().other();
                self.manner.speech = Speech::Fixed(lang);
                self.words = Words::new(lang);
            }
            Anywhere::Look => {
                self.manner.look = self.manner.look.next();
                self.theme = self.manner.look.theme(self.manner.colours);
                self.note(self.words.say(self.manner.look.words()));
            }
            Anywhere::Again => {
                if let Some(station) = self.open.get(self.guide.shown()) {
                    station.client.try_again();
                }
            }
            Anywhere::Redraw => terminal.wipe()?,
        }
        Ok(())
    }

    fn note(&mut self, text: String) {
        self.notice = Some(Notice::new(text, Instant::now()));
    }

    fn press_below(&mut self, key: KeyEvent, terminal: &mut Terminal) -> io::Result<Then> {
        let effects = match self.guide.press(key) {
            Turn::Quit => return Ok(Then::Quit),
            Turn::Taken => return Ok(Then::Draw),
            Turn::Refused(why) => {
                self.note(self.words.say(why));
                return Ok(Then::Draw);
            }
            Turn::Passed => match self.open.get_mut(self.guide.shown()) {
                Some(station) => station.screen.press(key, station.now()),
                None => return Ok(Then::Quit),
            },
        };
        if effects.contains(&Effect::NoSuchKey)
            && let Some(key) = Key::pressed(key)
        {
            let name = [("key", key.name(&self.words).into())];
            self.note(self.words.tell("key-does-nothing", &name));
        }
        self.carry_out(self.guide.shown(), effects, terminal)
    }

    /// All that can be done now, in both languages.
    fn whole_menu(&self) -> Palette {
        let offers = |words: &Words| -> Vec<Offer> {
            let screen = self.open.get(self.guide.shown());
            let screen = screen.map(|it| it.screen.offers(words, it.now()));
            let of_screen = screen.unwrap_or_default().into_iter();
            let of_unseated = anywhere::UNSEATED.offers(words, |_| self.is_unseated());
            let of_all = anywhere::KEYS.offers(words, |act| act != Anywhere::Menu);
            let passed = of_screen.filter(|it| self.guide.passes(it.press));
            passed.chain(of_unseated).chain(self.guide.offers(words)).chain(of_all).collect()
        };
        Palette::new(offers(&self.words), offers(&Words::new(self.words.lang().other())))
    }

    fn point(&mut self, event: MouseEvent, terminal: &mut Terminal) -> io::Result<Then> {
        let shown = self.guide.shown();
        let [_, body, ..] = self.parts(terminal.area()?);
        let Some(station) = self.open.get_mut(shown) else { return Ok(Then::Quit) };
        if !station.screen.takes_mouse() {
            return Ok(Then::Sleep);
        }
        if self.help {
            self.help = !matches!(event.kind, MouseEventKind::Down(_));
            return Ok(Then::Draw);
        }
        let (link, now) = (station.link.clone(), station.seen);
        let scene = Scene { words: &self.words, theme: &self.theme, now, link: &link };
        let effects = station.screen.point(event, &scene, body);
        self.carry_out(shown, effects, terminal)
    }

    fn carry_out(
        &mut self,
        at: usize,
        effects: Vec<Effect>,
        terminal: &mut Terminal,
    ) -> io::Result<Then> {
        let Some(station) = self.open.get_mut(at) else { return Ok(Then::Sleep) };
        let Rest { quit, ring, beep, help } = station.carry_out(effects);
        if at == self.guide.shown() {
            self.help |= help;
            if let Some(ring) = ring {
                self.bell.ring(ring, Instant::now());
                if let Some(sounder) = self.manner.sounder.as_ref().filter(|_| self.manner.sound) {
                    sounder(ring);
                }
            }
            if beep || ring.is_some() {
                self.sound(terminal)?;
            }
        }
        Ok(if quit { Then::Quit } else { Then::Draw })
    }

    /// Rings the terminal's bell, unless it is to be quiet.
    fn sound(&self, terminal: &mut Terminal) -> io::Result<()> {
        if self.manner.sound { terminal.bell() } else { Ok(()) }
    }

    /// Until when nothing changes by itself, seen from the last frame.
    fn next_change(&self) -> Instant {
        let now = Instant::now();
        let shown = self.guide.shown();
        let of_stations = self.open.iter().enumerate().filter_map(|(at, station)| {
            let age = hall::next_age(&station.link, station.seen).filter(|_| at == shown);
            let next = station.screen.next_change(station.seen).into_iter().chain(age).min()?;
            Some(now + station.client.time().until(next))
        });
        let notice = self.notice.as_ref().map(|notice| notice.until);
        let bar = self.guide.stays().map(|stays| now + stays);
        let own = self.bell.next_change().into_iter().chain(notice).chain(bar);
        of_stations.chain(own).min().unwrap_or(now + NAP)
    }

    /// Takes up the session's language, where nobody has asked for another; whether it is a new one.
    fn learn_language(&mut self, news: &News) -> bool {
        let News::Picture(sections) = news else { return false };
        if self.manner.speech != Speech::OfSession {
            return false;
        }
        let session: Option<Value> = sections.part("session");
        let lang: Option<Lang> = session.and_then(|it| it.get("language")?.as_str()?.parse().ok());
        let Some(lang) = lang.filter(|lang| *lang != self.words.lang()) else { return false };
        self.words = Words::new(lang);
        true
    }
}

/// The next news of any station; nothing once its link has broken down.
async fn next_news(stations: &mut [Station]) -> (usize, Option<News>) {
    poll_fn(|cx| {
        for (at, station) in stations.iter_mut().enumerate() {
            if let Poll::Ready(news) = station.news.poll_recv(cx) {
                return Poll::Ready((at, news));
            }
        }
        Poll::Pending
    })
    .await
}
