//! The judges' seats: which are connected, and where each stands with the projects that are scored;
//! what a lock waits for, and how the sheets would count; and in a line the other screens of the room.

use std::collections::BTreeSet;

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::Style,
    text::{Line, Span},
    widgets::Widget,
};

use crate::{
    client::LinkState,
    contest::{Method, ProjectId, SeatId, SeatWord, Stage, Wish},
    protocol::{
        SeatLink,
        views::{OpenLine, PanelLine, SeatLine},
    },
    tui::{
        Scene,
        cells::cell,
        host::seen::Seen,
        text::{width, wrap},
    },
};

/// How many rows the table takes: a head, the seats, the lock.
pub(super) fn rows(view: &Seen, scene: &Scene<'_>, columns: u16) -> u16 {
    let table = if view.panel.is_empty() { 0 } else { view.panel.len() + 1 };
    u16::try_from(table + lock(view, scene, columns).len()).unwrap_or(u16::MAX)
}

/// Draws a row for each seat: its link, and for every project that takes sheets whether its sheet is in.
pub(super) fn draw(view: &Seen, scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
    let mut rows = area.rows();
    if !view.panel.is_empty() {
        let table = Table::of(view, scene, usize::from(area.width));
        for (line, row) in table.lines(view, scene).iter().zip(rows.by_ref()) {
            line.render(row, buf);
        }
    }
    for (line, row) in lock(view, scene, area.width).iter().zip(rows.by_ref()) {
        line.render(row, buf);
    }
}

