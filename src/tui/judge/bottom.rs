//! What stands at the bottom of a judge's screen: the question, a refusal, or what the judge should
//! know.

use ratatui::{
    layout::Rect,
    style::Style,
    text::{Line, Span},
};

use super::{
    JudgeScreen, Mode,
    answer::{Asked, Refused},
    mouse::Spot,
    row,
    sheet::Sheet,
    view::Drawn,
};
use crate::{
    client::LinkState,
    tui::{
        Scene, door, journal,
        text::{fit, width, wrap},
        wall::time_of_day,
    },
};

/// The least columns of a project's name beside the answers of the question.
const LEAST_NAME: usize = 8;

/// The most rows of it; the question may have what fails, the marks, itself and its answers.
pub(super) fn most(mode: Mode) -> usize {
    if mode == Mode::Confirm { 4 } else { 3 }
}

/// What stands at the bottom, the most urgent first: the question, a refusal, a fault of the mark
/// where the form has no room for it, why there will be no link, that a draft is back, that another project
/// is on stage, what is unsent elsewhere, the journal's head at the room's last lock or release.
pub(super) fn lines(screen: &JudgeScreen, scene: &Scene<'_>, columns: u16) -> Vec<Line<'static>> {
    let (words, theme) = (scene.words, scene.theme);
    let lines = |text: &str, style: Style| -> Vec<Line<'static>> {
        let lines = wrap(text, usize::from(columns));
        lines.into_iter().map(|line| Line::styled(line, style)).collect()
    };
    if let Some(sheet) = screen.sheet().filter(|_| screen.mode == Mode::Confirm) {
        let marks = marks(sheet, scene, columns);
        let question = question(sheet, scene, columns);
        return failing(sheet, scene, columns).into_iter().chain([marks]).chain(question).collect();
    }
    if let Some(Refused { asked, project, refusal }) = &screen.refused {
        let why = words.explain("refusal", refusal);
        let args = [("project", project.to_string().into()), ("why", why.into())];
        let text = match asked {
            Asked::Sheet => words.tell("judge-refused", &args),
            Asked::Recusal => words.tell("judge-recusal-refused", &args),
        };
        return lines(&text, theme.error);
    }
    let fault = screen.sheet().and_then(|it| it.mark(it.current()?).err());
    if let Some(fault) = fault.filter(|_| columns < row::ROOMY) {
        return lines(&row::fault(&fault, scene), theme.error);
    }
    // A link that comes back by itself is told of above and below the screen; its marks need the room.
    let for_good = trouble(scene).filter(|_| matches!(scene.link, LinkState::Refused { .. }));
    let mut said = lines(&for_good.unwrap_or_default(), theme.error);
    if let Some(recusal) = screen.recusal.as_ref().filter(|it| it.sent.is_some()) {
        let project = [("project", recusal.project.to_string().into())];
        said.extend(lines(&words.tell("judge-recusing", &project), theme.warn));
    }
    said.extend(returned(screen, scene, columns));
    if let Some(at) = screen.restored {
        let time = [("time", time_of_day(at).into())];
        said.extend(lines(&words.tell("judge-restored", &time), theme.accent));
    }
    let stage = screen.view.as_ref().and_then(|view| view.stage.as_ref());
    if let Some(stage) = stage.filter(|it| screen.shown.as_ref() != Some(&it.project.id)) {
        let word = words.say(&format!("stage-{}", stage.stage));
        let args = [("project", stage.project.id.to_string().into()), ("stage", word.into())];
        said.extend(lines(&words.tell("judge-elsewhere", &args), theme.accent));
    }
    let elsewhere = unsent(screen, scene, |it| {
        screen.shown.as_ref() != Some(&it.line.project.id) && !it.is_returned()
    });
    if let Some(projects) = elsewhere {
        let text = words.tell("judge-unsent", &[("projects", projects.into())]);
        said.extend(lines(&text, theme.warn));
    }
    let mark = screen.view.as_ref().and_then(|view| view.journal.mark.as_ref());
    let is_beside = |mark: &_| screen.sheet().is_some_and(|it| it.stands_with(mark));
    if let Some(mark) = mark.filter(|it| !is_beside(it)) {
        said.extend(lines(&journal::mark(mark, scene), theme.dim));
    }
    said
}

