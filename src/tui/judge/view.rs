//! A judge's screen as cells: the project and its clock on top, the form or the list in the middle,
//! the note and the total, and what is asked or said at the bottom.

use ratatui::{
    buffer::Buffer,
    layout::{Constraint, Layout, Position, Rect},
    style::Modifier,
    text::{Line, Span},
    widgets::Widget,
};

use super::{
    JudgeScreen, Mode, band, bottom, form, head,
    keys::{Act, KEYS},
    list,
    mouse::Spot,
    passage::passage,
    recusal,
    sheet::{Sheet, State},
    state, total,
};
use crate::{
    contest::Text,
    tui::{
        Scene,
        dialog::Dialog,
        frame::{FrameModel, draw_frame, draw_too_small},
        hall,
        text::{pad_right, width, wrap},
    },
};

/// The least columns and rows in which a sheet can be filled in.
const LEAST: (u16, u16) = (30, 8);

/// From so many columns on the list of own sheets stands beside the form.
const WIDE: u16 = 110;

/// From so many rows on there are further rows of key hints, and a second one of a note.
const TALL: u16 = 24;

/// What has come of drawing.
#[derive(Debug, Default)]
pub(super) struct Drawn {
    /// What can be clicked, the topmost last.
    pub(super) spots: Vec<(Rect, Spot)>,
    /// Where text goes that is being written.
    pub(super) cursor: Option<Position>,
}

/// Draws the screen.
pub(super) fn draw(screen: &JudgeScreen, scene: &Scene<'_>, area: Rect, buf: &mut Buffer) -> Drawn {
    let (words, theme) = (scene.words, scene.theme);
    let mut drawn = Drawn::default();
    if draw_too_small(area, buf, words, LEAST) {
        return drawn;
    }
    let (title, place) = names(screen, scene);
    let most = if area.height < TALL { 1 } else { 3 };
    let mut hints = match screen.mode {
        Mode::Note => vec![Line::styled(words.say("judge-note-done"), theme.dim)],
        _ => KEYS.hint_rows((words, theme), area.width, most, |act| is_hinted(screen, act)),
    };
    let frame = FrameModel {
        title: &title,
        place: &place,
        link: hall::sign(scene.link, scene.now),
        bottom: hints.pop().unwrap_or_default(),
    };
    let inner = draw_frame(&frame, words, theme, area, buf);
    let above = Constraint::Length(u16::try_from(hints.len()).unwrap_or(u16::MAX));
    let [inner, hint_area] = inner.layout(&Layout::vertical([Constraint::Fill(1), above]));
    for (line, row) in hints.iter().zip(hint_area.rows()) {
        line.render(row, buf);
    }
    draw_inside(screen, scene, inner, buf, &mut drawn);
    match screen.mode {
        Mode::Quit => draw_quit(screen, scene, area, buf),
        Mode::Recuse => drawn.cursor = recusal::draw(screen, scene, area, buf),
        Mode::Form | Mode::Confirm | Mode::List | Mode::Note => (),
    }
    drawn
}

fn draw_inside(
    screen: &JudgeScreen,
    scene: &Scene<'_>,
    area: Rect,
    buf: &mut Buffer,
    drawn: &mut Drawn,
) {
    let (words, theme) = (scene.words, scene.theme);
    let Some(view) = &screen.view else {
        let text = bottom::trouble(scene).unwrap_or_else(|| words.say("judge-no-picture"));
        let lines = wrap(&text, usize::from(area.width)).into_iter();
        let lines: Vec<_> = lines.map(|it| Line::styled(it, theme.dim)).collect();
        return hall::draw_centered(&lines, area, buf);
    };
    let said = bottom::lines(screen, scene, area.width);
    let note = note(screen, scene, area);
    let height = |rows: usize| Constraint::Length(u16::try_from(rows).unwrap_or(u16::MAX));
    // Long words give way where there is little room for the marks.
    let most = if area.height < 16 { 1 } else { 3 };
    let band = band::lines(view, scene, area.width, most);
    let state = screen
        .sheet()
        .map(|it| state::lines(it, view.journal.mark.as_ref(), scene, (area.width, most)));
    let state = state.unwrap_or_default();
    let [head_area, band_area, state_area, middle, note_area, total_area, said_area] =
        area.layout(&Layout::vertical([
            Constraint::Length(head::rows(area)),
            height(band.len()),
            height(state.len().max(1)),
            Constraint::Fill(1),
            height(note.len()),
            Constraint::Length(total::rows(area)),
            height(said.len().clamp(1, bottom::most(screen.mode))),
        ]));
    head::draw(view, screen.shown.as_ref(), scene, head_area, buf);
    draw_middle(screen, scene, middle, buf, drawn);
    if let Some(sheet) = screen.sheet().filter(|it| it.state() != State::Recused) {
        let is_offered = sheet.can_be_sent() && matches!(screen.mode, Mode::Form | Mode::List);
        total::draw(sheet, is_offered, scene, total_area, buf, &mut drawn.spots);
    }
    let blocks = [(&band, band_area), (&state, state_area), (&note, note_area)];
    for (lines, place) in blocks {
        for (line, row) in lines.iter().zip(place.rows()) {
            line.render(row, buf);
        }
    }
    if screen.mode == Mode::Note {
        drawn.cursor = draw_note_input(screen, scene, note_area, buf);
    } else {
        drawn.spots.push((note_area, Spot::Note));
    }
    if screen.mode == Mode::Confirm {
        bottom::answers(&said, said_area, drawn);
    }
    for (line, row) in said.iter().zip(said_area.rows()) {
        line.render(row, buf);
    }
}