/// What stands in the way of the next lock, and how the sheets that are in would count.
fn lock(view: &Seen, scene: &Scene<'_>, columns: u16) -> Vec<Line<'static>> {
    let Some(open) = asked_for(view).find(|open| open.stage == Stage::Scoring) else {
        return Vec::new();
    };
    let words = scene.words;
    let waits = standing(open, &[SeatWord::Expected, SeatWord::Returned], scene);
    let waits = waits.into_iter().chain(sealed(open, scene));
    let too_few = open.needed.filter(|needed| 1 < *needed);
    let too_few = too_few.map(|it| words.tell("host-too-few", &[("needed", it.into())]));
    let blockers: Vec<_> = waits.chain(too_few).collect();
    let project = ("project", open.project.to_string().into());
    let (text, style) = if blockers.is_empty() {
        (words.tell("host-lock-ready", &[project]), scene.theme.good)
    } else {
        let blockers = blockers.join(&words.say("host-and"));
        let args = [project, ("blockers", blockers.into())];
        (words.tell("host-lock-waits", &args), scene.theme.warn)
    };
    let lines = [Some((text, style)), rule(open, scene).map(|rule| (rule, scene.theme.dim))];
    let wrapped = lines.into_iter().flatten().flat_map(|(text, style)| {
        let lines = wrap(&text, columns.into()).into_iter();
        lines.map(move |line| Line::styled(line, style))
    });
    wrapped.collect()
}

/// What a lock would be refused for; a missing sheet alone is only asked about.
pub(super) fn blocker(open: &OpenLine, scene: &Scene<'_>) -> Option<String> {
    let words = scene.words;
    let returned = standing(open, &[SeatWord::Returned], scene).pop();
    let needed = open.needed.filter(|needed| 1 < *needed);
    let needed = needed.map(|it| words.tell("host-too-few", &[("needed", it.into())]));
    let first = open.scored.is_empty().then(|| words.say("host-waits-first-sheet"));
    returned.or(needed).or_else(|| sealed(open, scene)).or(first)
}

/// How the sheets that are in would be scored.
pub(super) fn rule(open: &OpenLine, scene: &Scene<'_>) -> Option<String> {
    let key = match open.method? {
        Method::Mean => "host-rule-mean",
        Method::TrimmedMean => "host-rule-trimmed",
        Method::Median => "host-rule-median",
    };
    let sheets = u32::try_from(open.scored.len()).unwrap_or(u32::MAX);
    let rest = sheets.saturating_sub(open.drop.saturating_mul(2));
    let args = [("sheets", sheets.into()), ("drop", open.drop.into()), ("rest", rest.into())];
    Some(scene.words.tell(key, &args))
}

/// The seats by these states, each state that there is with its seats.
fn standing(open: &OpenLine, states: &[SeatWord], scene: &Scene<'_>) -> Vec<String> {
    let words = scene.words;
    let said = |state: &SeatWord| {
        let seats = open.seats.iter().filter(|line| line.state == *state);
        let seats = list(seats.map(|line| &line.seat), scene);
        let state = words.say(&format!("state-{}", state.as_str()));
        let args = [("state", state.into()), ("seats", seats.clone().into())];
        (!seats.is_empty()).then(|| words.tell("host-standing", &args))
    };
    states.iter().filter_map(said).collect()
}

/// The seats whose sheet is sealed: which wait for the others, or which are being opened.
fn sealed(open: &OpenLine, scene: &Scene<'_>) -> Option<String> {
    let seats = unopened(open).collect::<Vec<_>>();
    let is_awaited = |it: &SeatLine| matches!(it.state, SeatWord::Expected | SeatWord::Returned);
    let opens = open.stage == Stage::Scoring && !open.seats.iter().any(is_awaited);
    let key = if opens { "host-waits-to-open" } else { "host-sealed" };
    let text = || scene.words.tell(key, &[("seats", list(seats.iter().copied(), scene).into())]);
    (!seats.is_empty()).then(text)
}

/// The seats whose sheet is in and sealed: nobody knows its marks.
fn unopened(open: &OpenLine) -> impl Iterator<Item = &SeatId> {
    open.seats.iter().filter(|it| it.state == SeatWord::Sealed).map(|it| &it.seat)
}

/// Of the seats that a lock does not wait for, those whose sheet is sealed.
pub(super) fn sealed_among(
    lock: &Wish,
    without: &BTreeSet<SeatId>,
    view: Option<&Seen>,
) -> BTreeSet<SeatId> {
    let open = view.iter().flat_map(|view| &view.open);
    let open = open.filter(|it| Some(&it.project) == lock.project());
    open.flat_map(unopened).filter(|it| without.contains(*it)).cloned().collect()
}

/// Of the seats that a lock does not wait for, those whose sheet comes on paper, or is being keyed.
pub(super) fn on_paper_among(
    lock: &Wish,
    without: &BTreeSet<SeatId>,
    view: &Seen,
) -> BTreeSet<SeatId> {
    let open = view.open.iter().filter(|it| Some(&it.project) == lock.project());
    let seats = open.flat_map(|it| &it.seats).filter(|it| it.keyed || it.on_paper.is_some());
    seats.filter(|it| without.contains(&it.seat)).map(|it| it.seat.clone()).collect()
}

/// Whether something is keyed of a seat's paper sheet.
pub(super) fn is_keyed(view: &Seen, project: &ProjectId, seat: &SeatId) -> bool {
    let open = view.open.iter().filter(|it| it.project == *project);
    open.flat_map(|it| &it.seats).any(|it| it.seat == *seat && it.keyed)
}

/// How many [`brief`] gives.
pub(super) fn brief_len(view: &Seen, scene: &Scene<'_>) -> usize {
    asked_for(view).count() + usize::from(absent(view, scene).next().is_some())
}

/// For each open project who is missing, and who is not connected.
pub(super) fn brief(view: &Seen, scene: &Scene<'_>) -> Vec<Line<'static>> {
    let mut lines: Vec<_> = asked_for(view).map(|open| missing(open, scene)).collect();
    let seats = list(absent(view, scene), scene);
    if !seats.is_empty() {
        let text = scene.words.tell("host-seats-offline", &[("seats", seats.into())]);
        lines.push(Line::styled(text, scene.theme.warn));
    }
    lines
}

/// The seats that are not connected, as far as this is known.
fn absent<'a>(view: &'a Seen, scene: &Scene<'_>) -> impl Iterator<Item = &'a SeatId> {
    let panel = if is_known(scene) { view.panel.as_slice() } else { &[] };
    panel.iter().filter(|line| line.link.screens == 0).map(|line| &line.seat)
}

/// Whether the links of others are known: without an own one the picture is an old one.
fn is_known(scene: &Scene<'_>) -> bool {
    matches!(scene.link, LinkState::Up { .. })
}

/// The projects that take sheets, those that only wait for sheets first.
fn asked_for(view: &Seen) -> impl Iterator<Item = &OpenLine> {
    let of = |waits: bool| {
        let takes = move |line: &&OpenLine| {
            line.stage.takes_sheets() && (line.stage == Stage::Scoring) == waits
        };
        view.open.iter().filter(takes)
    };
    of(true).chain(of(false))
}

fn missing(open: &OpenLine, scene: &Scene<'_>) -> Line<'static> {
    let (theme, words) = (scene.theme, scene.words);
    let mut line = Line::raw(count(open));
    if open.missing.is_empty() {
        line.push_span(Span::styled(format!("  {}", words.say("host-all-in")), theme.good));
    }
    let waits = standing(open, &[SeatWord::Returned, SeatWord::Expected], scene).into_iter();
    let waits = waits.chain(sealed(open, scene));
    line.extend(waits.map(|text| Span::styled(format!("  {text}"), theme.warn)));
    let apart = [SeatWord::Recused, SeatWord::Absent, SeatWord::Late, SeatWord::Void];
    let apart = standing(open, &apart, scene).into_iter();
    line.extend(apart.map(|text| Span::styled(format!("  {text}"), theme.dim)));
    line
}

/// How many sheets there are, of the seats that could hand one in.
fn count(open: &OpenLine) -> String {
    let out = |state| matches!(state, SeatWord::Recused | SeatWord::Void);
    let seats = open.seats.iter().filter(|line| !out(line.state)).count();
    format!("{} {}/{seats}", open.project, open.scored.len())
}

/// Seats as the language lists them.
pub(super) fn list<'a>(seats: impl IntoIterator<Item = &'a SeatId>, scene: &Scene<'_>) -> String {
    join(seats.into_iter().map(SeatId::as_str), scene)
}

/// Ids as the language lists them.
pub(super) fn join<'a>(ids: impl Iterator<Item = &'a str>, scene: &Scene<'_>) -> String {
    ids.collect::<Vec<_>>().join(&scene.words.say("list-separator"))
}

/// A seat's state as a cell: sign, word, style.
fn state(open: &OpenLine, seat: &SeatId, scene: &Scene<'_>) -> (String, Style) {
    let (theme, words) = (scene.theme, scene.words);
    let line = open.seats.iter().find(|line| line.seat == *seat);
    let state = line.map_or(SeatWord::Expected, |line| line.state);
    let (sign, style) = match state {
        SeatWord::Scored => (theme.symbols.full, theme.good),
        SeatWord::Expected if open.stage == Stage::Scoring => (theme.symbols.empty, theme.warn),
        SeatWord::Returned => (theme.symbols.attention, theme.warn),
        SeatWord::Sealed => (theme.symbols.empty, theme.accent),
        _ => (theme.symbols.empty, theme.dim),
    };
    let word = match state {
        // The two that fill the table are short.
        SeatWord::Scored => words.say("host-sheet-in"),
        _ if line.is_some_and(|line| line.keyed) => words.say("host-sheet-keyed"),
        _ if line.is_some_and(|line| line.on_paper.is_some()) => words.say("host-sheet-on-paper"),
        SeatWord::Expected => words.say("host-sheet-missing"),
        other => words.say(&format!("state-{}", other.as_str())),
    };
    (format!("{sign} {word}"), style)
}

/// A seat's link: sign, word, style.
fn link(link: SeatLink, scene: &Scene<'_>) -> (String, Style) {
    let (theme, words) = (scene.theme, scene.words);
    let (sign, word, style) = match link {
        _ if !is_known(scene) => (theme.symbols.empty, "host-link-unknown", theme.dim),
        SeatLink { screens: 0, .. } => (theme.symbols.empty, "host-link-offline", theme.warn),
        SeatLink { screens, stale, .. } if screens <= stale => {
            (theme.symbols.attention, "host-link-stale", theme.error)
        }
        _ => (theme.symbols.full, "host-link-online", theme.good),
    };
    (format!("{sign} {}", words.say(word)), style)
}

/// Boards and timers, and whether a screen was so slow that it had to be let go.
pub(super) fn screens(view: &Seen, scene: &Scene<'_>) -> Line<'static> {
    let (theme, words) = (scene.theme, scene.words);
    if !is_known(scene) {
        return Line::styled(words.say("host-screens-unknown"), theme.dim);
    }
    let mut line = Line::default();
    for (key, seat) in [("host-boards", view.boards), ("host-timers", view.timers)] {
        let style = if seat.screens == 0 { theme.warn } else { theme.dim };
        let args = [("screens", seat.screens.into()), ("stale", seat.stale.into())];
        line.push_span(Span::styled(words.tell(key, &args), style));
        line.push_span(Span::raw("  "));
    }
    let links = view.panel.iter().map(|line| line.link).chain([view.boards, view.timers]);
    let let_go = links.map(|it| it.let_go).sum::<u64>();
    if 0 < let_go {
        let text = words.tell("host-slow-screens", &[("let_go", let_go.into())]);
        line.push_span(Span::styled(text, theme.warn));
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
    fn of(view: &'a Seen, scene: &Scene<'_>, columns: usize) -> Self {
        let widest = |texts: &mut dyn Iterator<Item = String>| {
            texts.map(|text| width(&text)).max().unwrap_or_default() + 1
        };
        let link = widest(&mut view.panel.iter().map(|line| self::link(line.link, scene).0)).max(8);
        let seats = || view.panel.iter().map(|line| &line.seat);
        let states = asked_for(view)
            .flat_map(|open| seats().map(move |seat| self::state(open, seat, scene).0));
        let sheet = widest(&mut asked_for(view).map(count).chain(states)).max(7);
        let named = widest(&mut view.panel.iter().map(|line| named(line, scene)));

        let mut open: Vec<_> = asked_for(view).collect();
        let seat = named.min(columns.saturating_sub(link + sheet * open.len().min(2))).max(6);
        let room = columns.saturating_sub(seat + link) / sheet;
        let more = open.len().saturating_sub(room);
        open.truncate(room);
        Self { seat, link, sheet, open, more }
    }

    fn lines(&self, view: &Seen, scene: &Scene<'_>) -> Vec<Line<'static>> {
        let head = self.head(scene);
        let seats = view.panel.iter().map(|line| self.line(line, scene));
        std::iter::once(head).chain(seats).collect()
    }

    fn head(&self, scene: &Scene<'_>) -> Line<'static> {
        let mut spans = vec![
            cell(&scene.words.say("host-head-seat"), self.seat, scene),
            cell(&scene.words.say("host-head-link"), self.link, scene),
        ];
        spans.extend(self.open.iter().map(|open| cell(&count(open), self.sheet, scene)));
        if 0 < self.more {
            spans.push(Span::raw(format!("+{}", self.more)));
        }
        Line::from(spans).style(scene.theme.title)
    }

    fn line(&self, line: &PanelLine, scene: &Scene<'_>) -> Line<'static> {
        let (links, style) = link(line.link, scene);
        let sheets = self.open.iter().map(|open| {
            let (text, style) = state(open, &line.seat, scene);
            cell(&text, self.sheet, scene).style(style)
        });
        let seat = cell(&named(line, scene), self.seat.saturating_sub(1), scene);
        let links = cell(&links, self.link, scene).style(style);
        [seat, Span::raw(" "), links].into_iter().chain(sheets).collect()
    }
}

/// A seat by its number and what it is for.
pub(super) fn named(line: &PanelLine, scene: &Scene<'_>) -> String {
    let what = line.field.as_ref().unwrap_or(&line.name);
    let what = scene.words.pick(what.both());
    if what.contains(line.seat.as_str()) {
        what.to_owned()
    } else {
        format!("{} {what}", line.seat)
    }
}
