//! A judge's screen as cells: the project and its clock on top, the form or the list in the middle,
//! the total, and what is asked or said at the bottom.

use ratatui::{
    buffer::Buffer,
    layout::{Constraint, Layout, Rect},
    style::Style,
    text::Line,
    widgets::Widget,
};

use super::{
    JudgeScreen, Mode, form, head,
    keys::{Act, KEYS},
    list, row,
    sheet::{Sheet, State},
};
use crate::{
    client::LinkState,
    contest::Text,
    tui::{
        Scene,
        dialog::Dialog,
        frame::{FrameModel, draw_frame, draw_too_small},
        hall,
        text::{fit, width, wrap},
    },
};

/// The least columns and rows in which a sheet can be filled in.
const LEAST: (u16, u16) = (30, 8);

/// From so many columns on the list of own sheets stands beside the form.
const WIDE: u16 = 110;

/// Draws the screen.
pub(super) fn draw(screen: &JudgeScreen, scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
    if draw_too_small(area, buf, scene.words, LEAST) {
        return;
    }
    let (title, place) = names(screen, scene);
    let can_be_done = |act| can_be_done(screen, act);
    let frame = FrameModel {
        title: &title,
        place: &place,
        link: hall::sign(scene.link, scene.now),
        bottom: KEYS.hints(scene.words, scene.theme, area.width, can_be_done),
    };
    let inner = draw_frame(&frame, scene.words, scene.theme, area, buf);
    draw_inside(screen, scene, inner, buf);
    match screen.mode {
        Mode::Help => KEYS.draw_help(scene.words, scene.theme, area, buf),
        Mode::Quit => draw_quit(screen, scene, area, buf),
        Mode::Form | Mode::Confirm | Mode::List => (),
    }
}

fn draw_inside(screen: &JudgeScreen, scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
    let (words, theme) = (scene.words, scene.theme);
    let Some(view) = &screen.view else {
        let text = trouble(scene).unwrap_or_else(|| words.say("judge-no-picture"));
        let lines = wrap(&text, usize::from(area.width)).into_iter();
        let lines: Vec<_> = lines.map(|it| Line::styled(it, theme.dim)).collect();
        return hall::draw_centered(&lines, area, buf);
    };
    let said = said(screen, scene, area.width);
    let rows = u16::try_from(said.len()).unwrap_or(u16::MAX).clamp(1, 2);
    let [head_area, state_area, middle, total_area, said_area] = area.layout(&Layout::vertical([
        Constraint::Length(head::rows(area)),
        Constraint::Length(1),
        Constraint::Fill(1),
        Constraint::Length(1),
        Constraint::Length(rows),
    ]));
    head::draw(view, screen.shown.as_ref(), scene, head_area, buf);
    let main = if area.width < WIDE {
        middle
    } else {
        let columns = Layout::horizontal([Constraint::Fill(3), Constraint::Fill(2)]).spacing(2);
        let [main, side] = middle.layout(&columns);
        list::draw(screen, scene, side, buf);
        main
    };
    match screen.sheet() {
        _ if screen.mode == Mode::List && area.width < WIDE => {
            list::draw(screen, scene, main, buf);
        }
        Some(sheet) => form::draw(sheet, screen.mode == Mode::Form, scene, main, buf),
        None => Line::styled(words.say("judge-not-scored"), theme.dim).render(main, buf),
    }
    if let Some(sheet) = screen.sheet() {
        state_line(sheet, scene, state_area.width).render(state_area, buf);
        form::total_line(sheet, scene, total_area.width).render(total_area, buf);
    }
    for (line, row) in said.iter().zip(said_area.rows()) {
        line.render(row, buf);
    }
}

fn names(screen: &JudgeScreen, scene: &Scene<'_>) -> (String, String) {
    let Some(view) = &screen.view else { return Default::default() };
    let pick = |text: &Text| scene.words.pick(text.both()).to_owned();
    let (room, seat) = (pick(&view.room.name), pick(&view.name));
    let place = [("room", room.into()), ("seat", seat.into())];
    (pick(&view.session.title), scene.words.tell("judge-place", &place))
}

/// What the hint bar tells of; the question names its own keys.
fn can_be_done(screen: &JudgeScreen, act: Act) -> bool {
    let is_typing = screen.mode == Mode::Form;
    match act {
        Act::ToStage => screen.on_stage().is_some_and(|it| screen.shown.as_ref() != Some(it)),
        Act::More | Act::Less => is_typing && screen.sheet().is_some_and(Sheet::is_open),
        Act::Next | Act::Up => is_typing,
        Act::Back => screen.mode == Mode::List,
        _ => true,
    }
}