/// Other projects whose sheets were given back, each with its reason.
fn returned(
    screen: &JudgeScreen,
    scene: &Scene<'_>,
    columns: u16,
) -> impl Iterator<Item = Line<'static>> {
    let theme = scene.theme;
    let is_elsewhere = |it: &Sheet<'_>| screen.shown.as_ref() != Some(&it.line.project.id);
    screen.given_back().filter(is_elsewhere).map(move |sheet| {
        let args = [
            ("project", sheet.line.project.id.to_string().into()),
            ("reason", sheet.line.reason.clone().unwrap_or_default().into()),
        ];
        let text = scene.words.tell("judge-returned", &args);
        let text = fit(&text, columns.into(), theme.symbols.ellipsis).into_owned();
        Line::styled(text, theme.alarm)
    })
}

/// Why there is no link, and what to do about it.
pub(super) fn trouble(scene: &Scene<'_>) -> Option<String> {
    door::told(scene.link, scene.words)
}

/// That the project is about to be failed, above the question.
fn failing(sheet: Sheet<'_>, scene: &Scene<'_>, columns: u16) -> Option<Line<'static>> {
    let (words, theme) = (scene.words, scene.theme);
    let gates: Vec<&str> = sheet.failed_gates().map(|it| words.pick(it.name.both())).collect();
    if gates.is_empty() {
        return None;
    }
    let names = gates.join(&words.say("list-separator"));
    let text = words.tell("judge-confirm-fail", &[("gates", names.into())]);
    let text = format!(" {} {text} ", theme.symbols.attention);
    Some(Line::styled(fit(&text, columns.into(), theme.symbols.ellipsis).into_owned(), theme.alarm))
}

/// All the marks in the order of the form, part of which may be out of sight.
fn marks(sheet: Sheet<'_>, scene: &Scene<'_>, columns: u16) -> Line<'static> {
    let marks: Vec<_> = sheet.criteria().map(|it| row::shown(sheet, it, scene)).collect();
    let marks = marks.join(&scene.words.say("list-separator"));
    let text = scene.words.tell("judge-confirm-marks", &[("marks", marks.into())]);
    let text = fit(&text, columns.into(), scene.theme.symbols.ellipsis).into_owned();
    Line::styled(text, scene.theme.base)
}

/// The question, and beside it or in a line of their own its two answers, each of which is a button
/// as well.
fn question(sheet: Sheet<'_>, scene: &Scene<'_>, columns: u16) -> Vec<Line<'static>> {
    let (words, theme) = (scene.words, scene.theme);
    let total = sheet.total();
    let name = words.pick(sheet.line.project.name.both());
    let ask = |name: &str| {
        let args = [
            ("project", sheet.line.project.id.to_string().into()),
            ("name", name.to_owned().into()),
            ("total", total.clone().into()),
        ];
        words.tell("judge-confirm", &args)
    };
    let [yes, no] =
        ["judge-confirm-yes", "judge-confirm-no"].map(|it| format!(" {} ", words.say(it)));
    let taken = 1 + width(&yes) + 1 + width(&no);
    // The name gives way; number, total and keys do not.
    let room = usize::from(columns).saturating_sub(width(&ask("")));
    let beside = room.checked_sub(taken).filter(|room| LEAST_NAME <= *room);
    let name = fit(name, beside.unwrap_or(room), theme.symbols.ellipsis);
    let mut lines = vec![Line::styled(ask(&name), theme.title)];
    if beside.is_none() {
        lines.push(Line::default());
    }
    if let Some(line) = lines.last_mut() {
        line.extend([
            Span::raw(" "),
            Span::styled(yes, theme.selected),
            Span::raw(" "),
            Span::styled(no, theme.key),
        ]);
    }
    lines
}

/// Makes the answers of the question, the last of the lines, clickable where they are drawn.
pub(super) fn answers(lines: &[Line<'_>], area: Rect, drawn: &mut Drawn) {
    let (Some(line), Some(row)) = (lines.last(), area.rows().nth(lines.len().saturating_sub(1)))
    else {
        return;
    };
    let mut right = u16::try_from(line.width()).unwrap_or(u16::MAX).saturating_add(row.x);
    for (span, spot) in line.spans.iter().rev().zip([Some(Spot::No), None, Some(Spot::Yes)]) {
        let columns = u16::try_from(span.width()).unwrap_or(u16::MAX);
        right = right.saturating_sub(columns);
        let place = Rect::new(right, row.y, columns, 1).intersection(row);
        drawn.spots.extend(spot.map(|spot| (place, spot)));
    }
}

/// The projects whose sheets still have to reach the hub; `None` when there are none.
pub(super) fn unsent(
    screen: &JudgeScreen,
    scene: &Scene<'_>,
    of: impl Fn(&Sheet<'_>) -> bool,
) -> Option<String> {
    let ids: Vec<String> =
        screen.unsent().filter(of).map(|it| it.line.project.id.to_string()).collect();
    (!ids.is_empty()).then(|| ids.join(&scene.words.say("list-separator")))
}
