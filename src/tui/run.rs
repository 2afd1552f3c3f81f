//! The loop that runs screens: takes in keys, news and time, carries out effects, draws.
//!
//! It draws when something has changed and when a second that is shown has passed, and otherwise
//! sleeps. One or several stations may be open; one of them is shown.

use std::{future::poll_fn, io, task::Poll, time::Duration};

use futures_util::{StreamExt, future::poll_immediate};
use ratatui::{
    crossterm::event::{Event, EventStream, KeyEvent, MouseEvent},
    layout::{Constraint, Layout, Rect},
    text::Line,
    widgets::Widget,
};
use tokio::{sync::mpsc, time::sleep};

use super::{Effect, Scene, Screen, terminal::Terminal, theme::Theme};
use crate::{
    client::{Client, LinkState, News},
    contest::Refusal,
    words::{Lang, Words},
};

/// The longest sleep while nothing counts.
const NAP: Duration = Duration::from_secs(3600);

/// A screen with its link.
pub struct Station {
    screen: Box<dyn Screen>,
    client: Client,
    news: mpsc::Receiver<News>,
    link: LinkState,
}

impl Station {
    /// A screen that listens to this link.
    pub fn new(screen: Box<dyn Screen>, (client, news): (Client, mpsc::Receiver<News>)) -> Self {
        Self { screen, client, news, link: LinkState::Connecting }
    }

    fn hear(&mut self, news: &News) -> Vec<Effect> {
        if let News::Link(link) = news {
            self.link = link.clone();
        }
        self.screen.hear(news, self.client.time().now())
    }

    /// Carries out effects; whether the screen wants to close.
    fn carry_out(&mut self, effects: Vec<Effect>, terminal: &mut Terminal) -> io::Result<bool> {
        let mut quit = false;
        for effect in effects {
            match effect {
                Effect::Ask { id, wish } => {
                    if self.client.ask(id, wish).is_err() {
                        let refusal = Refusal::NotSent;
                        let now = self.client.time().now();
                        self.screen.hear(&News::Refused { id, refusal }, now);
                    }
                }
                Effect::Bell => terminal.bell()?,
                Effect::Quit => quit = true,
            }
        }
        Ok(quit)
    }
}

/// Keys and a bar above all screens, for a program that shows several.
pub trait Guide {
    /// Takes a key before the screen gets it.
    fn press(&mut self, key: KeyEvent) -> Turn;
    /// The bar at the foot of the terminal.
    fn bar(&self, words: &Words, theme: &Theme, columns: u16) -> Line<'static>;
    /// The station that is shown.
    fn shown(&self) -> usize;
}

/// What a guide makes of a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// It was the guide's.
    Taken,
    /// It is the screen's.
    Passed,
    /// Close everything.
    Quit,
}

/// A single screen needs no guide.
pub struct NoGuide;

impl Guide for NoGuide {
    fn press(&mut self, _key: KeyEvent) -> Turn {
        Turn::Passed
    }

    fn bar(&self, _words: &Words, _theme: &Theme, _columns: u16) -> Line<'static> {
        Line::default()
    }

    fn shown(&self) -> usize {
        0
    }
}

/// Which language to speak.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Speech {
    /// As the reader has asked.
    Fixed(Lang),
    /// The session's, as soon as it is known.
    OfSession,
}

/// Everything that is open.
pub struct Stations<G> {
    open: Vec<Station>,
    guide: G,
    theme: Theme,
    words: Words,
    speech: Speech,
}

/// What woke the loop.
enum Wake {
    Event(Option<io::Result<Event>>),
    News(usize, News),
    Time,
    Stop,
}

impl<G: Guide> Stations<G> {
    /// Opens stations; the guide says which one is shown.
    pub fn new(open: Vec<Station>, guide: G, theme: Theme, speech: Speech) -> Self {
        let lang = match speech {
            Speech::Fixed(lang) => lang,
            Speech::OfSession => Lang::Zh,
        };
        Self { open, guide, theme, words: Words::new(lang), speech }
    }

    /// Runs until somebody closes the screen, the terminal goes away, or `stop` resolves.
    ///
    /// # Errors
    ///
    /// When the terminal fails.
    pub async fn run(
        mut self,
        terminal: &mut Terminal,
        stop: impl Future<Output = ()>,
    ) -> io::Result<()> {
        let mut events = EventStream::new();
        tokio::pin!(stop);
        loop {
            self.draw(terminal)?;
            let nap = self.nap();
            let mut wake = tokio::select! {
                event = events.next() => Wake::Event(event),
                (station, news) = next_news(&mut self.open) => Wake::News(station, news),
                () = sleep(nap) => Wake::Time,
                () = &mut stop => Wake::Stop,
            };
            // Everything that is there already is taken in before the next frame. The event stream
            // keeps the waker of the poll that found it empty, so it must be this task's: with another
            // the next key would wait for the next ping.
            loop {
                if self.take(wake, terminal)? {
                    return Ok(());
                }
                wake = if let Some(event) = poll_immediate(events.next()).await {
                    Wake::Event(event)
                } else if let Some((at, news)) = poll_immediate(next_news(&mut self.open)).await {
                    Wake::News(at, news)
                } else {
                    break;
                };
            }
        }
    }

