//! The judges' seats: which are connected, and whose sheets are in; and the other screens of the room.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::Style,
    text::{Line, Span},
    widgets::Widget,
};

use crate::{
    contest::{SeatId, Stage},
    protocol::{
        SeatLink,
        views::{HostView, OpenLine, PanelLine},
    },
    tui::{Scene, cells::cell, text::width},
};

/// How many rows the table takes: a head, the seats, the other screens.
pub(super) fn rows(view: &HostView) -> u16 {
    let table = if view.panel.is_empty() { 0 } else { view.panel.len() + 1 };
    u16::try_from(table + 1).unwrap_or(u16::MAX)
}

/// Draws a row for each seat: its link, and for every project that takes sheets whether its sheet is in.
pub(super) fn draw(view: &HostView, scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
    let mut rows = area.rows();
    if !view.panel.is_empty() {
        let table = Table::of(view, scene, usize::from(area.width));
        for (line, row) in table.lines(view, scene).iter().zip(rows.by_ref()) {
            line.render(row, buf);
        }
    }
    if let Some(row) = rows.next() {
        screens(view, scene).render(row, buf);
    }
}

/// How many lines [`brief`] gives.
pub(super) fn brief_len(view: &HostView) -> usize {
    asked_for(view).count() + 1
}

/// For each open project who is missing, and who is not connected.
pub(super) fn brief(view: &HostView, scene: &Scene<'_>) -> Vec<Line<'static>> {
    let mut lines: Vec<_> = asked_for(view).map(|open| missing(view, open, scene)).collect();
    let absent: Vec<_> = view.panel.iter().filter(|line| line.link.screens == 0).collect();
    lines.push(if absent.is_empty() {
        screens(view, scene)
    } else {
        let seats = list(absent.iter().map(|line| &line.seat), scene);
        let text = scene.words.tell("host-seats-offline", &[("seats", seats.into())]);
        Line::styled(text, scene.theme.warn)
    });
    lines
}

/// The projects that take sheets, those that only wait for sheets first.
fn asked_for(view: &HostView) -> impl Iterator<Item = &OpenLine> {
    let of = |waits: bool| {
        let takes = move |line: &&OpenLine| {
            line.stage.takes_sheets() && (line.stage == Stage::Scoring) == waits
        };
        view.open.iter().filter(takes)
    };
    of(true).chain(of(false))
}

fn missing(view: &HostView, open: &OpenLine, scene: &Scene<'_>) -> Line<'static> {
    let (theme, words) = (scene.theme, scene.words);
    let mut line = Line::raw(count(view, open));
    let (text, style) = if open.missing.is_empty() {
        (words.say("host-all-in"), theme.good)
    } else {
        let seats = list(&open.missing, scene);
        (words.tell("host-missing", &[("seats", seats.into())]), theme.warn)
    };
    line.push_span(Span::raw("  "));
    line.push_span(Span::styled(text, style));
    line
}

fn count(view: &HostView, open: &OpenLine) -> String {
    format!("{} {}/{}", open.project, open.scored.len(), view.panel.len())
}

/// Seats as the language lists them.
pub(super) fn list<'a>(seats: impl IntoIterator<Item = &'a SeatId>, scene: &Scene<'_>) -> String {
    let seats: Vec<_> = seats.into_iter().map(SeatId::as_str).collect();
    seats.join(&scene.words.say("list-separator"))
}

/// A seat's link: sign, word, style.
fn link(link: SeatLink, scene: &Scene<'_>) -> (String, Style) {
    let (theme, words) = (scene.theme, scene.words);
    let (sign, word, style) = match link {
        SeatLink { screens: 0, .. } => (theme.symbols.empty, "host-link-offline", theme.warn),
        SeatLink { screens, stale, .. } if screens <= stale => {
            (theme.symbols.attention, "host-link-stale", theme.error)
        }
        _ => (theme.symbols.full, "host-link-online", theme.good),
    };
    (format!("{sign} {}", words.say(word)), style)
}

/// Boards and timers, and what slow screens have missed.
fn screens(view: &HostView, scene: &Scene<'_>) -> Line<'static> {
    let (theme, words) = (scene.theme, scene.words);
    let mut line = Line::default();
    for (key, seat) in [("host-boards", view.boards), ("host-timers", view.timers)] {
        let style = if seat.screens == 0 { theme.warn } else { theme.dim };
        let args = [("screens", seat.screens.into()), ("stale", seat.stale.into())];
        line.push_span(Span::styled(words.tell(key, &args), style));
        line.push_span(Span::raw("  "));
    }
    let links = || view.panel.iter().map(|line| line.link).chain([view.boards, view.timers]);
    let (skipped, let_go) =
        (links().map(|it| it.skipped).sum::<u64>(), links().map(|it| it.let_go).sum::<u64>());
    if 0 < skipped + let_go {
        let args = [("skipped", skipped.into()), ("let_go", let_go.into())];
        line.push_span(Span::styled(words.tell("host-slow-screens", &args), theme.dim));
    }
    line
}

/// The measures of the table, in columns.
struct Table<'a> {
    seat: usize,
    link: usize,
    sheet: usize,
    /// The projects that have a column.
    open: Vec<&'a OpenLine>,
    /// How many more there are.
    more: usize,
}

impl<'a> Table<'a> {
    fn of(view: &'a HostView, scene: &Scene<'_>, columns: usize) -> Self {
        let words = scene.words;
        let widest = |texts: &mut dyn Iterator<Item = String>| {
            texts.map(|text| width(&text)).max().unwrap_or_default() + 1
        };
        let link = widest(&mut view.panel.iter().map(|line| self::link(line.link, scene).0)).max(8);
        let states = ["host-sheet-in", "host-sheet-missing"].map(|key| words.say(key));
        let heads = asked_for(view).map(|open| count(view, open));
        let sheet = widest(&mut heads.chain(states.map(|state| format!("  {state}"))));
        let named = widest(&mut view.panel.iter().map(|line| named(line, scene)));

        let mut open: Vec<_> = asked_for(view).collect();
        let seat = named.min(columns.saturating_sub(link + sheet * open.len().min(2))).max(6);
        let room = columns.saturating_sub(seat + link) / sheet;
        let more = open.len().saturating_sub(room);
        open.truncate(room);
        Self { seat, link, sheet, open, more }
    }

    fn lines(&self, view: &HostView, scene: &Scene<'_>) -> Vec<Line<'static>> {
        let head = self.head(view, scene);
        let seats = view.panel.iter().map(|line| self.line(line, scene));
        std::iter::once(head).chain(seats).collect()
    }

    fn head(&self, view: &HostView, scene: &Scene<'_>) -> Line<'static> {
        let mut spans = vec![
            cell(&scene.words.say("host-head-seat"), self.seat, scene),
            cell(&scene.words.say("host-head-link"), self.link, scene),
        ];
        spans.extend(self.open.iter().map(|open| cell(&count(view, open), self.sheet, scene)));
        if 0 < self.more {
            spans.push(Span::raw(format!("+{}", self.more)));
        }
        Line::from(spans).style(scene.theme.title)
    }

    fn line(&self, line: &PanelLine, scene: &Scene<'_>) -> Line<'static> {
        let (theme, words) = (scene.theme, scene.words);
        let (links, style) = link(line.link, scene);
        let sheets = self.open.iter().map(|open| {
            let (sign, word, style) = if open.scored.contains(&line.seat) {
                (theme.symbols.full, "host-sheet-in", theme.good)
            } else if open.stage == Stage::Scoring {
                (theme.symbols.empty, "host-sheet-missing", theme.warn)
            } else {
                (theme.symbols.empty, "host-sheet-missing", theme.dim)
            };
            cell(&format!("{sign} {}", words.say(word)), self.sheet, scene).style(style)
        });
        let seat = cell(&named(line, scene), self.seat.saturating_sub(1), scene);
        let links = cell(&links, self.link, scene).style(style);
        [seat, Span::raw(" "), links].into_iter().chain(sheets).collect()
    }
}

/// A seat by its number and what it is for.
fn named(line: &PanelLine, scene: &Scene<'_>) -> String {
    let what = line.field.as_ref().unwrap_or(&line.name);
    let what = scene.words.pick(what.both());
    if what.contains(line.seat.as_str()) {
        what.to_owned()
    } else {
        format!("{} {what}", line.seat)
    }
}
