//! The band about the stage: the project in words, and the countdown or the score in big digits.

use ratatui::{
    buffer::Buffer,
    layout::{Constraint, Flex, Layout, Margin, Rect},
    style::Style,
    text::{Line, Span},
    widgets::Widget,
};

use super::{act, table, welcome};
use crate::{
    contest::Stage,
    protocol::views::{BoardView, PauseLine, ProjectLine, ReleasedLine, StageLine},
    tui::{
        Scene,
        countdown::{Mood, public_clock, reading},
        digits::draw_digits,
        hall::{badge, draw_centered, draw_status, pause},
        large::Large,
        text::{fit, wrap},
    },
};

/// The rows that belong to words before the number above them is drawn large.
const LINES: u16 = 6;

/// From so many rows on, all words are as large as they go, beside digits and without.
const TALL: u16 = 20;
const ROOMY: u16 = 12;

/// Draws what a band is about.
pub(super) fn draw(
    view: &BoardView,
    band: &act::Band<'_>,
    scene: &Scene<'_>,
    area: Rect,
    buf: &mut Buffer,
) {
    let band = match band {
        act::Band::OnStage(stage) => on_stage(view, stage, scene),
        act::Band::Score(released) => score(view, released, scene),
        act::Band::Break(pause) => held(view, pause, scene),
        act::Band::Next(next) => Band {
            project: Some(next),
            status: Line::styled(scene.words.say("board-next"), scene.theme.accent),
            next: None,
            digits: None,
        },
        act::Band::Welcome => return welcome::draw(view, scene, area, buf),
        act::Band::Over => {
            let over = Line::styled(scene.words.say("board-over"), scene.theme.title);
            return draw_centered(&[over], area, buf);
        }
        act::Band::Awards => {
            let columns = usize::from(area.width);
            let next = view.next.as_ref().map(|next| next_line(next, scene, columns));
            return draw_centered(next.as_slice(), area, buf);
        }
    };
    band.draw(scene, area, buf);
}

/// What a band says.
struct Band<'a> {
    project: Option<&'a ProjectLine>,
    /// Phase and warning, or place; the last part is the last to go.
    status: Line<'a>,
    next: Option<&'a ProjectLine>,
    /// What stands in big digits, and how.
    digits: Option<(String, Style)>,
}

fn on_stage<'a>(view: &'a BoardView, stage: &'a StageLine, scene: &Scene<'_>) -> Band<'a> {
    Band {
        project: Some(&stage.project),
        status: status_of(view, stage, scene),
        next: view.next.as_ref(),
        digits: clock_of(stage, scene),
    }
}

/// Phase, turn and warning in words.
pub(super) fn status_of(view: &BoardView, stage: &StageLine, scene: &Scene<'_>) -> Line<'static> {
    let Scene { words, theme, now, .. } = *scene;
    let phase = match stage.stage {
        Stage::Locked => words.say("board-awaiting"),
        stage => words.say(&format!("stage-{stage}")),
    };
    let mut status = Line::from(Span::styled(phase, theme.title));
    if let Some(at) = view.turn.at.filter(|_| !view.session.scored) {
        let turn = words.tell("board-turn", &[("at", at.into()), ("of", view.turn.of.into())]);
        status.push_span(Span::styled(format!("  {turn}"), theme.dim));
    }
    let mood = public_clock(stage, now).map(|clock| Mood::of(clock, now));
    if let Some((mood, word)) = mood.and_then(|mood| Some((mood, mood.word(words)?))) {
        status.push_span(Span::raw("  "));
        status.push_span(badge(&word, mood.style(theme)));
    }
    status
}

/// The countdown in digits, and how they look.
pub(super) fn clock_of(stage: &StageLine, scene: &Scene<'_>) -> Option<(String, Style)> {
    let clock = public_clock(stage, scene.now)?;
    Some((reading(clock, scene.now), Mood::of(clock, scene.now).ink(scene.theme)))
}

fn held<'a>(view: &'a BoardView, pause: &PauseLine, scene: &Scene<'_>) -> Band<'a> {
    let Scene { words, theme, now, .. } = *scene;
    let name = Span::styled(words.pick(pause.name.both()).to_owned(), theme.title);
    let until = Span::raw(format!("  {}", pause::until(pause, scene)));
    Band {
        project: None,
        status: Line::from_iter([name, until]),
        next: view.next.as_ref(),
        digits: Some((pause::reading(pause, now), theme.accent)),
    }
}

fn score<'a>(view: &'a BoardView, released: &'a ReleasedLine, scene: &Scene<'_>) -> Band<'a> {
    let Scene { words, theme, .. } = *scene;
    let place = table::place_in_words(released, &view.groups, words);
    let status = Line::from_iter([
        Span::styled(words.say("board-final-score"), theme.title),
        Span::raw("  "),
        badge(&place, theme.selected),
    ]);
    Band {
        project: Some(&released.project),
        status,
        next: view.next.as_ref(),
        digits: Some((released.standing.score.to_string(), theme.leader)),
    }
}

