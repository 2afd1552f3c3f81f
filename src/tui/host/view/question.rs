//! An open question in a box: the step, what follows from it, and how to answer.

use ratatui::{
    buffer::Buffer,
    layout::{Constraint, Layout, Position, Rect},
    text::Line,
    widgets::Widget,
};

use super::{panel, prompt::said};
use crate::{
    contest::Wish,
    protocol::views::HostView,
    tui::{
        Scene,
        dialog::{draw_box, draw_input},
        host::{
            HostScreen,
            question::{Question, SURE_KEYS, WHY_KEYS},
            step,
        },
        reason,
        text::wrap,
    },
};

/// The widest that a question gets, so that its lines are read at a glance.
const WIDEST: u16 = 56;

/// Draws a question over the middle of the screen; gives the cursor's place while a reason is typed.
pub(super) fn draw(
    question: &Question,
    screen: &HostScreen,
    scene: &Scene<'_>,
    area: Rect,
    buf: &mut Buffer,
) -> Option<Position> {
    let columns = area.width.saturating_sub(4).min(WIDEST);
    let (title, text) = match question {
        Question::Sure(wish) | Question::Why(wish, _) => {
            (said(wish, scene), consequence(wish, screen.view.as_ref(), scene))
        }
        Question::Leave => {
            let key = if screen.asked.is_some() { "host-leave-unsent" } else { "host-leave" };
            (scene.words.say("host-key-quit"), scene.words.say(key))
        }
    };
    let mut lines: Vec<Line> = wrap(&text, columns.into()).into_iter().map(Line::raw).collect();
    let (keys, typed) = match question {
        Question::Why(wish, typed) => {
            lines.extend(reason::lines(wish, scene));
            (WHY_KEYS, Some(typed))
        }
        _ => (SURE_KEYS, None),
    };
    let rows = lines.len() + 2 + usize::from(typed.is_some());
    let inner = draw_box(&title, (columns.into(), rows), scene.theme, area, buf);
    // In a low window the text gives way, not the keys that answer the question.
    let [text, input, hints] = inner.layout(&Layout::vertical([
        Constraint::Fill(1),
        Constraint::Length(u16::from(typed.is_some())),
        Constraint::Length(1),
    ]));
    for (line, row) in lines.iter().zip(text.rows()) {
        line.render(row, buf);
    }
    keys.hints(scene.words, scene.theme, hints.width, |_| true).render(hints, buf);
    draw_input(typed?, input, scene.theme, buf)
}

/// Which project is meant, and what cannot be taken back.
fn consequence(wish: &Wish, view: Option<&HostView>, scene: &Scene<'_>) -> String {
    let words = scene.words;
    let Some(project) = wish.project() else { return String::new() };
    let line = view.and_then(|view| step::line_of(view, project));
    let name = line.map_or("", |line| words.pick(line.project.name.both()));
    let named = format!("{project} {name}");
    let then = match wish {
        Wish::Lock { without, .. } if without.is_empty() => words.say("host-then-lock-all"),
        Wish::Lock { without, .. } => {
            words.tell("host-then-lock", &[("seats", panel::list(without, scene).into())])
        }
        Wish::Release { .. } => words.say("host-then-release"),
        Wish::MarkAbsent { .. } => words.say("host-then-absent"),
        Wish::Withdraw { .. } => words.say("host-then-withdraw"),
        _ => return named,
    };
    format!("{named}\n{then}")
}
