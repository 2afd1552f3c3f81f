//! A question in the middle of the screen: to confirm what cannot be undone, or to give a reason.
//!
//! A dialog takes every key until it is answered. Enter and `y` confirm, Esc and `n` cancel; no step
//! that asks may be bound to Enter or `y`, or a double press would answer its own question. Where a
//! text is asked for, letters belong to the text.

use ratatui::{
    buffer::Buffer,
    crossterm::event::{KeyCode, KeyEvent},
    layout::{Constraint, Margin, Position, Rect},
    style::Modifier,
    text::{Line, Span},
    widgets::{Block, Clear, Widget},
};

use super::{
    keys::{Binding, Key, KeyTable},
    text::{pad_right, width, wrap},
    theme::Theme,
};
use crate::words::Words;

mod input;

pub use input::Input;

/// A question that waits for its answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dialog {
    /// What it is about, on the border.
    pub title: String,
    /// The question.
    pub text: String,
    /// The text asked for; `None` where yes or no is enough.
    pub input: Option<Input>,
}

/// How a dialog ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// Confirmed, with the text that was asked for; blanks around it are gone.
    Confirmed(String),
    /// Cancelled; nothing is to be done.
    Cancelled,
}

/// Fewer columns than these beside a box show nothing of what is below.
const STRIP: u16 = 6;

/// The widest that a dialog gets, so that its lines are read at a glance.
const MOST_COLUMNS: u16 = 60;

impl Dialog {
    /// A question that is answered by yes or no.
    pub fn confirm(title: impl Into<String>, text: impl Into<String>) -> Self {
        Self { title: title.into(), text: text.into(), input: None }
    }

    /// A question that is answered by a text.
    pub fn ask(title: impl Into<String>, text: impl Into<String>, input: Input) -> Self {
        Self { title: title.into(), text: text.into(), input: Some(input) }
    }

    /// Takes a key; gives the answer once there is one.
    pub fn update(&mut self, event: KeyEvent) -> Option<Answer> {
        let table = if self.input.is_some() { ASK_KEYS } else { CONFIRM_KEYS };
        match (table.find(event), &mut self.input) {
            (Some(Choice::Confirm), None) => Some(Answer::Confirmed(String::new())),
            (Some(Choice::Confirm), Some(input)) => {
                input.is_complete().then(|| Answer::Confirmed(input.text().trim().to_owned()))
            }
            (Some(Choice::Cancel), _) => Some(Answer::Cancelled),
            (None, Some(input)) => {
                input.update(event);
                None
            }
            (None, None) => None,
        }
    }

    /// Takes a pasted text.
    pub fn paste(&mut self, text: &str) {
        if let Some(input) = &mut self.input {
            input.insert(text);
        }
    }

    /// Draws the dialog over the middle of `area`; gives the place of the cursor in its text, where
    /// input methods put their candidates.
    pub fn draw(
        &self,
        words: &Words,
        theme: &Theme,
        area: Rect,
        buf: &mut Buffer,
    ) -> Option<Position> {
        let room = usize::from(area.width.saturating_sub(4).min(MOST_COLUMNS));
        let text = wrap(&self.text, room);
        let table = if self.input.is_some() { ASK_KEYS } else { CONFIRM_KEYS };
        let hints = table.hints(words, theme, area.width.saturating_sub(4), |_| true);

        let columns = match self.input {
            Some(_) => room,
            None => text.iter().map(|line| width(line)).chain([hints.width()]).max().unwrap_or(0),
        };
        let rows = text.len() + if self.input.is_some() { 4 } else { 2 };
        let inner = draw_box(&self.title, (columns, rows), theme, area, buf);

        let mut free = inner.rows();
        for (line, row) in text.iter().zip(free.by_ref()) {
            Line::raw(line).render(row, buf);
        }
        let cursor =
            self.input.as_ref().and_then(|input| draw_input(input, free.nth(1)?, theme, buf));
        if let Some(row) = free.nth(1) {
            hints.render(row, buf);
        }
        cursor
    }
}

/// Draws a line of input and gives the place of its cursor.
pub(super) fn draw_input(
    input: &Input,
    row: Rect,
    theme: &Theme,
    buf: &mut Buffer,
) -> Option<Position> {
    let columns = usize::from(row.width);
    let (seen, before_cursor) = input.window(columns);
    let style = theme.base.add_modifier(Modifier::UNDERLINED);
    Span::styled(pad_right(&seen, columns), style).render(row, buf);
    row.columns().nth(before_cursor).map(Rect::as_position)
}

/// Draws an empty box for so many columns and rows over the middle of `area`, as large as there is
/// room, and gives its inside.
pub(super) fn draw_box(
    title: &str,
    (columns, rows): (usize, usize),
    theme: &Theme,
    area: Rect,
    buf: &mut Buffer,
) -> Rect {
    let [columns, rows] = [columns.max(width(title)) + 4, rows + 2]
        .map(|length| Constraint::Length(u16::try_from(length).unwrap_or(u16::MAX)));
    let place = area.centered(columns, rows);
    let block = Block::bordered()
        .border_set(theme.border)
        .border_style(theme.line)
        .style(theme.base)
        .padding(ratatui::widgets::Padding::horizontal(1))
        .title(Line::styled(format!(" {title} "), theme.title));
    let inner = block.inner(place);
    // A wide character that begins left of the box would cover its edge; and of a strip beside a wide
    // box nobody could tell what it is.
    let beside = area.width.saturating_sub(place.width) / 2;
    let margin = if beside < STRIP { beside + 1 } else { 1 };
    let around = place.outer(Margin::new(margin, 0)).intersection(area);
    Clear.render(around, buf);
    Block::new().style(theme.base).render(around, buf);
    block.render(place, buf);
    inner
}