/// Where the sheet is, with a sign and in words.
fn state_line(sheet: Sheet<'_>, scene: &Scene<'_>, columns: u16) -> Line<'static> {
    let (words, theme) = (scene.words, scene.theme);
    let signs = theme.symbols;
    let is_online = matches!(scene.link, LinkState::Up { .. });
    let (sign, style, text) = match sheet.state() {
        State::Waiting => (signs.empty, theme.dim, words.say("judge-state-waiting")),
        State::Early => (signs.empty, theme.dim, words.say("judge-state-early")),
        State::Unsent => (signs.empty, theme.warn, words.say("judge-state-unsent")),
        State::Changed { revision } => {
            let text = words.tell("judge-state-changed", &[("revision", revision.into())]);
            (signs.attention, theme.warn, text)
        }
        State::Sending if is_online => {
            (signs.pointer, theme.warn, words.say("judge-state-sending"))
        }
        State::Sending => (signs.pointer, theme.alarm, words.say("judge-state-sending-offline")),
        State::Received { revision, receipt: Some(receipt) } => {
            // As text: a number of a record is read out, not counted, and has no separators.
            let args = [("revision", revision.into()), ("receipt", receipt.to_string().into())];
            (signs.full, theme.good, words.tell("judge-state-receipt", &args))
        }
        State::Received { revision, receipt: None } => {
            let text = words.tell("judge-state-received", &[("revision", revision.into())]);
            (signs.full, theme.good, text)
        }
        State::Closed { stage, has_sheet } => {
            let stage = [("stage", words.say(&format!("stage-{stage}")).into())];
            if sheet.is_changed() {
                (signs.attention, theme.warn, words.tell("judge-state-edited-late", &stage))
            } else if has_sheet {
                (signs.full, theme.dim, words.tell("judge-state-closed", &stage))
            } else {
                (signs.empty, theme.dim, words.tell("judge-state-closed-without", &stage))
            }
        }
    };
    let text = format!(" {sign} {text}");
    Line::styled(fit(&text, columns.into(), theme.symbols.ellipsis).into_owned(), style)
}

/// What stands at the bottom, the most urgent first: the question, a refusal, a fault of the mark
/// where the form has no room for it, why there is no link, that another project is on stage, what
/// is unsent elsewhere.
fn said(screen: &JudgeScreen, scene: &Scene<'_>, columns: u16) -> Vec<Line<'static>> {
    let (words, theme) = (scene.words, scene.theme);
    let lines = |text: &str, style: Style| -> Vec<Line<'static>> {
        let lines = wrap(text, usize::from(columns));
        lines.into_iter().map(|line| Line::styled(line, style)).collect()
    };
    if let Some(sheet) = screen.sheet().filter(|_| screen.mode == Mode::Confirm) {
        return vec![question(sheet, scene, columns)];
    }
    if let Some((project, refusal)) = &screen.refused {
        let why = words.explain("refusal", refusal);
        let args = [("project", project.to_string().into()), ("why", why.into())];
        return lines(&words.tell("judge-refused", &args), theme.error);
    }
    let fault = screen.sheet().and_then(|it| it.mark(it.current()?).err());
    if let Some(fault) = fault.filter(|_| columns < row::ROOMY) {
        return lines(&row::fault(&fault, scene), theme.error);
    }
    let trouble = trouble(scene).unwrap_or_default();
    let mut said = lines(&trouble, theme.error);
    let stage = screen.view.as_ref().and_then(|view| view.stage.as_ref());
    if let Some(stage) = stage.filter(|it| screen.shown.as_ref() != Some(&it.project.id)) {
        let word = words.say(&format!("stage-{}", stage.stage));
        let args = [("project", stage.project.id.to_string().into()), ("stage", word.into())];
        said.extend(lines(&words.tell("judge-elsewhere", &args), theme.accent));
    }
    let elsewhere =
        unsent(screen, scene, |sheet| screen.shown.as_ref() != Some(&sheet.line.project.id));
    if let Some(projects) = elsewhere {
        let text = words.tell("judge-unsent", &[("projects", projects.into())]);
        said.extend(lines(&text, theme.warn));
    }
    said
}

/// Why there is no link, where that is known.
fn trouble(scene: &Scene<'_>) -> Option<String> {
    match scene.link {
        LinkState::Lost { trouble, .. } | LinkState::Refused { trouble } => {
            Some(scene.words.explain("trouble", trouble))
        }
        LinkState::Connecting | LinkState::Up { .. } => None,
    }
}

fn question(sheet: Sheet<'_>, scene: &Scene<'_>, columns: u16) -> Line<'static> {
    let (words, theme) = (scene.words, scene.theme);
    let total = sheet.rubric.total(&sheet.marks()).normalize().to_string();
    let name = words.pick(sheet.line.project.name.both());
    let ask = |name: &str| {
        let args = [
            ("project", sheet.line.project.id.to_string().into()),
            ("name", name.to_owned().into()),
            ("total", total.clone().into()),
        ];
        words.tell("judge-confirm", &args)
    };
    // The name gives way; number, total and keys do not.
    let room = usize::from(columns).saturating_sub(width(&ask("")));
    let name = fit(name, room, theme.symbols.ellipsis);
    Line::styled(ask(&name), theme.selected)
}

/// The projects whose sheets still have to reach the hub; `None` when there are none.
fn unsent(
    screen: &JudgeScreen,
    scene: &Scene<'_>,
    of: impl Fn(&Sheet<'_>) -> bool,
) -> Option<String> {
    let unsent = screen.sheets().filter(|it| it.is_unsent()).filter(of);
    let ids: Vec<String> = unsent.map(|it| it.line.project.id.to_string()).collect();
    (!ids.is_empty()).then(|| ids.join(&scene.words.say("list-separator")))
}

fn draw_quit(screen: &JudgeScreen, scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
    let words = scene.words;
    let projects = unsent(screen, scene, |_| true).unwrap_or_default();
    let text = words.tell("judge-quit", &[("projects", projects.into())]);
    Dialog::confirm(words.say("judge-quit-title"), text).draw(words, scene.theme, area, buf);
}