    /// Takes in one thing; whether it is time to close.
    fn take(&mut self, wake: Wake, terminal: &mut Terminal) -> io::Result<bool> {
        let shown = self.guide.shown();
        match wake {
            Wake::Stop | Wake::Event(None) => return Ok(true),
            Wake::Event(Some(event)) => match event? {
                Event::Key(key) if key.is_press() => return self.press(shown, key, terminal),
                Event::Paste(text) => {
                    if let Some(station) = self.open.get_mut(shown) {
                        station.screen.paste(&text);
                    }
                }
                Event::Mouse(event) => return self.point(shown, event, terminal),
                _ => (),
            },
            Wake::News(at, news) => {
                self.learn_language(&news);
                if let Some(station) = self.open.get_mut(at) {
                    let effects = station.hear(&news);
                    return station.carry_out(effects, terminal);
                }
            }
            Wake::Time => {
                for station in &mut self.open {
                    let effects = station.screen.tick(station.client.time().now());
                    if station.carry_out(effects, terminal)? {
                        return Ok(true);
                    }
                }
            }
        }
        Ok(false)
    }

    fn press(&mut self, shown: usize, key: KeyEvent, terminal: &mut Terminal) -> io::Result<bool> {
        match self.guide.press(key) {
            Turn::Quit => return Ok(true),
            Turn::Taken => return Ok(false),
            Turn::Passed => (),
        }
        let Some(station) = self.open.get_mut(shown) else { return Ok(true) };
        let effects = station.screen.press(key, station.client.time().now());
        station.carry_out(effects, terminal)
    }

    fn point(
        &mut self,
        shown: usize,
        event: MouseEvent,
        terminal: &mut Terminal,
    ) -> io::Result<bool> {
        let area = terminal.area()?;
        let [body, _] = self.parts(area);
        let Some(station) = self.open.get_mut(shown) else { return Ok(true) };
        if !station.screen.takes_mouse() {
            return Ok(false);
        }
        let (link, now) = (station.link.clone(), station.client.time().now());
        let scene = Scene { words: &self.words, theme: &self.theme, now, link: &link };
        let effects = station.screen.point(event, &scene, body);
        station.carry_out(effects, terminal)
    }

    fn draw(&self, terminal: &mut Terminal) -> io::Result<()> {
        let Some(station) = self.open.get(self.guide.shown()) else { return Ok(()) };
        terminal.take_mouse(station.screen.takes_mouse())?;
        let scene = Scene {
            words: &self.words,
            theme: &self.theme,
            now: station.client.time().now(),
            link: &station.link,
        };
        terminal.draw(|area, buf| {
            let [body, foot] = self.parts(area);
            buf.set_style(foot, self.theme.base);
            self.bar(area).render(foot, buf);
            station.screen.draw(&scene, body, buf)
        })
    }

    fn bar(&self, area: Rect) -> Line<'static> {
        self.guide.bar(&self.words, &self.theme, area.width)
    }

    /// The screen's part and the bar's.
    fn parts(&self, area: Rect) -> [Rect; 2] {
        let foot = Constraint::Length(u16::from(self.bar(area).width() > 0));
        area.layout(&Layout::vertical([Constraint::Fill(1), foot]))
    }

    /// How long nothing changes by itself.
    fn nap(&self) -> Duration {
        let wakes = self.open.iter().filter_map(|station| {
            let time = station.client.time();
            Some(time.until(station.screen.next_change(time.now())?))
        });
        wakes.min().unwrap_or(NAP)
    }

    fn learn_language(&mut self, news: &News) {
        let News::Picture(sections) = news else { return };
        if self.speech != Speech::OfSession {
            return;
        }
        let spoken = sections.get("session").and_then(|session| session.get("language"));
        let lang = spoken.and_then(|lang| lang.as_str()?.parse().ok());
        if let Some(lang) = lang.filter(|lang| *lang != self.words.lang()) {
            self.words = Words::new(lang);
        }
    }
}

/// The next news of any station.
async fn next_news(stations: &mut [Station]) -> (usize, News) {
    poll_fn(|cx| {
        for (at, station) in stations.iter_mut().enumerate() {
            if let Poll::Ready(Some(news)) = station.news.poll_recv(cx) {
                return Poll::Ready((at, news));
            }
        }
        Poll::Pending
    })
    .await
}