#[derive(Debug, Clone, Copy)]
enum Choice {
    Confirm,
    Cancel,
}

const CONFIRM_KEYS: KeyTable<Choice> = KeyTable(&[
    Binding {
        keys: &[Key::Code(KeyCode::Enter), Key::Char('y')],
        action: Choice::Confirm,
        words: "dialog-confirm",
        hint: true,
    },
    Binding {
        keys: &[Key::Code(KeyCode::Esc), Key::Char('n')],
        action: Choice::Cancel,
        words: "dialog-cancel",
        hint: true,
    },
]);

const ASK_KEYS: KeyTable<Choice> = KeyTable(&[
    Binding {
        keys: &[Key::Code(KeyCode::Enter)],
        action: Choice::Confirm,
        words: "dialog-confirm",
        hint: true,
    },
    Binding {
        keys: &[Key::Code(KeyCode::Esc)],
        action: Choice::Cancel,
        words: "dialog-cancel",
        hint: true,
    },
]);

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use super::*;
    use crate::{
        tui::{
            keys::check_table,
            screen::{every_small_size, screen},
        },
        words::Lang,
    };

    fn withdraw() -> Dialog {
        Dialog::ask("退赛", "E07 将退出比赛，此后不能恢复。原因：", Input::new(40))
    }

    fn press(dialog: &mut Dialog, code: KeyCode) -> Option<Answer> {
        dialog.update(code.into())
    }

    fn write(dialog: &mut Dialog, text: &str) {
        for c in text.chars() {
            assert_eq!(press(dialog, KeyCode::Char(c)), None);
        }
    }

    #[test]
    fn the_tables_hold() {
        check_table(&CONFIRM_KEYS);
        check_table(&ASK_KEYS);
    }

    #[test]
    fn a_question_is_answered_by_yes_or_no() {
        let mut lock = Dialog::confirm("锁定", "锁定 E07？");
        assert_eq!(press(&mut lock, KeyCode::Char('x')), None);
        assert_eq!(press(&mut lock, KeyCode::Char('y')), Some(Answer::Confirmed(String::new())));
        assert_eq!(press(&mut lock, KeyCode::Esc), Some(Answer::Cancelled));
    }

    #[test]
    fn a_reason_is_not_empty_and_letters_belong_to_it() {
        let mut dialog = withdraw();
        assert_eq!(press(&mut dialog, KeyCode::Enter), None);
        write(&mut dialog, " ny 缺席 ");
        let answer = press(&mut dialog, KeyCode::Enter);
        assert_eq!(answer, Some(Answer::Confirmed("ny 缺席".to_owned())));
    }

    #[test]
    fn the_cursor_stands_behind_the_wide_characters() {
        let mut dialog = withdraw();
        write(&mut dialog, "设备ok");
        let mut cursor = None;
        let drawn = screen(40, 8, |area, buf| {
            cursor = dialog.draw(&Words::new(Lang::Zh), &Theme::dark(), area, buf);
        });
        assert_snapshot!(drawn, @"
        ┌ 退赛 ────────────────────────────────┐
        │ E07 将退出比赛，此后不能恢复。原因： │
        │                                      │
        │ 设备ok                               │
        │                                      │
        │ 回车 确认  Esc 取消                  │
        └──────────────────────────────────────┘
        ");
        assert_eq!(cursor, Some(Position::new(8, 4)));
    }

    #[test]
    fn a_question_is_as_small_as_its_text() {
        let lock = Dialog::confirm("Lock", "Lock E07 without A3 and A5?");
        let (words, theme) = (Words::new(Lang::En), Theme::plain());
        assert_snapshot!(screen(40, 6, |area, buf| lock.draw(&words, &theme, area, buf)), @"
        + Lock -----------------------+
        | Lock E07 without A3 and A5? |
        |                             |
        | Enter confirm  Esc cancel   |
        +-----------------------------+
        ");
    }

    #[test]
    fn wide_characters_beside_a_box_leave_its_edges_alone() {
        let drawn = screen(13, 3, |area, buf| {
            area.rows().for_each(|row| Line::raw("路演路演路演路").render(row, buf));
            draw_box("问", (3, 1), &Theme::dark(), area, buf);
        });
        assert_snapshot!(drawn, @"
        ┌ 问 ─┐
        │     │
        └─────┘
        ");
    }

    #[test]
    fn no_size_is_too_small_to_draw() {
        let mut dialog = withdraw();
        write(&mut dialog, "设备故障");
        for dialog in [dialog, Dialog::confirm("锁定", "锁定 E07？")] {
            let (words, theme) = (Words::new(Lang::Zh), Theme::dark());
            every_small_size(|area, buf| dialog.draw(&words, &theme, area, buf));
        }
    }
}
