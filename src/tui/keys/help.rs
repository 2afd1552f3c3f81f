//! The help: every key of a screen, and after them those of every screen, in a box over it.
//!
//! In a window that is too low for one column there are two; in one too low for those the last keys
//! give way, never the way back: `a_low_window_has_two_columns_of_keys`.

use ratatui::{
    buffer::Buffer,
    layout::{Constraint, Layout, Rect},
    text::{Line, Span},
    widgets::Widget,
};

use super::{Binding, KeyTable};
use crate::{
    tui::{
        anywhere,
        dialog::draw_box,
        text::{fit, pad_right, width},
        theme::Theme,
    },
    words::Words,
};

/// The columns between two columns of keys.
const GAP: usize = 3;

impl<A: Copy> KeyTable<A> {
    /// Draws a box with all keys over the middle of `area`.
    pub fn draw_help(&self, words: &Words, theme: &Theme, area: Rect, buf: &mut Buffer) {
        let rows = [self.rows(words), anywhere::KEYS.rows(words)].concat();
        let names = rows.iter().map(|(name, _)| width(name)).max().unwrap_or_default() + 2;
        let widest = names + rows.iter().map(|(_, what)| width(what)).max().unwrap_or_default();
        let close = words.say("help-close");

        let room = usize::from(area.height.saturating_sub(4));
        let two = room < rows.len() && 2 * widest + GAP + 6 <= usize::from(area.width);
        let (height, columns) =
            if two { (rows.len().div_ceil(2), 2 * widest + GAP) } else { (rows.len(), widest) };
        let size = (columns.max(width(&close)), height + 2);
        let inner = draw_box(&words.say("help-title"), size, theme, area, buf);
        let [keys, last] =
            inner.layout(&Layout::vertical([Constraint::Fill(1), Constraint::Length(1)]));
        for (at, line) in keys.rows().enumerate() {
            let beside = at + height;
            let cells = [rows.get(at).filter(|_| at < height), rows.get(beside).filter(|_| two)];
            let mut row = Line::default();
            for (name, what) in cells.into_iter().flatten() {
                let filled = row.width();
                if 0 < filled {
                    row.push_span(" ".repeat((widest + GAP).saturating_sub(filled)));
                }
                row.push_span(Span::styled(pad_right(name, names), theme.key));
                row.push_span(Span::raw(what.clone()));
            }
            row.render(line, buf);
        }
        let close = fit(&close, usize::from(last.width), theme.symbols.ellipsis);
        Line::styled(close, theme.dim).render(last, buf);
    }

    /// Every key by its names, and what it does.
    fn rows(&self, words: &Words) -> Vec<(String, String)> {
        let names_of = |binding: &Binding<A>| {
            let names: Vec<_> = binding.keys.iter().map(|key| key.name(words)).collect();
            names.join(" ")
        };
        self.0.iter().map(|it| (names_of(it), words.say(it.words))).collect()
    }
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;
    use ratatui::crossterm::event::KeyCode;

    use super::*;
    use crate::{
        tui::{
            keys::Key,
            screen::{every_small_size, screen},
        },
        words::Lang,
    };

    const TABLE: KeyTable<()> = KeyTable(&[
        Binding {
            keys: &[Key::Code(KeyCode::Enter), Key::Char('y')],
            action: (),
            words: "dialog-confirm",
            hint: true,
        },
        Binding { keys: &[Key::Char('q')], action: (), words: "dialog-cancel", hint: false },
    ]);

    fn help(lang: Lang, columns: u16, rows: u16) -> String {
        let (words, theme) = (Words::new(lang), Theme::dark());
        screen(columns, rows, |area, buf| TABLE.draw_help(&words, &theme, area, buf))
    }

    #[test]
    fn help_lists_every_key_in_line() {
        assert_snapshot!(help(Lang::Zh, 40, 10), @"
        ┌ 按键 ───────────────────────────────┐
        │ 回车 y     确认                     │
        │ q          取消                     │
        │ F9 Ctrl-P  菜单                     │
        │ F7         语言 zh/en               │
        │ F8         外观：深色、浅色、纯文本 │
        │ Ctrl-L     重画屏幕                 │
        │                                     │
        │ 按任意键关闭                        │
        └─────────────────────────────────────┘
        ");
        assert_snapshot!(help(Lang::En, 44, 10), @"
        ┌ Keys ───────────────────────────────┐
        │ Enter y    confirm                  │
        │ q          cancel                   │
        │ F9 Ctrl-P  menu                     │
        │ F7         language zh/en           │
        │ F8         look: dark, light, plain │
        │ Ctrl-L     draw the screen afresh   │
        │                                     │
        │ any key closes this                 │
        └─────────────────────────────────────┘
        ");
    }

    #[test]
    fn a_low_window_has_two_columns_of_keys() {
        assert_snapshot!(help(Lang::Zh, 70, 7), @"
        ┌ 按键 ───────────────────────────────┐
        │ 回车 y     确认                     │
        │ q          取消                     │
        │ F9 Ctrl-P  菜单                     │
        │ F7         语言 zh/en               │
        │ 按任意键关闭                        │
        └─────────────────────────────────────┘
        ");
        assert_snapshot!(help(Lang::Zh, 40, 6), @"
        ┌ 按键 ───────────────────────────────┐
        │ 回车 y     确认                     │
        │ q          取消                     │
        │ F9 Ctrl-P  菜单                     │
        │ 按任意键关闭                        │
        └─────────────────────────────────────┘
        ");
    }

    #[test]
    fn no_size_is_too_small_to_draw() {
        let words = Words::new(Lang::Zh);
        every_small_size(|area, buf| TABLE.draw_help(&words, &Theme::plain(), area, buf));
    }
}
