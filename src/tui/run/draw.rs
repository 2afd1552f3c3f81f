//! One frame: the shown screen, and over and around it what every screen has.

use std::io;

use ratatui::{
    buffer::Buffer,
    layout::{Constraint, Layout, Position, Rect},
    style::Modifier,
    text::Line,
    widgets::Widget,
};

use super::{Guide, Station, Stations, notice, rehearsal};
use crate::tui::{
    Scene, anywhere,
    keys::{HelpRow, help},
    terminal::Terminal,
};

impl<G: Guide> Stations<G> {
    pub(super) fn draw(&self, terminal: &mut Terminal) -> io::Result<()> {
        let Some(station) = self.open.get(self.guide.shown()) else { return Ok(()) };
        terminal.take_mouse(station.screen.takes_mouse())?;
        terminal.draw(|area, buf| self.draw_all(station, area, buf))
    }

    fn draw_all(&self, station: &Station, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let Self { words, theme, .. } = self;
        let scene = Scene { words, theme, now: station.seen, link: &station.link };
        let [band, body, lost, foot] = self.parts(area);
        let mut cursor = station.screen.draw(&scene, body, buf);
        if station.is_rehearsal {
            rehearsal::draw(words, theme, band, buf);
        }
        if self.help {
            help::draw(&self.all_keys(station), words, theme, body, buf);
            cursor = None;
        }
        if let Some(notice) = &self.notice {
            notice.draw(theme, body, buf);
        }
        if let Some(text) = notice::of_link(&station.link, scene.now, words, area) {
            notice::draw_of_link(&text, theme, lost, buf);
        }
        buf.set_style(foot, theme.base);
        self.bar(area).render(foot, buf);
        if let Some(menu) = &self.menu {
            cursor = menu.draw(words, theme, area, buf);
        }
        if self.bell.is_lit() {
            buf.content.iter_mut().for_each(|cell| cell.modifier.toggle(Modifier::REVERSED));
        }
        cursor
    }

    fn bar(&self, area: Rect) -> Line<'static> {
        self.guide.bar(&self.words, &self.theme, area.width)
    }

    /// The band of a rehearsal, the screen's part, the line about a lost link, and the bar's.
    pub(super) fn parts(&self, area: Rect) -> [Rect; 4] {
        let station = self.open.get(self.guide.shown());
        let lost = station.and_then(|it| notice::of_link(&it.link, it.seen, &self.words, area));
        let foot = Constraint::Length(u16::from(self.bar(area).width() > 0));
        let lost = Constraint::Length(u16::from(lost.is_some()));
        let band = Constraint::Length(u16::from(station.is_some_and(|it| it.is_rehearsal)));
        area.layout(&Layout::vertical([band, Constraint::Fill(1), lost, foot]))
    }

    /// What every key does: the screen's, the guide's, and those of every screen.
    fn all_keys(&self, station: &Station) -> Vec<HelpRow> {
        let of_all = anywhere::KEYS.help(&self.words, |_| true);
        [station.screen.help(&self.words), self.guide.help(&self.words), of_all].concat()
    }
}