/// The form, the list, or both.
fn draw_middle(
    screen: &JudgeScreen,
    scene: &Scene<'_>,
    area: Rect,
    buf: &mut Buffer,
    drawn: &mut Drawn,
) {
    let main = if area.width < WIDE {
        area
    } else {
        let columns = Layout::horizontal([Constraint::Fill(3), Constraint::Fill(2)]).spacing(2);
        let [main, side] = area.layout(&columns);
        list::draw(screen, scene, side, buf, &mut drawn.spots);
        main
    };
    match screen.sheet() {
        _ if screen.mode == Mode::List && area.width < WIDE => {
            list::draw(screen, scene, main, buf, &mut drawn.spots);
        }
        Some(sheet) => {
            let takes_keys = screen.mode == Mode::Form && sheet.is_owed();
            form::draw(sheet, takes_keys, scene, main, buf, &mut drawn.spots);
        }
        None => {
            let text = scene.words.say("judge-not-scored");
            Line::styled(text, scene.theme.dim).render(main, buf);
        }
    }
}

/// The rows of the private note: none while there is none.
fn note(screen: &JudgeScreen, scene: &Scene<'_>, area: Rect) -> Vec<Line<'static>> {
    let (words, theme) = (scene.words, scene.theme);
    let Some(sheet) = screen.sheet() else { return Vec::new() };
    if screen.mode == Mode::Note {
        return vec![Line::styled(format!(" {}", words.say("judge-note-ask")), theme.title)];
    }
    let Some(text) = Some(&sheet.draft.note).filter(|it| !it.is_empty()) else {
        return Vec::new();
    };
    let text = words.tell("judge-note", &[("text", text.as_str().into())]);
    let columns = usize::from(area.width).saturating_sub(1);
    let rows = if area.height < TALL { 1 } else { 2 };
    let lines = passage(&text, columns, rows, scene);
    lines.into_iter().map(|it| Line::styled(format!(" {it}"), theme.dim)).collect()
}

/// The note being written, after its label; gives the place of the cursor.
fn draw_note_input(
    screen: &JudgeScreen,
    scene: &Scene<'_>,
    area: Rect,
    buf: &mut Buffer,
) -> Option<Position> {
    let label = width(&scene.words.say("judge-note-ask")) + 2;
    let label = Constraint::Length(u16::try_from(label).unwrap_or(u16::MAX));
    let [_, field] = area.layout(&Layout::horizontal([label, Constraint::Fill(1)]));
    let columns = usize::from(field.width);
    let (seen, before) = screen.note.window(columns);
    let style = scene.theme.base.add_modifier(Modifier::UNDERLINED);
    Span::styled(pad_right(&seen, columns), style).render(field, buf);
    field.columns().nth(before).map(Rect::as_position)
}

fn names(screen: &JudgeScreen, scene: &Scene<'_>) -> (String, String) {
    let Some(view) = &screen.view else { return Default::default() };
    let pick = |text: &Text| scene.words.pick(text.both()).to_owned();
    let (room, seat) = (pick(&view.room.name), pick(&view.name));
    let place = [("room", room.into()), ("seat", seat.into())];
    (pick(&view.session.title), scene.words.tell("judge-place", &place))
}

/// What the hint bar tells of: not of taking back with every key that is typed.
fn is_hinted(screen: &JudgeScreen, act: Act) -> bool {
    can_be_done(screen, act) && (act != Act::Back || screen.mode == Mode::List)
}

/// What can be done now; the question names its own keys.
pub(super) fn can_be_done(screen: &JudgeScreen, act: Act) -> bool {
    let is_typing = screen.mode == Mode::Form;
    let takes = |is_gate: bool| {
        let sheet = screen.sheet().filter(|it| is_typing && it.is_open());
        sheet.and_then(Sheet::current).is_some_and(|it| it.gate == is_gate)
    };
    match act {
        Act::ToStage => screen.on_stage().is_some_and(|it| screen.shown.as_ref() != Some(it)),
        Act::More | Act::Less => takes(false),
        Act::Pass | Act::Fail => takes(true),
        Act::Erase => {
            let has_text = |it: Sheet<'_>| it.current().is_some_and(|at| !it.text(at).is_empty());
            (takes(false) || takes(true)) && screen.sheet().is_some_and(has_text)
        }
        // Who has begun to mark is past the question.
        Act::Recuse => {
            let is_untouched = |it: &Sheet<'_>| it.may_recuse() && it.draft.typed.is_empty();
            is_typing && screen.sheet().as_ref().is_some_and(is_untouched)
        }
        Act::Note => screen.sheet().is_some() && screen.mode != Mode::Confirm,
        // A sheet that is closed can be looked through, and that is all.
        Act::Next => is_typing && screen.sheet().is_some_and(Sheet::takes_typing),
        Act::Up | Act::Down => is_typing && screen.sheet().is_some_and(Sheet::is_owed),
        // On a mark it takes back what was just typed.
        Act::Back => {
            let is_touched = |it: &Sheet<'_>| it.is_open() && it.draft.is_touched();
            screen.mode == Mode::List
                || is_typing && screen.sheet().as_ref().is_some_and(is_touched)
        }
        _ => true,
    }
}

fn draw_quit(screen: &JudgeScreen, scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
    let words = scene.words;
    let unsent = bottom::unsent(screen, scene, |_| true);
    let key = if unsent.is_some() { "judge-quit" } else { "judge-quit-sealed" };
    let sealed = screen.to_be_opened().map(|it| it.line.project.id.to_string()).collect::<Vec<_>>();
    let projects = unsent.unwrap_or_else(|| sealed.join(&words.say("list-separator")));
    let text = words.tell(key, &[("projects", projects.into())]);
    Dialog::confirm(words.say("judge-quit-title"), text).draw(words, scene.theme, area, buf);
}