impl Band<'_> {
    /// Words beside the digits, or above them where the area is tall.
    fn draw(&self, scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
        let Some((digits, style)) = &self.digits else {
            if let Some(project) = self.project.filter(|_| ROOMY <= area.height) {
                return self.draw_large(project, scene, area, buf);
            }
            let title = self.project.map(|it| title_of(it, scene));
            return draw_centered(&self.lines(title, scene, area.as_size().into()), area, buf);
        };
        let tall = area.width < area.height.saturating_mul(5);
        let [text, picture] = if tall {
            area.layout(&Layout::vertical([Constraint::Length(6), Constraint::Fill(1)]))
        } else {
            // At 80 columns this is just enough for digits with a broad pen.
            area.layout(&Layout::horizontal([Constraint::Fill(9), Constraint::Fill(11)]))
        };
        let picture = picture.inner(Margin::new(1, u16::from(12 <= area.height)));
        if tall {
            let title = self.project.map(|it| title_of(it, scene));
            draw_centered(&self.lines(title, scene, text.as_size().into()), text, buf);
        } else {
            self.draw_words(scene, text, buf);
        }
        draw_digits(digits, *style, scene.theme.symbols.pixels, picture, buf);
    }

    /// Number, name and status as large as they go, with the rest in lines between them.
    fn draw_large(&self, project: &ProjectLine, scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
        let Scene { words, theme, .. } = *scene;
        let columns = area.width.saturating_sub(2);
        let large = |text: &str, rows| Large::of(text, columns, rows, &theme.symbols);
        let number = large(project.id.as_str(), area.height * 2 / 5);
        let name = large(words.pick(project.name.both()), area.height / 5);
        let line = |text: &str| fit(text, columns.into(), theme.symbols.ellipsis).into_owned();
        let about = Line::styled(line(&about(project, scene)), theme.dim);
        let next = self.next.map(|next| next_line(next, scene, columns.into()));
        let status_rows = (area.height / 6).max(1);
        let [number_area, name_area, about_area, status, next_area] = area.layout(
            &Layout::vertical([
                Constraint::Length(number.height()),
                Constraint::Length(name.height()),
                Constraint::Length(u16::from(0 < about.width())),
                Constraint::Length(status_rows),
                Constraint::Length(u16::from(next.is_some())),
            ])
            .flex(Flex::SpaceEvenly),
        );
        number.draw(theme.accent, number_area, buf);
        name.draw(theme.title, name_area, buf);
        draw_centered(&[about], about_area, buf);
        draw_status(&self.status, scene, status, buf);
        draw_centered(next.as_slice(), next_area, buf);
    }

    /// The project's number large where there is room for it, and the lines below it.
    fn draw_words(&self, scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
        let theme = scene.theme;
        if let Some(project) = self.project.filter(|_| TALL <= area.height) {
            return self.draw_large(project, scene, area, buf);
        }
        let rows = area.height.saturating_sub(LINES + 1);
        let number = |it: &ProjectLine| Large::of(it.id.as_str(), area.width, rows, &theme.symbols);
        let number = self.project.map(number).filter(Large::is_drawn);
        let above = number.as_ref().map_or(0, Large::height);
        let title = |it: &ProjectLine| match &number {
            Some(_) => scene.words.pick(it.name.both()).to_owned(),
            None => title_of(it, scene),
        };
        let size = (area.width, area.height.saturating_sub(above + u16::from(0 < above)));
        let lines = self.lines(self.project.map(title), scene, size);
        let [number_area, _, text] = area.layout(
            &Layout::vertical([
                Constraint::Length(above),
                Constraint::Length(u16::from(0 < above)),
                Constraint::Length(u16::try_from(lines.len()).unwrap_or(u16::MAX)),
            ])
            .flex(Flex::Center),
        );
        if let Some(number) = number {
            let [place] = number_area.layout(&Layout::horizontal([number.width()]));
            number.draw(theme.accent, place, buf);
        }
        for (line, row) in lines.iter().zip(text.rows()) {
            line.render(row, buf);
        }
    }

    /// As many lines as there are rows for; the status is the last to go.
    fn lines(
        &self,
        title: Option<String>,
        scene: &Scene<'_>,
        (columns, rows): (u16, u16),
    ) -> Vec<Line<'_>> {
        let theme = scene.theme;
        let columns = usize::from(columns.saturating_sub(1));
        let cut = |text: &str| fit(text, columns, theme.symbols.ellipsis).into_owned();
        let air = || (rows >= 7).then(Line::default);
        let mut lines = Vec::new();
        if let (Some(project), Some(title)) = (self.project, title) {
            let mut name = wrap(&title, columns);
            // A long name takes two lines where the rest still has its own.
            let most = if rows >= 5 { 2 } else { 1 };
            if name.len() > most {
                name.truncate(most - 1);
                let rest = name.iter().fold(title.as_str(), |rest, line| {
                    rest.strip_prefix(line.as_str()).unwrap_or(rest).trim_start()
                });
                name.push(cut(rest));
            }
            lines.extend(name.into_iter().map(|line| Line::styled(line, theme.accent)));
            let about = about(project, scene);
            if rows >= 4 && !about.is_empty() {
                lines.push(Line::styled(cut(&about), theme.dim));
            }
        }
        lines.extend(air());
        let mut status = self.status.clone();
        while 1 < status.spans.len() && columns < status.width() {
            status.spans.remove(0);
        }
        lines.push(status);
        if let Some(next) = self.next.filter(|_| rows >= 3) {
            lines.extend(air());
            lines.push(next_line(next, scene, columns));
        }
        lines
    }
}

pub(super) fn next_line(next: &ProjectLine, scene: &Scene<'_>, columns: usize) -> Line<'static> {
    let text = format!("{} {}", scene.words.say("board-next"), title_of(next, scene));
    let text = fit(&text, columns, scene.theme.symbols.ellipsis).into_owned();
    Line::styled(text, scene.theme.dim)
}

fn title_of(project: &ProjectLine, scene: &Scene<'_>) -> String {
    format!("{}  {}", project.id, scene.words.pick(project.name.both()))
}

/// Entrant, where it comes from, and field.
pub(super) fn about(project: &ProjectLine, scene: &Scene<'_>) -> String {
    let parts = [&project.entrant, &project.region, &project.field];
    let said = parts.into_iter().flatten().map(|text| scene.words.pick(text.both()));
    said.collect::<Vec<_>>().join(&format!(" {} ", scene.theme.symbols.dot))
}
